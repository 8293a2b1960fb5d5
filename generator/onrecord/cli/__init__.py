"""The command `onrecord`: the only place that prints, and that ends the process.

Exit status: 0 clean, 1 the author's input has problems, 2 the command was misused.
"""

from importlib import import_module
from types import MappingProxyType

import click

from onrecord import __version__

_MODULES = MappingProxyType(
    {
        "new": "starting",
        "add": "documents",
        "refresh": "documents",
        "check": "checking",
        "suggest": "proposals",
        "accept": "proposals",
        "reject": "proposals",
        "build": "building",
        "verify": "proof",
        "serve": "serving",
        "write": "serving",
        "schema": "starting",
        "import": "exchange",
        "export": "exchange",
    }
)
"""The commands in the order in which a newcomer needs them, and where each is: what others need is not loaded."""


class _Commands(click.Group):
    """Loads a command when it is asked for; a folder that cannot be read or written is a misuse."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx  # all contexts know the same commands
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx  # the same
        if cmd_name not in _MODULES:
            return None
        command = getattr(
            import_module(f"{__name__}.{_MODULES[cmd_name]}"), "import_" if cmd_name == "import" else cmd_name
        )
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (FileExistsError, NotADirectoryError, PermissionError) as fault:
            raise click.UsageError(
                f"{fault.filename} cannot be written: {fault.strerror}. Move what is in the way, or allow writing there"
            ) from fault


@click.group(cls=_Commands, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, "-V", "--version", prog_name="onrecord")
def main() -> None:
    """Turn annotated sources into briefings in which every quoted word is proven.

    A project is a folder with mkdocs.yml and content/. Begin with `onrecord new my-dossier`, look at it with
    `onrecord serve`, and let `onrecord check` prove every quote against its source.

    Exit status: 0 all is well, 1 the content has problems, 2 the command was not understood or could not run.
    """
