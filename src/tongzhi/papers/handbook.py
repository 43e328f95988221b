"""会议手册: agenda, people, seats, discipline and what guests must know, in one booklet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Contact, Person
from tongzhi.model.types import AsList, Count, MomentOrOpen, PersonName, Text, Texts
from tongzhi.papers.meeting_desk import agenda_rows, as_rows, notice_values


class AgendaPoint(Part):
    """One item of the agenda."""

    line = "事项"

    item: Text = labelled("事项", also=("内容", "议题"), example="通报近期安全生产形势")
    speaker: PersonName = labelled("发言人", default="", also=("汇报人",), example="市应急管理局局长王某")


class Guest(Part):
    """One person who takes part; no telephone number, the booklet lies open."""

    unit: Text = labelled("单位", example="青川县人民政府")
    name: PersonName = labelled("姓名", example="赵某")
    title: Text = labelled("职务", default="", example="副县长")
    venue: Text = labelled("会场", default="", also=("参会方式",), example="主会场")
    seat: Text = labelled("座位", default="", also=("座次",), example="1排3座")


class Trip(Part):
    """Something that happens beside the meeting: registration, meals, departure."""

    line = "事项"

    when: Text = labelled("时间", default="", example="9月30日8:30")
    what: Text = labelled("事项", example="报到入场")
    where: Text = labelled("地点", default="", example="市政府一楼大厅")


class Handbook(Document):
    """会议手册."""

    key, label, template, rows = "handbook", "会议手册", "handbook.docx", "people"
    sampled = ("discipline", "schedule", "contact")
    is_ahead = True

    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    issuer: Text = labelled("会务单位", also=("发文机关", "主办单位"), example="临江市安全生产委员会办公室")
    start: MomentOrOpen = labelled("会议时间", also=("时间",), example="2026-09-30 09:00")
    place: Text = labelled("地点", also=("会议地点", "主会场"), example="市政府三楼会议室")
    chair: Person | None = labelled("主持人", default=None, example={"姓名": "李某", "职务": "常务副市长"})
    agenda: Annotated[list[AgendaPoint], AsList] = labelled(
        "议程", min_length=1, also=("会议内容", "会议议程"),
        example=[{"事项": "通报近期安全生产形势", "发言人": "市应急管理局局长王某"}, {"事项": "市政府领导讲话", "发言人": "市长张某"}],
    )  # fmt: skip
    schedule: Annotated[list[Trip], AsList] = labelled(
        "日程",
        factory=list,
        also=("会务安排",),
        example=[{"时间": "9月30日8:30", "事项": "报到入场", "地点": "市政府一楼大厅"}],
    )
    platform: Texts = labelled("主席台就座", factory=list, note="按职务从高到低", example=["市长张某"])
    people: Annotated[list[Guest], AsList] = labelled(
        "参会人员", min_length=1, also=("人员名单",),
        example=[{"单位": "青川县人民政府", "姓名": "赵某", "职务": "副县长", "会场": "主会场", "座位": "1排3座"}],
    )  # fmt: skip
    discipline: Texts = labelled("会议纪律", factory=list, example=["请提前10分钟入场，手机关闭或调至静音"])
    expected: Count | None = labelled("应到人数", default=None, ge=0, note="写了就与名单核对")
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人", factory=list, also=("会务联系人",), example=[{"姓名": "陈某", "电话": "0971-8230001"}]
    )

    @classmethod
    def adopt(cls, values: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Turn the data of a notice into a booklet; its list of people comes from the replies."""
        own = ("日程", "会务安排", "schedule", "主席台就座", "platform", "人员名单", "应到人数", "expected")
        notice = notice_values(values, own)
        if notice is not None and any(
            isinstance(row, Mapping) and ("姓名" in row or "name" in row)
            for row in as_rows(notice.get("attendees"))
        ):
            return None
        if notice is None:
            return None
        book = {
            "会议名称": notice.get("meeting_name"),
            "会务单位": notice.get("issuer"),
            "会议时间": notice.get("start"),
            "地点": notice.get("main_venue"),
            "主持人": notice.get("chair"),
            "议程": agenda_rows(notice.get("agenda")),
            "会议纪律": as_rows(notice.get("discipline")),
            "联系人": as_rows(notice.get("contact")),
            "参会人员": [{"单位": "待定", "姓名": "待定"}],
        }
        return {**{label: value for label, value in book.items() if value}, **changes}

    @rule("people")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """Nobody stands twice, no seat is given twice."""
        named: dict[tuple[str, str], int] = {}
        seated: dict[str, int] = {}
        for position, guest in enumerate(self.people):
            first = named.setdefault((guest.unit, guest.name), position)
            if first != position:
                yield Wrong(("people", position, "name"), f"“{guest.name}”写了两次", "只留一行")
            if guest.seat and seated.setdefault(guest.seat, position) != position:
                yield Wrong(("people", position, "seat"), f"座位“{guest.seat}”安排了两人", "核对座次表")

    @rule("people", "expected", level="warning")
    def check_count(self, _day: date) -> Iterator[Wrong]:
        """The list is as long as expected."""
        if self.expected is not None and self.expected != len(self.people):
            yield Wrong("expected", f"应到 {self.expected} 人，名单上 {len(self.people)} 人", "核对名单")

    @rule("agenda", level="warning")
    def check_speakers(self, _day: date) -> Iterator[Wrong]:
        """Every item has somebody who speaks."""
        for position, point in enumerate(self.agenda):
            if not point.speaker:
                yield Wrong(
                    ("agenda", position, "speaker"), f"“{point.item[:20]}”没有写发言人", "写单位职务姓名"
                )
