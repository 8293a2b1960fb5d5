"""The notices of a draft, put into pages that are made: they change with every problem, and the pages need not.

A page of a server bears a place for its notice. While it is made nothing stands there, so it is made of the same
whatever is wrong; what stands there afterwards is put in, or put in the place of another.
"""

import os
from collections.abc import Container, Iterable
from pathlib import Path

from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from onrecord.clashes import address_of
from onrecord.drafting import Draft
from onrecord.plugin.last_site import LastSite
from onrecord.plugin.links import Addresses, Links
from onrecord.plugin.pages import OnrecordPage
from onrecord.urls import ids_in

_BEGIN, _END = "<!-- problems -->", "<!-- end of problems -->"
"""Around the place; words of authors are escaped, so no notice holds either."""


def with_place(html: str) -> str:
    """Give a page the place for its notice."""
    return f"{_BEGIN}{_END}\n{html}"


def put_on_made(draft: Draft, addresses: Addresses, last: LastSite, pages: Iterable[OnrecordPage]) -> None:
    """Put the notices of a draft on generated pages that were made or taken over just now."""
    for page in pages:
        notice = draft.notice_at(page.address)
        if notice:
            page.present_anchor_ids = _more_ids(page.present_anchor_ids, ids_in(notice))  # other pages lead to them
        if notice != last.notice_on(page.address):
            _put(page, notice, addresses)
            last.note_notice(page.address, notice)


def put_on_others(draft: Draft, addresses: Addresses, files: Files, before: Draft | None = None) -> None:
    """Put them on the pages that are written by hand, on which nothing stands yet, or that of a draft before."""
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.page is None or isinstance(file.page, OnrecordPage):
            continue
        address = address_of(file.src_uri)
        notice = draft.notice_at(address)
        if notice != (before.notice_at(address) if before else ""):
            _put(file.page, notice, addresses)


def _put(page: Page, notice: str, addresses: Addresses) -> None:
    """Put a notice into the file of a page: into a new one, since the last site may have the same."""
    path = Path(page.file.abs_dest_path)
    head, begin, rest = path.read_bytes().partition(_BEGIN.encode())
    _, end, tail = rest.partition(_END.encode())
    if not end:  # a template that shows no content
        return
    told = Links(page.file, addresses).resolve(notice).encode("utf-8", "xmlcharrefreplace")
    aside = f"{path}.new"
    Path(aside).write_bytes(b"".join((head, begin, told, end, tail)))
    os.replace(aside, path)  # noqa: PTH105  a path of text


class _MoreIds(set[str]):
    """Ids, and those of a page that are known already, whatever they are kept in."""

    def __init__(self, ids: Iterable[str], known: Container[str]) -> None:
        super().__init__(ids)
        self._known = known

    def __contains__(self, place: object) -> bool:
        return super().__contains__(place) or place in self._known


def _more_ids(known: Container[str] | None, ids: Iterable[str]) -> set[str]:
    return _MoreIds(ids, () if known is None else known)
