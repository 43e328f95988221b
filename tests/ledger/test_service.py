from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import sqlalchemy

from tongzhi.errors import InputError
from tongzhi.ledger import service, store
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.model.item import Evidence, Item, State

PROOF = (Evidence("整改后照片"),)


@pytest.fixture
def listed(bring: Callable[..., Imported], whole: Callable[..., Item]) -> None:
    bring(whole())


def act(ledger: Ledger, function: Callable[..., service.StepOutcome], *args: Any, **more: Any) -> Item:
    with ledger.writing() as conn:
        return function(conn, "H-1", *args, **more).item


def walk(ledger: Ledger, step: Callable[..., LedgerStep], until: State) -> None:
    steps = [
        (State.ASSIGNED, lambda: act(ledger, service.assign, step())),
        (
            State.HANDLING,
            lambda: act(
                ledger, service.report, step(by="录入员"), done_on=date(2020, 10, 30), evidence=PROOF
            ),
        ),
        (State.VERIFIED, lambda: act(ledger, service.verify, step(), verifier="李某")),
        (State.CLEARED, lambda: act(ledger, service.clear, step(), approver="赵某")),
    ]
    for state, run in steps:
        assert run().state is state
        if state is until:
            return


@pytest.mark.usefixtures("listed")
def test_item_goes_all_the_way_and_its_history_says_who_when_from_and_to(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.CLEARED)
    with ledger.reading() as conn:
        past = store.changes(conn, "H-1")
    assert [(each.action, each.before, each.after) for each in past] == [
        ("列单", "", "列单"),
        ("交单", "列单", "交单"),
        ("报完成", "交单", "办单"),
        ("验收", "办单", "验收"),
        ("销号", "验收", "清单"),
    ]
    assert {each.by for each in past} == {"张三", "录入员"}
    assert all(each.at.date() == date(2020, 11, 2) for each in past)
    assert past[3].fields["verdict"] == (None, "合格")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("function", "more"),
    [
        (service.verify, {"verifier": "李某"}),
        (service.clear, {"approver": "赵某"}),
        (service.report, {"progress": "一半"}),
        (service.delay, {"new_due": date(2020, 12, 1), "reason": "缺料", "approver": "赵某"}),
        (service.send_back, {"reason": "错"}),
    ],
)
def test_no_state_is_jumped(
    ledger: Ledger,
    step: Callable[..., LedgerStep],
    function: Callable[..., service.StepOutcome],
    more: dict[str, Any],
) -> None:
    with pytest.raises(InputError, match="现在是“列单”"):
        act(ledger, function, step(), **more)


