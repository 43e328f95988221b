"""值班（带班）安排表: who is on duty on every day of a period, without a gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Contact, is_phone
from tongzhi.model.types import AsList, Day, PersonName, Phone, Text, Texts, When
from tongzhi.zh import calendar
from tongzhi.zh.typed import WEEKDAYS


class DutyPerson(Part):
    """Somebody on duty."""

    name: PersonName = labelled("姓名", example="李某")
    title: Text = labelled("职务", default="", example="副主任")
    office_phone: Text = labelled("办公电话", default="", example="0971-8230001")
    mobile: Phone = labelled("手机", default="", also=("电话",), example="13800000000")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 李某 13800000000 and 李某 副主任 13800000000."""
        words = text.split()
        phone = words[-1] if len(words) > 1 and is_phone(words[-1]) else ""
        rest = words[: len(words) - bool(phone)]
        return {"姓名": rest[0], "职务": " ".join(rest[1:]), "手机": phone} if rest else None

    @rule("mobile", "office_phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """A reachable number."""
        for name in ("mobile", "office_phone"):
            value = getattr(self, name)
            if value and not is_phone(value):
                yield Wrong(name, f"电话“{value}”不像座机或手机号", "核对号码")


class DutyDay(Part):
    """One day of duty, from the morning to the next one."""

    on: Day = labelled("日期", example="2026-10-01")
    leader: DutyPerson = labelled(
        "带班领导", example={"姓名": "李某", "职务": "副县长", "手机": "13800000000"}
    )
    staff: Annotated[list[DutyPerson], AsList] = labelled(
        "值班人员",
        min_length=1,
        example=[{"姓名": "周某", "手机": "13800000001"}, {"姓名": "吴某", "手机": "13800000002"}],
    )
    standby: Text = labelled("备班", default="")
    shift: Text = labelled(
        "时段", default="", also=("班次", "时间段"), note="一天分几班时写，如 08:00-20:00；不写为24小时"
    )

    @property
    def weekday(self) -> str:
        """Give 星期三, and the holiday if it is one."""
        name = calendar.holiday_name(self.on)
        return f"星期{WEEKDAYS[self.on.weekday()]}" + (f"（{name}）" if name else "")


class Leave(Part):
    """Approved leave: nobody on leave is on duty."""

    name: PersonName = labelled("姓名", example="赵某")
    start: Day = labelled("起", also=("开始",), example="2026-10-02")
    end: Day = labelled("止", also=("结束",), example="2026-10-05")
    where: Text = labelled("去向", default="")
    phone: Phone = labelled("电话", default="")
    back_in: Text = labelled("返岗所需时间", default="", example="3小时")


class DutyRoster(Document):
    """值班（带班）安排表."""

    key, label, template, rows = "duty_roster", "值班安排表", "duty_roster.docx", "days"

    title: Text = labelled("标题", default="", note="不写则由单位和时段得出")
    unit: Text = labelled("单位", also=("发文机关",), example="青川县人民政府办公室")
    start: Day = labelled("开始日期", also=("值班开始",), example="2026-10-01")
    end: Day = labelled("结束日期", also=("值班结束",), example="2026-10-02")
    chief: Text = labelled("总带班领导", default="", example="县长赵某")
    place: Text = labelled("值班地点", example="县政府总值班室")
    phone: Text = labelled("固定电话", also=("值班电话",), example="0971-8230001")
    fax: Text = labelled("传真", note="没有写 无", example="0971-8230002")
    days: Annotated[list[DutyDay], AsList] = labelled(
        "值班安排", min_length=1, also=("安排", "排班"),
        example=[
            {"日期": "2026-10-01", "带班领导": {"姓名": "李某", "职务": "副县长", "办公电话": "0971-8230001", "手机": "13800000000"},
             "值班人员": [{"姓名": "周某", "手机": "13800000001"}, {"姓名": "吴某", "手机": "13800000002"}]},
            {"日期": "2026-10-02", "带班领导": {"姓名": "郑某", "职务": "副县长", "办公电话": "0971-8230003", "手机": "13800000003"},
             "值班人员": [{"姓名": "王某", "手机": "13800000004"}, {"姓名": "冯某", "手机": "13800000005"}]},
        ],
    )  # fmt: skip
    teams: Texts = labelled(
        "应急队伍待命",
        factory=list,
        note="队伍、人数、集结地、负责人",
        example=["县消防救援大队30人，在大队营区待命，负责人褚某"],
    )
    drivers: Texts = labelled("驾驶员车辆", factory=list, also=("驾驶员/车辆",))
    leaves: Annotated[list[Leave], AsList] = labelled("请假备案", factory=list)
    filled_by: PersonName = labelled("填报人", example="周某")
    reviewer: PersonName = labelled("审核人", example="李某")
    report_by: When = labelled("报送时限", example="2026-09-25 18:00")
    contact: Annotated[list[Contact], AsList] = labelled("联系人", factory=list)

    @property
    def heading(self) -> str:
        """Give the title as printed."""
        return self.title or f"{self.unit}值班安排表"

    @property
    def _holidays(self) -> Iterator[str]:

        return (name for day in self.days if (name := calendar.holiday_name(day.on)))

    @rule("start", "end", "days")
    def check_cover(self, _day: date) -> Iterator[Wrong]:
        """Every day of the period is there once."""
        if self.end < self.start:
            yield Wrong("end", "结束日期早于开始日期", "核对两个日期")
            return
        counts = Counter(day.on for day in self.days)
        wanted = [self.start + timedelta(days=number) for number in range((self.end - self.start).days + 1)]
        missing = [f"{day.month}月{day.day}日" for day in wanted if day not in counts]
        if missing:
            yield Wrong("days", f"没有排班：{'、'.join(missing)}", "每天都要有带班领导和值班人员")
        parted = {day.on for day in self.days if day.shift}
        for day, count in counts.items():
            if count > 1 and day not in parted:
                yield Wrong("days", f"{day.month}月{day.day}日排了 {count} 次", "同一天合并成一行")
            if not self.start <= day <= self.end:
                yield Wrong("days", f"{day.month}月{day.day}日不在值班时段内", "核对日期")

    @rule("days")
    def check_shifts(self, _day: date) -> Iterator[Wrong]:
        """Shifts follow each other without a gap: 24 hours of every day."""
        if not any(day.shift for day in self.days):
            return
        spans: list[tuple[datetime, datetime]] = []
        for position, day in enumerate(self.days):
            span = _span(day)
            if span is None:
                yield Wrong(("days", position, "shift"), f"时段“{day.shift}”看不懂", "写成 08:00-20:00")
                return
            spans.append(span)
        spans.sort()
        covered = spans[0][1]
        for (_, before), (start, end) in pairwise(spans):
            if start > max(covered, before):
                yield Wrong(
                    "days", f"{covered:%m月%d日%H:%M}至{start:%m月%d日%H:%M}没有人值班", "24小时不断档"
                )
            covered = max(covered, end)
        whole = timedelta(days=(self.end - self.start).days + 1)
        if covered - spans[0][0] < whole:
            yield Wrong("days", f"{covered:%m月%d日%H:%M}以后没有人值班", "接到下一天的同一时刻")

    @rule("days")
    def check_reach(self, _day: date) -> Iterator[Wrong]:
        """Whoever is on duty has a post and a number; leaders a mobile one."""
        for position, day in enumerate(self.days):
            if not day.leader.title:
                yield Wrong(("days", position, "leader"), f"带班领导{day.leader.name}没有写职务", "写职务")
            if not day.leader.mobile:
                yield Wrong(
                    ("days", position, "leader"), f"带班领导{day.leader.name}没有写手机", "写24小时畅通的号码"
                )
            for number, person in enumerate(day.staff):
                if not (person.mobile or person.office_phone):
                    yield Wrong(
                        ("days", position, "staff", number),
                        f"值班人员{person.name}没有写电话",
                        "写手机或办公电话",
                    )

    @rule("days", level="warning")
    def check_rest(self, _day: date) -> Iterator[Wrong]:
        """Nobody is on duty for two days in a row; two people a day are usual."""
        ordered = sorted(self.days, key=lambda day: day.on)
        for before, after in pairwise(ordered):
            if after.on - before.on == timedelta(days=1):
                again = {person.name for person in before.staff} & {person.name for person in after.staff}
                for name in sorted(again):
                    yield Wrong("days", f"{name}在{before.on}和{after.on}连值两个24小时班", "错开安排")
        for position, day in enumerate(self.days):
            if len(day.staff) < 2:
                yield Wrong(("days", position, "staff"), f"{day.on}只有 1 名值班人员", "一般安排 2 人以上")

    @rule("days", "leaves")
    def check_leave(self, _day: date) -> Iterator[Wrong]:
        """Nobody on approved leave is on duty."""
        for position, day in enumerate(self.days):
            for person in (day.leader, *day.staff):
                for leave in self.leaves:
                    if person.name == leave.name and leave.start <= day.on <= leave.end:
                        yield Wrong(
                            ("days", position),
                            f"{person.name}已请假（{leave.start}至{leave.end}），却排在{day.on}",
                            "换人",
                        )

    @rule("report_by", "start", level="warning")
    def check_report(self, _day: date) -> Iterator[Wrong]:
        """Rosters are reported before the period starts."""
        ahead = (self.start - _as_day(self.report_by)).days
        if ahead <= 0:
            yield Wrong("report_by", "报送时限不早于值班开始", "一般提前 5 天报送")
        elif ahead < _AHEAD and any(self._holidays):
            yield Wrong(
                "report_by", f"距节日值班只有 {ahead} 天", "节日值班表一般提前 5 天报送，以当地规定为准"
            )


_AHEAD = 5
"""Days before a holiday by which rosters are usually reported."""
_SHIFT = re.compile(
    r"(\d{1,2})[:：时](\d{2})?分?\s*[-—–~～至到]\s*(次日|翌日)?\s*(\d{1,2})[:：时](\d{2})?分?"
)


def _span(day: DutyDay) -> tuple[datetime, datetime] | None:
    """Give start and end of a shift; the whole day without one."""
    midnight = datetime.combine(day.on, time())
    if not day.shift:
        return midnight, midnight + timedelta(days=1)
    found = _SHIFT.search(day.shift)
    if not found:
        return None
    start = timedelta(hours=int(found[1]), minutes=int(found[2] or 0))
    end = timedelta(hours=int(found[4]), minutes=int(found[5] or 0))
    if found[3] or end <= start:
        end += timedelta(days=1)
    return midnight + start, midnight + end


def _as_day(value: Any) -> date:
    found: date = value.date() if hasattr(value, "date") else value
    return found
