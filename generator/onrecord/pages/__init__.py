"""What each page shows: the dossier turned into page views, finished values in the reader's words.

A view holds no key to look up and nothing to compute, so a template prints and never thinks. One file is one page
type; the others are what several pages share.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from onrecord.model import Dossier
from onrecord.pages.figures import FiguresPage, plan_figures
from onrecord.pages.home import HomePage, plan_home
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.pages.lists import ListPage, list_plans
from onrecord.pages.paging import USUAL, Limits
from onrecord.pages.prose import Insertion
from onrecord.pages.quotes import QuotesPage, plan_quotes
from onrecord.pages.source import SourcePage, plan_source
from onrecord.pages.sources import SourcesPage, plan_sources
from onrecord.pages.speaker import SpeakerPage, plan_speaker
from onrecord.pages.speakers import SpeakersPage, plan_speakers
from onrecord.pages.timeline import TimelinePage, plan_timeline
from onrecord.pages.topic import TopicPage, plan_topic
from onrecord.pages.topics import TopicsPage, plan_topics
from onrecord.urls import NOWHERE, Publication

PageView = (
    HomePage
    | TopicsPage
    | TopicPage
    | SourcesPage
    | SourcePage
    | SpeakersPage
    | SpeakerPage
    | FiguresPage
    | TimelinePage
    | QuotesPage
    | ListPage
)


Insertions = Mapping[str, tuple[Insertion, ...]]
"""What a draft adds to the prose of briefings, by the id of their topic."""


def plan_pages(
    dossier: Dossier,
    publication: Publication = NOWHERE,
    insertions: Insertions = MappingProxyType({}),
    limits: Limits = USUAL,
) -> Iterator[PageView]:
    """Plan every page of the site, home first and hubs in the order of the navigation; `limits` say how long each may be."""
    return (plan() for plan in page_plans(index_dossier(dossier, publication, limits), insertions))


def page_plans(
    index: DossierIndex, insertions: Insertions = MappingProxyType({})
) -> tuple[Callable[[], PageView], ...]:
    """Give what plans each page of the site, in the same order; each is planned by itself."""
    dossier = index.dossier
    hubs = (plan_home, plan_topics, plan_sources, plan_speakers, plan_figures, plan_timeline, plan_quotes)
    return (
        *(partial(plan, index) for plan in hubs),
        *(partial(plan_topic, topic, index, insertions.get(topic.id, ())) for topic in dossier.topics),
        *(partial(plan_source, source, index) for source in dossier.sources),
        *(partial(plan_speaker, speaker, index) for speaker in dossier.speakers),
        *list_plans(index),
    )
