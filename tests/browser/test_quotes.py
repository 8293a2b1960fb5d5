"""All quotes: filtered, counted, sorted, and remembered in the address."""

import re
from time import perf_counter

import pytest
from playwright.sync_api import Page, expect

QUOTES = "quotes/index.html"
ROWS = "table.or-quotes tbody tr"

MULTIPLY = """times => {
  const body = document.querySelector("table.or-quotes tbody");
  const rows = [...body.rows];
  for (let at = rows.length; at < times; at += 1) {
    const row = rows[at % rows.length].cloneNode(true);
    row.id = `row:${at}`;
    body.append(row);
  }
}"""


@pytest.fixture
def quotes(page: Page) -> Page:
    page.goto(QUOTES)
    return page


def test_all_rows_are_shown_at_first(quotes: Page) -> None:
    number = quotes.locator(ROWS).count()
    assert number > 20
    expect(quotes.locator("form output")).to_have_text(f"{number} of {number} match")


def test_a_filter_keeps_its_rows_and_its_count_tells_how_many(quotes: Page) -> None:
    option = quotes.locator("select[name=topic] option[value=water]")
    told = re.search(r"\((\d+)\)$", option.text_content() or "")
    assert told
    quotes.locator("select[name=topic]").select_option("water")
    expect(quotes.locator(ROWS)).to_have_count(int(told[1]))
    for row in quotes.locator(ROWS).all():
        assert "water" in (row.get_attribute("data-topic") or "").split()
    assert quotes.url.endswith("?topic=water")


def test_words_are_found_whatever_their_case(quotes: Page) -> None:
    quotes.locator("input[name=text]").fill("IMPORT  substitution")
    rows = quotes.locator(ROWS).all()
    assert 0 < len(rows) < 40
    assert all("import" in row.inner_text().lower() and "substitution" in row.inner_text().lower() for row in rows)


def test_the_address_remembers_the_filters(quotes: Page) -> None:
    quotes.locator("select[name=kind]").select_option("quote")
    quotes.locator("input[name=text]").fill("water")
    number = quotes.locator(ROWS).count()
    quotes.goto(quotes.url)
    expect(quotes.locator("input[name=text]")).to_have_value("water")
    expect(quotes.locator("select[name=kind]")).to_have_value("quote")
    expect(quotes.locator(ROWS)).to_have_count(number)


def test_a_range_of_dates_leaves_out_what_was_said_before(quotes: Page) -> None:
    quotes.locator("input[name=from]").fill("2022-06-09")
    assert quotes.locator(ROWS).count()
    quotes.locator("input[name=from]").fill("2022-06-10")
    expect(quotes.locator(ROWS)).to_have_count(0)


def test_everything_comes_back(quotes: Page) -> None:
    number = quotes.locator(ROWS).count()
    quotes.locator("input[name=text]").fill("nobody said this")
    expect(quotes.locator(ROWS)).to_have_count(0)
    quotes.locator("form.or-filters button").click()
    expect(quotes.locator(ROWS)).to_have_count(number)
    assert "?" not in quotes.url


def test_rows_are_sorted(quotes: Page) -> None:
    quotes.locator("select[name=order]").select_option("speaker")
    speakers = quotes.locator("table.or-quotes").last.locator("tbody tr td:nth-child(2)").all_inner_texts()
    names = [name.partition("\n")[0] for name in speakers]
    assert names == sorted(names, key=str.casefold)


def test_a_link_to_a_row_still_finds_it(page: Page) -> None:
    page.goto(f"{QUOTES}#kursk22:q04")
    expect(page.locator("[id='kursk22:q04']")).to_be_in_viewport()


def test_ten_thousand_rows_are_filtered_without_a_pause(page: Page, address: str) -> None:
    page.route("**/quotes.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(QUOTES)
    start = perf_counter()
    page.evaluate(MULTIPLY, 10_000)
    made = perf_counter() - start
    page.unroute("**/quotes.js")
    page.add_script_tag(url=f"{address}assets/onrecord/quotes.js")
    expect(page.locator("table.or-quotes").first.locator("tbody tr")).to_have_count(100)
    start = perf_counter()
    page.locator("input[name=text]").fill("water")
    expect(page.locator("form output")).to_contain_text(re.compile(r"^\d{3,} of 100\d\d match"))
    assert perf_counter() - start < 10 * made  # made is what copying the rows took, however fast the machine is
    page.locator(".or-show-more").first.click()
    expect(page.locator("table.or-quotes").first.locator("tbody tr")).to_have_count(200)


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_the_table_is_whole_and_no_filter_shows(self, quotes: Page) -> None:
        assert quotes.locator(ROWS).count() > 20
        expect(quotes.locator("form.or-filters")).to_be_hidden()
