"""Problems as SARIF 2.1.0 (OASIS), which code scanning services and editors read.

Only the kinds that occur are listed as rules. Columns are code points, as everywhere in this program.
"""

import json
from urllib.parse import quote

from onrecord import __version__
from onrecord.problems import KINDS, Kind, Problem, sort_problems
from onrecord.reports.visible import make_visible

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_Json = dict[str, object]


def report_as_sarif(problems: tuple[Problem, ...]) -> str:
    """Write one log with one run; ASCII only, and the same bytes for the same problems."""
    found = {problem.kind for problem in problems}
    rules = tuple(kind for kind in KINDS if kind in found)
    run = {
        "tool": {"driver": {"name": "Onrecord", "version": __version__, "rules": [_rule(kind) for kind in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.kind)) for problem in sort_problems(problems)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(kind: Kind) -> _Json:
    """Describe a kind (3.49 reportingDescriptor); `helpUri` must be absolute, so the docs are named in words."""
    return {
        "id": kind.code,
        "shortDescription": {"text": _escape(kind.title)},
        "help": {"text": f"See docs/problems.md#{kind.code.lower()}"},
        "defaultConfiguration": {"level": kind.severity},
    }


def _result(problem: Problem, index: int) -> _Json:
    hint = (f"hint: {problem.hint}",) if problem.hint else ()
    message = "\n".join(make_visible(line) for line in (problem.message, *problem.notes, *hint))
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.kind.severity,
        "message": {"text": _escape(message)},
        "locations": [{"physicalLocation": _place(problem)}],
    }


def _place(problem: Problem) -> _Json:
    location = problem.location
    return {
        "artifactLocation": {"uri": quote(location.path, safe="/", errors="surrogatepass"), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": location.line,
            "startColumn": location.column,
            "endLine": location.end_line,
            "endColumn": location.end_column,
        },
    }


def _escape(text: str) -> str:
    """Keep words of a source from being read as placeholders (3.11.5) or as links (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")
