"""Where something stands in a file of the author's.

Positions are half-open spans of Unicode code points in the canonical text of a file (see `texts`);
line and column are worked out only when somebody asks, since most values are never complained about.
"""

from dataclasses import dataclass, field

from onrecord.values import ordered_value, value


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as read: its path as shown to the author, and its canonical text."""

    path: str
    """Relative to where the command runs, with `/` between folders."""
    text: str = field(repr=False)


@value
class Location:
    """A stretch of one file, from `start` up to `end` (code points, half-open)."""

    file: TextFile
    start: int
    end: int

    @property
    def path(self) -> str:
        """Say which file, as shown to the author."""
        return self.file.path

    @property
    def line(self) -> int:
        """Count the line, from 1."""
        return self.file.text.count("\n", 0, self.start) + 1

    @property
    def column(self) -> int:
        """Count the column, from 1, in code points."""
        return self.start - self._line_start + 1

    @property
    def end_line(self) -> int:
        """Count the line of the place behind the last code point, from 1."""
        return self.line + self.file.text.count("\n", self.start, self.end)

    @property
    def end_column(self) -> int:
        """Count the column of the place behind the last code point, from 1, in code points."""
        return self.end - self.file.text.rfind("\n", 0, self.end)

    @property
    def line_text(self) -> str:
        """Give the whole line that the stretch begins on, without its end."""
        end = self.file.text.find("\n", self.start)
        return self.file.text[self._line_start : end if end >= 0 else len(self.file.text)]

    @property
    def _line_start(self) -> int:
        return self.file.text.rfind("\n", 0, self.start) + 1

    def __str__(self) -> str:
        """Write `path:line:column`, which editors open."""
        return f"{self.path}:{self.line}:{self.column}"


@value
class Written:
    """A value just as the author wrote it, and where."""

    text: str
    location: Location

    def __str__(self) -> str:
        """Give the words alone."""
        return self.text


@ordered_value
class Span:
    """A half-open stretch of code points in the canonical text of a source."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
