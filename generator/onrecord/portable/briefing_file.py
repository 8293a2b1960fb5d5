"""One briefing as one HTML file, to mail: styles, scripts and the cited paragraphs of its sources are in it.

It asks nobody for anything: its own policy (CSP) forbids it to.
"""

import re
from pathlib import Path

from onrecord import urls
from onrecord.model import Source
from onrecord.pages.index import DossierIndex
from onrecord.pages.source_text import TextParagraph, plan_text
from onrecord.portable.links import inline_pictures, turn_links
from onrecord.portable.tree import parse, to_html
from onrecord.render import fill_page, site_styles, theme_texts
from onrecord.rendered import RenderedPage
from onrecord.urls import Publication, addresses_in

_SOURCE = re.compile(rf"{urls.SOURCES}([^/#]+)/(?:#(.+))?")
_SCRIPTS = ("previews.js", "copies.js")


def write_briefing_file(
    page: RenderedPage, article: str, index: DossierIndex, publication: Publication, docs: Path
) -> str:
    """Write the file of a topic's page, whose article is given with its links to addresses."""
    cited = _cited(article)
    sources = [each for each in index.dossier.sources if each.key in cited]
    excerpts = [(each, _paragraphs(each, cited[each.key], index)) for each in sources]
    root = parse(article)
    shown = {(source.key, key) for source, found in excerpts for key in _keys_in(found)}
    turn_links(root, lambda address: _place(address, page.address, shown, publication))
    inline_pictures(root, page.address, docs)
    return fill_page(
        index.say,
        "briefing_file",
        page=page,
        dossier=index.dossier,
        language=index.say.language.tag,
        article=to_html(root),
        excerpts=excerpts,
        styles=(*site_styles(index.say), *theme_texts("briefing_file.css")),
        scripts=theme_texts(*_SCRIPTS),
    )


def _cited(article: str) -> dict[str, set[str]]:
    """Find the passages that an article leads to, by their sources; a source may be led to as a whole."""
    found: dict[str, set[str]] = {}
    for address in addresses_in(article):
        if match := _SOURCE.fullmatch(address):
            found.setdefault(match[1], set()).update([match[2]] if match[2] else [])
    return found


def _paragraphs(source: Source, keys: set[str], index: DossierIndex) -> list[TextParagraph]:
    return [each for each in plan_text(source, index) if keys & _keys_in([each])]


def _keys_in(paragraphs: list[TextParagraph]) -> set[str]:
    return {key for each in paragraphs for segment in each.segments for key in segment.ids + segment.keys}


def _place(address: str, own: str, shown: set[tuple[str, str]], publication: Publication) -> str:
    path, _, fragment = address.partition("#")
    if path == own:
        return f"#{fragment or 'top'}"
    if match := _SOURCE.fullmatch(address):
        is_shown = (match[1], match[2]) in shown
        return f"#words:{match[1]}:{match[2]}" if is_shown else f"#source:{match[1]}"
    return publication.url_of(address)
