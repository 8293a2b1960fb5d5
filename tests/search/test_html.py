"""What a search finds in finished HTML."""

import pytest

from onrecord.search import sections_in
from onrecord.search.html import Section

PAGE = """<p>Before.</p><h1 id="trade">Trade<a class="headerlink" href="#trade">¶</a></h1><p>First.</p><ul><li>One</li>
<li>Two</li></ul><form>Topic</form><div data-search-exclude>not this</div><template>nor this</template>
<script>nor()</script><h2>Of <em>goods</em></h2><p>a<br>b &amp; c</p>"""


def test_a_section_has_its_place_its_heading_and_its_words_kept_apart() -> None:
    assert list(sections_in(PAGE)) == [
        Section(place="", heading="", text="Before."),
        Section(place="trade", heading="Trade", text="First. One Two"),
        Section(place="", heading="Of goods", text="a b & c"),
    ]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<h1>A</h1>a<h2 data-search-exclude>B</h2>b<h3>C</h3>c<h2>D</h2>d", ["a", "d"]),
        ("<h1 data-search-exclude>A</h1>a<h2>B</h2>b", []),
        ("", []),
    ],
)
def test_a_section_that_other_pages_hold_is_left_out_up_to_the_next_heading_of_its_level(
    html: str, texts: list[str]
) -> None:
    assert [each.text for each in sections_in(html)] == texts
