"""Projects of invented sources, as large as wanted: the same number makes the same bytes, on every machine."""

import random
from hashlib import sha256
from pathlib import Path

QUOTES = 12
"""In each source."""
SIZE = 3000
"""Of each source, in bytes, at least."""
TOPICS = 20
SPEAKERS = 40

_VOWELS = "aeiou"
_CONSONANTS = "bdfgklmnprstvz"
_WORDS = 4000


def write_project(folder: Path, sources: int) -> Path:
    """Write a project that checks clean; gives its folder."""
    dice = random.Random(sources)  # noqa: S311  the words are to be the same at each run
    words = tuple(_invent_word(dice) for _ in range(_WORDS))
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Bench\nplugins: [onrecord]\n", encoding="utf-8")
    (content / "dossier.yml").write_text("title: Bench\n", encoding="utf-8")
    (content / "codebook.yml").write_text("".join(map(_topic, range(TOPICS))), encoding="utf-8")
    (content / "speakers.yml").write_text("".join(map(_speaker, range(SPEAKERS))), encoding="utf-8")
    for number in range(sources):
        _write_source(content / "sources", number, dice, words)
    return folder


def _topic(number: int) -> str:
    return f"t{number}:\n  label: Topic {number}\n  definition: What is said of topic {number}\n"


def _speaker(number: int) -> str:
    return f"p{number}:\n  name: Person {number}\n  roles:\n    - {{title: Member, from: 2020-01-01}}\n"


def _write_source(folder: Path, number: int, dice: random.Random, words: tuple[str, ...]) -> None:
    quotes = [_invent_sentence(dice, words) for _ in range(QUOTES)]
    text = _tell(quotes, dice, words)
    record = [
        f"title: Talks {number}",
        f"date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "publisher: The Invented Courier",
        f"sha256: {sha256(text.encode()).hexdigest()}",
        "quotes:",
        *(_quote(each, number * QUOTES + at, at) for at, each in enumerate(quotes)),
    ]
    (folder / f"s{number}.txt").write_text(text, encoding="utf-8", newline="\n")
    (folder / f"s{number}.yml").write_text("\n".join(record) + "\n", encoding="utf-8", newline="\n")


def _tell(quotes: list[str], dice: random.Random, words: tuple[str, ...]) -> str:
    paragraphs = [_invent_sentence(dice, words)]
    for quote in quotes:
        paragraphs.append(f"{_invent_sentence(dice, words)} “{quote}” {_invent_sentence(dice, words)}")
    while sum(len(each.encode()) + 2 for each in paragraphs) < SIZE:
        paragraphs.append(_invent_sentence(dice, words))
    return "\n\n".join(paragraphs) + "\n"


def _quote(text: str, running: int, at: int) -> str:
    return f"  q{at:02}:\n    text: {text}\n    speaker: p{running % SPEAKERS}\n    topics: [t{running % TOPICS}]"


def _invent_sentence(dice: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(dice.choices(words, k=dice.randint(9, 14))).capitalize() + "."


def _invent_word(dice: random.Random) -> str:
    return "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(dice.randint(1, 4)))
