"""Every YAML file of the cases, read by libyaml as we do and by PyYAML's own parser: the same words at the same places."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from onrecord.locations import TextFile
from onrecord.yaml_reading import Mapping, Node, Scalar, Sequence, read_yaml
from tests.cases import read_cases

TESTS = Path(__file__).parents[1]
FILES = {
    f"{path.parent.parent.name}, {case}: {name}": text
    for path in sorted(TESTS.glob("*/cases/*.txt"))
    for case in read_cases(path)
    for name, text in case.parts.items()
    if name.endswith(".yml")
}
DEMO = {path.name: path.read_text(encoding="utf-8") for path in (TESTS.parent / "content").rglob("[!.]*.yml")}

Told = tuple[str, int, bool]
"""Words, where they begin, and whether they are plain."""


def told_by_us(node: Node) -> Iterator[Told | str]:
    if isinstance(node, Scalar):
        yield node.text, node.location.start, node.is_plain
    elif isinstance(node, Sequence):
        yield "["
        for item in node.items:
            yield from told_by_us(item)
        yield "]"
    elif isinstance(node, Mapping):
        yield "{"
        for key, value in node.items:
            yield from (*told_by_us(key), *told_by_us(value))
        yield "}"


def told_by_pyyaml(text: str) -> Iterator[Told | str]:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            start = event.start_mark.index
            if event.style in {"|", ">"}:  # we leave out the header, and the blanks before the first word
                words = text[text.index("\n", start) :]
                start = len(text) - len(words.lstrip()) if event.value.strip() else start
            yield event.value, start, event.style is None
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            yield "[" if isinstance(event, yaml.SequenceStartEvent) else "{"
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            yield "]" if isinstance(event, yaml.SequenceEndEvent) else "}"


def sound(files: dict[str, str]) -> dict[str, str]:
    """Take the files that say something, and have no problem as YAML."""
    read = {name: read_yaml(TextFile("a", text)) for name, text in files.items()}
    return {name: files[name] for name, (node, problems) in read.items() if problems == () and says_something(node)}


def says_something(node: Node | None) -> bool:
    return not isinstance(node, Mapping) or node.items != ()


def test_there_are_many_such_files() -> None:
    assert len(sound(FILES)) > 100


SOUND = sound(FILES) | sound(DEMO)


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_words_and_places_are_those_that_another_parser_gives(text: str) -> None:
    node, _ = read_yaml(TextFile("a.yml", text))
    assert node is not None
    assert list(told_by_us(node)) == list(told_by_pyyaml(text))
