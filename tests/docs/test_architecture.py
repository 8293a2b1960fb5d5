"""`docs/architecture.md`: its layers are those that are checked, and its modules exist."""

import re
import tomllib
from pathlib import Path

import onrecord

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = Path(onrecord.__file__).parent


def layers() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [row.replace("(", "").replace(")", "") for row in settings["tool"]["importlinter"]["contracts"][0]["layers"]]


def test_the_page_shows_the_layers_that_are_checked() -> None:
    assert "```text\n" + "\n".join(layers()) + "\n```\n" in PAGE


def test_every_module_has_its_place_in_the_layers() -> None:
    placed = {name.strip() for row in layers() for name in re.split(r"[|:]", row)}
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert modules - {"__init__"} == placed


def test_the_module_of_each_step_exists() -> None:
    steps = re.findall(r"^\d\. \*\*[^*]+\*\* \((.+?)\)", PAGE, re.MULTILINE)
    modules = [name for step in steps for name in re.findall(r"`(\w+)`", step)]
    kinds = ["content", "anchoring", "assembly", "checks", "pages", "render", "plugin", "writing"]
    assert modules == [*kinds, "products", "making"]
    assert all((PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file() for name in modules)
