"""`CONTRIBUTING.md`: the code of its recipes does what they say, and its sessions exist."""

import re
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel.messages.pofile import read_po

from onrecord.adding.extracted import Document, Proposal
from onrecord.checking import Checked, check_content
from onrecord.interchange.foreign import Foreign
from onrecord.locations import TextFile
from onrecord.making import Order
from onrecord.pages.index import index_dossier
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render.environment import _environment
from onrecord.urls import addresses_in

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\w+ title=\"generator/(?P<path>[^\"]+)\"\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = {block["path"]: block["code"] for block in BLOCK.finditer(PAGE)}


@pytest.fixture(scope="module")
def demo() -> Checked:
    return check_content(ROOT / "content", "content")


def run(path: str, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401  a module's names are not known to types
    """Run the code of a recipe in its module, which it makes or adds to."""
    name = path.removesuffix(".py").replace("/", ".")
    exists = (ROOT / "generator" / path).exists()
    namespace = dict(vars(import_module(name))) if exists else {}
    module = ModuleType(name)
    vars(module).update(namespace)
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(CODE[path], path, "exec"), vars(module))  # noqa: S102  the page's own code
    return module


def test_a_check_with_its_code_reports_problems(monkeypatch: pytest.MonkeyPatch, demo: Checked) -> None:
    run("onrecord/problems.py", monkeypatch)
    recipe = run("onrecord/checks/length.py", monkeypatch)
    assert list(recipe.check_length(demo.dossier)) == []
    recipe.LONGEST = 400
    found = [(problem.code, problem.message) for problem in recipe.check_length(demo.dossier)]
    assert ("Q115", "quote `q04` is 431 characters long") in found


def test_a_field_is_declared_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "place" in vars(run("onrecord/records.py", monkeypatch))["__annotations__"]


def test_a_reader_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = run("onrecord/places.py", monkeypatch)
    places, problems = recipe.read_places(TextFile("places.yml", "minsk:\n  name: Minsk\nkursk:\n  county: Russia\n"))
    assert [place.key.text for place in places] == ["minsk", "kursk"]
    assert [problem.code for problem in problems] == ["V101", "V102"]


def test_a_format_of_documents_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = run("onrecord/adding/letters.py", monkeypatch)
    read = recipe.read_letter(Document(name="x.letter", data=b"To the mayor\n\nWe wait.\n\nStill."))
    assert read.paragraphs == ("We wait.", "Still.")
    assert read.proposals == (Proposal(field="title", value="To the mayor", basis="the first line"),)


def test_a_page_is_planned_and_printed(monkeypatch: pytest.MonkeyPatch, demo: Checked) -> None:
    page = run("onrecord/pages/terms.py", monkeypatch).plan_terms(index_dossier(demo.dossier))
    template = _environment(IN_ENGLISH).from_string(CODE["onrecord/render/templates/terms.html"])
    html = template.render(rows=page.rows)
    assert html.count("<dt>") == len(page.rows) == len([topic for topic in demo.dossier.topics if topic.terms])
    assert "topics/water/" in addresses_in(html)
    assert "<dd>earmark</dd>" in html


def test_a_word_is_declared_by_its_line_and_translated_by_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    words = vars(run("onrecord/pages/vocabulary.py", monkeypatch))
    (entry,) = (each for each in read_po(StringIO(CODE["onrecord/languages/ru.po"]), abort_invalid=True) if each.id)
    assert words[str(entry.context)] == entry.id
    assert entry.string


def test_a_product_is_made(monkeypatch: pytest.MonkeyPatch, demo: Checked, tmp_path: Path) -> None:
    made = run("onrecord/products.py", monkeypatch).LIST
    made.make(Order(project=ROOT, checked=demo), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == list(made.targets)
    assert (tmp_path / "sources.txt").read_text(encoding="utf-8").startswith("kursk22 ")


def test_a_format_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = run("onrecord/interchange/clippings.py", monkeypatch)
    clippings = b"Bridges (A. Example)\r\n- Your Highlight on page 5\r\n\r\nWe waited.\r\n==========\r\nBridges (A. Example)\r\n- Your Bookmark\r\n\r\n"
    file = Foreign(name="My Clippings.txt", data=clippings)
    assert recipe.is_clippings(file)
    exchange = recipe.read_clippings(file)
    assert [(each.document, each.pieces[0].exact) for each in exchange.annotations] == [
        ("Bridges (A. Example)", "We waited.")
    ]
    assert exchange.losses == ("bookmark (1)",)


def test_every_recipe_is_tried() -> None:
    assert list(CODE) == [
        "onrecord/problems.py",
        "onrecord/checks/length.py",
        "onrecord/records.py",
        "onrecord/places.py",
        "onrecord/adding/letters.py",
        "onrecord/pages/terms.py",
        "onrecord/render/templates/terms.html",
        "onrecord/pages/vocabulary.py",
        "onrecord/languages/ru.po",
        "onrecord/products.py",
        "onrecord/interchange/clippings.py",
    ]


def test_its_sessions_are_those_of_the_noxfile() -> None:
    named = re.compile(r"^@nox\.session(?:\(name=\"(\w+)\"\))?\ndef (\w+)", re.MULTILINE)
    found = named.finditer((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    sessions = [match[1] or match[2] for match in found]
    told = [*re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE), *re.findall(r"`nox -s (fuzz|lowest|bench)`", PAGE)]
    assert sorted(told) == sorted(sessions)
