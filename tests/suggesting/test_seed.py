"""The demo's release without its annotations: what is proposed of it, against what a person recorded."""

import shutil
from pathlib import Path

import pytest

from onrecord.build import make_site
from onrecord.locations import TextFile
from onrecord.records import RecordEntry, read_record
from onrecord.suggesting.project import suggest
from onrecord.suggesting.suggested import SuggestedEntry, read_suggested
from onrecord.working import ALONE

ROOT = Path(__file__).parents[2]
HEAD = (
    "title: Meeting with Governor of Russia’s Kursk Oblast Roman Starovoyt\ndate: 2022-06-09\npublisher: The office\n"
)
MONEY = ("about $1.5 billion", "$205-210 million")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the demo, with a record that has no annotation."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content" / "briefings")
    (tmp_path / "content" / "sources" / "kursk22.yml").write_text(HEAD, encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


@pytest.fixture
def proposed(project: Path) -> SuggestedEntry:
    [came] = suggest(project, (), ALONE)
    entry, problems = read_suggested(TextFile("", came.path.read_text(encoding="utf-8")))
    assert problems == ()
    assert entry is not None
    return entry


@pytest.fixture(scope="module")
def recorded() -> RecordEntry:
    entry, _ = read_record(TextFile("", (ROOT / "content" / "sources" / "kursk22.yml").read_text(encoding="utf-8")))
    assert entry is not None
    return entry


def test_all_direct_quotes_are_found_with_their_speaker(proposed: SuggestedEntry, recorded: RecordEntry) -> None:
    found = [(each.entry.text[0].text, each.entry.speaker) for each in proposed.quotes]
    assert len(found) == len(recorded.quotes) == 11
    for (words, speaker), quote in zip(found, recorded.quotes, strict=True):
        first, _, last = quote.entry.text[0].text.partition(" … ")
        assert words.startswith(first)
        assert words.endswith(last or first)
        assert speaker is not None
        assert quote.entry.speaker is not None
        assert speaker.text == quote.entry.speaker.text
    assert {each.entry.tier.text for each in proposed.quotes if each.entry.tier} == {"sure"}


def test_the_sum_and_the_range_are_found_and_no_other_money(proposed: SuggestedEntry) -> None:
    figures = [figure for each in proposed.passages for figure in each.entry.figures]
    assert tuple(each.text.text for each in figures) == MONEY


def test_page_furniture_is_proposed_as_nothing_else(proposed: SuggestedEntry) -> None:
    assert [each.text for each in proposed.noise] == ["• 11", "• 7:54"]
    words = [piece.text for each in proposed.passages for piece in each.entry.text]
    assert not any("7:54" in each or "• 11" in each for each in words)
    assert [each.text for each in proposed.participants] == ["lukashenko", "starovoyt"]


def test_every_paraphrase_that_a_verb_introduces_is_found(proposed: SuggestedEntry, recorded: RecordEntry) -> None:
    found = {each.entry.text[0].text for each in proposed.statements if each.entry.speaker}
    said = {each.entry.text[0].text for each in recorded.statements if each.entry.speaker}
    assert found <= said
    assert len(found) >= 6


def test_what_happened_in_a_year_is_an_event_of_the_sentence_that_says_so(proposed: SuggestedEntry) -> None:
    ((what, date, passage),) = ((each.what.text, each.date, each.passage.text) for each in proposed.events)
    assert what == "Kursk Oblast adopted the social and economic development strategy through 2030"
    assert date is not None
    assert date.text == "2020"
    said = {each.key.text: each.entry for each in proposed.statements}[passage]
    assert said.speaker is None
    assert said.text[0].text.startswith("In 2020 Kursk Oblast adopted")


def test_nothing_proposed_is_published(project: Path) -> None:
    before = make_site(project)
    assert before.pages
    assert list(suggest(project, (), ALONE))
    after = make_site(project)
    assert {page.address: page for page in after.pages} == {page.address: page for page in before.pages}
    assert (after.files, after.problems) == (before.files, before.problems)
