"""Projects of invented sources, as large as wanted: the same number makes the same bytes, on every machine."""

import random
from hashlib import sha256
from pathlib import Path

QUOTES = 12
"""In each source, unless told."""
TOPICS = 20
SPEAKERS = 40

_VOWELS = "aeiou"
_CONSONANTS = "bdfgklmnprstvz"
_WORDS = 4000
_BYTES = 250
"""For each quote."""


def write_project(folder: Path, sources: int, quotes: int = QUOTES) -> Path:
    """Write a project that checks clean; gives its folder. A source has at least 250 bytes a quote, so 3 KB for 12."""
    dice = random.Random(sources)  # noqa: S311  the words are to be the same at each run
    words = tuple(_invent_word(dice) for _ in range(_WORDS))
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Bench\nplugins: [onrecord]\n", encoding="utf-8")
    (content / "dossier.yml").write_text("title: Bench\n", encoding="utf-8")
    (content / "codebook.yml").write_text("".join(map(_topic, range(min(TOPICS, sources * quotes)))), encoding="utf-8")
    (content / "speakers.yml").write_text(
        "".join(map(_speaker, range(min(SPEAKERS, sources * quotes)))), encoding="utf-8"
    )
    for number in range(sources):
        _write_source(content / "sources", number, _invent_source(dice, words, quotes))
    return folder


def _topic(number: int) -> str:
    return f"t{number}:\n  label: Topic {number}\n  definition: What is said of topic {number}\n"


def _speaker(number: int) -> str:
    return f"p{number}:\n  name: Person {number}\n  roles:\n    - {{title: Member, from: 2020-01-01}}\n"


def _invent_source(dice: random.Random, words: tuple[str, ...], quotes: int) -> tuple[str, list[str]]:
    """Invent the words of a source, and the quotes in it."""
    quoted = [_invent_sentence(dice, words) for _ in range(quotes)]
    told = [f"{_invent_sentence(dice, words)} “{each}” {_invent_sentence(dice, words)}" for each in quoted]
    size = sum(len(each.encode()) + 2 for each in told)
    while size < _BYTES * quotes:
        told.append(_invent_sentence(dice, words))
        size += len(told[-1].encode()) + 2
    return "\n\n".join(told) + "\n", quoted


def _write_source(folder: Path, number: int, source: tuple[str, list[str]]) -> None:
    text, quotes = source
    record = [
        f"title: Talks {number}",
        f"date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "publisher: The Invented Courier",
        f"sha256: {sha256(text.encode()).hexdigest()}",
        "quotes:",
        *(_quote(each, number * len(quotes) + at, at) for at, each in enumerate(quotes)),
    ]
    (folder / f"s{number}.txt").write_text(text, encoding="utf-8", newline="\n")
    (folder / f"s{number}.yml").write_text("\n".join(record) + "\n", encoding="utf-8", newline="\n")


def _quote(text: str, running: int, at: int) -> str:
    return f"  q{at:02}:\n    text: {text}\n    speaker: p{running % SPEAKERS}\n    topics: [t{running % TOPICS}]"


def _invent_sentence(dice: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(dice.choices(words, k=dice.randint(9, 14))).capitalize() + "."


def _invent_word(dice: random.Random) -> str:
    return "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(dice.randint(1, 4)))
