"""What the navigation lists: home, the hub pages, and the hand-written pages under one section.

Never the detail pages: a navigation that lists every page makes the site's size quadratic.
The result has the form of `nav` in `mkdocs.yml`.
"""

from html import escape
from pathlib import PurePosixPath

from onrecord.site import source_path
from onrecord.stored import SitePage
from onrecord.urls import HOME

NavItem = str | dict[str, "str | list[NavItem]"]


def plan_navigation(
    pages: tuple[SitePage, ...], hand_written: tuple[str, ...], *, home_label: str, about_label: str
) -> list[NavItem]:
    """List home, the hub pages in their given order, and the hand-written pages (paths) in a section of their own."""
    home: list[NavItem] = [{home_label: source_path(page.address)} for page in pages if page.address == HOME]
    hubs: list[NavItem] = [
        {escape(page.title): source_path(page.address)} for page in pages if page.is_hub and page.address != HOME
    ]
    about: list[NavItem] = [{about_label: _nest(tuple(sorted(map(PurePosixPath, hand_written), key=_order)))}]
    return home + hubs + (about if hand_written else [])


def _order(path: PurePosixPath) -> tuple[tuple[bool, str], ...]:
    """Sort by folder, an index page before its neighbours."""
    return tuple((part not in {"index.md", "README.md"}, part) for part in path.parts)


def _nest(paths: tuple[PurePosixPath, ...], depth: int = 0) -> list[NavItem]:
    """Make a section of each folder."""
    pages: list[NavItem] = [str(path) for path in paths if len(path.parts) == depth + 1]
    folders = dict.fromkeys(path.parts[depth] for path in paths if len(path.parts) > depth + 1)
    sections: list[NavItem] = [{_label(name): _nest(_below(paths, name, depth), depth + 1)} for name in folders]
    return pages + sections


def _below(paths: tuple[PurePosixPath, ...], name: str, depth: int) -> tuple[PurePosixPath, ...]:
    return tuple(path for path in paths if len(path.parts) > depth + 1 and path.parts[depth] == name)


def _label(folder: str) -> str:
    return folder.replace("-", " ").replace("_", " ").capitalize()
