"""REFI-QDA: what is written keeps the schemas of the standard, and what others write is read, whether it keeps them or not."""

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from xmlschema import XMLSchema

from onrecord.interchange.exchange import Exchange, UnreadableError, UnwritableError
from onrecord.interchange.foreign import Foreign, open_foreign
from onrecord.interchange.formats import read_foreign
from onrecord.interchange.gathering import gather
from onrecord.interchange.offsets import detect_unit
from onrecord.interchange.refi_writing import write_codebook, write_project
from onrecord.interchange.units import CODE_POINTS, Unit
from onrecord.model import State
from tests.interchange.projects import check, take_over, write_town
from tests.interchange.samples import SAMPLES

REFI = SAMPLES / "refi"


def project_of(sources: str, codes: str = "", rest: str = "") -> bytes:
    """Make the XML of a project."""
    codebook = f"<CodeBook><Codes>{codes}</Codes></CodeBook>" if codes else ""
    head = '<Project xmlns="urn:QDA-XML:project:1.0" name="p">'
    return f"{head}{codebook}<Sources>{sources}</Sources>{rest}</Project>".encode()


def packed(members: dict[str, bytes]) -> Foreign:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, member in members.items():
            package.writestr(name, member)
    return Foreign(name="a.qdpx", data=data.getvalue())


def read(file: Foreign) -> Exchange:
    return read_foreign(file)[0]


