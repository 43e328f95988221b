"""What a template may do with values: look inside, compute, call. Everything else is refused.

The generated functions and the jinja2 fallback both come here, so that they cannot differ.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from tongzhi.engine.additions import Added
from tongzhi.engine.missing import Blank, Kept, Missing
from tongzhi.engine.stops import OverLimit, Stop, spend
from tongzhi.engine.values import RichText

MAX_RANGE = 100_000
MAX_DIGITS_BITS = 128
MAX_EXPONENT = 64
MAX_REPEAT = 10_000
MAX_ITEMS = 1_000_000
_NUMBERS = (int, float, Decimal)
_TIMES = (date, time, timedelta)
_PLAIN = (str, bytes, list, tuple, dict, set, frozenset, *_NUMBERS)

STRING_METHODS = frozenset(
    [
        "upper",
        "lower",
        "strip",
        "lstrip",
        "rstrip",
        "split",
        "rsplit",
        "splitlines",
        "partition",
        "rpartition",
        "startswith",
        "endswith",
        "replace",
        "title",
        "capitalize",
        "swapcase",
        "count",
        "find",
        "rfind",
        "index",
        "isdigit",
        "isalpha",
        "isalnum",
        "isspace",
        "isupper",
        "islower",
        "isnumeric",
        "isdecimal",
        "join",
        "removeprefix",
        "removesuffix",
        "zfill",
    ]
)
_METHODS: list[tuple[type, frozenset[str]]] = [
    (str, STRING_METHODS),
    (dict, frozenset(("items", "keys", "values", "get"))),
    (list, frozenset(("count", "index"))),
    (tuple, frozenset(("count", "index"))),
    (datetime, frozenset(("date", "time", "weekday", "isoweekday", "isoformat", "strftime", "timetuple"))),
    (date, frozenset(("weekday", "isoweekday", "isoformat", "strftime"))),
    (time, frozenset(("isoformat", "strftime"))),
    (timedelta, frozenset(("total_seconds",))),
]
METHODS = frozenset(name for _, names in _METHODS for name in names)
"""Every method that a template may call on some value."""
TIME_METHODS = METHODS - frozenset(
    name for kind, names in _METHODS if kind in (str, dict, list, tuple) for name in names
)
"""Those that only dates and times have."""
_TIME_FIELDS = frozenset(
    ("year", "month", "day", "hour", "minute", "second", "microsecond", "days", "seconds", "microseconds")
)
_UNSAFE_STRFTIME = re.compile(r"%[^%A-Za-z]*\d")


class Method:
    """A method that a template may call, bound to its value."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: Any, name: str) -> None:
        self._owner = owner
        self._name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it, its cost bounded."""
        owner, name = self._owner, self._name
        _bound_method(owner, name, args)
        result = getattr(owner, name)(*args, **kwargs)
        if isinstance(result, str):
            spend(len(result))
        return result

    def __str__(self) -> str:
        raise Stop(f"“.{self._name}”后面少了括号", f"写成 .{self._name}()")


def _bound_method(owner: Any, name: str, args: tuple[Any, ...]) -> None:
    if name == "strftime" and args and _UNSAFE_STRFTIME.search(str(args[0])):
        raise Stop("strftime 的格式里不能写宽度", "写成 %Y年%m月%d日 的样子")
    if name == "zfill" and args and isinstance(args[0], int) and args[0] > MAX_REPEAT:
        raise OverLimit(f"补零到 {args[0]} 位，太长", f"不超过 {MAX_REPEAT}")
    if name == "replace" and len(args) > 1:
        spend(replaced_size(str(owner), str(args[0]), str(args[1])))
    if name == "join" and args and isinstance(args[0], Sequence):
        spend(len(owner) * len(args[0]) + sum(len(str(item)) for item in args[0]))


def replaced_size(text: str, old: str, new: str) -> int:
    """Give how long `text` becomes when `old` is replaced, before doing it."""
    return len(text) + text.count(old) * max(0, len(new) - len(old))


def attribute(value: Any, name: str) -> Any:
    """Give `value.name`: a key, a field, an allowed method, else a missing value.

    Raises:
        Stop: the name is none that a template may ask for.
    """
    if isinstance(value, Mapping):
        if name in value:
            return value[name]
    elif isinstance(value, Missing):
        return value.child(name)
    if name.startswith("_"):
        raise Stop(f"不能取“{name}”", "以下划线开头的名称不对模板开放")
    for kind, names in _METHODS:
        if isinstance(value, kind) and name in names:
            return Method(value, name)
    if isinstance(value, str) and name in _REFUSED_STRING_METHODS:
        raise Stop(f"不能用“.{name}”", "改用过滤器，如 {{ x|center(10) }}")
    if isinstance(value, _TIMES):
        return getattr(value, name, Missing(name)) if name in _TIME_FIELDS else Missing(name)
    if isinstance(value, Enum) and name in ("name", "value"):
        return getattr(value, name)
    if isinstance(value, (*_PLAIN, Method)) or value is None or callable(value):
        return _field(value, name) if hasattr(value, "_fields") else Missing(name, value)
    return _field(value, name)


_REFUSED_STRING_METHODS = frozenset(
    ("format", "format_map", "center", "ljust", "rjust", "expandtabs", "encode")
)


def _field(value: Any, name: str) -> Any:
    found = getattr(value, name, None)
    if found is None and not hasattr(value, name):
        return Missing(name, value)
    if callable(found) and not isinstance(found, (Mapping, str)):
        raise Stop(f"“{name}”不是一个值", "模板里只能取数据，不能调用程序")
    return found


def item(value: Any, key: Any) -> Any:
    """Give `value[key]`, else a missing value."""
    if isinstance(value, Mapping):
        try:
            return value[key]
        except (KeyError, TypeError):
            return attribute(value, key) if isinstance(key, str) else Missing(str(key), value)
    if isinstance(value, Missing):
        return value.child(str(key))
    if isinstance(value, (list, tuple, str)) and isinstance(key, (int, slice)):
        try:
            return value[key]
        except IndexError:
            return Missing(f"[{key}]")
    if isinstance(key, str):
        return attribute(value, key)
    raise Stop(f"取不了第 {key} 项", "这不是一个列表")


def add(left: Any, right: Any) -> Any:
    """Give `left + right` of numbers, texts, lists or times."""
    if isinstance(left, str) and isinstance(right, str):
        spend(len(left) + len(right))
        return left + right
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        spend(8 * (len(left) + len(right)))
        return [*left, *right]
    return _compute(operator.add, left, right, "+")


def subtract(left: Any, right: Any) -> Any:
    """Give `left - right` of numbers or times."""
    return _compute(operator.sub, left, right, "-")


def multiply(left: Any, right: Any) -> Any:
    """Give `left * right` of numbers, or a text or list repeated up to `MAX_REPEAT` times."""
    for thing, times in ((left, right), (right, left)):
        if isinstance(thing, str | list | tuple) and isinstance(times, int):
            if times > MAX_REPEAT:
                raise OverLimit(f"重复 {times} 次，太多", f"不超过 {MAX_REPEAT} 次")
            spend(len(thing) * max(0, times))
            return thing * times
    return _compute(operator.mul, left, right, "*")


def divide(left: Any, right: Any) -> Any:
    """Give `left / right`."""
    return _compute(operator.truediv, left, right, "/")


def floor_divide(left: Any, right: Any) -> Any:
    """Give `left // right`."""
    return _compute(operator.floordiv, left, right, "//")


def modulo(left: Any, right: Any) -> Any:
    """Give `left % right` of numbers; a text on the left would be a format string and is refused."""
    if isinstance(left, str):
        raise Stop("文字不能用 % 套格式", "用 ~ 连接，如 {{ '共' ~ n ~ '处' }}")
    return _compute(operator.mod, left, right, "%")


def power(left: Any, right: Any) -> Any:
    """Give `left ** right` for exponents up to `MAX_EXPONENT`."""
    if isinstance(right, int | float) and abs(right) > MAX_EXPONENT:
        raise OverLimit(f"乘方的指数 {right} 太大", f"不超过 {MAX_EXPONENT}")
    if isinstance(left, int) and abs(left) > 10**9:
        raise OverLimit("乘方的底数太大", "不超过 10 亿")
    return _compute(operator.pow, left, right, "**")


def negate(value: Any) -> Any:
    """Give `-value`."""
    return _compute(operator.sub, 0, value, "-")


def plus(value: Any) -> Any:
    """Give `+value`."""
    return _compute(operator.add, 0, value, "+")


def _compute(act: Callable[[Any, Any], Any], left: Any, right: Any, sign: str) -> Any:
    for value in (left, right):
        if isinstance(value, Missing):
            if isinstance(value, Blank):
                return value
            str(value)
        if not isinstance(value, (*_NUMBERS, *_TIMES)):
            raise Stop(f"{describe(value)}不能用 {sign} 计算", "先用 |int 或 |float 变成数字，连接文字用 ~")
    try:
        result = act(left, right)
    except ZeroDivisionError as error:
        raise Stop("除数是 0", "先用 {% if %} 判断") from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Stop(f"{describe(left)}和{describe(right)}不能用 {sign} 计算") from error
    if isinstance(result, int) and result.bit_length() > MAX_DIGITS_BITS:
        raise OverLimit("算出的数太大", "检查乘法和乘方")
    return result


def unpack(value: Any, count: int) -> list[Any] | tuple[Any, ...]:
    """Give the `count` members of a pair or list (`{% for name, value in x.items() %}`).

    Raises:
        Stop: there are not so many.
    """
    members = items(value)
    if len(members) != count:
        raise Stop(f"要拆成 {count} 个，这里有 {len(members)} 个", "检查 for 后面的名称个数")
    return members


def describe(value: Any) -> str:
    """Give a short Chinese word for a value, for messages."""
    if isinstance(value, str):
        return f"文字“{value[:20]}”"
    if isinstance(value, bool):
        return "是非值"
    if isinstance(value, (*_NUMBERS,)):
        return f"数 {value}" if not isinstance(value, int) or value.bit_length() < 200 else "很大的数"
    if isinstance(value, Mapping):
        return "一条记录"
    if isinstance(value, list | tuple | set | frozenset):
        return "列表"
    if value is None:
        return "空值"
    return {"date": "日期", "datetime": "日期时间", "time": "时间"}.get(type(value).__name__, "这个值")


def concat(*parts: Any) -> str:
    """Give the parts as one text (`~`)."""
    texts = [said(part) for part in parts]
    spend(sum(map(len, texts)))
    return "".join(texts)


def said(value: Any) -> str:
    """Give the text that `value` prints as.

    Nothing for None, `3` for 3.0 (Excel keeps whole numbers so), a list of plain values joined by `、`.

    Raises:
        Stop: it is a record, a function or no number (NaN), which no document should show.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, int):
        if value.bit_length() > MAX_DIGITS_BITS:
            raise OverLimit("数太大", "检查乘法和乘方")
        return str(value)
    if isinstance(value, Mapping):
        raise Stop("这是一条记录，不能直接印", f"写明要哪一项，如 .{next(iter(value), '名称')}")
    if isinstance(value, list | tuple | set | frozenset):
        return _listed(value)
    if isinstance(value, RichText):
        return str(value)
    if isinstance(value, Enum):
        return said(value.value)
    if isinstance(value, type) or (callable(value) and not isinstance(value, (Missing, Method))):
        raise Stop("这不是一个能印的值", "模板里只能印数据")
    return str(value)


