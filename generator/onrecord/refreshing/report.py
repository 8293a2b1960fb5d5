"""The report of a refresh, for people and for programs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.changes import Fate, Outcome
from onrecord.locations import Location, TextFile
from onrecord.nearest import Run
from onrecord.problems import shorten
from onrecord.refreshing.planning import Refresh
from onrecord.texts import showable

_LONGEST = 300
Elsewhere = Mapping[str, tuple[str, ...]]
"""By the key of a passage that was lost, where else its words stand."""


def report_as_json(outcomes: Iterable[Outcome]) -> str:
    """Write one object: the keys of the passages by what became of them."""
    outcomes = tuple(outcomes)
    return json.dumps({fate.value: [each.key for each in outcomes if each.fate is fate] for fate in Fate}) + "\n"


def report_as_text(key: str, refresh: Refresh, elsewhere: Elsewhere, shown: str) -> str:
    """Write the report; `shown` is the path of the newer words."""
    file = TextFile(shown, refresh.text)
    lines = [*_told(refresh.outcomes, elsewhere, file)]
    lines += [f"note: {showable(each)}" for each in refresh.remarks]
    counts = ", ".join(f"{sum(each.fate is fate for each in refresh.outcomes)} {fate.value}" for fate in Fate)
    lines.append(f"{key}: {counts}")
    lines.append(_end(key, refresh))
    return "\n".join(lines) + "\n"


def _end(key: str, refresh: Refresh) -> str:
    if not refresh.version:
        return "The words are the same: nothing was changed"
    stay = any(not each.fate.is_proven for each in refresh.outcomes)
    what = ", with the passages that only they have" if stay else ""
    return f"The older words of {key} are kept as {refresh.version}{what}"


def _told(outcomes: tuple[Outcome, ...], elsewhere: Elsewhere, file: TextFile) -> Iterator[str]:
    order = (Fate.CHANGED, Fate.LOST, Fate.AMBIGUOUS, Fate.MOVED, Fate.KEPT)
    for fate in order:
        of_fate = [each for each in outcomes if each.fate is fate]
        for each in sorted(of_fate, key=lambda outcome: not outcome.weighty):
            yield from _TELL[fate](each, elsewhere, file)
        if of_fate and not fate.is_proven:
            yield ""
    proven = [each.key for each in outcomes if each.fate is Fate.KEPT]
    if proven:
        yield f"kept: {', '.join(proven)}"


def _tell_changed(outcome: Outcome, _: Elsewhere, file: TextFile) -> Iterator[str]:
    yield f"changed: {outcome.key}, at {_at(outcome, file)}"
    for run in outcome.weighty:
        yield f"  ! {tell_run(run)}"
    yield f"  old: {_cut(' … '.join(outcome.words))}"
    yield f"  new: {_cut(' … '.join(file.text[span.start : span.end] for span in outcome.spans))}"
    for run in outcome.runs:
        if not run.is_equal and not run.is_weighty:
            yield f"  = {tell_run(run)}"


def _tell_lost(outcome: Outcome, elsewhere: Elsewhere, _: TextFile) -> Iterator[str]:
    yield f"lost: {outcome.key}"
    yield f"  old: {_cut(' … '.join(outcome.words))}"
    yield from (f"  found in another source: {place}" for place in elsewhere.get(outcome.key, ()))


def _tell_ambiguous(outcome: Outcome, _: Elsewhere, file: TextFile) -> Iterator[str]:
    yield f"ambiguous: {outcome.key}, stands {len(outcome.spans)} times now"
    yield f"  old: {_cut(' … '.join(outcome.words))}"
    yield from (f"  at {Location(file, span.start, span.end)}" for span in outcome.spans)


def _tell_moved(outcome: Outcome, _: Elsewhere, file: TextFile) -> Iterator[str]:
    yield f"moved: {outcome.key}, to {_at(outcome, file)}"


def _tell_nothing(*_: object) -> Iterator[str]:
    return iter(())


_TELL: dict[Fate, Callable[[Outcome, Elsewhere, TextFile], Iterator[str]]] = {
    Fate.CHANGED: _tell_changed,
    Fate.LOST: _tell_lost,
    Fate.AMBIGUOUS: _tell_ambiguous,
    Fate.MOVED: _tell_moved,
    Fate.KEPT: _tell_nothing,
}


def tell_run(run: Run) -> str:
    """Say what one change is, in a line."""
    wanted, actual = f"`{shorten(run.wanted)}`", f"`{shorten(run.actual)}`"
    if not run.wanted:
        return f"{actual} was added"
    return f"{wanted} became {actual}" if run.actual else f"{wanted} was taken out"


def _at(outcome: Outcome, file: TextFile) -> str:
    return str(Location(file, outcome.spans[0].start, outcome.spans[-1].end))


def _cut(words: str) -> str:
    line = showable(" ".join(words.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
