"""Replies as people of many offices type them: several units in one text, two people beside each other in a row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tongzhi.desk.chain import read_line
from tongzhi.desk.people import Asked
from tongzhi.desk.replies import Merged, merge_replies
from tongzhi.desk.summary import render_summary

Book = Callable[..., Path]
UNITS = [
    "省水利厅", "省档案馆", "省红十字会", "省林业和草原局", "泉山县卫生健康局", "泉山县教育和体育局", "泉山县人民医院",
    "泉山县中医医院", "兵团第四师清水河团场", "泉山县公安局",
]  # fmt: skip
ASKED = [Asked(unit, "", "分管负责人") for unit in UNITS]


def said(merged: Merged) -> list[tuple[str, str, str, str]]:
    return [(one.unit, one.name, one.title, one.mobile) for one in merged.replies]


def text(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("红会：专职副会长 尤南 13500000001", [("红会", "尤南", "专职副会长", "13500000001")]),
        ("3.清水河团 政委 郝山川 13500000002", [("清水河团", "郝山川", "政委", "13500000002")]),
        ("水利厅～莫邪～副厅长～13500000003", [("水利厅", "莫邪", "副厅长", "13500000003")]),
        ("林草局：同意。由副局长尹秋参会，电话：13500000004；联系人：小范13500000094", [("林草局", "尹秋", "副局长", "13500000004")]),
        ("省水利厅 办公室：请 莫邪 副厅长出席。——11/30 10:21 电话13500000003", [("省水利厅", "莫邪", "副厅长", "13500000003")]),
        ("卫健局局长 华清 13500000005；教体局局长 傅山 13500000006", [("卫健局", "华清", "局长", "13500000005"), ("教体局", "傅山", "局长", "13500000006")]),
        ("公安局：大队长 解缙 13500000007（如出警由副大队长 于谦 13500000008 代）", [("公安局", "解缙", "大队长", "13500000007")]),
        ("补报：公安局副局长热合曼·司马义（代局长参会），手机：13500000009", [("公安局", "热合曼·司马义", "副局长", "13500000009")]),
        ("6.档案馆@安委办 柳如 副馆长 13500000010", [("档案馆", "柳如", "副馆长", "13500000010")]),
        ("公安局参会人员：治安大队副大队长 萧山 13500000011", [("公安局", "萧山", "治安大队副大队长", "13500000011")]),
    ],
)  # fmt: skip
def test_people_of_a_line(line: str, people: list[tuple[str, str, str, str]]):
    found = read_line(line, ASKED)
    assert [
        tuple(one.get(name, "") for name in ("unit", "name", "title", "mobile")) for one in found.people
    ] == people


def test_a_number_in_brackets_is_kept_as_written_in_the_remark(tmp_path: Path):
    path = text(tmp_path, "群.txt", "公安局：大队长 解缙 13500000007（如出警由副大队长 于谦 13500000008 代）")
    merged = merge_replies([path], ASKED)
    assert "13500000008" in merged.replies[0].note
    assert render_summary(merged)  # no mark of ours is left in a cell


def test_answers_of_several_units_under_one_another_are_no_letter(tmp_path: Path):
    path = text(
        tmp_path, "流转.txt", "【流转意见】", "省水利厅：拟由党组成员、副厅长 莫邪 同志参加（13500000003）。",
        "省林业和草原局：同意。由副局长尹秋参会，电话13500000004。", "省档案馆：阅", "红会：专职副会长 尤南 13500000001",
    )  # fmt: skip
    merged = merge_replies([path], ASKED)
    assert said(merged) == [
        ("省水利厅", "莫邪", "党组成员、副厅长", "13500000003"),
        ("省红十字会", "尤南", "专职副会长", "13500000001"),
        ("省林业和草原局", "尹秋", "副局长", "13500000004"),
    ]
    assert any("省档案馆" in problem.found for problem in merged.lines.messages())


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["单位", "参会领导", "", "", "随行人员", "", ""],
            ["", "姓名", "职务", "电话", "姓名", "职务", "电话"],
        ],
        [["单位", "参会领导", "职务", "手机", "随行人员姓名", "职务", "手机"]],
        [["单位", "姓名", "职务", "联系电话", "姓名", "职务", "联系电话"]],
    ],
)
def test_two_people_stand_beside_each_other(book: Book, rows: list[list[str]]):
    path = book(
        "回执.xlsx",
        [*rows, ["省水利厅", "莫邪", "副厅长", "13500000003", "干将", "监督处处长", "13500000013"]],
    )
    assert said(merge_replies([path], ASKED)) == [
        ("省水利厅", "莫邪", "副厅长", "13500000003"),
        ("省水利厅", "干将", "监督处处长", "13500000013"),
    ]


def test_who_filled_the_form_in_beside_who_comes_is_no_second_person(book: Book):
    path = book(
        "回执.xlsx",
        [
            ["单位", "参会人员", "", "", "联系人", ""],
            ["", "姓名", "职务", "电话", "姓名", "电话"],
            ["省水利厅", "莫邪", "副厅长", "13500000003", "小谢", "13500000093"],
        ],
    )
    assert [one.name for one in merge_replies([path], ASKED).replies] == ["莫邪"]


def test_posts_in_brackets_behind_the_names_are_posts(book: Book):
    path = book(
        "回执.xlsx",
        [
            ["序号", "单位", "参加人员（职务）", "联系方式"],
            ["1", "公安局", "解缙（副局长）、于谦（治安大队大队长）", "13500000007/13500000008"],
        ],
    )
    assert said(merge_replies([path], ASKED)) == [
        ("泉山县公安局", "解缙", "副局长", "13500000007"),
        ("泉山县公安局", "于谦", "治安大队大队长", "13500000008"),
    ]


def test_a_sheet_named_after_a_unit_is_that_unit(tmp_path: Path):
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, person in ("人民医院", "管宁"), ("中医院", "华歆"):
        sheet = workbook.create_sheet(name)
        sheet.append(["姓名", "职务", "手机"])
        sheet.append([person, "副院长", "13500000021"])
    workbook.save(tmp_path / "医院.xlsx")
    merged = merge_replies([tmp_path / "医院.xlsx"], ASKED)
    assert [(one.unit, one.name) for one in merged.replies] == [
        ("泉山县人民医院", "管宁"),
        ("泉山县中医医院", "华歆"),
    ]


def test_letter_out_of_the_mail_program_is_its_senders(tmp_path: Path) -> None:
    text(
        tmp_path, "回复.txt", "发件人: 县公安局办公室 <a@example.cn>", "发送时间: 2026年12月8日 9:41", "收件人: 安委办", "主题: 回复：会议通知",
        "您好！我局参会人员：治安大队大队长 萧山，电话 13500000011。", "-----原始邮件-----", "请报送参会人员，格式：姓名 张三 职务 局长 电话 13500000000",
    )  # fmt: skip
    merged = merge_replies(sorted(tmp_path.iterdir()), [Asked("泉山县公安局", "县公安局", "")])
    assert said(merged) == [("泉山县公安局", "萧山", "治安大队大队长", "13500000011")]
    assert merged.lines.missing == 0


def test_letter_that_was_passed_on_is_read_below_the_mark(tmp_path: Path) -> None:
    text(
        tmp_path, "转发.txt", "发件人: 小李 <b@example.cn>", "主题: 转发：参会人员", "请查收。", "---------- 转发的邮件 ----------",
        "发件人: 县公安局 <a@example.cn>", "主题: 参会人员", "我局副局长解缙参会，手机13500000007。",
    )  # fmt: skip
    merged = merge_replies(sorted(tmp_path.iterdir()), [Asked("泉山县公安局", "县公安局", "")])
    assert [(one.unit, one.name) for one in merged.replies] == [("泉山县公安局", "解缙")]


def test_list_of_a_form_on_the_net_keeps_when_each_row_was_sent(tmp_path: Path, book: Book) -> None:
    book(
        "收集结果.xlsx",
        [
            ["提交者（自动）", "提交时间（自动）", "1.您的单位（必填）", "2.参会人姓名（必填）", "3.职务（必填）", "4.手机号码（必填）", "备注"],
            ["甲", "2026-12-08 09:12:33", "县公安局", "萧山", "大队长", "13500000030", ""],
            ["甲", "2026-12-08 10:05:02", "县公安局", "萧山", "大队长", "13500000031", "以这条为准"],
            ["乙", "2026-12-08 10:41:00", "省档案馆", "无", "无", "0", "当天有检查，向领导请过假了"],
        ],
    )  # fmt: skip
    merged = merge_replies(
        sorted(tmp_path.iterdir()), [Asked("泉山县公安局", "县公安局", ""), Asked("省档案馆", "", "")]
    )
    assert [one.mobile for one in merged.replies] == ["13500000031"]
    assert [one.unit for one in merged.leave] == ["省档案馆"]


@pytest.mark.parametrize(
    ("line", "name", "gone"),
    [
        ("档案馆 张仪 副馆长 13500000010（更正：改为馆长范雎，手机13500000012）", "范雎", "张仪"),
        ("档案馆 柳如 副馆长 13500000010，更正：改由馆长陈平 13500000012", "陈平", "柳如"),
        ("档案馆：副馆长 萧何 13500000010 变更为馆长曹参13500000012", "曹参", "萧何"),
    ],
)
def test_line_that_takes_itself_back(line: str, name: str, gone: str) -> None:
    found = read_line(line, ASKED)
    assert [one["name"] for one in found.people] == [name]
    assert gone in found.people[0]["note"]


@pytest.mark.parametrize(
    ("line", "unit", "name", "title"),
    [
        ("环保分局，言偃，副局长，13500000007", "环保分局", "言偃", "副局长"),
        ("资规分局：分管领导颛孙师，13500000008", "资规分局", "颛孙师", "分管领导"),
        ("@石磊 更正一下，北塘村改由村主任花满溪参加，13500000010", "北塘村", "花满溪", "村主任"),
    ],
)
def test_former_names_and_village_posts(line: str, unit: str, name: str, title: str) -> None:
    asked = [Asked("开发区生态环境分局", "", ""), Asked("开发区自然资源和规划分局", "", ""), Asked("北塘村村民委员会", "北塘村", "")]  # fmt: skip
    one = read_line(line, asked).people[0]
    assert (one["unit"], one["name"], one["title"]) == (unit, name, title)


def test_cell_that_speaks_of_several_people_is_a_question(tmp_path: Path, book: Book) -> None:
    book(
        "表.xlsx",
        [["单位", "姓名", "职务"], ["省档案馆", "柳如", "副馆长"], ["", "各县（市）局分管负责同志42人", ""]],
    )
    merged = merge_replies(sorted(tmp_path.iterdir()), [Asked("省档案馆", "", "")])
    assert [one.name for one in merged.replies] == ["柳如"]
    assert any("42人" in doubt.text for doubt in merged.doubts)
