"""The vocabulary that the shipped templates are made of.

A template is a Word file with named styles and with tags in plain sight. Its recipe is one function in
`tongzhi.layout.recipes` that joins pieces of this vocabulary::

    def make(s: Standard) -> Draft:
        return Draft(
            "会议通知",
            red_head(s)
            + title()
            + addressee()
            + heading1("会议时间和地点")
            + text("时间：{{ 会议时间 }}。")
            + when("附件说明", block("附件说明"))
            + block("落款")
            + imprint(s),
        )

Pieces are strings of WordprocessingML; `+` puts them one after the other.

- text: `text`, `heading1`-`heading2`, `item` (heading run in 楷体, then text), `plain`, `blank`, `title`, `addressee`
- tags: `when` (if / else over paragraphs), `each` (loop over paragraphs), `block` (a prepared fragment, `{{p X }}`)
- tables: `grid` with `head_row`, `loop_row`, `fixed_row`, or `form` (label and value cells)
- heads: `red_head`, `letter_head`, `telegram_head`, `drafting_sheet`
- ends: `closing` (附件说明, 落款, 附注), `imprint`
- pages: `annex` (label, title, body on a new page), `landscape` (its own section), `new_page`

What a template may ask for is prepared by `tongzhi.render.document.context`; the numbers come from the
standard that is handed through. `python -m tongzhi.layout.make` writes all templates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tongzhi.layout import styles as st
from tongzhi.layout.head import LETTER_HEADER
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import (
    Cell,
    Section,
    border,
    indent,
    line,
    paragraph,
    row,
    run,
    table,
)

Piece = str
FOOTERS = {"footer default": "rOdd", "footer even": "rEven"}
TURNED_FOOTERS = {"footer default": "rTurnedOdd", "footer even": "rTurnedEven"}
NO_FOOTERS = {"footer default": "rNone", "footer even": "rNone"}
LETTER_PARTS = {
    "header first": "rLetterHead",
    "footer first": "rLetterFoot",
    "header default": "rNoHeader",
    "header even": "rNoHeader",
    **FOOTERS,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A template before it is packed: what it is for, its body, and the section that ends it.

    `restart`: this last section is the first one after the drafting sheet, so its pages count from 1.
    """

    title: str
    body: Piece
    turned: bool = False
    letter: bool = False
    restart: bool = False


# --- text -----------------------------------------------------------------------------------------------


def text(content: str) -> Piece:
    """A paragraph of the text, indented by two characters."""
    return paragraph(content, style=st.TEXT)


def plain(content: str, style: str) -> Piece:
    """A paragraph in any named style."""
    return paragraph(content, style=style)


def blank(count: int = 1) -> Piece:
    """Blank lines."""
    return paragraph(style=st.BLANK) * count


def heading1(words: str, number: str = "{{ 章 }}、") -> Piece:
    """A heading 一、 in 黑体; the number is counted when the document is made, so that none is skipped."""
    return paragraph(number + words, style=st.HEADING1)


def heading2(words: str, number: str = "（{{ 节 }}）") -> Piece:
    """A heading （一） in 楷体 on its own line."""
    return paragraph(number + words, style=st.HEADING2)


def item(lead: str, rest: str, number: str = "（{{ 节 }}）", *, last: bool = False) -> Piece:
    """A paragraph that begins with a numbered heading in 楷体 and runs on in the text face.

    The `last` one of the text stays with 附件说明, organ and date.
    """
    runs = run(number + lead, style=st.KAI) + (run(rest) if rest else "")
    return paragraph(runs, style=st.TEXT, props="<w:keepNext/>" if last else "")


def title(tag: str = "{{ 标题分行 }}") -> Piece:
    """The title and the blank line under it (7.3.1, 7.3.2)."""
    return paragraph(tag, style=st.TITLE) + blank()


def official(
    s: Standard,
    name: str,
    body: Piece,
    annexes: Piece = "",
    carrier: str = "红头文件",
    *,
    closing_pieces: bool = True,
) -> Draft:
    """A whole official paper: sheet, head of its carrier, title, addressee, body, ends, attachments, imprint.

    Args:
        s: the standard.
        name: what the template is for.
        body: from under the addressee to the last text paragraph.
        annexes: what follows on new pages.
        carrier: 红头文件, 信函 or 电报.
        closing_pieces: whether 附件说明, 落款 and 附注 follow the body; else they stand in it.
    """
    letter = carrier == "信函"
    heads = {"红头文件": red_head, "信函": letter_head, "电报": telegram_head}
    front = drafting_sheet(s) + heads[carrier](s) + title() + addressee()
    ends = closing() if closing_pieces else ""
    foot = letter_imprint(s) if letter else imprint(s)
    whole = front + body + ends + annexes + foot
    return Draft(name, whole, letter=letter, restart='w:orient="landscape"' not in whole)


