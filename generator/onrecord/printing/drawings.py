"""Pictures for print: the marks as they are planned, and what they show in words as the text alternative."""

from dataclasses import asdict
from typing import Any

from onrecord.pages.panels import PicturePanel
from onrecord.pictures import Mark
from onrecord.printing.nodes import Block


def print_pictures(panels: tuple[PicturePanel, ...]) -> list[Block]:
    """Print pictures, each with its notes below it."""
    return [_picture(each) for each in panels]


def _picture(panel: PicturePanel) -> Block:
    picture = panel.picture
    return {
        "k": "picture",
        "title": picture.title,
        "alt": picture.description,
        "width": picture.width,
        "height": picture.height,
        "marks": [_mark(each) for each in picture.marks],
        "notes": list(panel.notes),
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {"k": type(mark).__name__.lower(), **{name: value for name, value in asdict(mark).items() if name != "row"}}
