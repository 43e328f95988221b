from __future__ import annotations

import io
import time

import openpyxl
import pytest

from tongzhi.write.workbook import save_workbook


def make() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "序号"
    return save_workbook(workbook)


def test_same_cells_give_the_same_bytes_at_another_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = make()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(1_500_000_000))
    import openpyxl.packaging.core as core
    import openpyxl.writer.excel as excel

    class Later(core.datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2033, 3, 3, tzinfo=tz)

    monkeypatch.setattr(excel.datetime, "datetime", Later)
    assert make() == first


def test_the_workbook_opens_again() -> None:
    assert openpyxl.load_workbook(io.BytesIO(make())).active["A1"].value == "序号"


def test_long_sheet_holds_every_row(tmp_path) -> None:
    from openpyxl import load_workbook

    from tongzhi.write.sheet import write_sheet

    rows = [[number, f"第{number}县"] for number in range(1300)]
    write_sheet(tmp_path / "长.xlsx", "名册", [("序号", 8), ("县区", 20)], rows)
    sheet = load_workbook(tmp_path / "长.xlsx").active
    assert [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == rows