def last_text(content: str) -> Piece:
    """The last paragraph of the text; it stays with 附件说明, organ and date."""
    return paragraph(content, style=st.TEXT, props="<w:keepNext/>")


def addressee() -> Piece:
    """主送机关, unless it was moved to the imprint (7.3.2)."""
    return when("主送", paragraph("{{ 主送 }}：", style=st.ADDRESSEE))


SEVERAL = "{% if loop.length > 1 %}（{{ 节 }}）{% endif %}"
"""The number of a point in a loop, when there are several."""


def point(name: str) -> Piece:
    """A point of a looped list with heading 题 and text 文; numbered when there are several."""
    return item("{{ " + name + ".题 }}", "{{ " + name + ".文 }}", SEVERAL)


# --- tags -----------------------------------------------------------------------------------------------


def tag(words: str) -> Piece:
    """A paragraph that holds nothing but a tag; it leaves no trace in the document."""
    return paragraph("{%p " + words + " %}", style=st.TAG)


def when(test: str, yes: Piece, no: Piece = "") -> Piece:
    """Paragraphs that are printed when the test holds, and others when it does not."""
    return tag(f"if {test}") + yes + (tag("else") + no if no else "") + tag("endif")


def each(name: str, values: str, body: Piece) -> Piece:
    """Paragraphs that are printed once for every value of a list."""
    return tag(f"for {name} in {values}") + body + tag("endfor")


def block(name: str) -> Piece:
    """A prepared fragment whose form depends on the values: 落款, 附件说明, free text in several paragraphs."""
    return paragraph("{{p " + name + " }}", style=st.TEXT)


# --- tables ---------------------------------------------------------------------------------------------


def cell(content: str, style: str = st.CELL, **more: object) -> Cell:
    """A cell with one paragraph."""
    return Cell(paragraph(content, style=style), **more)  # type: ignore[arg-type]


def fit(widths: tuple[float, ...], whole: int) -> list[int]:
    """Give the column widths in twips for parts of the whole."""
    scale = whole / sum(widths)
    found = [round(part * scale) for part in widths]
    found[-1] += whole - sum(found)
    return found


def head_row(labels: tuple[str, ...], widths: list[int]) -> str:
    """The row of column names, repeated on every page."""
    return row([cell(label, st.CELL_HEAD) for label in labels], widths, header=True, height=500)


def loop_row(
    name: str, values: str, cells: tuple[str, ...], widths: list[int], left: frozenset[int] = frozenset()
) -> str:
    """A row that is printed once for every value of a list; columns in `left` hold running text."""
    made = [cell(words, st.CELL_LEFT if column in left else st.CELL) for column, words in enumerate(cells)]
    return (
        _tag_row(f"for {name} in {values}", widths)
        + row(made, widths, height=454)
        + _tag_row("endfor", widths)
    )


def when_row(test: str, rows: str, widths: list[int]) -> str:
    """Rows that are printed when the test holds."""
    return _tag_row(f"if {test}", widths) + rows + _tag_row("endif", widths)


def _tag_row(words: str, widths: list[int]) -> str:
    return row([cell("{%tr " + words + " %}", st.TAG, span=len(widths))], widths)


def fixed_row(cells: list[Cell], widths: list[int], height: int = 454) -> str:
    """A row as it stands."""
    return row(cells, widths, height=height)


def grid(s: Standard, widths: list[int], rows: str, *, margin: int = 57) -> Piece:
    """A ruled table with rows given as text; `margin` is the white beside the text of a cell in twips."""
    return table([rows], widths, borders=st.table_borders(s), margin=margin)


# --- heads ----------------------------------------------------------------------------------------------


