"""The project's `mkdocs.yml`, carried over to a folder that other engines build.

It is changed as a tree of YAML nodes and never evaluated, so tags that only an engine understands (`!ENV`,
`!!python/name:`) stay as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml
from pathspec import GitIgnoreSpec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from onrecord.clashes import MARKDOWN, OPENING
from onrecord.navigation import plan_navigation
from onrecord.site import Site, source_path
from onrecord.urls import HOME
from onrecord.writing.folder import RefusedError

_DROPPED = ("docs_dir", "edit_uri", "edit_uri_template", "hooks", "site_dir", "use_directory_urls", "watch")
"""Settings that name places of the project or run its Python."""
_STRING = "tag:yaml.org,2002:str"
_ALWAYS_LEFT_OUT = (".*", "/templates/")
"""As MkDocs does; `exclude_docs` may take a file in again."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says, each setting as a YAML node."""

    nodes: Mapping[str, Node]

    @property
    def docs_dir(self) -> str:
        """The folder of hand-written pages, relative to `mkdocs.yml`."""
        return _text(self.nodes.get("docs_dir")) or "docs"

    @property
    def theme_dir(self) -> str | None:
        """The folder of the author's own templates, if there is one."""
        theme = self.nodes.get("theme")
        return _text(_entries(theme).get("custom_dir")) if isinstance(theme, MappingNode) else None

    @property
    def site_url(self) -> str:
        """The web address of the site, with `/` at its end; empty where it is not given, or only an engine can tell."""
        node = self.nodes.get("site_url")
        address = _text(node) if node is not None and node.tag == _STRING else None
        return f"{address.rstrip('/')}/" if address else ""

    @property
    def language(self) -> str:
        """The language of the site's own words; empty where it is not given, or only an engine can tell."""
        theme = self.nodes.get("theme")
        entries = _entries(theme) if isinstance(theme, MappingNode) else {}
        nodes = (entries.get(name) for name in ("language", "locale"))
        return next((str(each.value) for each in nodes if each is not None and each.tag == _STRING), "")

    def left_out(self, *names: str) -> GitIgnoreSpec:
        """Give the files of the docs folder that these settings, patterns as in `.gitignore`, leave out."""
        lines = ((_text(self.nodes.get(name)) or "").splitlines() for name in names)
        return GitIgnoreSpec.from_lines([*_ALWAYS_LEFT_OUT, *(line for some in lines for line in some)])


def read_settings(project: Path) -> Settings:
    """Read the project's `mkdocs.yml`; RefusedError where it is missing, broken, or only part of the settings."""
    path = project / "mkdocs.yml"
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RefusedError(f"{path} is not YAML: {error}") from error
    if not isinstance(root, MappingNode):
        raise RefusedError(f"{path} is not a map of settings")
    if "INHERIT" in _entries(root):
        raise RefusedError(f"{path} inherits settings from another file, which cannot be carried over")
    return Settings(_entries(root))


def adapt_settings(settings: Settings, site: Site, hand_written: tuple[str, ...]) -> str:
    """Write the `mkdocs.yml` of the new folder: without our plugin and Python hooks, with what our pages need."""
    kept = {key: node for key, node in settings.nodes.items() if key not in _DROPPED}
    styles, scripts = list(site.styles), list(site.scripts)
    changed = {
        "docs_dir": _node("docs"),
        "edit_uri": _node(""),
        "plugins": _without(kept.get("plugins") or _node(["search"]), "onrecord"),
        "extra_css": _merged(_node(styles), kept.get("extra_css")),
        **({"extra_javascript": _merged(_node(scripts), kept.get("extra_javascript"))} if scripts else {}),
        "markdown_extensions": _with(kept.get("markdown_extensions"), "attr_list"),
        "not_in_nav": _lines(*(_text(kept.get("not_in_nav")) or "").splitlines(), *_detail_patterns(site)),
    }
    nav = kept.get("nav") or _node(_navigation(settings, site, hand_written))
    entries = [(ScalarNode(_STRING, key), node) for key, node in (kept | changed | {"nav": nav}).items()]
    root = MappingNode("tag:yaml.org,2002:map", entries, flow_style=False)
    return yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True)


def _navigation(settings: Settings, site: Site, hand_written: tuple[str, ...]) -> object:
    left_out = settings.left_out("exclude_docs", "draft_docs", "not_in_nav")
    has_home = any(page.address == HOME for page in site.pages)
    listed = tuple(
        path
        for path in hand_written
        if path.endswith(MARKDOWN) and not left_out.match_file(path) and not (has_home and path == OPENING)
    )
    options = _plugin_options(settings.nodes.get("plugins"))
    return plan_navigation(
        site.pages,
        listed,
        home_label=_text(options.get("home_label")) or site.say.HOME,
        about_label=_text(options.get("about_label")) or site.say.ABOUT,
    )


def _detail_patterns(site: Site) -> tuple[str, ...]:
    """Name the pages that the navigation leaves out, as patterns of `.gitignore`."""
    details = (page.address for page in site.pages if not page.is_hub and page.address != HOME)
    folders = dict.fromkeys(PurePosixPath(source_path(address)).parent.parent for address in details)
    return tuple(f"/{folder / '*' / 'index.md'}" for folder in folders)


def _plugin_options(plugins: Node | None) -> Mapping[str, Node]:
    found = [_entries(each).get("onrecord") for each in _listed(plugins) if isinstance(each, MappingNode)]
    return next((_entries(each) for each in found if isinstance(each, MappingNode)), {})


def _without(node: Node, name: str) -> Node:
    """Leave one plugin out of a list or a map of plugins."""
    if isinstance(node, MappingNode):
        return MappingNode(node.tag, [(key, value) for key, value in node.value if key.value != name])
    return SequenceNode(node.tag, [each for each in _listed(node) if _name(each) != name])


def _with(node: Node | None, name: str) -> Node:
    """Add one Markdown extension to a list or a map of extensions."""
    if isinstance(node, MappingNode):
        is_there = name in _entries(node)
        return node if is_there else MappingNode(node.tag, [*node.value, (_node(name), _node(None))])
    names = [_name(each) for each in _listed(node)]
    return _merged(node, None if name in names else _node([name]))


def _merged(first: Node | None, second: Node | None) -> Node:
    return SequenceNode("tag:yaml.org,2002:seq", [*_listed(first), *_listed(second)])


def _listed(node: Node | None) -> list[Node]:
    """Give the items of a list; a map counts as a list of maps of one entry."""
    if isinstance(node, MappingNode):
        return [MappingNode(node.tag, [entry]) for entry in node.value]
    return list(node.value) if isinstance(node, SequenceNode) else []


def _name(node: Node) -> str | None:
    return next(iter(_entries(node)), None) if isinstance(node, MappingNode) else _text(node)


def _entries(node: MappingNode) -> dict[str, Node]:
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _text(node: Node | None) -> str | None:
    return str(node.value) if isinstance(node, ScalarNode) else None


def _lines(*lines: str) -> Node:
    return ScalarNode(_STRING, "".join(f"{line}\n" for line in lines), style="|")


def _node(value: object) -> Node:
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True), Loader=yaml.SafeLoader)
    if node is None:
        raise TypeError(value)
    return node
