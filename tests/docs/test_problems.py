"""`docs/problems.md` has a section for every kind of problem, and its examples are what the program prints."""

import contextlib
import re
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.adding.command import Wishes, add_document
from onrecord.checking import check_content
from onrecord.clashes import find_clashes
from onrecord.interchange.commands import import_file
from onrecord.printing import options_of, print_dossier
from onrecord.problems import KINDS, Problem
from onrecord.refreshing.command import Newer, refresh_source
from onrecord.rendered import RenderedPage
from onrecord.reports import report_to_terminal
from onrecord.site import Site
from onrecord.site_language import check_language
from onrecord.texts import file_location
from onrecord.urls import NOWHERE, Publication
from tests.adding.documents import make_zip
from tests.cases import Case, read_cases

CASES = {case.title: case for case in read_cases(Path(__file__).with_name("problems.txt"))}
PAGE = Path(__file__).parents[2] / "docs" / "problems.md"
SCAFFOLD = Path(onrecord.__file__).parent / "scaffold" / "project" / "content"
SECTION = re.compile(
    r"^<a id=\"(?P<anchor>\w+)\"></a>\n\n## (?P<code>\w+): (?P<title>.+)\n\n(?P<weight>Error|Warning)\. (?P<cause>\S.+)\n\n"
    r"```text\n(?P<example>(?:.*\n)*?)```\n\n\*\*Mend\*\*: (?P<mend>\S.+)\n",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Change:
    """One part of a case, done to a project."""

    project: Path
    name: str
    text: str

    def do(self) -> None:
        verb, _, name = self.name.partition(" content/")
        name, _, encoding = name.partition(" in ")
        path = self.project / "content" / name
        match verb:
            case "write":
                path.write_text(self.text + "\n", encoding=encoding or "utf-8")
            case "add to":
                path.write_text(path.read_text(encoding="utf-8") + self.text + "\n", encoding="utf-8")
            case "change":
                self.change(path)
            case "remove":
                path.unlink()
            case "link":
                (self.project / "outside").write_text("outside", encoding="utf-8")
                path.symlink_to(self.project / "outside")
            case _:
                raise ValueError(self.name)

    def change(self, path: Path) -> None:
        old, new = self.text.split("\n=>\n")
        text = path.read_text(encoding="utf-8")
        assert text.count(old), f"{path.name} does not hold {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def sections() -> dict[str, re.Match[str]]:
    return {match["code"]: match for match in SECTION.finditer(PAGE.read_text(encoding="utf-8"))}


def problems_of(case: Case, project: Path) -> tuple[Problem, ...]:  # noqa: PLR0911  a case for each way to find them
    pages = [name.removeprefix("page ") for name in case.parts if name.startswith("page ")]
    if pages:
        generated = (
            RenderedPage(address=f"{page.removesuffix('.md')}/", title="", description="", blocks=()) for page in pages
        )
        return find_clashes(Site(title="", pages=tuple(generated)), {page: f"docs/{page}" for page in pages})
    languages = dict(name.split(" in ") for name in case.parts if name.startswith(("theme in", "briefings in")))
    if languages:
        site = Site(title="", pages=(), language=languages.get("briefings", ""))
        return check_language(site, Publication(language=languages.get("theme", "")))
    added = [name for name in case.parts if name.startswith("add ") and not name.startswith("add to ")]
    if added:
        return tuple(problem for name in added for problem in problems_of_adding(project, name, case.parts[name]))
    imports = [name.removeprefix("import ") for name in case.parts if name.startswith("import ")]
    for name, text in case.parts.items():
        if name != "print" and not name.startswith(("refresh ", "import ")):
            Change(project, name, text).do()
    if refreshed := [name.removeprefix("refresh ") for name in case.parts if name.startswith("refresh ")]:
        (project / "newer.txt").write_text(case.parts[f"refresh {refreshed[0]}"] + "\n", encoding="utf-8")
        newer = Newer(file=project / "newer.txt", day="2024-03-07")
        return refresh_source(project / "content", "content", refreshed[0], newer).problems
    if imports:
        return problems_of_import(imports[0], case.parts[f"import {imports[0]}"], project)
    checked = check_content(project / "content", "content")
    if "print" in case.parts:
        options = options_of(checked.dossier, project / "content")
        return print_dossier(checked.dossier, NOWHERE, options, project / "print.pdf")
    return checked.problems


def problems_of_adding(project: Path, how: str, text: str) -> tuple[Problem, ...]:
    """Add a document from outside of the project, as `how` says."""
    name, word, rest = re.fullmatch(r"add (\S+)(?: (in|of|holding) (.+))?", how).groups()  # type: ignore[union-attr]
    data = text.encode(rest if word == "in" else "utf-8")
    if word == "of":
        data = bytes(int(rest.removesuffix(" MB")) * 2**20)
    if word == "holding":
        data = make_zip({"content.xml": "<p/>", rest: text})
    (project / name).write_bytes(data)
    wishes = Wishes(given={}, retrieved="2024-03-06")
    added = add_document(project / "content", project / name, wishes).problem
    return () if added is None else (replace(added, location=file_location(name)),)


def problems_of_import(name: str, text: str, project: Path) -> tuple[Problem, ...]:
    """Import a file that lies beside the content folder."""
    with contextlib.chdir(project):
        Path(name).write_text(text + "\n", encoding="utf-8")
        return import_file(Path(name), Path(), "", date(2024, 3, 6)).problems


def example_of(case: Case, project: Path) -> str:
    """Print the problems that a case is about, leaving out what else it may come to."""
    return report_to_terminal(tuple(each for each in problems_of(case, project) if each.code == case.title))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SCAFFOLD, tmp_path / "content")
    return tmp_path


def test_the_project_that_the_examples_change_has_no_problem(project: Path) -> None:
    assert check_content(project / "content", "content").problems == ()


def test_the_page_has_one_section_for_every_kind_in_their_order() -> None:
    headings = re.findall(r"^## (\w\d+): (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [(kind.code, kind.title) for kind in KINDS]


def test_every_section_has_an_anchor_a_weight_an_example_and_a_way_to_mend() -> None:
    told = [(match["code"], match["anchor"], match["weight"].lower()) for match in sections().values()]
    assert told == [(kind.code, kind.code.lower(), kind.severity) for kind in KINDS]


def test_every_kind_has_a_case() -> None:
    assert list(CASES) == [kind.code for kind in KINDS]


def with_printed_example(section: re.Match[str], folder: Path) -> str:
    """Give a section with the example that its case comes to."""
    project = folder / section["code"]
    shutil.copytree(SCAFFOLD, project / "content")
    example = example_of(CASES[section["code"]], project)
    start, end = section.span("example")
    return section.string[section.start() : start] + example + section.string[end : section.end()]


def test_the_examples_are_what_the_program_prints(tmp_path: Path, *, is_updating_gold: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    printed = SECTION.sub(lambda section: with_printed_example(section, tmp_path), page)
    if is_updating_gold:
        PAGE.write_text(printed, encoding="utf-8")
    assert printed == PAGE.read_text(encoding="utf-8")
    assert all(section["example"] for section in SECTION.finditer(printed))
