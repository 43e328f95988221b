"""部署方案: what is to be done, by whom, by when; with its 任务分解表."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from tongzhi.model import facts
from tongzhi.model.base import Part, Wrong, labelled, rule
from tongzhi.model.official import Attachment, Contact, Grounded, Official, split_units
from tongzhi.model.sections import TextSection, check_filled
from tongzhi.model.types import STANDING, AsList, Count, Day, Due, PersonName, Pick, Text, Texts, Yes, is_open
from tongzhi.papers.meeting import Goal, Leadership, Phase, check_gaps, check_overlap

TASK_TABLE = "任务分解表"


class Basis(Part):
    """A paper that the plan is drawn up by."""

    doc_title: Text = labelled(
        "文件名称", also=("名称", "标题"), example="关于全面加强危险化学品安全生产工作的意见"
    )
    doc_no: Text = labelled("文号", default="", also=("发文字号",), example="国办发〔2016〕88号")
    issuer: Text = labelled("发文机关", default="", example="国务院办公厅")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 国务院办公厅《…意见》（国办发〔2016〕88号)."""
        found = re.fullmatch(r"(?P<i>[^《]*)《(?P<t>.+)》\s*(?:[（(](?P<n>[^）)]+号)[）)])?", text)
        if found is None:
            return {"文件名称": text}
        return {"文件名称": found["t"], "文号": found["n"] or "", "发文机关": found["i"].strip()}

    @rule("doc_title")
    def check_title(self, _day: date) -> Iterator[Wrong]:
        """A basis is a named paper, not 上级文件."""
        if re.fullmatch(
            r"(?:上级|有关|相关)(?:有关|相关)?(?:文件|要求|精神|规定|部署|通知)+(?:精神|要求)?",
            self.doc_title,
        ):
            yield Wrong(
                "doc_title",
                f"起草依据“{self.doc_title}”没有写明是哪份文件",
                "写文件名称和文号；还不清楚写 待定",
            )

    @rule("doc_no", level="warning")
    def check_number(self, _day: date) -> Iterator[Wrong]:
        """A document number has 〔year〕 and ends with 号."""
        if (
            self.doc_no
            and not re.fullmatch(r".+(?:〔\d{4}〕|令第?|第)\s*\d+号", self.doc_no)
            and not is_open(self.doc_no)
        ):
            yield Wrong("doc_no", f"文号“{self.doc_no}”写法少见", "一般写成 国办发〔2016〕88号")


class Scope(Part):
    """What the campaign covers, counted where it can be."""

    line: ClassVar[str] = "对象"

    field: Text = labelled("领域", default="", also=("重点领域",), example="矿山")
    objects: Text = labelled("对象", also=("整治对象",), example="非煤矿山")
    count: Count | None = labelled("数量", default=None, ge=0, example=114)
    unit: Text = labelled("单位", default="", also=("量词",), example="家")


class Subgroup(Part):
    """A special team under the leading group."""

    line: ClassVar[str] = "名称"

    name: Text = labelled("名称", example="矿山安全专班")
    lead_unit: Text = labelled("牵头单位", default="", example="市应急管理局")
    members: Texts = labelled("成员单位", factory=list, also=("成员",))
    duties: Text = labelled("职责", default="")


Status = Literal["未启动", "推进中", "已完成", "逾期"]


