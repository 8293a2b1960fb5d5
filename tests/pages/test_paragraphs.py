from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.locations import Span
from onrecord.pages.index import index_dossier
from onrecord.pages.paragraphs import read_paragraphs
from onrecord.pages.places import place_words
from tests.pages.building import dossier, passage, source


def numbered(text: str, title: str = "", noise: tuple[str, ...] = ()) -> list[tuple[int | None, str]]:
    made = source("s", text, title, noise=noise)
    return [(each.number, text[each.span.start : each.span.end].strip()) for each in read_paragraphs(made)]


@pytest.mark.parametrize(
    ("text", "title", "noise", "expected"),
    [
        ("One\n\nTwo\n", "", (), [(1, "One"), (2, "Two")]),
        ("One\nstill one\n \t\nTwo", "", (), [(1, "One\nstill one"), (2, "Two")]),
        ("\n\n  One", "", (), [(1, "One")]),
        ("A  title\n\nOne\n\nA title\n", "A title", (), [(None, "A  title"), (1, "One"), (2, "A title")]),
        ("• 3\n• 4\n\nOne", "", ("• 3", "• 4"), [(None, "• 3\n• 4"), (1, "One")]),
        ("• 3 One\n\nTwo", "", ("• 3",), [(1, "• 3 One"), (2, "Two")]),
        ("", "", (), [(None, "")]),
        (" \n\n", "", (), [(None, "")]),
    ],
    ids=[
        "blank lines part paragraphs",
        "a line end does not, a blank line may hold blanks",
        "blank lines before the first are part of it",
        "the first that is the title has no number",
        "furniture has no number",
        "a paragraph with furniture in it has one",
        "nothing is a paragraph without a number",
        "blanks are a paragraph without a number",
    ],
)
def test_paragraphs_are_numbered(
    text: str, title: str, noise: tuple[str, ...], expected: list[tuple[int | None, str]]
) -> None:
    assert numbered(text, title, noise) == expected


@given(st.text(st.sampled_from("ab \n\t\u2028\u00a0"), max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_paragraphs_tile_the_text(text: str, edges: list[int]) -> None:
    noise = tuple(Span(start, start + 2) for start in edges if start + 2 <= len(text))
    paragraphs = read_paragraphs(replace(source("s", text), noise=noise))
    assert paragraphs[0].span.start == 0
    assert paragraphs[-1].span.end == len(text)
    assert [each.span.end for each in paragraphs[:-1]] == [each.span.start for each in paragraphs[1:]]
    numbers = [each.number for each in paragraphs if each.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("words", "place"),
    [("One", "¶\u00a01"), ("One\n\nTwo", "¶\u00a01–2"), ("Title\n\nOne", "¶\u00a01"), ("Title", "")],
)
def test_place_of_a_passage_counts_paragraphs(words: str, place: str) -> None:
    made = passage(source("s", "Title\n\nOne\n\nTwo", "Title"), "q1", words)
    assert place_words(made, index_dossier(dossier(made))) == place
