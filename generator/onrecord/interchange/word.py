"""A Word document for each briefing: the print's own tree, with footnotes, quotes and the sources in full.

The documents are for ministries and others who pass on Word files. Places name the source and its paragraph, which no page
break moves.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Row

from onrecord import urls
from onrecord.checking import Checked
from onrecord.interchange.exchange import UnwritableError
from onrecord.interchange.packages import sound, timeless
from onrecord.interchange.word_footnotes import REFERENCE_STYLE, TEXT_STYLE, Footnotes
from onrecord.interchange.word_text import CODE_STYLE, QUIET_STYLE, Look, Writer
from onrecord.model import Briefing, Dossier
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.pages.source import plan_source
from onrecord.pages.topic import TopicPage, plan_topic
from onrecord.printing.chapters import print_chapter
from onrecord.printing.nodes import Block, primary
from onrecord.printing.places import find_places
from onrecord.printing.sources import print_source
from onrecord.urls import NOWHERE

_GREY = RGBColor(0x59, 0x59, 0x59)
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_COLOURED = ("Title", "Subtitle", "Caption", "Intense Quote", *(f"Heading {level}" for level in range(1, 10)))
"""Styles that Word's own template sets in blue."""
_PAPERS = {"a4": (Mm(210), Mm(297)), "us-letter": (Mm(215.9), Mm(279.4))}
_MARGIN = Mm(25)
_SMALL = Pt(9)
_LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001  python-docx wants it naive
_DEEPEST_LIST = 3
"""Levels of lists that Word's own styles have."""


def write_documents(checked: Checked) -> dict[str, bytes]:
    """Write a document for each briefing, by its name; UnwritableError where there is none."""
    if not checked.dossier.briefings:
        raise UnwritableError("there is no briefing that a document could be made of; write one in content/briefings/")
    index = index_dossier(checked.dossier, NOWHERE)
    return {f"{each.topic.id}.docx": _write(each, index) for each in checked.dossier.briefings}


def _write(briefing: Briefing, index: DossierIndex) -> bytes:
    dossier = index.dossier
    view = plan_topic(briefing.topic, index)
    places = find_places(index, frozenset())
    writer = _WordFile(dossier, index.say.language.tag)
    writer.add_head(view, dossier)
    chapter = print_chapter(view, places)
    writer.add_blocks(chapter["blocks"])
    shown = {row.reference.address for row in view.sources} | {each.source.address for each in view.cited}
    sources = [each for each in dossier.sources if urls.source_address(each.key) in shown]
    if sources:
        writer.add_heading(index.say.SOURCES, 1)
    for source in sources:
        writer.add_source(print_source(plan_source(source, index), places))
    return writer.finish(view.title)


