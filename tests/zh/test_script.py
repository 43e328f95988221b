from __future__ import annotations

import pytest

from tongzhi.zh.script import is_traditional, simplified


@pytest.mark.parametrize(
    "text", ["請把這個報告給我們，還要檢查台電的開關。", "简体文字，要检查１２３处。", "", "𠮷野家應該檢查"]
)
def test_shadow_is_as_long_as_the_text(text):
    assert len(simplified(text)) == len(text)


def test_traditional_text_is_read_as_simplified():
    assert simplified("請你們把這個報告寄給我") == "请你们把这个报告寄给我"
    assert is_traditional("請你們把這個報告寄給我")
    assert not is_traditional("请你们把这个报告寄给我")
