"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

import os
from dataclasses import replace
from pathlib import Path

from onrecord.checking import Checked, check_content
from onrecord.data import data_files, plan_heads, plan_search
from onrecord.pages import plan_pages
from onrecord.pages.translating import wording_of
from onrecord.render import render_feed_links, render_page, theme_files
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
    checked = check_project(project, content)
    dossier = checked.dossier
    say = wording_of(dossier, publication)
    site = Site(
        title=dossier.title,
        pages=(),
        files=theme_files(say),
        problems=checked.problems,
        language=dossier.language,
        say=say,
    )
    if checked.has_errors:
        return site
    heads = plan_heads(dossier, publication)
    return replace(
        site,
        pages=tuple(render_page(view, say, heads.of_pages[view.address]) for view in plan_pages(dossier, publication)),
        head=render_feed_links(heads.of_others, say),
        files={**site.files, **data_files(dossier, publication)},
        records=tuple(plan_search(dossier, say)),
    )
