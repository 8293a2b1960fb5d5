"""What the theme puts around pages, rendered once for pages that differ in nothing that it looks at.

Such pages stand in one folder, outside the navigation, with tables of contents of one shape. A template is rendered
with marks in the places of what is a page's own: its content, title, description and addresses, and the words of its
table of contents. The pages of the shell are that text with their own parts put in.

That is only right where the template prints the parts and does nothing else with them. A mark refuses everything else
that is done to a text, and a page with marks has nothing that is not known. The first two pages of a shell are
rendered as well as filled in and have to be equal; and a page of whose parts any holds more than plain words is
always rendered, for a filter may change it. So whatever a template does, the bytes are those of rendering.
"""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import jinja2
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

_MARK = "xonrecordpart"
_END = "aZжЯé 9-–—.,:;()…’“”„«»/#?!=+%¶§x"
"""Of a mark: one of everything that a plain part may hold, so that a filter that would change a part breaks the mark."""
_PLACE = re.compile(rf"{_MARK}(\d+){re.escape(_END)}")
_PLAIN = re.compile(r"(?:[^\W_]|[-–—.,:;()…’“”„«»/#?!=+%¶§ ])*")
"""Texts that no filter has anything to do with: nothing of HTML, and no blanks that could be joined."""
_PROVEN = 2
"""How many pages of a shell are rendered too."""
_SAME = frozenset(
    {
        "active", "ancestors", "children", "is_homepage", "is_index", "is_link", "is_page", "is_section", "is_top_level",
        "next_page", "parent", "previous_page", "url",
    }
)  # fmt: skip
"""What is the same for all pages of a shell, or the same to whoever makes links relative to them."""


class RefusedError(Exception):
    """A template does with a part of a page what only the page itself can answer."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether a part holds a text, which a template has asked: for other pages of the shell the answer has to be the same."""

    part: int
    text: str
    is_held: bool


class _Part(str):
    """A mark for a part: it can be printed, is true, and says what it holds."""

    __slots__ = ("asked", "number", "stands_for")

    number: int
    stands_for: str
    asked: list[_Asked]

    def __bool__(self) -> bool:
        return True

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str):
            raise RefusedError
        is_held = text in self.stands_for
        self.asked.append(_Asked(self.number, text, is_held))
        return is_held


def _refuse(*_: object, **__: object) -> NoReturn:
    raise RefusedError


_COMPARING = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"}
for _name in (set(dir(str)) - set(dir(object)) - {"__contains__"}) | _COMPARING:
    setattr(_Part, _name, _refuse)


class _Stand:
    """A page with marks, which answers what is the same for all pages of its shell, and nothing else."""

    def __init__(self, page: Page, parts: Mapping[str, str | None], meta: dict[str, Any], toc: TableOfContents) -> None:
        self._page = page
        self._known = {**parts, "meta": meta, "toc": toc}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the page has
        if name in self._known:
            return self._known[name]
        if name in _SAME or not hasattr(self._page, name):
            return getattr(self._page, name)
        raise RefusedError

    __eq__ = _refuse
    __hash__ = _refuse


class _Shell:
    """One template around the pages of one kind."""

    def __init__(self) -> None:
        self.pieces: list[str] | None = None
        self.asked: list[_Asked] = []
        self.proven = 0
        self.is_refused = False


class ShelledEnvironment:
    """Stands for the theme's environment where pages are made, and gives its templates so that they are rendered once."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """Take the theme's environment."""
        self._environment = environment
        self._shells: dict[Hashable, _Shell] = {}

    def get_template(self, name: str) -> "_Shelled":
        """Give a template by its name."""
        return _Shelled(self._environment.get_template(name), name, self._shells)


