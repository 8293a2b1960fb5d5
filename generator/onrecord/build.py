"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict

from onrecord.checking import Checked, check_content
from onrecord.data import Files, file_plans, plan_heads, plan_search
from onrecord.forking import count_workers, map_forked
from onrecord.model import Dossier
from onrecord.pages import Insertions, PageView, page_plans
from onrecord.pages.translating import wording_of
from onrecord.render import render_feed_links, render_page, theme_files
from onrecord.rendered import RenderedPage
from onrecord.search import dossier_entries, plan_facets
from onrecord.site import Site
from onrecord.stored import Packed, SitePage, Store, pack
from onrecord.timings import timed
from onrecord.urls import NOWHERE, Publication
from onrecord.working import ALONE, Crew


def check_project(project: Path, content: str = "content", crew: Crew = ALONE) -> Checked:
    """Check the content of the project in this folder; places are shown relative to where the command runs.

    The crew reads the sources: this process alone, unless told.
    """
    folder = project / content
    return check_content(folder, shown_path(folder), crew)


def shown_path(folder: Path) -> str:
    """Write the path of a folder as the author knows it: relative to where the command runs."""
    return Path(os.path.relpath(folder)).as_posix()


def make_site(project: Path, content: str = "content", *, publication: Publication = NOWHERE) -> Site:
    """Make the website of the project in this folder from its content folder, or tell why not in problems.

    `publication` says where the site will be and in which language, as far as the project's `mkdocs.yml` does.
    """
    return site_of(check_project(project, content), publication)


def site_of(checked: Checked, publication: Publication) -> Site:
    """Make the website of content that was read and checked already."""
    make = _bare_site if checked.has_errors else render_site
    return replace(make(checked.dossier, publication), problems=checked.problems)


def render_site(
    dossier: Dossier,
    publication: Publication = NOWHERE,
    insertions: Insertions = MappingProxyType({}),
    workers: int | None = None,
) -> Site:
    """Make the website of a dossier; `insertions` are what a draft adds to the prose.

    It is made by so many processes, as many as are worth their while if not told; then its pages are put aside.
    """
    site = _bare_site(dossier, publication)
    with timed("planning"):
        files = file_plans(dossier, publication)
        views = page_plans(dossier, publication, insertions)
        heads = plan_heads(dossier, publication)
    pieces = len(files) + len(views)
    workers = count_workers(pieces) if workers is None else workers

    def render(plan: Callable[[], PageView]) -> RenderedPage:
        view = plan()
        return render_page(view, site.say, heads.of_pages[view.address], dossier.marking)

    def make(piece: int) -> Files | RenderedPage | Packed:
        if piece < len(files):
            return files[piece]()
        page = render(views[piece - len(files)])
        return pack(page) if workers > 1 else page

    with timed("rendering"):
        made = _collect(map_forked(make, pieces, workers), site.files)
    with timed("searching"):
        records = tuple(plan_search(dossier, site.say))
        entries = tuple(dossier_entries(dossier, site.say, records))
    return replace(
        site,
        head=render_feed_links(heads.of_others, site.say),
        records=records,
        entries=entries,
        facets=plan_facets(dossier),
        **made,
    )


class _Made(TypedDict):
    files: Mapping[str, bytes | str]
    pages: tuple[SitePage, ...]


def _collect(made: Iterable[Files | RenderedPage | Packed], files: Mapping[str, bytes | str]) -> _Made:
    found = dict(files)
    pages: list[SitePage] = []
    store = Store()
    for each in made:
        match each:
            case Packed(told=told, content=content):
                pages.append(replace(told, store=store, place=store.put(content)))
            case RenderedPage():
                pages.append(each)
            case _:
                found.update(each)
    return {"files": found, "pages": tuple(pages)}


def _bare_site(dossier: Dossier, publication: Publication) -> Site:
    """Make a website that has no pages yet."""
    say = wording_of(dossier, publication)
    return Site(title=dossier.title, pages=(), files=theme_files(say), language=dossier.language, say=say)
