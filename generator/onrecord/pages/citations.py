"""How a source or a passage is cited, in the interface's own words."""

import re
from functools import lru_cache

from onrecord import urls
from onrecord.citing import Citation
from onrecord.kept import kept
from onrecord.model import Passage, Source, Topic
from onrecord.pages.calendar import date_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words
from onrecord.pages.wording import Wording

_WEBSITE = re.compile(
    r"\s*,\s*(?:(?:the\s+|its\s+)?(?:official\s+)?web\s?site|(?:официальный\s+|афіцыйны\s+)?сайт)\s*\Z", re.IGNORECASE
)
"""How a record says behind a publisher's name that it is the website that is meant."""
_KEPT = 512
"""Citations, for what a source adds to files and pages cites each passage several times."""


def cite_source(source: Source, say: Wording) -> Citation:
    """Cite a whole source."""
    return _cite(source, say, key=source.key)


@kept(_KEPT)
def cite_passage(
    passage: Passage, index: DossierIndex, publication: urls.Publication, seen_from: str | None = None
) -> Citation:
    """Cite a passage of a source; its speaker, where it has one, leads to the title and is named in the note.

    It links to where the passage is published, or, as seen from the page at an address, to the passage wherever the
    site is.
    """
    address = urls.passage_address(passage.source.key, passage.key)
    place = place_words(passage, index)
    return _cite(
        passage.source,
        index.say,
        key=passage.address,
        lead=_lead(passage, index.say),
        place=place,
        note=_note(passage, place, index.say),
        link=publication.url_of(address) if seen_from is None else publication.link(address, seen_from),
    )


def _cite(source: Source, say: Wording, **more: str) -> Citation:
    author, medium = read_publisher(source.publisher, say)
    return Citation(
        author=author,
        medium=medium,
        title=source.title,
        date=source.date,
        retrieved=source.retrieved,
        kind=source.kind,
        url=source.url,
        language=source.language,
        date_words=date_words(source.date, say),
        marks=(say.OPENING_MARK, say.CLOSING_MARK),
        **more,
    )


def cite_topic(topic: Topic, index: DossierIndex) -> Citation:
    """Cite the page of a topic, whose author is the editor: of the briefing, or else of the dossier."""
    say, briefing, dossier = index.say, index.briefing_on(topic), index.dossier
    date = (briefing.as_of if briefing else None) or dossier.as_of
    version = briefing.version if briefing else ""
    return Citation(
        key=topic.id,
        author=(briefing.editor if briefing else "") or dossier.editor or dossier.title,
        medium=say.WEBSITE,
        title=topic.label,
        date=date,
        retrieved=None,
        kind=say.BRIEFING,
        url=index.publication.url_of(urls.topic_address(topic.id)),
        language=dossier.language,
        date_words=say.AS_OF_DATE.format(date=date_words(date, say)) if date else "",
        place=say.VERSION_NUMBER.format(version=version) if version else "",
        marks=(say.OPENING_MARK, say.CLOSING_MARK),
        site=dossier.title,
        version=version,
    )


@lru_cache(maxsize=1 << 10)  # few have published all that there is
def read_publisher(words: str, say: Wording) -> tuple[str, str]:
    """Part a publisher's name from the medium behind it: `Ministry of Trade, official website` is on a website."""
    match = _WEBSITE.search(words)
    return (words[: match.start()], say.WEBSITE) if match and match.start() else (words, "")


def _lead(passage: Passage, say: Wording) -> str:
    if passage.speaker is None:
        return ""
    said = say.QUOTED_IN if passage.is_quote else say.REPORTED_IN
    return said.format(speaker=passage.speaker.name)


def _note(passage: Passage, place: str, say: Wording) -> str:
    where = " ".join(part for part in (place, f"[{passage.address}]") if part)
    if passage.speaker is None:
        return where
    said = say.QUOTED if passage.is_quote else say.REPORTED_WORDS_OF
    role = f" ({passage.role.title})" if passage.role else ""
    return f"{said.format(speaker=passage.speaker.name + role)}, {where}"
