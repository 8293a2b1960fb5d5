"""Print problems and what became of every passage: for people, for programs, for GitHub, for SARIF viewers.

Each report is a function from values to text; who prints it, and in which colours, is decided elsewhere.
"""

from onrecord.model import Proof
from onrecord.reports.github import report_to_github
from onrecord.reports.json_report import report_as_json
from onrecord.reports.sarif import report_as_sarif
from onrecord.reports.summary import summarise_passages, summarise_problems
from onrecord.reports.telling import Line, LineKind, Part, Piece, tell_problem
from onrecord.reports.terminal import Style, leave_plain, report_to_terminal
from onrecord.reports.visible import make_visible

__all__ = [
    "Line",
    "LineKind",
    "Part",
    "Piece",
    "Proof",
    "Style",
    "leave_plain",
    "make_visible",
    "report_as_json",
    "report_as_sarif",
    "report_to_github",
    "report_to_terminal",
    "summarise_passages",
    "summarise_problems",
    "tell_problem",
]
