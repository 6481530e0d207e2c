"""`packager bundle`: packs, signed, for a school or for all."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from packager.bundle.choose import Wish
from packager.bundle.sign import private_key
from packager.cli.refusals import passphrase, refusing
from packager.cli.root import current_root
from packager.publishing import Bundled, Bundling
from packager.publishing import bundle as make_bundle

_FILE = click.Path(dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--topic", "topics", multiple=True, metavar="UNIT/TOPIC", help="The pack of one topic; may be given again.")
@click.option("--half-term", "half_terms", multiple=True, metavar="HALF-TERM", help="What is taught in a half-term: autumn-1.")
@click.option("--year", "years", multiple=True, type=int, help="What is taught in a year.")
@click.option("--subject", "subjects", multiple=True, help="What is taught in a subject.")
@click.option("--all", "everything", is_flag=True, help="Everything; with a licence, everything that it covers.")
@click.option("--for", "audience", type=click.Choice(["pupils", "teachers"]), help="Only the files of pupils, or only those of teachers.")
@click.option("--licence", type=_FILE, metavar="FILE", help="A school's licence: packs what it covers, with its number on every page.")
@click.option("--version", metavar="V", help="The version of the bundle (default: that of curriculum.yaml).")
@click.option("--since", type=click.Path(exists=True, path_type=Path), metavar="OLD", help="An older bundle: adds notes on what changed.")
@click.option("--key", "key_file", required=True, type=_FILE, metavar="FILE", help="The publisher's private key.")
@click.option("--out", required=True, type=_FILE, metavar="FILE", help="The bundle to write.")
@click.option(
    "--build", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="What was built (default: ROOT/build)."
)
@click.option("--today", type=_DAY, hidden=True)
@click.pass_context
@refusing
def bundle(
    ctx: click.Context,
    topics: tuple[str, ...],
    half_terms: tuple[str, ...],
    years: tuple[int, ...],
    subjects: tuple[str, ...],
    everything: bool,
    audience: str | None,
    licence: Path | None,
    version: str | None,
    since: Path | None,
    key_file: Path,
    out: Path,
    folder: Path | None,
    today: datetime | None,
) -> None:
    """Zip built packs into one signed file. What is named twice over, such as a year and a subject, must be both.

    Exit code: 0 fine, 1 refused and nothing written, 2 wrong usage.
    """
    wish = Wish(tuple(topic.strip("/").removeprefix("units/") for topic in topics), half_terms, years, subjects, audience or "everyone")
    if everything and not wish.is_whole:
        raise click.UsageError("--all stands alone: leave it out, or the other choice")
    if wish.is_whole and not everything and licence is None:
        raise click.UsageError("say what to bundle: --topic, --half-term, --year, --subject, --all, or a --licence")
    asked = Bundling(folder or current_root(ctx) / "build", wish, licence, version, since)
    made = make_bundle(asked, private_key(key_file, passphrase), today.date() if today else date.today(), out)
    click.echo(_summary(made, out))


def _summary(made: Bundled, out: Path) -> str:
    topics = len(made.contents.topics)
    granted = f", licence {made.granted.licence.number} for {made.granted.licence.school}" if made.granted else ""
    size = sum(file.bytes for file in made.files) / 1e6
    version = f", version {made.contents.version}" if made.contents.version else ""
    return f"wrote {out}: {len(made.files)} files for {topics} topic{'' if topics == 1 else 's'}, {size:.1f} MB{version}{granted}"
