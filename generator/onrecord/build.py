"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from onrecord.checking import Checked, check_project, shown_path
from onrecord.circles import without_collecting
from onrecord.data import SearchRecords
from onrecord.forking import count_workers, map_forked
from onrecord.gathering import Content, Gathering
from onrecord.model import Dossier
from onrecord.pages import Insertions
from onrecord.pages.translating import wording_of
from onrecord.pieces import Pieces
from onrecord.progress import advance, expect
from onrecord.remembered import NOTHING, Memory
from onrecord.render import load_templates, render_feed_links, theme_files
from onrecord.rendered import RenderedPage
from onrecord.search import DossierEntries
from onrecord.site import Site
from onrecord.stored import pack
from onrecord.timings import timed
from onrecord.urls import NOWHERE, Publication

__all__ = ["check_project", "make_site", "render_site", "shown_path", "site_of"]


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
    with timed("planning"), without_collecting():
        pieces = Pieces(dossier, publication, insertions, site.say, memory.digests)
        memory = memory.based_on(pieces.base) if memory.is_wanted else memory
        found = pieces.find(memory)
    missing = [number for number, piece in enumerate(found) if piece is None]
    expect(len(missing) + sum(number >= pieces.first_page for number in missing))  # a page is made, and put in place
    workers = count_workers(len(missing)) if workers is None else workers
    if workers > 1:
        load_templates(site.say)
        if memory.is_wanted:
            pieces.prepare()

    def make(number: int) -> tuple[Content, tuple[str, ...]]:
        content, subjects = pieces.make(missing[number])
        return (pack(content) if workers > 1 and isinstance(content, RenderedPage) else content), subjects

    with timed("rendering"), closing(map_forked(make, len(missing), workers)) as results:
        made = Gathering(pieces, memory)
        for number, piece in enumerate(found):
            if piece is not None:
                made.take_over(number, piece)
            else:
                made.take(number, *next(results))
                advance()
        made.write_wholes()
    return replace(
        site,
        head=render_feed_links(pieces.heads.of_others, site.say),
        records=SearchRecords(dossier, site.say),
        entries=DossierEntries(dossier, site.say, pieces.digest_of if memory.is_wanted else None),
        memory=replace(memory, digests=pieces.digests) if memory.is_living else memory,
        pages=tuple(made.pages),
        files={**site.files, **made.files},
        placed=made.placed,
        aside=made.aside,
        pieces=tuple(made.described),
    )


def _bare_site(dossier: Dossier, publication: Publication) -> Site:
    """Make a website that has no pages yet."""
    say = wording_of(dossier, publication)
    return Site(title=dossier.title, pages=(), files=theme_files(say), language=dossier.language, say=say)
