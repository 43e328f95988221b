from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from tongzhi.errors import InputError
from tongzhi.ledger import accident, accident_book, accident_form
from tongzhi.ledger.accident import Harm, Times
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep

AT = datetime(2020, 9, 30, 9, 10)


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (Harm(), "一般事故"),
        (Harm(deaths=2, injuries=9, loss=Decimal("999.99")), "一般事故"),
        (Harm(deaths=3), "较大事故"),
        (Harm(injuries=10), "较大事故"),
        (Harm(loss=Decimal(1000)), "较大事故"),
        (Harm(deaths=9, injuries=49, loss=Decimal(4999)), "较大事故"),
        (Harm(deaths=10), "重大事故"),
        (Harm(injuries=50), "重大事故"),
        (Harm(loss=Decimal(5000)), "重大事故"),
        (Harm(deaths=29, injuries=99, loss=Decimal("9999.9")), "重大事故"),
        (Harm(deaths=30), "特别重大事故"),
        (Harm(injuries=100), "特别重大事故"),
        (Harm(loss=Decimal(10000)), "特别重大事故"),
        (Harm(deaths=1, injuries=60), "重大事故"),
    ],
)
def test_grade_is_the_gravest_of_the_three_columns(harm: Harm, name: str) -> None:
    assert accident.grade(harm).grade.name == name


def test_missing_people_give_a_second_grade() -> None:
    harm = Harm(deaths=2, missing=1)
    assert [accident.grade(harm).grade.name, accident.grade(harm, with_missing=True).grade.name] == [
        "一般事故",
        "较大事故",
    ]
    assert "含下落不明" in accident.grade(harm, with_missing=True).why


def test_negative_figures_are_refused() -> None:
    with pytest.raises(InputError):
        Harm(deaths=-1)


@pytest.mark.parametrize(("deaths", "reports"), [(1, 3), (3, 4), (10, 5), (30, 5)])
def test_report_goes_as_high_as_the_grade_asks(deaths: int, reports: int) -> None:
    # scene, unit, then county, city, province upwards
    chain = accident.duties(accident.grade(Harm(deaths)), Times(AT, AT), AT)
    assert len(chain) == reports


def test_clock_runs_one_hour_for_the_unit_and_two_for_each_level() -> None:
    told = AT + timedelta(minutes=10)
    now = AT + timedelta(minutes=40)
    scene, unit, county, city = accident.duties(accident.grade(Harm(3)), Times(AT, told), now)
    assert (scene.left, unit.by, unit.left) == (None, told + timedelta(hours=1), 30)
    assert (county.by, city.by) == (told + timedelta(hours=3), told + timedelta(hours=5))
    received = Times(AT, told, {"县级": told + timedelta(minutes=90)})
    _, unit, county, _ = accident.duties(accident.grade(Harm(3)), received, now)
    assert (unit.words, county.by) == ("已报，迟了30分钟（迟报）", told + timedelta(minutes=90 + 120))


def test_passed_limit_is_told() -> None:
    chain = accident.duties(accident.grade(Harm(1)), Times(AT, AT), AT + timedelta(minutes=75))
    assert chain[1].words == "已超15分钟，立即补报并说明原因"


def test_local_limits_may_only_be_shorter() -> None:
    minutes, sources, notes = accident.limits({"单位": 20, "逐级": 180, "别的": 1})
    assert (minutes["单位"], minutes["逐级"]) == (20, 120)
    assert "本地规定" in sources["单位"]
    assert ["比法定 120 分钟长" in str(notes[0]), "没有这一环节" in str(notes[1])] == [True, True]


@pytest.mark.parametrize(
    ("deaths", "normal", "raised", "note"),
    [
        (1, "县级", "市级", "决定文号"),
        (3, "市级", "省级", "市级只能报请"),
        (10, "省级", "国务院", "地方只能报请"),
        (30, "国务院", "国务院", "不再提升"),
    ],
)
def test_investigation_is_shown_one_level_up_with_its_bounds(
    deaths: int, normal: str, raised: str, note: str
) -> None:
    harm = Harm(deaths)
    found = accident.investigation(accident.grade(harm), AT.date(), harm)
    assert (found.normal_level, found.raised_level) == (normal, raised)
    assert any(note in each for each in found.notes)
    assert "第二十条" in found.notes[0]
    assert (found.report_by, found.extended_to) == (date(2020, 11, 29), date(2021, 1, 28))


def test_changed_casualties_are_told_within_30_days_and_7_for_traffic_and_fire() -> None:
    days = [
        (accident.supplement_until(AT.date(), kind) - AT.date()).days
        for kind in ("", "道路交通事故", "火灾", "消防")
    ]
    assert days == [30, 7, 7, 7]


