from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tongzhi.errors import InputError
from tongzhi.papers.index import ENTRIES, PROFILE, TypeEntry, find_type, load
from tongzhi.papers.profile import Profile
from tongzhi.papers.rectification import Rectification
from tongzhi.read.form import read_form
from tongzhi.read.validate import assemble, validate
from tongzhi.render.form import form_workbook
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("entry", [*ENTRIES, PROFILE], ids=lambda entry: entry.key)
def test_form_gives_back_what_was_put_into_it(tmp_path: Path, entry: TypeEntry):
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
    [row] = read_form(tmp_path / "台账.xlsx", find_type("rectification")).values["隐患"]
    told = {"单位名称": "某矿", "隐患描述": "排洪涵洞淤堵三分之一", "整改时限": "2026-12-30", "状态": "列单"}
    assert told.items() <= row.items()
    # what the list has no column for is not made up
    assert {value for label, value in row.items() if label not in told} == {"待定"}


def test_workbook_without_form_is_refused_in_chinese(tmp_path: Path):
    Workbook().save(tmp_path / "空.xlsx")
    with pytest.raises(InputError, match="tongzhi new notice"):
        read_form(tmp_path / "空.xlsx", find_type("notice"))


def form(tmp_path: Path, key: str, change=lambda book: None, **values) -> Path:
    """Write the form of a type with its sample values, changed as a user does."""
    kind = find_type(key)
    book = load_workbook(io.BytesIO(form_workbook(kind, {**sample_values(kind, DAY), **values})))
    change(book)
    book.save(tmp_path / "表.xlsx")
    return tmp_path / "表.xlsx"


def row_of(sheet, name: str) -> int:
    return next(line[0].row for line in sheet.iter_rows() if str(line[0].value or "").strip("＊ ") == name)


def test_form_without_its_list_sheets_or_with_an_empty_one_gives_the_rest(tmp_path: Path):
    kind = find_type("rectification")

    def remove(book):
        book.remove(book["隐患"])

    def empty(book):
        book["隐患"].delete_rows(1, 99)

    for change in remove, empty:
        values = read_form(form(tmp_path, "rectification", change), kind).values
        assert "隐患" not in values
        assert values["发文机关"] == sample_values(kind, DAY)["发文机关"]


def test_form_without_its_two_columns_is_told_how_to_make_it_anew(tmp_path: Path):
    def change(book):
        book["填写"]["A4"].value = book["填写"]["B4"].value = None
        for line in book["填写"].iter_rows(max_row=6):
            for cell in line:
                if cell.value in ("字段", "内容"):
                    cell.value = "改过"

    with pytest.raises(InputError, match="找不到“字段”“内容”两列；用 tongzhi new 重新生成填写表"):
        validate(
            Rectification,
            assemble(Rectification, read_form(form(tmp_path, "rectification", change), Rectification)),
            DAY,
        )


def test_form_in_which_nothing_is_filled_in_is_refused(tmp_path: Path):
    def change(book):
        for line in book["填写"].iter_rows(min_row=5):
            line[1].value = None
        book["隐患"].delete_rows(2, 99)

    with pytest.raises(InputError, match="表里没有填任何内容"):
        read_form(form(tmp_path, "rectification", change), Rectification)


def test_error_cells_of_a_form_are_told_with_their_place(tmp_path: Path):
    def change(book):
        sheet = book["填写"]
        sheet.cell(row_of(sheet, "发文机关"), 2).value = "#REF!"
        listed = book["隐患"]
        heads = [str(cell.value).strip("＊") for cell in listed[1]]
        listed.cell(2, heads.index("隐患描述") + 1).value = "#N/A"

    with pytest.raises(InputError) as error:
        validate(
            Rectification,
            assemble(Rectification, read_form(form(tmp_path, "rectification", change), Rectification)),
            DAY,
        )
    assert "“发文机关”：单元格是错误值 #REF!" in str(error.value)
    assert "工作表“隐患” 第2行 “隐患描述”：单元格是错误值 #N/A" in str(error.value)


def test_damaged_memory_of_origins_only_loses_the_origins(tmp_path: Path):
    row = {
        **sample_values(Rectification, DAY)["隐患"][0],
        "整改责任单位": {"值": "县应急局", "出处": "建议", "依据": "对照表"},
    }

    def change(words):
        def write(book):
            for number in range(2, book["_出处"].max_row + 1):
                book["_出处"].cell(number, 5).value = words

        return write

    for words in ("{", "[1]", None):
        path = form(tmp_path, "rectification", change(words), 隐患=[row])
        [item] = validate(
            Rectification, assemble(Rectification, read_form(path, Rectification)), DAY
        ).document.items
        assert (item.resp_unit, item.origin("resp_unit").kind) == ("县应急局", "typed")


def test_pairs_written_into_one_cell_are_read(tmp_path: Path):
    def change(book):
        sheet = book["填写"]
        sheet.cell(row_of(sheet, "限额"), 2).value = "会议时长：90\n发言人数：5"

    values = read_form(form(tmp_path, "profile", change), load(PROFILE)).values
    assert values["限额"] == {"会议时长": "90", "发言人数": "5"}


def test_list_is_looked_for_on_every_visible_sheet(tmp_path: Path):
    book = Workbook()
    for number in range(20):
        book.active.append([f"说明第{number}行"])
    hidden = book.create_sheet("旧表")
    hidden.append(["企业名称", "隐患描述", "整改期限"])
    hidden.append(["旧矿", "旧隐患", "2020-12-30"])
    hidden.sheet_state = "hidden"
    listed = book.create_sheet("清单")
    listed.append(["企业名称", "隐患描述", "整改期限"])
    listed.append(["某矿", "排洪涵洞淤堵三分之一", "2026-12-30"])
    book.save(tmp_path / "台账.xlsx")
    [found] = read_form(tmp_path / "台账.xlsx", Rectification).values["隐患"]
    assert found["单位名称"] == "某矿"
    book.remove(listed)
    book.save(tmp_path / "台账.xlsx")
    with pytest.raises(InputError, match="没有“隐患描述”"):
        read_form(tmp_path / "台账.xlsx", Rectification)
