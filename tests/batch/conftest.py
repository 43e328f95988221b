"""A roster, what the papers share, and orders for tests of batches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tongzhi.batch.order import Order, Outcome, carry_out, plan_order
from tongzhi.papers.circular import Circular

COMMON = {
    "种类": "交办",
    "发文机关": "临江市安全生产委员会办公室",
    "交办来源": "全市安全生产工作会议",
    "成文日期": "2026-11-20",
}
HEADERS = ["县区", "问题", "整改时限"]


def write_roster(path: Path, *rows: list[object], headers: list[str] | None = None) -> Path:
    """Write an .xlsx with a header and rows."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "县区"
    sheet.append(headers or HEADERS)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def rows(count: int) -> list[list[object]]:
    """Give rows of counties, each with a problem of its own."""
    return [
        [f"第{number}县", f"{number}号仓库通道堵塞", date(2026, 12, 1 + number % 28)]
        for number in range(1, count + 1)
    ]


Batch = Callable[..., Outcome]


@pytest.fixture
def order(tmp_path: Path) -> Callable[..., Order]:
    def make(*given: list[object], headers: list[str] | None = None, **more: Any) -> Order:
        roster = more.pop("roster", None) or write_roster(tmp_path / "名册.xlsx", *given, headers=headers)
        below = {**COMMON, **more.pop("common", {})}
        settings: dict[str, Any] = {"folder": tmp_path / "out", "day": date(2026, 11, 23), "jobs": 1, **more}
        return Order(Circular, roster, below=below, **settings)

    return make


@pytest.fixture
def batch(order: Callable[..., Order]) -> Batch:
    def run(*given: list[object], **more: Any) -> Outcome:
        made = order(*given, **more)
        return carry_out(made, plan_order(made))

    return run


def documents(folder: Path) -> dict[str, bytes]:
    """Give the documents of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


def names_in(folder: Path) -> list[str]:
    """Give the names of everything in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
