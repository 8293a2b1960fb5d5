"""The work of making the website grows as the dossier does: counted, not timed, so that no other load matters."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import markdown
import pytest

from onrecord.build import check_project, render_site
from onrecord.plugin import deferring
from onrecord.plugin.running import build_site
from onrecord.plugin.skeletons import Skeletons
from tests.bench.projects import write_project
from tests.bench.test_growth import assert_linear

PASSAGES = 6
"""In each source."""


@pytest.fixture
def make(tmp_path: Path) -> Callable[[int], Path]:
    """Make a project of so many sources, once."""

    def make_once(sources: int) -> Path:
        folder = tmp_path / f"{sources}"
        return folder if folder.exists() else write_project(folder, sources, PASSAGES)

    return make_once


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Path]:
    """Build the website as several processes do, but in this one, where what they do can be counted."""
    monkeypatch.setattr(deferring, "count_workers", lambda _: 2)
    monkeypatch.setattr(deferring, "map_forked", lambda work, pieces, _: map(work, range(pieces)))

    def build_once(project: Path) -> Path:
        dossier = check_project(project).dossier
        site = project / "site"
        assert build_site(project, site, lambda publication: render_site(dossier, publication, workers=1), strict=True)
        return site

    return build_once


def test_calls_grow_as_the_dossier_does(make: Callable[[int], Path], build: Callable[[Path], Path]) -> None:
    def count(sources: int) -> int:
        calls = 0

        def note(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        before = sys.getprofile()
        project = make(sources)
        sys.setprofile(note)
        try:
            build(project)
        finally:
            sys.setprofile(before)
        return calls

    assert_linear(count, 20)


def test_bytes_grow_as_the_dossier_does(make: Callable[[int], Path], build: Callable[[Path], Path]) -> None:
    def count(sources: int) -> int:
        return sum(path.stat().st_size for path in build(make(sources)).rglob("*") if path.is_file())

    assert_linear(count, 20)


def test_a_converter_of_markdown_is_made_for_prose_alone(
    make: Callable[[int], Path], build: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    converted: list[object] = []
    init, convert = markdown.Markdown.__init__, Skeletons.convert

    def note_made(self: markdown.Markdown, **more: Any) -> None:  # noqa: ANN401  its options are of many types
        made.append(self)
        init(self, **more)

    def note_converted(self: Skeletons, *more: Any) -> Any:  # noqa: ANN401  the same
        converted.append(self)
        return convert(self, *more)

    monkeypatch.setattr(markdown.Markdown, "__init__", note_made)
    monkeypatch.setattr(Skeletons, "convert", note_converted)
    numbers = []
    for sources in (20, 40):
        made.clear()
        converted.clear()
        site = build(make(sources))
        pages = len(list(site.glob("sources/*/index.html")))
        numbers.append((len(made), len(converted) - pages))
    assert numbers[0] == numbers[1]
