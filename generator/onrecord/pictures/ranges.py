"""How much, with both ends: amounts on one scale, each status of them apart from the others and with marks of its own.

No line joins one amount to another: two amounts that somebody stated are not a course of things. A range is a bar with
both its ends; where words leave an end open (`more than`), an arrow leads there, to zero or to the edge of the sheet; what is
stated as approximate has a tail of dots on either side, whose length says nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from onrecord.pictures.lettering import fit_words, width_of
from onrecord.pictures.picture import WIDTH, Bar, Dash, Dot, Line, Mark, Picture, Shape, Text, TextRow, Tone, hundredths
from onrecord.pictures.scales import Scale, fit_scale

SIZE = 14.0
SMALL = 12.5
MARGIN = 20.0
"""On either side of the scale: arrows end in it."""
LINE = 18.0
_BASE = 14.0
"""Of the letters of a line, below its top."""
_TRACK = 17.0
_BAR = 7.0
_GAP = 10.0

Bound = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One stated amount."""

    low: Fraction
    high: Fraction
    """Equal to `low` for a single value."""
    is_approximate: bool
    bound: Bound | None
    label: str
    """Whose, or when."""
    words: str
    """How much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The amounts of one status, and how they are drawn."""

    name: str
    shape: Shape
    is_hollow: bool
    dash: Dash
    amounts: tuple[Amount, ...]


def draw_ranges(  # noqa: PLR0913  what a picture shows and says
    *,
    title: str,
    description: str,
    series: Sequence[Series],
    captions: tuple[str, ...],
    tick_words: Callable[[Fraction], str],
    columns: tuple[str, ...],
    rows: tuple[TextRow, ...],
) -> Picture:
    """Draw series below one another on one scale, at least one amount in all; `rows` has a row an amount, in order.

    `captions` stand below the scale, a line each.
    """
    amounts = [each for one in series for each in one.amounts]
    scale = scale_of(amounts)
    top, row = 0.0, 0
    marks: list[Mark] = []
    for one in series:
        marks += _heading(one, top)
        top += LINE + 6
        for amount in one.amounts:
            drawn, height = _row(amount, one, scale, top, row)
            marks += drawn
            top, row = top + height, row + 1
        top += 6
    axis, height = _axis(scale, top, captions, tick_words)
    return Picture(
        title=title,
        description=description,
        width=WIDTH,
        height=hundredths(top + height),
        marks=(*marks, *axis),
        columns=columns,
        rows=rows,
    )


def scale_of(amounts: Sequence[Amount]) -> Scale:
    """Fit the scale that some amounts are drawn on."""
    ends = tuple(end for each in amounts for end in (each.low, each.high))
    return fit_scale(ends, MARGIN, WIDTH - MARGIN)


def _heading(one: Series, top: float) -> Iterator[Mark]:
    yield Dot(x=6, y=hundredths(top + LINE / 2), shape=one.shape, tone="accent")
    yield _text(18, top + _BASE, one.name, is_strong=True)


def _row(amount: Amount, one: Series, scale: Scale, top: float, row: int) -> tuple[list[Mark], float]:
    marks, height = _labels(amount, top, row)
    middle = hundredths(top + height + _TRACK / 2)
    marks += _track(scale, middle)
    marks += _open_ends(amount, scale, middle, row)
    marks += _ends(amount, one, scale, middle, row)
    return marks, height + _TRACK + 5


def _labels(amount: Amount, top: float, row: int) -> tuple[list[Mark], float]:
    """Write whose it is and how much on one line, or on two where they do not fit."""
    label, words = fit_words(amount.label, SIZE, WIDTH), fit_words(amount.words, SIZE, WIDTH)
    is_one_line = width_of(label, SIZE) + _GAP + width_of(words, SIZE) <= WIDTH
    second = top + _BASE if is_one_line else top + _BASE + LINE
    value = Text(
        x=WIDTH,
        y=hundredths(second),
        text=words,
        width=width_of(words, SIZE),
        size=SIZE,
        anchor="end",
        is_strong=True,
        row=row,
    )
    return [_text(0, top + _BASE, label, row=row), value], LINE if is_one_line else 2 * LINE


def _track(scale: Scale, middle: float) -> Iterator[Mark]:
    yield Line(x1=0, y1=middle, x2=WIDTH, y2=middle, tone="rule")
    for tick in scale.ticks:
        x = hundredths(scale.place(tick))
        tone: Tone = "quiet" if tick == 0 else "rule"
        yield Line(x1=x, y1=middle - 5, x2=x, y2=middle + 5, tone=tone)


