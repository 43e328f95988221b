"""`fill` takes the sheets that offices keep: the list of a paper is read by the meaning of its columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tongzhi.papers.rectification import Rectification
from tongzhi.read.form import read_form


def book(path: Path, *lines: list[Any]) -> Path:
    made = Workbook()
    for line in lines:
        made.active.append(line)
    made.save(path)
    return path


def test_ledger_of_an_office_gives_the_hazards(tmp_path: Path) -> None:
    path = book(
        tmp_path / "台账.xlsx",
        ["某县隐患排查治理台账"], ["填报单位：县安委办", None, "截至：2026年12月7日"],
        ["序号", "乡镇（街道）", "受检单位", "发现的问题", "整改责任单位（人）", "完成时限", "复查人", "销号时间"],
        [1, "河埠镇", "渡口", "救生衣数量不足", "渡口管理所（满建红）", "12月20日前", "谈笑", None],
        ["小计", None, None, "1条"],
        [2, "黄泥镇", "煤场", "筛分楼护栏缺口", "黄泥煤场 车明", date(2026, 12, 25), None, "2026年12月1日"],
    )  # fmt: skip
    first, second = read_form(path, Rectification).values["隐患"]
    assert (first["所属地区"], first["单位名称"], first["隐患描述"]) == ("河埠镇", "渡口", "救生衣数量不足")
    assert (first["整改责任单位"], first["整改责任人"], first["整改时限"]) == (
        "渡口管理所",
        "满建红",
        "2026-12-20",
    )
    assert (second["整改责任单位"], second["整改责任人"]) == ("黄泥煤场", "车明")
    assert second["销号日期"] == "2026-12-01"


@pytest.mark.parametrize(("cell", "words"), [("11月31日", "不存在"), ("#REF!", "“整改期限”是 #REF!")])
def test_cell_that_cannot_be_used_is_told_with_its_row(tmp_path: Path, cell: str, words: str) -> None:
    path = book(
        tmp_path / "台账.xlsx",
        ["截至：2026年12月7日"],
        ["属地", "隐患问题", "整改期限"],
        ["河埠镇", "救生衣数量不足", cell],
    )
    [problem] = read_form(path, Rectification).problems
    assert problem.place.row == 3
    assert words in problem.found


HEAD = [
    "镇街",
    "受检企业",
    "检查发现的问题",
    "检查日期",
    "整改方式",
    "整改时限",
    "整改责任单位、责任人",
    "整改情况",
]


def limits(tmp_path: Path, *cells: Any) -> tuple[list[dict[str, Any]], list[str]]:
    lines = [
        ["河埠镇", f"第{number}石料厂", "传动皮带缺少防护网罩", date(2026, 11, 20), "限期", cell, "石料厂 王五", "整改中"]
        for number, cell in enumerate(cells, 1)
    ]  # fmt: skip
    source = read_form(book(tmp_path / "清单.xlsx", HEAD, *lines), Rectification)
    return source.values["隐患"], [str(each) for each in source.problems]


def test_limits_without_a_usable_day_are_told_all_at_once(tmp_path: Path) -> None:
    _, problems = limits(tmp_path, None, "12月20日", "尽快", "限期整改", "  ")
    assert [("第2行" in each, "第4行" in each, "第5行" in each, "第6行" in each) for each in problems] == [
        (True, False, False, False),
        (False, True, False, False),
        (False, False, True, False),
        (False, False, False, True),
    ]
    assert "“尽快”不是明确的时限" in problems[1]


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("立行立改", "立行立改"), ("现场立即整改", "现场立即整改"), ("当日整改到位", "当日整改到位"), ("待定", "待定"),
        ("限期12月20日前", "2026-12-20"), ("立行立改（12月1日前）", "2026-12-01"), ("12月15日前完成整改", "2026-12-15"),
    ],
)  # fmt: skip
def test_limit_in_words_stays_and_one_around_a_day_is_that_day(tmp_path: Path, cell: str, due: str) -> None:
    [row], problems = limits(tmp_path, cell)
    assert (row["整改时限"], problems) == (due, [])


@pytest.mark.parametrize(
    ("way", "now"), [("立即", "是"), ("限期整改", "否"), ("当场改正", "是"), ("自行整改", "待定")]
)
def test_way_of_rectification_says_whether_at_once(tmp_path: Path, way: str, now: str) -> None:
    path = book(
        tmp_path / "清单.xlsx",
        HEAD[:-2],
        ["河埠镇", "石料厂", "皮带缺罩", date(2026, 11, 20), way, "12月1日"],
    )
    [row] = read_form(path, Rectification).values["隐患"]
    assert row["是否立即整改"] == now


def test_columns_that_a_list_lacks_are_open_and_those_of_no_use_are_told(tmp_path: Path) -> None:
    path = book(
        tmp_path / "清单.xlsx",
        ["单位", "隐患描述", "整改时限", "天气", "值班车号"],
        ["渡口", "救生衣数量不足", date(2026, 12, 20), "晴", "8"],
    )
    source = read_form(path, Rectification)
    [row] = source.values["隐患"]
    assert (row["隐患等级"], row["整改进展"], row["应急预案"]) == ("待定", "待定", "待定")
    assert [each.found for each in source.notes] == ["没有用上的列：天气、值班车号"]


def test_list_in_word_is_read_like_one_in_a_workbook(tmp_path: Path) -> None:
    from docx import Document

    from tongzhi.read.document import read_paper

    paper = Document()
    paper.add_paragraph("某县重点企业隐患清单")
    table = paper.add_table(rows=2, cols=4)
    for at, (head, cell) in enumerate(
        zip(
            ["企业名称", "存在的隐患", "整改期限", "整改状态"],
            ["渡口", "救生衣数量不足", "12月20日", "已闭环"],
            strict=True,
        )
    ):
        table.rows[0].cells[at].text, table.rows[1].cells[at].text = head, cell
    paper.save(str(tmp_path / "清单.docx"))
    [row] = read_paper(tmp_path / "清单.docx", Rectification, date(2026, 12, 7)).values["隐患"]
    assert (row["单位名称"], row["整改时限"], row["状态"]) == ("渡口", "2026-12-20", "清单")