class PlanTask(Grounded):
    """One row of 重点任务 and of the 任务分解表."""

    no: Count | None = labelled("序号", default=None, example=1)
    field: Text = labelled("重点领域", default="", also=("领域",), example="矿山")
    task: Text = labelled(
        "重点任务", also=("任务", "工作任务", "任务内容"), example="对尾矿库开展隐患排查，建立台账"
    )
    measures: Text = labelled(
        "工作措施", default="", also=("措施",), example="逐库“体检”，头顶库逐一落实包保责任。"
    )
    lead: Text = labelled(
        "牵头单位",
        default="",
        also=("责任部门", "牵头部门", "主责单位"),
        note="出自讲话的可空",
        example="市应急管理局",
    )
    support: Texts = labelled(
        "责任单位",
        factory=list,
        also=("配合单位", "责任（配合）单位", "责任/配合单位", "协办单位"),
        example=["市自然资源局"],
    )
    leader: Text = labelled("责任领导", default="", example="副市长李某")
    person: PersonName = labelled("责任人", default="", example="王某")
    due: Due | None = labelled(
        "完成时限",
        default=None,
        also=("时限", "完成时间", "办理时限"),
        note="出自讲话的可空",
        example="2026-11-30",
    )
    when: Text = labelled("时间要求", default="", note="讲话的原话（每半个月、9月26日前），有则印它")
    standing: Yes = labelled("长期任务", default=False, note="完成时限写 长期坚持 时这里写 是")
    deliverable: Text = labelled(
        "成果形式", default="", also=("成果", "标志", "成果/标志"), example="隐患台账"
    )
    progress: Text = labelled("进展", default="")
    status: Annotated[Status, Pick] = labelled(
        "状态", default="未启动", note="未启动、推进中、已完成 或 逾期"
    )
    supervisor: Text = labelled("督办单位", default="")
    remark: Text = labelled("备注", default="")

    @rule("lead", "due", "sources")
    def check_settled(self, _day: date) -> Iterator[Wrong]:
        """A task that was typed by hand has who leads and by when; the speech may leave both open, and so may its task list."""
        if self.sources or self.task_id:
            return
        if not self.lead:
            yield Wrong("lead", "没有填写", "如 市应急管理局；还不知道写 待定")
        if self.due is None and not self.when:
            yield Wrong("due", "没有填写", "写成日期 2026-11-30；还不知道写 待定")

    @property
    def lead_units(self) -> list[str]:
        """Give the leading units; one is right."""
        return split_units(self.lead)

    @rule("due", "standing")
    def check_standing(self, _day: date) -> Iterator[Wrong]:
        """长期坚持 is allowed only for what is marked as standing; otherwise a date is required."""
        if self.due == "长期坚持" and not self.standing:
            yield Wrong("due", "完成时限写了“长期坚持”，但没有标为长期任务", "加上 长期任务: 是，或写明日期")

    @rule("lead", level="warning")
    def check_lead(self, _day: date) -> Iterator[Wrong]:
        """Exactly one unit leads."""
        if len(self.lead_units) > 1 and not self.sources:
            yield Wrong(
                "lead", f"牵头单位有 {len(self.lead_units)} 家：{self.lead}", "只留一家牵头，其余写进责任单位"
            )

    @rule("status", "due", level="warning")
    def check_overdue(self, day: date) -> Iterator[Wrong]:
        """What is past its day is 已完成 or 逾期."""
        if isinstance(self.due, date) and self.due < day and self.status == "推进中":
            yield Wrong("status", f"完成时限 {self.due} 已过，状态还是“{self.status}”", "写 已完成 或 逾期")


