"""Pages speak one language: that of the site, outside of what the author and the sources say."""

import json
import re
from collections.abc import Iterator

import pytest

from onrecord.pages.translating import messages
from onrecord.rendered import RenderedPage
from tests.languages.projects import most_in
from tests.markup import Element, parse
from tests.render.projects import html_of

LATIN = re.compile(r"[A-Za-z]+(?:[-:][A-Za-z0-9]+)*")
NAMES = {"Markdown", "HTML", "BibTeX", "RIS", "CSL-JSON", "CSV", "JSON", "SHA-256", "RUB", "sic", "j", "k"}
"""What is written in Latin letters in every language: forms of files, a currency, a word of editors, and keys that are pressed."""
KEYS = re.compile(
    r"\b(?:vest24|zapis24)(?::[qs]\d\d[a-z]?)?|\b[qs]\d\d[a-z]?\b|https?://\S+|\b[0-9a-f]{64}\b|^(?:ru|be)$"
)
SPOKEN = (
    "title",
    "aria-label",
    "placeholder",
    "alt",
    "data-label",
    "data-words",
    "data-right",
    "data-wrong",
    "data-more",
)
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def said_on(page: RenderedPage) -> Iterator[str]:
    """Give every text that readers see or hear, but for what reference managers take."""
    yield from (page.title, page.description)
    yield from (block.text for block in page.blocks if hasattr(block, "text"))
    yield from said_in(parse(html_of(page)))


def said_in(element: Element) -> Iterator[str]:
    yield from (element.attributes[name] for name in SPOKEN if name in element.attributes)
    if element.tag == "pre":
        return
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from said_in(child)


def latin_in(text: str) -> set[str]:
    return set(LATIN.findall(KEYS.sub("", PLACEHOLDER.sub("", text.strip())))) - NAMES


@pytest.mark.parametrize("language", ["ru", "be"])
def test_no_english_word_is_left_on_any_page(language: str) -> None:
    pages = most_in(language).pages
    assert len(pages) == len(most_in("en").pages)
    left = {(page.address, word) for page in pages for text in said_on(page.whole()) for word in latin_in(text)}
    assert left == set()


def test_english_words_would_be_found_if_they_were_left() -> None:
    found = {word for page in most_in("en").pages for text in said_on(page.whole()) for word in latin_in(text)}
    english = " ".join(f"{each.english} {each.plural}" for each in messages())
    assert found
    assert len(found & set(LATIN.findall(english))) > len(found) / 2


def test_the_citation_of_a_quote_is_in_the_language_of_the_site() -> None:
    quotes = {tag: json.loads(most_in(tag).files["data/quotes.json"])["quotes"] for tag in ("", "be", "en")}
    cited = {tag: found[0]["citation"] for tag, found in quotes.items()}
    key = "¶\u00a01 [vest24:q01]."
    assert (
        cited[""]
        == f"Анна Липина, цит. по: «Мэр обещает новый мост», Город Липки (сайт), 14\u00a0мая 2024\u00a0г., {key}"
    )
    assert cited["be"].startswith("Анна Липина, цыт. паводле: «Мэр")
    assert cited["en"] == f"Анна Липина, quoted in “Мэр обещает новый мост”, Город Липки (website), 14 May 2024, {key}"


def test_feeds_are_in_the_language_of_the_site() -> None:
    feed = json.loads(most_in().files["feed.json"])
    titles = [each["title"] for each in feed["items"]]
    assert "Мост: версия 2" in titles
    assert "Мост: справка изменена" in titles
    assert "Олег Боров: «Вобласць нічога не заплаціць, у горада 1500 рублёў»" in titles


def test_a_search_says_in_the_language_of_the_site_whose_words_it_found() -> None:
    titles = {each.title for each in most_in().records}
    assert titles > {"Анна Липина, 14\u00a0мая 2024\u00a0г.", "Слова самого источника, 14\u00a0мая 2024\u00a0г."}
    assert "Контекст: мы: город" in {each.context for each in most_in().records}


@pytest.mark.parametrize(("language", "marks"), [("ru", "«»"), ("en", "“”")])
def test_the_style_sheet_shows_the_marks_of_the_language(language: str, marks: str) -> None:
    style = most_in(language).files["assets/onrecord.css"]
    assert isinstance(style, bytes)
    properties = re.findall(r'--or-(open|close|sic): "([^"]*)"', style.decode())
    assert properties[-3:] == [("open", marks[0]), ("close", marks[1]), ("sic", "[sic]")]


def test_words_of_a_source_say_their_own_language_and_direction() -> None:
    page = next(each for each in most_in("en").pages if each.address == "quotes/")
    marked = {(each.attributes["lang"], each.attributes["dir"]) for each in parse(html_of(page.whole())).find("q")}
    assert marked == {("ru", "ltr"), ("be", "ltr")}
