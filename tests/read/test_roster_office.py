"""Rosters in the older formats, as LibreOffice writes them."""

from __future__ import annotations

import subprocess

import pytest
from openpyxl import Workbook

from tongzhi.office import find_libreoffice
from tongzhi.read.roster import read_roster
from tongzhi.read.tables import Fault


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_xls_et_and_ods_tell_hidden_rows_errors_and_merged_cells(tmp_path, ending):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "县区"
    for row in ["县区", "问题", "数"], ["青川县", "一", 1], [None, "二", "=1/0"], ["剑阁县", "三", "=1+1"]:
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[4].hidden = True
    workbook.save(tmp_path / "名册.xlsx")
    program = find_libreoffice()
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", ending,
         "--outdir", tmp_path, tmp_path / "名册.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    path = tmp_path / f"名册.{ending}"
    if ending == "xls":
        path = path.rename(tmp_path / "名册.et")  # what WPS writes under that name
    roster = read_roster(path)
    values = [row.values for row in roster.rows]
    assert [one["县区"] for one in values] == ["青川县", "青川县", "剑阁县"]
    assert values[2]["数"] == 2
    assert type(values[1]["数"]) is Fault
    assert any("第4行是隐藏的行" in note.found for note in roster.notes)
