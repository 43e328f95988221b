"""Rosters as offices keep them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from tongzhi.errors import InputError
from tongzhi.read.roster import Roster, read_roster
from tongzhi.read.tables import Fault

KNOWN = ("县区", "问题", "整改期限", "联系人", "存在问题")


def book(tmp_path: Path, *lines: list[object], merges: tuple[str, ...] = (), name: str = "名册.xlsx") -> Path:
    """Write a workbook of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "县区"
    for line in lines:
        sheet.append(line)
    for merge in merges:
        sheet.merge_cells(merge)
    workbook.save(tmp_path / name)
    return tmp_path / name


def values(roster: Roster) -> list[dict[str, object]]:
    return [row.values for row in roster.rows]


def test_title_and_reporting_line_above_the_header_are_passed_over(tmp_path):
    path = book(
        tmp_path, ["全市各县区安全生产问题名册"], ["填报单位：市安委办", None, "日期：2020-10-12"], [],
        ["序号", "县区", "问题"], [1, "青川县", "通道堵塞"], merges=("A1:C1",),
    )  # fmt: skip
    roster = read_roster(path)
    assert [header.name for header in roster.headers] == ["序号", "县区", "问题"]
    assert values(roster) == [{"序号": 1, "县区": "青川县", "问题": "通道堵塞"}]
    assert roster.rows[0].number == 5
    assert roster.rows[0].sheet == "县区"


def test_header_of_two_lines_joins_outer_and_inner_words(tmp_path):
    path = book(
        tmp_path, ["县区", "存在问题", None, "联系人"], [None, "描述", "依据", None], ["青川县", "堵塞", "消防法", "李某"],
        merges=("A1:A2", "B1:C1", "D1:D2"),
    )  # fmt: skip
    roster = read_roster(path)
    assert [header.path for header in roster.headers] == [
        ("县区",),
        ("存在问题", "描述"),
        ("存在问题", "依据"),
        ("联系人",),
    ]
    assert values(roster) == [{"县区": "青川县", "描述": "堵塞", "依据": "消防法", "联系人": "李某"}]


