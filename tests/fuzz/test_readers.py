"""Every reader of documents, fed with damaged ones: it reads them or says what is wrong, and never takes long.

`nox -s fuzz` goes on for as many seconds a format as `ONRECORD_FUZZ_SECONDS` says; without it each test is over soon.
"""

import io
import os
import time
import zipfile
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.adding.extracted import CannotAddError, Document
from onrecord.adding.formats import READERS
from onrecord.adding.reading import read_document
from onrecord.adding.source import plan_source
from onrecord.texts import CONTROL, canonical_text
from tests.adding import documents

SECONDS = float(os.environ.get("ONRECORD_FUZZ_SECONDS", "0"))
EXAMPLES = 15
MOST_SECONDS = 10
"""Of computing, a file."""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks</title><meta name="date" content="2024-03-05">
<script type="application/ld+json">{"@type": "Article", "headline": "Talks", "publisher": {"name": "Courier"}}</script></head>
<body><nav><a href="/">Home</a></nav><main><h1>Talks</h1><p>“We will <b>build</b> it,” she said.<br>So be it.</p>
<table><tr><td>a</td><td>b</td></tr></table><pre>x
y</pre><q>z</q></main><footer>© 2024</footer></body></html>"""
SUBTITLES = "WEBVTT\nLanguage: en\n\n00:01.000 --> 00:02.000\n<v Ada>We <b>will</b>\n\n00:05.000 --> 00:06.000\n- No.\n"
MARKED = (
    '# Talks\n\nShe ==said=={#q01 by=ada topics="a b"} so. {==No==}{>>note<<} {++a++} {~~a~>b~~}\n\nAll of it. ^s01\n'
)
MAKERS: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: b"Talks\n\nShe ==said=={#q01} so.\n",
    ".md": MARKED.encode,
    ".html": PAGE.encode,
    ".mhtml": lambda: documents.make_saved_page(PAGE),
    ".docx": documents.make_word,
    ".odt": documents.make_open_document,
    ".pdf": lambda: documents.make_pdf("= Talks\n#lorem(80)\n#pagebreak()\nShe said so."),
    ".epub": lambda: documents.make_epub(PAGE),
    ".eml": lambda: documents.make_mail("She said so.\n\nNobody spoke.\n", "utf-8"),
    ".srt": lambda: (
        SUBTITLES.removeprefix("WEBVTT\nLanguage: en\n\n").replace("00:0", "00:00:0").replace(".", ",").encode()
    ),
    ".vtt": SUBTITLES.encode,
}
SPLICES = (
    b"", b"\0", b"\xff", b"<", b">", b"&#x110000;", b"&#0;", b"\xed\xa0\x80", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<!--", b"]]>",
    b"==", b"{==", b"}", b"{>>", b"^", b"\n\n", b"\r", b"-->", b"00:00:00,000", b"9" * 40, b"stream", b"endobj", b"<<", b"(cid:1)",
    b"=?utf-8?b?", b"Content-Type: text/html; charset=idna\n", b'<meta charset="utf-7">', b"\\ud800", "\u202e\ue000".encode(),
)  # fmt: skip


@cache
def sound(ending: str) -> bytes:
    return MAKERS[ending]()


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Damage bytes in a few places: some are taken out, and others put in."""
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from([0, 0, 1, 4, 64, 4096])))
        data = data[:at] + draw(st.sampled_from(SPLICES) | st.binary(max_size=6)) + data[end:]
    return data


@st.composite
def documents_of(draw: st.DrawFn, ending: str) -> Document:
    """Draw a damaged document; of a zip file rather a damaged part than a damaged file."""
    data = sound(ending)
    if data.startswith(b"PK") and draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        name = draw(st.sampled_from(sorted(parts)))
        part = parts[name]
        assert isinstance(part, bytes)
        return Document(name=f"x{ending}", data=documents.make_zip(parts | {name: draw(damaged(part))}))
    return Document(name=f"x{ending}", data=draw(damaged(data) | st.binary(max_size=200)))


def read(document: Document) -> None:
    """Read a document and plan its source; whatever is wrong with it must be a refusal, and the words must be sound."""
    try:
        extracted = read_document(document)
        source = plan_source("x", document, extracted, {"date": "2024"}, "2024-03-06")
    except CannotAddError:
        return
    words = canonical_text(source.files["x.txt"].decode("utf-8"))
    assert words.strip()
    assert not CONTROL.search(words)
    for each in extracted.places:
        assert 0 <= each.offset <= len(extracted.paragraphs[each.paragraph])


@pytest.mark.parametrize("ending", MAKERS)
def test_a_damaged_document_is_read_or_refused(ending: str) -> None:
    slowest = 0.0
    sound(ending)  # made once: some makers draw numbers at random

    @settings(max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))
    @given(document=documents_of(ending))
    def look(document: Document) -> None:
        nonlocal slowest
        start = sum(os.times()[:4])
        read(document)
        slowest = max(slowest, sum(os.times()[:4]) - start)

    end = time.monotonic() + SECONDS
    look()
    while time.monotonic() < end:
        look()
    assert slowest < MOST_SECONDS


def test_every_format_is_fuzzed() -> None:
    assert {READERS[each] for each in MAKERS} == set(READERS.values())
