"""Dossiers made by hand from a text and some spans, and the texts that Hypothesis makes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from onrecord.dates import Date
from onrecord.locations import Location, Span, TextFile
from onrecord.model import Dossier, Passage, PassageKind, Source, Speaker, State, Topic

PLACE = Location(TextFile("content/speakers.yml", ""), 0, 0)

SPEAKER = Speaker(id="lind", name="Ada", kind="", side="", roles=(), aliases=(), spellings=(), location=PLACE)
TOPIC = Topic(id="bridge", label="Bridge", definition="", parent=None, terms=(), location=PLACE)

HOSTILE = (
    "</figure></bdi>", "<script>", "<!--", "-->", "<b id=x>", "&amp;", "&#60;", "&lt", "&", "<", ">", '"', "'", "`", "```",
    "*", "**a**", "_", "__", "~~", "~", "==", "^^", "++", "{++", "{--", "{==", "{>>", "{.x}", "{: #y}", "{{", "}}", "{%",
    "%}", "{#", '--8<-- "a.txt"', "--8<--", ":smile:", ":", "https://a.example/x", "a@b.example", "page:topics/", "[x](y)",
    "[^1]", "[TOC]", "[@k:q]", "![", "\\", "#", "# ", "- ", "1. ", "> ", "| a |", "---", "...", "$", "!!! note", "    ",
    "\n", "\n\n", "\n \n", "\t", "\f", "\x85", "\u2028", "\u2029", "\xa0", "\u2003", "\u200b", "\u202e", "\ufeff", "\u3000",
    "“", "”", "’", "«", "…", "é", "e\u0301", "א", "😀", "STX", "wzxhzdk:0", "klzzwxh:0001", "onrecordplace0x0",
)  # fmt: skip
"""What Markdown, its extensions, HTML and template languages take for their own, and blanks of every kind."""

texts = (
    st.lists(
        st.sampled_from(HOSTILE)
        | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)
        | st.sampled_from(["a", "word", " ", "12"]),
        min_size=1,
        max_size=12,
    )
    .map("".join)
    .filter(bool)
)


def source_of(text: str, **fields: Any) -> Source:  # noqa: ANN401  fields of several types
    plain = Source(
        key="s",
        title="A title",
        date=Date(year=2024, month=5, day=14),
        date_basis="",
        publisher="",
        kind="",
        url="",
        archive_url="",
        language="en",
        translation="",
        retrieved=None,
        note="",
        sha256="0" * 64,
        text=text,
        participants=(),
        noise=(),
        left_out=(),
        aliases=(),
        location=PLACE,
    )
    return replace(plain, **fields)


def passage_of(source: Source, key: str, *spans: Span, **fields: Any) -> Passage:  # noqa: ANN401  fields of several types
    plain = Passage(
        key=key,
        kind=PassageKind.QUOTE,
        source=source,
        spans=spans,
        state=State.VERBATIM,
        speaker=SPEAKER,
        role=None,
        topics=(TOPIC,),
        context="",
        note="",
        sic=(),
        mentions=(),
        whole=None,
        aliases=(),
        location=PLACE,
    )
    return replace(plain, **fields)


def dossier_of(source: Source, passages: Sequence[Passage], **fields: Any) -> Dossier:  # noqa: ANN401  fields of several types
    plain = Dossier(
        title="Dossier",
        subtitle="",
        editor="",
        as_of=None,
        marking="",
        language="en",
        speakers=(SPEAKER,),
        topics=(TOPIC,),
        sources=(source,),
        passages=tuple(passages),
        figures=(),
        links=(),
        events=(),
        briefings=(),
    )
    return replace(plain, **fields)


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> Span:
    """Draw a stretch that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def split_spans_in(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """Draw one to three stretches, in order and apart."""
    count = draw(st.integers(1, min(3, len(text))))
    edges = st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * count, unique=True)
    ordered = sorted(draw(edges))
    pairs = zip(ordered[::2], ordered[1::2], strict=False)
    return tuple(Span(start, end) for start, end in pairs)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a source with overlapping, split and nested passages, furniture and slips."""
    text = draw(texts)
    noise = tuple(draw(st.lists(spans_in(text), max_size=2)))
    source = source_of(text, noise=noise, title=draw(st.sampled_from(["A title", text])))
    passages = []
    for number in range(draw(st.integers(0, 5))):
        spans = draw(split_spans_in(text))
        slips = draw(st.lists(spans_in(text), max_size=1))
        sic = tuple(slip for slip in slips if any(span.start <= slip.start and slip.end <= span.end for span in spans))
        kind = draw(st.sampled_from(PassageKind))
        passages.append(passage_of(source, f"p{number}", *spans, sic=sic, kind=kind))
    passages.sort(key=lambda each: each.start)
    return dossier_of(source, passages)
