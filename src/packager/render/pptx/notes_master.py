"""The notes master as XML: the picture of the slide above, the notes below, the page number."""

from __future__ import annotations

from packager.render.pptx.master import COLOUR_MAP, SLIDE_NUMBER
from packager.render.pptx.xml import DECLARATION, EMPTY_GROUP, NAMESPACES, geometry, xfrm

PAGE = (7.5, 10.0)
"""The size of a page of notes in inches."""
_PROMPT = '<a:p><a:r><a:rPr lang="en-GB"/><a:t>Notes</a:t></a:r></a:p>'


def notes_master_xml() -> str:
    """The notes master part (ECMA-376-1, 13.3.4)."""
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(0.75, 0.6, 6.0, 3.375)}{geometry("rect")}<a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    body = _text(3, "Notes Placeholder 2", '<p:ph type="body" sz="quarter" idx="3"/>', xfrm(0.75, 4.3, 6.0, 5.0), _PROMPT, "")
    number = _text(
        4,
        "Slide Number Placeholder 3",
        '<p:ph type="sldNum" sz="quarter" idx="5"/>',
        xfrm(5.25, 9.45, 1.5, 0.3),
        SLIDE_NUMBER,
        '<a:lvl1pPr algn="r"><a:defRPr sz="1000"/></a:lvl1pPr>',
    )
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>{ground}<p:spTree>{EMPTY_GROUP}{picture}{body}{number}</p:spTree></p:cSld>"
        f"{COLOUR_MAP}<p:notesStyle>{_levels()}</p:notesStyle></p:notesMaster>"
    )


def _text(number: int, name: str, ph: str, place: str, content: str, style: str) -> str:
    named = f'<p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{ph}</p:nvPr>'
    body = '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
    return (
        f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr>{place}{geometry('rect')}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{style}</a:lstStyle>{content}</p:txBody></p:sp>"
    )


def _levels() -> str:
    return "".join(
        f'<a:lvl{n}pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:spcBef><a:spcPts val="400"/></a:spcBef><a:defRPr sz="1200" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
