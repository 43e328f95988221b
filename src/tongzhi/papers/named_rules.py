"""Rules that a description of a document type calls by name: 先后、必填其一、数值范围、电话、不重复."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from tongzhi.model.base import Check, Document, Level, Wrong, is_blank, label_of, rule
from tongzhi.model.facts import as_moment
from tongzhi.model.official import is_phone


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule as called: its name, the fields (English keys, `list.field` for one in a list), numbers, weight."""

    name: str
    fields: tuple[str, ...]
    numbers: tuple[float, ...]
    level: Level


_CALL = re.compile(r"(?P<weak>提醒\s*)?(?P<name>[一-鿿]+)\s*[(（](?P<args>[^()（）]*)[)）]")


def read_rule(text: str, names: Mapping[str, str]) -> NamedRule:
    """Read a call such as 先后(开始, 结束); 提醒 before it makes its findings warnings.

    Args:
        text: the call.
        names: every name of a field → its English key.

    Raises:
        ValueError: there is no such rule or field, or their number does not fit; the words are Chinese.
    """
    found = _CALL.fullmatch(text.strip())
    if found is None:
        raise ValueError("不是规则的写法")
    name = found["name"]
    if name not in RULES:
        raise ValueError(f"：没有规则“{name}”，有 {'、'.join(RULES)}")
    least, most, counted, _ = RULES[name]
    given = [part.strip() for part in re.split(r"[,，、]", found["args"]) if part.strip()]
    fields, numbers = given[: len(given) - counted], given[len(given) - counted :]
    if not least <= len(fields) <= most:
        raise ValueError("：字段的个数不对")
    unknown = [field for field in fields if field not in names]
    if unknown:
        raise ValueError(f"：没有字段“{unknown[0]}”")
    if any("." in field for field in fields) and name not in ("不重复", "电话", "数值范围"):
        raise ValueError("：这条规则不用于分项里的字段")
    try:
        bounds = tuple(float(number) for number in numbers)
    except ValueError as error:
        raise ValueError("：最小值、最大值要写数字") from error
    return NamedRule(
        name, tuple(names[field] for field in fields), bounds, "warning" if found["weak"] else "error"
    )


def make_rule(named: NamedRule, kind: type[Document]) -> Check:
    """Make the method that checks it in documents of a type."""
    check = RULES[named.name][3]
    labels = {name: label_of(field, name) for name, field in kind.model_fields.items()}

    def method(self: Document, _day: date) -> Iterator[Wrong]:
        return check(self, named, labels)

    return rule(*(field.partition(".")[0] for field in named.fields), level=named.level)(method)


def _values(document: Document, field: str) -> Iterator[tuple[str | tuple[str | int, ...], Any]]:
    """Give each value of a field that is filled in, with its path."""
    name, _, inner = field.partition(".")
    value = getattr(document, name)
    if not inner:
        if not is_blank(value):
            yield name, value
        return
    for position, item in enumerate(value):
        found = getattr(item, inner)
        if not is_blank(found):
            yield (name, position, inner), found


def _order(document: Document, named: NamedRule, labels: Mapping[str, str]) -> Iterator[Wrong]:
    moments = [(name, value) for name in named.fields if isinstance(value := getattr(document, name), date)]
    for (first, start), (second, end) in pairwise(moments):
        opens = start if isinstance(start, datetime) else as_moment(start, late=False)
        closes = end if isinstance(end, datetime) else as_moment(end)
        assert opens is not None
        assert closes is not None
        if closes < opens:
            yield Wrong(second, f"{labels[second]} {end} 早于{labels[first]} {start}", "核对两个日期")


def _one_of(document: Document, named: NamedRule, labels: Mapping[str, str]) -> Iterator[Wrong]:
    if all(is_blank(getattr(document, name)) for name in named.fields):
        words = "、".join(labels[name] for name in named.fields)
        yield Wrong(named.fields[0], f"{words}一项也没有填", "至少填一项")


def _between(document: Document, named: NamedRule, _labels: Mapping[str, str]) -> Iterator[Wrong]:
    low, high = named.numbers
    for path, value in _values(document, named.fields[0]):
        try:
            number = float(value)
        except (TypeError, ValueError):
            continue
        if not low <= number <= high:
            yield Wrong(path, f"数值 {value} 超出范围", f"应在 {low:g} 到 {high:g} 之间")


def _phone(document: Document, named: NamedRule, _labels: Mapping[str, str]) -> Iterator[Wrong]:
    for field in named.fields:
        for path, value in _values(document, field):
            for number in value if isinstance(value, list) else [value]:
                if not is_phone(str(number)):
                    yield Wrong(path, f"“{number}”不像座机或手机号", "核对号码")


def _distinct(document: Document, named: NamedRule, _labels: Mapping[str, str]) -> Iterator[Wrong]:
    for field in named.fields:
        seen: set[Any] = set()
        for path, value in _values(document, field):
            for item in value if isinstance(value, list) else [value]:
                if str(item) in seen:
                    yield Wrong(path, f"“{item}”重复", "只留一个")
                seen.add(str(item))


_Kind = Callable[[Document, NamedRule, Mapping[str, str]], Iterator[Wrong]]
RULES: dict[str, tuple[int, int, int, _Kind]] = {
    "先后": (2, 9, 0, _order),
    "必填其一": (2, 9, 0, _one_of),
    "数值范围": (1, 1, 2, _between),
    "电话": (1, 9, 0, _phone),
    "不重复": (1, 9, 0, _distinct),
}
"""Name → the least and most fields it takes, how many numbers follow them, what it does."""