def red_head(s: Standard, number: Piece = "") -> Piece:
    """The head above the red rule (7.2), and the blank lines down to the title; nothing for `--head 无`.

    Args:
        s: the standard.
        number: what stands between mark and rule instead of number and signers.
    """
    no_rule = "<w:pBdr>" + border("bottom", eighths=s.head.rule_width.eighths, colour="FFFFFF") + "</w:pBdr>"
    lines = (
        when("份号", plain("{{ 份号 }}", st.COPY_NO))
        + when("密级标注", plain("{{ 密级标注 }}", st.SECRECY))
        + when("紧急程度", plain("{{ 紧急程度 }}", st.SECRECY))
        + each("空行", "版头空行", blank())
    )
    number = number or when("签发人", block("上行文号"), plain("{{ 发文字号 }}", st.NUMBER))
    rule = when("红色", paragraph(style=st.RED_RULE), paragraph(style=st.RED_RULE, props=no_rule))
    return when(
        "版头",
        lines
        + block("发文机关标志")
        + blank(s.head.number_blank_lines)
        + number
        + rule
        + blank(s.title.blank_lines),
    )


def letter_head(s: Standard) -> Piece:
    """The elements under the first red rule of a letter (10.1); mark and rules hang in the first page's header."""
    flush = (
        when("份号", plain("{{ 份号 }}", st.COPY_NO))
        + when("密级标注", plain("{{ 密级标注 }}", st.SECRECY))
        + when("紧急程度", plain("{{ 紧急程度 }}", st.SECRECY))
    )
    number = plain("{{ 发文字号 }}", st.LETTER_NUMBER)
    return when("版头", number + flush + blank(s.letter.title_blank_lines))


def telegram_head(s: Standard) -> Piece:
    """The head of a telegram: mark, 发往 and 签批盖章, rule, 等级 and 编号 (practice; not in the standard)."""
    rule = when(
        "红色",
        paragraph(style=st.RED_RULE),
        paragraph(
            style=st.RED_RULE,
            props="<w:pBdr>" + border("bottom", eighths=12, colour="000000") + "</w:pBdr>",
        ),
    )
    sent = plain("发往：{{ 电报.发往 }}", st.TELEGRAM_LINE) + plain(
        "签批盖章：{{ 电报.签批盖章 }}", st.TELEGRAM_LINE
    )
    grade = plain("等级：{{ 电报.等级 }}\t编号：{{ 电报.编号 }}", st.TELEGRAM_LINE)
    return when(
        "版头",
        blank(3) + block("发文机关标志") + blank() + sent + grade + rule + blank(s.title.blank_lines),
    )


def drafting_sheet(s: Standard) -> Piece:
    """发文稿纸 as its own page in front, without page number; it stays in the office."""
    widths = fit((3, 6, 3, 6), s.page.area_width)
    label, value = st.CELL_LABEL, st.CELL_LEFT

    def pair(first: str, second: str) -> str:
        made = []
        for name in (first, second):
            made += [cell(name, label), cell("{{ 发文稿纸." + name + " }}", value)]
        return fixed_row(made, widths, 850)

    def wide(name: str, words: str, height: int = 850) -> str:
        return fixed_row([cell(name, label), cell(words, value, span=3)], widths, height)

    rows = (
        pair("签发", "会签")
        + pair("核稿", "拟稿")
        + fixed_row(
            [
                cell("发文字号", label),
                cell("{{ 发文字号 }}", value),
                cell("紧急程度", label),
                cell("{{ 紧急程度 }}", value),
            ],
            widths,
            850,
        )
        + pair("份数", "公开属性")
        + wide("标题", "{{ 标题 }}", 1400)
        + wide("主送", "{{ 主送全称 }}", 1400)
        + wide("抄送", "{{ 抄送 }}", 1100)
        + wide("附件", "{{ 附件目录 }}", 1100)
        + fixed_row(
            [
                cell("发文机关", label),
                cell("{{ 发文机关 }}", value),
                cell("成文日期", label),
                cell("{{ 成文日期 }}", value),
            ],
            widths,
            850,
        )
    )
    page = plain("{{ 发文机关 }}发文稿纸", st.SHEET_TITLE) + blank() + grid(s, widths, rows)
    return when("发文稿纸", page + section_break(s, NO_FOOTERS))


# --- ends -----------------------------------------------------------------------------------------------


def closing() -> Piece:
    """附件说明, organ and date, 附注 (7.3.4-7.3.6)."""
    return (
        when("附件说明", block("附件说明")) + block("落款") + when("附注", plain("（{{ 附注 }}）", st.NOTE))
    )


