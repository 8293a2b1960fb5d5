"""Each format that is no plain text: a document made by another program in, its words and what it says of itself out."""

import io
import json

import pytest
from pypdf import PdfReader

from onrecord.adding.extracted import Document, Extracted
from onrecord.adding.formats import find_reader
from onrecord.adding.reading import read_document
from onrecord.adding.source import join_paragraphs, write_places
from tests.adding import documents

PAGE = "<html lang='en'><body><h1>Council hears the plan</h1><p>“We will&nbsp;build it.”</p></body></html>"
REPORT = """\
#set document(title: "Report on the bridge", date: datetime(year: 2024, month: 3, day: 5))
#set page(width: 300pt, height: 260pt, header: [Council report #h(1fr) Exampleton], numbering: "1")
#set par(justify: true)
#set text(lang: "en", hyphenate: true, size: 10pt)
= Report on the bridge

""" + "\n\n".join(
    "The international representatives of the municipality underlined the extraordinary importance of cooperation in "
    "import-substitution programmes, configuration of administrative infrastructure and first-class office efficiency. "
    f"“Unquestionably it will cost about {number} percent more,” the treasurer stated."
    for number in range(10, 20)
)


def read(name: str, data: bytes) -> Extracted:
    return read_document(Document(name=name, data=data))


def proposed(extracted: Extracted) -> dict[str, str]:
    return {each.field: each.value for each in extracted.proposals}


def test_word_keeps_what_was_inserted_and_leaves_out_what_was_deleted() -> None:
    extracted = read("plan.docx", documents.make_word())
    assert extracted.paragraphs == (
        "Council hears the plan",
        "The mayor said: “We will build it, and soon.”",
        "The first point is money.",
        "What\tCost\nBridge\t€12 million",
    )
    assert proposed(extracted)["title"] == "The plan for the bridge"
    assert [remark.partition(":")[0] for remark in extracted.remarks] == ["it has changes that nobody has accepted"]


def test_open_document_keeps_notes_behind_their_paragraph() -> None:
    extracted = read("plan.odt", documents.make_open_document())
    assert extracted.paragraphs == (
        "Council hears the plan",
        "The mayor said “We will build it.” and left.",
        "So the minutes say.",
        "The first point is money.",
    )
    assert proposed(extracted) == {"title": "The plan for the bridge"}


def test_a_book_is_read_in_the_order_of_its_spine_with_names_of_html_entities() -> None:
    chapter = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">' + PAGE
    extracted = read("book.epub", documents.make_epub(chapter))
    assert extracted.paragraphs == ("Council hears the plan", "“We will\u00a0build it.”")
    assert proposed(extracted) == {
        "title": "The bridge",
        "date": "2024-03-05",
        "publisher": "The Press",
        "language": "en",
    }


def test_a_saved_page_knows_where_it_was_saved_from() -> None:
    extracted = read("page.mhtml", documents.make_saved_page(PAGE))
    assert extracted.paragraphs == ("Council hears the plan", "“We will\u00a0build it.”")
    assert proposed(extracted)["url"] == "https://courier.example/council"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_message_is_read_in_its_own_encoding_and_names_what_is_attached(encoding: str) -> None:
    extracted = read("mail.eml", documents.make_mail("Мост построят.\n\nВ мае.\n", encoding))
    assert extracted.paragraphs == ("Мост построят.", "В мае.")
    assert proposed(extracted) == {
        "title": "The plan for the bridge",
        "date": "2024-03-05",
        "publisher": "Press Office",
    }
    assert extracted.remarks == ("what is attached is left out: plan.pdf",)


def test_subtitles_keep_speakers_as_words_and_times_beside_them() -> None:
    subtitles = """\
WEBVTT
Language: en

NOTE Nobody says this.

one
00:01.000 --> 00:03.000 align:start
<v Anna Example>We have <b>waited</b>

00:03.100 --> 00:05.000
<v Anna Example>for 20 &lt; 30 years.</v>

00:05.100 --> 00:06.000
<v.loud The treasurer>No.

01:00:09.000 --> 01:00:10.000
<v.loud The treasurer>Never.
"""
    extracted = read("talk.vtt", subtitles.encode())
    assert extracted.paragraphs == (
        "Anna Example: We have waited\nfor 20 < 30 years.",
        "The treasurer: No.",
        "The treasurer: Never.",
    )
    assert [(each.paragraph, each.offset, each.page) for each in extracted.places] == [
        (0, 14, "00:00:01"),
        (0, 29, "00:00:03"),
        (1, 15, "00:00:05"),
        (2, 15, "01:00:09"),
    ]


