"""Hand-written files that would stand where a generated page or file goes.

Two pages have one address whenever they would under either setting of `use_directory_urls`, so that a project
that is clean stays clean.
"""

import posixpath
from collections.abc import Mapping

from onrecord.locations import Location, TextFile
from onrecord.problems import PAGE_CLASH, Problem
from onrecord.site import Site
from onrecord.urls import HOME

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
OPENING = "index.md"
"""The hand-written page that opens the home page."""


def find_clashes(site: Site, hand_written: Mapping[str, str]) -> tuple[Problem, ...]:
    """Give a problem for each hand-written file that a page or file of the site would replace.

    `hand_written` maps paths below the docs folder to the paths that the author knows them by.
    """
    pages = {page.address: f"page `{page.address or 'home'}`" for page in site.pages}
    taken = pages | {path: f"file `{path}`" for path in site.paths} | _redirects(site)
    found = (
        (taken.get(address_of(path)), shown) for path, shown in hand_written.items() if not _opens_home(path, site)
    )
    return tuple(_clash(generated, shown) for generated, shown in found if generated)


def _redirects(site: Site) -> dict[str, str]:
    """Name the files that stand where a page of their folder would."""
    return {path.removesuffix("index.html"): f"file `{path}`" for path in site.paths if path.endswith("/index.html")}


def address_of(path: str) -> str:
    """Give the address of a hand-written page or file from its path below the docs folder."""
    stem, extension = posixpath.splitext(path)
    if extension not in MARKDOWN:
        return path
    folder, name = posixpath.split(stem)
    address = folder if name in {"index", "README"} else stem
    return f"{address}/" if address else HOME


def _opens_home(path: str, site: Site) -> bool:
    return path == OPENING and any(page.address == HOME for page in site.pages)


def _clash(generated: str, shown: str) -> Problem:
    return Problem(
        kind=PAGE_CLASH,
        location=Location(TextFile(shown, ""), 0, 0),
        message=f"hand-written `{shown}` and the generated {generated} have one address",
        hint="rename the hand-written file, or move it to another folder",
    )
