"""Rows of speech without full stops are cut where a new subject or order begins, and ordinary sentences are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongzhi.zh.cutting import find_cuts
from tongzhi.zh.units import split_units

ONE_LINE = (
    "好 现在开会 今天说两件事 第一件事是水闸 水利站明天下班前把三十八座闸都看一遍 看完了名单报给我 "
    "贺站长在不在 在 好 第二件事是泵房 住建所老罗你这个星期五之前把泵房的门换掉 钥匙交到镇里"
)
COMMAS = (
    "好，今天把各村的书记请过来，主要说一下水闸，全镇是三十八座水闸，看过的只有二十座，剩下的为什么没有看，"
    "水利站明天下班前把剩下的都看完，看完了报给我，第二个是泵房，住建所这个星期五之前把门换掉，钥匙交到镇里，"
    "还有就是值班的事情，从今天晚上开始每个村留两个人，谁离岗谁写检查，好，就说这么多，散会"
)
BARE = (
    "好大家安静一下现在开会今天说水闸的事情全镇三十八座水闸只看了二十座另外泵房的门坏了三个月没有人管"
    "所以水利站要在明天下班前把闸看完还有一个事情就是值班从今天晚上开始每个村要留两个人"
)


@pytest.mark.parametrize("text", [ONE_LINE, COMMAS, BARE])
@pytest.mark.parametrize("start", ["水利站", "还有", "第二"])
def test_a_new_subject_begins_a_unit(text: str, start: str) -> None:
    at = text.find(start)
    if at < 0 or (text is BARE and start == "第二"):
        pytest.skip("not in this text")
    before = {unit.start for unit in split_units(text)}
    assert any(at - 2 <= place <= at for place in before)


@pytest.mark.parametrize("text", [ONE_LINE, COMMAS, BARE])
def test_a_row_is_parted_and_nothing_of_it_is_lost(text: str) -> None:
    units = split_units(text)
    assert 3 <= len(units) <= 30
    assert "".join(unit.text for unit in units).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "各镇要对照清单，逐座检查水闸、泵房、涵洞，发现漏水、卡阻、断电的，立即停用，并在两天内报县水利局。",
        "县水利局、县住建局、县应急局、县教育局、县卫健局，按照职责分工，各负其责，密切配合，形成合力，抓好落实。",
        "全面排查，全面整改，举一反三、引以为戒。",
    ],
)
def test_a_sentence_with_its_full_stop_stays_whole(text: str) -> None:
    assert [unit.text for unit in split_units(text)] == [text]


def test_ordinals_that_count_open_nothing() -> None:
    text = "我们去年看了第一批水闸今年看的是第二批水闸明年再看第三批水闸这样一年一年看下去就没有漏网的了"
    assert not any(unit.text.startswith(("第一批", "第二批", "第三批")) for unit in split_units(text))


def test_a_numbered_heading_that_runs_on_is_parted_where_lines_were_joined() -> None:
    text = "二、把重点盯死，逐项过筛子（一）水闸。各镇要查。"
    assert find_cuts(text[: text.index("。")], sparse=False, joined=True)[0] == (0, text.index("（一）"))


def test_no_word_and_no_number_is_cut_in_two() -> None:
    text = (
        "这个月二十五号的演练保卫科负责计时应急管理局派人在现场看着然后二十六号晚上八点再走一遍疏散通道"
        "走完了以后消防救援大队把灭火器的数量核对清楚报给我们"
    )
    starts = {unit.start for unit in split_units(text)}
    for word in ("二十五号", "二十六号", "应急管理局", "保卫科", "消防救援大队", "灭火器"):
        at = text.index(word)
        assert not starts & set(range(at + 1, at + len(word)))


@given(st.text(alphabet="好各镇要查水闸，。 \n第一另外我们的前完成12、（）", max_size=200))
def test_units_are_apart_and_in_order(text: str) -> None:
    position = 0
    for unit in split_units(text):
        assert position <= unit.start < unit.end
        assert text[unit.start : unit.end] == unit.text
        position = unit.end
