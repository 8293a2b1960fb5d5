"""What a web page says of itself: title, date, publisher, language and address, each with the place that says so.

The first place of each list that says something wins; where another says something else, the basis tells.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from onrecord.adding.extracted import Proposal
from onrecord.forms import DATE, LANGUAGE, URL

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "date": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
    "url": ("og:url",),
    "language": ("content-language", "dc.language", "og:locale"),
}
_MOST_NODES = 500
_TYPES = re.compile("Article|Posting|Report|WebPage|Event|Speech|Statement", re.IGNORECASE)


def propose_from_page(root: etree._Element) -> tuple[Proposal, ...]:
    """Read what a page says of itself; a value that no record could hold is passed over."""
    found: dict[str, list[tuple[str, str]]] = {field: [] for field in _META}
    for field, value, basis in _say(root):
        if (words := _fit(field, value)) and words not in (one for one, _ in found[field]):
            found[field].append((words, basis))
    return tuple(_choose(field, said) for field, said in found.items() if said)


def _choose(field: str, said: list[tuple[str, str]]) -> Proposal:
    value, basis = said[0]
    others = "".join(f"; {other} in {where}" for other, where in said[1:3]) if field == "date" else ""
    return Proposal(field=field, value=value, basis=basis + others)


def _say(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    metas = list(_metas(root))
    for field, names in _META.items():
        for wanted in names:
            yield from ((field, content, f"meta `{name}`") for name, content in metas if name == wanted)
    yield from _linked_data(root)
    for element in root.iter("time"):
        yield "date", element.get("datetime", ""), "the first `time`"
        break
    for element in root.iter("link"):
        if "canonical" in element.get("rel", "").lower().split():
            yield "url", element.get("href", ""), "link `canonical`"
    for element in root.iter("h1"):
        yield "title", "".join(map(str, element.itertext())), "the heading `h1`"
    for element in root.iter("title"):
        yield "title", element.text or "", "the `title`"
    for element in root.iter("html"):
        yield (
            "language",
            element.get("lang", "") or element.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
            ("attribute `lang`"),
        )


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and element.get("content"):
            yield name.strip().lower(), element.get("content", "")


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    for element in root.iter("script"):
        if element.get("type", "").strip().lower() != "application/ld+json":
            continue
        for node in _nodes(element.text or ""):
            if _TYPES.search(str(node.get("@type", ""))):
                publisher = node.get("publisher")
                yield "title", str(node.get("headline") or ""), "JSON-LD `headline`"
                yield "date", str(node.get("datePublished") or ""), "JSON-LD `datePublished`"
                yield (
                    "publisher",
                    str(publisher.get("name") or "") if isinstance(publisher, dict) else "",
                    ("JSON-LD `publisher`"),
                )


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += node["@graph"] if isinstance(node.get("@graph"), list) else []


def _fit(field: str, value: str) -> str:
    words = " ".join(value.split())
    if field == "date":
        day = _DAY.match(words)
        return day[0] if day and DATE.admits(day[0]) else ""
    if field == "language":
        words = words.split(",")[0].strip().replace("_", "-")
        return words if LANGUAGE.admits(words) else ""
    if field == "url":
        return words if URL.admits(words) else ""
    return words
