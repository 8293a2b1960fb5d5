"""The hub of sources: every document, the newest first."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.pages.calendar import date_order
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import source_list
from onrecord.pages.paging import Pager
from onrecord.pages.source_rows import SourceRow, plan_source_row


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """What the hub of sources shows."""

    address: str
    title: str
    description: str
    sources: tuple[SourceRow, ...]
    pagers: tuple[Pager, ...] = ()
    """The way to the rest, where not all are shown."""


def plan_sources(index: DossierIndex) -> SourcesPage:
    """Plan the hub of sources."""
    whole = source_list(index)
    newest_first = sorted(index.dossier.sources, key=lambda each: date_order(each.date), reverse=True)
    shown = whole.newest() if whole.is_cut else newest_first
    return SourcesPage(
        address=urls.SOURCES,
        title=index.say.SOURCES,
        description=f"{index.say.SOURCES}: {index.dossier.title}",
        sources=tuple(plan_source_row(each, index) for each in shown),
        pagers=tuple(filter(None, (whole.pager(index.say),))),
    )
