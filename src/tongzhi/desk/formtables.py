"""Lists of people with a row of headings: where they begin, which rows are people, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongzhi.desk.formlabels import is_label_row, is_unit_line, labels_of, unit_said
from tongzhi.desk.formpeople import is_dash, take_row
from tongzhi.desk.grids import FormGrid
from tongzhi.desk.labels import field_of, plain
from tongzhi.desk.letters import is_letter
from tongzhi.desk.people import Reply
from tongzhi.desk.reading import FileReading, FormSheet, shorten
from tongzhi.errors import Problem
from tongzhi.zh.bodies import plain_body
from tongzhi.zh.people import is_post


def cells_above(grid: FormGrid) -> list[str]:
    """Give the cells above the row of headings: the title, the unit, what is changed."""
    header = find_header(grid)
    return [cell for _, cells in grid.rows[: header.first] for cell in cells if cell] if header else []


@dataclass(frozen=True, slots=True)
class FormHeader:
    """The row or two rows of headings: their first and last position, the field of each column."""

    first: int
    last: int
    columns: dict[int, str]
    beside: tuple[dict[int, str], ...] = ()
    """The columns of further people in the same row: 随行人员's 姓名, 职务, 电话 beside those of 参会领导."""


def find_header(grid: FormGrid) -> FormHeader | None:
    """Find the first row of headings."""
    found = (_header_at(grid, position) for position in range(len(grid.rows)))
    return next((header for header in found if header), None)


def _header_at(grid: FormGrid, position: int) -> FormHeader | None:
    """Read a row of headings, which names the person and at least one thing more, or two rows of them."""
    cells = grid.rows[position][1]
    columns = _columns(cells)
    if not {"name", "person"} & set(columns.values()) or len(columns) < 2:
        return None
    below_cells = grid.rows[position + 1][1] if position + 1 < len(grid.rows) else []
    below = _columns(below_cells)
    filled = [column for column, cell in enumerate(below_cells) if cell]
    all_labels = bool(filled) and all(field_of(below_cells[column]) for column in filled)
    # 单位 | 参会领导 | 随行人员 over 姓名 | 职务 | 电话 twice is no row of labels and values
    over = all_labels and sum(field_of(cell) == "name" for cell in below_cells if cell) > 1
    if not over and _is_pair_row(cells):
        return None
    if all_labels and len(below) > 1 and below != columns and not _is_pair_row(below_cells):
        kept = {
            column: name
            for column, name in columns.items()
            if column not in below and name not in below.values()
        }
        if "name" in below.values() or "name" in kept.values():
            merged = kept | {
                column: name for column, name in below.items() if not _under_contact(cells, column)
            }
            beside = _beside(below_cells, merged, cells)
            return FormHeader(position, position + 1, merged, beside)
    return FormHeader(position, position, columns, _beside(cells, columns, []))


_OF_SECOND = ("title", "mobile", "office_phone", "sex", "ethnicity", "plate", "meals", "note")


def _beside(
    cells: Sequence[str], columns: Mapping[int, str], above: Sequence[str]
) -> tuple[dict[int, str], ...]:
    """Give the columns of people who stand in the row of another: each begins with a name and has one column more."""
    groups: list[dict[int, str]] = []
    for column, cell in enumerate(cells):
        name = field_of(cell) if cell else ""
        if column in columns:
            continue
        if _under_contact(above, column):
            continue
        if name in ("name", "person"):
            groups.append({column: name})
        elif groups and name in _OF_SECOND and name not in groups[-1].values():
            groups[-1][column] = name
    return tuple(group for group in groups if len(group) > 1)


def _under_contact(cells: Sequence[str], column: int) -> bool:
    """Tell whether the heading above a column is that of whoever filled the form in: 联系人 over 姓名 and 电话."""
    above = next((cells[at] for at in range(min(column, len(cells) - 1), -1, -1) if cells[at]), "")
    # 联系人 over its own columns
    return field_of(above) in ("filled_by", "filled_phone")


def read_table(grid: FormGrid) -> FileReading:
    """Read a list of people as an office keeps it: a table with 姓名 and at least one column more, without any unit asked.

    What is no such table gives nobody.
    """
    sheet = FormSheet(grid, [], "", Reply("", ""), corrects=False, found=FileReading())
    header = find_header(grid)
    if header is not None:
        sheet.unit = outside_values(grid).get("unit", "")
        read_rows(sheet, header)
    return sheet.found


