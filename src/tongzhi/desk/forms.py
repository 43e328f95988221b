"""Returned forms read: tables, label-and-value forms, chain messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tongzhi.desk.chain import read_chain_line
from tongzhi.desk.grids import Grid, plain
from tongzhi.desk.people import Asked, Reply
from tongzhi.errors import Place

FIELDS: dict[str, tuple[str, ...]] = {
    "unit": ("单位", "单位名称", "参会单位", "工作单位", "所在单位", "报送单位", "填报单位"),
    "name": (
        "姓名",
        "参会人员",
        "参会人",
        "参会人员姓名",
        "参加人员",
        "名字",
        "参会领导",
        "出席人员",
        "参加人",
        "参会代表",
        "与会人员",
    ),
    "title": ("职务", "职务职称", "单位及职务", "单位职务", "职称"),
    "mobile": ("手机", "手机号", "手机号码", "联系电话", "电话", "联系方式", "移动电话"),
    "sex": ("性别",),
    "ethnicity": ("民族",),
    "venue": ("参会方式", "会场", "主分会场", "参会会场"),
    "speaks": ("是否发言", "发言"),
    "plate": ("车牌", "车牌号", "车号"),
    "meals": ("用餐", "住宿", "用餐住宿", "是否用餐", "是否住宿"),
    "note": ("备注", "说明"),
}
"""Columns of a reply → the headings offices give them."""

FOOT: dict[str, tuple[str, ...]] = {
    "unit": ("单位", "单位名称", "参会单位", "报送单位", "填报单位", "单位盖章"),
    "filled_by": ("填报人", "联系人", "报名联系人"),
    "filled_phone": ("填报人电话", "联系电话", "电话"),
    "filled_at": ("填报时间", "填报日期", "报送时间"),
}
"""Labels above or below the table → what stands behind them."""


def shared_values(grids: list[Grid]) -> dict[str, str]:
    """Give what sheets without people say for the other sheets of their file: unit, who filled it in, when."""
    shared: dict[str, str] = {}
    for grid in grids:
        if len(grids) > 1 and _find_header(grid) is None:
            shared = {**_outside_values(grid), **shared}
    return shared


def read_people(path: Path, grid: Grid, asked: list[Asked], shared: Mapping[str, str]) -> Iterator[Reply]:
    """Give the people of one table or text, each with the place it was read from."""
    changed = datetime.fromtimestamp(path.stat().st_mtime)
    outside = {**shared, **_outside_values(grid)}
    filled = _moment(outside.get("filled_at", ""))
    common = {
        "filled_by": outside.get("filled_by", ""),
        "filled_phone": outside.get("filled_phone", ""),
        "at": filled or changed,
        "filled_at": filled,
    }
    header = _find_header(grid)
    if header is not None:
        unit = outside.get("unit", "") or _unit_above(grid, header[0], asked) or _unit_of_file(path, asked)
        yield from _table_rows(grid, header, unit, common)
    elif grid.rows:
        unit = outside.get("unit", "") or _unit_of_file(path, asked)
        for single in _labelled_people(grid):
            yield _reply({**single, "unit": single.get("unit") or unit}, grid.place, common)
    else:
        for number, line in enumerate(grid.lines, start=1):
            values = read_chain_line(line, asked)
            if values:
                place = Place(file=grid.place.file, line=number)
                yield _reply({**values, "unit": values.get("unit") or outside.get("unit", "")}, place, common)


def _unit_above(grid: Grid, header: int, asked: list[Asked]) -> str:
    """Find the unit in the title over the table: 市应急局参会名单."""
    above = " ".join([*grid.lines, *(cell for _, cells in grid.rows[:header] for cell in cells)])
    hits = [one for one in asked if one.unit in above or (one.short and one.short in above)]
    return hits[0].unit if len(hits) == 1 else ""


def _unit_of_file(path: Path, asked: list[Asked]) -> str:
    """Find the unit in the name of the file (参会回执-青川县.xlsx) when the form does not say it."""
    hits = [one for one in asked if one.unit in path.stem or (one.short and one.short in path.stem)]
    return hits[0].unit if len(hits) == 1 else ""


def _reply(values: dict[str, str], place: Place, common: dict[str, object]) -> Reply:
    known = {name: value for name, value in values.items() if name in Reply.__dataclass_fields__}
    name = re.sub(r"[\s　]", "", known.get("name", ""))
    inside = re.search(r"[（(]([^（）()]*)[）)]$", name)
    if inside:
        name = name[: inside.start()]
        known["note"] = "；".join(part for part in (known.get("note", ""), inside[1]) if part)
    known["name"] = name
    known["mobile"] = _read_phone(known.get("mobile", ""))
    return replace(Reply(**known, place=place), **common)  # type: ignore[arg-type]


def _find_header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """Find the row of headings: it names the person and at least one thing more."""
    for position, (_, cells) in enumerate(grid.rows):
        columns = _columns(cells)
        if "name" not in columns.values() or len(columns) < 2 or _is_pair_row(cells, columns):
            continue
        below = _columns(grid.rows[position + 1][1]) if position + 1 < len(grid.rows) else {}
        if "name" in below.values() and len(below) > 1:  # headings in two rows: 参会人员 over 姓名 and 职务
            kept = {
                column: name
                for column, name in columns.items()
                if column not in below and name not in below.values()
            }
            return position + 1, kept | below
        return position, columns
    return None


def _columns(cells: list[str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for column, cell in enumerate(cells):
        name = next((name for name, words in FIELDS.items() if plain(cell) in words), "")
        if name and name not in columns.values():
            columns[column] = name
    return columns


def _is_pair_row(cells: list[str], columns: dict[int, str]) -> bool:
    """Tell a row 姓名 | 张三 | 职务 | 局长 from a row of headings: values stand between its labels."""
    filled = [column for column, cell in enumerate(cells) if cell]
    others = [
        column for column in filled if column not in columns and plain(cells[column]) not in ("序号", "编号")
    ]
    return (
        bool(others) and len(others) >= len(columns) - 1 and all(column - 1 in columns for column in others)
    )


def _table_rows(
    grid: Grid, header: tuple[int, dict[int, str]], unit: str, common: dict[str, object]
) -> Iterator[Reply]:
    position, columns = header
    last_unit = ""
    for number, cells in grid.rows[position + 1 :]:
        if _is_foot(cells):
            break
        values = {
            name: cells[column] for column, name in columns.items() if column < len(cells) and cells[column]
        }
        if values.get("unit"):
            last_unit = values["unit"]
        if not _is_name(values.get("name", "")):
            continue
        values["unit"] = last_unit or unit
        place = Place(file=grid.place.file, sheet=grid.place.sheet, row=number)
        yield _reply(values, place, common)


def _read_phone(text: str) -> str:
    """Give 13800000000 for 138 0000 0000 and 13800000000.0; several numbers joined by 、."""
    numbers = [
        re.sub(r"\.0$", "", part).strip() for part in re.split(r"[\n、，,;；/]+", text) if part.strip()
    ]
    return "、".join(
        re.sub(r"[ \-－]", "", part) if re.fullmatch(r"1[3-9]\d[ \-－]\d{4}[ \-－]\d{4}", part) else part
        for part in numbers
    )


def _is_name(text: str) -> bool:
    """Tell a name from an example, a dash and 无."""
    return bool(re.search(r"[一-鿿㐀-䶵A-Za-z\U00020000-\U0003134f]", text)) and not re.match(
        r"(?:例|示例|如)[:：]|填在工作表|(?:无|没有|暂无|待定|合计|小计)$", text
    )


def _is_foot(cells: list[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return bool(re.match(r"(?:填报|联系人|报送|备注[:：]|注[:：]|说明[:：])", first))


def _labels(grid: Grid) -> Iterator[tuple[str, str]]:
    """Give label and value wherever they stand: `单位：甲`, or in neighbouring cells."""
    for line in grid.lines:
        yield from _inline(line)
    for _, cells in grid.rows:
        filled = [cell for cell in cells if cell]
        for position, cell in enumerate(filled):
            pairs = list(_inline(cell))
            if pairs:
                yield from pairs
            elif position + 1 < len(filled):
                yield plain(cell), filled[position + 1]


def _inline(text: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"([一-鿿（）()]{2,12})\s*[：:]\s*([^：:\s　]+(?:\s\d{1,2}:\d{2})?)", text):
        yield plain(found[1]), found[2]


def _outside_values(grid: Grid) -> dict[str, str]:
    values: dict[str, str] = {}
    header = _find_header(grid)
    body = range(header[0], len(grid.rows)) if header else range(0)
    inside = {
        number
        for position, (number, cells) in enumerate(grid.rows)
        if position in body and not _is_foot(cells)
    }
    around = Grid(grid.place, [row for row in grid.rows if row[0] not in inside], grid.lines)
    for label, value in _labels(around):
        for name, words in FOOT.items():
            if label in words and name not in values and plain(value) not in _ALL_LABELS:
                values[name] = value
                break
    return values


_ALL_LABELS = {word for words in (*FIELDS.values(), *FOOT.values()) for word in words}


def _labelled_people(grid: Grid) -> list[dict[str, str]]:
    """Give the people of a form of labels and values; a second 姓名 begins the next person."""
    people: list[dict[str, str]] = [{}]
    shared: dict[str, str] = {}
    for label, value in _labels(grid):
        name = next((name for name, words in FIELDS.items() if label in words), "")
        if not name or plain(value) in _ALL_LABELS:
            continue
        if name == "unit":
            shared.setdefault("unit", value)
        elif name == "name" and "name" in people[-1]:
            people.append({"name": value})
        else:
            people[-1].setdefault(name, value)
    return [{**shared, **person} for person in people if _is_name(person.get("name", ""))]


def _moment(text: str) -> datetime | None:
    found = re.search(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D*(?:(\d{1,2})[:：时点](\d{1,2})?)?", text)
    if not found:
        return None
    try:
        return datetime(*(int(part) if part else 0 for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None
