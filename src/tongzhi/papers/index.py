"""Every document type by name; a type's module is imported only when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tongzhi.errors import InputError
from tongzhi.model.base import Document
from tongzhi.zh.nearest import nearest


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A document type before it is imported: its key, Chinese name, module, class, further names, purpose."""

    key: str
    label: str
    module: str
    name: str
    also: tuple[str, ...] = ()
    purpose: str = ""
    path: Path | None = None
    """The description of a type that the office has made itself, in a folder 文种."""


ENTRIES: tuple[TypeEntry, ...] = (
    TypeEntry("meeting", "会议信息", "meeting", "Meeting", ("会议",), "一次会议的基本情况，draft 由它出全套文件"),
    TypeEntry("notice", "会议通知", "notice", "Notice", ("通知",), "召开会议的通知，附参会回执"),
    TypeEntry(
        "notice_change", "会议变更通知", "notice_change", "NoticeChange",
        ("改期通知", "变更通知", "取消通知", "补充通知", "会议改期通知"), "会议改期、变更、取消或补充",
    ),
    TypeEntry("rsvp", "参会回执", "rsvp", "Rsvp", ("回执",), "各单位报来的参会人员"),
    TypeEntry("leave_request", "会议请假报备单", "rsvp", "LeaveRequest", ("请假报备单", "请假单"), "参会人员请假审批报备"),
    TypeEntry(
        "plan", "部署方案", "plan", "Plan", ("工作部署方案", "实施方案", "工作方案", "行动方案", "方案"),
        "工作部署（实施）方案，附任务分解表",
    ),
    TypeEntry("rectification", "整改清单", "rectification", "Rectification", ("隐患整改清单", "整改台账", "隐患清单"), "隐患整改清单，横排"),
    TypeEntry("circular", "通报", "circular", "Circular", (), "事故、督查、值班抽查、到会、交办五种通报"),
    TypeEntry("minutes", "会议纪要", "minutes", "Minutes", ("纪要",), "会议纪要，议定事项列明责任和时限"),
    TypeEntry("host_script", "会议主持词", "host_script", "HostScript", ("主持词",), "按议程生成主持词"),
    TypeEntry("handbook", "会议手册", "handbook", "Handbook", ("手册",), "议程、名单、座位、纪律合成一册"),
    TypeEntry("handover", "督办单", "handover", "Handover", ("交办单", "提示单", "催办单", "现场交办单"), "提示、交办、督办、催办，一事一单"),
    TypeEntry(
        "supervision_plan", "督导组工作方案", "supervision_plan", "SupervisionPlan", ("督查组工作方案", "检查组工作方案", "督导方案"),
        "督导分组、纪律和报告，每个县区正好一个组",
    ),
    TypeEntry("duty_roster", "值班安排表", "duty_roster", "DutyRoster", ("值班表", "带班值班安排表"), "带班值班安排，一天不漏"),
    TypeEntry("spot_check", "值班抽查记录表", "spot_check", "SpotCheck", ("抽查记录表", "值班抽查表"), "带班值班抽查记录"),
    TypeEntry("leave_record", "请假备案台账", "leave_record", "LeaveRecord", ("请假台账",), "领导干部请假备案，怎么联系、多久返岗"),
    TypeEntry("visit_log", "领导带队检查台账", "visit_log", "VisitLog", ("领导检查台账",), "领导到企业、现场检查的记录"),
    TypeEntry("field_matrix", "领域责任分工表", "field_matrix", "FieldMatrix", ("领导分工表",), "分管领导、牵头部门与领域，每个领域一家牵头"),
    TypeEntry("checklist", "安全检查表", "checklist", "Checklist", ("检查表", "企业自查表", "属地检查表", "行业检查表"), "企业自查、属地检查、行业逐级检查"),
    TypeEntry("stop_notice", "停产停工停用通知单", "stop_notice", "StopNotice", ("停产通知单", "停产停业通知单"), "重大隐患一时整改不了的，停产停工停用"),
    TypeEntry("rectify_order", "隐患整改通知书", "rectify_order", "RectifyOrder", ("整改通知书", "责令整改通知书"), "执法部门责令限期整改"),
    TypeEntry("listing_notice", "挂牌督办通知书", "listing_notice", "ListingNotice", ("挂牌督办", "重大隐患挂牌督办通知书"), "重大隐患挂牌督办"),
    TypeEntry(
        "hazard_request", "隐患治理申请审批表", "hazard_request", "HazardRequest", ("延期申请", "验收申请", "摘牌审批", "销号审批"),
        "延期、验收、摘牌、销号的申请和审批",
    ),
    TypeEntry("clue_transfer", "问题线索移交单", "clue_transfer", "ClueTransfer", ("举报线索移交单", "线索移交单"), "问题、举报线索移交有权部门"),
    TypeEntry("talk_notice", "约谈通知", "talk_notice", "TalkNotice", ("警示函", "约谈"), "约谈被督办单位，或发警示函"),
    TypeEntry("liaison_list", "联络员表", "liaison_list", "LiaisonList", ("联络员名单",), "各单位联络员和电话"),
    TypeEntry("statistics_table", "情况汇总表", "statistics_table", "StatisticsTable", ("汇总表", "统计表"), "各地排查整治数字，合计自动复算"),
    TypeEntry("progress_circular", "进展通报", "progress_circular", "ProgressCircular", ("任务进展通报",), "各单位任务落实进展和排名"),
    TypeEntry("incident_report", "事故信息报送单", "incident_report", "IncidentReport", ("信息报送单", "突发事件信息报送单"), "初报、续报、终报"),
    TypeEntry("event_approval", "活动安全审批表", "event_approval", "EventApproval", ("活动审批表",), "谁批准谁负责、谁主办谁负责"),
    TypeEntry(
        "implementation_report", "贯彻落实情况报告", "implementation_report", "ImplementationReport", ("落实情况报告",),
        "县区向上级报告贯彻落实情况",
    ),
    TypeEntry("responsibility_letter", "安全生产责任书", "responsibility_letter", "ResponsibilityLetter", ("责任书", "责任状"), "确有依据才签"),
)  # fmt: skip
"""The papers in the order of the work."""

