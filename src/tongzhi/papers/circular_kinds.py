"""The five kinds of 通报: an accident, an inspection, a duty check, attendance, tasks handed to one county.

Each is a small model with its own fields, needs and rules over what all of them share; `Circular` in `papers.circular`
is the type that a data file names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal

from tongzhi.model import facts
from tongzhi.model.base import Wrong, labelled, rule
from tongzhi.model.official import Attachment, Contact, Official, Person
from tongzhi.model.types import (
    Amount,
    AsList,
    Count,
    Day,
    Due,
    MomentOrOpen,
    Pick,
    Text,
    Texts,
    Units,
)
from tongzhi.papers.circular_parts import (
    Assignment,
    Attendance,
    Casualties,
    Demand,
    DutyPost,
    FoundProblem,
    Rectify,
    ReportBack,
)

Kind = Literal["事故", "督查", "值班抽查", "到会", "交办"]
REGULATION = "生产安全事故报告和调查处理条例"


def _method() -> Any:
    return labelled(
        "方式", default="", also=("督查方式", "抽查方式", "检查方式"), example="四不两直、查阅资料、现场抽查"
    )


class AnyCircular(Official):
    """What every 通报 has: who issues it to whom, its opening, its demands, its ends."""

    word: ClassVar[Kind]
    needs: ClassVar[tuple[str, ...]] = ()
    """English names of the fields that this kind cannot do without."""

    replaced: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Field of `needs` → the field that may stand for it, and how the need is said."""

    hints: ClassVar[tuple[str, ...]] = ()
    """Fields by which the kind is known when nobody says it."""

    behind: ClassVar[tuple[str, ...]] = ()
    """Fields that stand last, in this order: a type of several kinds shows those of their bases where they are printed."""

    kind: Annotated[Kind, Pick] = labelled(
        "种类",
        also=("通报种类", "类型"),
        note="事故、督查、值班抽查、到会 或 交办，决定哪些字段必填",
        example="督查",
    )
    issuer: Text = labelled(
        "发文机关", default="", also=("发文单位", "制发机关"), example="临江市安全生产委员会办公室"
    )
    title: Text = labelled(
        "标题", default="", note="不写则按种类自动拟定", example="关于青川县安全生产督查情况的通报"
    )
    approved_by: Text = labelled("批准依据", default="", example="经市政府同意")
    county: Text = labelled(
        "县区", default="", also=("县（市、区）", "所属县区", "地区", "县市区", "区县"), example="青川县"
    )
    opening: Text = labelled("开头语", default="", note="不写则自动拟定")
    closing: Text = labelled("结语", default="", note="联系人前的一段")
    demands: Annotated[list[Demand], AsList] = labelled(
        "工作要求", factory=list, also=("要求",), example=[{"内容": "立即开展同类企业隐患排查"}]
    )
    report_back: ReportBack | None = labelled("报送要求", default=None, also=("反馈要求",))
    contact: Annotated[list[Contact], AsList] = labelled("联系人", factory=list, also=("联系人/电话",))
    county_leader: Person | None = labelled("县区负责人", default=None, also=("县区领导",))
    attachments: Annotated[list[Attachment], AsList] = labelled(
        "附件", factory=list, example=[{"名称": "问题清单"}]
    )
    recipients: Units = labelled(
        "主送机关",
        factory=list,
        also=("主送",),
        note="不写则由县区和发文机关推出",
        example=["青川县安全生产委员会"],
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **more: Any) -> None:
        """Put the fields in the order of the paper, before the schema is made of them."""
        super().__pydantic_init_subclass__(**more)
        fields = cls.__pydantic_fields__
        for name in cls.behind:
            fields[name] = fields.pop(name)

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Give the title that the fields settle, by English name."""
        raise NotImplementedError

    @property
    def authority(self) -> str:
        """Give the words by which a higher organ has agreed."""
        return f"{self.approved_by} {self.opening}"

    @rule("issuer", "title", level="warning")
    def check_issuer_given(self, _day: date) -> Iterator[Wrong]:
        """Somebody issues the paper."""
        if not self.issuer:
            yield Wrong("issuer", "没有写发文机关", "写进数据文件，或在本单位.yaml 设一次")

    @rule("problems", "items", "posts")
    def check_numbers(self, _day: date) -> Iterator[Wrong]:
        """Row numbers run from 1 without a gap."""
        for name in ("problems", "items"):
            rows = getattr(self, name, ())
            numbers = [row.no for row in rows if row.no is not None]
            if numbers and len(set(numbers)) != len(numbers):
                yield Wrong(name, "序号有重复", "从 1 起依次编号，或都不写")

    @rule("report_back", "demands", level="warning", source=facts.RELIEF)
    def check_burden(self, _day: date) -> Iterator[Wrong]:
        """No daily or weekly reports, no report on 贯彻落实情况 by default."""
        for text in (
            *(demand.text for demand in self.demands),
            self.report_back.what if self.report_back else "",
        ):
            words = facts.frequent_report(text) or facts.report_back(text)
            if words:
                yield Wrong("demands", f"要求“{words}”", "一般不要求日报、周报和专门上报贯彻落实情况")


class AccidentCircular(AnyCircular):
    """事故通报."""

    word: ClassVar[Kind] = "事故"
    needs: ClassVar[tuple[str, ...]] = (
        "entity", "occurred_at", "place", "course", "casualties", "cause", "exposed", "demands", "recipients",
    )  # fmt: skip
    hints: ClassVar[tuple[str, ...]] = ("entity", "occurred_at", "casualties")

    entity: Text = labelled("事故单位", default="", example="某化工有限公司")
    occurred_at: MomentOrOpen | None = labelled(
        "发生时间", default=None, also=("事发时间",), example="2026-09-20 14:35"
    )
    place: Text = labelled("地点", default="", also=("事发地点", "发生地点"), example="青川县某镇工业园区")
    course: Text = labelled(
        "简要经过", default="", also=("事故经过", "经过"), example="检修作业时管线内残液泄漏起火。"
    )
    casualties: Casualties | None = labelled(
        "伤亡", default=None, also=("伤亡情况", "伤亡人数"), example={"死亡": 1, "失联": 0, "受伤": 2}
    )
    loss: Amount | None = labelled(
        "直接经济损失", default=None, also=("直接经济损失（万元）",), ge=0, note="万元"
    )
    grade: Annotated[Literal["一般", "较大", "重大", "特别重大"] | None, Pick] = labelled(
        "初步等级", default=None, note="不写则按伤亡和损失算出"
    )
    cause: Text = labelled(
        "初步原因",
        default="",
        note="写明 初步 或 待调查",
        example="初步分析为作业前未有效隔离，具体原因待调查。",
    )
    instructions: Text = labelled("领导批示", default="", note="逐字引用或不写")
    exposed: Texts = labelled(
        "暴露问题", factory=list, also=("暴露出的问题",), example=["动火作业审批走形式，现场无人监护"]
    )

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Name the unit that had the accident."""
        return f"关于{given.get('entity', '')}事故情况的通报"

    @property
    def computed_grade(self) -> str:
        """Give the provisional grade by the dead, the seriously injured and the loss."""
        if self.casualties is None:
            return ""
        return facts.accident_grade(self.casualties.dead, self.casualties.serious, float(self.loss or 0))

    @property
    def grade_with_missing(self) -> str:
        """Give the provisional grade if the missing were dead."""
        if self.casualties is None:
            return ""
        dead = self.casualties.dead + self.casualties.missing
        return facts.accident_grade(dead, self.casualties.serious, float(self.loss or 0))

    @rule("casualties", "grade", "loss", source=f"{REGULATION} 第三条")
    def check_grade(self, _day: date) -> Iterator[Wrong]:
        """The grade agrees with the casualties."""
        allowed = {self.computed_grade, self.grade_with_missing}
        if self.kind == "事故" and self.casualties and self.grade and self.grade not in allowed:
            yield Wrong(
                "grade",
                f"初步等级“{self.grade}”与伤亡不符（{self.casualties.words}）",
                f"应为 {self.computed_grade}",
            )

    @rule("cause", level="warning", source=f"{REGULATION} 第三十二条")
    def check_cause(self, _day: date) -> Iterator[Wrong]:
        """No cause is stated as fact before the investigation."""
        if self.kind == "事故" and self.cause and not re.search(r"初步|待|正在|调查|疑|可能", self.cause):
            yield Wrong("cause", "初步原因写成了定论", "写明 初步分析 或 具体原因待调查")

    @rule("course", "exposed", "cause", level="warning", source=f"{REGULATION} 第三十二条")
    def check_liability(self, _day: date) -> Iterator[Wrong]:
        """No liability before the investigation; the names of victims are not printed."""
        if self.kind != "事故":
            return
        for name, text in (
            ("course", self.course),
            ("cause", self.cause),
            ("exposed", "；".join(self.exposed)),
        ):
            found = re.search(
                r"(?:负|承担)(?:主要|全部|直接|领导|次要)?责任|是一起(?:生产安全)?责任事故", text
            )
            if found:
                yield Wrong(name, f"调查结论之前写了责任认定“{found[0]}”", "删去，或注明以调查报告为准")
            victim = re.search(
                r"(?:死者|遇难者|伤者|死亡人员)[：:为是]?([一-鿿]{2,3})(?=[，,、（(\s]|系|男|女)", text
            )
            if victim and not facts.is_redacted(victim[1]):
                yield Wrong(name, f"印出了伤亡人员姓名“{victim[1]}”", "改为 1名作业人员 或 李某")

    @rule("occurred_at", "issued_on")
    def check_accident_day(self, day: date) -> Iterator[Wrong]:
        """An accident lies in the past and before the circular."""
        if not isinstance(self.occurred_at, datetime):
            return
        if self.occurred_at.date() > (self.issued_on or day):
            yield Wrong(
                "occurred_at",
                f"发生时间 {self.occurred_at:%Y-%m-%d %H:%M} 晚于{'成文日期' if self.issued_on else '今天'}",
                "核对年月日",
            )


