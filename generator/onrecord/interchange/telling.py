"""What an import has to say: the problems of a file, and the few lines that sum it up."""

from collections import Counter
from collections.abc import Iterator

from onrecord import problems
from onrecord.interchange.describing import public_name
from onrecord.interchange.exchange import UnreadableError
from onrecord.interchange.importing import Plan
from onrecord.interchange.listing import count_states
from onrecord.interchange.placing import Placed
from onrecord.interchange.units import Evidence
from onrecord.locations import Location
from onrecord.model import State
from onrecord.problems import Problem, shorten

_ADD = "store its words in content/sources/ with a record that has its address or title, and import the file again"


def tell_unreadable(refusal: UnreadableError, place: Location) -> Problem:
    """Say why a file cannot be read."""
    return Problem(kind=problems.FOREIGN_UNREADABLE, location=place, message=str(refusal), hint=refusal.hint)


def tell_refused(path: str, place: Location) -> Problem:
    """Say that nothing could be added to a file of the project."""
    return Problem(
        kind=problems.NO_SAFE_PLACE,
        location=place,
        message=f"nothing could be added to {path}",
        hint="run `onrecord check`, mend that file and import again",
    )


def tell_changed(path: str, place: Location) -> Problem:
    """Say that a file of the project was written meanwhile."""
    return Problem(
        kind=problems.NO_SAFE_PLACE,
        location=place,
        message=f"somebody else wrote {path} meanwhile, so it was left as it is",
        hint="import again: what is recorded already is not recorded twice",
    )


def tell_problems(plan: Plan, place: Location, listing: str) -> Iterator[Problem]:
    """Say what of a file could not be taken over; `listing` is where it is listed."""
    names = {each.id: public_name(each.name) for each in plan.exchange.documents}
    unchecked = Counter(each.annotation.document for each in plan.kept if each.state is State.UNCHECKED)
    why = {each.annotation.document: each.obstacle for each in plan.kept if each.state is State.UNCHECKED}
    for document, number in unchecked.items():
        message = f"{count(number, 'passage')} of `{shorten(names.get(document, document))}` cannot be checked"
        yield Problem(kind=problems.NOT_PROVEN, location=place, message=message, notes=(why[document],), hint=_ADD)
    for each in plan.kept:
        if each.state is not State.UNCHECKED:
            yield _tell_kept(each, names.get(each.annotation.document, ""), place, listing)
    for each in plan.placed:
        if each.remark:
            yield Problem(kind=problems.FALSE_LABEL, location=place, message=each.remark)
    if plan.exchange.losses:
        message = f"not taken over: {', '.join(map(shorten, plan.exchange.losses))}"
        yield Problem(kind=problems.NOT_TAKEN, location=place, message=message)
    if plan.dropped:
        fields = ", ".join(f"`{shorten(name)}`" for name in plan.dropped)
        message = f"not taken over, since no record can say it so: {fields}"
        yield Problem(kind=problems.NOT_TAKEN, location=place, message=message)
    for path in plan.refused:
        yield tell_refused(path, place)


def _tell_kept(placed: Placed, document: str, place: Location, listing: str) -> Problem:
    one = placed.annotation
    words = " … ".join(piece.exact or one.label or f"{piece.start} to {piece.end}" for piece in one.pieces)
    notes = (f"{'the whole words are' if placed.is_cut else 'it says there'}: {placed.there}",) if placed.there else ()
    return Problem(
        kind=problems.CUTS_WORDS if placed.is_cut else problems.NOT_PROVEN,
        location=place,
        message=f"{placed.state.value}: `{shorten(words)}` in `{shorten(document)}`: {placed.obstacle}",
        notes=notes,
        hint=f"it is listed in {listing}; take it over by hand",
    )


def summarise(plan: Plan, name: str, listing: str) -> str:
    """Sum an import up in lines for people."""
    exchange = plan.exchange
    written_by = f", written by {shorten(exchange.origin)}" if exchange.origin else ""
    lines = [f"{name}: {exchange.format}{written_by}"]
    if plan.evidence:
        lines.append(_evidence(plan.evidence))
    if plan.placed:
        lines.append(f"{count(len(plan.placed), 'passage')}: {count_states(plan.placed)}")
    taken = [
        *([f"{len(plan.recorded)} recorded"] if plan.recorded else []),
        *([f"{len(plan.already)} there already"] if plan.already else []),
        *([f"{len(plan.kept)} only listed in {listing}"] if plan.kept else []),
    ]
    lines += [", ".join(taken)] * bool(taken)
    for new, old in plan.twins.items():
        lines.append(f"{old} goes by the same name and has other words, so {new} is a source of its own")
    return "\n  ".join(lines) + "\n"


def _evidence(evidence: Evidence) -> str:
    if not evidence.agreeing and evidence.by_words:
        return "positions are those of another text: in no unit are the words there, so the words alone decide"
    how = "are the words that the file gives" if evidence.by_words else "begin and end where words do"
    said = f"positions count {evidence.unit}: {evidence.agreeing} of {evidence.tried} stretches {how}"
    if evidence.rival is None:
        return f"{said}; any other unit leads to the same places"
    return f"{said} ({evidence.rival[0]}: {evidence.rival[1]})"


def count(number: int, noun: str) -> str:
    """Count things in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
