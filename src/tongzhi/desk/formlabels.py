"""Labels and their values in a form: `姓名：张三` in one text, or in neighbouring cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongzhi.desk.grids import FormGrid
from tongzhi.desk.labels import field_of, plain
from tongzhi.errors import Place


def has_labels(lines: Sequence[str]) -> bool:
    """Tell a form typed as text: 姓名：张三　职务：局长, not the numbered lines of a chain message."""
    labelled = [label for line in lines for label, _ in inline_labels(line)]
    fields = {field_of(label) for label in labelled}
    numbered = sum(
        bool(re.match(r"\s*(?:[①-⑳]|\d{1,3}\s*[.．、)）])", line))
        and not any(field_of(label) for label, _ in list(inline_labels(line))[:1])
        for line in lines
    )
    return (
        "name" in fields
        and len(fields - {""}) > 1
        and numbered < 2
        and not any("接龙" in line for line in lines)
    )


def names_by_label(lines: Sequence[str]) -> bool:
    """Tell a letter whose people stand under labels of their own: 姓名：…, 职务：…"""
    values = {field_of(label): value for line in lines for label, value in inline_labels(line)}
    return bool(values.get("name")) and bool(values.get("title") or values.get("mobile"))


def is_label_row(cells: Sequence[str]) -> bool:
    """Tell a row that says who filled the form in, and when."""
    first = next((cell for cell in cells if cell), "")
    return (
        field_of(first.split("：")[0].split(":")[0]) in ("filled_by", "filled_at", "filled_phone")
        and len(plain(first)) > 1
    )


def unit_said(place: Place, cells: list[str]) -> str:
    """Give the unit that stands over a further table: `单位：甲`."""
    labels = labels_of(FormGrid(place, [(0, cells)]))
    return (
        next(
            (value for label, value in labels if field_of(label) == "unit" and value and not field_of(value)),
            "",
        )
        if is_unit_line(cells)
        else ""
    )


def is_unit_line(cells: Sequence[str]) -> bool:
    """Tell a row that names the unit of the rows under it: `单位：甲`."""
    first = next((cell for cell in cells if cell), "")
    return field_of(re.split(r"[:：]", first)[0]) == "unit"


def is_form(grid: FormGrid) -> bool:
    """Tell a form of labels and values: at least two labels, one of them of the person."""
    labels = {field_of(label) for label, _ in labels_of(FormGrid(grid.place, grid.rows))}
    return bool(labels & {"name", "person"}) and len(labels - {""}) > 1


def labels_of(grid: FormGrid) -> Iterator[tuple[str, str]]:
    """Give label and value wherever they stand: `单位：甲`, or in neighbouring cells; an empty value is given too."""
    for line in grid.lines:
        yield from inline_labels(line)
    for number, cells in grid.rows:
        position = 0
        while position < len(cells):
            cell = cells[position]
            if not cell:
                position += 1
                continue
            pairs = list(inline_labels(cell))
            if pairs and not field_of(cell):
                yield from pairs
                position += 1
                continue
            following = position + 1
            while following < len(cells) and (number, following) in grid.covered:
                following += 1
            value = cells[following] if following < len(cells) else ""
            if value and field_of(value) and field_of(cell):
                yield cell, ""
                position = following
            elif field_of(cell) or not value:
                yield cell, value
                position = following + 1
            elif position % 2 == 0 and len(plain(cell)) <= SHORT_LABEL and not re.search(r"[\d，。]", cell):
                yield cell, value  # a label that no reply keeps: 驾驶员
                position = following + 1
            else:
                position += 1


def inline_labels(text: str) -> Iterator[tuple[str, str]]:
    """Give the labels that a reply knows, and their values, of one line: `姓名：张三　职务：局长`."""
    found = list(re.finditer(r"([㐀-鿿](?:[㐀-鿿（）()、/ 　]{0,14})?[㐀-鿿）)])[ 　]*[：:]", text))
    marks = [one for one in found if field_of(_last_word(one[1]))]
    for number, one in enumerate(marks):
        end = (
            marks[number + 1].start(1) + marks[number + 1][1].rindex(_last_word(marks[number + 1][1]))
            if number + 1 < len(marks)
            else len(text)
        )
        value = text[one.end() : end].strip(" 　\t,，;；。、")
        yield (
            _last_word(one[1]),
            re.sub(r"[ 　]{2,}.*$", "", value)
            if number + 1 == len(marks)
            and re.search(r"[ 　]{2,}", value)
            and not re.search(r"\d$", value)
            and field_of(_last_word(one[1])) not in ("name", "mobile", "title")
            else value,
        )


def _last_word(label: str) -> str:
    """Give the label at the end of a run: of `青川县　姓名` 姓名."""
    if field_of(label):
        words = re.split(r"[ 　]{2,}|(?<=[县局委办厅司会])[ 　]+", label.strip())
        return words[-1] if field_of(words[-1]) else label
    words = re.split(r"[ 　、]+", label.strip())
    for start in range(len(words)):
        rest = "".join(words[start:])
        if field_of(rest):
            return " ".join(words[start:]) if "".join(words[start:]) != words[start] else words[start]
    return words[-1]


SHORT_LABEL = 6
"""A label that is none of ours is no longer than this."""
