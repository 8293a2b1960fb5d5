"""What a reading depends on is in the stamp."""

import subprocess
import sys
from pathlib import Path

import onrecord
from onrecord.working.stamp import MODULES, stamp

PACKAGE = Path(onrecord.__file__).parent


def test_every_module_that_reading_a_source_imports_is_in_the_stamp() -> None:
    code = "import sys, onrecord.proving; print(*(each.__file__ for each in sys.modules.values() if getattr(each, '__file__', None)))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    used = {
        Path(name).relative_to(PACKAGE).as_posix() for name in ended.stdout.split() if PACKAGE in Path(name).parents
    }
    of_later_stages = {"__init__.py", "stored_form.py"} | {name for name in used if name.startswith("model/")}
    assert used - of_later_stages <= set(MODULES)
    assert all((PACKAGE / name).is_file() for name in MODULES)


def test_the_stamp_names_the_versions() -> None:
    assert stamp().startswith(f"onrecord {onrecord.__version__}; Python {sys.version.split()[0]}, ")
