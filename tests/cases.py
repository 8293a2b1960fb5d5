"""Case files: text blocks that anyone can extend without knowing the code.

A case begins with a line `=== what it shows`. Each part of it begins with a line `--- name`, and holds the lines up to the
next part, without the last line end. Within a part, `\\uXXXX`, `\\U00XXXXXX`, `\\t` and `\\r` may stand for characters
that an editor would not show.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([tr])")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file."""

    title: str
    line: int
    parts: dict[str, str]

    def __str__(self) -> str:
        """Name the case in pytest's output."""
        return self.title


def read_cases(path: Path) -> list[Case]:
    """Read every case of a file; a malformed file is a fault of the test's author and raises ValueError."""
    cases: list[Case] = []
    part = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("=== "):
            cases.append(Case(line[4:].strip(), number, {}))
            part = ""
        elif line.startswith("--- "):
            part = line[4:].strip()
            if part in cases[-1].parts:
                raise ValueError(f"{path}:{number}: part `{part}` stands twice")
            cases[-1].parts[part] = ""
        elif part:
            cases[-1].parts[part] += line + "\n"
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"{path}:{number}: a line outside of a part")
    return [Case(case.title, case.line, {name: _unescape(text) for name, text in case.parts.items()}) for case in cases]


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_character, text.strip("\n"))


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return {"t": "\t", "r": "\r"}[match[3]]
    return chr(int(match[1] or match[2], 16))
