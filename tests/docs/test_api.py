"""`docs/api.md`: the interface that others build on is as the page says."""

import contextlib
import dataclasses
import io
import json
import re
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from onrecord.checking import Checked, check_content
from onrecord.cli import main
from onrecord.data import data_files
from onrecord.data.figure_table import FIGURE_COLUMNS
from onrecord.data.picture_tables import TIME_COLUMNS
from onrecord.data.quote_table import QUOTE_COLUMNS
from onrecord.pages.wording import IN_ENGLISH
from onrecord.plugin.options import OnrecordConfig
from onrecord.plugin.search import STEMMED
from onrecord.reports import report_as_json, report_to_github
from onrecord.scaffold import write_project
from onrecord.schema import schema_files
from onrecord.urls import Publication

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def block(language: str, heading: str) -> str:
    """Give the first block of a language under a heading."""
    section = PAGE[PAGE.index(f"\n{heading}\n") :]
    found = re.search(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def first_column(heading: str) -> list[str]:
    """Give what stands in backticks in the first column of the first table under a heading."""
    table = PAGE[PAGE.index(f"\n{heading}\n") :].partition("\n|---|")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Check the project of the page's examples."""
    write_project(tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    record = Path("content/sources/bridge24.yml")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("begins next spring", "begins this spring"), encoding="utf-8")
    return check_content(Path("content"), "content")


def test_the_json_object_is_the_one_shown(checked: Checked) -> None:
    assert report_as_json(checked.problems, checked.proofs) == block("json", "## `onrecord check --format json`")


def test_the_tables_name_every_member_of_the_json_object(checked: Checked) -> None:
    found = json.loads(report_as_json(checked.problems, checked.proofs))
    assert first_column("### Members") == list(found)
    assert first_column("### A problem") == list(found["problems"][0])
    assert first_column("### A passage") == list(found["passages"][0])


def test_the_workflow_command_is_the_one_shown(checked: Checked) -> None:
    assert report_to_github(checked.problems) == block("text", "## `onrecord check --format github`")


@pytest.mark.usefixtures("checked")
def test_the_python_example_prints_what_is_shown() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(block("python", "## Python"), "docs/api.md", "exec"), {})  # noqa: S102  the page's own example
    assert printed.getvalue() == block("text", "## Python")


def test_the_table_names_everything_that_a_check_gives() -> None:
    assert first_column("## Python") == [*(each.name for each in dataclasses.fields(Checked)), "has_errors"]


def test_the_table_names_every_command() -> None:
    shown = [command.split()[1] for command in first_column("## Commands and exit statuses")]
    assert sorted(shown) == sorted(main.list_commands(Context(main)))


def test_the_exit_statuses_are_those_shown(checked: Checked) -> None:
    def status(*arguments: str) -> int:
        return CliRunner().invoke(main, arguments).exit_code

    record = Path("content/sources/bridge24.yml")
    assert checked.has_errors
    assert (status("check"), status("build"), status("write", "../out")) == (1, 1, 1)
    record.write_text(record.read_text(encoding="utf-8").replace("begins this", "begins next"), encoding="utf-8")
    assert (status("check"), status("check", "--strict")) == (0, 0)
    record.write_text(record.read_text(encoding="utf-8").replace("sha256:", "# sha256:"), encoding="utf-8")
    assert (status("check"), status("check", "--strict")) == (0, 1)
    assert (status("check", "--project", "docs"), status("write", "content"), status("check", "--unknown")) == (2, 2, 2)


def test_the_table_names_every_option_of_the_plugin_and_its_default() -> None:
    table = PAGE[PAGE.index("## The MkDocs plugin") :]
    shown = re.findall(r"^\| `(\w+)` \| (?:`(\w+)`|“(\w+)” in the language of the site) \|", table, re.MULTILINE)
    words = {"home_label": IN_ENGLISH.HOME, "about_label": IN_ENGLISH.ABOUT}
    options = OnrecordConfig._schema  # noqa: SLF001  MkDocs' only list of options
    assert shown == [(name, option.default or "", words.get(name, "")) for name, option in options]


def test_the_table_names_every_data_file(checked: Checked) -> None:
    files = data_files(checked.dossier, Publication())
    of_one = ("topics/", "speakers/", "data/forms/")
    assert first_column("## Data files") == [each for each in files if not each.startswith(of_one)]
    assert first_column("### data/forms/") == ["data/forms/<key>.js"]
    assert "data/forms/bridge24.js" in files


def test_the_tables_name_every_member_of_the_data(checked: Checked) -> None:
    found = json.loads(data_files(checked.dossier, Publication())["data/quotes.json"])
    assert first_column("### data/quotes.json") == list(found)
    assert first_column("#### A passage in data/quotes.json") == list(found["quotes"][0])
    for name in ("speakers", "topics"):
        shown = re.search(rf"^\| `{name}` \| a list, each with (.+) \|$", PAGE, re.MULTILINE)
        assert shown is not None
        assert re.findall(r"`(\w+)`", shown[1]) == list(found[name][0])


def test_the_tables_name_every_column_of_the_data() -> None:
    assert tuple(first_column("### data/quotes.csv")) == QUOTE_COLUMNS
    assert tuple(first_column("### data/figures.csv")) == FIGURE_COLUMNS
    assert tuple(first_column("#### Quotes in time")) == TIME_COLUMNS


def test_the_page_names_every_schema() -> None:
    assert f"a kind of file: {', '.join(f'`{name}`' for name in schema_files())}." in " ".join(PAGE.split())


def test_the_page_names_every_language_that_is_stemmed() -> None:
    listed = re.search(r"Snowball's, as Material has them: (.*?)\.", PAGE, re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"\b[a-z]{2}\b(?! too)", re.sub(r"\(.*?\)", "", listed[1]))) == set(STEMMED)
