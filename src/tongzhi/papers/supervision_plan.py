"""督导组工作方案: which team goes where, when, and how it reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Attachment, Contact, Person, split_units
from tongzhi.model.types import AsList, Day, Text, Texts


class Team(Part):
    """One team: its leader, members, counties and first day there."""

    no: Text = labelled("组号", also=("组别",), example="第一组")
    leader: Person = labelled("组长", example={"姓名": "王某", "职务": "副局长", "单位": "市应急管理局"})
    deputies: Annotated[list[Person], AsList] = labelled("副组长", factory=list)
    members: Annotated[list[Person], AsList] = labelled(
        "成员", factory=list, example=[{"姓名": "周某", "单位": "市消防救援支队"}]
    )
    liaison: Contact | None = labelled(
        "联络员", default=None, example={"姓名": "陈某", "电话": "0971-8230001"}
    )
    regions: Texts = labelled(
        "负责地区", also=("督导地区", "县区"), min_length=1, example=["青川县", "剑阁县"]
    )
    enters_on: Day = labelled("进驻日期", also=("进驻时间",), example="2026-10-01")
    vehicle: Text = labelled("车辆", default="")


class TeamReport(Part):
    """What the teams report, and by when."""

    line = "内容"

    what: Text = labelled("内容", example="总报告")
    due: Text = labelled("时限", default="", example="督导结束后3日内")


class SupervisionPlan(Document):
    """督导组（检查组、督查组）工作方案."""

    key, label, template, rows = "supervision_plan", "督导组工作方案", "supervision_plan.docx", "teams"

    title: Text = labelled("标题", also=("方案名称",), example="全市安全生产暗访督导工作方案")
    issuer: Text = labelled("发文机关", example="临江市安全生产委员会办公室")
    issued_on: Day | None = labelled("成文日期", default=None, example="2026-09-30")
    start: Day = labelled("督导开始", also=("开始日期", "督导时间"), example="2026-10-01")
    end: Day = labelled("督导结束", also=("结束日期",), example="2026-10-07")
    tasks: Texts = labelled("督导任务", min_length=1, example=["督导检查节日期间安全防范责任落实情况"])
    method: Texts = labelled("督导方式", min_length=1, example=["四不两直", "随机抽查", "查阅资料"])
    contents: Texts = labelled(
        "督导内容", min_length=1, example=["值班值守和领导带班情况", "重大隐患整改和停产停工措施落实情况"]
    )
    teams: Annotated[list[Team], AsList] = labelled(
        "分组", min_length=1, also=("分组表", "督导组"),
        example=[{
            "组号": "第一组", "组长": {"姓名": "王某", "职务": "副局长", "单位": "市应急管理局"}, "成员": [{"姓名": "周某", "单位": "市消防救援支队"}],
            "联络员": {"姓名": "陈某", "电话": "0971-8230001"}, "负责地区": ["青川县", "剑阁县"], "进驻日期": "2026-10-01",
        }],
    )  # fmt: skip
    regions: Texts = labelled(
        "应督导地区", factory=list, note="全部县区，用来核对一个不漏、一个不重", example=["青川县", "剑阁县"]
    )
    enter_by: Day | None = labelled("最迟进驻日期", default=None, note="讲话里说的进驻日期")
    cooperation: Texts = labelled("配合事项", factory=list)
    handling: Texts = labelled(
        "问题处置",
        min_length=1,
        example=["现场能解决的现场处置、立行立改", "不能立即整改的现场交办，限期整改"],
    )
    reports: Annotated[list[TeamReport], AsList] = labelled(
        "反馈与报告",
        min_length=1,
        example=[{"内容": "问题清单", "时限": "当日"}, {"内容": "总报告", "时限": "督导结束后3日内"}],
    )
    discipline: Texts = labelled(
        "工作纪律", min_length=1, example=["严格遵守中央八项规定及其实施细则精神", "不得事先通知被督导单位"]
    )
    logistics: Text = labelled("经费保障", default="", also=("后勤", "经费/后勤"))
    attachments: Annotated[list[Attachment], AsList] = labelled(
        "附件",
        factory=list,
        note="问题清单、检查表、日报表",
        example=[{"名称": "问题清单"}, {"名称": "检查表"}],
    )

    @rule("start", "end")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """It ends on or after the day it starts."""
        if self.end < self.start:
            yield Wrong("end", "督导结束早于督导开始", "核对两个日期")

    @rule("teams", "regions")
    def check_cover(self, _day: date) -> Iterator[Wrong]:
        """Every county has exactly one team."""
        counts = Counter(self._full(region) for team in self.teams for region in _listed(team.regions))
        for region, count in counts.items():
            if count > 1:
                yield Wrong("teams", f"“{region}”分给了 {count} 个组", "每个县区只由一个组负责")
        wanted = [self._full(region) for region in _listed(self.regions)]
        missing = [region for region in wanted if region not in counts]
        if missing:
            yield Wrong("teams", f"没有组负责：{'、'.join(missing)}", "每个县区都要有一个组")
        extra = [region for region in counts if wanted and region not in wanted]
        if extra:
            yield Wrong("teams", f"不在应督导地区里：{'、'.join(extra)}", "核对地区名称")

    def _full(self, region: str) -> str:
        return self.office.full_name(region) if self.office else region

    @rule("teams")
    def check_people(self, _day: date) -> Iterator[Wrong]:
        """Nobody is in two teams; every team has its own number."""
        seen: dict[tuple[str, str], str] = {}
        for position, team in enumerate(self.teams):
            if team.no in [other.no for other in self.teams[:position]]:
                yield Wrong(("teams", position, "no"), f"“{team.no}”写了两次", "每组一个组号")
            for person in (team.leader, *team.deputies, *team.members):
                first = seen.setdefault((person.name, person.unit), team.no)
                if first != team.no:
                    yield Wrong(("teams", position), f"{person.full}同时在{first}和{team.no}", "只编入一个组")

    @rule("teams")
    def check_leaders(self, _day: date) -> Iterator[Wrong]:
        """A team isn't led by somebody from the county it visits."""
        for position, team in enumerate(self.teams):
            for line in team.regions:
                for region in split_units(line):
                    if _core(region) in f"{team.leader.unit}{team.leader.title}":
                        yield Wrong(
                            ("teams", position, "leader"),
                            f"组长“{team.leader.full}”来自被督导的{region}",
                            "换一个地区或组长",
                        )

    @rule("teams", "start", "end", "enter_by")
    def check_entry(self, _day: date) -> Iterator[Wrong]:
        """A team enters not later than the speech says."""
        for position, team in enumerate(self.teams):
            if self.enter_by and team.enters_on > self.enter_by:
                yield Wrong(
                    ("teams", position, "enters_on"),
                    f"{team.no}进驻日期 {team.enters_on} 晚于要求的 {self.enter_by}",
                    "提前进驻",
                )
            if not self.start <= team.enters_on <= self.end:
                yield Wrong(
                    ("teams", position, "enters_on"),
                    f"{team.no}进驻日期 {team.enters_on} 不在督导时间 {self.start} 至 {self.end} 内",
                    "核对日期",
                )

    @rule("method", level="warning")
    def check_secret(self, _day: date) -> Iterator[Wrong]:
        """A plan for secret visits isn't sent to those visited."""
        if any(word in line for line in self.method for word in ("暗访", "四不两直")):
            yield Wrong("method", "方案里有暗访或“四不两直”", "只发督导组，不发被督导县区，不批量寄送")


def _listed(lines: list[str]) -> list[str]:
    """Give the regions of several lines, 青川县、剑阁县 parted."""
    return [region for line in lines for region in split_units(line)]


def _core(region: str) -> str:
    """Give 青川 for 青川县, so that 青川应急局 is known as of there."""
    core = region[:-1] if region.endswith(("县", "区", "市", "旗")) else region
    return core if len(core) > 1 else region
