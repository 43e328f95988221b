from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongzhi.zh.flow import Flow, find_blanks, without_blanks


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("在 11 月 6 日前", "在11月6日前"),
        ("2026 年 11月 6 日", "2026年11月6日"),
        ("12月5　日", "12月5日"),
        ("11月6日 前报送", "11月6日前报送"),
        ("查 38 座水闸", "查38座水闸"),
        ("水闸38　座", "水闸38座"),
        ("3 0 8座", "308座"),
        ("1 240家", "1240家"),
        ("十一 月 六 日前", "十一月六日前"),
        ("三十八 座水闸", "三十八座水闸"),
        ("下周 四前", "下周四前"),
        ("2.1 10月19日起", "2.1 10月19日起"),
        ("附件2 3家企业", "附件2 3家企业"),
        ("各镇派 3 人 明天去", "各镇派3人 明天去"),
        ("GB 9704", "GB 9704"),
        ("甲 乙", "甲 乙"),
    ],
)
def test_blanks_beside_figures_are_nothing(text: str, flowing: str) -> None:
    assert without_blanks(text).text == flowing


def test_pauses_of_recognition_stay() -> None:
    assert find_blanks("查了两座 3号闸漏水", paused=True) == []


def test_words_parted_by_a_break_keep_their_place() -> None:
    text = "各镇要在11月\n6日前查完 38 座水闸"
    flow = Flow(text, [(7, 8)], find_blanks(text))
    at = flow.text.index("38座")
    assert text[slice(*flow.span(at, at + 3))] == "38 座"
    assert flow.shown(3, 9) == "在11月6日"
    assert text[slice(*flow.span(3, 9))] == "在11月\n6日"


def test_latin_words_do_not_run_together() -> None:
    assert Flow("use the\nnew one", [(7, 8)]).text == "use the new one"


@given(st.text(alphabet="年月日座家 　0123十二要\n前", max_size=40))
def test_every_character_is_found_again(text: str) -> None:
    joints = [(at, at + 1) for at, char in enumerate(text) if char == "\n"]
    flow = Flow(text, joints, find_blanks(text))
    assert all(text[flow.place(at)] == char for at, char in enumerate(flow.text))
    assert all(flow.locate(flow.place(at)) == at for at in range(len(flow.text)))
