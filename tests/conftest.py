import os
from collections.abc import Iterator

import hypothesis
import pytest

hypothesis.settings.register_profile(
    "onrecord",
    deadline=None,  # a busy machine is no failure
    derandomize="CI" in os.environ,  # a run that judges is one that can be repeated; all others look further
)
hypothesis.settings.load_profile("onrecord")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the key of what tests keep out of the tester's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-gold", action="store_true", help="write the gold files anew instead of comparing them")


@pytest.fixture(scope="session")
def is_updating_gold(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-gold"))
