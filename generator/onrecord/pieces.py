"""The pieces that a site is made of: its pages and the files beside them, each planned, made and remembered by itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from onrecord.data import Added, Files, addition_plans, file_plans, head_plans, publication_of_files, whole_files
from onrecord.model import Dossier, Passage, Source
from onrecord.pages import Insertions, page_plans
from onrecord.pages.index import index_dossier
from onrecord.pages.paging import UNCUT, USUAL
from onrecord.pages.wording import Wording
from onrecord.programs import name_programs
from onrecord.remembered import HEADER, Digests, Memory, Piece, watch
from onrecord.render import render_page
from onrecord.rendered import RenderedPage
from onrecord.urls import Publication


@dataclass(frozen=True, slots=True)
class Addition:
    """What one source adds to the files that hold the whole dossier."""

    texts: Added


class Pieces:
    """All pieces of the site of a dossier: what sources add to the files that hold all of it, other files, and pages."""

    def __init__(
        self,
        dossier: Dossier,
        publication: Publication,
        insertions: Insertions,
        say: Wording,
        known: Digests | None = None,
    ) -> None:
        """Plan them; nothing is made yet. `known` are the digests of the last dossier, which spare some of this one's."""
        index = index_dossier(dossier, publication, USUAL)
        of_files = replace(index, publication=publication_of_files(dossier, publication), limits=UNCUT)
        self._noted: set[str] = set()
        self.whole_files = whole_files(of_files)
        watched, watched_files = watch(index, self._noted), watch(of_files, self._noted)
        self._additions = addition_plans(watched_files)
        self._files = file_plans(watched_files)
        self._pages = page_plans(watched, insertions)
        self.heads = head_plans(watched)
        self.digests = Digests(index, known)
        self._dossier = dossier
        self._publication = publication
        self._say = say

    def __len__(self) -> int:
        """Count them."""
        return len(self._plans)

    @property
    def first_page(self) -> int:
        """Give the number of the first page; those below are of files."""
        return len(self._additions) + len(self._files)

    def make(self, number: int) -> tuple[Addition | Files | RenderedPage, tuple[str, ...]]:
        """Make a piece; gives it, and the subjects that it asked for."""
        self._noted.clear()
        content: Addition | Files | RenderedPage
        if number < len(self._additions):
            content = Addition(self._additions[number]())
        elif number < self.first_page:
            content = self._files[number - len(self._additions)]()
        else:
            content = self._make_page(number)
        return content, tuple(sorted(self._noted))

    def find(self, memory: Memory) -> list[Piece | None]:
        """Find each piece that the last site has as it would be made again."""
        if not memory.pieces:
            return [None] * len(self)
        return [memory.find(root, self.digests) for root in self._roots]

    def prepare(self) -> None:
        """Make the digests that describing needs, before processes are forked: whoever goes through the dossier copies it from then on."""
        for each in self._dossier.passages:
            self.digests.of(each)
        self._roots  # noqa: B018  they are made when they are first asked for

    def describe(self, number: int, subjects: tuple[str, ...]) -> Piece:
        """Say what a piece was made of; whoever puts the site together adds what became of it."""
        asked = self.digests.of_subjects(subjects)
        return Piece(root=self._roots[number].hex(), subjects=subjects, asked=asked.hex())

    def digest_of(self, entity: Source | Passage) -> bytes:
        """Give the digest of a part of the dossier."""
        return self.digests.of(entity)

    @cached_property
    def base(self) -> str:
        """The hash of what all pieces are made of, whatever is in them."""
        dossier = self._dossier
        header = {name: getattr(dossier, name) for name in HEADER}
        parts = (header, self._publication, self.heads.of_others, *name_programs())
        return blake2b("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def _roots(self) -> list[bytes]:
        return [self.digests.of_plan(plan) for plan in self._plans]

    @property
    def _plans(self) -> tuple[Callable[[], object], ...]:
        return (*self._additions, *self._files, *self._pages)

    def _make_page(self, number: int) -> RenderedPage:
        view = self._pages[number - self.first_page]()
        return render_page(view, self._say, self.heads.of_pages[view.address], self._dossier.marking)

    def remake(self, number: int) -> Callable[[], RenderedPage]:
        """Give what makes a page when it is asked for."""
        return lambda: self._make_page(number)
