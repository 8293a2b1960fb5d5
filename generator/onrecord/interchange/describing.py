"""The record of a new source: what the file says of the document, and what it does not say told as not known."""

import re
from datetime import date
from hashlib import sha256

from onrecord.forms import DATE, URL
from onrecord.interchange.exchange import Document, Fact
from onrecord.interchange.keys import without_ending
from onrecord.interchange.matching import Matches
from onrecord.interchange.passages import rename
from onrecord.interchange.sifting import sift
from onrecord.interchange.yaml_words import printable
from onrecord.records import RecordEntry
from onrecord.stored_form import restore

UNKNOWN_PUBLISHER = "Not known"
_ADDED = "not known; this is the day on which the document was added to the project that it was imported from"
_IMPORTED = "not known; this is the day on which the document was imported"
_FOLDERS = re.compile(r"^(?:file:|[A-Za-z]:\\|/|\\\\|~/)")


def describe_source(document: Document, matches: Matches, today: date) -> tuple[dict[str, Fact], tuple[str, ...]]:
    """Give the facts of a new record, in the order of the format, and the names of facts that it cannot say."""
    day, basis = _date_of(document, today)
    needed: dict[str, Fact] = {
        "title": without_ending(public_name(printable(document.name))) or document.key or "Without a title",
        "date": day,
        "publisher": UNKNOWN_PUBLISHER,
        "date_basis": basis,
        "url": document.url if URL.admits(document.url) else "",
    }
    participants = [matches.speakers[person] for person in document.people if person in matches.speakers]
    own, dropped = sift(rename(document.facts, {"participants": matches.speakers}), RecordEntry)
    stored = sha256(restore(document.text or "", document.form)).hexdigest()
    facts: dict[str, Fact] = {**needed, "participants": participants, **own, "sha256": stored}
    if "date" in own:
        facts["date_basis"] = own.get("date_basis", "")
    return {name: fact for name, fact in facts.items() if fact}, dropped


def public_name(name: str) -> str:
    """Leave out the folders of somebody's machine that a name may begin with."""
    if _FOLDERS.match(name):
        return re.split(r"[\\/]", name.rstrip("\\/"))[-1]
    return " ".join(name.split())


def _date_of(document: Document, today: date) -> tuple[str, str]:
    if DATE.admits(document.date):
        return document.date, ""
    if DATE.admits(document.added):
        return document.added, _ADDED
    return today.isoformat(), _IMPORTED
