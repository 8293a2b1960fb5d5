"""The whole print as one tree, ready for JSON: nothing in it is left to compute but the numbers of pages."""

from dataclasses import dataclass
from typing import Any

from onrecord import urls
from onrecord.model import Dossier, Source, Speaker, Topic
from onrecord.pages.calendar import date_words, known_date_words
from onrecord.pages.figures import plan_figures
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.pages.source import plan_source
from onrecord.pages.speakers import plan_speakers
from onrecord.pages.timeline import plan_timeline
from onrecord.pages.topic import TopicPage, plan_topic
from onrecord.pages.wording import Wording
from onrecord.printing.chapters import print_chapter
from onrecord.printing.drawings import print_pictures
from onrecord.printing.indexes import index_keys, index_speakers
from onrecord.printing.nodes import Block, primary
from onrecord.printing.options import PrintOptions
from onrecord.printing.places import Places, find_places
from onrecord.printing.prose import use_label
from onrecord.printing.sources import print_source
from onrecord.printing.tables import print_events, print_figures
from onrecord.printing.volumes import Volume, plan_volumes, volume_of
from onrecord.urls import Publication

FORMAT = "onrecord-print/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What of the dossier is printed."""

    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    speakers: tuple[Speaker, ...]
    has_tables: bool


def print_tree(
    dossier: Dossier, publication: Publication, options: PrintOptions, chosen: Topic | Volume | None = None
) -> dict[str, Any]:
    """Print the whole dossier, a volume of it, or the briefing on one topic with the sources that it rests on."""
    topic = chosen if isinstance(chosen, Topic) else None
    volume = chosen if isinstance(chosen, Volume) else None
    index = index_dossier(dossier, publication)
    topics = volume.topics if volume else dossier.topics
    views = {each.id: plan_topic(each, index) for each in ((topic,) if topic else topics)}
    scope = _scope_of_volume(dossier, volume) if volume else _scope(dossier, views, topic)
    labels = _labels(scope, index)
    places = find_places(index, labels, volume_of(plan_volumes(dossier, options.volume)) if volume else {})
    return {
        "format": FORMAT,
        "language": primary(index.say.language.tag),
        "words": _words(index.say),
        "options": {"paper": options.paper, "colour": options.is_coloured, "duplex": options.is_duplex},
        "cover": _cover(index, views[topic.id] if topic else None, volume),
        "chapters": [print_chapter(view, places) for view in views.values()],
        "tables": _tables(index, places) if scope.has_tables else [],
        "sources": [print_source(plan_source(each, index), places) for each in scope.sources],
        "speakers": index_speakers(plan_speakers(index).speakers, index, labels),
        "keys": index_keys(index, labels),
    }


def _scope(dossier: Dossier, views: dict[str, TopicPage], topic: Topic | None) -> Scope:
    if topic is None:
        return Scope(topics=dossier.topics, sources=dossier.sources, speakers=dossier.speakers, has_tables=True)
    view = views[topic.id]
    shown = {row.reference.address for row in view.sources} | {each.source.address for each in view.cited}
    sources = tuple(each for each in dossier.sources if urls.source_address(each.key) in shown)
    return Scope(topics=(topic,), sources=sources, speakers=_speakers_in(sources, dossier), has_tables=False)


def _scope_of_volume(dossier: Dossier, volume: Volume) -> Scope:
    """Take what a volume holds; the index of speakers is where their words are in full."""
    speakers = _speakers_in(volume.sources, dossier)
    return Scope(topics=volume.topics, sources=volume.sources, speakers=speakers, has_tables=volume.has_tables)


def _speakers_in(sources: tuple[Source, ...], dossier: Dossier) -> tuple[Speaker, ...]:
    keys = {each.key for each in sources}
    heard = {each.speaker.id for each in dossier.passages if each.speaker and each.source.key in keys}
    heard |= {speaker.id for source in sources for speaker in source.participants}
    return tuple(each for each in dossier.speakers if each.id in heard)


def _labels(scope: Scope, index: DossierIndex) -> frozenset[str]:
    """List everything that this print can point at."""
    topics = [urls.topic_address(each.id) for each in scope.topics]
    briefings = [briefing for each in scope.topics if (briefing := index.briefing_on(each))]
    uses = [
        use_label(urls.topic_address(each.topic.id), number)
        for each in briefings
        for number, _ in enumerate(each.citations, start=1)
    ]
    sources = [urls.source_address(each.key) for each in scope.sources]
    passages = [
        urls.passage_address(each.source.key, each.key) for source in scope.sources for each in index.in_source(source)
    ]
    speakers = [urls.speaker_address(each.id) for each in scope.speakers]
    return frozenset((*topics, *uses, *sources, *passages, *speakers))


def _cover(index: DossierIndex, view: TopicPage | None, volume: Volume | None) -> dict[str, Any]:
    dossier, say = index.dossier, index.say
    title = dossier.title
    if volume:
        title = say.VOLUME_TITLE.format(title=title, number=volume.number, count=volume.count)
    as_of = say.AS_OF_DATE.format(date=date_words(dossier.as_of, say)) if dossier.as_of else ""
    versions = {each.version for each in dossier.briefings}
    version = say.VERSION_NUMBER.format(version=versions.pop()) if len(versions) == 1 and "" not in versions else ""
    standing = list(view.standing) if view else [part for part in (as_of, version, dossier.editor) if part]
    return {
        "title": view.title if view else title,
        "subtitle": dossier.title if view else dossier.subtitle,
        "marking": dossier.marking,
        "standing": standing,
        "editor": dossier.editor,
        "as_of": known_date_words(dossier.as_of, say),
        "url": index.publication.url_of(view.address if view else urls.HOME),
    }


def _tables(index: DossierIndex, places: Places) -> list[dict[str, Any]]:
    """Print what the website has on its pages of figures and of events."""
    figures, timeline = plan_figures(index), plan_timeline(index)
    printed: list[tuple[str, str, list[Block]]] = [
        (urls.FIGURES, index.say.FIGURES, [*print_pictures(figures.plots), *print_figures(figures.groups, places)]),
        (
            urls.TIMELINE,
            index.say.TIMELINE,
            [*print_pictures(timeline.quotes), *print_events(timeline.events, places, has_topics=True)],
        ),
    ]
    return [{"label": label, "title": title, "blocks": blocks} for label, title, blocks in printed if blocks]


_PAGE, _PAGES = "\x1a", "\x1b"


def _words(say: Wording) -> dict[str, Any]:
    """Give the words of the template; those around a number are parted where it stands."""
    before, _, rest = say.PAGE_OF_PAGES.format(page=_PAGE, pages=_PAGES).partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    return {
        "page_of": [before, between, after],
        "contents": say.CONTENTS,
        "sources": say.SOURCES,
        "sources_note": say.PRINTED_SOURCES_NOTE,
        "index": say.INDEX,
        "index_of_speakers": say.INDEX_OF_SPEAKERS,
        "index_of_keys": say.INDEX_OF_KEYS,
        "keys_note": say.INDEX_OF_KEYS_NOTE,
        "part_of": say.PART_OF_TOPIC,
        "used_in": say.USED_IN,
        "page": say.PAGE_NUMBER.partition("{page}")[0],
        "pages": say.PAGE_NUMBERS.partition("{pages}")[0],
        "proof": say.PROOF_ATTACHED,
    }
