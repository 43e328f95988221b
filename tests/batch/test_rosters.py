"""Rosters as offices keep them: what their columns, lists and further sheets become."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tongzhi.batch.order import carry_out, plan_order
from tongzhi.word.text import read_text

from .conftest import COMMON, documents

INSPECTION = {
    **COMMON, "种类": "督查", "督查时间": "2026年9月21日", "督查组": "市安委会第三督查组", "方式": "四不两直",
    "对象及数量": "6个乡镇", "总体情况": "总体平稳。",
}  # fmt: skip


@pytest.fixture
def make(order, tmp_path):
    """Make the batch of a roster; gives name → text, and what was told."""

    def made(roster, **more):
        path = write(tmp_path / "名册", roster)
        prepared = order(roster=path, **more)
        plan = plan_order(prepared)
        outcome = carry_out(prepared, plan)
        texts = {name: "".join(read_text(data).split()) for name, data in documents(tmp_path / "out").items()}
        return texts, [str(problem) for problem in (*plan.notes, *outcome.problems, *outcome.warnings)]

    return made


def write(path: Path, roster) -> Path:
    """A text is a .csv, a list of records a .json, sheets of rows an .xlsx."""
    if isinstance(roster, str):
        path = path.with_suffix(".csv")
        path.write_text(roster, encoding="utf-8")
    elif isinstance(roster, list):
        path = path.with_suffix(".json")
        path.write_text(json.dumps(roster, ensure_ascii=False), encoding="utf-8")
    else:
        path = path.with_suffix(".xlsx")
        workbook = Workbook()
        workbook.remove(workbook.active)
        for name, rows in roster.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        workbook.save(path)
    return path


def test_tasks_of_one_county_make_one_circular_and_the_responsible_unit_is_theirs(make):
    texts, told = make(
        {
            "县区": [
                ["县区", "交办事项", "责任单位", "办理时限"],
                ["青川县", "排查尾矿库；检查渡口", "县应急管理局", "2026-12-20"],
                ["青川县", "检查校车", "县教育局", "2026-12-25"],
                ["剑阁县", "检查学校食堂；检查敬老院", "县市场监管局", "2026-12-25"],
            ]
        }
    )
    assert told == []
    assert list(texts) == ["001-青川县-通报.docx", "002-剑阁县-通报.docx"]
    assert "排查尾矿库；检查渡口" in texts["001-青川县-通报.docx"]
    assert "县教育局" in texts["001-青川县-通报.docx"]
    assert "检查学校食堂；检查敬老院" in texts["002-剑阁县-通报.docx"]


def test_attendance_and_posts_of_one_county_make_one_circular(make):
    meeting = {**COMMON, "种类": "到会", "会议名称": "全市安全生产工作会议", "会议日期": "2026-11-18"}
    texts, _ = make(
        "县区,单位,应到,实到,缺席\n青川县,县应急局,3,2,1\n青川县,县教育局,2,2,0\n剑阁县,县公安局,1,1,0\n",
        common=meeting,
    )
    assert len(texts) == 2
    assert "县应急局" in texts["001-青川县-通报.docx"]
    assert "县教育局" in texts["001-青川县-通报.docx"]


def test_county_that_lists_the_posts_found_empty(make):
    check = {
        **COMMON,
        "种类": "值班抽查",
        "抽查时间": "2026年9月26日20时至22时",
        "抽查单位数": 20,
        "正常": 18,
        "不在岗": 2,
        "方式": "电话抽查",
        "工作要求": "严格落实带班值班制度",
    }
    texts, _ = make(
        {"县区": [["县区", "单位", "情况"], ["青川县", "某镇人民政府", "电话无人接听"], ["青川县", "某林场", "不在岗"]]},
        common=check,
    )  # fmt: skip
    assert list(texts) == ["001-青川县-通报.docx"]
    assert "某林场" in texts["001-青川县-通报.docx"]


def test_columns_beside_a_list_of_records_hold_for_each_of_them(make):
    texts, told = make(
        [
            {
                "县区": "青川县",
                "存在问题": [{"问题": "仓库通道堵塞", "责任单位": "县商务局"}, {"问题": "配电箱没有门"}],
                "责任单位": "县应急管理局",
                "整改时限": "2026-12-20",
            },
            {
                "县区": "剑阁县",
                "存在问题": ["渡口无人值守"],
                "责任单位": "县交通运输局",
                "整改时限": "2026-12-20",
            },
            {
                "县区": "剑阁县",
                "存在问题": [{"问题": "校车超员"}, "校门拥堵"],
                "责任单位": "县教育局",
                "整改时限": "2026-12-20",
            },
        ]
    )
    assert told == []
    assert texts["001-青川县-通报.docx"].count("县商务局") == 1
    assert texts["001-青川县-通报.docx"].count("县应急管理局") == 1
    assert texts["002-剑阁县-通报.docx"].count("县教育局") == 2
    assert texts["002-剑阁县-通报.docx"].count("县交通运输局") == 1


def test_requirement_as_a_record_is_that_of_the_paper(make):
    texts, told = make(
        [
            {
                "县区": "青川县",
                "存在问题": ["仓库通道堵塞"],
                "整改要求": {"内容": "逐项整改销号", "时限": "2026-12-31"},
            }
        ],
        common=INSPECTION,
    )
    assert told == []
    assert "三、整改要求逐项整改销号，于2026年12月31日前完成整改。" in texts["001-青川县-通报.docx"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["整改要求·内容", "整改要求·时限"], ["逐项整改销号", "2026-12-31"]),
        (["整改要求", "整改要求"], ["清理通道", "2026-12-31"]),
    ],
)
def test_requirement_in_columns_of_its_own(make, headings, cells):
    texts, _ = make(
        {"县区": [["县区", "问题", *headings], ["青川县", "仓库通道堵塞", *cells]]}, common=INSPECTION
    )
    assert "12月31日" in texts["001-青川县-通报.docx"]
    assert cells[0] in texts["001-青川县-通报.docx"]


def test_unit_that_every_row_repeats_is_addressed_once_and_others_are_added(make):
    texts, _ = make(
        {
            "县区": [
                ["县区", "问题", "主送机关", "抄送机关"],
                ["青川县", "一号仓库堵塞", "青川县安委会", "市应急管理局"],
                ["青川县", "配电箱没有门", "青川县安委会", "市交通运输局"],
                ["青川县", "校车超员", "青川县安委会", "市应急管理局"],
            ]
        }
    )
    [text] = texts.values()
    assert text.count("青川县安委会：") == 1
    assert "抄送：市应急管理局、市交通运输局。" in text


def test_nothing_in_the_column_of_the_list_is_nothing(make):
    texts, told = make(
        {
            "县区": [
                ["县区", "问题描述", "部位"],
                ["青川县", "无", None],
                ["剑阁县", "渡口无人值守", "乔庄渡口"],
            ]
        }
    )
    assert list(texts) == ["002-剑阁县-通报.docx"]
    assert "无" not in told


def test_lines_of_a_text_file_without_a_county_go_on_with_the_one_above(make):
    texts, _ = make(
        "县区,抄送机关,问题\n青川县,市应急管理局,仓库通道堵塞\n,,配电箱没有门\n,,渡口无人值守\n剑阁县,,校车超员\n"
    )
    assert list(texts) == ["001-青川县-通报.docx", "002-剑阁县-通报.docx"]
    assert "渡口无人值守" in texts["001-青川县-通报.docx"]


def test_moment_as_a_spreadsheet_counts_it(make):
    accident = {
        **COMMON, "种类": "事故", "初步原因": "初步分析为作业前未有效隔离", "暴露问题": "动火作业审批走形式", "工作要求": "举一反三",
    }  # fmt: skip
    texts, _ = make(
        {
            "县区": [
                ["县区", "发生时间", "事故单位", "死亡", "地点", "简要经过"],
                ["青川县", 46285.604166, "某化工有限公司", 1, "某镇工业园区", "管线泄漏起火"],
            ]
        },
        common=accident,
    )
    assert "2026年9月20日（星期日）下午2:30" in texts["001-青川县-通报.docx"]


def test_further_sheets_are_taken_by_their_columns_and_what_is_left_over_is_told(make):
    texts, told = make(
        {
            "县区": [
                ["县区", "主送机关"],
                ["青川县", "青川县安委会"],
                ["剑阁县", None],
                [None, "旺苍县安委会"],
            ],
            "明细": [
                ["县区", "问题", "整改期限", "联系电话"],
                ["青川县", "渡口无人值守", "2026-12-31", "0839-1234567"],
                [None, "没写县", "2026-12-31", None],
                ["昭化区", "不在名册", "2026-12-31", None],
            ],
            "说明": [["用途", "电话"], ["填报", "0839-7654321"]],
        }
    )
    assert list(texts) == ["001-青川县-通报.docx"]
    assert "渡口无人值守" in texts["001-青川县-通报.docx"]
    said = "\n".join(told)
    assert "工作表“明细” “联系电话”：没有这个字段" in said
    assert "没有写单位，这一行没有用到" in said
    assert "“昭化区”不在名册里" in said
    assert "工作表“说明”：按名称是旧表、副本或说明，没有读" in said


def test_column_given_twice_is_used_once(make):
    texts, told = make("县区,问题,县区\n青川县,渡口无人值守,剑阁县\n")
    assert list(texts) == ["001-青川县-通报.docx"]
    assert "“县区(2)”：没有这个字段，这一列没有用到" in "\n".join(told)


def test_sheet_that_names_the_list_as_a_whole(make):
    texts, _ = make(
        {
            "县区": [["县区", "主送机关"], ["青川县", "青川县安委会"]],
            "附件": [["县区", "附件1", "附件2"], ["青川县", "问题清单", "整改台账"]],
            "问题": [["县区", "问题描述"], ["青川县", "渡口无人值守"]],
        }
    )
    assert "渡口无人值守" in texts["001-青川县-通报.docx"]
    assert "整改台账" in texts["001-青川县-通报.docx"]