class ProblemCircular(AnyCircular):
    """A circular that lists problems to be put right, with their limits."""

    problems: Annotated[list[FoundProblem], AsList] = labelled(
        "存在问题", factory=list, also=("问题", "问题清单", "问题隐患", "隐患", "主要问题"),
        example=[{"单位": "青川县某化工有限公司", "问题": "可燃气体报警器未按期校验", "依据": "《安全生产法》第三十六条", "严重程度": "一般",
                  "整改要求": "立即校验，建立台账", "整改时限": "2026-10-30"}],
    )  # fmt: skip
    rectify: Rectify | None = labelled(
        "整改要求",
        default=None,
        example={"单位": "青川县安全生产委员会", "时限": "2026-10-30", "报送至": "市安委会办公室"},
    )
    due: Due | None = labelled(
        "整改时限",
        default=None,
        also=("整改期限", "时限"),
        note="各问题没有单写时限时用它",
        example="2026-10-30",
    )

    def due_of(self, problem: FoundProblem) -> date | str | None:
        """Give the time limit of a problem: its own, else that of the whole paper."""
        return problem.due or self.due or (self.rectify.due if self.rectify else None)

    @rule("problems", "rectify", "due")
    def check_problem_dues(self, _day: date) -> Iterator[Wrong]:
        """Each problem has a time limit, its own or the common one, not before the day of issue."""
        for position, problem in enumerate(self.problems):
            due = self.due_of(problem)
            if due is None and self.kind == "督查":
                yield Wrong(
                    ("problems", position, "due"),
                    "没有整改时限",
                    "写 整改时限，或在整改要求里写统一时限；还不知道写 待定",
                )
            if (
                isinstance(due, date)
                and self.issued_on
                and due < self.issued_on
                and problem.origin("due").kind == "typed"
            ):
                yield Wrong(
                    ("problems", position, "due"),
                    f"整改时限 {due} 早于成文日期 {self.issued_on}",
                    "核对两个日期",
                )

    @rule("problems", level="warning")
    def check_repeats(self, _day: date) -> Iterator[Wrong]:
        """No problem of one unit stands twice."""
        seen: dict[str, int] = {}
        for position, item in enumerate(self.problems):
            first = seen.setdefault(facts.compact(f"{item.unit}|{item.place}|{item.problem}"), position)
            if first != position:
                yield Wrong(("problems", position, "problem"), f"与第{first + 1}项重复", "合并成一项")


