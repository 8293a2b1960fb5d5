"""A large dossier in volumes: the briefings first, then the sources, each volume of about the same length.

What is measured is sources: a passage shown in full counts as a quarter of one. No chapter and no source is parted, so
a volume is longer than was asked for where a single one is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from onrecord import urls
from onrecord.model import Dossier, Source, Topic
from onrecord.pages.index import index_dossier

T = TypeVar("T")

_OF_A_SOURCE = 4
"""What a source counts where a passage counts one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What one of several volumes holds."""

    number: int
    """From 1."""
    count: int
    """Of all volumes."""
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    has_tables: bool = False
    """Whether the figures and events of the whole dossier are in it."""


def plan_volumes(dossier: Dossier, size: int) -> tuple[Volume, ...]:
    """Divide a dossier into volumes of as many sources; none for 0, and none where all would be in one."""
    index = index_dossier(dossier)
    most = size * _OF_A_SOURCE
    topics = list(_pack(dossier.topics, most, lambda each: _OF_A_SOURCE + len(index.on_topic(each)))) if size else []
    sources = list(_pack(dossier.sources, most, lambda _: _OF_A_SOURCE)) if size else []
    count = len(topics) + len(sources)
    if not size or len(dossier.sources) <= size:
        return ()
    return (
        *(
            Volume(number=number, count=count, topics=some, has_tables=number == len(topics))
            for number, some in enumerate(topics, start=1)
        ),
        *(
            Volume(number=number, count=count, sources=some, has_tables=not topics and number == 1)
            for number, some in enumerate(sources, start=len(topics) + 1)
        ),
    )


def volume_of(volumes: Sequence[Volume]) -> Mapping[str, int]:
    """Say in which volume each topic and source is, by its address."""
    topics = {urls.topic_address(each.id): volume.number for volume in volumes for each in volume.topics}
    sources = {urls.source_address(each.key): volume.number for volume in volumes for each in volume.sources}
    return {**topics, **sources}


def proven_in(volume: Volume, dossier: Dossier) -> Dossier:
    """Give the part of the dossier that a volume shows in full, and can be held to: its sources, or the cards of its topics."""
    index = index_dossier(dossier)
    shown = {each.address for topic in volume.topics for each in index.on_topic(topic)}
    own = {each.key for each in volume.sources}
    passages = tuple(each for each in dossier.passages if each.address in shown or each.source.key in own)
    keys = own | {each.source.key for each in passages}
    sources = tuple(each for each in dossier.sources if each.key in keys)
    return replace(dossier, sources=sources, passages=passages)


def file_of(target: Path, volume: Volume) -> Path:
    """Name the file of a volume after that of the whole print: `dossier-volume-2.pdf`."""
    return target.with_name(f"{target.stem}-volume-{volume.number}{target.suffix}")


def _pack(items: Sequence[T], most: int, weight_of: Callable[[T], int]) -> Iterator[tuple[T, ...]]:
    part: list[T] = []
    weight = 0
    for item in items:
        more = weight_of(item)
        if part and weight + more > most:
            yield tuple(part)
            part, weight = [], 0
        part.append(item)
        weight += more
    if part:
        yield tuple(part)
