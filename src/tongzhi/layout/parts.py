"""The parts of a template beside its body: settings, footers, properties, and the packing of all."""

from __future__ import annotations

import io
import zipfile

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.styles import styles_xml
from tongzhi.standard.gbt9704 import EQUAL_FACES, Standard
from tongzhi.word.fragments import (
    NAMESPACES,
    CellFragment,
    border,
    escape,
    faces,
    field,
    indent,
    line,
    paragraph,
    row,
    run,
    table,
)

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_FIXED_STAMP = "2012-07-01T00:00:00Z"  # the day the standard came into force; a clock would change the bytes


def page_number(s: Standard, *, even: bool) -> str:
    """Give the footer of upright pages: — 1 —, 7 mm under the type area, on the outer side (7.5)."""
    return _part("ftr", paragraph(_number(s), style=st.PAGE_EVEN if even else st.PAGE_ODD))


def _number(s: Standard) -> str:
    text = faces(s.faces.song)
    dash = s.page_number.dash
    return run(f"{dash} ", props=text) + field("PAGE", props=text) + run(f" {dash}", props=text)


def turned_page_number(s: Standard, *, even: bool) -> str:
    """Give the footer of pages across: the number stands where it stands on upright pages (clause 8).

    It is a one-cell table fixed to the sheet, 7 mm left of the type area, whose text runs downwards.
    """
    blank = s.page_number.blank
    side = (
        indent(left=blank, right=0, first=0, unit=s.page_number.size) + '<w:jc w:val="left"/>'
        if even
        else indent(left=0, right=blank, first=0, unit=s.page_number.size) + '<w:jc w:val="right"/>'
    )
    words = paragraph(
        _number(s), style=st.PAGE_EVEN if even else st.PAGE_ODD, props=line(st.PAGE_LINE) + side
    )
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{s.page.bottom - st.PAGE_GAP - st.PAGE_LINE}" w:tblpY="{int(s.page.left)}"/>'
    )
    column = st.PAGE_LINE
    body = (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{column}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{column}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{int(s.page.area_width)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{column}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>{words}</w:tc></w:tr></w:tbl>'
        + paragraph(style=st.TINY)
    )
    return _part("ftr", body)


def letter_header(s: Standard) -> str:
    """Give the first page's header of a letter: mark 30 mm from the edge, a thick-thin rule 4 mm under it (10.1)."""
    rule = paragraph(style=st.TINY, props=_letter_rule(s, "thickThinSmallGap", line(_LETTER_GAP)))
    gap = paragraph(style=st.TINY, props=line(_LETTER_GAP_BELOW))
    body = rc.when("版头", rc.block("发文机关标志") + rc.when("红色", rule) + gap) + paragraph(style=st.TINY)
    return _part("hdr", body)


def letter_footer(s: Standard) -> str:
    """Give the first page's footer of a letter: a thin-thick rule 20 mm above the foot (10.1).

    The rule stands in a table fixed to the sheet, so that the page numbers keep their own distance.
    """
    width, height = s.letter.rule_width, 14
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{s.page.left - round((width - s.page.area_width) / 2)}"'
        f' w:tblpY="{s.page.height - s.letter.foot_rule - height - _RULE_WEIGHT}"/>'
    )
    rule = border("bottom", eighths=24, colour=s.head.red, kind="thinThickSmallGap")
    ruled = paragraph(style=st.TINY, props=f"<w:pBdr>{rule}</w:pBdr>{line(14)}")
    body = table([row([CellFragment(ruled)], [width])], [width], place=place)
    return _part("ftr", rc.when("版头 and 红色", body) + paragraph(style=st.TINY))


_RULE_WEIGHT = 85
"""How thick a double rule of 3 points is with its gap, in twips."""
_LETTER_GAP, _LETTER_GAP_BELOW = 80, 45
"""White above and under the rule of a letter beside what the lines of mark and number hold themselves, in twips."""


def _letter_rule(s: Standard, kind: str, spacing: str) -> str:
    out = round((s.letter.rule_width - s.page.area_width) / 2)
    rule = border("bottom", eighths=24, colour=s.head.red, kind=kind)
    return f'<w:pBdr>{rule}</w:pBdr>{spacing}<w:ind w:left="-{out}" w:right="-{out}"/>'


