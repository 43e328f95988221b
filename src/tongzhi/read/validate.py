"""Values and a type into a model, or one error that names every wrong field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import (
    Document,
    Part,
    Path,
    check_rules,
    field_names,
    is_blank,
    joined_texts,
    label_of,
    texts_of,
)
from tongzhi.model.facts import left_over, may_be_unsettled, redaction, secrecy_mark
from tongzhi.model.official import split_units
from tongzhi.model.origins import split_origin
from tongzhi.model.shape import adapter_of
from tongzhi.model.types import dates_from, is_open, read_texts
from tongzhi.read.data import UNCHECKED, Source
from tongzhi.read.register import number_paper
from tongzhi.zh.nearest import nearest

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

_P = TypeVar("_P", bound=Document)


@dataclass(frozen=True, slots=True)
class Checked(Generic[_P]):
    """A model whose fields and rules hold, and the warnings that were found."""

    document: _P
    warnings: list[Problem]


def assemble(
    kind: type[Document],
    source: Source,
    office: Profile | None = None,
    *,
    over: Mapping[str, Any] | None = None,
    under: Mapping[str, Any] | None = None,
    day: date | None = None,
    ahead: int = 0,
) -> Source:
    """Lay everything known about one paper over each other and add what follows from it.

    Precedence: `over` (`--set`), the source (the data file, or a row), `under` (`--common`), the profile.

    Args:
        kind: the document type.
        source: the values of the data file or row.
        office: the office profile.
        over: values that win over the source.
        under: values that lie under it.
        day: the day that counts as today; its year numbers a paper whose 发文字号 is 自动.
        ahead: how many papers of one run come before it; so many numbers are passed over.
    """
    over, under = over or {}, under or {}
    problems = (*source.problems, *_doubled(kind, source))
    adopted = kind.adopt(source.values, over)
    layers = (over, source.values) if adopted is None else (adopted,)
    defaults = office.defaults(kind) if office is not None else {}
    merged = layered(kind, *layers, under, defaults)
    merged = layered(kind, merged, kind.complete(merged, office))
    if office is not None and day is not None:
        number_paper(merged, office, day, ahead)
    names = field_names(kind)
    given = frozenset(names.get(key, key) for key, value in over.items() if value not in (None, ""))
    return replace(source.with_values(merged, names), problems=problems, over=given)


def validate(kind: type[_P], source: Source, day: date, office: Profile | None = None) -> Checked[_P]:
    """Make the model of a paper.

    Args:
        kind: the document type.
        source: the values, with the line of each.
        day: the day that counts as today.
        office: the office profile, for rules that look into the address list, rooms and limits.

    Raises:
        InputError: with one problem for every wrong, missing, unknown or contradictory field.
    """
    values = dict(source.values)
    silenced = read_texts(values.pop(UNCHECKED, None) or [])
    source = replace(source, values=values)
    doubled = [*source.problems, *_doubled(kind, source), *_secret(kind, source, office)]
    try:
        with dates_from(day) as reading:
            document = kind.model_validate(source.values)
    except ValidationError as error:
        problems = doubled + [
            problem_of(kind, source, dict(found)) for found in error.errors(include_url=False)
        ]
        problems += _rules_of_the_rest(kind, source, error, day, office)
        raise InputError(_distinct(problems)) from error
    document.belong_to(office)
    document.silence(silenced)
    errors, warnings = list(doubled), list[Problem]()
    for mark, path, found in check_rules(document, day):
        problem = Problem(
            place_of(kind, source, path), found.found, found.instead, found.source or mark.source
        )
        (errors if mark.level == "error" else warnings).append(problem)
    if errors:
        raise InputError(_distinct(errors))
    warnings += [
        Problem(
            Place(file=source.name or None),
            f"“{words}”没有写全，按{taken.year}年{taken.month}月{taken.day}日算",
            "不是这一天的，写全年月日",
        )
        for words, taken in reading.assumed
    ]
    warnings += [replace(each, place=replace(each.place, file=source.name or None)) for each in source.notes]
    warnings += [*_unsettled(kind, source, document), *_strangers(kind, source, document, office)]
    return Checked(document, _distinct(warnings))


def _secret(kind: type[Part], source: Source, office: Profile | None) -> Iterator[Problem]:
    """Stop at data headed 秘密★ or 机密★, unless the profile allows this machine."""
    if office is not None and office.secret_machine:
        return
    for key, value in source.values.items():
        grade = next(filter(None, map(secrecy_mark, _texts_in(value))), "")
        if grade:
            yield Problem(
                place_of(kind, source, (key,)),
                f"内容标有“{grade}★”，本机未获准处理涉密内容",
                "到涉密机上办理；确为涉密机的，在本单位.yaml 写 涉密机: 是",
                "保守国家秘密法",
            )


def _texts_in(value: Any) -> Iterator[str]:
    """Give the texts of a value and of all that is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)


