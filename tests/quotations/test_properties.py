"""What must hold of every quotation: the words are proven where they stand, and no other words ever are."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.locations import TextFile
from onrecord.model import Quotation
from onrecord.problems import Problem
from onrecord.prose import read_prose
from onrecord.quotations import ProseChecker
from onrecord.quotations.marks import find_pairs
from tests.quotations.dossiers import read_passages

WORDS = (
    "We understand that without replacing imports, especially in critical industries, we will struggle to develop in "
    "12.5 percent of the regions. Russia does not pay $1.5 billion to Belarus; мы не можем ждать, точно так."
)
PASSAGES = read_passages(f"k:q quote: {WORDS}")
CHECKER = ProseChecker(PASSAGES)
EDGES = [match.span() for match in re.finditer(r"\S+", WORDS)]
STYLES = ('"{}"', "“{}”", "„{}“", "«{}»", "« {} »", "»{}«", "‘{}’", "‹{}›", "**“{}”**", "“*{}*”", "_„{}“_")
PARTS = (
    "“", "”", '"', "'", "«", "»", "„", "[@k:q]", "[@k:x]", "> ", "\n\n", "\n", "- ", "…", "[…]", "[sic]", "[w]", "[", "]", "...",
    "We ", "understand ", "that ", "not ", "12.5 ", "$1.5 ", "billion ", "**", "`", "|", "|--|\n", ". ", ", ", "## Key points\n", "{.judgment}",
)  # fmt: skip
edges = st.tuples(st.integers(0, len(EDGES) - 1), st.integers(0, len(EDGES) - 1)).map(sorted)


def check(markdown: str) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    checked, problems = CHECKER.check(read_prose(TextFile("briefing.md", markdown), 0))
    return checked.quotations, problems


def cut(first: int, last: int) -> str:
    return WORDS[EDGES[first][0] : EDGES[last][1]]


def escape(words: str) -> str:
    return words.replace("$", "\\$")


@given(edges, st.sampled_from(STYLES))
def test_words_of_the_passage_are_proven_in_every_style(edge: list[int], style: str) -> None:
    words = cut(*edge)
    quotations, problems = check(f"He says {style.format(escape(words))} [@k:q].")
    assert [WORDS[span.start : span.end] for each in quotations for span in each.spans] == [words]
    assert not problems


@given(edges, st.integers(0, 200), st.characters(categories=["L", "N", "Sc"]))
def test_one_changed_character_is_never_proven(edge: list[int], place: int, character: str) -> None:
    words = cut(*edge)
    place %= len(words)
    changed = words[:place] + character + words[place + 1 :]
    if changed == words or (place == len(words) - 1 and words[place] in ".,"):
        return
    quotations, problems = check(f"He says “{escape(changed)}” [@k:q].")
    assert [each for each in quotations if changed not in WORDS] == []
    assert quotations or problems


@given(edges, edges)
def test_an_omission_leaves_out_what_lies_between(one: list[int], other: list[int]) -> None:
    (a, b), (c, d) = sorted([one, other])
    quotations, problems = check(f"He says “{escape(cut(a, b))} […] {escape(cut(c, d))}” [@k:q].")
    is_forward = b < c and b > a and d > c
    proven = [[WORDS[span.start : span.end] for span in each.spans] for each in quotations]
    if is_forward and c - b > 1:
        assert proven == [[cut(a, b), cut(c, d)]]
        assert [each.code for each in problems if each.is_error] == []
    elif b > a and d > c:
        assert proven in ([], [[cut(a, b), cut(c, d)]])
    else:
        assert "B208" in [each.code for each in problems]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text())
def test_no_prose_raises_and_what_is_proven_is_the_source(markdown: str) -> None:
    quotations, _ = check(markdown.replace("\r", "\n"))
    for quotation in quotations:
        ends = [each.end for each in quotation.spans]
        assert [span.start >= end for span, end in zip(quotation.spans[1:], ends, strict=False)] == [True] * (
            len(ends) - 1
        )
        for span in quotation.spans:
            assert re.sub(r"[^\w]", "", WORDS[span.start : span.end]) in re.sub(r"[^\w]", "", WORDS)


@given(st.text(alphabet="ab 's.“”‘’\"'„‚«»‹›[(-5", max_size=40))
def test_pairs_nest_and_every_double_mark_is_accounted_for(text: str) -> None:
    pairs = find_pairs(text)
    both = sorted([*pairs.outer, *pairs.inner])
    for pair in both:
        assert pair.opening < pair.closing
        inside = [each for each in both if pair.opening < each.opening < pair.closing]
        assert all(each.closing < pair.closing for each in inside)
    taken = {position for pair in both for position in pair} | set(pairs.alone)
    missing = {each.start() for each in re.finditer('[“”„«»"]', text)} - taken
    assert all(text[position] == '"' and text[position - 1 : position] == "5" for position in missing)
