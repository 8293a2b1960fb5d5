"""What is no bundle, or a hostile one, is refused in one sentence: nothing is unpacked, and nothing grows without bound."""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.verifying import UnreadableError, verify
from onrecord.verifying.opened import MOST_BYTES, MOST_TEXT, Zip, read_file
from tests.verifying.changing import PROOF, copy_bundle


def packed(made: Path) -> Path:
    (found,) = made.glob("*-offline.zip")
    return found


def zip_of(target: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            new.writestr(name, content)
    return target


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as refused:
        verify(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>", b"\0" * 4096]
)
def test_what_is_neither_zip_nor_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "it").write_bytes(content)
    assert refusal(tmp_path / "it")


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        assert refusal(path) == "this is no folder, and no file with anything in it"


def test_a_folder_without_a_proof_is_no_bundle(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is no bundle: it has no data/proof.json"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.data())
def test_a_zip_cut_anywhere_is_refused(made: Path, tmp_path: Path, data: st.DataObject) -> None:
    whole = packed(made).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: data.draw(st.integers(1, len(whole) - 1))])
    assert refusal(tmp_path / "cut.zip").startswith("this is no whole zip: ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.data())
def test_a_zip_with_another_byte_is_refused_or_differs_or_is_the_same_to_its_readers(
    made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    changed = bytearray(packed(made).read_bytes())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    (tmp_path / "changed.zip").write_bytes(changed)
    try:
        is_proven = verify(tmp_path / "changed.zip").is_proven
    except UnreadableError:
        return
    assert not is_proven or contents(tmp_path / "changed.zip") == contents(packed(made))


def contents(path: Path) -> dict[str, bytes]:
    files = Zip(path)
    return {name: read_file(files, name) for name in files.sizes}


@pytest.mark.parametrize("name", ["../up", "/etc/passwd", "a/../../up", "c:/windows", "a\\..\\b"])
def test_a_name_outside_the_zip_is_refused(tmp_path: Path, name: str) -> None:
    zip_of(tmp_path / "it.zip", {PROOF: b"{}", name: b""})
    assert refusal(tmp_path / "it.zip").startswith("the zip names a file outside itself: ")


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "it.zip", {"a": b"1", "b": b"2"})
    path.write_bytes(path.read_bytes().replace(b"b", b"a"))
    assert refusal(tmp_path / "it.zip") == "two files of the zip have the same name"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    zip_of(tmp_path / "it.zip", {PROOF: b"0" * 1000})
    stated, huge = (1000).to_bytes(4, "little"), (0xFFFFFFF0).to_bytes(4, "little")
    (tmp_path / "it.zip").write_bytes((tmp_path / "it.zip").read_bytes().replace(stated, huge))
    assert refusal(tmp_path / "it.zip").startswith("data/proof.json is too large to be read")


def test_many_large_files_are_refused_together(tmp_path: Path) -> None:
    entries = {f"{number}": b"0" * 1000 for number in range(1 + MOST_BYTES // 0xFFFFFFF0)}
    zip_of(tmp_path / "it.zip", entries)
    stated, huge = (1000).to_bytes(4, "little"), (0xFFFFFFF0).to_bytes(4, "little")
    (tmp_path / "it.zip").write_bytes((tmp_path / "it.zip").read_bytes().replace(stated, huge))
    assert refusal(tmp_path / "it.zip").startswith("this is too large for a bundle")


def test_a_file_that_unpacks_to_more_than_it_states_is_refused(tmp_path: Path) -> None:
    zip_of(tmp_path / "it.zip", {PROOF: b"0" * (MOST_TEXT // 64)})
    stated = (MOST_TEXT // 64).to_bytes(4, "little")
    (tmp_path / "it.zip").write_bytes((tmp_path / "it.zip").read_bytes().replace(stated, (10).to_bytes(4, "little")))
    assert refusal(tmp_path / "it.zip").startswith("data/proof.json cannot be read")


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as packed:
        packed.writestr("a", "1")
        packed.infolist()[0].flag_bits |= 1
    (tmp_path / "it.zip").write_bytes(stored.getvalue())
    assert refusal(tmp_path / "it.zip") == "a is encrypted"


def test_another_way_of_packing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "it.zip", "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("a", "1")
    assert refusal(tmp_path / "it.zip") == "a is packed in a way that no bundle uses"


def test_a_link_out_of_a_folder_is_refused(made: Path, tmp_path: Path) -> None:
    bundle = copy_bundle(made, tmp_path)
    (bundle.folder / "away").symlink_to("/")
    assert refusal(bundle.folder) == "away is a link or no file; a bundle holds files alone"


def test_a_manifest_that_is_none_is_refused(made: Path, tmp_path: Path) -> None:
    bundle = copy_bundle(made, tmp_path)
    bundle.write("MANIFEST", "hello\n")
    assert refusal(bundle.folder) == "MANIFEST cannot be read: line 1 is not a hash and a path"


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"format": "onrecord-proof/2"}',
        '{"format": "onrecord-proof/1", "sources": 3, "passages": []}',
        '{"format": "onrecord-proof/1", "sources": [{}], "passages": []}',
        '{"format": "onrecord-proof/1", "sources": [], "passages": ["a"]}',
        '{"format": "onrecord-proof/1", "sources": [], "passages": [{"key": "\\ud800"}]}',
    ],
)
def test_a_proof_that_is_none_is_refused(made: Path, tmp_path: Path, proof: str) -> None:
    bundle = copy_bundle(made, tmp_path)
    bundle.write(PROOF, proof)
    assert refusal(bundle.folder).startswith("the proof ")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "spans"]), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=JSON, member=st.sampled_from(["id", "sha256", "bom", "line_ends", "text"]))
def test_whatever_a_member_of_a_proof_holds_it_is_refused_or_differs(
    tmp_path: Path, value: object, member: str
) -> None:
    source: dict[str, Any] = {"id": "a", "title": "", "sha256": "0", "bom": False, "line_ends": "LF", "text": ""}
    proof = {"format": "onrecord-proof/1", "title": "", "sources": [{**source, member: value}], "passages": []}
    zip_of(tmp_path / "it.zip", {PROOF: json.dumps(proof).encode()})
    try:
        is_proven = verify(tmp_path / "it.zip").is_proven
    except UnreadableError:
        is_proven = False
    assert not is_proven