_UNITS = frozenset(
    ("lead", "support", "lead_unit", "office_at", "oversight_unit", "inspect_unit", "supervisor")
)
_GENERAL = re.compile(r"^(?:各|有关|相关|全体)|(?:公司|集团|企业|单位|部门|厂|矿)$")


def _strangers(kind: type[Part], source: Source, document: Part, office: Profile | None) -> Iterator[Problem]:
    """List organisations that do not stand in the office's address list, by full or short name."""
    if office is None or not office.units:
        return
    known = {name for unit in office.units for name in (unit.name, unit.short) if name}
    known |= {office.name, *(issuer.name for issuer in office.issuers)}
    found: dict[str, Path] = {}
    for path, text in texts_of(document):
        named = [step for step in path if isinstance(step, str)]
        if named[-1] in _UNITS and not is_open(text):
            for unit in split_units(text):
                if unit not in known and not _GENERAL.search(unit):
                    found.setdefault(unit, path)
    if found:
        names = list(found)
        more = f"等 {len(names)} 个" if len(names) > _SHOWN else ""
        yield Problem(
            place_of(kind, source, next(iter(found.values()))),
            f"不在单位名录里：{'、'.join(names[:_SHOWN])}{more}",
            "写名录里的全称或简称，或把它补进本单位.yaml",
        )


_SHOWN = 6


def _unsettled(kind: type[Part], source: Source, document: Part) -> Iterator[Problem]:
    """List what is still open: 待定, and marks that must be gone before issue."""
    if not may_be_unsettled(joined_texts(document)):
        return
    unsettled, covered, left = list[str](), list[str](), list[str]()
    for path, text in texts_of(document):
        if path[-1] in ("text", "file") and "sources" in path:
            continue
        if is_open(text):
            unsettled.append(str(place_of(kind, source, path).field))
        elif mark := left_over(text):
            left.append(f"{place_of(kind, source, path).field}（{mark}）")
        elif mark := redaction(text):
            covered.append(f"{place_of(kind, source, path).field}（{mark}）")
    place = Place(file=source.name or None)
    for found, words, instead in (
        (unsettled, "未定事项", "印发前补上"),
        (left, "还有没填的占位", "印发前补上"),
        (covered, "有遮盖的文字，原样印出", "印发前核对"),
    ):
        if found:
            more = f"等 {len(found)} 处" if len(found) > _SHOWN else ""
            yield Problem(place, f"{words}：{'、'.join(found[:_SHOWN])}{more}", instead)


def layered(kind: type[Part], *layers: Mapping[str, Any]) -> dict[str, Any]:
    """Lay mappings over each other, the first on top; an empty value never covers a filled one.

    The keys of the outcome are the English field names where known, else as written.
    """
    names = field_names(kind)
    merged: dict[str, Any] = {}
    for layer in reversed(layers):
        for key, value in layer.items():
            name = names.get(key, key)
            if not is_blank(value) or name not in merged:
                merged[name] = value
    return merged


def _doubled(kind: type[Part], source: Source) -> list[Problem]:
    """Find one field given under two of its names."""
    names, seen, problems = field_names(kind), dict[str, str](), []
    for key, value in source.values.items():
        name = names.get(key)
        if name is None or is_blank(value):
            continue
        if name in seen:
            problems.append(
                Problem(source.place((key,), key), f"与“{seen[name]}”是同一个字段，写了两次", "只留一个")
            )
        seen[name] = key
    return problems


def _rules_of_the_rest(
    kind: type[_P], source: Source, error: ValidationError, day: date, office: Profile | None
) -> list[Problem]:
    """Run the rules that need none of the wrong fields, so that all faults are told at once."""
    names = field_names(kind)
    bad = {names.get(str(found["loc"][0]), str(found["loc"][0])) for found in error.errors() if found["loc"]}
    good: dict[str, Any] = {}
    for key, given in kind.prepare(source.values).items():
        name = names.get(key)
        value, _ = split_origin(given)
        if name is None or name in bad or is_blank(value):
            continue
        try:
            good[name] = adapter_of(kind, name).validate_python(value)
        except ValidationError:
            bad.add(name)
    for name, field in kind.model_fields.items():
        if name not in good and name not in bad:
            good[name] = field.get_default(call_default_factory=True)
    document = kind.model_construct(**good)
    for name in bad:  # not even its default, which rules would take for what was written
        document.__dict__.pop(name, None)
    document.belong_to(office)
    problems = []
    for mark, path, found in check_rules(document, day, frozenset(bad)):
        if mark.level == "error":
            problems.append(
                Problem(place_of(kind, source, path), found.found, found.instead, found.source or mark.source)
            )
    return problems


def _distinct(problems: list[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))


