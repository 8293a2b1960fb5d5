"""A message in the forms that a number asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True, slots=True)
class Plural:
    """A message in the forms that a number asks for: in English two, in other languages as many as they have."""

    one: str
    many: str
    choose: Callable[[str, str, int], str] = NullTranslations().ngettext
    """Gives the form of the language for a number."""

    def for_number(self, number: int) -> str:
        """Give the form for so many."""
        return self.choose(self.one, self.many, number)
