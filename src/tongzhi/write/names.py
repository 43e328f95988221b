"""File names that every system takes, that differ from each other, and that stay in their folder."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from tongzhi.errors import InputError

MAX_BYTES = 200
"""Longest name in UTF-8: below the 255 bytes of Linux and, with a usual folder, the 260 characters of Windows."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")


def safe_name(text: str) -> str:
    """Give a name that Windows, macOS and Linux take and that leads out of no folder.

    Forbidden characters become `_`; invisible ones go; reserved names (CON) get a `_`; long ones are cut, the ending kept.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(mark for mark in text if unicodedata.category(mark) not in ("Cf", "Cs", "Co", "Cn"))
    text = _FORBIDDEN.sub("_", text)
    stem, dot, ending = text.rpartition(".")
    if not dot:
        stem, ending = text, ""
    stem = re.sub(r"[\s　]+", " ", stem).strip(" ").rstrip(". ")
    stem = re.sub(r"^[.~\-－]", "_", stem)
    stem = _RESERVED.sub(lambda found: found[0] + "_", stem) or "_"
    ending = f".{ending.strip(' .')}" if dot else ""
    return _cut(stem, MAX_BYTES - len(ending.encode())).rstrip(". ") + ending


def _cut(text: str, size: int) -> str:
    data = text.encode()
    return text if len(data) <= size else data[:size].decode(errors="ignore")


class DistinctNames:
    """Gives out names, each only once, whatever the case: the second `通报.docx` is `通报-2.docx`."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Give `name`, or the next free form of it."""
        key = name.casefold()
        if key not in self._taken:
            self._taken[key] = 1
            return name
        stem, dot, ending = name.rpartition(".")
        if not dot:
            stem, ending = name, ""
        while True:
            self._taken[key] += 1
            mark = f"-{self._taken[key]}"
            other = _cut(stem, MAX_BYTES - len(f"{mark}{dot}{ending}".encode())) + mark + dot + ending
            if other.casefold() not in self._taken:
                self._taken[other.casefold()] = 1
                return other


class NamePattern:
    """A pattern such as `{序号:03d}-{县区}-通报.docx`.

    Raises:
        InputError: it is written wrongly.
    """

    def __init__(self, pattern: str, ending: str = ".docx") -> None:
        self.pattern = pattern if pattern.lower().endswith(ending) else pattern + ending
        try:
            self._parts = [
                (literal, field, form or "")
                for literal, field, form, _ in string.Formatter().parse(self.pattern)
            ]
        except ValueError as error:
            raise InputError.one(
                f"--name 的“{pattern}”写法不对", "列名写在一对 {} 里，如 {序号:03d}-{县区}-通报.docx"
            ) from error
        if any(int(number) > MAX_BYTES for _, _, form in self._parts for number in re.findall(r"\d+", form)):
            raise InputError.one(f"--name 的“{pattern}”写得太宽", f"宽度不超过 {MAX_BYTES}，如 {{序号:03d}}")
        if any(field == "" for _, field, _ in self._parts):
            raise InputError.one(f"--name 的“{pattern}”里有空的 {{}}", "写明列名，如 {县区}")

    def fields(self) -> Iterator[str]:
        """Give the fields it names."""
        yield from dict.fromkeys(field.strip() for _, field, _ in self._parts if field is not None)

    def fill(self, value: Callable[[str], Any]) -> str:
        """Give the name for one row; `value` gives what stands for a field."""
        return "".join(
            literal + (_print(value(field.strip()), form) if field is not None else "")
            for literal, field, form in self._parts
        )


def _print(value: Any, form: str) -> str:
    if isinstance(value, datetime):
        text = value.strftime(form or "%Y-%m-%d")
    elif isinstance(value, date):
        text = value.strftime(form) if "%" in form else value.isoformat()
    else:
        text = _print_plain(value, form)
    return text.strip()


def _print_plain(value: Any, form: str) -> str:
    if not form:
        return "" if value is None else str(value)
    for candidate in (value, _number(value), str(value)):
        try:
            return format(candidate, form)
        except (ValueError, TypeError):
            continue
    return str(value)


def _number(value: Any) -> Any:
    try:
        number = float(unicodedata.normalize("NFKC", str(value)))
    except ValueError:
        return value
    return int(number) if number.is_integer() else number
