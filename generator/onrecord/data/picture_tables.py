"""What each picture draws, as a table: `data/pictures/`, with the address of its page.

A plot of figures has the columns of `data/figures.csv`, for the figures that are comparable; quotes in time have a row
a quote, with the stretch of time that it is drawn in.
"""

from collections.abc import Iterator

from onrecord import urls
from onrecord.data.figure_table import write_figures
from onrecord.data.quote_table import said_by
from onrecord.data.tables import write_table
from onrecord.model import Passage
from onrecord.pages.comparable import every_comparable
from onrecord.pages.index import DossierIndex
from onrecord.pages.quote_times import NAME, QuoteTimes, TimeRow, every_times

TIME_COLUMNS = ("key", "date", "from", "until", "speaker", "speaker_name", "side", "topics", "source", "link")


def picture_tables(index: DossierIndex, publication: urls.Publication) -> Iterator[tuple[str, str]]:
    """Write the data of every picture, by its path below the site's root."""
    for times in every_times(index):
        yield urls.picture_table(times.page, NAME), write_times(times, publication)
    for group in every_comparable(index):
        path = urls.picture_table(group.page, group.name)
        yield path, write_figures((each.figure for each in group.figures), publication, _folder(group.page))


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
