"""Returned forms read: tables, label-and-value forms, chain messages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tongzhi.desk.chain import NOBODY, read_chain_line
from tongzhi.desk.grids import Grid, plain
from tongzhi.desk.people import Asked, Reply
from tongzhi.errors import Place, Problem
from tongzhi.read.tables import ERRORS

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


def read_people(
    path: Path, grid: Grid, asked: list[Asked], shared: Mapping[str, str]
) -> Iterator[Reply | Problem]:
    """Give the people of one table or text, each with the place it was read from, and what cannot be read as a person."""
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
            yield from _replies({**single, "unit": single.get("unit") or unit}, grid.place, common)
    else:
        for number, line in enumerate(grid.lines, start=1):
            values = read_chain_line(line, asked)
            if values:
                place = Place(file=grid.place.file, line=number)
                unit = values.get("unit") or outside.get("unit", "")
                yield from _replies({**values, "unit": unit}, place, common)


def _unit_above(grid: Grid, header: int, asked: list[Asked]) -> str:
    """Find the unit in the title over the table: 市应急局参会名单."""
    above = " ".join([*grid.lines, *(cell for _, cells in grid.rows[:header] for cell in cells)])
    hits = [one for one in asked if one.unit in above or (one.short and one.short in above)]
    return hits[0].unit if len(hits) == 1 else ""


def _unit_of_file(path: Path, asked: list[Asked]) -> str:
    """Find the unit in the name of the file (参会回执-青川县.xlsx) when the form does not say it."""
    hits = [one for one in asked if one.unit in path.stem or (one.short and one.short in path.stem)]
    return hits[0].unit if len(hits) == 1 else ""


_BETWEEN = r"\s*[、，,；;/\n]\s*"
_HAN = r"[㐀-䶵一-鿿\U00020000-\U0003134f]"


def _replies(values: dict[str, str], place: Place, common: dict[str, object]) -> Iterator[Reply | Problem]:
    """Give the person of a row, or each of several that share its cells."""
    for name in ("title", "mobile"):
        if values.get(name) in ERRORS or values.get(name, "").startswith("="):
            yield Problem(
                place, f"“{values['name']}”的{_WORDS[name]}是 {values[name]}", "公式没有结果，补上后重报"
            )
            values = {**values, name: ""}
    for single in _one_by_one(values):
        reply = _reply(single, place, common)
        if reply.is_leave is False and re.search(rf"请假.{{0,6}}由{_HAN}{{2,}}", reply.note):
            yield Problem(place, f"“{reply.name}”的备注是“{reply.note}”，来的不是本人", "把来的人写进姓名栏")
        if _is_several(reply.name):
            yield Problem(place, f"一格里像是写了几个人“{reply.name}”", "一人一行，职务、手机各写各的")
        yield reply


_WORDS = {"title": "职务", "mobile": "手机"}


def _one_by_one(values: dict[str, str]) -> list[dict[str, str]]:
    """Part a row that names several people, when what it says of them parts in the same way."""
    names = re.split(_BETWEEN, values.get("name", ""))
    if len(names) == 1 or not all(re.match(rf"{_HAN}{{2}}", name) for name in names):
        return [values]
    parted = {name: re.split(_BETWEEN, values[name]) for name in ("title", "mobile") if values.get(name)}
    if any(len(parts) != len(names) for parts in parted.values()):
        return [values]
    return [
        {**values, "name": name, **{key: parts[number] for key, parts in parted.items()}}
        for number, name in enumerate(names)
    ]


def _is_several(name: str) -> bool:
    return bool(re.search(rf"{_HAN}{{2}}(?:{_BETWEEN}| ){_HAN}{{2}}", name))


def _reply(values: dict[str, str], place: Place, common: dict[str, object]) -> Reply:
    known = {name: value for name, value in values.items() if name in Reply.__dataclass_fields__}
    name = _read_name(known.get("name", ""))
    if re.fullmatch(r"(?:因.{1,6})?(?:请假|不能?参[加会])", name):
        known["note"] = "；".join(part for part in (name, known.get("note", "")) if part)
        name = NOBODY
    inside = re.search(r"[（(]([^（()）]*)[）)]$", name)
    if inside:
        name = name[: inside.start()].strip()
        known["note"] = "；".join(part for part in (known.get("note", ""), inside[1]) if part)
    known["name"] = name
    known["mobile"] = _read_phone(known.get("mobile", ""))
    return replace(Reply(**known, place=place), **common)  # type: ignore[arg-type]


def _read_name(text: str) -> str:
    """Give 张三 for 张 三; the blank of Latin names stays, and one between what may be two people: 王五 赵六."""
    name = re.sub(r"\s+", " ", text.replace("　", " ")).strip()
    name = re.sub(r" ?([·•．・‧（()）]) ?", r"\1", name)
    if _is_several(name):
        return name
    return re.sub(rf"(?<={_HAN}) (?={_HAN})", "", name)


def _find_header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """Find the first row of headings."""
    found = (_header_at(grid, position) for position in range(len(grid.rows)))
    return next((header for header in found if header), None)


def _header_at(grid: Grid, position: int) -> tuple[int, dict[int, str]] | None:
    """Read a row of headings, which names the person and at least one thing more; give its last row and its columns."""
    cells = grid.rows[position][1]
    columns = _columns(cells)
    if "name" not in columns.values() or len(columns) < 2 or _is_pair_row(cells, columns):
        return None
    below = _columns(grid.rows[position + 1][1]) if position + 1 < len(grid.rows) else {}
    if (
        "name" in below.values() and len(below) > 1 and below != columns
    ):  # headings in two rows: 参会人员 over 姓名 and 职务
        kept = {
            column: name
            for column, name in columns.items()
            if column not in below and name not in below.values()
        }
        return position + 1, kept | below
    return position, columns


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
) -> Iterator[Reply | Problem]:
    """Give the people under a row of headings, and under those that come again further down."""
    last, columns = header
    last_unit, ended = "", False
    for position, (number, cells) in enumerate(grid.rows):
        if position <= last:
            continue
        again = _header_at(grid, position)
        if again is not None:
            last, columns = again
            last_unit, ended = "", False
            continue
        if _is_foot(cells):
            ended = True
            continue
        values = {
            name: cells[column] for column, name in columns.items() if column < len(cells) and cells[column]
        }
        said = _unit_said(grid.place, cells)
        if said and not values.get("title"):
            unit, last_unit = said, ""
            continue
        if values.get("unit"):
            last_unit = values["unit"]
        values["unit"] = last_unit or unit
        place = Place(file=grid.place.file, sheet=grid.place.sheet, row=number)
        if _is_name(values.get("name", "")) and not _is_sum(cells):
            if not ended or values.get("title") or values.get("mobile"):
                yield from _replies(values, place, common)
        elif not ended and _lacks_name(values, cells):
            name = values.get("name", "")
            found = f"姓名格里是“{name[:20]}”，不像姓名" if name else "这一行没有姓名"
            yield Problem(place, found, "补上姓名；没有人参会就写 无")


def _unit_said(place: Place, cells: list[str]) -> str:
    """Give the unit that stands over a further table: `单位：甲`."""
    labels = _labels(Grid(place, [(0, cells)]))
    return next(
        (value for label, value in labels if label in FOOT["unit"] and plain(value) not in _ALL_LABELS), ""
    )


def _is_sum(cells: list[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return bool(re.match(r"(?:合计|共计|总计|小计)", plain(first)))


def _lacks_name(values: Mapping[str, str], cells: list[str]) -> bool:
    """Tell whether a row that names nobody says something of somebody all the same."""
    name = values.get("name", "")
    if _is_sum(cells) or re.match(r"(?:例|示例|如)[:：]|填在工作表|(?:无|没有|暂无|[-—－/]+)$", name):
        return False
    return bool(name or values.get("title") or values.get("mobile"))


def _read_phone(text: str) -> str:
    """Give 13800000000 for 138 0000 0000 and 13800000000.0; several numbers joined by 、."""
    text = unicodedata.normalize("NFKC", text.replace("、", "\n")).lstrip("'")
    numbers = [
        re.sub(r"\.0$|^\+?86[ \-](?=1)", "", part.strip())
        for part in re.split(r"[\n、，,;；/]+", text)
        if part.strip()
    ]
    return "、".join(
        re.sub(r"[ \-－]", "", part) if re.fullmatch(r"1[3-9]\d[ \-－]\d{4}[ \-－]\d{4}", part) else part
        for part in numbers
    )


def _is_name(text: str) -> bool:
    """Tell a name from an example, a dash and 无."""
    return (
        text not in ERRORS
        and bool(re.search(r"[⺀-⻳一-鿿㐀-䶵A-Za-z\U00020000-\U0003134f]", text))
        and not re.match(
            r"=|(?:例|示例|如)[:：]|填在工作表|(?:无|没有|暂无|待定|合计|小计)$|.{1,10}[:：]", text
        )
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
