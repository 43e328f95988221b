"""参会回执: who comes from one unit; and 请假报备单 for those who don't."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.facts import as_moment
from tongzhi.model.official import Person, is_phone
from tongzhi.model.types import AsList, MomentOrOpen, PersonName, Phone, Pick, Text, When, Yes, is_open


class Participant(Part):
    """One person who comes."""

    name: PersonName = labelled("姓名", example="赵某")
    sex: Annotated[Literal["男", "女"] | None, Pick] = labelled("性别", default=None)
    ethnicity: Text = labelled("民族", default="")
    title: Text = labelled("职务", example="副县长")
    mobile: Phone = labelled("手机", also=("电话", "联系电话", "手机号"), example="13800000003")
    venue: Annotated[Literal["主会场", "分会场"], Pick] = labelled(
        "参会方式", default="主会场", also=("会场",), example="主会场"
    )
    speaks: Yes = labelled("是否发言", default=False, also=("发言",), example="否")
    plate: Text = labelled("车牌", default="", also=("车牌号",))
    meals: Text = labelled("用餐住宿", default="", also=("用餐/住宿", "用餐", "住宿"))
    note: Text = labelled("备注", default="")

    @rule("mobile", level="warning")
    def check_mobile(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if not is_phone(self.mobile) and not is_open(self.mobile):
            yield Wrong("mobile", f"手机“{self.mobile}”不像手机或座机号", "核对号码，如 13800000000")


class Rsvp(Document):
    """参会回执: one row a person."""

    key, label, template, rows = "rsvp", "参会回执", "rsvp.docx", "people"
    sampled = ("meeting_name",)
    is_ahead = True

    meeting_name: Text = labelled("会议名称", default="", example="全市安全生产工作会议")
    unit: Text = labelled("单位", also=("参会单位", "单位名称"), example="青川县人民政府")
    people: Annotated[list[Participant], AsList] = labelled(
        "参会人员", min_length=1, also=("人员",),
        example=[{"姓名": "赵某", "职务": "副县长", "手机": "13800000003", "参会方式": "主会场"}],
    )  # fmt: skip
    filled_by: PersonName = labelled("填报人", example="孙某")
    filled_phone: Phone = labelled("联系电话", also=("填报人电话",), example="0971-8230006")
    filled_at: When = labelled("填报时间", also=("填报日期",), example="2026-09-28 16:00")

    @rule("people")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """Nobody stands twice."""
        seen: dict[tuple[str, str], int] = {}
        for position, person in enumerate(self.people):
            first = seen.setdefault((person.name, person.mobile), position)
            if first != position:
                yield Wrong(
                    ("people", position, "name"), f"与第{first + 1}项是同一人（{person.name}）", "只留一行"
                )

    @rule("filled_phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if not is_phone(self.filled_phone):
            yield Wrong("filled_phone", f"联系电话“{self.filled_phone}”不像座机或手机号", "核对号码")


Cause = Literal["参加更高级会议", "重要公务", "因病", "其他"]


class LeaveRequest(Document):
    """会议请假报备单."""

    key, label, template = "leave_request", "会议请假报备单", "leave_request.docx"
    sampled = ("meeting_time", "cause_text", "place")
    is_ahead = True

    unit: Text = labelled("单位", example="青川县人民政府")
    person: PersonName = labelled("请假人", also=("姓名",), example="赵某")
    title: Text = labelled("职务", example="县长")
    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    meeting_time: MomentOrOpen | None = labelled("会议时间", default=None, example="2026-09-30 09:00")
    cause: Annotated[Cause, Pick] = labelled(
        "请假事由", also=("事由",), note="参加更高级会议、重要公务、因病 或 其他", example="参加更高级会议"
    )
    cause_text: Text = labelled(
        "事由说明", default="", note="事由为 其他 时必填", example="参加省政府安全生产会议"
    )
    start: When = labelled("起始时间", also=("起", "开始时间"), example="2026-09-29 12:00")
    end: When = labelled("终止时间", also=("止", "结束时间"), example="2026-09-30 18:00")
    place: Text = labelled("外出地点", default="", example="省城")
    substitute: Person | None = labelled(
        "代会人", default=None, note="允许替会时写", example={"姓名": "钱某", "职务": "常务副县长"}
    )
    substitute_allowed: Yes | None = labelled("允许替会", default=None)
    phone: Text = labelled("联系方式", also=("联系电话", "电话"), note="24 小时畅通", example="13800000004")
    back_by: When | None = labelled("返岗时限", default=None)
    deputy_opinion: Text = labelled("分管领导意见", note="如 同意，××", example="同意")
    chief_approval: Text = labelled("主要领导审批", example="同意")
    filed_with: Text = labelled("备案单位", also=("报备单位",), example="市政府办公室、市安委会办公室")
    filed_at: When = labelled("备案时间", example="2026-09-29 10:00")
    afterwards: Yes = labelled("事后补单", default=False, example="否")
    afterwards_on: When | None = labelled("补单日期", default=None, note="电话批准的，写补单日期")

    @rule("start", "end")
    def check_period(self, _day: date) -> Iterator[Wrong]:
        """Leave ends after it starts."""
        first, last = as_moment(self.start, late=False), as_moment(self.end)
        if first and last and last < first:
            yield Wrong("end", "终止时间早于起始时间", "核对两个时间")

    @rule("cause", "cause_text")
    def check_cause(self, _day: date) -> Iterator[Wrong]:
        """其他 says what."""
        if self.cause == "其他" and not self.cause_text:
            yield Wrong("cause_text", "请假事由是“其他”，没有说明", "写一句事由")

    @rule("substitute", "substitute_allowed")
    def check_substitute(self, _day: date) -> Iterator[Wrong]:
        """Nobody is sent instead when that is not allowed."""
        if self.substitute is not None and self.substitute_allowed is False:
            yield Wrong("substitute", "会议不允许替会，却写了代会人", "删去代会人，或核对通知")

    @rule("filed_at", "meeting_time", "afterwards", "afterwards_on", "deputy_opinion", "chief_approval")
    def check_chain(self, _day: date) -> Iterator[Wrong]:
        """The approvers have agreed before the meeting; by telephone only with the day of the later form."""
        by_phone = re.search(r"电话|口头", self.deputy_opinion + self.chief_approval)
        if by_phone and self.afterwards_on is None:
            yield Wrong("afterwards_on", "领导电话同意的，没有补单日期", "写补单日期")
        if self.afterwards or self.meeting_time is None or isinstance(self.meeting_time, str):
            return
        filed = as_moment(self.filed_at, late=False)
        if filed and filed > self.meeting_time:
            yield Wrong("filed_at", "备案时间晚于会议时间", "会前备案；确为事后补单的写 事后补单: 是")

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if not is_phone(self.phone):
            yield Wrong("phone", f"联系方式“{self.phone}”不像手机或座机号", "核对号码")
