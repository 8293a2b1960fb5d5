"""Quotes as schema.org `Quotation`s, for the `<script type="application/ld+json">` of a page.

There is no `spokenByCharacter`, which is for fiction, and no `ClaimReview`, which would need a verdict.
"""

from collections.abc import Callable, Iterable

from onrecord.citing.citation import Citation, one_line
from onrecord.citing.copies import GAP
from onrecord.indented import escape_marks, write_indented
from onrecord.model import Passage

_SCRIPT_MARKS = "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
"""What could end the element or begin a comment in it; written as JSON escapes."""


def write_quotations(passages: Iterable[Passage], cite: Callable[[Passage], Citation]) -> str:
    """Write the quotes among the passages as the content of the script element; nothing where there is none."""
    quotes = [_quotation(each, cite(each)) for each in passages if each.is_quote]
    if not quotes:
        return ""
    graph = {"@context": "https://schema.org", "@graph": quotes}
    return escape_marks(write_indented(graph), _SCRIPT_MARKS)


def _quotation(passage: Passage, citation: Citation) -> dict[str, object]:
    quotation: dict[str, object] = {
        "@type": "Quotation",
        "@id": citation.link,
        "text": GAP.join(passage.pieces),
        "creator": _creator(passage),
        "isPartOf": _web_page(citation),
        "dateCreated": str(citation.date or ""),
        "inLanguage": citation.language,
    }
    return {name: value for name, value in quotation.items() if value}


def _creator(passage: Passage) -> dict[str, str] | None:
    if passage.speaker is None:
        return None
    if passage.speaker.kind != "person":
        return {"@type": "Organization", "name": passage.speaker.name}
    job = {"jobTitle": passage.role.title} if passage.role else {}
    return {"@type": "Person", "name": passage.speaker.name} | job


def _web_page(citation: Citation) -> dict[str, object]:
    page: dict[str, object] = {
        "@type": "WebPage",
        "name": one_line(citation.title),
        "url": citation.url,
        "datePublished": str(citation.date or ""),
        "publisher": {"@type": "Organization", "name": one_line(citation.author)},
    }
    return {name: value for name, value in page.items() if value}
