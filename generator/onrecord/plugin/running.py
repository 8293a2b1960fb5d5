"""Run MkDocs on a project, as `mkdocs build` and `mkdocs serve` would."""

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from onrecord.plugin.faults import is_news

SETTINGS = "mkdocs.yml"


def build_site(project: Path, folder: Path, *, strict: bool) -> bool:
    """Build the website into the folder, whose last one stays until the new one is whole; tell whether it went well.

    The problems of the content are not told: whoever builds has checked it.
    """
    _listen(logging.WARNING).addFilter(is_news)
    # MkDocs takes a relative folder as one beside its settings, and not as one where the command runs.
    aside = folder.resolve().with_name(f".{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        config = load_config(str(project / SETTINGS), site_dir=str(aside), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build.build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as stop:
        logging.getLogger("mkdocs").critical("%s", stop)
        shutil.rmtree(aside, ignore_errors=True)
        return False
    _swap(aside, folder)
    return True


def serve_site(project: Path, address: str) -> None:
    """Serve the website and rebuild it at every change, until interrupted."""
    _listen(logging.INFO)
    serve.serve(str(project / SETTINGS), dev_addr=address)


def _swap(aside: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        folder.rename(old)
    aside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _listen(level: int) -> logging.Handler:
    """Send MkDocs' log to the terminal, and spare readers Material's notice about MkDocs 2."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log = logging.getLogger("mkdocs")
    log.setLevel(level)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    log.addHandler(handler)
    return handler
