from pathlib import Path

import pytest

from tests.website.projects import MKDOCS_YML, Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path / "project", monkeypatch)
    project.write("mkdocs.yml", MKDOCS_YML)
    project.write("docs/method.md", "# Method\n\n## Matching\n\nBack to [topics](topics/index.md).\n")
    project.write("content/dossier.yml", "title: Demo dossier\n")
    return project
