"""How many, row by row: a mark for each where there is room for all of them, else a bar that begins at zero.

The rows are drawn one below another with their labels beside them, so that a phone shows them at full size.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from onrecord.pictures.lettering import fit_words, width_of
from onrecord.pictures.picture import WIDTH, Bar, Dash, Dot, Line, Mark, Picture, Shape, Text, TextRow, Tone, hundredths

SHAPES = (Shape.DISC, Shape.RING, Shape.SQUARE, Shape.DIAMOND, Shape.TRIANGLE)
"""Of the series, in their order."""

SIZE = 14.0
ROW = 21.0
STEP = 11.0
"""From one mark of a row to the next."""
_LABELS = 150.0
_GAP = 8.0
_BAR = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A row: how many of each series."""

    label: str
    numbers: tuple[int, ...]
    is_loose: bool = False
    """Whether it is set apart, below a heading of its own."""

    @property
    def total(self) -> int:
        """Count all series together."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where the rows' labels end, where their marks begin and end, and how many are the most."""

    labels: float
    left: float
    right: float
    most: int
    number_words: Callable[[int], str]

    @property
    def has_room_for_each(self) -> bool:
        return self.most * STEP <= self.right - self.left


def draw_tally(  # noqa: PLR0913  what a picture shows and says
    *,
    title: str,
    description: str,
    counts: Sequence[Count],
    series: Sequence[str],
    loose_label: str,
    columns: tuple[str, ...],
    rows: tuple[TextRow, ...],
    number_words: Callable[[int], str] = "{:,}".format,
) -> Picture:
    """Draw rows of marks or bars.

    `series` names what each number of a count is of: one, or as many as `SHAPES` has; those names are drawn as a key
    where they are several and every mark is drawn. `rows` has a row for every count that is not zero, in order.
    """
    sheet = _sheet(counts, number_words)
    is_keyed = len(series) > 1 and sheet.has_room_for_each
    key, top = _key(series) if is_keyed else ((), 0.0)
    marks: list[Mark] = list(key)
    row = 0
    for at, count in enumerate(counts):
        if count.is_loose and (at == 0 or not counts[at - 1].is_loose):
            top += ROW * 0.4
            marks.append(_text(0, top + ROW * 0.7, loose_label, WIDTH, is_strong=True))
            top += ROW
        marks += _row(count, top, sheet, row if count.total else None)
        row += bool(count.total)
        top += ROW
    return Picture(
        title=title,
        description=description,
        width=WIDTH,
        height=hundredths(top + 4),
        marks=tuple(marks),
        columns=columns,
        rows=rows,
    )


def _sheet(counts: Sequence[Count], number_words: Callable[[int], str]) -> _Sheet:
    labels = min(_LABELS, max(width_of(each.label, SIZE) for each in counts))
    most = max(each.total for each in counts)
    left = labels + _GAP
    return _Sheet(labels, left, WIDTH - width_of(number_words(most), SIZE) - _GAP, most, number_words)


def _row(count: Count, top: float, sheet: _Sheet, row: int | None) -> Iterator[Mark]:
    base, middle, axis = top + ROW * 0.72, top + ROW / 2, hundredths(sheet.left)
    label = fit_words(count.label, SIZE, sheet.labels)
    yield Text(
        x=hundredths(sheet.labels),
        y=hundredths(base),
        text=label,
        width=width_of(label, SIZE),
        size=SIZE,
        anchor="end",
        tone="ink" if count.total else "quiet",
        row=row,
    )
    dash: Dash = "dotted" if count.is_loose else ""
    yield Line(x1=axis, y1=hundredths(top), x2=axis, y2=hundredths(top + ROW), tone="quiet", dash=dash)
    if count.total:
        marks, end = (_dots if sheet.has_room_for_each else _bar)(count, middle, sheet, row)
        yield from marks
        yield _text(end + _GAP * 0.75, base, sheet.number_words(count.total), WIDTH, row=row)


def _dots(count: Count, middle: float, sheet: _Sheet, row: int | None) -> tuple[Sequence[Mark], float]:
    shapes = [shape for shape, number in zip(SHAPES, count.numbers, strict=False) for _ in range(number)]
    marks = [
        Dot(
            x=hundredths(sheet.left + STEP * (at + 0.5) + 2),
            y=hundredths(middle),
            shape=shape,
            tone=_tone(shape),
            row=row,
        )
        for at, shape in enumerate(shapes)
    ]
    return marks, sheet.left + STEP * len(marks)


def _bar(count: Count, middle: float, sheet: _Sheet, row: int | None) -> tuple[Sequence[Mark], float]:
    width = hundredths(Fraction(sheet.right - sheet.left) * count.total / sheet.most)
    x, y = hundredths(sheet.left), hundredths(middle - _BAR / 2)
    return [Bar(x=x, y=y, width=width, height=_BAR, tone="accent", row=row)], sheet.left + width


def _tone(shape: Shape) -> Tone:
    return "accent" if shape is Shape.DISC else "ink"


def _key(series: Sequence[str]) -> tuple[tuple[Mark, ...], float]:
    """Draw what the shapes mean, in lines as long as the sheet; give the marks and where they end."""
    marks: list[Mark] = []
    x, top = 0.0, 0.0
    for shape, name in zip(SHAPES, series, strict=False):
        label = fit_words(name, SIZE, WIDTH - STEP * 2)
        room = STEP * 1.6 + width_of(label, SIZE)
        if x and x + room > WIDTH:
            x, top = 0.0, top + ROW
        marks.append(Dot(x=hundredths(x + STEP / 2), y=hundredths(top + ROW / 2), shape=shape, tone=_tone(shape)))
        marks.append(_text(x + STEP * 1.4, top + ROW * 0.72, label, WIDTH))
        x += room + STEP
    return tuple(marks), top + ROW * 1.5


def _text(  # noqa: PLR0913  a text with its place
    x: float, y: float, words: str, room: float, *, is_strong: bool = False, row: int | None = None
) -> Text:
    label = fit_words(words, SIZE, room)
    return Text(
        x=hundredths(x),
        y=hundredths(y),
        text=label,
        width=width_of(label, SIZE),
        size=SIZE,
        is_strong=is_strong,
        row=row,
    )
