"""Whether a source is a release of the side that it quotes, which every reader must be told."""

from collections.abc import Iterable

from onrecord.model import Passage, Source
from onrecord.pages.evidence import unique
from onrecord.pages.index import Voice
from onrecord.pages.wording import Wording

_OFFICIAL = ("official", "официальн", "афіцыйн")
"""How a record names the kind of an official release."""


def own_release(source: Source, passages: Iterable[Passage | Voice], say: Wording) -> str:
    """Say that an official publisher quotes its own side, which shows where the side stands in its name."""
    if not source.kind.casefold().startswith(_OFFICIAL):
        return ""
    sides = unique(each.speaker.side for each in passages if each.is_quote and each.speaker)
    own = [side for side in sides if side.casefold() in source.publisher.casefold()]
    return say.OWN_RELEASE.format(side=say.list_words(own)) if own else ""
