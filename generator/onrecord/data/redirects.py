"""Pages at the former addresses of sources, which send readers on to where they are now, passage and all."""

from collections.abc import Iterator
from html import escape

from onrecord.model import Dossier, Source
from onrecord.urls import Publication, relative_url, source_address

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<script>location.replace("{way}" + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>
</head>
<body>
<p><a href="{way}">{title}</a></p>
</body>
</html>
"""


def redirect_files(dossier: Dossier, publication: Publication) -> Iterator[tuple[str, str]]:
    """Write a page for each former key of each source, by its path below the site's root."""
    for source in dossier.sources:
        for alias in source.aliases:
            yield f"{source_address(alias)}index.html", _page(source, source_address(alias), publication)


def _page(source: Source, start: str, publication: Publication) -> str:
    """Send on to the source; keys make up the way, so it holds nothing that a script or an attribute would read."""
    address = source_address(source.key)
    return _PAGE.format(
        language=escape(source.language),
        title=escape(source.title),
        canonical=escape(publication.link(address, start)),
        way=relative_url(address, start, use_directory_urls=publication.links_to_folders),
    )