class InspectionCircular(ProblemCircular):
    """督查通报."""

    word: ClassVar[Kind] = "督查"
    needs: ClassVar[tuple[str, ...]] = (
        "inspected_on",
        "team",
        "method",
        "targets",
        "overview",
        "problems",
        "rectify",
    )
    replaced: ClassVar[Mapping[str, tuple[str, str]]] = {"rectify": ("due", "整改要求（或整改时限）")}
    hints: ClassVar[tuple[str, ...]] = ("inspected_on", "team", "targets", "overview")

    inspected_on: Text = labelled(
        "督查时间", default="", also=("督导时间", "检查时间"), example="2026年9月21日"
    )
    team: Text = labelled("督查组", default="", also=("督导组", "检查组"), example="市安委会第三督查组")
    method: Text = _method()
    targets: Text = labelled(
        "对象及数量", default="", also=("督查对象", "对象", "检查对象"), example="6个乡镇、18家企业"
    )
    overview: Text = labelled("总体情况", default="", example="总体平稳，但部分企业主体责任落实不到位。")
    achievements: Text = labelled("做法成效", default="", also=("主要做法", "做法"))
    handling: Text = labelled("处理意见", default="")

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Name the county that was inspected."""
        return f"关于{given.get('county', '')}安全生产督查情况的通报"

    @rule("problems", "handling", level="warning")
    def check_named_units(self, _day: date) -> Iterator[Wrong]:
        """Every unit that the handling names stands in the list of problems."""
        if self.kind != "督查" or not self.handling or not self.problems or self.office is None:
            return
        listed = {item.unit for item in self.problems}
        for unit in self.office.units:
            if unit.name in self.handling and unit.name not in listed and unit.short not in listed:
                yield Wrong(
                    "handling", f"处理意见里的“{unit.name}”不在问题清单里", "补进问题清单，或从处理意见里删去"
                )


class DutyCheckCircular(AnyCircular):
    """值班抽查通报."""

    word: ClassVar[Kind] = "值班抽查"
    needs: ClassVar[tuple[str, ...]] = ("checked_on", "method", "checked", "normal", "unanswered", "demands")
    hints: ClassVar[tuple[str, ...]] = ("checked_on", "checked", "posts")

    method: Text = _method()
    checked_on: Text = labelled("抽查时间", default="", example="2026年9月26日20时至22时")
    checked: Count | None = labelled("抽查单位数", default=None, also=("抽查数",), ge=0, example=20)
    normal: Count | None = labelled("正常", default=None, also=("正常单位数", "在岗"), ge=0, example=18)
    unanswered: Count | None = labelled(
        "不在岗", default=None, also=("不在岗/未接", "未接", "不在岗单位数"), ge=0, example=2
    )
    posts: Annotated[list[DutyPost], AsList] = labelled("问题单位", factory=list)

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Name the county that was called."""
        return f"关于{given.get('county', '')}值班抽查情况的通报"

    @rule("checked", "normal", "unanswered")
    def check_duty_sum(self, _day: date) -> Iterator[Wrong]:
        """抽查单位数 = 正常 + 不在岗."""
        if self.checked is None or self.normal is None or self.unanswered is None:
            return
        if self.checked != self.normal + self.unanswered:
            yield Wrong(
                "checked",
                f"抽查单位数 {self.checked} ≠ 正常 {self.normal} + 不在岗 {self.unanswered}",
                "核对三个数",
            )

    @rule("posts", "unanswered", level="warning")
    def check_posts(self, _day: date) -> Iterator[Wrong]:
        """The units named are as many as were not reached."""
        if self.posts and self.unanswered is not None and len(self.posts) != self.unanswered:
            yield Wrong("posts", f"不在岗 {self.unanswered} 家，问题单位列了 {len(self.posts)} 家", "核对")


