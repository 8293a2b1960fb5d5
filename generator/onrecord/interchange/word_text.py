"""Inline nodes of a print as runs of a Word paragraph."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from onrecord.interchange.packages import sound
from onrecord.interchange.word_footnotes import Footnotes
from onrecord.printing.nodes import Inline

CODE_STYLE = "Code Words"
QUIET_STYLE = "Quiet"


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set."""

    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_underlined: bool = False
    style: str = ""
    language: str = ""


PLAIN = Look()


class Writer:
    """Writes inline nodes into paragraphs of one document."""

    def __init__(self, footnotes: Footnotes) -> None:
        """Write with these footnotes."""
        self._footnotes = footnotes
        self._writers: Mapping[str, Callable[[dict[str, Any], Paragraph, Look], None]] = {
            "em": lambda node, into, look: self.write(node["c"], into, replace(look, is_italic=True)),
            "strong": lambda node, into, look: self.write(node["c"], into, replace(look, is_bold=True)),
            "strike": lambda node, into, look: self.write(node["c"], into, replace(look, is_struck=True)),
            "quiet": lambda node, into, look: self.write(node["c"], into, replace(look, style=QUIET_STYLE)),
            "words": lambda node, into, look: self.write(node["c"], into, replace(look, language=node["lang"])),
            "sic": self._sic,
            "gap": lambda node, into, look: self._add(node["text"], into, look),
            "segment": self._segment,
            "code": lambda node, into, look: self._add(node["text"], into, replace(look, style=CODE_STYLE)),
            "break": lambda _node, into, _look: into.add_run().add_break(),
            "link": self._link,
            "note": self._note,
            "key": lambda node, into, look: self._add(f" [{node['text']}]", into, replace(look, style=QUIET_STYLE)),
            "judgment": self._judgment,
        }

    def write(self, nodes: Iterable[Inline], into: Paragraph, look: Look = PLAIN) -> None:
        """Write nodes at the end of a paragraph; of a kind that has no form in Word, what is inside."""
        for node in nodes:
            if isinstance(node, str):
                self._add(node, into, look)
            elif node["k"] in self._writers:
                self._writers[node["k"]](node, into, look)
            else:
                self.write(node.get("c", ()), into, look)

    def _add(self, text: str, into: Paragraph, look: Look) -> None:
        for number, line in enumerate(sound(text).split("\n")):
            if number:
                into.add_run().add_break()
            if line:
                set_look(into.add_run(line), look)

    def _sic(self, node: dict[str, Any], into: Paragraph, look: Look) -> None:
        self.write(node["c"], into, look)
        self._add(" [sic]", into, replace(look, style=QUIET_STYLE))

    def _segment(self, node: dict[str, Any], into: Paragraph, look: Look) -> None:
        style = QUIET_STYLE if node["is_noise"] else look.style
        self._add(node["text"], into, replace(look, is_underlined=node["kind"] == "quote", style=style))

    def _judgment(self, node: dict[str, Any], into: Paragraph, look: Look) -> None:
        self._add(" (", into, replace(look, style=QUIET_STYLE))
        self.write(node["c"], into, replace(look, style=QUIET_STYLE))
        self._add(")", into, replace(look, style=QUIET_STYLE))

    def _note(self, node: dict[str, Any], into: Paragraph, _look: Look) -> None:
        words = self._footnotes.add(into)
        self.write(node.get("c", ()), words)

    def _link(self, node: dict[str, Any], into: Paragraph, look: Look) -> None:
        """Write a link; in a note, whose part holds no addresses, its words."""
        url = str(node["url"])
        if into.style is not None and into.style.name == "Footnote Text":
            self.write(node["c"], into, look)
            return
        relation = into.part.relate_to(
            sound(url),
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        before = len(into._p)  # noqa: SLF001  python-docx reads links and does not write them
        self.write(node["c"], into, replace(look, is_underlined=True))
        for run in list(into._p)[before:]:  # noqa: SLF001  as above
            link.append(run)
        into._p.append(link)  # noqa: SLF001  as above


def set_look(run: Run, look: Look) -> None:
    """Set a run."""
    run.bold = look.is_bold or None
    run.italic = look.is_italic or None
    run.underline = look.is_underlined or None
    run.font.strike = look.is_struck or None
    if look.style:
        run.style = look.style
    if look.language:
        set_language(run, look.language)


def set_language(run: Run, language: str) -> None:
    """Say which language a run is in, so that nobody's spelling is corrected in another one."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001  python-docx knows no languages
