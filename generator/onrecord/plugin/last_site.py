"""Pages of the last site that this one would make again, put in place as they are.

A page in place depends on more than what it shows: on what is around it (the settings, the theme, the navigation, the
pages written by hand) and on whether there is a page at each address that it links to. Where that is the same, the file
is a second name of the last one. What MkDocs has to know of such a page was noted when it was made.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b, sha256
from itertools import chain
from pathlib import Path

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from onrecord.clashes import address_of
from onrecord.plugin.pages import OnrecordPage
from onrecord.remembered import NOTHING, UNSEEN, Looked, Memory, Piece
from onrecord.site import Site
from onrecord.stored import Store


class LinkedFile(File):
    """A file that lies in the last site as it would be made again, or was put aside."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  as MkDocs calls it
        """Put it in place."""
        del dirty
        link_file(Path(str(self.abs_src_path)), Path(self.abs_dest_path))


def link_file(last: Path, place: Path) -> None:
    """Give a file a second name; where the system cannot, copy it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(last, place)
    except OSError:
        shutil.copy2(last, place)


class LastSite:
    """What is taken over of the last site, and what is remembered of this one."""

    def __init__(self, site: Site, around: str, files: Files) -> None:
        """Take the new site, the hash of what is around its pages, and its files."""
        self._memory = site.memory
        self._around = around
        self._files = files
        self._pieces = {each.told.address: each for each in site.pieces if each.told}
        self._others = [each for each in site.pieces if each.told is None]
        self._addresses = {address_of(file.src_uri) for file in files if not file.inclusion.is_excluded()}
        pages = "\n".join(sorted(self._addresses))
        self._all = blake2b(pages.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        self._noted: dict[str, Callable[[], bytes]] = {}
        self._store = Store()
        self._kept: set[str] = set()

    def split(self, pages: Iterable[OnrecordPage]) -> tuple[list[OnrecordPage], list[OnrecordPage]]:
        """Part the pages that are in the last site from those that have to be made."""
        kept: list[OnrecordPage] = []
        missing: list[OnrecordPage] = []
        for page in pages:
            (kept if self._is_there(page) else missing).append(page)
        return kept, missing

    def take_over(self, kept: Sequence[OnrecordPage], *, needs_entries: bool) -> Iterator[tuple[OnrecordPage, bytes]]:
        """Put pages of the last site in place; gives those of which somebody will ask what was noted of them, with that."""
        linking = self._linking({page.file.src_uri for page in kept})
        made = {address_of(file.src_uri) for file in self._files.documentation_pages()} - {
            each.address for each in kept
        }
        self._kept.update(each.address for each in kept)
        for page in kept:
            piece = self._pieces[page.address]
            for path, _ in piece.files:
                last, place = self._memory.folder / path, Path(page.file.abs_dest_path)
                if last != place:
                    link_file(last, place)
            noted = self._memory.noted_of(piece)
            self._noted[page.address] = partial(bytes, noted)
            if needs_entries or page.file.src_uri in linking or not made.isdisjoint(piece.links):
                yield page, noted

    def note(self, page: OnrecordPage, noted: bytes, links: Iterable[str], *, has_prose: bool) -> None:
        """Note of a page that was made what is to be remembered."""
        piece = self._pieces.get(page.address)
        if piece is not None and self._around:
            self._pieces[page.address] = replace(
                piece,
                files=((page.file.dest_uri, UNSEEN),),
                links=tuple(sorted(links)),
                has_prose=has_prose,
                notice="",
            )
            self._put(page, noted)

    def notice_on(self, address: str) -> str:
        """Give the notice that stands on a page: none where it was made just now."""
        return self._pieces[address].notice if address in self._kept else ""

    def note_notice(self, address: str, notice: str) -> None:
        """Note that another notice was put on a page."""
        piece = self._pieces.get(address)
        if piece is not None:
            files = tuple((path, UNSEEN) for path, _ in piece.files)
            self._pieces[address] = replace(piece, notice=notice, files=files)

    def _put(self, page: OnrecordPage, noted: bytes) -> None:
        self._noted[page.address] = partial(self._store.get, self._store.put(noted))

    def remember(self, folder: Path) -> Memory:
        """Remember this site, as it lies in a folder, instead of the last one."""
        if not self._around:
            return NOTHING
        pages = ((piece, self._noted[address]()) for address, piece in self._pieces.items() if address in self._noted)
        pieces = chain(((each, b"") for each in self._others), pages)
        looked = Looked(folder)
        seen = ((_seen(piece, looked), noted) for piece, noted in pieces if piece.root)
        return replace(self._memory, folder=folder).renewed(self._around, self._all, seen)

    def _is_there(self, page: OnrecordPage) -> bool:
        piece = self._pieces.get(page.address)
        return (
            page.is_remembered
            and piece is not None
            and self._around != ""
            and self._memory.around == self._around
            and self._addresses.issuperset(piece.links)
            and (not piece.has_prose or self._memory.addresses == self._all)
        )

    def _linking(self, kept: set[str]) -> set[str]:
        """Say which pages others link to that are not taken over."""
        found: set[str] = set()
        for file in self._files.documentation_pages():
            if file.page is not None and file.src_uri not in kept:
                found.update(each.src_uri for each in file.page.links_to_anchors or {})
        return found


def _seen(piece: Piece, looked: Looked) -> Piece:
    """Look at the files of a piece that were made, which those of the last site need not; one that is not there stays unseen."""
    if all(left != UNSEEN for _, left in piece.files):
        return piece
    return replace(piece, files=tuple((path, looked[path] or UNSEEN) for path, _ in piece.files))


def hash_around(settings: str, navigation: Navigation, site: Site, stemmers: str) -> str:
    """Hash what is around every page, of which `settings` are a hash already; empty where that is not known."""
    if not settings:
        return ""
    told = (settings, _tell(navigation), site.head, stemmers, *site.styles, *site.scripts)
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _tell(navigation: Navigation) -> str:
    """Say what every page may show of the others."""

    def told(items: Iterable[object]) -> list[object]:
        return [
            (
                type(each).__name__,
                getattr(each, "title", ""),
                getattr(each, "url", ""),
                told(getattr(each, "children", None) or ()),
            )
            for each in items
        ]

    return repr(told(navigation.items))
