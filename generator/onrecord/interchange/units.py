"""What positions can count, and what speaks for one of these units in a file."""

from dataclasses import dataclass

_NAMES = {"code points": "Unicode code points", "utf-16": "UTF-16 code units", "utf-8": "bytes of UTF-8"}


@dataclass(frozen=True, slots=True)
class Unit:
    """What positions count."""

    encoding: str = "code points"
    """`code points`, `utf-16` or `utf-8`."""
    line_end: int = 1
    """What a line end counts: 2 where it is counted as CRLF."""
    counts_bom: bool = False

    def __str__(self) -> str:
        """Name it for people."""
        extras = [
            *(["a line end as two"] if self.line_end > 1 else []),
            *(["the byte order mark"] if self.counts_bom else []),
        ]
        return f"{_NAMES[self.encoding]}, counting {' and '.join(extras)}" if extras else _NAMES[self.encoding]

    def weight(self, character: str) -> int:
        """Count one character."""
        if character == "\n":
            return self.line_end
        if self.encoding == "code points":
            return 1
        return len(character.encode("utf-16-le")) // 2 if self.encoding == "utf-16" else len(character.encode())


CODE_POINTS = Unit()
UTF_16 = Unit("utf-16")
UTF_8 = Unit("utf-8")

UNITS = tuple(
    Unit(encoding, line_end, counts_bom) for counts_bom in (False, True) for line_end in (1, 2) for encoding in _NAMES
)
"""All that are tried, the plainest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Which unit the positions of a file count in, and what speaks for it."""

    unit: Unit
    agreeing: int
    """How many stretches agree with it."""
    tried: int
    rival: tuple[Unit, int] | None
    """The next best unit under which a stretch lies elsewhere, with how many agree with it; None where all are one."""
    by_words: bool
    """Whether they agree by the words that the file gives for them; else by beginning and ending where words do."""
