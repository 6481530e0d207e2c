"""The fonts that an office program needs to show our files as Office shows them on a school's machine.

Georgia and Arial are not free; Gelasio and Arimo have the same widths. The office program cannot use variable fonts
or web fonts, so static cuts are made of them.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

GELASIO = Path(__file__).parents[2] / ".ci/node_modules/@fontsource/gelasio/files"
_CONFIGURATION = """<?xml version="1.0"?>
<fontconfig>
  <dir>{folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias binding="same"><family>Georgia</family><prefer><family>Gelasio</family></prefer></alias>
  <alias binding="same"><family>Arial</family><prefer><family>Arimo</family></prefer></alias>
</fontconfig>
"""


def font_configuration(folder: Path) -> Path:
    """A fontconfig file in `folder` under which Georgia and Arial are shown by their metric twins."""
    folder.mkdir(parents=True, exist_ok=True)
    for weight, name in ((400, "Regular"), (700, "Bold")):
        arimo = instantiateVariableFont(TTFont(fontpkg.path("Arimo", weight, nearest=True)), {"wght": weight}, updateFontNames=True)
        arimo.save(folder / f"Arimo-{name}.ttf")
        gelasio = TTFont(GELASIO / f"gelasio-latin-{weight}-normal.woff")
        gelasio.flavor = None
        gelasio.save(folder / f"Gelasio-{name}.ttf")
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), "utf-8")
    return configuration