def empty_part(kind: str) -> str:
    """Give a header or footer that prints nothing."""
    return _part(kind, paragraph(style=st.TINY))


def _part(kind: str, body: str) -> str:
    return f"{_XML}<w:{kind} {NAMESPACES}>{body}</w:{kind}>"


def settings_xml() -> str:
    """Give word/settings.xml: different odd and even pages, characters of full width (no squeezing of marks)."""
    return (
        f'{_XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>'
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
        '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts_xml(standard: Standard) -> str:
    """Give word/fontTable.xml: each face with another name under which the machine may have it."""
    f = standard.faces
    inner = ""
    for name in dict.fromkeys((f.body, f.title, f.heading1, f.heading2, f.song)):
        others = EQUAL_FACES.get(name, ())
        other = f'<w:altName w:val="{escape(others[0])}"/>' if others else ""
        inner += (
            f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="86"/><w:family w:val="auto"/>'
            '<w:pitch w:val="variable"/></w:font>'
        )
    return _XML + f"<w:fonts {NAMESPACES}>{inner}</w:fonts>"


def core_xml(title: str) -> str:
    """Give docProps/core.xml: the title; no person, no clock."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{_FIXED_STAMP}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_FIXED_STAMP}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def app_xml() -> str:
    """Give docProps/app.xml."""
    return (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>tongzhi</Application><AppVersion>16.0000</AppVersion></Properties>"
    )


def pack(draft: rc.Draft, s: Standard) -> bytes:
    """Give the .docx of a template; the same draft and standard give the same bytes."""
    hung = {
        "rOdd": ("footer1.xml", page_number(s, even=False)),
        "rEven": ("footer2.xml", page_number(s, even=True)),
        "rTurnedOdd": ("footer3.xml", turned_page_number(s, even=False)),
        "rTurnedEven": ("footer4.xml", turned_page_number(s, even=True)),
        "rNone": ("footer5.xml", empty_part("ftr")),
        "rLetterHead": ("header1.xml", letter_header(s)),
        "rLetterFoot": ("footer6.xml", letter_footer(s)),
        "rNoHeader": ("header2.xml", empty_part("hdr")),
    }
    last = last_section(draft, s)
    body = f"{_XML}<w:document {NAMESPACES}><w:body>{draft.body}{last}</w:body></w:document>"
    used = {key: value for key, value in hung.items() if f'r:id="{key}"' in body}
    fixed = {
        "rStyles": ("styles", "styles.xml"),
        "rSettings": ("settings", "settings.xml"),
        "rFonts": ("fontTable", "fontTable.xml"),
    }
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for key, (kind, target) in fixed.items()
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{name[:6]}" Target="{name}"/>'
        for key, (name, _) in used.items()
    )
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD}.{name[:6]}+xml"/>'
        for name, _ in used.values()
    )
    parts = {
        "[Content_Types].xml": _content_types(types),
        "_rels/.rels": _package_relations(),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations(relations),
        "word/styles.xml": styles_xml(s),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": fonts_xml(s),
        **{f"word/{name}": xml for name, xml in used.values()},
        "docProps/core.xml": core_xml("{{ 文档标题 }}"),
        "docProps/app.xml": app_xml(),
    }
    return zip_parts({name: xml.encode() for name, xml in parts.items()})


def last_section(draft: rc.Draft, s: Standard) -> str:
    """Give the section that ends the body."""
    if draft.turned:
        return rc.turned_section(s).xml()
    return rc.body_section(s, letter=draft.letter, restart=draft.restart, first=draft.restart).xml()


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Pack parts in their order, without a clock."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, data)
    return held.getvalue()


def _content_types(more: str) -> str:
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
        f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>{more}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _relations(inner: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def _package_relations() -> str:
    return _relations(
        f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_RELATION}/extended-properties" Target="docProps/app.xml"/>'
    )


__all__ = ["CellFragment", "pack", "zip_parts"]
