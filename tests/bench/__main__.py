"""`python -m tests.bench`: measures of speed and memory, printed as JSON. Each family of measures is a file."""

from __future__ import annotations

import json
import os
import platform
import sys
from argparse import ArgumentParser
from pathlib import Path

from tests.bench import bundles, cold, drawings, office, sequence, site, whole
from tests.bench.measure import Family, Setting
from tests.packs import REPOSITORY

FAMILIES: dict[str, Family] = {
    "sequence": sequence.measures,
    "office": office.measures,
    "whole": whole.measures,
    "drawings": drawings.measures,
    "cold": cold.measures,
    "bundle": bundles.measures,
    "site": site.measures,
}


def main(arguments: list[str] | None = None) -> None:
    """Prints the measures of the families asked for, or of all."""
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("families", nargs="*", help=f"which measures: {', '.join(FAMILIES)} (default: all)")
    parser.add_argument("--root", type=Path, default=REPOSITORY, help="whose topics are built")
    parser.add_argument("--runs", type=int, default=5, help="how often each run is repeated; medians are given")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.families if name not in FAMILIES]
    if unknown:
        parser.error(f"no measures {', '.join(unknown)}")
    setting = Setting(asked.root.resolve(), len(list(asked.root.glob("units/*/*/topic.yaml"))), asked.runs)
    measures = [m.as_dict() for name in asked.families or FAMILIES for m in FAMILIES[name](setting)]
    machine = {"python": platform.python_version(), "system": platform.system(), "processors": os.cpu_count(), "runs": asked.runs}
    json.dump({"machine": machine, "measures": measures}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
