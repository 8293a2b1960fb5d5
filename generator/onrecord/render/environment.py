"""The Jinja environment: templates beside this module, every value escaped, no name left undefined."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from onrecord.pages.wording import Wording
from onrecord.render.escaping import escape_words
from onrecord.render.marks import name_filters
from onrecord.rendered import HtmlBlock

_MARGIN = re.compile(r"\n[ \t\n]+")
"""A blank line, or the blanks that a line begins with; those of words are escaped or within a line."""


def render_block(say: Wording, template: str, searched: str | None = None, **values: object) -> HtmlBlock:
    """Fill a template in, `say` giving the interface's words; the block has no blank line and no indentation."""
    return HtmlBlock(fill(say, template, **values), searched)


def fill(say: Wording, template: str, **values: object) -> str:
    """Fill a template in and give its HTML."""
    html = _environment(say).get_template(f"{template}.html").render(**values)
    return _MARGIN.sub("\n", html).strip()


def fill_page(say: Wording, template: str, **values: object) -> str:
    """Fill in a template that is a whole file; its blanks stay, for it goes through no Markdown."""
    return _environment(say).get_template(f"{template}.html").render(**values)


class _Direct(CodeGenerator):
    """Writes templates as the code that they mean, less what only strange templates need: these are our own.

    What is printed goes to `finalize` alone, which escapes all of it; `a.b` is an attribute and never an item; `f(a)` is
    a plain call. Together that takes a fifth of the time.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's own
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802  the same
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401  Jinja's own
        if finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401  the same
        if finalize.src is None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class _Environment(jinja2.Environment):
    code_generator_class = _Direct

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  Jinja's own
        super().__init__(**options)
        self._loaded: dict[Any, jinja2.Template] = {}

    def get_template(self, name: Any, *more: Any, **named: Any) -> jinja2.Template:  # noqa: ANN401  Jinja's own
        """Give a template, found at once where it was asked for before: each card of a page asks for some."""
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, *more, **named)
        return found


def load_templates(say: Wording) -> None:
    """Load every template, so that processes that are forked from this one have them ready."""
    environment = _environment(say)
    for each in (files(__package__) / "templates").iterdir():
        if each.name.endswith(".html"):
            environment.get_template(each.name)


@cache
def _environment(say: Wording) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.FunctionLoader(_read_template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=escape_words,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    environment.filters.update(name_filters(say))
    return environment


def _read_template(name: str) -> str | None:
    file = files(__package__) / "templates" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None
