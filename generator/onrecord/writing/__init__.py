"""The website as a folder of plain Markdown files with a `mkdocs.yml`, for any engine that reads those.

The pages are the plugin's, made for folder addresses (`use_directory_urls`); the folder needs neither Onrecord nor
the project any more.
"""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from onrecord.clashes import OPENING, find_clashes
from onrecord.problems import Problem, sort_problems
from onrecord.render import OWN_SEARCH
from onrecord.site import Site, source_path
from onrecord.site_language import check_language
from onrecord.urls import HOME, Publication
from onrecord.writing.documents import document
from onrecord.writing.folder import RefusedError, check_folder, replace_folder
from onrecord.writing.settings import Settings, adapt_settings, read_settings

__all__ = ["RefusedError", "read_publication", "write_site"]

DOCS = "docs"
"""The folder of pages inside the folder that is written."""


def read_publication(project: Path) -> Publication:
    """Read from the project's `mkdocs.yml` where the written pages will be, which is at folder addresses, and their language.

    Raises RefusedError where the settings cannot be carried over.
    """
    settings = read_settings(project)
    return Publication(site_url=settings.site_url, language=settings.language)


def write_site(site: Site, project: Path, folder: Path) -> tuple[Problem, ...]:
    """Write the site of the project into the folder, all or nothing, and give its problems; errors forbid to write.

    Raises RefusedError where the folder is not ours to replace, or `mkdocs.yml` cannot be carried over.
    """
    site = replace(
        site, files={path: each for path, each in site.files.items() if path != OWN_SEARCH}
    )  # engines have theirs
    settings = read_settings(project)
    docs = project / settings.docs_dir
    check_folder(folder, (project, docs))
    hand_written = _hand_written(docs, settings)
    shown = {path: (PurePosixPath(settings.docs_dir) / path).as_posix() for path in hand_written}
    publication = Publication(language=settings.language)
    problems = sort_problems((*site.problems, *find_clashes(site, shown), *check_language(site, publication)))
    if not any(problem.is_error for problem in problems):
        replace_folder(folder, _plan(site, project, settings, hand_written))
    return problems


def _plan(site: Site, project: Path, settings: Settings, hand_written: dict[str, bytes]) -> dict[str, bytes]:
    """Say what each file of the folder holds, by path below it."""
    opening = hand_written.get(OPENING, b"").decode("utf-8-sig")
    pages = {
        source_path(page.address): document(page.whole(), opening if page.address == HOME else "").encode()
        for page in site.pages
    }
    files = {path: content.encode() if isinstance(content, str) else content for path, content in site.files.items()}
    below = {f"{DOCS}/{path}": content for path, content in (hand_written | files | pages).items()}
    return (
        below | _theme(project, settings) | {"mkdocs.yml": adapt_settings(settings, site, tuple(hand_written)).encode()}
    )


def _hand_written(docs: Path, settings: Settings) -> dict[str, bytes]:
    """Read the files of the docs folder that are published."""
    left_out = settings.left_out("exclude_docs", "draft_docs")
    paths = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in paths.items() if not left_out.match_file(name)}


def _theme(project: Path, settings: Settings) -> dict[str, bytes]:
    """Read the author's own templates, which keep their place."""
    if settings.theme_dir is None:
        return {}
    folder = project / settings.theme_dir
    if not folder.resolve().is_relative_to(project.resolve()):
        raise RefusedError(f"`custom_dir` of mkdocs.yml lies outside the project: {settings.theme_dir}")
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in paths}
