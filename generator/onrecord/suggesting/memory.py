"""Who was named and who spoke so far, as a reader remembers it, to tell whom `he` and `the minister` mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from onrecord.locations import Span
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.narrative import Line
from onrecord.suggesting.people import People, Resolved
from onrecord.suggesting.roster import Match, Roster
from onrecord.suggesting.stems import name_stem
from onrecord.suggesting.subjects import split_words

_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}]++(?:-\p{Lu}[\p{L}\p{M}]++)*")
_PLACE = regex.compile(r"\b(?:in|from|в|из)\s(\p{Lu}\p{L}++)")
_STRANGER = regex.compile(
    r"(?:^|,\s|\b(?:and|but)\s)(\p{Lu}\p{Ll}{2,})\s(?:(?:is|was|has|had|did|does|says|said)\b|\p{Ll}+(?:n['’]t|ed)\b)"
)
_OWNED = regex.compile(
    r"(?:(?P<who>.+)['’]s?\s(?P<letter>\p{L}+)|(?:the\s)?(?P<letter>\p{L}+)\s(?:of|from)\s(?P<who>.+))$",
    regex.IGNORECASE,
)
"""A letter of somebody: `Mr Orlov’s message`, `the message of the mayor`."""
_OBLIQUE = regex.compile(r"(?:[ую]|ами|ями|ом|ем|ах|ях)\b")
"""Endings of Russian cases that no subject has."""
_ARTICLE = regex.compile(r"^(?:the|a|an)\s+", regex.IGNORECASE)
_FAR_BACK = 12
_FAR_FOR_UNSURE = 2
_SUBJECT = 25
"""Characters from the beginning of a sentence within which a name is likely its subject."""
_LATELY = 8
_DESCRIBED = 2
"""Words of a phrase beyond which it describes whom it means."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke, and by what words the source says so."""

    mention: Span
    speaker: Resolved | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Whom a sentence names: its subject first."""

    start: int
    names: list[tuple[int, str]]
    has_stranger: bool = False
    """Whether somebody may be its subject whom the source does not name in full: `Weiss didn’t wait.`"""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody whom a pronoun may mean."""

    distance: int
    """In sentences."""
    name: str
    is_subject: bool


