"""Nodes as entries: what an author may leave out or shorten, and what stands for what could not be read."""

from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook import TopicEntry, read_codebook
from onrecord.dossier_file import DossierEntry, read_dossier_file
from onrecord.entries import nearest_name, read_entry
from onrecord.fields import Entry, entry, fields_of, says
from onrecord.forms import DATE, KEY, LANGUAGE, NUMBER, SHA256, URL, YES_NO, Form
from onrecord.front_matter import FrontMatterEntry
from onrecord.locations import TextFile, Written
from onrecord.records import PassageEntry, RecordEntry, read_record
from onrecord.speakers import SpeakerEntry, read_speakers
from onrecord.yaml_reading import read_yaml

AnyEntry = TypeVar("AnyEntry", bound=Entry)

RECORD = "title: A meeting\ndate: 2022-06-09\npublisher: A press service\n"


def read(cls: type[AnyEntry], text: str) -> AnyEntry:
    """Read an entry that has no problem."""
    node, faults = read_yaml(TextFile("file.yml", text))
    assert node is not None
    found, problems = read_entry(cls, node)
    assert (faults, problems) == ((), ())
    return found


def read_with_problems(cls: type[AnyEntry], text: str) -> tuple[AnyEntry, list[str]]:
    node, _ = read_yaml(TextFile("file.yml", text))
    assert node is not None
    found, problems = read_entry(cls, node)
    return found, [problem.code for problem in problems]


def words(written: tuple[Written, ...]) -> list[str]:
    return [each.text for each in written]


def test_every_value_knows_its_place() -> None:
    passage = read(PassageEntry, "text: Some words\nspeaker: lukashenko\n")
    assert passage.speaker is not None
    assert str(passage.speaker.location) == "file.yml:2:10"
    assert str(passage.text[0].location) == "file.yml:1:7"


def test_words_alone_count_as_a_list_of_one() -> None:
    passage = read(PassageEntry, "text: Some words\ntopics: trade\nsic: [words, some]\n")
    assert (words(passage.text), words(passage.topics), words(passage.sic)) == (
        ["Some words"],
        ["trade"],
        ["words", "some"],
    )


def test_what_is_left_out_is_none_or_empty() -> None:
    passage = read(PassageEntry, "text: Some words\n")
    assert (passage.speaker, passage.context, passage.topics, passage.parts, passage.figures) == (
        None,
        None,
        (),
        (),
        (),
    )


def test_names_that_are_words_of_python_have_others_there() -> None:
    speaker = read(SpeakerEntry, "name: A speaker\nroles: [{title: President, from: 1994, to: 2022-06}]\n")
    passage = read(PassageEntry, "text: Some words\nlinks: [{to: s05, as: elaborates}]\n")
    assert speaker.roles[0].start is not None
    assert speaker.roles[0].end is not None
    assert (speaker.roles[0].start.text, speaker.roles[0].end.text) == ("1994", "2022-06")
    assert passage.links[0].relation.text == "elaborates"


def test_a_map_of_keys_keeps_the_order_of_the_file() -> None:
    record, problems = read_record(
        TextFile("file.yml", RECORD + "quotes: {q2: {text: x}, q10: {text: y}, q1: {text: z}}")
    )
    assert record is not None
    assert problems == ()
    assert [(keyed.key.text, words(keyed.entry.text)) for keyed in record.quotes] == [
        ("q2", ["x"]),
        ("q10", ["y"]),
        ("q1", ["z"]),
    ]


