"""Figures of a passage: what its words state, whether that is planned or estimated, and for what time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from onrecord.figures import FigureReading, FoundFigure, find_figures
from onrecord.figures.number_words import NUMBER_WORDS
from onrecord.locations import Span
from onrecord.suggesting.lexicon import list_words

_LINE = regex.compile(r"[^\n]+")
_DIGIT = re.compile(r"[\d½¼¾%]")
_NUMERIC = regex.compile(
    r"\b(?:hundred|thousand|million|billion|trillion|percent|per\s+cent|dozen|twice|double[ds]?|tripled?|half"
    r"|\w+fold|times|тысяч|миллион|миллиард|триллион|процент|сто|двести|полтора|вдвое|втрое|раза)",
    regex.IGNORECASE,
)
_OF_NUMERIC = list_words("""
    hundred thousand million billion trillion per dozen twice double triple half fold times тысяч миллион миллиард триллион
    процент сто двести полтора вдвое втрое раза
    """)
"""What `_NUMERIC` has something of in each of its words: most lines without a digit are passed over so."""
_SENTENCE_END = regex.compile(r"[.!?…]\s+(?=\p{Lu})")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = regex.compile(
    r"(?<=[\p{Ll}\p{N}]{2}|[)\]”»])(?<!\b(?:approx|тыс|млн|млрд|трлн|руб|коп|долл|куб|чел|проц))[.!?…]\s++(?=\p{Lu}\p{Ll})"
)
"""Where no figure goes on: the end of a sentence that no abbreviation accounts for."""
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
        if not _may_state(line[0]):
            continue
        ends = [match.end() for match in _SENTENCE_END.finditer(line[0])]
        for at, figure in _find_in_line(line[0]):
            start, end = at + figure.start, at + figure.end
            stated = line[0][start:end]
            if words.count(stated) == 1:
                sentence = _sentence_around(line[0], ends, start, end)
                yield Number(
                    span=Span(line.start() + start, line.start() + end),
                    reading=figure.reading,
                    status=_status_of(sentence),
                    period=_period_of(sentence),
                )


def _find_in_line(line: str) -> Iterator[tuple[int, FoundFigure]]:
    """Find the figures of a line with where their sentence begins; sentences without any are passed over."""
    start = 0
    for end in (*(match.end() for match in _STOP.finditer(line)), len(line)):
        sentence = line[start:end]
        if _DIGIT.search(sentence) is not None or not NUMBER_WORDS.isdisjoint(_words_of(sentence)):
            for figure in find_figures(sentence):
                yield start, figure
        start = end


def _may_state(line: str) -> bool:
    """Tell whether a line may state a figure; most lines are passed over so."""
    if _DIGIT.search(line) is not None:
        return True
    folded = line.casefold()
    return any(each in folded for each in _OF_NUMERIC) and _NUMERIC.search(line) is not None


def _words_of(sentence: str) -> list[str]:
    return _LETTERS.findall(sentence.casefold().replace("ё", "е"))


def _sentence_around(line: str, ends: Sequence[int], start: int, end: int) -> str:
    """Give the sentence of a stretch of a line, whose sentences end at these places."""
    before, behind = bisect_right(ends, start), bisect_left(ends, end)
    return line[ends[before - 1] if before else 0 : ends[behind] if behind < len(ends) else len(line)]


def _status_of(sentence: str) -> str:
    return next((status for status, pattern in _PATTERNS if pattern.search(sentence)), "")


def _period_of(sentence: str) -> str:
    found = {match["period"] for match in _PERIOD.finditer(sentence)}
    return found.pop() if len(found) == 1 else ""
