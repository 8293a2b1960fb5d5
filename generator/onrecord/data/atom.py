"""A feed as Atom (RFC 4287).

Without a site address its links are relative, which a reader resolves by where it found the feed.
"""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from onrecord import urls
from onrecord.data.feeds import Entry, Feed
from onrecord.urls import Publication

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "xml:lang"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Form feeds are white space of a source, and cannot be written in XML 1.0 at all."""


def write_atom(feed: Feed, publication: Publication) -> str:
    """Write the feed as an XML document in UTF-8."""
    root = Element("feed", {"xmlns": _NAMESPACE} | ({_LANGUAGE: feed.language} if feed.language else {}))
    _add(root, "id", publication.id_of(feed.address + urls.ATOM_FEED))
    _add(root, "title", feed.title)
    _add(root, "updated", feed.entries[0].moment)
    _add(SubElement(root, "author"), "name", feed.author)
    _add(root, "link", rel="alternate", type="text/html", href=publication.link(feed.address, feed.address))
    if publication.site_url:
        itself = publication.url_of(feed.address + urls.ATOM_FEED)
        _add(root, "link", rel="self", type="application/atom+xml", href=itself)
    for entry in feed.entries:
        _add_entry(root, entry, publication.link(entry.address, feed.address))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_entry(root: Element, entry: Entry, link: str) -> None:
    element = SubElement(root, "entry", {_LANGUAGE: entry.language} if entry.language else {})
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.moment)
    _add(element, "published", entry.moment)
    _add(element, "link", rel="alternate", type="text/html", href=link)
    for topic in entry.topics:
        _add(element, "category", term=topic.id, label=topic.label)
    _add(element, "content", entry.html, type="html")


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    written = {key: _NOT_XML.sub(" ", value) for key, value in attributes.items()}
    SubElement(parent, name, written).text = _NOT_XML.sub(" ", text) or None
