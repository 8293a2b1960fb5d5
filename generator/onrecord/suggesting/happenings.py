"""What happened or is planned on a date that the text says: events of a passage, as a timeline shows them.

One date and one verb of what has a day (`took place`, `откроют`) in one clause make an event; what it is are the words of
the clause without the date. Where a sentence doubts (`would`, `not`) or says several dates, nothing is proposed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from onrecord.dates import Date
from onrecord.suggesting.dating import Dated, find_dated, following
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.speech import Tier

_MOST_WORDS = 14
_WORD = regex.compile(r"[\p{L}\p{N}]++")
_EDGES = ' \t\u00a0,;:—–-.!?…“”"«»'
_BLANKS = regex.compile(r"\s++")
_CLAUSE_END = regex.compile(r"[;:(]|,\s|\s[—–]\s|[.!?…]+$")
_CLAUSE_BEFORE = regex.compile(r"[;:)]|\s[—–]\s")
_SENTENCE = regex.compile(r"(?<=[\p{Ll}\p{N}”»\"’)]{2}[.!?…])\s++(?=[\p{Lu}“\"«‘])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event that a passage says, with its date in ISO form."""

    what: str
    how: str
    """Which field the date goes into: `date`, `after` or `before`."""
    date: str
    status: str
    tier: Tier
    reason: str


def find_happening(sentence: str, lexicon: Lexicon, today: Date | None) -> Happening | None:
    """Find what happens in a sentence; `today` is the day of the document, from which a year is told that it leaves out."""
    dating = lexicon.dating
    verb = dating.verbs.search(sentence) if dating.hint.search(sentence) is not None else None
    if verb is None or dating.doubts.search(sentence) is not None:
        return None
    dates = list(find_dated(sentence, dating))
    if len(dates) != 1 or not _is_of(sentence, dates[0], verb, lexicon):
        return None
    dated, is_past = dates[0], verb["happened"] is not None
    if dated.year is None and dating.lastings.search(verb[0]) is not None:
        return None
    date = dated.fix(today, is_past=is_past)
    what = _what(sentence, dated, verb, lexicon)
    if date is None or {*_WORD.findall(what.casefold())} <= {*_WORD.findall(verb[0].casefold())}:
        return None
    how, date = ("before", following(date)) if dated.how == "through" else (dated.how, date)
    is_past = is_past and (today is None or date.first_day <= today.last_day)
    words = f"“{verb[0]}” with “{sentence[dated.start : dated.end].strip()}”"
    return Happening(
        what=what,
        how=how,
        date=str(date),
        status="happened" if is_past else "planned",
        tier=Tier.LOOK if dating.clauses.search(what) is not None else _judge(what, dated, lexicon),
        reason=words if dated.year is not None else f"{words}; the year from the date of the document",
    )


def _is_of(sentence: str, dated: Dated, verb: regex.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a date says when that happens which a verb says: in its clause, or at the head of the sentence."""
    dating = lexicon.dating
    if not lexicon.relatives.isdisjoint(sentence[: verb.start()].casefold().split()[-1:]):
        return False
    if not sentence[: dated.start].strip(_EDGES):
        between = sentence[dated.end : verb.start()].lstrip(" ,")
        return dating.partings.search(between) is None
    start, end = (verb.end(), dated.start) if verb.start() < dated.start else (dated.end, verb.start())
    return dating.partings.search(sentence, start, max(start, end)) is None


def _what(sentence: str, dated: Dated, verb: regex.Match[str], lexicon: Lexicon) -> str:
    """Give the words of the clause without its date; shorter where it is long."""
    marked = f"{sentence[: dated.start].rstrip()} \0 {sentence[dated.end :].lstrip()}"
    at = max(marked.find(verb[0].split()[0]), 0)
    start = max((match.end() for match in _CLAUSE_BEFORE.finditer(marked, 0, at)), default=0)
    end = next((match.start() for match in _CLAUSE_END.finditer(marked, at)), len(marked))
    clause = _BLANKS.sub(" ", marked[start:end].replace("\0", " ")).strip(_EDGES)
    words = clause.split(" ")
    while words[1:] and words[-1] in lexicon.prepositions:
        words.pop()
    short = " ".join(words) if len(words) <= _MOST_WORDS else " ".join(words[:_MOST_WORDS]).rstrip(_EDGES) + " …"
    return short[:1].upper() + short[1:]


def _judge(what: str, dated: Dated, lexicon: Lexicon) -> Tier:
    if what.split(maxsplit=1)[0].casefold() in lexicon.all_pronouns or what.endswith("…"):
        return Tier.LOOK
    is_plain = dated.year is not None and dated.month is not None and dated.how == "date"
    return Tier.SURE if is_plain else Tier.LIKELY


def find_sentences(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[str]:
    """Split those lines of a stretch that may say a date into their sentences, roughly: what matters is one date each."""
    for line in text[start:end].split("\n"):
        if lexicon.dating.hint.search(line) is not None:
            yield from _SENTENCE.split(line)
