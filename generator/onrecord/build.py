"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from onrecord.checking import Checked, check_content
from onrecord.data import Files, plan_search
from onrecord.forking import count_workers, map_forked
from onrecord.model import Dossier
from onrecord.pages import Insertions
from onrecord.pages.translating import wording_of
from onrecord.pieces import Pieces
from onrecord.remembered import NOTHING, UNSEEN, Memory, Piece
from onrecord.render import render_feed_links, theme_files
from onrecord.rendered import RenderedPage
from onrecord.search import dossier_entries, plan_facets
from onrecord.site import Site
from onrecord.stored import Packed, SitePage, Store, StoredPage, pack, tell
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


def site_of(checked: Checked, publication: Publication, memory: Memory = NOTHING) -> Site:
    """Make the website of content that was read and checked already, but for what is in the last one as it would be made again."""
    if checked.has_errors:
        site = _bare_site(checked.dossier, publication)
    else:
        site = render_site(checked.dossier, publication, memory=memory)
    return replace(site, problems=checked.problems)


def render_site(
    dossier: Dossier,
    publication: Publication = NOWHERE,
    insertions: Insertions = MappingProxyType({}),
    workers: int | None = None,
    memory: Memory = NOTHING,
) -> Site:
    """Make the website of a dossier; `insertions` are what a draft adds to the prose.

    It is made by so many processes, as many as are worth their while if not told; then its pages are put aside. What
    the memory finds in the last site is not made.
    """
    site = _bare_site(dossier, publication)
    with timed("planning"):
        pieces = Pieces(dossier, publication, insertions, site.say)
        memory = memory.based_on(pieces.base) if memory.keep else memory
        found = pieces.find(memory)
    missing = [number for number, piece in enumerate(found) if piece is None]
    workers = count_workers(len(missing)) if workers is None else workers

    def make(number: int) -> tuple[Files | RenderedPage | Packed, tuple[str, ...]]:
        content, subjects = pieces.make(missing[number])
        return (pack(content) if workers > 1 and isinstance(content, RenderedPage) else content), subjects

    with timed("rendering"):
        made = _Gathering(pieces, memory, site.files)
        results = map_forked(make, len(missing), workers)
        for number, piece in enumerate(found):
            if piece is not None:
                made.take_over(number, piece)
            else:
                made.take(number, *next(results))
    with timed("searching"):
        records = tuple(plan_search(dossier, site.say))
        entries = tuple(dossier_entries(dossier, site.say, records))
    return replace(
        site,
        head=render_feed_links(pieces.heads.of_others, site.say),
        records=records,
        entries=entries,
        facets=plan_facets(dossier),
        memory=memory,
        pages=tuple(made.pages),
        files=made.files,
        kept=made.kept,
        pieces=tuple(made.described),
    )


class _Gathering:
    """What a site is made of, gathered in the order of its pieces."""

    def __init__(self, pieces: Pieces, memory: Memory, files: Mapping[str, bytes | str]) -> None:
        self._pieces = pieces
        self._memory = memory
        self._store = Store()
        self.files = dict(files)
        self.kept: dict[str, Path] = {}
        self.pages: list[SitePage] = []
        self.described: list[Piece] = []

    def take(self, number: int, content: Files | RenderedPage | Packed, subjects: tuple[str, ...]) -> None:
        """Take a piece that was made."""
        if isinstance(content, Packed | RenderedPage):
            page = content if isinstance(content, RenderedPage) else self._put(content)
            self.pages.append(page)
            self._describe(number, subjects, told=_told(page))
        else:
            self.files.update(content)
            self._describe(number, subjects, files=tuple((path, UNSEEN) for path in content))

    def _put(self, packed: Packed) -> StoredPage:
        return replace(packed.told, store=self._store, place=self._store.put(packed.content))

    def _describe(self, number: int, subjects: tuple[str, ...], **more: Any) -> None:  # noqa: ANN401  fields of a piece
        if self._memory.keep:
            self.described.append(replace(self._pieces.describe(number, subjects), **more))

    def take_over(self, number: int, piece: Piece) -> None:
        """Take a piece that is in the last site."""
        self.described.append(piece)
        if piece.told is None:
            self.kept.update((path, self._memory.folder / path) for path, _ in piece.files)
        else:
            self.pages.append(replace(piece.told, remake=self._pieces.remake(number)))


def _told(page: SitePage) -> StoredPage:
    return tell(page) if isinstance(page, RenderedPage) else replace(page, store=None, place=(0, 0))


def _bare_site(dossier: Dossier, publication: Publication) -> Site:
    """Make a website that has no pages yet."""
    say = wording_of(dossier, publication)
    return Site(title=dossier.title, pages=(), files=theme_files(say), language=dossier.language, say=say)
