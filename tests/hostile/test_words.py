"""Whatever words stand in the files of a project, pages show them as they are, and nothing else comes of them.

Each project is built twice, the second time with a plain letter in the place of every character. The two sites must
have the same elements with the same attributes, and differ in text only where the letter stands.
"""

from pathlib import Path

import pytest
import regex

from tests.hostile.projects import UNSHOWN, Tree, files_with
from tests.markup import Element

CONSTRUCTS: dict[str, tuple[str, ...]] = {
    "HTML": (
        "<script>alert(1)</script>",
        "</title></h1></figure></bdi></script></style></textarea>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<textarea>",
    ),
    "HTML that is not closed": ("<!--", "<![CDATA[", "<?php", "<div", "</", "<style>", "-->", "]]>"),
    "attributes": ('" onmouseover="alert(1)" x="', "' onmouseover='alert(1)", "` x=y", "x=y>"),
    "character references": (
        "&lt;b&gt;",
        "&amp;amp;",
        "&#60;",
        "&#x3c;",
        "&copy",
        "&NotAnEntity;",
        "%3Cb%3E",
        "\\u003c",
    ),
    "templates": (
        "{{ 7*7 }}",
        "{{ config.site_name }}",
        '{% include "secret.md" %}',
        "{% raw %}",
        "{# x #}",
        "${7*7}",
        "<%= 7 %>",
    ),
    "snippets": ('--8<-- "secret.md"', ';--8<-- "secret.md"', "--8<--", "secret.md", "-8<- 'secret.md'"),
    "links": (
        "[[x]]",
        "[a](javascript:alert(1))",
        "![i](x.png)",
        "<https://a.example>",
        "https://a.example",
        "www.a.example",
        "a@b.example",
        "[^1]",
        "[a]: b",
        "page:topics/",
        "[@fair:q99]",
        "@fair:q99",
    ),
    "emphasis": (
        "*a*",
        "**b**",
        "_c_",
        "__d__",
        "~~e~~",
        "~f~",
        "^g^",
        "==h==",
        "++i++",
        "`j`",
        "``k``",
        "{++l++}",
        "{--m--}",
    ),
    "typography": (
        "(c)",
        "(tm)",
        "--",
        "---",
        "...",
        "1/2",
        ":smile:",
        "++ctrl+c++",
        "\\*",
        "\\[",
        "\\<",
        "\\(x\\)",
        "$x^2$",
    ),
    "blocks": (
        "# heading",
        "- item",
        "> quote",
        "1. item",
        "| a | b |",
        "|---|---|",
        "***",
        "!!! note",
        "??? x",
        '=== "tab"',
        "    indented",
        "\tindented",
        "```html",
        "~~~",
        "*[x]: y",
        ": definition",
        "[TOC]",
        "[^1]: note",
    ),
    "attribute lists": ("{: #id .class onclick=x }", "{.judgment}", "{#id}", "{ .x }", "<!-- onrecord: figures -->"),
    "placeholders": ("wzxhzdk:0", "klzzwxh:0001", "onrecordplace0x0", "\ue000", "\ufdd0", "\ufffd"),
    "directions": ("\u202e right to left \u202c", "\u2066 isolated \u2069", "\u200f", "\u200e", "א", "\u061c"),
    "blanks": ("\u200b", "\u200d", "\ufeff", "\xad", "\u2060", "\u2028", "\u2029", "\x85", "\xa0", "\u3000"),
}
CITING = "or-citing"
WITH_ESCAPES = {"Copy as Markdown", "Copy as HTML"}
"""Citations and copies escape marks as their own syntax asks, which `tests/citing` reads back."""
LETTER = "b"
INSIDE = regex.compile(r"[^\s\p{Cf}]")
HASH = regex.compile("[0-9a-f]{64}")
SLUG = regex.compile(r"#?[\w-]+")


def build_with(folder: Path, text: str, lines: tuple[str, ...]) -> dict[str, Element]:
    tree = Tree(folder)
    tree.write(files_with(text, lines))
    assert [str(problem) for problem in tree.check() if problem.is_error] == []
    before = tree.state()
    tree.build()
    assert tree.state() == before
    return tree.pages()


def shape_of(page: Element) -> list[tuple[str, list[str]]]:
    return [(element.tag, sorted(element.attributes)) for element in page.elements()]


def differs_in_letters_alone(plain: str, hostile: str) -> bool:
    """Tell whether a text is the other one but for the characters that the letter stands for."""
    plain, hostile = HASH.sub("", plain), HASH.sub("", hostile)
    return len(plain) == len(hostile) and all(one in {other, LETTER} for one, other in zip(plain, hostile, strict=True))


@pytest.mark.parametrize("constructs", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_words_are_shown_as_text(constructs: tuple[str, ...], tmp_path: Path) -> None:
    text = " ".join(constructs)
    plain_text, *plain_lines = (INSIDE.sub(LETTER, each) for each in (text, *constructs))
    hostile = build_with(tmp_path / "hostile", text, constructs)
    plain = build_with(tmp_path / "plain", plain_text, tuple(plain_lines))
    assert hostile.keys() == plain.keys()
    for name, page in plain.items():
        assert shape_of(hostile[name]) == shape_of(page), name
        shown, expected = (each.text_without(CITING) for each in (hostile[name], page))
        assert differs_in_letters_alone(expected, shown), name
        assert shown.count(text) == expected.count(plain_text), name
        assert UNSHOWN not in hostile[name].text
        for one, other in zip(page.elements(), hostile[name].elements(), strict=True):
            for attribute, value in one.attributes.items():
                found = other.attributes[attribute]
                if attribute.startswith("data-") and one.attributes.get("aria-label") in WITH_ESCAPES:
                    continue
                is_anchor = attribute in {"id", "href", "for"} and SLUG.fullmatch(value) and SLUG.fullmatch(found)
                assert is_anchor or differs_in_letters_alone(value, found), (name, attribute)
