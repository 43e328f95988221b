"""The description of an office's own document type, read from YAML and made into a model."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import create_model

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model import types
from tongzhi.model.base import Document, Part, is_blank, labelled
from tongzhi.model.official import Official
from tongzhi.model.picture import Picture
from tongzhi.model.shape import shapes
from tongzhi.papers.named_rules import NamedRule, make_rule, read_rule

MAX_BYTES = 1_000_000
KINDS: dict[str, Any] = {
    "文字": types.Text,
    "多条文字": types.Texts,
    "单位": types.Units,
    "日期": types.Day,
    "日期时间": types.Moment,
    "时限": types.Due,
    "整数": types.Count,
    "数字": types.Amount,
    "是否": types.Yes,
    "图片": Picture,
}
"""类型 of a field → its annotation; 选一 and 分项 are made from what else is said."""
CHOICE, RECORDS = "选一", "分项"
LISTS = ("多条文字", "单位", RECORDS)


@dataclass(frozen=True, slots=True)
class FieldSheet:
    """One field: its Chinese name, English key, kind of value, and for 分项 its own fields."""

    label: str
    key: str
    kind: str
    required: bool
    example: Any
    note: str
    also: tuple[str, ...]
    choices: tuple[str, ...]
    fields: tuple[FieldSheet, ...]


@dataclass(frozen=True, slots=True)
class DescribedType:
    """A document type as described.

    `rows` is the key of the list that the rows of a roster fill, `row_key` the field by which rows are one document's.
    """

    label: str
    key: str
    also: tuple[str, ...]
    purpose: str
    is_official: bool
    rows: str
    row_key: str
    fields: tuple[FieldSheet, ...]
    rules: tuple[NamedRule, ...]


def read_sheet(path: Path) -> DescribedType:
    """Read a description.

    Raises:
        InputError: with everything that is wrong in it.
    """
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise InputError.one("文种说明太大", "一个文种一个文件，不超过 1 MB", place=Place(file=str(path)))
    try:
        text = data.decode("utf-8-sig")
        anchor = next((event for event in yaml.parse(text) if getattr(event, "anchor", None)), None)
        loaded = None if anchor else yaml.load(text, yaml.BaseLoader)  # noqa: S506  gives text only: a key may be `no`
    except UnicodeDecodeError as error:
        raise InputError.one("不是 UTF-8 文字", "另存为 UTF-8", place=Place(file=str(path))) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file=str(path), line=mark.line + 1 if mark else None)
        raise InputError.one("YAML 写法不对", "冒号用半角、后面空一格；缩进用空格", place=place) from error
    if anchor is not None:
        place = Place(file=str(path), line=anchor.start_mark.line + 1 if anchor.start_mark else None)
        raise InputError.one("不支持 YAML 锚点（& 和 *）", "把内容写全", place=place)
    reader = _SheetReader(path)
    sheet = reader.sheet(loaded)
    if reader.problems or sheet is None:
        raise InputError(reader.problems)
    return sheet


class _SheetReader:
    """Reads a description and collects what is wrong in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def wrong(self, field: str, found: str, instead: str) -> None:
        self.problems.append(Problem(Place(file=str(self.path), field=field), found, instead))

    def sheet(self, data: Any) -> DescribedType | None:
        known = ("名称", "键", "用途", "别名", "公文", "明细", "字段", "规则")
        if not self._is_mapping(data, "文种说明", known):
            return None
        label = self._text(data, "名称", "文种") or self.path.stem
        fields = self._fields(data.get("字段"), "字段")
        is_official = self._yes(data, "公文", "文种")
        names = {name: field.key for field in fields for name in (field.label, field.key)}
        inner = {
            f"{field.label}.{part.label}": f"{field.key}.{part.key}"
            for field in fields
            for part in field.fields
        }
        rules = []
        for position, text in enumerate(self._list(data.get("规则"), "规则"), 1):
            try:
                rules.append(read_rule(str(text), {**names, **inner}))
            except ValueError as error:
                self.wrong(f"规则 第{position}项", f"“{text}”{error}", "照说明写，如 先后(开始, 结束)")
        rows, row_key = self._rows(data.get("明细"), names)
        if rows and not any(field.kind == RECORDS and rows in (field.label, field.key) for field in fields):
            self.wrong("明细", f"没有名为“{rows}”的分项", "写一个类型为 分项 的字段名")
        return DescribedType(
            label, self._key(data, label, "键"), tuple(map(str, self._list(data.get("别名"), "别名"))),
            self._text(data, "用途", "文种"), is_official, names.get(rows, ""), row_key, fields, tuple(rules),
        )  # fmt: skip

    def _rows(self, given: Any, names: Mapping[str, str]) -> tuple[str, str]:
        """Give the list that the rows of a roster fill, and the field that says which rows are one document's."""
        if not isinstance(given, Mapping):
            return self._text({"明细": given}, "明细", "文种"), ""
        self._is_mapping(given, "明细", ("分项", "键"))
        key = self._text(given, "键", "明细")
        if key and key not in names:
            self.wrong("明细", f"没有名为“{key}”的字段", "键: 写这个文种的一个字段名，如 企业")
        return self._text(given, "分项", "明细"), names.get(key, "")

    def _is_mapping(self, data: Any, where: str, known: tuple[str, ...]) -> bool:
        if not isinstance(data, Mapping):
            self.wrong(where, "应是 名称: 值 的形式", f"可写：{'、'.join(known)}")
            return False
        for key in data:
            if key not in known:
                self.wrong(where, f"没有“{key}”这一项", f"可写：{'、'.join(known)}")
        return True

    def _fields(self, data: Any, where: str) -> tuple[FieldSheet, ...]:
        found = [
            field
            for position, item in enumerate(self._list(data, where), 1)
            if (field := self._field(item, f"{where} 第{position}项")) is not None
        ]
        if not found:
            self.wrong(where, "一个字段也没有", "至少写一个：- {名称: 标题, 类型: 文字, 必填: 是}")
        seen: set[str] = set()
        for field in found:
            for name in {field.label, field.key, *field.also}:
                if name in seen:
                    self.wrong(where, f"“{name}”用了两次", "每个字段的名称、键、别名都不同")
                seen.add(name)
        return tuple(found)

    def _field(self, data: Any, where: str) -> FieldSheet | None:
        known = ("名称", "键", "类型", "必填", "示例", "备注", "别名", "选项", "字段")
        if not self._is_mapping(data, where, known):
            return None
        label = self._text(data, "名称", where)
        if not label:
            self.wrong(where, "没有写名称", "名称: 标题")
            return None
        kind = self._text(data, "类型", where) or "文字"
        if kind not in (*KINDS, CHOICE, RECORDS):
            self.wrong(where, f"没有类型“{kind}”", f"写：{'、'.join((*KINDS, CHOICE, RECORDS))}")
        choices = tuple(str(item) for item in self._list(data.get("选项"), f"{where} 选项"))
        if kind == CHOICE and not choices:
            self.wrong(where, f"“{label}”没有写选项", "选项: [一般, 重大]")
        fields = self._fields(data.get("字段"), f"{where} 字段") if kind == RECORDS else ()
        return FieldSheet(
            label, self._key(data, label, where), kind, self._yes(data, "必填", where),
            data.get("示例"),
            self._text(data, "备注", where), tuple(map(str, self._list(data.get("别名"), f"{where} 别名"))), choices, fields,
        )  # fmt: skip

    def _key(self, data: Mapping[str, Any], label: str, where: str) -> str:
        key = self._text(data, "键", where) or label
        known = hasattr(Document, key) or keyword.iskeyword(key)
        if not key.isidentifier() or key.startswith("_") or known:
            self.wrong(where, f"“{key}”不能作键", "键写英文小写字母和下划线，如 title，不以下划线开头")
        return key

    def _text(self, data: Mapping[str, Any], name: str, where: str) -> str:
        value = data.get(name)
        if value is None:
            return ""
        if isinstance(value, Mapping | list):
            self.wrong(where, f"{name}应是一段文字", f"{name}: …")
            return ""
        return str(value).strip()

    def _yes(self, data: Mapping[str, Any], name: str, where: str) -> bool:
        value = self._text(data, name, where)
        if value in ("是", "true"):
            return True
        if value not in ("否", "false", ""):
            self.wrong(where, f"{name}写的是“{value}”", "写 是 或 否")
        return False

    def _list(self, data: Any, where: str) -> list[Any]:
        if is_blank(data):
            return []
        if isinstance(data, Mapping):
            self.wrong(where, "应是列表", "每项一行，行首写 “- ”")
            return []
        return data if isinstance(data, list) else [data]


