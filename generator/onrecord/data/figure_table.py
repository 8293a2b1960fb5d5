"""Every figure as a row of a table: `data/figures.csv`.

A plan is told from a report by its status and no unit is converted, so rows are only added up by who looks at both.
"""

from collections.abc import Iterable
from decimal import Decimal

from onrecord import urls
from onrecord.citing import GAP
from onrecord.data.quote_table import said_by
from onrecord.data.tables import write_table
from onrecord.model import Figure
from onrecord.pages.index import DossierIndex

FIGURE_COLUMNS = (
    "passage",
    "words",
    "low",
    "high",
    "unit",
    "approximate",
    "status",
    "basis",
    "what",
    "period",
    "as_of",
    "note",
    "passage_kind",
    "passage_text",
    "speaker",
    "speaker_name",
    "side",
    "date",
    "topics",
    "source",
    "start",
    "end",
    "link",
)


def write_figure_table(index: DossierIndex, publication: urls.Publication) -> str:
    """Write the figures in the order of the dossier."""
    return write_figures(index.dossier.figures, publication, urls.TAKE_AWAY)


def write_figures(figures: Iterable[Figure], publication: urls.Publication, folder: str) -> str:
    """Write some figures into a table that lies in a folder, where its links lead from."""
    return write_table(FIGURE_COLUMNS, (_row(each, publication, folder) for each in figures))


def _row(figure: Figure, publication: urls.Publication, folder: str) -> dict[str, str]:
    passage = figure.passage
    return said_by(passage) | {
        "passage": passage.address,
        "words": figure.words,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "approximate": "true" if figure.is_approximate else "false",
        "status": figure.status,
        "basis": figure.basis,
        "what": figure.what,
        "period": figure.period,
        "as_of": str(figure.as_of or ""),
        "note": figure.note,
        "passage_kind": passage.kind.value,
        "passage_text": GAP.join(passage.pieces),
        "date": str(passage.source.date),
        "topics": " ".join(topic.id for topic in passage.topics),
        "source": passage.source.key,
        "start": str(figure.span.start),
        "end": str(figure.span.end),
        "link": publication.link(urls.passage_address(passage.source.key, passage.key), folder),
    }


def _number(value: Decimal | None) -> str:
    """Write all digits: a spreadsheet may round `1.5E+9`."""
    return "" if value is None else f"{value:f}"
