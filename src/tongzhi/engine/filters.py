"""The filters and tests a template may use: jinja2's plain ones, each with a bound on its cost, and the Chinese ones.

Written here rather than taken from jinja2, so that a compiled template fills without importing it and no
filter can reach attributes, format strings or unbounded sizes. `safe` and `escape` do nothing: values are
always escaped, once.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import groupby
from typing import Any, NamedTuple

from tongzhi.engine import chinese
from tongzhi.engine.missing import Blank, Missing
from tongzhi.engine.operators import (
    MAX_REPEAT,
    add,
    attribute,
    compare,
    contains,
    describe,
    item,
    items,
    replaced_size,
    said,
)
from tongzhi.engine.stops import OverLimit, Stop, spend

Filter = Callable[..., Any]
MAX_DIGITS = 400
"""Digits of a whole number read from text; a float has no more."""
_WORD = re.compile(r"\w+")
_WORD_STARTS = re.compile(r"([-\s({\[<]+)")


def default(value: Any, default_value: Any = "", boolean: bool = False) -> Any:
    """Give `default_value` for a missing value, with `boolean` for any false one."""
    return default_value if isinstance(value, Missing) or (boolean and not value) else value


def length(value: Any) -> int:
    """Give the number of items or characters; 0 for None."""
    if value is None:
        return 0
    if isinstance(value, int | float):
        raise Stop(f"{describe(value)}没有长度", "length 用于列表和文字")
    return len(value) if hasattr(value, "__len__") else len(items(value))


def first(value: Any) -> Any:
    """Give the first item, else a missing value."""
    found = items(value)
    return found[0] if found else Blank("first")


def last(value: Any) -> Any:
    """Give the last item, else a missing value."""
    found = items(value)
    return found[-1] if found else Blank("last")


def join(value: Any, d: Any = "", attribute: Any = None) -> str:
    """Give the items, or their attribute, as one text with `d` between."""
    texts = [said(_get(one, attribute)) for one in items(value)]
    between = said(d)
    spend(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def to_int(value: Any, default: Any = 0, base: int = 10) -> Any:
    """Give the whole number that `value` means, else `default`."""
    if isinstance(value, Missing):
        str(value)
    try:
        if isinstance(value, str):
            text = value.strip()[:100]
            if base != 10:
                return int(text, int(base))
            number = Decimal(text)
            return int(number) if number.adjusted() < MAX_DIGITS else default
        return int(value)
    except (TypeError, ValueError, ArithmeticError):
        return default


def to_float(value: Any, default: Any = 0.0) -> Any:
    """Give the number that `value` means, else `default`."""
    if isinstance(value, Missing):
        str(value)
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return default


def round_number(value: Any, precision: int = 0, method: str = "common") -> Any:
    """Give `value` rounded half up (`common`), up (`ceil`) or down (`floor`)."""
    rounding = {"common": ROUND_HALF_EVEN, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}.get(method)
    if rounding is None or not isinstance(precision, int) or abs(precision) > 30:
        raise Stop("round 的写法不对", "写成 round(1) 或 round(0, 'floor')")
    if not isinstance(value, int | float | Decimal):
        raise Stop(f"{describe(value)}不能取整", "先用 |float 变成数字")
    if method == "common":
        return round(value, precision)
    number = Decimal(str(value)).quantize(Decimal(1).scaleb(-precision), rounding)
    return float(number)


def absolute(value: Any) -> Any:
    """Give the size of a number."""
    if not isinstance(value, int | float | Decimal):
        raise Stop(f"{describe(value)}没有绝对值")
    return abs(value)


def trim(value: Any, chars: str | None = None) -> str:
    """Give the text without blanks (or `chars`) around it."""
    return said(value).strip(chars)


def replace(value: Any, old: Any, new: Any, count: int | None = None) -> str:
    """Give the text with `old` replaced by `new`."""
    text, wanted, put = said(value), said(old), said(new)
    spend(replaced_size(text, wanted, put) if wanted else (len(text) + 1) * (len(put) + 1))
    return text.replace(wanted, put, -1 if count is None else count)


def center(value: Any, width: int = 80) -> str:
    """Give the text with blanks on both sides, `width` characters in all."""
    if not isinstance(width, int) or width > MAX_REPEAT:
        raise OverLimit(f"居中宽度 {str(width)[:20]} 太大", f"不超过 {MAX_REPEAT}")
    spend(width)
    return said(value).center(width)


def indent(value: Any, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    """Give the text with its lines indented by `width` blanks, the first one only if asked."""
    if isinstance(width, int) and width > MAX_REPEAT:
        raise OverLimit("缩进太大", f"不超过 {MAX_REPEAT}")
    by = width if isinstance(width, str) else " " * width
    text = said(value)
    spend(len(text) + len(by) * (text.count("\n") + 1))
    lines = text.split("\n")
    out = [lines[0], *(by + line if line or blank else line for line in lines[1:])]
    return (by if first else "") + "\n".join(out)


def truncate(
    value: Any, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = 5
) -> str:
    """Give the text shortened to `length` characters, `end` included."""
    text = said(value)
    if length < len(end):
        raise Stop("truncate 的长度不对", f"不小于结尾“{end}”的 {len(end)} 个字")
    if len(text) <= length + leeway:
        return text
    kept = text[: length - len(end)]
    return (kept if killwords else kept.rsplit(" ", 1)[0]) + end


def wrap(
    value: Any,
    width: int = 79,
    break_long_words: bool = True,
    wrapstring: str = "\n",
    break_on_hyphens: bool = True,
) -> str:
    """Give the text in lines of at most `width` characters."""
    if not isinstance(width, int) or width < 1:
        raise Stop("wordwrap 的宽度不对", "写成 wordwrap(40)")

    wrapper = textwrap.TextWrapper(
        width,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=break_long_words,
        break_on_hyphens=break_on_hyphens,
    )
    return wrapstring.join(wrapstring.join(wrapper.wrap(line)) for line in said(value).splitlines())


def title(value: Any) -> str:
    """Give the text with each word capitalised; an apostrophe does not begin a word."""
    return "".join(part[:1].upper() + part[1:].lower() for part in _WORD_STARTS.split(said(value)))


def sort(value: Any, reverse: bool = False, case_sensitive: bool = False, attribute: Any = None) -> list[Any]:
    """Give the items in order, by an attribute if one is given, or several (`'a,b'`)."""
    found = list(items(value))
    spend(16 * len(found))
    try:
        return sorted(found, key=lambda one: _keys(one, attribute, case_sensitive), reverse=reverse)
    except TypeError as error:
        raise Stop("这些值不能一起排序", "同一列要么都是数字，要么都是文字") from error


def sort_items(
    value: Any, case_sensitive: bool = False, by: str = "key", reverse: bool = False
) -> list[tuple[Any, Any]]:
    """Give the pairs of a record in order of their key or value."""
    at = 1 if by == "value" else 0
    try:
        return sorted(to_pairs(value), key=lambda pair: _key(pair[at], case_sensitive), reverse=reverse)
    except TypeError as error:
        raise Stop("这些值不能一起排序") from error


def to_pairs(value: Any) -> list[tuple[Any, Any]]:
    """Give the pairs of a record."""
    if isinstance(value, Missing):
        str(value)
        return []
    if not isinstance(value, Mapping):
        raise Stop(f"{describe(value)}不是一条记录", "这里要有名称的一组值")
    return list(value.items())


def unique(value: Any, case_sensitive: bool = False, attribute: Any = None) -> list[Any]:
    """Give the items without repeats, in their order."""
    seen: set[Any] = set()
    out = []
    for one in items(value):
        key = _hashable(_key(_get(one, attribute), case_sensitive))
        if key not in seen:
            seen.add(key)
            out.append(one)
    spend(16 * len(out))
    return out


def total(value: Any, attribute: Any = None, start: Any = 0) -> Any:
    """Give the sum of the items or of their attribute; None counts nothing."""
    result = start
    for one in items(value):
        number = _get(one, attribute)
        if number is not None:
            result = add(result, number)
    return result


def smallest(value: Any, case_sensitive: bool = False, attribute: Any = None) -> Any:
    """Give the smallest item, else a missing value."""
    found = sort(value, case_sensitive=case_sensitive, attribute=attribute)
    return found[0] if found else Blank("min")


def largest(value: Any, case_sensitive: bool = False, attribute: Any = None) -> Any:
    """Give the largest item, else a missing value."""
    found = sort(value, reverse=True, case_sensitive=case_sensitive, attribute=attribute)
    return found[0] if found else Blank("max")


def reverse(value: Any) -> Any:
    """Give the text or the items backwards."""
    return value[::-1] if isinstance(value, str) else list(reversed(items(value)))


def batch(value: Any, linecount: int, fill_with: Any = None) -> list[list[Any]]:
    """Give the items in rows of `linecount`, the last one filled up with `fill_with`."""
    if not isinstance(linecount, int) or not 0 < linecount <= MAX_REPEAT:
        raise Stop("batch 的个数不对", "写成 batch(3)")
    found = list(items(value))
    rows = [found[start : start + linecount] for start in range(0, len(found), linecount)]
    if fill_with is not None and rows:
        rows[-1] += [fill_with] * (linecount - len(rows[-1]))
    return rows


def slice_up(value: Any, slices: int, fill_with: Any = None) -> list[list[Any]]:
    """Give the items in `slices` columns of nearly equal length."""
    if not isinstance(slices, int) or not 0 < slices <= MAX_REPEAT:
        raise Stop("slice 的个数不对", "写成 slice(3)")
    found = list(items(value))
    size, rest = divmod(len(found), slices)
    out = []
    start = 0
    for column in range(slices):
        stop = start + size + (1 if column < rest else 0)
        part = found[start:stop]
        out.append([*part, fill_with] if fill_with is not None and column >= rest else part)
        start = stop
    return out


class Group(NamedTuple):
    """Items with one value in common: a pair, or `grouper` and `list` by name."""

    grouper: Any
    list: Sequence[Any]


def group(value: Any, attribute: Any, default: Any = None, case_sensitive: bool = False) -> list[Group]:
    """Give the groups of items with equal `attribute`, sorted by it, each with `grouper` and `list`."""

    def read(one: Any) -> Any:
        found = _get(one, attribute)
        return default if isinstance(found, Missing) and default is not None else found

    def key(one: Any) -> Any:
        return _key(read(one), case_sensitive)

    try:
        found = sorted(items(value), key=key)
    except TypeError as error:
        raise Stop("这些值不能分组", "同一列要么都是数字，要么都是文字") from error
    return [Group(read(members[0]), members) for members in (list(same) for _, same in groupby(found, key))]


def map_values(
    value: Any, name: Any = None, *args: Any, attribute: Any = None, default: Any = None
) -> list[Any]:
    """Give an attribute of every item (`map(attribute='x')`) or every item through a filter."""
    found = items(value)
    spend(16 * len(found))
    if attribute is not None:
        out = [_get(one, attribute) for one in found]
        return [default if default is not None and isinstance(one, Missing) else one for one in out]
    act = _filter(name)
    return [act(one, *args) for one in found]


def select(value: Any, name: Any = None, *args: Any) -> list[Any]:
    """Give the items that pass a test."""
    act = _test(name)
    return [one for one in items(value) if act(one, *args)]


def reject(value: Any, name: Any = None, *args: Any) -> list[Any]:
    """Give the items that fail a test."""
    act = _test(name)
    return [one for one in items(value) if not act(one, *args)]


def select_by(value: Any, key: Any, name: Any = None, *args: Any) -> list[Any]:
    """Give the items whose attribute passes a test."""
    act = _test(name)
    return [one for one in items(value) if act(_get(one, key), *args)]


def reject_by(value: Any, key: Any, name: Any = None, *args: Any) -> list[Any]:
    """Give the items whose attribute fails a test."""
    act = _test(name)
    return [one for one in items(value) if not act(_get(one, key), *args)]


def _get(value: Any, path: Any) -> Any:
    if path is None:
        return value
    if isinstance(path, int):
        return item(value, path)
    for step in str(path).split("."):
        value = item(value, int(step)) if step.isdigit() else attribute(value, step)
    return value


def _keys(one: Any, attribute: Any, case_sensitive: bool) -> Any:
    if not isinstance(attribute, str) or "," not in attribute:
        return _key(_get(one, attribute), case_sensitive)
    return [_key(_get(one, part.strip()), case_sensitive) for part in attribute.split(",")]


def _key(value: Any, case_sensitive: bool) -> Any:
    if isinstance(value, Missing):
        str(value)
    return value.lower() if isinstance(value, str) and not case_sensitive else value


def _hashable(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


def _filter(name: Any) -> Filter:
    if name not in FILTERS:
        raise Stop(f"没有过滤器“{name}”", f"能用的有：{'、'.join(FILTERS)}")
    return FILTERS[name]


def _test(name: Any) -> Filter:
    if name is None:
        return bool
    if name not in TESTS:
        raise Stop(f"没有判断“{name}”", f"能用的有：{'、'.join(TESTS)}")
    return TESTS[name]


def _same(value: Any) -> Any:
    return value


FILTERS: dict[str, Filter] = {
    "abs": absolute,
    "batch": batch,
    "capitalize": lambda value: said(value).capitalize(),
    "center": center,
    "count": length,
    "d": default,
    "default": default,
    "dictsort": sort_items,
    "e": _same,
    "escape": _same,
    "first": first,
    "float": to_float,
    "forceescape": _same,
    "groupby": group,
    "indent": indent,
    "int": to_int,
    "items": to_pairs,
    "join": join,
    "last": last,
    "length": length,
    "list": lambda value: list(items(value)),
    "lower": lambda value: said(value).lower(),
    "map": map_values,
    "max": largest,
    "min": smallest,
    "reject": reject,
    "rejectattr": reject_by,
    "replace": replace,
    "reverse": reverse,
    "round": round_number,
    "safe": _same,
    "select": select,
    "selectattr": select_by,
    "slice": slice_up,
    "sort": sort,
    "string": said,
    "sum": total,
    "title": title,
    "trim": trim,
    "truncate": truncate,
    "unique": unique,
    "upper": lambda value: said(value).upper(),
    "wordcount": lambda value: len(_WORD.findall(said(value))),
    "wordwrap": wrap,
    **chinese.FILTERS,
}
"""Filter name → function; nothing else can be called by a template."""

TESTS: dict[str, Filter] = {
    "defined": lambda value: not isinstance(value, Missing),
    "undefined": lambda value: isinstance(value, Missing),
    "none": lambda value: value is None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, float),
    "number": lambda value: isinstance(value, int | float | Decimal),
    "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, Mapping),
    "sequence": lambda value: isinstance(value, str | list | tuple | Mapping),
    "iterable": lambda value: isinstance(value, Iterable) and not isinstance(value, Missing),
    "odd": lambda value: to_int(value) % 2 == 1,
    "even": lambda value: to_int(value) % 2 == 0,
    "divisibleby": lambda value, by: bool(by) and to_int(value) % to_int(by) == 0,
    "lower": lambda value: said(value).islower(),
    "upper": lambda value: said(value).isupper(),
    "sameas": lambda value, other: value is other,
    "in": contains,
    "eq": lambda value, other: value == other,
    "equalto": lambda value, other: value == other,
    "==": lambda value, other: value == other,
    "ne": lambda value, other: value != other,
    "!=": lambda value, other: value != other,
    "gt": lambda value, other: compare("gt", value, other),
    "greaterthan": lambda value, other: compare("gt", value, other),
    ">": lambda value, other: compare("gt", value, other),
    "ge": lambda value, other: compare("gteq", value, other),
    ">=": lambda value, other: compare("gteq", value, other),
    "lt": lambda value, other: compare("lt", value, other),
    "lessthan": lambda value, other: compare("lt", value, other),
    "<": lambda value, other: compare("lt", value, other),
    "le": lambda value, other: compare("lteq", value, other),
    "<=": lambda value, other: compare("lteq", value, other),
}
"""Test name (`x is NAME`) → function."""
