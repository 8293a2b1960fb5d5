"""What makes of a built site a bundle that opens from files in a room without a network, and that can be verified.

The site was built by an engine, its search with it. Put in are the stored words of each source and a manifest; taken
out is what only a server needs.
"""

import shutil
from hashlib import sha256
from pathlib import Path

from onrecord import urls
from onrecord.manifest import MANIFEST, write_manifest
from onrecord.model import Dossier
from onrecord.offline.built_pages import asked_by, without_other_forms
from onrecord.stored_form import restore

__all__ = ["finish_bundle"]

_SERVED = ("404.html", "sitemap.xml*", "search", "assets/javascripts/lunr", "assets/javascripts/workers", "**/*.map")
"""What only a server, the theme's own search or a developer of the theme needs."""


def finish_bundle(folder: Path, dossier: Dossier) -> tuple[str, ...]:
    """Make the built site in a folder a bundle; give a sentence for each thing that a page would ask another host for."""
    for pattern in _SERVED:
        for path in list(folder.glob(pattern)):
            _remove(path)
    missing = []
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        path.write_text(without_other_forms(html), encoding="utf-8", newline="")
        name = path.relative_to(folder).as_posix()
        missing += [f"{name} would load {url}, which it cannot" for url in asked_by(html)]
    for source in dossier.sources:
        _write(folder / urls.stored_words(source.key), restore(source.text, source.form))
    _write(folder / MANIFEST, write_manifest(_hashes(folder)).encode())
    return tuple(missing)


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
