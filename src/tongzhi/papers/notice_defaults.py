"""What follows from the name of a meeting, who comes, and the office profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from tongzhi.model import facts
from tongzhi.model.base import is_blank
from tongzhi.model.official import Contact
from tongzhi.model.origins import split_origin
from tongzhi.papers.notice_parts import Attendees
from tongzhi.patterns import compile_later

_PERSONS = compile_later(
    r"(?:主要|分管|有关)?(?:负责人|负责同志|领导|同志)+.*$|(?:党政)?(?:正职|副职).*$|[、及]?有关(?:同志|人员).*$"
)


def derive_values(values: Mapping[str, Any], office: Any) -> dict[str, Any]:
    """Give title, cause, agenda, addressees, reply channel and leave rule for the fields still empty, by English name.

    Args:
        values: what is known, by English name.
        office: the office profile.
    """
    name = str(split_origin(values.get("meeting_name"))[0] or "").strip()
    derived: dict[str, Any] = {}
    if not name:
        return derived
    matter = re.sub(r"(?:专题|紧急|动员|部署|推进|视频|电视电话|工作)*(?:会议?|例会)$", "", name)
    matter = f"{matter}工作" if matter and not matter.endswith("工作") else matter
    derived["title"] = {"值": f"关于召开{name}的通知", "出处": "推算", "依据": "会议名称"}
    if matter:
        derived["purpose"] = {
            "值": f"为研究部署{matter}，决定召开{name}。",
            "出处": "建议",
            "依据": "会议名称",
        }
        item = {"值": f"研究部署{matter}", "出处": "建议", "依据": "会议名称"}
        derived["agenda"] = [{"事项": item}]
    contact = values.get("contact") or office.contact_values()
    if values.get("rsvp_due") and contact:
        if channel := _channel(contact):
            derived["rsvp_to"] = {"值": channel, "出处": "推算", "依据": "联系人"}
        derived["attachments"] = {"值": [{"名称": "参会回执"}], "出处": "推算", "依据": "回执截止"}
    groups = _groups(values.get("attendees"))
    addressed = [unit for unit in (_PERSONS.sub("", group).strip("、，") for group in groups) if unit]
    if facts.is_commission(str(split_origin(values.get("issuer"))[0] or "")):
        # 议事协调机构 give no orders to lower governments, but to their commissions
        addressed = [re.sub(r"(?:人民)?政府$", "安全生产委员会", unit) for unit in addressed]
    if addressed:
        derived["recipients"] = {"值": list(dict.fromkeys(addressed)), "出处": "建议", "依据": "参会人员"}
    if any("主要负责" in group or "主要领导" in group for group in groups):
        leave = {"审批人": {"值": "本次会议主持领导", "出处": "建议", "依据": "惯例"}, "允许替会": "否"}
        issuer = split_origin(values.get("issuer"))[0]
        derived["leave_rule"] = {**leave, **({"报备单位": issuer} if issuer else {})}
    return {name: value for name, value in derived.items() if is_blank(values.get(name))}


def _channel(contact: Any) -> str:
    first = contact[0] if isinstance(contact, list) else contact
    if isinstance(first, Mapping):
        try:
            person = Contact.model_validate(first)
        except ValidationError:
            return ""  # half of it is typed; what is wrong with it is told at its own field
        return f"{person.name}，{person.phone}"
    return str(first)


def _groups(value: Any) -> list[str]:
    value, _ = split_origin(value)
    rows = (
        value
        if isinstance(value, list)
        else re.split(r"[\n；;]", value)
        if isinstance(value, str)
        else [value]
    )
    groups = []
    for row in rows:
        if isinstance(row, str):
            groups.append(row.strip())
        elif isinstance(row, Mapping):
            try:
                groups.append(Attendees.model_validate(row).words)
            except ValueError:
                continue
    return groups