def test_an_entry_under_a_key_stands_where_its_key_does() -> None:
    topics, _ = read_codebook(TextFile("codebook.yml", "# topics\n\ntrade:\n  label: Trade\n  definition: x\n"))
    assert topics is not None
    assert str(topics[0].entry.location) == str(topics[0].key.location) == "codebook.yml:3:1"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("speaker: x\n", ["V102"]),
        ("text:\n", ["V102"]),
        ("text: []\n", ["V102"]),
        ("text: [[x]]\n", ["V103"]),
        ("text: {x: y}\n", ["V103"]),
        ("text: # nothing\n", ["Y105"]),
        ("txt: Some words\n", ["V101"]),
        ("[Some words]\n", ["V103"]),
    ],
)
def test_required_words_that_cannot_be_read_are_empty_and_told_once(text: str, codes: list[str]) -> None:
    passage, found = read_with_problems(PassageEntry, text)
    assert (words(passage.text), found) == ([""], codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [("editor: [x]\n", ["V103"]), ("as_of: June\n", ["V104"]), ("edtior: x\n", ["V101"]), ("marking: x\n", [])],
)
def test_words_that_cannot_be_read_are_empty_and_those_not_given_are_none(text: str, codes: list[str]) -> None:
    dossier, found = read_with_problems(DossierEntry, f"title: A dossier\n{text}")
    given_words = [each for each in (dossier.editor, dossier.as_of) if each is not None]
    assert ([each.text for each in given_words], found) == ([""] if codes else [], codes)


def test_a_piece_that_cannot_be_read_keeps_its_place_but_a_name_does_not() -> None:
    passage, found = read_with_problems(PassageEntry, "text: [Some words, [x]]\ntopics: [trade, [x]]\n")
    assert (words(passage.text), words(passage.topics), found) == (["Some words", ""], ["trade"], ["V103", "V103"])


def test_front_matter_is_read_from_within_its_file() -> None:
    text = "---\ntopic: trade\nstatus: current\n---\n## Key points\n"
    node, _ = read_yaml(TextFile("trade.md", text), 4, text.index("---\n##"))
    assert node is not None
    found, problems = read_entry(FrontMatterEntry, node)
    assert problems == ()
    assert str(found.topic.location) == "trade.md:2:8"


@given(text=st.text())
def test_any_words_are_an_entry_or_a_problem(text: str) -> None:
    for reader in (read_record, read_codebook, read_speakers, read_dossier_file):
        value, problems = reader(TextFile("file.yml", text.encode("utf-8", "replace").decode()))
        assert value is not None or problems


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (KEY, "a 1 a-b 2022 indexes index-2", "A -a a_b ä index \u0661"),
        (
            DATE,
            "2022 2022-06 2022-06-09 2024-02-29 0001",
            "22 2022-6 2022-13 2023-02-29 20220609 \u0662\u0660\u0662\u0662 0000",
        ),
        (NUMBER, "5 -5 +5 1.5 1.5e9 1E-3", "1,5 1. .5 1e999 0x1 \u0665 inf nan --1"),
        (YES_NO, "true false", "True yes no on 1"),
        (LANGUAGE, "en be ru en-GB zh-Hans-CN de-1996 sl-rozaj en-x-a", "e english-language-x en_GB en- -"),
        (SHA256, "0" * 64 + " " + "aF" * 32, "0" * 63 + " " + "g" * 64),
        (
            URL,
            "https://a.by http://a/b?c#d HTTPS://a.by/é",
            'javascript:alert(1) ftp://a https:// //a https:a data:x https://"x https://a<b https://a"b',
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Form) else "",
)
def test_forms_admit_what_they_say(form: Form, good: str, bad: str) -> None:
    assert [each for each in good.split() if not form.admits(each)] == []
    assert [each for each in bad.split() if form.admits(each)] == []


def test_no_form_admits_a_line_end_behind_its_value() -> None:
    forms = {KEY: "a", DATE: "2022", NUMBER: "5", YES_NO: "yes", LANGUAGE: "en", SHA256: "0" * 64, URL: "https://a.by"}
    assert [form.name for form, text in forms.items() if form.admits(f"{text}\n")] == []


def test_the_nearest_name_is_near() -> None:
    assert nearest_name("speeker", ("speaker", "topics")) == "speaker"
    assert not nearest_name("xyz", ("speaker", "topics"))


def test_every_field_says_what_it_is_for() -> None:
    classes = (RecordEntry, PassageEntry, TopicEntry, SpeakerEntry, DossierEntry, FrontMatterEntry)
    assert [field.name for cls in classes for field in fields_of(cls) if not field.description[:1].isupper()] == []


def test_an_entry_class_with_an_annotation_that_nothing_can_be_read_as_is_refused() -> None:
    @entry
    class OddEntry(Entry):
        number: int = says("A number")

    with pytest.raises(TypeError, match="no entry can hold"):
        fields_of(OddEntry)
