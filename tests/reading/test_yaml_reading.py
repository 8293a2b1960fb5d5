"""YAML as nodes with places: whatever the text, and wherever its lines end."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.locations import Location, TextFile
from onrecord.texts import canonical_text
from onrecord.yaml_reading import MAX_DEPTH, Mapping, Node, Scalar, Sequence, read_yaml
from tests.growth import is_in_step

PLAIN = st.text(st.characters(categories=["L"], codec="utf-8"), min_size=1, max_size=8)
ANY_TEXT = st.text(st.characters(codec="utf-8"))
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def scalars_of(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_of(item)
    else:
        for key, value in node.items:
            yield from (key, *scalars_of(value))


def read(text: str) -> Node:
    node, problems = read_yaml(TextFile("file.yml", text))
    assert problems == ()
    assert node is not None
    return node


def words_at(location: Location) -> str:
    return location.file.text[location.start : location.end]


@given(text=ANY_TEXT | st.text("ab:-#[]{}&*!|>'\"%@`,? \n\t\u2028\ufeff😀"))
def test_any_text_is_read_or_refused(text: str) -> None:
    file = TextFile("file.yml", text)
    node, problems = read_yaml(file)
    assert node is not None or problems
    places = [problem.location for problem in problems] + [each.location for each in (scalars_of(node) if node else ())]
    assert all(0 <= place.start <= place.end <= len(text) for place in places)


@given(before=ANY_TEXT, after=ANY_TEXT, words=PLAIN)
def test_a_stretch_of_a_file_is_read_with_the_places_of_the_file(before: str, after: str, words: str) -> None:
    text = f"{before}key: {words}{after}"
    node, _ = read_yaml(TextFile("file.md", text), len(before), len(text) - len(after))
    assert node is not None
    assert [words_at(scalar.location) for scalar in scalars_of(node)] == ["key", words]


@given(fields=st.dictionaries(PLAIN, PLAIN, min_size=1), line_end=LINE_ENDS, bom=st.sampled_from(["", "\ufeff"]))
def test_line_and_column_of_every_scalar_are_those_of_an_editor(
    fields: dict[str, str], line_end: str, bom: str
) -> None:
    lines = [f"{key}: {value}" for key, value in fields.items()]
    stored = bom + "".join(line + line_end for line in lines)
    found = [
        (scalar.location.line, scalar.location.column, scalar.text)
        for scalar in scalars_of(read(canonical_text(stored)))
    ]
    expected = [
        place
        for number, (key, value) in enumerate(fields.items(), start=1)
        for place in ((number, 1, key), (number, len(key) + 3, value))
    ]
    assert found == expected


def in_quotation_marks(character: str) -> str:
    """Escape a character as YAML wants it (YAML 1.2.2, 5.7)."""
    if character in {'"', "\\"}:
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


@given(words=ANY_TEXT)
def test_words_in_double_quotation_marks_come_back_as_they_are(words: str) -> None:
    written = '"' + "".join(map(in_quotation_marks, words)) + '"'
    (_, value) = scalars_of(read(f"key: {written}\n"))
    assert (value.text, words_at(value.location), value.is_plain) == (words, written, False)


@given(words=st.text(st.characters(categories=["L", "Nd", "P"], codec="utf-8"), min_size=1))
def test_words_in_a_block_come_back_as_they_are(words: str) -> None:
    (_, value) = scalars_of(read(f"key: |-\n  {words}\n"))
    assert (value.text, words_at(value.location)) == (words, words)


@pytest.mark.parametrize(
    "words",
    ["no", "0123", "7:54", "1.5e9", "~", "null", "2022-06-09", "0x10", "1_000", "<<", "=", ".inf", "yes", "12:30:45"],
)
def test_no_type_is_made_of_plain_words(words: str) -> None:
    (_, value) = scalars_of(read(f"key: {words}\n"))
    assert (value.text, value.is_plain) == (words, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("key: some words  # a comment\n", "some words"),
        ("key: some\n  words\n\n\n", "some\n  words"),
        ("key: 'some words'\n", "'some words'"),
        ("key: |\n\n    some\n    words\n\n\nother: x\n", "some\n    words"),
        ("key: >-  # a comment\n  some words", "some words"),
        ("key: |2-\n    some words\n", "some words"),
        ("key: |-\nother: x\n", "|-"),
        ("key: 😀🎉 some\n", "😀🎉 some"),
        ("key:\nother: x\n", ""),
    ],
)
def test_a_value_is_underlined_from_its_first_word_to_its_last(text: str, words: str) -> None:
    assert words_at(list(scalars_of(read(text)))[1].location) == words


def test_a_list_or_map_ends_with_its_last_value() -> None:
    node = read("first:\n  - a: b\n    c: d\n\n# a comment\n\nsecond: [x, {y: z}]  # a comment\n")
    assert isinstance(node, Mapping)
    assert [words_at(value.location) for _, value in node.items] == ["- a: b\n    c: d", "[x, {y: z}]"]


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_lists_may_nest_as_deep_as_the_limit_and_no_deeper() -> None:
    assert read(nested(MAX_DEPTH))
    node, problems = read_yaml(TextFile("file.yml", nested(MAX_DEPTH + 1)))
    assert (node, [problem.code for problem in problems]) == (None, ["Y103"])


def laughs(size: int) -> str:
    return "a: &a [x, x]\n" + "".join(f"b{each}: &b{each} [*a, *a, *a, *a, *a, *a]\n" for each in range(size))


@pytest.mark.parametrize(
    ("text_of", "size", "codes"),
    [
        pytest.param(lambda size: "[" * size, 100_000, ["Y103"], id="100,000 brackets"),
        pytest.param(lambda size: "{" * size, 100_000, ["Y103"], id="100,000 braces"),
        pytest.param(lambda size: "- " * size, 100_000, ["Y103"], id="100,000 lists in lists"),
        pytest.param(lambda size: "? " * size, 100_000, ["Y103"], id="100,000 keys in keys"),
        pytest.param(lambda size: "a: " * size, 100_000, ["Y101"], id="100,000 colons"),
        pytest.param(laughs, 1_000, ["Y102"], id="a billion laughs"),
        pytest.param(lambda size: 'a: "' + "x" * size, 10_000_000, ["Y101"], id="10 MB of words never closed"),
        pytest.param(lambda size: "a: " + "x" * size, 10_000_000, [], id="a line of 10 MB"),
        pytest.param(lambda size: "a: |\n" + "  x\n" * size, 2_500_000, [], id="10 MB of lines"),
        pytest.param(lambda size: " " * size, 10_000_000, [], id="10 MB of blanks"),
    ],
)
def test_yaml_without_end_is_refused_or_read_by_work_in_step_with_it(
    text_of: Callable[[int], str], size: int, codes: list[str]
) -> None:
    _, problems = read_yaml(TextFile("file.yml", text_of(size)))
    assert [problem.code for problem in problems] == codes
    assert is_in_step(lambda size: read_yaml(TextFile("file.yml", text_of(size))), size)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("a: &a [*a]\n", "Y102", id="an alias of itself"),
        pytest.param("a: \0", "Y101", id="a NUL"),
        pytest.param("a: \ufffe", "Y101", id="no character"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", "Y102", id="a tag that runs a command"),
    ],
)
def test_hostile_yaml_is_refused(text: str, code: str) -> None:
    _, problems = read_yaml(TextFile("file.yml", text))
    assert [problem.code for problem in problems] == [code]
