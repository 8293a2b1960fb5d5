"""Problems and passages for programs: one JSON object, whose shape is a public interface.

Members may be added; what is there keeps its name and meaning, or `version` rises.
"""

import json
from collections import Counter
from collections.abc import Iterable

from onrecord.model import PassageKind, Proof, State
from onrecord.problems import Problem, sort_problems

_VERSION = 1

_Json = dict[str, object]


def report_as_json(problems: tuple[Problem, ...], passages: tuple[Proof, ...]) -> str:
    """Write one object with `version`, `problems`, `passages` and `counts`; ASCII only, so that any channel carries it.

    Lines and columns count from 1, columns in code points, `end_column` behind the last. `spans` are half-open, in code
    points of the canonical text; `spans`, `start` and `end` are null where nothing was found.
    """
    members = {
        "version": str(_VERSION),
        "problems": _write_list(_problem(problem) for problem in sort_problems(problems)),
        "passages": _write_list(_passage(passage) for passage in passages),
        "counts": json.dumps(_counts(problems, passages)),
    }
    return "{\n" + ",\n".join(f'  "{name}": {value}' for name, value in members.items()) + "\n}\n"


def _write_list(entries: Iterable[_Json]) -> str:
    """Give each entry a line of its own, to be read and compared by people too."""
    lines = ",\n".join(f"    {json.dumps(entry)}" for entry in entries)
    return f"[\n{lines}\n  ]" if lines else "[]"


def _problem(problem: Problem) -> _Json:
    return {
        "code": problem.code,
        "severity": problem.kind.severity,
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "end_line": problem.location.end_line,
        "end_column": problem.location.end_column,
        "message": problem.message,
        "notes": problem.notes,
        "hint": problem.hint,
    }


def _passage(passage: Proof) -> _Json:
    spans = [[span.start, span.end] for span in passage.spans or ()]
    return {
        "key": passage.key,
        "kind": passage.kind,
        "state": passage.state,
        "source": passage.source,
        "start": spans[0][0] if spans else None,
        "end": spans[-1][1] if spans else None,
        "spans": spans or None,
        "speaker": passage.speaker,
        "topics": passage.topics,
        "part_of": passage.part_of,
    }


def _counts(problems: tuple[Problem, ...], passages: tuple[Proof, ...]) -> dict[str, int]:
    errors = sum(problem.is_error for problem in problems)
    kinds = Counter(passage.kind for passage in passages if passage.part_of is None)
    states = Counter(passage.state for passage in passages)
    return {
        "errors": errors,
        "warnings": len(problems) - errors,
        "sources": len({passage.source for passage in passages}),
        "passages": len(passages),
        **{f"{kind}s": kinds[kind] for kind in PassageKind},
        "parts": sum(passage.part_of is not None for passage in passages),
        **{str(state): states[state] for state in State},
    }
