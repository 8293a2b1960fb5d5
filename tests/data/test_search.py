"""The records that a search finds passages by."""

from hypothesis import given

from onrecord.citing import GAP, one_line
from onrecord.data import plan_search
from onrecord.model import Dossier
from onrecord.pages.wording import IN_ENGLISH
from tests.pages.dossiers import dossiers
from tests.pages.sample import make_sample


def test_a_record_says_who_and_when_and_tells_quotes_from_what_is_reported() -> None:
    found = {each.address: each.title for each in plan_search(make_sample(), IN_ENGLISH)}
    assert found == {
        "sources/daily/#q01": "Daily, July 2022",
        "sources/talks/#q01": "Ada Berg, 9 June 2022",
        "sources/talks/#q02": "Ada Berg, 9 June 2022",
        "sources/talks/#s01": "Ada Berg, reported, 9 June 2022",
        "sources/talks/#s02": "The source’s own voice, 9 June 2022",
    }


@given(dossiers())
def test_every_whole_passage_has_one_record_with_its_words(dossier: Dossier) -> None:
    wholes = [each for each in dossier.passages if each.whole is None]
    records = list(plan_search(dossier, IN_ENGLISH))
    assert [each.text for each in records] == [GAP.join(map(one_line, each.pieces)) for each in wholes]
    assert [each.address for each in records] == [f"sources/{each.source.key}/#{each.key}" for each in wholes]
