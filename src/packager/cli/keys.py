"""`packager keys`: what a publisher signs with."""

from __future__ import annotations

from pathlib import Path

import click

from packager.bundle.sign import key_id, new_keys, public_key
from packager.cli.refusals import new_passphrase, refusing


@click.group()
def keys() -> None:
    """Make the keys that bundles and licences are signed with."""


@keys.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for the two files.")
@click.option("--no-passphrase", is_flag=True, help="Leave the private key unlocked: whoever has the file can sign.")
@refusing
def new(out: Path, no_passphrase: bool) -> None:
    """Write a private key, publisher.key, and the public key that goes with it, publisher.pub.

    The private key is locked with a passphrase, from PACKAGER_PASSPHRASE or asked for. Keep it to yourself, and keep
    a copy in a safe place; give publisher.pub to schools. Exit code: 0 fine, 1 refused, 2 wrong usage.
    """
    private, public = new_keys(out, None if no_passphrase else new_passphrase())
    click.echo(f"wrote {private} (private: keep it to yourself) and {public} (give it to schools); key {key_id(public_key(public))}")
