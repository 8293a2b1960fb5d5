"""Proposals as YAML: the words of `<key>.suggested.yml`."""

from collections.abc import Iterable
from decimal import Decimal

import regex

from onrecord.suggesting.happenings import Happening
from onrecord.suggesting.numbers import Number
from onrecord.suggesting.proposals import Proposal
from onrecord.suggesting.yaml_writing import write_items, write_list, write_short, write_words

HEAD = (
    "# Proposed by `onrecord suggest`. Nothing here is published. Change what is wrong, then `onrecord accept {key} q01 …`,\n"
    "# `onrecord accept {key} --sure` for all that are sure, or `onrecord reject {key} q01 …`.\n"
)
_SLUG = regex.compile(r"[^a-z0-9]+")
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєї",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "i",
            "u",
            "g",
            "ye",
            "yi",
        ],
        strict=True,
    )
)


def write_passage(key: str, proposal: Proposal, speaker: str, text: str) -> str:
    """Write one proposal, as an entry of `quotes` or `statements`."""
    lines = [f"  {key}:"]
    selector = proposal.selector
    if len(selector.pieces) == 1:
        lines.append(f"    text: {write_words(selector.pieces[0], 4)}")
    else:
        lines.append(f"    text:{write_items(selector.pieces, 6)}")
    lines += [f"    {name}: {write_words(words, 4)}" for name, words in _context_of(proposal)]
    if speaker:
        lines.append(f"    speaker: {speaker}")
    if proposal.topics:
        lines.append(f"    topics: {write_list(each.key for each in proposal.topics)}")
    if proposal.mentions:
        lines.append(f"    mentions: {write_list(proposal.mentions)}")
    if proposal.figures:
        lines.append("    figures:")
        lines += [_figure(each, text) for each in proposal.figures]
    topics = ", ".join(f"{each.key}: {each.reason}" for each in proposal.topics)
    lines.append(f"    tier: {proposal.tier}")
    lines.append(f"    because: {write_words(proposal.reason + (f'; {topics}' if topics else ''), 4)}")
    return "\n".join(lines) + "\n"


def _context_of(proposal: Proposal) -> Iterable[tuple[str, str]]:
    pairs = (("prefix", proposal.selector.prefix), ("suffix", proposal.selector.suffix))
    return ((name, words) for name, words in pairs if words)


def _figure(figure: Number, text: str) -> str:
    reading = figure.reading
    lines = [f"      - text: {write_short(text[figure.span.start : figure.span.end])}"]
    if reading.is_range:
        lines += [f"low: {_number(reading.low)}", f"high: {_number(reading.high)}"]
    else:
        lines.append(f"value: {_number(reading.low)}")
    unit = "rank" if reading.is_rank else reading.unit
    if unit:
        lines.append(f"unit: {write_short(unit)}")
    if reading.is_approximate:
        lines.append("approximate: true")
    if figure.status:
        lines.append(f"status: {figure.status}")
    if figure.period:
        lines.append(f"period: {write_short(figure.period)}")
    return "\n        ".join(lines)


def _number(value: Decimal) -> str:
    return f"{value:f}"


def write_event(passage: str, happening: Happening) -> str:
    """Write one event, as an item of `events`."""
    return (
        f"  - what: {write_words(happening.what, 4)}\n    passage: {passage}\n    {happening.how}: {happening.date}\n"
        f"    status: {happening.status}\n    tier: {happening.tier}\n    because: {write_words(happening.reason, 4)}\n"
    )


def write_speaker(key: str, name: str, forms: Iterable[str]) -> str:
    """Write one speaker whom the project does not have yet, with the forms that the source uses."""
    others = [each for each in dict.fromkeys(forms) if each != name]
    aliases = f"\n    aliases:{write_items(others, 6)}" if others else ""
    return f"  {key}:\n    name: {write_short(name)}{aliases}\n"


def make_key(name: str, taken: Iterable[str]) -> str:
    """Make a key of a name, in Latin letters, that nobody has."""
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in name.casefold())
    slug = _SLUG.sub("-", latin).strip("-")[:40].strip("-") or "speaker"
    slug = f"{slug}-1" if slug == "index" else slug
    taken = set(taken)
    number, key = 1, slug
    while key in taken:
        number += 1
        key = f"{slug}-{number}"
    return key
