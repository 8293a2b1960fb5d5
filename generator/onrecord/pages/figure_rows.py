"""One figure as a row: as written, as a number, and who says so."""

from dataclasses import dataclass

from onrecord.model import Figure
from onrecord.pages.amounts import amount_words, unit_words
from onrecord.pages.calendar import date_words, known_date_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_of
from onrecord.pages.references import Reference, source_reference, speaker_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with everything that is known about it, in words."""

    words: str
    language: str
    amount: str
    """Empty where the words could not be read as a number."""
    unit: str
    what: str
    """Empty where the record does not say."""
    period: str
    as_of: str
    speaker: Reference | None
    said_on: str
    basis: str
    status: str
    status_key: str
    note: str
    place: Reference
    """Where it stands in the source."""
    source: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Figures that may stand in one table: of one status and one unit."""

    status: str
    status_key: str
    unit: str
    rows: tuple[FigureRow, ...]


def figure_row(figure: Figure, index: DossierIndex) -> FigureRow:
    """Put a figure in words."""
    passage = figure.passage
    return FigureRow(
        words=figure.words,
        language=passage.source.language,
        amount=amount_words(figure, index.say),
        unit=unit_words(figure.unit, index.say),
        what=figure.what,
        period=figure.period or index.say.NOT_STATED,
        as_of=known_date_words(figure.as_of, index.say) or index.say.NOT_STATED,
        speaker=speaker_reference(passage.speaker) if passage.speaker else None,
        said_on=date_words(passage.source.date, index.say),
        basis=index.say.BASES.get(figure.basis, figure.basis),
        status=index.say.STATUSES.get(figure.status, figure.status),
        status_key=figure.status,
        note=figure.note,
        place=place_of(passage, index),
        source=source_reference(passage.source),
    )


def group_figures(figures: tuple[Figure, ...], index: DossierIndex) -> tuple[FigureGroup, ...]:
    """Keep reported, estimated, planned and hoped-for apart, and within each of them the units."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.status, figure.unit), []).append(figure)
    ranks = {status: rank for rank, status in enumerate(index.say.STATUSES)}
    ordered = sorted(groups.items(), key=lambda each: (ranks.get(each[0][0], len(ranks)), each[0]))
    return tuple(
        FigureGroup(
            status=index.say.STATUSES.get(status, status),
            status_key=status,
            unit=unit_words(unit, index.say),
            rows=tuple(figure_row(each, index) for each in group),
        )
        for (status, unit), group in ordered
    )
