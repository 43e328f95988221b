"""The law of conservation over generated ledgers: every row is an item in the state it says, or is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tongzhi.ledger import store
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch

STATES = {
    "未动": "列单", "×": "列单", "整改中（60%）": "办单", "延期至2026.12.30": "办单", "已整改": "办单（待验收）", "√": "办单（待验收）", "已销号（11月20日）": "清单",
    "不好说": None, None: None,
}  # fmt: skip
HEADS = (
    ("企业名称", "隐患描述", "整改时限", "整改状态"),
    ("被检单位", "隐患简要描述", "计划完成", "现状"),
    ("车间", "存在问题", "限改", "是否整改"),
)
row = st.tuples(
    st.sampled_from(list(STATES)), st.sampled_from(["2026-12-01", "12月20日", "立即", "11月31日", None])
)


@settings(
    max_examples=15 * int(os.environ.get("TONGZHI_MESSES", "1")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(rows=st.lists(row, min_size=1, max_size=8), head=st.sampled_from(HEADS))
def test_every_row_is_an_item_or_is_told(
    rows: list[tuple[Any, Any]], head: tuple[str, ...], step: Callable[..., LedgerStep], tmp_path_factory: Any
) -> None:
    folder: Path = tmp_path_factory.mktemp("台账")
    book = Workbook()
    book.active.append(list(head))
    book.active.append(["首厂", "首行漏雨", "2026-12-20", "未整改"])
    book.active.append(["次厂", "次行漏油", "2026-12-20", "整改中"])
    for number, (state, due) in enumerate(rows, 4):
        book.active.append([f"{number}号厂", f"第{number}处护罩缺失", due, state])
    book.save(folder / "台账.xlsx")
    ledger = open_ledger(str(folder / "账.db"), create=True)
    with ledger.writing() as conn:
        done = import_batch(conn, read_batch(folder / "台账.xlsx"), step("2026-12-07"))
    with ledger.reading() as conn:
        items = {stored.item.description: stored.item for stored in store.each(conn, store.Filter())}
    ledger.close()
    assert done.account.missing == 0
    assert done.account.met == len(rows) + 2
    told = " ".join(map(str, (*done.warnings, *done.refused)))
    for number, (state, _) in enumerate(rows, 4):
        item = items.get(f"第{number}处护罩缺失")
        assert item is not None or f"第{number}行" in told
        if item is not None and STATES[state]:
            assert item.stage == STATES[state]
        if item is not None and state == "不好说":
            assert f"第{number}行" in told
