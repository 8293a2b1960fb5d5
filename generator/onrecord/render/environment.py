"""The Jinja environment: templates beside this module, every value escaped, no name left undefined."""

import re
from functools import cache
from importlib.resources import files

import jinja2

from onrecord.pages import wording
from onrecord.render.escaping import escape_words
from onrecord.rendered import HtmlBlock

_BLANK_LINES = re.compile(r"\n\s*\n")
_MARGIN = re.compile(r"\n[ \t]+")


def render_block(template: str, **values: object) -> HtmlBlock:
    """Fill a template in; the block has no blank line and no indentation."""
    return HtmlBlock(fill(template, **values))


def fill(template: str, **values: object) -> str:
    """Fill a template in and give its HTML."""
    html = _environment().get_template(f"{template}.html").render(**values)
    return _MARGIN.sub("\n", _BLANK_LINES.sub("\n", html)).strip()


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read_template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=escape_words,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = wording
    return environment


def _read_template(name: str) -> str | None:
    file = files(__package__) / "templates" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None
