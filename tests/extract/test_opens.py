from __future__ import annotations

import pytest

from tongzhi.extract.opens import find_open


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实“四个严禁、四个一律”要求。", ["四个严禁、四个一律"]),
        ("推行“两单四制”。", ["两单四制"]),
        ("做到“六个到位”，确保安全。", ["六个到位"]),
        ("做到“三个到位”：责任到位、措施到位、资金到位。", []),
        ("实现“三个下降”，也就是总量、死亡、较大事故下降。", []),
        ("采取“四不两直”方式检查“三合一”场所。", []),
        ("学习“安全第一”的方针。", []),
        ("要做到“三个严禁”。严禁烧荒，严禁野炊，严禁吸烟。", []),
    ],
)
def test_counted_slogans_that_are_not_spelled_out_are_open(text, found):
    assert [item.text for item in find_open(text, text)] == found
