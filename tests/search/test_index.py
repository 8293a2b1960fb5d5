"""The index of search: every word of every record leads to it, from scripts that say what they hold."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.wording import IN_ENGLISH
from onrecord.search import Entry, passage_entries, write_index
from onrecord.search.folding import fold, words_in
from tests.pages.sample import make_sample

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
RECORDS = st.lists(
    st.builds(
        Entry,
        address=st.just("a/"),
        kind=st.sampled_from(["quote", "statement", "page"]),
        title=TEXT,
        text=TEXT,
        detail=TEXT,
    ),
    max_size=8,
)


def read_call(script: str) -> tuple[str, list[object]]:
    name, _, rest = script.removeprefix("onrecordSearch.").partition("(")
    return name, json.loads(f"[{rest.removesuffix(');' + chr(10))}]")


def numbers_of(scripts: Mapping[str, str], word: str) -> set[int]:
    _, (opened,) = read_call(scripts["index.js"])
    assert isinstance(opened, dict)
    _, (key, words) = read_call(scripts[f"{opened['shards'][word[:2]]}.js"])
    assert key == word[:2]
    assert isinstance(words, dict)
    return {~number if number < 0 else number for number in words[word]}


@given(RECORDS)
def test_every_word_of_a_record_leads_to_it(found: list[Entry]) -> None:
    records = sorted(found, key=lambda each: ["quote", "statement", "page"].index(each.kind))
    scripts = write_index(records, lambda address: address)
    for number, record in enumerate(records):
        for word in words_in(f"{record.title} {record.text} {record.detail}"):
            assert number in numbers_of(scripts, word)


@given(TEXT)
def test_folding_again_changes_nothing_for_words(text: str) -> None:
    words = words_in(text)
    assert [each for word in words for each in words_in(word)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ёлка й", ["елка", "и"]),
        ("Лукашэнка’s $1.5-billion", ["лукашэнка", "s", "1", "5", "billion"]),
        ("ﬁne CAFÉ", ["fine", "cafe"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_in(text) == words
    assert fold(text).count("́") == 0


def test_quotes_come_before_statements_and_parts_are_found_in_their_wholes() -> None:
    dossier = make_sample()
    records = list(passage_entries(dossier, IN_ENGLISH))
    assert [each.kind for each in records] == sorted((each.kind for each in records), key=["quote", "statement"].index)
    wholes = [each for each in dossier.passages if each.whole is None]
    assert {each.address for each in records} == {f"sources/{each.source.key}/#{each.key}" for each in wholes}


def test_names_of_scripts_differ_whatever_the_file_system_takes_for_the_same() -> None:
    records = [Entry(address="a/", kind="page", title="Aa aA éé ßs ii", text="con aux", detail="")]
    names = [name.casefold() for name in write_index(records, lambda address: address)]
    assert len(names) == len(set(names))
    assert all(name.isascii() for name in names)
