"""Pictures: values laid out as lines, dots, bars and texts that any renderer can draw.

A picture holds no words of its own making and knows neither HTML nor sources: who plans a page hands in the words, and
each way out draws the same marks. Whatever is drawn from a row of data says which row, so that a drawing can be held to
its data. Positions are exact fractions rounded to hundredths of a unit: the same values give the same picture.

The modules, lowest first: `picture` (what a picture is), `lettering` (how much room words take), `scales`, `bins`
(dates by days, months or years), and the two kinds of picture, `tallies` (how many, row by row) and `ranges` (how
much, with both ends).
"""

from onrecord.pictures.bins import Bin, Bins, bin_dates
from onrecord.pictures.picture import Bar, Dot, Entry, Line, Mark, Picture, Shape, Text, TextRow
from onrecord.pictures.ranges import Amount, Bound, Series, draw_ranges
from onrecord.pictures.scales import Scale, fit_scale
from onrecord.pictures.tallies import Count, draw_tally

__all__ = [
    "Amount",
    "Bar",
    "Bin",
    "Bins",
    "Bound",
    "Count",
    "Dot",
    "Entry",
    "Line",
    "Mark",
    "Picture",
    "Scale",
    "Series",
    "Shape",
    "Text",
    "TextRow",
    "bin_dates",
    "draw_ranges",
    "draw_tally",
    "fit_scale",
]
