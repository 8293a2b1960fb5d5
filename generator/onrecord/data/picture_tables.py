"""What each picture draws, as a table: `data/pictures/`, with the address of its page.

A plot of figures has the columns of `data/figures.csv`, for the figures that are comparable; quotes in time have a row
a quote, with the stretch of time that it is drawn in.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from onrecord import urls
from onrecord.data.figure_table import write_figures
from onrecord.data.quote_table import said_by
from onrecord.data.tables import write_table
from onrecord.model import Passage, Speaker, Topic
from onrecord.pages.comparable import Comparable, all_comparable, speaker_comparable, topic_comparable
from onrecord.pages.index import DossierIndex
from onrecord.pages.quote_times import NAME, QuoteTimes, TimeRow, all_times, speaker_times, topic_times

TIME_COLUMNS = ("key", "date", "from", "until", "speaker", "speaker_name", "side", "topics", "source", "link")


Tables = Iterator[tuple[str, str]]
"""By path below the site's root."""


def picture_plans(index: DossierIndex) -> tuple[Callable[[], Tables], ...]:
    """Give what writes the data of the pictures of each page."""
    dossier = index.dossier
    return (
        partial(_of_dossier, index),
        *(partial(_of_topic, each, index) for each in dossier.topics),
        *(partial(_of_speaker, each, index) for each in dossier.speakers),
    )


def _of_dossier(index: DossierIndex) -> Tables:
    return _tables(all_times(index), all_comparable(index), index)


def _of_topic(topic: Topic, index: DossierIndex) -> Tables:
    return _tables(topic_times(topic, index), topic_comparable(topic, index), index)


def _of_speaker(speaker: Speaker, index: DossierIndex) -> Tables:
    return _tables(speaker_times(speaker, index), speaker_comparable(speaker, index), index)


def _tables(times: QuoteTimes | None, groups: Iterable[Comparable], index: DossierIndex) -> Tables:
    if times is not None:
        yield urls.picture_table(times.page, NAME), write_times(times, index.publication)
    for group in groups:
        figures = (each.figure for each in group.figures)
        yield urls.picture_table(group.page, group.name), write_figures(figures, index.publication, _folder(group.page))


def write_times(times: QuoteTimes, publication: urls.Publication) -> str:
    """Write quotes in time, in the order in which they are drawn."""
    folder = _folder(times.page)
    rows = (_row(quote, row, publication, folder) for row in times.rows for quote in row.quotes)
    return write_table(TIME_COLUMNS, rows)


def _row(quote: Passage, row: TimeRow, publication: urls.Publication, folder: str) -> dict[str, str]:
    return said_by(quote) | {
        "key": quote.address,
        "date": str(quote.source.date),
        "from": row.start,
        "until": row.end,
        "topics": " ".join(topic.id for topic in quote.topics),
        "source": quote.source.key,
        "link": publication.link(urls.passage_address(quote.source.key, quote.key), folder),
    }


def _folder(page: str) -> str:
    return urls.PICTURES + page
