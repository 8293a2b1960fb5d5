"""The notice at the top of a page, and the page that lists every problem.

A notice counts, leads to each problem of its page, and tells in full those that have no place in the prose. Where the
site cannot be published, every page says so.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafting.numbered import Numbered
from onrecord.drafting.showing import box, line_of
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render.environment import fill
from onrecord.rendered import HtmlBlock, RenderedPage
from onrecord.reports import summarise_problems

LIST = "onrecord-problems/"
"""The address of the list of all problems."""

_MOST_LEADS = 8
"""How many links a notice shows unfolded."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Every problem, and where it is told."""

    numbered: tuple[Numbered, ...]
    places: Mapping[int, tuple[str, ...]]
    """The pages that each is about, by its number."""
    in_place: Mapping[int, str]
    """The address of each that is told in the prose itself."""
    as_before: tuple[str, ...]
    """The files that say what they said before."""

    @cached_property
    def has_errors(self) -> bool:
        """Tell whether one of them forbids to publish."""
        return any(each.problem.is_error for each in self.numbered)

    @cached_property
    def count(self) -> str:
        """Count them in words."""
        return summarise_problems(tuple(each.problem for each in self.numbered))

    @property
    def pages(self) -> tuple[str, ...]:
        """List the pages that a problem is about."""
        return tuple(self._of_pages)

    def here(self, address: str) -> tuple[Numbered, ...]:
        """List those that a page is about."""
        return tuple(self._of_pages.get(address, ()))

    @cached_property
    def _of_pages(self) -> Mapping[str, list[Numbered]]:
        of_pages: dict[str, list[Numbered]] = defaultdict(list)
        for each in self.numbered:
            for address in self.places[each.number]:
                of_pages[address].append(each)
        return dict(of_pages)

    def address_of(self, numbered: Numbered) -> str:
        """Say where a problem is told: in the prose, else at the top of its page, else in the list."""
        in_place = self.in_place.get(numbered.number)
        return in_place or f"{next(iter(self.places[numbered.number]), LIST)}#{numbered.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A link to where a problem is told."""

    address: str
    severity: str
    text: str


def notice_on(address: str | None, shown: Shown) -> str:
    """Make the notice of a page; None is any page that is not ours. Empty where there is nothing to tell there."""
    here = shown.here(address) if address is not None else ()
    if not here and not (shown.has_errors or (shown.numbered and address == LIST)):
        return ""
    in_full = tuple(
        each for each in here if each.number not in shown.in_place and shown.places[each.number][0] == address
    )
    told = {each.number for each in in_full}
    leads = tuple(_lead(each, shown) for each in here if each.number not in told)
    return fill(
        IN_ENGLISH,
        "notice",
        has_errors=shown.has_errors,
        count=shown.count,
        leads=leads[:_MOST_LEADS],
        more_leads=leads[_MOST_LEADS:],
        in_full=tuple(map(box, in_full)),
        as_before=shown.as_before,
        list_address="" if address == LIST else LIST,
    )


def list_page(shown: Shown) -> RenderedPage:
    """Make the page that tells every problem in full."""
    rows = tuple((box(each), _elsewhere(each, shown)) for each in shown.numbered)
    return RenderedPage(
        address=LIST,
        title="Problems",
        description="The problems of the content, for its writer",
        blocks=(HtmlBlock(fill(IN_ENGLISH, "problems", rows=rows)),),
    )


def _elsewhere(numbered: Numbered, shown: Shown) -> str:
    address = shown.address_of(numbered)
    return "" if address.startswith(LIST) else address


def _lead(numbered: Numbered, shown: Shown) -> Lead:
    problem = numbered.problem
    return Lead(
        address=shown.address_of(numbered),
        severity=problem.kind.severity.value,
        text=line_of(problem),
    )
