"""MkDocs' log, told to whoever looks at the terminal."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.plugin.faults import is_news


@contextmanager
def telling() -> Iterator[None]:
    """Tell warnings and what is worse, but for the problems of the content: whoever builds has told them."""
    log = logging.getLogger("mkdocs")
    level = log.level
    handler = listen(logging.WARNING)
    handler.addFilter(is_news)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def listen(level: int) -> logging.Handler:
    """Send MkDocs' log to the terminal, and spare readers Material's notice about MkDocs 2."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log = logging.getLogger("mkdocs")
    log.setLevel(level)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    log.addHandler(handler)
    return handler
