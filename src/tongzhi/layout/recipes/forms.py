"""Forms that stand in attachments and alone: 参会回执 and 会议请假报备单."""

from __future__ import annotations

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.standard.gbt9704 import Standard

RSVP_COLUMNS = (
    ("序号", 2.2),
    ("姓名", 4.2),
    ("性别", 2.2),
    ("民族", 2.2),
    ("职务", 5.2),
    ("手机", 7.2),
    ("参会方式", 4.2),
    ("是否发言", 3.2),
    ("车牌号", 4.4),
    ("用餐/住宿", 3.6),
    ("备注", 3),
)
RSVP_ROWS = 8
RSVP_FIELDS = ("", "姓名", "性别", "民族", "职务", "手机", "参会方式", "是否发言", "车牌", "用餐住宿", "备注")
"""The fields of a reply in the order of the columns; the first is counted."""


def rsvp_table(s: Standard, rows: str = "") -> rc.Piece:
    """The table of a reply, with blank rows or with rows from data."""
    widths = rsvp_widths(s)
    empty = [rc.cell("") for _ in RSVP_COLUMNS]
    blank_rows = "".join(
        rc.fixed_row([rc.cell(str(number)), *empty[1:]], widths, 560) for number in range(1, RSVP_ROWS + 1)
    )
    labels = tuple(label for label, _ in RSVP_COLUMNS)
    return rc.grid(s, widths, rc.head_row(labels, widths) + (rows or blank_rows))


def rsvp_widths(s: Standard) -> list[int]:
    """Give the column widths of a reply."""
    return rc.fit(tuple(width for _, width in RSVP_COLUMNS), s.page.area_width)


def rsvp_form(s: Standard) -> rc.Piece:
    """A reply to be filled in by hand or on the screen."""
    return (
        rc.plain("单位（盖章）：", st.TABLE_NOTE)
        + rsvp_table(s)
        + rc.plain(
            "填报人：　　　　　　　联系电话：　　　　　　　　填报时间：　　　年　　月　　日", st.TABLE_NOTE
        )
        + rc.plain("注：参会方式填“主会场”或“分会场”；每人一行，行数不够可另加。", st.TABLE_NOTE)
    )


LEAVE_FIELDS = (
    ("单位", "请假人"),
    ("职务", "联系方式（24小时畅通）"),
    ("会议名称", ""),
    ("请假事由", ""),
    ("起止时间", "外出地点"),
    ("代会人姓名", "代会人职务"),
    ("返岗时限", "是否事后补单"),
    ("分管领导意见", ""),
    ("主要领导审批", ""),
    ("备案单位", "备案时间"),
)
_TALL = frozenset(("请假事由", "分管领导意见", "主要领导审批"))


def leave_form(s: Standard, values: dict[str, str] | None = None) -> rc.Piece:
    """The slip by which leave is asked for and filed; `values` maps a label to its tag."""
    widths = rc.fit((4.5, 9.5, 5, 9), s.page.area_width)
    shown = values or {}
    rows = ""
    for first, second in LEAVE_FIELDS:
        height = 1250 if first in _TALL else 580
        cells = [rc.cell(first, st.CELL_LABEL)]
        if second:
            cells += [
                rc.cell(shown.get(first, ""), st.CELL_LEFT),
                rc.cell(second, st.CELL_LABEL),
                rc.cell(shown.get(second, ""), st.CELL_LEFT),
            ]
        else:
            cells.append(rc.cell(shown.get(first, ""), st.CELL_LEFT, span=3))
        rows += rc.fixed_row(cells, widths, height)
    return rc.grid(s, widths, rows)
