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
_SHORTEST_PARTICIPLE = 5


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
        if at and words[at - 1].text[0].isupper() and words[at].key != "that":
            return _nearest_name(words, at, lexicon)
        while at and words[at - 1].text in {",", "—", "–", "of", "to", "both", "one", "some", "many"}:
            at -= 1
        return _apposed(words, at, lexicon)
    if at and words[at - 1].key in lexicon.joining:
        return None
    if at and words[at - 1].text in {",", "—", "–", ")"}:
        return _apposed(words, at, lexicon)
    return _phrase_before(words, at, lexicon)


def _nearest_name(words: list[Word], at: int, lexicon: Lexicon) -> Span | None:
    """Take the name that a relative clause follows without a comma, and not what stands before its preposition."""
    found = _phrase_before(words, at, lexicon)
    inside = [word for word in words[:at] if found is not None and word.start >= found.start]
    joined = [at for at, word in enumerate(inside) if word.key in lexicon.prepositions - {"of", "for"}]
    return Span(inside[joined[-1] + 1].start, inside[-1].end) if joined else found


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
        if at > first and (word.key in lexicon.subjects or (word.key in lexicon.days and word.text[0].isupper())):
            break
        at += 1
    if at == first or words[first].key in lexicon.no_subjects:
        return None
    return _named_behind(words, at, lexicon) or Span(words[first].start, words[at - 1].end)


def find_author(words: list[Word], subject: Span, lexicon: Lexicon) -> Span | None:
    """Find who has written what is said to say something: `a letter sent to the council by Otto Grau`."""
    rest = [word for word in words if word.start >= subject.start]
    if not any(word.key in lexicon.documents and word.end <= subject.end for word in rest):
        return None
    at = next((at + 1 for at, word in enumerate(rest) if word.key in lexicon.authored), len(rest))
    first = at + 1 if at < len(rest) and rest[at].key in lexicon.determiners else at
    is_name = first < len(rest) and rest[first].text[0].isupper()
    return find_subject_behind(rest[at:], lexicon) if is_name else None


def _named_behind(words: list[Word], at: int, lexicon: Lexicon) -> Span | None:
    """Take the name that follows a role: `says the mayor’s deputy, Karl Weiss.`."""
    is_role = words[at - 1].text[0].islower() and at < len(words) and words[at].text == ","
    end = at + 1
    while is_role and end < len(words) and words[end].text[0].isupper() and words[end].key not in lexicon.days:
        end += 1
    if end > at + 1 and (end == len(words) or words[end].text in {".", ","}):
        return Span(words[at + 1].start, words[end - 1].end)
    return None


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
        start = segment_start(words, end)
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


def segment_start(words: list[Word], end: int) -> int:
    """Give where the stretch between two marks begins that ends at a place."""
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
        is_object = at - 1 > least and words[at - 2].key in lexicon.prepositions
        is_owner = at < end and word.key in lexicon.possessives
        if word.key in lexicon.pronouns and not (is_object or is_owner):
            at -= 1
            break
        if word.key in lexicon.determiners and at - 1 > least and not _joins(words[at - 2], lexicon):
            at -= 1
            break
        at -= 1
    while at < end and words[at].key in lexicon.adverbials and words[at].key not in lexicon.pronouns:
        at += 1
    at = _behind_adverbial(words, at, end, lexicon)
    return Span(words[at].start, words[end - 1].end) if at < end else None


def _joins(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word joins two noun phrases to one: a preposition, or a participle: `a reception marking the day`."""
    is_participle = (
        len(word.key) > _SHORTEST_PARTICIPLE and word.text.islower() and word.key.endswith(lexicon.participle)
    )
    return word.key in lexicon.prepositions or is_participle


def _joins_names(words: list[Word], at: int) -> bool:
    return 0 < at < len(words) - 1 and words[at - 1].text[0].isupper() and words[at + 1].text[0].isupper()


def _behind_adverbial(words: list[Word], at: int, end: int, lexicon: Lexicon) -> int:
    """Skip a day that stands before its subject without a comma: `On Tuesday Orlova`."""
    while at + 1 < end and words[at].key in lexicon.days and words[at].text[0].isupper():
        at += 1
    return at
