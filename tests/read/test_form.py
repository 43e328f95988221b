from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tongzhi.errors import InputError
from tongzhi.papers.index import ENTRIES, PROFILE, Entry, find_type, load
from tongzhi.papers.profile import Profile
from tongzhi.read.form import read_form
from tongzhi.read.validate import assemble, validate
from tongzhi.render.form import form_workbook
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("entry", [*ENTRIES, PROFILE], ids=lambda entry: entry.key)
def test_form_gives_back_what_was_put_into_it(tmp_path: Path, entry: Entry):
    kind = load(entry)
    values = sample_values(kind, DAY)
    path = tmp_path / "表.xlsx"
    path.write_bytes(form_workbook(kind, values))
    checked = validate(kind, assemble(kind, read_form(path, kind)), DAY)
    assert checked.document == kind.model_validate(values)


def test_form_has_drop_downs_protected_labels_and_open_cells():
    book = load_workbook(
        io.BytesIO(form_workbook(find_type("notice"), sample_values(find_type("notice"), DAY)))
    )
    main = book["填写"]
    choices = {found.formula1 for found in main.data_validations.dataValidation}
    assert '"现场,视频,电视电话,现场+视频"' in choices
    assert '"是,否"' in choices
    assert main.protection.sheet
    row = next(row for row in main.iter_rows(min_row=5) if row[0].value == "会议名称＊")
    assert (row[0].protection.locked, row[1].protection.locked) == (True, False)
    assert "全体会议" in str(row[2].value)
    assert "联系人" in book.sheetnames


def test_form_offers_the_organisations_of_the_address_list():
    office = Profile.model_validate({"单位名称": "甲", "单位名录": ["青川县人民政府", "白水县人民政府"]})
    book = load_workbook(io.BytesIO(form_workbook(find_type("plan"), {}, None, office)))
    assert book["_名录"]["A2"].value == "白水县人民政府"
    assert any("_名录" in found.formula1 for found in book["重点任务"].data_validations.dataValidation)


def test_same_values_give_the_same_bytes():
    values = sample_values(find_type("plan"), DAY)
    assert form_workbook(find_type("plan"), values) == form_workbook(find_type("plan"), values)


def test_text_that_looks_like_a_formula_stays_text():
    data = form_workbook(find_type("notice"), {"标题": "=1+1"})
    cells = {
        cell.value: cell.data_type
        for row in load_workbook(io.BytesIO(data))["填写"].iter_rows()
        for cell in row
    }
    assert cells["=1+1"] == "s"


def test_wrong_cell_is_told_with_sheet_and_row(tmp_path: Path):
    kind = find_type("rectification")
    book = load_workbook(io.BytesIO(form_workbook(kind, sample_values(kind, DAY))))
    sheet = book["隐患"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("整改时限＊") + 1).value = "尽快"
    book.save(tmp_path / "清单.xlsx")
    with pytest.raises(
        InputError, match=r"清单\.xlsx 工作表“隐患” 第2行 “隐患 第1项 整改时限”：“尽快”不是日期"
    ):
        validate(kind, assemble(kind, read_form(tmp_path / "清单.xlsx", kind)), DAY)


def test_rows_added_removed_and_reordered_keep_ids_and_origins(tmp_path: Path):
    kind = find_type("rectification")
    row = sample_values(kind, DAY)["隐患"][0]
    rows = [
        {**row, "隐患编号": f"X-{n}", "隐患描述": f"第{n}处排洪涵洞淤堵三分之一", "任务编号": f"3.{n}",
         "来源": [{"起": n, "止": n + 9}], "整改责任单位": {"值": "县应急局", "出处": "建议", "依据": "对照表"}}
        for n in (1, 2, 3)
    ]  # fmt: skip
    book = load_workbook(io.BytesIO(form_workbook(kind, {**sample_values(kind, DAY), "隐患": rows})))
    sheet = book["隐患"]
    heads = [str(cell.value).strip("＊") for cell in sheet[1]]
    lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2, max_row=4)]
    changed = list(lines[2])
    changed[heads.index("整改责任单位")] = "另一单位"
    added = list(lines[0])
    added[heads.index("隐患编号")] = "X-9"
    for name in ("任务编号", "来源", "_行"):
        added[heads.index(name)] = None
    added[heads.index("隐患描述")] = "新发现的一处边坡裂缝"
    for number, line in enumerate([changed, added, lines[0]], 2):
        for column, value in enumerate(line, 1):
            sheet.cell(number, column).value = value
    book.save(tmp_path / "清单.xlsx")
    items = validate(kind, assemble(kind, read_form(tmp_path / "清单.xlsx", kind)), DAY).document.items
    assert [item.hazard_no for item in items] == ["X-3", "X-9", "X-1"]
    assert [item.task_id for item in items] == ["3.3", "", "3.1"]
    assert [[s.start for s in item.sources] for item in items] == [[3], [], [1]]
    assert [item.origin("resp_unit").kind for item in items] == ["typed", "typed", "suggested"]


def test_plain_list_with_known_columns_is_read_as_rows(tmp_path: Path):
    book = Workbook()
    book.active.append(["某县隐患台账"])
    book.active.append(["序号", "企业名称", "隐患描述", "整改期限"])
    book.active.append([1, "某矿", "排洪涵洞淤堵三分之一", "2026-12-30"])
    book.active.append(["合计", 1])
    book.save(tmp_path / "台账.xlsx")
    values = read_form(tmp_path / "台账.xlsx", find_type("rectification")).values
    assert values == {
        "隐患": [
            {"序号": 1, "单位名称": "某矿", "隐患描述": "排洪涵洞淤堵三分之一", "整改时限": "2026-12-30"}
        ]
    }


def test_workbook_without_form_is_refused_in_chinese(tmp_path: Path):
    Workbook().save(tmp_path / "空.xlsx")
    with pytest.raises(InputError, match="tongzhi new notice"):
        read_form(tmp_path / "空.xlsx", find_type("notice"))
