import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.sentences import sentence_at


@pytest.mark.parametrize(
    ("prose", "sentence"),
    [
        ("One. Two “words” [@key]. Three.", "Two “words”."),
        ("One. Two “words.” [@key] Three.", "Two “words.”"),
        ("One. [@a] Two about $1.5 billion, p. 4 [@key]; three. Four.", "Two about $1.5 billion, p. 4; three."),
        ("- One.\n- *Two* [is here](x.md) [@a; see also @key].\n- Three.", "Two is here."),
        ("Title\n\n1. It goes\n   on [@key]\n2. More", "It goes on"),
        ("> [@key]", ""),
        ("Before.\n\n> [@key]\n\nBehind.", ""),
        ("| a | b [@key] |", "a · b"),
        ("[^1]: A footnote [@key].", "A footnote."),
        ("# Heading [@key]\n\nText.", "Heading"),
    ],
)
def test_the_sentence_of_a_citation(prose: str, sentence: str) -> None:
    assert sentence_at(prose, prose.index("@key") + 1) == sentence


@given(st.text(st.sampled_from("Aa .!\n->“”"), max_size=60), st.data())
def test_a_sentence_holds_no_words_that_are_not_in_the_prose(prose: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(prose)))
    for word in sentence_at(prose, position).split():
        assert word in prose


def test_a_sentence_without_end_is_cut() -> None:
    assert len(sentence_at("word " * 100_000, 250_000)) <= 2000
