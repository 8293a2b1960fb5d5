"""What the heads of pages say, and that they say nothing that nobody knows."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from onrecord.data import plan_heads
from onrecord.data.heads import Heads
from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.urls import NOWHERE, Publication
from tests.data.reading import PUBLISHED
from tests.pages.building import day
from tests.pages.dossiers import dossiers
from tests.pages.sample import make_sample


def heads_of(dossier: Dossier, publication: Publication = PUBLISHED) -> Heads:
    return plan_heads(dossier, publication)


@given(dossiers())
def test_every_page_has_a_head(dossier: Dossier) -> None:
    assert set(heads_of(dossier).of_pages) == {view.address for view in plan_pages(dossier)}


def test_a_page_lists_its_own_feed_before_that_of_the_site() -> None:
    heads = heads_of(make_sample())
    assert [each.address for each in heads.of_pages["topics/port/"].feeds] == ["topics/port/", ""]
    assert [each.address for each in heads.of_pages["speakers/envoy/"].feeds] == [""]
    assert [each.address for each in heads.of_others.feeds] == [""]


def test_a_briefing_is_dated_by_its_change_log_and_its_day_and_a_source_by_its_own() -> None:
    sample = make_sample()
    (note,) = sample.briefings
    heads = heads_of(sample).of_pages
    assert (heads["topics/port/"].kind, heads["topics/port/"].modified) == ("article", str(note.as_of))
    assert (heads["sources/talks/"].published, heads["sources/talks/"].modified) == ("2022-06-09", "")
    month = replace(sample, briefings=(replace(note, as_of=day("2022-06"), changes=()),))
    assert (heads_of(month).of_pages["topics/port/"].published, heads_of(month).of_pages["topics/port/"].modified) == (
        "",
        "",
    )


@pytest.mark.parametrize(
    ("language", "locale"), [("en", ""), ("en-GB", "en_GB"), ("sr-Latn-RS", "sr_RS"), ("", ""), ("es-419", "")]
)
def test_a_locale_is_said_only_where_the_dossier_names_a_region(language: str, locale: str) -> None:
    assert heads_of(replace(make_sample(), language=language)).of_others.locale == locale


def test_quotes_are_named_by_their_web_address_or_by_the_way_to_them() -> None:
    for publication, name in (
        (PUBLISHED, f"{PUBLISHED.site_url}sources/talks/#q01a"),
        (NOWHERE, "../../sources/talks/#q01a"),
    ):
        graph = json.loads(heads_of(make_sample(), publication).of_pages["topics/money/"].quotations)["@graph"]
        assert [each["@id"] for each in graph] == [name]
        assert heads_of(make_sample(), publication).of_pages["topics/money/"].url == publication.url_of("topics/money/")