class _Shelled:
    """A template around pages."""

    def __init__(self, template: jinja2.Template, name: str, shells: dict[Hashable, _Shell]) -> None:
        self._template = template
        self._name = name
        self._shells = shells

    def render(self, context: Mapping[str, Any]) -> str:
        """Render a page, or put its parts into its shell."""
        page = context["page"]
        parts = _parts_of(page)
        if not _is_fit(page, parts):
            return self._template.render(context)
        shell = self._shells.setdefault((self._name, context["base_url"], *_kind_of(page)), _Shell())
        if shell.is_refused:
            return self._template.render(context)
        if shell.pieces is None:
            shell.pieces = self._pieces(context, shell.asked)
        if any((each.text in parts[each.part]) != each.is_held for each in shell.asked):
            return self._template.render(context)
        if shell.proven >= _PROVEN and shell.pieces is not None:
            return _fill(shell.pieces, parts)
        rendered = self._template.render(context)
        shell.is_refused = shell.pieces is None or _fill(shell.pieces, parts) != rendered
        shell.proven += 1
        return rendered

    def _pieces(self, context: Mapping[str, Any], asked: list[_Asked]) -> list[str] | None:
        """Render with marks, and note what is asked of them; none where the template refuses them."""
        try:
            return _PLACE.split(self._template.render({**context, "page": _stand_for(context["page"], asked)}))
        except RefusedError:
            return None


def _fill(pieces: list[str], parts: list[str]) -> str:
    filled = list(pieces)
    filled[1::2] = [parts[int(number)] for number in pieces[1::2]]
    return "".join(filled)


_OWN = ("content", "canonical_url", "abs_url", "edit_url", "title")
_TOLD = ("title", "description")


def _parts_of(page: Page) -> list[str]:
    """List the parts of a page: of itself, of what it says of itself, and of its table of contents."""
    own = [getattr(page, name) or "" for name in _OWN]
    told = [str(page.meta.get(name, "")) for name in _TOLD]
    return [*map(str, own), *told, *(part for item in _flat(page.toc) for part in (item.title, item.id))]


def _is_fit(page: Page, parts: list[str]) -> bool:
    is_outside = page.file.inclusion.is_not_in_nav() and page.previous_page is None and page.next_page is None
    return is_outside and page.parent is None and all(_is_plain(part) for part in parts[1:])


def _is_plain(part: str) -> bool:
    return _PLAIN.fullmatch(part) is not None and part == " ".join(part.split())


def _kind_of(page: Page) -> tuple[Hashable, ...]:
    """Say in what pages of one shell are the same."""
    folder, _, _ = page.url.rstrip("/").rpartition("/")
    has = tuple(bool(getattr(page, name)) for name in _OWN)
    meta = repr([(name, bool(value) if name in _TOLD else value) for name, value in page.meta.items()])
    return folder, page.url.endswith("/"), page.is_homepage, has, meta, _shape(page.toc)


def _shape(items: Any) -> tuple[Hashable, ...]:  # noqa: ANN401  a table of contents, or a list within it
    return tuple((item.level, bool(item.title), bool(item.id), _shape(item.children)) for item in items)


def _flat(items: Any) -> list[AnchorLink]:  # noqa: ANN401  the same
    return [each for item in items for each in (item, *_flat(item.children))]


def _stand_for(page: Page, asked: list[_Asked]) -> _Stand:
    """Make a page with marks, counted as the parts are."""
    count = iter(range(1_000_000))

    def mark(value: object) -> Any:  # noqa: ANN401  nothing stays what it is
        number = next(count)
        if not value:
            return value
        part = _Part(f"{_MARK}{number}{_END}")
        part.number, part.stands_for, part.asked = number, str(value), asked
        return part

    own = {name: mark(getattr(page, name)) for name in _OWN}
    marked = {name: mark(page.meta.get(name)) for name in _TOLD}
    meta = {name: marked.get(name, value) for name, value in page.meta.items()}

    def items(real: Any) -> list[AnchorLink]:  # noqa: ANN401  a table of contents, or a list within it
        return [item(each) for each in real]

    def item(real: AnchorLink) -> AnchorLink:
        made = AnchorLink(mark(real.title), mark(real.id), real.level)
        made.children = items(real.children)
        return made

    return _Stand(page, own, meta, TableOfContents(items(page.toc)))
