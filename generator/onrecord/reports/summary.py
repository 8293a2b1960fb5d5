"""The last line of a report: how many problems there are, or how many words are proven."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from onrecord.model import PassageKind, Proof, State
from onrecord.problems import MISSING_RECORD, YAML_DEPTH, YAML_FEATURE, YAML_SYNTAX, Problem

_UNREADABLE = frozenset({YAML_SYNTAX, YAML_FEATURE, YAML_DEPTH})


def summarise_problems(problems: tuple[Problem, ...]) -> str:
    """Count errors, warnings and the files they are in: `2 errors, 1 warning in 3 files`."""
    errors = sum(problem.is_error for problem in problems)
    told = [_count(errors, "error")] if errors else []
    told += [_count(len(problems) - errors, "warning")] if len(problems) > errors else []
    files = len({problem.location.path for problem in problems})
    return f"{', '.join(told)} in {_count(files, 'file')}" if told else "no problems"


def summarise_passages(passages: tuple[Proof, ...], problems: tuple[Problem, ...] = ()) -> str:
    """Count passages and what became of them: `12 quotes and 8 statements in 1 source: every word proven`.

    What the problems kept from being read or proven is counted too, so that nobody takes a part for the whole.
    """
    open_ends = tuple(_tell_open_ends(problems))
    return "; ".join((_tell_passages(passages, is_whole=not open_ends), *open_ends))


def _tell_passages(passages: tuple[Proof, ...], *, is_whole: bool) -> str:
    if not passages:
        return "no quotes and no statements"
    kinds = Counter(passage.kind for passage in passages if passage.part_of is None)
    counted = " and ".join(_count(kinds[kind], kind) for kind in PassageKind if kinds[kind])
    sources = len({passage.source for passage in passages})
    return f"{counted} in {_count(sources, 'source')}: {_tell_states(passages, is_whole=is_whole)}"


def _tell_open_ends(problems: tuple[Problem, ...]) -> Iterator[str]:
    unread = len({PurePosixPath(problem.location.path).stem for problem in problems if _is_unread_record(problem)})
    unproven = sum(problem.is_error and problem.code.startswith("B2") for problem in problems)
    if unread:
        yield f"{_count(unread, 'record')} not read"
    if unproven:
        yield f"{_count(unproven, 'place')} in briefings not proven"


def _is_unread_record(problem: Problem) -> bool:
    """Tell whether it keeps a whole record from being read."""
    path = PurePosixPath(problem.location.path)
    is_of_record = path.parent.name == "sources" and path.suffix in {".yml", ".yaml"}
    is_of_reading = problem.is_error and (problem.code[0] == "T" or problem.kind in _UNREADABLE)
    return problem.kind is MISSING_RECORD or (is_of_record and is_of_reading)


def _tell_states(passages: tuple[Proof, ...], *, is_whole: bool) -> str:
    if is_whole and all(passage.state.is_proven for passage in passages):
        return "every word proven"
    states = Counter(passage.state for passage in passages)
    proven = sum(states[state] for state in State if state.is_proven)
    missed = (f"{states[state]} {state}" for state in State if states[state] and not state.is_proven)
    return ", ".join((f"{proven} proven", *missed))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