def test_form_writes_zero_and_names_what_it_lacks() -> None:
    form = accident_form.make_form(Harm(1), AT, now=AT, number=2, before=Harm(1, missing=1))
    assert (form["类型"], form["续报次数"], form["重伤"], form["失联"], form["上次报告伤亡"]) == (
        "续报",
        2,
        0,
        0,
        "1/1/0",
    )
    assert {problem.place.field for problem in accident_form.check_form(form)} == {
        "事发单位概况", "事发地点", "现场情况", "简要经过", "已采取措施",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("初步原因", "阀门老化", "没有写“初步”"),
        ("初步原因", "初步分析为阀门老化", ""),
        ("初步原因", "原因正在调查", ""),
        ("简要经过", "因违规操作导致爆燃", "责任或定性"),
        ("简要经过", "某公司负主要责任", "责任或定性"),
        ("简要经过", "9时10分储罐泄漏，多人受伤", "“多人”不准确"),
        ("简要经过", "9时10分储罐泄漏，2人受伤", ""),
    ],
)
def test_wording_does_not_run_ahead_of_the_investigation(label: str, text: str, words: str) -> None:
    said = {
        "事发单位概况": "概况",
        "事发地点": "园区",
        "现场情况": "现场",
        "简要经过": "9时10分起火",
        "已采取措施": "已疏散",
    }
    form = {**accident_form.make_form(Harm(), AT, now=AT, number=0), **said, label: text}
    problems = [str(problem) for problem in accident_form.check_form(form)]
    assert [words in problem for problem in problems] == ([True] if words else [])


def test_form_is_a_valid_paper_once_its_open_fields_are_there() -> None:
    from tongzhi.ledger.papers import complete_report
    from tongzhi.papers.incident_report import IncidentReport
    from tongzhi.read.data import Source
    from tongzhi.read.validate import validate

    form = complete_report(accident_form.make_form(Harm(1), AT, now=AT, number=1), {"place": "青川县某镇"})
    paper = validate(IncidentReport, Source(form), AT.date()).document
    assert (paper.heading, paper.dead, paper.place, paper.course) == ("续报一", 1, "青川县某镇", "待定")
    with pytest.raises(InputError, match="是不是“简要经过”"):
        complete_report({}, {"简要经历": "x"})


def test_reports_of_an_accident_follow_each_other_and_figures_fall_only_with_a_reason(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    sign = step().sign
    with ledger.writing() as conn, pytest.raises(InputError, match="发生时间"):
        accident_book.record(conn, "SG-1", sign, harm=Harm(1))
    with ledger.writing() as conn:
        first = accident_book.record(
            conn, "SG-1", sign, harm=Harm(1, missing=2), occurred=AT, region="青川县"
        )
        second = accident_book.record(conn, "SG-1", sign, harm=Harm(3))
    assert [(each.number, each.grade) for each in (first, second)] == [(0, "一般事故"), (1, "较大事故")]
    with ledger.writing() as conn, pytest.raises(InputError, match="由 3 减为 2"):
        accident_book.record(conn, "SG-1", sign, harm=Harm(2))
    with ledger.writing() as conn:
        accident_book.record(conn, "SG-1", sign, harm=Harm(2), reason="复核，1人系自然死亡")
        found = accident_book.reports(conn, "SG-1")
    assert [each.harm.deaths for each in found] == [1, 3, 2]
    assert found[-1].region == "青川县"


def test_missing_people_do_not_vanish_without_a_reason() -> None:
    (problem,) = accident_form.check_change(Harm(1, missing=2), Harm(1), "")
    assert "合计减少 2 人" in str(problem)
    assert accident_form.check_change(Harm(1, missing=2), Harm(3), "") == []


def test_accident_without_casualties_may_be_left_to_its_unit() -> None:
    harm = Harm(loss=Decimal(20))
    notes = "".join(accident.investigation(accident.grade(harm), AT.date(), harm).notes)
    assert "县级人民政府也可以委托事故发生单位组织调查" in notes


def test_local_limit_that_is_no_number_is_told() -> None:
    key = next(iter(accident.limits()[0]))
    assert "“尽快”不是分钟数" in str(accident.limits({key: "尽快"})[2][0])


def test_accident_of_tomorrow_is_refused(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    with ledger.writing() as conn, pytest.raises(InputError, match="晚于现在"):
        accident_book.record(conn, "S-1", step("2020-09-29").sign, harm=Harm(deaths=1), occurred=AT)
