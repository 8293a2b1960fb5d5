"""What holds for every quote and every text."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from onrecord.nearest import describe_difference, find_nearest
from onrecord.nearest.edges import is_word_edge
from onrecord.nearest.folding import fold_in_place
from tests.growth import is_in_step

ALPHABET = st.one_of(
    st.sampled_from("abcdeABC 12.,-$%'“”\u2019\u2013\n\t\u00a0\u0301\u00ad\u200d東京です\u0130ß\u0410\u0430"),
    st.characters(),
)
TEXT = st.text(ALPHABET, max_size=200)
WORDS = st.lists(
    st.sampled_from(["trade", "grew", "by", "12", "percent", "not", "in", "Minsk,", "it's", "$5"]), max_size=40
)


@given(TEXT, TEXT)
def test_any_quote_is_looked_for_in_any_text(wanted: str, text: str) -> None:
    nearest = find_nearest(wanted, text)
    if nearest:
        assert 0 <= nearest.span.start < nearest.span.end <= len(text)
        assert 0 <= nearest.similarity <= 1
        assert is_word_edge(text, nearest.span.start)
        assert is_word_edge(text, nearest.span.end)


@given(st.one_of(TEXT, WORDS.map(" ".join)), st.data())
def test_a_slice_on_word_edges_is_found_as_it_is(text: str, data: st.DataObject) -> None:
    edges = [index for index in range(len(text) + 1) if is_word_edge(text, index)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    wanted = text[start:end].strip()
    nearest = find_nearest(wanted, text)
    if wanted and is_word_edge(text, text.index(wanted, start)):
        assert nearest
        assert nearest.similarity == 1
        assert text[nearest.span.start : nearest.span.end] == wanted


@given(WORDS.filter(lambda words: len(words) >= 8), st.data())
def test_a_sentence_with_one_other_word_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(words) - 1))
    wanted = " ".join([*words[:index], "export", *words[index + 1 :]])
    text = " ".join(["Something else stood here before.", *words, "And something else behind it."])
    nearest = find_nearest(wanted, text)
    assert nearest
    assert nearest.is_changed


@given(TEXT, TEXT)
def test_a_difference_is_told_in_a_few_short_lines(wanted: str, actual: str) -> None:
    notes = describe_difference(wanted, actual)
    assert len(notes) <= 6
    assert all(note and "\n" not in note and len(note) <= 400 for note in notes)


@given(TEXT)
def test_words_do_not_differ_from_themselves(words: str) -> None:
    assert describe_difference(words, words) == ()


@given(WORDS.filter(bool), st.data())
def test_a_changed_word_is_always_told(words: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:index], "export", *words[index + 1 :]]
    notes = describe_difference(" ".join(changed), " ".join(words))
    assert any("`export" in note or "export`" in note or " export " in note for note in notes)


@given(TEXT)
def test_folding_in_place_moves_nothing(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


def test_no_letter_grows_when_it_is_folded_in_place() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert len(fold_in_place(every)) == len(every)


def test_ten_megabytes_on_one_line_are_searched_by_work_in_step_with_them() -> None:
    quote = (
        "Their trade grew by 12 percent, and it will not stop growing as long as there are joint ventures in Minsk. "
        * 2
    )

    def text_of(sentences: int) -> str:
        around = "Trade and more trade, said the other speaker on that day. " * sentences
        return around + quote.replace("12", "72") + around

    assert is_in_step(lambda sentences: find_nearest(quote, text_of(sentences)), 90_000)
    text = text_of(90_000)
    nearest = find_nearest(quote, text)
    assert nearest
    assert regex.fullmatch(r"Their trade grew by 72 percent.*in Minsk\.", text[nearest.span.start : nearest.span.end])
