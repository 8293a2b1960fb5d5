"""A Markdown extension that counts what it has converted, and forgets nothing when it is told to."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class _Count(Treeprocessor):
    converted = 0

    def run(self, root: Element) -> None:
        self.converted += 1
        for each in root:
            each.set("class", str(self.converted))


def makeExtension() -> Extension:  # noqa: N802  the name is Python-Markdown's
    class Counting(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
            md.treeprocessors.register(_Count(), "counting", 1)

    return Counting()
