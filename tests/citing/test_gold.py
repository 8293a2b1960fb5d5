"""The demo's own quote in every form of citation, whole."""

from pathlib import Path

import pytest

from onrecord.checking import check_content
from onrecord.citing import (
    Citation,
    cite_briefing,
    cite_in_html,
    cite_in_markdown,
    cite_plainly,
    copy_in_html,
    copy_in_markdown,
    copy_plainly,
    write_bibtex,
    write_csl,
    write_quotations,
    write_ris,
)
from onrecord.model import Passage
from onrecord.pages.citations import cite_passage, cite_source, cite_topic
from onrecord.pages.index import index_dossier
from onrecord.urls import Publication
from tests.cases import Case, read_cases

CASES = Path(__file__).with_name("cases.txt")
DOSSIER = check_content(Path(__file__).parents[2] / "content", "content").dossier
PUBLICATION = Publication(site_url="https://example.org/kursk/")
INDEX = index_dossier(DOSSIER, PUBLICATION)


def passage_at(address: str) -> Passage:
    (found,) = (each for each in DOSSIER.passages if each.address == address)
    return found


def cite(passage: Passage) -> Citation:
    return cite_passage(passage, INDEX, PUBLICATION)


def forms_of(address: str) -> dict[str, str]:
    """Give every form of a citation, by its name in the case file; of a whole source, those that are of sources."""
    if address.startswith("topic "):
        (topic,) = (each for each in DOSSIER.topics if each.id == address.removeprefix("topic "))
        citation = cite_topic(topic, INDEX)
        more = {"briefing": cite_briefing(citation)}
    elif ":" not in address:
        (source,) = (each for each in DOSSIER.sources if each.key == address)
        citation, more = cite_source(source, INDEX.say), {}
    else:
        passage = passage_at(address)
        citation = cite(passage)
        more = {
            "plain, with the words": copy_plainly(passage.pieces, citation),
            "Markdown, with the words": copy_in_markdown(passage.pieces, citation),
            "HTML, with the words": copy_in_html(passage.pieces, citation),
            "schema.org": write_quotations([passage], cite),
        }
    return more | {
        "plain": cite_plainly(citation),
        "Markdown": cite_in_markdown(citation),
        "HTML": cite_in_html(citation),
        "BibTeX": write_bibtex([citation]),
        "RIS": write_ris([citation]).replace("\r\n", "\n"),
        "CSL-JSON": write_csl([citation]),
    }


@pytest.mark.parametrize("case", read_cases(CASES), ids=str)
def test_a_citation_is_as_in_its_case(case: Case) -> None:
    parts = dict(case.parts)
    address = parts.pop("of")
    forms = forms_of(address)
    assert {name: forms[name].strip() for name in parts} == parts
