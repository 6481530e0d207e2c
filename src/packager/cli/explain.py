"""`packager explain`: the page of a rule."""

from __future__ import annotations

from inspect import cleandoc

import click

from packager.diagnostics.nearest import did_you_mean
from packager.pipeline import RULES


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the rule CODE, such as VOC001; without a code, list all rules."""
    if code is None:
        for rule in sorted(RULES.values(), key=lambda r: r.code):
            click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name}")
        return
    by_name = {rule.name: rule for rule in RULES.values()}
    found = RULES.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        hint = did_you_mean(code.upper(), RULES) or "`packager explain` lists all rules"
        raise click.UsageError(f"no rule `{code}`: {hint}")
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{cleandoc(found.page)}")
