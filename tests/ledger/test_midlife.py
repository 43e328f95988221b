"""Ledgers as offices keep them come in as they are: states, dates, people; nothing is set back, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tongzhi.errors import InputError
from tongzhi.ledger import store
from tongzhi.ledger.importing import Imported, import_batch
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch
from tongzhi.model.item import Item, State

DAY = "2026-12-07"


@pytest.fixture
def take(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> Callable[..., tuple[list[Item], Imported, list[str]]]:
    """Import a sheet given line by line."""

    def run(
        *lines: list[object], update: bool = False, **more: Any
    ) -> tuple[list[Item], Imported, list[str]]:
        book = Workbook()
        for line in lines:
            book.active.append(line)
        book.save(tmp_path / "台账.xlsx")
        batch = read_batch(tmp_path / "台账.xlsx", **more)
        with ledger.writing() as conn:
            done = import_batch(conn, batch, step(DAY), update=update)
        assert done.account.missing == 0
        with ledger.reading() as conn:
            items = [stored.item for stored in store.each(conn, store.Filter())]
        return items, done, [str(each) for each in (*batch.notes, *done.warnings, *done.refused)]

    return run


@pytest.mark.parametrize(
    ("word", "stage"),
    [
        ("未整改", "列单"), ("未启动", "列单"), ("已交办", "交单"), ("整改进行中", "办单"), ("正在整改", "办单"), ("推进中（60%）", "办单"),
        ("已整改", "办单（待验收）"), ("整改完成，待验收", "办单（待验收）"), ("已完成整改", "办单（待验收）"), ("验收合格", "验收"),
        ("已销号", "清单"), ("已闭环", "清单"), ("已销号（12月3日）", "清单"),
    ],
)  # fmt: skip
def test_state_is_kept_in_whatever_words(take: Callable[..., Any], word: str, stage: str) -> None:
    [item], _, _ = take(["单位名称", "隐患描述", "整改状态"], ["某厂", "防护罩缺失三处", word])
    assert item.stage == stage
    assert item.to_row()["状态"] == stage


@pytest.mark.parametrize("heading", ["进展情况", "整改落实情况", "完成情况"])
def test_column_of_progress_that_holds_states_gives_them(take: Callable[..., Any], heading: str) -> None:
    items, _, _ = take(
        ["单位", "存在问题", heading], ["甲厂", "护栏缺失", "整改中"], ["乙厂", "灯不亮", "已销号"]
    )
    assert [item.state for item in items] == [State.HANDLING, State.CLEARED]


def test_column_of_progress_that_holds_sentences_stays_progress(take: Callable[..., Any]) -> None:
    [item], _, _ = take(["单位", "存在问题", "进展情况"], ["甲厂", "护栏缺失", "护栏已订货，正在等货"])
    assert (item.state, item.progress) == (State.LISTED, "护栏已订货，正在等货")


def test_state_that_nobody_knows_is_told_and_its_words_stay(take: Callable[..., Any]) -> None:
    [item], _, said = take(["单位", "存在问题", "状态"], ["甲厂", "护栏缺失", "挂起"])
    assert (item.state, item.progress) == (State.LISTED, "挂起")
    assert any("“挂起”看不出是哪种状态" in each for each in said)


def test_dates_verifier_and_both_pairs_of_unit_and_person_are_kept(take: Callable[..., Any]) -> None:
    [item], _, _ = take(
        ["某县台账"], ["填报单位：县安委办", None, "截至：2026年12月7日"],
        ["编号", "乡镇（街道）", "单位名称", "隐患描述", "排查日期", "整改责任单位（人）", "监管(督促)责任单位、责任人", "完成时限", "整改状态",
         "实际完成日期", "验收单位、验收人", "验收日期", "销号时间"],
        ["YL-1", "河埠镇", "渡口", "救生衣不足", "11月5日", "渡口管理所（满建红）", "县交通运输局 郁青", "11月25日前", "已销号",
         "2026.11.20", "县交通运输局 谈笑", date(2026, 11, 21), "2026年11月22日"],
    )  # fmt: skip
    assert (item.found_on, item.due, item.done_on) == (
        date(2026, 11, 5),
        date(2026, 11, 25),
        date(2026, 11, 20),
    )
    assert (item.verified_on, item.closed_on, item.state) == (
        date(2026, 11, 21),
        date(2026, 11, 22),
        State.CLEARED,
    )
    assert (item.resp_unit, item.resp_person) == ("渡口管理所", "满建红")
    assert (item.oversight_unit, item.oversight_person) == ("县交通运输局", "郁青")
    assert (item.verify_unit, item.verifier) == ("县交通运输局", "谈笑")


def test_first_history_entry_of_a_row_in_mid_life_says_it_was_imported(
    ledger: Ledger, take: Callable[..., Any]
) -> None:
    take(["编号", "问题隐患", "状态"], ["A-1", "护栏缺失", "整改中"])
    with ledger.reading() as conn:
        [change] = store.changes(conn, "A-1")
    assert (change.action, change.after) == ("导入", "办单")
    assert "表中列为“办单”" in change.note


@pytest.mark.parametrize("cell", ["2026-11-31", "11月31日", "12.32"])
def test_impossible_limit_refuses_the_row_alone(take: Callable[..., Any], cell: str) -> None:
    items, done, said = take(
        ["单位", "问题", "整改时限"], ["甲厂", "护栏缺失", cell], ["乙厂", "灯不亮", "12月20日"]
    )
    assert [item.due for item in items] == [date(2026, 12, 20)]
    assert any("第2行 “整改时限”" in each and "不存在" in each for each in said)
    assert done.account.last_line() == "2 条：新列 1，失败 1"


def test_blank_limit_and_limit_in_words_come_in_and_are_told(take: Callable[..., Any]) -> None:
    items, _, said = take(
        ["单位", "问题", "整改时限"], ["甲厂", "护栏缺失", None], ["乙厂", "灯不亮", "立行立改"]
    )
    assert [(item.due, item.due_note) for item in items] == [(None, ""), (None, "立行立改")]
    assert any("第2行 “整改时限”：没有填" in each for each in said)
    assert any("第3行 “整改时限”：“立行立改”不是日期" in each for each in said)


def test_numbers_that_only_count_are_no_hazard_numbers(take: Callable[..., Any]) -> None:
    items, _, _ = take(
        ["编号", "单位", "问题"],
        ["一、道路交通"],
        [1, "甲厂", "护栏缺失"],
        ["二、消防"],
        [1, "乙厂", "灯不亮"],
    )
    assert len(items) == 2
    assert [item.field for item in items] == ["道路交通", "消防"]


def test_category_that_holds_levels_is_the_level(take: Callable[..., Any]) -> None:
    items, _, _ = take(["单位", "问题", "隐患类别"], ["甲厂", "护栏缺失", "重大"], ["乙厂", "灯不亮", "一般"])
    assert [item.level for item in items] == ["重大", "一般"]


def test_update_moves_a_state_forward_by_unit_and_problem_and_never_back(take: Callable[..., Any]) -> None:
    head = ["单位", "部位", "问题", "状态", "完成时间"]
    take(head, ["甲厂", "车间", "护栏缺失", "整改中", None], ["乙厂", "仓库", "灯不亮", "已销号", "11月2日"])
    items, done, said = take(
        ["编号", *head], ["X-9", "甲厂", "车间", "护栏缺失", "已整改", "12月5日"], ["X-8", "乙厂", "仓库", "灯不亮", "整改中", None],
        update=True,
    )  # fmt: skip
    assert len(items) == 2
    assert items[0].stage == "办单（待验收）"
    assert items[0].done_on == date(2026, 12, 5)
    assert items[1].state is State.CLEARED
    assert any("已是“清单”，表里是“办单”，没有改" in each for each in said)
    assert len(done.updated) == 1


def test_mapping_says_what_a_column_is(take: Callable[..., Any]) -> None:
    lines = ["单位", "毛病"], ["甲厂", "护栏缺失"]
    with pytest.raises(InputError, match="--map 列=隐患描述"):
        take(*lines)
    [item], _, _ = take(*lines, mapping={"毛病": "隐患描述"})
    assert item.description == "护栏缺失"


def test_extension_is_kept(take: Callable[..., Any]) -> None:
    [item], _, _ = take(
        ["单位", "问题", "整改时限", "延期至", "延期原因"],
        ["甲厂", "护栏缺失", date(2026, 11, 20), date(2026, 12, 20), "设备未到"],
    )
    assert item.due == date(2026, 12, 20)
    assert [(each.old_due, each.new_due, each.reason) for each in item.extensions] == [
        ("2026-11-20", "2026-12-20", "设备未到")
    ]


def test_every_sheet_that_lists_hazards_comes_in(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    book = Workbook()
    book.active.title = "甲镇"
    for title, unit in (("甲镇", "甲厂"), ("乙镇", "乙厂"), ("旧版", "丙厂")):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        sheet.append(["属地", "受检单位", "存在的隐患"])
        sheet.append([title, unit, "护栏缺失"])
        sheet.append(["合计", None, "1条"])
    book.save(tmp_path / "台账.xlsx")
    with ledger.writing() as conn:
        done = import_batch(conn, read_batch(tmp_path / "台账.xlsx"), step(DAY))
    assert done.account.last_line() == "2 条：新列 2；另有合计行 2，旧表 1"


def test_same_number_with_other_words_is_refused_and_named(take: Callable[..., Any]) -> None:
    items, done, said = take(
        ["隐患编号", "单位", "问题"],
        ["ZS-3", "甲厂", "护栏缺失"],
        ["ZS-3", "乙厂", "灯不亮"],
        ["ZS-3", "甲厂", "护栏缺失"],
    )
    assert len(items) == 1
    assert done.account.last_line() == "3 条：新列 1，重复 1，失败 1"
    assert any("第3行 “隐患编号”：编号“ZS-3”" in each and "内容不同" in each for each in said)


@pytest.mark.parametrize(
    "title", ["2026年重大事故隐患动态清单", "全市重大火灾隐患整改台账", "重大安全隐患情况表"]
)
def test_list_of_major_hazards_without_a_column_of_levels_is_major_and_says_so(
    take: Callable[..., Any], title: str
) -> None:
    [item], _, said = take([title], ["单位", "问题", "时限"], ["甲厂", "护栏缺失", "12月20日"])
    assert item.level == "重大"
    assert any("按表题都列为重大" in each for each in said)


@pytest.mark.parametrize(
    ("word", "stage"),
    [("100%，已核查销号", "清单"), ("逾期未改", "列单"), ("挂牌督办，整改中", "办单"), ("已整改完毕", "办单（待验收）"), ("已完成，待核查", "办单（待验收）"),
     ("未按期完成", "办单"), ("已更换", "办单（待验收）"), ("尚未动工", "列单"), ("未销号", "办单")],
)  # fmt: skip
def test_state_in_a_few_words(take: Callable[..., Any], word: str, stage: str) -> None:
    [item], _, _ = take(["单位", "问题", "状态"], ["甲厂", "护栏缺失", word])
    assert item.stage == stage


@pytest.mark.parametrize("word", ["延期至2026.12.30", "延期到12月30日", "已延期至2026年12月30日"])
def test_a_limit_put_off_in_the_column_of_states_is_the_limit(take: Callable[..., Any], word: str) -> None:
    [item], _, _ = take(
        ["单位名称", "隐患描述", "计划完成", "现状"], ["某厂", "防护罩缺失", "2026.12.1", word], ["某矿", "棚架松动", "12月2日", "整改中"]
    )[0][:1], None, None  # fmt: skip
    assert item.due == date(2026, 12, 30)
    assert item.extensions[0].old_due == "2026-12-01"
    assert item.stage == "办单"


@pytest.mark.parametrize(("mark", "stage"), [("√", "办单（待验收）"), ("×", "列单"), ("✔", "办单（待验收）")])
def test_ticks_are_states(take: Callable[..., Any], mark: str, stage: str) -> None:
    items, _, _ = take(
        ["单位", "隐患问题", "是否整改"], ["某厂", "防护罩缺失", mark], ["某矿", "棚架松动", "×"]
    )
    assert items[0].stage == stage


def test_a_text_in_the_column_of_delays_is_read_or_told(take: Callable[..., Any]) -> None:
    items, _, told = take(
        ["单位", "隐患问题", "整改时限", "延期至"], ["某厂", "防护罩缺失", "2026-12-01", "2026年12月20日"], ["某矿", "棚架松动", "2026-12-01", "再议"],
        ["某库", "漏雨", "2026-12-01", "2026-11-20"],
    )  # fmt: skip
    assert [item.due for item in items] == [date(2026, 12, 20), date(2026, 12, 1), date(2026, 12, 1)]
    assert any("“再议”不是日期" in line for line in told)
    assert any("早于整改时限" in line for line in told)


@pytest.mark.parametrize("tick", ["√", "✔", 1])
def test_ticks_under_the_names_of_states(take: Callable[..., Any], tick: object) -> None:
    items, _, told = take(
        ["单位", "隐患问题", "已完成", "整改中", "未整改"], ["甲厂", "护罩缺失", tick, None, None], ["乙厂", "漏油", None, tick, None],
        ["丙厂", "漏水", None, None, None],
    )  # fmt: skip
    assert [item.stage for item in items] == ["办单（待验收）", "办单", "列单"]
    assert not any("没有导入" in line for line in told)


def test_cell_of_a_day_that_is_none_costs_no_row(take: Any) -> None:
    items, _, told = take(
        ["单位名称", "问题描述", "责任人", "联系电话", "发现日期", "整改期限", "状态", "完成日期"],
        ["甲厂", "卷帘门下堆放货物", "管大娘", "13500000004", date(2026, 11, 16), "立行立改", "已完成", "当日"],
        ["乙厂", "除尘管道积尘未清", "木有枝", "", date(2026, 11, 20), "15天内", "正在改", "见附件"],
        ["丙厂", "应急灯损坏四盏", "", "", "2026-11-21 10:22:13", "2026年12月底", "整改中", ""],
        ["丁厂", "灭火器压力不足", "", "", date(2026, 11, 21), "=DATE(2026,12,1)", "整改中", ""],
    )  # fmt: skip
    first, second, third, fourth = sorted(items, key=lambda item: "甲乙丙丁".index(item.entity[0]))
    assert first.done_on == date(2026, 11, 16)
    assert first.resp_person == "管大娘 13500000004"
    assert second.state is State.HANDLING
    assert (second.due, second.due_note) == (None, "15天内")
    assert "见附件" in second.progress
    assert (third.found_on, third.due) == (date(2026, 11, 21), date(2026, 12, 31))
    assert fourth.due is None
    assert any("见附件" in each for each in told)
    assert any("公式" in each for each in told)


def test_day_that_does_not_exist_still_costs_its_row(take: Any) -> None:
    items, done, _ = take(
        ["单位名称", "问题描述", "发现日期", "整改期限"],
        ["甲厂", "卷帘门下堆放货物", date(2026, 11, 16), "12月32日"],
        ["乙厂", "除尘管道积尘未清", date(2026, 11, 16), "12月31日"],
    )
    assert [item.entity for item in items] == ["乙厂"]
    assert "12月32日" in str(done.refused[0])


@pytest.mark.parametrize("word", ["是", "已整改", "验收合格"])
def test_day_of_striking_off_says_more_than_the_word_beside_it(take: Any, word: str) -> None:
    items, _, _ = take(
        ["单位名称", "问题描述", "发现日期", "整改期限", "是否整改到位", "销号时间"],
        ["甲厂", "卷帘门下堆放货物", date(2026, 10, 12), date(2026, 10, 20), word, date(2026, 10, 19)],
        ["乙厂", "除尘管道积尘未清", date(2026, 10, 12), date(2026, 12, 20), word, None],
    )
    assert {item.entity: item.state for item in items}["甲厂"] is State.CLEARED
    assert {item.entity: item.state for item in items}["乙厂"] is not State.CLEARED
