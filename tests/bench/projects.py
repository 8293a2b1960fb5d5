"""Projects as large as wanted, of invented or real documents, annotated alike: the same documents make the same bytes.

Each source has twelve passages unless told: sentences as quotes, a quote that overlaps two of them, a statement, and
links to a passage of its own and to one of the source before. There is a topic for ten sources, each with a briefing
that quotes thirty passages, and a speaker for twenty.
"""

import dataclasses
import itertools
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .documents import Document, invent_documents, read_documents

PASSAGES = 12
"""In each source, unless told."""
QUOTED = 30
"""Passages that a briefing quotes."""
_LEAST_TOPICS = 12
_LEAST_SPEAKERS = 4
_SHORTEST = 25
"""Characters of a sentence that is annotated: shorter ones often stand twice."""
_SPARE = 4
"""Sentences more than passages that a document should have, so that few are too short or stand twice."""
_PLAIN = re.compile(r"[\w ,.;’–-]+")
"""Words that are the same in Markdown."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each there are."""

    passages: int
    """In each source, at most."""
    topics: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was annotated."""

    key: str
    text: str
    topic: int
    is_quote: bool = True


def write_project(folder: Path, sources: int, passages: int = PASSAGES) -> Path:
    """Write a project of invented documents that checks clean, 250 bytes a passage; gives its folder."""
    return _write(folder, tuple(invent_documents(sources, passages)), passages)


def write_corpus_project(folder: Path, corpus: Path, sources: int) -> Path:
    """Write a project of the documents of a corpus; gives its folder."""
    return _write(folder, tuple(read_documents(corpus, sources, PASSAGES + _SPARE)), PASSAGES)


def _write(folder: Path, documents: Sequence[Document], passages: int) -> Path:
    number = len(documents)
    sizes = Sizes(passages, topics=max(_LEAST_TOPICS, number // 10), speakers=max(_LEAST_SPEAKERS, number // 20))
    content = folder / "content"
    for name in ("sources", "briefings"):
        (content / name).mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n\nInvented to be measured.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (content / "dossier.yml").write_text("title: Bench\nas_of: 2024-12-31\n", encoding="utf-8")
    (content / "codebook.yml").write_text("".join(map(_topic, range(sizes.topics))), encoding="utf-8")
    (content / "speakers.yml").write_text("".join(map(_speaker, range(sizes.speakers))), encoding="utf-8")
    filed: list[list[Passage]] = [[] for _ in range(sizes.topics)]
    for running, document in enumerate(documents):
        for passage in _write_source(content / "sources", running, document, sizes):
            filed[passage.topic].append(passage)
    for topic, some in enumerate(filed):
        briefing = _briefing(topic, some[:QUOTED])
        (content / "briefings" / f"t{topic}.md").write_text(briefing, encoding="utf-8", newline="\n")
    return folder


_SETTINGS = """\
site_name: Bench
theme:
  name: material
  font: false
plugins: [search, onrecord]
"""


def _topic(number: int) -> str:
    return f"t{number}:\n  label: Topic {number}\n  definition: What is said of topic {number}\n"


def _speaker(number: int) -> str:
    return f"p{number}:\n  name: Person {number}\n  side: Side {number % 3}\n  roles:\n    - {{title: Member, from: 2000-01-01}}\n"


def _write_source(folder: Path, number: int, document: Document, sizes: Sizes) -> tuple[Passage, ...]:
    annotated = [
        Passage(f"s{number}:q{at:02}", text, (number * sizes.passages + at) % sizes.topics)
        for at, text in enumerate(_choose(document, sizes.passages))
    ]
    statement = dataclasses.replace(annotated.pop(), is_quote=False) if len(annotated) > 1 else None
    record = [
        f"title: {json.dumps(document.title, ensure_ascii=False)}",
        f"date: {document.date}",
        f"publisher: {json.dumps(document.publisher, ensure_ascii=False)}",
        f"sha256: {sha256(document.text.encode()).hexdigest()}",
        "quotes:",
        *(
            _passage(each, f"p{(number + at // 3) % sizes.speakers}", _links(number, at))
            for at, each in enumerate(annotated)
        ),
    ]
    if statement:
        record += ["statements:", _passage(statement, f"p{number % sizes.speakers}", ())]
    (folder / f"s{number}.txt").write_text(document.text, encoding="utf-8", newline="\n")
    (folder / f"s{number}.yml").write_text("\n".join(record) + "\n", encoding="utf-8", newline="\n")
    return (*annotated, *((statement,) if statement else ()))


def _choose(document: Document, passages: int) -> list[str]:
    """Choose sentences that stand once, and one pair of neighbours that overlaps two of them."""
    text = document.text.casefold()
    chosen: list[str] = []
    pairs: list[str] = []
    for sentences in document.paragraphs:
        fit = [each for each in sentences if len(each) >= _SHORTEST and text.count(each.casefold()) == 1]
        chosen += fit
        pairs += (f"{a} {b}" for a, b in itertools.pairwise(sentences) if a in fit and b in fit)
    step = max(1, len(chosen) // passages)
    return [*pairs[:1], *chosen[::step]][:passages]


def _links(number: int, at: int) -> tuple[str, ...]:
    if at == 1:
        return ("{to: q00, as: elaborates}",)
    if at == 2 and number:
        return (f'{{to: "s{number - 1}:q00", as: contrasts, because: It says otherwise.}}',)
    return ()


def _passage(passage: Passage, speaker: str, links: Iterable[str]) -> str:
    lines = [
        f"  {passage.key.partition(':')[2]}:",
        f"    text: {json.dumps(passage.text, ensure_ascii=False)}",
        f"    speaker: {speaker}",
        f"    topics: [t{passage.topic}]",
        *(("    links:", *(f"      - {link}" for link in links)) if links else ()),
    ]
    return "\n".join(lines)


def _briefing(topic: int, passages: Sequence[Passage]) -> str:
    points = [f"- It was said: {_quotation(each)}." for each in passages[:4]]
    said = [f"In the talks it was said: {_quotation(each)}." for each in passages[4:]]
    return (
        f"---\ntopic: t{topic}\nas_of: 2024-12-31\nstatus: current\nversion: 1\n---\n## Key points\n\n"
        + "\n".join(points)
        + "\n\n## Background\n\n"
        + "\n\n".join(said)
        + "\n"
    )


def _quotation(passage: Passage) -> str:
    words = passage.text.rstrip(".")
    is_fit = passage.is_quote and _PLAIN.fullmatch(words)
    return f"“{words}” [@{passage.key}]" if is_fit else f"[@{passage.key}]"
