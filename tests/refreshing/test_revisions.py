"""What becomes of passages when real and invented texts are published anew, one edit at a time."""

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.changes import Fate
from tests.refreshing import revising
from tests.refreshing.revising import Sentence, Text, compare_texts, edit, read_text, sentences_of

SAMPLES = Path(os.environ.get("ONRECORD_SAMPLES", "../shared"))
EVERY = 40
"""Of the documents of the sample every so many is taken."""
EDITS: dict[str, tuple[Callable[[str], str], re.Pattern[str]]] = {
    "a digit": (revising.change_digit, revising.DIGIT),
    "a negation": (revising.negate, revising.VERB),
    "a name": (revising.rename, revising.NAME),
    "a word": (revising.leave_a_word_out, re.compile(" ")),
}


@cache
def documents() -> tuple[tuple[Text, tuple[Sentence, ...]], ...]:
    """Give some documents, with the sentences that are annotated in each."""
    found = []
    for name in ("kremlin-en", "kremlin-ru"):
        lines = (SAMPLES / "corpora" / name / "docs.jsonl").read_text(encoding="utf-8").splitlines()
        texts = [read_text(json.loads(line)["text"]) for line in lines[:: EVERY if name.endswith("en") else EVERY // 4]]
        found += [(text, sentences_of(text)) for text in texts]
    return tuple((text, sentences) for text, sentences in found if len(sentences) > 2)


def fates_of(old: Text, new: Text, sentences: tuple[Sentence, ...]) -> dict[str, Fate]:
    return {key: each.fate for key, each in compare_texts(old, new, sentences).items()}


@pytest.mark.samples
@pytest.mark.parametrize("what", EDITS)
def test_one_edit_changes_one_passage_and_keeps_all_others(what: str) -> None:
    change, where = EDITS[what]
    edited = 0
    for text, sentences in documents():
        sentence = next((each for each in sentences if where.search(each.words)), None)
        if sentence is None:
            continue
        edited += 1
        outcomes = compare_texts(text, edit(text, sentence, change), sentences)
        assert outcomes[sentence.key].fate is Fate.CHANGED, sentence.words
        assert {each.fate for each in outcomes.values() if each.key != sentence.key} == {Fate.KEPT}
        changed = outcomes[sentence.key].runs
        assert [each for each in changed if not each.is_equal]
        if what in {"a digit", "a negation"}:
            assert outcomes[sentence.key].weighty
    assert edited > 20


@pytest.mark.samples
def test_a_paragraph_that_is_dropped_loses_its_passage_and_moves_no_other() -> None:
    for text, sentences in documents():
        sentence = sentences[len(sentences) // 2]
        fates = fates_of(text, revising.drop(text, sentence.paragraph), sentences)
        assert fates.pop(sentence.key) in {Fate.LOST, Fate.CHANGED}
        assert set(fates.values()) == {Fate.KEPT}


@pytest.mark.samples
def test_a_paragraph_that_is_put_elsewhere_moves_its_passage_alone() -> None:
    for text, sentences in documents():
        sentence = sentences[-1]
        if sentence.paragraph < 3:
            continue
        fates = fates_of(text, revising.move(text, sentence.paragraph, 0), sentences)
        assert fates.pop(sentence.key) is Fate.MOVED
        assert set(fates.values()) == {Fate.KEPT}


@pytest.mark.samples
def test_other_typography_keeps_everything() -> None:
    for text, sentences in documents():
        assert set(fates_of(text, revising.retype(text), sentences).values()) == {Fate.KEPT}


@pytest.mark.samples
def test_a_text_that_is_repeated_makes_everything_ambiguous() -> None:
    for text, sentences in documents()[:20]:
        fates = fates_of(text, Text(text.paragraphs * 2), sentences)
        assert set(fates.values()) == {Fate.AMBIGUOUS}


WORD = st.text("abcdefghijklmnopqrstuvwxyzабвгдеё", min_size=2, max_size=9)
SENTENCES = st.lists(WORD, min_size=7, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
TEXTS = st.lists(SENTENCES, min_size=2, max_size=6, unique=True).map(lambda each: Text(tuple(each)))


@given(text=TEXTS, data=st.data())
def test_no_edit_of_a_letter_is_ever_taken_for_the_same_words(text: Text, data: st.DataObject) -> None:
    sentences = sentences_of(text)
    sentence = data.draw(st.sampled_from(sentences)) if sentences else None
    if sentence is None:
        return
    at = data.draw(st.integers(0, len(sentence.words) - 2))
    letter = data.draw(st.sampled_from("xжX5-"))
    edited = edit(text, sentence, lambda words: words[:at] + letter + words[at + 1 :])
    if edited != text:
        assert not fates_of(text, edited, sentences)[sentence.key].is_proven


@given(text=TEXTS, data=st.data())
def test_whatever_the_order_of_paragraphs_all_words_are_kept_or_moved(text: Text, data: st.DataObject) -> None:
    sentences = sentences_of(text)
    shuffled = Text(tuple(data.draw(st.permutations(text.paragraphs))))
    fates = fates_of(text, shuffled, sentences)
    assert all(fate.is_proven for fate in fates.values())
    assert shuffled != text or set(fates.values()) <= {Fate.KEPT}
