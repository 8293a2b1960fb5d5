"""Passages side by side: what agrees, differs or repeats."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Link, Passage, Relation
from onrecord.pages.card import Card, plan_card
from onrecord.pages.index import DossierIndex

_COMPARED = (Relation.CONTRASTS, Relation.SUPPORTS, Relation.REPEATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two passages side by side, and how they stand to each other."""

    relation: str
    start: Card
    end: Card
    because: str


def compared_on(passages: Sequence[Passage], index: DossierIndex) -> tuple[Link, ...]:
    """List the links from and to some passages that set two side by side, each once."""
    links = (link for each in passages for link in (*index.links_from(each), *index.links_to(each)))
    return tuple({id(link): link for link in links if link.relation in _COMPARED}.values())


def plan_comparison(link: Link, index: DossierIndex) -> Comparison:
    """Put the two passages of a link side by side."""
    return Comparison(
        relation=index.say.RELATIONS[link.relation],
        start=plan_card(link.start, index),
        end=plan_card(link.end, index),
        because=link.because,
    )
