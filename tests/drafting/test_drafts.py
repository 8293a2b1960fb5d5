"""A draft of every project that has a problem: pages there are, and every problem is told where its link leads."""

import shutil
from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.clashes import find_clashes
from onrecord.drafting import Draft, make_draft
from onrecord.proving import Job, Reading, read_source
from onrecord.reports import make_visible, tell_problem
from onrecord.urls import addresses_in
from tests.cases import Case
from tests.drafting.projects import draft, page_at, told_on
from tests.markup import parse
from tests.problems.projects import SOUND, write_project
from tests.problems.test_cases import CASES

TOPIC, SOURCE, LIST = "topics/bridge/", "sources/fair/", "onrecord-problems/"
BRIEFING = "content/briefings/bridge.md"
SPOKEN = {BRIEFING: "---\ntopic: bridge\n---\nShe said “We will build the bridge by 2027” [@fair:q01]."}
BROKEN = "title: [\n"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_problem_has_its_place_on_a_page(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = draft(tmp_path, {name: text for name, text in case.parts.items() if name != "problems"})
    problems = check_project(tmp_path).problems
    assert (problems == ()) == ("There are none." in told_on(made, LIST))
    for number, problem in enumerate(problems, start=1):
        (link,) = [each for each in addresses_in(told_on(made, LIST)) if each.endswith(f"#problem:{number}")] or [""]
        page = parse(told_on(made, link.partition("#")[0] if link else LIST))
        box = page.one(id=f"problem:{number}")
        head, *_ = tell_problem(problem)
        assert "".join(piece.text for piece in head.pieces) in box.text
        assert make_visible(problem.hint) in box.text
        assert all(make_visible(note) in box.text for note in problem.notes)


def test_a_sound_project_has_no_notice_and_an_empty_list(tmp_path: Path) -> None:
    made = draft(tmp_path, SPOKEN)
    assert made.site.problems == ()
    assert {made.notice_at(page.address) for page in made.site.pages} == {""}
    assert parse(told_on(made, LIST)).text.strip() == "There are none."


def test_a_warning_is_told_on_its_page_alone(tmp_path: Path) -> None:
    made = draft(tmp_path, {BRIEFING: "---\ntopic: bridge\n---\nShe said “all will be well in the end”."})
    assert parse(made.notice_at(TOPIC)).one(role="status").text == "1 warning in 1 file."
    assert made.notice_at(SOURCE) == made.other_notice == ""


def test_an_error_is_told_on_every_page(tmp_path: Path) -> None:
    made = draft(tmp_path, {BRIEFING: "---\ntopic: bridge\n---\nShe said “We shall build the bridge” [@fair:q01]."})
    notices = {parse(made.notice_at(page.address)).one(role="alert").text for page in made.site.pages}
    assert notices == {"1 error in 1 file: nothing is published until the errors are mended."}
    assert parse(made.other_notice).one(role="alert").text in notices


def test_the_next_draft_reads_only_the_sources_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draft(tmp_path, SPOKEN)
    read: list[Job] = []

    def note(job: Job) -> Reading:
        read.append(job)
        return read_source(job)

    monkeypatch.setattr("onrecord.working.crew.read_source", note)
    second = make_draft(tmp_path, before=first.restored)
    assert read == []
    assert second == first
    (words,) = (tmp_path / "content" / "sources").glob("fair.txt")
    words.write_text(words.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    third = make_draft(tmp_path, before=second.restored)
    assert [job.text for job in read] == [words.read_text(encoding="utf-8")]
    assert third.site.problems == make_draft(tmp_path).site.problems


def before(folder: Path) -> Draft:
    made = draft(folder, SPOKEN)
    assert "We will build the bridge by 2027" in parse(told_on(made, SOURCE)).text
    return made


@pytest.mark.parametrize(
    "broken",
    [
        {"content/sources/fair.yml": BROKEN},
        {"content/codebook.yml": BROKEN},
        {"content/speakers.yml": BROKEN},
        {"content/dossier.yml": BROKEN},
        {"no content/speakers.yml": ""},
        {"no content/sources/fair.txt": ""},
        {BRIEFING: "---\ntopic: [\n---\nNew words."},
        {BRIEFING: "No front matter."},
        {"content/sources/fair.yml": BROKEN, BRIEFING: "---\ntopic: bri", "content/codebook.yml": BROKEN},
    ],
    ids=str,
)
def test_a_file_that_cannot_be_read_says_what_it_said_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    sound = before(tmp_path)
    made = draft(tmp_path, SPOKEN | broken, sound)
    pages = {page.address: page for page in made.site.pages if page.address != LIST}
    assert pages == {page.address: page for page in sound.site.pages if page.address != LIST}
    told = [code.text for code in parse(made.other_notice).find("code")]
    names = {name.removeprefix("no ").replace("fair.txt", "fair.yml") for name in broken}
    assert set(told) == names
    again = draft(tmp_path, SPOKEN, made)
    assert again.site == sound.site
    shutil.rmtree(tmp_path / "content")
    assert make_draft(tmp_path, before=made.restored).site.has_errors


def test_without_a_state_before_the_rest_is_shown(tmp_path: Path) -> None:
    made = draft(tmp_path, SPOKEN | {"content/sources/fair.yml": BROKEN})
    assert "She said" in str(page_at(made, TOPIC))
    assert SOURCE not in {page.address for page in made.site.pages}


def test_an_entry_with_an_error_is_left_out_and_the_others_are_new(tmp_path: Path) -> None:
    sound = before(tmp_path)
    record = SOUND["content/sources/fair.yml"].replace("We will build", "We shall build").replace("Fair opens", "New")
    made = draft(tmp_path, SPOKEN | {"content/sources/fair.yml": record}, sound)
    assert page_at(made, SOURCE).title == "New"
    assert 'id="q01"' not in told_on(made, SOURCE)
    assert 'id="q02"' in told_on(made, SOURCE)
    assert parse(made.notice_at(SOURCE)).one(class_="or-problem").text.count("error Q101") == 1
    assert [each.attributes["href"] for each in parse(made.notice_at(TOPIC)).find("a", class_="or-lead-error")] == [
        "page:sources/fair/#problem:1"
    ]


def test_what_is_wrong_beside_the_content_is_told_on_its_page(tmp_path: Path) -> None:
    write_project(tmp_path, SPOKEN)
    made = make_draft(tmp_path, more=lambda site: find_clashes(site, {"topics/bridge.md": "docs/topics/bridge.md"}))
    assert made.site.has_errors
    assert "error P101" in parse(made.notice_at(TOPIC)).one(class_="or-problem").text
    assert not parse(made.notice_at(SOURCE)).find(class_="or-problem")
