"""Documents to make projects of: a real corpus where one is given, else invented ones of the same shape.

The same number makes the same documents, on every machine.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\w“«\"])")
_VOWELS = "aeiou"
_CONSONANTS = "bdfgklmnprstvz"
_WORDS = 4000


@dataclass(frozen=True, slots=True)
class Document:
    """A text to annotate."""

    title: str
    date: str
    """Of its publication, an ISO date."""
    publisher: str
    paragraphs: tuple[tuple[str, ...], ...]
    """Each as its sentences, without white space around them."""

    @property
    def text(self) -> str:
        """Its paragraphs with empty lines between them, as a source is stored."""
        return "\n\n".join(" ".join(sentences) for sentences in self.paragraphs) + "\n"


def invent_documents(number: int, paragraphs: int) -> Iterator[Document]:
    """Invent documents of so many paragraphs, with three sentences of eleven words each: 250 bytes a paragraph."""
    dice = random.Random(number)
    words = tuple(_invent_word(dice) for _ in range(_WORDS))
    for running in range(number):
        yield Document(
            title=f"Talks {running}",
            date=f"{2020 + running % 5}-{running % 12 + 1:02}-{running % 28 + 1:02}",
            publisher="The Invented Courier",
            paragraphs=tuple(tuple(_invent_sentence(dice, words) for _ in range(3)) for _ in range(paragraphs)),
        )


def read_documents(corpus: Path, number: int, sentences: int) -> Iterator[Document]:
    """Read so many documents from JSON Lines with `title`, `date`, `source` and `text`, over again where they run out.

    A document with fewer sentences than wanted takes the next ones in.
    """
    with corpus.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    yield from islice(_joined(found, sentences), number)


def _joined(found: Sequence[dict[str, str]], sentences: int) -> Iterator[Document]:
    paragraphs: list[tuple[str, ...]] = []
    for each in cycle(found):
        paragraphs += (_split(line) for line in each["text"].split("\n") if line.strip())
        if sum(map(len, paragraphs)) >= sentences:
            yield Document(each["title"], each["date"], each["source"], tuple(paragraphs))
            paragraphs = []


def _split(paragraph: str) -> tuple[str, ...]:
    return tuple(_SENTENCE_END.split(" ".join(paragraph.split())))


def _invent_sentence(dice: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(dice.choices(words, k=dice.randint(9, 14))).capitalize() + "."


def _invent_word(dice: random.Random) -> str:
    return "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(dice.randint(1, 4)))
