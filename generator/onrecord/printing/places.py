"""Where things stand in print: numbers of sources, and references that know the page.

A label is an address (`sources/talks/#q01`), so whatever a page view points at can be pointed at on paper. What is not
in this print is named and not linked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord import urls
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words
from onrecord.pages.references import Reference
from onrecord.pages.wording import Wording
from onrecord.printing.nodes import Inline, inside, words_node

_PAGE = "\x1a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a reference needs to know of the print as a whole."""

    numbers: Mapping[str, int]
    """Of each source of the dossier, by its address."""
    paragraphs: Mapping[str, str]
    """Of each passage, by its address: `¶ 6`, or its key where they have no number."""
    say: Wording
    labels: frozenset[str]
    """What there is in this print to point at."""
    volumes: Mapping[str, int]
    """The volume of each topic and source, by its address, where the dossier is in several."""

    def link(self, reference: Reference) -> Inline:
        """Name something, and link it where it is in this print."""
        name = words_node(reference.label, reference.language) if reference.language else reference.label
        if reference.address in self.labels:
            return {"k": "to", "label": reference.address, "c": [name]}
        volume = self._other_volume(reference.address)
        return inside("span", [name, f" ({volume})"]) if volume else name

    def place(self, address: str) -> Inline:
        """Say where a passage is: `source 3, ¶ 6, p. 41`, its page found when the pages are made."""
        source = self.numbers[address.partition("#")[0]]
        words = self.say.PRINTED_PLACE.format(source=source, place=self.paragraphs[address], page=_PAGE)
        if address not in self.labels:
            place = self.say.UNPRINTED_PLACE.format(source=source, place=self.paragraphs[address])
            return ", ".join(filter(None, (self._other_volume(address), place)))
        before, _, after = words.partition(_PAGE)
        return {"k": "place", "label": address, "before": before, "after": after}

    def source(self, address: str) -> Inline:
        """Name a source by its number."""
        words = self.say.PRINTED_SOURCE.format(source=self.numbers[address])
        if address in self.labels:
            return {"k": "to", "label": address, "c": [words]}
        return ", ".join(filter(None, (self._other_volume(address), words)))

    def is_in_other_volume(self, address: str) -> bool:
        """Tell whether something is printed, but in another volume than this."""
        return bool(self._other_volume(address))

    def _other_volume(self, address: str) -> str:
        """Say in which other volume something is; nothing where it is in this one or in none."""
        volume = self.volumes.get(address.partition("#")[0])
        return self.say.VOLUME_NUMBER.format(number=volume) if volume and address not in self.labels else ""


def find_places(
    index: DossierIndex, labels: frozenset[str], volumes: Mapping[str, int] = MappingProxyType({})
) -> Places:
    """Give each source its number in the dossier's order, and look up the paragraphs of every passage."""
    dossier = index.dossier
    return Places(
        numbers={urls.source_address(each.key): number for number, each in enumerate(dossier.sources, start=1)},
        paragraphs={
            urls.passage_address(each.source.key, each.key): place_words(each, index) or each.key
            for each in dossier.passages
        },
        say=index.say,
        labels=labels,
        volumes=volumes,
    )
