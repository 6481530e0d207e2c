"""`packager schema`: JSON Schemas for editors."""

from __future__ import annotations

import json

import click

from packager.cli.root import current_root
from packager.model.schema import schemas
from packager.plan.build_folder import BuildFolder


@click.command()
@click.pass_context
def schema(ctx: click.Context) -> None:
    """Write a JSON Schema for each kind of source file into curriculum/schema/."""
    folder = current_root(ctx) / "curriculum" / "schema"
    for name, content in schemas().items():
        BuildFolder(folder).write(name, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    click.echo(f"wrote {len(schemas())} schemas into {folder}")