@pytest.mark.usefixtures("listed")
def test_refused_step_leaves_no_trace(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    walk(ledger, step, State.HANDLING)
    with pytest.raises(InputError, match="办理人不能验收"):
        act(ledger, service.verify, step(), verifier="王某")
    with ledger.reading() as conn:
        assert store.find(conn, "H-1").version == 3
        assert len(store.changes(conn, "H-1")) == 3


@pytest.mark.usefixtures("listed")
def test_completion_without_evidence_is_refused(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    act(ledger, service.assign, step())
    with pytest.raises(InputError, match="没有佐证"):
        act(ledger, service.report, step(), done_on=date(2020, 10, 30))
    assert act(ledger, service.report, step(), progress="清淤一半").state is State.HANDLING


@pytest.mark.usefixtures("listed")
def test_failed_acceptance_leads_back_and_keeps_the_verdict_in_the_history(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.HANDLING)
    item = act(ledger, service.verify, step(), verifier="李某", verdict="不合格", new_due=date(2020, 11, 20))
    assert (item.state, item.done_on, item.due) == (State.HANDLING, None, date(2020, 11, 20))
    with ledger.reading() as conn:
        assert "李某：不合格" in store.changes(conn, "H-1")[-1].note


@pytest.mark.usefixtures("listed")
def test_cleared_item_that_relapses_is_reopened_with_a_new_limit(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.CLEARED)
    late = step("2020-12-20")
    with pytest.raises(InputError, match="原时限 2020-11-09 已过"):
        act(ledger, service.send_back, late, reason="反弹")
    item = act(ledger, service.send_back, late, reason="反弹", new_due=date(2020, 12, 31))
    assert (item.state, item.verdict, item.closed_on) == (State.HANDLING, "", None)


@pytest.mark.usefixtures("listed")
def test_wrongly_assigned_item_returns_to_the_list(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    walk(ledger, step, State.ASSIGNED)
    assert act(ledger, service.send_back, step(), reason="不属本单位").state is State.LISTED


@pytest.mark.usefixtures("listed")
def test_delay_keeps_every_limit_and_is_asked_for_before_it(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.ASSIGNED)
    more = {"reason": "设备未到货", "approver": "赵某"}
    with pytest.raises(InputError, match="不晚于原时限"):
        act(ledger, service.delay, step(), new_due=date(2020, 11, 9), **more)
    item = act(ledger, service.delay, step(), new_due=date(2020, 11, 30), **more)
    assert (item.due, item.extensions[0].old_due) == (date(2020, 11, 30), "2020-11-09")
    late = step("2020-12-02")
    with pytest.raises(InputError, match="延期应在时限前申请"):
        act(ledger, service.delay, late, new_due=date(2020, 12, 31), **more)
    item = act(ledger, service.delay, late, new_due=date(2020, 12, 31), action="通报", **more)
    assert [each.new_due for each in item.extensions] == ["2020-11-30", "2020-12-31"]


@pytest.mark.usefixtures("listed")
def test_limit_of_an_assigned_item_is_changed_by_delay_only(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    act(ledger, service.edit, step(), values={"整改时限": "2020-11-10"})
    walk(ledger, step, State.ASSIGNED)
    with pytest.raises(InputError, match="不能直接改"):
        act(ledger, service.edit, step(), values={"整改时限": "2021-01-01"})
    assert act(ledger, service.edit, step(), values={"备注": "已约谈"}).remark == "已约谈"


@pytest.mark.usefixtures("listed")
def test_fields_of_the_steps_cannot_be_typed(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    with pytest.raises(InputError, match="由办理步骤写入"):
        act(ledger, service.edit, step(), values={"销号日期": "2020-11-01"})
    with pytest.raises(InputError, match="是不是“整改措施”"):
        act(ledger, service.edit, step(), values={"整改措使": "清淤"})


@pytest.mark.usefixtures("listed")
def test_second_person_is_told_and_nothing_is_lost(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    act(ledger, service.edit, step(by="张三"), values={"备注": "张三写的"})
    with pytest.raises(InputError, match="刚被 张三 于 2020-11-02 00:00 修改"):
        act(ledger, service.edit, step(by="李四", expected=1), values={"备注": "李四写的"})
    with ledger.reading() as conn:
        stored = store.find(conn, "H-1")
    assert (stored.item.remark, stored.version) == ("张三写的", 2)


@pytest.mark.usefixtures("listed")
def test_stale_update_is_refused_by_the_table_itself(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    with ledger.reading() as conn:
        stale = store.find(conn, "H-1")
    act(ledger, service.edit, step(), values={"备注": "先写的"})
    with ledger.writing() as conn, pytest.raises(InputError, match="没有写入"):
        store.update(conn, stale, stale.item, step().sign, action="修改")


@pytest.mark.usefixtures("listed")
def test_second_clearing_names_the_first(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    walk(ledger, step, State.CLEARED)
    with pytest.raises(InputError, match="张三 于 2020-11-02 00:00 销号"):
        act(ledger, service.clear, step(by="李四"), approver="钱某")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM history", "UPDATE history SET note = ''", "DELETE FROM items", "DELETE FROM records"],
)
def test_the_tables_themselves_refuse_to_lose_rows(ledger: Ledger, statement: str) -> None:
    with pytest.raises(InputError, match="不删除"), ledger.writing() as conn:
        conn.execute(sqlalchemy.text(statement))


@pytest.mark.usefixtures("listed")
def test_unknown_number_names_those_like_it(ledger: Ledger) -> None:
    with ledger.reading() as conn, pytest.raises(InputError, match="是不是 H-1？"):
        store.find(conn, "H-")


def refused(ledger: Ledger, function: Callable[..., service.StepOutcome], *args: Any, **more: Any) -> str:
    with pytest.raises(InputError) as error:
        act(ledger, function, *args, **more)
    return str(error.value)


@pytest.mark.usefixtures("listed")
def test_edit_that_changes_nothing_leaves_no_trace_and_a_wrong_value_is_told(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    assert act(ledger, service.edit, step(), values={"整改责任人": "王某"}).resp_person == "王某"
    with ledger.reading() as conn:
        assert [each.action for each in store.changes(conn, "H-1")] == ["列单"]
    assert "整改时限" in refused(ledger, service.edit, step(), values={"整改时限": "尽快"})


def test_suggested_unit_is_settled_by_confirming_it_or_by_writing_another(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(
        whole(unconfirmed="责任单位“某局”"),
        whole(hazard_no="H-2", location="2", unconfirmed="责任单位“某局”"),
    )
    assert act(ledger, service.edit, step(), values={}, confirm=True).unconfirmed == ""
    with ledger.writing() as conn:
        service.assign(conn, "H-2", step(), values={"整改责任单位": "县应急管理局"})
        assert store.find(conn, "H-2").item.unconfirmed == ""


@pytest.mark.usefixtures("listed")
def test_acceptance_that_fails_is_held_to_the_same_rules(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.HANDLING)
    said = refused(ledger, service.verify, step(), verifier="王某", verdict="不合格")
    assert "办理人不能验收自己办的事" in said


@pytest.mark.usefixtures("listed")
def test_sending_back_and_delaying_need_their_reasons(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    walk(ledger, step, State.ASSIGNED)
    assert "退回没有写原因" in refused(ledger, service.send_back, step(), reason=" ")
    said = refused(ledger, service.delay, step(), new_due=date(2020, 12, 1), reason="", approver="")
    assert "没有写延期原因" in said
    assert "没有写批准人" in said


def test_standing_task_has_no_limit_to_delay(
    ledger: Ledger, bring: Callable[..., Imported], step: Callable[..., LedgerStep]
) -> None:
    bring(
        {
            "隐患编号": "H-1",
            "隐患描述": "加强值班值守",
            "整改责任单位": "市应急管理局",
            "时限说明": "长期坚持",
        },
        kind="任务",
    )
    act(ledger, service.assign, step())
    said = refused(ledger, service.delay, step(), new_due=date(2020, 12, 1), reason="汛期", approver="赵某")
    assert "没有整改时限，谈不上延期" in said


def test_delay_of_a_major_hazard_needs_interim_measures(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(whole(level="重大", basis="某标准第三条", fix_now=True))
    act(ledger, service.assign, step())
    said = refused(ledger, service.delay, step(), new_due=date(2020, 12, 1), reason="雨季", approver="赵某")
    assert "重大隐患延期期间没有临时管控措施" in said


@pytest.mark.usefixtures("listed")
def test_item_is_found_by_its_place_in_the_ledger(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        assert store.find(conn, "#1").item.hazard_no == "H-1"
        with pytest.raises(InputError, match="台账里没有"):
            store.find(conn, "#2")
