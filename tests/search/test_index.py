"""The index of search: every word of every record leads to it, and no search loads more than it needs."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import Date, parse_date
from onrecord.pages.wording import IN_ENGLISH
from onrecord.search import DossierEntries, Entry, Facets, plan_facets, write_index
from onrecord.search.folding import fold, word_set, words_in
from onrecord.search.numbers import write_column, write_rising
from onrecord.search.records import KINDS
from onrecord.search.shards import BLOCK, SHARD
from tests.pages.sample import make_sample
from tests.search.reading import Index, read_column, read_rising

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
SOURCES = ("a", "b", "c")
FACETS = Facets(
    sources=tuple((key, Date(year=2024, month=month)) for key, month in zip(SOURCES, (5, 3, 1), strict=True)),
    speakers=(("x", "Ada"), ("y", "Bo")),
    topics=(("t", "Trade"), ("u", "Water")),
)
RECORDS = st.lists(
    st.builds(
        Entry,
        address=st.just("a/"),
        kind=st.sampled_from(KINDS),
        title=TEXT,
        text=TEXT,
        detail=TEXT,
        source=st.sampled_from(["", *SOURCES]),
        speaker=st.sampled_from(["", "x", "y"]),
        topics=st.lists(st.sampled_from(["t", "u"]), unique=True).map(tuple),
    ),
    max_size=8,
)


def index_of(entries: list[Entry], facets: Facets = FACETS) -> Index:
    return Index(write_index(entries, facets, lambda address: address))


def order(entries: list[Entry]) -> list[Entry]:
    """Say in which order entries are numbered."""
    places = {key: number for number, (key, _) in enumerate(FACETS.sources)}
    return sorted(entries, key=lambda each: (KINDS.index(each.kind), places.get(each.source, -1)))


@given(RECORDS)
def test_every_word_of_a_record_leads_to_it_and_no_other_word_does(entries: list[Entry]) -> None:
    index = index_of(entries)
    expected: dict[str, set[int]] = {}
    for number, record in enumerate(order(entries)):
        for word in words_in(f"{record.title} {record.text} {record.detail}"):
            expected.setdefault(word, set()).add(number)
    found = {word: index.numbers_of(word) for word in index.words if not word.startswith("#")}
    assert found == expected


@given(RECORDS)
def test_words_of_titles_are_kept_apart(entries: list[Entry]) -> None:
    index = index_of(entries)
    for number, record in enumerate(order(entries)):
        for word in words_in(record.title):
            assert number in index.words[word][1]
            assert number not in index.words[word][0]


@given(RECORDS)
def test_records_are_told_by_kind_speaker_topic_and_source(entries: list[Entry]) -> None:
    index = index_of(entries)
    records = order(entries)
    for place, kind in enumerate(KINDS):
        start = index.opened["ends"][place - 1] if place else 0
        of_kind = records[start : index.opened["ends"][place]]
        assert {each.kind for each in of_kind} <= {kind}
        counts = [index.facets["apart"][place], *read_column(index.facets["counts"][place])]
        assert [key for key, count in zip(["", *SOURCES], counts, strict=True) for _ in range(count)] == [
            each.source for each in of_kind
        ]
    for number, (key, _) in enumerate(FACETS.speakers):
        assert index.numbers_of(f"#s{number}") == {at for at, each in enumerate(records) if each.speaker == key}
    for number, (key, _) in enumerate(FACETS.topics):
        assert index.numbers_of(f"#t{number}") == {at for at, each in enumerate(records) if key in each.topics}


@given(st.lists(st.sampled_from(["2024", "2024-02", "2023-12-31", "2024-02-29", "0001-01-01"]), min_size=1))
def test_the_days_of_each_source_are_told(dates: list[str]) -> None:
    sources = sorted(
        ((f"s{number}", parse_date(each) or Date(year=1)) for number, each in enumerate(dates)),
        key=lambda each: -each[1].first_day.toordinal(),
    )
    facets = index_of([], Facets(sources=tuple(sources))).facets
    day, days = facets["newest"], []
    for step in read_column(facets["steps"]):
        day -= step
        days.append(date(1970, 1, 1) + timedelta(days=day))
    assert days == [each.first_day for _, each in sources]
    last = [day + timedelta(days=more) for day, more in zip(days, read_column(facets["spans"]), strict=True)]
    assert last == [each.last_day for _, each in sources]


@given(st.lists(st.integers(0, 1 << 20)))
def test_a_column_is_read_as_it_was_written(numbers: list[int]) -> None:
    assert read_column(write_column(numbers)) == numbers


@given(st.sets(st.integers(0, 1 << 16) | st.integers(0, 300)))
def test_a_rising_list_is_read_as_it_was_written_and_is_never_longer_than_a_bit_a_record(numbers: set[int]) -> None:
    written = write_rising(sorted(numbers))
    assert read_rising(written) == sorted(numbers)
    assert len(written) <= max(numbers, default=0) // 6 + 2


@given(TEXT)
def test_folding_again_changes_nothing_for_words(text: str) -> None:
    words = words_in(text)
    assert [each for word in words for each in words_in(word)] == words
    assert word_set(text) == set(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ёлка й", ["елка", "и"]),
        ("Лукашэнка’s $1.5-billion", ["лукашэнка", "s", "1", "5", "billion"]),
        ("ﬁne CAFÉ", ["fine", "cafe"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_in(text) == words
    assert fold(text).count("́") == 0


def test_everything_of_a_dossier_can_be_found_in_its_place() -> None:
    dossier = make_sample()
    entries = list(DossierEntries(dossier, IN_ENGLISH))
    wholes = [each for each in dossier.passages if each.whole is None]
    passages = {each.address for each in entries if each.kind in {"quote", "statement"}}
    assert passages == {f"sources/{each.source.key}/#{each.key}" for each in wholes}
    pages = {each.address for each in entries if each.title}
    assert pages >= {"", "topics/", "timeline/", *(f"topics/{each.id}/" for each in dossier.topics)}
    assert pages >= {f"sources/{each.key}/" for each in dossier.sources}
    assert pages >= {f"speakers/{each.id}/" for each in dossier.speakers}


def test_what_passages_hold_is_not_found_again_in_the_text_of_their_source() -> None:
    dossier = make_sample()
    entries = list(DossierEntries(dossier, IN_ENGLISH))
    told = {each.address: each.text for each in entries if each.kind == "text"}
    assert told == {
        "sources/talks/#paragraph:1": ",” said Ada Berg. According to her, … ,” she said, “",
        "sources/daily/#paragraph:1": "The envoy did not comment. “ … ,” wrote the <b>Daily</b> & others.",
    }


def many(number: int) -> tuple[list[Entry], Facets]:
    """Invent quotes of sources of seven each, with words as frequent as those of a language."""
    chance = random.Random(1)
    vocabulary = [f"w{chance.randrange(10**6):x}" for _ in range(4000)]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    entries = [
        Entry(
            address=f"sources/s{at // 7}/#q{at % 7}",
            kind="quote",
            text=" ".join(chance.choices(vocabulary, weights, k=30)),
            source=f"s{at // 7}",
            speaker=f"p{at % 3}",
            topics=("t",),
        )
        for at in range(number)
    ]
    sources = tuple((f"s{at}", Date(year=2024)) for at in range(number // 7 + 1))
    return entries, Facets(sources=sources, speakers=tuple((f"p{at}", "P") for at in range(3)), topics=(("t", "T"),))


def test_no_part_of_the_index_is_larger_in_a_larger_site_but_by_the_longest_list() -> None:
    for number in (1_000, 4_000):
        scripts = write_index(*many(number), lambda address: address)
        words = [len(script) for name, script in scripts.items() if name.startswith("words-")]
        blocks = [len(script) for name, script in scripts.items() if name.startswith("records-")]
        assert max(words) < SHARD + number / 6 + 100
        assert max(blocks) < BLOCK + 1_000
        assert len(scripts["index.js"]) < 200 + 12 * len(words) + 2 * len(blocks)


def test_the_index_grows_as_the_site_does() -> None:
    small, large = (sum(map(len, write_index(*many(n), lambda address: address).values())) for n in (1_000, 4_000))
    assert large < 4.4 * small


def test_the_index_is_the_same_whenever_it_is_written_and_says_when_it_is_another() -> None:
    entries, facets = many(50)
    once, again = (write_index(entries, facets, lambda address: address) for _ in range(2))
    assert once == again
    changed = write_index([replace(entries[0], text="other"), *entries[1:]], facets, lambda address: address)
    assert Index(once).opened["version"] != Index(changed).opened["version"]


def test_facets_of_a_dossier_are_those_that_passages_have() -> None:
    facets = plan_facets(make_sample())
    assert [key for key, _ in facets.sources] == ["daily", "talks"]
    assert [name for _, name in facets.speakers] == ["Ada Berg", "Daily"]
    assert [label for _, label in facets.topics] == sorted(label for _, label in facets.topics)


def test_names_of_scripts_differ_whatever_the_file_system_takes_for_the_same() -> None:
    names = [name.casefold() for name in write_index(*many(400), lambda address: address, folder="s/")]
    assert len(names) == len(set(names)) > 5
    assert all(name.isascii() and name.startswith("s/") for name in names)
