"""Write the examples of `docs/problems.md` anew, from what the program prints: `python -m tests.docs.rewrite_problems`.

Read the difference before you commit it.
"""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.test_problems import CASES, PAGE, SCAFFOLD, SECTION, example_of

CASES_BY_CODE = {case.title: case for case in CASES}


def rewrite(section: re.Match[str]) -> str:
    """Give a section with the example that its case comes to."""
    with TemporaryDirectory() as folder:
        shutil.copytree(SCAFFOLD, Path(folder) / "content")
        example = example_of(CASES_BY_CODE[section["code"]], Path(folder))
    start, end = section.span("example")
    return section.string[section.start() : start] + example + section.string[end : section.end()]


if __name__ == "__main__":
    PAGE.write_text(SECTION.sub(rewrite, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
