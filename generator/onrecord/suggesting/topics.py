"""Which topics a passage is about: by the terms of the codebook, and by what accepted passages of the project have shown.

What was shown is a linear model, one a topic: the stems of a passage and of the paragraph around it are added up, each
with the logarithm of how much more often it stands in passages of the topic than in others (naive Bayes). So it can say
which words spoke for a topic, it is made anew in a moment, and it is kept nowhere but in the project's own records.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from onrecord.suggesting.english import ENGLISH
from onrecord.suggesting.known import Known, KnownTopic, Weights
from onrecord.suggesting.russian import RUSSIAN
from onrecord.suggesting.stems import find_stems, stem_of

LEAST_PASSAGES = 50
"""Accepted passages from which on there is something to learn."""
_LEAST_OF_TOPIC = 8
_LEAST_STEMS = 2
"""Stems that must speak for a topic together."""
_MOST_STEMS = 60
"""Stems that are kept of a topic, those that say most."""
_LEAST_WEIGHT = 0.7
_LEAST_PASSAGES_OF_STEM = 3
"""Passages of a topic that a stem must stand in to speak for it."""
_LEAST_RIGHT = 0.5
"""Share of the passages that are told to be of a topic by all others that must be of it, or nothing is learnt of it."""
_NEARLY = 0.9
"""Share of the threshold that a passage must reach without itself: one passage less makes every weight a little less."""
_LITTLE: Final = frozenset(
    stem_of(word)
    for lexicon in (ENGLISH, RUSSIAN)
    for word in (
        *lexicon.sayings, *lexicon.boundaries, *lexicon.prepositions, *lexicon.openers, *lexicon.adverbs, *lexicon.enders,
        *lexicon.determiners, *lexicon.all_pronouns, *lexicon.possessives, *lexicon.joining, *lexicon.days,
    )
)  # fmt: skip
"""Stems of words that are about nothing."""
_NAMED = 3
"""Words that a reason names."""


@dataclass(frozen=True, slots=True)
class About:
    """A topic of a passage, and why."""

    key: str
    reason: str
    is_direct: bool
    """Whether a word of the passage itself says so."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An accepted passage: its words with those around it, and the topics that a person gave it."""

    words: str
    topics: frozenset[str]


def find_topics(words: str, around: str, before: str, known: Known) -> tuple[About, ...]:
    """Find the topics of a passage.

    `around` are the reporter's words in its paragraph, which often say what a quote only points to; `before` are those of
    the paragraph before, which are asked only where all else says nothing.
    """
    inside, outside = find_stems(words), find_stems(around)
    found = {each.key: each for each in _by_terms(known, inside, "")}
    for each in _by_terms(known, outside, " in the paragraph"):
        found.setdefault(each.key, each)
    bag = {*inside, *outside}
    for weights in known.weights:
        about = _weigh(weights, bag)
        if about is not None:
            found.setdefault(weights.key, about)
    return tuple(found.values()) or tuple(_by_terms(known, find_stems(before), " in the paragraph before"))


def _by_terms(known: Known, stems: Sequence[str], where: str) -> Iterator[About]:
    for topic in known.topics:
        term = _find_term(topic, stems)
        if term:
            yield About(topic.key, f"“{term}”{where}", is_direct=not where)


def learn(shown: Sequence[Shown], names: Iterable[str] = ()) -> tuple[Weights, ...]:
    """Learn from accepted passages; nothing from few, and nothing from little words and from names."""
    if len(shown) < LEAST_PASSAGES:
        return ()
    silent = _LITTLE.union(*(find_stems(name) for name in names))
    bags = [frozenset(find_stems(each.words)) - silent for each in shown]
    everywhere = Counter(stem for bag in bags for stem in bag)
    counts = Counter(topic for each in shown for topic in each.topics)
    learnt = (
        _learn_topic(topic, [(bag, topic in each.topics) for bag, each in zip(bags, shown, strict=True)], everywhere)
        for topic, count in sorted(counts.items())
        if _LEAST_OF_TOPIC <= count < len(shown)
    )
    return tuple(each for each in learnt if each is not None)


