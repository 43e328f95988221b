from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl

from tongzhi.ledger import exporting, papers, slips, stats, workbooks
from tongzhi.ledger.importing import Imported, import_batch
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch
from tongzhi.model.item import Delay, Evidence, Item, State

DAY = date(2020, 11, 2)


def test_item_survives_its_own_json(whole: Callable[..., Item]) -> None:
    item = whole(
        state=State.HANDLING,
        evidence=(Evidence("照片", "a.jpg", "ab", "2020-10-30"),),
        extensions=(Delay("2020-11-01", "缺料", "2020-11-09", "2020-11-30", "赵某"),),
        fix_now=False,
    )
    assert Item.from_json(item.to_json()) == item


def test_exported_json_csv_and_workbook_come_back_as_the_same_items(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
    tmp_path: Path,
) -> None:
    items = [whole(hazard_no="A"), whole(hazard_no="B", location="=1+1", remark="-")]
    bring(*items)
    header, rows = exporting.export_table(items)
    made = {
        "a.json": exporting.render_json(items),
        "a.csv": exporting.render_csv(header, rows),
        "a.xlsx": workbooks.render_table("整改台账", header, rows),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        with ledger.writing() as conn:
            done = import_batch(conn, read_batch(tmp_path / name), step())
        assert (done.added, done.known, done.refused) == ([], 2, [])


def test_text_like_a_formula_is_text(whole: Callable[..., Item]) -> None:
    header, rows = exporting.export_table([whole(description="=HYPERLINK(1)")])
    sheet = openpyxl.load_workbook(io.BytesIO(workbooks.render_table("台账", header, rows))).worksheets[0]
    cells = {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row}
    assert cells["=HYPERLINK(1)"] == "s"
    assert b"'=HYPERLINK(1)" in exporting.render_csv(header, rows)


def test_bytes_are_the_same_each_time(whole: Callable[..., Item]) -> None:
    header, rows = exporting.export_table([whole()])
    assert workbooks.render_table("台账", header, rows) == workbooks.render_table("台账", header, rows)


def test_list_paper_marks_what_nobody_filled_in_and_shows_extensions(whole: Callable[..., Item]) -> None:
    item = whole(
        resp_person="", due=date(2020, 11, 30),
        extensions=(Delay("2020-11-01", "缺料", "2020-11-09", "2020-11-30", "赵某"),),
    )  # fmt: skip
    row = papers.rectification_data([item], DAY)["隐患"][0]
    assert (row["整改责任人"], row["整改时限"], row["延期"][0]["新时限"]) == (
        "待定",
        "2020-11-09",
        "2020-11-30",
    )


def test_list_paper_is_made_although_the_ledger_breaks_its_rules(whole: Callable[..., Item]) -> None:
    data, notes = papers.render_rectification([whole(level="重大")], DAY)
    assert data[:2] == b"PK"
    assert any("判定依据" in str(note) for note in notes)


def test_circular_is_valid_and_ranks_the_counties() -> None:
    from tongzhi.papers.progress_circular import ProgressCircular
    from tongzhi.read.data import Source
    from tongzhi.read.validate import validate

    rows = [stats.Count("青川县", 4, 1, 2, 1, 1, 0), stats.Count("江南区", 2, 2, 0, 0, 0, 0)]
    table = stats.CountTable("county", None, DAY, rows, stats.Count("合计", 6, 3, 2, 1, 1, 0))
    data = papers.circular_data(table, slips.rank(table), DAY, issuer="市安委会办公室")
    paper = validate(ProgressCircular, Source(data), DAY).document
    assert [unit.unit for unit in paper.ranked] == ["江南区", "青川县"]
    assert "青川县逾期未销号2项，完成率25.0%。" in paper.problems