def _decimal(value: float) -> str:
    if not math.isfinite(value):
        raise Stop("这个数不存在（NaN 或无穷）", "检查数据里的空格和公式")
    return str(int(value)) if value.is_integer() else repr(value)


def _listed(values: Iterable[Any]) -> str:
    texts = []
    for value in items(values):
        if isinstance(value, Mapping | list | tuple | set | frozenset):
            raise Stop("这是一张表，不能直接印", "用 {% for %} 逐条印")
        texts.append(said(value))
    spend(sum(map(len, texts)) + len(texts))
    return "、".join(texts)


def items(value: Any) -> list[Any] | tuple[Any, ...]:
    """Give what a loop goes over; None is empty, a mapping gives its keys, a set its members in order.

    Raises:
        Stop: there is nothing to loop over.
    """
    kind = value.__class__
    if kind is list or kind is tuple:
        return value  # type: ignore[no-any-return]  # the line above says so
    if value is None:
        return ()
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    if isinstance(value, (Iterable, Missing)) and not isinstance(value, type):
        return list(bounded(value))
    raise Stop(f"{describe(value)}不能循环", "循环要一个列表")


def bounded(values: Iterable[Any]) -> Iterator[Any]:
    """Give the values, stopping a source without end."""
    for number, value in enumerate(values):
        if number >= MAX_ITEMS:
            raise OverLimit(f"列表超过 {MAX_ITEMS} 项", "分成几份")
        if not number & 4095 and number:
            spend(4097)
        yield value