class _Counts(NamedTuple):
    """In how many passages of a topic and of others stems stand, and how many these are."""

    inside: Counter[str]
    everywhere: Counter[str]
    yes: int
    no: int

    def weigh(self, stem: str, *, less: int = 0, is_about: bool = False) -> float:
        """Give how much a stem speaks for the topic; with `less` 1 as if one passage, which holds it, were not there."""
        own = less if is_about else 0
        inside = self.inside[stem] - own
        outside = self.everywhere[stem] - less - inside
        if inside < _LEAST_PASSAGES_OF_STEM:
            return 0.0
        weight = math.log((inside + 0.5) / (self.yes - own + 1)) - math.log(
            (outside + 0.5) / (self.no - less + own + 1)
        )
        return weight if weight >= _LEAST_WEIGHT else 0.0

    def weigh_unseen(self, stems: Iterable[str], *, is_about: bool) -> float:
        """Give how much the stems of a passage speak for the topic, told by all other passages."""
        return sum(self.weigh(stem, less=1, is_about=is_about) for stem in sorted(stems))


def _learn_topic(topic: str, bags: Sequence[tuple[frozenset[str], bool]], everywhere: Counter[str]) -> Weights | None:
    """Learn a topic; None where passages that it has not seen would be told badly."""
    inside = Counter(stem for bag, is_about in bags if is_about for stem in bag)
    yes = sum(is_about for _, is_about in bags)
    counts = _Counts(inside, everywhere, yes, len(bags) - yes)
    weights = {stem: weight for stem in inside if (weight := counts.weigh(stem)) > 0}
    best = dict(sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_MOST_STEMS])
    threshold = _threshold([(sum(best.get(stem, 0.0) for stem in sorted(bag)), is_about) for bag, is_about in bags])
    unseen = [
        is_about
        for bag, is_about in bags
        if counts.weigh_unseen(bag & best.keys(), is_about=is_about) >= _NEARLY * threshold
    ]
    stems = tuple((stem, round(weight, 3)) for stem, weight in best.items())
    is_sound = sum(unseen) >= max(_LEAST_RIGHT * len(unseen), 1)
    return Weights(key=topic, stems=stems, threshold=threshold) if is_sound else None


def _threshold(sums: Iterable[tuple[float, bool]]) -> float:
    """Choose from what sum on a passage is of the topic: where the accepted passages are told best (greatest F1)."""
    ranked = sorted(sums, reverse=True)
    yes = sum(is_about for _, is_about in ranked)
    best, threshold, right = 0.0, math.inf, 0
    for number, (total, is_about) in enumerate(ranked, start=1):
        right += is_about
        score = 2 * right / (number + yes)
        if total > 0 and score > best:
            best, threshold = score, total
    return threshold


def _weigh(weights: Weights, bag: set[str]) -> About | None:
    here = [(weight, stem) for stem, weight in weights.stems if stem in bag]
    if len(here) < _LEAST_STEMS or sum(weight for weight, _ in here) < weights.threshold:
        return None
    named = ", ".join(f"“{stem}”" for _, stem in sorted(here, reverse=True)[:_NAMED])
    return About(weights.key, f"accepted passages with {named}", is_direct=False)


def _find_term(topic: KnownTopic, stems: Sequence[str]) -> str:
    """Find a term of a topic, or its label, in the stems of a text; empty where there is none."""
    for term, wanted in _terms_of(topic):
        width = len(wanted)
        for at in range(len(stems) - width + 1):
            if stems[at] == wanted[0] and tuple(stems[at : at + width]) == wanted:
                return term
    return ""


@lru_cache(maxsize=1024)
def _terms_of(topic: KnownTopic) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = ((term, tuple(find_stems(term))) for term in (*topic.terms, topic.label))
    return tuple((term, stems) for term, stems in pairs if stems)
