"""What Typst complains of, as problems with a place: a missing character where it stands, all else at the template.

Typst names the characters that no font has, and not where they are; they are looked up in what the author gave.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.locations import Location, Span, TextFile
from onrecord.model import Dossier, Event, Figure, Passage, Source, Speaker, Topic
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.printing.options import PrintOptions
from onrecord.printing.staging import template_fault
from onrecord.problems import UNPRINTABLE, Problem, sort_problems

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


def faults_as_problems(faults: tuple[str, ...], dossier: Dossier, options: PrintOptions) -> tuple[Problem, ...]:
    """Turn what Typst said into problems; a fault of the program's own template is raised."""
    missing = {_unescaped(match[1]) for fault in faults for match in _MISSING.finditer(fault)}
    if missing:
        index = index_dossier(dossier)
        places = _Places(index, _dossier_file(options))
        return sort_problems(tuple(_unprintable(each, places) for each in sorted(missing)))
    return tuple(
        template_fault(
            options,
            "Typst cannot set the print with this template",
            "mend the template; fonts that it names must lie beside it",
            tuple(line.rstrip() for line in fault.splitlines() if line.strip()),
        )
        for fault in faults
    )


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where characters are looked for."""

    index: DossierIndex
    dossier_file: TextFile
    """Its title and editor have no places of their own."""


def _dossier_file(options: PrintOptions) -> TextFile:
    path = options.content / "dossier.yml"
    shown = Path(os.path.relpath(path)).as_posix()
    return TextFile(shown, path.read_text(encoding="utf-8", errors="replace") if path.is_file() else "")


def _unprintable(character: str, places: _Places) -> Problem:
    location, paragraph = next(_find(character, places))
    names = ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, '')}".rstrip() for each in character)
    return Problem(
        kind=UNPRINTABLE,
        location=location,
        message=f"no font of the print has `{character}` ({names})",
        notes=(f"it stands in paragraph {paragraph} of the source",) if paragraph else (),
        hint="name a font that has it in a template of your own, with the font file beside the template",
    )


def _find(character: str, places: _Places) -> Iterator[tuple[Location, int | None]]:
    """Find where a character stands: in the words of a source, in a briefing, or else in some file of the author's.

    What stands in none of them, such as a character that YAML writes as an escape, is told at the dossier's own file.
    """
    index = places.index
    dossier = index.dossier
    for source in dossier.sources:
        at = source.text.find(character)
        if at >= 0:
            paragraph = index.paragraphs_of(source)[index.paragraph_at(source, at)]
            yield source.locate(Span(at, at + len(character))), paragraph.number
    for briefing in dossier.briefings:
        at = briefing.prose.find(character)
        if at >= 0:
            start = briefing.prose_start + at
            yield Location(briefing.location.file, start, start + len(character)), None
    things: tuple[Source | Passage | Topic | Speaker | Figure | Event, ...] = (
        *dossier.sources,
        *dossier.passages,
        *dossier.topics,
        *dossier.speakers,
        *dossier.figures,
        *dossier.events,
    )
    for file in dict.fromkeys((*(each.location.file for each in (*things, *dossier.briefings)), places.dossier_file)):
        at = file.text.find(character)
        if at >= 0:
            yield Location(file, at, at + len(character)), None
    yield Location(places.dossier_file, 0, 0), None
