"""What the interface says: its words, and the sentences that are made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from onrecord.languages import Plural
from onrecord.pages.vocabulary import Vocabulary, WordsByName

__all__ = ["IN_ENGLISH", "Wording", "WordsByName"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording(Vocabulary):
    """The words of the interface in one language, counted and composed as the language does."""

    def count_quotes(self, number: int) -> str:
        """Say how many quotes."""
        return self._count(self.QUOTES_COUNTED, number)

    def count_statements(self, number: int) -> str:
        """Say how many statements."""
        return self._count(self.STATEMENTS_COUNTED, number)

    def count_speakers(self, number: int) -> str:
        """Say how many speakers."""
        return self._count(self.SPEAKERS_COUNTED, number)

    def count_sources(self, number: int) -> str:
        """Say how many sources."""
        return self._count(self.SOURCES_COUNTED, number)

    def count_figures(self, number: int) -> str:
        """Say how many figures."""
        return self._count(self.FIGURES_COUNTED, number)

    def count_events(self, number: int) -> str:
        """Say how many events."""
        return self._count(self.EVENTS_COUNTED, number)

    def present_but_silent(self, number: int) -> str:
        """Say that a speaker took part in so many meetings and left no words."""
        return self._count(self.MEETINGS_ATTENDED, number)

    def and_more(self, number: int) -> str:
        """Say that a list goes on elsewhere."""
        return self.AND_MORE.format(number=self.language.number(number))

    def describe_times(self, number: int, dates: str, busiest: str, most: int) -> str:
        """Say what a picture of quotes in time shows."""
        quotes, count = self.count_quotes(number), self.language.number(most)
        return self.TIMES_SHOWN.format(quotes=quotes, dates=dates, busiest=busiest, most=count)

    def describe_less_exactly(self, number: int) -> str:
        """Say how many quotes of a picture stand outside its rows."""
        return self._count(self.DATED_LESS_EXACTLY, number)

    def describe_amounts(self, status: str, number: int, low: Decimal, high: Decimal) -> str:
        """Say what a picture of figures shows of one status."""
        ends = self.language.number(low), self.language.number(high)
        amounts = ends[0] if low == high else self.FROM_TO.format(low=ends[0], high=ends[1])
        name = f"{status[:1].upper()}{status[1:]}"
        return self.AMOUNTS_SHOWN.format(status=name, figures=self.count_figures(number), amounts=amounts)

    def list_words(self, items: Sequence[str]) -> str:
        """Join names as a sentence does: `a`, `a and b`, `a, b and c`."""
        return self.language.join(items)

    def only_quoted(self, heard: Sequence[str], unheard: Sequence[str]) -> str:
        """Say which sides are quoted and which are not."""
        if not heard:
            return self._list(self.NOT_QUOTED, unheard)
        return f"{self._list(self.ONLY_QUOTED, heard)} {self._list(self.NOT_SO, unheard)}"

    def _list(self, message: Plural, items: Sequence[str]) -> str:
        return message.for_number(len(items)).format(sides=self.list_words(items))

    def _count(self, message: Plural, number: int) -> str:
        return message.for_number(number).format(number=self.language.number(number))


IN_ENGLISH = Wording()
"""As they are written in `vocabulary`."""
