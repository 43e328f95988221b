"""Who came: marks of the sign-in list counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tongzhi.desk.attendance import (
    LEAVE_BOOK,
    Seen,
    attendance_data,
    count_attendance,
    read_sign_in,
    read_with_leave,
    render_leave_book,
    render_sign_in_book,
)  # fmt: skip
from tongzhi.desk.people import Reply
from tongzhi.errors import InputError

Book = Callable[..., Path]


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        ("到会", "到会"), ("√", "到会"), ("✓", "到会"), ("已到", "到会"), ("签到", "到会"), ("是", "到会"), ("赵某", "到会"), ("迟到", "迟到"),
        ("迟到10分钟", "迟到"), ("替会", "替会"), ("请假", "请假"), ("病假", "缺席"), ("", "缺席"), ("未到", "缺席"), ("×", "缺席"), ("缺席", "缺席"),
    ],
)  # fmt: skip
def test_marks_as_offices_write_them(book: Book, mark: str, state: str):
    path = book(
        "签到表.xlsx",
        [["会议签到表"], ["单位", "姓名", "到会"], ["甲局", "赵某", mark], ["甲局", "钱某", "√"]],
    )
    assert read_sign_in(path)[0][0] == Seen("甲局", "赵某", state)  # type: ignore[arg-type]


def test_unreadable_mark_is_told(book: Book):
    path = book("a.xlsx", [["单位", "姓名", "签到"], ["甲局", "赵某", "病了"], ["", "钱某", "到"]])
    seen, problems = read_sign_in(path)
    assert [(one.unit, one.state) for one in seen] == [("甲局", "缺席"), ("甲局", "到会")]
    assert "“病了”看不懂" in str(problems[0])


def test_word_list_is_read_too(paper: Book):
    path = paper("签到表.docx", ["签到表"], [["单位", "姓名", "签到"], ["甲局", "赵某", "赵某"]])
    assert read_sign_in(path)[0] == [Seen("甲局", "赵某", "到会")]


@pytest.mark.parametrize("rows", [[["姓名", "电话"], ["赵某", "1"]], [["姓名", "到会"], ["赵某", ""]]])
def test_list_without_marks_is_refused(book: Book, rows: list[list[str]]):
    with pytest.raises(InputError):
        read_sign_in(book("a.xlsx", rows))


def test_counts_add_up():
    marks = ("到会", "迟到", "替会", "请假", "缺席")
    (row,) = count_attendance(Seen("甲局", f"张{mark}", mark) for mark in marks)  # type: ignore[arg-type]
    assert (row["应到"], row["实到"], row["请假"], row["缺席"], row["迟到"], row["替会"]) == (
        5,
        3,
        1,
        1,
        1,
        1,
    )
    assert row["备注"] == "张请假请假、张缺席缺席"
    data = attendance_data([Seen("甲局", "赵某", "到会")], "会议", None)
    assert (data["种类"], data["会议名称"], data["到会情况"][0]["实到"]) == ("到会", "会议", 1)


def test_sign_in_book_offers_the_marks_and_those_on_leave_are_counted_from_the_list_beside_it(tmp_path: Path):
    path = tmp_path / "签到表.xlsx"
    path.write_bytes(render_sign_in_book([Reply("甲局", "赵某")], "会议签到表"))
    (tmp_path / LEAVE_BOOK).write_bytes(render_leave_book([Reply("乙局", "钱某", note="请假：出差")]))
    sheet = load_workbook(path).active
    assert sheet is not None
    assert [cell.value or "" for cell in sheet["E"]][1:] == ["到会", ""]
    (allowed,) = sheet.data_validations.dataValidation
    assert allowed.formula1 == '"到会,迟到,替会,请假,缺席"'
    assert str(allowed.sqref) == "E3"
    sheet["E3"] = "到会"
    sheet.parent.save(path)
    assert read_with_leave(path)[0] == [
        Seen("甲局", "赵某", "到会"),
        Seen("乙局", "钱某", "请假", "请假：出差"),
    ]


def test_sheet_without_people_and_a_line_of_totals_are_passed_over(book: Book):
    path = book(
        "签到表.xlsx", [["单位", "姓名", "到会"], ["合计", "合计", "2"]],
        第二页=[["单位", "姓名", "到会"], ["甲局", "赵某", "√"], ["小计", "小计", "1"], ["乙局", "", ""]],
    )  # fmt: skip
    assert read_sign_in(path)[0] == [Seen("甲局", "赵某", "到会")]
