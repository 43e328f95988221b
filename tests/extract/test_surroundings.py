"""What stands around a unit: labels, headings of lists, boxes, names, answers."""

from __future__ import annotations

import pytest

from tongzhi.extract.classify import read_text


def _signs(text):
    return {sign.text: sign.unit for sign in read_text(text).signs}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("下周任务：", "to-do"),
        ("## 遗留问题", "to-do"),
        ("【后续计划】", "to-do"),
        ("本周完成情况：", "told"),
        ("三、参会人员", "told"),
        ("背景：", "told"),
    ],
)
def test_a_heading_of_a_list_covers_the_lines_under_it(head, kind):
    signs = _signs(f"会议记录\n{head}\n- 搜索页面布局\n- 整理书目数据")
    assert signs["- 搜索页面布局"][f"u:{kind}+listed"] == 1.0
    assert signs["- 整理书目数据"][f"u:{kind}"] == 1.0


def test_a_heading_reaches_no_further_than_the_next_and_not_for_ever():
    text = "下周任务：\n- 画原型图\n参会人员：\n- 小叶\n" + "今天讨论得很热烈，大家都说了话。\n" * 20
    signs = read_text(text).signs
    assert "u:to-do" in next(sign.unit for sign in signs if "原型图" in sign.text)
    assert "u:told" in next(sign.unit for sign in signs if "小叶" in sign.text)
    assert not any(name.startswith("u:") for name in signs[-1].unit)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("决议: 请总干事催厂商到货.", "to-do"),
        ("說明: 三家報價已經送到.", "told"),
        ("结论：先做原型。", "to-do"),
        ("老王：我明天去。", "other"),
    ],
)
def test_a_label_before_the_words_says_what_they_are(line, kind):
    (sign,) = read_text(line).signs
    assert sign.unit.get(f"l:{kind}") == 1.0 or (kind == "other" and "l:to-do" not in sign.unit)


def test_marks_of_lists_of_things_to_do():
    unit = read_text("* [ ] 整理徽章申请表@费某⏰2023-09-17 18:00").signs[0].unit
    assert {"m:box", "m:named", "m:clock", "m:listed"} <= unit.keys()
    assert "m:struck" in read_text("* [x] ~~补齐回执@苗某~~").signs[0].unit
    assert "m:votes" in read_text("表决：同意5票，弃权1票").signs[0].unit


def test_who_is_asked_answers():
    ask, yes = read_text("能不能周三交？\n好，我来交。").signs
    assert ask.unit["d:asks-answered"] == yes.unit["d:yes-asked"] == 1.0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我们回去再发文催一次。", "promise"),
        ("麻烦你补一份材料。", "request"),
        ("会后再寄给各位。", "later"),
        ("可能会开第二家吧。", "hedge"),
        ("一般是三个工作日。", "habit"),
        ("接着请交通部报告。", "inside"),
        ("上次已经发过一遍。", "already"),
    ],
)
def test_how_talk_promises_asks_and_doubts(text, name):
    rows = read_text(text).signs[0].clauses
    assert any(f"talk:{name}" in row for row in rows)
    assert not any(f"talk:{name}" in row for row in read_text("各地要压实责任。").signs[0].clauses)
