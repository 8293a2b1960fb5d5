"""What this program is: who has another stamp may come to other results."""

import hashlib
import platform
import unicodedata
from functools import cache
from pathlib import Path

import onrecord

_PACKAGES = ("markdown-it-py", "mdit-py-plugins", "pyyaml", "rapidfuzz", "regex")
"""What the content is read and checked with."""


@cache
def stamp() -> str:
    """Give it: the versions of this program, of Python and of what it reads with, and a hash of its own modules."""
    from importlib import metadata  # noqa: PLC0415  it takes 25 ms, and the check of a small project never asks

    code = hashlib.blake2b(digest_size=16)
    for path in sorted(Path(onrecord.__file__).parent.rglob("*.py")):
        code.update(path.read_bytes())
    versions = (f"{name} {metadata.version(name)}" for name in _PACKAGES)
    python = f"Python {platform.python_version()}, Unicode {unicodedata.unidata_version}"
    return "; ".join((f"onrecord {onrecord.__version__}", python, *versions, code.hexdigest()))
