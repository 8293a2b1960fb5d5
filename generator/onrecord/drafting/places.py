"""On which pages a problem is told: those that are made from the file that it is in."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from onrecord.clashes import address_of
from onrecord.content import CODEBOOK_FILE, DOSSIER_FILE, SOURCES_FOLDER, SPEAKERS_FILE
from onrecord.model import Dossier
from onrecord.problems import PAGE_CLASH, Problem
from onrecord.prose import Prose
from onrecord.urls import HOME, SPEAKERS, TOPICS, source_address, topic_address

_SINGLE = {DOSSIER_FILE: HOME, CODEBOOK_FILE: TOPICS, SPEAKERS_FILE: SPEAKERS}


def pages_of(
    problem: Problem, dossier: Dossier, proses: Mapping[str, Prose], addresses: frozenset[str]
) -> tuple[str, ...]:
    """Give the addresses of the pages that a problem concerns, the one that is made from its file first.

    `proses` are those of the briefings by the id of their topic; `addresses` are those that there are.
    """
    return tuple(dict.fromkeys(each for each in _candidates(problem, dossier, proses) if each in addresses))


def _candidates(problem: Problem, dossier: Dossier, proses: Mapping[str, Prose]) -> Iterator[str]:
    path = PurePosixPath(problem.location.path)
    if problem.kind is PAGE_CLASH:
        yield from (address_of("/".join(path.parts[place:])) for place in range(1, len(path.parts)))
        return
    yield from (topic_address(each.topic.id) for each in dossier.briefings if each.location.path == str(path))
    if path.parent.name == SOURCES_FOLDER:
        yield source_address(path.stem)
        yield from (
            topic_address(topic)
            for topic, prose in proses.items()
            if any(key.address.startswith(f"{path.stem}:") for key in prose.keys)
        )
    elif path.name in _SINGLE:
        yield _SINGLE[path.name]
    yield HOME
