"""The index read as a browser reads it."""

import json
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from onrecord.search.numbers import ALPHABET, BITS


def read_column(written: str) -> list[int]:
    numbers, number, factor = [], 0, 1
    for value in map(ALPHABET.index, written):
        number, factor = number + value % 32 * factor, factor * 32
        if value < 32:
            numbers.append(number)
            number, factor = 0, 1
    return numbers


def read_rising(written: str) -> list[int]:
    if written.startswith(BITS):
        values = map(ALPHABET.index, written[1:])
        return [at * 6 + bit for at, value in enumerate(values) for bit in range(6) if value >> bit & 1]
    return [step - 1 for step in accumulate(step + 1 for step in read_column(written))]


def read_call(script: str) -> tuple[str, list[object]]:
    name, _, rest = script.removeprefix("onrecordSearch.").partition("(")
    return name, json.loads(f"[{rest.removesuffix(');' + chr(10))}]")


class Index:
    """What the scripts hold, all of it."""

    def __init__(self, scripts: Mapping[str, str]) -> None:
        self.scripts = scripts
        self.opened = self._argument("index")
        self.facets = self._argument("facets")
        self.words: dict[str, tuple[list[int], list[int]]] = {}
        self.first_words = []
        for number in range(len(self.opened["shards"])):
            items = self._argument(f"words-{number}", 1).split(" ")
            self.first_words.append(items[0])
            for word, lists in zip(items[::2], items[1::2], strict=True):
                plain, _, titled = lists.partition(",")
                self.words[word] = (read_rising(plain), read_rising(titled))
        counts = read_column(self.opened["blocks"])
        blocks = [self._argument(f"records-{number}", 1) for number in range(len(counts))]
        assert [len(each) for each in blocks] == counts
        self.records = [row for block in blocks for row in block]

    def _argument(self, name: str, place: int = 0) -> Any:  # noqa: ANN401  whatever JSON says
        return read_call(self.scripts[f"{name}.js"])[1][place]

    def numbers_of(self, word: str) -> set[int]:
        return {number for some in self.words.get(word, ([], [])) for number in some}
