"""The box of a passage: its words, who said them and when, and where they are in the sources of this print."""

import re
from collections.abc import Iterator, Sequence

from onrecord.pages.card import Card, LinkLine, Mention
from onrecord.pages.figure_rows import FigureRow
from onrecord.pages.references import Reference
from onrecord.pages.words import Run, Words
from onrecord.printing.nodes import Block, Inline, inside, joined, primary, words_node
from onrecord.printing.places import Places

_BLANKS = re.compile(r"\s+")


def print_card(card: Card, places: Places) -> Block:
    """Print a passage as a box."""
    return {
        "k": "card",
        "kind": card.kind,
        "lang": primary(card.words.language),
        "words": word_paragraphs(card.words, places),
        "length": sum(len(piece.text) for piece in card.words.pieces),
        "speaker": [places.link(card.speaker)] if card.speaker else [places.say.SOURCE_VOICE],
        "role": card.role,
        "date": card.date,
        "place": places.place(card.place.address),
        "source": words_node(card.source.label, card.source.language),
        "state": card.state,
        "key": card.id,
        "facts": [{"term": term, "c": nodes} for term, nodes in _facts(card, places) if nodes],
    }


def word_paragraphs(words: Words, places: Places) -> list[list[Inline]]:
    """Divide the words of a passage into paragraphs of strings, slips and gaps; blanks run together."""
    paragraphs: list[list[Inline]] = [[]]
    for number, piece in enumerate(words.pieces):
        if number:
            paragraphs[-1] += [" ", {"k": "gap", "text": places.say.GAP_MARK}, " "]
        for run in piece.runs:
            if run.is_break:
                paragraphs.append([])
            else:
                paragraphs[-1].append(_run(run))
    return paragraphs


def _run(run: Run) -> Inline:
    text = _BLANKS.sub(" ", run.text)
    return {"k": "sic", "c": [text]} if run.is_sic else text


def print_mention(mention: Mention, places: Places) -> list[Inline]:
    """Name a passage by its opening words and its place."""
    opening = mention.opening + (places.say.MORE if mention.has_more else "")
    named = words_node(f"“{opening}”" if mention.is_quote else opening, mention.language)
    return [named, " (", places.place(mention.place.address), ")"]


def _facts(card: Card, places: Places) -> Iterator[tuple[str, list[Inline]]]:
    yield places.say.CONTEXT, [card.context] if card.context else []
    language = card.words.language
    yield places.say.AS_IN_SOURCE, joined(([words_node(slip, language)] for slip in card.slips), "; ")
    yield places.say.FIGURES, joined((print_figure(each) for each in card.figures), "; ")
    yield places.say.LINKS, joined((_link(each, places) for each in card.links), "; ")
    yield places.say.PART_OF, _links((card.whole,) if card.whole else (), places)
    yield places.say.PARTS, _links(card.parts, places)
    yield places.say.MENTIONS, _links(card.mentions, places)
    yield places.say.ALSO_IN, _links(card.other_topics, places)
    yield places.say.NOTE, [card.note] if card.note else []


def print_figure(figure: FigureRow) -> list[Inline]:
    """Sum up a figure in one line."""
    amount = f" ({figure.amount} {figure.unit})" if figure.amount else ""
    what = f": {figure.what}" if figure.what != figure.words else ""
    status = f", {figure.status}" if figure.status else ""
    return [words_node(figure.words, figure.language), f"{amount}{what}{status}"]


def _link(line: LinkLine, places: Places) -> list[Inline]:
    speaker = f"{line.other.speaker}, " if line.other.speaker else ""
    because = [f"; {line.because}"] if line.because else []
    return [f"{line.relation} {speaker}", *print_mention(line.other, places), *because]


def _links(references: Sequence[Reference], places: Places) -> list[Inline]:
    return joined(([places.link(each)] for each in references), ", ")


def quiet(text: str) -> list[Inline]:
    """Say something beside the point."""
    return [inside("quiet", [text])] if text else []
