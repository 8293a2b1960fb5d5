"""When quotes were said: of a topic, of a speaker, of the whole dossier, as a picture with a row a day, month or year.

There is no picture where the dates do not differ. A quote whose source is dated less exactly than the rows stands below
them; no day is made up for it. A part of a quote is not a second quote.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Passage, Speaker, Topic
from onrecord.pages.calendar import date_words, range_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.panels import PicturePanel, plan_panel
from onrecord.pages.wording import Wording
from onrecord.pages.words import opening_of
from onrecord.pictures import Bin, Bins, Count, Entry, TextRow, bin_dates, draw_tally

NAME = "quotes"
"""Of the picture in its page and of the file of its data."""
MOST_SERIES = 5
MOST_NAMED = 5
"""How many quotes a row of the table names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """The quotes of one stretch of time."""

    start: str
    end: str
    """In ISO form, as precise as the stretch."""
    words: str
    is_loose: bool
    """Whether the stretch is the whole of a date that is known less exactly than the rows."""
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTimes:
    """The quotes of a page in time."""

    page: str
    """Address of the page."""
    bins: Bins
    rows: tuple[TimeRow, ...]
    """Without a gap, empty ones among them; then the loose ones."""
    has_speakers: bool
    """Whether the quotes may be of several speakers."""


def topic_times(topic: Topic, index: DossierIndex) -> QuoteTimes | None:
    """Arrange the quotes that are filed under a topic itself; None where there is nothing to see."""
    return _arrange(urls.topic_address(topic.id), index.on_topic(topic), index.say, has_speakers=True)


def speaker_times(speaker: Speaker, index: DossierIndex) -> QuoteTimes | None:
    """Arrange the quotes of a speaker; None where there is nothing to see."""
    return _arrange(urls.speaker_address(speaker.id), index.of_speaker(speaker), index.say, has_speakers=False)


def all_times(index: DossierIndex) -> QuoteTimes | None:
    """Arrange all quotes; None where there is nothing to see."""
    wholes = (each for each in index.dossier.passages if each.whole is None)
    return _arrange(urls.TIMELINE, wholes, index.say, has_speakers=True)


def plan_times(times: QuoteTimes | None, say: Wording) -> tuple[PicturePanel, ...]:
    """Draw quotes in time; nothing where there is nothing to see."""
    if times is None:
        return ()
    names, series_of = _series(times, say)
    picture = draw_tally(
        title=_title(times.bins, say),
        description=_description(times, say),
        counts=[_count(row, len(names), series_of) for row in times.rows],
        series=names,
        loose_label=say.LESS_EXACTLY,
        number_words=say.language.number,
        columns=(say.WHEN, say.QUOTES, *((say.SPEAKERS,) if times.has_speakers else ()), say.FIRST_WORDS),
        rows=tuple(_table_row(row, say, has_speakers=times.has_speakers) for row in times.rows if row.quotes),
    )
    return (plan_panel(times.page, NAME, picture, say),)


def _arrange(page: str, passages: Iterable[Passage], say: Wording, *, has_speakers: bool) -> QuoteTimes | None:
    quotes = [each for each in passages if each.is_quote]
    bins = bin_dates(each.source.date for each in quotes)
    if bins is None:
        return None
    held: dict[Bin | str, list[Passage]] = {}
    for each in quotes:
        held.setdefault(bins.bin_of(each.source.date) or str(each.source.date), []).append(each)
    rows = [
        TimeRow(
            start=str(each.start),
            end=str(each.end),
            words=range_words((each.start, each.end), say),
            is_loose=False,
            quotes=tuple(held.get(each, ())),
        )
        for each in bins.bins
    ]
    rows += [
        TimeRow(
            start=str(each), end=str(each), words=date_words(each, say), is_loose=True, quotes=tuple(held[str(each)])
        )
        for each in bins.loose
    ]
    return QuoteTimes(page=page, bins=bins, rows=tuple(rows), has_speakers=has_speakers)


def _series(times: QuoteTimes, say: Wording) -> tuple[tuple[str, ...], Callable[[Passage], int]]:
    """Name the speakers, those of the most quotes first, and tell which of them said a quote."""
    said = Counter(_speaker_name(each, say) for row in times.rows for each in row.quotes)
    if not times.has_speakers or len(said) < 2:  # noqa: PLR2004  one speaker is no choice
        return (say.QUOTES,), lambda _: 0
    names = [name for name, _ in said.most_common()]
    if len(names) > MOST_SERIES:
        names[MOST_SERIES - 1 :] = [say.OTHER_SPEAKERS]
    place = {name: at for at, name in enumerate(names)}
    return tuple(names), lambda quote: place.get(_speaker_name(quote, say), len(names) - 1)


def _speaker_name(quote: Passage, say: Wording) -> str:
    return quote.speaker.name if quote.speaker else say.SOURCE_VOICE


def _count(row: TimeRow, series: int, series_of: Callable[[Passage], int]) -> Count:
    said = Counter(map(series_of, row.quotes))
    return Count(label=row.words, numbers=tuple(said[each] for each in range(series)), is_loose=row.is_loose)


def _title(bins: Bins, say: Wording) -> str:
    return say.QUOTES_BY_YEARS.format(number=bins.step) if bins.step > 1 else say.QUOTES_BY[bins.unit]


def _description(times: QuoteTimes, say: Wording) -> str:
    quotes = [each for row in times.rows for each in row.quotes]
    busiest = max(times.rows, key=lambda row: len(row.quotes))
    dates = range_words((each.source.date for each in quotes), say)
    said = say.describe_times(len(quotes), dates, busiest.words, len(busiest.quotes))
    loose = sum(len(row.quotes) for row in times.rows if row.is_loose)
    return f"{said} {say.describe_less_exactly(loose)}" if loose else said


def _table_row(row: TimeRow, say: Wording, *, has_speakers: bool) -> TextRow:
    speakers = tuple(Entry(text=each) for each in dict.fromkeys(_speaker_name(each, say) for each in row.quotes))
    cells = ((Entry(text=row.words),), (Entry(text=say.language.number(len(row.quotes))),))
    return (*cells, *((speakers,) if has_speakers else ()), _named(row.quotes, say))


def _named(quotes: Sequence[Passage], say: Wording) -> tuple[Entry, ...]:
    named = tuple(_entry(each, say) for each in quotes[:MOST_NAMED])
    rest = len(quotes) - len(named)
    return (*named, Entry(text=say.and_more(rest), address=urls.QUOTES)) if rest else named


def _entry(quote: Passage, say: Wording) -> Entry:
    opening, has_more = opening_of(quote)
    return Entry(
        text=opening + (say.MORE if has_more else ""),
        address=urls.passage_address(quote.source.key, quote.key),
        language=quote.source.language,
        is_quote=True,
    )
