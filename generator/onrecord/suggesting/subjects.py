"""Who does the saying: the noun phrase before a verb, or behind it.

No parser: a phrase is read backwards from its verb to the nearest word that cannot be of it. It is told by what a language's
little words are, so it holds for any names.
"""

from typing import NamedTuple

import regex

from onrecord.locations import Span
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.narrative import MASK

_TOKEN = regex.compile(
    rf"(?:\p{{L}}\.){{2,}}|\p{{Lu}}\p{{Ll}}{{0,4}}\.(?=\s\p{{Lu}})|[\p{{L}}\p{{N}}][\p{{L}}\p{{M}}\p{{N}}]*+(?:['’.&/-][\p{{L}}\p{{N}}]++)*+(?:['’](?=\s))?|[{MASK}]++|[^\s]"
)
_CONTRACTED = frozenset({"he", "she", "it", "they", "we", "i", "who", "that", "there", "what"})
"""Words that a short form of their verb is written to: `he's`, `they'd`."""
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_MOST_WORDS = 14


class Word(NamedTuple):
    """A word or mark, and where it is."""

    text: str
    key: str
    start: int
    end: int


def split_words(words: str, start: int) -> list[Word]:
    """Split a stretch of a source, which begins at `start`, into its words and marks; `he's` is `he`."""
    return [_make_word(match[0], start + match.start()) for match in _TOKEN.finditer(words)]


def _make_word(text: str, start: int) -> Word:
    key = text.casefold().rstrip(".")
    if "'" not in text and "’" not in text:
        return Word(text, key, start, start + len(text))
    base = key.replace("’", "'").partition("'")[0]
    if len(base) < len(key) and base in _CONTRACTED:
        return Word(text[: len(base)], base, start, start + len(base))
    return Word(text, key, start, start + len(text))