PROFILE = TypeEntry(
    "profile", "本单位", "profile", "Profile", ("本单位配置", "单位配置"), "本单位的固定信息，设一次"
)


def find_entry(name: str) -> TypeEntry:
    """Find a type by its English key or one of its Chinese names.

    Raises:
        InputError: there is none; the nearest name is told.
    """
    wanted = name.strip()
    for entry in (*ENTRIES, PROFILE):
        if wanted.casefold() == entry.key or wanted == entry.label or wanted in entry.also:
            return entry
    from tongzhi.papers.own import find_own

    own = find_own(wanted)
    if own is not None:
        return own
    known = {known: entry for entry in ENTRIES for known in (entry.key, entry.label, *entry.also)}
    near = nearest(wanted, known)
    hint = f"是不是 {known[near].key}（{known[near].label}）？" if near else ""
    raise InputError.one(f"没有文种“{name}”", f"{hint}tongzhi types 可看全部文种")


def load(entry: TypeEntry) -> type[Document]:
    """Import the module of a type, or read the office's own description of one, and give its model."""
    if entry.path is not None:
        from tongzhi.papers.own import read_type

        return read_type(entry.path)
    found = getattr(import_module(f"tongzhi.papers.{entry.module}"), entry.name)
    assert isinstance(found, type)
    assert issubclass(found, Document)
    return found


def find_type(name: str) -> type[Document]:
    """Give the model of a document type by its English key or Chinese name.

    Raises:
        InputError: there is none; the nearest name is told.
    """
    return load(find_entry(name))


def find_paper(name: str) -> type[Document]:
    """Give the model of a type that a paper can be made of, which the office profile is not.

    Raises:
        InputError: there is none, or it is the profile.
    """
    entry = find_entry(name)
    if entry is PROFILE:
        raise InputError.one(
            "“本单位”是配置，不是公文", "放在当前文件夹或用 --profile 写明；文种看 tongzhi types"
        )
    return load(entry)
