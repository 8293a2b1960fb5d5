from pathlib import Path

import pytest

from onrecord.checking import Checked
from tests.products import DEMO, make


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Checked]:
    """Make all products of the demo; give their folder, and what was read."""
    folder = tmp_path_factory.mktemp("made")
    return folder, make(DEMO, folder)
