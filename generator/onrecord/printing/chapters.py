"""A topic's page as a chapter: key points first, then the evidence and who is not heard, then all else."""

from collections.abc import Callable, Sequence
from typing import Any

from onrecord.pages.card import Card, Mention
from onrecord.pages.comparisons import Comparison
from onrecord.pages.evidence import Silence
from onrecord.pages.prose import PlacedBlock
from onrecord.pages.topic import TopicPage
from onrecord.pages.wording import Wording
from onrecord.printing.cards import print_card, print_mention
from onrecord.printing.drawings import print_pictures
from onrecord.printing.nodes import Block, Inline, heading, inside, joined, paragraph
from onrecord.printing.places import Places
from onrecord.printing.prose import print_prose
from onrecord.printing.tables import lines, print_events, print_figures, print_positions, print_source_rows
from onrecord.quotations.key_points import is_key_points


def _titles(say: Wording) -> dict[str, str]:
    """Give the blocks that come by themselves where the editor does not place them, in their order."""
    return {
        "positions": say.POSITIONS,
        "contrasts": say.CONTRASTS,
        "quotes": say.QUOTES,
        "statements": say.STATEMENTS,
        "figures": say.FIGURES,
        "timeline": say.TIMELINE,
        "sources": say.SOURCES,
    }


def print_chapter(view: TopicPage, places: Places) -> dict[str, Any]:
    """Print the page of a topic."""
    computed = _computed(view, places)
    placed = {part.name for part in view.parts if isinstance(part, PlacedBlock)}
    prose = _levelled(print_prose(view.parts, view.cited, view.address, places, computed))
    points, others = _part_key_points(prose)
    titles = _titles(places.say)
    rest = [(name, computed[name]()) for name in titles if name not in placed]
    return {
        "label": view.address,
        "title": view.title,
        "parents": joined(
            ([places.link(each)] for each in view.parents), " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
        ),
        "definition": view.definition,
        "standing": list(view.standing),
        "blocks": [
            *points,
            *_evidence(view, places, is_silence_placed="not-heard" in placed, computed=computed),
            *others,
            *(each for name, blocks in rest if blocks for each in (heading(2, [titles[name]]), *blocks)),
            *_closing(view, places),
        ],
    }


def _computed(view: TopicPage, places: Places) -> dict[str, Callable[[], list[Block]]]:
    quotes = tuple(each for each in view.shown_above if each.is_quote)
    statements = tuple(each for each in view.shown_above if not each.is_quote)
    return {
        "not-heard": lambda: _silence(view.silence, places),
        "positions": lambda: print_positions(view.positions, places),
        "contrasts": lambda: [_comparison(each, places) for each in view.comparisons],
        "quotes": lambda: _cards(view.quotes, quotes, places),
        "statements": lambda: _cards(view.statements, statements, places),
        "figures": lambda: [*print_pictures(view.plots), *print_figures(view.figures, places)],
        "timeline": lambda: [*print_pictures(view.said), *print_events(view.events, places)],
        "sources": lambda: print_source_rows(view.sources, places),
    }


def _cards(cards: Sequence[Card], above: Sequence[Mention], places: Places) -> list[Block]:
    shown: list[Inline] = joined((print_mention(each, places) for each in above), "; ")
    note = [paragraph([inside("quiet", [f"{places.say.SHOWN_ABOVE} ", *shown])])] if shown else []
    return [*(print_card(each, places) for each in cards), *note]


def _comparison(comparison: Comparison, places: Places) -> Block:
    return {
        "k": "comparison",
        "relation": comparison.relation,
        "because": comparison.because,
        "cards": [{**print_card(each, places), "facts": []} for each in (comparison.start, comparison.end)],
    }


def _evidence(
    view: TopicPage, places: Places, *, is_silence_placed: bool, computed: dict[str, Callable[[], list[Block]]]
) -> list[Block]:
    no_briefing = [] if view.has_briefing else [places.say.NO_BRIEFING]
    said: list[Block] = [
        {"k": "evidence", "term": places.say.EVIDENCE, "c": [view.evidence or places.say.NOTHING_FILED]}
    ]
    return [*said, *([] if is_silence_placed else computed["not-heard"]()), *lines(no_briefing)]


def _silence(silence: Silence, places: Places) -> list[Block]:
    names = joined(([places.link(each)] for each in silence.speakers), ", ")
    sentences: list[Inline] = [silence.sides] if silence.sides else []
    sentences += [*([" "] if sentences else []), f"{places.say.NO_OWN_WORDS} ", *names, "."] if names else []
    return [{"k": "evidence", "term": places.say.NOT_HEARD, "c": sentences}] if sentences else []


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """Put the editor's headings below the chapter's own and let no level be skipped, which readers aloud rely on."""
    found, last = [], 1
    for block in blocks:
        if block["k"] == "heading":
            last = max(2, min(block["level"], last + 1))
            found.append({**block, "level": last})
        elif block["k"] == "placed":
            found += block["c"]
        else:
            found.append(block)
    return found


def _part_key_points(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part the key points off, where the prose begins with them."""
    if not blocks or blocks[0]["k"] != "heading" or not is_key_points(_plain(blocks[0]["c"])):
        return [], blocks
    ends = (place for place, each in enumerate(blocks) if place and each["k"] == "heading" and each["level"] <= 2)  # noqa: PLR2004  as the heading of the key points
    end = next(ends, len(blocks))
    return blocks[:end], blocks[end:]


def _plain(nodes: Sequence[Inline]) -> str:
    return "".join(each if isinstance(each, str) else _plain(each.get("c", [])) for each in nodes)


def _closing(view: TopicPage, places: Places) -> list[Block]:
    subtopics = [[paragraph([places.link(each.reference), f": {each.definition}"])] for each in view.subtopics]
    changes = [
        [paragraph([", ".join(part for part in (each.date, each.version) if part) + f": {each.what}"])]
        for each in (view.changes if len(view.changes) > 1 else ())  # of a first edition the head says all
    ]
    return [*_listed(places.say.SUBTOPICS, subtopics), *_listed(places.say.CHANGE_LOG, changes)]


def _listed(title: str, items: list[list[Block]]) -> list[Block]:
    listed = {"k": "list", "ordered": False, "start": 1, "tight": True, "items": items}
    return [heading(2, [title]), listed] if items else []
