"""Who is said to be silent on a topic: never anybody whose words the page shows."""

from dataclasses import replace

from onrecord.pages.index import index_dossier
from onrecord.pages.prose import PlacedBlock
from onrecord.pages.topic import TopicPage, plan_topic
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render.topic import topic_blocks
from tests.render.projects import small_dossier


def topic_page(id_: str) -> TopicPage:
    dossier = small_dossier()
    return plan_topic(next(topic for topic in dossier.topics if topic.id == id_), index_dossier(dossier))


def silent(page: TopicPage) -> list[str]:
    return [each.label for each in page.silence.speakers]


def test_somebody_whom_only_the_briefing_quotes_is_heard() -> None:
    page = topic_page("bridge")
    assert silent(page) == ["River Council", "Eva Weiß"]
    assert page.silence.sides == "Only Town and Province are quoted. River and Nation are not."


def test_the_words_of_somebody_else_are_named_among_the_positions() -> None:
    (position,) = (row for row in topic_page("bridge").positions if row.speaker.label == "Otto Brandt")
    assert [quote.opening for quote in position.quotes] == ["Das Land zahlt nichts. Die Stadt hat <b>kein</b> Geld"]


def test_somebody_present_or_spoken_of_is_silent_where_no_words_of_theirs_are_shown() -> None:
    assert silent(topic_page("ferry")) == ["River Council"]
    assert silent(topic_page("money")) == ["River Council"]


def test_every_speaker_whose_words_a_page_compares_is_heard_on_it() -> None:
    for topic in small_dossier().topics:
        page = topic_page(topic.id)
        cards = [card for each in page.comparisons for card in (each.start, each.end) if card.kind == "quote"]
        assert not {card.speaker.label for card in cards if card.speaker} & set(silent(page))


def test_where_nobody_is_silent_the_placed_block_says_so_and_nothing_comes_by_itself() -> None:
    page = topic_page("bridge")
    page = replace(page, silence=replace(page.silence, sides="", speakers=()), parts=())
    placed = topic_blocks(replace(page, parts=(PlacedBlock(name="not-heard"),)), IN_ENGLISH)
    assert "or-silence" not in str(topic_blocks(page, IN_ENGLISH))
    assert str(placed).count("whoever takes part is quoted") == 1
