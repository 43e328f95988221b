"""What the pages do with papers beside filling them: old ones read, reply forms made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.desk.sheets import make_workbook
from tongzhi.errors import InputError
from tongzhi.model.stale import blank_past, find_stale
from tongzhi.office import to_docx
from tongzhi.read.document import by_label
from tongzhi.read.sources import read_source

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.papers.notice import Notice

OLD = (".doc", ".wps", ".rtf")


def read_old(
    path: Path, kind: type[Document], day: date, *, with_past: bool = False
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Give the values of an old paper by Chinese label, and what of them is likely out of date.

    Days that are past are left out, to be filled in anew, unless `with_past`.

    Raises:
        InputError: it cannot be read.
    """
    if path.suffix.lower() in OLD:
        path = to_docx(path, path.parent / "converted")
    source = read_source(path, kind)
    if source.problems:
        raise InputError(list(source.problems))
    values, gone = by_label(dict(source.values), kind), dict[str, str]()
    if not with_past:
        values, gone = blank_past(kind, values, day)
    stale = find_stale(kind, values, day)
    for label, was in gone.items():
        stale.setdefault(label, []).append(f"日期 {was} 已过，填这次的")
    for label, odd in source.odd.items():
        stale.setdefault(label, []).append(odd)
    return values, stale


COLUMNS = (
    "序号",
    "单位",
    "姓名",
    "性别",
    "民族",
    "职务",
    "手机",
    "参会方式",
    "是否发言",
    "车牌",
    "用餐/住宿",
    "备注",
)
ROWS = 10


def reply_form(notice: Notice) -> bytes:
    """Give the 参会回执 of a notice as .xlsx; filled in and dropped again, the desk reads it."""
    rows = [[number, *([""] * (len(COLUMNS) - 1))] for number in range(1, ROWS + 1)]
    widths = {"单位": 28, "职务": 20, "手机": 16, "备注": 20}
    return make_workbook([("参会回执", COLUMNS, rows)], title=f"{notice.meeting_name}参会回执", widths=widths)
