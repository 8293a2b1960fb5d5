"""Every page of the small project against its gold file; `--update-gold` writes the files anew."""

import re
from pathlib import Path

import pytest

from onrecord.rendered import HtmlBlock
from tests.render.projects import page_at, shown, small_dossier, small_site

GOLD = Path(__file__).parent / "gold"


def gold_name(address: str) -> str:
    return f"{address.strip('/').replace('/', '.') or 'home'}.txt"


def test_the_small_project_has_no_problems() -> None:
    assert small_site().problems == ()


def test_every_page_has_its_gold_file_and_every_gold_file_its_page(is_updating_gold: bool) -> None:  # noqa: FBT001  a fixture
    pages = {gold_name(page.address): page for page in small_site().pages}
    if is_updating_gold:
        for path in GOLD.glob("*.txt"):
            path.unlink()
        for name, page in pages.items():
            (GOLD / name).write_text(shown(page.whole()), encoding="utf-8")
    assert {path.name for path in GOLD.glob("*.txt")} == set(pages)


def test_every_page_bears_the_marking_of_its_dossier() -> None:
    marked = '<p data-search-exclude class="or or-marking"><bdi>Invented&#44; for the tests&#46;</bdi></p>'
    assert {page.marking for page in small_site().pages} == {HtmlBlock(marked)}


def test_every_sheet_of_paper_bears_the_marking_of_its_dossier() -> None:
    for page in small_site().pages:
        (style,) = re.findall(
            r'<style>@page \{ @top-right \{ content: "([^"]*)"; font: [^;]+; \} \}</style>', page.head
        )
        assert re.sub(r"\\([0-9a-f]{6})", lambda escape: chr(int(escape[1], 16)), style) == small_dossier().marking


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_is_rendered_as_in_its_gold_file(path: Path, is_updating_gold: bool) -> None:  # noqa: FBT001  a fixture
    address = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("address: ")
    page = shown(page_at(address))
    if is_updating_gold:
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")
