"""The files as a whole: which there are, what JSON says, and that nothing in them depends on when they are made."""

import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import rispy
from bibtexparser.bparser import BibTexParser
from hypothesis import given

from onrecord.build import make_site
from onrecord.data.quotes_json import write_quotes_json
from onrecord.model import Dossier
from onrecord.pages.index import index_dossier
from onrecord.urls import Publication
from tests.data.reading import PUBLISHED, files_of, read_json
from tests.pages.dossiers import dossiers
from tests.pages.sample import make_sample

PROJECT = Path(__file__).parents[2]
ALWAYS = {
    "data/quotes.json",
    "data/quotes.csv",
    "data/figures.csv",
    "data/annotations.jsonld",
    "data/proof.json",
    "data/references.bib",
    "data/references.ris",
    "data/references.json",
}


def test_a_site_holds_the_files_beside_its_pages() -> None:
    assert set(make_site(PROJECT).files) >= ALWAYS | {"feed.xml", "feed.json", "topics/financing/feed.xml"}


def test_an_empty_dossier_has_them_all_but_feeds() -> None:
    sample = make_sample()
    bare = replace(sample, passages=(), figures=(), links=(), events=(), briefings=(), sources=())
    assert set(files_of(bare)) == ALWAYS


def test_a_rebuild_gives_the_same_bytes() -> None:
    assert make_site(PROJECT, publication=PUBLISHED).files == make_site(PROJECT, publication=PUBLISHED).files


@given(dossiers())
def test_json_gives_back_every_word_and_where_it_stands(dossier: Dossier) -> None:
    found = read_json(write_quotes_json(index_dossier(dossier), PUBLISHED))
    text = dossier.sources[0].text
    for kind in ("quotes", "statements"):
        for each in found[kind]:
            assert [text[start:end] for start, end in each["spans"]] == each["pieces"]
    passages = {each["key"]: each["pieces"] for each in (*found["quotes"], *found["statements"])}
    assert passages == {each.address: list(each.pieces) for each in dossier.passages}
    assert {each["key"] for each in found["quotes"]} == {each.address for each in dossier.passages if each.is_quote}


def test_every_key_in_json_is_of_something_in_json() -> None:
    found = read_json(files_of(make_sample())["data/quotes.json"])
    known = {name: {each["key"] for each in found[name]} for name in ("sources", "speakers", "topics")}
    passages = [*found["quotes"], *found["statements"]]
    keys = {each["key"] for each in passages}
    for each in passages:
        assert each["source"] in known["sources"]
        assert {each["speaker"], None, *each["mentions"]} - {None} <= known["speakers"]
        assert set(each["topics"]) <= known["topics"]
        assert each["part_of"] in {None, *keys}
    assert {end for link in found["links"] for end in (link["from"], link["to"])} <= keys


def test_the_references_name_each_source_once_in_every_form() -> None:
    files = files_of(make_sample())
    parser = BibTexParser(common_strings=False, ignore_nonstandard_types=False)
    keys = (
        sorted(each["ID"] for each in bibtexparser.loads(files["data/references.bib"], parser).entries),
        sorted(each["id"] for each in rispy.loads(files["data/references.ris"])),
        sorted(each["id"] for each in json.loads(files["data/references.json"])),
    )
    assert keys == (["daily", "talks"],) * 3


def test_links_without_a_site_address_lead_from_the_folder_of_the_file() -> None:
    found = read_json(files_of(make_sample(), Publication())["data/quotes.json"])
    assert found["site"] is None
    assert found["quotes"][0]["link"] == "../sources/talks/#q01"
