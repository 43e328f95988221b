"""会议通知: who meets when and where, who comes, and by when to reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from tongzhi.model import facts
from tongzhi.model.base import Wrong, labelled, rule
from tongzhi.model.official import Contact, Official, Person, split_units
from tongzhi.model.types import (
    AsList,
    MomentOrOpen,
    PersonNames,
    Pick,
    SignIn,
    Text,
    Texts,
    When,
    is_open,
    offset_minutes,
)
from tongzhi.papers.meeting import Form
from tongzhi.papers.notice_defaults import derive_values
from tongzhi.papers.notice_parts import (
    AgendaItem,
    Attendees,
    BranchVenue,
    LeaveRule,
    MeetingMaterial,
    Relay,
    Speaker,
    Tech,
)
from tongzhi.patterns import compile_later


class Notice(Official):
    """会议通知."""

    key, label, template = "notice", "会议通知", "notice.docx"
    sampled = (
        "issuer", "recipients", "approved_by", "form", "duration", "sign_in", "chair", "attachments", "rsvp_due", "rsvp_to", "discipline",
    )  # fmt: skip
    is_ahead = True

    purpose: Text = labelled(
        "缘由", also=("目的", "缘由/目的", "会议缘由", "会议目的"), note="一句话：为…，经…研究，决定召开…",
        example="为深入贯彻落实全国安全生产电视电话会议精神，安排部署重点领域安全防范工作，经市政府同意，决定召开全市安全生产工作会议。",
    )  # fmt: skip
    approved_by: Text = labelled(
        "批准依据", default="", note="办公室或安委办发文时写，如 经市政府同意", example="经市政府同意"
    )
    meeting_name: Text = labelled("会议名称", note="写全称，全体会议写明届次", example="全市安全生产工作会议")
    form: Annotated[Form, Pick] = labelled(
        "会议形式", default="现场", note="现场、视频、电视电话 或 现场+视频", example="现场"
    )
    start: MomentOrOpen = labelled(
        "会议时间", also=("时间", "开会时间", "开始时间"), example="2026-09-30 09:00"
    )
    end: MomentOrOpen | None = labelled("结束时间", default=None)
    duration: Text = labelled("会期", default="", note="半天、一天、2小时", example="半天")
    sign_in: SignIn | None = labelled(
        "签到时间", default=None, also=("入场时间", "签到/入场时间"), example="提前10分钟"
    )
    main_venue: Text = labelled(
        "地点", also=("主会场", "地点（主会场）", "会议地点"), note="写到会议室", example="市政府三楼会议室"
    )
    branch_venues: Annotated[list[BranchVenue], AsList] = labelled("分会场", factory=list)
    agenda: Annotated[list[AgendaItem], AsList] = labelled(
        "会议内容", min_length=1, also=("议程", "会议议程", "会议内容/议程"),
        example=[{"事项": "通报近期安全生产形势"}, {"事项": "部署重点领域安全防范工作"}, {"事项": "市政府领导讲话"}],
    )  # fmt: skip
    chair: Person | None = labelled("主持人", default=None)
    attendees: Annotated[list[Attendees], AsList] = labelled(
        "参会人员", min_length=1, also=("参会人员（主会场）", "主会场参会人员", "参加人员", "参会范围", "attendees_main"),
        example=[{"组别": "市安委会成员单位", "职务级别": "分管负责人"}],
    )  # fmt: skip
    branch_attendees: Annotated[list[Attendees], AsList] = labelled(
        "分会场参会人员", factory=list, also=("参会人员（分会场）", "attendees_branch")
    )
    observers: PersonNames = labelled("列席", factory=list, also=("列席/邀请", "邀请", "列席人员"))
    relay: Annotated[list[Relay], AsList] = labelled("代通知责任", factory=list, also=("代通知",))
    materials: Annotated[list[MeetingMaterial], AsList] = labelled("会议材料", factory=list)
    speakers: Annotated[list[Speaker], AsList] = labelled("发言单位", factory=list)
    rsvp_due: When | None = labelled(
        "回执截止", default=None, also=("报名截止", "报名/回执截止", "回执时限"), example="2026-09-29 12:00"
    )
    rsvp_to: Text = labelled(
        "报送方式", default="", also=("回执报送",), example="陈某，0971-8230001，传真或政务协同系统报送"
    )
    leave_rule: LeaveRule | None = labelled("请假要求", default=None, also=("请假",))
    discipline: Texts = labelled("会议纪律", factory=list, example=["请提前10分钟入场，手机关闭或调至静音"])
    tech: Tech | None = labelled("技术保障", default=None)
    others: Texts = labelled("其他事项", factory=list, also=("有关事项",))
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人",
        min_length=1,
        also=("联系人/电话", "联系人电话"),
        example=[{"姓名": "陈某", "电话": "0971-8230001"}],
    )

    @property
    def authority(self) -> str:
        """Give the words by which a higher organ has agreed."""
        return f"{self.approved_by} {self.purpose}"

    @classmethod
    def complete(cls, values: Mapping[str, Any], office: Any) -> dict[str, Any]:
        """Give title, cause, agenda, addressees and reply channel that follow from name, who and the profile."""
        return derive_values(values, office) if office is not None else {}

    @rule("start", "end")
    def check_end(self, _day: date) -> Iterator[Wrong]:
        """A meeting ends after it begins."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime) and self.end <= self.start:
            yield Wrong("end", "结束时间不晚于会议时间", "核对两个时间")

    @rule("start", "issued_on")
    def check_issue(self, _day: date) -> Iterator[Wrong]:
        """A notice is dated before its meeting, at the latest on its day."""
        if isinstance(self.start, datetime) and self.issued_on and self.issued_on > self.start.date():
            yield Wrong(
                "issued_on", f"成文日期 {self.issued_on} 晚于会议日期 {self.start.date()}", "核对两个日期"
            )

    @rule("start", level="warning")
    def check_meeting_day(self, day: date) -> Iterator[Wrong]:
        """A meeting on a rest day or in the past is unusual."""
        yield from facts.check_rest_day("start", "会议时间", self.start)
        if isinstance(self.start, datetime) and self.start.date() < day:
            yield Wrong("start", f"会议时间 {self.start:%Y-%m-%d %H:%M} 已过", "核对年月日")

    @rule("start", "issued_on", "urgency", "carrier", level="warning")
    def check_haste(self, day: date) -> Iterator[Wrong]:
        """A meeting of the same or the next day asks for 特急 or 加急."""
        if not isinstance(self.start, datetime) or self.urgency:
            return
        issued = self.issued_on or day
        if timedelta() <= self.start.date() - issued <= timedelta(days=1):
            yield Wrong("urgency", "会议在当天或次日召开，没有写紧急程度", "建议写 特急 或 加急")

    @rule("start", "sign_in")
    def check_sign_in(self, _day: date) -> Iterator[Wrong]:
        """People sign in before the meeting starts."""
        if (
            isinstance(self.start, datetime)
            and isinstance(self.sign_in, datetime)
            and self.sign_in >= self.start
        ):
            yield Wrong("sign_in", "签到时间不早于会议时间", "写成会前的时间，如 提前10分钟")

    @rule("start", "sign_in", level="warning")
    def check_early(self, _day: date) -> Iterator[Wrong]:
        """10 to 30 minutes before is usual."""
        early = offset_minutes(self.sign_in) if isinstance(self.sign_in, str) else None
        if (
            isinstance(self.sign_in, datetime)
            and isinstance(self.start, datetime)
            and self.sign_in < self.start
        ):
            early = int((self.start - self.sign_in).total_seconds() // 60)
        if early is not None and not 10 <= early <= 30:
            yield Wrong("sign_in", f"签到提前 {early} 分钟", "一般提前 10 至 30 分钟")

    @rule("agenda")
    def check_agenda_numbers(self, _day: date) -> Iterator[Wrong]:
        """Numbers of the agenda run from 1 without a gap."""
        numbers = [item.no for item in self.agenda if item.no is not None]
        if numbers and numbers != list(range(1, len(self.agenda) + 1)):
            yield Wrong(
                "agenda",
                f"会议内容的序号是 {'、'.join(map(str, numbers))}，不连续",
                "从 1 起依次编号，或都不写",
            )

    @rule("agenda", "duration", "start", "end")
    def check_agenda_time(self, _day: date) -> Iterator[Wrong]:
        """The items of the agenda fit into the meeting."""
        total = sum(item.minutes or 0 for item in self.agenda)
        limit = facts.duration_minutes(self.duration) if self.duration else None
        if limit is None and isinstance(self.start, datetime) and isinstance(self.end, datetime):
            limit = int((self.end - self.start).total_seconds() // 60)
        if limit and total > limit:
            yield Wrong("agenda", f"议程时长合计 {total} 分钟，超过会期 {limit} 分钟", "压缩议程或改会期")

    @rule("form", "branch_venues", "tech")
    def check_video(self, _day: date) -> Iterator[Wrong]:
        """A video meeting has branch venues and a technical contact."""
        if self.form != "视频":
            return
        if not self.branch_venues:
            yield Wrong(
                "branch_venues", "视频会议没有写分会场", "逐县（市、区）写 地区、会场、负责人、技术联系人"
            )
        if self.tech is None:
            yield Wrong("tech", "视频会议没有写技术保障", "写 调试开始、调试结束、开通时间、联系人、电话")

    @rule("form", "branch_venues", "tech", level="warning")
    def check_screen(self, _day: date) -> Iterator[Wrong]:
        """Other meetings on screen usually have them too."""
        if self.form in ("电视电话", "现场+视频") and (not self.branch_venues or self.tech is None):
            lacking = [
                w for w, there in (("分会场", self.branch_venues), ("技术保障", self.tech)) if not there
            ]
            yield Wrong(
                "form", f"会议形式是{self.form}，没有写{'、'.join(lacking)}", "一般要写明，或改会议形式"
            )

    @rule("branch_venues")
    def check_branches(self, _day: date) -> Iterator[Wrong]:
        """Each region has one branch venue, and a notice to all counties forgets none."""
        regions = [venue.region for venue in self.branch_venues]
        for region in sorted({region for region in regions if regions.count(region) > 1}):
            yield Wrong("branch_venues", f"分会场“{region}”写了两次", "每个地区只写一次")
        missing = self._missing_regions()
        if missing and any("各县" in line for line in self.recipients):
            yield Wrong("branch_venues", f"分会场缺 {'、'.join(missing)}", "补上，或核对本单位配置的单位名录")

    @rule("branch_venues", level="warning")
    def check_branch_names(self, _day: date) -> Iterator[Wrong]:
        """Regions stand in the address list; some are missing."""
        missing = self._missing_regions()
        if missing and not any("各县" in line for line in self.recipients):
            yield Wrong("branch_venues", f"名录里的 {'、'.join(missing)} 没有分会场", "确实不设的可不改")
        known = self.office.counties() if self.office is not None else []
        if known:
            for position, venue in enumerate(self.branch_venues):
                if not any(venue.region in (c.name, c.short) for c in known) and "各" not in venue.region:
                    yield Wrong(
                        ("branch_venues", position, "region"),
                        f"“{venue.region}”不在单位名录里",
                        "写全称，或补进名录",
                    )

    def _missing_regions(self) -> list[str]:
        if self.office is None or not self.branch_venues:
            return []
        regions = {venue.region for venue in self.branch_venues}
        if any("各" in region for region in regions):
            return []
        return [c.name for c in self.office.counties() if c.name not in regions and c.short not in regions]

    @rule("attendees", "branch_attendees", level="warning")
    def check_level(self, _day: date) -> Iterator[Wrong]:
        """The level of those who attend is stated."""
        for name in ("attendees", "branch_attendees"):
            for position, group in enumerate(getattr(self, name)):
                if not _LEVEL.search(group.words) and not is_open(group.group):
                    yield Wrong(
                        (name, position),
                        f"“{group.words}”没有写明职务级别",
                        "如 主要负责人、分管负责人、有关同志",
                    )

    @rule("attendees", "main_venue", level="warning")
    def check_seats(self, _day: date) -> Iterator[Wrong]:
        """The people fit into the room of the profile."""
        total = sum(group.count or 0 for group in self.attendees)
        seats = self.office.seats(self.main_venue) if self.office is not None else None
        if seats is not None and total > seats:
            yield Wrong(
                "attendees", f"主会场参会 {total} 人，“{self.main_venue}”只有 {seats} 座", "换会场或减少人数"
            )

    @rule("attendees", "branch_attendees", "chair", level="warning", source=facts.RELIEF)
    def check_rank(self, _day: date) -> Iterator[Wrong]:
        """A meeting of a deputy leader normally doesn't call the heads of lower governments."""
        if self.chair is None or "副" not in self.chair.title:
            return
        for group in (*self.attendees, *self.branch_attendees):
            if (
                re.search(r"县|区|乡|镇|街道", group.group)
                and "主要负责" in group.words
                and "直" not in group.group
            ):
                yield Wrong(
                    "attendees", f"分管领导主持的会议要“{group.words}”参加", "一般不要求下级主要负责同志参加"
                )
                return

    @rule("rsvp_due", "start")
    def check_reply(self, _day: date) -> Iterator[Wrong]:
        """Replies are due before the meeting."""
        if isinstance(self.start, datetime) and _not_before(self.rsvp_due, self.start):
            yield Wrong(
                "rsvp_due",
                f"回执截止 {self.rsvp_due} 不早于会议时间 {self.start:%Y-%m-%d %H:%M}",
                "提前到会前",
            )

    @rule("rsvp_due", "issued_on", level="warning")
    def check_reply_time(self, day: date) -> Iterator[Wrong]:
        """Units need four working hours to reply, on a workday."""
        due = facts.as_moment(self.rsvp_due)
        if due is None:
            return
        yield from facts.check_rest_day("rsvp_due", "回执截止", self.rsvp_due)
        issued = datetime.combine(self.issued_on or day, datetime.min.time())
        if facts.working_hours(issued, due) < 4:
            yield Wrong("rsvp_due", "回执截止离发文不足 4 个工作小时", "一般至少留半天")

    @rule("rsvp_due", "rsvp_to")
    def check_reply_channel(self, _day: date) -> Iterator[Wrong]:
        """Whoever must reply is told to whom."""
        if self.rsvp_due is not None and not self.rsvp_to:
            yield Wrong(
                "rsvp_to", "写了回执截止，没有写报送方式", "写联系人、电话和渠道，如 陈某，0971-8230001，传真"
            )

    @rule("attendees", "leave_rule")
    def check_leave(self, _day: date) -> Iterator[Wrong]:
        """A meeting of heads says who approves their leave."""
        heads = any("主要负责" in group.words or "主要领导" in group.words for group in self.attendees)
        if heads and self.leave_rule is None:
            yield Wrong(
                "leave_rule", "要求主要负责人参会，没有写请假要求", "写明审批人，如 审批人: 市政府分管领导"
            )

    @rule("leave_rule", "start")
    def check_leave_deadline(self, _day: date) -> Iterator[Wrong]:
        """Leave is asked for before the meeting."""
        if (
            self.leave_rule
            and isinstance(self.start, datetime)
            and _not_before(self.leave_rule.deadline, self.start)
        ):
            yield Wrong(("leave_rule", "deadline"), "请假截止时间不早于会议时间", "提前到会前")

    @rule("materials", "start")
    def check_materials(self, _day: date) -> Iterator[Wrong]:
        """Papers are due before the meeting."""
        for position, material in enumerate(self.materials):
            if isinstance(self.start, datetime) and _not_before(material.due, self.start):
                yield Wrong(
                    ("materials", position, "due"), f"“{material.what}”报送时限不早于会议时间", "提前到会前"
                )

    @rule("tech", "start")
    def check_test(self, _day: date) -> Iterator[Wrong]:
        """The link is tested before, and open at the latest when the meeting starts."""
        if self.tech is None:
            return
        start, end = facts.as_moment(self.tech.test_start, late=False), facts.as_moment(self.tech.test_end)
        if start and end and end <= start:
            yield Wrong(("tech", "test_end"), "调试结束不晚于调试开始", "核对两个时间")
        if not isinstance(self.start, datetime):
            return
        if end and end >= self.start:
            yield Wrong(("tech", "test_end"), "调试结束不早于会议时间", "提前到会前")
        opened = facts.as_moment(self.tech.open_at, late=False)
        if opened and opened > self.start:
            yield Wrong(("tech", "open_at"), "开通时间晚于会议时间", "提前到会前")

    @rule("speakers", "attendees", level="warning")
    def check_speakers(self, _day: date) -> Iterator[Wrong]:
        """A unit that speaks is also asked to attend."""
        groups = (*self.attendees, *self.branch_attendees)
        if not groups or not all(group.units for group in groups):
            return
        units = {unit for group in groups for line in group.units for unit in split_units(line)}
        for position, speaker in enumerate(self.speakers):
            if speaker.unit not in units:
                yield Wrong(
                    ("speakers", position, "unit"), f"发言单位“{speaker.unit}”不在参会单位里", "补进参会人员"
                )

    @rule("issuer", "approved_by", "purpose", "recipients", level="warning", source=facts.RELIEF)
    def check_approval(self, _day: date) -> Iterator[Wrong]:
        """An office says by whose authority it calls a meeting."""
        if facts.is_office(self.issuer) and not re.search(
            r"经.{1,20}(?:研究|同意|批准)|授权", self.authority
        ):
            yield Wrong(
                "approved_by", f"“{self.issuer}”是办事机构，没有写批准依据", "写 经×政府同意 或 经×研究"
            )

    @rule("others", "discipline", level="warning", source=facts.RELIEF)
    def check_burden(self, _day: date) -> Iterator[Wrong]:
        """No report on 贯彻落实情况 is demanded by default."""
        for name in ("others", "discipline"):
            for text in getattr(self, name):
                words = facts.report_back(text) or facts.frequent_report(text)
                if words:
                    yield Wrong(name, f"要求“{words}”", "一般不要求专门上报贯彻落实情况，确需上报的写明依据")


_LEVEL = compile_later(
    r"负责|领导|局长|书记|主任|县长|市长|区长|镇长|乡长|经理|科长|委员|人员|同志|代表|主官|干部|成员$|[一-鿿]长"
)


def _not_before(value: Any, start: datetime) -> bool:
    if isinstance(value, datetime):
        return value >= start
    return isinstance(value, date) and value >= start.date()