def test_header_of_two_lines_without_merged_ranges_is_seen_in_csv(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text("县区,存在问题,,联系人\n,描述,依据,\n青川县,堵塞,消防法,李某\n", encoding="utf-8")
    roster = read_roster(path)
    assert [header.path for header in roster.headers] == [
        ("县区",),
        ("存在问题", "描述"),
        ("存在问题", "依据"),
        ("联系人",),
    ]
    assert len(roster.rows) == 1


def test_header_with_line_breaks_blanks_and_stars_is_cleaned(tmp_path):
    roster = read_roster(book(tmp_path, ["*县　区", "整改\n期限", "问题"], ["青川县", "2020-10-31", "堵塞"]))
    assert [header.name for header in roster.headers] == ["县区", "整改期限", "问题"]


def test_merged_cells_fill_downward(tmp_path):
    path = book(
        tmp_path,
        ["县区", "问题"],
        ["青川县", "一"],
        [None, "二"],
        ["剑阁县", "三"],
        [None, "四"],
        merges=("A2:A3",),
    )
    assert values(read_roster(path)) == [
        {"县区": "青川县", "问题": "一"},
        {"县区": "青川县", "问题": "二"},
        {"县区": "剑阁县", "问题": "三"},
        {"问题": "四"},
    ]


def test_hidden_rows_are_used_and_told(tmp_path):
    path = book(tmp_path, ["县区", "问题"], ["青川县", "一"], ["剑阁县", "二"])
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    workbook.active.row_dimensions[3].hidden = True
    workbook.save(path)
    roster = read_roster(path)
    assert len(roster.rows) == 2
    assert any("第3行是隐藏的行" in note.found for note in roster.notes)


def test_hidden_sheet_is_told_and_read_only_by_name(tmp_path):
    path = book(tmp_path, ["县区"], ["青川县"])
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    sheet = workbook.create_sheet("旧名册", 0)
    sheet.sheet_state = "hidden"
    sheet.append(["县区"])
    sheet.append(["剑阁县"])
    workbook.save(path)
    roster = read_roster(path)
    assert values(roster) == [{"县区": "青川县"}]
    assert any("隐藏的工作表" in note.found and note.place.sheet == "旧名册" for note in roster.notes)
    assert values(read_roster(path, "旧名册")) == [{"县区": "剑阁县"}]


def test_errors_and_formulas_without_results_become_faults(tmp_path):
    path = book(tmp_path, ["县区", "隐患数", "问题"], ["青川县", "=SUM(A1:A2)", "一"], ["剑阁县", 3, "#N/A"])
    roster = read_roster(path)
    first, second = values(roster)
    assert type(first["隐患数"]) is Fault
    assert type(second["问题"]) is Fault
    assert second["问题"] == "#N/A"
    assert any("没有算出的结果" in note.found and note.place.field == "隐患数" for note in roster.notes)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("名册.csv", "县区,问题\n青川县, #n/a \n剑阁县,#1库\n"),
        ("名册.yaml", "- {县区: 青川县, 问题: '#N/A'}\n- {县区: 剑阁县, 问题: '#1库'}\n"),
    ],
)
def test_errors_saved_as_text_are_faults_too(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    first, second = values(read_roster(path))
    assert type(first["问题"]) is Fault
    assert first["问题"] == "#N/A"
    assert type(second["问题"]) is str


def test_numbers_dates_and_text_keep_their_kind(tmp_path):
    path = book(
        tmp_path, ["县区", "数", "日", "时"], ["007", 3.0, date(2020, 10, 31), datetime(2020, 1, 1, 9, 30)]
    )
    assert values(read_roster(path)) == [
        {"县区": "007", "数": 3, "日": date(2020, 10, 31), "时": datetime(2020, 1, 1, 9, 30)}
    ]


def test_totals_and_remarks_below_the_table_are_no_rows(tmp_path):
    path = book(
        tmp_path,
        ["序号", "县区", "问题"],
        [1, "青川县", "一"],
        ["合计", None, 1],
        ["注：以上数据截至10月12日"],
    )
    roster = read_roster(path)
    assert len(roster.rows) == 1
    assert [note.place.row for note in roster.notes] == [3, 4]


def test_table_that_starts_away_from_the_corner_is_read(tmp_path):
    path = book(tmp_path, [], [], [None, None, "县区", "问题"], [None, None, "青川县", "一"])
    roster = read_roster(path)
    assert values(roster) == [{"县区": "青川县", "问题": "一"}]
    assert roster.rows[0].number == 4


def test_sheet_with_known_columns_is_the_main_one(tmp_path):
    path = book(tmp_path, ["说明", "内容"], ["填表", "如下"])
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    sheet = workbook.create_sheet("名册")
    sheet.append(["县区", "问题"])
    sheet.append(["青川县", "一"])
    workbook.save(path)
    roster = read_roster(path, known=KNOWN)
    assert roster.sheet == "名册"
    assert [other.sheet for other in roster.others] == ["县区"]


def test_a_million_formatted_lines_below_are_not_rows_and_cost_no_memory(tmp_path, monkeypatch):
    path = book(tmp_path, ["县区", "问题"], ["青川县", "一"])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    blanks = "".join(
        f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>' for n in range(3, 60_000)
    ).encode()
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", blanks + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    from tongzhi.read import sheets

    monkeypatch.setattr(sheets, "BLOCK", 300_000)
    opened: list[object] = []
    real = sheets._open
    monkeypatch.setattr(sheets, "_open", lambda *given: (opened.append(given), real(*given))[1])
    assert values(read_roster(path)) == [{"县区": "青川县", "问题": "一"}]
    assert len(opened) == 2, "the workbook itself and the one block that holds something"


def test_long_sheet_read_in_blocks_gives_the_same_rows(tmp_path, monkeypatch):
    lines = [[f"县{n}", n, "#N/A" if n == 700 else f"问题{n}"] for n in range(1, 2000)]
    path = book(tmp_path, ["县区", "数", "问题"], *lines, merges=("A900:A902",))
    whole = read_roster(path)
    from tongzhi.read import sheets

    monkeypatch.setattr(sheets, "BLOCK", 20_000)
    parted = read_roster(path)
    assert list(parted.rows) == list(whole.rows)
    assert len(whole.rows) == 1999
    assert whole.rows[900].values["县区"] == "县899"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_csv_of_any_encoding_and_delimiter(tmp_path, encoding, delimiter):
    path = tmp_path / "名册.csv"
    lines = [
        ["县区", "问题", "联系电话"],
        ["青川县", "消防通道堵塞，未整改", "0839-7201234"],
        ["剑阁县", "无证上岗", "13900000000"],
    ]
    path.write_bytes(
        "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines).encode(encoding)
    )
    roster = read_roster(path)
    assert values(roster)[0] == {"县区": "青川县", "问题": "消防通道堵塞，未整改", "联系电话": "0839-7201234"}
    assert [row.number for row in roster.rows] == [2, 3]


def test_csv_cell_may_hold_line_breaks_and_protected_text(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text(
        '县区,问题,编号\n青川县,"一、堵塞\n二、无证","=""0012"""\n剑阁县,\'=1+1,2\n', encoding="utf-8"
    )
    first, second = values(read_roster(path))
    assert first == {"县区": "青川县", "问题": "一、堵塞\n二、无证", "编号": "0012"}
    assert second["问题"] == "=1+1"


def test_json_jsonl_and_yaml_records_keep_nested_values(tmp_path):
    record = {"县区": "青川县", "问题": [{"描述": "堵塞"}]}
    (tmp_path / "a.json").write_text(json.dumps([record], ensure_ascii=False), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"名册": [record]}, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(
        json.dumps(record, ensure_ascii=False) + "\n\n{不对\n", encoding="utf-8"
    )
    (tmp_path / "d.yaml").write_text("- 县区: 青川县\n  问题:\n    - 描述: 堵塞\n", encoding="utf-8")
    for name in "a.json", "b.json", "c.jsonl", "d.yaml":
        assert values(read_roster(tmp_path / name))[0] == record, name
    broken = read_roster(tmp_path / "c.jsonl").rows[1]
    assert (broken.number, broken.fault) == (3, "不是一条 JSON 记录（每行写一个 {…}）")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("没有.xlsx", None),
        ("空.csv", b""),
        ("坏.xlsx", b"PK\x03\x04" + b"\x00" * 200),
        ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000),
        ("网页.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("数.json", b"[1, 2]"),
        ("空.json", b"[]"),
        ("坏.json", b"[{"),
    ],
)
def test_unreadable_roster_is_an_error_in_chinese(tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_roster(tmp_path / name)
    assert name in str(caught.value)


def test_only_a_header_is_an_error(tmp_path):
    with pytest.raises(InputError):
        read_roster(book(tmp_path, ["县区", "问题"]))


def test_unknown_sheet_names_those_there_are(tmp_path):
    with pytest.raises(InputError, match="县区"):
        read_roster(book(tmp_path, ["县区"], ["青川县"]), "没有")


def test_adjacent_hidden_rows_are_told_as_a_range(tmp_path):
    from openpyxl import load_workbook

    path = book(tmp_path, ["县区", "问题"], *[[f"第{n}县", "通道堵塞"] for n in range(1, 8)])
    workbook = load_workbook(path)
    for number in (3, 4, 5, 7):
        workbook.active.row_dimensions[number].hidden = True
    workbook.save(path)
    assert any("第3—5、7行是隐藏的行" in note.found for note in read_roster(path).notes)


def test_header_printed_again_and_words_beside_the_table_are_no_rows(tmp_path):
    path = book(
        tmp_path, ["县区", "问题"], ["青川县", "通道堵塞"], ["县区", "问题"], [None, None, None, "续表"], ["剑阁县", "无证上岗"],
    )  # fmt: skip
    assert [row["县区"] for row in values(read_roster(path))] == ["青川县", "剑阁县"]


def test_cell_hidden_under_a_merged_one_keeps_its_own_words_and_empty_merged_cells_give_nothing(tmp_path):
    from openpyxl import load_workbook
    from openpyxl.worksheet.cell_range import CellRange

    path = book(
        tmp_path, ["县区", "问题", "备注"], ["青川县", "甲", None], ["剑阁县", "乙", None], [None, "丙", None]
    )
    workbook = load_workbook(path)
    for merged in ("A2:A4", "C2:C4"):
        workbook.active.merged_cells.add(CellRange(merged))
    workbook.save(path)
    assert values(read_roster(path)) == [
        {"县区": "青川县", "问题": "甲"},
        {"县区": "剑阁县", "问题": "乙"},
        {"县区": "青川县", "问题": "丙"},
    ]


def test_sheet_of_a_chart_is_passed_over(tmp_path):
    from openpyxl import load_workbook

    path = book(tmp_path, ["县区", "问题"], ["青川县", "通道堵塞"])
    workbook = load_workbook(path)
    workbook.create_chartsheet("图", 0)
    workbook.save(path)
    roster = read_roster(path)
    assert (roster.sheet, roster.others) == ("县区", [])


def test_rows_are_a_list_to_those_who_use_them(tmp_path):
    found = read_roster(book(tmp_path, ["县区"], ["青川县"], ["剑阁县"], ["旺苍县"])).rows
    assert [row.values["县区"] for row in found[1:]] == ["剑阁县", "旺苍县"]
    assert found[-1].values == {"县区": "旺苍县"}
    with pytest.raises(IndexError):
        found[3]


@pytest.mark.parametrize("limit", ["MAX_XML", "MAX_PART"])
def test_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch, limit):
    from tongzhi.errors import LimitError
    from tongzhi.read import sheets

    monkeypatch.setattr(sheets, limit, 100)
    with pytest.raises(LimitError, match="展开后超过"):
        read_roster(book(tmp_path, ["县区"], ["青川县"]))