def find_subject_before(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the noun phrase that ends where the words do, which a verb follows."""
    at = _skip_adverbs(words, len(words), lexicon)
    if at and words[at - 1].key in lexicon.relatives:
        at -= 1
        while at and words[at - 1].text in {",", "—", "–", "of", "to", "both", "one", "some", "many"}:
            at -= 1
        return _apposed(words, at, lexicon)
    if at and words[at - 1].key in lexicon.joining:
        return None
    if at and words[at - 1].text in {",", "—", "–", ")"}:
        return _apposed(words, at, lexicon)
    return _phrase_before(words, at, lexicon)


def find_subject_behind(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the noun phrase that begins where the words do, behind its verb."""
    first = 0
    while first < len(words) and words[first].key in lexicon.adverbs:
        first += 1
    if first < len(words) and words[first].key in lexicon.within:
        first += 1
    at = first
    while at < len(words) and at - first < _MOST_WORDS:
        word = words[at]
        if word.text[0] == MASK or not (word.text[0].isalnum() or word.text == "&"):
            break
        if word.key in lexicon.enders and at > first and not _joins_nouns(words, at, lexicon):
            break
        if word.key in lexicon.days and word.text[0].isupper() and at > first:
            break
        at += 1
    if at == first or words[first].key in lexicon.no_subjects:
        return None
    return _named_behind(words, at, lexicon) or Span(words[first].start, words[at - 1].end)


def _named_behind(words: list[Word], at: int, lexicon: Lexicon) -> Span | None:
    """Take the name that follows a role: `says the mayor’s deputy, Karl Weiss.`."""
    is_role = words[at - 1].text[0].islower() and at < len(words) and words[at].text == ","
    end = at + 1
    while is_role and end < len(words) and words[end].text[0].isupper() and words[end].key not in lexicon.days:
        end += 1
    if end > at + 1 and (end == len(words) or words[end].text in {".", ","}):
        return Span(words[at + 1].start, words[end - 1].end)
    return None


def find_leading_subject(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the noun phrase that a clause begins with: of the last clause that begins with one."""
    end = len(words)
    while end > 0:
        start = _segment_start(words, end)
        first = start
        while first < end and words[first].key in lexicon.lead_ins:
            first += 1
        if first < end and _may_lead(words[first], lexicon):
            found = _leading_phrase(words, first, end, lexicon)
            if found is not None and not (start > 0 and _is_apposed(words, start, lexicon)):
                return found
        end = start - 1
    return None


def find_name_at_end(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the name that the words end with, if they end with one."""
    at = len(words)
    while at and words[at - 1].text[0].isupper() and words[at - 1].key not in lexicon.no_names:
        at -= 1
    return Span(words[at].start, words[-1].end) if 0 < at < len(words) else None


def _leading_phrase(words: list[Word], start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Give the phrase that a clause begins with: a pronoun, a name, or an article and its noun."""
    if words[start].key in lexicon.all_pronouns:
        return Span(words[start].start, words[start].end)
    at, has_name = start, False
    while at < end and words[at].key not in lexicon.breaks and words[at].text[0].isalnum():
        is_name = words[at].text[0].isupper() and words[at].key not in lexicon.determiners
        if has_name and not is_name:
            break
        has_name = has_name or is_name
        at += 1
    return Span(words[start].start, words[at - 1].end) if at > start else None


def _may_lead(word: Word, lexicon: Lexicon) -> bool:
    if word.key in lexicon.adverbials:
        return False
    return word.text[0].isupper() or word.key in lexicon.leading


def _is_apposed(words: list[Word], start: int, lexicon: Lexicon) -> bool:
    """Tell whether a segment may stand beside the name in the segment before it."""
    before = _segment_start(words, start - 1)
    if before >= start - 1 or not _may_lead(words[before], lexicon):
        return False
    return all(
        word.key not in lexicon.boundaries and word.text[0].isupper()
        for word in words[before : start - 1]
        if word.text[0].isalpha()
    )


def _joins_nouns(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether `and` stands within a role, before a name: `bread and butter salesman Otto Grau`."""
    if words[at].key != "and" or at + 1 >= len(words) or words[at + 1].key in lexicon.new_subjects:
        return False
    for word in words[at + 1 : at + 6]:
        if word.text[0].isupper():
            return True
        if not word.text[0].isalpha() or word.key in lexicon.enders:
            return False
    return False


def _skip_adverbs(words: list[Word], at: int, lexicon: Lexicon) -> int:
    while at and (
        words[at - 1].key in lexicon.adverbs or (words[at - 1].key.endswith("ly") and words[at - 1].text.islower())
    ):
        at -= 1
    return at


def _apposed(words: list[Word], at: int, lexicon: Lexicon) -> Span | None:
    """Find the phrase that something in commas, dashes or brackets follows: the first of its clause, if it is a name."""
    end = at
    while end and words[end - 1].text in {",", "—", "–"}:
        end -= 1
    best, best_rank = None, -1
    while end > 0:
        if words[end - 1].text in _CLOSING:
            end = _before_bracket(words, end)
            continue
        start = _segment_start(words, end)
        is_opener = start < end and words[start].key in lexicon.clause_openers
        is_aside = start < end and words[start].key in lexicon.asides
        if not is_aside and not is_opener:
            found = _phrase_before(words, end, lexicon, least=start)
            rank = _rank(words, found, lexicon)
            if found is not None and rank >= max(best_rank, 0):
                best, best_rank = _before_preposition(words, found, lexicon) if rank else found, rank
            if found is not None and _is_behind_opener(words, start, found, lexicon):
                break
        if start == 0 or (is_opener and not is_aside) or words[start - 1].text not in {",", "—", "–", ")"}:
            break
        end = start - 1 if words[start - 1].text != ")" else start
    return best


def _is_behind_opener(words: list[Word], start: int, found: Span, lexicon: Lexicon) -> bool:
    """Tell whether a phrase stands in a clause that begins right before it: `after John Orlov`."""
    before = [word for word in words[start:] if word.end <= found.start]
    return bool(before) and before[-1].key in lexicon.clause_openers


def _rank(words: list[Word], span: Span | None, lexicon: Lexicon) -> int:
    """Tell how like a name a phrase is: 2 a name, 1 an article with a name, 0 any other."""
    inside = [word for word in words if span is not None and span.start <= word.start and word.end <= span.end]
    if not inside or span is None or not _is_name_in(words, span, lexicon):
        return 0
    head = _before_preposition(words, span, lexicon)
    last = max((word for word in inside if word.end <= head.end), key=lambda word: word.end)
    if not last.text[0].isupper():
        return 0 if any(word.text.endswith(("'s", "’s")) for word in inside) else 1
    return 1 if inside[0].key in lexicon.determiners else 2


def _before_preposition(words: list[Word], span: Span, lexicon: Lexicon) -> Span:
    """Cut a phrase before its first preposition: `Anna Orlova of Exampleton`."""
    end = span.start
    for word in words:
        if span.start <= word.start < span.end:
            if word.key in lexicon.prepositions and end > span.start:
                break
            end = word.end
    return Span(span.start, end)


def _segment_start(words: list[Word], end: int) -> int:
    at = end
    while at and words[at - 1].text not in {",", "—", "–", ";", ":"} and words[at - 1].text[0] != MASK:
        at -= 1
    return at


def _before_bracket(words: list[Word], end: int) -> int:
    at = end - 1
    while at and words[at].text not in _OPENING:
        at -= 1
    return at


def _is_name_in(words: list[Word], span: Span, lexicon: Lexicon) -> bool:
    return any(
        word.text[0].isupper() and word.key not in lexicon.no_names
        for word in words
        if span.start <= word.start and word.end <= span.end
    )


def _phrase_before(words: list[Word], at: int, lexicon: Lexicon, least: int = 0) -> Span | None:
    """Read a noun phrase backwards; `of` and its like join two phrases to one."""
    while at > least and words[at - 1].text in _CLOSING:
        at = _before_bracket(words, at)
    end = at
    while at > least and end - at < _MOST_WORDS:
        word = words[at - 1]
        if word.text in _CLOSING:
            at = _before_bracket(words, at)
            continue
        if not word.text[0].isalnum() and word.text not in {"&", "$"}:
            break
        if word.key in lexicon.boundaries and not (word.key == "and" and _joins_names(words, at - 1)):
            break
        if word.key in lexicon.pronouns:
            at -= 1
            break
        if word.key in lexicon.determiners and at - 1 > least and words[at - 2].key not in lexicon.prepositions:
            at -= 1
            break
        at -= 1
    while at < end and words[at].key in lexicon.adverbials and words[at].key not in lexicon.pronouns:
        at += 1
    at = _behind_adverbial(words, at, end, lexicon)
    return Span(words[at].start, words[end - 1].end) if at < end else None


def _joins_names(words: list[Word], at: int) -> bool:
    return 0 < at < len(words) - 1 and words[at - 1].text[0].isupper() and words[at + 1].text[0].isupper()


def _behind_adverbial(words: list[Word], at: int, end: int, lexicon: Lexicon) -> int:
    """Skip a day that stands before its subject without a comma: `On Tuesday Orlova`."""
    while at + 1 < end and words[at].key in lexicon.days and words[at].text[0].isupper():
        at += 1
    return at
