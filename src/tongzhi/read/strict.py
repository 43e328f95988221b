"""JSON as the standard has it: no NaN, no Infinity, no half of a character."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

from tongzhi.errors import InputError, LimitError, Place

Pairs = Callable[[list[tuple[str, Any]]], dict[str, Any]]

_HALF = re.compile("[\ud800-\udfff]")
_HALF_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


class _NotFiniteError(ValueError):
    """A number that is none; `args` hold how it is written."""


def parse_json(
    text: str, name: str, *, pairs: Pairs | None = None, line: int | None = None, halves: bool = False
) -> Any:
    """Give the value of a JSON text.

    Args:
        text: the text.
        name: of the file, for messages.
        pairs: makes a mapping of the keys and values of an object.
        line: of the text in the file, where it is one line of many.
        halves: leave lone surrogates to whoever prints the value (who drops them with `--lenient`).

    Raises:
        InputError: it is no JSON, or holds NaN, Infinity, a number too large to be one, or a lone surrogate.
        LimitError: it is nested too deep, or an integer has thousands of digits.
    """
    try:
        value = json.loads(
            text, object_pairs_hook=pairs, parse_constant=_refuse_constant, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise InputError.one(
            "JSON 写法不对",
            "检查这一行附近的引号、逗号和括号",
            place=Place(file=name, line=line or error.lineno),
        ) from error
    except _NotFiniteError as error:
        found = re.search(rf"(?<![\w\"]){re.escape(error.args[0])}", text)
        at = line or (text.count("\n", 0, found.start()) + 1 if found else None)
        raise InputError.one(
            f"{error.args[0][:20]} 不是数",
            '写成具体数字；文字加引号；空着写 null 或 ""',
            place=Place(file=name, line=at),
        ) from error
    except (RecursionError, ValueError) as error:
        raise LimitError.one(
            "嵌套太深或数字过大", "减少层数；长数字加引号", place=Place(file=name, line=line)
        ) from error
    if not halves and "\\u" in text:
        refuse_halves(value, name, line)
    return value


def refuse_halves(value: Any, name: str, line: int | None = None) -> None:
    """Raise when a text anywhere in the value holds half of a character.

    Raises:
        InputError: it does; the message names the file and the half.
    """
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, str) and (found := _HALF.search(current)):
            raise InputError.one(
                f"有半个字符 U+{ord(found[0]):04X}，不是完整的字",
                "删去这个字符，或重新输入",
                place=Place(file=name, line=line),
            )
        if isinstance(current, dict):
            waiting += [*current, *current.values()]
        elif isinstance(current, list):
            waiting += current


def refuse_half_bytes(data: bytes, name: str) -> None:
    """Raise when bytes are UTF-8 but for halves of characters, which a careless program wrote one by one.

    Raises:
        InputError: they are; the message names the file, the line and the half.
    """
    if not _HALF_BYTES.search(data):
        return
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return
    found = _HALF.search(text)
    if found:
        refuse_halves(found[0], name, text.count("\n", 0, found.start()) + 1)


def _refuse_constant(word: str) -> float:
    raise _NotFiniteError(word)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NotFiniteError(digits)
    return number
