"""What must hold of anchoring for every text."""

import unicodedata

import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord import contract
from onrecord.anchoring import Anchor, Selector, anchor, describe, find_words, fold
from onrecord.anchoring.edges import divides_cluster
from onrecord.locations import Span

PIECES = st.sampled_from(
    [
        *"abcdeйя1259.,-–—−+$€\"'“”‘’«»…\u00ad\u200b\u200d\u0301 \u00a0\u202f\n\t",
        "ready ",
        "can't ",
        "e\u0301",
        "...",
        "  ",
        "🇧🇾",
        "1.5 ",
        "$205-210 ",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def naive_fold(text: str) -> str:
    """Fold character by character, as the contract says it, with no thought of speed."""
    kept = "".join(character for character in _clusters(text) if character not in contract.SKIPPED)
    blanks = "".join(" " if character in contract.WHITE_SPACE else character for character in kept)
    dashes = "".join("-" if character in contract.DASHES else character for character in blanks)
    doubles = "".join('"' if character in contract.DOUBLE_MARKS else character for character in dashes)
    singles = "".join("'" if character in contract.SINGLE_MARKS else character for character in doubles)
    return regex.sub(" +", " ", singles.replace("…", "..."))


def _clusters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", cluster) for cluster in regex.findall(r"\X", text))


@given(TEXTS)
def test_folding_is_what_the_contract_says(text: str) -> None:
    assert fold(text).folded == naive_fold(text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).folded
    assert fold(once).folded == once


@given(TEXTS, st.data())
def test_a_stretch_of_folded_text_maps_back_to_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assume(folded.folded)
    start = data.draw(st.integers(0, len(folded.folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded.folded)))
    span = folded.span_of(start, end)
    if span is not None and not divides_cluster(text, span.start) and not divides_cluster(text, span.end):
        assert fold(text[span.start : span.end]).folded == folded.folded[start:end]


@given(
    st.lists(st.sampled_from(["we", "are", "ready", "to", "build", "мы", "готовы"]), min_size=1, max_size=30), st.data()
)
def test_every_slice_on_word_edges_is_found(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    text = " ".join(words)
    begin = len(" ".join(words[:start])) + (1 if start else 0)
    slice_ = " ".join(words[start:end])
    assert Span(begin, begin + len(slice_)) in find_words(fold(text), slice_).whole


@given(TEXTS, st.data())
def test_a_slice_is_whole_or_cut_but_never_lost(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    slice_ = text[start:end]
    assume(fold(slice_).folded.strip(" "))
    assume(not divides_cluster(text, start) and not divides_cluster(text, end))
    hits = find_words(fold(text), slice_)
    assert any(span.start <= end and span.end >= start for span in (*hits.whole, *hits.cut))


@given(TEXTS, st.data())
@example("12 percent", None).via("the case that similarity accepts")
def test_a_changed_letter_is_never_accepted(text: str, data: st.DataObject | None) -> None:
    assume(text)
    place = 0 if data is None else data.draw(st.integers(0, len(text) - 1))
    letter = "7" if data is None else data.draw(st.sampled_from("abcxyz1259йя$-+"))
    changed = text[:place] + letter + text[place + 1 :]
    for span in find_words(fold(text), changed).whole:
        assert naive_fold(text[span.start : span.end]).strip(" ") == naive_fold(changed).strip(" ")


@given(st.lists(TEXTS, min_size=2, max_size=4), st.sampled_from(["ready", "we can't", "«a»", "…", "1.5"]), st.data())
def test_what_is_described_is_found_there_and_nowhere_else(texts: list[str], words: str, data: st.DataObject) -> None:
    folded = fold(f" then {words} ".join(texts))
    places = find_words(folded, words).whole
    span = data.draw(st.sampled_from(places))
    found = anchor(describe(folded, span), folded)
    assert isinstance(found, Anchor)
    assert found.spans == (span,)


@given(TEXTS, TEXTS, TEXTS)
def test_no_selector_raises_and_what_is_proven_is_equal_under_the_contract(text: str, first: str, second: str) -> None:
    found = anchor(Selector(pieces=(first, second)), fold(text))
    if isinstance(found, Anchor) and "…" not in first + second and "..." not in first + second:
        words = [naive_fold(text[span.start : span.end]) for span in found.spans]
        assert words == [naive_fold(piece.strip()).strip(" ") for piece in (first, second)]
