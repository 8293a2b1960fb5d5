"""The files that others take away: the dossier as JSON, CSV, web annotations, references and feeds, and its redirects.

All are functions of the dossier and of where it is published: no clock is read, so a rebuild gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from onrecord import urls
from onrecord.citing import write_bibtex, write_csl, write_ris
from onrecord.data import quote_table
from onrecord.data.annotations import add_to_annotations, frame_annotations
from onrecord.data.atom import write_atom
from onrecord.data.feeds import Feed, feed_plans
from onrecord.data.figure_table import write_figure_table
from onrecord.data.forms import write_forms
from onrecord.data.frames import Added, Frame, fill_frame, write_whole
from onrecord.data.heads import Head, Heads, head_plans, plan_heads
from onrecord.data.json_feed import write_json_feed
from onrecord.data.picture_tables import picture_plans
from onrecord.data.proof import add_to_proof, frame_proof
from onrecord.data.quotes_json import add_to_quotes_json, frame_quotes_json
from onrecord.data.redirects import redirect_files
from onrecord.data.search import SearchRecord, SearchRecords, plan_record, plan_search
from onrecord.model import Dossier, Source
from onrecord.pages.citations import cite_source
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.urls import Publication

__all__ = [
    "Added",
    "Files",
    "Frame",
    "Head",
    "Heads",
    "SearchRecord",
    "SearchRecords",
    "addition_plans",
    "data_files",
    "file_plans",
    "fill_frame",
    "head_plans",
    "plan_heads",
    "plan_record",
    "plan_search",
    "publication_of_files",
    "whole_files",
    "write_whole",
]


Files = Mapping[str, bytes]
"""By path below the site's root."""


def data_files(dossier: Dossier, publication: Publication) -> Files:
    """Write every file, by its path below the site's root."""
    index = index_dossier(dossier, publication_of_files(dossier, publication))
    added = [add() for add in addition_plans(index)]
    wholes = {path: write_whole(frame, added).encode() for path, frame in whole_files(index).items()}
    return wholes | {path: content for write in file_plans(index) for path, content in write().items()}


def publication_of_files(dossier: Dossier, publication: Publication) -> Publication:
    """Say where files are that name themselves: a site without an address is told apart by the name of its dossier."""
    return replace(publication, name=dossier.title)


def whole_files(index: DossierIndex) -> Mapping[str, Frame]:
    """Give the files that hold the whole dossier, by path: what stands around that which the sources add."""
    named = index.publication
    return {
        urls.QUOTES_JSON: frame_quotes_json(index, named),
        urls.QUOTE_TABLE: quote_table.FRAME,
        urls.ANNOTATIONS: frame_annotations(index, named),
        urls.PROOF: frame_proof(index),
    }


def addition_plans(index: DossierIndex) -> tuple[Callable[[], Added], ...]:
    """Give what writes that which each source adds, in the order of the sources."""
    return tuple(partial(_add, each, index) for each in index.dossier.sources)


def file_plans(index: DossierIndex) -> tuple[Callable[[], Files], ...]:
    """Give what writes some of the other files each; the index is of their publication."""
    named = index.publication
    plans: tuple[Callable[[], Iterable[tuple[str, str]]], ...] = (
        partial(_figures, index),
        partial(_references, index),
        *picture_plans(index),
        *(partial(_feed_files, plan, named) for plan in feed_plans(index, named)),
        *(partial(_forms, each, index) for each in index.dossier.sources),
        partial(_redirects, index),
        partial(_places, named.take_away),
    )
    return tuple(partial(_encode, write) for write in plans)


def _encode(write: Callable[[], Iterable[tuple[str, str]]]) -> Files:
    return {path: text.encode() for path, text in write()}


def _add(source: Source, index: DossierIndex) -> Added:
    named = index.publication
    return {
        **add_to_quotes_json(source, index, named),
        **quote_table.add_to_quote_table(source, index, named),
        **add_to_annotations(source, index, named),
        **add_to_proof(source, index),
    }


def _figures(index: DossierIndex) -> Iterator[tuple[str, str]]:
    yield urls.FIGURE_TABLE, write_figure_table(index, index.publication)


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


def _redirects(index: DossierIndex) -> Iterator[tuple[str, str]]:
    return redirect_files(index.dossier, index.publication)


def _places(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Hold the places of files that their makers put in."""
    return ((urls.TAKE_AWAY + name, "") for name in names)
