"""Facts that others wrote, held to what an entry may say: what it has no field for, or not in that form, is told."""

from collections.abc import Iterator, Mapping

from onrecord.fields import Entry, Field, Shape, fields_by_name
from onrecord.interchange.exchange import Fact, Facts
from onrecord.interchange.yaml_words import has_unprintable


def sift(facts: Facts, cls: type[Entry]) -> tuple[dict[str, Fact], tuple[str, ...]]:
    """Give what an entry of that class can say, and the names of the facts that it cannot."""
    known = fields_by_name(cls)
    kept: dict[str, Fact] = {}
    dropped: list[str] = []
    for name, fact in facts.items():
        fitting = _fit(fact, known[name]) if name in known else None
        if fitting is None:
            dropped.append(name)
        else:
            kept[name] = fitting
    return kept, tuple(dropped)


def _fit(fact: Fact, field: Field) -> Fact | None:
    match field.shape:
        case Shape.WORDS:
            return fact if isinstance(fact, str) and _is_good(fact, field) else None
        case Shape.ENTRY:
            return _fit_entry(fact, field)
        case Shape.LIST:
            items = [fact] if isinstance(fact, str) else fact
            good = [each for each in _items(items) if isinstance(each, str) and _is_good(each, field)]
            return good or None
        case Shape.ENTRIES:
            entries = [_fit_entry(each, field) for each in _items(fact)]
            return [each for each in entries if each] or None
        case Shape.KEYED:
            return None  # passages and parts are annotations of their own


def _is_good(words: str, field: Field) -> bool:
    return bool(words.strip()) and field.form.admits(words) and not has_unprintable(words)


def _fit_entry(fact: Fact, field: Field) -> dict[str, Fact] | None:
    if not isinstance(fact, Mapping) or field.entry_class is None:
        return None
    kept, _ = sift(fact, field.entry_class)
    required = [each.name for each in fields_by_name(field.entry_class).values() if each.is_required]
    return kept if kept and all(name in kept for name in required) else None


def _items(fact: Fact) -> Iterator[Fact]:
    if not isinstance(fact, str | Mapping):
        yield from fact
