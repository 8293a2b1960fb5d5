"""From a project's folder to its website as a value: read, assemble, check, plan and render."""

from pathlib import Path

from onrecord.site import Site


def make_site(project: Path, content: str = "content") -> Site:
    """Make the website of the project in this folder from its content folder, or tell why not in problems."""
    raise NotImplementedError(project, content)
