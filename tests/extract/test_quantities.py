from __future__ import annotations

import pytest

from tongzhi.extract.quantities import find_quantities
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
    ],
)
def test_counted_objects_are_found_and_turns_are_not(text, found):
    assert [quantity.text for quantity in find_quantities(text, text, 0, tag_words(text))] == found
