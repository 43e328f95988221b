"""Accidents: grade, who reports to whom by when, who investigates (and one level up), by the figures of `corpus/`.

The figures are those of 《生产安全事故报告和调查处理条例》 (国务院令第493号); fire, road traffic, special equipment and
others have rules of their own beside it (第四十五条).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import yaml

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.law import quote_law
from tongzhi.resources import corpus_path

CODE = "《生产安全事故报告和调查处理条例》"


@dataclass(frozen=True, slots=True)
class Harm:
    """What an accident did: people dead, missing, gravely injured (急性工业中毒 included); direct loss in 万元."""

    deaths: int = 0
    missing: int = 0
    injuries: int = 0
    loss: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if min(self.deaths, self.missing, self.injuries) < 0 or self.loss < 0:
            raise InputError.one("伤亡人数和损失不能是负数", "没有的写 0")


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of accidents: thresholds (the number itself included), who is told, who investigates."""

    name: str
    deaths: int
    injuries: int
    loss: Decimal
    clause: str
    told: str
    investigates: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The grade of an accident and which figures decided it."""

    grade: Grade
    why: str

    @property
    def source(self) -> str:
        """The clause."""
        return f"{CODE}{self.grade.clause}"


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """Who must report to whom by when.

    Attributes:
        who: the one who reports.
        to: the one who is told.
        by: the latest moment; that of the event for 立即.
        minutes: the limit; 0 is 立即.
        left: minutes left on `now`, negative when late; `None` once it was done.
        source: the clause, or the local rule.
        late: minutes by which it was done too late.
    """

    who: str
    to: str
    by: datetime
    minutes: int
    left: int | None
    source: str
    late: int = 0

    @property
    def words(self) -> str:
        """What a table says of the time left."""
        if self.left is None:
            return f"已报，迟了{self.late}分钟（迟报）" if self.late else "已报"
        if self.left < 0:
            return f"已超{-self.left}分钟，立即补报并说明原因"
        return "立即" if self.minutes == 0 else f"还剩{self.left}分钟"


@dataclass(frozen=True, slots=True)
class Investigation:
    """Who investigates by the code, and who would after 提升一级; with the legal hook and its bounds."""

    normal: str
    raised: str
    normal_level: str
    raised_level: str
    notes: list[str]
    report_by: date
    extended_to: date


@dataclass(frozen=True, slots=True)
class Times:
    """When an accident happened, when the unit's head was told, and when each level received the report."""

    occurred: datetime
    told: datetime | None = None
    received: Mapping[str, datetime] = field(default_factory=dict)


@cache
def _data(name: str) -> dict[str, Any]:

    found: dict[str, Any] = yaml.safe_load(corpus_path(name).read_text(encoding="utf-8"))
    return found


@cache
def grades() -> tuple[Grade, ...]:
    """Give the grades, gravest first (第三条)."""
    return tuple(
        Grade(
            each["名称"],
            each["死亡起"],
            each["重伤起"],
            Decimal(each["损失起"]),
            each["条款"],
            each["报至"],
            each["调查"],
        )
        for each in _data("accident-grades.yaml")["等级"]
    )


def levels() -> tuple[str, ...]:
    """Give the levels of government, lowest first."""
    return tuple(_data("accident-grades.yaml")["层级"])


def grade(harm: Harm, *, with_missing: bool = False) -> Verdict:
    """Give the grade: the gravest that deaths, grave injuries or loss reach (第三条; 以上 includes the number).

    Args:
        harm: the figures.
        with_missing: count the missing as dead (第十二条第四项 has them reported).
    """
    deaths = harm.deaths + (harm.missing if with_missing else 0)
    *graver, least = grades()
    for each in graver:
        reached = [
            words
            for value, limit, words in (
                (
                    deaths,
                    each.deaths,
                    f"死亡{'（含下落不明）' if with_missing and harm.missing else ''}{deaths}人",
                ),
                (harm.injuries, each.injuries, f"重伤{harm.injuries}人"),
                (harm.loss, each.loss, f"直接经济损失{harm.loss}万元"),
            )
            if limit and value >= limit
        ]
        if reached:
            return Verdict(each, "、".join(reached))
    return Verdict(least, f"死亡{deaths}人、重伤{harm.injuries}人、损失{harm.loss}万元")


