"""Earlier words of a source: which there are, and what became of the passages when newer words took their place."""

import re
from dataclasses import dataclass

from onrecord import urls
from onrecord.anchoring import Selector, find_words, fold
from onrecord.changes import Asked, Fate, Outcome, compare
from onrecord.model import Passage, Source
from onrecord.nearest import Run
from onrecord.pages.calendar import phrase_words
from onrecord.pages.earlier import earlier_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import Reference, passage_reference, source_reference
from onrecord.pages.wording import Wording

_LETTERS = re.compile(r"[^\W\d_]+")
"""What the matching contract leaves as it is, but for accents; a text without the longest of them is not looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderVersion:
    """Earlier words of a source, seen from the newest."""

    reference: Reference
    until: str
    """`until 1 April 2024`; empty where that is not known."""
    passages: tuple[tuple[str, Reference], ...]
    """Those that only they have: an id by which links to them still arrive, empty where it is taken, and where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What became of one passage."""

    place: Reference
    fate: str
    fate_words: str
    weighty: tuple[Run, ...]
    runs: tuple[Run, ...]
    """The words, each stretch with what it became; empty where nothing is like them."""
    words: str
    """The old words, where they did not become others."""
    remark: str
    elsewhere: tuple[Reference, ...]
    """The other sources that have the words, where these have lost them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What is said on the page of earlier words of those that replaced them."""

    note: str
    newer: Reference
    language: str
    rows: tuple[ChangeRow, ...]


def plan_older(source: Source, index: DossierIndex) -> tuple[OlderVersion, ...]:
    """List the earlier words of a source, the newest first."""
    taken = {name for passage in index.in_source(source) for name in (passage.key, *passage.aliases)}
    found: list[OlderVersion] = []
    for version in index.versions_of(source):
        passages = []
        for passage in index.in_source(version):
            passages.append(("" if passage.key in taken else passage.key, passage_reference(passage)))
            taken.add(passage.key)
        until = index.say.UNTIL.format(date=phrase_words(version.replaced, index.say)) if version.replaced else ""
        reference = Reference(label=version.key, address=urls.source_address(version.key))
        found.append(OlderVersion(reference=reference, until=until, passages=tuple(passages)))
    return tuple(found)


def plan_replacement(source: Source, index: DossierIndex) -> Replacement | None:
    """Say what became of the passages of earlier words; None where the words are the newest."""
    newest = index.newest_of(source) if source.version_of else None
    if newest is None:
        return None
    return Replacement(
        note=earlier_words(source, index.say),
        newer=source_reference(newest),
        language=source.language,
        rows=_rows(source, newest, index),
    )


def _rows(source: Source, newest: Source, index: DossierIndex) -> tuple[ChangeRow, ...]:
    """Tell first what only the earlier words have, then what went along."""
    own, gone_along = index.in_source(source), index.in_source(newest)
    outcomes = _by_key(compare(_asked(own), source.text, _next_of(source, newest, index).text))
    before = _by_key(compare(_asked(gone_along), newest.text, source.text))
    changed = sorted(((each, outcomes[each.key]) for each in own), key=lambda pair: not pair[1].weighty)
    kept = [(each, before[each.key]) for each in gone_along if before[each.key].fate.is_proven]
    return tuple(
        _row(passage, outcome, index.say, _elsewhere(passage, outcome, index)) for passage, outcome in (*changed, *kept)
    )


def _by_key(outcomes: tuple[Outcome, ...]) -> dict[str, Outcome]:
    return {each.key: each for each in outcomes}


def _next_of(source: Source, newest: Source, index: DossierIndex) -> Source:
    """Give the words that took the place of these: of a later version, if there is one."""
    newest_first = [newest, *index.versions_of(newest)]
    return newest_first[newest_first.index(source) - 1]


def _asked(passages: tuple[Passage, ...]) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            key=passage.key,
            selector=Selector(pieces=passage.pieces),
            spans=passage.spans,
            whole=passage.whole.key if passage.whole else "",
        )
        for passage in sorted(passages, key=lambda each: each.whole is not None)
    )


def _elsewhere(passage: Passage, outcome: Outcome, index: DossierIndex) -> tuple[Reference, ...]:
    """Find the other sources that have words which were lost, piece by piece."""
    if outcome.fate is not Fate.LOST:
        return ()
    family = passage.source.version_of
    rarest = max((word for piece in passage.pieces for word in _LETTERS.findall(piece)), key=len, default="")
    others = (
        each for each in index.dossier.sources if family not in {each.key, each.version_of} and rarest in each.text
    )
    return tuple(
        source_reference(each)
        for each in others
        if (text := fold(each.text)) and all(find_words(text, piece).whole for piece in passage.pieces)
    )


def _row(passage: Passage, outcome: Outcome, say: Wording, elsewhere: tuple[Reference, ...]) -> ChangeRow:
    remarks = {Fate.LOST: say.NOTHING_LIKE_IT, Fate.AMBIGUOUS: say.STANDS_TIMES.format(number=len(outcome.spans))}
    return ChangeRow(
        place=passage_reference(passage),
        fate=outcome.fate.value,
        fate_words=say.FATES[outcome.fate.value],
        weighty=outcome.weighty,
        runs=outcome.runs,
        words="" if outcome.runs else " ".join(outcome.words),
        remark=remarks.get(outcome.fate, ""),
        elsewhere=elsewhere,
    )
