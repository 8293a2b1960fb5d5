"""`mkdocs serve` really run: what a writer sees over HTTP while files change, in a server that never ends by itself."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from onrecord.plugin.blocks import PlacesExtension, compose, find_mark, finished_in, salvage
from onrecord.rendered import HtmlBlock, ProseBlock
from onrecord.scaffold import write_project
from tests.markup import parse
from tests.website.servers import serving

TOPIC, SOURCE = "topics/bridge/", "sources/bridge24/"
BRIEFING, RECORD, CODEBOOK = "content/briefings/bridge.md", "content/sources/bridge24.yml", "content/codebook.yml"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    write_project(folder)
    return folder


def test_a_broken_quotation_is_told_in_its_place_and_gone_when_it_is_mended(town: Path) -> None:
    with serving(town) as server:
        page = server.wait_for(TOPIC, "or-cite")
        assert "or-notice" not in page
        epoch = server.epoch()
        server.change(BRIEFING, "“", "“Surely ")
        page = server.wait_for(TOPIC, "or-marked")
        article = parse(re.sub(r"(?s).*<article[^>]*>|</article>.*", "", page))
        marked = "".join(each.text for each in article.find("mark", class_="or-marked-error"))
        assert marked.startswith("Surely ")
        (box,) = {each.id: each for each in article.find(class_="or-problem")}.values()
        assert "error B201: quotation is not word for word in" in box.text
        assert "`Surely`" in box.text
        assert "hint: copy the words from the source" in box.text
        assert f"{BRIEFING}:" in box.text
        notice = article.one(role="alert")
        assert notice.text == "1 error in 1 file: nothing is published until the errors are mended."
        assert f'href="#{quote(box.id or "")}"' in page
        assert server.html(page.split('rel="stylesheet" href="')[1].split('"')[0]) != ""
        assert "or-marked" in server.html("assets/onrecord/drafts.css")
        assert "1 error in 1 file" in server.html("")
        assert "B201" in server.html("onrecord-problems/")
        assert server.epoch() != epoch
        server.change(BRIEFING, "“Surely ", "“")
        page = server.wait_for(TOPIC, "or-marked", is_there=False)
        assert "or-notice" not in page
        assert "There are none." in server.html("onrecord-problems/")


def test_a_server_lives_through_a_first_build_with_errors_even_a_strict_one(town: Path) -> None:
    with (town / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nstrict: true\n")
    record = (town / RECORD).read_text(encoding="utf-8")
    (town / RECORD).write_text("title: [", encoding="utf-8")
    with serving(town) as server:
        page = server.wait_for("", "or-notice")
        assert "error Y101" in page
        assert "error Y101" in server.log
        (town / RECORD).write_text(record, encoding="utf-8")
        assert "or-notice" not in server.wait_for(SOURCE, 'id="q01"')


def test_a_record_that_is_half_written_leaves_its_pages_as_they_were(town: Path) -> None:
    with serving(town) as server:
        server.wait_for(SOURCE, 'id="q01"')
        record = (town / RECORD).read_text(encoding="utf-8")
        (town / RECORD).write_text(f"{record}\nquotes: [", encoding="utf-8")
        page = server.wait_for(SOURCE, "or-notice")
        assert 'id="q01"' in page
        assert "Shown as before" in page
        assert "or-cite" in server.html(TOPIC)
        codebook = (town / CODEBOOK).read_text(encoding="utf-8")
        (town / CODEBOOK).write_text("bridge: {", encoding="utf-8")
        assert "or-cite" in server.wait_for(TOPIC, "codebook&#46;yml")
        (town / RECORD).write_text(record, encoding="utf-8")
        (town / CODEBOOK).write_text(codebook.replace("label: ", "label: New ", 1), encoding="utf-8")
        assert "or-notice" not in server.wait_for(TOPIC, ">New The new bridge<")


def test_a_page_that_swallows_its_parts_is_served_with_a_word_of_it(town: Path) -> None:
    with (town / BRIEFING).open("a", encoding="utf-8") as briefing:
        briefing.write("\n\n<div>\n")
    with serving(town) as server:
        assert "or-cards" in server.wait_for(TOPIC, "swallows what follows it")
        server.change(BRIEFING, "<div>", "")
        server.wait_for(TOPIC, "swallows what follows it", is_there=False)


def test_what_is_lost_stands_at_the_end_and_nothing_stands_twice() -> None:
    blocks = (HtmlBlock("<p>one</p>"), ProseBlock("<div>"), HtmlBlock("<p>two</p>"))
    mark = find_mark(blocks)
    assert PlacesExtension(blocks, mark)
    assert f"{mark}2" in compose(blocks, mark)
    html = f'<div data-place="{mark}0"></div><div data-place="{mark}0"></div>'
    assert salvage(html, mark, finished_in(blocks)).split("\n")[1:] == ["<p>one</p>", "<p>two</p>"]


@pytest.mark.parametrize("command", [["mkdocs", "build"], ["onrecord.cli", "build"]], ids=" ".join)
def test_a_build_publishes_no_mark_of_a_draft(town: Path, command: list[str]) -> None:
    """With warnings it is built without them; with an error the site that is there stays byte for byte."""
    run = [sys.executable, *(["-m", *command] if command[0] == "mkdocs" else ["-c", CLI, *command[1:]])]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (town / BRIEFING).open("a", encoding="utf-8") as briefing:
        briefing.write("\nSomebody said “all will be well in the end”.\n")
    ended = subprocess.run(run, cwd=town, env=environment, capture_output=True, text=True, check=True)
    assert "B202" in ended.stderr
    (site,) = {path.parent for path in town.rglob("index.html") if path.parent.joinpath("404.html").is_file()}
    built = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    pages = [content for path, content in built.items() if path.suffix == ".html"]
    assert pages
    assert not [page for page in pages if b"or-marked" in page or b"or-notice" in page or b"or-problem" in page]
    assert not [path for path in built if "draft" in path.name or "problems" in str(path.relative_to(site))]
    with (town / BRIEFING).open("a", encoding="utf-8") as briefing:
        briefing.write("\nAda said “all will be well in the end” [@bridge24:q01].\n")
    ended = subprocess.run(run, cwd=town, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "error B201" in ended.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == built


CLI = "from onrecord.cli import main; main(prog_name='onrecord')"
