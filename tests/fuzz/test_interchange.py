"""No file makes a reader fail: it is read, or refused with a reason; and whatever is read can be planned and listed.

`nox -s fuzz` goes on for as many seconds a format as `ONRECORD_FUZZ_SECONDS` says, and then each file has a limit of time, and the
process one of memory; without it each test is over soon.
"""

import json
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.checking import Checked, check_content
from onrecord.interchange.exchange import UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.formats import READERS, WRITERS, Reader, read_foreign
from onrecord.interchange.gathering import gather
from onrecord.interchange.importing import plan_import
from onrecord.interchange.listing import write_listing
from onrecord.interchange.telling import summarise, tell_problems
from onrecord.locations import TextFile
from onrecord.problems import Problem
from onrecord.records import read_record
from onrecord.stored_form import PLAIN, StoredForm
from onrecord.texts import file_location
from onrecord.yaml_reading import read_yaml
from tests.interchange.databases import QUALCODER, TAGUETTE, write_database
from tests.interchange.projects import TODAY, write_town
from tests.interchange.test_brat_and_references import ANN, REFERENCES, TEXT
from tests.interchange.test_hypothesis import annotation
from tests.interchange.test_qualcoder import ROWS
from tests.interchange.test_taguette import highlight, project

SECONDS = float(os.environ.get("ONRECORD_FUZZ_SECONDS", "0"))
MOST_SECONDS = 10
"""For a file."""
MOST_BYTES = 4 * 2**30
"""Of address space."""
EXAMPLES = 25

if SECONDS:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))

HTML = (
    "<html><head><style>.taglist { }</style><title>d</title></head><body><h1>d</h1><p>One <span class='highlight'>two"
    "</span><span class='taglist'> [a, b]</span> three</p></body></html>"
)
TAGUETTE_HIGHLIGHTS = (
    "<html><title>Taguette highlights</title><body><h1>T</h1>words<p><strong>Document:</strong> d <strong>Tags:</strong> a"
    "</p><hr></body></html>"
)


@cache
def seeds() -> dict[str, list[bytes]]:
    """Make a good file or more in each format."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        exchange = gather(write_town(folder / "town"))
        written = {each.name: [each.write(exchange)] for each in WRITERS}
        taguette = project(folder, highlight(1, "ждали", "ждали"), highlight(2, "cost", "<b>cost</b>"))
        qualcoder = write_database(folder / "data.qda", QUALCODER, ROWS)
        return {
            **written,
            "hypothesis": [json.dumps({"rows": [annotation()]}).encode()],
            "taguette": [taguette.read_bytes(), write_database(folder / "empty", TAGUETTE, []).read_bytes()],
            "taguette-html": [HTML.encode(), TAGUETTE_HIGHLIGHTS.encode()],
            "qualcoder": [qualcoder.read_bytes()],
            "brat": [ANN.encode()],
            "csl": [json.dumps(REFERENCES).encode()],
        }


@cache
def town() -> Checked:
    with TemporaryDirectory() as name:
        return write_town(Path(name))


@cache
def nothing() -> Checked:
    with TemporaryDirectory() as name:
        (Path(name) / "content").mkdir()
        return check_content(Path(name) / "content", "content")


def stored_files(checked: Checked) -> dict[str, tuple[str, StoredForm]]:
    """Give the files of a project by their paths."""
    content = checked.content
    places = [each.key.location for each in content.codebook] + [each.key.location for each in content.speakers]
    files = {place.path.removeprefix("content/"): place.file.text for place in places}
    files |= {f"sources/{each.key}.yml": each.file.text for each in content.records}
    files |= {"dossier.yml": content.dossier.location.file.text} if files else {}
    return {name: (text, PLAIN) for name, text in files.items()}


@contextmanager
def limited() -> Iterator[None]:
    """End what takes longer than it may, where somebody asks for it: elsewhere a busy machine is no failure."""
    signal.alarm(MOST_SECONDS if SECONDS else 0)
    try:
        yield
    finally:
        signal.alarm(0)


def try_file(reader: Reader, data: bytes) -> None:
    """Read a file, and plan its import into a project and into nothing."""
    file = Foreign(name=f"a.{reader.name}", data=data, beside=lambda _: TEXT.encode())
    with limited():
        try:
            exchange, unit = read_foreign(file, reader.name)
        except UnreadableError as refusal:
            assert str(refusal)  # noqa: PT017  the reason is what is asked for
            return
        for project_ in (town(), nothing()):
            plan = plan_import(exchange, project_, stored_files(project_).get, unit, TODAY)
            assert len(plan.placed) <= len(exchange.annotations)
            assert summarise(plan, "a", "list")
            list(tell_problems(plan, file_location("a"), "list"))
            write_listing(plan, "a").encode()
            assert plan.refused == ()
            for edit in plan.edits:
                assert faults_of(TextFile(edit.path, edit.new)) == (), edit.path


def faults_of(file: TextFile) -> tuple[Problem, ...]:
    """Say what is wrong with a file that an import would write."""
    if file.path.startswith("sources/"):
        return read_record(file)[1]
    return read_yaml(file)[1] if file.path.endswith(".yml") else ()


Change = Callable[[bytes], bytes]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change of a file: bytes taken out, put in, doubled, moved, or other ones in their place."""
    kind = draw(st.sampled_from(["cut", "insert", "double", "replace", "truncate"]))
    at, length = draw(st.floats(0, 1)), draw(st.integers(1, 64))
    new = draw(
        st.binary(max_size=16)
        | st.sampled_from(
            [b"null", b"-1", b"[]", b"{}", b'""', b"99999999999999999999", b"\\ud800", b"&#0;", b"<p>", b"\x00"]
        )
    )

    def change(data: bytes) -> bytes:
        start = int(at * len(data))
        end = start + length
        return {
            "cut": data[:start] + data[end:],
            "insert": data[:start] + new + data[start:],
            "double": data[:end] + data[start:end] * 3 + data[end:],
            "replace": data[:start] + new + data[start + len(new) :],
            "truncate": data[:start],
        }[kind]

    return change


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_seed_is_read(reader: Reader) -> None:
    for data in seeds()[reader.name]:
        read_foreign(Foreign(name=f"a.{reader.name}", data=data), reader.name)


