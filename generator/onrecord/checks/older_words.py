"""Every citation by the key of a source is of words that the source still has."""

from collections.abc import Iterator

from onrecord.locations import Location
from onrecord.model import Briefing, Citation, Dossier
from onrecord.problems import OLDER_WORDS, Problem


def check_older_words(dossier: Dossier) -> Iterator[Problem]:
    """Warn of citations that lead to an earlier version of their source, unless they name that version themselves."""
    for briefing in dossier.briefings:
        for citation in briefing.citations:
            if citation.passage.source.version_of and not _names_version(briefing, citation):
                yield _problem(briefing, citation)


def _names_version(briefing: Briefing, citation: Citation) -> bool:
    span = citation.span
    return citation.passage.source.key in briefing.location.file.text[span.start : span.end]


def _problem(briefing: Briefing, citation: Citation) -> Problem:
    passage, source = citation.passage, citation.passage.source
    until = f" until {source.replaced}" if source.replaced else ""
    return Problem(
        kind=OLDER_WORDS,
        location=Location(briefing.location.file, citation.span.start, citation.span.end),
        message=f"`{source.version_of}` has no passage `{passage.key}` any more: its words were these{until}",
        notes=(f"the earlier words are in {source.path}",),
        hint=f"quote what {source.version_of}.txt says now, or cite the earlier words by `{passage.address}`",
    )
