"""The guess at an unknown string is jieba's to the bit."""

from __future__ import annotations

import random
import sys

import pytest

from tongzhi.zh import segment
from tongzhi.zh.viterbi import likeliest_tags

POSSEG = segment._import_jieba()[1]
TABLES = (POSSEG.char_state_tab_P, POSSEG.start_P, POSSEG.trans_P, POSSEG.emit_P)
NAMES = [
    "青川",
    "敖汉旗",
    "尾矿酷",
    "龘龘",
    "习水",
    "阿依古丽买买提",
    "A座",
    "二廿",
    "的的的",
    "市应急管哩局安排",
    "鑫",
]


def stock(text: str) -> tuple[float, list[tuple[str, str]]]:
    return sys.modules["jieba.posseg.viterbi"].viterbi(text, *TABLES)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_gets_jieba_s_own_tags(text: str):
    assert likeliest_tags(text, *TABLES) == stock(text)


def test_strings_of_chance_get_jieba_s_own_tags():
    chance = random.Random(20261130)
    common = sorted(POSSEG.char_state_tab_P)
    for _ in range(300):
        pool = common if chance.random() < 0.8 else [chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(30)]
        text = "".join(chance.choice(pool) for _ in range(chance.randrange(1, 9)))
        assert likeliest_tags(text, *TABLES) == stock(text), text


def test_states_that_never_follow_are_no_way():
    one, two = ("S", "n"), ("S", "v")
    with pytest.raises(ValueError, match="empty"):
        likeliest_tags("好人", {"好": (one,)}, {one: -1.0, two: -1.0}, {one: {}, two: {}}, {one: {}, two: {}})
