"""Paper, colour, sides, one briefing alone, and a template of the author's."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from onrecord.locations import Location, TextFile
from onrecord.printing import PrintOptions, file_name, print_dossier
from onrecord.problems import Problem
from onrecord.urls import NOWHERE
from onrecord.verifying import verify
from tests.pages.building import dossier, passage, source, speaker, topic
from tests.pages.sample import make_sample
from tests.printing.conftest import Printed, print_project
from tests.printing.reading import page_texts, squeeze
from tests.printing.test_pdf import bookmarks

SAMPLE = make_sample()
HERE = Location(TextFile("content/dossier.yml", "template"), 0, 8)


def print_sample(folder: Path, options: PrintOptions) -> Path:
    pdf = folder / "sample.pdf"
    assert print_dossier(SAMPLE, NOWHERE, options, pdf) == ()
    return pdf


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    page = PdfReader(print_sample(tmp_path, PrintOptions(paper=paper))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@pytest.mark.parametrize("is_coloured", [True, False])
def test_without_colour_every_dot_is_grey(tmp_path: Path, *, is_coloured: bool) -> None:
    pdf = print_sample(tmp_path, PrintOptions(is_coloured=is_coloured))
    assert all(is_grey(pdf, page) for page in range(1, len(PdfReader(pdf).pages) + 1)) is not is_coloured


def is_grey(pdf: Path, page: int) -> bool:
    command = ["pdftoppm", "-r", "20", "-f", str(page), "-l", str(page), str(pdf)]
    dots = subprocess.run(command, capture_output=True, check=True).stdout.split(b"255\n", 1)[1]
    return dots[0::3] == dots[1::3] == dots[2::3]


def test_chapters_begin_on_the_right_of_paper_printed_on_both_sides(tmp_path: Path) -> None:
    found = bookmarks(print_sample(tmp_path, PrintOptions(is_duplex=True)), 0)
    assert len(found) > 4
    assert all(page % 2 for page, _ in found)


def test_a_briefing_alone_holds_its_own_sources_and_numbers_them_as_the_dossier_does(
    harder: Printed, tmp_path: Path
) -> None:
    alone = print_project(harder.project, tmp_path / "t3.pdf", topic="t3")
    text = "".join(page_texts(alone.pdf))
    chosen = next(each for each in harder.dossier.topics if each.id == "t3")
    for each in harder.dossier.passages:
        if chosen in each.topics:
            assert all(squeeze(piece) in text for piece in each.pieces)
    assert [title for _, title in bookmarks(alone.pdf, 0)] == ["Contents", chosen.label, "Sources", "Index"]
    assert verify(alone.pdf).differences == ()


def test_a_topic_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="nothing"):
        print_dossier(SAMPLE, NOWHERE, PrintOptions(), tmp_path / "x.pdf", topic="nothing")


def own(content: Path, text: str, name: str = "print/house.typ") -> PrintOptions:
    (content / "print").mkdir(exist_ok=True)
    (content / "print" / "house.typ").write_text(text, encoding="utf-8")
    return PrintOptions(content=content, template=name, template_place=HERE)


def faults_of(folder: Path, options: PrintOptions) -> tuple[Problem, ...]:
    target = folder / "old.pdf"
    target.write_bytes(b"old")
    problems = print_dossier(SAMPLE, NOWHERE, options, target)
    assert target.read_bytes() == b"old"
    return problems


def test_a_template_of_the_author_may_change_the_look_alone(tmp_path: Path) -> None:
    look = '#import "onrecord.typ": book\n#book(json("dossier.json"), theme: (size: 14pt))\n'
    plain = page_texts(print_sample(tmp_path, PrintOptions()))
    large = page_texts(print_sample(tmp_path, own(tmp_path, look)))
    assert "".join(large).count("Harbourtalks") == "".join(plain).count("Harbourtalks")
    assert large != plain


def test_a_template_of_the_author_may_be_all_its_own(tmp_path: Path) -> None:
    text = '#set document(title: "T")\n#let data = json("dossier.json")\n= #data.cover.title\n#read("words.txt")\n'
    text += '#set text(font: "IBM Plex Serif")\n'
    options = own(tmp_path, '#set text(font: "IBM Plex Serif")\n' + text)
    (tmp_path / "print" / "words.txt").write_text("beside the template", encoding="utf-8")
    assert "besidethetemplate" in page_texts(print_sample(tmp_path, options))[0]


@pytest.mark.parametrize("name", ["print/none.typ", "../outside.typ"])
def test_a_template_that_is_not_in_the_content_folder_is_told(tmp_path: Path, name: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "outside.typ").write_text("", encoding="utf-8")
    (problem,) = faults_of(tmp_path, own(content, "", name))
    assert (problem.code, problem.location) == ("P105", HERE)


@pytest.mark.parametrize(
    "text", ["#let", '#read("/etc/hostname")', '#set text(font: "No Such")\nx', '#import "@preview/cetz:0.3.1"']
)
def test_what_typst_complains_of_in_a_template_is_told(tmp_path: Path, text: str) -> None:
    problems = faults_of(tmp_path, own(tmp_path, text))
    assert {each.code for each in problems} == {"P105"}
    assert all(each.notes for each in problems)


def test_a_reference_to_nothing_is_told(tmp_path: Path) -> None:
    text = '#import "onrecord.typ": to\n#set document(title: "x")\n#to("nowhere", "words")'
    (problem,) = faults_of(tmp_path, own(tmp_path, text))
    assert problem.code == "P105"
    assert any("nothing is labelled nowhere" in each for each in problem.notes)


def test_a_page_number_that_changes_its_own_page_is_told(tmp_path: Path) -> None:
    text = """\
#import "onrecord.typ": page-number
#set document(title: "x")
#if page-number("here") == "1" { pagebreak() }
#metadata("here")#label("here") x
"""
    (problem,) = faults_of(tmp_path, own(tmp_path, text))
    assert problem.code == "P105"
    assert any("do not settle" in each for each in problem.notes)


def test_a_character_that_no_font_has_is_told_where_it_stands(tmp_path: Path) -> None:
    berg, port = speaker("berg"), topic("port")
    talks = source("talks", "Heading\n\nFirst.\n\n“Two cranes 漢字 here,” she said.\n")
    made = dossier(passage(talks, "q01", "Two cranes 漢字 here", by=berg, topics=(port,)))
    problems = print_dossier(made, NOWHERE, PrintOptions(), tmp_path / "x.pdf")
    assert [each.code for each in problems] == ["P104", "P104"]
    assert problems[0].message == "no font of the print has `漢` (U+6F22 CJK UNIFIED IDEOGRAPH-6F22)"
    assert talks.text[problems[0].location.start : problems[0].location.end] == "漢"
    assert "paragraph" in problems[0].notes[0]


def test_a_character_of_the_title_that_no_font_has_is_told_in_the_file_of_the_dossier(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text("title: Port 漢\n", encoding="utf-8")
    made = replace(SAMPLE, title="Port 漢")
    (problem,) = print_dossier(made, NOWHERE, PrintOptions(content=tmp_path), tmp_path / "x.pdf")
    assert (problem.code, problem.location.line, problem.location.column) == ("P104", 1, 13)
    assert problem.location.path.endswith("dossier.yml")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Belarus and Kursk Oblast", "belarus-and-kursk-oblast"), ("Дело № 7/б", "дело-7-б"), ("?", "dossier")],
)
def test_the_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(title) == name
