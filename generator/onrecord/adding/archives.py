"""Documents that are zip files: their members, after a look at what unpacking them would come to.

Nothing is unpacked to the disk. XML with a document type is refused, since no such document has one, and entities come
with it: the billion laughs, and files of whoever reads.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from onrecord.adding.extracted import CannotAddError, Document
from onrecord.problems import LOCKED, TOO_LARGE, UNREADABLE_DOCUMENT, UNSAFE_DOCUMENT

_MOST_BYTES = 400 * 2**20
"""Unpacked, in all."""
_MOST_MEMBERS = 20_000
_LARGEST_XML = 100 * 2**20
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Archive:
    """An open zip file whose size was looked at."""

    file: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """Read a member; raises `CannotAddError` where there is none, or where it is damaged."""
        if name not in self.names:
            raise CannotAddError(UNREADABLE_DOCUMENT, f"the file is damaged: it has no part `{name}`")
        return self.file.read(name)

    def parse(self, name: str) -> etree._Element:
        """Read a member as XML; raises `CannotAddError` where it has a document type (D105)."""
        data = self.read(name)
        check_xml(name, data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        return etree.fromstring(data, parser)


def open_archive(document: Document) -> Archive:
    """Open a zip file; raises `CannotAddError` where it is none (D101), locked (D103), or a bomb (D104)."""
    try:
        file = zipfile.ZipFile(io.BytesIO(document.data))
    except (zipfile.BadZipFile, ValueError, OverflowError) as fault:
        raise CannotAddError(
            UNREADABLE_DOCUMENT, f"the file is no `{document.ending}`, or is damaged: {fault}", "open and save it anew"
        ) from None
    members = file.infolist()
    unpacked = sum(each.file_size for each in members)
    if unpacked > _MOST_BYTES or len(members) > _MOST_MEMBERS:
        raise CannotAddError(
            TOO_LARGE,
            f"unpacked it would come to {unpacked // 2**20:,} MB in {len(members):,} parts, which no document needs",
        )
    if any(each.flag_bits & _ENCRYPTED for each in members):
        raise CannotAddError(LOCKED, "the file is locked by a password", "open it and save it without the password")
    return Archive(file, frozenset(each.filename for each in members))


def check_all_xml(archive: Archive, endings: Iterable[str] = (".xml", ".rels")) -> None:
    """Look at all XML of an archive before somebody else's program reads it."""
    for name in sorted(archive.names):
        if name.endswith(tuple(endings)):
            check_xml(name, archive.read(name))


def check_xml(name: str, data: bytes) -> None:
    """Refuse XML that has a document type (D105), is too large (D104) or damaged (D101)."""
    if len(data) > _LARGEST_XML:
        raise CannotAddError(TOO_LARGE, f"its part `{name}` has {len(data) // 2**20:,} MB, which no document needs")
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise CannotAddError(
            UNSAFE_DOCUMENT,
            f"its part `{name}` declares a document type, as files do that read others or grow without end",
            "if you trust it, open and save it anew",
        )

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat's own
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise CannotAddError(
            UNREADABLE_DOCUMENT, f"its part `{name}` is damaged: {fault}", "open and save it anew"
        ) from None