def test_blocks_smaller_than_a_row_and_than_what_is_before_the_rows(tmp_path, monkeypatch):
    path = book(tmp_path, ["县区", "问题"], *[[f"县{n}", f"问题{n}"] for n in range(60)])
    whole = list(read_roster(path).rows)
    from tongzhi.read import sheets

    monkeypatch.setattr(sheets, "BLOCK", 40)
    monkeypatch.setattr(sheets, "_KEPT", [name for name in sheets._KEPT if "shared" not in name])
    parts = list(sheets.split_rows(_sheet_of(path), 40))
    assert b"".join(data for data, _ in parts) == _sheet_of(path).read()
    assert sum(data.count(b"</row>") for data, is_rows in parts if is_rows) == 61
    assert len(whole) == 60


def _sheet_of(path: Path) -> io.BytesIO:
    with zipfile.ZipFile(path) as package:
        return io.BytesIO(package.read("xl/worksheets/sheet1.xml"))


def test_formula_that_gives_an_empty_text_is_no_fault(tmp_path):
    path = book(tmp_path, ["县区", "问题", "备注"], ["青川县", "通道堵塞", "=A2"])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<c r="C2">', b'<c r="C2" t="str">')
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert values(read_roster(path)) == [{"县区": "青川县", "问题": "通道堵塞"}]


