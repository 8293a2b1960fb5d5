"""Write the record of a source that is added: YAML that a person goes on with, proven to read back as it was meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.yaml_words import write_words

NOT_SAID = "  # the document does not say; write it here"
_REQUIRED = ("title", "date", "publisher")
_ORDER = ("title", "date", "date_basis", "publisher", "kind", "url", "language")
_PROPOSED_COMMENT = """\
# What the document says of itself, and where. Nobody has confirmed it: look at each, mend it above where it is wrong,
# and take its line out here.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """What is known of a source that is added."""

    given: Mapping[str, str]
    """Fields that the person gave."""
    proposed: Mapping[str, tuple[str, str]]
    """Fields that the document gave: the value, and where it says so."""
    sha256: str
    retrieved: str
    original: Mapping[str, str]
    """Its fields; empty where the document is its own stored text."""
    noise: tuple[str, ...]
    passages: str = ""
    """The YAML of quotes and statements that were marked in the document."""


def write_record(record: NewRecord) -> str:
    """Write the record."""
    return "".join(_lines(record))


def list_missing(record: NewRecord) -> tuple[str, ...]:
    """Name the fields that a record needs and nobody has given."""
    return tuple(each for each in _REQUIRED if each not in record.given and each not in record.proposed)


def _lines(record: NewRecord) -> Iterator[str]:
    values = {field: value for field, (value, _) in record.proposed.items()} | dict(record.given)
    if "date" in record.proposed:
        values["date_basis"] = f"the document's own data, {record.proposed['date'][1]}"
    for field in _ORDER:
        value = values.get(field, "")
        if value:
            yield f"{field}: {write_words(value)}\n"
        elif field in _REQUIRED:
            yield f"{field}:{NOT_SAID}\n"
    yield f"retrieved: {record.retrieved}\nsha256: {record.sha256}\n"
    if record.original:
        yield "original:\n"
        yield from (f"  {name}: {write_words(value)}\n" for name, value in record.original.items())
    if record.proposed or record.noise:
        yield _PROPOSED_COMMENT + "proposed:\n"
        yield from (f"  {field}: {write_words(basis)}\n" for field, (_, basis) in record.proposed.items())
    if record.noise:
        yield "  noise: found by its place and its words\nnoise:\n"
        yield from (f"  - {write_words(each)}\n" for each in record.noise)
    yield record.passages
