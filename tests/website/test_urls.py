import posixpath
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.urls import addresses_in, fragments_in, ids_in, relative_url, resolve

PAGES = st.lists(st.sampled_from(["topics", "sources", "a", "b-2"]), max_size=3).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(st.text())
def test_text_is_never_taken_for_a_link(text: str) -> None:
    html = f'<p title="{escape(text)}">{escape(text, quote=False)}</p>'
    assert resolve(html, lambda _: "wrong") == html
    assert addresses_in(html) == fragments_in(html) == ids_in(html) == ()


@given(st.text())
def test_an_address_of_any_characters_is_resolved_and_stays_in_its_attribute(address: str) -> None:
    html = f'<a class="x" href="page:{escape(address)}">a &lt; b</a>'
    assert addresses_in(html) == (address,)
    assert unescape(resolve(html, lambda found: found)) == unescape(html).replace('"page:', '"', 1)


@pytest.mark.parametrize(
    "html",
    [
        '&lt;a href="page:x/"&gt;',
        '<code>say href="page:x/"</code>',
        '<a data-href="page:x/">',
        '<a href="https://example.org/?page:x/">',
    ],
)
def test_what_only_looks_like_a_link_is_left_alone(html: str) -> None:
    assert addresses_in(html) == ()


def test_ids_and_places_are_read_from_tags_alone() -> None:
    html = '<p id="a">id="b"</p><a name="x" href="#c" id=\'d\'>href="#e"</a>'
    assert ids_in(html) == ("a", "d")
    assert fragments_in(html) == ("c",)


@given(PAGES, PAGES, st.booleans())
def test_a_relative_url_leads_from_any_page_to_any_page(start: str, target: str, use_directory_urls: bool) -> None:  # noqa: FBT001  drawn
    url = relative_url(target, start, use_directory_urls=use_directory_urls)
    reached = posixpath.normpath(posixpath.join("/", start, url))
    assert reached == posixpath.normpath(f"/{target}{'' if use_directory_urls else 'index.html'}")
    assert url.endswith("/" if use_directory_urls else "index.html")
