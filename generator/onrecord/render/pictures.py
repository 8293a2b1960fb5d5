"""Pictures as inline SVG: text stays text, colours are the page's, and the drawing is one image with a name and a description.

Every element has the attributes that draw it in black on white, so that a picture without our style sheet, or in a
file of its own, is the same picture. The style sheet adds the colours, by the class of the tone.
"""

from collections.abc import Mapping

from markupsafe import Markup

from onrecord.pages.panels import PicturePanel
from onrecord.pages.wording import Wording
from onrecord.pictures import Bar, Dot, Line, Mark, Picture, Shape, Text
from onrecord.render.environment import render_block
from onrecord.render.escaping import escape_words
from onrecord.rendered import Block

_DASHES = {"": "", "dashed": "5 3", "dotted": "1 3"}

_PATHS: Mapping[Shape, str] = {
    Shape.DISC: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    Shape.RING: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    Shape.SQUARE: "M-4-4h8v8h-8z",
    Shape.DIAMOND: "M0-5.5L5.5 0L0 5.5L-5.5 0z",
    Shape.TRIANGLE: "M0-5L5 4H-5z",
    Shape.CROSS: "M-4-4L4 4M-4 4L4-4",
    Shape.TO_THE_LEFT: "M4-4.5L-3 0L4 4.5",
    Shape.TO_THE_RIGHT: "M-4-4.5L3 0L-4 4.5",
}
_FILLED = {Shape.DISC, Shape.DIAMOND}
_OPEN = {Shape.CROSS, Shape.TO_THE_LEFT, Shape.TO_THE_RIGHT}


def picture_blocks(say: Wording, panels: tuple[PicturePanel, ...]) -> tuple[Block, ...]:
    """Render pictures, each with its words, its table and the link to its data."""
    return tuple(render_block(say, "picture", panel=each, svg=svg_of(each.picture, each.id)) for each in panels)


def svg_of(picture: Picture, name: str) -> Markup:
    """Draw a picture as an SVG element; the ids in it begin with `name` and a colon."""
    title, description = escape_words(f"{name}:title"), escape_words(f"{name}:description")
    size = f"{_number(picture.width)} {_number(picture.height)}"
    head = (
        f'<svg class="or-drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" '
        f'aria-labelledby="{title}" aria-describedby="{description}" fill="currentColor" font-family="sans-serif">'
    )
    words = (
        f'<title id="{title}">{escape_words(picture.title)}</title>'
        f'<desc id="{description}">{escape_words(picture.description)}</desc>'
    )
    marks = "\n".join(map(_element, picture.marks))
    return Markup(f"{head}\n{words}\n{marks}\n</svg>")  # noqa: S704  numbers, names of ours, and words that are escaped


def _element(mark: Mark) -> str:
    match mark:
        case Line():
            return _line(mark)
        case Bar():
            return _bar(mark)
        case Dot():
            return _dot(mark)
        case Text():
            return _text(mark)


def _line(line: Line) -> str:
    ends = f'x1="{_number(line.x1)}" y1="{_number(line.y1)}" x2="{_number(line.x2)}" y2="{_number(line.y2)}"'
    return f'<line class="or-line-{line.tone}" {ends} stroke="currentColor"{_dash(line.dash)}{_faint(line)}/>'


def _bar(bar: Bar) -> str:
    box = f'x="{_number(bar.x)}" y="{_number(bar.y)}" width="{_number(bar.width)}" height="{_number(bar.height)}"'
    look = f'fill="none" stroke="currentColor"{_dash(bar.dash)}' if bar.is_hollow else 'fill="currentColor"'
    kind = "line" if bar.is_hollow else "fill"
    return f'<rect class="or-{kind}-{bar.tone}" {box} {look}/>'


def _dot(dot: Dot) -> str:
    place = f'transform="translate({_number(dot.x)} {_number(dot.y)})" d="{_PATHS[dot.shape]}"'
    if dot.shape in _FILLED:
        return f'<path class="or-fill-{dot.tone}" {place}/>'
    kind = "or-open" if dot.shape in _OPEN else "or-hollow"
    fill = "none" if dot.shape in _OPEN else "Canvas"
    return f'<path class="{kind} or-line-{dot.tone}" {place} fill="{fill}" stroke="currentColor" stroke-width="1.8"/>'


def _text(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    weight = ' font-weight="600"' if text.is_strong else ""
    place = f'x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"'
    return f'<text class="or-fill-{text.tone}" {place}{anchor}{weight}>{escape_words(text.text)}</text>'


def _dash(dash: str) -> str:
    return f' stroke-dasharray="{_DASHES[dash]}"' if dash else ""


def _faint(line: Line) -> str:
    return ' stroke-opacity="0.35"' if line.tone == "rule" else ""


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