def make_range(*arguments: Any) -> range:
    """Give `range(...)` of at most `MAX_RANGE` numbers."""
    if not 1 <= len(arguments) <= 3 or not all(isinstance(number, int) for number in arguments):
        raise Stop("range 的括号里要一到三个整数", "如 range(1, 6)")
    if any(abs(number) > 10**15 for number in arguments) or (len(arguments) == 3 and arguments[2] == 0):
        raise OverLimit("range 的数太大或步长是 0", f"不超过 {MAX_RANGE} 项")
    numbers = range(*arguments)
    if len(numbers) > MAX_RANGE:
        raise OverLimit(f"range 有 {len(numbers)} 项，太多", f"不超过 {MAX_RANGE} 项")
    return numbers


def call(function: Any, *args: Any, **kwargs: Any) -> Any:
    """Call an allowed method.

    Raises:
        Stop: it is no such method.
    """
    if isinstance(function, Added):
        return function(*args, **kwargs)
    if isinstance(function, Method):
        try:
            return function(*args, **kwargs)
        except (TypeError, ValueError, AttributeError, LookupError) as error:
            raise Stop("括号里的内容不对", "检查参数的个数和种类") from error
    if isinstance(function, Missing):
        raise Stop(f"没有可用的函数“{function.path}”", "能用的函数只有 range")
    raise Stop("这不是模板里能调用的函数", "把算好的结果放进数据")


def slice_of(start: Any, stop: Any, step: Any) -> slice:
    """Give the slice of `a[start:stop:step]`."""
    return slice(start, stop, step)


def contains(member: Any, container: Any) -> bool:
    """Give `member in container`; nothing is in None or in a missing value."""
    if container is None or isinstance(container, (Blank, Kept)):
        return False
    if isinstance(container, str) and not isinstance(member, str):
        member = said(member)
    try:
        return member in container
    except TypeError as error:
        raise Stop(f"{describe(container)}里不能找东西", "in 的右边要文字或列表") from error


def compare(sign: str, left: Any, right: Any) -> bool:
    """Give `left < right` and the like."""
    try:
        return bool(_ORDER[sign](left, right))
    except TypeError as error:
        raise Stop(
            f"{describe(left)}和{describe(right)}不能比大小", "先用 |int 或 |float 变成数字"
        ) from error


_ORDER: dict[str, Callable[[Any, Any], Any]] = {
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
}
