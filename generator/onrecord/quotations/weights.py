"""Words whose loss turns a sentence round: negations and figures. The lists are closed and the same for all languages.

Belonging to one list of one language is enough, since a briefing quotes sources in several.
"""

import regex

_NEGATIONS = (
    "no not never none nor neither nobody nothing nowhere without cannot hardly scarcely barely unless",
    "nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinen keinem keiner keines weder ohne kaum",
    "ne pas jamais aucun aucune rien personne ni sans non nul nulle guère",
    "не ни нет нельзя никогда никто никого никому ничто ничего ничему нигде никуда никакой никакая никакое никакие без",
    "ні няма нельга ніколі ніхто нікога нічога нічому нідзе ніякі ніякая ніякае без бяз",
)
_WEIGHTY = regex.compile(
    r"\d(?:[\d.,]*\d)?|\p{{Sc}}|\p{{Sm}}|[%‰]|\w*n['\u2019]t\b|\bn['\u2019]|\b(?:{})\b".format(
        "|".join(" ".join(_NEGATIONS).split())
    ),
    regex.IGNORECASE,
)
_ABBREVIATIONS = "Mr|Mrs|Ms|Dr|St|Prof|Nr|No|vs|bzw|ca|z|\u0433|\u0433\u0433|\u0438\u043c|\u0442|\u0434"
_SENTENCE_END = regex.compile(
    rf"(?<!\b(?:\p{{Lu}}|{_ABBREVIATIONS}))[.!?…]+[\"'\u2019\u201c\u201d\u00bb\u203a)\]]*(?=\s+[^\s\p{{Ll}}]|\s*\Z)"
)


def find_weighty(text: str) -> str:
    """Find the first negation, number, currency mark or sign; empty where there is none."""
    match = _WEIGHTY.search(text)
    return match[0] if match else ""


def sentence_ends(text: str) -> tuple[int, ...]:
    """List the positions behind the ends of sentences."""
    return tuple(match.end() for match in _SENTENCE_END.finditer(text))
