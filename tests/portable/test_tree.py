"""The tree of a page, and links and pictures in it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.portable.links import inline_pictures, turn_links
from onrecord.portable.tree import parse, to_html, to_xhtml

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))


@given(TEXT, TEXT)
def test_text_and_attributes_come_back_from_xml(text: str, value: str) -> None:
    root = parse('<p title="x">y</p>')
    (paragraph,) = list(root.walk())[1:]
    paragraph.attributes["title"], paragraph.children = value, [text]
    read = ET.fromstring(to_xhtml(root))  # noqa: S314  our own
    assert (read.get("title"), read.text or "") == (value, text)


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("<p>a<br>b<img src=x alt></p>", '<p>a<br/>b<img src="x" alt=""/></p>'),
        ("<p hidden>a &amp; b &#60;c&#62; &nbsp;</p>", '<p hidden="">a &amp; b &lt;c&gt; \xa0</p>'),
        ("<span></span><p>a", "<span></span><p>a</p>"),
        (
            '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
            '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"></path></svg>',
        ),
    ],
)
def test_html_becomes_xml(html: str, xml: str) -> None:
    assert to_xhtml(parse(html)) == xml


def test_html_comes_back_as_html() -> None:
    html = '<p hidden class="a">a &lt; b<br></p><script>if (a < b) c();</script>'
    assert to_html(parse(html)) == '<p hidden class="a">a &lt; b<br/></p><script>if (a < b) c();</script>'


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("page:topics/trade/#q1", '<a href="#there">x</a>'),
        ("page:nowhere/", "<span>x</span>"),
        ("https://example.com/", '<a href="https://example.com/">x</a>'),
        ("#own", '<a href="#own">x</a>'),
        ("../method.md", "<span>x</span>"),
        ("javascript:alert(1)", "<span>x</span>"),
    ],
)
def test_a_link_leads_where_it_can_be_followed_or_is_none(href: str, written: str) -> None:
    root = parse(f'<a href="{href}">x</a>')
    turn_links(root, lambda address: "#there" if address == "topics/trade/#q1" else "")
    assert to_html(root) == written


def test_a_picture_of_the_docs_folder_is_put_in_and_others_leave_their_words(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "images").mkdir(parents=True)
    (docs / "images" / "map.png").write_bytes(b"png")
    (tmp_path / "secret.png").write_bytes(b"secret")
    root = parse(
        '<img src="../../images/map.png" alt="a map"><img src="../../../secret.png" alt="b">'
        '<img src="https://example.com/c.png" alt="c">'
    )
    inline_pictures(root, "topics/trade/", docs)
    assert to_html(root) == '<img src="data:image/png;base64,cG5n" alt="a map"/><span>b</span><span>c</span>'
