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
        date(2026, 12, 20),
    )
    assert (second["整改责任单位"], second["整改责任人"]) == ("黄泥煤场", "车明")
    assert second["销号日期"] == "2026年12月1日"


@pytest.mark.parametrize(("cell", "words"), [("11月31日", "不存在"), ("#REF!", "错误值 #REF!")])
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
