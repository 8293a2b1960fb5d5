"""What a passage can be: proven or not, direct speech or not, and how it stands to another."""

from enum import StrEnum


class State(StrEnum):
    """What proving a selector in its source came to."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"
    UNCHECKED = "unchecked"

    @property
    def is_proven(self) -> bool:
        """Tell whether the words are in the source, equal under the matching contract."""
        return self in {State.VERBATIM, State.NORMALISED}


class PassageKind(StrEnum):
    """Direct speech, or anything else."""

    QUOTE = "quote"
    STATEMENT = "statement"


class Relation(StrEnum):
    """How one passage stands to another."""

    ELABORATES = "elaborates"
    REPEATS = "repeats"
    CONTRASTS = "contrasts"
    SUPPORTS = "supports"
    ANSWERS = "answers"

    @property
    def is_mutual(self) -> bool:
        """Tell whether it holds both ways."""
        return self in {Relation.REPEATS, Relation.CONTRASTS}
