"""An old paper (.docx) back to its values: exactly when it is ours and untouched, else what its text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from docx import Document as WordFile

from tongzhi.errors import InputError, Place, TongzhiError
from tongzhi.model.base import field_names
from tongzhi.model.origins import split_origin
from tongzhi.model.shape import Shape, shapes
from tongzhi.model.types import read_day, read_moment
from tongzhi.office import to_docx
from tongzhi.papers.index import find_type
from tongzhi.papers.notice import Notice
from tongzhi.papers.rectification import Rectification
from tongzhi.read.data import UNCHECKED, Source, read_bytes
from tongzhi.read.encoding import decode
from tongzhi.read.hazard_rows import read_hazards
from tongzhi.word.embedded import extract_data

if TYPE_CHECKING:
    from tongzhi.model.base import Document

MAX_PAPER = 200_000_000


def read_paper(path: Path, kind: type[Document], day: date | None = None) -> Source:
    """Read an old paper of a known type.

    A paper of ours whose text nobody has touched gives back its data exactly. When the text was edited in Word, the
    text wins: a carried value counts only while it can still be read on the page.

    Raises:
        InputError: the file is no .docx, or holds another type of paper.
    """
    from tongzhi.read.papertext import read_values

    data = _word_bytes(path)
    try:
        carried = extract_data(data)
    except TongzhiError as error:
        error.problems = [replace(each, place=Place(file=path.name)) for each in error.problems]
        raise
    if carried is not None and carried.kind != kind.key and kind.adopt(carried.values, {}) is None:
        other = find_type(carried.kind)
        raise InputError.one(
            f"这是一份{other.label}，不是{kind.label}",
            f"用 {other.key}，或换一个文件",
            place=Place(file=path.name),
        )
    if carried is not None and carried.is_untouched:
        kept = {UNCHECKED: list(carried.silenced)} if carried.silenced else {}
        return Source({**carried.values, **kept}, {}, path.name)
    typed = find_type(carried.kind) if carried is not None else _text_kind(kind)
    page = read_values(data, typed, path.name)
    if carried is None:
        found = Source(page.values, {}, path.name, odd=page.odd, left=tuple(page.left))
        return _with_hazards(found, path, day) if kind is Rectification else found
    return Source(_still_there(carried.values, page.values, page.plain, typed), {}, path.name)


def _with_hazards(page: Source, path: Path, day: date | None) -> Source:
    """Take the rows of a list in Word as those of any list that an office keeps."""
    values = {label: value for label, value in page.values.items() if label != "隐患"}
    if any(values.get(label) for label in ("存量问题", "排查任务")):
        return page
    records, notes = read_hazards(path, day)
    return replace(
        page,
        values={**values, "隐患": [record for _, record, _ in records]},
        cells={("隐患", count): place for count, (place, _, _) in enumerate(records)},
        problems=tuple(problem for _, _, wrong in records for problem in wrong),
        notes=tuple(notes),
    )


OLD_WORDS, TEXTS = (".doc", ".wps", ".rtf", ".wpt"), (".txt", ".md")


def _word_bytes(path: Path) -> bytes:
    """Give an old paper as .docx, whatever it was saved as; a text gets a paragraph a line.

    Raises:
        InputError: the file cannot be read.
        MissingToolError: an old Word file, and no program here can convert it.
    """
    suffix = path.suffix.lower()
    if suffix in OLD_WORDS:
        with TemporaryDirectory(prefix="tongzhi-") as folder:
            return to_docx(path, Path(folder)).read_bytes()
    if suffix in TEXTS:
        made = WordFile()
        for line in decode(read_bytes(path, MAX_PAPER), path.name).text.splitlines():
            made.add_paragraph("".join(mark for mark in line if mark.isprintable() or mark == "\t"))
        held = BytesIO()
        made.save(held)
        return held.getvalue()
    return read_bytes(path, MAX_PAPER)


def _text_kind(kind: type[Document]) -> type[Document]:
    """Give the type whose text is read: for a change notice, the notice it changes."""
    if kind.key != "notice_change":
        return kind

    return Notice


def _still_there(
    carried: Mapping[str, Any], seen: Mapping[str, Any], plain: str, kind: type[Document]
) -> dict[str, Any]:
    """Lay what the page says over what was carried; carried values that it no longer shows are dropped."""
    known = {shape.label: shape for shape in shapes(kind)}
    values: dict[str, Any] = {}
    for label, value in carried.items():
        kept = _kept(value, plain, known.get(label))
        shown = seen.get(label)
        if shown is not None and kept != value:
            values[label] = _merged_rows(split_origin(value)[0], shown, plain, known.get(label))
        elif kept is not None:
            values[label] = kept
    for label, value in seen.items():
        values.setdefault(label, value)
    return values


def _merged_rows(carried: Any, shown: Any, plain: str, shape: Shape | None) -> Any:
    """Give the rows that the page shows, each with what its carried row knew beyond the columns printed."""
    if not (isinstance(carried, list) and isinstance(shown, list)):
        return shown
    records = [record for record in carried if isinstance(record, Mapping)]
    return [_merged(row, records, plain, shape) if isinstance(row, Mapping) else row for row in shown]


def _merged(
    row: Mapping[str, Any], records: list[Mapping[str, Any]], plain: str, shape: Shape | None
) -> dict[str, Any]:
    """Give a row of the page over the carried one that is likest to it."""

    def likeness(record: Mapping[str, Any]) -> int:
        return sum(
            plain_form(str(split_origin(record.get(key))[0])) == plain_form(str(row[key])) for key in row
        )

    likest: Mapping[str, Any] = max(records, key=likeness, default={})
    if not likest or not likeness(likest):
        return dict(row)
    unseen = {key: item for key, item in likest.items() if key in _UNPRINTED}
    return {**unseen, **(_kept(likest, plain, shape) or {}), **row}


_UNPRINTED = ("任务编号", "来源")
_SILENT = ("choice", "yes", "count")


def _kept(value: Any, plain: str, shape: Shape | None) -> Any:
    """Give what of a carried value still stands on the page, `None` when nothing does."""
    bare = split_origin(value)[0]
    if isinstance(bare, list):
        kept = [item for item in (_kept(item, plain, shape) for item in bare) if item is not None]
        return (value if len(kept) == len(bare) and kept == bare else kept) or None
    if isinstance(bare, Mapping):
        inner = {part.label: part for part in shapes(shape.record)} if shape and shape.record else {}
        parts = {key: _kept(item, plain, inner.get(str(key))) for key, item in bare.items()}
        lasting = {key: item for key, item in parts.items() if item is not None}
        words = [key for key in lasting if key not in inner or inner[key].kind not in _SILENT]
        return (lasting if len(lasting) < len(bare) else value) if words else None
    if shape is not None and shape.kind in _SILENT:
        return value
    return value if any(form in plain for form in _forms(str(bare))) else None


def _forms(text: str) -> Iterator[str]:
    """Give the ways in which a value may be printed, without blanks."""
    yield plain_form(text)
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        try:
            day: date | datetime = read_moment(text) if len(text) > 10 else read_day(text)
        except ValueError:
            return
        if isinstance(day, datetime):
            for hour in {day.hour, day.hour - 12 if day.hour > 12 else day.hour}:
                yield from (f"{form}{mark}" for form in _day_forms(day) for mark in _clock_forms(day, hour))
        else:
            yield from _day_forms(day)


def _day_forms(day: date) -> Iterator[str]:
    weekday = "一二三四五六日"[day.weekday()]
    for form in (f"{day.year}年{day.month}月{day.day}日", f"{day.month}月{day.day}日"):
        yield form
        yield f"{form}(星期{weekday})"


def _clock_forms(moment: datetime, hour: int) -> Iterator[str]:
    for half in ("凌晨", "上午", "中午", "下午", "晚上", ""):
        yield f"{half}{hour}:{moment.minute:02d}"


_WIDTH = str.maketrans("（）：，；！？％", "():,;!?%")


def plain_form(text: str) -> str:
    """Give a text for comparison: without blanks, marks in half width, without closing marks."""
    return re.sub(r"[\s　]", "", text).translate(_WIDTH).rstrip("。;:,")


def by_label(values: Mapping[str, Any], kind: type[Document]) -> dict[str, Any]:
    """Give values by Chinese label, whatever names they were given under."""
    names = field_names(kind)
    labels = {shape.name: shape.label for shape in shapes(kind)}
    return {labels.get(str(names.get(key, key)), key): value for key, value in values.items()}
