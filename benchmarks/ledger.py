"""The ledger with 200,000 items: importing a CSV and an Excel list, one page of 50 of a filtered list.

    python benchmarks/ledger.py [--items 200000] [--db postgresql://…]

Targets: import under a minute, a page under half a second.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from tongzhi.ledger import store
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch

COUNTIES = [f"第{number}县" for number in range(1, 23)]
FIELDS = ["矿山", "消防", "危险化学品", "道路交通", "建筑施工", "燃气", "特种设备", "旅游"]
HEADER = (
    "隐患编号", "所属地区", "行业领域", "单位名称", "隐患部位", "隐患描述", "隐患等级", "发现日期", "整改措施", "整改责任单位",
    "整改责任人", "整改资金（万元）", "整改时限", "应急预案",
)  # fmt: skip
DAY = date(2020, 11, 2)


def make_row(number: int) -> tuple[str, ...]:
    county, field = COUNTIES[number % 22], FIELDS[number % 8]
    found = date(2020, 1, 1) + timedelta(days=number % 300)
    return (
        f"YH-{number:07d}", county, field, f"{county}{number % 5000}号企业有限公司", f"{number % 40}号车间",
        f"第{number}处：{field}设施防护装置缺失，警示标志不全", "重大" if number % 50 == 0 else "一般", found.isoformat(),
        "加装防护装置并更换警示标志", f"{county}{field}主管局", f"负责人{number % 900}", str(number % 30),
        (found + timedelta(days=30)).isoformat(), "现场处置方案",
    )  # fmt: skip


def write_lists(folder: Path, items: int) -> tuple[Path, Path]:
    from openpyxl import Workbook

    table, book = folder / "清单.csv", Workbook(write_only=True)
    sheet = book.create_sheet("清单")
    sheet.append(HEADER)
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for number in range(items):
            row = make_row(number)
            writer.writerow(row)
            sheet.append(row)
    book.save(folder / "清单.xlsx")
    return table, folder / "清单.xlsx"


def time_it(label: str, target: float, act) -> None:
    start, worked = time.perf_counter(), time.process_time()
    words = act()
    spent, worked = time.perf_counter() - start, time.process_time() - worked
    print(
        f"{label}: {spent:.2f} s, {worked:.2f} s of it at work (target {target} s) {'ok' if spent < target else 'MISSED'} {words}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--db")
    given = parser.parse_args()
    step = LedgerStep(HistorySignature("测试", datetime(2020, 11, 2)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table, workbook = write_lists(folder, given.items)

        def bring_in(path: Path, target: str) -> str:
            ledger = open_ledger(target, create=True)
            with ledger.writing() as conn:
                done = import_batch(conn, read_batch(path), step)
            ledger.close()
            return f"{len(done.added)} added, {done.known} known"

        database = given.db or str(folder / "台账.db")
        time_it("import .csv", 60, lambda: bring_in(table, database))
        time_it("import .csv again", 60, lambda: bring_in(table, database))
        time_it("import .xlsx", 60, lambda: bring_in(workbook, str(folder / "另一个.db")))
        ledger = open_ledger(database)
        wanted = {
            "no filter": store.Filter(),
            "state": store.Filter(states=("列单",)),
            "county and field": store.Filter(regions=("第4县",), fields=("道路交通",)),
            "overdue in a county": store.Filter(regions=("第3县",), overdue_on=DAY),
            "major": store.Filter(level="重大"),
            "text": store.Filter(text="4999号企业"),
            "text without a hit": store.Filter(text="没有这样的字"),
        }
        for label, one in wanted.items():

            def look(one: store.Filter = one, number: int = 1) -> str:
                with ledger.reading() as conn:
                    lines, total = store.page(conn, one, number=number)
                return f"{len(lines)} of {total}"

            time_it(f"page of 50, {label}", 0.5, look)
        with ledger.reading() as conn:
            time_it(
                "page 2000, no filter",
                0.5,
                lambda: str(len(store.page(conn, store.Filter(), number=2000)[0])),
            )
        ledger.close()
        call = [
            sys.executable,
            "-m",
            "tongzhi",
            "ledger",
            "list",
            "--county",
            "第3县",
            "--overdue",
            "--db",
            database,
        ]
        time_it("page of 50, as a command", 1.5, lambda: str(len(subprocess.check_output(call))) + " bytes")


if __name__ == "__main__":
    main()
