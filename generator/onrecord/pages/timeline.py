"""The timeline: what happened when as far as the sources date it, and apart from it what was said when."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.pages.calendar import date_order
from onrecord.pages.event_rows import Events, arrange_events
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import source_list
from onrecord.pages.paging import Pager
from onrecord.pages.panels import PicturePanel
from onrecord.pages.quote_times import all_times, plan_times
from onrecord.pages.source_rows import SourceRow, plan_source_row


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """What the timeline shows."""

    address: str
    title: str
    description: str
    events: Events
    quotes: tuple[PicturePanel, ...]
    """When they were said; none where their dates do not differ."""
    said: tuple[SourceRow, ...]
    pagers: tuple[Pager, ...] = ()
    """The way to the rest, where not all are shown."""


def plan_timeline(index: DossierIndex) -> TimelinePage:
    """Plan the timeline."""
    whole = source_list(index)
    sources = sorted(whole.newest(), key=lambda each: date_order(each.date))
    return TimelinePage(
        address=urls.TIMELINE,
        title=index.say.TIMELINE,
        description=f"{index.say.TIMELINE}: {index.dossier.title}",
        events=arrange_events(index.dossier.events, index),
        quotes=plan_times(all_times(index), index.say),
        said=tuple(plan_source_row(each, index) for each in sources),
        pagers=tuple(filter(None, (whole.pager(index.say),))),
    )
