"""Our own search on the website: in the place of Material's, with pages that people wrote by hand, and only where asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from onrecord.dates import Date
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import theme_files
from onrecord.search import DossierEntries, Entry, Facets
from onrecord.search.entries import Told
from tests.pages.sample import make_sample
from tests.search.reading import Index
from tests.website.projects import HOSTILE, MKDOCS_YML, Project, small_site

ENTRY = Entry(
    address="sources/kursk22/#q04", kind="quote", text="12 per cent — “now”", source="kursk22", speaker="berg"
)
FACETS = Facets(sources=(("kursk22", Date(year=2022)),), speakers=(("berg", "Ada Berg"),))
FOLDER = "assets/onrecord/search/"


@dataclass(frozen=True)
class Few(DossierEntries):
    """A few entries, whatever is in the dossier."""

    few: tuple[Entry, ...] = ()

    @cached_property
    def facets(self) -> Facets:
        return FACETS

    def of_pages(self) -> Iterator[Entry]:
        return iter(self.few)

    def parts(self) -> Sequence[Sequence[Told]]:
        return ()


def build_with(project: Project, settings: str = MKDOCS_YML, *entries: Entry) -> None:
    project.write("mkdocs.yml", settings)
    site = small_site()
    files = {**site.files, **theme_files(IN_ENGLISH)}
    project.site = replace(site, files=files, entries=Few(make_sample(), IN_ENGLISH, few=entries or (ENTRY,)))
    project.build(strict=True)


def index_of(project: Project) -> Index:
    folder = project.folder / "site" / FOLDER
    return Index({path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")})


@pytest.mark.parametrize("plugins", ["[search, onrecord]", "[onrecord, search]", "{onrecord: {}, search: {}}"])
def test_our_search_takes_the_place_of_the_themes_which_leaves_nothing(project: Project, plugins: str) -> None:
    build_with(project, MKDOCS_YML.replace("[search, onrecord]", plugins))
    assert not (project.folder / "site" / "search").exists()
    for path in ("index.html", "method/index.html", "topics/trade/index.html"):
        html = project.html(path)
        assert "md-search" not in html
        assert "assets/onrecord/search.js" in html
        assert "assets/onrecord/theme_search.js" not in html
        assert FOLDER not in html


@pytest.mark.parametrize(
    ("more", "url"), [("", "sources/kursk22/#q04"), ("use_directory_urls: false\n", "sources/kursk22/index.html#q04")]
)
def test_an_entry_leads_to_the_page_as_it_is_named(project: Project, more: str, url: str) -> None:
    build_with(project, MKDOCS_YML + more)
    index = index_of(project)
    assert index.records[0][0] == url
    assert index.numbers_of("cent") == {0}


def test_pages_written_by_hand_are_found_section_by_section_and_their_titles_are_titles(project: Project) -> None:
    project.write("docs/more.md", "# More on it\n\nFirst words.\n\n## Of cranes\n\nThey lift.\n")
    build_with(project)
    index = index_of(project)
    rows = {row[0]: row[1:4] for row in index.records}
    assert rows["more/#of-cranes"] == ["", "Of cranes They lift.", "More on it"]
    (number,) = index.words["more"][1]
    assert index.records[number][:2] == ["more/", "More on it"]


def test_a_page_that_its_front_matter_excludes_is_not_found(project: Project) -> None:
    project.write("docs/hidden.md", "---\nsearch:\n  exclude: true\n---\n# Hidden\n\nUnfindable.\n")
    build_with(project)
    assert index_of(project).numbers_of("unfindable") == set()


def test_what_opens_the_home_page_is_found_there(project: Project) -> None:
    project.write("docs/index.md", "# Welcome\n\nAbout *windmills*.\n")
    build_with(project)
    index = index_of(project)
    (number,) = index.numbers_of("windmills")
    assert index.records[number][0] == "./"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_data(project: Project, words: str) -> None:
    build_with(project, MKDOCS_YML, replace(ENTRY, text=words))
    assert index_of(project).records[0][2] == words


@pytest.mark.parametrize("plugins", ["[onrecord]", "[{search: {enabled: false}}, onrecord]"])
def test_a_site_whose_author_wants_no_search_has_none(project: Project, plugins: str) -> None:
    build_with(project, MKDOCS_YML.replace("[search, onrecord]", plugins))
    assert not (project.folder / "site" / FOLDER).exists()
    assert "assets/onrecord/search.js" not in project.html("index.html")


def test_a_site_built_twice_has_the_same_index(project: Project) -> None:
    build_with(project)
    first = index_of(project).scripts
    build_with(project)
    assert index_of(project).scripts == first
