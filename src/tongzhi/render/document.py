"""A validated model becomes a Word document: its values printed, its computed pieces prepared, its template filled."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.layout.numbering import heading_numbers
from tongzhi.layout.official import official_values
from tongzhi.model.official import Official
from tongzhi.render.values import Printer
from tongzhi.resources import template_path
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.standard.heads import HeadKind
from tongzhi.standard.house import house_standard

if TYPE_CHECKING:
    from types import ModuleType

    from tongzhi.engine.template import Template
    from tongzhi.errors import Problem
    from tongzhi.layout.small_form import SmallForm
    from tongzhi.model.base import Document

CARRIER_ENDINGS = {"信函": "-letter", "电报": "-telegram"}
"""公文载体 → what the name of its template ends with."""


def render(
    document: Document,
    template: Path | None = None,
    head: HeadKind = "套红",
    lenient: bool = False,
    standard: Standard | None = None,
) -> bytes:
    """Give the finished .docx.

    Args:
        document: the validated model.
        template: a Word template of the user's own; by default the shipped one of type and carrier.
        head: print the red head, keep its places blank for pre-printed paper, or have none.
        lenient: drop characters that Word cannot hold instead of stopping.
        standard: the standard, or a house style over it, for which shipped templates are remade; by default that
            of the office the paper belongs to.

    Raises:
        TemplateError: the template cannot be filled.
        InputError: a value holds characters that Word cannot hold.
    """
    standard = standard or standard_of(document)
    values = context(document, head=head, lenient=lenient, standard=standard)
    template = template or type(document).own
    engine = _own_template(template) if template else _shipped_template(template_name(document), standard)
    made = engine.render(values, lenient=lenient)
    assert made is not None
    return made


def template_notes(document: Document, template: Path | None = None) -> list[Problem]:
    """Give what should be known of the user's own template that a paper is filled into, if there is one."""
    template = template or type(document).own
    return _own_template(template).warnings if template else []


def standard_of(document: Document) -> Standard:
    """Give the house style of the office the paper belongs to, else the standard itself.

    Raises:
        InputError: 字体 or 格式 of the office profile cannot be read.
    """
    office = document.office
    if office is None:
        return GBT9704
    office.need("format", "faces")
    if not (office.faces or office.format):
        return GBT9704
    return house_standard(office.faces, office.format)


def template_name(document: Document) -> str:
    """Give the name of the shipped template: by type, and by carrier where that has its own head."""
    return _template_of(type(document).template, document.carrier if isinstance(document, Official) else "")


@cache
def _template_of(name: str, carrier: str) -> str:
    stem, _, ending = name.partition(".")
    other = f"{stem}{CARRIER_ENDINGS.get(carrier, '')}.{ending}"
    return other if template_path(other).is_file() else name


def context(
    document: Document,
    *,
    head: HeadKind = "套红",
    lenient: bool = False,
    standard: Standard | None = None,
    wanted: frozenset[str] | None = None,
) -> dict[str, Any]:
    """Give everything a template may ask for: printed values by Chinese label, and the prepared pieces.

    Args:
        document: the paper.
        head: print the red head, keep its places blank, or have none.
        lenient: drop characters that Word cannot hold instead of stopping.
        standard: the standard, or a house style over it; by default that of the paper's office.
        wanted: the names a template asks for, if known: prepared pieces are left out when it asks for none of them.

    Raises:
        InputError: a value holds characters that Word cannot hold.
    """
    standard = standard or standard_of(document)
    printer = Printer(lenient=lenient, as_given=document.by_name)
    values = printer.print_part(document)
    printer.finish()
    if document.by_name:
        return values
    values |= heading_numbers()
    values["文档标题"] = str(getattr(document, "title", "") or type(document).label).replace("\n", "")
    kind = type(document)
    if wanted is not None and kind in _prepared_names and wanted.isdisjoint(_prepared_names[kind]):
        return values
    names: set[str] = set()
    if isinstance(document, Official):
        pieces = official_values(document, values, head, standard)
        names.update(pieces)
        values |= pieces
    recipe = None if kind.own else _recipe_of(kind.template)
    prepare = getattr(recipe, "prepare", None)
    if prepare is not None:
        pieces = prepare(document, values, standard)
        names.update(pieces)
        values |= pieces
    if wanted is not None:
        _prepared_names[kind] = _prepared_names.get(kind, frozenset()) | names
    return values


_prepared_names: dict[type[Document], frozenset[str]] = {}
"""The names of the pieces that are prepared for papers of a type, as far as they have been seen."""


@cache
def _recipe_of(template: str) -> ModuleType | SmallForm | None:
    name = template.partition(".")[0].replace("-", "_")
    module = f"tongzhi.layout.recipes.{name}"
    if find_spec(module):
        return import_module(module)
    from tongzhi.layout.small_forms import FORMS

    return FORMS.get(name)


def _shipped_template(name: str, standard: Standard) -> Template:
    # a house style is hashed only when there is one: hashing all its numbers costs more than filling in a paper
    return _shipped(name) if standard is GBT9704 or standard == GBT9704 else _remade(name, standard)


@cache
def _shipped(name: str) -> Template:
    from tongzhi.engine.template import Template

    return Template(template_path(name))


@cache
def _remade(name: str, standard: Standard) -> Template:
    from tongzhi.engine.template import Template
    from tongzhi.layout.make import make_template

    return Template(make_template(name, standard))


def _own_template(path: Path) -> Template:
    return _read_template(path, path.stat().st_mtime_ns if path.is_file() else 0)


@cache
def _read_template(path: Path, _changed: int) -> Template:
    from tongzhi.engine.template import Template

    return Template(path)
