"""Whatever the words are, other programs read them back from a citation exactly, but for the ends of lines."""

import json
import re
from dataclasses import replace

import citeproc
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.citing import (
    Citation,
    cite_in_html,
    cite_in_markdown,
    cite_plainly,
    copy_in_html,
    copy_in_markdown,
    csl_item,
    one_line,
    write_bibtex,
    write_quotations,
    write_ris,
)
from onrecord.dates import Date, parse_date
from onrecord.locations import Span
from tests.citing.reading import read_bibtex, read_blocks, read_csl, read_markdown, read_ris
from tests.pages.dossiers import passage_of, source_of, texts

PLAIN = Citation(
    key="gazette24:q01",
    author="The Gazette",
    medium="",
    title="A title",
    date=Date(year=2024, month=5, day=14),
    retrieved=None,
    kind="news report",
    url="https://example.org/a_b?c=%20&d=#e~f",
    language="en",
    date_words="14 May 2024",
    lead="Ada, quoted in",
    place="¶ 6",
    note="Quoted: Ada, ¶ 6 [gazette24:q01]",
    link="https://example.com/sources/gazette24/#q01",
)
lines = texts.map(one_line).filter(bool)
dates = st.sampled_from(["2024", "2024-05", "2024-05-14", "0999-01-01"]).map(parse_date).filter(bool)


@given(lines)
@example("\\ { } ~ ^ % $ & # _ -- --- `` '' <<x>> ?` ,,")
@example("50% {")
@example("}\\")
@example("@online{x, title = {y}}")
def test_bibtex_gives_back_title_author_and_note(words: str) -> None:
    entry = read_bibtex(replace(PLAIN, title=words, author=words, note=words))
    blanks_joined = re.sub(r"[ \t]+", " ", words)
    assert [re.sub(r"[ \t]+", " ", entry[name]) for name in ("title", "author", "note")] == [blanks_joined] * 3


@given(dates)
def test_every_form_gives_back_the_date_as_precise_as_it_is(date: Date) -> None:
    citation = replace(PLAIN, date=date, retrieved=date)
    parts = [part for part in (date.year, date.month, date.day) if part is not None]
    assert read_bibtex(citation)["date"] == read_bibtex(citation)["urldate"] == str(date)
    assert read_csl(citation)["issued"] == read_csl(citation)["accessed"] == {"date-parts": [parts]}
    assert [int(part) for part in str(read_ris(citation)["date"]).split("/") if part] == parts


def test_bibtex_keeps_addresses_and_keys_as_they_are() -> None:
    entry = read_bibtex(PLAIN)
    assert (entry["ENTRYTYPE"], entry["ID"], entry["url"]) == ("online", PLAIN.key, PLAIN.url)


def test_bibtex_protects_title_and_author_from_any_style() -> None:
    written = write_bibtex([PLAIN])
    assert "title = {{A title}}" in written
    assert "author = {{The Gazette}}" in written


@given(lines)
@example("TY  - JOUR")
@example("ER  -")
@example("a;b, c")
def test_ris_gives_back_title_author_and_note(words: str) -> None:
    record = read_ris(replace(PLAIN, title=words, author=words, note=words))
    assert (record["type_of_reference"], record["title"], record["authors"], record["notes"]) == (
        "ELEC",
        words,
        [words],
        [words],
    )


def test_ris_has_one_address() -> None:
    assert read_ris(PLAIN)["urls"] == [PLAIN.url]


@given(lines)
def test_csl_gives_back_title_author_and_note(words: str) -> None:
    item = read_csl(replace(PLAIN, title=words, author=words, note=words))
    assert (item["type"], item["title"], item["author"], item["note"]) == (
        "webpage",
        words,
        [{"literal": words}],
        words,
    )


def test_csl_leaves_out_what_is_not_known() -> None:
    bare = replace(PLAIN, kind="", url="", language="", note="", date=Date(year=2024))
    assert sorted(csl_item(bare)) == ["author", "id", "issued", "title", "type"]


def test_a_citation_processor_names_the_publisher_as_author() -> None:
    source = CiteProcJSON([csl_item(replace(PLAIN, retrieved=PLAIN.date))])
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
    )
    bibliography.register(citeproc.Citation([CitationItem(PLAIN.key)]))
    (line,) = map(str, bibliography.bibliography())
    assert line == f"The Gazette (2024) A title. Available at: {PLAIN.url} (Accessed: May 14, 2024)."


@given(lines)
@example("1. *a* [b](c) `d` <e> &amp; $f$ ~~g~~ | \\")
@example("- a")
@example("+ a")
def test_markdown_shows_what_the_plain_form_says(words: str) -> None:
    citation = replace(PLAIN, title=words, author=words, lead=words)
    assert read_markdown(cite_in_markdown(citation)) == cite_plainly(citation)


@given(lines)
def test_html_shows_what_the_plain_form_says(words: str) -> None:
    citation = replace(PLAIN, title=words, author=words, lead=words)
    assert read_blocks(cite_in_html(citation)) == cite_plainly(citation)


@given(st.lists(lines, min_size=1, max_size=3))
@example(["# a", "+ b", "> c", "1) d", "1986. e", "--- f", "=== g"])
def test_copied_words_are_those_of_the_source_a_paragraph_each(paragraphs: list[str]) -> None:
    pieces = ["\n\n".join(paragraphs)]
    shown = "\n".join([*paragraphs, f"— {cite_plainly(PLAIN)}"])
    assert read_markdown(copy_in_markdown(pieces, PLAIN)) == shown
    assert read_blocks(copy_in_html(pieces, PLAIN).rstrip("\n")) == shown


@given(texts)
@example("</script><script>alert(1)</script><!-- ]]>")
def test_the_script_of_quotations_gives_back_the_words_and_cannot_end_early(words: str) -> None:
    passage = passage_of(source_of(words), "q01", Span(0, len(words)))
    script = write_quotations([passage], lambda _: PLAIN)
    (quotation,) = json.loads(script)["@graph"]
    assert quotation["text"] == words
    assert not set(script) & set("<>&\u2028\u2029")


@given(lines)
def test_no_line_of_ris_is_longer_than_a_line(words: str) -> None:
    tags = [line[:6] for line in write_ris([replace(PLAIN, title=words)]).split("\r\n")[:-1]]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - ?", tag) for tag in tags)


@given(lines)
@example("50% {")
def test_every_form_gives_back_the_website_and_the_version_of_a_briefing(words: str) -> None:
    citation = replace(PLAIN, site=words, version=words, date=None, note="")
    blanks_joined = re.sub(r"[ \t]+", " ", words)
    entry, record, item = read_bibtex(citation), read_ris(citation), read_csl(citation)
    assert [re.sub(r"[ \t]+", " ", entry[name]) for name in ("organization", "version")] == [blanks_joined] * 2
    assert record["secondary_title"] == record["edition"] == words
    assert item["container-title"] == item["version"] == words
    assert not {"date", "year", "issued"} & {*entry, *record, *item}
