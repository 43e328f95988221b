"""The fields of a list are those read inside its own loop."""

from __future__ import annotations

import io

import docx
import pytest

from tongzhi.engine.template import Template


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ["{%p for 项 in 问题 %}", "{{ 项.部位 }}", "{%p endfor %}", "{%p for 项 in 名单 %}", "{{ 项.姓名 }}", "{%p endfor %}"],
            {"问题": ["部位"], "名单": ["姓名"]},
        ),
        (
            ["{%p for 项 in 甲|sort %}", "{{ 项.一 }}", "{%p for 项 in 乙 %}", "{{ 项.二 }}", "{%p endfor %}", "{%p endfor %}"],
            {"甲": ["一"], "乙": ["二"]},
        ),
        (["{{ 人.姓名 }}", "{%p for 人 in 名单 %}", "{{ 人.电话 }}", "{%p endfor %}"], {"人": ["姓名"], "名单": ["电话"]}),
    ],
)  # fmt: skip
def test_fields_of_two_loops_are_kept_apart(lines: list[str], fields: dict[str, list[str]]):
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    made = io.BytesIO()
    paper.save(made)
    found = Template(made).fields()
    assert {name: use["items"] for name, use in found.items()} == fields