class Reporting(Part):
    """What is reported, how often, to whom."""

    line: ClassVar[str] = "内容"

    what: Text = labelled("内容", also=("报送内容",), example="情况汇总表")
    frequency: Text = labelled("频次", default="", example="每月")
    due_day: Text = labelled("时间", default="", also=("报送时间", "日期", "截止"), example="25日前")
    to: Text = labelled("报送至", default="", also=("报送单位",), example="市安委会办公室")
    format: Text = labelled("方式", default="", also=("形式",), example="政务协同系统")
    contact: PersonName = labelled("联系人", default="", example="陈某 0971-8230001")

    @rule("frequency", "due_day", "to", "what")
    def check_complete(self, _day: date) -> Iterator[Wrong]:
        """A recurring report has a day and a destination."""
        if not re.match(r"每|按|一[日周月季]一", self.frequency):
            return
        if not self.due_day and not re.search(r"\d+日|周[一二三四五六日]|末", self.frequency):
            yield Wrong("due_day", f"“{self.what}”{self.frequency}报送，没有写哪一天", "如 时间: 25日前")
        if not self.to:
            yield Wrong("to", f"“{self.what}”{self.frequency}报送，没有写报给谁", "如 报送至: 市安委会办公室")

    @rule("frequency", "what", level="warning", source=facts.RELIEF)
    def check_burden(self, _day: date) -> Iterator[Wrong]:
        """Daily and weekly forms burden the lower levels."""
        if re.match(r"每[日天周]|按[日天周]|一[日周]一|日报|周报", self.frequency) or facts.frequent_report(
            self.what
        ):
            yield Wrong(
                "frequency",
                f"要求“{self.frequency or self.what}”报送",
                "一般不要求日报、周报，改为按月或办结时报",
            )


WHOLE = (
    "basis", "general_requirements", "goals", "scope", "leadership", "phases", "requirements",
)  # fmt: skip
"""What a plan without 章节 cannot do without."""