def project_in(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("project.qde")


@pytest.mark.samples
def test_a_project_that_is_written_keeps_the_schema(tmp_path: Path) -> None:
    xml = project_in(write_project(gather(write_town(tmp_path))))
    XMLSchema(REFI / "Project.xsd").validate(ET.fromstring(xml))  # noqa: S314  our own


@pytest.mark.samples
def test_a_codebook_that_is_written_keeps_the_schema(tmp_path: Path) -> None:
    xml = write_codebook(gather(write_town(tmp_path)))
    XMLSchema(REFI / "Codebook.xsd").validate(ET.fromstring(xml))  # noqa: S314  our own


@pytest.mark.samples
def test_a_project_without_topics_speakers_and_passages_keeps_the_schema(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("Words.", encoding="utf-8")
    (sources / "a.yml").write_text("title: A\ndate: 2024\npublisher: P\n", encoding="utf-8")
    exchange = gather(check(tmp_path))
    xml = project_in(write_project(exchange))
    XMLSchema(REFI / "Project.xsd").validate(ET.fromstring(xml))  # noqa: S314  our own
    with pytest.raises(UnwritableError, match="needs one"):
        write_codebook(exchange)


def test_descriptions_and_memos_of_projects_documents_and_codes_are_listed() -> None:
    source = '<TextSource guid="s" name="Talk"><Description>Taped</Description><PlainTextContent>One</PlainTextContent></TextSource>'
    code = '<Code guid="c" name="Cost" isCodable="true"><NoteRef targetGUID="n"/></Code>'
    notes = '<Notes><Note guid="n" name="On cost"><PlainTextContent>Whose?</PlainTextContent></Note></Notes>'
    project = project_of(source, code, f"{notes}<Description>A study</Description>")
    found = read(packed({"project.qde": project})).notes
    assert [(each.name, each.text) for each in found] == [("Talk", "Taped"), ("p", "A study"), ("On cost", "Whose?")]


@pytest.mark.samples
def test_the_schemas_find_faults(tmp_path: Path) -> None:
    xml = project_in(write_project(gather(write_town(tmp_path)))).replace(b"startPosition", b"start")
    assert not XMLSchema(REFI / "Project.xsd").is_valid(ET.fromstring(xml))  # noqa: S314  our own


def test_the_texts_of_a_project_are_canonical_so_that_positions_are_those_of_every_program(tmp_path: Path) -> None:
    data = write_project(gather(write_town(tmp_path)))
    with zipfile.ZipFile(BytesIO(data)) as package:
        texts = [package.read(name).decode() for name in package.namelist() if name.endswith(".txt")]
        selections = ET.fromstring(package.read("project.qde")).iter("{urn:QDA-XML:project:1.0}PlainTextSelection")  # noqa: S314
        labels = {
            each.get("name", ""): (int(each.get("startPosition", "")), int(each.get("endPosition", "")))
            for each in selections
        }
    assert not any("\r" in text or "\ufeff" in text for text in texts)
    start, end = labels["The county 🏛 pays its share"]
    assert any(text[start:end] == "The county 🏛 pays its share" for text in texts)


def test_a_codebook_comes_back_with_what_is_below_what(tmp_path: Path) -> None:
    exchange = gather(write_town(tmp_path))
    (tmp_path / "a.qdc").write_bytes(write_codebook(exchange))
    codes = read(open_foreign(tmp_path / "a.qdc")).codes
    names = {each.id: each.name for each in codes}
    assert [(each.name, names.get(each.parent, "")) for each in codes] == [
        ("The new bridge 🌉", ""),
        ("Costs: all", "The new bridge 🌉"),
    ]


@pytest.mark.samples
def test_atlas_ti_s_project_without_its_texts_gives_unchecked_passages(tmp_path: Path) -> None:
    imported = take_over(REFI / "sky-loom" / "TestProject.qdpx", tmp_path)
    assert imported.plan is not None
    assert [each.state for each in imported.plan.kept] == [State.UNCHECKED] * 8
    assert imported.plan.recorded == ()
    exchange = imported.plan.exchange
    assert (len(exchange.documents), len(exchange.codes)) == (11, 14)
    assert {each.name: each.parent for each in exchange.codes}["diet Coke"] != ""
    assert "Markgraf" not in _written(tmp_path)
    assert "/Users/" not in _written(tmp_path)


@pytest.mark.samples
def test_ornio_s_overlapping_selections_survive_and_its_false_name_is_not_believed(tmp_path: Path) -> None:
    imported = take_over(REFI / "ornio" / "project.qde", tmp_path)
    assert imported.plan is not None
    spans = [(each.spans[0].start, each.spans[0].end, each.state) for each in imported.plan.placed]
    assert spans == [(0, 15, State.VERBATIM), (9, 23, State.VERBATIM)]
    assert [problem.code for problem in imported.problems] == ["X103", "X104", "X105"]
    told = imported.problems[1].message
    assert told == "the file calls it `health are closely`, and `health are clo` is what stands there"
    (person,) = imported.plan.exchange.people
    assert (person.name, imported.plan.recorded[0].annotation.person) == ("Participant 1", person.id)
    assert [each.name for each in imported.plan.exchange.notes] == ["Research memo"]
    assert "Researcher A" not in _written(tmp_path)
    assert "/Users/" not in _written(tmp_path)


@pytest.mark.samples
def test_taguette_s_codebook_is_read_although_it_breaks_the_schema() -> None:
    path = SAMPLES / "taguette-upstream-tests" / "codebook.qdc"
    assert not XMLSchema(REFI / "Codebook.xsd").is_valid(ET.fromstring(path.read_bytes()))  # noqa: S314  a sample
    exchange = read(open_foreign(path))
    assert [each.name for each in exchange.codes] == ["interesting", "people", "interesting\\places"]


def test_selections_that_count_as_nvivo_does_are_read_so() -> None:
    text = "Bridge 🌉 one.\r\nBridge 🚀 two.\r\nBridge 🏛 three."
    words = ["one", "two", "three"]
    units = text.encode("utf-16-le")
    selections = ""
    for number, word in enumerate(words):
        start = units.index(word.encode("utf-16-le")) // 2
        selections += f'<PlainTextSelection guid="{number}" startPosition="{start}" endPosition="{start + len(word)}"/>'
    source = f'<TextSource guid="s" name="n" plainTextPath="internal://n.txt">{selections}</TextSource>'
    file = packed({"Project.qde": project_of(source), "Sources/N.txt": text.encode()})
    evidence = detect_unit(read(file), CODE_POINTS)
    assert evidence is not None
    assert (evidence.unit, evidence.agreeing) == (Unit("utf-16", 2), 3)


def test_transcripts_are_read_by_their_points_in_time() -> None:
    transcript = (
        '<AudioSource guid="a" name="Talk"><Transcript guid="t"><PlainTextContent>One two three</PlainTextContent>'
        '<SyncPoint guid="p1" position="4"/><SyncPoint guid="p2" position="7"/>'
        '<TranscriptSelection guid="x" fromSyncPoint="p1" toSyncPoint="p2"/></Transcript></AudioSource>'
    )
    (one,) = read(packed({"project.qde": project_of(transcript)})).annotations
    assert (one.pieces[0].start, one.pieces[0].end) == (4, 7)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 no package", "the package is damaged"),
        (packed({"notes.qde.txt": b""}).data, "the package holds no project"),
        (packed({"project.qde": b"<Project"}).data, "the XML is broken: unclosed token: line 1, column 0"),
        (
            packed({"project.qde": b'<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>'}).data,
            "the XML declares entities or a document type, which may hide what it holds",
        ),
        (
            packed({"project.qde": b"<a>" * 1000 + b"</a>" * 1000}).data,
            "the XML is nested more than 200 deep",
        ),
    ],
)
def test_a_package_that_cannot_be_trusted_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_foreign(Foreign(name="a.qdpx", data=data), "qdpx")
    assert str(refusal.value) == why


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.interchange.packages.LARGEST_MEMBER", 1_000_000)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        read(packed({"project.qde": b" " * 1_000_001}))


def test_a_package_of_very_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.interchange.packages.MOST_MEMBERS", 10)
    with pytest.raises(UnreadableError, match="more than 10 files"):
        read(packed({f"{number}.qde": b"" for number in range(11)}))


def test_a_path_that_leads_out_of_the_package_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret words here", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    source = (
        '<TextSource guid="s" name="n" plainTextPath="internal://../../secret.txt">'
        '<PlainTextSelection guid="x" startPosition="0" endPosition="6"/></TextSource>'
    )
    (folder / "project.qde").write_bytes(project_of(source))
    assert read(open_foreign(folder / "project.qde")).documents[0].text is None


def _written(project: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in project.rglob("*") if path.is_file())
