"""Commands in a folder of their own, as the tests of the commands have them."""

from tests.cli.conftest import shell, town

__all__ = ["shell", "town"]
