"""Passages hold no characters that readers cannot see and that may turn what they read around (UAX #9, 2.1 to 2.4)."""

import unicodedata
from collections.abc import Iterator

import regex

from onrecord.model import Dossier
from onrecord.problems import INVISIBLE, Problem

_BIDI_CONTROL = regex.compile(r"\p{Bidi_Control}")


def check_invisible(dossier: Dossier) -> Iterator[Problem]:
    """Warn of bidirectional controls in passages."""
    for passage in dossier.passages:
        found = dict.fromkeys(_BIDI_CONTROL.findall("".join(passage.pieces))) if passage.whole is None else {}
        if found:
            names = ", ".join(f"U+{ord(each):04X} {unicodedata.name(each)}" for each in found)
            yield Problem(
                kind=INVISIBLE,
                location=passage.location,
                message=f"words of `{passage.key}` hold what cannot be seen: {names}",
                hint="look at the original: such characters can show words in another order than they are stored in",
            )
