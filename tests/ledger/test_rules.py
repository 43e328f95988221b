from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tongzhi.ledger.rules import needs_of
from tongzhi.model.hazard_laws import same_person
from tongzhi.model.item import Evidence, Item, State

DAY = date(2020, 11, 2)
MAJOR: dict[str, Any] = {"level": "重大", "basis": "某标准第三条", "fix_now": False}


def found(item: Item, state: State) -> list[str]:
    return [str(problem) for problem in needs_of(item, state, DAY).errors]


def test_hazard_with_the_five_settled_may_be_assigned(whole: Callable[..., Item]) -> None:
    assert found(whole(), State.ASSIGNED) == []


@pytest.mark.parametrize(
    ("missing", "word"),
    [
        ({"resp_unit": ""}, "责任"),
        ({"resp_person": ""}, "责任"),
        ({"measures": ""}, "措施"),
        ({"funds": None}, "资金"),
        ({"due": None}, "时限"),
        ({"emergency_plan": ""}, "预案"),
    ],
)
def test_each_of_the_five_that_lacks_is_named(
    whole: Callable[..., Item], missing: dict[str, Any], word: str
) -> None:
    (only,) = found(whole(**missing), State.ASSIGNED)
    assert f"五落实缺“{word}”" in only


def test_measures_without_an_act_and_a_unit_as_person_are_refused(whole: Callable[..., Item]) -> None:
    problems = found(whole(measures="进一步加强安全管理", resp_person="某矿业有限公司"), State.ASSIGNED)
    assert ["是单位" in problems[0] or "写的是单位" in problems[0], "没有具体做法" in problems[1]] == [
        True,
        True,
    ]


def test_zero_funds_are_funds(whole: Callable[..., Item]) -> None:
    from decimal import Decimal

    assert found(whole(funds=Decimal(0)), State.ASSIGNED) == []


def test_major_hazard_that_stays_needs_a_stop_order_or_interim_measures_and_quotes_the_law(
    whole: Callable[..., Item],
) -> None:
    (problem,) = found(whole(**MAJOR), State.ASSIGNED)
    assert "第六十五条" in problem
    assert "责令暂时停产停业或者停止使用相关设施、设备" in problem
    assert found(whole(**MAJOR, stop_order="局部停产"), State.ASSIGNED) == []
    assert found(whole(**MAJOR, interim_control="停止放矿，专人盯守"), State.ASSIGNED) == []
    assert found(whole(**{**MAJOR, "fix_now": True}), State.ASSIGNED) == []


def test_major_hazard_without_basis_is_refused(whole: Callable[..., Item]) -> None:
    (problem,) = found(whole(**{**MAJOR, "basis": ""}, stop_order="停用"), State.ASSIGNED)
    assert "判定依据" in problem


def test_task_needs_unit_and_time_only() -> None:
    task = Item(hazard_no="T-1", kind="任务", description="各县区开展尾矿库排查", due_note="尽快")
    problems = found(task, State.ASSIGNED)
    assert ["责任" in problems[0], "尽快" in problems[1], len(problems)] == [True, True, 2]
    ready = Item(
        hazard_no="T-1", kind="任务", description="值班", resp_unit="市应急管理局", due_note="长期坚持"
    )
    assert found(ready, State.ASSIGNED) == []


def test_suggested_owner_must_be_confirmed(whole: Callable[..., Item]) -> None:
    (problem,) = found(whole(unconfirmed="责任单位“市应急管理局”"), State.ASSIGNED)
    assert "--confirm" in problem


def test_rest_day_is_told_and_never_moved(whole: Callable[..., Item]) -> None:
    (warning,) = needs_of(whole(due=date(2020, 11, 8)), State.ASSIGNED, DAY).warnings
    assert "2020-11-09" in str(warning)


def done(whole: Callable[..., Item], **more: Any) -> Item:
    values: dict[str, Any] = {
        "done_on": date(2020, 10, 30),
        "evidence": (Evidence("整改后照片"),),
        "reported_by": "录入员",
        "verifier": "李某",
        "verified_on": DAY,
        "verdict": "合格",
        "closed_by": "赵某",
        "closed_on": DAY,
    }
    return whole(**{**values, **more})


