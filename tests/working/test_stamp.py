"""What a result depends on, beside what is read, is in the stamp."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.working.stamp import stamp

PACKAGE = Path(onrecord.__file__).parent


def test_the_stamp_names_the_versions() -> None:
    assert stamp().startswith(f"onrecord {onrecord.__version__}; Python {sys.version.split()[0]}, ")


@pytest.mark.parametrize("module", ["anchoring/folding.py", "checks/unused.py"])
def test_a_change_of_any_module_changes_the_stamp(module: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "onrecord", ignore=shutil.ignore_patterns("__pycache__"))
    assert stamp_of(tmp_path) == stamp()
    with (tmp_path / "onrecord" / module).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert stamp_of(tmp_path) != stamp()


def stamp_of(folder: Path) -> str:
    """Ask the program in this folder."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\nfrom onrecord.working.stamp import stamp; print(stamp())"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return ended.stdout.rstrip("\n")
