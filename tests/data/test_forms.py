"""The scripts with the forms of passages: they hand over exactly what a card that stands alone has in it."""

import json
from dataclasses import replace

from hypothesis import example, given

from onrecord.data import data_files
from onrecord.data.forms import write_forms
from onrecord.locations import Span
from onrecord.pages.copies import plan_copies
from onrecord.pages.index import index_dossier
from onrecord.urls import Publication
from tests.pages.dossiers import passage_of, source_of, texts
from tests.pages.sample import make_sample


def read_call(script: str) -> tuple[str, list[str], dict[str, list[str]]]:
    """Read the arguments of the call."""
    start, _, rest = script.partition("(")
    assert start == "onrecordForms"
    assert rest.endswith(");\n")
    key, names, passages = json.loads(f"[{rest.removesuffix(');' + chr(10))}]")
    return key, names, passages


def test_every_passage_has_its_forms_in_the_script_of_its_source() -> None:
    dossier = make_sample()
    publication = Publication(site_url="https://example.org/")
    files = data_files(dossier, publication)
    index = index_dossier(dossier, replace(publication, name=dossier.title))
    found: dict[str, list[str]] = {}
    for source in dossier.sources:
        if not index.in_source(source):
            continue
        key, names, passages = read_call(files[f"data/forms/{source.key}.js"].decode())
        assert key == source.key
        assert names == ["text", "Markdown", "HTML", "text", "BibTeX", "RIS", "CSL-JSON"]
        found |= {f"{key}:{passage}": forms for passage, forms in passages.items()}
    copies = {each.address: plan_copies(each, index) for each in dossier.passages}
    expected = {key: [form.text for form in (*each.quotations, *each.citations)] for key, each in copies.items()}
    assert found == expected
    assert len(found) > 5


@given(texts)
@example("</script><script>alert(1)</script><!-- \u2028\u2029")
def test_hostile_words_are_text_in_the_script_and_cannot_end_it(words: str) -> None:
    source = source_of(words)
    passage = passage_of(source, "q01", Span(0, len(words)))
    dossier = replace(
        make_sample(), sources=(source,), passages=(passage,), briefings=(), figures=(), links=(), events=()
    )
    index = index_dossier(dossier)
    script = write_forms(source, index)
    assert not set(script) & set("<\u2028\u2029")
    _, _, passages = read_call(script)
    assert passages["q01"] == [
        form.text for copies in [plan_copies(passage, index)] for form in (*copies.quotations, *copies.citations)
    ]
