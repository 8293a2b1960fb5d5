"""Texts as they are published anew: paragraphs of sentences, and the ways in which somebody edits one of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.anchoring import Anchor, Selector, anchor, find_words, fold
from onrecord.changes import Asked, Outcome, compare

SENTENCE = re.compile(r"[^.!?\n]{30,300}[.!?]")
DIGIT = re.compile(r"\d")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}")
VERB = re.compile(r" (?:is|are|was|were|will|has|have|can) ")
FEWEST_WORDS = 7


@dataclass(frozen=True)
class Text:
    """A text, paragraph by paragraph."""

    paragraphs: tuple[str, ...]

    def __str__(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    def with_paragraph(self, number: int, words: str) -> "Text":
        return Text((*self.paragraphs[:number], words, *self.paragraphs[number + 1 :]))


@dataclass(frozen=True)
class Sentence:
    """A sentence that is annotated."""

    key: str
    paragraph: int
    words: str


def read_text(published: str) -> Text:
    return Text(tuple(" ".join(each.split()) for each in re.split(r"\n+", published) if each.strip()))


def sentences_of(text: Text) -> tuple[Sentence, ...]:
    """Choose the sentences to annotate: those that stand in the text once, one a paragraph, and are long enough."""
    folded = fold(str(text))
    found: list[Sentence] = []
    for number, paragraph in enumerate(text.paragraphs):
        words = next((each[0].strip() for each in SENTENCE.finditer(paragraph) if is_fit(each[0])), "")
        if words and len(find_words(folded, words).whole) == 1:
            found.append(Sentence(f"s{len(found) + 1:02}", number, words))
    return tuple(found)


def is_fit(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS and "…" not in words and "..." not in words


def asked_of(text: Text, sentences: tuple[Sentence, ...]) -> tuple[Asked, ...]:
    folded = fold(str(text))
    asked = []
    for each in sentences:
        selector = Selector(pieces=(each.words,))
        found = anchor(selector, folded)
        assert isinstance(found, Anchor)
        asked.append(Asked(key=each.key, selector=selector, spans=found.spans))
    return tuple(asked)


def compare_texts(old: Text, new: Text, sentences: tuple[Sentence, ...]) -> dict[str, Outcome]:
    return {each.key: each for each in compare(asked_of(old, sentences), str(old), str(new))}


def edit(text: Text, sentence: Sentence, change: Callable[[str], str]) -> Text:
    """Change one sentence where it stands."""
    paragraph = text.paragraphs[sentence.paragraph]
    assert paragraph.count(sentence.words) == 1
    return text.with_paragraph(sentence.paragraph, paragraph.replace(sentence.words, change(sentence.words)))


def change_digit(words: str) -> str:
    return DIGIT.sub(lambda match: str((int(match[0]) + 3) % 10), words, count=1)


def negate(words: str) -> str:
    return VERB.sub(lambda match: f"{match[0]}not ", words, count=1)


def rename(words: str) -> str:
    return NAME.sub("Exampleman", words, count=1)


def leave_a_word_out(words: str) -> str:
    first, _, *rest = words.split(" ")
    return " ".join((first, *rest))


def retype(text: Text) -> Text:
    """Set the text in other marks, dashes and blanks, which say the same."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "-": "\u2011", " ": "\u00a0"})
    return Text(tuple(each.translate(table).replace("\u00a0", " \n", 1) for each in text.paragraphs))


def move(text: Text, start: int, end: int) -> Text:
    """Put one paragraph in another place."""
    rest = [*text.paragraphs[:start], *text.paragraphs[start + 1 :]]
    return Text((*rest[:end], text.paragraphs[start], *rest[end:]))


def drop(text: Text, number: int) -> Text:
    return replace(text, paragraphs=(*text.paragraphs[:number], *text.paragraphs[number + 1 :]))
