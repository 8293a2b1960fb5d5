"""A citation as readers paste it into what they write: plain, Markdown or HTML, alone or under the quoted words.

Each form escapes what its own syntax would read as a mark, and changes nothing else.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from onrecord.citing.citation import Citation, one_line

_MARKDOWN_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$&]")
_MARKDOWN_START = re.compile(r"[-+]|[0-9]{1,9}(?=[.)])")
"""What begins a list where it begins a line."""
GAP = " […] "
"""Stands between the pieces of a passage."""


def cite_plainly(citation: Citation) -> str:
    """Write one sentence: `Speaker, quoted in “Title”, Publisher (website), 9 June 2022, ¶ 6 [source:passage].`."""
    title = citation.in_marks(one_line(citation.title))
    return _sentence(citation, f"{one_line(citation.lead)} {title}".strip(), one_line, f"[{citation.key}]")


def cite_briefing(citation: Citation) -> str:
    """Write one sentence, and the address where there is one: `Editor, “Title”, Site (website), as of …, version 3.`."""
    medium = f" ({citation.medium})" if citation.medium else ""
    parts = (
        one_line(citation.author),
        citation.in_marks(one_line(citation.title)),
        one_line(citation.site) + medium,
        citation.date_words,
        one_line(citation.place),
    )
    sentence = ", ".join(part for part in parts if part).removesuffix(".")  # of a date, in some languages
    return f"{sentence}. {citation.url}".strip()


def cite_in_markdown(citation: Citation) -> str:
    """Write the sentence in CommonMark, the title linked to the published page and the key to the passage."""
    title = citation.in_marks(_markdown_link(citation.title, citation.url))
    key = _markdown_link(citation.key, citation.link)
    return _sentence(citation, f"{_markdown(citation.lead)} {title}".strip(), _markdown, f"\\[{key}\\]")


def cite_in_html(citation: Citation) -> str:
    """Write the sentence in HTML, the title a `cite` element."""
    language = _html_language(citation.language)
    title = citation.in_marks(f"<cite{language}>{_html_link(citation.title, citation.url)}</cite>")
    key = _html_link(citation.key, citation.link)
    return _sentence(citation, f"{_html(citation.lead)} {title}".strip(), _html, f"[{key}]")


def copy_plainly(pieces: Sequence[str], citation: Citation) -> str:
    """Write the words in quotation marks, and the citation."""
    return f"{citation.in_marks(GAP.join(map(one_line, pieces)))} ({cite_plainly(citation).removesuffix('.')})"


def copy_in_markdown(pieces: Sequence[str], citation: Citation) -> str:
    """Write the words as a block quote, a paragraph for each of the source's, and the citation below it."""
    paragraphs = "\n>\n".join(f"> {_markdown(each)}" for each in _paragraphs(pieces))
    return f"{paragraphs}\n\n— {cite_in_markdown(citation)}\n"


def copy_in_html(pieces: Sequence[str], citation: Citation) -> str:
    """Write the words as a figure: a block quote, and the citation outside it."""
    paragraphs = "".join(f"<p>{_html(each)}</p>" for each in _paragraphs(pieces))
    origin = f' cite="{escape(citation.url)}"' if citation.url else ""
    quote = f"<blockquote{origin}{_html_language(citation.language)}>{paragraphs}</blockquote>"
    return f"<figure>{quote}<figcaption>— {cite_in_html(citation)}</figcaption></figure>\n"


def _sentence(citation: Citation, title: str, write: Callable[[str], str], key: str) -> str:
    medium = f" ({citation.medium})" if citation.medium else ""
    parts = (title, write(citation.author + medium), write(citation.date_words), write(citation.place))
    return f"{', '.join(part for part in parts if part)} {key}."


def _paragraphs(pieces: Sequence[str]) -> tuple[str, ...]:
    """Cut the words where the source begins a paragraph, the pieces joined first."""
    lines = groupby(GAP.join(pieces).split("\n"), key=lambda line: bool(line.strip()))
    return tuple(one_line("\n".join(group)) for is_paragraph, group in lines if is_paragraph)


def _markdown(text: str) -> str:
    line = one_line(text)
    start = _MARKDOWN_START.match(line)
    escaped = _MARKDOWN_MARKS.sub(r"\\\g<0>", line)
    if start is None:
        return escaped
    at = 0 if start[0] in "-+" else start.end()
    return f"{escaped[:at]}\\{escaped[at:]}"


def _markdown_link(text: str, url: str) -> str:
    return f"[{_markdown(text)}](<{url}>)" if url else _markdown(text)


def _html(text: str) -> str:
    return escape(one_line(text))


def _html_link(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{_html(text)}</a>' if url else _html(text)


def _html_language(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""
