"""Answers that are asked for again and again, kept for a while.

They are known by which values were asked about, and not by what these hold: to compare two sources takes longer than
most answers do. Only a function of its arguments alone may be kept, which asks an index nothing that anybody notes.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def kept(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep so many answers of a function at most; then it begins anew, so that it holds no value for long."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        answers: dict[tuple[int, ...], tuple[object, R]] = {}

        @wraps(function)
        def ask(*asked: P.args, **named: P.kwargs) -> R:
            if named:
                return function(*asked, **named)
            key = tuple(map(id, asked))
            found = answers.get(key)
            if found is None:
                if len(answers) >= most:
                    answers.clear()
                found = answers[key] = (
                    asked,
                    function(*asked, **named),
                )  # what was asked about is held, or its id is another's
            return found[1]

        return ask

    return decorate
