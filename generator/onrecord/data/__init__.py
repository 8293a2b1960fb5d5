"""The files that others take away: the dossier as JSON, CSV, web annotations, references and feeds, and its redirects.

All are functions of the dossier and of where it is published: no clock is read, so a rebuild gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from onrecord import urls
from onrecord.citing import write_bibtex, write_csl, write_ris
from onrecord.data.annotations import write_annotations
from onrecord.data.atom import write_atom
from onrecord.data.feeds import Feed, feed_plans
from onrecord.data.figure_table import write_figure_table
from onrecord.data.forms import write_forms
from onrecord.data.heads import Head, Heads, head_plans, plan_heads
from onrecord.data.json_feed import write_json_feed
from onrecord.data.picture_tables import picture_tables
from onrecord.data.proof import write_proof
from onrecord.data.quote_table import write_quote_table
from onrecord.data.quotes_json import write_quotes_json
from onrecord.data.redirects import redirect_files
from onrecord.data.search import SearchRecord, plan_search
from onrecord.model import Dossier, Source
from onrecord.pages.citations import cite_source
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.urls import Publication

__all__ = [
    "Files",
    "Head",
    "Heads",
    "SearchRecord",
    "data_files",
    "file_plans",
    "head_plans",
    "plan_heads",
    "plan_search",
    "publication_of_files",
]


Files = Mapping[str, bytes]
"""By path below the site's root."""


def data_files(dossier: Dossier, publication: Publication) -> Files:
    """Write every file, by its path below the site's root."""
    index = index_dossier(dossier, publication_of_files(dossier, publication))
    return {path: content for write in file_plans(index) for path, content in write().items()}


def publication_of_files(dossier: Dossier, publication: Publication) -> Publication:
    """Say where files are that name themselves: a site without an address is told apart by the name of its dossier."""
    return replace(publication, name=dossier.title)


def file_plans(index: DossierIndex) -> tuple[Callable[[], Files], ...]:
    """Give what writes some of the files each, first those that hold the whole dossier; the index is of their publication."""
    named = index.publication
    single: tuple[tuple[str, Callable[[], str]], ...] = (
        (urls.QUOTES_JSON, lambda: write_quotes_json(index, named)),
        (urls.QUOTE_TABLE, lambda: write_quote_table(index, named)),
        (urls.FIGURE_TABLE, lambda: write_figure_table(index, named)),
        (urls.ANNOTATIONS, lambda: write_annotations(index.dossier, named)),
        (urls.PROOF, lambda: write_proof(index.dossier)),
    )
    several: tuple[Callable[[], Iterable[tuple[str, str]]], ...] = (
        partial(_references, index),
        partial(picture_tables, index, named),
        *(partial(_feed_files, plan, named) for plan in feed_plans(index, named)),
        *(partial(_forms, each, index) for each in index.dossier.sources),
        partial(redirect_files, index.dossier, named),
        lambda: ((urls.TAKE_AWAY + name, "") for name in named.take_away),  # their makers put them in
    )
    return (
        *(partial(_one, path, write) for path, write in single),
        *(partial(_encode, write) for write in several),
    )


def _one(path: str, write: Callable[[], str]) -> Files:
    return {path: write().encode()}


def _encode(write: Callable[[], Iterable[tuple[str, str]]]) -> Files:
    return {path: text.encode() for path, text in write()}


def _forms(source: Source, index: DossierIndex) -> Iterator[tuple[str, str]]:
    if index.in_source(source):
        yield urls.forms_script(source.key), write_forms(source, index)


def _references(index: DossierIndex) -> Iterator[tuple[str, str]]:
    citations = [cite_source(source, index.say) for source in index.dossier.sources]
    yield f"{urls.REFERENCES}.bib", write_bibtex(citations)
    yield f"{urls.REFERENCES}.ris", write_ris(citations)
    yield f"{urls.REFERENCES}.json", write_csl(citations)


def _feed_files(plan: Callable[[], Feed], publication: Publication) -> Iterator[tuple[str, str]]:
    feed = plan()
    yield feed.address + urls.ATOM_FEED, write_atom(feed, publication)
    yield feed.address + urls.JSON_FEED, write_json_feed(feed, publication)
