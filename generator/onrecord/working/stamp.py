"""What this program is, as far as a reading depends on it: who has another stamp may read otherwise."""

import hashlib
import platform
import unicodedata
from functools import cache
from importlib import metadata, resources

import onrecord

MODULES = (
    "anchoring/__init__.py",
    "anchoring/anchoring.py",
    "anchoring/describing.py",
    "anchoring/edges.py",
    "anchoring/finding.py",
    "anchoring/folding.py",
    "anchoring/selectors.py",
    "contract.py",
    "dates.py",
    "entries.py",
    "fields.py",
    "forms.py",
    "locations.py",
    "model/states.py",
    "nearest/__init__.py",
    "nearest/difference.py",
    "nearest/edges.py",
    "nearest/folding.py",
    "nearest/lookalikes.py",
    "nearest/search.py",
    "problems.py",
    "proving/__init__.py",
    "proving/answers.py",
    "proving/questions.py",
    "proving/reading.py",
    "proving/storing.py",
    "records.py",
    "values.py",
    "yaml_faults.py",
    "yaml_reading.py",
)
"""Every module that has a part in a reading."""
_PACKAGES = ("pyyaml", "rapidfuzz", "regex")


@cache
def stamp() -> str:
    """Give it: the versions of this program and of what it reads with, and a hash of its own modules."""
    folder = resources.files("onrecord")
    code = hashlib.blake2b(digest_size=16)
    for name in MODULES:
        code.update((folder / name).read_bytes())
    versions = (f"{name} {metadata.version(name)}" for name in _PACKAGES)
    python = f"Python {platform.python_version()}, Unicode {unicodedata.unidata_version}"
    return "; ".join((f"onrecord {onrecord.__version__}", python, *versions, code.hexdigest()))
