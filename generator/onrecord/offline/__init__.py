"""What makes of a built site a bundle that opens from files in a room without a network, and that can be verified.

The site was built by an engine. Put in are search, the stored words of each source, and a manifest; taken out is what
only a server needs.
"""

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from onrecord import urls
from onrecord.manifest import MANIFEST, write_manifest
from onrecord.model import Dossier
from onrecord.offline.built_pages import BuiltPage, insert, read_page
from onrecord.pages.wording import Wording
from onrecord.render import render_search, search_files
from onrecord.search import Entry, passage_entries, write_index
from onrecord.stored_form import restore

__all__ = ["finish_bundle"]

_SERVED = ("404.html", "sitemap.xml*", "search", "assets/javascripts/lunr", "assets/javascripts/workers", "**/*.map")
"""What only a server, the theme's own search or a developer of the theme needs."""
_SCRIPTS = "assets/onrecord"
_INDEX = f"{_SCRIPTS}/search"


def finish_bundle(folder: Path, dossier: Dossier, say: Wording) -> tuple[str, ...]:
    """Make the built site in a folder a bundle; give a sentence for each thing that a page would ask another host for."""
    for pattern in _SERVED:
        for path in list(folder.glob(pattern)):
            _remove(path)
    pages = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    read = {name: read_page(path.read_text(encoding="utf-8")) for name, path in pages.items()}
    for name, path in pages.items():
        if read[name].has_article:
            _put_search(name, path, say)
    records = (*passage_entries(dossier, say), *_page_records(read))
    for name, script in write_index(records, _url_of).items():
        _write(folder / _INDEX / name, script.encode())
    for name, content in search_files().items():
        _write(folder / name, content)
    for source in dossier.sources:
        _write(folder / urls.stored_words(source.key), restore(source.text, source.form))
    _write(folder / MANIFEST, write_manifest(_hashes(folder)).encode())
    return tuple(f"{name} would load {url}, which it cannot" for name, page in read.items() for url in page.asks)


def _put_search(name: str, path: Path, say: Wording) -> None:
    root = "../" * name.count("/")
    style = f'<link rel="stylesheet" href="{root}{_SCRIPTS}/offline_search.css">'
    script = f'<script src="{root}{_SCRIPTS}/offline_search.js"></script>'
    html = path.read_text(encoding="utf-8")
    path.write_text(insert(html, style, render_search(say) + script), encoding="utf-8", newline="")


def _page_records(pages: dict[str, BuiltPage]) -> Iterator[Entry]:
    for name, page in pages.items():
        if page.has_article:
            yield Entry(address=name, kind="page", title=page.title, text=page.text)


def _url_of(address: str) -> str:
    return urls.relative_url(address, urls.HOME, use_directory_urls=False)


def _hashes(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
