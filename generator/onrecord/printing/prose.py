"""A briefing's prose for print: citations as footnotes, cards and computed blocks where the editor put them."""

from collections.abc import Callable, Mapping, Sequence

from onrecord.pages.prose import Cite, CiteGroup, Judgment, PlacedBlock, PlacedCard, ProsePart, ProseText
from onrecord.pages.topic import CitedPassage
from onrecord.printing.cards import print_card
from onrecord.printing.markdown import MARK, read_markdown
from onrecord.printing.nodes import Block, Inline
from onrecord.printing.places import Places

Placeable = Mapping[str, Callable[[], Sequence[Block]]]


def print_prose(
    parts: Sequence[ProsePart], cited: Sequence[CitedPassage], page: str, places: Places, placeable: Placeable
) -> list[Block]:
    """Read the whole prose of a topic's page as one document, since its footnotes may stand anywhere in it."""
    markdown: list[str] = []
    marked: list[Inline] = []
    for part in parts:
        if isinstance(part, ProseText):
            for item in part.items:
                if isinstance(item, str):
                    markdown.append(item)
                else:
                    markdown.append(MARK)
                    marked.append(_mark(item, cited, page, places))
        else:
            markdown.append(f"\n\n{MARK}\n\n")
            marked.append({"k": "placed", "is_block": True, "c": _placed(part, page, places, placeable)})
    return read_markdown("".join(markdown), marked)


def use_label(page: str, use: int) -> str:
    """Name the place of a citation, as the page of its source names it."""
    return f"{page}#use:{use}"


def _placed(part: PlacedCard | PlacedBlock, page: str, places: Places, placeable: Placeable) -> list[Block]:
    if isinstance(part, PlacedCard):
        return [{**print_card(part.card, places), "at": use_label(page, part.use)}]
    return list(placeable[part.name]())


def _mark(item: CiteGroup | Judgment, cited: Sequence[CitedPassage], page: str, places: Places) -> Inline:
    if isinstance(item, Judgment):
        return {"k": "judgment", "c": [places.say.JUDGMENT]}
    labels = [use_label(page, each.use) for each in item.items if isinstance(each, Cite)]
    return {"k": "note", "at": labels, "c": _footnote(item, cited, places)}


def _footnote(group: CiteGroup, cited: Sequence[CitedPassage], places: Places) -> list[Inline]:
    found: list[Inline] = []
    for item in group.items:
        if isinstance(item, str):
            found += [f"{' ' if found else ''}{item.strip(' ;,')} "]
        else:
            is_next = bool(found) and isinstance(found[-1], dict)
            found += ["; "] if is_next else []
            found += _citation(cited[item.number - 1], places)
    return found


def _citation(passage: CitedPassage, places: Places) -> list[Inline]:
    card = passage.card
    speaker = card.speaker.label if card.speaker else places.say.SOURCE_VOICE
    return [f"{speaker}, {card.date}: ", places.place(card.place.address), {"k": "key", "text": card.id}]
