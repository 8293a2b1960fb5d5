"""The editor's Markdown as a tree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.printing.markdown import MARK, read_markdown
from tests.printing.harder import PROSE

CASES: dict[str, list[dict[str, Any]]] = {
    "a *b* **c** `d`": [
        {
            "k": "p",
            "c": ["a ", {"k": "em", "c": ["b"]}, " ", {"k": "strong", "c": ["c"]}, " ", {"k": "code", "text": "d"}],
        }
    ],
    "## A & B": [{"k": "heading", "level": 2, "c": ["A & B"]}],
    "x[^1]\n\n[^1]: y *z*": [{"k": "p", "c": ["x", {"k": "note", "c": ["y ", {"k": "em", "c": ["z"]}]}]}],
    "3. a\n4. b": [
        {
            "k": "list",
            "ordered": True,
            "start": 3,
            "tight": True,
            "items": [[{"k": "p", "c": ["a"]}], [{"k": "p", "c": ["b"]}]],
        }
    ],
    "[a](https://x.org) [b](../b/)": [
        {
            "k": "p",
            "c": [{"k": "link", "url": "https://x.org", "c": ["a"]}, " ", {"k": "span", "c": ["b"]}],
        }
    ],
    '#let x = $1$ <b>y</b> @z -- "q"': [{"k": "p", "c": ["#let x = $1$ ", "y", ' @z -- "q"']}],
    "<div>\n*words* &amp; more\n</div>": [{"k": "p", "c": ["*words* & more"]}],
    "<!-- gone -->": [],
    "t\n: d": [{"k": "terms", "items": [{"term": ["t"], "c": [{"k": "p", "c": ["d"]}]}]}],
    "> q\n\n***": [{"k": "quote", "c": [{"k": "p", "c": ["q"]}]}, {"k": "rule"}],
    "[^loop]\n\n[^loop]: again[^loop]": [{"k": "p", "c": [{"k": "note", "c": ["again", {"k": "note", "c": []}]}]}],
}


@pytest.mark.parametrize("markdown", CASES, ids=list(CASES))
def test_markdown_becomes_a_tree(markdown: str) -> None:
    assert read_markdown(markdown, []) == CASES[markdown]


def test_marks_are_filled_in_the_order_of_the_file() -> None:
    block = {"k": "placed", "is_block": True, "c": [{"k": "card"}]}
    found = read_markdown(f"a{MARK}[^1]\n\n[^1]: b{MARK}\n\n{MARK}\n", ["1", "2", block])
    assert found == [{"k": "p", "c": ["a", "1", {"k": "note", "c": ["b", "2"]}]}, {"k": "card"}]


def test_a_table_knows_its_columns() -> None:
    (found,) = read_markdown("|a|b|\n|:-:|--:|\n|c|a much longer cell|", [])
    assert [each["align"] for each in found["columns"]] == ["center", "right"]
    assert found["columns"][0]["width"] < found["columns"][1]["width"]
    assert (found["head"], found["rows"]) == ([["a"], ["b"]], [[["c"], ["a much longer cell"]]])


@given(st.lists(st.sampled_from([*PROSE.split("\n"), "> ", "- ", "  ", "1. ", "[^n]", "***", "<b>", "```", "|a|", ""])))
def test_any_markdown_becomes_some_tree(lines: list[str]) -> None:
    read_markdown("\n".join(lines), [])
