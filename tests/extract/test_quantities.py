from __future__ import annotations

import pytest

from tongzhi.extract.quantities import find_quantities
from tongzhi.extract.tasks import extract_tasks
from tongzhi.zh.segment import tag_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("对114家非煤矿山企业、202座尾矿库逐一检查", ["114家非煤矿山企业", "202座尾矿库"]),
        ("三十六家的名单交给街道", ["三十六家"]),
        ("上岗人数不超过20%", ["20%"]),
        ("每月检查一次，24小时值班", []),
        ("实行一户一档、一处一策", []),
        ("强调三个方面，讲四点意见", []),
        ("查实的奖励5000元", ["5000元"]),
        ("3月20日前完成", []),
        ("把穿过林区的9条35千伏线路巡一遍", ["9条35千伏线路"]),
        ("派出5个明查暗访组", ["5个明查暗访组"]),
        ("对存疑的7家矿山立案调查", ["7家矿山"]),
        ("在进城的6个路口设卡检查", ["6个路口"]),
        ("对81个在建工地逐个检查", ["81个在建工地"]),
        ("对12家A级景区逐家检查", ["12家A级景区"]),
        ("每个乡不少于两个村", ["两个村"]),
        ("全区民办园53家，逐家上门", ["民办园53家"]),
        ("这笔钱单列800万元", ["800万元"]),
        ("公安、城管、街道三家一起上门", ["三家"]),
        ("十二栋全部启动改造", ["十二栋"]),
    ],
)
def test_counted_objects_are_found_and_turns_are_not(text, found):
    assert [quantity.text for quantity in find_quantities(text, text, 0, tag_words(text))] == found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("数十座", None), ("几十座", None), ("上百座", None), ("近百座", None), ("十余座", None), ("二十多座", None),
        ("三十几座", None), ("十多万座", None), ("万余座", None), ("百十座", None), ("四五座", None), ("三四十座", None),
        ("两三百座", None), ("三五座", None), ("4、5座", None), ("4至5座", None), ("100-200座", None), ("4～5座", None),
        ("廿八座", 28), ("卅座", 30), ("3 0 8座", 308), ("308 座", 308), ("308　座", 308), ("３０８座", 308), ("三○八座", 308),
        ("三О八座", 308), ("三0八座", 308), ("1,240座", 1240), ("1，240座", 1240), ("1 240座", 1240),
        ("叁佰零捌座", 308), ("三百零八座", 308), ("两百零八座", 208),
    ],
)  # fmt: skip
def test_a_count_is_whole_and_about_so_many_is_no_number(words: str, number: float | None) -> None:
    text = f"各镇要对{words}水闸开展排查。"
    (task,) = extract_tasks(text).tasks
    assert [(one.text, one.number, one.unit) for one in task.quantities] == [(f"{words}水闸", number, "座")]
