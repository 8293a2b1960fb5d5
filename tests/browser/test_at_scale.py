"""Search and long lists in a site of many sources: what is loaded stays small, and every quote can be reached."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.search.shards import BLOCK, SHARD
from tests.bench.projects import write_project
from tests.browser.conftest import served
from tests.browser.test_search import HITS, choose, count, search, wait_for_hits

SOURCES = 130
MOST = 300_000
"""Bytes before the first hit."""
LARGEST = 1_000_000
"""Bytes of a page."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of many sources."""
    project = write_project(tmp_path_factory.mktemp("large") / "project", SOURCES)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return project / "site"


@pytest.fixture(scope="module", params=["large"])
def address(large: Path) -> Iterator[str]:
    """Say where that is."""
    with served(large) as address:
        yield address


def words_of(large: Path, source: str, passage: str) -> str:
    html = (large / "sources" / source / "index.html").read_text(encoding="utf-8")
    found = re.search(rf'id="{passage}"[^>]*>([^<]*)<', html)
    assert found
    return unescape(found[1])


def test_nothing_is_loaded_before_and_little_before_the_first_hit(page: Page, large: Path) -> None:
    loaded: dict[str, int] = {}
    page.on("response", lambda response: loaded.update({response.url: len(response.body())}))
    page.goto("")
    page.wait_for_load_state("networkidle")
    assert [url for url in loaded if "/onrecord/search/" in url] == []
    loaded.clear()
    words = words_of(large, "s77", "q03")
    hit = search(page, words).first
    expect(hit.get_by_role("link")).to_have_attribute("href", re.compile(r"/sources/s77/#q03$"))
    assert loaded
    assert sum(loaded.values()) < MOST
    sizes = [size for url, size in loaded.items() if re.search(r"/(words|records)-\d+\.js", url)]
    assert sizes
    assert max(sizes) < max(SHARD, BLOCK) * 2 + SOURCES * 16 / 6  # a list of records may take a bit for each


def test_every_page_is_smaller_than_a_megabyte(large: Path) -> None:
    sizes = {path.relative_to(large).as_posix(): path.stat().st_size for path in large.rglob("*.html")}
    assert len(sizes) > SOURCES
    assert {path: size for path, size in sizes.items() if size >= LARGEST} == {}


def test_all_quotes_of_a_topic_can_be_walked_through(page: Page) -> None:
    page.goto("topics/t0/")
    page.locator(".or-pager a", has_text="1").first.click()
    page.wait_for_url("**/topics/t0/quotes/1/")
    seen = page.locator("figure.or-card").count()
    while (forth := page.locator("a[rel=next]").first).count():
        target = forth.get_attribute("href")
        forth.click()
        page.wait_for_url(f"**/quotes/{(target or '').strip('./')}/")
        seen += page.locator("figure.or-card").count()
    expect(page.locator("[aria-current=page]").first).to_be_visible()
    page.get_by_role("button", name="Search and filter all of these").first.click()
    wait_for_hits(page)
    expect(choose(page, "topic")).to_have_value("t0")
    assert count(page) >= seen > 60


def test_the_list_of_all_quotes_is_searched_as_a_whole(page: Page, large: Path) -> None:
    page.goto("quotes/")
    expect(page.locator("form.or-filters")).to_have_count(0)
    page.get_by_role("button", name="Search and filter all of these").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    search(page, words_of(large, "s3", "q05"))
    expect(page.locator(f"{HITS} a").first).to_have_attribute("href", re.compile("/sources/s3/#q05$"))


def test_a_link_to_a_card_that_is_no_longer_there_leads_to_the_passage(page: Page, large: Path) -> None:
    html = (large / "topics" / "t0" / "quotes" / "1" / "index.html").read_text(encoding="utf-8")
    shown = (large / "topics" / "t0" / "index.html").read_text(encoding="utf-8")
    ids = re.findall(r'<figure class="or-card[^>]* id="([^"]+)"', html)
    gone = next(each for each in ids if f'id="{each}"' not in shown).replace("&#58;", ":")
    page.goto(f"topics/t0/#{gone}")
    source, _, passage = gone.partition(":")
    page.wait_for_url(f"**/sources/{source}/#{passage}")