class AttendanceCircular(AnyCircular):
    """到会通报."""

    word: ClassVar[Kind] = "到会"
    needs: ClassVar[tuple[str, ...]] = ("meeting_name", "attendance")
    hints: ClassVar[tuple[str, ...]] = ("attendance",)

    meeting_name: Text = labelled("会议名称", default="", example="全市安全生产工作会议")
    meeting_day: Day | None = labelled("会议日期", default=None, also=("会议时间",), example="2026-09-30")
    attendance: Annotated[list[Attendance], AsList] = labelled("到会情况", factory=list, also=("签到情况",))

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Name the meeting."""
        return f"关于{given.get('meeting_name') or given.get('source_kind') or ''}到会情况的通报"


class AssignmentCircular(ProblemCircular):
    """交办通报."""

    word: ClassVar[Kind] = "交办"
    needs: ClassVar[tuple[str, ...]] = ("county", "items")
    replaced: ClassVar[Mapping[str, tuple[str, str]]] = {
        "items": ("problems", "交办事项（或存在问题）"),
        "county": ("recipients", "县区（或主送机关）"),
    }
    hints: ClassVar[tuple[str, ...]] = ("items", "source_kind", "problems")

    source_kind: Text = labelled(
        "交办来源", default="", also=("来源", "来源会议"), example="全市安全生产工作会议"
    )
    items: Annotated[list[Assignment], AsList] = labelled(
        "交办事项", factory=list, also=("交办任务", "任务清单", "事项")
    )

    @classmethod
    def make_title(cls, given: Mapping[str, Any]) -> str:
        """Name the county, and the meeting whose tasks it is handed."""
        county, meeting = given.get("county", ""), given.get("meeting_name") or given.get("source_kind") or ""
        if "problems" in given and "items" not in given:
            return f"关于交办{county}安全生产问题的通报"
        return f"关于交办{county}{f'落实{meeting}' if meeting else '安全生产'}任务的通报"

    @rule("items", "issued_on")
    def check_item_dues(self, _day: date) -> Iterator[Wrong]:
        """A matter is not due before the day of issue."""
        for position, item in enumerate(self.items):
            typed = item.origin("due").kind == "typed" and not item.sources
            if typed and isinstance(item.due, date) and self.issued_on and item.due < self.issued_on:
                yield Wrong(
                    ("items", position, "due"),
                    f"办理时限 {item.due} 早于成文日期 {self.issued_on}",
                    "核对两个日期",
                )

    @rule("items", "problems", level="warning")
    def check_open_dues(self, _day: date) -> Iterator[Wrong]:
        """What is handed over has a time limit."""
        if self.kind != "交办":
            return
        for name in ("items", "problems"):
            for position, item in enumerate(getattr(self, name)):
                due = item.due if name == "items" else self.due_of(item)
                if due is None and not item.sources:
                    yield Wrong((name, position, "due"), "没有写时限", "写明时限；还不知道写 待定")
