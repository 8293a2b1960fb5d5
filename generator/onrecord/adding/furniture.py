"""Page furniture: which paragraphs of a web page are not of the document (menus, share counts, captions, “read also”).

What is found is proposed as `noise` and stays in the text. The main text is found by trafilatura, which did best of what
was tried; what stands in elements or under words that are furniture by their name is furniture all the same.
"""

import re
from collections.abc import Iterator
from importlib.metadata import version

import trafilatura
from lxml import etree

from onrecord.adding.blocks import Block

_ELEMENTS = frozenset({"nav", "footer", "aside", "figcaption", "form", "button", "caption", "menu", "label"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|breadcrumbs?|pagination|comments?|cookies?|newsletter|subscribe|banner"
    r"|advert\w*|promo|read-?more|read-?also|most-?read|tags|toolbar|print-?link|counter|views)(?:[\s_-]|$)"
)
_WORDS = re.compile(
    r"(?:read (?:also|more|next)|see also|related (?:articles|news|stories)|share(?: (?:this|on))?\b.{0,20}$|shares?[: ]*\d+$"
    r"|photo(?:s|graph)?(?: by)?\s*[:©]|image(?: credit)?s?\s*:|video\s*:|advertisement$|print(?: version)?$|subscribe\b.{0,40}$"
    r"|\d+ (?:photos?|shares?|comments?|views?)$|© ?\d{4}|copyright\b.{0,80}$|all rights reserved"
    r"|читайте также|читать также|смотрите также|поделиться|фото\s*:|версия для печати|все права защищены|подписаться"
    r"|комментари(?:и|ев)\b.{0,10}$|просмотров\b.{0,10}$|реклама$"
    r"|чытайце таксама|глядзіце таксама|падзяліцца|фота\s*:|версія для друку|усе правы абаронены|падпісацца)",  # noqa: RUF001  Belarusian
    re.IGNORECASE,
)
_WORDLESS = re.compile(r"[^\w]*\d*[^\w]*")
_LONGEST_BY_NAME = 200
"""A paragraph that is longer is not furniture for how it begins."""
_SHORT = 40
_PROSE = 100
_LEAST = 250
"""In characters: of a page with less main text trafilatura leaves too much out."""
_LARGEST = 3_000_000
"""In characters; of a larger page only the elements are looked at."""


def extractor() -> str:
    """Name what looked for the main text."""
    return f"trafilatura {version('trafilatura')}"


def find_furniture(html: str, blocks: tuple[Block, ...], title: str) -> tuple[int, ...]:
    """Find the paragraphs of a page that look like furniture, by their numbers; the heading never is."""
    main = _MainText(html)
    heading = _fold(title)
    held = [number for number, block in enumerate(blocks) if main.holds(block.text)]
    inside = range(held[0], held[-1]) if held else range(0)
    return tuple(
        number
        for number, block in enumerate(blocks)
        if (not heading or _fold(block.text) != heading)
        and (is_furniture(block) or not (main.holds(block.text) or (number in inside and _is_prose(block))))
    )


def _is_prose(block: Block) -> bool:
    """Tell a paragraph that somebody wrote, whatever trafilatura thinks of it."""
    return len(block.text) >= _PROSE and 2 * block.linked < len(block.text)


def is_furniture(block: Block) -> bool:
    """Tell furniture by its elements, or by how it begins."""
    if not _ELEMENTS.isdisjoint(block.elements) or _is_page_header(block.elements):
        return True
    if len(block.text) > _LONGEST_BY_NAME:
        return False
    return bool(_WORDS.match(block.text) or _NAMES.search(block.names) or _WORDLESS.fullmatch(block.text))


def _is_page_header(elements: tuple[str, ...]) -> bool:
    """Tell the header of a page from that of an article, which holds its heading."""
    return "header" in elements and not {"article", "main"} & set(elements[: elements.index("header")])


class _MainText:
    """What trafilatura takes for the document; everything, where it finds next to nothing."""

    def __init__(self, html: str) -> None:
        self._lines = frozenset(_lines_of(html))
        self._all = " ".join(self._lines)

    def holds(self, text: str) -> bool:
        folded = _fold(text)
        if len(self._all) < _LEAST or folded in self._lines:
            return True
        if len(folded) >= _SHORT and folded in self._all:
            return True
        return all(_fold(line) in self._lines for line in text.split("\n"))


def _lines_of(html: str) -> Iterator[str]:
    if len(html) > _LARGEST:
        return
    main = trafilatura.extract(html, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False)
    for line in (main or "").split("\n"):
        if folded := _fold(line.lstrip("-#> ")):
            yield folded


def _fold(text: str) -> str:
    """Leave letters and digits alone, since what stands between them depends on who extracts."""
    return " ".join(re.findall(r"\w+", text)).lower()


def is_html(root: etree._Element | None) -> bool:
    """Tell whether there is anything of a page in what was parsed."""
    return root is not None and any(True for _ in root.iter("html", "body", "p", "div"))
