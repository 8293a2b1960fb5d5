"""Whether the site's own words are in the language that its author expects."""

from onrecord.languages import ENGLISH, find_language, known_languages
from onrecord.locations import Location, TextFile
from onrecord.problems import THEME_LANGUAGE, UNKNOWN_LANGUAGE, Problem
from onrecord.site import Site
from onrecord.urls import Publication

SETTINGS = "mkdocs.yml"
_OF_THEME = ENGLISH.tag
"""The language of a theme whose settings name none."""


def check_language(site: Site, publication: Publication, settings: str = SETTINGS) -> tuple[Problem, ...]:
    """Warn where the site's own words are not in the language that is asked for, or the theme's are in another one.

    `settings` is the path of `mkdocs.yml` as the author knows it.
    """
    wanted = publication.language or site.language or _OF_THEME
    language = find_language(wanted)
    if language is None:
        return (_unknown(wanted, settings, is_in_settings=bool(publication.language)),)
    if not publication.language and language.tag != _OF_THEME:
        return (_differing(site.language, settings),)
    return ()


def _unknown(wanted: str, settings: str, *, is_in_settings: bool) -> Problem:
    known = ", ".join(f"`{each}`" for each in known_languages())
    what = f"`theme.language` is `{wanted}`" if is_in_settings else f"the briefings are in `{wanted}`"
    return Problem(
        kind=UNKNOWN_LANGUAGE,
        location=Location(TextFile(settings, ""), 0, 0),
        message=f"{what}, but the site’s own words are not known in it, so they are in English",
        notes=(f"they are known in {known}",),
        hint="name one of these as `language` below `theme`",
    )


def _differing(language: str, settings: str) -> Problem:
    return Problem(
        kind=THEME_LANGUAGE,
        location=Location(TextFile(settings, ""), 0, 0),
        message=f"the briefings are in `{language}`, but the words of the theme are in `{_OF_THEME}`",
        hint=f"write `language: {language}` below `theme`, or the language that the site’s own words are to be in",
    )
