"""One draft of the website: the pages that can be made, each problem at its place, and what to remember for the next.

The pages are made from what could be resolved: a quote that is not proven is left out, and a file that cannot be read
says what it said when it last could be.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from onrecord.build import check_project, render_site
from onrecord.drafting.notices import LIST, Shown, list_page, notice_on
from onrecord.drafting.numbered import Numbered
from onrecord.drafting.places import Places
from onrecord.drafting.remarks import place_remarks
from onrecord.drafting.restoring import Restored, restore
from onrecord.model import Dossier, Placement
from onrecord.pages.prose import Insertion
from onrecord.problems import Problem, sort_problems
from onrecord.prose import Prose, read_prose
from onrecord.quotations import PLACEABLE
from onrecord.remembered import NOTHING, Memory
from onrecord.site import Site
from onrecord.urls import NOWHERE, Publication, topic_address
from onrecord.working import Crew

STYLE = "assets/onrecord/drafts.css"
_UNTITLED = "Without a title"
_KEPT = 1 << 10
"""How many proses are kept for the next draft, which is to read only those that changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A website for its writer."""

    site: Site
    """With its problems; whether they are errors or not, there are pages."""
    restored: Restored
    """What each file said when it could last be read, and what became of it: hand it to the next draft."""
    notices: Mapping[str, str]
    """HTML for the top of each page that a problem is about, by address."""
    other_notice: str
    """For the top of every other page; empty where nothing forbids to publish."""

    def notice_at(self, address: str) -> str:
        """Give the HTML for the top of a page."""
        return self.notices.get(address, self.other_notice)


def make_draft(  # noqa: PLR0913  all but the first by name
    project: Path,
    content: str = "content",
    *,
    before: Restored | None = None,
    publication: Publication = NOWHERE,
    more: Callable[[Site], tuple[Problem, ...]] = lambda _: (),
    memory: Memory = NOTHING,
    workers: int | None = 1,
) -> Draft:
    """Make the draft of a project; `before` is what the last one was made of, `more` finds what else is wrong with a site.

    What the memory finds in the last site is not made. A server has threads, which do not live through a fork: so one
    process makes the rest, unless told.
    """
    known = {each.job: each.reading for each in before.content.records} if before else {}
    checked = check_project(project, content, Crew(known=known), before.assembled if before else None)
    restored = restore(checked, before.content if before else None)
    dossier = _make_fit(restored.dossier)
    proses = _read_proses(dossier, restored)
    numbered = _number(checked.problems)
    of_files = _by_file(numbered)
    insertions: dict[str, tuple[Insertion, ...]] = {}
    in_place: dict[int, str] = {}
    for briefing in dossier.briefings:
        here = of_files.get(briefing.location.path)
        if not here or briefing.topic.id not in proses:
            continue
        remarks = place_remarks(proses[briefing.topic.id], briefing, here)
        insertions[briefing.topic.id] = remarks.insertions
        address = topic_address(briefing.topic.id)
        in_place |= {each.number: f"{address}#{each.id}" for each in remarks.placed}
    site = render_site(dossier, publication, insertions, workers=workers, memory=memory)
    numbered = (*numbered, *_number(more(site), len(numbered) + 1))
    return _finish(site, restored, proses, numbered, in_place)


def _finish(
    site: Site,
    restored: Restored,
    proses: Mapping[str, Prose],
    numbered: tuple[Numbered, ...],
    in_place: Mapping[int, str],
) -> Draft:
    addresses = [page.address for page in site.pages]
    pages = Places(restored.dossier, proses, addresses)
    places = {each.number: pages.of(each.problem) for each in numbered}
    shown = Shown(
        numbered=numbered,
        places=places,
        in_place=in_place,
        as_before=restored.paths,
    )
    style = files("onrecord") / "theme" / "drafts.css"
    return Draft(
        site=replace(
            site,
            pages=(*site.pages, list_page(shown)),  # always: when it came and went, all other pages would change
            files={**site.files, STYLE: style.read_bytes()},
            problems=sort_problems(tuple(each.problem for each in numbered)),
        ),
        restored=restored,
        notices={address: notice_on(address, shown) for address in dict.fromkeys((*shown.pages, LIST))},
        other_notice=notice_on(None, shown),
    )


def _number(problems: tuple[Problem, ...], first: int = 1) -> tuple[Numbered, ...]:
    return tuple(Numbered(number, each) for number, each in enumerate(problems, first))


def _by_file(numbered: tuple[Numbered, ...]) -> Mapping[str, list[Numbered]]:
    of_files: dict[str, list[Numbered]] = defaultdict(list)
    for each in numbered:
        of_files[each.problem.location.path].append(each)
    return dict(of_files)


def _read_proses(dossier: Dossier, restored: Restored) -> Mapping[str, Prose]:
    """Read the prose of each briefing once more, for where its words stand; by the id of its topic."""
    read = {each.file.path: each.file for each in restored.content.briefings}
    files = ((each, read.get(each.location.path)) for each in dossier.briefings)
    return {each.topic.id: _read_again(file, each.prose_start) for each, file in files if file is not None}


_read_again = lru_cache(maxsize=_KEPT)(read_prose)


def _make_fit(dossier: Dossier) -> Dossier:
    """Take out what no page can show: a placement of something that is not known."""
    return replace(
        dossier,
        title=dossier.title or _UNTITLED,
        briefings=tuple(
            each
            if all(map(_is_known, each.placements))
            else replace(each, placements=tuple(filter(_is_known, each.placements)))
            for each in dossier.briefings
        ),
    )


def _is_known(placement: Placement) -> bool:
    return placement.name in PLACEABLE
