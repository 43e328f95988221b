"""`tongzhi template`: what a user's own Word template asks for, and whether it can be filled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from tongzhi.cli.base import FILE, group, settings
from tongzhi.cli.output import fail, say, warn
from tongzhi.engine import chinese
from tongzhi.engine.filters import FILTERS
from tongzhi.engine.outline import Members
from tongzhi.engine.template import Template
from tongzhi.errors import InputError, LimitError, TemplateError
from tongzhi.layout.numbering import heading_numbers
from tongzhi.model.base import Document, label_of
from tongzhi.model.official import Official
from tongzhi.model.picture import Picture
from tongzhi.model.shape import Shape, shapes
from tongzhi.papers.index import find_type
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.render.document import context
from tongzhi.render.sample import sample_values
from tongzhi.resources import template_path


@group("template", short_help="查看、检查自己的 Word 模板")
def template_command() -> None:
    """查看自己的 Word 模板要哪些值，检查它能不能填。"""


@template_command.command(
    "vars",
    short_help="列出模板要的值",
    examples=("tongzhi template vars 我的模板.docx", "tongzhi template vars 我的模板.docx --type 通报"),
)
@click.argument("file", metavar="模板", type=FILE, required=False)
@click.option("--type", "kind", metavar="文种", help="标出这个文种没有的名称")
@click.option("--filters", is_flag=True, help="列出模板里能用的过滤器")
def vars_command(file: Path | None, kind: str | None, filters: bool) -> int:
    """列出模板里的名称：在哪些部分，用到哪些分项，能不能缺。"""
    if filters:
        _list_filters()
        return 0
    if file is None:
        raise InputError.one("缺少模板文件", "如 tongzhi template vars 我的模板.docx")
    template = _read(file)
    known = _names_of(kind) if kind else None
    fields = template.fields()
    if not fields:
        say("模板里没有要填的名称")
    for name, use in fields.items():
        notes = ["、".join(use["parts"])]
        if use["items"]:
            notes.append(f"分项：{'、'.join(use['items'])}")
        if use["optional"]:
            notes.append("可缺")
        if known is not None and name not in known:
            notes.append(f"{kind}没有这个值")
        say(f"{name}（{'；'.join(notes)}）")
    warn(template.warnings)
    return 0


@template_command.command(
    "check",
    short_help="检查模板能不能填",
    examples=("tongzhi template check 我的模板.docx", "tongzhi template check 我的模板.docx --type notice"),
)
@click.argument("file", metavar="模板", type=FILE)
@click.option("--type", "kind", metavar="文种", help="按这个文种的字段核对名称")
def check_command(file: Path, kind: str | None) -> int:
    """一次列出模板的全部问题：写法、名称、层次、运行代价、宏和外部引用。"""
    known = _names_of(kind) if kind else None
    try:
        template = _read(file)
        problems = template.check(known, printed=True, members=_members_of(kind) if kind else None)
    except (TemplateError, LimitError) as error:
        problems = error.problems
    else:
        warn(template.warnings)
    for problem in problems:
        fail(str(problem))
    if problems:
        say(f"{file.name}：有 {len(problems)} 处问题，改好再用")
        return 1
    say(f"{file.name}：可以使用")
    return 0


def _read(file: Path) -> Template:

    if str(file) == "-":
        return Template(sys.stdin.buffer.read())
    return Template(file)


def _names_of(kind: str) -> set[str]:
    """Give the names that a document of this type has: its fields and what the shipped template prints."""
    model = find_type(kind)
    names = {label_of(field, name) for name, field in model.model_fields.items()}
    if model.own:
        return names | _context_names(model)
    shipped = template_path(model.template)
    return names | (Template(shipped).variables() if shipped.is_file() else set())


def _context_names(model: type[Document]) -> set[str]:
    """Give the names that a paper of an office's own type has, besides its fields: numbers of headings, prepared pieces."""
    day = settings().day()
    try:
        return set(context(validate(model, Source(sample_values(model, day)), day).document))
    except InputError:  # a sample that breaks the office's own rules
        return set(heading_numbers())


def _members_of(kind: str) -> Members | None:
    """Give what the fields of an office's own type consist of; nothing of our types, whose pieces are prepared."""
    model = find_type(kind)
    if not model.own:
        return None
    common = Official.model_fields if issubclass(model, Official) else {}
    return Members({shape.label: _inner(shape) for shape in shapes(model) if shape.name not in common})


def _inner(shape: Shape) -> Members | None:
    if shape.record is None or issubclass(shape.record, Picture):  # a picture is printed whole
        return None
    return Members({inner.label: _inner(inner) for inner in shapes(shape.record)})


def _list_filters() -> None:

    say("公文用的过滤器，写法如 {{ 成文日期|日期 }}：")
    for name in chinese.FILTERS:
        example = _EXAMPLES.get(name)
        shown = f"  {example[0]} → {FILTERS[name](example[1])}" if example else ""
        say(f"  {name}{shown}")
    say(f"通用过滤器：{'、'.join(name for name in FILTERS if name.isascii())}")


_EXAMPLES: dict[str, tuple[str, Any]] = {
    "日期": ("2020-09-30", "2020-09-30"),
    "短日期": ("2020-09-30", "2020-09-30"),
    "中文日期": ("2020-09-30", "2020-09-30"),
    "年月": ("2020-09-30", "2020-09-30"),
    "星期": ("2020-09-30", "2020-09-30"),
    "周几": ("2020-09-30", "2020-09-30"),
    "时间": ("2020-09-30 15:30", "2020-09-30 15:30"),
    "时刻": ("2020-09-30 15:30", "2020-09-30 15:30"),
    "日期时间": ("2020-09-30 15:30", "2020-09-30 15:30"),
    "中文数字": ("213", 213),
    "中文年份": ("2020", 2020),
    "序号": ("3", 3),
    "括号序号": ("3", 3),
    "圈号": ("3", 3),
    "金额": ("1234.5", 1234.5),
    "千分位": ("1234567", 1234567),
    "大写金额": ("1234.5", 1234.5),
    "百分比": ("0.256", 0.256),
    "顿号": ("甲、乙两项的列表", ["甲", "乙"]),
    "顿号连接": ("甲、乙两项的列表", ["甲", "乙"]),
    "逗号连接": ("甲、乙两项的列表", ["甲", "乙"]),
    "分号连接": ("甲、乙两项的列表", ["甲", "乙"]),
    "书名号": ("安全生产法", "安全生产法"),
    "引号": ("五落实", "五落实"),
    "全角": ("A1", "A1"),
    "姓名": ("张三", "张三"),
    "是否": ("true", True),
}
