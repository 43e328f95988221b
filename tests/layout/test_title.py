from __future__ import annotations

import sys

import pytest

from tongzhi.layout.title import break_title, is_symmetric_shape
from tongzhi.layout.widths import count_zi

TITLES = [
    "关于召开全市安全生产工作会议的通知",
    "临江市安全生产委员会办公室关于召开全市安全生产电视电话会议的通知",
    "临江市人民政府办公室关于印发《临江市危险化学品安全综合治理实施方案》的通知",
    "关于进一步加强国庆中秋期间全市危险化学品、非煤矿山、道路交通等重点行业领域安全生产隐患排查治理工作的通知",
    "关于青川县某化工有限公司“9·20”事故情况的通报",
    "关于2026年国庆假期应急值班值守抽查情况的通报",
    "关于转发《国务院安委会办公室关于做好今冬明春火灾防控工作的通知》的通知",
]


@pytest.mark.parametrize("title", TITLES)
def test_title_keeps_its_text_fits_its_lines_and_has_the_shape_of_the_standard(title: str):
    lines = break_title(title)
    widths = [count_zi(line) for line in lines]
    assert "".join(lines) == title
    assert max(widths) <= 20.1
    assert is_symmetric_shape(widths)


@pytest.mark.parametrize("title", TITLES)
def test_no_line_begins_with_a_mark_or_with_the_particle_and_no_word_is_cut(title: str):
    lines = break_title(title)
    assert not any(line[0] in "的、，。》）”" for line in lines)
    assert not any(line[-1] in "《（“" for line in lines)
    for word in ("安全生产", "通知", "通报", "隐患排查", "电视电话会议", "实施方案", "“9·20”", "2026年"):
        assert any(word in line for line in lines) is (word in title)


def test_short_title_stays_on_one_line():
    assert break_title("关于召开全县安全生产工作会议的通知") == ["关于召开全县安全生产工作会议的通知"]


def test_line_breaks_of_the_user_are_kept():
    assert break_title("关于召开会议的\n通知") == ["关于召开会议的", "通知"]


def test_title_of_known_words_is_broken_without_jieba():
    sys.modules.pop("jieba", None)
    break_title("临江市安全生产委员会办公室关于召开全市安全生产电视电话会议的通知")
    assert "jieba" not in sys.modules


@pytest.mark.parametrize(
    ("widths", "good"),
    [
        ([12, 16], True),
        ([16, 12], True),
        ([10, 15, 12], True),
        ([15, 15], False),
        ([15, 10, 15], False),
        ([9, 12, 16], True),
    ],
)
def test_trapezoid_and_diamond_pass_rectangle_and_hourglass_do_not(widths: list[float], good: bool):
    assert is_symmetric_shape(widths) is good


def test_very_long_title_without_words_is_still_broken():
    lines = break_title("某" * 70)
    assert max(map(len, lines)) <= 20
    assert "".join(lines) == "某" * 70


def test_title_of_very_many_words_is_still_broken_within_its_lines():
    title = (
        "关于"
        + "、".join(f"{name}县" for name in "青剑苍旺昭利朝元广平阆南仪营蓬西")
        + "安全生产工作情况的通报"
    )
    lines = break_title(title, 22)
    assert "".join(lines) == title
    assert all(count_zi(line) <= 22 for line in lines)
