from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.model import Dossier
from tests.render.demo import PROJECT, Demo, build_demo


@pytest.fixture(scope="session", params=[True, False], ids=["folders", "files"])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Build the demo, once with links to folders and once with links to files."""
    folder: Path = tmp_path_factory.mktemp("site")
    return build_demo(folder, use_directory_urls=request.param)


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return check_project(PROJECT).dossier
