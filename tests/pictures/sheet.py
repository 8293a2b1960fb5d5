"""What must hold of every picture, and values to draw."""

from itertools import combinations

from onrecord.pictures import Bar, Dot, Line, Picture, Text


def texts_of(picture: Picture) -> list[Text]:
    return [mark for mark in picture.marks if isinstance(mark, Text)]


def dots_of(picture: Picture, row: int) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot) and mark.row == row]


def bars_of(picture: Picture, row: int) -> list[Bar]:
    return [mark for mark in picture.marks if isinstance(mark, Bar) and mark.row == row]


def lines_of(picture: Picture, row: int) -> list[Line]:
    return [mark for mark in picture.marks if isinstance(mark, Line) and mark.row == row]


def assert_legible(picture: Picture) -> None:
    """No two texts stand on each other, none on a dot or bar, and all is on the sheet."""
    boxes = [text.box for text in texts_of(picture)]
    for one, other in combinations(boxes, 2):
        assert is_apart(one, other), (one, other)
    for mark in picture.marks:
        if isinstance(mark, Dot):
            boxes_of_marks = (mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4)
        elif isinstance(mark, Bar):
            boxes_of_marks = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        else:
            continue
        assert all(is_apart(box, boxes_of_marks) for box in boxes), mark
        boxes_on_sheet(picture, boxes_of_marks)
    for box in boxes:
        boxes_on_sheet(picture, box)


def boxes_on_sheet(picture: Picture, box: tuple[float, float, float, float]) -> None:
    assert box[0] >= -0.02
    assert box[2] <= picture.width + 0.02
    assert box[1] >= -0.02
    assert box[3] <= picture.height + 0.02


def is_apart(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
