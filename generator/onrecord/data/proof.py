"""The proof of every quote, in one file: the stored words of all sources, and where in them each passage stands.

Whoever has the file can prove the dossier without the project: a source has the hash that is stated, and the words of
a passage are those at its spans. Its shape is public (`docs/api.md`).
"""

import json
from collections.abc import Mapping

from onrecord.data.frames import Frame, Gap, write_whole
from onrecord.model import Dossier, Passage, Source
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.stored_form import StoredForm

FORMAT = "onrecord-proof/1"

LINE_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


SOURCES, PASSAGES = "proof sources", "proof passages"


def write_proof(dossier: Dossier) -> str:
    """Write one JSON object: `format`, `title`, `sources` and `passages`, in the order of the dossier."""
    index = index_dossier(dossier)
    return write_whole(frame_proof(index), (add_to_proof(each, index) for each in dossier.sources))


def add_to_proof(source: Source, index: DossierIndex) -> dict[str, str]:
    """Write what a source adds."""
    passages = index.in_source(source)
    added = {SOURCES: _write(_source(source))}
    return added | ({PASSAGES: ",".join(_write(_passage(each)) for each in passages)} if passages else {})


def frame_proof(index: DossierIndex) -> Frame:
    """Write what stands around that."""
    head = _write({"format": FORMAT, "title": index.dossier.title})
    sources, passages = (Gap(name=name, between=",") for name in (SOURCES, PASSAGES))
    return (f'{head[:-1]},"sources":[', sources, '],"passages":[', passages, "]}\n")


def _write(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _source(source: Source) -> dict[str, object]:
    return {
        "id": source.key,
        "title": source.title,
        "sha256": source.sha256,
        "bom": source.form.has_bom,
        "line_ends": _line_ends(source.form),
        "text": source.text,
    }


def _line_ends(form: StoredForm) -> str | list[str]:
    names = [LINE_ENDS[end] for end in form.line_ends]
    return names[0] if len(names) == 1 else names


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "key": passage.address,
        "source": passage.source.key,
        "kind": passage.kind.value,
        "part_of": passage.whole.key if passage.whole else None,
        "spans": [[span.start, span.end] for span in passage.spans],
        "words": list(passage.pieces),
    }
