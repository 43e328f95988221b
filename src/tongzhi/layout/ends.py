"""What stands below the text: attachment note, signature, imprint."""

from __future__ import annotations

from tongzhi.layout import styles as st
from tongzhi.layout.pieces import Piece, block, cell, plain, when, when_row
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, border, paragraph, row, table


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
    rows = when_row("抄送 or 版记主送", row([CellFragment(copies, borders=inner)], [whole]), [whole]) + row(
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
    tiny = paragraph(style=st.TINY)
    return when("抄送", tiny + table([rows], [whole], place=place) + tiny)
