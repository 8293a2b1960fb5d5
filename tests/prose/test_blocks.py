"""What is read from a briefing's Markdown, case by case: see `cases/blocks.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.locations import TextFile
from onrecord.prose import Block, Key, Prose, read_prose
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "blocks.txt")
FRONT = "---\ntopic: ü\n---\n"


def lines_of(prose: Prose) -> Iterator[str]:
    text = prose.file.text
    for block in prose.blocks:
        yield from _block_lines(block)
    for placement in prose.placements:
        yield f"place: {placement.name}"
    for span in prose.misplaced:
        yield f"misplaced: {text[span.start : span.end]}"
    for span in prose.raw_html:
        yield f"raw: {text[span.start : span.end]}"


def _block_lines(block: Block) -> Iterator[str]:
    yield f"{block.kind}: {block.text}".replace("\n", "⏎")
    for key in block.keys:
        yield "  " + _key_line(key)
    if block.is_judgment:
        yield "  judgment"


def _key_line(key: Key) -> str:
    before = f" before `{key.prefix}`" if key.prefix else ""
    behind = f" behind `{key.suffix}`" if key.suffix else ""
    return f"{'-' if key.is_author_suppressed else ''}@{key.address}{before}{behind}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_blocks(case: Case) -> None:
    file = TextFile("briefing.md", FRONT + case.parts["markdown"])
    assert "\n".join(lines_of(read_prose(file, len(FRONT)))) == case.parts["blocks"]
