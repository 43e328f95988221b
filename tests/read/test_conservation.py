"""The law of conservation over generated messes: every line below the header is a row or is told.

`TONGZHI_MESSES=10 pytest …` makes ten times as many messes, here and in the other tests of this law.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tongzhi.read.roster import Roster, read_roster

HEADS = {
    "镇街": ["镇街", "乡镇\n（街道）", "属地", "县（市、区）", "所在苏木乡镇", "被查街道（园区）"],
    "点位": ["点位", "受检单位", "检查点位", "具体位置", "被检企业\n（单位）", "车间"],
    "问题": ["问题", "存在的问题", "隐患描述", "发现的突出问题", "隐患简要描述", "不妥之处"],
    "时限": ["整改时限", "完成期限", "整改\n时限（年月日）", "计划完成时间", "限改", "何时改好"],
    "备注": ["备注", "备　注"],
}
PLACES = ["石佛镇", "河 埠 镇", "东门街道办事处", "黄泥镇人民政府", "柳湾乡"]
DUES: list[Any] = [
    "2026-12-20",
    date(2026, 12, 1),
    "12月20日前",
    "12.25",
    "11月31日",
    None,
    "#N/A",
    46380,
    "尽快",
]
PROBLEMS = ["护栏缺失", "通道堵塞两处", "消防栓无水", "检查未发现问题", "未设警示牌", None]
BETWEEN: list[list[Any]] = [
    [], ["小计", None, "3条"], ["合计：", None, None, "共9条"], ["一、道路交通"], ["（二）消防安全"], ["注：本表由各组填写"],
    ["检查人签字：", None, "被检查单位签字："], ["HEAD"], [None, None, None, None, None, None, None, "催办"],
]  # fmt: skip

rows = st.one_of(
    st.tuples(
        st.sampled_from([*PLACES, None]),
        st.sampled_from(["煤场", "小学", None]),
        st.sampled_from(PROBLEMS),
        st.sampled_from(DUES),
    ).map(lambda row: ("row", list(row))),
    st.sampled_from(BETWEEN).map(lambda line: ("other", line)),
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[list[Any]], int]:
    """Give the lines of a sheet, and how many of them below the header hold anything."""
    head = [draw(st.sampled_from(names)) for names in HEADS.values()]
    above = draw(
        st.lists(
            st.sampled_from([["某县问题清单"], ["填报单位：县安委办", None, "时间：2026年12月1日"], []]),
            max_size=3,
        )
    )
    body = draw(st.lists(rows, min_size=1, max_size=14))
    lines = [head if line == ["HEAD"] else line for _, line in body]
    filled = sum(any(cell is not None for cell in line) for line in lines)
    return [*above, head, *lines], filled


def accounted(roster: Roster) -> int:
    # cells beside the table stand in a line that may be a row too
    return len(roster.rows) + sum(told.count for told in roster.account.told)


MESSES = int(os.environ.get("TONGZHI_MESSES", "1"))


@settings(max_examples=120 * MESSES, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=sheets())
def test_every_line_is_a_row_or_is_told(made: tuple[list[list[Any]], int], tmp_path_factory: Any) -> None:
    lines, filled = made
    book = Workbook()
    for line in [*lines, ["石佛镇", "末行", "护栏缺失", "2026-12-20"]]:
        book.active.append(line)
    path: Path = tmp_path_factory.mktemp("清单") / "清单.xlsx"
    book.save(path)
    roster = read_roster(path, known={"县区", "问题"})
    parts = [roster, *roster.others]
    assert sum(map(accounted, parts)) == filled + 1
    assert any("末行" in row.values.values() for part in parts for row in part.rows)
