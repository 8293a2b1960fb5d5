"""The last line of a report: how many problems there are, or how many words are proven."""

from collections import Counter

from onrecord.model import PassageKind, Proof, State
from onrecord.problems import Problem


def summarise_problems(problems: tuple[Problem, ...]) -> str:
    """Count errors, warnings and the files they are in: `2 errors, 1 warning in 3 files`."""
    errors = sum(problem.is_error for problem in problems)
    told = [_count(errors, "error")] if errors else []
    told += [_count(len(problems) - errors, "warning")] if len(problems) > errors else []
    files = len({problem.location.path for problem in problems})
    return f"{', '.join(told)} in {_count(files, 'file')}" if told else "no problems"


def summarise_passages(passages: tuple[Proof, ...]) -> str:
    """Count passages and what became of them: `12 quotes and 8 statements in 1 source: every word proven`."""
    if not passages:
        return "no quotes and no statements"
    kinds = Counter(passage.kind for passage in passages if passage.part_of is None)
    counted = " and ".join(_count(kinds[kind], kind) for kind in PassageKind if kinds[kind])
    sources = len({passage.source for passage in passages})
    return f"{counted} in {_count(sources, 'source')}: {_tell_states(passages)}"


def _tell_states(passages: tuple[Proof, ...]) -> str:
    if all(passage.state.is_proven for passage in passages):
        return "every word proven"
    states = Counter(passage.state for passage in passages)
    proven = sum(states[state] for state in State if state.is_proven)
    missed = (f"{states[state]} {state}" for state in State if states[state] and not state.is_proven)
    return ", ".join((f"{proven} proven", *missed))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
