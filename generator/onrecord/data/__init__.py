"""The files that others take away: the dossier as JSON, CSV, web annotations, references and feeds, and its redirects.

All are functions of the dossier and of where it is published: no clock is read, so a rebuild gives the same bytes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord import urls
from onrecord.citing import write_bibtex, write_csl, write_ris
from onrecord.data.annotations import write_annotations
from onrecord.data.atom import write_atom
from onrecord.data.feeds import plan_feeds
from onrecord.data.figure_table import write_figure_table
from onrecord.data.heads import Head, Heads, plan_heads
from onrecord.data.json_feed import write_json_feed
from onrecord.data.picture_tables import picture_tables
from onrecord.data.proof import write_proof
from onrecord.data.quote_table import write_quote_table
from onrecord.data.quotes_json import write_quotes_json
from onrecord.data.redirects import redirect_files
from onrecord.data.search import SearchRecord, plan_search
from onrecord.model import Dossier
from onrecord.pages.citations import cite_source
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.urls import Publication

__all__ = ["Head", "Heads", "SearchRecord", "data_files", "plan_heads", "plan_search"]


def data_files(dossier: Dossier, publication: Publication) -> Mapping[str, bytes]:
    """Write every file, by its path below the site's root."""
    named = replace(publication, name=dossier.title)
    return {path: text.encode() for path, text in _texts(index_dossier(dossier, named), named)}


def _texts(index: DossierIndex, publication: Publication) -> Iterator[tuple[str, str]]:
    yield urls.QUOTES_JSON, write_quotes_json(index, publication)
    yield urls.QUOTE_TABLE, write_quote_table(index, publication)
    yield urls.FIGURE_TABLE, write_figure_table(index, publication)
    yield urls.ANNOTATIONS, write_annotations(index.dossier, publication)
    yield urls.PROOF, write_proof(index.dossier)
    citations = [cite_source(source, index.say) for source in index.dossier.sources]
    yield f"{urls.REFERENCES}.bib", write_bibtex(citations)
    yield f"{urls.REFERENCES}.ris", write_ris(citations)
    yield f"{urls.REFERENCES}.json", write_csl(citations)
    yield from picture_tables(index, publication)
    for feed in plan_feeds(index, publication):
        yield feed.address + urls.ATOM_FEED, write_atom(feed, publication)
        yield feed.address + urls.JSON_FEED, write_json_feed(feed, publication)
    yield from redirect_files(index.dossier, publication)
    yield from ((urls.TAKE_AWAY + name, "") for name in publication.take_away)  # their makers put them in
