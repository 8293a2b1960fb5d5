"""The cases of Apache Annotator: where its selectors lead, ours say, or say why they do not.

Two things differ by design. An empty quote is nowhere, and blanks between words and their context do not count.
"""

from typing import Any

import pytest

from onrecord.anchoring import fold
from onrecord.anchoring.finding import find_words, follows, precedes
from onrecord.interchange.exchange import Annotation, Piece
from onrecord.interchange.offsets import Ruler
from onrecord.interchange.placing import Placed, place
from onrecord.interchange.units import CODE_POINTS
from onrecord.model import State
from tests.interchange.samples import Page, apache_cases

pytestmark = pytest.mark.samples

BLANK_COUNTS = "testCases: with suffix, no matches due to whitespace"
BLANK_TELLS = {
    "testCasesWithMinimalContext: minimal suffix",
    "testCasesWithMinimalContext: use suffix for start of text",
}


def placed(page: Page, selector: dict[str, Any]) -> Placed:
    """Import one selector as another program recorded it."""
    piece = Piece(
        exact=selector.get("exact"),
        prefix=selector.get("prefix", ""),
        suffix=selector.get("suffix", ""),
        start=selector.get("start"),
        end=selector.get("end"),
    )
    annotation = Annotation(id="a", document="d", pieces=(piece,))
    return place(annotation, fold(page.text), Ruler(page.text, CODE_POINTS))


def places(page: Page, selector: dict[str, Any]) -> list[tuple[int, int]]:
    """Find every place of a selector, those that cut a word too."""
    text = fold(page.text)
    hits = find_words(text, selector["exact"])
    prefix, suffix = selector.get("prefix", ""), selector.get("suffix", "")
    return sorted(
        (span.start, span.end)
        for span in (*hits.whole, *hits.cut)
        if (not prefix or follows(text, span, prefix)) and (not suffix or precedes(text, span, suffix))
    )


def spans_of(one: Placed) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in one.spans]


def test_the_25_cases_of_matching_a_text_quote() -> None:
    counts = {State.VERBATIM: 0, State.AMBIGUOUS: 0, State.ORPHAN: 0, State.CHANGED: 0}
    cases = apache_cases("text-quote-match-cases")
    for title, case in cases:
        page = Page(case["html"])
        expected = sorted(map(page.span, case["expected"]))
        one = placed(page, case["selector"])
        counts[one.state] += 1
        if not case["selector"]["exact"]:
            assert one.state is State.ORPHAN, title
        elif title != BLANK_COUNTS:
            assert places(page, case["selector"]) == expected, title
            assert spans_of(one) == (expected if len(expected) == 1 else []), title
    assert len(cases) == 25
    assert counts == {State.VERBATIM: 11, State.AMBIGUOUS: 5, State.ORPHAN: 7, State.CHANGED: 2}


def test_the_22_cases_of_describing_a_text_quote() -> None:
    cases = apache_cases("text-quote-describe-cases")
    found = 0
    for title, case in cases:
        page = Page(case["html"])
        one = placed(page, case["expected"])
        if case["expected"]["exact"] and title not in BLANK_TELLS:
            assert (one.state, spans_of(one)) == (State.VERBATIM, [page.span(case["range"])]), title
            found += 1
        else:
            assert one.state is (State.AMBIGUOUS if title in BLANK_TELLS else State.ORPHAN), title
    assert (len(cases), found) == (22, 18)


def test_the_7_cases_of_matching_a_text_position() -> None:
    cases = apache_cases("text-position-match-cases")
    found = 0
    for title, case in cases:
        page = Page(case["html"])
        one = placed(page, case["selector"])
        start, end = page.span(case["expected"][0])
        assert spans_of(one) == ([(start, end)] if start < end else []), title
        found += bool(one.spans)
    assert (len(cases), found) == (7, 6)


def test_a_slice_that_cuts_a_word_keeps_its_state_and_gets_into_no_record() -> None:
    one = placed(Page("<b>lorem ipsum dolor amet</b>"), {"exact": "dolor am"})
    assert (one.state, one.is_cut, one.selector) == (State.VERBATIM, True, None)
    assert one.obstacle == "it begins or ends inside a word or a number"
