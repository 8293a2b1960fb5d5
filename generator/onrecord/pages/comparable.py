"""Which figures may be looked at side by side: of the same thing, in the same unit, over the same kind of period.

What cannot be told is not compared: a figure that was not read as a number, or whose record does not say what it is of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from onrecord import urls
from onrecord.dates import Date
from onrecord.figures import parse_unit, read_period
from onrecord.model import Figure, Speaker, Topic
from onrecord.pages.calendar import date_order
from onrecord.pages.index import DossierIndex

_FEWEST = 2
"""A plot of one figure shows nothing that its words do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFigure:
    """A figure that has a number."""

    figure: Figure
    low: Decimal
    high: Decimal
    when: Date
    """The first date of its period; else the day that it describes; else the day that it was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """Figures that may be plotted together, by time; two or more."""

    page: str
    """Address of the page that they are plotted on."""
    name: str
    """The same whatever other figures there are."""
    what: str
    unit: str
    period: str
    """The kind of period, see `figures.periods`."""
    figures: tuple[ReadFigure, ...]


def find_comparable(figures: Iterable[Figure], page: str) -> tuple[Comparable, ...]:
    """Gather the figures of a page that can be compared, groups in the order of their first figure."""
    groups: dict[tuple[str, str, str], list[ReadFigure]] = {}
    for each in map(_read, figures):
        if each is not None and each.figure.what.strip():
            groups.setdefault(_kind(each.figure), []).append(each)
    return tuple(
        Comparable(
            page=page,
            name=f"figures-{sha256(repr(kind).encode()).hexdigest()[:12]}",
            what=group[0].figure.what.strip(),
            unit=kind[1],
            period=kind[2],
            figures=tuple(sorted(group, key=_order)),
        )
        for kind, group in groups.items()
        if len(group) >= _FEWEST
    )


def all_comparable(index: DossierIndex) -> tuple[Comparable, ...]:
    """Gather the comparable figures of the whole dossier."""
    return find_comparable(index.dossier.figures, urls.FIGURES)


def topic_comparable(topic: Topic, index: DossierIndex) -> tuple[Comparable, ...]:
    """Gather those of what is filed under a topic."""
    on_topic = (figure for each in index.on_topic(topic) for figure in index.figures_in(each))
    return find_comparable(on_topic, urls.topic_address(topic.id))


def speaker_comparable(speaker: Speaker, index: DossierIndex) -> tuple[Comparable, ...]:
    """Gather those of what a speaker said."""
    own = (figure for each in index.of_speaker(speaker) for figure in index.figures_in(each))
    return find_comparable(own, urls.speaker_address(speaker.id))


def _read(figure: Figure) -> ReadFigure | None:
    if figure.low is None or figure.high is None:
        return None
    stated = read_period(figure.period).start if figure.period else figure.as_of
    return ReadFigure(
        figure=figure,
        low=figure.low,
        high=figure.high,
        when=stated or figure.passage.source.date,
    )


def _kind(figure: Figure) -> tuple[str, str, str]:
    what = " ".join(figure.what.split()).casefold()
    return what, parse_unit(figure.unit) or figure.unit, read_period(figure.period).kind


def _order(each: ReadFigure) -> tuple[tuple[str, str], tuple[str, str]]:
    return date_order(each.when), date_order(each.figure.passage.source.date)
