"""Pages without prose, converted by the site's Markdown all at once: one converter for all of them, and nothing in them to read.

Such a page is its headings and places for finished HTML. Making a converter takes far longer than that takes to
convert; so one is kept, where every extension of the site is known to begin anew when it is told to.
"""

from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import TableOfContents, get_toc

from onrecord.plugin.blocks import PlacesExtension, compose
from onrecord.rendered import Block

_KNOWN = ("markdown.extensions.", "pymdownx.", "material.extensions.")
"""How the names of extensions begin that leave nothing behind of what they converted."""
_OWN = frozenset(
    {
        "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs",
        "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks",
    }
)  # fmt: skip
"""Python-Markdown's own, by their short names."""


class Skeletons:
    """Converts pages without prose."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the site's settings."""
        self._extensions = tuple(config.markdown_extensions)
        self._options = config.mdx_configs or {}
        self._kept: tuple[Markdown, PlacesExtension] | None = None

    def convert(self, blocks: tuple[Block, ...], mark: str, ids: Iterable[str]) -> tuple[str, TableOfContents]:
        """Give the HTML of blocks without prose, with their places, and its table of contents; `ids` are those in them."""
        markdown, places = self._converter()
        places.take(blocks, mark, ids)
        html = markdown.convert(compose(blocks, mark))
        return html, get_toc(getattr(markdown, "toc_tokens", []))

    def _converter(self) -> tuple[Markdown, PlacesExtension]:
        if self._kept is not None:
            self._kept[0].reset()
            return self._kept
        places = PlacesExtension((), "", ())
        extensions: list[Any] = [*self._extensions, places]
        made = (Markdown(extensions=extensions, extension_configs=self._options), places)
        if all(is_known_extension(each) for each in self._extensions):
            self._kept = made
        return made


def is_known_extension(extension: object) -> bool:
    """Tell whether it is known of an extension that it keeps nothing of what it converted."""
    return isinstance(extension, str) and (extension in _OWN or extension.startswith(_KNOWN))
