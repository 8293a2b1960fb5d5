"""Earlier words of a source: its passages that only they have go on being found under the source's own key."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.assembly.sources import SourceParts
from onrecord.model import Passage
from onrecord.problems import UNKNOWN_NAME, Problem


def passages_by_address(sources: tuple[SourceParts, ...]) -> dict[str, Passage]:
    """Give every proven passage by its address, and by that which it has in the other versions of its source.

    A passage of the version that is named comes first, then that of the newest one.
    """
    found = {passage.address: passage for parts in sources for passage in parts.passages.found.values()}
    written = {f"{parts.source.key}:{key}" for parts in sources for key in parts.passages.entries}
    for family in _families(sources):
        newest_first = [passage for parts in family for passage in parts.passages.found.values()]
        for parts in family:
            for passage in newest_first:
                address = f"{parts.source.key}:{passage.key}"
                if address not in written:
                    found.setdefault(address, passage)
    return found


def _families(sources: tuple[SourceParts, ...]) -> Iterator[tuple[SourceParts, ...]]:
    """Gather the versions of each source that has any, the newest first."""
    by_key = {parts.source.key: parts for parts in sources}
    older: dict[str, list[SourceParts]] = {}
    for parts in sources:
        if parts.source.version_of in by_key:
            older.setdefault(parts.source.version_of, []).append(parts)
    for key, versions in older.items():
        yield (by_key[key], *sorted(versions, key=_age))


def _age(parts: SourceParts) -> tuple[int, int]:
    """Order versions by the day on which they were replaced, then by their number, the newest first."""
    replaced = parts.source.replaced
    number = parts.source.key.rpartition("-v")[2]
    return (-replaced.last_day.toordinal() if replaced else 0, -int(number) if number.isdecimal() else 0)


def check_versions(sources: Iterable[SourceParts]) -> Iterator[Problem]:
    """Refuse a version of a source that is not there, or that is itself a version."""
    sources = tuple(sources)
    versions: Mapping[str, str] = {parts.source.key: parts.source.version_of for parts in sources}
    for parts in sources:
        written = parts.record.entry.version_of
        if written is None or not written.text or versions.get(written.text, "x") == "":
            continue
        is_there = written.text in versions
        yield Problem(
            kind=UNKNOWN_NAME,
            location=written.location,
            message=f"`{written.text}` is an earlier version itself"
            if is_there
            else f"unknown source `{written.text}`",
            hint="name the source that has the newest words",
        )
