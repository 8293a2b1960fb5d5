"""What the options of `onrecord add` and `onrecord refresh` may be."""

from collections.abc import Callable
from datetime import UTC, datetime

import click

from onrecord.adding.decoding import find_codec
from onrecord.forms import Form


def today() -> str:
    """Give the day it is where the command runs, in ISO form."""
    return datetime.now(UTC).astimezone().date().isoformat()


def check_form(form: Form) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Make the callback of an option whose value is in a form of the records."""

    def check(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
        if value and not form.admits(value):
            raise click.BadParameter(
                f"{value} is not {form.name}: {form.unsound if form.has_shape(value) else form.hint}"
            )
        return value

    return check


def check_encoding(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Check the name of an encoding."""
    if value and not find_codec(value):
        raise click.BadParameter(f"{value} is no encoding that is known; write it as in windows-1251")
    return value
