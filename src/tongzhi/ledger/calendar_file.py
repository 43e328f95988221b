"""Reminders for a calendar program (.ics), one per open item."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from tongzhi.ledger.overdue import Due
from tongzhi.zh.calendar import add_workdays, last_workday

AHEAD = 3
"""Workdays before the limit at which the reminder rings."""
MORNING = time(9)


def render_calendar(dues: Iterable[Due], day: date, *, ahead: int = AHEAD) -> bytes:
    """Give a calendar with an all-day entry on each time limit and an alarm `ahead` workdays before.

    Args:
        dues: what falls due; late ones get an entry on `day`.
        day: today; it also stamps the entries, so that the same ledger gives the same bytes.
        ahead: workdays before the limit.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//tongzhi//ledger//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "整改时限")
    stamp = datetime.combine(day, time(), UTC)
    for due in dues:
        line = due.line
        assert line.due is not None
        on = max(line.due, day)
        event = Event()
        event.add("uid", f"{sha256(line.hazard_no.encode()).hexdigest()[:32]}@tongzhi")
        event.add("dtstamp", stamp)
        event.add("dtstart", on)
        event.add("dtend", on + timedelta(days=1))
        late = "【逾期】" if due.days < 0 else ""
        event.add("summary", f"{late}{line.hazard_no} 整改时限：{line.entity or line.resp_unit}")
        event.add(
            "description",
            f"{line.description}\n责任单位：{line.resp_unit or '未定'} {line.resp_person}\n"
            f"状态：{line.state}；{due.remark}",
        )
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"{line.hazard_no} {due.remark}")
        ring = datetime.combine(last_workday(add_workdays(on, -ahead)), MORNING)
        alarm.add("trigger", ring - datetime.combine(on, time()))
        event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
