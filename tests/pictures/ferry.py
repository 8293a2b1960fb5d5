"""An invented project of many dates and of figures of every status, made to be drawn."""

from functools import cache
from pathlib import Path

from onrecord.build import check_project, make_site
from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.pages.figures import FiguresPage
from onrecord.pages.panels import PicturePanel
from onrecord.pages.speaker import SpeakerPage
from onrecord.pages.timeline import TimelinePage
from onrecord.pages.topic import TopicPage
from onrecord.site import Site

FERRY = Path(__file__).parent / "project"


@cache
def ferry_site() -> Site:
    return make_site(FERRY)


@cache
def ferry() -> Dossier:
    return check_project(FERRY).dossier


def panels_of(dossier: Dossier) -> dict[str, tuple[PicturePanel, ...]]:
    """List the pictures of a dossier by the address of their page."""
    found = {}
    for view in plan_pages(dossier):
        match view:
            case TopicPage() | SpeakerPage():
                found[view.address] = (*view.said, *view.plots)
            case TimelinePage():
                found[view.address] = view.quotes
            case FiguresPage():
                found[view.address] = view.plots
            case _:
                pass
    return {address: panels for address, panels in found.items() if panels}


def table_of(panel: PicturePanel) -> list[dict[str, str]]:
    """Read the table of a picture; the lines of a cell are parted by `|`."""
    columns = panel.picture.columns
    return [
        dict(zip(columns, ("|".join(entry.text for entry in cell) for cell in row), strict=True))
        for row in panel.picture.rows
    ]
