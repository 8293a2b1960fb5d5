"""Subtitles, `.srt` and `.vtt`: what is spoken, the speaker of each stretch before its words, and the time kept beside them.

A paragraph ends where the speaker changes, where nobody speaks for two seconds, or where words have gone on for a minute
and a sentence ends.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.adding.decoding import decode
from onrecord.adding.extracted import CannotAddError, Document, Extracted, Place, Proposal
from onrecord.forms import LANGUAGE
from onrecord.problems import UNREADABLE_DOCUMENT
from onrecord.texts import CONTROL, canonical_text

_TIMES = re.compile(
    r"\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})(?:\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:[biu]|c|v|lang|ruby|font|[\d:.]+)(?:[\s.][^>]*)?>|\{\\[^}]*\}", re.IGNORECASE)
_READING = re.compile(r"<rt>.*?</rt>", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(r"(?:>>+\s*)?((?:[^\W\d_][\w.'’-]*\s?){1,4}):\s")
_TURN = re.compile(r"(?:-|–|—|>>+)\s*\S")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_HEADER = re.compile(r"^(title|language)\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_PAUSE = 2.0
_LONG = 60.0
"""Both in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    start: float
    end: float
    speaker: str
    """As the document names them; empty where it does not."""
    text: str
    is_turn: bool
    """Whether somebody else begins to speak."""


def read_subtitles(document: Document) -> Extracted:
    """Read subtitles."""
    text = canonical_text(decode(document))
    cues = [cue for block in re.split(r"\n[^\S\n]*\n", text) for cue in _read_block(block)]
    if not cues:
        raise CannotAddError(UNREADABLE_DOCUMENT, f"there are no times of `{document.ending}` in the file")
    paragraphs: list[str] = []
    places: list[Place] = []
    for group in _group(cues):
        words = f"{group[0].speaker}: " if group[0].speaker else ""
        for number, cue in enumerate(group):
            words += "\n" if number else ""
            places.append(Place(paragraph=len(paragraphs), offset=len(words), page=_clock(cue.start), line=0))
            words += cue.text
        paragraphs.append(words)
    return Extracted(paragraphs=tuple(paragraphs), extractor="", proposals=_propose(text), places=tuple(places))


def _read_block(block: str) -> Iterator[_Cue]:
    """Read one cue: its times, and the words below; what has no times is a header, a note or a style."""
    lines = block.strip("\n").split("\n")
    at = next((number for number, line in enumerate(lines[:2]) if _TIMES.fullmatch(line)), None)
    if at is None:
        return
    times = _TIMES.fullmatch(lines[at])
    start, end = (_seconds(*times.groups()[part : part + 4]) for part in (0, 4)) if times else (0.0, 0.0)
    for speaker, words, is_turn in _voices("\n".join(lines[at + 1 :])):
        yield _Cue(start=start, end=end, speaker=speaker, text=words, is_turn=is_turn)


def _voices(text: str) -> Iterator[tuple[str, str, bool]]:
    """Part the words of a cue by who speaks them."""
    pieces = _VOICE.split(_READING.sub("", text))
    for speaker, words in zip(("", *pieces[1::2]), pieces[0::2], strict=True):
        plain = "\n".join(filter(None, (_plain(line) for line in words.split("\n"))))
        if plain:
            yield _plain(speaker), plain, bool(speaker or _NAMED.match(plain) or _TURN.match(plain))


def _plain(line: str) -> str:
    return " ".join(CONTROL.sub("", html.unescape(_TAG.sub("", line))).split())


def _group(cues: list[_Cue]) -> Iterator[list[_Cue]]:
    group: list[_Cue] = []
    for cue in cues:
        if group and _is_new(group, cue):
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _is_new(group: list[_Cue], cue: _Cue) -> bool:
    last = group[-1]
    if cue.speaker != last.speaker or (cue.is_turn and not cue.speaker):
        return True
    is_long = cue.start - group[0].start > _LONG and _ENDED.search(last.text) is not None
    return is_long or cue.start - last.end >= _PAUSE


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _propose(text: str) -> tuple[Proposal, ...]:
    """Read the header of WebVTT, up to the first blank line."""
    header = text.partition("\n\n")[0] if text.startswith("WEBVTT") else ""
    found = {name.lower(): value.strip() for name, value in _HEADER.findall(header)}
    if not LANGUAGE.admits(found.get("language", "")):
        found.pop("language", None)
    return tuple(Proposal(field=field, value=value, basis="the header") for field, value in found.items() if value)