def _columns(cells: Sequence[str]) -> dict[int, str]:
    """Give the columns of a row of headings by field; of two for one field the plainer one counts."""
    columns: dict[int, str] = {}
    for column, cell in enumerate(cells):
        name = field_of(cell) if cell else ""
        if not name and plain(cell) in ("参会", "到会", "出席", "参加", "能否", "与会"):
            name = "attends"  # beside a column of names: 参会 over √ and ×
        if not name or name == "other":
            continue
        if name in columns.values():
            if (
                name == "mobile"
                and "手机" in plain(cell)
                and not any("手机" in plain(cells[at]) for at, held in columns.items() if held == "mobile")
            ):
                columns = {at: "office_phone" if held == "mobile" else held for at, held in columns.items()}
            elif (
                name == "name"
                and plain(cell) in ("姓名", "名字")
                and not any(plain(cells[at]) == "姓名" for at, held in columns.items() if held == "name")
            ):
                columns = {at: held for at, held in columns.items() if held != "name"}
            else:
                continue
        columns[column] = name
    return columns


def _is_pair_row(cells: Sequence[str]) -> bool:
    """Tell a row 姓名 | 张三 | 职务 | 局长 from a row of headings: values stand between its labels."""
    filled = [column for column, cell in enumerate(cells) if cell]
    labels = [column for column in filled if field_of(cells[column])]
    others = [column for column in filled if column not in labels]
    if any(
        is_post(cells[column]) or re.search(r"1[3-9]\d{9}", re.sub(r"[ -]", "", cells[column]))
        for column in others
    ):
        return True
    before = [
        column for column in others if filled.index(column) and filled[filled.index(column) - 1] in labels
    ]
    return bool(others) and len(others) >= len(labels) - 1 and len(before) == len(others)


def read_rows(sheet: FormSheet, header: FormHeader) -> None:
    """Read the people under a row of headings, and under those that come again further down."""
    last, columns, beside = header.last, header.columns, header.beside
    last_unit, ended = "", False
    unit = sheet.unit
    for position, (number, cells) in enumerate(sheet.grid.rows):
        if position <= last:
            continue
        again = _header_at(sheet.grid, position)
        if again is not None:
            last, columns, beside = again.last, again.columns, again.beside
            last_unit, ended = "", False
            continue
        if not any(cells):
            continue
        place = sheet.place(row=number)
        if number in sheet.grid.hidden_rows:
            sheet.found.problems.append(
                Problem(place, f"是隐藏的行，照读了：{shorten(cells)}", "不要的先删去")
            )
        rule = rule_of_row(cells)
        if rule:
            ended = ended or rule == "表下的说明"
            sheet.found.lines.leave_out(rule, place, f"是{rule}：{shorten(cells)}")
            continue
        said = unit_said(sheet.grid.place, cells)
        values = {
            name: cells[column] for column, name in columns.items() if column < len(cells) and cells[column]
        }
        if said and not values.get("title"):
            unit, last_unit = said, ""
            continue
        if any(_DRIVER.fullmatch(cell) for column, cell in enumerate(cells) if column not in columns):
            sheet.found.lines.leave_out("驾驶员", place, f"是驾驶员，不是参会人员：{shorten(cells)}")
            continue
        if re.fullmatch(r"同上|同前|[〃″＂\"”“]+|''", values.get("unit", "")):
            values["unit"] = last_unit
        if is_label_row(cells):
            sheet.found.lines.leave_out("表下的说明", place, f"是填报人一类：{shorten(cells)}")
            continue
        if (
            values.get("unit")
            and not values.get("name")
            and not values.get("person")
            and len([c for c in cells if c]) == 1
            and _is_group(values["unit"])
        ):
            sheet.found.lines.leave_out("小标题", place, f"是小标题：{shorten(cells)}")
            continue
        last_unit = values.get("unit") or last_unit
        values["unit"] = last_unit or unit
        taken = {**columns, **{at: name for group in beside for at, name in group.items()}}
        _add_rest(values, cells, taken, sheet.grid.rows[header.last][1] if header.last == last else [])
        take_row(sheet, values, place, cells, ended=ended)
        for group in beside:
            own = {name: cells[at] for at, name in group.items() if at < len(cells) and cells[at]}
            if not is_dash("".join(own.values())):
                take_row(sheet, {**own, "unit": values["unit"]}, place, cells, ended=ended)


