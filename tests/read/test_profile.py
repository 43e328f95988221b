from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tongzhi.errors import InputError
from tongzhi.papers.minutes import Minutes
from tongzhi.papers.notice import Notice
from tongzhi.read.data import Source
from tongzhi.read.profile import find_profile, guess_level, import_profile, import_units, load_profile
from tongzhi.read.register import registered, used_numbers
from tongzhi.read.validate import assemble
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "settings"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def test_profile_is_found_here_then_in_the_settings_folder(nowhere: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tongzhi.read.profile.settings_folder", lambda: nowhere / "settings")
    assert load_profile() is None
    (nowhere / "settings").mkdir()
    (nowhere / "settings" / "本单位.yaml").write_text("单位名称: 远处", encoding="utf-8")
    assert load_profile().name == "远处"
    (nowhere / "本单位.yaml").write_text("单位名称: 近处", encoding="utf-8")
    assert load_profile().name == "近处"


def test_profile_that_was_named_must_exist(nowhere: Path):
    with pytest.raises(InputError, match="找不到本单位配置"):
        find_profile(nowhere / "x.yaml")


def test_wrong_entries_are_told_with_their_lines_and_left_out(nowhere: Path):
    (nowhere / "本单位.yaml").write_text("单位名称: 甲\n涉密机: 也许\n联糸人: 乙", encoding="utf-8")
    office = load_profile()
    assert office is not None
    told = "\n".join(str(one) for one in office.faults)
    assert "本单位.yaml 第2行 “涉密机”" in told
    assert "是不是“联系人”" in told
    assert (office.name, office.secret_machine, office.contact) == ("甲", False, [])


BAD = """单位全称：青山县安全生产委员会办公室
发文单位:
  - {名称: 青山县安委办, 文号代字: 青安委办, 下一文号: 十二}
联络人: {姓名: 杜若, 联系电话: 0833-4400001, 爱好: 无}
通讯录:
  县区: [甲县人民政府（甲县）, 乙县]
  市直部门: [市应急管理局]
领导班子:
  - {姓名: 方大同, 职务: 县长, 分管工作: 安全}
格式: {上边距: 五}
会议室: [三楼会议室
"""


def test_each_bad_line_costs_only_what_it_says_and_other_spellings_of_keys_are_taken(nowhere: Path):
    (nowhere / "本单位.yaml").write_text(BAD, encoding="utf-8")
    office = load_profile()
    assert office is not None
    assert (office.name, office.issuers[0].code) == ("青山县安全生产委员会办公室", "青安委办")
    assert [(unit.name, unit.short, unit.level) for unit in office.units] == [
        ("甲县人民政府", "甲县", "县区"),
        ("乙县", "", "县区"),
        ("市应急管理局", "", "市直部门"),
    ]
    assert (office.contact[0].phone, office.leaders[0].fields, office.rooms) == ("0833-4400001", ["安全"], [])
    told = [str(one) for one in office.faults]
    for word in ("半角", "“十二”不是整数", "爱好", "上边距", "第11行"):
        assert sum(word in line for line in told) == 1, word


@pytest.mark.parametrize("entry", ["issuers", "format"])
def test_only_what_needs_a_bad_entry_stops(nowhere: Path, entry: str):
    (nowhere / "本单位.yaml").write_text(BAD, encoding="utf-8")
    office = load_profile()
    assert office is not None
    with pytest.raises(InputError):
        office.need(entry)
    office.need("units", "leaders")


def test_profile_of_which_nothing_can_be_read_is_an_error(nowhere: Path):
    (nowhere / "本单位.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(InputError, match="YAML"):
        load_profile()


def test_precedence_is_set_then_file_then_common_then_profile(nowhere: Path):
    (nowhere / "本单位.yaml").write_text(
        "单位名称: 名\n默认值: {会议通知: {地点: 四, 会期: 四, 缘由: 四, 标题: 四}}", encoding="utf-8"
    )
    merged = assemble(
        Notice,
        Source({"地点": "二", "会期": "二", "缘由": " "}),
        load_profile(),
        over={"地点": "一"},
        under={"缘由": "三", "会期": "三"},
    ).values
    assert (merged["main_venue"], merged["duration"], merged["purpose"], merged["title"]) == (
        "一",
        "二",
        "三",
        "四",
    )


def test_address_list_is_read_in_its_order_with_levels(tmp_path: Path):
    book = Workbook()
    book.active.append(["临江市通讯录"])
    book.active.append(["序号", "单位名称", "简称", "联系人", "办公电话"])
    book.active.append([1, "白水县人民政府", "白水县", "甲", "0971-8230001"])
    book.active.append([2, "临江市应急管理局", None, "乙", None])
    book.active.append([3, "白水县人民政府", None, None, None])
    book.save(tmp_path / "通讯录.xlsx")
    assert import_units(tmp_path / "通讯录.xlsx") == [
        {"全称": "白水县人民政府", "简称": "白水县", "联系人": "甲", "电话": "0971-8230001", "级别": "县区"},
        {"全称": "临江市应急管理局", "联系人": "乙", "级别": "市直部门"},
    ]


def test_address_list_as_an_office_keeps_it(tmp_path: Path):
    book = Workbook()
    sheet = book.active
    for row in (
        ["安委会成员单位通讯录"], ["（2026年11月更新）"], ["序号", "单位名称", "规范化简称", "联络员", "办公电话", "手机", "备注"], ["一、县（市、区）"],
        [1, "白水市人民政府", "白水市", "甲 乙", "0971-8230001", 13800000001, None], ["二、市直单位"], [1, "临江市应急管理局", "市应急局", None, None, "138 0000 0002", "新调整"],
        ["注：如有变动请告知。"],
    ):  # fmt: skip
        sheet.append(row)
    old = book.create_sheet("2023旧版")
    old.append(["序号", "单位名称", "规范化简称"])
    old.append([1, "临江市安全生产监督管理局", "市安监局"])
    book.save(tmp_path / "通讯录.xlsx")
    assert import_units(tmp_path / "通讯录.xlsx") == [
        {
            "全称": "白水市人民政府",
            "简称": "白水市",
            "联系人": "甲乙",
            "电话": "0971-8230001、13800000001",
            "级别": "县区",
        },
        {
            "全称": "临江市应急管理局",
            "简称": "市应急局",
            "备注": "新调整",
            "电话": "13800000002",
            "级别": "市直部门",
        },
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("青川县", "县区"),
        ("某某镇人民政府", "乡镇"),
        ("青川县应急管理局", "县直部门"),
        ("某化工有限公司", "企业"),
        ("临江", ""),
    ],
)
def test_level_shows_in_the_name(name: str, level: str):
    assert guess_level(name) == level


def test_register_remembers_numbers_and_numbers_the_next_paper(nowhere: Path):
    (nowhere / "本单位.yaml").write_text(
        "单位名称: 市安委办\n发文机关: {名称: 市安委办, 代字: 临安办纪, 下一文号: 5, 年份: 2026}",
        encoding="utf-8",
    )
    values = assemble(Minutes, Source({"发文字号": "自动"}), load_profile(), day=DAY).values
    assert values["doc_no"]["值"] == "临安办纪〔2026〕5号"
    paper = Minutes.model_validate(
        {**sample_values(Minutes, DAY), "发文字号": "临安办纪〔2026〕5号", "成文日期": None}
    )
    register = nowhere / "文号登记.csv"
    register.write_bytes(registered(register, paper, "=纪要.docx", DAY))
    assert used_numbers(register) == {("临安办纪", 2026): 5}
    assert "'=纪要.docx" in register.read_text("utf-8-sig")
    assert (
        assemble(Minutes, Source({"发文字号": "自动"}), load_profile(), day=DAY).values["doc_no"]["值"]
        == "临安办纪〔2026〕6号"
    )
    with pytest.raises(InputError, match="没有代字"):
        assemble(Minutes, Source({"发文字号": "自动", "制发机关": "别处"}), load_profile(), day=DAY)


def test_register_with_a_line_that_is_no_number_counts_the_others(tmp_path: Path):
    path = tmp_path / "文号登记.csv"
    path.write_text(
        "发文字号,文种\n无号,通知\n'江安办〔2026〕7号,通报\n江安办〔2026〕5号,通报\n", encoding="utf-8"
    )
    assert used_numbers(path) == {("江安办", 2026): 7}


def test_a_profile_begun_from_an_address_list_holds_nothing_that_is_not_in_it(tmp_path: Path):
    book = Workbook()
    for row in (
        ["成员单位名称", "单位简称", "分管领导", "职务", "办公电话", "联络员"],
        ["青川县人民政府", "青川县", "龙江", "常务副县长", "0971-8110001", "阿普"],
        ["云岭彝族自治州应急管理局", "州应急局", "和顺", "局长", "0971-8110002", None],
    ):
        book.active.append(row)
    book.save(tmp_path / "通讯录.xlsx")
    values, notes = import_profile(tmp_path / "通讯录.xlsx")
    assert set(values) == {"单位名称", "单位名录"}
    assert values["单位名称"] == ""
    assert "单位名称" in notes
    first, second = values["单位名录"]
    assert first["备注"] == "分管领导：龙江；职务：常务副县长"
    assert (first["联系人"], first["电话"]) == ("阿普", "0971-8110001")
    assert second["级别"] == "州直部门"


def test_letters_and_number_beside_the_issuer_belong_to_it(nowhere: Path):
    Path("本单位.yaml").write_text(
        "单位名称: 泉山县应急管理局\n发文机关: 泉山县应急管理局\n代字: 泉应急\n下一文号: 18\n",
        encoding="utf-8",
    )
    profile = load_profile()
    assert profile is not None
    assert profile.next_doc_no("泉山县应急管理局", 2026) == "泉应急〔2026〕18号"


@pytest.mark.parametrize("blank", ["", " ", "　"])
def test_wide_colons_are_read_at_every_depth_and_told_once(nowhere: Path, blank: str) -> None:
    Path("本单位.yaml").write_text(
        f"单位名称：{blank}泉山县应急管理局\n发文机关：\n  - 名称：{blank}泉山县应急管理局\n    代字：泉应急\n    下一文号：18\n"
        "单位名录：\n  - 全称：石佛镇人民政府\n    简称：石佛镇\n",
        encoding="utf-8",
    )
    profile = load_profile()
    assert profile is not None
    assert profile.next_doc_no("泉山县应急管理局", 2026) == "泉应急〔2026〕18号"
    assert [unit.short for unit in profile.units] == ["石佛镇"]
    told = [str(each) for each in profile.faults]
    assert len([each for each in told if "冒号" in each]) == 1
    assert "第1、2、6行" in "".join(told)


def test_units_of_every_sheet_of_an_address_list_come_in(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["部门名称", "主要领导"], ["泉山县应急管理局", "龙江"]):
        book.active.append(row)
    other = book.create_sheet("企业")
    for row in (
        ["单位全称", "简称", "手机"],
        ["泉山热力有限公司", "热力公司", "13500000001"],
        ["（以下空白）"],
    ):
        other.append(row)
    book.save(tmp_path / "通讯录.xlsx")
    values, _ = import_profile(tmp_path / "通讯录.xlsx")
    assert [unit["全称"] for unit in values["单位名录"]] == ["泉山县应急管理局", "泉山热力有限公司"]


def test_list_of_schools_names_its_units_in_its_own_word(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["校名", "简称", "校长", "联系电话"], ["清溪县第一中学", "县一中", "方圆", "13500000001"]):
        book.active.append(row)
    book.save(tmp_path / "通讯录.xlsx")
    values, _ = import_profile(tmp_path / "通讯录.xlsx")
    assert [(unit["全称"], unit["简称"]) for unit in values["单位名录"]] == [("清溪县第一中学", "县一中")]
