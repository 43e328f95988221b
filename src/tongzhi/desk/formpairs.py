"""Forms of labels and values, one person after another or side by side."""

from __future__ import annotations

import re

from tongzhi.desk.formlabels import SHORT_LABEL, labels_of
from tongzhi.desk.formpeople import is_dash, take_row
from tongzhi.desk.formtables import rule_of_row
from tongzhi.desk.grids import FormGrid
from tongzhi.desk.labels import field_of, plain
from tongzhi.desk.reading import FormSheet, shorten
from tongzhi.zh.bodies import plain_body


def read_pairs(sheet: FormSheet) -> None:
    """Read a form of labels and values; a second 姓名 begins the next person."""
    transposed = _transposed(sheet.grid)
    people = transposed or _labelled(sheet)
    for values in people:
        if not any(values.get(key) for key in ("name", "person", "title", "mobile", "note", "attends")):
            continue
        own = {**values, "unit": values.get("unit") or sheet.unit}
        if own.get("note") and is_dash(own["note"]):
            own.pop("note")
        cells = [value for value in own.values() if value]
        if rule_of_row(cells) == "样例":
            sheet.found.lines.leave_out("样例", sheet.grid.place, f"是样例：{shorten(cells)}")
            continue
        if (
            not own.get("name")
            and not own.get("person")
            and not own.get("title")
            and not own.get("mobile")
            and not re.search(r"请假|不参|不派|无法|不能", own.get("note", "") + own.get("attends", ""))
        ):
            continue
        take_row(sheet, own, sheet.grid.place, cells, ended=False)
    if not sheet.found.unit:
        sheet.found.unit = next((one["unit"] for one in people if one.get("unit")), "")


_OF_PERSON = (
    "name",
    "person",
    "title",
    "mobile",
    "office_phone",
    "sex",
    "ethnicity",
    "venue",
    "speaks",
    "plate",
    "meals",
    "note",
    "attends",
)


def _labelled(sheet: FormSheet) -> list[dict[str, str]]:
    people: list[dict[str, str]] = [{}]
    shared: dict[str, str] = {}
    for label, value in labels_of(sheet.grid):
        name = field_of(label)
        if not name and value and plain(label) and not field_of(value) and len(plain(label)) <= SHORT_LABEL:
            held = people[-1].get("note", "")
            people[-1]["note"] = "；".join(part for part in (held, f"{plain(label)}：{value}") if part)
            continue
        if not name or (value and field_of(value)):
            continue
        if name == "unit":
            shared.setdefault("unit", plain_body(value))
        elif name in ("filled_by", "filled_phone", "filled_at"):
            continue
        elif name in ("name", "person") and any(key in people[-1] for key in ("name", "person")):
            people.append({name: value})
        elif name in _OF_PERSON and value:
            if name == "mobile" and "mobile" in people[-1] and "name" not in people[-1]:
                continue
            people[-1].setdefault(name, value)
        elif name in ("name", "person"):
            people[-1].setdefault(name, value)
    return [{**shared, **person} for person in people]


def _transposed(grid: FormGrid) -> list[dict[str, str]]:
    """Read a form whose labels stand in the first column and whose people stand side by side."""
    rows = {
        field_of(cells[0]): cells[1:] for _, cells in grid.rows if cells and cells[0] and field_of(cells[0])
    }
    names = [cell for cell in rows.get("name", []) if cell]
    if (
        len(names) < 2
        or any(field_of(cell) for cell in names)
        or any(field_of(cell) for cells in rows.values() for cell in cells if cell)
    ):
        return []
    people = []
    for column, name in enumerate(rows["name"]):
        if name:
            people.append(
                {key: cells[column] for key, cells in rows.items() if column < len(cells) and cells[column]}
            )
    unit = next((cell for cell in rows.get("unit", []) if cell), "")
    return [{"unit": unit, **one} for one in people]
