"""A page as one Markdown text, in which finished HTML is only marked by a line that stands for it.

The editor's prose and the headings go through the site's own Markdown extensions; quoted words never do. A place is a
block of its own: a mark that occurs nowhere in the prose, and the number of the block.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from onrecord.rendered import UNSEARCHED, Block, Heading, HtmlBlock, ProseBlock
from onrecord.urls import ids_in


def find_mark(blocks: tuple[Block, ...]) -> str:
    """Choose a word that occurs in no block of prose."""
    prose = "\n".join(block.markdown for block in blocks if isinstance(block, ProseBlock))
    return next(mark for number in count() if (mark := f"onrecordplace{number}x") not in prose)


def compose(blocks: tuple[Block, ...], mark: str) -> str:
    """Join the blocks to one Markdown text, with a place instead of everything that is not prose."""
    parts = (
        block.markdown.strip("\n") if isinstance(block, ProseBlock) else f"{mark}{number}"
        for number, block in enumerate(blocks)
    )
    return "\n\n".join(parts) + "\n"


_SWALLOWED = re.compile(r"klzzwxh:\d{4}\x03")
"""What Python-Markdown 3 leaves of a code, link or element that `*a**b*` swallowed: the end of its place, a mark no words hold."""


def fill(html: str, mark: str, finished: Mapping[int, str]) -> str:
    """Put finished HTML, by the number of its block, into the places.

    KeyError where a place is lost or stands twice, or a part within a line is lost.
    """
    if _SWALLOWED.search(html):
        raise KeyError(
            "marks of emphasis swallowed what stands right behind them; put a blank between, or part the marks"
        )
    parts = re.split(rf'<div data-place="{mark}(\d+)"></div>', html)
    places, expected = parts[1::2], [str(number) for number in finished]
    if sorted(places) != sorted(expected):
        raise KeyError(f"places {expected} became {places}")
    parts[1::2] = [finished[int(place)] for place in places]
    return "".join(parts)


def finished_in(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Give the finished HTML among blocks, by number."""
    return {number: block.html for number, block in enumerate(blocks) if isinstance(block, HtmlBlock)}


_LOST = (
    '<div class="or or-notice or-notice-error" role="alert" lang="en"><p><strong>The Markdown of this page swallows what '
    "follows it</strong>: close the code fence, comment or HTML element that is open, or part the marks of emphasis that "
    "stand side by side.</p></div>"
)


def salvage(html: str, mark: str, finished: Mapping[int, str]) -> str:
    """Put finished HTML into the places that are left, and the rest at the end, for a writer to see what is wrong."""
    rest = {str(number): text for number, text in finished.items()}
    filled = re.sub(rf'<div data-place="{mark}(\d+)"></div>', lambda place: rest.pop(place[1], ""), html)
    return "\n".join((_LOST, filled, *rest.values()))


class PlacesExtension(Extension):
    """Teach Python-Markdown the places of one page."""

    def __init__(self, blocks: tuple[Block, ...], mark: str, ids: Iterable[str] | None = None) -> None:
        """Take the blocks that the places stand for, and the ids in them where they are known."""
        super().__init__()
        self.headings: list[tuple[Element, str]] = []
        """The headings met in a conversion, each with its words."""
        self.take(blocks, mark, ids)

    def take(self, blocks: tuple[Block, ...], mark: str, ids: Iterable[str] | None = None) -> None:
        """Take the blocks of another page, for the next conversion."""
        self.blocks = blocks
        self.mark = mark
        self.place = re.compile(rf"\s*{mark}(\d+)\s*")
        self.headings.clear()
        self.reserved = Element("div")
        for each in dict.fromkeys(_ids_in(blocks) if ids is None else ids):
            SubElement(self.reserved, "span", id=each)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
        """Read places before anything else, and keep the ids of finished HTML from being given again."""
        md.parser.blockprocessors.register(_Places(md.parser, self), "onrecord-places", 1000)
        md.treeprocessors.register(_Reserve(self), "onrecord-reserve", 5.5)  # `toc` is at 5
        md.treeprocessors.register(_Release(self), "onrecord-release", 4.5)


def _ids_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case HtmlBlock(html=text) | ProseBlock(markdown=text):
                yield from ids_in(text)


class _Places(BlockProcessor):
    """Turn each place into its heading, or into an element to be filled after the conversion."""

    def __init__(self, parser: BlockParser, page: PlacesExtension) -> None:
        super().__init__(parser)
        self._page = page

    def test(self, parent: Element, block: str) -> bool:
        del parent
        return self._page.place.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        number = int(self._page.place.sub(r"\1", blocks.pop(0)))
        block = self._page.blocks[number]
        if isinstance(block, Heading):
            searched = {} if block.is_searched else {UNSEARCHED: "true"}
            direction = {"dir": "auto"} if block.language else {}
            attributes = {"id": block.id, "lang": block.language, **direction, **searched}
            element = SubElement(
                parent, f"h{block.level}", {name: value for name, value in attributes.items() if value}
            )
            self._page.headings.append((element, block.text))
        else:
            SubElement(parent, "div", {"data-place": f"{self._page.mark}{number}"})
        return True


class _Reserve(Treeprocessor):
    """Give the headings their words and show the ids that are taken, just before the table of contents is made.

    Not before: `attr_list` reads braces at the end of any heading, plain text or not.
    """

    def __init__(self, page: PlacesExtension) -> None:
        super().__init__()
        self._page = page

    def run(self, root: Element) -> None:
        for element, text in self._page.headings:
            element.text = AtomicString(text.replace("&", f"{AMP_SUBSTITUTE}amp;"))
        root.append(self._page.reserved)


class _Release(Treeprocessor):
    """Take the reserved ids away again."""

    def __init__(self, page: PlacesExtension) -> None:
        super().__init__()
        self._page = page

    def run(self, root: Element) -> None:
        root.remove(self._page.reserved)
