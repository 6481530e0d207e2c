"""`packager verify`: is a bundle genuine, complete and in date?"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from packager.bundle.sign import public_key
from packager.bundle.verify import as_text
from packager.bundle.verify import verify as look_at
from packager.cli.refusals import refusing

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("place", metavar="BUNDLE", type=click.Path(path_type=Path))
@click.option("--key", "key_file", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The publisher's public key.")
@click.option("--today", type=_DAY, hidden=True)
@refusing
def verify(place: Path, key_file: Path, today: datetime | None) -> int:
    """Tell whether BUNDLE is genuine and complete, for whom it is, and until when. Needs no network.

    Exit code: 0 genuine, complete and in date; 1 anything else; 2 wrong usage.
    """
    key = public_key(key_file)
    verdict = look_at(place, key, today.date() if today else date.today())
    click.echo(as_text(verdict, key), nl=False)
    return int(not verdict.is_good)
