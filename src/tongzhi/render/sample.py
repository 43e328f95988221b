"""Data files to fill in: commented YAML or JSON from the model; unchanged they already give a valid paper."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tongzhi.model.base import Document
from tongzhi.model.shape import Shape, example_value, shapes
from tongzhi.render.data import to_yaml
from tongzhi.zh.calendar import is_workday

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tongzhi.papers.profile import Profile

ANCHOR = date(2026, 9, 28)
"""The Monday that the examples of the models are written for."""
WEEK = timedelta(days=7)


def sample_values(kind: type[Document], day: date) -> dict[str, Any]:
    """Give the values of a valid paper by Chinese label, with dates around `day`.

    Examples of papers about what is to come lie after `day`, those about what has happened before it.
    """
    wanted = {shape.label: example_value(shape) for shape in shapes(kind) if is_sampled(kind, shape)}
    shifted: dict[str, Any] = shift_dates(wanted, _shift_for(kind, wanted, day))
    if kind.own:  # an office's own examples stay as it wrote them
        shifted |= {shape.label: wanted[shape.label] for shape in shapes(kind) if shape.name in kind.sampled}
    return shifted


def office_values(kind: type[Document], office: Profile | None) -> dict[str, Any]:
    """Give what the office profile knows for a new paper of a type, by Chinese label."""
    if office is None:
        return {}
    labels = {shape.name: shape.label for shape in shapes(kind)}
    return {labels[name]: value for name, value in office.defaults(kind).items() if name in labels}


def is_sampled(kind: type[Document], shape: Shape) -> bool:
    """Tell whether a field stands filled in in the sample: required ones, and those the type names."""
    return shape.required or shape.name in kind.sampled


def _shift_for(kind: type[Document], values: Mapping[str, Any], day: date) -> timedelta:
    weeks, rest = divmod((day - ANCHOR).days, 7)
    if not kind.is_ahead:
        return WEEK * weeks
    first = WEEK * (weeks + bool(rest))
    tried = (first + WEEK * more for more in range(8))
    return next(
        (shift for shift in tried if all(_is_workday(day + shift) for day in _dates_in(values))), first
    )


def _is_workday(day: date) -> bool:

    return is_workday(day)


_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:（星期.）)?")
_YEAR = re.compile(r"(?<=〔)\d{4}(?=〕)")


def _dates_in(value: Any) -> list[date]:
    if isinstance(value, str):
        return [date(int(y), int(m), int(d)) for y, m, d in (*_ISO.findall(value), *_CHINESE.findall(value))]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for item in items for found in _dates_in(item)]


def shift_dates(value: Any, shift: timedelta) -> Any:
    """Give the value with every full date in it moved, weekdays and the years of document numbers with them."""
    if isinstance(value, dict):
        return {key: shift_dates(item, shift) for key, item in value.items()}
    if isinstance(value, list):
        return [shift_dates(item, shift) for item in value]
    if not isinstance(value, str):
        return value

    def iso(found: re.Match[str]) -> str:
        return (date(*map(int, found.groups())) + shift).isoformat()

    def chinese(found: re.Match[str]) -> str:
        moved = date(*map(int, found.groups())) + shift
        weekday = f"（星期{'一二三四五六日'[moved.weekday()]}）" if "星期" in found[0] else ""
        return f"{moved.year}年{moved.month}月{moved.day}日{weekday}"

    text = _CHINESE.sub(chinese, _ISO.sub(iso, value))
    return _YEAR.sub(lambda found: str(int(found[0]) + (ANCHOR + shift).year - ANCHOR.year), text)


def sample_yaml(
    kind: type[Document],
    day: date,
    values: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    left: Sequence[str] = (),
) -> bytes:
    """Give a commented YAML file to fill in.

    Args:
        kind: the document type.
        day: the day that counts as today.
        values: values to start from, by Chinese label; by default the sample.
        notes: remarks to stand above a field, by Chinese label (what is stale).
        left: what an old paper says that belongs to no field; stands at the end.
    """
    given = sample_values(kind, day) if values is None else values
    shift = _shift_for(kind, given, day) if values is None else timedelta()
    return (_lay_out(kind, given, notes or {}, to_yaml, shift) + _left_lines(left)).encode()


def _left_lines(left: Sequence[str]) -> str:
    if not left:
        return ""
    lines = [
        "",
        f"# —— {LEFT}，要用的挪到上面合适的地方 ——",
        *(f"# {line}" for text in left for line in text.splitlines()),
    ]
    return "\n".join(lines) + "\n"


LEFT = "旧文件里没有归到哪一项的话"


def _lay_out(
    kind: type[Document],
    given: Mapping[str, Any],
    notes: Mapping[str, str],
    to_yaml: Callable[[dict[str, Any]], str],
    shift: timedelta,
) -> str:
    lines = [
        f"# {kind.label}（{kind.key}）：改成自己的内容，然后 tongzhi fill {kind.key} 这个文件"
        if kind.template
        else f"# {kind.label}：改成自己的内容，存为 本单位.yaml，放在当前文件夹或个人设置文件夹",
        "# 行首有 # 的是可选项，要用就去掉 #；冒号用半角，后面空一格；还不知道的写 待定",
        *(["# ★ 下面一项取自旧文件，要核对或重填，★ 后面写着为什么"] if notes else []),
        "",
    ]
    first = [
        shape for shape in shapes(kind) if shape.label in given or shape.required or shape.label in notes
    ]
    rest = [shape for shape in shapes(kind) if shape not in first]
    for shape in first:
        lines += _given_lines(shape, given, notes.get(shape.label, ""), to_yaml)
    lines += ["", "# —— 以下可不填 ——"] if rest else []
    for shape in rest:
        lines += _optional_lines(shape, to_yaml, shift)
    return "\n".join(lines) + "\n"


def _given_lines(
    shape: Shape, given: Mapping[str, Any], note: str, to_yaml: Callable[[dict[str, Any]], str]
) -> list[str]:
    text = _how(shape)
    lines = [f"# ★ {line}" for line in note.splitlines()]
    if shape.label not in given:
        return [*lines, f"{shape.label}:  # {text}"]
    block = to_yaml({shape.label: given[shape.label]}).rstrip("\n")
    if not text or "\n" in block or len(block) > _LONG:
        return [*lines, *([f"# {shape.label}：{text}"] if text else []), block]
    return [*lines, f"{block}  # {text}"]


def _optional_lines(shape: Shape, to_yaml: Callable[[dict[str, Any]], str], shift: timedelta) -> list[str]:
    text = _how(shape)
    known = shape.example is not None or shape.record is not None
    example = shift_dates(example_value(shape), shift) if known else None
    block = to_yaml({shape.label: example}).rstrip("\n") if example else f"{shape.label}:"
    lines = [f"# {line}" for line in block.splitlines()]
    if text and "\n" not in block:
        lines[-1] += f"  # {text}"
    return lines


_LONG = 40
"""A remark stands behind its value up to this length of the line, above it beyond."""


def _how(shape: Shape) -> str:
    """Give how a field is filled in: 必填, its note or choices."""
    parts = ["必填"] if shape.required else []
    if shape.note:
        parts.append(shape.note)
    elif shape.choices:
        parts.append("、".join(shape.choices))
    elif shape.kind in ("day", "moment", "due", "yes", "count"):
        parts.append(shape.format)
    return "；".join(parts)


def sample_json(
    kind: type[Document],
    day: date,
    values: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    left: Sequence[str] = (),
) -> bytes:
    """Give a JSON file to fill in; what begins with // is a remark and is not read."""
    given = sample_values(kind, day) if values is None else values
    made: dict[str, Any] = {
        "//": f"{kind.label}：改成自己的内容，然后 tongzhi fill {kind.key} 这个文件；// 开头的是说明"
    }
    for shape in shapes(kind):
        if shape.label in (notes or {}):
            made[f"//★{shape.label}"] = (notes or {})[shape.label]
            if shape.label not in given:
                made[shape.label] = ""
                continue
        if shape.label in given:
            text = _how(shape)
            if text:
                made[f"//{shape.label}"] = text
            made[shape.label] = given[shape.label]
        else:
            made[f"//{shape.label}（可选）"] = _how(shape) or shape.format
    if left:
        made[f"//{LEFT}"] = list(left)
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
