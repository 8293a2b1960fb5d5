"""The site's search made to find quotes: the records of the site in the index, and settings that find their words.

Material's search and MkDocs' own are both called `search` in `mkdocs.yml`. What the author has set stays as it is.
"""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import LangOption
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink, TableOfContents

from onrecord.data import SearchRecord
from onrecord.site import Site, source_path

MATERIAL = "material/search"

_SEPARATOR = (
    r'[\s\-‐‑–—/:;!?()\[\]{}"“”„‚«»‹›…$€£₽₴]+'  # noqa: RUF001  marks that stand beside words
    r"|[.,'’‘](?!\w)|&(?:amp|[lg]t);"
)
"""What parts words, where Material's default leaves every mark at its word, and finds no word that one stands before.

Marks within a number stay (`1.5`), and so do those within a word (`Russia's`).
"""
_TITLE_BOOST = 2
"""Material counts a word of a title as a thousand: then no words of a quote are found before a page named like one."""
_RECORD_BOOST = 3


STEMMED = frozenset({"ar", "da", "de", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"})
"""Languages that Material has a Snowball stemmer of which needs nothing else; English goes by beginnings, as ever."""


def prepare_search(config: MkDocsConfig) -> None:
    """Set what the author of `mkdocs.yml` left to Material, before its search takes its settings."""
    search = _material_search(config)
    if search is None:
        return
    search.config.separator = search.config.separator or _SEPARATOR
    search.config.fields.setdefault("title", {"boost": _TITLE_BOOST})


def has_search(config: MkDocsConfig) -> bool:
    """Tell whether the site has a search that reads its pages: Material's or MkDocs' own."""
    return _material_search(config) is not None or "search" in config.plugins


def entries_of(config: MkDocsConfig) -> list[Any] | None:
    """Give the entries of the search's index, to be looked at and added to; none where there is no search."""
    index = getattr(_material_search(config) or config.plugins.get("search"), "search_index", None)
    return next((found for name in ("entries", "_entries") if (found := getattr(index, name, None)) is not None), None)


def add_records(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Put the records into the index of the site's search, behind the pages; nothing where there is no search."""
    search = _material_search(config) or config.plugins.get("search")
    index = getattr(search, "search_index", None)
    if index is None:
        return
    for record in site.records:
        path, _, place = record.address.partition("#")
        file = files.get_file_from_path(source_path(path))
        if file is not None:
            section, page = _section(record, place, is_of_material=_material_search(config) is not None)
            toc = TableOfContents([AnchorLink(section.title[0], place, level=2)])
            index.create_entry_for_section(section, toc, file.url, *page)


def name_stemmers(site: Site, config: MkDocsConfig) -> str:
    """Name in HTML, for the head of a page, the stemmers of the languages of the records; nothing where there is none.

    Only Material has them. English is left as it is.
    """
    if _material_search(config) is None:
        return ""
    known: Iterable[str | None] = (
        LangOption().get_lunr_supported_lang(record.language.replace("-", "_")) for record in site.records
    )
    names = dict.fromkeys(each for each in known if each in STEMMED)
    return f'\n<meta name="onrecord:stem" content="{" ".join(names)}">' if names else ""


def _material_search(config: MkDocsConfig) -> Any:  # noqa: ANN401  Material's plugin is not typed
    search = config.plugins.get(MATERIAL)
    return search if search is not None and search.config.enabled else None


def _section(record: SearchRecord, place: str, *, is_of_material: bool) -> tuple[Any, tuple[Any, ...]]:
    """Give what either search takes for a section of a page.

    Material shows HTML, under the title of the page; MkDocs shows plain text, by itself.
    """
    if not is_of_material:
        text = " ".join(part for part in (record.text, record.context) if part)
        return SimpleNamespace(id=place, title=[f"{record.title} · {record.source}"], text=[text]), ()
    paragraphs = [f"<p>{escape(part)}</p>" for part in (record.text, record.context) if part]
    page = SimpleNamespace(meta={"search": {"boost": _RECORD_BOOST}})
    return SimpleNamespace(id=place, title=[str(escape(record.title))], text=paragraphs), (page,)
