"""What an edit of one passage makes anew is its own share: as much in a large dossier as in a small one. Counted, not timed."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from onrecord.pieces import Pieces
from onrecord.plugin import OnrecordPlugin
from onrecord.plugin.pages import OnrecordPage
from tests.bench.projects import write_project

SIZES = (24, 48)
"""Sources."""
PASSAGES = 6


@pytest.fixture
def count_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Counter[str]]:
    """Count what a server does after an edit of one passage in so many sources."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    counts: Counter[str] = Counter()

    def counted(owner: object, name: str, what: str) -> None:
        usual = getattr(owner, name)

        def note(*more: Any, **named: Any) -> Any:  # noqa: ANN401  whatever it takes and gives
            counts[what] += 1
            return usual(*more, **named)

        monkeypatch.setattr(owner, name, note)

    def count(sources: int) -> Counter[str]:
        project = write_project(tmp_path / f"{sources}", sources, PASSAGES)
        site = tmp_path / f"{sources}-site"
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build.build(config)
        plugin = config.plugins["onrecord"]
        assert isinstance(plugin, OnrecordPlugin)
        _explain(project / "content/sources/s7.yml")
        counts.clear()
        before = _left(site)
        plugin.rebuild(lambda: pytest.fail("MkDocs was asked"))
        plugin.later.wait()
        counts["files written"] = sum(left != before.get(path) for path, left in _left(site).items())
        return counts.copy()

    counted(Pieces, "make", "pieces made")
    counted(OnrecordPage, "render", "pages put in place")
    return count


def _explain(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("    topics:", "    context: At last\n    topics:", 1), encoding="utf-8")


def _left(site: Path) -> dict[str, int]:
    paths = (path for path in site.rglob("*") if path.is_file() and "search" not in path.parts)
    return {str(path): path.stat().st_mtime_ns for path in paths}


def test_an_edit_makes_as_much_in_a_large_dossier_as_in_a_small_one(count_edit: Callable[[int], Counter[str]]) -> None:
    small, large = map(count_edit, SIZES)
    assert small == large
    assert 0 < small["pages put in place"] < small["pieces made"] < SIZES[0]
