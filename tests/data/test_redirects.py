"""Former keys lead to where things are now."""

from dataclasses import replace

import pytest

from onrecord.clashes import find_clashes
from onrecord.data import data_files
from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import HtmlBlock
from onrecord.site import Site
from onrecord.urls import Publication, ids_in
from tests.data.reading import PUBLISHED, files_of
from tests.pages.reading import Element, read_html
from tests.pages.sample import make_sample

OLD = "sources/talks-2022/index.html"


def renamed() -> Dossier:
    sample = make_sample()
    talks = replace(sample.sources[0], aliases=("talks-2022", "harbour"), title="</title>Harbour & talks")
    passages = (
        replace(each, source=talks, aliases=("q99", "q98") if each.key == "q02" else ())
        if each.source.key == "talks"
        else each
        for each in sample.passages
    )
    return replace(sample, sources=(talks, *sample.sources[1:]), passages=tuple(passages))


def elements_of(html: str) -> dict[str, Element]:
    return {each.name: each for each in read_html(html.removeprefix("<!doctype html>\n")).all()}


def test_every_former_key_of_a_source_has_a_page() -> None:
    assert {each for each in files_of(renamed()) if each.startswith("sources/")} == {OLD, "sources/harbour/index.html"}


@pytest.mark.parametrize(
    ("publication", "canonical", "way"),
    [
        (PUBLISHED, "https://example.com/harbour/sources/talks/", "../talks/"),
        (Publication(), "../talks/", "../talks/"),
        (Publication(has_folder_urls=False), "../talks/index.html", "../talks/index.html"),
    ],
)
def test_it_leads_on_with_and_without_scripts(publication: Publication, canonical: str, way: str) -> None:
    found = elements_of(files_of(renamed(), publication)[OLD])
    assert found["link"].attributes == {"rel": "canonical", "href": canonical}
    assert found["script"].text == f'location.replace("{way}" + location.hash)'
    (refresh,) = (each for each in found["noscript"].children if isinstance(each, Element))
    assert refresh.attributes == {"http-equiv": "refresh", "content": f"0; url={way}"}
    assert (found["a"].attributes, found["a"].text) == ({"href": way}, "</title>Harbour & talks")


def test_former_keys_of_a_passage_are_anchors_on_the_page_of_its_source() -> None:
    view = next(each for each in plan_pages(renamed()) if each.address == "sources/talks/")
    page = render_page(view, IN_ENGLISH)
    ids = ids_in("\n".join(block.html for block in page.blocks if isinstance(block, HtmlBlock)))
    assert sorted(each for each in ids if each in {"q02", "q98", "q99"}) == ["q02", "q98", "q99"]


@pytest.mark.parametrize(
    "path", ["sources/talks-2022.md", "sources/talks-2022/index.md", "sources/talks-2022/index.html"]
)
def test_a_hand_written_page_at_a_former_address_is_a_problem(path: str) -> None:
    site = Site(title="", pages=(), files=data_files(renamed(), PUBLISHED))
    (problem,) = find_clashes(site, {path: f"docs/{path}"})
    assert problem.message == f"hand-written `docs/{path}` and the generated file `{OLD}` have one address"
