"""`packager licence`: what a publisher grants a school."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import click

from packager.bundle.licence import Licence, check_licence, licence_number, school_name, signed
from packager.bundle.licence_file import licence_text
from packager.bundle.refused import Refused
from packager.bundle.sign import private_key
from packager.bundle.whole_file import WholeFile
from packager.cli.refusals import passphrase, refusing
from packager.cli.root import current_root
from packager.diagnostics.nearest import did_you_mean
from packager.model.load import load
from packager.model.programme import ProgrammeFile
from packager.source.files import SourceFolder

_YEARS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def licence() -> None:
    """Grant licences to schools."""


@licence.command()
@click.option("--school", required=True, help="The school's name.")
@click.option("--urn", required=True, help="The school's unique reference number, six digits.")
@click.option("--pupils", required=True, type=click.IntRange(min=1), help="How many pupils it is for.")
@click.option("--subjects", required=True, metavar="SUBJECT,...", help="What it covers: history,geography.")
@click.option("--years", required=True, metavar="YEARS", help="Which years it covers: 3-6, or 3,5.")
@click.option("--from", "first", required=True, type=_DAY, metavar="DATE", help="The first day: 2026-09-01.")
@click.option("--until", "last", required=True, type=_DAY, metavar="DATE", help="The last day, included: 2027-08-31.")
@click.option("--number", help="The licence number (default: made from the URN and what is granted).")
@click.option("--key", "key_file", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The publisher's private key.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The licence file to write.")
@click.pass_context
@refusing
def issue(
    ctx: click.Context,
    school: str,
    urn: str,
    pupils: int,
    subjects: str,
    years: str,
    first: datetime,
    last: datetime,
    number: str | None,
    key_file: Path,
    out: Path,
) -> None:
    """Write a signed licence for one school: a text to read, with a signed part that alone counts.

    Exit code: 0 fine, 1 refused, 2 wrong usage.
    """
    programme = _programme(current_root(ctx))
    granted = (_subjects(subjects, programme), _years(years, programme), first.date(), last.date())
    name, publisher = school_name(school), programme.publisher or programme.title
    made = Licence(number or licence_number(publisher, name, urn, pupils, *granted), publisher, name, urn, pupils, *granted)
    check_licence(made)
    text = licence_text(made, signed(made, private_key(key_file, passphrase)))
    with WholeFile(out) as file:
        file.write(text.encode())
    click.echo(f"wrote {out}: licence {made.number} for {made.school}, {_shown(made.first_day, made.last_day)}")


def _shown(first: date, last: date) -> str:
    return f"from {first} until {last}"


def _programme(root: Path) -> ProgrammeFile:
    curriculum, _ = load(SourceFolder(root))
    if curriculum is None:
        raise Refused("curriculum/curriculum.yaml cannot be read: run `packager check`")
    return curriculum.programme


def _subjects(text: str, programme: ProgrammeFile) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in programme.subjects:
            hint = did_you_mean(name, programme.subjects) or f"known are {', '.join(programme.subjects)}"
            raise click.UsageError(f"no subject `{name}`: {hint}")
    return names


def _years(text: str, programme: ProgrammeFile) -> tuple[int, ...]:
    found = set[int]()
    for part in text.split(","):
        match = _YEARS.fullmatch(part.strip())
        if match is None:
            raise click.UsageError(f"`{part.strip()}` is no year: write 3-6, or 3,5")
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    for year in sorted(found - set(programme.years)):
        raise click.UsageError(f"no year `{year}`: known are {', '.join(map(str, programme.years))}")
    if not found:
        raise click.UsageError(f"`{text}` names no year")
    return tuple(sorted(found))
