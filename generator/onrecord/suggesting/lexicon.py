"""What the rules of attribution know of a language: its words of saying, its pronouns, titles and little words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import regex

from onrecord.suggesting.dating import Dating
from onrecord.suggesting.stems import name_stem

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Form(NamedTuple):
    """A form of a verb in a text."""

    key: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The vocabulary of one language; all words in lower case."""

    tag: str
    sayings: frozenset[str]
    """Forms of verbs of saying that can stand beside a quotation."""
    callings: frozenset[str]
    """Forms of verbs that take words in quotation marks as their object: `called`, `dubbed`."""
    according: str
    """A pattern of what stands before a speaker without a verb: `according to`."""
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    first_person: frozenset[str]
    """`I` and `we`."""
    subjects: frozenset[str]
    """Pronouns that are subjects: `she`, not `her`."""
    possessives: Mapping[str, str]
    """Words such as `his`, and the pronoun that they belong to."""
    titles: frozenset[str]
    """Words before a name that are no part of it: `President`, `Mr`."""
    men: frozenset[str]
    """Titles and first names of men,"""
    women: frozenset[str]
    """and of women."""
    peoples: frozenset[str]
    """Names of peoples, which have a capital letter in some languages: `Canadian`."""
    bodies: frozenset[str]
    """Last words of the names of bodies: `Committee`."""
    persons: frozenset[str]
    """Nouns for people: `spokesman`, `minister`."""
    anonymous: frozenset[str]
    """Those of them that do not say who is meant: `the father`."""
    bodies_nouns: frozenset[str]
    """Nouns for bodies: `ministry`."""
    documents: frozenset[str]
    """Nouns for what says something and is no person: `report`."""
    letters: frozenset[str]
    """Those of them that somebody sends, whom they then mean: `message`."""
    authored: frozenset[str]
    """Prepositions between what is written and who wrote it: `by`."""
    works: frozenset[str]
    """Nouns for what has a title, which stands in quotation marks right behind them: `book`."""
    boundaries: frozenset[str]
    """Words at which a noun phrase ends, read backwards."""
    relatives: frozenset[str]
    """Pronouns of relative clauses: `who`."""
    joining: frozenset[str]
    """Words that join two verbs of one subject: `and`."""
    prepositions: frozenset[str]
    """Words that join two noun phrases to one, or begin an adverbial."""
    openers: frozenset[str]
    """Prepositions and conjunctions that begin what stands before a subject: `In an interview,`."""
    adverbs: frozenset[str]
    """Words that stand between a subject and its verb."""
    enders: frozenset[str]
    """Words at which a noun phrase behind its verb ends."""
    determiners: frozenset[str]
    pointing: frozenset[str]
    """Determiners that point at somebody known: `the`."""
    days: frozenset[str]
    """Days and months, which are written like names in some languages."""
    abbreviations: str
    """A pattern of words that a full stop does not end a sentence behind."""
    weaks: frozenset[str]
    """Forms of verbs that often stand within what somebody says: `she thought`."""
    has_articles: bool
    """Whether a noun for somebody known has an article or a pronoun before it."""
    is_interrupting: bool
    """Whether a quotation is interrupted without closing its marks."""
    within: frozenset[str]
    """Prepositions before the body that speaks, where a verb has no subject: `сообщили в министерстве`."""
    loose: frozenset[str]
    """Forms that say something only beside a quotation: `continued`."""
    plain: frozenset[str]
    """Forms that are nouns as well, or follow `to`: verbs only behind a plural."""
    before_plain: frozenset[str]
    """Words behind which they are verbs: `they`, `would`."""
    before_nouns: frozenset[str]
    """Words behind which nothing is a verb: `the`."""
    participle: str
    """How a participle ends that has its subject from another verb: `saying`."""
    infinitive: frozenset[str]
    """The word before an infinitive, which tells a quotation only right before it: `liked to say:`."""
    own_source: str
    """A pattern of a source that is named by a possessive: `in his view`; the group `own` is the possessive."""
    passives: frozenset[str]
    """Forms before a participle that make it a passive, of which the subject says nothing: `was told`."""
    auxiliaries: frozenset[str]
    """Forms before a participle that make it a verb of its own: `is saying`."""
    dating: Dating
    """Dates, and verbs of what happens on them."""
    particles: frozenset[str] = field(default=frozenset())
    """Small words within names: `von`."""

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Give all pronouns of the third person."""
        return self.he | self.she | self.they | self.it

    def gender_of(self, pronoun: str) -> str:
        """Give what a pronoun or possessive says of whom it means: `he`, `she`, `they` or `it`."""
        if pronoun in self.possessives and pronoun not in self.she:
            return self.possessives[pronoun]
        kinds = (("he", self.he), ("she", self.she), ("they", self.they))
        return next((kind for kind, words in kinds if pronoun in words), "it")

    @cached_property
    def all_pronouns(self) -> frozenset[str]:
        """Give all personal pronouns."""
        return self.pronouns | self.first_person

    @cached_property
    def leading(self) -> frozenset[str]:
        """Give what a clause may begin with besides a name."""
        return self.all_pronouns | self.determiners

    @cached_property
    def breaks(self) -> frozenset[str]:
        """Give the words that a noun phrase without its attributes ends before."""
        return self.boundaries | self.prepositions

    @cached_property
    def adverbials(self) -> frozenset[str]:
        """Give the words that begin what is no subject."""
        return self.openers | self.prepositions

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """Give the words that begin a clause or phrase beside the main one."""
        return self.openers - self.joining

    @cached_property
    def asides(self) -> frozenset[str]:
        """Give the words that begin what stands beside a name and is none."""
        return self.relatives | self.prepositions

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Give the words that may have a capital letter and are no name."""
        return self.determiners | self.openers | self.pronouns | self.days

    @cached_property
    def no_strangers(self) -> frozenset[str]:
        """Give the words that begin a clause with a capital letter and are nobody's name."""
        return (
            self.no_names
            | self.all_pronouns
            | self.persons
            | self.bodies
            | self.boundaries
            | self.adverbs
            | self.peoples
        )

    @cached_property
    def no_subjects(self) -> frozenset[str]:
        """Give the words that a subject behind its verb does not begin with."""
        return (self.enders | self.prepositions) - self.determiners

    @cached_property
    def new_subjects(self) -> frozenset[str]:
        """Give the words behind `and` that begin another clause."""
        return self.pronouns | self.determiners | self.adverbs

    @cached_property
    def lead_ins(self) -> frozenset[str]:
        """Give the words that may stand before the subject of a clause."""
        return self.joining | self.adverbs

    @cached_property
    def tag_ends(self) -> frozenset[str]:
        """Give the words behind which `he said` has ended."""
        return self.prepositions | self.enders

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Give the first names."""
        return (self.men | self.women) - self.titles

    @cached_property
    def women_stems(self) -> frozenset[str]:
        """Give the first names of women as they are in all cases, where a language has cases."""
        return frozenset() if self.has_articles else frozenset(map(name_stem, self.women))

    @cached_property
    def men_stems(self) -> frozenset[str]:
        """Give those of men, less what is both: `Александр`, `Александра`."""
        return frozenset() if self.has_articles else frozenset(map(name_stem, self.men)) - self.women_stems

    @cached_property
    def before_names(self) -> frozenset[str]:
        """Give the words that may stand before a name with a capital letter and are no part of it."""
        return self.titles | self.determiners | self.openers | self.boundaries | self.adverbs

    @cached_property
    def _verbs(self) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
        """Give the words of saying, and the first words of those that are several words."""
        several: dict[str, tuple[str, ...]] = {}
        for each in sorted(self.sayings | self.callings):
            first, blank, _ = each.partition(" ")
            if blank:
                several[first] = (*several.get(first, ()), each)
        return self.sayings | self.callings, several

    def find_verbs(self, words: str) -> list[Form]:
        """Find the words of saying in a text, in order."""
        single, several = self._verbs
        found: list[Form] = []
        for match in _WORD.finditer(words):
            key = match[0].casefold()
            if key in several:
                start = match.start()
                long = next(
                    (each for each in several[key] if words[start : start + len(each)].casefold() == each), None
                )
                if long is not None:
                    found.append(Form(long, match[0], start, start + len(long)))
                    continue
            if key in single:
                found.append(Form(key, match[0], match.start(), match.end()))
        return found

    @cached_property
    def without_verb(self) -> regex.Pattern[str]:
        """Compile what stands before a speaker without a verb."""
        return regex.compile(rf"\b(?:{self.according})\s++", regex.IGNORECASE)

    @cached_property
    def by_possessive(self) -> regex.Pattern[str]:
        """Compile a source that is named by a possessive."""
        return regex.compile(rf"\b(?:{self.own_source})\b", regex.IGNORECASE)


def list_words(text: str) -> frozenset[str]:
    """Give the words of a text that blanks divide; `_` stands for a blank within one."""
    return frozenset(word.replace("_", " ") for word in text.split())
