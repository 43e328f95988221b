"""The .xlsx and .json forms to fill in: stale values are marked, odd values are written so that they can be read back."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl

from tongzhi.papers.index import find_type
from tongzhi.render.form import form_workbook
from tongzhi.render.sample import sample_json, sample_values

DAY = date(2026, 11, 23)
NOTICE = find_type("notice")


def sheets(values: dict[str, Any], key: str = "notice", **more: Any) -> Any:
    kind = find_type(key)
    data = form_workbook(kind, {**sample_values(kind, DAY), **values}, **more)
    return openpyxl.load_workbook(io.BytesIO(data))


def cell_beside(book: Any, label: str) -> Any:
    main = book.worksheets[0]
    return next(row[1] for row in main.iter_rows() if str(row[0].value or "").rstrip("＊") == label)


def test_stale_fields_are_marked_in_the_form() -> None:
    book = sheets({}, notes={"地点": "旧文件里的，核对", "会议内容": "旧文件里的，核对"})
    plain = sheets({})
    for label in ("地点", "会议内容"):
        row = cell_beside(book, label).row
        marked = book.worksheets[0].cell(row, 3)
        assert marked.fill.fgColor.rgb.endswith("FCE4D6"), label
        assert not plain.worksheets[0].cell(row, 3).fill.fgColor.rgb.endswith("FCE4D6"), label
    assert "核对" in "".join(str(cell.value or "") for row in book.worksheets[0].iter_rows() for cell in row)


def test_suggested_value_is_tinted_and_a_derived_one_is_not() -> None:
    suggested = cell_beside(sheets({"地点": {"值": "三楼会议室", "出处": "建议"}}), "地点")
    derived = cell_beside(sheets({"地点": {"值": "三楼会议室", "出处": "推算"}}), "地点")
    assert (suggested.value, derived.value) == ("三楼会议室", "三楼会议室")
    assert suggested.fill.fgColor.rgb.endswith("FFF2CC")
    assert not derived.fill.fgColor.rgb.endswith("FFF2CC")


def test_records_written_in_one_line_are_laid_out_in_their_columns() -> None:
    book = sheets({"联系人": "陈某 0971-8230001", "参会人员": ["市安委会成员单位"]})
    rows = {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(max_row=2)]
        for sheet in book.worksheets
    }
    assert "陈某" in str(rows)
    assert "市安委会成员单位" in str(rows)


def test_record_that_cannot_be_read_is_left_for_the_clerk() -> None:
    book = sheets({"主持人": {"姓名": "张某", "绰号": "老张"}})
    shown = " ".join(
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )
    assert "张某" in shown


def test_stale_fields_are_told_in_the_json_form() -> None:
    made = sample_json(NOTICE, DAY, notes={"地点": "旧文件里的，核对"}).decode()
    assert '"//★地点": "旧文件里的，核对"' in made
