"""The proof of every quote, in one file: the stored words of all sources, and where in them each passage stands.

Whoever has the file can prove the dossier without the project: a source has the hash that is stated, and the words of
a passage are those at its spans. Its shape is public (`docs/api.md`).
"""

import json

from onrecord.model import Dossier, Passage, Source
from onrecord.stored_form import StoredForm

FORMAT = "onrecord-proof/1"

LINE_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def write_proof(dossier: Dossier) -> str:
    """Write one JSON object: `format`, `title`, `sources` and `passages`, in the order of the dossier."""
    whole = {
        "format": FORMAT,
        "title": dossier.title,
        "sources": [_source(each) for each in dossier.sources],
        "passages": [_passage(each) for each in dossier.passages],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


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
