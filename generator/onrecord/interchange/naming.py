"""New topics and speakers put behind those that are in their files, which stay as they are, comments and all."""

from collections.abc import Iterable

from onrecord.codebook import TopicEntry
from onrecord.entries import read_keyed_file
from onrecord.forms import KEY
from onrecord.interchange.exchange import Code, Fact, Person
from onrecord.interchange.facts import facts_of
from onrecord.interchange.sifting import sift
from onrecord.interchange.yaml_words import printable, write_map
from onrecord.locations import TextFile
from onrecord.speakers import SpeakerEntry

UNDEFINED = "Imported without a definition."
"""What a topic says that came without one: a codebook needs it, and readers should know."""


def add_topics(text: str, codes: Iterable[Code]) -> str | None:
    """Put topics behind the codebook's; None where there is no safe place for them."""
    added: dict[str, Fact] = {}
    for code in codes:
        facts: dict[str, Fact] = {
            "label": printable(code.name).strip() or code.id,
            "definition": printable(code.description).strip() or UNDEFINED,
        }
        parent: dict[str, Fact] = {"parent": code.parent} if code.parent else {}
        added[code.id] = {**facts, **parent, **sift(code.facts, TopicEntry)[0]}
    return _append(text, added, TopicEntry)


def add_speakers(text: str, people: Iterable[Person]) -> str | None:
    """Put speakers behind those of the file; None where there is no safe place for them."""
    added: dict[str, Fact] = {
        each.id: {"name": printable(each.name).strip() or each.id, **sift(each.facts, SpeakerEntry)[0]}
        for each in people
    }
    return _append(text, added, SpeakerEntry)


def _append(text: str, added: dict[str, Fact], cls: type[TopicEntry | SpeakerEntry]) -> str | None:
    old = _read(text, cls)
    ended = text if not text or text.endswith("\n") else f"{text}\n"
    gap = "\n" if ended.strip() else ""
    changed = ended + gap + "\n".join(write_map({key: facts}) for key, facts in added.items())
    new = _read(changed, cls)
    wanted = None if old is None else {**old, **added}
    return changed if new is not None and new == wanted else None


def _read(text: str, cls: type[TopicEntry | SpeakerEntry]) -> dict[str, Fact] | None:
    read, _ = read_keyed_file(cls, TextFile("", text), KEY)
    return None if read is None else {str(each.key): facts_of(each.entry) for each in read}
