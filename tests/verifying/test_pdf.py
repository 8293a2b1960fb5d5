"""A PDF with a proof attached proves itself; one without says so."""

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from onrecord.data.proof import write_proof
from onrecord.verifying import UnreadableError, verify
from onrecord.verifying.pdf import runs_over
from tests.pages.sample import make_sample


def pdf(target: Path, *attachments: tuple[str, str]) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    for name, text in attachments:
        writer.add_attachment(name, text.encode())
    writer.write(target)
    return target


def proof_of_sample() -> str:
    return write_proof(make_sample())


def test_words_that_no_page_shows_are_told(tmp_path: Path) -> None:
    proof = json.loads(proof_of_sample())
    for source in proof["sources"]:
        source["sha256"] = sha256(source["text"].encode()).hexdigest()
    verdict = verify(pdf(tmp_path / "it.pdf", ("proof.json", json.dumps(proof))))
    assert verdict.proven[-1] == "the pages show the words of 0 passages"
    assert [each.where for each in verdict.differences] == [each["key"] for each in proof["passages"]]
    assert all(each.what.startswith("no page shows its words, “") for each in verdict.differences)


PAGES = ("Head1 We said that the bridge Foot1", "Head2 is strong and stays Foot2", "Head3 open. Foot3")


@pytest.mark.parametrize(
    "words",
    [
        "We said that the bridge",
        "the bridge is strong",
        "that the bridge is strong and stays open.",
        "the bridge Foot1 Head2 is",
        "stays open.",
    ],
)
def test_words_may_run_over_pages(words: str) -> None:
    pages = tuple("".join(page.split()) for page in PAGES)
    bare = "".join(words.split())
    assert bare in "".join(pages) or runs_over(bare, pages)


@pytest.mark.parametrize("words", ["the bridge is weak", "a bridge is strong", "is strong the bridge", "open. We"])
def test_words_that_pages_do_not_show_run_over_none(words: str) -> None:
    pages = tuple("".join(page.split()) for page in PAGES)
    assert not runs_over("".join(words.split()), pages)


@given(st.text("abc", min_size=1, max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_words_cut_over_pages_are_always_found(words: str, cuts: list[int]) -> None:
    places = sorted({0, len(words), *(cut for cut in cuts if cut < len(words))})
    pages = tuple(f"head{words[start:end]}foot" for start, end in pairwise(places))
    assert runs_over(words, pages)


def test_an_attached_proof_that_does_not_hold_is_told(tmp_path: Path) -> None:
    proof = json.loads(proof_of_sample())
    proof["passages"][0]["words"] = ["another"]
    verdict = verify(pdf(tmp_path / "it.pdf", ("proof.json", json.dumps(proof))))
    assert any("its words are not those of" in str(each) for each in verdict.differences)


@pytest.mark.parametrize("attachments", [(), (("other.json", "{}"),), (("proof.json", "{}"), ("proof.json", "{}"))])
def test_a_pdf_without_one_proof_is_refused(tmp_path: Path, attachments: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(UnreadableError, match=r"the PDF has no proof\.json attached, or several"):
        verify(pdf(tmp_path / "it.pdf", *attachments))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_pdf_that_was_cut_is_refused(tmp_path: Path, part: float) -> None:
    path = pdf(tmp_path / "it.pdf", ("proof.json", proof_of_sample()))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with pytest.raises(UnreadableError, match="PDF"):
        verify(path)