def investigation(verdict: Verdict, occurred: date, harm: Harm) -> Investigation:
    """Give who investigates (第十九条) and who would one level up (第二十条), with the time limits (第二十九条)."""
    data = _data("accident-grades.yaml")
    ladder = levels()
    normal = verdict.grade.investigates
    raised = ladder[min(ladder.index(normal) + 1, len(ladder) - 1)]
    notes = [quote_law("事故条例", "第二十条第一款")]
    if raised == "省级":
        notes.append("提级到省级须由省级人民政府决定，市级只能报请，不能自行决定")
    elif raised == "国务院" and normal != raised:
        notes.append("提级须由国务院决定，地方只能报请")
    elif normal == raised:
        notes.append("已是最高一级，不再提升")
    else:
        notes.append("提级须有上级人民政府的决定，写明决定文号")
    if not (harm.deaths or harm.missing or harm.injuries):
        notes.append(
            f"未造成人员伤亡的一般事故，县级人民政府也可以委托事故发生单位组织调查（{CODE}第十九条第三款）"
        )
    end = occurred + timedelta(days=data["调查天数"])
    return Investigation(
        data["机关"][normal]["政府"],
        data["机关"][raised]["政府"],
        normal,
        raised,
        notes,
        end,
        end + timedelta(days=data["调查延长天数"]),
    )


def supplement_until(occurred: date, kind: str = "") -> date:
    """Give until when changed casualties must be told (第十三条): 30 days, road traffic and fire 7."""
    days = _data("accident-grades.yaml")["补报天数"]
    key = next(
        (name for name in ("道路交通", "火灾") if name in kind or (name == "火灾" and "消防" in kind)), "一般"
    )
    return occurred + timedelta(days=days[key])


def limits(local: Mapping[str, Any] | None = None) -> tuple[dict[str, int], dict[str, str], list[Problem]]:
    """Give the limits in minutes by key (现场, 单位, 逐级, …) and where each comes from.

    Args:
        local: stricter limits of the place, by the same keys; a longer one is not taken and told.
    """
    minutes, sources, notes = dict[str, int](), dict[str, str](), list[Problem]()
    for each in _data("reporting-limits.yaml")["时限"]:
        minutes[each["编号"]], sources[each["编号"]] = each["分钟"], each["条款"]
    for key, value in (local or {}).items():
        place = Place(field=f"报送时限·{key}")
        if key not in minutes:
            notes.append(Problem(place, "没有这一环节", f"写 {'、'.join(minutes)}"))
        elif not str(value).isdecimal():
            notes.append(Problem(place, f"“{value}”不是分钟数", "写整数，如 20"))
        elif int(value) > minutes[key]:
            notes.append(
                Problem(
                    place,
                    f"本地规定 {value} 分钟比法定 {minutes[key]} 分钟长，没有采用",
                    "本地时限只能更短",
                    sources[key],
                )
            )
        else:
            minutes[key], sources[key] = int(value), f"本地规定（法定见{sources[key]}）"
    return minutes, sources, notes


def duties(
    verdict: Verdict, times: Times, now: datetime, *, local: Mapping[str, Any] | None = None
) -> list[ReportDuty]:
    """Give the chain of reports up to the level the grade asks for, with the time left on `now`.

    A level's clock runs from when it received the report, or as long as it hasn't, from the latest moment at which
    it should have.
    """
    minutes, sources, _ = limits(local)
    told = times.told or times.occurred
    ladder = levels()
    organs = _data("accident-grades.yaml")["机关"]
    scene = ReportDuty(
        "事故现场有关人员",
        "本单位负责人",
        times.occurred,
        minutes["现场"],
        None if times.told else _left(times.occurred, now),
        sources["现场"],
    )
    chain = [
        scene,
        _duty(
            "事故发生单位负责人",
            f"{organs['县级']['部门']}",
            told,
            "单位",
            times.received.get("县级"),
            now,
            local,
        ),
    ]
    start = times.received.get("县级") or chain[-1].by
    for lower, upper in pairwise(ladder):
        if ladder.index(upper) > ladder.index(verdict.grade.told):
            break
        duty = _duty(
            organs[lower]["部门"],
            f"{organs[upper]['部门']}，同时报告本级人民政府",
            start,
            "逐级",
            times.received.get(upper),
            now,
            local,
        )
        chain.append(duty)
        start = times.received.get(upper) or duty.by
    return chain


def _duty(
    who: str,
    to: str,
    start: datetime,
    key: str,
    done: datetime | None,
    now: datetime,
    local: Mapping[str, Any] | None,
) -> ReportDuty:
    minutes, sources, _ = limits(local)
    by = start + timedelta(minutes=minutes[key])
    late = max(int((done - by).total_seconds() // 60), 0) if done else 0
    return ReportDuty(who, to, by, minutes[key], None if done else _left(by, now), sources[key], late)


def _left(by: datetime, now: datetime) -> int:
    return int((by - now).total_seconds() // 60)
