"""Replies written as letters."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tongzhi.desk.letters import is_letter, read_letter
from tongzhi.desk.people import Asked
from tongzhi.desk.replies import merge_replies

ASKED = [Asked("青山县人民政府", "青山县", "主要负责人"), Asked("临江市商务局", "市商务局", "分管负责人")]


def letter(*lines: str):
    assert is_letter(list(lines))
    return read_letter(list(lines), ASKED)


def people(*lines: str) -> list[tuple[str, str, str]]:
    return [(one["name"], one.get("title", ""), one.get("mobile", "")) for one in letter(*lines).people]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "经研究，我县由县委副书记、县长方大同同志参加会议，手机13900000011。",
            [("方大同", "县委副书记、县长", "13900000011")],
        ),
        (
            "我局参会人员为许念慈（党组成员、副局长），联系方式13900000012。",
            [("许念慈", "党组成员、副局长", "13900000012")],
        ),
        (
            "我县拟派副县长李为民、县应急管理局局长赵刚2名同志参会，联系电话分别为13900001111、13900002222。",
            [("李为民", "副县长", "13900001111"), ("赵刚", "县应急管理局局长", "13900002222")],
        ),
        (
            "市安委办：经研究，我公司总经理陈大勇同志参加会议，联系电话13700000001。",
            [("陈大勇", "总经理", "13700000001")],
        ),
        (
            "贵办通知收悉。我院副院长欧阳兰同志将出席会议，手机 138 1234 5678。",
            [("欧阳兰", "副院长", "13812345678")],
        ),
    ],
)
def test_sentences_that_name_who_comes(sentence: str, found: list[tuple[str, str, str]]):
    assert (
        people("市安委办：", sentence, "（联系人：小顾，0888-5550100）", "青山县人民政府", "2026年3月2日")
        == found
    )


def test_list_in_a_letter_and_its_signature():
    found = letter(
        "关于报送参会人员名单的函", "市防指办：", "现将我区参会人员名单报送如下：", "1.高建军，区委常委、副区长，13511110000；",
        "2.孙丽，区水利局局长，13511110001。", "联系人：小张，0888-1234567", "北津区防汛抗旱指挥部", "二〇二六年五月四日",
    )  # fmt: skip
    assert [one["name"] for one in found.people] == ["高建军", "孙丽"]
    assert (found.unit, found.date) == ("北津区防汛抗旱指挥部", "二〇二六年五月四日")


def test_somebody_comes_in_the_place_of_another():
    found = letter(
        "关于变更参会人员的函",
        "市安委办：",
        "我县原报县长白居正同志参会，因赴省开会，现改由常务副县长牛得草同志（手机：13900000013）替会。",
        "青山县人民政府办公室",
        "2026年12月13日",
    )
    assert [one["name"] for one in found.people] == ["牛得草"]
    assert (found.replaced, found.corrects) == (["白居正"], True)


def test_leave_with_and_without_a_name():
    found = letter(
        "市安委办：",
        "我局分管负责人秦时月副局长因病住院，已请假，本次会议不派人参加。",
        "临江市商务局",
        "2026年12月11日",
    )
    assert (found.people, [(one["name"], one["title"]) for one in found.leave]) == (
        [],
        [("秦时月", "副局长")],
    )
    nobody = letter("市安委办：我局无人员参会。", "临江市商务局", "2026年3月1日")
    assert [one["name"] for one in nobody.leave] == ["未写姓名"]


def test_sentence_that_names_nobody_is_kept_for_a_question():
    found = letter("回复：我单位届时由分管领导参加。", "市供销社")
    assert (found.people, found.unread) == ([], ["我单位届时由分管领导参加"])


def test_letter_changes_only_whose_place_it_names(tmp_path: Path):
    first, second = tmp_path / "青山县.txt", tmp_path / "青山县更正.txt"
    first.write_text(
        "1、青山县 县长 白居正 13900000001\n2、青山县 应急局局长 钱塘 13900000002\n", encoding="utf-8"
    )
    second.write_text(
        "市安委办：\n我县原报县长白居正同志参会，因病改由副县长牛得草同志（13900000003）参会。\n青山县人民政府\n2026年12月13日\n",
        encoding="utf-8",
    )
    merged = merge_replies([first, second], ASKED, held=datetime(2027, 1, 1))
    assert [one.name for one in merged.replies] == ["钱塘", "牛得草"]
    assert "白居正" in merged.log[0]
    assert merged.people.missing == 0


@pytest.mark.parametrize("word", ["随员", "陪同人员", "随行"])
def test_companion_behind_a_label_is_a_person_and_the_label_is_none(word: str) -> None:
    assert people(
        "来文收悉。",
        f"我镇拟由副镇长邬 渡（手机13900001003）代表镇长参会，{word}：应急管理站站长 仇小楼（13900001013）。",
        "鹭港镇人民政府",
    ) == [("邬渡", "副镇长", "13900001003"), ("仇小楼", "应急管理站站长", "13900001013")]


@pytest.mark.parametrize("post", ["镇长", "局长", "主要负责人"])
def test_who_comes_for_a_post_is_a_substitute(post: str) -> None:
    found = letter(f"我单位由副镇长邬渡代表{post}参会。", "鹭港镇人民政府").people
    assert [(one["name"], one["title"]) for one in found] == [("邬渡", "副镇长")]
    assert f"替{post}" in found[0]["note"]
