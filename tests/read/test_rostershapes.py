"""Lists in which the unit stands outside the rows, or one row holds several problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tongzhi.read.meanings import read_status, split_unit_person
from tongzhi.read.roster import read_roster


def book(folder: Path, merged: tuple[str, ...] = (), **sheets: list[list[Any]]) -> Path:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for span in merged:
            sheet.merge_cells(span)
    made.save(folder / "清单.xlsx")
    return folder / "清单.xlsx"


def values(path: Path) -> list[dict[str, Any]]:
    main = read_roster(path)
    return [row.values for roster in (main, *main.others) for row in roster.rows]


HEADS = ["序号", "问题", "责任人", "整改期限"]


def test_a_line_over_each_table_says_whose_its_rows_are(tmp_path: Path):
    path = book(
        tmp_path,
        暗访=[
            ["腊月暗访"], ["受检单位：柳编厂"], HEADS, [1, "配电箱未上锁", "甘某", "12月18日"],
            ["受检单位：砖瓦厂"], HEADS, [1, "窑门无防护", "乙某", "12月19日"],
        ],
    )  # fmt: skip
    assert [(one["受检单位"], one["问题"]) for one in values(path)] == [
        ("柳编厂", "配电箱未上锁"),
        ("砖瓦厂", "窑门无防护"),
    ]


def test_a_sheet_for_each_county_gives_its_rows_the_county(tmp_path: Path):
    heads = ["序号", "问题描述", "责任单位", "整改时限"]
    path = book(
        tmp_path,
        柳河=[["柳河县督导问题清单"], heads, [1, "仓库超量", "县公安局", "12月10日"]],
        石岭=[["石岭市督导问题清单"], heads, [1, "索道断丝", "市文旅局", "12月12日"]],
    )
    assert [(one["县区"], one["问题描述"]) for one in values(path)] == [
        ("柳河县", "仓库超量"),
        ("石岭市", "索道断丝"),
    ]
    assert any("柳河县" in note.found for note in read_roster(path).notes)


def test_sheets_that_have_a_county_column_keep_it(tmp_path: Path):
    heads = ["县区", "问题", "整改时限"]
    path = book(
        tmp_path, 柳河县=[heads, ["白岭县", "甲", "12月1日"]], 石岭市=[heads, ["青岭县", "乙", "12月1日"]]
    )
    assert [one["县区"] for one in values(path)] == ["白岭县", "青岭县"]


def test_a_column_for_each_kind_of_problem_is_a_row_a_problem(tmp_path: Path):
    path = book(
        tmp_path,
        ("B1:D1", "A1:A2", "E1:E2"),
        检查=[
            ["县区", "发现问题", None, None, "整改时限"],
            [None, "消防", "食品", "校车", None],
            ["柳河县", "灭火器过期", None, "逃生锤缺失", "1月10日"],
            ["石岭市", "无", "无", "无", None],
        ],
    )
    assert [(one["县区"], one["发现问题"]) for one in values(path)] == [
        ("柳河县", "消防：灭火器过期"),
        ("柳河县", "校车：逃生锤缺失"),
        ("石岭市", "无"),
    ]


def test_words_of_a_ledger_in_mid_life():
    said = {
        "基本完成，待乡级验收": "待验收",
        "退回重改": "办单",
        "核查不合格": "办单",
        "整改中（备件未到）": "办单",
    }
    assert {words: read_status(words) for words in said} == said


def test_a_unit_and_a_dotted_name_in_one_cell():
    assert split_unit_person("粮站 艾山·吐尔逊") == ("粮站", "艾山·吐尔逊")
