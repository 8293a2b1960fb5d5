"""Figures: read what the words of a figure say, exactly, and find the words that state one.

Values are exact decimals and never floats. Money is named by its ISO 4217 code. Nothing here knows sources, records or
pages: text in, values out. Separators, signs and scale words follow the conventions that CLDR records for English and
Russian.

The layers, lowest first: `word_lists`, `tokens` and the vocabularies (`number_words`, `currencies`, `currency_names`, `measures`,
`qualifiers`); `numerals`, `units`, `coefficients`, `magnitudes` (a number and its scale), `quantities` (with its unit),
`ranges`, `reading` (a phrase) and `values`; `surroundings` and `finding` (running text). `periods` stands by itself: what stretch of time some words name.
"""

from onrecord.figures.finding import FoundFigure, find_figures
from onrecord.figures.periods import Period, read_period
from onrecord.figures.qualifiers import Bound
from onrecord.figures.reading import FigureReading, read_figure
from onrecord.figures.units import parse_unit
from onrecord.figures.values import parse_value

__all__ = [
    "Bound",
    "FigureReading",
    "FoundFigure",
    "Period",
    "find_figures",
    "parse_unit",
    "parse_value",
    "read_figure",
    "read_period",
]
