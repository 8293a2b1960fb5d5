"""One run over a project's content: read, assemble, check; all problems at once."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.assembly import assemble
from onrecord.checks import check
from onrecord.content import Content, read_content
from onrecord.model import Dossier, Proof
from onrecord.problems import Problem, sort_problems
from onrecord.timings import timed


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one run found."""

    content: Content
    dossier: Dossier
    """As far as it could be resolved; fit for publishing only where `has_errors` is false."""
    proofs: tuple[Proof, ...]
    problems: tuple[Problem, ...]
    """By file and place."""

    @property
    def has_errors(self) -> bool:
        """Tell whether a problem forbids to publish."""
        return any(problem.is_error for problem in self.problems)


def check_content(folder: Path, shown: str) -> Checked:
    """Check the content folder; `shown` is its path as the author knows it."""
    with timed("reading"):
        content, problems = read_content(folder, shown)
    with timed("assembling"):
        assembled = assemble(content, problems)
    with timed("checking"):
        doubts = check(assembled.dossier)
    return Checked(
        content=content,
        dossier=assembled.dossier,
        proofs=assembled.proofs,
        problems=sort_problems((*problems, *assembled.problems, *doubts)),
    )
