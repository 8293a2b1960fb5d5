"""The border between changed and orphan, held against another matcher's near matches and a real release."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import regex

from onrecord.nearest import find_nearest

pytestmark = pytest.mark.samples

SAMPLES = Path(os.environ.get("ONRECORD_SAMPLES", "../shared"))
SAID_AGAIN = ("If necessary, we can get", "We are ready to do everything", "We are ready to build", "We would be happy")
"""Sentences of the release that stand there a second time in much the same words."""


def near_matches() -> list[dict[str, Any]]:
    """Give the cases in which Hypothes.is accepts words that are not exactly there."""
    path = SAMPLES / "interop/hypothesis/match-quote-vectors.json"
    vectors: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return [each for each in vectors if each["result"] and each["result"]["matched"] != each["quote"]]


def release() -> str:
    (path,) = (SAMPLES / "seed").glob("000_*.txt")
    return path.read_text(encoding="utf-8")


def sentences() -> list[str]:
    """Give the sentences of the release that have eight words or more."""
    found = regex.split(r"(?<=[.!?][”\"]?)\s+|\n+", release())
    return [sentence.strip('“”"') for sentence in found if len(sentence.split()) >= 8]


def is_changed(wanted: str, text: str) -> bool:
    nearest = find_nearest(wanted, text)
    return nearest is not None and nearest.is_changed


def test_what_another_matcher_takes_for_near_is_changed() -> None:
    cases = near_matches()
    assert cases
    assert [each["quote"] for each in cases if not is_changed(each["quote"], each["text"])] == []


def test_what_another_matcher_refuses_is_an_orphan() -> None:
    text, other = (each["text"] for each in (near_matches()[0], near_matches()[-1]))
    assert text != other
    assert not is_changed(text, other)


@pytest.mark.parametrize(
    "change",
    [
        lambda words: [*words[:4], "not", *words[4:]],
        lambda words: [*words[:4], "nevertheless", *words[5:]],
        lambda words: [*words[:4], *words[5:]],
        lambda words: ["Nevertheless", *words[1:]],
        lambda words: [*words[:-1], "nevertheless"],
    ],
    ids=["a negation added", "a word replaced", "a word left out", "the first replaced", "the last replaced"],
)
def test_a_sentence_with_one_word_changed_is_changed(change: Any) -> None:  # noqa: ANN401  a lambda of the table
    changed = [" ".join(change(sentence.split())) for sentence in sentences()]
    assert [words for words in changed if not is_changed(words, release())] == []


def test_a_changed_digit_is_changed_and_its_place_is_found() -> None:
    text = release()
    wanted = "Russia will earmark about $2.5 billion for these programs in Belarus."
    nearest = find_nearest(wanted, text)
    assert nearest
    assert nearest.is_changed
    assert text[nearest.span.start : nearest.span.end] == wanted.replace("2.5", "1.5")


def test_a_sentence_of_the_release_is_an_orphan_in_the_rest_of_it() -> None:
    text = release()
    found = [sentence for sentence in sentences() if is_changed(sentence, text.replace(sentence, " "))]
    assert [sentence for sentence in found if not sentence.startswith(SAID_AGAIN)] == []