def make_type(sheet: DescribedType, code: str, module: str) -> type[Document]:
    """Make the model; its rules are those named in the description.

    Args:
        sheet: the description.
        code: the name of the class.
        module: the module in which the class is found again.
    """
    base: type[Document] = Official if sheet.is_official else Document
    fields: dict[str, Any] = {field.key: _definition(field, code, module) for field in sheet.fields}
    made: Any = create_model(code, __base__=base, __module__=module, __doc__=sheet.label, **fields)
    made.key, made.label, made.rows = sheet.key, sheet.label, sheet.rows
    made.row_key = sheet.row_key
    for number, named in enumerate(sheet.rules):
        setattr(made, f"own_rule_{number}", make_rule(named, made))
    made.sampled = tuple(field.key for field in sheet.fields if _has_example(field))
    result: type[Document] = made
    return result


def _has_example(field: FieldSheet) -> bool:
    """Whether the description gives an example of a field or of anything within it."""
    return field.example is not None or any(map(_has_example, field.fields))


def part_name(kind: type[Document], code: str) -> type[Part]:
    """Give the record of a 分项 by the name of its class."""
    waiting: list[type[Part]] = [kind]
    while waiting:
        for shape in shapes(waiting.pop()):
            if shape.record is not None:
                if shape.record.__name__ == code:
                    return shape.record
                waiting.append(shape.record)
    raise AttributeError(code)


def _definition(field: FieldSheet, code: str, module: str) -> tuple[Any, Any]:
    annotation = _annotation(field, code, module)
    settings: dict[str, Any] = {"example": field.example, "also": field.also, "note": field.note}
    if field.kind in LISTS:
        more = {"min_length": 1} if field.required else {"factory": list}
        return annotation, labelled(field.label, **more, **settings)
    if field.required:
        return annotation, labelled(field.label, **settings)
    if field.kind == "文字":
        return annotation, labelled(field.label, default="", **settings)
    return annotation | None, labelled(field.label, default=None, **settings)


def _annotation(field: FieldSheet, code: str, module: str) -> Any:
    if field.kind == CHOICE:
        return Annotated[Literal[field.choices], types.Pick]
    if field.kind == RECORDS:
        name = f"{code}__{field.key}"
        inner: dict[str, Any] = {part.key: _definition(part, name, module) for part in field.fields}
        record: Any = create_model(name, __base__=Part, __module__=module, **inner)
        return Annotated[list[record], types.AsList]
    return KINDS[field.kind]
