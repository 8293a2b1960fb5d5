"""Which programs make what is made: another one may make something else of the same."""

import platform
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import onrecord

_PACKAGE = Path(onrecord.__file__).parent


def name_programs() -> Iterator[str]:
    """Name every program that may have a part in it, by its version; this one by its files, as they may be edited."""
    yield from _name_others()
    for path in sorted(each for each in _PACKAGE.rglob("*") if each.suffix != ".pyc" and each.is_file()):
        found = path.stat()
        yield f"{path} {found.st_size} {found.st_mtime_ns}"


@cache
def _name_others() -> tuple[str, ...]:
    """Name the programs that this process has, which stay what they are while it runs."""
    return (
        f"{sys.version} {platform.platform()}",
        *sorted(f"{each.name} {each.version}" for each in distributions()),
    )
