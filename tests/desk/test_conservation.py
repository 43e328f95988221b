"""The law of conservation over generated messes: whoever stands in a returned file is in the outcome, or is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tongzhi.desk.people import Asked
from tongzhi.desk.replies import Merged, merge_replies
from tongzhi.desk.summary import render_summary

UNITS = ("青川县", "白水县", "市应急局", "市残联", "供电公司", "临江海关", "城关镇")
ASKED = [
    Asked("青川县人民政府", "青川县"), Asked("白水县人民政府", "白水县"), Asked("临江市应急管理局", "市应急局"), Asked("临江市残疾人联合会", "市残联"),
    Asked("国网临江供电公司"), Asked("城关镇人民政府", "城关镇"),
]  # fmt: skip
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", "伟芳敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英"
POSTS = ("局长", "副局长", "党组成员、副局长", "安全监管科科长", "副县长", "总工程师", "镇长", "三级调研员")

name = st.builds(
    lambda a, b, c: a + b + c,
    st.sampled_from(SURNAMES),
    st.sampled_from(GIVEN),
    st.sampled_from(["", *GIVEN]),
)
person = st.tuples(name, st.sampled_from(POSTS), st.integers(13000000000, 13999999999).map(str))
LINES = (
    "{n}. {unit} {name} {post} {phone}", "{n}、{unit}：{post}{name}{phone}", "{n}) {unit}，{spaced}，{post}，{phone}", "{name}（{unit}{post}）{phone}",
    "【{unit}】{name}/{post}/{phone}", "{n}.{unit}——{name}（{post}）", "{unit} {post} {spaced} {phone}", "{phone} {unit} {name} {post}",
)  # fmt: skip
TALK = ("收到", "#接龙", "请各单位今天下班前接龙", "好的，谢谢", "例：某某局 张三 局长 13800000000")
HEADS = (
    ("单位", "姓名", "职务", "手机"),
    ("报送单位", "参会人姓名", "职务（职级）", "联系方式"),
    ("部门", "与会领导", "现任职务", "移动电话"),
)
NOISE = (
    ["例", "某某某", "局长", "138××××××××"],
    ["合计", "3人"],
    ["备注：请于今日下班前报送。"],
    ["填报人：小顾", "", "", ""],
    [],
    ["", "", "", ""],
)


def spaced(text: str) -> str:
    return f"{text[0]}　{text[1:]}" if len(text) == 2 else text


def everything(merged: Merged) -> str:
    """Give all that is in the workbook or said."""
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(render_summary(merged)))
    cells = [
        str(cell)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    return "\n".join(cells)


def is_whole(merged: Merged, names: list[str], files: int) -> None:
    said = everything(merged)
    lost = [one for one in names if one not in said.replace("　", "")]
    assert not lost
    assert merged.people.missing == 0
    assert merged.files.missing == 0
    assert merged.files.met == files
    invented = [one.name for one in merged.replies if one.name not in names]
    assert not invented


SETTINGS = settings(
    max_examples=8 * int(os.environ.get("TONGZHI_MESSES", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SETTINGS
@given(st.lists(st.tuples(person, st.sampled_from(UNITS), st.sampled_from(LINES)), min_size=1, max_size=8), st.lists(st.sampled_from(TALK), max_size=3))  # fmt: skip
def test_nobody_of_a_chain_message_is_lost_or_invented(
    tmp_path: Path, rows: list[tuple[tuple[str, str, str], str, str]], talk: list[str]
):
    lines = [
        form.format(n=number, unit=unit, name=who, post=post, phone=phone, spaced=spaced(who))
        for number, ((who, post, phone), unit, form) in enumerate(rows, start=1)
    ]
    (tmp_path / "接龙.txt").write_text("\n".join([*talk, *lines]), encoding="utf-8")
    is_whole(merge_replies([tmp_path / "接龙.txt"], ASKED), [who for (who, _, _), _, _ in rows], 1)


@SETTINGS
@given(st.lists(st.tuples(person, st.sampled_from(UNITS)), min_size=1, max_size=6), st.sampled_from(HEADS), st.lists(st.sampled_from(NOISE), max_size=4), st.booleans())  # fmt: skip
def test_nobody_of_a_table_is_lost_or_invented(
    tmp_path: Path,
    rows: list[tuple[tuple[str, str, str], str]],
    heads: tuple[str, ...],
    noise: list[list[str]],
    is_word: bool,
):
    table = [
        ["参会回执"],
        list(heads),
        *([unit, spaced(who), post, phone] for (who, post, phone), unit in rows),
        *noise,
    ]
    if is_word:
        paper = Document()
        made = paper.add_table(0, 4)
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=False):
                cell.text = text
        path = tmp_path / "回执.docx"
        paper.save(str(path))
    else:
        book = Workbook()
        for row in table:
            book.active.append(row)
        path = tmp_path / "回执.xlsx"
        book.save(path)
    is_whole(merge_replies([path], ASKED), [who for (who, _, _), _ in rows], 1)


@pytest.mark.parametrize("unit", UNITS)
@SETTINGS
@given(people=st.lists(person, min_size=1, max_size=2, unique_by=lambda one: one[0]))
def test_nobody_of_a_letter_is_lost_or_invented(
    tmp_path: Path, unit: str, people: list[tuple[str, str, str]]
):
    said = "、".join(f"{post}{who}同志（手机{phone}）" for who, post, phone in people)
    lines = [
        "关于报送参会人员的函",
        "市安委办：",
        f"经研究，我单位由{said}参加会议。",
        "（联系人：小顾，0888-5550100）",
        unit,
        "2026年3月2日",
    ]
    (tmp_path / "函.txt").write_text("\n".join(lines), encoding="utf-8")
    is_whole(merge_replies([tmp_path / "函.txt"], ASKED), [who for who, _, _ in people], 1)


SENDERS = ("{day} {clock} {unit}办公室", "{unit}-小王 2026-12-07 {clock}", "{unit}  {clock}")
SAID = (
    "{unit} {post} {name} {phone}",
    "{name}，{post}，{phone}",
    "{post}：{name} {phone}",
    "{name}—{post}—{phone}",
)


@SETTINGS
@given(st.lists(st.tuples(person, st.sampled_from(UNITS), st.sampled_from(SENDERS), st.sampled_from(SAID), st.sampled_from(["", "收到", "[图片]", "@全体成员 请尽快报"])), min_size=2, max_size=7, unique_by=lambda one: one[1]))  # fmt: skip
def test_nobody_of_a_chat_is_lost_or_invented(
    tmp_path: Path, rows: list[tuple[tuple[str, str, str], str, str, str, str]]
):
    lines: list[str] = []
    for number, ((who, post, phone), unit, sender, said, more) in enumerate(rows):
        lines.append(sender.format(day="2026/12/7", clock=f"9:{number:02d}:11", unit=unit))
        lines += [line for line in (more, said.format(unit=unit, name=who, post=post, phone=phone)) if line]
    (tmp_path / "聊天.txt").write_text("\n".join(lines), encoding="utf-8")
    merged = merge_replies([tmp_path / "聊天.txt"], ASKED)
    is_whole(merged, [who for (who, _, _), *_ in rows], 1)
    told = " ".join(map(str, merged.problems))
    assert all("图片" in told for *_, more in rows if more == "[图片]")
