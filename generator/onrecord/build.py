"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

import os
from pathlib import Path

from onrecord.checking import Checked, check_content
from onrecord.data import data_files, plan_heads, plan_search
from onrecord.pages import plan_pages
from onrecord.render import render_feed_links, render_page, theme_files
from onrecord.site import Site
from onrecord.urls import NOWHERE, Publication


def check_project(project: Path, content: str = "content") -> Checked:
    """Check the content of the project in this folder; places are shown relative to where the command runs."""
    folder = project / content
    return check_content(folder, Path(os.path.relpath(folder)).as_posix())


def make_site(project: Path, content: str = "content", *, publication: Publication = NOWHERE) -> Site:
    """Make the website of the project in this folder from its content folder, or tell why not in problems.

    `publication` says where the site will be, as far as the project's `mkdocs.yml` does.
    """
    checked = check_project(project, content)
    dossier = checked.dossier
    if checked.has_errors:
        return Site(title=dossier.title, pages=(), files=theme_files(), problems=checked.problems)
    heads = plan_heads(dossier, publication)
    return Site(
        title=dossier.title,
        pages=tuple(render_page(view, heads.of_pages[view.address]) for view in plan_pages(dossier, publication)),
        head=render_feed_links(heads.of_others),
        files={**theme_files(), **data_files(dossier, publication)},
        records=tuple(plan_search(dossier)),
        problems=checked.problems,
    )
