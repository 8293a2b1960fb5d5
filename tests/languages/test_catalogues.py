"""Every catalogue has each of the interface's words, and nothing else."""

import re
from importlib.resources import files

import pytest
from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from onrecord import languages
from onrecord.languages import known_languages
from onrecord.pages.translating import Message as Word
from onrecord.pages.translating import messages

TAGS = tuple(tag for tag in known_languages() if tag != "en")
WORDS = {word.context: word for word in messages()}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def read(tag: str) -> Catalog:
    with (files(languages) / f"{tag}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


CATALOGUES = {tag: read(tag) for tag in TAGS}
ENTRIES = [(tag, entry) for tag, catalogue in CATALOGUES.items() for entry in catalogue if entry.id]


def path_of(tag: str) -> str:
    return f"generator/onrecord/languages/{tag}.po"


def word_of(entry: Message) -> Word:
    english, plural = entry.id if isinstance(entry.id, tuple) else (entry.id, "")
    return Word(str(entry.context), str(english), plural)


def forms_of(entry: Message) -> tuple[str, ...]:
    return tuple(map(str, entry.string if isinstance(entry.string, tuple) else (entry.string,)))


def test_no_two_words_have_one_context() -> None:
    assert len(WORDS) == len(tuple(messages()))


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_has_the_words_of_the_interface_and_no_others(tag: str) -> None:
    found = {word_of(entry) for entry in CATALOGUES[tag] if entry.id}
    missing = [word for word in WORDS.values() if word not in found]
    stale = sorted(word.context for word in found - set(WORDS.values()))
    entries = "\n\n".join(as_entry(word, CATALOGUES[tag].num_plurals) for word in missing)
    assert not missing, f"add to {path_of(tag)}, and translate:\n\n{entries}"
    assert not stale, f"take out of {path_of(tag)}, or mend its msgid: {', '.join(stale)}"


def as_entry(word: Word, forms: int) -> str:
    """Write the entry that is missing, ready to be pasted and translated."""
    lines = [f'msgctxt "{word.context}"', f'msgid "{word.english}"']
    if not word.plural:
        return "\n".join([*lines, 'msgstr ""'])
    return "\n".join([*lines, f'msgid_plural "{word.plural}"', *(f'msgstr[{number}] ""' for number in range(forms))])


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_is_in_the_order_of_the_words(tag: str) -> None:
    assert [entry.context for entry in CATALOGUES[tag] if entry.id] == list(WORDS)


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_says_its_language_and_chooses_plural_forms_as_the_language_does(tag: str) -> None:
    catalogue = CATALOGUES[tag]
    assert catalogue.locale == Locale.parse(tag, sep="-")
    assert (catalogue.num_plurals, catalogue.plural_expr) == plural_of(Catalog(locale=tag.replace("-", "_")))


def plural_of(catalogue: Catalog) -> tuple[int, str]:
    return catalogue.num_plurals, catalogue.plural_expr


@pytest.mark.parametrize(("tag", "entry"), ENTRIES, ids=[f"{tag}-{entry.context}" for tag, entry in ENTRIES])
def test_an_entry_is_translated_in_every_form_with_the_same_placeholders(tag: str, entry: Message) -> None:
    word, forms = word_of(entry), forms_of(entry)
    assert len(forms) == (CATALOGUES[tag].num_plurals if word.plural else 1)
    assert all(form.strip() for form in forms), f"{word.context} has no translation in {path_of(tag)}"
    assert not entry.fuzzy
    for form in forms:
        assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(word.english))
        assert form.strip() == form
