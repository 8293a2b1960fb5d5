"""Columns of a page of a PDF: read one after the other, which pdfminer does not where their paragraphs stand side by side."""

from dataclasses import dataclass

from onrecord.adding.pdf_lines import Line

_NARROW = 0.6
"""Of the width of the text; what is wider stands over several columns."""
_GUTTER = 6.0
"""In points."""
_FEWEST = 2
_LETTERS = 60
"""That the boxes of a column have at least, on average; less is a table, which is read as it comes."""

Box = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    left: float
    right: float
    top: float
    letters: int


def order_boxes(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Put the boxes of a page in the order of reading; without columns they stay as they are."""
    placed = [_place(box) for box in boxes]
    return tuple(each.box for each in _order(placed))


def _place(box: Box) -> _Placed:
    return _Placed(
        box=box,
        left=min(line.x0 for line in box),
        right=max(line.x1 for line in box),
        top=max(line.y1 for line in box),
        letters=sum(len(line.text) for line in box),
    )


def _order(boxes: list[_Placed]) -> list[_Placed]:
    gutter = _find_gutter(boxes)
    if gutter is None:
        return boxes
    ordered: list[_Placed] = []
    waiting: list[_Placed] = []
    for each in sorted(boxes, key=lambda box: -box.top):
        if each.left < gutter < each.right:
            ordered += (*_parted(waiting, gutter), each)
            waiting = []
        else:
            waiting.append(each)
    return [*ordered, *_parted(waiting, gutter)]


def _parted(boxes: list[_Placed], gutter: float) -> list[_Placed]:
    left = [each for each in boxes if each.right <= gutter]
    return _order(left) + _order([each for each in boxes if each.right > gutter])


def _find_gutter(boxes: list[_Placed]) -> float | None:
    """Find the place where no narrow box stands, with columns of text on both sides."""
    if not boxes:
        return None
    width = max(each.right for each in boxes) - min(each.left for each in boxes)
    narrow = sorted((each for each in boxes if each.right - each.left <= _NARROW * width), key=lambda each: each.left)
    right = narrow[0].right if narrow else 0.0
    for number, each in enumerate(narrow):
        if each.left - right >= _GUTTER and _are_columns(narrow[:number]) and _are_columns(narrow[number:]):
            return (each.left + right) / 2
        right = max(right, each.right)
    return None


def _are_columns(boxes: list[_Placed]) -> bool:
    return len(boxes) >= _FEWEST and sum(each.letters for each in boxes) >= _LETTERS * len(boxes)
