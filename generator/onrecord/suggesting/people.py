"""Who is named in a source: full names, what they are called beside them, and which of them a mention means.

A mention is a name, a last name (`Orlova`), a role (`the minister`) or a pronoun. What is resolved says how, so that a
person can check it.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

import regex

from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.stems import name_stem, strip_possessive

_CAPITAL = r"\p{Lu}[\p{L}\p{M}]*+(?:['’-]\p{L}[\p{L}\p{M}]*+)*+"
_FULL = 2
"""Words of a full name at least."""
_PHRASE_END = regex.compile(r"[,;.:—](?=\s|$)")
_SENTENCE = regex.compile(r"[^\n.!?“”\"]*+")
_ALONE = regex.compile(
    r"(?<!\p{Lu}[\p{L}.'’-]{0,14}[ \u00a0])(?<![\p{L}'’-])\p{Lu}[\p{L}\p{M}]++(?:['’-]\p{Lu}\p{L}++)*+(?![ \u00a0]\p{Lu})"
)


@dataclass(slots=True)
class Person:
    """Somebody, or some body, that a source names."""

    name: str
    last: str
    gender: str = ""
    """`he`, `she`, `it`, or empty where nothing tells."""
    called: set[str] = field(default_factory=set)
    """Nouns that stand beside the name, in lower case."""
    places: list[int] = field(default_factory=list)
    is_titled: bool = False
    """Whether a title of people stands before the name: `Dr Orlova`."""
    is_alone: bool = False
    """Whether the last name stands alone somewhere, as only those of people do."""

    @property
    def is_person(self) -> bool:
        """Tell whether anything says that this is a person."""
        return self.gender != "it" and (bool(self.gender) or bool(self.called) or self.is_titled or self.is_alone)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention means."""

    name: str
    reason: str
    is_certain: bool
    key: str = ""
    """Of the speaker in `speakers.yml`; empty where they are not there."""


