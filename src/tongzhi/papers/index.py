"""Every document type by name; a type's module is imported only when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from tongzhi.errors import InputError
from tongzhi.model.base import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """A document type before it is imported: its key, Chinese name, module, class, further names, purpose."""

    key: str
    label: str
    module: str
    name: str
    also: tuple[str, ...] = ()
    purpose: str = ""


ENTRIES: tuple[Entry, ...] = (
    Entry("meeting", "会议信息", "meeting", "Meeting", ("会议",), "一次会议的基本情况，draft 由它出全套文件"),
    Entry("notice", "会议通知", "notice", "Notice", ("通知",), "召开会议的通知，附参会回执"),
    Entry(
        "notice_change", "会议变更通知", "notice_change", "NoticeChange",
        ("改期通知", "变更通知", "取消通知", "补充通知", "会议改期通知"), "会议改期、变更、取消或补充",
    ),
    Entry("rsvp", "参会回执", "rsvp", "Rsvp", ("回执",), "各单位报来的参会人员"),
    Entry("leave_request", "会议请假报备单", "rsvp", "LeaveRequest", ("请假报备单", "请假单"), "参会人员请假审批报备"),
    Entry(
        "plan", "部署方案", "plan", "Plan", ("工作部署方案", "实施方案", "工作方案", "行动方案", "方案"),
        "工作部署（实施）方案，附任务分解表",
    ),
    Entry("rectification", "整改清单", "rectification", "Rectification", ("隐患整改清单", "整改台账", "隐患清单"), "隐患整改清单，横排"),
    Entry("circular", "通报", "circular", "Circular", (), "事故、督查、值班抽查、到会、交办五种通报"),
    Entry("minutes", "会议纪要", "minutes", "Minutes", ("纪要",), "会议纪要，议定事项列明责任和时限"),
)  # fmt: skip
"""The papers in the order of the work."""

PROFILE = Entry(
    "profile", "本单位", "profile", "Profile", ("本单位配置", "单位配置"), "本单位的固定信息，设一次"
)


def find_entry(name: str) -> Entry:
    """Find a type by its English key or one of its Chinese names.

    Raises:
        InputError: there is none; the nearest name is told.
    """
    wanted = name.strip()
    for entry in (*ENTRIES, PROFILE):
        if wanted.casefold() == entry.key or wanted == entry.label or wanted in entry.also:
            return entry
    from tongzhi.read.validate import nearest

    known = {known: entry for entry in ENTRIES for known in (entry.key, entry.label, *entry.also)}
    near = nearest(wanted, known)
    hint = f"是不是 {known[near].key}（{known[near].label}）？" if near else ""
    raise InputError.one(f"没有文种“{name}”", f"{hint}tongzhi types 可看全部文种")


def load(entry: Entry) -> type[Document]:
    """Import the module of a type and give its model."""
    package = "tongzhi.model" if entry is PROFILE else "tongzhi.papers"
    found = getattr(import_module(f"{package}.{entry.module}"), entry.name)
    assert isinstance(found, type)
    assert issubclass(found, Document)
    return found


def find_type(name: str) -> type[Document]:
    """Give the model of a document type by its English key or Chinese name.

    Raises:
        InputError: there is none; the nearest name is told.
    """
    return load(find_entry(name))
