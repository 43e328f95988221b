"""Filling somebody's own template without a document type: the names of the template are what the data must have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.cli.base import settings
from tongzhi.cli.office import load_office
from tongzhi.cli.output import warn
from tongzhi.engine.template import Template
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import field_names
from tongzhi.papers.asked import make_asked, need_asked, take_asked
from tongzhi.read.sources import read_source
from tongzhi.read.validate import assemble, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tongzhi.model.base import Document
    from tongzhi.papers.asked import AskedPaper

NO_DATA_ENDINGS = (".docx", ".dotx")


def type_of_template(template: Path) -> type[AskedPaper]:
    """Give the type that a template makes by what it asks for.

    Raises:
        TemplateError: the template cannot be used, or asks for nothing.
    """
    read = Template(template)
    read.refuse_untagged()
    return make_asked({name: use["optional"] for name, use in read.fields().items()}, template)


def settle_kind(kind: str | None, data: Path | None, template: Path | None, what: str) -> tuple[str, Path]:
    """Give type and data file of a command line that may leave out the type: then its only word is the data file.

    Raises:
        InputError: a word is missing.
    """
    if data is not None and kind is not None:
        return kind, data
    if kind is None or template is None:
        example = "tongzhi fill notice 通知.yaml" if what == "数据文件" else "tongzhi batch 通报 名册.xlsx"
        raise InputError.one(
            f"缺少{what}", f"如 {example.removeprefix('tongzhi ')}；不写文种要用 --template 给出自己的模板"
        )
    return "", Path(kind)


def read_asked(template: Path, data: Path, assigned: Mapping[str, Any]) -> Document:
    """Read the data of one paper for a template without a type; what is wrong or not used is told.

    Raises:
        InputError: the file cannot be read, or lacks what the template asks for.
    """
    kind, office = type_of_template(template), load_office()
    if data.suffix.lower() in NO_DATA_ENDINGS:
        raise InputError.one(
            f"{data.name} 不是数据文件",
            "不写文种时，数据写成 .yaml、.json 或 .xlsx",
            place=Place(file=str(data)),
        )
    source = read_source(data, kind)
    known, spare = take_asked(kind, source.values)
    over, unknown = take_asked(kind, assigned)
    if unknown:
        raise InputError.one(f"模板里没有“{unknown[0]}”（--set）", f"模板里有：{'、'.join(kind.asked[:8])}")
    names = field_names(kind)
    defaults = office.defaults(kind) if office else {}
    given = {names.get(key, key) for key in (*known, *over, *defaults)}
    need_asked(kind, given, spare, Place(file=source.name or None), "一项")
    tell_spare(spare, source.name)
    checked = validate(
        kind, assemble(kind, replace(source, values=known), office, over=over), settings().day(), office
    )
    warn(checked.warnings)
    return checked.document


def tell_spare(spare: Iterable[str], file: str) -> None:
    """Say which names of the data the template does not print."""
    names = list(spare)
    if names:
        more = f"等 {len(names)} 项" if len(names) > _SHOWN else ""
        found = f"模板里没有{'、'.join(f'“{name}”' for name in names[:_SHOWN])}{more}，没有印出"
        warn([Problem(Place(file=file or None), found, "要印就在模板里写 {{ 名称 }}")])


_SHOWN = 6