def go_on(check: Callable[[], None]) -> None:
    """Check once, or for as long as is asked for."""
    until = time.monotonic() + SECONDS
    check()
    while time.monotonic() < until:
        check()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_file_that_was_damaged_is_read_or_refused(reader: Reader) -> None:
    good = seeds()[reader.name]

    @given(st.integers(0, len(good) - 1), st.lists(changes(), min_size=1, max_size=4))
    @settings(max_examples=EXAMPLES)
    def check(which: int, damages: list[Change]) -> None:
        damaged = good[which]
        for change in damages:
            damaged = change(damaged)
        try_file(reader, damaged)

    go_on(check)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(st.binary(max_size=200))
@settings(max_examples=EXAMPLES)
def test_bytes_that_are_no_file_at_all_are_refused(reader: Reader, data: bytes) -> None:
    try_file(reader, data)


NAMES = (
    "@context", "id", "type", "target", "source", "selector", "exact", "prefix", "suffix", "start", "end", "body", "value", "purpose",
    "refinedBy", "items", "first", "rows", "annotations", "record", "sources", "topics", "speakers", "briefings", "text", "form",
    "line_ends", "bom", "key", "part_of", "kind", "uri", "tags", "document", "title", "references", "issued", "date-parts", "author", "parent",
)  # fmt: skip
WORDS = (
    "TextQuoteSelector",
    "TextPositionSelector",
    "Annotation",
    "tagging",
    "quote",
    "q01",
    "a",
    "two",
    "book",
    "",
    "\ud800",
    "…",
    "index",
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | st.sampled_from(WORDS) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=30,
)


@pytest.mark.parametrize("name", ["jsonld", "hypothesis", "csl"])
def test_json_of_any_shape_is_read_or_refused(name: str) -> None:
    (reader,) = [each for each in READERS if each.name == name]

    @given(st.lists(st.dictionaries(st.sampled_from(NAMES), values, max_size=8), min_size=1, max_size=3))
    @settings(max_examples=EXAMPLES)
    def check(value: list[dict[str, object]]) -> None:
        try_file(reader, json.dumps(value).encode())

    go_on(check)