class People:
    """Those whom a source names."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Find them in the text."""
        self._lexicon = lexicon
        self._text = text
        self.by_name: dict[str, Person] = {}
        self.by_last: dict[str, list[Person]] = defaultdict(list)
        self._stripped: dict[str, list[str]] = {}
        pattern = _name_pattern(lexicon)
        for match in pattern.finditer(text):
            self._meet(match.start(), match.end())
        self._join_last_names()
        self._describe()

    def _meet(self, start: int, end: int) -> None:
        words = self._strip(self._text[start:end].split())
        is_credit = self._text[end : end + 1] == "/"
        if is_credit or len(words) < _FULL or any(self._is_common(word) for word in words):
            return
        first, last = words[0].casefold(), words[-1].casefold()
        if last in self._lexicon.peoples or (first in self._lexicon.peoples and last in self._lexicon.persons):
            return
        name = " ".join(words)
        person = self.by_name.get(name)
        if person is None:
            person = self.by_name[name] = Person(name, name_stem(words[-1]))
            self.by_last[person.last].append(person)
            person.gender = self._gender(words)
        person.places.append(start)
        person.is_titled |= self._text[start:end].split(maxsplit=1)[0].casefold().rstrip(".") in self._lexicon.titles
        if not person.gender:
            person.gender = self._gender_by_title(self._text[start:end].split())

    def _join_last_names(self) -> None:
        """Join last names of two words to who is named in full: `Al Falk` to `Karim Al Falk`."""
        particles = self._lexicon.particles
        for name in [each for each in self.by_name if each.partition(" ")[0].casefold() in particles]:
            whole = next((each for full, each in self.by_name.items() if full.endswith(f" {name}")), None)
            if whole is not None:
                short = self.by_name.pop(name)
                self.by_last[short.last].remove(short)
                whole.is_alone = True
                whole.gender = whole.gender or short.gender

    def _strip(self, words: list[str]) -> list[str]:
        lexicon = self._lexicon
        words = [word.rstrip(",") for word in words]
        while words and words[0].casefold().rstrip(".") in lexicon.before_names:
            words = words[1:]
        for at in range(len(words) - 2, 0, -1):
            if words[at - 1].casefold().rstrip(".") in lexicon.titles:
                words = words[at:]
                break
        for at in range(len(words) - 2, 0, -1):
            if words[at].casefold() in lexicon.first_names and words[at - 1].casefold() not in lexicon.first_names:
                words = words[at:]
                break
        if words:
            words[-1] = strip_possessive(words[-1])
        while words and words[-1].casefold().rstrip(".") in {"jr", "sr", "ii", "iii", "mp", "mpp"}:
            words = words[:-1]
        return words

    def _is_common(self, word: str) -> bool:
        """Tell whether a word with a capital letter is in no name: a day, or a word of a headline in capitals."""
        key = strip_possessive(word).casefold()
        if key in self._lexicon.days:
            return True
        return word.isupper() and len(word) > 1 and key in self._lexicon.before_names | self._lexicon.pronouns

    def _gender(self, words: list[str]) -> str:
        first, last = words[0].casefold(), words[-1].casefold()
        if last in self._lexicon.bodies:
            return "it"
        for part in (first, *first.split("-"), *(word.casefold() for word in words[:-1])):
            declined = name_stem(part)
            if part in self._lexicon.women or declined in self._lexicon.women_stems:
                return "she"
            if part in self._lexicon.men or declined in self._lexicon.men_stems:
                return "he"
        return "it" if any(word.casefold() in self._lexicon.bodies for word in words) else ""

    def _gender_by_title(self, words: list[str]) -> str:
        for word in words[:-1]:
            key = word.casefold().rstrip(".")
            if key in self._lexicon.titles and key in self._lexicon.women:
                return "she"
            if key in self._lexicon.titles and key in self._lexicon.men:
                return "he"
        return ""

    def _describe(self) -> None:
        """Note what nouns stand right before and behind each name."""
        nouns = self._lexicon.persons
        alone = {name_stem(match[0]) for match in _ALONE.finditer(self._text)}
        for person in self.by_name.values():
            last = person.name.rpartition(" ")[2]
            person.is_alone = person.is_alone or name_stem(last) in alone
            for at in person.places[:6]:
                person.gender = person.gender or self._gender_behind(at + len(person.name))
                before = self._text[max(0, at - 60) : at].rpartition("\n")[2].split()[-1:]
                behind = self._text[at + len(person.name) : at + len(person.name) + 90].partition("\n")[0]
                person.called |= {key for word in before if (key := word.casefold().strip("“\"'.,")) in nouns}
                inside = self._text[at : at + 40].split()[:3]
                person.called |= {key for word in inside if (key := word.casefold().strip(".")) in nouns}
                if behind.startswith((",", " ,", " (")):
                    apposed = _PHRASE_END.split(behind[1:], maxsplit=1)[0].split()[:14]
                    person.called |= {key for word in apposed if (key := word.casefold()) in nouns}

    def _gender_behind(self, at: int) -> str:
        """Tell a gender by the first pronoun behind a name, in the same sentence."""
        behind = _SENTENCE.match(self._text, at, at + 160)
        for word in behind[0].split() if behind else ():
            key = word.casefold().strip(",.;:’'")
            if word[:1].isupper() and name_stem(key) in self.by_last:
                return ""
            if key in self._lexicon.he or key == "his":
                return "he"
            if key in self._lexicon.she:
                return "she"
        return ""

    def find(self, mention: str, at: int) -> Resolved | None:
        """Find whom a name means that stands at a position; None where it is no name of anybody named in full."""
        words = self._stripped.get(mention)
        if words is None:
            words = self._stripped[mention] = self._strip(mention.split())
        if words and not words[-1][:1].isupper():
            return None
        name = " ".join(words)
        if name in self.by_name:
            return Resolved(name, "named in full", is_certain=True)
        if not words:
            return None
        return self._find_by_last(words, at)

    def _find_by_last(self, words: list[str], at: int) -> Resolved | None:
        last = name_stem(words[-1])
        known = self.by_last.get(last, [])
        known = [each for each in known if each.gender != "it" or len(words) > 1] or known
        if not known and len(words) == 1:
            known = self._by_first(words[0])
        if not known or not words[-1][:1].isupper():
            return None
        if len(words) > 1:
            for each in known:
                if each.name.split()[0] in words:
                    return Resolved(each.name, "named in full", is_certain=True)
        before = [each for each in known if any(place < at for place in each.places)] or known
        gender = self._gender_by_title(words)
        before = [each for each in before if not gender or each.gender in {"", gender}] or before
        nearest = max(before, key=lambda each: max((place for place in each.places if place < at), default=-1))
        return Resolved(nearest.name, f"last name of {nearest.name}", is_certain=len(before) == 1)

    def _by_first(self, first: str) -> list[Person]:
        """Find the one person of a first name."""
        found = [each for each in self.by_name.values() if each.name.startswith(f"{first} ") and each.gender != "it"]
        return found if len(found) == 1 else []

    def find_by_role(self, noun: str, at: int, spoke: Collection[str]) -> Resolved | None:
        """Find who is called so beside their name, before the position; who spoke lately first."""
        is_person = noun in self._lexicon.persons
        found = [
            each
            for each in self.by_name.values()
            if noun in each.called and not (is_person and each.gender == "it") and any(p < at for p in each.places)
        ]
        found = [each for each in found if each.name in spoke] or found
        if not found:
            return None
        nearest = max(found, key=lambda each: max(place for place in each.places if place < at))
        return Resolved(nearest.name, f"{nearest.name} is called {noun}", is_certain=len(found) == 1)

    def is_person(self, name: str) -> bool:
        """Tell whether a name is a person's, as far as the source shows; any other name may be one."""
        person = self.by_name.get(name)
        return person.is_person if person else name[:1].isupper() and not name.isupper()

    def is_known_person(self, name: str) -> bool:
        """Tell whether a name is surely a person's."""
        person = self.by_name.get(name)
        return person.is_person if person else self.gender_of(name) in {"he", "she"}

    def gender_of(self, name: str) -> str:
        """Tell by which pronoun a name goes; empty where nothing tells."""
        person = self.by_name.get(name)
        return person.gender if person else self._gender([name, ""])


_PATTERNS: dict[str, regex.Pattern[str]] = {}
"""A name begins with a capital letter, which the search is quick to find only where no other word may begin it."""


def _name_pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    if lexicon.tag not in _PATTERNS:
        particles = "|".join(sorted(lexicon.particles, key=len, reverse=True)) or "de"
        capitals = (
            each for each in lexicon.abbreviations.split("|") if each[0].isupper() or each.startswith(r"\p{Lu}")
        )
        first, word = (
            rf"(?:\p{{Lu}}\.(?:\s?\p{{Lu}}\.){{0,6}}+|(?:{abbreviations})\.|{_CAPITAL})"
            for abbreviations in ("|".join(capitals), lexicon.abbreviations)
        )
        _PATTERNS[lexicon.tag] = regex.compile(
            rf"(?<![\p{{L}}\p{{N}}]){first}(?:[ \u00a0](?:(?:{particles})[ \u00a0])*{word})++(?:['’]s)?"
        )
    return _PATTERNS[lexicon.tag]
