"""The annotations point at the words of the stored text, and are what the W3C says they must be."""

import hashlib
import json
import os
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT4

from onrecord.anchoring import Anchor, Selector, anchor, fold
from onrecord.data.annotations import hash_uri, write_annotations
from onrecord.locations import Span
from onrecord.model import Dossier
from onrecord.urls import Publication
from tests.data.reading import PUBLISHED, read_json
from tests.pages.building import day, dossier, passage_at, source
from tests.pages.dossiers import dossiers
from tests.pages.sample import make_sample

W3C = Path(os.environ.get("ONRECORD_SAMPLES", "../shared")) / "interop" / "w3c-web-annotation-tests"


def annotations_of(dossier: Dossier, publication: Publication = PUBLISHED) -> list[dict[str, Any]]:
    collection = read_json(write_annotations(dossier, publication))
    return list(collection.get("first", {}).get("items", ()))


def targets_of(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


@given(dossiers())
def test_both_selectors_of_every_piece_select_its_words(dossier: Dossier) -> None:
    text = dossier.sources[0].text
    annotations = annotations_of(dossier)
    assert len(annotations) == len(dossier.passages)
    for passage, annotation in zip(dossier.passages, annotations, strict=True):
        pieces = []
        for target in targets_of(annotation):
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            pieces.append(quote["exact"])
        assert tuple(pieces) == passage.pieces


def test_prefix_and_suffix_are_whole_words_that_settle_which_words_are_meant() -> None:
    text = "Early on the port was open, said one; much later the port was open, said another of those who spoke there."
    start = text.rindex("the port was open")
    span = Span(start, start + len("the port was open"))
    here = source("talks", text)
    (annotation,) = annotations_of(dossier(passage_at(here, "q01", span)))
    quote = annotation["target"]["selector"][0]
    assert (quote["prefix"], quote["suffix"]) == (
        "port was open, said one; much later ",
        ", said another of those who spoke",
    )
    found = anchor(Selector(pieces=(quote["exact"],), prefix=quote["prefix"], suffix=quote["suffix"]), fold(here.text))
    assert isinstance(found, Anchor)
    assert found.spans == (span,)


def test_the_state_names_the_stored_bytes_by_their_hash() -> None:
    name = hash_uri(hashlib.sha256(b"Hello World!").hexdigest())
    assert name == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"  # RFC 6920, 8.1
    assert urlsafe_b64decode(name.partition(";")[2] + "=") == hashlib.sha256(b"Hello World!").digest()


@pytest.mark.parametrize(
    ("retrieved", "published", "when"),
    [
        ("2022-06-10", "2022-06-09", {"sourceDate": "2022-06-10T00:00:00Z"}),
        ("", "2022-06-09", {"sourceDate": "2022-06-09T00:00:00Z"}),
        ("", "2022-06", {"sourceDateStart": "2022-06-01T00:00:00Z", "sourceDateEnd": "2022-06-30T23:59:59Z"}),
        ("", "2022", {"sourceDateStart": "2022-01-01T00:00:00Z", "sourceDateEnd": "2022-12-31T23:59:59Z"}),
    ],
)
def test_the_state_dates_the_copy_no_closer_than_it_is_known(
    retrieved: str, published: str, when: dict[str, str]
) -> None:
    here = replace(source("talks", "Yes", date=published), retrieved=day(retrieved) if retrieved else None)
    (annotation,) = annotations_of(dossier(passage_at(here, "q01", Span(0, 3))))
    assert annotation["target"]["state"] == {"type": "TimeState", **when, "cached": hash_uri("0" * 64)}


def test_topics_are_tags_and_the_speaker_is_identified() -> None:
    annotation = next(each for each in annotations_of(make_sample()) if each["id"].endswith("#talks:q01"))
    assert [(each["purpose"], each["value"]) for each in annotation["body"]] == [
        ("tagging", "Port & quays"),
        ("identifying", "Ada Berg"),
        ("describing", "We: the town"),
    ]


@cache
def registry() -> Registry[Any]:
    files = (W3C / "definitions").glob("*.json")
    resources = ((path.name, json.loads(path.read_text(encoding="utf-8"))) for path in files)
    return Registry().with_resources((name, DRAFT4.create_resource(contents)) for name, contents in resources)


@cache
def musts() -> tuple[tuple[dict[str, Any], bool], ...]:
    """Read the schemas of the test of all that a single annotation must be, each with whether it is to be met."""
    test = json.loads((W3C / "annotations" / "annotationMusts.test").read_text(encoding="utf-8"))
    schemas = (json.loads((W3C / each).read_text(encoding="utf-8")) for each in test["assertions"])
    return tuple((schema, schema.get("expectedResult", "valid") == "valid") for schema in schemas)


def faults_of(annotation: dict[str, Any]) -> Iterator[str]:
    for schema, is_to_be_met in musts():
        bare = {name: value for name, value in schema.items() if name != "id"}
        validator = Draft4Validator(bare, registry=registry(), format_checker=FormatChecker())
        if validator.is_valid(annotation) != is_to_be_met:
            yield schema.get("errorMessage", schema["title"])


@pytest.mark.samples
@pytest.mark.parametrize("publication", [PUBLISHED, Publication()], ids=["with a site address", "without"])
def test_every_annotation_meets_what_the_w3c_says_it_must(publication: Publication) -> None:
    for annotation in annotations_of(make_sample(), publication):
        assert list(faults_of(annotation)) == []


@pytest.mark.samples
def test_the_w3c_schemas_find_faults() -> None:
    annotation = annotations_of(make_sample())[0]
    assert len(musts()) > 50
    assert list(faults_of({name: value for name, value in annotation.items() if name != "target"}))
    assert list(faults_of(annotation | {"target": annotation["target"] | {"state": {"type": "State"}}}))
