"""Longer lists of the interface's words in English, each by the name that a record has for what it says.

Units are named as `figures.measures` has them; money keeps its code in every language.
"""

from onrecord.model import Relation

_UNITS = """
%
percentage points
basis points
‰
times
t
kg
g
lb
centners
km
m
cm
mm
miles
ft
ha
acres
m²
km²
m³
square miles
L
barrels
barrels per day
W
kW
MW
GW
kWh
°C
km/h
people
years
months
weeks
days
hours
minutes
seconds
"""
_RATES = """
t
kg
L
ha
m²
km²
m³
km
barrel
kWh
people
year
month
week
day
hour
minute
second
"""

UNITS = {name: name for name in _UNITS.split("\n") if name}
"""What is counted, behind any number."""
RATES = {name: name for name in _RATES.split("\n") if name}
"""What it is counted by, in the singular: `per year`."""

FATES = {
    "kept": "kept",
    "moved": "moved",
    "changed": "changed",
    "lost": "lost",
    "ambiguous": "ambiguous",
}
"""What became of a passage in newer words."""

BASES = {
    "direct": "in direct speech",
    "parenthesis": "in a parenthesis of the release",
    "narration": "in the source’s own voice",
}
"""How a figure is stated."""

RELATIONS: dict[str, str] = {
    Relation.ELABORATES: "elaborates on",
    Relation.REPEATS: "says the same as",
    Relation.CONTRASTS: "contrasts with",
    Relation.SUPPORTS: "supports",
    Relation.ANSWERS: "answers",
}
"""What a link says read forwards."""

BACK_RELATIONS: dict[str, str] = {
    Relation.ELABORATES: "is elaborated on by",
    Relation.REPEATS: "says the same as",
    Relation.CONTRASTS: "contrasts with",
    Relation.SUPPORTS: "is supported by",
    Relation.ANSWERS: "is answered by",
}
"""What it says read backwards."""

QUOTES_BY = {"day": "Quotes by day", "month": "Quotes by month", "year": "Quotes by year"}
"""By the unit of the rows of a picture."""
PERIOD_KINDS = {
    "": "period not stated",
    "day": "by day",
    "month": "by month",
    "quarter": "by quarter",
    "half": "by half-year",
    "year": "by year",
}
"""As `figures.periods` tells them apart."""
IN_MAGNITUDES = {
    "3": "{unit}, in thousands",
    "6": "{unit}, in millions",
    "9": "{unit}, in billions",
    "12": "{unit}, in trillions",
}
"""By the power of ten that the numbers of a scale leave out."""
