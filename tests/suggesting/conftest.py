"""The shell and the project `town` of the tests of commands."""

from tests.cli.conftest import shell, town

__all__ = ["shell", "town"]
