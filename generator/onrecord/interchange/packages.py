"""ZIP packages and XML that others made, opened with limits: no bomb, no entity and no path out of them."""

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from onrecord.interchange.exchange import UnreadableError

LARGEST_MEMBER = 200_000_000
"""Bytes that one member may unpack to,"""
LARGEST_PACKAGE = 1_000_000_000
"""and all of them,"""
MOST_MEMBERS = 20_000
"""and how many there may be."""
UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no `Char` is (XML 1.0, 2.2)."""
DAY_ONE = (1980, 1, 1, 0, 0, 0)
"""The first day that a package can name."""
_WRITTEN = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_DEEPEST = 200
"""How deep elements may nest."""


class Package:
    """A ZIP file, its members found by their names in any case, as programs on Windows write them."""

    def __init__(self, data: bytes) -> None:
        """Open it; UnreadableError where it is none, or promises too much."""
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
            members = self._file.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fault:
            raise UnreadableError("the package is damaged", "export it anew: it may be cut off") from fault
        if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > LARGEST_PACKAGE:
            raise UnreadableError(
                f"the package holds more than {MOST_MEMBERS:,} files or {LARGEST_PACKAGE:,} bytes", "split the project"
            )
        self.names = tuple(each.filename for each in members if not each.is_dir())
        self._by_name = {each.filename.casefold().replace("\\", "/"): each for each in members}

    def read(self, name: str) -> bytes | None:
        """Read a member; None where there is none of that name."""
        member = self._by_name.get(name.casefold())
        if member is None:
            return None
        try:
            with self._file.open(member) as opened:
                data = opened.read(LARGEST_MEMBER + 1)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError) as fault:
            why = "encrypted" if member.flag_bits & 1 else "damaged"
            raise UnreadableError(f"`{member.filename}` in the package is {why}", "export it anew") from fault
        except Exception as fault:  # zlib and lzma have errors of their own
            raise UnreadableError(f"`{member.filename}` in the package is damaged", "export it anew") from fault
        if len(data) > LARGEST_MEMBER:
            raise UnreadableError(f"`{member.filename}` in the package unpacks to more than {LARGEST_MEMBER:,} bytes")
        return data


def is_package(data: bytes) -> bool:
    """Tell whether bytes begin as a ZIP file does."""
    return data.startswith(b"PK\x03\x04")


def timeless(data: bytes) -> bytes:
    """Take the hour of writing out of a package of ours, so that the same content gives the same bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = _WRITTEN.sub(b"", old.read(name)) if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, DAY_ONE), member, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def sound(text: str) -> str:
    """Put the replacement character in the place of what XML cannot hold."""
    return UNWRITABLE.sub("\ufffd", text)


def read_xml(data: bytes) -> Element:
    """Parse XML; UnreadableError where it is broken, or declares entities or a document type."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as fault:
        raise UnreadableError(
            "the XML declares entities or a document type, which may hide what it holds",
            "no program writes such a file; do not trust it",
        ) from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableError(f"the XML is broken: {fault}", "export it anew: it may be cut off") from fault
    _refuse_depth(root)
    return root


def _refuse_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableError(f"the XML is nested more than {_DEEPEST} deep")
        level = [child for element in level for child in element]


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
