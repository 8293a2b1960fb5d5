"""Who a clause is about: the noun phrase that it begins with, or the name that it ends with."""

from onrecord.locations import Span
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.subjects import Word, segment_start


def find_leading_subject(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the noun phrase that a clause begins with: of the last clause that begins with one."""
    end = len(words)
    while end > 0:
        start = segment_start(words, end)
        first = start
        while first < end and words[first].key in lexicon.lead_ins:
            first += 1
        if first < end and _may_lead(words[first], lexicon):
            found = _leading_phrase(words, first, end, lexicon)
            if found is not None and not (start > 0 and _is_apposed(words, start, lexicon)):
                return found
        end = start - 1
    return None


def find_first_subject(words: list[Word], lexicon: Lexicon) -> Span | None:
    """Find the noun phrase that the main clause begins with; of `the mayor’s reply` and `her answer`, who owns it."""
    at = 0
    while at < len(words):
        end = next((n for n in range(at, len(words)) if words[n].text in {",", "—", "–", ";", ":"}), len(words))
        found = _leading_phrase(words, at, end, lexicon) if at < end and _may_lead(words[at], lexicon) else None
        if found is not None:
            inside = [word for word in words[at:end] if word.end <= found.end]
            owner = next((word for word in inside if word.text.endswith(("'s", "’s"))), None)
            if owner is not None:
                return Span(found.start, owner.end - 2)
            return Span(inside[0].start, inside[0].end) if inside[0].key in lexicon.possessives else found
        at = end + 1
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
        if (has_name and not is_name) or (at > start and words[at].key in lexicon.sayings and not is_name):
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
    before = segment_start(words, start - 1)
    if before >= start - 1 or not _may_lead(words[before], lexicon):
        return False
    return all(
        word.key not in lexicon.boundaries and word.text[0].isupper()
        for word in words[before : start - 1]
        if word.text[0].isalpha()
    )
