"""Figures of a passage: what its words state, whether that is planned or estimated, and for what time."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from onrecord.figures import FigureReading, find_figures
from onrecord.locations import Span

_LINE = regex.compile(r"[^\n]+")
_NUMERIC = regex.compile(
    r"\d|[½¼¾%]|\b(?:hundred|thousand|million|billion|trillion|percent|per\s+cent|dozen|twice|double[ds]?|tripled?|half"
    r"|\w+fold|times|тысяч|миллион|миллиард|триллион|процент|сто|двести|полтора|вдвое|втрое|раза)",
    regex.IGNORECASE,
)
"""What a line without it states no figure in; most lines are passed over so."""
_SENTENCE_END = regex.compile(r"[.!?…]\s+(?=\p{Lu})")
_STATUSES = (
    (
        "estimate",
        r"estimat\w+|forecast\w*|expect\w*|project(?:s|ed)\s+to|predict\w*|likely|about\s+to|по\s+оценк\w+|прогноз\w*|ожида\w+",
    ),
    ("goal", r"aim\w*|target\w*|goals?|strive\w*|must|need\s+to|should|цел[ьиью]\w*|намечен\w*|нужно|должн\w+"),
    (
        "planned",
        r"will|shall|plan(?:s|ned|ning)?|intend\w*|going\s+to|earmark\w*|pledg\w+|promis\w+|next\s+year|by\s+20\d\d|выдел(?:ит|ят|им)|план\w*|намерен\w*|буд(?:ет|ут)|к\s+20\d\d|состав(?:ит|ят)|вырастет|построят",
    ),
)
_PATTERNS = tuple((status, regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)) for status, words in _STATUSES)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|январ\w+|феврал\w+|март\w*|апрел\w+|ма[яйе]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+)"
)
_PERIOD = regex.compile(
    rf"""\b(?:in|for|during|over|в|за)\s+(?:the\s+)?(?P<period>
        (?:(?:first|second|third|fourth)\s+(?:quarter|half)\s+of\s+)?(?:19|20)\d\d(?:\s*[–—-]\s*(?:19|20)\d\d)?(?:\s+год[уа]?)?
      | (?:{_MONTH}\s*(?:[–—-]|to|по)\s*)?{_MONTH}\s+(?:19|20)\d\d
      | (?:первом|втором|третьем|четв[её]ртом)\s+(?:квартале|полугодии)\s+(?:19|20)\d\d(?:\s+года)?
    )(?![\d%])""",
    regex.VERBOSE | regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure, with where its words stand in the source."""

    span: Span
    reading: FigureReading
    status: str
    """`planned`, `goal` or `estimate` where the sentence says so; else empty."""
    period: str
    """As the sentence names it; empty where it names none, or several."""


def find_numbers(text: str, span: Span, words: str) -> Iterator[Number]:
    """Find the figures in a stretch of a source whose words stand once in those of the passage."""
    for line in _LINE.finditer(text, span.start, span.end):
        if _NUMERIC.search(line[0]) is None:
            continue
        for figure in find_figures(line[0]):
            stated = line[0][figure.start : figure.end]
            if words.count(stated) == 1:
                sentence = _sentence_around(line[0], figure.start, figure.end)
                yield Number(
                    span=Span(line.start() + figure.start, line.start() + figure.end),
                    reading=figure.reading,
                    status=_status_of(sentence),
                    period=_period_of(sentence),
                )


def _sentence_around(line: str, start: int, end: int) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(line)]
    first = max((each for each in ends if each <= start), default=0)
    return line[first : min((each for each in ends if each >= end), default=len(line))]


def _status_of(sentence: str) -> str:
    return next((status for status, pattern in _PATTERNS if pattern.search(sentence)), "")


def _period_of(sentence: str) -> str:
    found = {match["period"] for match in _PERIOD.finditer(sentence)}
    return found.pop() if len(found) == 1 else ""