def _open_ends(amount: Amount, scale: Scale, middle: float, row: int) -> Iterator[Mark]:
    low, high = hundredths(scale.place(amount.low)), hundredths(scale.place(amount.high))
    if amount.bound == "at least":
        yield Line(x1=high, y1=middle, x2=WIDTH - 2, y2=middle, tone="ink", dash="dashed", row=row)
        yield Dot(x=WIDTH - 4, y=middle, shape=Shape.TO_THE_RIGHT, tone="ink", row=row)
    elif amount.bound == "at most":
        end = hundredths(scale.place(Fraction(0))) if scale.has_zero and amount.low > 0 else 2.0
        yield Line(x1=end, y1=middle, x2=low, y2=middle, tone="ink", dash="dashed", row=row)
        yield Dot(x=end + 2, y=middle, shape=Shape.TO_THE_LEFT, tone="ink", row=row)
    elif amount.is_approximate:
        yield Line(x1=low - 17, y1=middle, x2=low - 6, y2=middle, tone="ink", dash="dotted", row=row)
        yield Line(x1=high + 6, y1=middle, x2=high + 17, y2=middle, tone="ink", dash="dotted", row=row)


def _ends(amount: Amount, one: Series, scale: Scale, middle: float, row: int) -> Iterator[Mark]:
    ends = [hundredths(scale.place(end)) for end in dict.fromkeys((amount.low, amount.high))]
    for low, high in pairwise(ends):
        yield Bar(
            x=low,
            y=hundredths(middle - _BAR / 2),
            width=hundredths(Fraction(high) - Fraction(low)),
            height=_BAR,
            tone="accent",
            is_hollow=one.is_hollow,
            dash=one.dash,
            row=row,
        )
    for end in ends:
        yield Dot(x=end, y=middle, shape=one.shape, tone="accent", row=row)


def _axis(
    scale: Scale, top: float, captions: Sequence[str], tick_words: Callable[[Fraction], str]
) -> tuple[tuple[Mark, ...], float]:
    y = hundredths(top + 2)
    marks: list[Mark] = [Line(x1=MARGIN, y1=y, x2=WIDTH - MARGIN, y2=y, tone="quiet")]
    marks += [
        Line(x1=hundredths(scale.place(tick)), y1=y, x2=hundredths(scale.place(tick)), y2=y + 4, tone="quiet")
        for tick in scale.ticks
    ]
    marks += _tick_labels(scale, y + 16, tick_words)
    marks += [
        _small(WIDTH / 2, y + 16 + LINE * line, fit_words(caption, SMALL, WIDTH))
        for line, caption in enumerate(captions, start=1)
    ]
    return tuple(marks), 24.0 + LINE * len(captions)


def _tick_labels(scale: Scale, y: float, tick_words: Callable[[Fraction], str]) -> Iterator[Text]:
    """Write out as many ticks as there is room for, first and last before the others; none where not even those fit."""
    ticks = scale.ticks
    for chosen in (ticks, ticks[:: len(ticks) - 1]):
        labels = [_small(hundredths(scale.place(tick)), y, tick_words(tick)) for tick in chosen]
        placed = [_inside(each) for each in labels]
        if all(before.box[2] + 4 <= after.box[0] for before, after in pairwise(placed)):
            yield from placed
            return


def _inside(label: Text) -> Text:
    """Move a label so far that it stands on the sheet."""
    x = min(max(label.x, label.width / 2), WIDTH - label.width / 2)
    return Text(
        x=hundredths(x), y=label.y, text=label.text, width=label.width, size=SMALL, anchor="middle", tone="quiet"
    )


def _small(x: float, y: float, words: str) -> Text:
    return Text(
        x=hundredths(x),
        y=hundredths(y),
        text=words,
        width=width_of(words, SMALL),
        size=SMALL,
        anchor="middle",
        tone="quiet",
    )


def _text(x: float, y: float, words: str, *, is_strong: bool = False, row: int | None = None) -> Text:
    label = fit_words(words, SIZE, WIDTH - x)
    return Text(
        x=hundredths(x),
        y=hundredths(y),
        text=label,
        width=width_of(label, SIZE),
        size=SIZE,
        is_strong=is_strong,
        row=row,
    )
