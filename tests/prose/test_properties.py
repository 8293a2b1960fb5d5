"""What must hold of any Markdown: nothing raises, and every position leads back to its characters."""

from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.locations import Span, TextFile
from onrecord.prose import PlainText, Prose, find_front_matter, read_prose

PARTS = (
    *"abж\U0001d518 \n\t>-*_`[]()!<>|\\&;:#~{}\"'“”„«»\0\u00a0\u2028\f",
    "[@a:b]", "[see @a, p. 3; -@b]", "> ", "- ", "1. ", "    ", "\n\n", "```", "|---|", "| a | b |\n|---|---|\n", "&quot;",
    "[^1]", "\n[^1]: ", "\n: ", "<br>", "<!-- onrecord: figures -->", "<!--", "-->", "{.judgment}", "[a](b)", "![a](b)", "<div>", "\\|",
    "\n===\n", "\n---\n", "# ", " ##\n", "http://a.b", "<http://a.b>", "\n\n[a]: b\n", "…", "[sic]",
)  # fmt: skip
markdown = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)


def read(text: str, front: str = "---\n---\n") -> Prose:
    return read_prose(TextFile("briefing.md", front + text), len(front))


@settings(max_examples=600, deadline=None)
@given(markdown)
def test_every_character_leads_back_to_itself(text: str) -> None:
    prose = read(text)
    for block in prose.blocks:
        _check_map(block.plain, prose.file.text)


def _check_map(plain: PlainText, text: str) -> None:
    previous = Span(0, 0)
    for position, character in enumerate(plain.text):
        span = plain.file_span(position, position + 1)
        assert is_written(text[span.start : span.end], character), (character, text[span.start : span.end])
        assert span.start >= previous.end or span == previous
        previous = span


def is_written(written: str, character: str) -> bool:
    """Tell whether Markdown's way of writing a character stands for it."""
    ways = {
        written,
        written.replace("\0", "\ufffd"),
        written.removeprefix("\\"),
        written.removeprefix("\\\\"),
        unescape(written),
    }
    is_break = character == "\n" and written.startswith("<br")
    is_blank = character == " " and written == "\n"
    return character in ways or is_break or is_blank or (written[:1] == "<" and character in written)


@settings(max_examples=400, deadline=None)
@given(markdown)
def test_every_key_is_where_it_says(text: str) -> None:
    prose = read(text)
    for key in prose.keys:
        cut = prose.file.text[key.span.start : key.span.end]
        bracket = prose.file.text[key.bracket.start : key.bracket.end]
        assert (cut, bracket[0], bracket[-1], key.bracket.holds(key.span)) == (key.address, "[", "]", True)


@settings(max_examples=300, deadline=None)
@given(markdown)
def test_what_is_cut_out_is_what_the_editor_wrote_for_us(text: str) -> None:
    prose = read(text)
    for block in prose.blocks:
        if block.judgment is not None:
            assert "judgment" in prose.file.text[block.judgment.start : block.judgment.end]
    for placement in prose.placements:
        assert prose.file.text[placement.span.start : placement.span.end] == "<!-- onrecord: figures -->"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")) | markdown)
def test_any_canonical_text_is_read(text: str) -> None:
    read(text, "")
    find_front_matter(TextFile("briefing.md", text))


@given(markdown, markdown)
def test_a_briefing_is_divided_without_loss(yaml: str, text: str) -> None:
    file = TextFile("briefing.md", f"---\n{yaml}\n---\n{text}")
    division, problems = find_front_matter(file)
    assert division is not None
    assert not problems
    assert file.text[division.prose_start :].endswith(text)
    assert file.text[: division.front_matter.start] == "---\n"
