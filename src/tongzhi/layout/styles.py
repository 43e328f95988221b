"""The named styles of the templates, computed from the standard's numbers.

A style's id is its Chinese name, so that a template, a prepared fragment and a secretary's own template
speak of the same thing. `Normal` carries the text face, size, pitch and language; every other style says
only what differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import NAMESPACES, all_borders, border, faces, indent, line, size, tabs
from tongzhi.word.sizes import HAO, Length

TEXT, BLANK, TITLE, ADDRESSEE = "公文正文", "空行", "公文标题", "主送机关"
HEADING1, HEADING2, HEADING3, HEADING4 = "一级标题", "二级标题", "三级标题", "四级标题"
HEI, KAI = "黑体字", "楷体字"
COPY_NO, SECRECY, MARK, NUMBER, RED_RULE, SIGNER = (
    "份号",
    "密级和紧急程度",
    "发文机关标志",
    "发文字号",
    "红色分隔线",
    "签发人",
)
NUMBER_UP = "上行文发文字号"
ATTACHMENT_ONE, ATTACHMENT_FIRST, ATTACHMENT_NEXT = "附件说明", "附件说明首项", "附件说明续项"
ORGAN, DATE, NOTE = "署名", "成文日期", "附注"
ANNEX_LABEL, ANNEX_TITLE = "附件标签", "附件标题"
IMPRINT, IMPRINT_LINE = "版记", "印发行"
CELL, CELL_LEFT, CELL_HEAD, CELL_LABEL, TABLE_NOTE = "表格居中", "表格文字", "表头", "表格栏目", "表格说明"
DENSE, DENSE_LEFT, DENSE_HEAD = "密表居中", "密表文字", "密表表头"
"""Cells of a table of many columns across the sheet."""
LIST_LINE = "清单说明"
PAGE_ODD, PAGE_EVEN, TINY, TAG = "页码单页", "页码双页", "细行", "模板指令"
SHEET_TITLE, TELEGRAM_LINE, ATTENDANCE = "表单标题", "电报要素", "出席人员"
LETTER_NUMBER, ISSUE_LINE = "信函发文字号", "纪要制发行"


@dataclass(frozen=True, slots=True)
class LayoutStyle:
    """A named paragraph style: what it is based on, paragraph and run properties, outline level."""

    name: str
    base: str = "Normal"
    paragraph: str = ""
    text: str = ""
    following: str = ""

    def xml(self) -> str:
        """Give `w:style`."""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.name}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.base}"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.text}</w:rPr></w:style>"
        )


def _jc(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def paragraph_styles(standard: Standard) -> list[LayoutStyle]:
    """Give every paragraph style of the templates."""
    return [
        *_head_styles(standard),
        *_text_styles(standard),
        *_closing_styles(standard),
        *_table_styles(standard),
        *_page_styles(standard),
    ]


def _head_styles(s: Standard) -> list[LayoutStyle]:
    pitch, area = s.grid.pitch, s.page.area_width
    red = f'<w:color w:val="{s.head.red}"/>'
    flush = indent(left=0, right=0, first=0)
    return [
        LayoutStyle(COPY_NO, paragraph=flush + _jc("left")),
        LayoutStyle(SECRECY, paragraph=flush + _jc("left"), text=faces(s.faces.heading1)),
        LayoutStyle(
            MARK,
            paragraph=line(round(s.head.mark_size * 4 / 3)) + flush + _jc("center"),
            text=faces(s.faces.mark) + red + '<w:spacing w:val="0"/>' + size(s.head.mark_size),
        ),
        LayoutStyle(NUMBER, paragraph=flush + _jc("center")),
        LayoutStyle(
            NUMBER_UP,
            paragraph=tabs(("right", area - s.zi * s.head.signer_right_blank))
            + indent(left=s.head.number_left_blank, right=0, first=0)
            + _jc("left"),
        ),
        LayoutStyle(
            RED_RULE,
            paragraph=f"<w:pBdr>{border('bottom', eighths=s.head.rule_width.eighths, colour=s.head.red)}</w:pBdr>"
            + line(rule_line(s))
            + flush,
            text=size(Length(20)),
        ),
        LayoutStyle(
            ISSUE_LINE,
            paragraph=tabs(("right", area - s.zi))
            + indent(left=1, right=1, first=0, unit=s.zi)
            + _jc("left"),
        ),
        LayoutStyle(LETTER_NUMBER, paragraph=flush + _jc("right")),
        LayoutStyle(
            TELEGRAM_LINE,
            paragraph=tabs(("left", 10 * s.zi)) + indent(left=3, right=0, hanging=3, unit=s.zi) + _jc("left"),
        ),
        LayoutStyle(BLANK, paragraph=line(pitch) + flush),
        LayoutStyle(TINY, paragraph=line(14) + flush, text=size(Length(20))),
        LayoutStyle(
            TAG,
            paragraph=line(240) + flush,
            text='<w:color w:val="808080"/><w:spacing w:val="0"/>' + size(HAO["小五"]),
        ),
    ]


def rule_line(s: Standard) -> int:
    """Give the height of the line between number and red rule, so that the rule lies 4 mm under the glyphs.

    An exact line has 20 % of its height below the baseline, glyphs reach about 12 % of their size below it.
    """
    below_glyph = s.grid.pitch * 0.2 - s.body.size * 0.12
    return round(s.head.rule_gap - below_glyph)


def _text_styles(s: Standard) -> list[LayoutStyle]:
    two = indent(left=0, right=0, first=s.body.indent, unit=s.zi)
    flush = indent(left=0, right=0, first=0)
    kept = "<w:keepNext/>"
    return [
        LayoutStyle(
            TITLE,
            paragraph=kept + line(s.title.pitch) + flush + _jc("center") + _outline(0),
            text=faces(s.faces.title) + '<w:spacing w:val="0"/>' + size(s.title.size),
            following=ADDRESSEE,
        ),
        LayoutStyle(ADDRESSEE, paragraph=flush + _jc("left"), following=TEXT),
        LayoutStyle(TEXT, paragraph=two + _jc("both")),
        LayoutStyle(
            HEADING1,
            paragraph=kept + two + _jc("both") + _outline(1),
            text=faces(s.faces.heading1),
            following=TEXT,
        ),
        LayoutStyle(
            HEADING2,
            paragraph=kept + two + _jc("both") + _outline(2),
            text=faces(s.faces.heading2),
            following=TEXT,
        ),
        LayoutStyle(HEADING3, paragraph=kept + two + _jc("both") + _outline(3), following=TEXT),
        LayoutStyle(HEADING4, paragraph=kept + two + _jc("both") + _outline(4), following=TEXT),
    ]


def _closing_styles(s: Standard) -> list[LayoutStyle]:
    zi = s.zi
    flush = indent(left=0, right=0, first=0)
    small = '<w:spacing w:val="0"/>' + size(s.imprint.size)
    four = s.imprint.size
    return [
        LayoutStyle(ATTACHMENT_ONE, paragraph=indent(left=5, right=0, hanging=3, unit=zi) + _jc("left")),
        LayoutStyle(ATTACHMENT_FIRST, paragraph=indent(left=6, right=0, hanging=4, unit=zi) + _jc("left")),
        LayoutStyle(ATTACHMENT_NEXT, paragraph=indent(left=6, right=0, hanging=1, unit=zi) + _jc("left")),
        LayoutStyle(ORGAN, paragraph="<w:keepNext/><w:keepLines/>" + indent(first=0) + _jc("center")),
        LayoutStyle(DATE, paragraph="<w:keepLines/>" + indent(first=0) + _jc("center")),
        LayoutStyle(NOTE, paragraph=indent(left=0, right=0, first=s.body.indent, unit=zi) + _jc("left")),
        LayoutStyle(
            ANNEX_LABEL,
            paragraph="<w:keepNext/><w:pageBreakBefore/>" + flush + _jc("left"),
            text=faces(s.faces.heading1),
            following=BLANK,
        ),
        LayoutStyle(ANNEX_TITLE, base=TITLE, paragraph=_outline(0), following=TEXT),
        LayoutStyle(
            IMPRINT,
            paragraph=line(s.imprint.pitch) + indent(left=4, right=1, hanging=3, unit=four) + _jc("both"),
            text=small,
        ),
        LayoutStyle(
            IMPRINT_LINE,
            paragraph=tabs(("right", s.page.area_width - four))
            + line(s.imprint.pitch)
            + indent(left=1, right=1, first=0, unit=four)
            + _jc("left"),
            text=small,
        ),
        LayoutStyle(
            ATTENDANCE, paragraph=indent(left=5, right=0, hanging=3, unit=zi) + _jc("both"), following=TEXT
        ),
    ]


def _table_styles(s: Standard) -> list[LayoutStyle]:
    flush = indent(left=0, right=0, first=0)
    text = '<w:spacing w:val="0"/>' + size(s.table.size)
    dense = '<w:spacing w:val="0"/>' + size(s.table.dense_size)
    return [
        LayoutStyle(DENSE, paragraph=line(s.table.dense_pitch) + flush + _jc("center"), text=dense),
        LayoutStyle(DENSE_LEFT, paragraph=line(s.table.dense_pitch) + flush + _jc("left"), text=dense),
        LayoutStyle(
            DENSE_HEAD,
            paragraph="<w:keepNext/>" + line(s.table.dense_pitch) + flush + _jc("center"),
            text=faces(s.faces.heading1) + dense,
        ),
        LayoutStyle(CELL, paragraph=line(s.table.pitch) + flush + _jc("center"), text=text),
        LayoutStyle(CELL_LEFT, paragraph=line(s.table.pitch) + flush + _jc("left"), text=text),
        LayoutStyle(
            CELL_HEAD,
            paragraph="<w:keepNext/>" + line(s.table.pitch) + flush + _jc("center"),
            text=faces(s.faces.heading1) + text,
        ),
        LayoutStyle(
            CELL_LABEL,
            paragraph=line(s.table.pitch) + flush + _jc("center"),
            text=faces(s.faces.heading1) + text,
        ),
        LayoutStyle(TABLE_NOTE, paragraph=line(s.imprint.pitch) + flush + _jc("left"), text=text),
        LayoutStyle(
            LIST_LINE,
            paragraph=tabs(("right", s.page.area_height)) + line(s.imprint.pitch) + flush + _jc("left"),
            text='<w:spacing w:val="0"/>' + size(HAO["小四"]),
        ),
        LayoutStyle(
            SHEET_TITLE,
            paragraph=line(s.title.pitch) + flush + _jc("center"),
            text=faces(s.faces.title) + '<w:spacing w:val="0"/>' + size(HAO["二号"]),
        ),
    ]


PAGE_LINE, PAGE_GAP = 320, 237
"""Line of the page number and the white above it: with a footer 1427 twips from the edge it reaches the area."""


def _page_styles(s: Standard) -> list[LayoutStyle]:
    text = faces(s.faces.song) + '<w:spacing w:val="0"/>' + size(s.page_number.size)
    blank, four = s.page_number.blank, s.page_number.size
    inner = s.page_number.place == "居中"
    spacing = line(PAGE_LINE, before=PAGE_GAP)
    odd = indent(left=0, right=0 if inner else blank, first=0, unit=four)
    even = indent(left=0 if inner else blank, right=0, first=0, unit=four)
    return [
        LayoutStyle(PAGE_ODD, paragraph=spacing + odd + _jc("center" if inner else "right"), text=text),
        LayoutStyle(PAGE_EVEN, paragraph=spacing + even + _jc("center" if inner else "left"), text=text),
    ]


def styles_xml(standard: Standard) -> str:
    """Give the whole of word/styles.xml: no theme, Chinese, nothing that the templates do not use."""
    s = standard
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        + faces(s.faces.body)
        + size(s.body.size)
        + '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr>" + line(s.grid.pitch) + "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    # overflowPunct as Word has it by default: LibreOffice 7.4 reads it the wrong way round, and loses a mark that
    # hangs over the edge, unless it stands here.
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>' + line(s.grid.pitch) + _jc("both") + "</w:pPr>"
        "<w:rPr>"
        + faces(s.faces.body)
        + f'<w:spacing w:val="{int(s.grid.spacing)}"/><w:kern w:val="0"/>'
        + size(s.body.size)
        + '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )
    characters = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + _character(HEI, s.faces.heading1)
        + _character(KAI, s.faces.heading2)
    )
    tables = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    named = "".join(style.xml() for style in paragraph_styles(s))
    return _XML + f"<w:styles {NAMESPACES}>{defaults}{normal}{named}{characters}{tables}</w:styles>"


def _character(name: str, face: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{faces(face)}</w:rPr></w:style>'
    )


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def table_borders(standard: Standard) -> str:
    """Give the rules of tables in attachments."""
    return all_borders(standard.table.rule.eighths)
