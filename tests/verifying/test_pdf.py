"""A PDF with a proof attached proves itself; one without says so."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfWriter

from onrecord.data.proof import write_proof
from onrecord.verifying import UnreadableError, verify
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


def test_what_is_attached_is_proven_and_words_that_are_not_in_the_text_are_noted(tmp_path: Path) -> None:
    proof = json.loads(proof_of_sample())
    for source in proof["sources"]:
        source["sha256"] = sha256(source["text"].encode()).hexdigest()
    verdict = verify(pdf(tmp_path / "it.pdf", ("proof.json", json.dumps(proof))))
    assert verdict.is_proven
    assert verdict.proven[-1] == "0 passages found word for word in the PDF's text"
    assert verdict.notes[0].startswith("not found in one stretch in the PDF's text: ")


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
