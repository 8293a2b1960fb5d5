"""Figures: found in their passage, and held to what their words say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from onrecord.assembly.passages import Surroundings, find_inside
from onrecord.assembly.people import text_of
from onrecord.dates import parse_date
from onrecord.figures import FigureReading, parse_unit, parse_value, read_figure
from onrecord.locations import Span, Written
from onrecord.model import Figure, Passage
from onrecord.problems import (
    LOW_OVER_HIGH,
    RANGE_NEEDED,
    UNREADABLE_FIGURE,
    WRONG_APPROXIMATE,
    WRONG_NUMBER,
    WRONG_UNIT,
    Kind,
    Problem,
    shorten,
)
from onrecord.records import FigureEntry

_YES = frozenset({"true", "yes"})


@dataclass(frozen=True, slots=True)
class _Stated:
    """The bounds and the unit that an entry states; None where it leaves them to the words."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None


def assemble_figures(
    entries: Iterable[FigureEntry], passage: Passage, around: Surroundings
) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """Resolve the figures of one passage."""
    figures: list[Figure] = []
    problems: list[Problem] = []
    for entry in entries:
        found = find_inside(entry.text, passage.spans, around) if entry.text.text else None
        if isinstance(found, Span):
            figures.append(_figure(entry, passage, found))
            problems += check_figure(entry)
        elif found is not None:
            problems.append(around.explain("figure", (entry.text,), found))
    return tuple(figures), tuple(problems)


def _figure(entry: FigureEntry, passage: Passage, span: Span) -> Figure:
    stated, reading = _stated(entry), read_figure(entry.text.text)
    low = stated.low if stated.low is not None else (reading.low if reading else None)
    high = stated.high if stated.high is not None else (reading.high if reading else None)
    unit = stated.unit if stated.unit is not None else ((reading.unit if reading else None) or "")
    return Figure(
        passage=passage,
        span=span,
        low=low if low is not None else high,
        high=high if high is not None else low,
        unit=unit,
        is_approximate=_is_approximate(entry, reading),
        status=text_of(entry.status),
        basis=text_of(entry.basis) or ("direct" if passage.is_quote else "narration"),
        what=text_of(entry.what),
        period=text_of(entry.period),
        as_of=parse_date(text_of(entry.as_of)),
        note=text_of(entry.note),
        location=entry.location,
    )


def _is_approximate(entry: FigureEntry, reading: FigureReading | None) -> bool:
    if entry.approximate is not None and entry.approximate.text:
        return entry.approximate.text in _YES
    return reading is not None and reading.is_approximate


def _stated(entry: FigureEntry) -> _Stated:
    value = _number(entry.value)
    low, high = _number(entry.low), _number(entry.high)
    return _Stated(
        low=low if low is not None else value,
        high=high if high is not None else value,
        unit=parse_unit(entry.unit.text) if entry.unit is not None else None,
    )


def _number(written: Written | None) -> Decimal | None:
    return parse_value(written.text) if written is not None else None


def check_figure(entry: FigureEntry) -> Iterator[Problem]:
    """Hold what an entry states to what its words say."""
    stated, reading = _stated(entry), read_figure(entry.text.text)
    if stated.low is not None and stated.high is not None and stated.low > stated.high:
        yield _problem(LOW_OVER_HIGH, entry.low, entry, "`low` is greater than `high`", "put the smaller number first")
        return
    if reading is None:
        hint = "take just the words of the number and its unit, such as `about $1.5 billion`"
        yield _problem(
            UNREADABLE_FIGURE, entry.text, entry, f"cannot read a number in `{shorten(entry.text.text)}`", hint
        )
        return
    yield from _check_bounds(entry, stated, reading)
    yield from _check_unit(entry, stated, reading)
    yield from _check_approximate(entry, reading)


def _check_bounds(entry: FigureEntry, stated: _Stated, reading: FigureReading) -> Iterator[Problem]:
    is_range = reading.low != reading.high
    if is_range and entry.value is not None:
        message = f"`{shorten(entry.text.text)}` states a range, and `value` is one number"
        hint = f"write low: {_plain(reading.low)} and high: {_plain(reading.high)}"
        yield _problem(RANGE_NEEDED, entry.value, entry, message, hint)
        return
    for name, written, given, said in (
        ("value", entry.value, stated.low, reading.low),
        ("low", entry.low, stated.low, reading.low),
        ("high", entry.high, stated.high, reading.high),
    ):
        if written is not None and given is not None and given != said:
            message = f"`{name}: {shorten(written.text)}` does not follow from `{shorten(entry.text.text)}`"
            yield _problem(WRONG_NUMBER, written, entry, message, f"the words say {_plain(said)}")


def _check_unit(entry: FigureEntry, stated: _Stated, reading: FigureReading) -> Iterator[Problem]:
    if entry.unit is None or reading.unit is None or stated.unit in {reading.unit, *reading.other_units}:
        return
    message = f"`unit: {shorten(entry.unit.text)}` does not follow from `{shorten(entry.text.text)}`"
    yield _problem(WRONG_UNIT, entry.unit, entry, message, f"the words say {reading.unit}")


def _check_approximate(entry: FigureEntry, reading: FigureReading) -> Iterator[Problem]:
    if entry.approximate is None or _is_approximate(entry, reading) == reading.is_approximate:
        return
    says = "an approximate number" if reading.is_approximate else "an exact number"
    message = f"`approximate: {text_of(entry.approximate)}`, but `{shorten(entry.text.text)}` states {says}"
    yield _problem(WRONG_APPROXIMATE, entry.approximate, entry, message, "leave the field out, and the words decide")


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _problem(kind: Kind, written: Written | None, entry: FigureEntry, message: str, hint: str) -> Problem:
    location = written.location if written is not None else entry.location
    return Problem(kind=kind, location=location, message=message, hint=hint)