class _WordFile:
    """One document being written."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self._document = Document()
        self._make_styles(primary(language))
        section = self._document.sections[0]
        section.page_width, section.page_height = _PAPERS[dossier.printing.paper]
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        self._width = Length(section.page_width - 2 * _MARGIN)
        self._writer = Writer(Footnotes(self._document))
        self._dossier = dossier
        self._blocks: Mapping[str, Callable[[Block, str], None]] = {
            "p": lambda block, style: self._write(block["c"], style),
            "heading": lambda block, _style: self.add_heading(block["c"], block["level"] - 1),
            "list": lambda block, _style: self._list(block, 1),
            "quote": lambda block, _style: self.add_blocks(block["c"], "Quote"),
            "code": lambda block, _style: self._write([{"k": "code", "text": block["text"]}], ""),
            "rule": lambda _block, _style: self._write(["* * *"], ""),
            "terms": self._terms,
            "table": self._table,
            "card": self._card,
            "comparison": self._comparison,
            "evidence": lambda block, _style: self._term(block["term"], block["c"]),
            "picture": lambda block, _style: self._write([f"{block['title']}: {block['alt']}"], "Caption"),
        }

    def _make_styles(self, language: str) -> None:
        styles = self._document.styles
        base = styles["Normal"]
        base.font.size = Pt(11)
        run = base.element.get_or_add_rPr()
        if language:
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), language)
            run.append(mark)
        for name in _COLOURED:
            styles[name].font.color.rgb = _INK
        note = styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        note.base_style = base
        note.font.size = Pt(9)
        styles.add_style(REFERENCE_STYLE, WD_STYLE_TYPE.CHARACTER).font.superscript = True
        styles.add_style(CODE_STYLE, WD_STYLE_TYPE.CHARACTER).font.name = "Courier New"
        styles.add_style(QUIET_STYLE, WD_STYLE_TYPE.CHARACTER).font.color.rgb = _GREY

    def add_head(self, view: TopicPage, dossier: Dossier) -> None:
        """Add the title, what the dossier is, how it stands, and the marking on every page."""
        self._document.add_paragraph(sound(view.title), style="Title")
        self._write([dossier.title], "Subtitle")
        if view.standing:
            self._write([{"k": "quiet", "c": [", ".join(view.standing)]}], "")
        if view.definition:
            self._write([{"k": "em", "c": [view.definition]}], "")
        if dossier.marking:
            self._document.sections[0].header.paragraphs[0].add_run(sound(dossier.marking)).bold = True

    def add_blocks(self, blocks: list[Block], style: str = "") -> None:
        """Add blocks of the print's tree."""
        for block in blocks:
            self._blocks[block["k"]](block, style)

    def add_heading(self, nodes: Any, level: int) -> None:  # noqa: ANN401  words, or inline nodes
        """Add a heading; those of sources and of the editor's prose are of one hierarchy."""
        heading = self._document.add_heading(level=max(1, min(level, 9)))
        self._writer.write([nodes] if isinstance(nodes, str) else nodes, heading)

    def add_source(self, source: dict[str, Any]) -> None:
        """Add a source in full, its paragraphs numbered as they are cited."""
        self.add_heading(f"{source['number']}. {source['title']}", 2)
        for fact in source["facts"]:
            self._term(fact["term"], fact["c"])
        for paragraph in source["paragraphs"]:
            into = self._document.add_paragraph()
            if paragraph["number"]:
                self._writer.write([f"¶ {paragraph['number']}  "], into, Look(style=QUIET_STYLE))
            self._writer.write(paragraph["c"], into, Look(language=source["lang"]))

    def finish(self, title: str) -> bytes:
        """Give the file, with nothing in it of the machine and the hour."""
        properties = self._document.core_properties
        properties.title, properties.author = sound(title), sound(self._dossier.editor)
        properties.comments, properties.last_modified_by = "", ""
        properties.created = properties.modified = _LONG_AGO
        saved = BytesIO()
        self._document.save(saved)
        return timeless(saved.getvalue())

    def _write(self, nodes: Any, style: str) -> None:  # noqa: ANN401  as above
        self._writer.write(nodes, self._document.add_paragraph(style=style or None))

    def _term(self, term: str, nodes: Any) -> None:  # noqa: ANN401  as above
        self._write([{"k": "strong", "c": [f"{term}: "]}, *nodes], "")

    def _terms(self, block: Block, style: str) -> None:
        for item in block["items"]:
            self._write([{"k": "strong", "c": item["term"]}], style)
            self.add_blocks(item["c"], style)

    def _list(self, block: Block, level: int) -> None:
        name = "List Number" if block["ordered"] else "List Bullet"
        style = name if level == 1 else f"{name} {min(level, _DEEPEST_LIST)}"
        for item in block["items"]:
            for place, each in enumerate(item):
                if each["k"] == "list":
                    self._list(each, level + 1)
                else:
                    self._blocks[each["k"]](each, style if place == 0 else "List Continue")

    def _table(self, block: Block, _style: str) -> None:
        if block.get("caption"):
            caption = block["caption"]
            self._write([caption] if isinstance(caption, str) else caption, "Caption")
        shares = [column["width"] for column in block["columns"]]
        table = self._document.add_table(rows=0, cols=len(shares), style="Table Grid")
        table.autofit = False
        widths = [Length(int(self._width * share / sum(shares))) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width  # where LibreOffice looks, while Word looks at the cells
        if block["head"]:
            head = self._row(table, block["head"], widths, Look(is_bold=True))
            head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  python-docx repeats no heads
        for row in block["rows"]:
            self._row(table, row, widths, Look())
        self._document.add_paragraph()

    def _row(self, table: Table, row: Any, widths: list[Length], look: Look) -> _Row:  # noqa: ANN401  as above
        added: _Row = table.add_row()
        for cell, nodes, width in zip(added.cells, row, widths, strict=True):
            cell.width = width
            self._writer.write(nodes, cell.paragraphs[0], look)
            for run in cell.paragraphs[0].runs:
                run.font.size = _SMALL
        return added

    def _card(self, block: Block, _style: str) -> None:
        for words in block["words"]:
            paragraph = self._document.add_paragraph(style="Intense Quote" if block["kind"] == "quote" else "Quote")
            self._writer.write(words, paragraph, Look(language=block["lang"]))
        place = block["place"]
        said = [", ".join(part for part in (block["role"], block["date"]) if part)]
        nodes = [*block["speaker"], f", {said[0]}, " if said[0] else ", ", place, {"k": "key", "text": block["key"]}]
        self._write(nodes, "")
        for fact in block["facts"]:
            self._term(fact["term"], fact["c"])

    def _comparison(self, block: Block, _style: str) -> None:
        because = f": {block['because']}" if block["because"] else ""
        self._write([{"k": "strong", "c": [block["relation"]]}, because], "")
        for card in block["cards"]:
            self._card(card, "")
