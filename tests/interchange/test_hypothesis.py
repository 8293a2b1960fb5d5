"""Hypothes.is: its files are read, and where it accepts a near match, ours says `changed`."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onrecord.anchoring import fold
from onrecord.interchange.exchange import Annotation, Exchange, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.formats import read_foreign
from onrecord.interchange.offsets import Ruler
from onrecord.interchange.placing import Placed, place
from onrecord.interchange.units import UTF_16
from onrecord.model import State
from tests.interchange.projects import take_over, write_town
from tests.interchange.samples import SAMPLES


def vectors() -> list[dict[str, Any]]:
    path = SAMPLES / "hypothesis" / "match-quote-vectors.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return found


def placed(vector: dict[str, Any]) -> Placed:
    context = vector["context"]
    piece = Piece(exact=vector["quote"], prefix=context.get("prefix", ""), suffix=context.get("suffix", ""))
    annotation = Annotation(id="a", document="d", pieces=(piece,))
    return place(annotation, fold(vector["text"]), Ruler(vector["text"], UTF_16))


@pytest.mark.samples
def test_of_the_30_vectors_those_that_match_nearly_are_changed_and_no_other_is_taken() -> None:
    states: Counter[State] = Counter()
    for vector in vectors():
        one, theirs = placed(vector), vector["result"]
        states[one.state] += 1
        if theirs is None:
            assert one.state is State.ORPHAN, vector
        elif theirs["matched"] != vector["quote"]:
            assert one.state is State.CHANGED, vector
            assert one.there == theirs["matched"]
        if one.state.is_proven:
            ruler = Ruler(vector["text"], UTF_16)
            assert [ruler.from_code_points(edge) for edge in (one.spans[0].start, one.spans[0].end)] == [
                theirs["start"],
                theirs["end"],
            ]
    assert states == {State.VERBATIM: 8, State.CHANGED: 19, State.ORPHAN: 3}


@pytest.mark.samples
def test_a_context_that_differs_by_more_than_blanks_is_changed_too() -> None:
    for vector in vectors():
        theirs, context = vector["result"], vector["context"]
        if theirs is not None and theirs["matched"] == vector["quote"] and theirs["score"] < 1:
            around = [context.get("prefix", ""), context.get("suffix", "")]
            stands = all(
                " ".join((before, vector["quote"], after)).strip() in vector["text"] for before, after in [around]
            )
            assert placed(vector).state is (State.VERBATIM if stands else State.CHANGED), vector


def annotation(**members: object) -> dict[str, object]:
    selectors = [
        {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 0, "endOffset": 9},
        {"type": "TextPositionSelector", "start": 900, "end": 915},
        {"type": "TextQuoteSelector", "exact": "The mayor likes", "prefix": "", "suffix": " the plan"},
    ]
    plain = {
        "id": "abc",
        "user": "acct:ada@hypothes.is",
        "user_info": {"display_name": "Ada Annotator"},
        "uri": "https://courier.example/bridge",
        "text": "Is this so?",
        "tags": ["costs", "a new tag"],
        "target": [{"source": "https://courier.example/bridge", "selector": selectors}],
        "document": {"title": ["Council hears the plan"]},
    }
    return plain | members


def read(value: object) -> Exchange:
    return read_foreign(Foreign(name="a.json", data=json.dumps(value).encode()))[0]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda each: {"total": 1, "rows": [each]},
        lambda each: {"export_date": "2026-01-01", "export_userid": "acct:ada@hypothes.is", "annotations": [each]},
        lambda each: [each],
        lambda each: each,
    ],
    ids=["an answer of the API", "an export", "a list", "one alone"],
)
def test_an_annotation_is_read_however_it_is_wrapped(wrap: Any) -> None:  # noqa: ANN401  a function of JSON
    exchange = read(wrap(annotation()))
    (one,) = exchange.annotations
    assert exchange.format == "Hypothes.is annotations"
    assert (one.pieces[0].exact, one.notes, [each.name for each in exchange.codes]) == (
        "The mayor likes",
        ("Is this so?",),
        ["costs", "a new tag"],
    )
    assert exchange.losses == ()
    assert "Ada" not in repr(exchange)
    assert "acct" not in repr(exchange)


def test_positions_of_the_page_as_a_browser_shows_it_do_not_stand_in_the_way(tmp_path: Path) -> None:
    write_town(tmp_path / "town")
    (tmp_path / "a.json").write_text(json.dumps([annotation()]), encoding="utf-8")
    imported = take_over(tmp_path / "a.json", tmp_path / "town")
    assert imported.told.splitlines() == [
        "a.json: Hypothes.is annotations",
        "  positions are those of another text: in no unit are the words there, so the words alone decide",
        "  1 passage: 1 verbatim",
        "  1 recorded",
    ]
    record = (tmp_path / "town/content/sources/council24.yml").read_text(encoding="utf-8")
    assert '    text: The mayor likes\n    topics: [costs, a-new-tag]\n    note: "Is this so?"\n' in record


def test_replies_and_notes_on_whole_pages_are_told_as_lost() -> None:
    reply = annotation(references=["abc"])
    page_note = annotation(target=[{"source": "https://courier.example/bridge"}])
    assert read([annotation(), reply, page_note]).losses == ("note on a whole page (1)", "reply (1)")


def test_a_file_on_somebody_s_machine_is_known_by_its_name_alone(tmp_path: Path) -> None:
    one = annotation(uri="file:///home/ada/papers/secret.pdf", document={})
    (tmp_path / "a.json").write_text(json.dumps([one]), encoding="utf-8")
    imported = take_over(tmp_path / "a.json", tmp_path / "town")
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "town").rglob("*.yml"))
    assert "document: secret.pdf\n" in written
    assert "/home/ada" not in written + "".join(problem.message for problem in imported.problems)


def test_a_file_without_annotations_is_refused() -> None:
    with pytest.raises(UnreadableError, match="holds no annotation"):
        read_foreign(Foreign(name="a.json", data=b'{"total": 0, "rows": []}'), "hypothesis")
