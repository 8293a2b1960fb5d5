"""What verifying came to: what was proven, and what differs where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it is stated to be."""

    where: str
    """A file, or a passage's key; empty for the whole."""
    what: str

    def __str__(self) -> str:
        """Write it in one line."""
        return f"{self.where}: {self.what}" if self.where else self.what


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying a bundle or a PDF came to."""

    proven: tuple[str, ...]
    """A sentence for each thing that was checked and held."""
    differences: tuple[Difference, ...]

    @property
    def is_proven(self) -> bool:
        """Tell whether everything is as it is stated to be."""
        return not self.differences


class UnreadableError(Exception):
    """Something that cannot be looked into at all; says why, in the words of who asked."""
