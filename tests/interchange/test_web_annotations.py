"""W3C Web Annotations: what is written meets all that the standard says it must, and what others write is read."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from onrecord.data.annotations import CONTEXT, write_annotations
from onrecord.interchange.exchange import Exchange, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.formats import read_foreign
from onrecord.interchange.gathering import gather
from onrecord.interchange.jsonld_writing import write_jsonld
from onrecord.urls import Publication
from tests.data.test_annotations import faults_of, musts
from tests.interchange.projects import take_over, write_town
from tests.interchange.samples import SAMPLES

W3C = SAMPLES / "w3c-web-annotation-tests" / "tools" / "samples"


def read(value: object) -> Exchange:
    return read_foreign(Foreign(name="a.json", data=json.dumps(value).encode()))[0]


def annotation(**members: object) -> dict[str, object]:
    return {"@context": CONTEXT, "id": "https://a.example/1", "type": "Annotation", **members}


QUOTE = {"type": "TextQuoteSelector", "exact": "the county", "prefix": "but ", "suffix": " pays"}


@pytest.mark.samples
def test_every_annotation_that_is_written_meets_all_the_musts(tmp_path: Path) -> None:
    written = json.loads(write_jsonld(gather(write_town(tmp_path))))
    assert len(written["first"]["items"]) == written["total"] == 6
    assert len(musts()) > 50
    for each in written["first"]["items"]:
        assert list(faults_of(each)) == []


def test_the_terms_of_our_own_are_declared_so_that_a_processor_of_json_ld_keeps_them(tmp_path: Path) -> None:
    written = json.loads(write_jsonld(gather(write_town(tmp_path))))
    ours = {"@context": [{"type": "@type", "id": "@id"}, written["@context"][1]], "record": written["record"]}
    (expanded,) = jsonld.expand(ours)
    assert expanded["urn:onrecord:terms#record"][0]["@value"] == written["record"]


def read_samples(folder: str) -> dict[str, Exchange | str]:
    """Read the samples of a folder; in the place of one that is refused stands why."""
    found: dict[str, Exchange | str] = {}
    for path in sorted((W3C / folder).glob("*.json")):
        try:
            found[path.name] = read_foreign(Foreign(name=path.name, data=path.read_bytes()), "jsonld")[0]
        except UnreadableError as refusal:
            found[path.name] = str(refusal)
    return found


@pytest.mark.samples
def test_the_samples_of_the_w3c_are_read_and_what_is_not_taken_is_said() -> None:
    samples = read_samples("correct")
    read = [each for each in samples.values() if isinstance(each, Exchange)]
    refused = {name: each for name, each in samples.items() if isinstance(each, str)}
    assert refused == {"example41.json": "the file holds no annotation"}
    assert sum(len(each.annotations) for each in read) == 8
    assert all(each.annotations or each.losses for each in read)


@pytest.mark.samples
def test_annotations_that_the_w3c_calls_incorrect_are_read_or_refused_with_a_reason() -> None:
    assert all(each or isinstance(each, Exchange) for each in read_samples("incorrect").values())


def test_tags_become_codes_and_comments_notes() -> None:
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": "costs"},
        {"type": "TextualBody", "value": "Why?"},
        {"type": "TextualBody", "purpose": "identifying", "value": "The mayor"},
    ]
    target = {"source": "https://a.example/page", "selector": QUOTE}
    exchange = read(annotation(body=bodies, target=target))
    (one,) = exchange.annotations
    assert [each.name for each in exchange.codes] == ["costs"]
    assert (one.codes, one.notes, exchange.people[0].name) == (("costs",), ("Why?",), "The mayor")
    assert (one.pieces[0].exact, one.pieces[0].prefix, one.pieces[0].suffix) == ("the county", "but ", " pays")


def test_whoever_annotated_is_not_read() -> None:
    who = {"id": "acct:ada@a.example", "type": "Person", "name": "Ada Annotator", "email": "mailto:ada@a.example"}
    exchange = read(annotation(creator=who, target={"source": "https://a.example/page", "selector": QUOTE}))
    assert "Ada" not in repr(exchange)
    assert "acct" not in repr(exchange)


def test_a_selector_that_refines_another_is_the_one_that_counts() -> None:
    refined = {"type": "FragmentSelector", "value": "main", "refinedBy": QUOTE}
    exchange = read(annotation(target={"source": "https://a.example/page", "selector": refined}))
    assert exchange.annotations[0].pieces[0].exact == "the county"
    assert exchange.losses == ()


def test_what_points_at_no_words_is_told_as_lost() -> None:
    svg = {"source": "https://a.example/map", "selector": {"type": "SvgSelector", "value": "<svg/>"}}
    exchange = read([annotation(target="https://a.example/page"), annotation(target=svg)])
    assert exchange.annotations == ()
    assert exchange.losses == ("SvgSelector (1)", "annotation of a whole document (2)")


def test_several_targets_in_one_document_are_the_pieces_of_one_passage() -> None:
    targets: list[Any] = [
        {"source": "https://a.example/page", "selector": {**QUOTE, "exact": words}} for words in ("We wait", "and wait")
    ]
    (one,) = read(annotation(target=targets)).annotations
    assert [piece.exact for piece in one.pieces] == ["We wait", "and wait"]


def test_a_document_without_its_words_is_found_by_its_address(tmp_path: Path) -> None:
    write_town(tmp_path / "town")
    target = {
        "source": "http://www.courier.example/bridge#top",
        "selector": {"type": "TextQuoteSelector", "exact": "The mayor likes"},
    }
    (tmp_path / "a.json").write_text(json.dumps(annotation(target=target)), encoding="utf-8")
    imported = take_over(tmp_path / "a.json", tmp_path / "town")
    assert imported.problems == ()
    assert imported.told.splitlines()[1:] == ["  1 passage: 1 verbatim", "  1 recorded"]
    record = (tmp_path / "town/content/sources/council24.yml").read_text(encoding="utf-8")
    assert "  s02:\n    text: The mayor likes\nevents:\n" in record


def test_the_annotations_of_a_published_site_are_known_again(tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    published = write_annotations(town.dossier, Publication(site_url="https://briefings.example/"))
    (tmp_path / "annotations.jsonld").write_text(published, encoding="utf-8")
    imported = take_over(tmp_path / "annotations.jsonld", tmp_path / "town")
    assert imported.problems == ()
    assert imported.plan is not None
    assert (len(imported.plan.already), imported.plan.recorded, imported.plan.kept) == (6, (), ())
    assert imported.written == ()
