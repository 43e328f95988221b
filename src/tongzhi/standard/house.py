"""A house style: an office's own values laid over the standard, from 字体 and 格式 of its profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.sizes import HAO, Length, Mm, Pt

FACE_FIELDS = {
    "正文": "body",
    "仿宋": "body",
    "标题": "title",
    "小标宋": "title",
    "一级标题": "heading1",
    "黑体": "heading1",
    "二级标题": "heading2",
    "楷体": "heading2",
    "页码": "song",
    "宋体": "song",
}
"""What the profile writes under 字体 → the face of the standard it stands for."""


def _within(number: float, least: float, most: float) -> float:
    if not least <= number <= most:
        raise ValueError(number)
    return number


def _millimetres(text: str) -> Length:
    return Mm(_within(float(text.removesuffix("毫米").removesuffix("mm")), 1, 297))


def _points(text: str) -> Length:
    return (
        HAO[text]
        if text in HAO
        else Pt(_within(float(text.removesuffix("磅").removesuffix("pt")), 0.25, 200))
    )


def _whole(text: str) -> int:
    return int(_within(int(text), 0, 100))


def _count(text: str) -> int:
    return int(_within(int(text), 1, 100))


def _colour(text: str) -> str:
    colour = text.lstrip("#").upper()
    if len(colour) != 6 or int(colour, 16) < 0:
        raise ValueError(text)
    return colour


def _place(text: str) -> str:
    if text not in ("外侧", "居中"):
        raise ValueError(text)
    return text


FORMAT_FIELDS: dict[str, tuple[str, str, Callable[[str], Any], str]] = {
    "上边距": ("page", "top", _millimetres, "毫米数，如 37"),
    "左边距": ("page", "left", _millimetres, "毫米数，如 28"),
    "版心宽": ("page", "area_width", _millimetres, "毫米数，如 156"),
    "版心高": ("page", "area_height", _millimetres, "毫米数，如 225"),
    "行距": ("grid", "pitch", _points, "磅数，如 28.95"),
    "每页行数": ("grid", "lines", _count, "整数，如 22"),
    "每行字数": ("grid", "characters", _count, "整数，如 28"),
    "正文字号": ("body", "size", _points, "字号或磅数，如 三号"),
    "标题字号": ("title", "size", _points, "字号或磅数，如 二号"),
    "标题行距": ("title", "pitch", _points, "磅数，如 32"),
    "红头字号": ("head", "mark_size", _points, "字号或磅数，如 初号"),
    "红色": ("head", "red", _colour, "六位颜色值，如 FF0000"),
    "红线粗细": ("head", "rule_width", _points, "磅数，如 1.5"),
    "印章前空行": ("signature", "sealed_blank_lines", _whole, "整数，如 3"),
    "页码位置": ("page_number", "place", _place, "外侧 或 居中"),
    "页码字体": ("faces", "song", str, "字体名，如 宋体"),
    "表格字号": ("table", "size", _points, "字号或磅数，如 五号"),
}
"""What the profile writes under 格式 → group, field, reader, what to write."""


def house_standard(faces: Mapping[str, str], values: Mapping[str, Any], base: Standard = GBT9704) -> Standard:
    """Give the standard with an office's values over it.

    Args:
        faces: 字体 of the profile: 正文, 标题, 一级标题, 二级标题, 页码 → the face the office has.
        values: 格式 of the profile: 上边距 and the like → value.
        base: what they are laid over.

    Raises:
        InputError: a name that is not known or a value that cannot be read; all are told at once.
    """
    problems: list[Problem] = []
    changes: dict[str, dict[str, Any]] = {}
    for name, face in faces.items():
        if name not in FACE_FIELDS:
            problems.append(_unknown("字体", name, FACE_FIELDS))
        elif str(face).strip():
            changes.setdefault("faces", {})[FACE_FIELDS[name]] = str(face).strip()
    for name, value in values.items():
        if name not in FORMAT_FIELDS:
            problems.append(_unknown("格式", name, FORMAT_FIELDS))
            continue
        if value is None or not str(value).strip():
            continue
        group, attribute, read, hint = FORMAT_FIELDS[name]
        try:
            changes.setdefault(group, {})[attribute] = read(str(value).strip())
        except (ValueError, KeyError):
            problems.append(Problem(Place(field=f"格式 {name}"), f"写的是“{value}”", f"这里写{hint}"))
    if problems:
        raise InputError(problems)
    groups = {group: replace(getattr(base, group), **fields) for group, fields in changes.items()}
    page = groups.get("page", base.page)
    if page.left + page.area_width > page.width or page.top + page.area_height > page.height:
        raise InputError.one(
            "左边距加版心宽、上边距加版心高超出 A4 纸",
            "改小，纸宽 210 毫米、高 297 毫米",
            place=Place(field="格式"),
        )
    return replace(base, **groups)


def _unknown(group: str, name: str, known: Mapping[str, Any]) -> Problem:
    return Problem(Place(field=group), f"没有“{name}”这一项", "可写：" + "、".join(known))
