"""Every page of a Russian project against its gold file; `--update-gold` writes the files anew."""

from pathlib import Path

import pytest

from onrecord.rendered import RenderedPage
from tests.languages.projects import most_in
from tests.render.projects import shown

GOLD = Path(__file__).parent / "gold"
PAGES = tuple(page.whole() for page in most_in().pages)


def file_of(page: RenderedPage) -> Path:
    return GOLD / f"{page.address.strip('/').replace('/', '.') or 'home'}.txt"


def test_the_project_has_no_problems() -> None:
    assert most_in().problems == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address or "home")
def test_a_russian_page_is_as_in_its_gold_file(page: RenderedPage, is_updating_gold: bool) -> None:  # noqa: FBT001  a fixture
    if is_updating_gold:
        GOLD.mkdir(exist_ok=True)
        file_of(page).write_text(shown(page), encoding="utf-8")
    assert shown(page) == file_of(page).read_text(encoding="utf-8")


def test_there_is_no_gold_file_without_a_page() -> None:
    assert sorted(GOLD.glob("*.txt")) == sorted(map(file_of, PAGES))
