import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.model import Dossier
from onrecord.printing import PrintOptions, options_of, print_dossier, print_files, print_volumes
from onrecord.urls import Publication
from tests.printing.harder import write_harder

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Printed:
    """A dossier and its print."""

    dossier: Dossier
    options: PrintOptions
    pdf: Path
    project: Path


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def print_project(project: Path, pdf: Path, *, topic: str | None = None) -> Printed:
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    checked = check_project(project)
    assert not checked.has_errors, checked.problems
    options = options_of(checked.dossier, project / "content")
    site = Publication(site_url="https://example.org/dossier/")
    problems = print_dossier(checked.dossier, site, options, pdf, topic=topic)
    assert not problems, problems
    return Printed(dossier=checked.dossier, options=options, pdf=pdf, project=project)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_project(ROOT, tmp_path_factory.mktemp("demo") / "demo.pdf")


@pytest.fixture(scope="session")
def harder(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("harder")
    return print_project(write_harder(folder), folder / "harder.pdf")


VOLUME_SIZE = 41


@pytest.fixture(scope="session")
def volumes(harder: Printed, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Print the harder dossier in volumes."""
    target = tmp_path_factory.mktemp("volumes") / "x.pdf"
    options = replace(harder.options, volume=VOLUME_SIZE)
    assert print_volumes(harder.dossier, Publication(), options, target) == ()
    return tuple(file for file, _ in print_files(harder.dossier, options, target))
