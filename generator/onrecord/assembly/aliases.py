"""Former keys: each leads on to what has another key now, so it must be the key of nothing else."""

from collections.abc import Iterable, Iterator

from onrecord.assembly.sources import SourceParts
from onrecord.locations import Written
from onrecord.problems import CLASHING_NAME, Problem


def check_source_aliases(sources: Iterable[SourceParts]) -> Iterator[Problem]:
    """Refuse a former key of a source that is a key, or a former key, of another."""
    sources = tuple(sources)
    aliases = ((parts.source.key, alias) for parts in sources for alias in parts.record.entry.aliases)
    return _clashes("source", {parts.source.key for parts in sources}, aliases)


def check_passage_aliases(parts: SourceParts) -> Iterator[Problem]:
    """Refuse a former key of a passage that is a key, or a former key, of another passage of its source."""
    entries = parts.passages.entries
    return _clashes(
        "passage", set(entries), ((key, alias) for key, entry in entries.items() for alias in entry.aliases)
    )


def _clashes(noun: str, keys: set[str], aliases: Iterable[tuple[str, Written]]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for owner, alias in aliases:
        if alias.text in keys:
            yield _clash(alias, f"is the key of a {noun}, so it cannot be a former key of another")
        elif alias.text in owners:
            yield _clash(alias, f"is a former key of `{owners[alias.text]}` already")
        owners.setdefault(alias.text, owner)


def _clash(alias: Written, what: str) -> Problem:
    return Problem(
        kind=CLASHING_NAME,
        location=alias.location,
        message=f"`{alias.text}` {what}",
        hint="take it out of `aliases`",
    )
