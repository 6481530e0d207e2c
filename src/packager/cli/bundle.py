"""`packager bundle`: packs, signed, for a school or for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import click

from packager.bundle.choose import Wish
from packager.bundle.contents import Contents
from packager.bundle.refused import Refused
from packager.bundle.sign import private_key
from packager.cli.refusals import passphrase, refusing
from packager.cli.root import current_root
from packager.document.catalogue import Catalogue, compose_catalogue
from packager.model.curriculum import Curriculum
from packager.plan.build_folder import BuildFolder
from packager.plan.record import Entry
from packager.publishing import Bindery, Bundled, Bundling
from packager.sequence.teaching import teach
from packager.site.in_bundle import catalogue_pages

_FILE = click.Path(dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--topic", "topics", multiple=True, metavar="UNIT/TOPIC", help="The pack of one topic; may be given again.")
@click.option("--half-term", "half_terms", multiple=True, metavar="HALF-TERM", help="What is taught in a half-term: autumn-1.")
@click.option("--year", "years", multiple=True, type=int, help="What is taught in a year.")
@click.option("--subject", "subjects", multiple=True, help="What is taught in a subject.")
@click.option("--all", "everything", is_flag=True, help="Everything; with a licence, everything that it covers.")
@click.option("--for", "audience", type=click.Choice(["pupils", "teachers"]), help="Only the files of pupils, or only those of teachers.")
@click.option(
    "--licence",
    "licences",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="A school's licence: packs what it covers, with its number on every page. Given again, OUT is a folder of bundles.",
)
@click.option("--version", metavar="V", help="The version of the bundle (default: that of curriculum.yaml).")
@click.option("--since", type=click.Path(exists=True, path_type=Path), metavar="OLD", help="An older bundle: adds notes on what changed.")
@click.option("--no-catalogue", is_flag=True, help="Leave out the pages of the catalogue.")
@click.option("--key", "key_file", required=True, type=_FILE, metavar="FILE", help="The publisher's private key.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The bundle to write.")
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
    licences: tuple[Path, ...],
    version: str | None,
    since: Path | None,
    no_catalogue: bool,
    key_file: Path,
    out: Path,
    folder: Path | None,
    today: datetime | None,
) -> None:
    """Zip built packs into one signed file. What is named twice over, such as a year and a subject, must be both.

    With the packs stand pages to look through them: unpack the file and open catalogue/index.html.
    Exit code: 0 fine, 1 refused and nothing written, 2 wrong usage.
    """
    wish = Wish(tuple(topic.strip("/").removeprefix("units/") for topic in topics), half_terms, years, subjects, audience or "everyone")
    if everything and not wish.is_whole:
        raise click.UsageError("--all stands alone: leave it out, or the other choice")
    if wish.is_whole and not everything and not licences:
        raise click.UsageError("say what to bundle: --topic, --half-term, --year, --subject, --all, or a --licence")
    build = folder or current_root(ctx) / "build"
    extras = () if no_catalogue else (Pages(current_root(ctx), BuildFolder(build)),)
    key, day, bindery = private_key(key_file, passphrase), today.date() if today else date.today(), Bindery(build)
    asked = [Bundling(build, wish, licence, version, since, extras) for licence in licences or (None,)]
    for each, target in zip(asked, _targets([bindery.number(each, key, day) for each in asked], out), strict=True):
        click.echo(_summary(bindery.bundle(each, key, day, target), target))


def _targets(numbers: list[str], out: Path) -> list[Path]:
    """Where the bundles go: one to `out`, several into the folder of that name, each named by its licence."""
    if len(numbers) == 1:
        return [out]
    if twice := next((number for number in numbers if numbers.count(number) > 1), None):
        raise Refused(f"licence {twice} is given twice")
    return [out / f"{number}.zip" for number in numbers]


@dataclass(frozen=True)
class Pages:
    """The pages of the catalogue for a bundle; what they are made from is read once."""

    root: Path
    build: BuildFolder

    def __call__(self, contents: Contents, entries: tuple[Entry, ...]) -> Mapping[str, bytes]:
        """By their paths in the bundle; raises Refused where the sources say nothing, or something else than was built."""
        return catalogue_pages(lambda: self._sources, contents, entries, self.build)

    @cached_property
    def _sources(self) -> tuple[Catalogue, Curriculum]:
        from packager.pipeline import check  # slow to load, as is what follows

        sequenced = check(self.root).sequenced
        if sequenced is None:
            raise Refused("the sources have errors, so there can be no catalogue: run `packager check`, or add --no-catalogue")
        return compose_catalogue(teach(sequenced)), sequenced.curriculum


def _summary(made: Bundled, out: Path) -> str:
    topics = len(made.contents.topics)
    granted = f", licence {made.granted.licence.number} for {made.granted.licence.school}" if made.granted else ""
    size = sum(file.bytes for file in made.files) / 1e6
    version = f", version {made.contents.version}" if made.contents.version else ""
    return f"wrote {out}: {len(made.files)} files for {topics} topic{'' if topics == 1 else 's'}, {size:.1f} MB{version}{granted}"
