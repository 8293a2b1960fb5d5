"""A dossier as a folder for Obsidian: a note for each source, topic, speaker and briefing, linked by wiki links.

Every passage is a block of its source's note with a block id, `^q04`, so that it can be linked and embedded. Words of sources are
escaped, so that nothing in them is a mark, a tag or a link.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.checking import Checked
from onrecord.interchange.exchange import Fact
from onrecord.interchange.yaml_words import write_map
from onrecord.model import Briefing, Dossier, Passage, PassageKind, Source, Speaker, Topic
from onrecord.pages.translating import wording_of
from onrecord.pages.wording import Wording
from onrecord.urls import NOWHERE

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$&=^%]")
_START = re.compile(r"(?:[-+]|[0-9]{1,9}(?=[.)]))")
"""What begins a list where it begins a line."""
_IN_LINK = re.compile(r"[\[\]|#^]")
"""What ends the words of a wiki link."""


def write_vault(checked: Checked) -> dict[str, bytes]:
    """Write the notes, by their paths."""
    return {name: text.encode() for name, text in _Vault(checked).notes()}


class _Vault:
    """A dossier being written as notes."""

    def __init__(self, checked: Checked) -> None:
        self._dossier: Dossier = checked.dossier
        self._say: Wording = wording_of(checked.dossier, NOWHERE)
        self._in_source: dict[str, list[Passage]] = {}
        self._on_topic: dict[str, list[Passage]] = {}
        self._of_speaker: dict[str, list[Passage]] = {}
        for passage in self._dossier.passages:
            self._in_source.setdefault(passage.source.key, []).append(passage)
            self._of_speaker.setdefault(passage.speaker.id if passage.speaker else "", []).append(passage)
            for topic in passage.topics:
                self._on_topic.setdefault(topic.id, []).append(passage)
        self._briefings = {each.topic.id: each for each in self._dossier.briefings}

    def notes(self) -> Iterator[tuple[str, str]]:
        yield "index.md", self._index()
        for source in self._dossier.sources:
            yield f"sources/{source.key}.md", self._source(source)
        for topic in self._dossier.topics:
            yield f"topics/{topic.id}.md", self._topic(topic)
        for speaker in self._dossier.speakers:
            yield f"speakers/{speaker.id}.md", self._speaker(speaker)
        for briefing in self._dossier.briefings:
            yield f"briefings/{briefing.topic.id}.md", self._briefing(briefing)

    def _index(self) -> str:
        dossier, say = self._dossier, self._say
        lists: list[tuple[str, Iterable[str]]] = [
            (say.TOPICS, (self._topic_link(each) for each in dossier.topics)),
            (say.SOURCES, (_link(f"sources/{each.key}", each.title) for each in dossier.sources)),
            (say.SPEAKERS, (_link(f"speakers/{each.id}", each.name) for each in dossier.speakers)),
        ]
        lead = [f"# {escape(dossier.title)}", *([escape(dossier.subtitle)] if dossier.subtitle else [])]
        return _paragraphs(*lead, *(block for name, items in lists for block in (f"## {name}", _listed(items))))

    def _source(self, source: Source) -> str:
        about: dict[str, Fact] = {
            "aliases": [source.title],
            "date": str(source.date),
            "publisher": source.publisher,
            "kind": source.kind,
            "url": source.url,
            "language": source.language,
            "sha256": source.sha256,
        }
        passages = self._in_source.get(source.key, [])
        return _paragraphs(
            _front_matter(about),
            f"# {escape(source.title)}",
            f"## {self._say.QUOTES}",
            *(block for each in passages if each.is_quote for block in self._passage(each)),
            f"## {self._say.STATEMENTS}",
            *(block for each in passages if not each.is_quote for block in self._passage(each)),
            f"## {self._say.THE_TEXT}",
            *_text_paragraphs(source.text),
        )

    def _passage(self, passage: Passage) -> Iterator[str]:
        """Write a passage as a block with its id, and what is known of it below."""
        words = f" {escape(self._say.GAP_MARK)} ".join(escape(_one_line(piece)) for piece in passage.pieces)
        marks = (self._say.OPENING_MARK, self._say.CLOSING_MARK) if passage.kind is PassageKind.QUOTE else ("", "")
        yield f"> {marks[0]}{words}{marks[1]}"
        yield f"^{passage.key}"
        speaker = passage.speaker
        who = _link(f"speakers/{speaker.id}", speaker.name) if speaker else self._say.SOURCE_VOICE
        topics = " · ".join(self._topic_link(topic) for topic in passage.topics)
        yield " · ".join(part for part in (who, topics) if part)
        for name, said in ((self._say.CONTEXT, passage.context), (self._say.NOTE, passage.note)):
            if said:
                yield f"{name}: {escape(_one_line(said))}"

    def _topic(self, topic: Topic) -> str:
        say = self._say
        passages = self._on_topic.get(topic.id, [])
        parent = [f"{say.PART_OF_TOPIC} {self._topic_link(topic.parent)}"] if topic.parent else []
        briefing = [_link(f"briefings/{topic.id}", say.BRIEFING)] if topic.id in self._briefings else []
        return _paragraphs(
            _front_matter({"aliases": [topic.label]}),
            f"# {escape(topic.label)}",
            escape(_one_line(topic.definition)),
            *parent,
            *briefing,
            *map(_embed, passages),
        )

    def _speaker(self, speaker: Speaker) -> str:
        passages = self._of_speaker.get(speaker.id, [])
        names = list(dict.fromkeys((speaker.name, *speaker.aliases, *speaker.spellings)))
        roles = _listed(escape(role.title) for role in speaker.roles)
        return _paragraphs(
            _front_matter({"aliases": names}), f"# {escape(speaker.name)}", roles, *map(_embed, passages)
        )

    def _topic_link(self, topic: Topic) -> str:
        return _link(f"topics/{topic.id}", topic.label)

    def _briefing(self, briefing: Briefing) -> str:
        """Write the editor's prose, its keys turned into links and its embedded passages into embeds."""
        start = briefing.prose_start
        edits: list[tuple[int, int, str]] = []
        for citation in briefing.citations:
            passage = citation.passage
            link = _link(f"sources/{passage.source.key}#^{passage.key}", passage.address)
            at_sign = citation.span.start - start - 1
            first = at_sign if briefing.prose[at_sign : at_sign + 1] == "@" else at_sign + 1
            edits.append((first, citation.span.end - start, link))
            edits += _round_brackets(briefing.prose, citation.span.start - start, citation.span.end - start)
        for embedding in briefing.embeddings:
            span = embedding.span
            edits = [each for each in edits if not span.start <= each[0] + start < span.end]
            edits.append((span.start - start, span.end - start, _embed(embedding.passage)))
        edits += [(each.start - start, each.end - start, f" *({self._say.JUDGMENT})*") for each in briefing.judgments]
        title = f"{briefing.topic.label}: {self._say.BRIEFING}"
        return _paragraphs(_front_matter({"aliases": [title]}), _edited(briefing.prose, edits).strip("\n"))


