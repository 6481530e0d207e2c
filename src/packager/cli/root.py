"""Which folder a command works on: `--root DIR`, before or after the command, or the nearest one upwards."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from packager.source.files import nearest_root

COMMANDS = (
    "check",
    "build",
    "watch",
    "site",
    "explain",
    "schema",
    "new",
    "words",
    "leads",
    "gaps",
    "recall",
    "keys",
    "licence",
    "bundle",
    "verify",
    "changes",
)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def root_option() -> click.Option:
    """The option `--root DIR`."""
    text = "The folder that holds curriculum/ and units/ (default: the nearest one upwards)."
    return click.Option(["--root"], type=_FOLDER, help=text, metavar="DIR", expose_value=False, callback=_keep)


class RootGroup(click.Group):
    """A group whose commands are imported only when they are called, each with `--root`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(root_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from the file of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"packager.cli.{cmd_name}"), cmd_name)
        for each in [command, *getattr(command, "commands", {}).values()]:
            if not any(parameter.name == "root" for parameter in each.params):
                each.params.append(root_option())
        return command


def current_root(ctx: click.Context) -> Path:
    """The root that was asked for, or the nearest one upwards; a usage error where there is none."""
    asked = ctx.find_root().meta.get("packager.root")
    if asked is not None:
        if not (asked / "curriculum").is_dir():
            raise click.UsageError(f"`{asked}` holds no folder `curriculum`")
        return Path(asked)
    found = nearest_root(Path.cwd())
    if found is None:
        raise click.UsageError("no folder here or above holds curriculum/ and units/; name one with --root DIR")
    return found


def _keep(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.find_root().meta["packager.root"] = value
