"""A dossier of one or more sources with a passage each, for the tests of quotations."""

from onrecord.dates import Date
from onrecord.locations import Location, Span, TextFile
from onrecord.model import Passage, PassageKind, Source, Speaker, State

_NOWHERE = Location(TextFile("record.yml", ""), 0, 0)
_SPEAKER = Speaker(
    id="lukashenko", name="Lukashenko", kind="person", side="", roles=(), aliases=(), spellings=(), location=_NOWHERE
)


def make_source(key: str, text: str) -> Source:
    """Make a source with nothing but its words."""
    return Source(
        key=key, title="", date=Date(year=2022), date_basis="", publisher="", kind="", url="", archive_url="",
        language="", translation="", retrieved=None, note="", sha256="", text=text, participants=(), noise=(),
        left_out=(), aliases=(), location=_NOWHERE,
    )  # fmt: skip


def make_passage(source: Source, key: str, pieces: tuple[str, ...], kind: str = "quote") -> Passage:
    """Make a passage of pieces of a source; `kind` is `quote`, `paraphrase` or `narration`."""
    spans = []
    end = 0
    for piece in pieces:
        start = source.text.index(piece, end)
        end = start + len(piece)
        spans.append(Span(start, end))
    return Passage(
        key=key, kind=PassageKind.QUOTE if kind == "quote" else PassageKind.STATEMENT, source=source,
        spans=tuple(spans), state=State.VERBATIM, speaker=None if kind == "narration" else _SPEAKER, role=None,
        topics=(), context="", note="", sic=(), mentions=(), whole=None, aliases=(), location=_NOWHERE,
    )  # fmt: skip


def read_passages(text: str) -> dict[str, Passage]:
    """Read passages by address, one a line: `source:passage kind: words | more words`.

    The source is the words of its lines, in order, with ` ⁂ ` between lines and ` (he said) ` between pieces.
    """
    lines = [line.split(": ", 1) for line in text.split("\n")]
    sources: dict[str, list[str]] = {}
    for head, words in lines:
        sources.setdefault(head.partition(":")[0], []).append(words.replace(" | ", " (he said) "))
    made = {key: make_source(key, " ⁂ ".join(texts)) for key, texts in sources.items()}
    passages = {}
    for head, words in lines:
        address, kind = head.split(" ")
        source, key = address.split(":")
        passages[address] = make_passage(made[source], key, tuple(words.split(" | ")), kind)
    return passages
