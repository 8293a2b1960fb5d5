"""The list of what an import did not take over: everything that the file said of it, and why, for people to go through."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.interchange.describing import public_name
from onrecord.interchange.exchange import Annotation, Fact
from onrecord.interchange.importing import Plan
from onrecord.interchange.placing import Placed
from onrecord.interchange.yaml_words import write_list

FOLDER = "imported"
"""Below the content folder; nothing reads it, and no page shows it."""

_HEAD = """\
# What `onrecord import` found in {name} and did not take over, with everything that the file says of it.
# No page shows this list, and no check reads it. Take a passage over by writing it into the record of its source.
"""


def write_listing(plan: Plan, name: str) -> str:
    """Write the list as YAML; empty where nothing was kept."""
    codes = {each.id: each.name for each in plan.exchange.codes}
    people = {each.id: each.name for each in plan.exchange.people}
    documents = {each.id: public_name(each.name) for each in plan.exchange.documents}
    items = [_passage(each, documents, codes, people, plan.sources) for each in plan.kept]
    notes: list[dict[str, Fact]] = [
        {"note": each.name, "words": each.text} for each in plan.exchange.notes if not each.briefing
    ]
    listed = [item for item in (*items, *_references(plan), *_definitions(plan), *notes) if item]
    return _HEAD.format(name=name) + write_list(listed) if listed else ""


def _references(plan: Plan) -> Iterator[dict[str, Fact]]:
    """Give what the file says of documents whose words nobody has, ready to be the beginning of a record."""
    for document in plan.exchange.documents:
        if document.id not in plan.sources and document.facts:
            yield {"reference": document.id, **document.facts}


def _definitions(plan: Plan) -> Iterator[dict[str, Fact]]:
    """Give what the file says of topics that the codebook defines otherwise."""
    for key, definition in plan.definitions.items():
        yield {"topic": key, "definition": definition}


def _passage(
    placed: Placed,
    documents: dict[str, str],
    codes: dict[str, str],
    people: dict[str, str],
    sources: Mapping[str, str],
) -> dict[str, Fact]:
    one = placed.annotation
    facts: dict[str, Fact] = {
        "document": documents.get(one.document, ""),
        "source": sources.get(one.document, ""),
        "state": placed.state.value,
        "why": placed.obstacle,
        **_pieces(one),
        "whole_words" if placed.is_cut else "there": placed.there,
        "speaker": people.get(one.person, ""),
        "topics": [codes.get(code, code) for code in one.codes],
        "context": one.context,
        "notes": list(one.notes),
        "key": one.key,
        "part_of": one.part_of,
        "more": dict(one.facts),
    }
    return {name: fact for name, fact in facts.items() if fact}


def _pieces(one: Annotation) -> dict[str, Fact]:
    if len(one.pieces) == 1:
        return _piece(one, 0)
    return {"pieces": [_piece(one, number) for number in range(len(one.pieces))]}


def _piece(one: Annotation, number: int) -> dict[str, Fact]:
    piece = one.pieces[number]
    facts: dict[str, Fact] = {
        "words": piece.exact or "",
        "called": one.label if number == 0 else "",
        "prefix": piece.prefix,
        "suffix": piece.suffix,
        "start": "" if piece.start is None else str(piece.start),
        "end": "" if piece.end is None else str(piece.end),
    }
    return {name: fact for name, fact in facts.items() if fact}


def count_states(placed: Iterable[Placed]) -> str:
    """Count annotations by state, in words, in the order of the states."""
    counts: dict[str, int] = {}
    for each in placed:
        counts[each.state.value] = counts.get(each.state.value, 0) + 1
    order = ("verbatim", "normalised", "changed", "ambiguous", "orphan", "unchecked")
    return ", ".join(f"{counts[state]} {state}" for state in order if state in counts)
