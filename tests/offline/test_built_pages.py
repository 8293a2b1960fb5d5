"""Built pages as the bundle reads them: what can be found on them, and what they would load from elsewhere."""

import pytest

from onrecord.offline.built_pages import insert, read_page

PAGE = """<!doctype html><html><head><title>Trade - Demo</title></head><body><nav>Home</nav><article>
<h1>Trade<a class="headerlink" href="#trade">¶</a></h1><p>First.</p><ul><li>One</li><li>Two</li></ul>
<form>Topic</form><div data-search-exclude>not this</div><template>nor this</template><script>nor()</script>
<p>a<br>b &amp; c</p></article><footer>Made</footer></body></html>"""


def test_what_stands_in_the_article_is_found_with_words_kept_apart() -> None:
    page = read_page(PAGE)
    assert (page.title, page.text) == ("Trade", "First. One Two a b & c")


def test_a_section_that_other_pages_hold_is_left_out_up_to_the_next_heading_of_its_level() -> None:
    html = "<article><h1>A</h1>a<h2 data-search-exclude>B</h2>b<h3>C</h3>c<h2>D</h2>d</article>"
    assert read_page(html).text == "a D d"


def test_a_page_that_leads_on_has_nothing_to_find() -> None:
    page = read_page("<html><head><title>Moved</title></head><body><p>Moved</p></body></html>")
    assert (page.text, page.has_article) == ("", False)


@pytest.mark.parametrize(
    ("html", "asks"),
    [
        ('<script src="https://x.example/a.js"></script>', ("https://x.example/a.js",)),
        ('<img src="//x.example/a.png">', ("//x.example/a.png",)),
        ('<link rel="stylesheet" href="HTTPS://x.example/a.css">', ("HTTPS://x.example/a.css",)),
        ('<link rel="canonical" href="https://x.example/">', ()),
        ('<a href="https://x.example/">x</a>', ()),
        ('<script src="../a.js"></script><img src="data:image/png;base64,">', ()),
    ],
)
def test_what_a_page_would_load_from_elsewhere_is_told(html: str, asks: tuple[str, ...]) -> None:
    assert read_page(html).asks == asks


def test_html_is_put_at_the_end_of_head_and_body_and_other_forms_of_the_page_are_not_named() -> None:
    html = '<html><head><title>x</title><link rel="alternate" href="feed.xml"></head>'
    html += "<body>a <pre>&lt;/body&gt;</pre></body></html>"
    expected = "<html><head><title>x</title>H</head><body>a <pre>&lt;/body&gt;</pre>B</body></html>"
    assert insert(html, "H", "B") == expected
