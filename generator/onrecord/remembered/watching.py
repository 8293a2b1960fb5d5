"""An index of the dossier that notes what is asked of it.

A plan has three ways to anything: what it was given, what it asks the index for, and what these refer to. Digests cover
the first and the third; the second is noted here, as subjects: a word for what was asked, and the key asked about. What
the index is asked about one passage is one subject, whatever it was.
"""

from collections.abc import Callable
from typing import Any, cast

from onrecord.model import Dossier, Passage, Source, Speaker, Topic
from onrecord.pages.index import DossierIndex

ALL = "all"
"""The word for a whole list of the dossier, such as all of its topics; its key is the name of the list."""
HEADER = ("title", "subtitle", "editor", "as_of", "marking", "language")
"""Of a dossier: what all pieces may show, and so is no subject."""
PASSAGE = "passage"
OF_PASSAGES = ("parts_of", "figures_in", "links_from", "links_to", "uses_of")
OF_SOURCES = ("in_source", "voices_in", "versions_of", "newest_of")
OF_SPEAKERS = ("of_speaker", "voices_of", "mentioning", "attended_by")
OF_TOPICS = ("on_topic", "voices_on", "events_on", "uses_on", "children_of", "briefing_on")
"""What an index is asked about each, by the names of its methods."""


class Watched:
    """Stands for an index: answers as it does, and notes the subjects."""

    def __init__(self, index: DossierIndex, noted: set[str]) -> None:
        """Take the index, and where to note."""
        self._index = index
        self._noted = noted
        self._dossier = _WatchedDossier(index.dossier, noted)
        self.publication = index.publication
        self.say = index.say
        self.limits = index.limits
        self.paragraphs_of = index.paragraphs_of  # a function of the source alone
        self.paragraph_at = index.paragraph_at

    @property
    def dossier(self) -> Dossier:
        """Give the dossier, which notes when it is looked through."""
        return cast("Dossier", self._dossier)


class _WatchedDossier:
    def __init__(self, dossier: Dossier, noted: set[str]) -> None:
        self._dossier = dossier
        self._noted = noted

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a dossier has
        if name not in HEADER:
            self._noted.add(f"{ALL} {name}")
        return getattr(self._dossier, name)


def _answer(name: str, word: str, key_of: Callable[[Any], str]) -> Callable[[Watched, Any], Any]:
    ask = getattr(DossierIndex, name)

    def answer(self: Watched, about: Any) -> Any:  # noqa: ANN401  as the index answers
        self._noted.add(f"{word} {key_of(about)}")
        return ask(self._index, about)

    return answer


def _passage(about: Passage) -> str:
    return about.address


def _source(about: Source) -> str:
    return about.key


def _id(about: Speaker | Topic) -> str:
    return about.id


_KEYS: tuple[tuple[tuple[str, ...], Callable[[Any], str]], ...] = (
    (OF_PASSAGES, _passage),
    (OF_SOURCES, _source),
    (OF_SPEAKERS, _id),
    (OF_TOPICS, _id),
)
for _names, _key_of in _KEYS:
    for _name in _names:
        setattr(Watched, _name, _answer(_name, PASSAGE if _names is OF_PASSAGES else _name, _key_of))


def watch(index: DossierIndex, noted: set[str]) -> DossierIndex:
    """Give an index that answers as this one does, and adds each subject that it is asked about."""
    return cast("DossierIndex", Watched(index, noted))
