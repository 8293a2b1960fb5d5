"""One run over a project's content: read, assemble, check; all problems at once."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.assembly import Assembled, assemble
from onrecord.checks import check
from onrecord.circles import without_collecting
from onrecord.content import Content, read_content
from onrecord.freeing import give_back_memory
from onrecord.model import Dossier, Proof
from onrecord.problems import Problem, sort_problems
from onrecord.timings import timed
from onrecord.working import ALONE, Crew


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one run found."""

    content: Content
    dossier: Dossier
    """As far as it could be resolved; fit for publishing only where `has_errors` is false."""
    proofs: tuple[Proof, ...]
    problems: tuple[Problem, ...]
    """By file and place."""
    assembled: Assembled | None = field(default=None, repr=False, compare=False)
    """What the next check may take over, of which `without_files` keeps nothing."""

    @property
    def has_errors(self) -> bool:
        """Tell whether a problem forbids to publish."""
        return any(problem.is_error for problem in self.problems)

    def without_files(self) -> "Checked":
        """Give the same without what each file said: who publishes needs it no more, and it takes much memory."""
        return replace(self, content=replace(self.content, records=(), briefings=()), assembled=None)

    def let_go(self) -> None:
        """Give up what was read, for whoever has handed it on to other processes and would only keep its memory: it is asked for no more."""
        for name in ("content", "dossier", "proofs", "problems"):
            object.__delattr__(self, name)
        give_back_memory()


def check_content(folder: Path, shown: str, crew: Crew = ALONE, before: Assembled | None = None) -> Checked:
    """Check the content folder; `shown` is its path as the author knows it, and the crew reads the sources.

    What was assembled `before` is taken over where it would come out the same; it makes no difference to what is found.
    """
    with without_collecting():
        return _check(folder, shown, crew, before)


def _check(folder: Path, shown: str, crew: Crew, before: Assembled | None) -> Checked:
    with timed("reading"):
        content, problems = read_content(folder, shown, crew)
    with timed("assembling"):
        assembled = assemble(content, problems, before)
    with timed("checking"):
        doubts = check(assembled.dossier)
    return Checked(
        content=content,
        dossier=assembled.dossier,
        proofs=assembled.proofs,
        problems=sort_problems((*problems, *assembled.problems, *doubts)),
        assembled=assembled,
    )


def check_project(
    project: Path, content: str = "content", crew: Crew = ALONE, before: Assembled | None = None
) -> Checked:
    """Check the content of the project in this folder; places are shown relative to where the command runs.

    The crew reads the sources: this process alone, unless told. What was assembled `before` saves time and changes nothing.
    """
    folder = project / content
    return check_content(folder, shown_path(folder), crew, before)


def shown_path(folder: Path) -> str:
    """Write the path of a folder as the author knows it: relative to where the command runs."""
    return Path(os.path.relpath(folder)).as_posix()