def test_delimiter_that_the_first_line_states_is_used(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text("sep=;\n县区;问题,隐患\n青川县;通道堵塞,无证\n", encoding="utf-8")
    assert values(read_roster(path)) == [{"县区": "青川县", "问题,隐患": "通道堵塞,无证"}]


def test_one_column_whose_cells_hold_commas_is_one_column(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text('"县区，全称"\n"青川县，广元市"\n"剑阁县，广元市"\n', encoding="utf-8")
    path.write_text('"县区,全称"\n"青川县,广元市"\n"剑阁县,广元市"\n', encoding="utf-8")
    assert values(read_roster(path)) == [{"县区,全称": "青川县,广元市"}, {"县区,全称": "剑阁县,广元市"}]


def test_heading_without_a_word_below_or_beside_it_stays_alone_in_csv(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text(
        "县区,隐患数,,问题,,\n,一般,重大,描述,时限,\n青川县,3,1,通道堵塞,2026-12-01,\n", encoding="utf-8"
    )
    [found] = values(read_roster(path))
    assert found == {"县区": "青川县", "一般": "3", "重大": "1", "描述": "通道堵塞", "时限": "2026-12-01"}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("两个.json", '{"县区": [{"名称": "青川县"}], "企业": [{"名称": "某矿"}]}', "看不出哪一个列表是名册"),
        ("空.json", "null", "没有一行数据"),
        ("空对象.json", "{}", "没有一行数据"),
    ],
)
def test_data_file_without_one_list_is_told(tmp_path, name, text, words):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_roster(tmp_path / name)


@pytest.mark.parametrize(("name", "words"), [(".", "文件夹"), ("长" * 200 + ".xlsx", "打不开")])
def test_roster_that_cannot_be_opened_is_told(tmp_path, name, words):
    with pytest.raises(InputError, match=words):
        read_roster(tmp_path / name)


@pytest.mark.parametrize("merges", [("A1:A2", "B1:C1", "D1:E1"), ("B1:C1", "D1:E1"), ()])
def test_header_of_two_lines_keeps_its_outer_words_though_more_inner_ones_are_known(tmp_path, merges):
    path = book(
        tmp_path, ["县区", "隐患", None, "整改", None], [None, "问题", "部位", "联系人", "整改期限"],
        ["青川县", "通道堵塞", "三层", "李某", "2026-12-01"], merges=merges,
    )  # fmt: skip
    [found] = values(read_roster(path, known=KNOWN))
    assert found == {
        "县区": "青川县", "问题": "通道堵塞", "部位": "三层", "联系人": "李某", "整改期限": "2026-12-01",
    }  # fmt: skip
