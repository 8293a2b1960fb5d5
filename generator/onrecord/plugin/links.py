"""Where a `page:` link leads on the site being built, checked against the pages and files that there are.

MkDocs never looks into raw HTML; so the places linked to are handed to it, and its own `validation` settings decide
how much a missing one weighs.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import quote

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from onrecord.clashes import address_of
from onrecord.urls import SCHEME, fragments_in, resolve, resolve_finished

_log = get_plugin_logger("onrecord")


class Addresses:
    """Every address of the site, generated or hand-written, with the file that makes it."""

    def __init__(self, files: Files) -> None:
        """Take the files of the site; they are looked at when the first page is rendered, all plugins having added theirs."""
        self.site_files = files

    @cached_property
    def files(self) -> dict[str, File]:
        """The file at each address."""
        return {address_of(file.src_uri): file for file in self.site_files if not file.inclusion.is_excluded()}


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page."""

    page: File
    addresses: Addresses
    places: dict[File, dict[str, str]] = field(default_factory=dict)
    """The places linked to: by file, each fragment with the link as it was written."""
    asked: set[str] = field(default_factory=set)
    """Every path linked to, whether there is something or not."""
    _ways: dict[str, str] = field(default_factory=dict)
    """Found already: the way from the page to each path."""

    def resolve(self, html: str) -> str:
        """Make every `page:` link relative to this page, and note each place linked to."""
        for fragment in fragments_in(html):
            self._note(self.page, fragment, f"#{fragment}")
        return resolve(html, self._url_of)

    def resolve_finished(self, html: str) -> tuple[str, list[str]]:
        """Do the same for finished HTML, more quickly; gives the ids in it too."""
        resolved, ids, fragments = resolve_finished(html, self._url_of)
        for fragment in fragments:
            self._note(self.page, fragment, f"#{fragment}")
        return resolved, ids

    def _url_of(self, address: str) -> str:
        path, mark, fragment = address.partition("#")
        self.asked.add(path)
        file = self.addresses.files.get(path)
        if file is None:
            _log.warning("page '%s' links to '%s', which does not exist.%s", self.page.src_uri, path, self._near(path))
            return SCHEME + address
        if mark:
            self._note(file, fragment, SCHEME + address)
        return ("" if mark and file is self.page else self._way_to(path, file)) + mark + quote(fragment)

    def _way_to(self, path: str, file: File) -> str:
        way = self._ways.get(path)
        if way is None:
            way = self._ways[path] = file.url_relative_to(self.page)
        return way

    def _note(self, file: File, fragment: str, link: str) -> None:
        self.places.setdefault(file, {}).setdefault(fragment, link)

    def _near(self, path: str) -> str:
        near = get_close_matches(path, self.addresses.files, n=1)
        return f" Did you mean '{near[0]}'?" if near else ""
