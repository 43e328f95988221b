"""The two shapes of working papers: a form of labelled cells, and a list with one row for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.standard.gbt9704 import Standard

FORM_WIDTHS = (4.6, 9.4, 4.6, 9.4)


@dataclass(frozen=True, slots=True)
class Box:
    """A labelled cell: label, tag; a wide one takes the whole row, a tall one leaves room to write."""

    label: str
    tag: str
    wide: bool = False
    height: int = 540


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: heading, width in parts, tag, whether it holds running text."""

    label: str
    width: float
    tag: str
    running: bool = False


def tag(label: str) -> str:
    """Give the tag of a field by its label."""
    return "{{ " + label + " }}"


def one(label: str, name: str = "") -> Box:
    """Give a half-width field; `name` when the tag differs from the label."""
    return Box(label, tag(name or label))


def wide(label: str, name: str = "", height: int = 540) -> Box:
    """Give a field across the whole row."""
    return Box(label, tag(name or label), wide=True, height=height)


def form(s: Standard, fields: Sequence[Box]) -> rc.Piece:
    """A ruled form: two fields a row, wide ones alone."""
    widths = rc.fit(FORM_WIDTHS, s.page.area_width)
    rows, waiting = "", list[Box]()
    for field in fields:
        if field.wide:
            rows += _pair(waiting, widths)
            waiting = []
            cells = [rc.cell(field.label, st.CELL_LABEL), rc.cell(field.tag, st.CELL_LEFT, span=3)]
            rows += rc.fixed_row(cells, widths, field.height)
            continue
        waiting.append(field)
        if len(waiting) == 2:
            rows += _pair(waiting, widths)
            waiting = []
    rows += _pair(waiting, widths)
    return rc.grid(s, widths, rows)


def _pair(fields: list[Box], widths: list[int]) -> str:
    if not fields:
        return ""
    if len(fields) == 1:
        cells = [rc.cell(fields[0].label, st.CELL_LABEL), rc.cell(fields[0].tag, st.CELL_LEFT, span=3)]
    else:
        cells = [
            cell
            for field in fields
            for cell in (rc.cell(field.label, st.CELL_LABEL), rc.cell(field.tag, st.CELL_LEFT))
        ]
    return rc.fixed_row(cells, widths, max(field.height for field in fields))


def entries(
    s: Standard,
    name: str,
    values: str,
    columns: Sequence[ListColumn],
    *,
    turned: bool = False,
    foot: str = "",
) -> rc.Piece:
    """A ruled table with a row for each value of a list.

    Args:
        s: the standard.
        name: the loop's name for one entry.
        values: the list's name.
        columns: the columns.
        turned: whether the sheet lies across.
        foot: rows under the entries (totals).
    """
    widths = rc.fit(
        tuple(column.width for column in columns), s.page.area_height if turned else s.page.area_width
    )
    running = frozenset(position for position, column in enumerate(columns) if column.running)
    rows = rc.head_row(tuple(column.label for column in columns), widths)
    rows += rc.loop_row(name, values, tuple(column.tag for column in columns), widths, running)
    return rc.grid(s, widths, rows + foot, margin=40)


def column_widths(s: Standard, columns: Sequence[ListColumn], *, turned: bool = False) -> list[int]:
    """Give the widths that `entries` uses, for rows under the entries."""
    return rc.fit(
        tuple(column.width for column in columns), s.page.area_height if turned else s.page.area_width
    )


def heading(name: str = "标题分行") -> rc.Piece:
    """The title of a working paper and the blank line under it."""
    return rc.plain(tag(name), st.ANNEX_TITLE) + rc.blank()


def note(words: str) -> rc.Piece:
    """A line in small type above or below a table."""
    return rc.plain(words, st.TABLE_NOTE)


def ends(words: str) -> rc.Piece:
    """A line with two or three parts, parted by tabs."""
    return rc.plain(words, st.LIST_LINE)
