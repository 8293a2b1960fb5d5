"""Selectors and what looking for them in one text came to, so that nothing is looked for twice.

A question that was not asked is answered all the same, by looking: what is remembered saves time and decides nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.anchoring import Anchor, FoldedText, Miss, Selector, anchor, fold
from onrecord.locations import Span

Question = tuple[Selector, Span | None]
"""A selector, and the stretch that its words must lie in."""


class Answers:
    """A text that is asked; it is folded at the first question that nobody has answered before."""

    __slots__ = ("_folded", "known", "text")

    def __init__(self, text: str, known: Mapping[Question, Anchor | Miss] = MappingProxyType({})) -> None:
        """Take the canonical text, and what is known of it."""
        self.text = text
        self.known = known
        self._folded: FoldedText | None = None

    @property
    def folded(self) -> FoldedText:
        """Give the folded text."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    def find(self, selector: Selector, within: Span | None = None) -> Anchor | Miss:
        """Prove a selector, as `anchor` does."""
        known = self.known.get((selector, within))
        return known if known is not None else anchor(selector, self.folded, within)

    def __eq__(self, other: object) -> bool:
        """Compare the texts: all else follows from them."""
        return isinstance(other, Answers) and self.text == other.text

    def __hash__(self) -> int:
        """Hash the text."""
        return hash(self.text)
