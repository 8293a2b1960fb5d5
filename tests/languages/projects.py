"""The small invented project in Russian, with a source in Belarusian."""

from functools import cache
from pathlib import Path

from onrecord.build import make_site
from onrecord.site import Site
from onrecord.urls import Publication

MOST = Path(__file__).parent / "projects" / "most"


@cache
def most_in(language: str = "") -> Site:
    """Make its site, in the language of its briefings where none is named."""
    return make_site(MOST, publication=Publication(site_url="https://most.example/", language=language))
