from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongzhi.zh.punctuation import apply_repairs, find_repairs, repair_text

WRONG = [
    ("各县区要抓紧,不得拖延.", "各县区要抓紧，不得拖延。"),
    ("共查出12处,已改8处;其余限期整改!", "共查出12处，已改8处；其余限期整改！"),
    ("时间:上午9:00", "时间：上午9:00"),
    ("市应急局(安委办)负责", "市应急局（安委办）负责"),
    ("市应急局（安委办)负责", "市应急局（安委办）负责"),
    ("坚决整改，，绝不姑息。。", "坚决整改，绝不姑息。"),
    ("坚决整改，。", "坚决整改。"),
    ("出大事了！！！！", "出大事了！！！"),
    ("煤矿、非煤矿山...都要查", "煤矿、非煤矿山……都要查"),
    ("安全--这是底线", "安全——这是底线"),
    ('落实"列单、交单"要求', "落实“列单、交单”要求"),
    ("落实”列单“要求", "落实“列单”要求"),
    ("学习《安全生产法》、《消防法》", "学习《安全生产法》《消防法》"),
    ("（一）、全面排查", "（一）全面排查"),
    ("1、全面排查", "1.全面排查"),
    ("第一、全面排查", "第一，全面排查"),
    ("一，全面排查", "一、全面排查"),
    ("见附件(略）。", "见附件（略）。"),
    ("矿山、渡口、学校等等。。。", "矿山、渡口、学校等等……"),
    ("云安委办[2026]5号", "云安委办〔2026〕5号"),
    ("云安委办（2026）5号", "云安委办〔2026〕5号"),
]


@pytest.mark.parametrize(("wrong", "right"), WRONG)
def test_slip_is_repaired_and_cites_its_clause(wrong: str, right: str) -> None:
    repairs = find_repairs(wrong)
    assert repairs
    assert all(repair.clause for repair in repairs)
    assert repair_text(wrong) == right


@pytest.mark.parametrize(
    "right",
    [
        *(right for _, right in WRONG),
        "上午9:00至11:30，温度2.5℃，占3,200万元", "见 https://example.cn/a,b?c=1。", "发到 a.b@example.cn，文件为 通知.docx。", "按 GB/T 9704-2012 (7.3.1) set",
        "他说：“要‘查’到底。”", "“甲”“乙”", "真的吗？！", "（2026年10月12日）", "1.1 总则", "No. 5, please.", "A:B", 'say "yes" now', "",
    ],
)  # fmt: skip
def test_what_is_right_stays(right: str) -> None:
    assert find_repairs(right) == []


@given(st.text(alphabet='安全，。、；：？！,.;:?!()（）“”"-…1aＡ 《》', max_size=24))
def test_repairs_never_overlap_and_settle(text: str) -> None:
    repairs = find_repairs(text)
    assert all(one.end <= other.start for one, other in pairwise(repairs))
    for repair in repairs:
        assert text[repair.start : repair.end] == repair.found
    once = apply_repairs(text, repairs)
    assert [char for char in once if char in "安全1a"] == [char for char in text if char in "安全1a"]
    assert repair_text(repair_text(text)) == repair_text(text)
