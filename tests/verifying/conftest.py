from pathlib import Path

import pytest

from tests.products import make_town


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with the bundle of the project of `onrecord new`."""
    return make_town(tmp_path_factory.mktemp("made"), ("offline",))
