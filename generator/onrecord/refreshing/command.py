"""`onrecord refresh`: the words of a source are replaced by those of a newer document, and every passage is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.adding.command import problem_of, read_file
from onrecord.adding.extracted import CannotAddError
from onrecord.adding.placing import only_one
from onrecord.adding.reading import read_document
from onrecord.anchoring import find_words, fold
from onrecord.changes import Fate, Outcome
from onrecord.content import SOURCES_FOLDER
from onrecord.locations import Location, TextFile
from onrecord.problems import Problem
from onrecord.refreshing.planning import Refresh, names_beside, plan_refresh
from onrecord.refreshing.report import Elsewhere, report_as_json, report_as_text
from onrecord.refreshing.stored import StoredSource, read_stored
from onrecord.refreshing.writing import write_refresh
from onrecord.texts import read_text_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What a refresh came to: a report, or problems, and then nothing was changed."""

    text: str = ""
    json: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """The newer document, and what the person says of it."""

    file: Path
    encoding: str = ""
    day: str
    """On which its words are stored, in ISO form."""
    is_dry: bool = False
    """Whether nothing is to be changed."""


def refresh_source(content: Path, shown: str, key: str, newer: Newer) -> Refreshed:
    """Refresh the source of that key; `shown` is the path of the content as the person knows it."""
    with only_one(content.parent):
        stored, problems = read_stored(content, shown, key)
        if stored is None:
            return Refreshed(problems=problems)
        try:
            document = read_file(newer.file, newer.encoding)
            extracted = read_document(document)
        except CannotAddError as refusal:
            return Refreshed(problems=(problem_of(newer.file, refusal),))
        folder = content / SOURCES_FOLDER
        beside = {
            name: (folder / name).read_bytes() for name in names_beside(key, stored.entry) if (folder / name).is_file()
        }
        refresh, problems = plan_refresh(stored, document, extracted, newer.day, beside)
        if refresh is None:
            return Refreshed(problems=problems)
        if refresh.version and not newer.is_dry:
            write_refresh(folder, refresh, has_leftovers=stored.has_leftovers)
    return _report(content, shown, stored, refresh)


def _report(content: Path, shown: str, stored: StoredSource, refresh: Refresh) -> Refreshed:
    lost = [each for each in refresh.outcomes if each.fate is Fate.LOST]
    elsewhere = _find_elsewhere(content, shown, stored.key, lost) if lost else {}
    words = f"{shown}/{SOURCES_FOLDER}/{stored.key}.txt"
    return Refreshed(text=report_as_text(stored.key, refresh, elsewhere, words), json=report_as_json(refresh.outcomes))


def _find_elsewhere(content: Path, shown: str, key: str, lost: list[Outcome]) -> Elsewhere:
    """Find words that were lost in the other sources, whole and in order."""
    found: dict[str, list[str]] = {each.key: [] for each in lost}
    for text in _other_texts(content, shown, key):
        folded = fold(text.text)
        for each in lost:
            hits = [find_words(folded, words).whole for words in each.words]
            if all(hits):
                found[each.key].append(str(Location(text, hits[0][0].start, hits[0][0].end)))
    return {each: tuple(places) for each, places in found.items()}


def _other_texts(content: Path, shown: str, key: str) -> Iterator[TextFile]:
    own = re.compile(rf"{re.escape(key)}(?:-v[0-9]+)?\.txt")
    for path in sorted((content / SOURCES_FOLDER).glob("*.txt")):
        if own.fullmatch(path.name) is None:
            text, _ = read_text_file(path, f"{shown}/{SOURCES_FOLDER}/{path.name}", content)
            if text is not None:
                yield text.file
