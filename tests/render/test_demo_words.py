"""Words of the demo: every quote is where it is said to be, and what the sources do not say is not said either."""

from onrecord import urls
from onrecord.model import Dossier, Passage
from tests.markup import Element, visible
from tests.render.demo import Demo, Page, links_to, source_page


def passage_in_text(page: Page, passage: Passage) -> str:
    return "".join(
        each.text for each in page.article.one(class_="or-text").elements() if passage.key in passages_of(each)
    )


def passages_of(element: Element) -> list[str]:
    return element.attributes.get("data-passages", "").split()


def cards_of(page: Page, passage: Passage) -> Element:
    return page.article.one("figure", id=passage.address)


def test_every_passage_stands_word_for_word_in_its_source_at_its_id(demo: Demo, dossier: Dossier) -> None:
    assert dossier.passages
    for passage in dossier.passages:
        page = source_page(demo, passage)
        assert passage_in_text(page, passage) == "".join(passage.pieces)
        first = next(each for each in page.article.elements() if passage.key in passages_of(each))
        assert page.ids[passage.key] is first or first in page.ids[passage.key].find()


def test_the_text_of_every_source_is_whole(demo: Demo, dossier: Dossier) -> None:
    for source in dossier.sources:
        page = demo.pages[urls.source_address(source.key)]
        assert page.article.one(class_="or-text").text == source.text
        assert source.sha256 in visible(page.article.text)


def test_every_passage_is_shown_word_for_word_on_the_page_of_each_of_its_topics(demo: Demo, dossier: Dossier) -> None:
    for passage in dossier.passages:
        for topic in passage.topics:
            is_in_its_whole = passage.whole is not None and topic in passage.whole.topics
            shown = passage.whole if is_in_its_whole else passage
            assert shown is not None
            page = demo.pages[urls.topic_address(topic.id)]
            card = cards_of(page, shown)
            assert tuple(each.text for each in card.find(class_="or-piece")) == shown.pieces
            assert list(links_to(demo, page, urls.passage_address(passage.source.key, shown.key)))


def test_every_whole_passage_is_in_the_table_of_all_quotes(demo: Demo, dossier: Dossier) -> None:
    article = demo.pages[urls.QUOTES].article
    for passage in dossier.passages:
        if passage.whole is None:
            row = article.one("tr", id=passage.address)
            assert tuple(each.text for each in row.find(class_="or-piece")) == passage.pieces


def test_who_takes_part_and_is_not_quoted_is_named_on_every_topic(demo: Demo, dossier: Dossier) -> None:
    for topic in dossier.topics:
        article = demo.pages[urls.topic_address(topic.id)].article
        silence = visible(article.one(class_="or-silence").text)
        assert "Only Belarus is quoted." in silence
        assert "Kursk Oblast" in silence
        assert "Roman Starovoyt" in silence


def test_russia_is_named_as_not_heard_where_its_president_is_spoken_of(demo: Demo) -> None:
    article = demo.pages["topics/import-substitution/"].article
    assert "Kursk Oblast and Russia are not" in visible(article.one(class_="or-silence").text)


def test_a_speaker_who_was_present_and_silent_has_a_page_that_says_so(demo: Demo) -> None:
    text = visible(demo.pages["speakers/starovoyt/"].article.text)
    assert "Present at 1 meeting. No words of this speaker are in the sources." in text
    assert visible(demo.pages["speakers/putin/"].article.one(class_="or-silence").text)
    assert "not heard" in visible(demo.pages["speakers/"].article.text)


def test_page_furniture_is_greyed_and_is_no_figure(demo: Demo) -> None:
    noise = demo.pages["sources/kursk22/"].article.find(class_="or-noise")
    assert [each.text for each in noise] == ["• 11", "• 7:54"]
    for address in ("figures/", "timeline/", "quotes/", "speakers/lukashenko/"):
        assert "7:54" not in demo.pages[address].article.text
    written = demo.pages["figures/"].article.find("td", **{"data-label": "As written"})
    assert {each.text for each in written} == {"about $1.5 billion", "$205-210 million", "top 10"}


def test_a_slip_stays_and_is_marked_wherever_its_quote_is_shown(demo: Demo) -> None:
    pages = ("topics/trade/", "topics/joint-ventures/", "speakers/lukashenko/")
    figures = [demo.pages[address].article.one("figure", id="kursk22:q09") for address in pages]
    for element in (*figures, demo.pages["sources/kursk22/"].ids["note:q09"]):
        assert "selling goods s one [sic]" in visible(element.text)
    assert "goods s" in [each.text for each in figures[0].find(class_="or-sic")]


def test_a_release_of_the_side_that_it_quotes_is_said_to_be_one(demo: Demo, dossier: Dossier) -> None:
    said = "This is an official release of the side that it quotes (Belarus), not independent reporting."
    pages = ["sources/", "sources/kursk22/", *(urls.topic_address(each.id) for each in dossier.topics)]
    for address in pages:
        assert said in visible(demo.pages[address].article.text), address
    assert "official release" in visible(demo.pages["sources/kursk22/"].article.text)


def test_what_the_source_does_not_date_stays_undated(demo: Demo, dossier: Dossier) -> None:
    article = demo.pages["timeline/"].article
    undated = article.one(class_="or-undated")
    events = [event for event in dossier.events if event.date is None]
    assert events
    assert len(undated.find("li")) == len(events)
    for event in events:
        assert event.what in visible(undated.text)
        assert not any(event.what in visible(year.text) for year in article.find(class_="or-year"))
    assert undated.find("time") == []


def test_planned_and_reported_figures_never_share_a_table(demo: Demo) -> None:
    tables = demo.pages["figures/"].article.find("table")
    captions = [visible(each.one("caption").text) for each in tables]
    assert sorted(captions) == ["goal in rank", "planned in USD", "reported in USD"]


def test_every_topic_says_how_it_is_cited_itself(demo: Demo, dossier: Dossier) -> None:
    for topic in dossier.topics:
        article = demo.pages[urls.topic_address(topic.id)].article
        said = f"Trade desk, “{topic.label}”, {dossier.title} (website), as of 9 June 2022, version 1."
        assert said in visible(article.one(class_="or-cite-page").one("p").text)
        forms = [each.text for each in article.one(class_="or-cite-page").find("pre")]
        assert len(forms) == 3
        assert all(topic.label in each and "Trade desk" in each for each in forms)