def test_subtitles_without_voices_part_where_a_speaker_is_named_or_somebody_else_begins() -> None:
    subtitles = """\
1
00:00:01,000 --> 00:00:03,000
MAYOR: We have waited
for this bridge

2
00:00:03,100 --> 00:00:05,000
<i>for twenty years.</i>

3
00:00:05,100 --> 00:00:06,000
- And how long will it take?

4
00:00:06,100 --> 00:00:07,000
TREASURER: A year.
"""
    assert read("talk.srt", subtitles.replace("\n", "\r\n").encode()).paragraphs == (
        "MAYOR: We have waited\nfor this bridge\nfor twenty years.",
        "- And how long will it take?",
        "TREASURER: A year.",
    )


def test_a_pdf_is_paragraphs_with_hyphens_of_its_lines_joined_and_its_own_kept() -> None:
    extracted = read("report.pdf", documents.make_pdf(REPORT))
    words = tuple(each for number, each in enumerate(extracted.paragraphs) if number not in extracted.noise)
    assert words[0] == "Report on the bridge"
    assert " ".join(words[1:]) == " ".join(REPORT.split("\n\n")[1:])
    furniture = {extracted.paragraphs[number] for number in extracted.noise}
    assert {"Council report", "Exampleton", "1", "2"} <= furniture
    assert proposed(extracted) == {"title": "Report on the bridge", "date": "2024-03-05", "language": "en"}


def test_every_line_of_a_pdf_has_its_page_and_its_place_in_the_words() -> None:
    extracted = read("report.pdf", documents.make_pdf(REPORT))
    joined = join_paragraphs(extracted.paragraphs)
    stored = json.loads(write_places(joined, extracted.places, "0" * 64))["places"]
    numbers = {joined.text[start:].partition("\n")[0]: page for start, page, _ in stored}
    assert {page: numbers[page] for page in "12345"} == {page: page for page in "12345"}
    reader = PdfReader(io.BytesIO(documents.make_pdf(REPORT)))
    of_pages = [page.extract_text().replace("\u00ad", "-") for page in reader.pages]
    for number in range(10, 20):
        start = joined.text.index(f" {number} percent")
        page = next(page for at, page, _ in reversed(stored) if at <= start)
        assert f"{number} percent" in of_pages[int(page) - 1].replace("\n", " ")


def test_a_paragraph_that_a_page_break_divides_is_one_and_stands_on_both_pages() -> None:
    extracted = read("report.pdf", documents.make_pdf(REPORT))
    pages: dict[int, set[str]] = {}
    for each in extracted.places:
        pages.setdefault(each.paragraph, set()).add(each.page)
    divided = [number for number, found in pages.items() if len(found) > 1]
    assert divided
    assert all(extracted.paragraphs[number].startswith("The international") for number in divided)


def test_two_columns_are_read_one_after_the_other_with_their_foot_apart() -> None:
    sentences = tuple(
        f"Councillor {chr(97 + number % 26) * (3 + number // 26)} of Exampleton discussed matter {number} at length and voted."
        for number in range(90)
    )
    markup = '#set page(paper: "a5", columns: 2, footer: [Town gazette])\n#set text(size: 8pt)\n' + "\n\n".join(
        sentences
    )
    extracted = read("gazette.pdf", documents.make_pdf(markup))
    words = [each for number, each in enumerate(extracted.paragraphs) if number not in extracted.noise]
    assert " ".join(words) == " ".join(sentences)
    assert {extracted.paragraphs[number] for number in extracted.noise} == {"Town gazette"}


def test_what_begins_with_a_bullet_is_a_paragraph() -> None:
    extracted = read("list.pdf", documents.make_pdf("#set par(spacing: 0.65em)\n• One point\\\n• Another point"))
    assert extracted.paragraphs == ("• One point", "• Another point")


def test_letters_drawn_in_one_piece_are_letters() -> None:
    extracted = read("report.pdf", documents.make_pdf("#set text(ligatures: true)\nThe first office is affluent."))
    assert extracted.paragraphs == ("The first office is affluent.",)


def test_no_reader_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("somebody asked the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    page = PAGE.replace(
        "<h1>", '<link rel="stylesheet" href="http://a.example/s.css"><img src="http://a.example/a.png"><h1>'
    )
    for name, data in {
        "page.html": page.encode(),
        "page.mhtml": documents.make_saved_page(page),
        "plan.docx": documents.make_word(),
        "plan.odt": documents.make_open_document(),
        "book.epub": documents.make_epub(page),
        "report.pdf": documents.make_pdf("Words."),
    }.items():
        document = Document(name=name, data=data)
        assert find_reader(document)(document).paragraphs