def problem_of(kind: type[Part], source: Source, error: dict[str, Any]) -> Problem:
    """Say an error of validation: where, what was found, what to write instead."""
    path: Path = tuple(error["loc"])
    place = place_of(kind, source, path)
    context = error.get("ctx") or {}
    match error["type"]:
        case "tongzhi":
            return Problem(place, context["found"], context["instead"])
        case "missing":
            return Problem(place, "没有填写", _how(kind, path))
        case "extra_forbidden":
            owner = owner_of(kind, path[:-1])
            near = nearest(
                str(path[-1]),
                [n for n in field_names(owner) if _is_chinese(n) == _is_chinese(str(path[-1]))]
                if owner
                else [],
            )
            return Problem(
                place,
                "没有这个字段",
                f"是不是“{near}”？" if near else "删去，或用 tongzhi types 看有哪些字段",
            )
        case "literal_error":
            return Problem(
                place, f"“{error['input']}”不在可选的值里", f"只能写：{_choices(kind, path, context)}"
            )
        case "too_short":
            return Problem(place, "至少要有一项", _how(kind, path))
        case "model_type":
            return Problem(place, "应是几个分项，却只写了一个值", _parts(kind, path))
        case "greater_than_equal":
            return Problem(place, f"数值 {error['input']} 超出范围", f"应不小于 {context['ge']}")
    return Problem(place, f"“{str(error.get('input'))[:40]}”不能用在这里", _how(kind, path))


def _is_chinese(text: str) -> bool:
    return any("一" <= mark <= "鿿" for mark in text)


def place_of(kind: type[Part], source: Source, path: Path) -> Place:
    """Give the place of a value: its words by label, its line by the key as it was written."""
    words: list[str] = []
    written: list[str | int] = []
    owner: type[BaseModel] | None = kind
    values: Any = source.values
    for step in path:
        if isinstance(step, int):
            words.append(f"第{step + 1}项")
            values, _ = split_origin(values)
            if isinstance(values, list):
                written.append(step)
                values = values[step] if step < len(values) else None
            continue
        names = field_names(owner) if owner else {}
        name = names.get(str(step), str(step))
        field = owner.model_fields.get(name) if owner else None
        words.append(label_of(field, name) if field else str(step))
        values, _ = split_origin(values)
        key = (
            next((key for key in values if names.get(key, key) == name), step)
            if isinstance(values, dict)
            else step
        )
        written.append(key)
        values = values.get(key) if isinstance(values, dict) else None
        owner = _record(field)
    return source.place(tuple(written), " ".join(words))


def _record(field: FieldInfo | None) -> type[BaseModel] | None:
    """Give the record type inside an annotation: `list[Item]`, `Item | None`."""
    waiting: list[Any] = [field.annotation] if field else []
    while waiting:
        current = waiting.pop()
        if isinstance(current, type) and issubclass(current, BaseModel):
            return current
        waiting.extend(get_args(current))
    return None


def owner_of(kind: type[Part], path: Path) -> type[BaseModel] | None:
    """Give the record type that a path leads to."""
    owner: type[BaseModel] | None = kind
    for step in path:
        if isinstance(step, str) and owner is not None:
            owner = _record(owner.model_fields.get(field_names(owner).get(step, step)))
    return owner


def _field(kind: type[Part], path: Path) -> FieldInfo | None:
    steps = [step for step in path if isinstance(step, str)]
    owner = owner_of(kind, tuple(steps[:-1])) if steps else None
    return owner.model_fields.get(field_names(owner).get(steps[-1], steps[-1])) if owner else None


def _how(kind: type[Part], path: Path) -> str:
    field = _field(kind, path)
    if field is None or not field.examples:
        return "补上这一项"
    example = field.examples[0]
    shown = (
        "、".join(str(item) for item in example)
        if isinstance(example, list) and all(isinstance(item, str) for item in example)
        else example
    )
    return f"写成例如：{shown}" if not isinstance(shown, list | dict) else "照 tongzhi new 的样例填写"


def _choices(kind: type[Part], path: Path, context: dict[str, Any]) -> str:
    field = _field(kind, path)
    waiting, found = [field.annotation if field else None], list[str]()
    while waiting:
        current = waiting.pop(0)
        if isinstance(current, str):
            found.append(current)
        else:
            waiting.extend(get_args(current))
    return "、".join(found) or str(context.get("expected", "")).replace(" or ", "、").replace("'", "")


def _parts(kind: type[Part], path: Path) -> str:
    field = _field(kind, path)
    record = _record(field)
    assert record is not None  # only a record can be told to have parts
    labels = [label_of(inner, name) for name, inner in record.model_fields.items() if inner.is_required()]
    return "分项写：" + "、".join(
        f"{name}: …" for name in labels or [label_of(i, n) for n, i in list(record.model_fields.items())[:3]]
    )
