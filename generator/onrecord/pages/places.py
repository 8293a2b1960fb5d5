"""Where a passage stands in its source, as readers count: by paragraphs."""

from bisect import bisect_right
from operator import attrgetter

from onrecord import urls
from onrecord.kept import kept
from onrecord.model import Passage
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import Reference


@kept(512)
def place_words(passage: Passage, index: DossierIndex) -> str:
    """Count the paragraphs that a passage stands in, first to last: `¶ 6`; nothing for a title.

    Where the original has pages, the one that it begins on is named too, as the original counts them.
    """
    source = passage.source
    first, last = index.paragraph_at(source, passage.start), index.paragraph_at(source, passage.end - 1)
    numbers = [each.number for each in index.paragraphs_of(source)[first : last + 1] if each.number is not None]
    paragraphs = ""
    if numbers:
        ends = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        paragraphs = f"¶\N{NO-BREAK SPACE}{ends}"
    return ", ".join(filter(None, (paragraphs, original_words(passage, index)))) if source.places else paragraphs


def original_words(passage: Passage, index: DossierIndex) -> str:
    """Say on which page of the original a passage begins, or at what time; nothing where that has neither."""
    places = passage.source.places
    at = bisect_right(places, passage.start, key=attrgetter("start")) - 1
    if at < 0:
        return ""
    place = places[at]
    if not place.line:
        return index.say.ORIGINAL_TIME.format(time=place.page)
    return index.say.ORIGINAL_PAGE.format(page=place.page)


def place_of(passage: Passage, index: DossierIndex) -> Reference:
    """Point at a passage in its source by its paragraphs, or by its key where they have no number."""
    return Reference(
        label=place_words(passage, index) or passage.key,
        address=urls.passage_address(passage.source.key, passage.key),
    )
