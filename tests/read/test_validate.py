from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import Field

from tongzhi.errors import InputError
from tongzhi.model.base import Document, Part, Wrong, labelled, open_values, rule
from tongzhi.model.types import AsList, Count, Day, Text, Texts
from tongzhi.read.data import parse_data
from tongzhi.read.validate import layered, validate


class Item(Part):
    task: Text = labelled("任务", example="排查")
    due: Day | None = labelled("完成时限", default=None, also=("整改时限",))


class Paper(Document):
    title: Text = labelled("标题", example="关于…的通知")
    level: Literal["一般", "重大"] = labelled("等级", default="一般")
    start: Day | None = labelled("开始", default=None)
    end: Day | None = labelled("结束", default=None)
    count: Count | None = labelled("数量", default=None, ge=0)
    items: Annotated[list[Item], AsList] = labelled("任务清单", min_length=1)

    @rule("start", "end")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        if self.start and self.end and self.end < self.start:
            yield Wrong("end", "结束早于开始", "对调")

    @rule("start", level="warning", source="某规定")
    def check_past(self, day: date) -> Iterator[Wrong]:
        if self.start and self.start < day:
            yield Wrong("start", "开始日期已过")


TODAY = date(2026, 1, 1)


def errors_of(text: str) -> list[str]:
    with pytest.raises(InputError) as error:
        validate(Paper, parse_data(text.encode(), "x.yaml"), TODAY)
    return [str(problem) for problem in error.value.problems]


def test_all_wrong_fields_are_told_at_once_with_their_lines():
    found = errors_of(
        "等级: 严重\n开始: 2026-03-02\n结束: 2026-03-01\n数量: -1\n任务清单:\n  - {任务: 排查, 整改时限: 2026-02-30}\n  - {仼务: 检查}\n"
    )
    text = "\n".join(found)
    assert "第1行 “等级”：“严重”不在可选的值里；只能写：一般、重大" in text
    assert "“标题”：没有填写；写成例如：关于…的通知" in text
    assert "第4行 “数量”：数值 -1 超出范围；应不小于 0" in text
    assert "第6行 “任务清单 第1项 完成时限”：日期“2026-02-30”不存在" in text
    assert "第7行 “任务清单 第2项 仼务”：没有这个字段；是不是“任务”" in text
    assert "第3行 “结束”：结束早于开始" in text


def test_one_field_under_two_names_is_an_error():
    assert any("同一个字段" in line for line in errors_of("标题: a\ntitle: b\n任务清单: {任务: c}"))


def test_single_record_stands_for_a_list_and_keeps_its_origin():
    checked = validate(
        Paper,
        parse_data(
            "标题: a\n开始: 2025-12-31\n任务清单: {任务: {值: 排查, 出处: 建议, 依据: 对照表}}".encode()
        ),
        TODAY,
    )
    assert checked.document.items[0].task == "排查"
    assert [(path, origin.basis) for path, origin in open_values(checked.document)] == [
        (("items", 0, "task"), "对照表")
    ]
    assert [str(warning) for warning in checked.warnings] == ["第2行 “开始”：开始日期已过（某规定）"]


def test_data_goes_out_and_comes_back_the_same():
    values = {
        "标题": "甲",
        "任务清单": [{"任务": {"值": "排查", "出处": "建议", "依据": "x"}, "完成时限": "2026-05-01"}],
    }
    document = Paper.model_validate(values)
    assert document.to_data() == values
    assert Paper.model_validate(document.to_data()).items[0].origins == document.items[0].origins


def test_confirming_settles_every_suggested_value():
    document = Paper.model_validate({"标题": {"值": "甲", "出处": "建议"}, "任务清单": [{"任务": "x"}]})
    assert document.settle() == 1
    assert open_values(document) == []


def test_empty_value_never_covers_a_filled_one_below_it():
    merged = layered(Paper, {"标题": " "}, {"title": "甲", "数量": 1}, {"数量": 2, "开始": None})
    assert merged == {"title": "甲", "count": 1, "start": None}


class Numbered(Document):
    code: Annotated[str, Field(max_length=3)] = labelled("代码", default="")
    units: Texts = labelled("单位", min_length=1)
    plain: Text = labelled("说明")
    day: Day | None = labelled("日期", default=None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('说明: 通知\n单位: ["", ""]', "“单位”：至少要有一项"),
        ("说明: 通知\n单位: 市应急管理局\n代码: ABCD", "“代码”：“ABCD”不能用在这里"),
        ("单位: 市应急管理局", "“说明”：没有填写；补上这一项"),
        (
            "日期: 2026-02-30\n日　期: 2026-02-28\n单位: 市应急管理局",
            "“日　期”：与“日期”是同一个字段，写了两次",
        ),
    ],
)
def test_every_way_a_value_can_be_wrong_is_said_in_chinese(text: str, says: str):
    with pytest.raises(InputError) as error:
        validate(Numbered, parse_data(text.encode(), "x.yaml"), TODAY)
    assert says in str(error.value)


def test_quick_look_for_open_values_sees_all_that_the_slow_one_sees() -> None:
    from tongzhi.model.facts import left_over, may_be_unsettled, redaction
    from tongzhi.model.types import OPEN_WORDS, is_open

    marked = [*OPEN_WORDS, "时间待定", "{{ 名称 }}", "□ 是", "【填写】", "张**", "李某XX", "××县"]
    assert all(is_open(text) or left_over(text) or redaction(text) for text in marked)
    assert all(may_be_unsettled(f"前\n{text}\n后") for text in marked)
    assert not may_be_unsettled("排洪涵洞淤堵\n2026-12-01")