class Plan(Official):
    """部署方案（实施方案）."""

    key, label, template, rows = "plan", "部署方案", "plan.docx", "tasks"
    sampled = ("issuer", "recipients", "attachments", *WHOLE)
    is_ahead = True

    issuer: Text = labelled(
        "发文机关", default="", also=("发文单位", "制发机关"), example="临江市安全生产委员会"
    )
    title: Text = labelled(
        "方案名称",
        also=("标题", "名称"),
        note="以 实施方案、工作方案 或 行动方案 结尾",
        example="全市秋冬季安全生产大排查大整治工作方案",
    )
    cover: Yes = labelled("印发通知", default=True, note="前面加“关于印发《…》的通知”；只要方案写 否")
    cover_text: Text = labelled("印发语", default="", note="不写则为“现将《…》印发给你们，请认真贯彻执行。”")
    approved_by: Text = labelled("批准依据", default="", example="经市政府同意")
    aim: Text = labelled("开头语", default="", note="有章节时正文的第一句，如 为贯彻落实…精神，制定本方案。")
    sections: Annotated[list[TextSection], AsList] = labelled(
        "章节", factory=list, note="正文各章；写了它，总体要求至工作要求各栏都可不写"
    )
    basis: Annotated[list[Basis], AsList] = labelled(
        "起草依据", factory=list, also=("依据",),
        example=[{"文件名称": "关于开展安全生产大排查大整治的通知", "文号": "安委〔2026〕5号", "发文机关": "国务院安全生产委员会"}],
    )  # fmt: skip
    general_requirements: Text = labelled(
        "总体要求", default="", also=("指导思想", "总体要求/指导思想"),
        example="坚持人民至上、生命至上，全面排查整治各领域安全隐患，坚决防范和遏制重特大事故。",
    )  # fmt: skip
    goals: Annotated[list[Goal], AsList] = labelled(
        "工作目标",
        factory=list,
        also=("目标",),
        example=[{"指标": "较大事故起数", "基数": "去年同期3起", "目标": "同比下降"}],
    )
    principles: Texts = labelled("基本原则", factory=list)
    scope: Annotated[list[Scope], AsList] = labelled(
        "整治范围", factory=list, also=("整治范围/重点", "整治重点", "范围"),
        example=[{"领域": "矿山", "对象": "非煤矿山", "数量": 114, "单位": "家"}],
    )  # fmt: skip
    leadership: Leadership | None = labelled(
        "组织领导",
        default=None,
        example={
            "组长": [{"姓名": "张某", "职务": "副市长"}],
            "成员": [{"姓名": "王某", "单位": "市应急管理局", "职务": "局长"}],
            "办公室设在": "市应急管理局",
            "办公室主任": "王某",
        },
    )
    subgroups: Annotated[list[Subgroup], AsList] = labelled(
        "工作专班", factory=list, also=("专项小组", "工作专班/专项小组")
    )
    start: Day | None = labelled("起始日期", default=None, also=("开始日期",), note="不写则为第一阶段的开始")
    end: Day | None = labelled("截止日期", default=None, also=("结束日期",), note="不写则为最后阶段的结束")
    tasks: Annotated[list[PlanTask], AsList] = labelled(
        "重点任务", min_length=1, also=("任务", TASK_TABLE),
        example=[{
            "重点领域": "矿山", "重点任务": "对全市尾矿库开展隐患排查，建立台账", "工作措施": "逐库“体检”，头顶库逐一落实包保责任。",
            "牵头单位": "市应急管理局", "责任单位": ["市自然资源局"], "完成时限": "2026-11-30", "成果形式": "隐患台账",
        }],
    )  # fmt: skip
    phases: Annotated[list[Phase], AsList] = labelled(
        "时间步骤", factory=list, also=("实施步骤", "工作步骤"),
        example=[
            {"阶段": "动员部署", "开始": "2026-10-01", "结束": "2026-10-15", "工作内容": "逐级动员，制定细化方案。"},
            {"阶段": "自查自纠", "开始": "2026-10-16", "结束": "2026-11-15", "工作内容": "企业全面自查，部门督促整改。"},
            {"阶段": "集中整治", "开始": "2026-11-16", "结束": "2026-12-15", "工作内容": "组织检查，限期整改销号。"},
            {"阶段": "总结提升", "开始": "2026-12-16", "结束": "2026-12-31", "工作内容": "开展“回头看”，总结做法，完善制度。"},
        ],
    )  # fmt: skip
    requirements: Texts = labelled(
        "工作要求", factory=list, also=("保障措施", "保障措施/工作要求"),
        example=["加强组织领导。各级各部门主要负责同志要亲自研究、亲自部署。", "严格督查考核。对整改不力的予以通报。"],
    )  # fmt: skip
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人", factory=list, also=("联系人/电话",), note="印在印发通知里；不带印发通知的印在正文末"
    )
    reporting: Annotated[list[Reporting], AsList] = labelled("信息报送", factory=list)
    supervision: Text = labelled("督导考核", default="", example="纳入年度安全生产考核。")
    attachments: Annotated[list[Attachment], AsList] = labelled(
        "附件", factory=lambda: [Attachment(title=TASK_TABLE)], example=[{"名称": TASK_TABLE}]
    )

    @property
    def authority(self) -> str:
        """Give the words by which a higher organ has agreed."""
        return f"{self.approved_by} {self.cover_text}"

    @property
    def annexes(self) -> list[str]:
        """Give the titles of the annexes; the 任务分解表 is always one of them."""
        titles = [item.title for item in self.attachments]
        return titles if any(TASK_TABLE in title for title in titles) else [TASK_TABLE, *titles]

    @property
    def first_day(self) -> date | None:
        """Give the first day of the plan, from its dates or its first stage."""
        days = [phase.start for phase in self.phases if isinstance(phase.start, date)]
        return self.start or (self.issued_on if self._starts_at_once else min(days, default=None))

    @property
    def last_day(self) -> date | None:
        """Give the last day of the plan, from its dates or its last stage."""
        return self.end or max((p.end for p in self.phases if isinstance(p.end, date)), default=None)

    @property
    def _starts_at_once(self) -> bool:
        return any(isinstance(phase.start, str) for phase in self.phases)

    @property
    def count_by_field(self) -> list[tuple[str, int]]:
        """Give how many tasks each field has, in the order of the tasks; shown at the foot of the table."""
        counts: dict[str, int] = {}
        for task in self.tasks:
            counts[task.field or "其他"] = counts.get(task.field or "其他", 0) + 1
        return list(counts.items())

    @rule("sections")
    def check_whole(self, _day: date) -> Iterator[Wrong]:
        """A plan has its sections, or each of the usual parts."""
        yield from check_filled(self, WHOLE, sections=bool(self.sections))

    @rule("title", level="warning")
    def check_title(self, _day: date) -> Iterator[Wrong]:
        """A plan is called 实施方案, 工作方案 or 行动方案."""
        if not re.search(r"方案(?:[（(][^）)]+[）)])?$", self.title):
            yield Wrong(
                "title", f"方案名称“{self.title}”不以“方案”结尾", "写成 …实施方案、…工作方案 或 …行动方案"
            )

    @rule("leadership")
    def check_leadership(self, _day: date) -> Iterator[Wrong]:
        """Nobody stands twice in the leading group."""
        if self.leadership is None:
            return
        seen: set[str] = set()
        for person in (*self.leadership.head, *self.leadership.deputies, *self.leadership.members):
            mark = f"{person.unit}{person.title}{person.name}"
            if (
                person.name
                and mark in seen
                and not facts.is_redacted(person.name)
                and not is_open(person.name)
            ):
                yield Wrong(("leadership", "members"), f"“{person.name}”在组织领导里写了两次", "只留一处")
            seen.add(mark)

    @rule("leadership", level="warning")
    def check_members(self, _day: date) -> Iterator[Wrong]:
        """A member has unit and post; the office sits in a named unit."""
        if self.leadership is None:
            return
        for position, person in enumerate(self.leadership.members):
            if not (person.unit and person.title) and not is_open(person.name):
                yield Wrong(
                    ("leadership", "members", position),
                    f"成员“{person.full}”没有写全单位和职务",
                    "写 单位、职务、姓名",
                )
        if not self.leadership.office_at:
            yield Wrong(
                ("leadership", "office_at"), "没有写领导小组办公室设在哪里", "如 办公室设在: 市应急管理局"
            )

    @rule("start", "end", "phases")
    def check_dates(self, _day: date) -> Iterator[Wrong]:
        """Stages follow each other inside the dates of the plan."""
        if self.start and self.end and self.end < self.start:
            yield Wrong("end", "截止日期早于起始日期", "核对两个日期")
        yield from check_overlap(self.phases)
        for position, phase in enumerate(self.phases):
            if self.end and isinstance(phase.end, date) and phase.end > self.end:
                yield Wrong(
                    ("phases", position, "end"),
                    f"“{phase.name}”{phase.end} 结束，超出方案截止日期 {self.end}",
                    "改成同一天或更早",
                )
            if self.start and isinstance(phase.start, date) and phase.start < self.start:
                yield Wrong(
                    ("phases", position, "start"),
                    f"“{phase.name}”{phase.start} 开始，早于方案起始日期 {self.start}",
                    "改成同一天或更晚",
                )

    @rule("phases", level="warning")
    def check_gaps(self, _day: date) -> Iterator[Wrong]:
        """Stages follow each other without a gap."""
        yield from check_gaps(self.phases)

    @rule("tasks", "phases", "start", "end", "issued_on")
    def check_due(self, _day: date) -> Iterator[Wrong]:
        """A time limit that was written by hand lies inside the plan's dates."""
        yield from self._outside(typed=True)

    @rule("tasks", "phases", "start", "end", "issued_on", level="warning")
    def check_derived_due(self, _day: date) -> Iterator[Wrong]:
        """So does one that comes from the speech."""
        yield from self._outside(typed=False)

    def _outside(self, *, typed: bool) -> Iterator[Wrong]:
        first, last = self.first_day, self.last_day
        for position, task in enumerate(self.tasks):
            by_hand = task.origin("due").kind == "typed" and not task.sources
            if by_hand is not typed or not isinstance(task.due, date):
                continue
            if last and task.due > last:
                yield Wrong(
                    ("tasks", position, "due"),
                    f"完成时限 {task.due} 超出方案截止日期 {last}",
                    "改时限，或改时间步骤",
                )
            elif first and task.due < first:
                yield Wrong(
                    ("tasks", position, "due"),
                    f"完成时限 {task.due} 早于方案起始日期 {first}",
                    "改时限，或改时间步骤",
                )

    @rule("tasks")
    def check_numbers(self, _day: date) -> Iterator[Wrong]:
        """Numbers of the tasks run from 1 without a gap."""
        numbers = [task.no for task in self.tasks if task.no is not None]
        if numbers and numbers != list(range(1, len(self.tasks) + 1)):
            yield Wrong("tasks", "重点任务的序号不连续", "从 1 起依次编号，或都不写")

    @rule("tasks", level="warning")
    def check_repeats(self, _day: date) -> Iterator[Wrong]:
        """No task stands twice."""
        seen: dict[str, int] = {}
        for position, task in enumerate(self.tasks):
            first = seen.setdefault(facts.compact(task.task), position)
            if first != position:
                yield Wrong(
                    ("tasks", position, "task"), f"与第{first + 1}项重复：{task.task[:30]}", "合并成一项"
                )

    @rule("tasks", level="warning")
    def check_rest_days(self, _day: date) -> Iterator[Wrong]:
        """A time limit on a rest day is unusual."""
        for position, task in enumerate(self.tasks):
            if isinstance(task.due, date) and task.origin("due").kind == "typed":
                for found in facts.check_rest_day("due", "完成时限", task.due):
                    yield Wrong(("tasks", position, "due"), found.found, found.instead)

    @rule("tasks", "issued_on")
    def check_issue(self, _day: date) -> Iterator[Wrong]:
        """A time limit is not before the day of issue."""
        for position, task in enumerate(self.tasks):
            typed = task.origin("due").kind == "typed" and not task.sources
            if self.issued_on and typed and isinstance(task.due, date) and task.due < self.issued_on:
                yield Wrong(
                    ("tasks", position, "due"),
                    f"完成时限 {task.due} 早于成文日期 {self.issued_on}",
                    "核对两个日期",
                )

    @rule("attachments", level="warning")
    def check_annex(self, _day: date) -> Iterator[Wrong]:
        """The 任务分解表 is one of the annexes."""
        if not any(TASK_TABLE in item.title for item in self.attachments):
            yield Wrong("attachments", f"附件里没有{TASK_TABLE}", f"方案后会附上，附件里请补写“{TASK_TABLE}”")

    @rule("general_requirements", "tasks", "requirements", level="warning", source=facts.RELIEF)
    def check_length(self, _day: date) -> Iterator[Wrong]:
        """A paper that deploys special work has at most 4,000 characters."""
        body = len(facts.compact(self.general_requirements)) + sum(
            len(facts.compact(t)) for t in self.requirements
        )
        body += sum(len(facts.compact(point.words)) for part in self.sections for point in part.points)
        if not self.sections:  # else the tasks only say again what the sections say
            body += sum(len(facts.compact(t.task + t.measures)) for t in self.tasks)
        body += sum(len(facts.compact(p.work)) for p in self.phases)
        if body > facts.MAX_CHARACTERS:
            yield Wrong(
                "tasks",
                f"正文约 {body} 字，专项工作文件一般不超过 {facts.MAX_CHARACTERS} 字",
                "精简，或把细目移入附表",
            )

    @rule("requirements", "supervision", level="warning", source=facts.RELIEF)
    def check_burden(self, _day: date) -> Iterator[Wrong]:
        """No daily or weekly forms, no report on 贯彻落实情况 by default."""
        for text in (*self.requirements, self.supervision):
            words = facts.frequent_report(text) or facts.report_back(text)
            if words:
                yield Wrong("requirements", f"要求“{words}”", "一般不要求日报、周报和专门上报贯彻落实情况")


__all__ = ["STANDING", "TASK_TABLE", "Basis", "Plan", "PlanTask", "Reporting", "Scope", "Status", "Subgroup"]
