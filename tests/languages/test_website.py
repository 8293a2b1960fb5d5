"""The language of the site, from `mkdocs.yml` to the pages that are built and written."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.writing import read_publication
from tests.languages.projects import MOST

SETTINGS = """\
site_name: Мост
theme: {{name: material, font: false{language}}}
plugins: [search, onrecord]
use_directory_urls: false
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MOST, tmp_path / "project")
    (tmp_path / "project" / "docs").mkdir()
    (tmp_path / "project" / "docs" / "method.md").write_text("# Метод\n", encoding="utf-8")
    return tmp_path / "project"


def run(project: Path, *arguments: str, language: str = "") -> Result:
    setting = f", language: {language}" if language else ""
    (project / "mkdocs.yml").write_text(SETTINGS.format(language=setting), encoding="utf-8")
    return CliRunner().invoke(main, [*arguments, "--project", str(project)])


def html(project: Path, path: str = "index.html") -> str:
    return (project / "build" / "site" / path).read_text(encoding="utf-8")


def test_the_theme_and_the_pages_speak_the_language_that_the_settings_name(project: Path) -> None:
    result = run(project, "build", "--strict", language="be")
    assert (result.exit_code, "warning" in result.output) == (0, False)
    home = html(project)
    assert re.search(r'<html lang="be"', home)
    for words in ("Галоўная", "Пра сайт", "Усе цытаты", "па стане на"):
        assert words in home


def test_the_briefings_lend_the_site_their_language_and_a_warning_says_that_the_theme_has_another(
    project: Path,
) -> None:
    result = run(project, "build")
    assert result.exit_code == 0
    (told,) = (line for line in result.output.splitlines() if line.startswith("WARNING"))
    assert "mkdocs.yml:1:1: warning P103: the briefings are in `ru`" in told
    assert "по состоянию на" in html(project)


def test_the_title_of_a_source_says_its_own_language_and_direction(project: Path) -> None:
    run(project, "build", language="ru")
    page = html(project, "sources/zapis24/index.html")
    assert re.search(r'<h1 dir="auto"( id="[^"]*")? lang="be">Хто плаціць', page)


@pytest.mark.parametrize(("language", "warns"), [("ru", False), ("kk", True)])
def test_written_pages_are_in_the_language_of_the_settings_or_warn(
    project: Path, language: str, *, warns: bool
) -> None:
    result = run(project, "write", str(project.parent / "out"), language=language)
    assert result.exit_code == 0
    assert ("warning P102" in result.output) == warns
    settings = (project.parent / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    assert ("Home" in settings, "Главная" in settings) == (warns, not warns)
    source = (project.parent / "out" / "docs" / "sources" / "zapis24" / "index.md").read_text(encoding="utf-8")
    assert '# Хто плаціць&#63; { lang="be" dir="auto" }' in source


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("material", ""),
        ("{name: material}", ""),
        ("{name: material, language: pt-BR}", "pt-BR"),
        ("{name: mkdocs, locale: ru}", "ru"),
        ("{name: material, language: !ENV SITE_LANGUAGE}", ""),
        ("{name: material, language: }", ""),
    ],
)
def test_a_language_that_the_settings_do_not_say_is_none(project: Path, theme: str, language: str) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: Мост\ntheme: {theme}\n", encoding="utf-8")
    assert read_publication(project).language == language
