from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tongzhi.model.base import check_rules
from tongzhi.model.facts import accident_grade
from tongzhi.papers.circular import KINDS, Circular
from tongzhi.papers.circular_kinds import AnyCircular
from tongzhi.papers.profile import Profile

from .conftest import Judge

ACCIDENT: dict[str, Any] = {
    "种类": "事故", "事故单位": "某化工有限公司", "发生时间": "2026-11-20 14:35", "地点": "某镇", "简要经过": "检修时起火。", "伤亡": "死亡1人、受伤2人",
    "初步原因": "初步分析为未隔离，待调查。", "暴露问题": "审批走形式", "工作要求": "立即排查",
}  # fmt: skip
DUTY = {
    "种类": "值班抽查",
    "抽查时间": "11月22日",
    "方式": "电话",
    "抽查单位数": 20,
    "正常": 18,
    "不在岗": 2,
    "工作要求": "加强值班",
}
PRESENT = {"种类": "到会", "会议名称": "全市会议", "到会情况": {"应到": 60, "实到": 57, "请假": 2, "缺席": 1}}
ASSIGNED = {"种类": "交办", "县区": "青川县", "交办事项": [{"事项": "排查尾矿库", "办理时限": "2026-12-30"}]}

ERRORS: list[tuple[dict[str, Any], str]] = [
    *[({**ACCIDENT, name: None}, f"“{name}”：没有填写（事故通报必填）") for name in ACCIDENT if name not in ("种类", "地点")],
    *[({name: None}, f"“{name}”：没有填写（督查通报必填）") for name in ("督查时间", "督查组", "方式", "对象及数量", "总体情况", "存在问题", "整改要求")],
    *[({**DUTY, name: None}, f"“{name}”：没有填写（值班抽查通报必填）") for name in ("抽查时间", "正常", "不在岗")],
    ({**PRESENT, "到会情况": None}, "到会情况”：没有填写（到会通报必填）"),
    ({**ASSIGNED, "交办事项": None, "存在问题": None}, "交办事项”：没有填写（交办通报必填）"),
    ({**ACCIDENT, "初步等级": "重大"}, "与伤亡不符"),
    ({**ACCIDENT, "发生时间": "2026-12-20 14:35"}, "晚于今天"),
    ({**DUTY, "正常": 17}, "抽查单位数 20 ≠ 正常 17 + 不在岗 2"),
    ({**PRESENT, "到会情况": {"应到": 60, "实到": 57}}, "应到 60 ≠ 实到 57"),
    ({"整改要求": None, "存在问题": [{"问题": "未校验"}]}, "没有整改时限"),
    ({"成文日期": "2026-11-23", "存在问题": [{"问题": "未校验", "整改时限": "2026-11-01"}]}, "早于成文日期"),
    ({**ASSIGNED, "成文日期": "2026-11-23", "交办事项": [{"事项": "排查尾矿库", "办理时限": "2026-11-01"}]}, "办理时限 2026-11-01 早于成文日期 2026-11-23"),
    ({"存在问题": [{"序号": 1, "单位": "甲", "问题": "未校验"}, {"序号": 1, "单位": "乙", "问题": "未培训"}]}, "序号有重复"),
    ({**PRESENT, "到会情况": {"应到": 60, "实到": 57, "请假": 2, "缺席": 1, "迟到": 58}}, "迟到或替会人数多于实到人数"),
    ({"种类": "表扬"}, "只能写：事故、督查、值班抽查、到会、交办"),
]  # fmt: skip
WARNINGS: list[tuple[dict[str, Any], str]] = [
    ({**ACCIDENT, "初步原因": "未隔离。"}, "写成了定论"),
    ({**ACCIDENT, "简要经过": "该公司负主要责任。"}, "责任认定"),
    ({**ACCIDENT, "简要经过": "死者张三，男。"}, "伤亡人员姓名“张三”"),
    ({**DUTY, "问题单位": ["某镇"]}, "问题单位列了 1 家"),
    ({**ASSIGNED, "交办事项": ["排查"]}, "没有写时限"),
    ({"主送机关": "青川县人民政府"}, "不向下级党委、政府"),
    ({"存在问题": [{"单位": "甲", "问题": "乙"}, {"单位": "甲", "问题": "乙"}]}, "与第1项重复"),
    ({"报送要求": "每日报送整改进展"}, "一般不要求日报"),
    ({"发文机关": None, "主送机关": "青川县安委会"}, "没有写发文机关"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), ERRORS, ids=[says for _, says in ERRORS])
def test_contradiction_is_an_error(judge: Judge, changes: dict[str, Any], says: str):
    errors, _ = judge("circular", **changes)
    assert any(says in line for line in errors), errors


@pytest.mark.parametrize(("changes", "says"), WARNINGS, ids=[says for _, says in WARNINGS])
def test_unusual_thing_is_a_warning(judge: Judge, changes: dict[str, Any], says: str):
    errors, warnings = judge("circular", **changes)
    assert errors == []
    assert any(says in line for line in warnings), warnings


