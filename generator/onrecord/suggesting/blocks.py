"""Entries of a file of proposals as the lines that they are written in."""

from onrecord.fields import Entry, Keyed
from onrecord.locations import Written
from onrecord.speakers import SpeakerEntry
from onrecord.suggesting.suggested import OWN_FIELDS, ProposedEntry, ProposedEventEntry, SuggestedEntry

Entries = Keyed[ProposedEntry] | Keyed[SpeakerEntry]


def following(entry: SuggestedEntry, keyed: Entries) -> int:
    """Give the line of the next entry or field behind one, from 1; beyond the end where there is none."""
    keys = (*(each.key for each in entry.passages), *(each.key for each in entry.speakers))
    places = [key.location.line for key in keys]
    return min((line for line in places if line > keyed.key.location.line), default=10**9)


def lines_of(text: str, keyed: Entries, end: int) -> tuple[int, int]:
    """Give the first and the last line of an entry."""
    lines = text.split("\n")
    first = last = keyed.key.location.line
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    for number in range(first + 1, min(end, len(lines) + 1)):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        last = number if line.strip() else last
    return first, last


def block_of(text: str, keyed: Entries, end: int) -> str:
    """Give the lines of an entry as they are written, without what only a proposal says."""
    return _kept(text, keyed.entry, lines_of(text, keyed, end))


def _kept(text: str, entry: Entry, where: tuple[int, int]) -> str:
    first, last = where
    gone: list[tuple[int, int]] = []
    for field in OWN_FIELDS:
        value: Written | None = getattr(entry, field, None)
        if value is not None:
            gone.append((line_of_field(text, field, first, value.location.line), value.location.end_line))
    lines = text.split("\n")
    kept = [
        lines[number - 1]
        for number in range(first, last + 1)
        if not any(start <= number <= stop for start, stop in gone)
    ]
    indent = len(kept[0]) - len(kept[0].lstrip())
    return "".join(f"  {line[indent:]}\n" if line.strip() else "\n" for line in kept).rstrip("\n") + "\n"


def lines_of_item(text: str, event: ProposedEventEntry) -> tuple[int, int]:
    """Give the first and the last line of an item of a list, with its dash."""
    lines = text.split("\n")
    first = last = event.location.line
    while first > 1 and not lines[first - 1].lstrip().startswith("-"):
        first -= 1
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    for number in range(last + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        last = number if line.strip() else last
    return first, last


def block_of_item(text: str, event: ProposedEventEntry) -> str:
    """Give the lines of an item of a list as they are written, indented by two, without what only a proposal says."""
    return _kept(text, event, lines_of_item(text, event))


def line_of_field(text: str, field: str, first: int, line: int) -> int:
    """Give the line that a field begins on, its value being on this line or below the name."""
    lines = text.split("\n")
    while line > first and not lines[line - 1].strip().startswith(f"{field}:"):
        line -= 1
    return line
