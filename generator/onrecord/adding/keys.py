"""The key of a source that is added: the one that was asked for, or one made of the name of its file."""

from pathlib import Path

from slugify import slugify

from onrecord.adding.extracted import CannotAddError
from onrecord.forms import KEY
from onrecord.problems import BAD_KEY, shorten

_LONGEST = 40


def propose_key(name: str) -> str:
    """Make a key of the name of a file, in Latin letters: `Отчёт 2024.pdf` becomes `otchet-2024`."""
    slug = slugify(Path(name).stem, max_length=_LONGEST, word_boundary=True)
    return slug if KEY.admits(slug) else f"source-{slug}".rstrip("-")


def check_key(key: str) -> None:
    """Refuse what is no key; raises `CannotAddError` (V105)."""
    if not KEY.admits(key):
        raise CannotAddError(BAD_KEY, f"`{shorten(key)}` is not a key", KEY.hint)
