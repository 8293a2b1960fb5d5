"""A reading that is written and read back is the same reading."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.locations import TextFile
from onrecord.proving import Job, answers_of, read_source, restore_reading, store_reading
from tests.reading.test_cases import CASES
from tests.working.sources import RECORDS, TEXT, jobs

FILES = [
    (name, text)
    for case in CASES
    for name, text in case.parts.items()
    if name.startswith("file content/sources/") and name.endswith(".yml")
]


def assert_same_when_read_back(job: Job) -> None:
    reading = read_source(job)
    assert restore_reading(store_reading(reading), job) == reading


@pytest.mark.parametrize("job", jobs(), ids=str)
def test_a_reading_comes_back_as_it_was(job: Job) -> None:
    assert_same_when_read_back(job)


def test_so_does_the_reading_of_every_record_of_the_cases() -> None:
    assert len(FILES) > 20
    for name, text in FILES:
        assert_same_when_read_back(Job(record=TextFile(name, text), text=text))


@given(st.sampled_from(RECORDS), st.integers(0, 700), st.text(max_size=3), st.integers(0, 100), st.text(max_size=3))
def test_so_does_the_reading_of_any_record(record: str, at: int, put: str, cut: int, words: str) -> None:
    text = record[:at] + put + record[at + len(put) :]
    assert_same_when_read_back(Job(record=TextFile("a.yml", text), text=TEXT[:cut] + words + TEXT[cut:]))


def test_it_is_json_that_says_neither_where_it_was_made_nor_under_which_name() -> None:
    (job, *_) = jobs()
    stored = store_reading(read_source(job))
    assert b"sources/" not in stored
    assert len(json.loads(stored)) == 3


def test_every_question_is_answered_from_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    job = jobs()[0]
    reading = read_source(job)
    assert len(reading.found) == 10
    monkeypatch.setattr("onrecord.proving.answers.fold", None)  # to fold fails
    answers = answers_of(job, reading)
    assert answers is not None
    for (selector, within), found in answers.known.items():
        assert answers.find(selector, within) is found
