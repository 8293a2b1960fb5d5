"""Footnotes of a Word document, which python-docx has no interface for: the part of the package that holds them.

By ECMA-376-1, 17.11: a separator and a continuation separator first, then a note for each reference, counted from 1.
"""

from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

_EMPTY = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
TEXT_STYLE = "Footnote Text"
REFERENCE_STYLE = "Footnote Reference"


class Footnotes:
    """The footnotes of one document."""

    def __init__(self, document: Document) -> None:
        """Put an empty part into the package of the document, which has the two styles."""
        self._document = document
        self._root = parse_xml(_EMPTY)
        package = document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._count = 0
        self._declare()

    def _declare(self) -> None:
        """Name the separators in the settings, where Word looks for them (17.11.9); they stand before `w:compat`."""
        settings = self._document.settings.element
        declared = parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        compat = settings.find(qn("w:compat"))
        if compat is not None:
            compat.addprevious(declared)
        else:
            settings.append(declared)

    def add(self, paragraph: Paragraph) -> Paragraph:
        """Refer from the end of a paragraph to a new note; give the paragraph of the note."""
        self._count += 1
        reference = paragraph.add_run(style=REFERENCE_STYLE)._r  # noqa: SLF001  there is no other way to its XML
        mark = reference.makeelement(qn("w:footnoteReference"), {qn("w:id"): str(self._count)})
        reference.append(mark)
        note = parse_xml(f'<w:footnote {nsdecls("w")} w:id="{self._count}"><w:p/></w:footnote>')
        self._root.append(note)
        words = Paragraph(cast(CT_P, note[0]), paragraph._parent)  # noqa: SLF001  it looks styles up by its parent
        words.style = self._document.styles[TEXT_STYLE]
        own = words.add_run(style=REFERENCE_STYLE)._r  # noqa: SLF001  as above
        own.append(own.makeelement(qn("w:footnoteRef"), {}))
        words.add_run(" ")
        return words
