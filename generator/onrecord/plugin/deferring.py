"""The generated pages of a build made after all others, spread over processes.

MkDocs asks each page for its content, later has the theme put around it, and writes it. Of a deferred page it gets
nothing to write: the same is done here for all of them, by MkDocs' own functions, when everything else is known that
a page may show. What plugins note of a page while it is made is brought back from the processes.

A plugin or hook that sees pages may note anything, in memory of its own; where there is one that is not known, no
page is deferred.
"""

import logging
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from onrecord.forking import count_workers, map_forked
from onrecord.plugin.last_site import LastSite
from onrecord.plugin.pages import OnrecordPage
from onrecord.plugin.search import entries_of
from onrecord.plugin.shells import ShelledEnvironment
from onrecord.progress import advance
from onrecord.remembered import Noted, read_noted, write_noted
from onrecord.stored import Store

_SEEING = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_KNOWN = ("material.plugins.search.", "mkdocs.contrib.search", "properdocs.contrib.search", "onrecord.plugin")
"""How the modules of plugins begin of which is known what they note of a page."""
_MADE = "onrecord/made.html"
"""The name of a template that is empty."""
_log = logging.getLogger(build.__name__)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages are made in, and by how many processes at most."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    workers: int


@dataclass(frozen=True, slots=True)
class _Made:
    """What is told of a page that was made in another process."""

    noted: bytes
    ids: str
    """As `_Ids` takes them."""
    entries: Sequence[Any]
    """Of the theme's search."""
    links: frozenset[str]
    """The addresses that it links to."""
    has_prose: bool
    log: Sequence[logging.LogRecord]


class _Ids:
    """The ids on a page, as one text: a set of them takes ten times the memory, and most are never asked for."""

    def __init__(self, ids: str) -> None:
        self._ids = f"\n{ids}\n"

    def __contains__(self, place: object) -> bool:
        return f"\n{place}\n" in self._ids


class _Links(Mapping[File, Mapping[str, str]]):
    """The places that a page links to, read when they are asked for."""

    def __init__(self, read: Callable[[], bytes], files: Files) -> None:
        self._read = read
        self._files = files

    def _found(self) -> dict[File, Mapping[str, str]]:
        return {self._files.src_uris[path]: places for path, places in read_noted(self._read()).links.items()}

    def __getitem__(self, file: File) -> Mapping[str, str]:
        return self._found()[file]

    def __iter__(self) -> Iterator[File]:
        return iter(self._found())

    def __len__(self) -> int:
        return len(self._found())

    def __bool__(self) -> bool:
        return True

    def items(self) -> ItemsView[File, Mapping[str, str]]:
        return self._found().items()


def defer(files: Files, config: MkDocsConfig, *, always: bool = False) -> bool:
    """Defer the generated pages where that changes nothing but the time it takes; tell whether they are.

    They are where several processes can make them, or `always`.
    """
    pages = pages_of(files)
    is_worth_it = always or count_workers(len(pages)) > 1
    is_deferred = is_worth_it and all(map(_is_known, _seeing(config)))
    for page in pages:
        page.is_deferred = is_deferred
    return is_deferred


def make_deferred(around: Surroundings, last: LastSite) -> None:
    """Make and write the deferred pages that the last site has not, and take over the others."""
    pages = [page for page in pages_of(around.files) if page.is_deferred]
    if not pages:
        return
    for page in pages:
        page.is_deferred = False
    kept, missing = last.split(pages)
    if missing:
        _make_all(missing, around, last)
    for page in kept:
        _leave(page)
    for page, written in last.take_over(kept, needs_entries=entries_of(around.config) is not None):
        noted = read_noted(written)
        _take(page, "\n".join(noted.ids), noted.entries, partial(bytes, written), around)


def leave_to_mkdocs(environment: jinja2.Environment) -> None:
    """Let MkDocs find the template of the pages that are made."""
    made = jinja2.DictLoader({_MADE: ""})
    environment.loader = jinja2.ChoiceLoader([made, *filter(None, [environment.loader])])


