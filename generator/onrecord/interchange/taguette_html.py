"""Taguette's HTML exports as an exchange: highlights, a document with its highlights marked, a codebook.

A document's tags stand behind its last highlighted words in brackets; they are left out of its text.
"""

import re
from collections.abc import Iterator

from lxml import html

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.html_texts import HtmlText, parse_html
from onrecord.interchange.texts_in import decode

NAME = "Taguette export (HTML)"

_OPEN, _CLOSE = "\ue0e0", "\ue0e1"
"""Stand where highlighted words begin and end while a document is read; private characters, taken out of its words before."""
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_TAG_LIST = re.compile(r"^\s*\[(.*)\]\s*$", re.DOTALL)


def is_taguette_html(file: Foreign) -> bool:
    """Tell whether a file is an HTML export of Taguette."""
    head = file.data[:2000]
    return b"<html" in head and (b"<title>Taguette " in head or b".taglist {" in head)


def read_taguette_html(file: Foreign) -> Exchange:
    """Read an export; UnreadableError where it is none."""
    source, _ = decode(file.data)
    if source is None or not source.strip():
        raise UnreadableError("the file is not UTF-8, or holds nothing", "export it anew")
    root = parse_html(_MARKS.sub("", source))
    title = "".join(root.xpath("string(//title)"))
    body = root.find("body")
    collected = Collector(origin="Taguette")
    if body is None:
        raise UnreadableError("the file has no body", "export it anew")
    if title.startswith("Taguette Codebook"):
        _read_codebook(body, collected)
    elif title.startswith("Taguette highlights"):
        _read_highlights(body, collected)
    else:
        _read_document(body, title.strip() or file.stem, collected)
    return collected.exchange(NAME)


def _read_codebook(body: html.HtmlElement, collected: Collector) -> None:
    name = ""
    for element in body:
        words = "".join(element.itertext()).strip()
        if element.tag == "h2":
            name = words
            collected.add_code(name, name)
        elif name and element.tag == "p" and element.get("class") != "number":
            collected.codes.pop(name)
            collected.add_code(name, name, description=words)


def _read_highlights(body: html.HtmlElement, collected: Collector) -> None:
    waiting: list[str] = []
    for element in body:
        strong = list(element.iter("strong")) if element.tag == "p" else []
        if strong and (strong[0].text or "").strip() == "Document:":
            _add_highlight("".join(waiting).strip(), [(each.tail or "").strip() for each in strong], collected)
            waiting = [element.tail or ""]
        elif element.tag in {"h1", "hr"}:
            waiting = [element.tail or ""]
        else:
            waiting += [*element.itertext(), element.tail or ""]


def _add_highlight(words: str, said: list[str], collected: Collector) -> None:
    document, tags = said[0], _tags_in(",".join(said[1:]))
    if not words or not document:
        collected.lose("highlight without words")
        return
    collected.add_document(document, document)
    number = len(collected.annotations) + 1
    codes = tuple(collected.code_named(tag) for tag in tags)
    one = Annotation(id=f"highlight {number}", document=document, pieces=(Piece(exact=words),), codes=codes)
    collected.annotations.append(one)


def _read_document(body: html.HtmlElement, name: str, collected: Collector) -> None:
    heading = body.find("h1")
    if heading is not None:
        heading.drop_tree()
    lists: list[list[str]] = []
    for element in list(body.iter("span")):
        if element.get("class") == "taglist":
            found = _TAG_LIST.match("".join(element.itertext()))
            lists.append(list(_tags_in(found[1] if found else "")))
            _put_before(element, _CLOSE * 2)
            element.drop_tree()
        elif element.get("class") == "highlight":
            element.text = _OPEN + (element.text or "")
    marked = HtmlText(html.tostring(body, encoding="unicode")).text.strip()
    collected.add_document(name, name, text=_MARKS.sub("", marked))
    for place, (start, end) in enumerate(_stretches(marked)):
        codes = tuple(collected.code_named(tag) for tag in (lists[place] if place < len(lists) else ()))
        piece = Piece(start=start, end=end)
        collected.annotations.append(
            Annotation(id=f"highlight {place + 1}", document=name, pieces=(piece,), codes=codes)
        )


def _stretches(marked: str) -> Iterator[tuple[int, int]]:
    """Give what stands between the first opening mark and each pair of closing ones, in positions without marks."""
    position, start = 0, None
    characters = iter(marked)
    for character in characters:
        if character == _OPEN:
            start = position if start is None else start
        elif character == _CLOSE:
            next(characters, "")
            if start is not None:
                yield start, position
            start = None
        else:
            position += 1


def _put_before(element: html.HtmlElement, words: str) -> None:
    before = element.getprevious()
    parent = element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + words
    elif parent is not None:
        parent.text = (parent.text or "") + words


def _tags_in(listed: str) -> Iterator[str]:
    return (tag.strip() for tag in listed.split(",") if tag.strip())
