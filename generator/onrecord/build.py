"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

import os
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from onrecord.checking import Checked, check_content
from onrecord.data import data_files, plan_heads, plan_search
from onrecord.model import Dossier
from onrecord.pages import Insertions, plan_pages
from onrecord.pages.translating import wording_of
from onrecord.render import render_feed_links, render_page, theme_files
from onrecord.search import dossier_entries, plan_facets
from onrecord.site import Site
from onrecord.urls import NOWHERE, Publication


def check_project(project: Path, content: str = "content") -> Checked:
    """Check the content of the project in this folder; places are shown relative to where the command runs."""
    folder = project / content
    return check_content(folder, Path(os.path.relpath(folder)).as_posix())


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
    dossier: Dossier, publication: Publication = NOWHERE, insertions: Insertions = MappingProxyType({})
) -> Site:
    """Make the website of a dossier; `insertions` are what a draft adds to the prose."""
    site = _bare_site(dossier, publication)
    heads = plan_heads(dossier, publication)
    views = plan_pages(dossier, publication, insertions)
    records = tuple(plan_search(dossier, site.say))
    return replace(
        site,
        pages=tuple(render_page(view, site.say, heads.of_pages[view.address], dossier.marking) for view in views),
        head=render_feed_links(heads.of_others, site.say),
        files={**site.files, **data_files(dossier, publication)},
        records=records,
        entries=tuple(dossier_entries(dossier, site.say, records)),
        facets=plan_facets(dossier),
    )


def _bare_site(dossier: Dossier, publication: Publication) -> Site:
    """Make a website that has no pages yet."""
    say = wording_of(dossier, publication)
    return Site(title=dossier.title, pages=(), files=theme_files(say), language=dossier.language, say=say)