def test_no_acceptance_without_evidence(whole: Callable[..., Item]) -> None:
    assert any("没有佐证" in problem for problem in found(done(whole, evidence=()), State.VERIFIED))
    assert found(done(whole), State.VERIFIED) == []


@pytest.mark.parametrize("verifier", ["王某", "王　某", "某矿业有限公司 王某", "录入员"])
def test_handler_and_reporter_cannot_accept(whole: Callable[..., Item], verifier: str) -> None:
    (problem,) = found(done(whole, verifier=verifier), State.VERIFIED)
    assert "办理人不能验收自己办的事" in problem


def test_major_hazard_is_accepted_by_department_or_expert(whole: Callable[..., Item]) -> None:
    major = {**MAJOR, "stop_order": "停用", "resume_ok": "2020-11-01 复查同意"}
    (problem,) = found(done(whole, **major, verify_kind="自行验收"), State.VERIFIED)
    assert "部门或专家" in problem
    assert found(done(whole, **major, verify_kind="专家验收"), State.CLEARED) == []


def test_stopped_production_needs_its_review_before_clearing(whole: Callable[..., Item]) -> None:
    (problem,) = found(done(whole, stop_order="局部停产"), State.CLEARED)
    assert "恢复生产审查" in problem
    assert "经审查同意，方可恢复生产经营和使用" in problem


def test_nothing_is_cleared_without_its_recheck(whole: Callable[..., Item]) -> None:
    problems = found(done(whole, **MAJOR, verify_kind="部门验收", verified_on=None), State.CLEARED)
    assert any("没有复查" in problem and "第六十五条" in problem for problem in problems)


def test_dates_out_of_order_are_told(whole: Callable[..., Item]) -> None:
    problems = found(done(whole, done_on=date(2020, 10, 1)), State.VERIFIED)
    assert any("早于发现日期" in problem for problem in problems)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("张三", "张　三", True),
        ("县应急管理局 张三 13800000000", "张三", True),
        ("买买提·艾力", "买买提•艾力", True),
        ("张三", "张三丰", False),
        ("县应急管理局 张三", "县应急管理局 李四", False),
        ("root", "Root", True),
    ],
)
def test_people_are_compared_by_name(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("more", "state", "words"),
    [
        ({"found_on": date(2020, 11, 3)}, State.LISTED, "2020-11-03 晚于今天"),
        ({"due": date(2020, 10, 1)}, State.LISTED, "早于发现日期 2020-10-26"),
        ({"done_on": date(2020, 11, 3)}, State.HANDLING, "2020-11-03 晚于今天"),
        ({}, State.VERIFIED, "还没有报完成"),
    ],
)
def test_days_that_cannot_be_are_told(
    whole: Callable[..., Item], more: dict[str, Any], state: State, words: str
) -> None:
    assert any(words in each for each in found(whole(**more), state))


def warned(item: Item) -> str:
    return "\n".join(str(problem) for problem in needs_of(item, State.ASSIGNED, DAY).warnings)


def test_overseer_is_another_unit_and_long_repairs_have_interim_measures(whole: Callable[..., Item]) -> None:
    assert "监管（督促）单位应是另一家" in warned(whole(oversight_unit="某矿业有限公司"))
    long = {"due": date(2021, 3, 1)}
    assert "没有临时管控措施" in warned(whole(**long))
    assert "没有临时管控措施" not in warned(whole(**long, interim_control="专人盯守"))


def test_major_hazard_with_sponsor_and_filed_plan_is_not_warned_of_them(whole: Callable[..., Item]) -> None:
    named = {"sponsor": "李某 副县长", "plan_filed": "2020-11-01 县应急管理局"}
    assert "包保领导" in warned(whole(**MAJOR, stop_order="局部停产"))
    said = warned(whole(**MAJOR, **named, stop_order="局部停产", evacuated="12"))
    assert "包保领导" not in said
    assert "报备" not in said
