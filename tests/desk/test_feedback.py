"""Task feedback out and in."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tongzhi.desk.feedback import (
    FeedbackItem,
    form_files,
    items_of_plan,
    merge_returns,
    progress_by_unit,
    render_returns,
    split_items,
)
from tongzhi.papers.plan import Plan
from tongzhi.papers.progress_circular import ProgressCircular
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)
ITEMS = [
    FeedbackItem("1.1", "甲局", "排查尾矿库", "2026-10-31"),
    FeedbackItem("1.2", "甲局", "修订预案", "待定"),
    FeedbackItem("1.1", "乙县", "排查尾矿库", "2026-12-31"),
    FeedbackItem("2.1", "丙镇", "值班", ""),
]


def answered(folder: Path, unit: str, name: str, **rows: tuple[str, ...]) -> Path:
    """Fill in the form of a unit: number of the task → state, progress."""
    sheet_data = split_items(ITEMS)[unit]
    book = load_workbook(io.BytesIO(sheet_data))
    sheet = book.active
    assert sheet is not None
    for row in sheet.iter_rows(min_row=3):
        given = rows.get(f"t{row[0].value}".replace(".", "_"), ())
        for offset, text in enumerate(given):
            row[3 + offset].value = text
    path = folder / name
    book.save(path)
    return path


def test_one_form_a_unit_with_drop_down_and_protected_columns():
    forms = split_items(ITEMS)
    assert list(forms) == ["甲局", "乙县", "丙镇"]
    sheet = load_workbook(io.BytesIO(forms["甲局"])).active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]][2:] == ["1.1", "1.2"]
    (allowed,) = sheet.data_validations.dataValidation
    assert (allowed.formula1, str(allowed.sqref)) == ('"未启动,推进中,已完成,逾期"', "D3:D4")
    assert sheet.protection.sheet
    assert [sheet.cell(3, column).protection.locked for column in (1, 2, 3, 4, 5)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert split_items(ITEMS) == forms


def test_returns_are_merged_by_unit_and_number(tmp_path: Path):
    path = answered(tmp_path, "甲局", "随便的名字.xlsx", t1_1=("已完成", "查完"), t1_2=("推进中", "起草"))
    returned = merge_returns([path], ITEMS)
    assert [answer.state if answer else None for _, answer in returned.answers] == [
        "已完成",
        "推进中",
        None,
        None,
    ]
    assert returned.silent == ["乙县", "丙镇"]
    assert returned.problems == []


def test_later_return_replaces_the_earlier_one(tmp_path: Path):
    first = answered(tmp_path, "乙县", "一.xlsx", t1_1=("推进中", "在查"))
    second = answered(tmp_path, "乙县", "二.xlsx", t1_1=("已完成", "查完"))
    os.utime(first, (1_000, 1_000))
    os.utime(second, (2_000, 2_000))
    returned = merge_returns([second, first], ITEMS)
    answer = returned.answers[2][1]
    assert answer is not None
    assert answer.state == "已完成"
    assert returned.log == ["乙县 任务1.1：以“二.xlsx”为准，替换“一.xlsx”"]


def test_empty_form_counts_as_silence(tmp_path: Path):
    assert "乙县" in merge_returns([answered(tmp_path, "乙县", "乙县.xlsx")], ITEMS).silent


def test_odd_state_and_unknown_number_are_told(tmp_path: Path):
    path = answered(tmp_path, "乙县", "乙县.xlsx", t1_1=("快了", "在查"))
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet.append(["9.9", "多出来的", "", "已完成"])
    sheet.append(["", "没有编号的", "", "已完成"])
    book.save(path)
    told = [str(problem) for problem in merge_returns([path], ITEMS).problems]
    assert any("状态“快了”不能用" in line for line in told)
    assert any("没有任务“9.9”" in line for line in told)
    assert any("没有任务编号" in line for line in told)
    assert len(told) == 3


def test_progress_counts_what_is_overdue_and_makes_a_circular(tmp_path: Path):
    path = answered(tmp_path, "甲局", "甲局.xlsx", t1_1=("推进中", "在查"), t1_2=("已完成", "好了"))
    returned = merge_returns([path], ITEMS)
    rows = progress_by_unit(returned, DAY)
    assert rows[0] == {"单位": "甲局", "任务数": 2, "已完成": 1, "推进中": 0, "逾期": 1, "未反馈": 0}
    assert progress_by_unit(returned)[0]["逾期"] == 0
    circular = ProgressCircular.model_validate({**sample_values(ProgressCircular, DAY), "各单位进展": rows})
    assert [unit.unit for unit in circular.ranked] == ["甲局", "乙县", "丙镇"]
    names = load_workbook(io.BytesIO(render_returns(returned, DAY))).sheetnames
    assert names == ["反馈汇总", "各单位进展", "未反馈单位", "替换记录", "待处理"]


def test_plan_gives_its_rows_to_those_who_lead_and_support():
    plan = Plan.model_validate(sample_values(Plan, DAY))
    items = items_of_plan(plan.tasks)
    leads = {row.lead for row in plan.tasks}
    assert leads <= {item.unit for item in items} | {"待定"}
    assert {item.task for item in items} == {row.task for row in plan.tasks}


def edited(path: Path, *rows: list[str]) -> Path:
    """Let a unit write further cells into its form: address and text."""
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet[row[0]] = row[1]
    book.save(path)
    return path


def test_what_a_unit_adds_by_hand_is_told_and_not_lost(tmp_path: Path):
    path = answered(tmp_path, "甲局", "甲局.xlsx", t1_1=("推进中", "查了一半"))
    edited(path, ["J2", "备注"], ["J3", "缺检测设备"], ["E6", "另查了三座水库"])
    returned = merge_returns([path], ITEMS)
    told = "\n".join(map(str, returned.problems))
    assert "“备注”里写着“缺检测设备”" in told
    assert "第6行：这一行写了内容，没有任务编号" in told


def test_unit_that_only_names_its_trouble_has_answered(tmp_path: Path):
    path = edited(answered(tmp_path, "乙县", "乙县.xlsx"), ["G3", "没有经费"])
    returned = merge_returns([path], ITEMS)
    assert "乙县" not in returned.silent
    assert [answer.problem for _, answer in returned.answers if answer] == ["没有经费"]


def test_units_whose_names_make_one_file_name_get_a_form_each():
    forms = form_files({"甲/乙": b"1", "甲_乙": b"2", "甲:乙": b"3"})
    assert list(forms.values()) == [b"1", b"2", b"3"]


def test_forms_go_only_to_units_of_the_list_and_others_are_a_line_each() -> None:
    from tongzhi.desk.feedback import OPEN, FeedbackItem, part_by_list, render_unsettled
    from tongzhi.papers.profile import Profile

    office = Profile.model_validate(
        {
            "单位名称": "临江市安委办",
            "单位名录": [{"全称": "临江市应急管理局", "简称": "市应急局", "级别": "部门"}],
        }
    )
    items = [
        FeedbackItem("1", "市应急局", "修订预案"),
        FeedbackItem("2", "有关部门", "排查隐患"),
        FeedbackItem("3", OPEN, "督查"),
        FeedbackItem("4", "各企业", "自查"),
    ]
    listed, others = part_by_list(items, office)
    assert [(item.id, item.unit) for item in listed] == [("1", "临江市应急管理局")]
    assert [item.id for item in others] == ["2", "3", "4"]
    assert len(listed) + len(others) == len(items)
    sheet = load_workbook(io.BytesIO(render_unsettled(others))).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["有关部门", OPEN, "各企业"]
    assert part_by_list(items, None)[1] == [items[2]]
