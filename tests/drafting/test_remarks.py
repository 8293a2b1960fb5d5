"""Problems put into prose, case by case, and what must hold of any prose. See `cases/remarks.txt`."""

import re
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from markdown import Markdown

from onrecord.plugin.blocks import PlacesExtension, compose, fill, find_mark, finished_in
from onrecord.rendered import Block, ProseBlock
from tests.cases import Case, read_cases
from tests.drafting.projects import draft, page_at, prose_of, without_boxes
from tests.markup import parse

CASES = read_cases(Path(__file__).with_name("cases") / "remarks.txt")
CITES = re.compile(r'<sup class="or-cites">.*?>(\d+)</a>.*?</sup>')
JUDGMENT = re.compile(r'<span class="or-judgment">.*?</span>')
TOPIC = "topics/bridge/"


def briefing(prose: str, front: str = "topic: bridge") -> dict[str, str]:
    return {"content/briefings/bridge.md": f"---\n{front}\n---\n{prose}"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_prose_is_drafted(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = draft(tmp_path, briefing(case.parts["prose"], case.parts.get("front matter", "topic: bridge")))
    shown = JUDGMENT.sub("*judgment*", CITES.sub(r"<\1>", prose_of(made)))
    assert shown == case.parts["draft"]
    notice = parse(made.notice_at(TOPIC))
    told = [each.attributes["aria-label"] for each in notice.find(class_="or-problem")]
    assert told == case.parts.get("at the top", "").split("\n")[: len(told)]
    assert bool(told) == ("at the top" in case.parts)


PARTS = st.sampled_from(
    (
        "“We shall build the bridge by 2027” [@fair:q01]", "“all will be well at last”", "[@fair:q09]", "[@fair:q02; @fair:q09]",
        "plain words", "**bold words**", "*slanted*", "`code`", "[a link](https://example.org)", "“half a **quotation that** ends”", '"',
        ". ", "\n", "\n\n", "\n\n- ", "\n\n> ", "\n\n1. ", "\n\n## ", "\n\n<!-- onrecord: figures -->\n\n", "\n\n<!-- onrecord: figurs -->\n\n",
        "\n\n> [@fair:q02]\n\n", "\n\n| a | b |\n|---|---|\n| c | “We shall build the bridge” [@fair:q01] |\n\n", " {.judgment}", "&amp;", "…",
    )
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_marks_change_no_word_of_a_page_and_nest(tmp_path_factory: pytest.TempPathFactory, prose: str) -> None:
    """The page with its problems taken out again is the page without them, and a browser has nothing to mend in it."""
    folder = tmp_path_factory.mktemp("project")
    made = draft(folder, briefing(prose))
    unmarked = tuple(_unmarked(each) for each in page_at(made, TOPIC).blocks)
    try:
        expected = _html_of(unmarked)
    except KeyError:  # the prose itself lets emphasis swallow a citation, which no build accepts
        reject()
    html = _html_of(page_at(made, TOPIC).blocks)
    parse(html)
    bare = re.sub(r"</?mark\b[^>]*>", "", without_boxes(html))
    assert _words(bare) == _words(expected)


def _unmarked(block: Block) -> Block:
    if not isinstance(block, ProseBlock):
        return block
    return ProseBlock(re.sub(r"</?mark\b[^>]*>", "", without_boxes(block.markdown)))


def _html_of(blocks: tuple[Block, ...]) -> str:
    mark = find_mark(blocks)
    markdown = Markdown(extensions=["attr_list", "footnotes", "tables", "toc", PlacesExtension(blocks, mark)])
    return fill(markdown.convert(compose(blocks, mark)), mark, finished_in(blocks))


def _words(html: str) -> str:
    return " ".join(parse(html).text.split())
