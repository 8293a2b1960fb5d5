"""The speakers of a project, looked up by any form of their names that a source may use."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

import regex

from onrecord.suggesting.known import KnownSpeaker
from onrecord.suggesting.stems import name_stem

_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}]++(?:['’-]\p{Lu}\p{L}++)*+")
_BLANKS = regex.compile(r"\s+")
_ARTICLE = regex.compile(r"^(?:the|a|an)\s+", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """Speakers that a form may mean, and how that is known."""

    speakers: tuple[KnownSpeaker, ...]
    reason: str


class Roster:
    """The speakers of a project."""

    def __init__(self, speakers: Iterable[KnownSpeaker]) -> None:
        """Take the speakers; whatever they are called leads to them."""
        self._by_form: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self._by_last: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self._by_stems: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self._firsts: dict[str, set[str]] = defaultdict(set)
        for speaker in speakers:
            for form in dict.fromkeys((speaker.name, *speaker.forms)):
                if speaker not in self._by_form[_fold(form)]:
                    self._by_form[_fold(form)].append(speaker)
                if form[:1].casefold() >= "а":
                    self._by_stems[_stems(form)].append(speaker)
            for name in (speaker.name, *(form for form in speaker.forms if _is_full_name(form))):
                last = name_stem(name.rpartition(" ")[2])
                self._firsts[speaker.key].add(name_stem(name.split(maxsplit=1)[0]))
                if not speaker.is_body and _is_full_name(name) and speaker not in self._by_last[last]:
                    self._by_last[last].append(speaker)
        self._longest = max((len(form.split()) for form in self._by_form), default=0)

    @property
    def last_names(self) -> Container[str]:
        """Give the stems of all last names."""
        return self._by_last

    def find(self, mention: str) -> Match | None:
        """Find whom a mention means: by a form of the name as it stands, or by a name that the mention ends with."""
        if not self._by_form:
            return None
        words = _fold(mention).split()
        for start in range(max(0, len(words) - self._longest), len(words)):
            form = " ".join(words[start:])
            if form in self._by_form and (start == 0 or form[:1].isalpha()):
                is_role = mention.rsplit(maxsplit=1)[-1][:1].islower()
                if start and is_role:
                    continue  # `the former president` is not `president`
                found = tuple(self._by_form[form])
                return Match(
                    found,
                    f"“{mention.strip() if not start else mention.split(maxsplit=start)[start].strip()}” is a form of their name",
                )
        declined = self._by_stems.get(_stems(mention)) if mention[:1].casefold() >= "а" else None
        if declined:
            return Match(tuple(declined), f"“{mention.strip()}” is a form of their name")
        return self._find_by_last(mention)

    def find_named(self, words: str) -> tuple[KnownSpeaker, ...]:
        """Find the speakers whom words name by their last name, in order, where nobody else has it."""
        found = (self._by_last.get(name_stem(match[0]), []) for match in _CAPITALISED.finditer(words))
        return tuple(dict.fromkeys(each[0] for each in found if len(each) == 1))

    def _find_by_last(self, mention: str) -> Match | None:
        words = mention.split()
        found = self._by_last.get(name_stem(words[-1]), []) if words and words[-1][:1].isupper() else []
        if len(words) > 1:
            firsts = {name_stem(word) for word in words[:-1]}
            named = [each for each in found if not firsts.isdisjoint(self._firsts[each.key])]
            others = [word for word in words[:-1] if word[:1].isupper()]
            found = named or ([] if others else found)
        return Match(tuple(found), f"last name of {found[0].name}") if found else None


def _fold(form: str) -> str:
    return _ARTICLE.sub("", _BLANKS.sub(" ", form.strip())).casefold().replace("’", "'").removesuffix("'s")


def _stems(form: str) -> str:
    """Give the stems of a Russian form, which is declined in a text."""
    return " ".join(name_stem(word) for word in form.split())


def _is_full_name(form: str) -> bool:
    words = form.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


NOBODY = Roster(())
"""Of a project that knows no speaker."""
