"""Owners of tasks: as stated, from context, from the owners file, or suggested; short names resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tongzhi.extract.directory import Directory
from tongzhi.extract.fields import departments
from tongzhi.extract.lexicon import read_table
from tongzhi.model.task_slots import Owner, Span

OwnersMap = Mapping[str, Any]
"""Field or body name → responsible department, or a list of them; or a record with 牵头 and 配合."""

_LEVELS = ("国家", "省", "市", "县", "区", "镇", "乡", "街道", "本", "我市", "我县", "我区", "")


@cache
def _bodies() -> dict[str, tuple[str, ...]]:
    found = {}
    for short, full in read_table("bodies.tsv"):
        for level in _LEVELS:
            found[short.replace("~", level)] = tuple(name.replace("~", level) for name in full.split())
    return found


def full_names(text: str, owners: OwnersMap | None = None) -> tuple[str, ...]:
    """Give the full names of a body as a speech calls it, from the owners file first; none when unknown."""
    plain = text.strip()
    if owners and plain in owners:
        return _names(owners[plain])
    if plain in _bodies():
        return _bodies()[plain]
    return _bodies().get(plain.replace("“", "").replace("”", ""), ())


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        parts = [value.get(key) for key in ("牵头", "lead", "配合", "support")]
        return tuple(name for part in parts if part for name in _names(part))
    if isinstance(value, str):
        return tuple(part for part in re.split(r"[、,，;；\s]+", value) if part)
    return tuple(str(part) for part in value or ())


def stated_owner(
    text: str, start: int, owners: OwnersMap | None, directory: Directory | None = None
) -> Owner:
    """Make the owner that the sentence names, with his full name by the owners file, the office's list, or our own."""
    listed = directory.full_name(text) if directory and text not in (owners or {}) else ""
    names = (listed,) if listed else full_names(text, owners)
    return Owner(text, names, "stated", Span(start, start + len(text)))


_NOBODY = re.compile(
    r"(?:说话人|发言人|发言者|讲话人|未知|speaker|spk|参会人|嘉宾|用户)[\s_\-]*[0-9A-Za-z一二三四五六七八九十]*$",
    re.IGNORECASE,
)


def said_by(owner: Owner, speaker: str | None) -> Owner:
    """Give the owner whom 我 means in the turn of a speaker; a turn of 说话人3 names nobody."""
    if owner.text not in ("我", "我本人", "俺") or not speaker or _NOBODY.match(speaker.strip("[]【】")):
        return owner
    return replace(owner, names=(speaker,))


def context_owner(found: Owner) -> Owner:
    """Make the owner that the paragraph or heading fixes."""
    return replace(found, origin="context")


_PUBLIC = re.compile(
    r"^各级|各(?:县|区|市|乡|镇|街道|地|部门|有关部门|相关部门)|[省市县区州镇乡]|(?:局|厅|委|办|政府|党委|交警|公安|消防|海事|城管|街道|社区)$|(?:有关|相关|行业|主管|监管|职能)部门"
)
_PRIVATE = re.compile(
    r"(?:公司|集团|车间|班组|分厂|厂|矿|科|处|学院|院系|教研室|病区|护理部|项目部|[工安环生产技术设备财务人力资源采购]{2,6}部)$"
)


def is_public(owners: Iterable[Owner]) -> bool:
    """Tell whether a speech is of a government, by whom it tells to act; the map of departments is of no use elsewhere.

    安全环保部 and 车间 are told by an enterprise, which has no 水利局 to suggest.
    """
    texts = [owner.text for owner in owners]
    public = sum(bool(_PUBLIC.search(text)) for text in texts)
    return public >= sum(bool(_PRIVATE.search(text) and not _PUBLIC.search(text)) for text in texts)


_UNKNOWN_SUBJECT = re.compile(
    r"(?!由|请|对|把|将|要|凡|各|在|从|按|以|会|并|同时)[\u4e00-\u9fffA-Za-z0-9“”]{2,14}?(?:负责|牵头|会同|派员|派人|派出|安排专人)"
)


def has_unknown_subject(text: str) -> bool:
    """Tell whether somebody whom nothing tells for a body is said to act (宏运负责清运): no other may be suggested."""
    return _UNKNOWN_SUBJECT.match(text) is not None


def mapped_owners(
    field: str | None, text: str, owners: OwnersMap | None, *, suggest: bool = True
) -> list[Owner]:
    """Give who the owners file, else (with `suggest`) the map of departments, has for a field or a body in the text."""
    if owners:
        for key in (field, *sorted((key for key in owners if key in text), key=len, reverse=True)):
            if key and key in owners:
                return [Owner("", (name,), "owners-file") for name in _names(owners[key])]
    if suggest and field in (table := departments()):
        return [Owner("", (table[field][0],), "suggested")]
    return []


def has_name(owners: Sequence[Owner], unit: str) -> bool:
    """Tell whether an office is among owners by any of its names."""
    wanted = {unit, *full_names(unit)}
    return any(wanted & {owner.text, *owner.names} or _same(owner, unit) for owner in owners)


def _same(owner: Owner, unit: str) -> bool:
    names = {name for name in (owner.text, *owner.names) if len(name) >= 2}
    return any(name in unit or unit in name for name in names)
