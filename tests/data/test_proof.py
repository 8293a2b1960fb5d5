"""The proof as a reader without the project uses it: hashes of stored bytes, and words at spans."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data.proof import write_proof
from onrecord.model import Dossier
from onrecord.stored_form import find_form, restore
from onrecord.texts import canonical_text, read_text_file
from tests.pages.dossiers import dossiers

LINES = st.lists(st.sampled_from(["", "\n", "\r\n", "\r", "a", "\ufeff", "Δ"]))


@given(dossiers())
def test_the_words_of_each_passage_stand_where_it_says(dossier: Dossier) -> None:
    proof = json.loads(write_proof(dossier))
    texts = {each["id"]: each["text"] for each in proof["sources"]}
    assert len(proof["passages"]) == len(dossier.passages)
    for each in proof["passages"]:
        assert [texts[each["source"]][start:end] for start, end in each["spans"]] == each["words"]


@given(LINES.map("".join))
def test_stored_bytes_come_back_from_the_text_and_its_form(decoded: str) -> None:
    assert restore(canonical_text(decoded), find_form(decoded)) == decoded.encode()


@pytest.mark.parametrize("stored", [b"a\nb\n", b"\xef\xbb\xbfa\r\nb", b"a\rb\r", b"a\nb\r\nc\rd"])
def test_the_hash_of_a_source_is_that_of_the_bytes_that_come_back(tmp_path: Path, stored: bytes) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(stored)
    read, _ = read_text_file(path, "words.txt", tmp_path)
    assert read is not None
    assert sha256(restore(read.file.text, read.form)).hexdigest() == read.sha256


def test_the_lines_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        restore("a\nb", find_form("a\rb\nc\rd"))