_UNKEPT = ("other", "unit", "filled_by", "filled_phone", "filled_at", "attends")
_DRIVER = re.compile(r"(?:随车)?(?:司机|驾驶员|驾驶人)")


def _is_group(text: str) -> bool:
    return bool(re.match(r"[一二三四五六七八九十]+、|（[一二三四五]）|各|市直|县直|区直|企业$", text))


def _add_rest(
    values: dict[str, str],
    cells: Sequence[str],
    columns: Mapping[int, str],
    heads: Sequence[str],
) -> None:
    """Keep what stands in columns a reply has no field for: in the remarks, with the heading."""
    for column, cell in enumerate(cells):
        head = plain(heads[column]) if column < len(heads) else ""
        if not cell or column in columns or not head or field_of(head) in _UNKEPT:
            continue
        values["note"] = "；".join(part for part in (values.get("note", ""), f"{head}：{cell}") if part)


_EXAMPLE = re.compile(
    r"^[（(【]?(?:例|示例|样例|填写示例|填报示例|例子|范例|如)(?:[\d一二三]|[:：)）】、.,，\s]|$)|填写示例|报送时删除|填表时删除|示例行|仅供参考"
)

_SUM = re.compile(r"^(?:合计|共计|总计|小计|总人数|人数合计|共[\d一二三四五六七八九十]+人)")

_FOOT = re.compile(
    r"^(?:备注|注|说明|填表说明|填报说明|温馨提示|要求|请于|请在|此表|本表|以上)[:：.．、\d]|^(?:备注|注|说明)$|^(?:填报|填表|制表|审核|联系人|报送人|经办人|负责人签字|单位负责人|单位盖章|（?盖章|年\s*月\s*日|\d{4}年\d{1,2}月\d{1,2}日$|以上人员|请于|此表|本表)"
)


def rule_of_row(cells: Sequence[str]) -> str:
    """Give the rule by which a row is no person: 样例, 合计行, 表下的说明; empty for others."""
    filled = [cell for cell in cells if cell]
    first = plain(filled[0])
    if any(_EXAMPLE.search(cell.strip()) for cell in filled[:3]) or any(
        re.search(r"填写示例|报送时删除|填表时删除", cell) for cell in filled
    ):
        return "样例"
    if _SUM.match(first):
        return "合计行"
    if sum(bool(re.search(r"[×✕XxＸ*＊]{2,}|某某|○○|〇〇", cell)) for cell in filled) >= 2:
        return "样例"
    distinct = list(dict.fromkeys(filled))
    if _FOOT.match(filled[0].strip()) and (
        len(distinct) == 1 or first in ("备注", "注", "说明", "填表说明") or is_label_row(cells)
    ):
        return "表下的说明"
    if len(distinct) == 1 and len(distinct[0]) > 25:
        return "表下的说明"
    return ""


def outside_values(grid: FormGrid) -> dict[str, str]:
    """Give what stands around the table: unit, who filled it in, when."""
    values: dict[str, str] = {}
    header = find_header(grid)
    body = range(header.first, len(grid.rows)) if header else range(0)
    inside = {
        number
        for position, (number, cells) in enumerate(grid.rows)
        if position in body and not _is_outer(cells)
    }
    rows = [row for row in grid.rows if row[0] not in inside]
    lines = [] if is_letter(grid.lines) or any("接龙" in line for line in grid.lines) else grid.lines
    for label, value in labels_of(FormGrid(grid.place, rows, lines, grid.covered)):
        name = field_of(label)
        if (
            name in ("unit", "filled_by", "filled_phone", "filled_at")
            and name not in values
            and value
            and not field_of(value)
        ):
            values[name] = plain_body(value) if name == "unit" else value
    return values


def _is_outer(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return (
        field_of(re.split(r"[:：]", first)[0]) in ("filled_by", "filled_at", "filled_phone")
        or bool(_FOOT.match(first))
        or (is_unit_line(cells) and len([c for c in cells if c]) <= 2)
    )
