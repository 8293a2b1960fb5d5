"""The pieces of a site gathered in their order, those that were made and those that the last site has.

What there may be more of than memory has room for is put aside on the disk.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from sys import intern
from typing import Any

from onrecord.data import Files, Frame, fill_frame
from onrecord.pieces import Addition, Pieces
from onrecord.remembered import UNSEEN, Memory, Piece, Stretch
from onrecord.rendered import RenderedPage
from onrecord.stored import Aside, Packed, SitePage, Store, tell

Content = Addition | Files | RenderedPage | Packed


class Gathering:
    """What has been gathered of a site."""

    def __init__(self, pieces: Pieces, memory: Memory) -> None:
        """Begin with nothing."""
        self._pieces = pieces
        self._memory = memory
        self._store = Store()
        self.aside = Aside()
        self._added: dict[str, list[tuple[int, Callable[[], bytes]]]] = defaultdict(list)
        self.files: dict[str, bytes | str] = {}
        self.placed: dict[str, Path] = {}
        self.pages: list[SitePage] = []
        self.described: list[Piece] = []

    def take(self, number: int, content: Content, subjects: tuple[str, ...]) -> None:
        """Take a piece that was made."""
        match content:
            case Addition(texts=texts):
                for gap, text in texts.items():
                    self._added[gap].append((number, partial(self._store.get, self._store.put(text.encode()))))
                self._describe(number, subjects)
            case Packed(told=told, content=packed):
                self.pages.append(replace(told, store=self._store, place=self._store.put(packed)))
                self._describe(number, subjects, told=told)
            case RenderedPage():
                self.pages.append(content)
                self._describe(number, subjects, told=tell(content))
            case _ if not self._memory.is_wanted:
                self.files.update(content)
            case _:
                self.placed.update((path, self.aside.put(each)) for path, each in content.items())
                self._describe(number, subjects, files=tuple((path, UNSEEN) for path in content))

    def take_over(self, number: int, piece: Piece) -> None:
        """Take a piece that is in the last site."""
        self.described.append(piece)
        if piece.told is not None:
            self.pages.append(replace(piece.told, remake=self._pieces.remake(number)))
        elif piece.added:
            for span in piece.added:
                self._added[span.gap].append((number, partial(self._memory.read, span)))
        else:
            self.placed.update((path, self._memory.folder / path) for path, _ in piece.files)

    def write_wholes(self) -> None:
        """Write the files that hold the whole dossier: into memory, or where they are to be remembered, onto the disk."""
        spans: dict[int, list[Stretch]] = defaultdict(list)
        for path, frame in self._pieces.whole_files.items():
            if not self._memory.is_wanted:
                self.files[path] = b"".join(text for text, _ in self._fill(frame))
            else:
                self.placed[path] = self._write_aside(path, frame, spans)
        for number, added in spans.items():
            files = tuple((path, UNSEEN) for path in dict.fromkeys(span.path for span in added))
            self.described[number] = replace(self.described[number], added=tuple(added), files=files)

    def _write_aside(self, path: str, frame: Frame, spans: dict[int, list[Stretch]]) -> Path:
        place = self.aside.new()
        with place.open("wb") as file:
            for text, source in self._fill(frame):
                if source is not None:
                    number, gap = source
                    spans[number].append(Stretch(gap, path, file.tell(), len(text)))
                file.write(text)
        return place

    def _fill(self, frame: Frame) -> Iterator[tuple[bytes, tuple[int, str] | None]]:
        """Give the text of a file in order, and of what a piece adds its number and the name of the gap."""
        added: tuple[int, str] | None = None

        def give(gap: str) -> Iterator[bytes]:
            nonlocal added
            for number, read in self._added[gap]:
                text = read()
                added = (number, gap)
                yield text

        for text in fill_frame(frame, give):
            if isinstance(text, bytes):
                yield text, added
            else:
                yield text.encode(), None

    def _describe(self, number: int, subjects: tuple[str, ...], **more: Any) -> None:  # noqa: ANN401  fields of a piece
        if self._memory.is_wanted:
            subjects = tuple(map(intern, subjects))
            self.described.append(replace(self._pieces.describe(number, subjects), **more))
