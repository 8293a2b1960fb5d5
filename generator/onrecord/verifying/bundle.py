"""A bundle held to what it states: every file to its hash, every quote to its source, every page to the quotes."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from onrecord import urls
from onrecord.manifest import MANIFEST, read_manifest
from onrecord.texts import showable
from onrecord.verifying.opened import Opened, hash_file, open_files, read_file
from onrecord.verifying.proof import ProvenPassage, ProvenSource, ReadProof, check_proof, read_proof, shorten
from onrecord.verifying.shown import Shown, ShownWords, read_shown
from onrecord.verifying.verdict import Difference, UnreadableError, Verdict


def verify_bundle(path: Path) -> Verdict:
    """Verify a folder or a zip; UnreadableError where it is no bundle."""
    files = open_files(path)
    if urls.PROOF not in files.sizes:
        raise UnreadableError(f"this is no bundle: it has no {urls.PROOF}")
    proof = read_proof(read_file(files, urls.PROOF))
    pages = [name for name in files.sizes if name.endswith(".html")]
    differences = (
        *_check_manifest(files),
        *check_proof(proof),
        *_check_stored(files, proof),
        *_check_pages(files, proof),
    )
    return Verdict(
        proven=(
            f"{count(len(files.sizes) - 1, 'file')} as {MANIFEST} states",
            *proven_words(proof),
            f"{count(len(pages), 'page')} with these words and no others in cards, rows, previews and sources",
        ),
        differences=differences,
    )


def proven_words(proof: ReadProof) -> tuple[str, ...]:
    """Say what a proof proves."""
    whole = [each.is_quote for each in proof.passages.values() if not each.is_part]
    quotes = sum(whole)
    return (
        f"{count(len(proof.sources), 'source')} with the hash that is stated",
        f"{count(quotes, 'quote')} and {count(len(whole) - quotes, 'statement')}, word for word in their sources",
    )


def count(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _check_manifest(files: Opened) -> Iterator[Difference]:
    if MANIFEST not in files.sizes:
        yield Difference(MANIFEST, "is missing, so that a change of a file would not be seen")
        return
    try:
        stated = read_manifest(read_file(files, MANIFEST).decode())
    except ValueError as fault:
        raise UnreadableError(f"{MANIFEST} cannot be read: {fault}") from fault
    for path in sorted(stated.keys() - files.sizes.keys()):
        yield Difference(showable(path), f"is missing, though {MANIFEST} names it")
    for path in sorted(files.sizes.keys() - stated.keys() - {MANIFEST}):
        yield Difference(showable(path), f"is not in {MANIFEST}")
    for path in sorted(files.sizes.keys() & stated.keys()):
        if hash_file(files, path) != stated[path]:
            yield Difference(showable(path), f"is not the file that {MANIFEST} states: its hash differs")


def _check_stored(files: Opened, proof: ReadProof) -> Iterator[Difference]:
    """Hold the stored words of each source, where the bundle has them as a file, to the hash of the source."""
    for source in proof.sources.values():
        path = urls.stored_words(source.id)
        if path not in files.sizes:
            yield Difference(showable(path), "is missing: the stored words of a source")
        elif hash_file(files, path) != source.sha256:
            yield Difference(showable(path), "does not have the hash that is stated of the source")


def _check_pages(files: Opened, proof: ReadProof) -> Iterator[Difference]:
    passages: dict[str, list[ProvenPassage]] = {}
    for passage in proof.passages.values():
        passages.setdefault(passage.source, []).append(passage)
    seen: set[str] = set()
    for path in files.sizes:
        if path.endswith(".html"):
            shown = read_shown(_decode(path, read_file(files, path)))
            source = path.removeprefix(urls.SOURCES).removesuffix("/index.html")
            if path.startswith(urls.SOURCES) and source in proof.sources:
                seen.add(source)
                yield from _check_text(path, shown, proof.sources[source], passages.get(source, []))
            for place in shown.places:
                yield from _check_place(path, place, proof)
    for source in sorted(proof.sources.keys() - seen):
        yield Difference(showable(source), "no page shows this source")


def _decode(path: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        raise UnreadableError(f"{showable(path)} cannot be read: {fault}") from fault


def _check_text(
    path: str, shown: ShownWords, source: ProvenSource, passages: list[ProvenPassage]
) -> Iterator[Difference]:
    if shown.texts != (source.text,):
        yield Difference(showable(path), "does not show the words of the source as they are stored")
    for passage in passages:
        if shown.marked.get(passage.key.partition(":")[2]) != "".join(passage.words):
            yield Difference(showable(path), f"does not mark the words of `{showable(passage.key)}`")


def _check_place(path: str, place: Shown, proof: ReadProof) -> Iterator[Difference]:
    passage: ProvenPassage | None = proof.passages.get(unquote(place.key))
    if passage is None:
        yield Difference(showable(path), f"shows words of `{showable(place.key)}`, of which there is no proof")
    elif place.pieces != passage.words:
        words = showable(shorten(" […] ".join(place.pieces)))
        yield Difference(showable(path), f"shows other words than those of `{showable(passage.key)}`: “{words}”")
