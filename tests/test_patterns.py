from __future__ import annotations

import re

import pytest

from tongzhi.patterns import compile_later


def test_pattern_does_what_a_compiled_one_does():
    later, now = compile_later(r"(\d+)家", re.IGNORECASE), re.compile(r"(\d+)家", re.IGNORECASE)
    text = "114家企业、3家"
    assert later.findall(text) == now.findall(text)
    assert later.sub("×", text) == now.sub("×", text)
    assert later.search(text)[1] == "114"
    assert later.pattern == now.pattern


def test_wrong_pattern_shows_at_first_use():
    wrong = compile_later("(")
    with pytest.raises(re.error):
        wrong.search("x")
