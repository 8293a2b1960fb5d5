"""Test material of other systems, read from the samples folder."""

import json
import os
from pathlib import Path
from typing import Any

from lxml import html

SAMPLES = Path(os.environ.get("ONRECORD_SAMPLES", Path(__file__).parents[3] / "shared")) / "interop"


def apache_cases(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Read the cases of one of Apache Annotator's files, with their groups and titles."""
    groups = json.loads((SAMPLES / "apache-annotator" / f"{name}.json").read_text(encoding="utf-8"))
    return [(f"{group}: {title}", case) for group, cases in groups.items() for title, case in cases.items()]


class Page:
    """A web page of a case: its text, and where in it each text node begins."""

    def __init__(self, source: str) -> None:
        self.root: Any = html.document_fromstring(source)
        self.text = ""
        self._starts: dict[tuple[str, bool], int] = {}
        nodes: Any = self.root.xpath("//text()")
        for node in nodes:
            self._starts[self._name(node)] = len(self.text)
            self.text += str(node)

    def position(self, path: str, offset: int) -> int:
        """Give the code point of a DOM position, which counts UTF-16 code units in one text node."""
        (node,) = self.root.xpath(path)
        units = str(node).encode("utf-16-le")[: 2 * offset]
        return self._starts[self._name(node)] + len(units.decode("utf-16-le"))

    def span(self, found: dict[str, Any]) -> tuple[int, int]:
        """Give the stretch of a range between two DOM positions."""
        start = self.position(found["startContainerXPath"], found["startOffset"])
        return start, self.position(found["endContainerXPath"], found["endOffset"])

    def _name(self, node: Any) -> tuple[str, bool]:  # noqa: ANN401  lxml's texts are not typed
        return self.root.getroottree().getpath(node.getparent()), bool(node.is_tail)
