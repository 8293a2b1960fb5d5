"""What readers take away of one passage: its words with the citation, ready to paste, and the citation by itself."""

from dataclasses import dataclass

from onrecord.citing import (
    Citation,
    cite_briefing,
    cite_plainly,
    copy_in_html,
    copy_in_markdown,
    copy_plainly,
    write_bibtex,
    write_csl,
    write_ris,
)
from onrecord.model import Passage, Topic
from onrecord.pages.citations import cite_passage, cite_topic
from onrecord.pages.index import DossierIndex
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A text to take away, and what its form is called."""

    label: str
    text: str
    is_html: bool = False
    """Whether it may also be pasted as formatted text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """A passage in every form that it is taken away in."""

    quotations: tuple[Form, ...]
    citations: tuple[Form, ...]


def plan_citations(passage: Passage, index: DossierIndex) -> tuple[Form, ...]:
    """Write the citation of a passage in each form."""
    citation = cite_passage(passage, index, index.publication)
    return _forms(cite_plainly(citation), citation, index.say)


def plan_copies(passage: Passage, index: DossierIndex) -> Copies:
    """Write the words with their citation, and the citation alone, in each form."""
    citation = cite_passage(passage, index, index.publication)
    return Copies(
        quotations=(
            Form(label=index.say.AS_TEXT, text=copy_plainly(passage.pieces, citation)),
            Form(label=index.say.AS_MARKDOWN, text=copy_in_markdown(passage.pieces, citation)),
            Form(label=index.say.AS_HTML, text=copy_in_html(passage.pieces, citation), is_html=True),
        ),
        citations=_forms(cite_plainly(citation), citation, index.say),
    )


def plan_page_citations(topic: Topic, index: DossierIndex) -> tuple[Form, ...]:
    """Write the citation of a topic's own page in each form."""
    citation = cite_topic(topic, index)
    return _forms(cite_briefing(citation), citation, index.say)


def _forms(sentence: str, citation: Citation, say: Wording) -> tuple[Form, ...]:
    return (
        Form(label=say.AS_TEXT, text=sentence),
        Form(label=say.AS_BIBTEX_ENTRY, text=write_bibtex([citation])),
        Form(label=say.AS_RIS, text=write_ris([citation]).replace("\r\n", "\n")),  # HTML has no other line ends
        Form(label=say.AS_CSL, text=write_csl([citation])),
    )
