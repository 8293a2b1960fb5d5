import hypothesis
import pytest

hypothesis.settings.register_profile("onrecord", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-gold", action="store_true", help="write the gold files anew instead of comparing them")


@pytest.fixture(scope="session")
def is_updating_gold(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-gold"))