def imprint(s: Standard, label: str = "抄送") -> Piece:
    """版记 at the foot of the last page, its last rule on the lower edge of the type area (7.4).

    A table that floats to the bottom margin; `horzAnchor=page`, since LibreOffice drops a full-width table
    anchored to the margin back into the text, and drops a section break right before such a table.
    """
    whole = s.page.area_width
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page"'
        f' w:tblpX="{int(s.page.left)}" w:tblpYSpec="bottom"/>'
    )
    copies = when("版记主送", plain("主送：{{ 版记主送 }}。", st.IMPRINT)) + when(
        "抄送", plain(label + "：{{ 抄送 }}。", st.IMPRINT)
    )
    inner = border("bottom", eighths=s.imprint.inner_eighths)
    rows = when_row("抄送 or 版记主送", row([Cell(copies, borders=inner)], [whole]), [whole]) + row(
        [cell("{{ 印发机关 }}\t{{ 印发日期 }}印发", st.IMPRINT_LINE)], [whole]
    )
    edges = border("top", eighths=s.imprint.outer_eighths) + border("bottom", eighths=s.imprint.outer_eighths)
    foot = paragraph(style=st.TINY) + table([rows], [whole], borders=edges, place=place)
    return when("版记", foot + paragraph(style=st.TINY))


def letter_imprint(s: Standard) -> Piece:
    """版记 of a letter: 抄送 only, without rules, at the foot of the last page (10.1)."""
    whole = s.page.area_width
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page"'
        f' w:tblpX="{int(s.page.left)}" w:tblpYSpec="bottom"/>'
    )
    rows = row([cell("抄送：{{ 抄送 }}。", st.IMPRINT)], [whole])
    return when("抄送", table([rows], [whole], place=place) + paragraph(style=st.TINY))


# --- pages ----------------------------------------------------------------------------------------------


def new_page(first: Piece) -> Piece:
    """Put the first paragraph of a piece on a new page."""
    return first.replace("/>", "/><w:pageBreakBefore/>", 1)


def annex(label: str, name: str, body: Piece) -> Piece:
    """An attachment on a new page: label on line 1, title on line 3 (7.3.7)."""
    return plain(label, st.ANNEX_LABEL) + blank() + plain(name, st.ANNEX_TITLE) + body


def portrait_section(s: Standard, references: dict[str, str], *, kind: str = "nextPage") -> Section:
    """The upright sheet with its type area; the page number hangs 7 mm under it."""
    return Section(
        s.page.width,
        s.page.height,
        s.page.top,
        s.page.right,
        s.page.bottom,
        s.page.left,
        header=851,
        footer=s.page.bottom - st.PAGE_GAP - st.PAGE_LINE,
        pitch=s.grid.pitch,
        references=references,
        kind=kind,
    )


def body_section(s: Standard, *, letter: bool = False, restart: bool = False) -> Section:
    """Give the upright section of the text; a letter has its own first page."""
    section = portrait_section(s, LETTER_PARTS if letter else FOOTERS)
    section = replace(section, start=1 if restart else None)
    if not letter:
        return section
    return replace(section, title_page=True, header=LETTER_HEADER, footer=s.letter.foot_rule, grid=False)


def turned_section(s: Standard) -> Section:
    """The sheet turned clockwise, its head at the binding edge (clause 8)."""
    return Section(
        s.page.height,
        s.page.width,
        top=s.page.left,
        right=s.page.top,
        bottom=s.page.right,
        left=s.page.bottom,
        header=851,
        footer=851,
        pitch=s.grid.pitch,
        landscape=True,
        references=TURNED_FOOTERS,
        grid=False,
    )


def section_break(
    s: Standard, references: dict[str, str] | None = None, *, turned: bool = False, start: int | None = None
) -> Piece:
    """End a section; the paragraph is so low that it fits even under a full page."""
    section = turned_section(s) if turned else portrait_section(s, references or FOOTERS)
    section = replace(section, start=start)
    return paragraph(style=st.TINY, props=section.xml())


def landscape(s: Standard, body: Piece) -> Piece:
    """Pages across: ends the upright section before (the first of the paper), holds the body, ends itself."""
    return section_break(s, start=1) + body + section_break(s, turned=True)


__all__ = [
    "SEVERAL",
    "Cell",
    "Draft",
    "addressee",
    "annex",
    "blank",
    "block",
    "cell",
    "closing",
    "drafting_sheet",
    "each",
    "fit",
    "fixed_row",
    "grid",
    "head_row",
    "heading1",
    "heading2",
    "imprint",
    "indent",
    "item",
    "landscape",
    "last_text",
    "letter_head",
    "letter_imprint",
    "line",
    "loop_row",
    "new_page",
    "official",
    "plain",
    "point",
    "red_head",
    "section_break",
    "tag",
    "telegram_head",
    "text",
    "title",
    "when",
    "when_row",
]
