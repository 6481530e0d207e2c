"""The commands, run by name: what goes wrong in a way that its message explains is told in one line."""

from __future__ import annotations

import sys

import click

from packager.cli.root import RootGroup
from packager.plan.build_folder import CannotWrite
from packager.plan.cluster import NoCluster
from packager.plan.executor import WorkerDied


def run(arguments: list[str]) -> int:
    """The exit code of one command; raises KeyboardInterrupt."""
    try:
        code = packager.main(args=arguments, prog_name="packager", standalone_mode=False, obj=arguments)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except (CannotWrite, NoCluster, WorkerDied) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


@click.group(cls=RootGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="packager")
def packager() -> None:
    """Turns a sequenced curriculum, written in YAML, into what schools teach from."""