def _make_all(pages: Sequence[OnrecordPage], around: Surroundings, last: LastSite) -> None:
    first, *others = pages
    store = Store()
    shown = around.files.documentation_pages(inclusion=InclusionLevel.is_included)
    # MkDocs takes templates of an environment, and nothing else.
    shelled = cast("jinja2.Environment", ShelledEnvironment(around.environment))

    def make(piece: int) -> _Made:
        return _make(others[piece], around, shown, shelled)

    def take(page: OnrecordPage, made: _Made) -> None:
        _leave(page)
        _take(page, made.ids, made.entries, partial(store.get, store.put(made.noted)), around)
        for record in made.log:
            logging.getLogger(record.name).handle(record)
        if not made.log:  # what was told is to be told again
            last.note(page, made.noted, made.links, has_prose=made.has_prose)

    # The first in this process, so that the others have its templates ready.
    take(first, _make(first, around, shown, shelled))
    for page, each in zip(
        others, map_forked(make, len(others), min(around.workers, count_workers(len(pages)))), strict=True
    ):
        take(page, each)
        advance()


def _leave(page: OnrecordPage) -> None:
    """Leave a page to MkDocs as one that is made, and of which nobody asks anything."""
    page.present_anchor_ids = set()
    page.links_to_anchors = {}
    page.meta["template"] = _MADE
    page.found = ()


def _take(
    page: OnrecordPage, ids: str, entries: Sequence[Any], links: Callable[[], bytes], around: Surroundings
) -> None:
    """Take over what was noted of a page."""
    page.present_anchor_ids = cast("set[str]", _Ids(ids))  # MkDocs asks what is in it, and nothing else
    page.links_to_anchors = cast("dict[File, dict[str, str]]", _Links(links, around.files))
    page.found = entries


class MadePages(logging.Filter):
    """Keeps MkDocs from telling that pages have come out empty which are written already."""

    def __init__(self, files: Files) -> None:
        """Take the files of the site, and begin to listen."""
        super().__init__()
        self._told = {f"Page skipped: '{page.file.src_uri}'. Generated empty output." for page in pages_of(files)}
        _log.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is to be told."""
        return record.getMessage() not in self._told

    def end(self) -> None:
        """Listen no more."""
        _log.removeFilter(self)


def _make(page: OnrecordPage, around: Surroundings, shown: Sequence[File], environment: jinja2.Environment) -> _Made:
    config, files = around.config, around.files
    entries = entries_of(config)
    entries = [] if entries is None else entries
    before = len(entries)
    with _listening() as log:
        build._populate_page(page, config, files)  # noqa: SLF001  MkDocs' own way to make a page
        build._build_page(page, config, shown, around.navigation, environment)  # noqa: SLF001  the same
    noted = Noted(
        ids=tuple(page.present_anchor_ids or ()),
        links={file.src_uri: places for file, places in (page.links_to_anchors or {}).items()},
        entries=entries[before:],
    )
    made = _Made(
        noted=write_noted(noted),
        ids="\n".join(noted.ids),
        entries=noted.entries,
        links=frozenset(page.links.asked),
        has_prose=page.has_prose,
        log=log,
    )
    page.let_go()
    del entries[before:]
    return made


def pages_of(files: Files) -> list[OnrecordPage]:
    """List the generated pages among the files of a site."""
    return [file.page for file in files.documentation_pages() if isinstance(file.page, OnrecordPage)]


def _seeing(config: MkDocsConfig) -> Iterator[Callable[..., object]]:
    for event in _SEEING:
        yield from config.plugins.events.get(event, ())


def _is_known(method: Callable[..., object]) -> bool:
    return type(getattr(method, "__self__", None)).__module__.startswith(_KNOWN)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Keep what is logged, to be told elsewhere; where the work fails it is told here and now."""
    log = logging.getLogger(build.__name__.partition(".")[0])
    kept = _Kept()
    handlers, log.handlers = log.handlers, [kept]
    try:
        yield kept.records
    except BaseException:
        log.handlers = handlers
        for record in kept.records:
            log.handle(record)
        raise
    finally:
        log.handlers = handlers


class _Kept(logging.Handler):
    """Keeps records in a form that can be sent to another process."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.records.append(record)
