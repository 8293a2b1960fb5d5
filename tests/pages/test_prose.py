from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.index import index_dossier
from onrecord.pages.prose import (
    Cite,
    CiteGroup,
    Judgment,
    PlacedBlock,
    PlacedCard,
    ProsePart,
    ProseText,
    Reading,
    first_point,
    plan_prose,
)
from tests.cases import Case, read_cases
from tests.pages.building import briefing, dossier, topic
from tests.pages.sample import make_sample

CASES = read_cases(Path(__file__).parent / "cases" / "prose.txt")
PASSAGES = make_sample().passages


def reading_of(prose: str) -> Reading:
    port = topic("port")
    note = briefing(port, prose, PASSAGES)
    return plan_prose(note, index_dossier(dossier(*PASSAGES, briefings=(note,))))


def shown(part: ProsePart) -> str:
    return "".join(map(shown_item, part.items)) if isinstance(part, ProseText) else ""


def shown_item(item: str | CiteGroup | Judgment) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, Judgment):
        return " (judgment)"
    return f"[{' '.join(shown_cite(each) for each in item.items)}]"


def shown_cite(item: Cite | str) -> str:
    return item.strip() if isinstance(item, str) else f"{item.number}→{item.use} {item.place.label}"


def kind_of(part: ProsePart) -> str:
    match part:
        case ProseText():
            return "text"
        case PlacedCard(card=card, use=use):
            return f"card {card.key} by {use}"
        case PlacedBlock(name=name):
            return name


@pytest.mark.parametrize("case", CASES, ids=str)
def test_prose_is_shown_as_its_case_says(case: Case) -> None:
    parts = reading_of(case.parts["prose"] + "\n").parts
    texts = [shown(part).strip() for part in parts if isinstance(part, ProseText)]
    assert "\n\n".join(texts) == case.parts["shown"]
    assert ", ".join(map(kind_of, parts)) == case.parts.get("parts", "text")


@given(st.text(st.sampled_from("a1 -*#>|`~[]()@.\n\t“”"), max_size=80))
def test_prose_without_keys_is_not_changed(prose: str) -> None:
    assert "".join(map(shown, reading_of(prose).parts)).strip() == prose.strip()


@pytest.mark.parametrize(
    ("prose", "point"),
    [
        ("## Key points\n\n- He said “*x* [y] z”\n  [@talks:q02]. {.judgment}\n- More\n", "He said “x [y] z”."),
        ("- See [the port](https://example.org), `now`.\n\nText\n", "See the port, now."),
        ("1. One\n   goes on\n   - below\n", "One goes on"),
        ("- a snake_case _word_\n", "a snake_case word"),
        ("No list at all.\n", ""),
    ],
)
def test_teaser_is_the_first_point_as_plain_text(prose: str, point: str) -> None:
    assert first_point(briefing(topic("port"), prose, PASSAGES)) == point


def test_topic_without_a_briefing_has_no_teaser() -> None:
    assert first_point(None) == ""
