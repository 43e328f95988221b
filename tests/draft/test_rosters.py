"""The roster of a draft, with its column of counties called as offices call it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tongzhi.draft.whole_set import counties_of
from tongzhi.errors import InputError

from .test_drafting import MEETING


def roster(folder: Path, heading: str) -> Path:
    book = Workbook()
    for row in ([heading, "备注"], ["苍洱县", ""], ["石月市", ""]):
        book.active.append(row)
    book.save(folder / "名册.xlsx")
    return folder / "名册.xlsx"


@pytest.mark.parametrize("heading", ["县（市）", "所属县区", "旗县区", "属地", "县市区名称"])
def test_counties_are_found_whatever_their_column_is_called(tmp_path: Path, heading: str):
    found = counties_of(roster(tmp_path, heading), MEETING, [])
    assert [row["县区"] for row in found.rows] == ["苍洱县", "石月市"]


def test_a_roster_without_such_a_column_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="要有一列 县区"):
        counties_of(roster(tmp_path, "领导"), MEETING, [])
