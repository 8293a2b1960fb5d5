"""What templates print most often, as filters: words in elements of their own, links, and the words of a passage.

A page holds thousands of them, and a macro takes ten times as long as a function does. Words stand in elements of their
own, so that a page's text can be compared with the source.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from onrecord.pages.card import Mention
from onrecord.pages.references import Reference
from onrecord.pages.wording import Wording
from onrecord.pages.words import Piece, Run, Words
from onrecord.render.escaping import escape_words

_SEPARATOR = escape_words(", ")


def text(value: object) -> Markup:
    """Print words of which nobody knows in which direction they run."""
    return Markup(f"<bdi>{escape_words(value)}</bdi>")  # noqa: S704  escaped


def link(reference: Reference) -> Markup:
    """Print a link to a page or a place on one."""
    language = f' lang="{escape_words(reference.language)}"' if reference.language else ""
    label = escape_words(reference.label)
    return Markup(f'<a href="page:{escape_words(reference.address)}"{language}><bdi>{label}</bdi></a>')  # noqa: S704  the same


def links(references: Iterable[Reference]) -> Markup:
    """Print several."""
    return Markup(_SEPARATOR.join(map(link, references)))  # noqa: S704  the same


def name_filters(say: Wording) -> Mapping[str, Callable[[Any], Markup]]:
    """Give the filters, by the names that templates know them by."""
    sic = f'<span class="or-sic" title="{escape_words(say.SIC_TITLE)}">'
    gap = f' <span class="or-gap" title="{escape_words(say.GAP_NAME)}">{escape_words(say.GAP_MARK)}</span> '
    more = f'<span class="or-more">{escape_words(say.MORE)}</span>'

    def run(shown: Run) -> str:
        if shown.is_break:
            return f'<span class="or-break">{escape_words(shown.text)}</span>'
        return f"{sic}{escape_words(shown.text)}</span>" if shown.is_sic else escape_words(shown.text)

    def piece(shown: Piece) -> str:
        return f'<span class="or-piece">{"".join(map(run, shown.runs))}</span>'

    def pieces(words: Words) -> Markup:
        return Markup(gap.join(map(piece, words.pieces)))  # noqa: S704  the same

    def opening(mention: Mention) -> Markup:
        kind = " or-opening-quote" if mention.is_quote else ""
        address, language = escape_words(mention.place.address), escape_words(mention.language)
        told = f"<bdi>{escape_words(mention.opening)}</bdi>{more if mention.has_more else ''}"
        start = f'<a data-search-exclude class="or-opening{kind}" href="page:{address}" lang="{language}">'
        return Markup(f"{start}{told}</a>")  # noqa: S704  the same

    return {"text": text, "link": link, "links": links, "pieces": pieces, "opening": opening}
