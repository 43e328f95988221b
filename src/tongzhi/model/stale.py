"""What in the data of an old paper is likely out of date: days, years, ordinals, names, posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tongzhi.model.base import Part
from tongzhi.model.origins import split_origin
from tongzhi.model.shape import Shape, shapes
from tongzhi.zh.old_names import find_old_names

_DAY = re.compile(
    r"(?:(\d{4})\s*[年.\-/]\s*)?(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?(?:[（(](?:星期|周).[）)])?"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=年|〕|\]|-|度)|[二两]〇[〇一二三四五六七八九]{2}(?=年)")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+(?:次|届|期|季度|批|轮|号|场)|[一二三四]季度|[上下]半年"
)
_POST = re.compile(
    r"(?:常务)?副?(?:省|市|县|区|州|旗|镇|乡)长|(?:副)?书记|副?局长|副?主任|副?主席|副?总经理|董事长|副?处长|副?科长|秘书长|副?校长|副?院长"
)
_NAMED = (
    "姓名",
    "联系人",
    "责任人",
    "填报人",
    "负责人",
    "组长",
    "办公室主任",
    "联络员",
    "技术联系人",
    "记录人",
    "核稿",
    "签发",
    "拟稿",
)
_POSTS = ("职务", "包保领导", "责任领导")


def find_stale(kind: type[Part], values: Mapping[str, Any], day: date) -> dict[str, list[str]]:
    """Give, by Chinese label of the top-level field, what must be looked at again.

    Args:
        kind: the document type.
        values: its values by Chinese label.
        day: the day that counts as today; later days are not stale.
    """
    known = {shape.label: shape for shape in shapes(kind)}
    notes: dict[str, list[str]] = {}
    for label, value in values.items():
        found = list(dict.fromkeys(_stale(value, known.get(label), label, day)))
        if found:
            notes[label] = found
    return notes


def blank_past(
    kind: type[Part], values: Mapping[str, Any], day: date
) -> tuple[dict[str, Any], dict[str, str]]:
    """Take out days that are past, so that nobody sends last year's; gives the rest, and the days by Chinese label.

    Of a paper about what is to come every day before `day` is past; of others (minutes, circulars) those of a year before.
    """
    ahead = bool(getattr(kind, "is_ahead", False))
    known = {shape.label: shape for shape in shapes(kind)}
    kept: dict[str, Any] = {}
    gone: dict[str, str] = {}
    for label, value in values.items():
        bare, _ = split_origin(value)
        shape = known.get(label)
        found = (
            re.match(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2})?$", str(bare))
            if shape and shape.kind in _DAYS
            else None
        )
        past = False
        if found:
            past = _is_before(found, day) if ahead else int(found[1]) < day.year
        if past:
            gone[label] = str(bare)
        else:
            kept[label] = value
    return kept, gone


_DAYS = ("day", "moment", "due", "text")


def _is_before(found: re.Match[str], day: date) -> bool:
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) < day
    except ValueError:
        return False


def _stale(value: Any, shape: Shape | None, label: str, day: date) -> Iterator[str]:
    value, _ = split_origin(value)
    if isinstance(value, list):
        for item in value:
            yield from _stale(item, shape, label, day)
    elif isinstance(value, Mapping):
        inner = {part.label: part for part in shapes(shape.record)} if shape and shape.record else {}
        for key, item in value.items():
            yield from _stale(item, inner.get(str(key)), str(key), day)
    elif value is not None:
        yield from _stale_text(str(value), label, day)


REASONS = {
    "日期": "已过", "年份": "是往年", "届次": "核对这次是第几", "文号": "是旧的，用新文号", "姓名": "核对是否还是他", "职务": "核对是否变动", "机构": "核对",
}  # fmt: skip
"""Kind of what is stale → why it must be looked at."""


def explain(found: list[str]) -> str:
    """Give what is stale in a field with the reasons: 日期 2025-09-30（已过）、届次 第三次（核对这次是第几）."""
    said = []
    for kind in dict.fromkeys(one.split(" ")[0] for one in found):
        own = [one.removeprefix(f"{kind} ") for one in found if one.split(" ")[0] == kind]
        reason = REASONS.get(kind, "")
        said.append(f"{kind} {'、'.join(own)}" + (f"（{reason}）" if reason else ""))
    return "；".join(said)


def _stale_text(text: str, label: str, day: date) -> Iterator[str]:
    if label in _NAMED and not re.search(r"\d{4}", text):
        yield f"姓名 {text}"
    if label in _POSTS:
        yield f"职务 {text}"
    if label in ("电话", "手机", "联系电话", "联系方式"):
        return
    for found in _DAY.finditer(text):
        if _is_past(found, day):
            yield f"日期 {found[0].strip()}"
    for found in _YEAR.finditer(text):
        if not found[1] or int(found[1]) < day.year:
            yield f"年份 {found[0]}"
    for found in _ORDINAL.finditer(text):
        yield f"届次 {found[0]}"
    for old, new in find_old_names(text):
        yield f"机构 {old} 现称 {new}"
    if re.search(r"〔\d{4}〕\d+号", text):
        yield f"文号 {text}" if label == "发文字号" else "文号"
    if label not in _POSTS:
        for found in _POST.finditer(text):
            yield f"职务 {found[0]}"


def _is_past(found: re.Match[str], day: date) -> bool:
    try:
        if found[1] is None:
            if "月" not in found[0]:
                return False
            date(day.year, int(found[2]), int(found[3]))
            return True
        return date(int(found[1]), int(found[2]), int(found[3])) < day
    except ValueError:
        return False
