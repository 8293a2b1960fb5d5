"""All that products are made of, in one hash: files, settings, and the programs that make them.

Only of settings of which it is known what they read. An extension, plugin or hook that nobody knows may read any
file, ask any host or look at the clock; with one of them there is no hash.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.utils import get_build_date

from onrecord.plugin.publication import read_settings_file
from onrecord.plugin.skeletons import is_known_extension
from onrecord.programs import name_programs

_PLUGINS = frozenset({"search", "material/search", "onrecord"})
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.inlinehilite", "pymdownx.blocks.html"})
"""Extensions that are known, and read files or run what the settings name."""
_UNKNOWN = ("INHERIT", "hooks")
"""Settings that name files with anything in them."""
_PROGRAMS = ("material.", "pymdownx.", "markdown.")
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
"""Of a function, which is elsewhere in each run."""


def hash_inputs(project: Path, chosen: Iterable[str]) -> str:
    """Hash what the chosen products of a project are made of; empty where that is not known."""
    return _hash(project, chosen, ("content",), _print_day)


def hash_settings(project: Path) -> str:
    """Hash what is around the generated pages of a project's website; empty where that is not known."""
    return _hash(project, (), (), _may_print_day)


def _hash(
    project: Path, parts: Iterable[str], folders: Iterable[str], is_dated: Callable[[Mapping[str, Any]], bool]
) -> str:
    """Hash settings, parts and the files in folders, and the day of the build where the settings make it show."""
    try:
        settings = read_settings_file(project / "mkdocs.yml")
    except Exception:  # noqa: BLE001  whoever builds with them tells what is wrong with them
        return ""
    if not _is_understood(settings):
        return ""
    told = sha256()
    for part in (
        *parts,
        _ADDRESS.sub("", repr(settings)),
        *((get_build_date(), os.environ.get("SOURCE_DATE_EPOCH", "")) if is_dated(settings) else ()),
        *name_programs(),
    ):
        told.update(part.encode("utf-8", "surrogateescape") + b"\0")
    try:
        for folder in (*(project / each for each in folders), *_own_folders(project, settings)):
            for name, content in _files_in(folder):
                told.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
                told.update(content)
    except OSError:
        return ""
    return told.hexdigest()


def _print_day(_: Mapping[str, Any]) -> bool:
    """Tell that a product shows the day on which it is built: the sitemap does, for pages that are written by hand."""
    return True


def _may_print_day(settings: Mapping[str, Any]) -> bool:
    """Tell whether a template may print the day on which it is built around a page; none of Material's does."""
    theme = settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return name != "material" or bool(isinstance(theme, dict) and theme.get("custom_dir"))


def _is_understood(settings: Mapping[str, Any]) -> bool:
    names = set(_names_in(settings.get("plugins")))
    own = [
        each["onrecord"] for each in _listed(settings.get("plugins")) if isinstance(each, dict) and "onrecord" in each
    ]
    extensions = _names_in(settings.get("markdown_extensions"))
    return (
        not any(settings.get(name) for name in _UNKNOWN)
        and names <= _PLUGINS
        and all((each or {}).get("content", "content") == "content" for each in own)
        and all(map(_is_plain, _values_in(settings)))
        and all(is_known_extension(each) and each not in _READING for each in extensions)
    )


def _names_in(listed: object) -> Iterator[str]:
    """Name what is listed, with options or without."""
    for each in _listed(listed):
        yield from map(str, each if isinstance(each, dict) else (each,))


def _listed(listed: object) -> list[Any]:
    """Give what a setting lists, of the two forms that it may have."""
    if isinstance(listed, dict):
        return [{name: options} for name, options in listed.items()]
    return listed if isinstance(listed, list) else []


def _values_in(value: object) -> Iterator[object]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _values_in(each)
    else:
        yield value


def _is_plain(value: object) -> bool:
    """Tell whether a value says all there is to it, or names a function of a program whose version is known."""
    if value is None or isinstance(value, str | int | float | date):
        return True
    return str(getattr(value, "__module__", "")).startswith(_PROGRAMS)


def _own_folders(project: Path, settings: Mapping[str, Any]) -> Iterator[Path]:
    """Name the folders, beside the content, that pages are made of."""
    theme = settings.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    for name in (settings.get("docs_dir") or "docs", *([own] if own else [])):
        yield project / str(name)


def _files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield str(folder), b""
    for above, names, files in os.walk(folder, followlinks=True):
        names.sort()
        for name in sorted(files):
            path = os.path.join(above, name)  # noqa: PTH118  thousands of them, and a Path takes far longer
            with open(path, "rb") as file:  # noqa: PTH123  the same
                yield path, file.read()
