"""The theme as XML: the subject's colours, the office fonts, and flat fills without effects."""

from __future__ import annotations

from packager.render.deck import Tone
from packager.render.pptx.palette import Palette
from packager.render.pptx.xml import DECLARATION, quoted

_DRAWING = ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
TABLE_STYLE = "{6B1E4A52-3C0D-4F7A-9B62-5D1C7A90E3B1}"
"""The identity of our table style: hairlines between rows, a tinted header."""


def theme_xml(palette: Palette) -> str:
    """The theme part (ECMA-376-1, 14.2.7)."""
    fonts = palette.look.fonts
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lesson"><a:themeElements>'
        f'{colours_xml(palette)}<a:fontScheme name="Lesson">'
        f"<a:majorFont>{_fonts(fonts.office_display, fonts.office_text)}</a:majorFont>"
        f"<a:minorFont>{_fonts(fonts.office_text, fonts.office_text)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Flat"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def colours_xml(palette: Palette, declared: bool = False) -> str:
    """The colours of a theme (20.1.6.2); `declared` where they are read by themselves."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in palette.theme().items())
    return f'<a:clrScheme{_DRAWING if declared else ""} name="Subject">{colours}</a:clrScheme>'


def table_styles_xml(palette: Palette) -> str:
    """The table styles part, with the one style of our tables (20.1.4.2.27)."""
    rule = f'<a:ln w="9525" cmpd="sng">{palette.fill(Tone.RULE)}</a:ln>'
    strong = f'<a:ln w="15240" cmpd="sng">{palette.fill(Tone.ACCENT)}</a:ln>'
    none = "<a:ln><a:noFill/></a:ln>"
    borders = (
        f"<a:left>{none}</a:left><a:right>{none}</a:right><a:top>{rule}</a:top><a:bottom>{rule}</a:bottom>"
        f"<a:insideH>{rule}</a:insideH><a:insideV>{none}</a:insideV>"
    )
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Lesson"><a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/>'
        f'<a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr>'
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="tx2"/></a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"<a:top>{none}</a:top><a:bottom>{strong}</a:bottom></a:tcBdr><a:fill>{palette.fill(Tone.T2)}</a:fill></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def _fonts(family: str, complex_scripts: str) -> str:
    """A face, and that of Arabic, Hebrew and the like: the text face has them, the display face has not."""
    return f'<a:latin typeface={quoted(family)}/><a:ea typeface=""/><a:cs typeface={quoted(complex_scripts)}/>'
