"""Pictures as SVG: well-formed, named and described, whole without any style sheet, and the same whenever they are made."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.pictures import Bar, Count, Dot, Line, Text, draw_tally
from onrecord.render import render_page
from onrecord.render.pictures import svg_of
from tests.markup import parse
from tests.pictures.ferry import ferry, ferry_site, panels_of
from tests.render.projects import html_of

SVG = "{http://www.w3.org/2000/svg}"
PANELS = [(address, panel) for address, panels in panels_of(ferry()).items() for panel in panels]

words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20) | st.sampled_from(
    ["</svg>", "<script>alert(1)</script>", '" onload="x', "&amp;", "]]>", "<!--", "{{ x }}", "**a**"]
)


@given(words, words, words)
def test_a_drawing_is_well_formed_and_its_words_are_only_words(title: str, description: str, label: str) -> None:
    picture = draw_tally(
        title=title,
        description=description,
        counts=[Count(label=label, numbers=(1, 2)), Count(label=label, numbers=(0, 0), is_loose=True)],
        series=(label, title),
        loose_label=label,
        columns=(),
        rows=((),),
    )
    root = ET.fromstring(svg_of(picture, "picture:x"))  # noqa: S314  our own
    assert root.findtext(f"{SVG}title") == title
    assert root.findtext(f"{SVG}desc") == description
    texts = [mark.text for mark in picture.marks if isinstance(mark, Text)]
    assert [each.text for each in root.iter(f"{SVG}text")] == texts
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "text", "line", "path", "rect",
    }  # fmt: skip


def test_a_drawing_has_an_element_for_every_mark_in_its_place() -> None:
    tags = {Line: "line", Bar: "rect", Dot: "path", Text: "text"}
    for _, panel in PANELS:
        root = ET.fromstring(svg_of(panel.picture, panel.id))  # noqa: S314  our own
        elements = list(root)[2:]
        assert [each.tag.removeprefix(SVG) for each in elements] == [tags[type(mark)] for mark in panel.picture.marks]
        for mark, element in zip(panel.picture.marks, elements, strict=True):
            match mark:
                case Dot():
                    assert element.attrib["transform"] == f"translate({mark.x:g} {mark.y:g})"
                case Bar():
                    assert [float(element.attrib[name]) for name in ("x", "width")] == [
                        round(mark.x, 2),
                        round(mark.width, 2),
                    ]
                case Line():
                    assert [float(element.attrib[name]) for name in ("x1", "x2")] == [
                        round(mark.x1, 2),
                        round(mark.x2, 2),
                    ]
                case Text():
                    assert element.text == mark.text


def test_every_drawing_is_an_image_with_a_name_and_a_description_of_its_own() -> None:
    shown = {page.address: parse(html_of(page.whole())) for page in ferry_site().pages}
    for address, panel in PANELS:
        (figure,) = [each for each in shown[address].find("figure") if each.id == panel.id]
        svg = figure.one("svg")
        ids = {each.id: each for each in shown[address].elements() if each.id}
        assert svg.attributes["role"] == "img"
        assert ids[svg.attributes["aria-labelledby"]].text == panel.picture.title
        assert ids[svg.attributes["aria-describedby"]].text == panel.picture.description
        assert not svg.find("a")
        assert not svg.find("script")


def test_no_id_of_a_page_with_pictures_is_given_twice() -> None:
    for page in ferry_site().pages:
        ids = [each.id for each in parse(html_of(page.whole())).elements() if each.id]
        assert len(ids) == len(set(ids))


def test_a_drawing_without_a_style_sheet_is_ink_on_paper() -> None:
    for _, panel in PANELS:
        svg = svg_of(panel.picture, panel.id)
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"currentColor", "none", "Canvas"}
        assert "style=" not in svg


def test_drawing_twice_gives_the_same_bytes() -> None:
    again = {page.address: page for page in (render_page(view, IN_ENGLISH) for view in plan_pages(ferry()))}
    assert all(again[page.address].blocks == page.blocks for page in ferry_site().pages)


def test_the_ferry_has_no_problems() -> None:
    assert ferry_site().problems == ()
