"""The records of a site in the index of the theme's search, where the author's `mkdocs.yml` asks for that."""

import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.data import SearchRecord
from onrecord.rendered import Heading, HtmlBlock
from tests.website.projects import HOSTILE, MKDOCS_YML, Project, page, small_site, text_of, with_page

RECORD = SearchRecord(
    address="sources/kursk22/#q04",
    title="Ada Berg, 9 June 2022",
    source="Meeting",
    text="12 per cent — “now”",
    context="now: in June",
    language="en",
)
THEME_YML = MKDOCS_YML.replace("onrecord]", "{onrecord: {search: theme}}]")
PLAIN_YML = MKDOCS_YML.replace("{name: material, font: false}", "mkdocs")


def index_of(project: Project) -> dict[str, Any]:
    return dict(json.loads(project.html("search/search_index.json")))


def build_with(project: Project, *records: SearchRecord, settings: str = THEME_YML, strict: bool = True) -> None:
    project.write("mkdocs.yml", settings)
    project.site = replace(small_site(), records=records)
    project.build(strict=strict)


@pytest.mark.parametrize("plugins", ["[search, {onrecord: {search: theme}}]", "[{onrecord: {search: theme}}, search]"])
def test_a_record_stands_in_the_index_behind_the_page_that_it_is_on(project: Project, plugins: str) -> None:
    build_with(project, RECORD, settings=MKDOCS_YML.replace("[search, onrecord]", plugins))
    records = index_of(project)["docs"]
    assert records[-1] == {
        "location": "sources/kursk22/#q04",
        "title": "Ada Berg, 9 June 2022",
        "text": "<p>12 per cent — “now”</p><p>now: in June</p>",
        "boost": 3,
    }
    assert "sources/kursk22/" in [each["location"] for each in records[:-1]]


def test_a_record_leads_to_a_file_where_addresses_are_those_of_files(project: Project) -> None:
    build_with(project, RECORD, settings=f"{THEME_YML}use_directory_urls: false\n")
    assert index_of(project)["docs"][-1]["location"] == "sources/kursk22/index.html#q04"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_a_record_are_text_in_the_index(project: Project, words: str) -> None:
    build_with(project, replace(RECORD, text=words, title=words, context=""))
    record = index_of(project)["docs"][-1]
    assert text_of(f"<x>{record['title']}</x>", "x") == words
    assert text_of(f"<x>{record['text']}</x>", "x") == words


def test_another_theme_has_the_record_as_plain_text_with_its_source(project: Project) -> None:
    build_with(project, replace(RECORD, text="a < b"), settings=PLAIN_YML)
    found = next(each for each in index_of(project)["docs"] if each["location"] == RECORD.address)
    assert found == {
        "location": "sources/kursk22/#q04",
        "title": "Ada Berg, 9 June 2022 · Meeting",
        "text": "a < b now: in June",
    }


@pytest.mark.parametrize("plugins", ["[onrecord]", "[{search: {enabled: false}}, onrecord]"])
def test_a_site_without_a_search_is_built_without_records(project: Project, plugins: str) -> None:
    build_with(project, RECORD, settings=MKDOCS_YML.replace("[search, onrecord]", plugins))
    assert not (project.folder / "site" / "search").exists()
    assert "onrecord:stem" not in project.html("index.html")
    assert "assets/onrecord/search.js" not in project.html("index.html")


def test_what_the_author_sets_of_the_search_stays(project: Project) -> None:
    own = "[{search: {separator: X, fields: {title: {boost: 7}}}}, {onrecord: {search: theme}}]"
    build_with(project, RECORD, settings=MKDOCS_YML.replace("[search, onrecord]", own))
    config = index_of(project)["config"]
    assert config["separator"] == "X"
    assert config["fields"]["title"]["boost"] == 7


@pytest.mark.parametrize(
    ("languages", "stemmers"),
    [
        (("ru", "en", "de-AT", "ru"), ["ru de"]),
        (("en", "en-GB"), []),
        (("be", "", "ja", "xx"), []),
        (("uk",), ["ru"]),
    ],
)
def test_the_stemmers_of_the_records_languages_are_named_on_every_page(
    project: Project, languages: tuple[str, ...], stemmers: list[str]
) -> None:
    build_with(project, *(replace(RECORD, language=each) for each in languages))
    for path in ("index.html", "method/index.html"):
        found = project.html(path).partition('<meta name="onrecord:stem" content="')[2].partition('"')[0]
        assert [found] == (stemmers or [""])


def test_a_section_that_is_found_elsewhere_is_not_in_the_index(project: Project) -> None:
    blocks = (
        Heading(2, "Kept", "kept"),
        HtmlBlock("<p>Here.</p>"),
        Heading(2, "Left", "left", is_searched=False),
        HtmlBlock("<p>Not here.</p>"),
    )
    project.write("mkdocs.yml", THEME_YML)
    project.site = with_page(small_site(), page("topics/", "Topics", *blocks, is_hub=True))
    project.build(strict=True)
    found = [each["location"] for each in index_of(project)["docs"] if each["location"].startswith("topics/#")]
    assert found == ["topics/#kept"]
    assert 'id="left"' in project.html("topics/index.html")
