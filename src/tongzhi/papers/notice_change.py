"""会议变更通知: postponed, changed, called off, or something added; made from the data of the old notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from tongzhi.model.base import Part, Wrong, field_names, is_blank, label_of, labelled, rule
from tongzhi.model.facts import check_rest_day, say_day
from tongzhi.model.official import Contact, Official
from tongzhi.model.origins import split_origin
from tongzhi.model.types import AsList, Day, Pick, Text, Texts, is_open, read_moment
from tongzhi.papers.notice import Notice

ChangeKind = Literal["改期", "变更", "取消", "补充"]

CHANGEABLE = (
    "start", "main_venue", "form", "attendees", "branch_attendees", "agenda", "sign_in", "duration", "rsvp_due", "rsvp_to",
    "leave_rule", "materials", "speakers", "chair", "contact", "meeting_name",
)  # fmt: skip
"""Fields of a notice whose change is told, in the order in which it is told."""
_KEPT = (
    "issuer",
    "joint_issuers",
    "recipients",
    "cc",
    "contact",
    "carrier",
    "urgency",
    "telegram",
    "printer",
    "secrecy",
    "copy_no",
)


class NoticeChangeItem(Part):
    """One item: what it was, what it is now."""

    item: Text = labelled("事项", example="会议时间")
    old: Text = labelled("原定", default="", example="2026年9月30日（星期三）上午9:00")
    new: Text = labelled("改为", example="2026年10月9日（星期五）上午9:00")


class NoticeChange(Official):
    """会议变更通知（改期、变更、取消、补充）."""

    key, label, template, rows = "notice_change", "会议变更通知", "notice_change.docx", "changes"
    sampled = ("issuer", "recipients", "old_doc_no", "reason", "changes", "others")
    is_ahead = True

    kind: Annotated[ChangeKind, Pick] = labelled(
        "类型", also=("变更类型", "种类"), note="改期、变更、取消 或 补充", example="改期"
    )
    title: Text = labelled(
        "标题", default="", note="不写则自动拟定", example="关于全市安全生产工作会议改期的通知"
    )
    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    old_title: Text = labelled("原通知标题", also=("原标题",), example="关于召开全市安全生产工作会议的通知")
    old_doc_no: Text = labelled("原发文字号", default="", also=("原文号",), example="临安办发〔2026〕12号")
    old_date: Day | None = labelled("原成文日期", default=None, example="2026-09-25")
    meeting_start: Text = labelled("原会议时间", default="", example="2026-09-30 09:00")
    reason: Text = labelled("原因", default="", also=("变更原因",), example="因工作安排调整")
    changes: Annotated[list[NoticeChangeItem], AsList] = labelled(
        "变更事项", factory=list, also=("变更", "补充事项"),
        example=[{"事项": "会议时间", "原定": "2026年9月30日（星期三）上午9:00", "改为": "2026年10月9日（星期五）上午9:00"}],
    )  # fmt: skip
    others: Texts = labelled("其他事项", factory=list, also=("补充内容",), example=["其他事项按原通知执行"])
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人", min_length=1, also=("联系人/电话",), example=[{"姓名": "陈某", "电话": "0971-8230001"}]
    )

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Draw up the title from kind and meeting where none is given."""
        names = field_names(cls)
        given = {
            names.get(key, key): split_origin(value)[0] for key, value in data.items() if not is_blank(value)
        }
        if "title" in given or "meeting_name" not in given or "kind" not in given:
            return data
        name, kind = given["meeting_name"], given["kind"]
        title = {
            "改期": f"关于{name}改期的通知",
            "取消": f"关于取消{name}的通知",
            "补充": f"关于召开{name}的补充通知",
        }.get(str(kind), f"关于调整{name}有关安排的通知")
        kept = {key: value for key, value in data.items() if names.get(key) != "title"}
        return {**kept, "title": {"值": title, "出处": "推算", "依据": "类型和会议名称"}}

    @classmethod
    def adopt(cls, values: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Turn the data of a notice, with the new values beside it, into a change notice."""
        own, old = field_names(cls), field_names(Notice)
        if any(own.get(key) in ("changes", "kind", "old_title") for key in values):
            return None
        if not any(old.get(key) in ("start", "main_venue", "agenda", "attendees") for key in values):
            return None
        return change_notice(values, changes)

    @rule("kind", "changes", "others")
    def check_changes(self, _day: date) -> Iterator[Wrong]:
        """Something is changed, unless the meeting is called off."""
        if self.kind in ("改期", "变更") and not self.changes:
            yield Wrong(
                "changes",
                f"{self.kind}通知没有写变更事项",
                "写 事项、原定、改为；或用 --set 会议时间=… 给出新的值",
            )
        if self.kind == "补充" and not (self.changes or self.others):
            yield Wrong("others", "补充通知没有写补充的内容", "写 变更事项 或 其他事项")

    @rule("changes")
    def check_same(self, _day: date) -> Iterator[Wrong]:
        """What is changed is not what it was."""
        for position, change in enumerate(self.changes):
            if change.new == change.old:
                yield Wrong(
                    ("changes", position, "new"),
                    f"{change.item}的“改为”与“原定”相同",
                    "写新的安排，或删去这一项",
                )

    @rule("changes", "issued_on", level="warning")
    def check_new_time(self, day: date) -> Iterator[Wrong]:
        """The new time lies ahead, on a workday."""
        for position, change in enumerate(self.changes):
            if "时间" not in change.item or is_open(change.new):
                continue
            try:
                moment = read_moment(change.new)
            except ValueError:
                continue
            yield from check_rest_day("changes", "新的会议时间", moment)
            if moment.date() < (self.issued_on or day):
                yield Wrong(
                    ("changes", position, "new"), f"新的会议时间 {moment:%Y-%m-%d} 已过", "核对年月日"
                )

    @rule("doc_no", "old_doc_no", level="warning")
    def check_old_number(self, _day: date) -> Iterator[Wrong]:
        """The old paper is quoted by its number."""
        if not self.old_doc_no:
            yield Wrong("old_doc_no", "没有写原发文字号", "原通知有文号的要引用")
        elif self.old_doc_no == self.doc_no:
            yield Wrong("doc_no", "发文字号与原通知相同", "用新的文号")


def change_notice(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Give the data of a change notice.

    Args:
        old: the data of the notice that was sent out.
        new: what is different now, by the names of the notice's fields (会议时间, 地点 …) or of this type's own.
    """
    names, own = field_names(Notice), field_names(NoticeChange)
    was = {
        str(names.get(key, key)): split_origin(value)[0] for key, value in old.items() if not is_blank(value)
    }
    values: dict[str, Any] = {name: was[name] for name in _KEPT if name in was}
    values["meeting_name"] = was.get("meeting_name")
    values["old_title"] = was.get("title")
    values["old_doc_no"] = was.get("doc_no")
    values["old_date"] = was.get("issued_on")
    values["meeting_start"] = say_value(was.get("start"))
    changes = []
    for key, value in new.items():
        name = names.get(key)
        if name in CHANGEABLE and own.get(key) not in ("kind", "changes"):
            label = label_of(Notice.model_fields[str(name)])
            changes.append({"事项": label, "原定": say_value(was.get(str(name))), "改为": say_value(value)})
        else:
            values[str(own.get(key, key))] = value
    if changes:
        changes.sort(key=lambda change: _place_of(change["事项"]))
        values["changes"] = changes
    if "kind" not in values:
        values["kind"] = _kind(changes)
    return {name: value for name, value in values.items() if not is_blank(value)}


def _kind(changes: list[dict[str, str]]) -> ChangeKind:
    if any(change["事项"] == "会议时间" for change in changes):
        return "改期"
    return "变更" if any(change["原定"] for change in changes) else "补充"


def _place_of(label: str) -> int:
    labels = [label_of(Notice.model_fields[name]) for name in CHANGEABLE]
    return labels.index(label) if label in labels else len(labels)


def say_value(value: Any) -> str:
    """Give a value as it is said in a sentence; a date with a time gets weekday and 上午 or 下午."""
    value, _ = split_origin(value)
    if is_blank(value):
        return ""
    if isinstance(value, list):
        return "；".join(say_value(item) for item in value)
    if isinstance(value, Mapping):
        return "".join(say_value(item) for item in value.values())
    if isinstance(value, str) and not is_open(value):
        try:
            value = read_moment(value)
        except ValueError:
            return str(value)
    if isinstance(value, datetime):
        return say_moment(value)
    return str(value)


def say_moment(moment: datetime) -> str:
    """Give a moment as papers print it: 2026年9月30日（星期三）上午9:00."""
    half = (
        "上午"
        if moment.hour < 12
        else "中午"
        if moment.hour == 12 and moment.minute == 0
        else "下午"
        if moment.hour < 18
        else "晚上"
    )
    hour = moment.hour if moment.hour <= 12 else moment.hour - 12
    return f"{moment.year}年{say_day(moment)}{half}{hour}:{moment.minute:02d}"
