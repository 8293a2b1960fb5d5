"""What must hold for every text: whatever is proposed is proven, is written so that it reads back, and can be accepted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.anchoring import Anchor, anchor, fold
from onrecord.locations import TextFile
from onrecord.records import read_record
from onrecord.suggesting.accepting import Files, accept, reject
from onrecord.suggesting.known import Known, KnownSpeaker, KnownTopic
from onrecord.suggesting.proposals import propose
from onrecord.suggesting.roster import Roster
from onrecord.suggesting.source import suggest_source
from onrecord.suggesting.suggested import read_suggested

RECORD = "title: A\ndate: 2024\npublisher: B\n"
SPEAKERS = "mayor:\n  name: Anna Example\n"
KNOWN = Known(
    speakers=(KnownSpeaker(key="mayor", name="Anna Example", forms=("the mayor", "Анна Пример")),),
    topics=(KnownTopic(key="bridge", label="The bridge", terms=("bridge",)),),
)
PIECES = (
    "“", "”", '"', "«", "»", "'", "’", ",", ".", "?", "—", ": ", "\n", "\n\n", " ", " said ", " told ", " that ", "Anna Example",
    " Otto Grau ", " he ", "she", "the mayor", "according to ", "We wait for the bridge", "and so on", "$5-6 million", " 7 % ",
    "ORLOVA: ", "Anna Example: ", "сказал ", "Пётр Грау", "что ", "По словам ", "мост нужен городу", "• 11", "#", "- ", "…", "é",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_whatever_is_proposed_is_proven(text: str) -> None:
    folded = fold(text)
    for proposal in propose(text, KNOWN, Roster(KNOWN.speakers)).passages:
        found = anchor(proposal.selector, folded)
        assert isinstance(found, Anchor)
        assert found.spans == proposal.spans


@given(texts.filter(lambda text: text.isprintable() or "\n" in text))
@settings(max_examples=300, deadline=None)
def test_what_is_proposed_reads_back_and_nothing_is_proposed_twice(text: str) -> None:
    suggested = suggest_source(KNOWN.store(), "town24", text)
    if suggested.text is None:
        return
    entry, _ = read_suggested(TextFile("", suggested.text))
    assert entry is not None
    assert len(entry.quotes) == suggested.quotes
    assert len(entry.statements) == suggested.statements
    again = suggest_source(KNOWN.store(), "town24", text, None, suggested.text)
    assert (again.quotes, again.statements) == (0, 0)


CASES = st.lists(
    st.sampled_from(
        (
            "“We wait for the bridge,” said Anna Example.",
            "“It costs $5-6 million,” Otto Grau said. “Per year: not once.”",
            "The mayor replied: “No # comment - ever.”",
            "«Мост нужен городу, — сказал Пётр Грау. — И точка».",
            "According to the mayor, nobody has asked the river so far.",
        )
    ),
    min_size=1,
    unique=True,
).map("\n\n".join)


@given(CASES)
@settings(max_examples=60, deadline=None)
def test_all_that_is_accepted_is_in_the_record_and_nothing_is_left(text: str) -> None:
    suggested = suggest_source(KNOWN.store(), "town24", text)
    assert suggested.text is not None
    entry, problems = read_suggested(TextFile("", suggested.text))
    assert entry is not None
    assert problems == ()
    keys = [each.key.text for each in entry.passages]
    moved = accept(Files(record=RECORD, suggested=suggested.text, speakers=SPEAKERS), keys)
    record, faults = read_record(TextFile("", moved.files.record))
    assert record is not None
    assert faults == ()
    assert [each.key.text for each in (*record.quotes, *record.statements)] == keys
    left, _ = read_suggested(TextFile("", moved.files.suggested))
    assert left is not None
    assert left.passages == ()


@given(CASES)
@settings(max_examples=60, deadline=None)
def test_what_is_rejected_does_not_come_back(text: str) -> None:
    suggested = suggest_source(KNOWN.store(), "town24", text)
    assert suggested.text is not None
    entry, _ = read_suggested(TextFile("", suggested.text))
    assert entry is not None
    keys = [each.key.text for each in entry.passages]
    rejected = reject(Files(record=RECORD, suggested=suggested.text, speakers=SPEAKERS), keys)
    again = suggest_source(KNOWN.store(), "town24", text, RECORD, rejected.files.suggested)
    assert (again.quotes, again.statements) == (0, 0)