class Memory:
    """What a reader of a source remembers at one place of it."""

    def __init__(self, text: str, people: People, roster: Roster, lexicon: Lexicon) -> None:
        """Begin to read."""
        self._text, self._people, self._roster, self._lexicon = text, people, roster, lexicon
        self._spoken: list[Spoken] = []
        self._sentences: list[_Sentence] = []
        self._told: set[int] = set()
        self._places = {match[1] for match in _PLACE.finditer(text)}
        """Names that stand behind `in` somewhere, as those of people hardly do."""

    @property
    def last(self) -> Spoken | None:
        """Give who spoke last."""
        return self._spoken[-1] if self._spoken else None

    @property
    def first_named(self) -> tuple[int, str] | None:
        """Give whom the sentence that is read names first, with the place."""
        names = self._sentences[-1].names
        return names[0] if names else None

    def read_sentence(self, line: Line, start: int, end: int) -> None:
        """Remember whom a sentence names, possessives last."""
        found: list[tuple[int, str]] = []
        owners: list[tuple[int, str]] = []
        words = line.cut(start, end)
        for match in _CAPITALISED.finditer(words):
            name = self._name_of(match[0], start + match.end())
            if name:
                is_owner = words[match.end() : match.end() + 2] in {"'s", "’s"}
                (owners if is_owner else found).append((start + match.start(), name))
        self._sentences.append(_Sentence(start, found + owners, self._names_stranger(words, start)))

    def _names_stranger(self, words: str, start: int) -> bool:
        lexicon = self._lexicon
        return any(
            match[1].casefold() not in lexicon.no_strangers
            and match[1] not in self._places
            and not self._name_of(match[1], start + match.end(1))
            for match in _STRANGER.finditer(words)
        )

    def _name_of(self, word: str, at: int) -> str:
        """Give the full name of the person whom a last name means, in the source or in the project; empty for none."""
        last = name_stem(word)
        if last in self._people.by_last:
            known = self._people.find(word, at)
            return known.name if known is not None and self._people.is_person(known.name) else ""
        named = self._roster.find_named(word) if last in self._roster.last_names else ()
        return named[0].name if named else ""

    def say(self, mention: Span) -> Resolved | None:
        """Remember who is said to speak; give whom the words mean."""
        speaker = self.resolve(mention)
        self._spoken.append(Spoken(mention, speaker))
        if speaker is not None and speaker.name[:1].isupper():
            self._sentences[-1].names.insert(0, (mention.start, speaker.name))
            self._told.add(mention.start)
        return speaker

    def name(self, at: int, name: str) -> None:
        """Remember somebody who is named where nobody is said to speak."""
        mention = Span(at, at + len(name.rpartition(" ")[2]))
        known = self._roster.find(name)
        one = self._choose(known) if known is not None else Resolved(name, "", is_certain=False)
        speaker = replace(one, reason="the last who was named", is_certain=False)
        self._spoken.append(Spoken(mention, speaker))

    def resolve(self, mention: Span) -> Resolved | None:
        """Find whom a mention means, in the source and among the speakers of the project."""
        words = self._text[mention.start : mention.end]
        known = self._roster.find(words)
        if known is not None:
            return self._choose(known)
        found = self._find(words, mention)
        known = self._roster.find(found.name) if found is not None else None
        if found is None or known is None:
            return found
        one = self._choose(known)
        return replace(found, name=one.name, key=one.key, is_certain=found.is_certain and one.is_certain)

    def _choose(self, known: Match) -> Resolved:
        """Choose among speakers who are called the same: who spoke last, else the first."""
        spoke = [each.speaker.key for each in reversed(self._spoken) if each.speaker is not None]
        one = min(known.speakers, key=lambda each: spoke.index(each.key) if each.key in spoke else len(spoke))
        return Resolved(one.name, known.reason, is_certain=len(known.speakers) == 1, key=one.key)

    def _find(self, words: str, mention: Span) -> Resolved | None:
        key = words.casefold().strip(" .")
        if key in self._lexicon.pronouns or key in self._lexicon.possessives:
            return self._resolve_pronoun(key, mention.start)
        head = self._head(words)
        owner = _OWNED.match(words) or _OWNED.match(head)
        is_owned = owner is not None and _ARTICLE.sub("", owner["who"])[:1].isupper()
        if owner is not None and is_owned and owner["letter"].casefold() in self._lexicon.letters:
            return self._find(owner["who"], mention)
        is_written = head.rsplit(maxsplit=1)[-1].casefold() in self._lexicon.letters | self._lexicon.documents
        found = self._people.find(words, mention.start) if not is_written else None
        if found is None or (head != words and not self._people.is_person(found.name)):
            found = self._people.find(head, mention.start)
        if found is not None:
            return found
        last = head.rsplit(maxsplit=1)[-1]
        is_role = last.casefold() in self._lexicon.persons and _ARTICLE.match(words) is not None
        is_noun = is_role or not last[:1].isupper()
        found = self._resolve_role(head, mention.start) if is_noun else None
        name = _ARTICLE.sub("", (words if is_noun else head).strip(" ,"))
        is_first = mention.start == self._sentences[-1].start
        is_plain = self._lexicon.has_articles or not (is_first or _OBLIQUE.search(words))
        is_certain = not is_noun and is_plain
        return found or (Resolved(name, "as the source names them", is_certain=is_certain) if name else None)

    def _head(self, words: str) -> str:
        """Cut a mention before what only describes it: `Karl Weiss with the harbour office`."""
        parts = words.split()
        for at, part in enumerate(parts):
            if at and part.casefold() in self._lexicon.prepositions:
                return " ".join(parts[:at])
        return words

    def _resolve_role(self, head: str, at: int) -> Resolved | None:
        """Find who is meant by a noun with its article: `the minister`, `the grey-haired ferryman`."""
        nouns = [word.key for word in split_words(head, 0)]
        if not nouns or (self._lexicon.has_articles and nouns[0] not in self._lexicon.pointing):
            return None
        noun = nouns[-1] if self._lexicon.has_articles else nouns[0]
        spoke = {each.speaker.name for each in self._spoken[-_LATELY:] if each.speaker}
        if noun in self._lexicon.letters:
            return self._resolve_sender(head, at)
        role = self._people.find_by_role(noun, at, spoke)
        if role is None and self._points_at_somebody(noun, nouns):
            for candidate in self._candidates(at):
                if self._people.is_person(candidate.name):
                    return Resolved(candidate.name, f"“{head}” for the last who was named", is_certain=False)
        return role

    def _resolve_sender(self, head: str, at: int) -> Resolved | None:
        """Find who has sent a letter: the subject of a sentence before."""
        for candidate in self._candidates(at):
            if candidate.is_subject and candidate.distance and self._people.is_person(candidate.name):
                return Resolved(candidate.name, f"“{head}” of the last who was named", is_certain=False)
        return None

    def _points_at_somebody(self, noun: str, nouns: list[str]) -> bool:
        """Tell whether a noun means somebody who was named: `the mayor`, `the grey-haired ferryman`; `the father` may not."""
        lexicon = self._lexicon
        if not lexicon.has_articles:
            return noun in lexicon.persons - lexicon.anonymous
        if noun in lexicon.bodies_nouns | lexicon.documents or noun.endswith("s"):
            return False
        return noun in lexicon.persons - lexicon.anonymous or len(nouns) > _DESCRIBED

    def _resolve_pronoun(self, key: str, at: int) -> Resolved | None:
        gender = self._lexicon.gender_of(key)
        if gender in {"it", "they"}:
            return self._resolve_body(key, gender)
        said = f"“{key}” for the last who was named"
        maybe: tuple[int, str] | None = None
        for candidate in self._candidates(at):
            own = self._people.gender_of(candidate.name)
            if maybe is not None and candidate.distance > maybe[0] + _FAR_FOR_UNSURE:
                break
            is_unsure = not own and self._people.is_person(candidate.name)
            if own == gender or (is_unsure and maybe is None and candidate.is_subject):
                is_nearest = not any(each.has_stranger for each in self._sentences[-1 - candidate.distance :])
                return Resolved(candidate.name, said, is_certain=maybe is None and own == gender and is_nearest)
            if is_unsure and maybe is None:
                maybe = candidate.distance, candidate.name
        return Resolved(maybe[1], said, is_certain=False) if maybe else None

    def _resolve_body(self, key: str, gender: str) -> Resolved | None:
        """Find what `it` or `they` means: the last who spoke and is no single person."""
        for each in reversed(self._spoken):
            if each.speaker is not None and (gender == "they" or not self._people.is_known_person(each.speaker.name)):
                return Resolved(each.speaker.name, f"“{key}” for the last who spoke", is_certain=False)
        return None

    def _candidates(self, at: int) -> Iterator[_Candidate]:
        """List whom a pronoun may mean, the likeliest first: sentence by sentence backwards, subjects first."""
        for distance, sentence in enumerate(self._sentences[: -_FAR_BACK - 1 : -1]):
            for place, name in sentence.names:
                if place < at:
                    yield _Candidate(distance, name, place in self._told or place < sentence.start + _SUBJECT)
