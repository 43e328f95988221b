"""`tongzhi types`: the document types and their fields."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import command
from tongzhi.cli.output import say, warn
from tongzhi.errors import InputError
from tongzhi.model.shape import Shape, schema_of, shapes
from tongzhi.papers.index import ENTRIES, PROFILE, find_type
from tongzhi.papers.own import list_own

if TYPE_CHECKING:
    from tongzhi.model.base import Document, Part


@command(
    "types",
    short_help="列出文种；列出一种的全部字段",
    examples=("tongzhi types", "tongzhi types notice", "tongzhi types 会议通知 --schema"),
)
@click.argument("kind", metavar="[文种]", required=False)
@click.option("--schema", is_flag=True, help="打印这个文种的 JSON Schema")
def types_command(kind: str | None, schema: bool) -> int:
    """列出全部文种；写明一种就列出它的字段：名称、英文名、是否必填、格式、例子。"""
    if kind is None:
        if schema:
            raise InputError.one("--schema 要写明文种", "如 tongzhi types notice --schema")
        _list_types()
        return 0
    found = find_type(kind)
    if schema:
        say(json.dumps(schema_of(found), ensure_ascii=False, indent=2))
        return 0
    _list_fields(found)
    return 0


def _list_types() -> None:

    say("文种（英文名、中文名都能用）：")
    for entry in (*ENTRIES, PROFILE):
        say(f"  {entry.key:<23}{_pad(entry.label, 20)}{entry.purpose}")
    own, faults = list_own()
    if own:
        say("本单位自己的文种：")
    for entry in own:
        say(f"  {entry.key:<23}{_pad(entry.label, 20)}{entry.purpose}")
    warn(faults)
    say("看一种的字段：tongzhi types notice；生成填写文件：tongzhi new notice -o 通知.yaml")


def _list_fields(kind: type[Document]) -> None:

    say(f"{kind.label}（{kind.key}）的字段：＊ 必填；缩进的是分项")
    say(f"  {_pad('字段', 22)}{_pad('英文名', 22)}{_pad('格式', 34)}例子")
    shown: set[type[Part]] = set()
    for shape in shapes(kind):
        _row(shape, 0)
        if shape.record is not None and shape.record not in shown:
            shown.add(shape.record)
            _list_parts(shape.record, 1, shown)
    required = getattr(kind, "required_words", None)
    if required is not None:
        say("按种类必填：")
        for word, labels in required().items():
            say(f"  {word}：{labels}")


def _list_parts(record: type[Part], depth: int, shown: set[type[Part]]) -> None:

    for shape in shapes(record):
        _row(shape, depth)
        if shape.record is not None and shape.record not in shown:
            shown.add(shape.record)
            _list_parts(shape.record, depth + 1, shown)


def _row(shape: object, depth: int) -> None:

    assert isinstance(shape, Shape)
    name = f"{'  ' * depth}{'＊' if shape.required else ''}{shape.label}"
    example = shape.example if isinstance(shape.example, str) else ""
    if isinstance(shape.example, list) and all(isinstance(item, str) for item in shape.example):
        example = "；".join(shape.example)
    note = f"（{shape.note}）" if shape.note else ""
    say(f"  {_pad(name, 22)}{_pad(shape.name, 22)}{_pad(shape.format, 34)}{example[:40]}{note}".rstrip())


def _pad(text: str, width: int) -> str:
    """Fill up to a width in columns; a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)
    return text + " " * max(1, width - taken)
