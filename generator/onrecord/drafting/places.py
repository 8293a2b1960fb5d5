"""On which pages a problem is told: those that are made from the file that it is in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from onrecord.clashes import address_of
from onrecord.content import CODEBOOK_FILE, DOSSIER_FILE, SOURCES_FOLDER, SPEAKERS_FILE
from onrecord.model import Dossier
from onrecord.problems import PAGE_CLASH, Problem
from onrecord.prose import Prose
from onrecord.urls import HOME, SPEAKERS, TOPICS, source_address, topic_address

_SINGLE = {DOSSIER_FILE: HOME, CODEBOOK_FILE: TOPICS, SPEAKERS_FILE: SPEAKERS}


class Places:
    """The pages of a draft, by the files that they are made from."""

    def __init__(self, dossier: Dossier, proses: Mapping[str, Prose], addresses: Iterable[str]) -> None:
        """Take the proses of the briefings by the id of their topic, and the addresses of all pages that there are."""
        self._addresses = frozenset(addresses)
        self._written: dict[str, list[str]] = defaultdict(list)
        for briefing in dossier.briefings:
            self._written[briefing.location.path].append(topic_address(briefing.topic.id))
        self._citing: dict[str, list[str]] = defaultdict(list)
        """The pages of the briefings that name a passage of a source, by its key."""
        for topic, prose in proses.items():
            for source in dict.fromkeys(key.address.partition(":")[0] for key in prose.keys if ":" in key.address):
                self._citing[source].append(topic_address(topic))

    def of(self, problem: Problem) -> tuple[str, ...]:
        """Give the addresses of the pages that a problem concerns, the one that is made from its file first."""
        return tuple(dict.fromkeys(each for each in self._candidates(problem) if each in self._addresses))

    def _candidates(self, problem: Problem) -> Iterator[str]:
        path = PurePosixPath(problem.location.path)
        if problem.kind is PAGE_CLASH:
            yield from (address_of("/".join(path.parts[place:])) for place in range(1, len(path.parts)))
            return
        yield from self._written.get(str(path), ())
        if path.parent.name == SOURCES_FOLDER:
            yield source_address(path.stem)
            yield from self._citing.get(path.stem, ())
        elif path.name in _SINGLE:
            yield _SINGLE[path.name]
        yield HOME
