"""Standoff of brat as an exchange: an `.ann` file and the `.txt` beside it.

Text-bound annotations are passages, their types codes, and fragments the pieces of a split one. Notes become notes. Entities have no hierarchy in
the file itself. Positions count code points.
"""

import re

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.texts_in import decode

NAME = "brat standoff"

_TEXT_BOUND = re.compile(r"(T[0-9]+)\t(\S+) ([0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*)(?:\t(.*))?")
_NOTE = re.compile(r"#[0-9]*\t\S+ (\S+)\t(.*)")
_LOST = {"R": "relation", "E": "event", "A": "attribute", "M": "attribute", "N": "normalisation", "*": "equivalence"}


def is_brat(file: Foreign) -> bool:
    """Tell whether a file is one of brat's."""
    return file.ending == ".ann"


def read_brat(file: Foreign) -> Exchange:
    """Read annotations with the text that lies beside them; without it, their own words stand for it."""
    lines, _ = decode(file.data)
    if lines is None:
        raise UnreadableError("the file is not UTF-8", "brat writes UTF-8; export it anew")
    text, form = decode(file.beside(f"{file.stem}.txt"))
    collected = Collector()
    collected.add_document(file.stem, f"{file.stem}.txt", text=text, form=form)
    notes: dict[str, list[str]] = {}
    for line in lines.split("\n"):
        note = _NOTE.fullmatch(line)
        if note:
            notes.setdefault(note[1], []).append(note[2])
    for line in lines.split("\n"):
        bound = _TEXT_BOUND.fullmatch(line)
        if bound:
            _add(bound, file.stem, text, notes, collected)
        elif line.strip() and not line.startswith("#"):
            collected.lose(_LOST.get(line[0], "line that is none of brat's"))
    if not collected.annotations:
        raise UnreadableError(
            "the file holds no annotation of words", "brat writes them as `T1<tab>Type 0 5<tab>words`"
        )
    return collected.exchange(NAME)


def _add(
    bound: re.Match[str], document: str, text: str | None, notes: dict[str, list[str]], collected: Collector
) -> None:
    """Add an annotation; the words of fragments stand in one line, so only those of a single one are its words."""
    stretches = [tuple(map(int, each.split(" "))) for each in bound[3].split(";")]
    words = bound[4] or ""
    is_single = len(stretches) == 1
    pieces = tuple(Piece(exact=words or None if is_single else None, start=start, end=end) for start, end in stretches)
    if text is None and not is_single:
        collected.lose("split passage of a document without its text")
        return
    collected.annotations.append(
        Annotation(
            id=bound[1],
            document=document,
            pieces=pieces,
            codes=(collected.code_named(bound[2]),),
            notes=tuple(notes.get(bound[1], ())),
            label="" if is_single else words,
        )
    )
