"""Figures that can be compared, as pictures: each status with marks of its own, ranges with both ends, open ends open."""

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

from onrecord.model import Figure
from onrecord.pages.amounts import amount_words, bound_of, unit_words
from onrecord.pages.calendar import date_words
from onrecord.pages.comparable import Comparable, ReadFigure, find_comparable
from onrecord.pages.index import DossierIndex
from onrecord.pages.panels import PicturePanel, plan_panel
from onrecord.pages.places import place_of
from onrecord.pages.references import source_reference, speaker_reference
from onrecord.pages.wording import Wording
from onrecord.pictures import Amount, Entry, Series, Shape, TextRow, draw_ranges
from onrecord.pictures.picture import Dash
from onrecord.pictures.ranges import scale_of

MOST_DRAWN = 30

_POWERS = (3, 6, 9, 12)
_EXACT = Context(prec=200)

LOOKS: dict[str, tuple[Shape, bool, Dash]] = {
    "reported": (Shape.DISC, False, ""),
    "estimate": (Shape.RING, True, ""),
    "planned": (Shape.SQUARE, True, "dashed"),
    "goal": (Shape.DIAMOND, True, "dotted"),
    "": (Shape.CROSS, True, ""),
}
"""The mark of each status, whether its bars are hollow, and their line, so that neither colour nor place is needed."""


def plan_figure_plots(figures: Iterable[Figure], page: str, index: DossierIndex) -> tuple[PicturePanel, ...]:
    """Draw the figures of a page that can be compared, a picture for each kind of them."""
    return tuple(_plan_plot(each, index) for each in find_comparable(figures, page))


def _plan_plot(group: Comparable, index: DossierIndex) -> PicturePanel:
    say, drawn = index.say, group.figures[-MOST_DRAWN:]
    by_status = {
        status: [each for each in drawn if (each.figure.status if each.figure.status in LOOKS else "") == status]
        for status in LOOKS
    }
    series = [_series(status, figures, say) for status, figures in by_status.items() if figures]
    scale = scale_of([amount for one in series for amount in one.amounts])
    power = _power(max(abs(scale.low), abs(scale.high)))
    unit = unit_words(group.unit, say)
    notes = _notes(group, len(drawn), say, has_zero=scale.has_zero)
    title = say.PLOT_TITLE.format(what=group.what, how=f"{unit}, {_period_kind(group, say)}")
    told = [_describe(status, figures, say) for status, figures in by_status.items() if figures]
    picture = draw_ranges(
        title=title,
        description=" ".join((*told, *notes)),
        series=series,
        captions=(say.IN_MAGNITUDES[str(power)].format(unit=unit) if power else unit, *notes),
        tick_words=lambda value: say.language.number(_decimal(value / 10**power)),
        columns=(say.STATUS, say.WHEN, say.VALUE, say.AS_WRITTEN, say.CLAIMED_BY, say.WHERE),
        rows=tuple(_table_row(each, index) for figures in by_status.values() for each in figures),
    )
    return plan_panel(group.page, group.name, picture, say, notes)


def _series(status: str, figures: Iterable[ReadFigure], say: Wording) -> Series:
    shape, is_hollow, dash = LOOKS[status]
    return Series(
        name=_status_words(status, say),
        shape=shape,
        is_hollow=is_hollow,
        dash=dash,
        amounts=tuple(_amount(each, say) for each in figures),
    )


def _amount(each: ReadFigure, say: Wording) -> Amount:
    speaker = each.figure.passage.speaker
    return Amount(
        low=Fraction(each.low),
        high=Fraction(each.high),
        is_approximate=each.figure.is_approximate,
        bound=bound_of(each.figure),
        label=" · ".join((when_words(each.figure, say), *((speaker.name,) if speaker else ()))),
        words=amount_words(each.figure, say),
    )


def when_words(figure: Figure, say: Wording) -> str:
    """Say of when a figure is: the period as the record has it, else the day it describes, else when it was said."""
    if figure.period:
        return figure.period
    if figure.as_of:
        return say.AS_OF_DATE.format(date=date_words(figure.as_of, say))
    return say.SAID_ON.format(date=date_words(figure.passage.source.date, say))


def _notes(group: Comparable, drawn: int, say: Wording, *, has_zero: bool) -> tuple[str, ...]:
    cut = say.LATEST_DRAWN.format(shown=drawn, all=len(group.figures)) if drawn < len(group.figures) else ""
    return tuple(note for note in (cut, "" if has_zero else say.NOT_FROM_ZERO) if note)


def _describe(status: str, figures: Iterable[ReadFigure], say: Wording) -> str:
    known = tuple(figures)
    low, high = min(each.low for each in known), max(each.high for each in known)
    return say.describe_amounts(_status_words(status, say), len(known), low, high)


def _status_words(status: str, say: Wording) -> str:
    return say.STATUSES.get(status, say.NO_STATUS)


def _period_kind(group: Comparable, say: Wording) -> str:
    name, _, numbers = group.period.partition(" ")
    if name == "months" and "-" in numbers:
        first, last = (say.language.month(int(each)) for each in numbers.split("-"))
        return say.SAME_MONTHS.format(first=first, last=last)
    if name == "years" and numbers.isdecimal():
        return say.BY_YEARS.format(number=numbers)
    return say.PERIOD_KINDS.get(group.period, group.figures[0].figure.period)


def _power(largest: Fraction) -> int:
    """Give the power of ten by which the numbers of a scale are short enough to be read."""
    return max((power for power in _POWERS if largest >= 10**power), default=0)


def _decimal(value: Fraction) -> Decimal:
    """Write a tick as a decimal; ticks are 1, 2 or 5 times a power of ten, so it ends."""
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _table_row(each: ReadFigure, index: DossierIndex) -> TextRow:
    figure, passage = each.figure, each.figure.passage
    speaker = speaker_reference(passage.speaker) if passage.speaker else None
    say = index.say
    source, place = source_reference(passage.source), place_of(passage, index)
    return (
        (Entry(text=_status_words(figure.status, say)),),
        (Entry(text=when_words(figure, say)),),
        (Entry(text=amount_words(figure, say)),),
        (Entry(text=figure.words, language=passage.source.language),),
        (Entry(text=speaker.label, address=speaker.address) if speaker else Entry(text=say.SOURCE_VOICE),),
        (
            Entry(text=source.label, address=source.address, language=source.language),
            Entry(text=place.label, address=place.address),
        ),
    )