def escape(text: str) -> str:
    """Write text on one line so that Obsidian shows just that text."""
    escaped = _MARKS.sub(r"\\\g<0>", text)
    start = _START.match(text)
    if start is None:
        return escaped
    at = 0 if start[0] in "-+" else start.end()
    return f"{escaped[:at]}\\{escaped[at:]}"


def _text_paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n[^\S\n]*\n", text):
        lines = [escape(line.strip()) for line in paragraph.split("\n") if line.strip()]
        if lines:
            yield "\n".join(lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _link(target: str, words: str) -> str:
    return f"[[{target}|{_IN_LINK.sub(' ', _one_line(words)).strip()}]]"


def _embed(passage: Passage) -> str:
    return f"![[sources/{passage.source.key}#^{passage.key}]]"


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _front_matter(facts: dict[str, Fact]) -> str:
    return f"---\n{write_map({name: fact for name, fact in facts.items() if fact})}---"


def _paragraphs(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _round_brackets(prose: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Make the square brackets around a key round ones, which a wiki link would run into."""
    left, right = prose.rfind("[", 0, start), prose.find("]", end)
    if left >= 0 and "]" not in prose[left:start]:
        yield left, left + 1, "("
    if right >= 0 and "[" not in prose[end:right]:
        yield right, right + 1, ")"


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    found, position = [], 0
    for start, end, new in sorted(set(edits)):
        if start >= position:
            found += [text[position:start], new]
            position = end
    return "".join((*found, text[position:]))
