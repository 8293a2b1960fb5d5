"""The page of figures: every number that the sources state, with who says so and as what."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.pages.figure_plots import plan_figure_plots
from onrecord.pages.figure_rows import FigureGroup, group_figures
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import figure_list
from onrecord.pages.paging import Pager
from onrecord.pages.panels import PicturePanel


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """What the page of figures shows."""

    address: str
    title: str
    description: str
    plots: tuple[PicturePanel, ...]
    """Of figures that can be compared."""
    groups: tuple[FigureGroup, ...]
    pagers: tuple[Pager, ...] = ()
    """The way to the rest, where not all are shown."""


def plan_figures(index: DossierIndex) -> FiguresPage:
    """Plan the page of figures."""
    whole = figure_list(index)
    return FiguresPage(
        address=urls.FIGURES,
        title=index.say.FIGURES,
        description=f"{index.say.FIGURES}: {index.dossier.title}",
        plots=plan_figure_plots(index.dossier.figures, urls.FIGURES, index),
        groups=group_figures(whole.newest(), index),
        pagers=tuple(filter(None, (whole.pager(index.say),))),
    )