@pytest.mark.parametrize(
    ("values", "kind", "title"),
    [
        (
            {"县区": "青川县", "问题": [{"单位": "甲", "问题": "乙"}], "整改时限": "2026-12-30"},
            "交办",
            "关于交办青川县安全生产问题的通报",
        ),
        ({**ASSIGNED, "种类": None, "交办来源": "全市会议"}, "交办", "关于交办青川县落实全市会议任务的通报"),
        ({**ACCIDENT, "种类": None}, "事故", "关于某化工有限公司事故情况的通报"),
        ({**PRESENT, "种类": None}, "到会", "关于全市会议到会情况的通报"),
    ],
)
def test_kind_and_title_follow_from_what_is_given(values: dict[str, Any], kind: str, title: str):
    made = Circular.model_validate(values)
    assert (made.kind, made.title, made.origin("title").kind) == (kind, title, "derived")


def test_county_circular_goes_to_the_commission_unless_a_government_issues_it():
    assert Circular.model_validate({**ASSIGNED, "发文机关": "市安委办"}).recipients == [
        "青川县安全生产委员会"
    ]
    assert Circular.model_validate({**ASSIGNED, "发文机关": "临江市人民政府办公室"}).recipients == [
        "青川县人民政府"
    ]


@pytest.mark.parametrize(
    ("figures", "grade"),
    [
        ((2, 0, 0), "一般"),
        ((3, 0, 0), "较大"),
        ((0, 10, 0), "较大"),
        ((10, 0, 0), "重大"),
        ((0, 0, 5000), "重大"),
        ((30, 0, 0), "特别重大"),
        ((0, 100, 0), "特别重大"),
    ],
)
def test_grade_is_the_highest_of_deaths_injuries_and_loss(figures: tuple[int, int, float], grade: str):
    assert accident_grade(*figures) == grade


@pytest.mark.parametrize("words", ["无", "无伤亡", "无人员伤亡"])
def test_no_casualties_are_none_dead(words: str):
    assert Circular.model_validate({**ACCIDENT, "伤亡": words}).casualties.dead == 0


def test_unit_that_the_handling_names_and_the_list_lacks_is_told(judge: Judge):
    office = Profile.model_validate(
        {
            "单位名称": "甲",
            "单位名录": [
                {"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"},
                {"全称": "白水县人民政府", "简称": "白水县", "级别": "县区"},
            ],
        }
    )
    values = {
        "处理意见": "对青川县人民政府、白水县人民政府予以通报批评。",
        "存在问题": [{"单位": "青川县", "问题": "责任制未落实"}],
    }
    _, warnings = judge("circular", office, **values)
    assert next(line for line in warnings if "不在问题清单里" in line).count("白水县人民政府") == 1
    assert not any("“青川县人民政府”不在问题清单里" in line for line in warnings)


def test_casualties_are_read_from_a_sentence():
    found = Circular.model_validate({**ACCIDENT, "伤亡": "2人死亡，1人失联，3人重伤"}).casualties
    assert (found.dead, found.missing, found.serious, found.injured) == (2, 1, 3, 0)


def test_list_that_cannot_be_read_is_not_also_said_to_be_missing():
    from tongzhi.errors import InputError
    from tongzhi.read.data import Source
    from tongzhi.read.validate import validate

    values = {
        "种类": "交办", "发文机关": "临江市安全生产委员会办公室", "县区": "青川县",
        "存在问题": [{"问题": "仓库通道堵塞", "整改时限": "尽快"}],
    }  # fmt: skip
    with pytest.raises(InputError) as error:
        validate(Circular, Source(values), date(2026, 11, 23))
    assert [problem.place.field for problem in error.value.problems] == ["存在问题 第1项 整改时限"]
    with pytest.raises(InputError) as error:
        validate(Circular, Source({**values, "种类": "督查"}), date(2026, 11, 23))
    told = [problem.place.field for problem in error.value.problems]
    assert "存在问题" not in told
    assert "督查时间" in told, "what is missing besides is told at once"


@pytest.mark.parametrize(("word", "model"), KINDS.items())
def test_each_kind_is_a_model_of_its_own_fields(word: str, model: type[AnyCircular]) -> None:
    others = {name for other in KINDS.values() if other is not model for name in other.model_fields}
    assert set(model.needs) <= set(model.model_fields)
    assert set(model.hints) <= {*model.model_fields, "problems"}
    assert model.word == word
    assert set(model.model_fields) < set(Circular.model_fields)
    assert set(AnyCircular.model_fields) < set(model.model_fields) or word == "到会"
    assert others - set(model.model_fields), "a kind has not the fields of all"


def test_fields_of_the_type_are_those_of_its_kinds_and_nothing_more() -> None:
    assert {name for model in KINDS.values() for name in model.model_fields} == set(Circular.model_fields)
    assert list(Circular.model_fields)[-3:] == ["report_back", "contact", "county_leader"]


def test_accident_alone_is_held_against_its_own_rules() -> None:
    paper = KINDS["事故"].model_validate({**ACCIDENT, "初步原因": "违章操作"})
    found = [wrong.found for _, _, wrong in check_rules(paper, date(2026, 11, 23))]
    assert "初步原因写成了定论" in found
    with pytest.raises(ValueError, match="督查组"):
        KINDS["事故"].model_validate({**ACCIDENT, "督查组": "第一组"})
