"""How a value is printed: dates with their weekday, lists joined, marks of full width, suggestions tinted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tongzhi.engine.stops import Stop
from tongzhi.engine.values import InlineImage, Marked
from tongzhi.errors import InputError, Place, Problem
from tongzhi.layout.printing import print_amount, print_date, print_moment, print_text
from tongzhi.model.base import Part, label_of
from tongzhi.model.picture import Picture
from tongzhi.word.fragments import has_forbidden

_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"))
_MOST_BYTES = 20_000_000
_MM = 36_000
"""EMU in a millimetre (ECMA-376 20.1.10.16)."""
_TEXT_WIDTH = 156 * _MM
"""Width of the type area (GB/T 9704-2012, 5.1)."""


@lru_cache(maxsize=4096)
def _print_again(text: str) -> str:
    """Give the printed text if Word can hold it, else nothing; in a batch most texts come again and again."""
    return "" if has_forbidden(text) else print_text(text)


@dataclass(frozen=True, slots=True)
class _Form:
    """What is the same for all records of a kind: a paper has eighty fields, and few of them are given."""

    labels: dict[str, str]
    blank: dict[str, str]
    lists: tuple[str, ...]
    defaults: tuple[str, ...]


@cache
def _form_of(kind: type[Part]) -> _Form:
    labels = {name: label_of(field, name) for name, field in kind.model_fields.items()}
    default = {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in kind.model_fields.items()
    }
    return _Form(
        labels,
        dict.fromkeys(labels.values(), ""),
        tuple(labels[name] for name, value in default.items() if value == []),
        tuple(name for name, value in default.items() if value is not None and value not in ("", [])),
    )


class Printer:
    """Prints the values of a document; collects characters that Word cannot hold."""

    def __init__(self, *, lenient: bool = False, as_given: bool = False) -> None:
        """Drop such characters when lenient, else note them as problems; texts `as_given` keep their marks."""
        self.lenient = lenient
        self.as_given = as_given
        self.problems: list[Problem] = []

    def print_part(self, part: Part) -> dict[str, Any]:
        """Give every value of the record by its Chinese label."""
        origins, given, form = part.origins, part.__dict__, _form_of(type(part))
        printed: dict[str, Any] = form.blank.copy()
        for label in form.lists:
            printed[label] = []
        filled = part.model_fields_set.union(form.defaults)
        for name, label in form.labels.items():
            if name not in filled:
                continue
            value = given[name]
            if value is None or value == "":
                printed[label] = ""
            else:
                origin = origins.get(name) if origins else None
                printed[label] = self._print(value, label, is_open=origin is not None and origin.is_open)
        return printed

    def _print(self, value: Any, label: str, *, is_open: bool) -> Any:
        if type(value) is str and not is_open:
            return self._say(value, label)
        if isinstance(value, Picture):
            return self._show(value, label)
        if isinstance(value, Part):
            return self.print_part(value)
        if isinstance(value, list):
            return [self._print(item, label, is_open=is_open) for item in value]
        if isinstance(value, dict):
            return {key: self._print(inner, str(key), is_open=is_open) for key, inner in value.items()}
        if isinstance(value, bool):
            return _Yes(value)
        if isinstance(value, int) and not is_open:
            return value
        text = self._say(value, label)
        return Marked(text) if is_open and text else text

    def _show(self, picture: Picture, label: str) -> InlineImage | str:
        """Give the picture of a file, at most as wide as the lines of a page."""
        # read by python-docx, which papers without a picture need not load
        from tongzhi.engine.pictures import measure

        path = Path(picture.file)
        place, size = Place(field=label), path.stat().st_size if path.is_file() else 0
        if path.suffix.lower() not in _PICTURES:
            found, instead = f"“{path.name}”不是 Word 能显示的图片", f"用 {' '.join(sorted(_PICTURES))}"
            self.problems.append(Problem(place, found, instead))
            return ""
        if not 0 < size <= _MOST_BYTES:
            found = f"图片“{picture.file}”" + ("超过 20 MB" if size else "找不到，或是空的")
            self.problems.append(
                Problem(place, found, "缩小后再用" if size else "核对文件名，从当前文件夹找起")
            )
            return ""
        data = path.read_bytes()
        try:
            own_width = measure(data)[0]
        except Stop:
            self.problems.append(
                Problem(place, f"“{path.name}”不是 Word 能显示的图片", "在画图里另存为 .png")
            )
            return ""
        width, height = (
            None if size is None else round(size * _MM) for size in (picture.width, picture.height)
        )
        if width is None and height is None and own_width > _TEXT_WIDTH:
            width = _TEXT_WIDTH
        return InlineImage(data, width=width, height=height)

    def _say(self, value: Any, label: str) -> str:
        if isinstance(value, str):
            if self.as_given:
                return self._clean(value, label)
            return _print_again(value) or print_text(self._clean(value, label))
        if isinstance(value, datetime):
            return print_moment(value)
        if isinstance(value, date):
            return print_date(value)
        if isinstance(value, Decimal):
            return print_amount(value)
        return str(value)

    def _clean(self, text: str, label: str) -> str:
        if not has_forbidden(text):
            return text
        kept = "".join(character for character in text if not has_forbidden(character))
        if not self.lenient:
            codes = "、".join(dict.fromkeys(f"U+{ord(mark):04X}" for mark in text if has_forbidden(mark)))
            self.problems.append(
                Problem(
                    Place(field=label),
                    f"有 Word 不能容纳的字符 {codes}",
                    "删去后重试，或加 --lenient 自动去掉",
                )
            )
        return kept

    def finish(self) -> None:
        """Raise what was collected.

        Raises:
            InputError: a value holds characters that Word cannot hold.
        """
        if self.problems:
            raise InputError(self.problems)


class _Yes(int):
    """是 or 否: prints so, and tests as what it means."""

    def __str__(self) -> str:
        return "是" if self else "否"
