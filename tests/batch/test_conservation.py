"""The law of conservation over generated problem lists: every row is in a circular, or is told with its number."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.errors import InputError

from .test_messy import Messy

PLACES = ("石佛镇", "河 埠 镇", "河埠镇", "东门街道", None)
DUES: tuple[Any, ...] = (
    "2026-12-20",
    "12月20日前",
    "12.25",
    "11月31日",
    None,
    46380,
    "即知即改",
    "十二月底",
    "#N/A",
)
HEADS = (
    ("镇街", "点位", "问题", "整改时限"),
    ("所在苏木乡镇", "被检企业\n（单位）", "隐患简要描述", "限改"),
    ("属地", "车间", "不妥之处", "何时改好"),
)
PROBLEMS = ("护栏缺失{n}处", "第{n}号软管老化", "通道堆货{n}立方", "无", "检查未发现问题", None)

row = st.tuples(
    st.sampled_from(PLACES),
    st.sampled_from(["煤场", "小学"]),
    st.sampled_from(PROBLEMS),
    st.sampled_from(DUES),
)


@settings(
    max_examples=12 * int(os.environ.get("TONGZHI_MESSES", "1")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(rows=st.lists(row, min_size=1, max_size=9), head=st.sampled_from(HEADS))
def test_every_row_is_in_a_circular_or_is_told(
    rows: list[tuple[Any, ...]], head: tuple[str, ...], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "出", ignore_errors=True)
    messy = Messy(tmp_path)
    filled = [
        [place, point, problem and problem.format(n=number), due]
        for number, (place, point, problem, due) in enumerate(rows, 3)
    ]
    messy.rows(list(head), ["石佛镇", "粮库", "首行漏雨", "2026-12-20"], *filled)
    refused = ""
    try:
        texts, outcome = messy.run()
    except InputError as error:
        refused = str(error)
    if refused:
        # no row is usable, nothing is printed: each row is named
        assert all(f"第{number}行" in refused for number, one in enumerate(filled, 3) if one[2])
        return
    printed, told = "".join(texts.values()), " ".join(messy.told)
    account = outcome.account
    assert account.met == len(filled) + 1
    assert sum(account.fates.values()) == account.met
    for number, (_, _, problem, _) in enumerate(filled, 3):
        if problem and not problem.startswith(("无", "检查未")):
            assert problem in printed or f"第{number}行" in told
