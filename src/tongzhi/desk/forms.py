"""Returned forms read: tables, label-and-value forms, chain messages, letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tongzhi.desk.chain import Line, read_line, read_tokens, replaced_names
from tongzhi.desk.chat import is_chat, messages, shows_picture, unit_of_sender
from tongzhi.desk.grids import Grid
from tongzhi.desk.labels import field_of, plain
from tongzhi.desk.letters import Letter, is_letter, read_letter
from tongzhi.desk.people import NOBODY, Asked, Doubt, Reply
from tongzhi.errors import Place, Problem
from tongzhi.read.account import Account
from tongzhi.read.tables import ERRORS
from tongzhi.zh.bodies import find_body, is_body, plain_body
from tongzhi.zh.names import normalize_name
from tongzhi.zh.people import has_surname, is_post, people_in

_HAN = r"[㐀-䶵一-鿿\U00020000-\U0003134f]"


@dataclass(slots=True)
class Reading:
    """What one returned file says.

    Attributes:
        people: those who come or ask for leave.
        doubts: what looks like a person or a reply but was not understood, each with a guess.
        problems: things to be told beside people who were read.
        lines: rows and lines that are no people, by rule.
        empty: a form was found in which nobody is written; the unit if it is known.
    """

    people: list[Reply] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: Account = field(default_factory=lambda: Account("行"))
    has_form: bool = False
    unit: str = ""
    said: str = ""
    """What a unit said without naming anybody: 说以后再报, 说已另报."""

    def add(self, other: Reading) -> None:
        """Take over what another table of the same file says."""
        self.people += other.people
        self.doubts += other.doubts
        self.problems += other.problems
        self.lines.add(other.lines)
        self.has_form = self.has_form or other.has_form
        self.unit = self.unit or other.unit
        self.said = self.said or other.said


@dataclass(slots=True)
class _Sheet:
    """One table while it is read: what stands around it, and what was found so far."""

    grid: Grid
    asked: list[Asked]
    unit: str
    common: Reply
    corrects: bool
    found: Reading

    def place(self, row: int | None = None, line: int | None = None) -> Place:
        return Place(file=self.grid.place.file, sheet=self.grid.place.sheet, row=row, line=line)


FAR = "表外的格"
"""Rule by which cells are left out that stand far from the table."""
_CORRECTS = re.compile(
    r"更正|变更|最新|修改|更换|新版|调整后|以此为准|第[二三2３3]次|重报|重新报|改版|终版|定稿"
)


def read_file(path: Path, grids: Sequence[Grid], asked: list[Asked]) -> Reading:
    """Read every table and text of a returned file."""
    total = Reading()
    for grid in grids:
        if grid.hidden:
            total.lines.leave_out("隐藏的工作表", grid.place, "是隐藏的工作表，没有读")
        elif grid.far:
            total.lines.leave_out(FAR, grid.place, grid.far, "不是误填就移到表里")
    grids = [grid for grid in grids if not grid.hidden]
    if not grids:
        return total
    grids = _without_old(grids, total)
    changed = datetime.fromtimestamp(path.stat().st_mtime)
    shared: dict[str, str] = {}
    for grid in grids:
        if len(grids) > 1 and _find_header(grid) is None:
            shared = {**_outside_values(grid), **shared}
    text = " ".join(
        line
        for grid in grids
        for line in [*grid.lines[:3], *(cell for _, cells in grid.rows[:2] for cell in cells)]
    )
    corrects = bool(_CORRECTS.search(path.stem) or re.search(r"更正|变更参会|更换参会|以此为准", text))
    named = _unit_of_file(path, asked)
    seen_lines: set[int] = set()
    for grid in grids:
        own = grid if id(grid.lines) not in seen_lines else replace(grid, lines=[])
        seen_lines.add(id(grid.lines))
        outside = {**shared, **_outside_values(grid)}
        filled = _moment(outside.get("filled_at", ""))
        gone, is_rest_kept = _said_of_change([*own.lines[:6], *_cells_above(own)])
        common = Reply(
            "",
            "",
            replaces=gone,
            adds=is_rest_kept and not gone,
            filled_by=outside.get("filled_by", ""),
            filled_phone=outside.get("filled_phone", ""),
            at=_when(filled, changed),
            filled_at=filled,
            corrects=corrects,
        )
        sheet = _Sheet(own, asked, outside.get("unit", ""), common, corrects, Reading())
        _read_grid(sheet, named, is_only=len(grids) == 1)
        total.add(sheet.found)
    if not total.people and not total.doubts:
        _read_lines_around(path, grids, asked, total, changed, named, corrects=corrects)
    total.unit = (
        total.unit
        or shared.get("unit", "")
        or named
        or next((_unit_above(grid, len(grid.rows), asked) for grid in grids), "")
    )
    return total


_INSTEAD = re.compile(r"(?:更)?(?:改|换|变更|调整|更换)(?:为|成|由|派)|现(?:改|由|换)|作废|取消|，|；|。|,")
_REST_KEPT = re.compile(r"(?:其[他余它]|另外)(?:人员|同志|参会人员|的)?(?:均|都)?(?:不变|照旧|同前|不动)")


def _cells_above(grid: Grid) -> list[str]:
    header = _find_header(grid)
    return [cell for _, cells in grid.rows[: header.first] for cell in cells if cell] if header else []


def _said_of_change(texts: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Give whose place others take by the words over a table (原报张三改为李四), and whether the rest stays (其他不变)."""
    gone: list[str] = []
    for text in texts:
        for found in re.finditer(r"原(?:报|定|为)?的?|将|把|取消", text):
            said = _INSTEAD.split(text[found.end() :], maxsplit=1)[0]
            said = re.sub(r"同志|参会|参加|出席", "", said).strip('“”"：: 　')
            named = [name for name, _ in people_in(said)] if len(said) < 30 else []
            gone += named or ([said] if len(said) <= 4 and has_surname(said) else [])
    return tuple(dict.fromkeys(map(normalize_name, gone))), any(map(_REST_KEPT.search, texts))


_OLD = re.compile(r"旧|作废|备份|往年|上次|去年|示例|样表|范例|模板|填写说明|填表说明")


def _without_old(grids: Sequence[Grid], total: Reading) -> list[Grid]:
    """Leave out sheets that by their name are old, examples or guides, when another sheet is left."""
    kept = [grid for grid in grids if not (grid.place.sheet and _OLD.search(grid.place.sheet))]
    if not kept or not any(_find_header(grid) or _is_form(grid) for grid in kept):
        return list(grids)
    for grid in grids:
        if grid not in kept:
            total.lines.leave_out(
                "旧的或作样子的工作表", grid.place, f"工作表“{grid.place.sheet}”按名称不是这次的名单，没有读"
            )
    return kept


def _when(filled: datetime | None, changed: datetime) -> datetime:
    """Give when a form was filled in: as it says; its file's time when that is of the same day and so more exact."""
    if filled is None or (filled.date() == changed.date() and not (filled.hour or filled.minute)):
        return changed
    return filled


def _read_grid(sheet: _Sheet, named: str, *, is_only: bool) -> None:
    grid = sheet.grid
    header = _find_header(grid)
    if header is not None:
        sheet.unit = sheet.unit or _unit_above(grid, header.first, sheet.asked) or named
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        _read_table(sheet, header)
    elif grid.rows and (is_pairs := _is_form(grid)):
        del is_pairs
        sheet.unit = sheet.unit or _unit_above(grid, len(grid.rows), sheet.asked) or named
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        _read_pairs(sheet)
    elif grid.rows:
        if _is_guide(grid):
            sheet.found.lines.leave_out("填表说明", grid.place, "是填表说明，不是名单")
            return
        lines = [(number, " ".join(cell for cell in cells if cell)) for number, cells in grid.rows]
        _read_chain(sheet, [(number, line) for number, line in lines if line], named, rows=True)
    elif grid.lines:
        _read_text(sheet, named)
    del is_only


def _is_guide(grid: Grid) -> bool:
    """Tell a sheet that explains how to fill in the others."""
    first = " ".join(cell for _, cells in grid.rows[:2] for cell in cells if cell)
    return bool(
        re.search(r"说明|须知|注意事项|填报要求|下拉|字典|代码表", f"{grid.place.sheet or ''} {first}")
    )


def _read_text(sheet: _Sheet, named: str) -> None:
    lines = sheet.grid.lines
    if is_chat(lines):
        _read_chat(sheet, named)
    elif _has_labels(lines) and (not is_letter(lines) or _names_by_label(lines)):
        sheet.unit = sheet.unit or named or (read_letter(lines).unit if is_letter(lines) else "")
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        _read_pairs(sheet)
    elif is_letter(lines):
        _read_letter(sheet, named)
    else:
        _read_chain(sheet, list(enumerate(lines, start=1)), named, rows=False)


def _read_lines_around(
    path: Path,
    grids: Sequence[Grid],
    asked: list[Asked],
    total: Reading,
    changed: datetime,
    named: str,
    *,
    corrects: bool,
) -> None:
    """Read the letter around a table in which nobody stands: 附件的表是空的，信里写了人."""
    lines = next((grid.lines for grid in grids if grid.lines), [])
    if not lines or not any(grid.rows for grid in grids) or not is_letter(lines):
        return
    common = Reply("", "", at=changed, corrects=corrects)
    sheet = _Sheet(Grid(Place(file=path.name), [], lines), asked, "", common, corrects, Reading())
    _read_letter(sheet, named)
    total.add(sheet.found)


def _has_labels(lines: Sequence[str]) -> bool:
    """Tell a form typed as text: 姓名：张三　职务：局长, not the numbered lines of a chain message."""
    labelled = [label for line in lines for label, _ in _inline(line)]
    fields = {field_of(label) for label in labelled}
    numbered = sum(
        bool(re.match(r"\s*(?:[①-⑳]|\d{1,3}\s*[.．、)）])", line))
        and not any(field_of(label) for label, _ in list(_inline(line))[:1])
        for line in lines
    )
    return (
        "name" in fields
        and len(fields - {""}) > 1
        and numbered < 2
        and not any("接龙" in line for line in lines)
    )


def _names_by_label(lines: Sequence[str]) -> bool:
    """Tell a letter whose people stand under labels of their own: 姓名：…, 职务：…"""
    values = {field_of(label): value for line in lines for label, value in _inline(line)}
    return bool(values.get("name")) and bool(values.get("title") or values.get("mobile"))


def _unit_above(grid: Grid, rows: int, asked: list[Asked]) -> str:
    """Find the unit in the title over the table: 市应急局参会名单."""
    above = [*grid.lines[:6], *(cell for _, cells in grid.rows[:rows] for cell in cells if cell)]
    hits = {
        one.unit for one in asked for text in above if one.unit in text or (one.short and one.short in text)
    }
    if len(hits) == 1:
        return hits.pop()
    for text in above:
        head = re.match(
            r"(?:关于)?(.{2,30}?)(?:参会|参加|出席|与会|会议|报名|人员|回执|名单)", re.sub(r"\s", "", text)
        )
        if head and is_body(head[1]) and not re.search(r"全[市县区省]|会$", head[1]):
            return head[1]
    return ""


def _unit_of_file(path: Path, asked: list[Asked]) -> str:
    """Find the unit in the name of the file (参会回执-青川县.xlsx) when the form does not say it."""
    hits = {one.unit for one in asked if one.unit in path.stem or (one.short and one.short in path.stem)}
    if len(hits) == 1:
        return hits.pop()
    listed = [(one.unit, one.short) for one in asked]
    bare = re.sub(
        r"参会|参加|回执|回复|人员|名单|报名|表|[（(].*?[)）]|附件\d*|复?函|请假|更正|最新|会议|反馈|报送|[\d\-_—.\s]+",
        " ",
        path.stem,
    )
    for word in [word for word in bare.split() if len(word) > 1]:
        found = find_body(word, listed) if listed else None
        if found is not None and found.sure:
            return listed[found.index][0]
    return ""


# ---------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    last: int
    columns: dict[int, str]
    words: dict[int, str]


def _find_header(grid: Grid) -> _Header | None:
    found = (_header_at(grid, position) for position in range(len(grid.rows)))
    return next((header for header in found if header), None)


def _header_at(grid: Grid, position: int) -> _Header | None:
    """Read a row of headings, which names the person and at least one thing more, or two rows of them."""
    cells = grid.rows[position][1]
    columns = _columns(cells)
    if not {"name", "person"} & set(columns.values()) or len(columns) < 2 or _is_pair_row(cells, columns):
        return None
    words = {column: plain(cells[column]) for column in columns}
    below_cells = grid.rows[position + 1][1] if position + 1 < len(grid.rows) else []
    below = _columns(below_cells)
    filled = [column for column, cell in enumerate(below_cells) if cell]
    all_labels = bool(filled) and all(field_of(below_cells[column]) for column in filled)
    if all_labels and len(below) > 1 and below != columns and not _is_pair_row(below_cells, below):
        kept = {
            column: name
            for column, name in columns.items()
            if column not in below and name not in below.values()
        }
        if "name" in below.values() or "name" in kept.values():
            merged = kept | {
                column: name for column, name in below.items() if not _under_contact(cells, column)
            }
            words = {
                column: plain(below_cells[column] if column in below else cells[column]) for column in merged
            }
            return _Header(position, position + 1, merged, words)
    return _Header(position, position, columns, words)


def _under_contact(cells: Sequence[str], column: int) -> bool:
    """Tell whether the heading above a column is that of whoever filled the form in: 联系人 over 姓名 and 电话."""
    above = next((cells[at] for at in range(min(column, len(cells) - 1), -1, -1) if cells[at]), "")
    return field_of(above) in ("filled_by", "filled_phone")


def read_table(grid: Grid) -> Reading:
    """Read a list of people as an office keeps it: a table with 姓名 and at least one column more, without any unit asked.

    What is no such table gives nobody.
    """
    sheet = _Sheet(grid, [], "", Reply("", ""), corrects=False, found=Reading())
    header = _find_header(grid)
    if header is not None:
        sheet.unit = _outside_values(grid).get("unit", "")
        _read_table(sheet, header)
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
            if name == "mobile" and "手机" in plain(cell):
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


def _is_pair_row(cells: Sequence[str], columns: Mapping[int, str]) -> bool:
    """Tell a row 姓名 | 张三 | 职务 | 局长 from a row of headings: values stand between its labels."""
    filled = [column for column, cell in enumerate(cells) if cell]
    labels = [column for column in filled if field_of(cells[column])]
    others = [column for column in filled if column not in labels]
    if any(
        is_post(cells[column]) or re.search(r"1[3-9]\d{9}", re.sub(r"[ -]", "", cells[column]))
        for column in others
    ):
        return True
    del columns
    before = [
        column for column in others if filled.index(column) and filled[filled.index(column) - 1] in labels
    ]
    return bool(others) and len(others) >= len(labels) - 1 and len(before) == len(others)


def _read_table(sheet: _Sheet, header: _Header) -> None:
    """Read the people under a row of headings, and under those that come again further down."""
    last, columns, words = header.last, header.columns, header.words
    last_unit, ended = "", False
    unit = sheet.unit
    for position, (number, cells) in enumerate(sheet.grid.rows):
        if position <= last:
            continue
        again = _header_at(sheet.grid, position)
        if again is not None:
            last, columns, words = again.last, again.columns, again.words
            last_unit, ended = "", False
            continue
        if not any(cells):
            continue
        place = sheet.place(row=number)
        if number in sheet.grid.hidden_rows:
            sheet.found.problems.append(
                Problem(place, f"是隐藏的行，照读了：{_short(cells)}", "不要的先删去")
            )
        rule = _rule_of_row(cells)
        if rule:
            ended = ended or rule == "表下的说明"
            sheet.found.lines.leave_out(rule, place, f"是{rule}：{_short(cells)}")
            continue
        said = _unit_said(sheet.grid.place, cells)
        values = {
            name: cells[column] for column, name in columns.items() if column < len(cells) and cells[column]
        }
        if said and not values.get("title"):
            unit, last_unit = said, ""
            continue
        if any(_DRIVER.fullmatch(cell) for column, cell in enumerate(cells) if column not in columns):
            sheet.found.lines.leave_out("驾驶员", place, f"是驾驶员，不是参会人员：{_short(cells)}")
            continue
        if re.fullmatch(r"同上|同前|[〃″＂\"”“]+|''", values.get("unit", "")):
            values["unit"] = last_unit
        if _is_label_row(cells):
            sheet.found.lines.leave_out("表下的说明", place, f"是填报人一类：{_short(cells)}")
            continue
        if (
            values.get("unit")
            and not values.get("name")
            and not values.get("person")
            and len([c for c in cells if c]) == 1
            and _is_group(values["unit"])
        ):
            sheet.found.lines.leave_out("小标题", place, f"是小标题：{_short(cells)}")
            continue
        last_unit = values.get("unit") or last_unit
        values["unit"] = last_unit or unit
        _add_rest(
            values, cells, columns, words, sheet.grid.rows[header.last][1] if header.last == last else []
        )
        _take_row(sheet, values, place, cells, ended=ended)


_DRIVER = re.compile(r"(?:随车)?(?:司机|驾驶员|驾驶人)")


def _is_group(text: str) -> bool:
    return bool(re.match(r"[一二三四五六七八九十]+、|（[一二三四五]）|各|市直|县直|区直|企业$", text))


def _is_label_row(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return (
        field_of(first.split("：")[0].split(":")[0]) in ("filled_by", "filled_at", "filled_phone")
        and len(plain(first)) > 1
    )


def _add_rest(
    values: dict[str, str],
    cells: Sequence[str],
    columns: Mapping[int, str],
    words: Mapping[int, str],
    heads: Sequence[str],
) -> None:
    """Keep what stands in columns a reply has no field for: in the remarks, with the heading."""
    del words
    for column, cell in enumerate(cells):
        head = plain(heads[column]) if column < len(heads) else ""
        if not cell or column in columns or not head or field_of(head):
            continue
        values["note"] = "；".join(part for part in (values.get("note", ""), f"{head}：{cell}") if part)


_EXAMPLE = re.compile(
    r"^[（(【]?(?:例|示例|样例|填写示例|填报示例|例子|范例|如)(?:[\d一二三]|[:：)）】、.,，\s]|$)|填写示例|报送时删除|填表时删除|示例行|仅供参考"
)
_SUM = re.compile(r"^(?:合计|共计|总计|小计|总人数|人数合计|共[\d一二三四五六七八九十]+人)")
_FOOT = re.compile(
    r"^(?:备注|注|说明|填表说明|填报说明|温馨提示|要求|请于|请在|此表|本表|以上)[:：.．、\d]|^(?:备注|注|说明)$|^(?:填报|填表|制表|审核|联系人|报送人|经办人|负责人签字|单位负责人|单位盖章|（?盖章|年\s*月\s*日|\d{4}年\d{1,2}月\d{1,2}日$|以上人员|请于|此表|本表)"
)


def _rule_of_row(cells: Sequence[str]) -> str:
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
        len(distinct) == 1 or first in ("备注", "注", "说明", "填表说明") or _is_label_row(cells)
    ):
        return "表下的说明"
    if len(distinct) == 1 and len(distinct[0]) > 25:
        return "表下的说明"
    return ""


def _short(cells: Sequence[str]) -> str:
    text = " ".join(dict.fromkeys(cell.replace("\n", " ") for cell in cells if cell))
    return text if len(text) <= 40 else f"{text[:40]}…"


def _unit_said(place: Place, cells: list[str]) -> str:
    """Give the unit that stands over a further table: `单位：甲`."""
    labels = _labels(Grid(place, [(0, cells)]))
    return (
        next(
            (value for label, value in labels if field_of(label) == "unit" and value and not field_of(value)),
            "",
        )
        if _is_unit_line(cells)
        else ""
    )


def _is_unit_line(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return field_of(re.split(r"[:：]", first)[0]) == "unit"


_NOBODY_COMES = re.compile(
    r"^(?:因.{1,20})?(?:请假|不(?:能)?(?:参加|参会|出席|派)|无法参[加会]|缺席|无人参[加会]|不参)|^(?:无|没有|暂无|[-—－/\\]+)$"
)


def _take_row(
    sheet: _Sheet, values: dict[str, str], place: Place, cells: Sequence[str], *, ended: bool
) -> None:
    name = values.get("name", "")
    note = f"{values.get('note', '')} {values.get('attends', '')} {values.get('venue', '')}"
    if values.get("person") and not name:
        found = read_tokens(values["person"], sheet.asked)
        if found:
            for one in found:
                _take_person(sheet, {**values, **{key: value for key, value in one.items() if value}}, place)
            return
    if not name or _NOBODY_COMES.search(name):
        told = " ".join(part for part in (name, note.strip()) if part)
        if re.search(r"请假|不参|不派|无法参|不能参|缺席|无人", told) or plain(values.get("attends", "")) in (
            "否",
            "不参加",
        ):
            _take_person(
                sheet,
                {
                    **values,
                    "name": NOBODY,
                    "title": "" if _is_dash(values.get("title", "")) else values.get("title", ""),
                    "mobile": "" if _is_dash(values.get("mobile", "")) else values.get("mobile", ""),
                    "note": f"不参加：{told}",
                },
                place,
            )
        elif (
            (values.get("title") or values.get("mobile"))
            and not _is_dash(values.get("title", ""))
            and not ended
        ):
            sheet.found.doubts.append(
                _doubt(sheet, values, place, _short(cells), "这一行没有姓名", "补上姓名；没有人参会就写 无")
            )
        elif not ended and name and not re.fullmatch(r"(?:无|没有|暂无|[-—－/\\]+)", name):
            sheet.found.doubts.append(
                _doubt(sheet, values, place, _short(cells), f"姓名格里是“{name[:20]}”", "补上姓名")
            )
        return
    if name in ERRORS or name.startswith("="):
        sheet.found.doubts.append(
            _doubt(
                sheet,
                {**values, "name": ""},
                place,
                _short(cells),
                f"姓名格里是“{name[:20]}”，不像姓名",
                "公式没有结果，补上姓名后重报",
            )
        )
        return
    if re.fullmatch(r"待定|未定|待报|稍后.*|另报.*", name):
        sheet.found.said = f"说人选{name}"
        sheet.found.unit = sheet.found.unit or values.get("unit", "")
        sheet.found.doubts.append(
            _doubt(
                sheet, {**values, "name": ""}, place, _short(cells), f"姓名格里是“{name}”", "等单位补上姓名"
            )
        )
        return
    if ended and not (values.get("title") or values.get("mobile")):
        sheet.found.lines.leave_out("表下的说明", place, f"是表下的话：{_short(cells)}")
        return
    _take_person(sheet, values, place)


def _is_dash(text: str) -> bool:
    return bool(re.fullmatch(r"[-—－/\\\s无]*", text))


_BETWEEN = r"\s*[、，,；;/\n]\s*"


def _take_person(sheet: _Sheet, values: dict[str, str], place: Place) -> None:
    """Take the person of a row, or each of several that share its cells."""
    for key in ("title", "mobile"):
        if values.get(key) in ERRORS or values.get(key, "").startswith("="):
            sheet.found.problems.append(
                Problem(
                    place, f"“{values['name']}”的{_WORDS[key]}是 {values[key]}", "公式没有结果，补上后重报"
                )
            )
            values = {**values, key: ""}
    singles, doubt = _one_by_one(values, sheet.asked)
    if doubt:
        guess = {**values, "name": "、".join(one["name"] for one in singles)}
        sheet.found.doubts.append(
            _doubt(
                sheet,
                guess,
                place,
                "，".join(
                    value
                    for key, value in values.items()
                    if key in ("unit", "name", "title", "mobile") and value
                ).replace("\n", " "),
                doubt,
                "一人一行，职务、手机各写各的",
            )
        )
        return
    for single in singles:
        one = _reply(single, place, sheet)
        if one.is_leave is False and re.search(rf"请假.{{0,6}}由{_HAN}{{2,}}", one.note):
            sheet.found.problems.append(
                Problem(place, f"“{one.name}”的备注是“{one.note}”，来的不是本人", "把来的人写进姓名栏")
            )
        if one.name != NOBODY and not _is_name(one.name):
            guess = {**single, "name": ""}
            sheet.found.doubts.append(
                _doubt(
                    sheet,
                    guess,
                    place,
                    "，".join(
                        value
                        for value in (single.get("unit", ""), one.name, single.get("title", ""))
                        if value
                    ),
                    f"姓名格里是“{one.name[:20]}”，不像姓名",
                    "补上姓名",
                )
            )
            continue
        sheet.found.people.append(one)


_WORDS = {"title": "职务", "mobile": "手机"}


def _doubt(
    sheet: _Sheet, values: Mapping[str, str], place: Place, text: str, why: str, instead: str = ""
) -> Doubt:
    guess = Reply(
        values.get("unit", "") or sheet.unit, normalize_name(values.get("name", "")), values.get("title", "").replace("\n", "、"), _read_phone(values.get("mobile", "")),
        note=values.get("note", ""), place=place, at=sheet.common.at, corrects=sheet.corrects,
    )  # fmt: skip
    return Doubt(guess, text, why, instead)


def _one_by_one(values: dict[str, str], asked: list[Asked]) -> tuple[list[dict[str, str]], str]:
    """Part a cell that names several people, when what the row says of them parts in the same way; else say the doubt."""
    cell = values.get("name", "").strip()
    joined = _read_name(cell)
    if "\n" not in cell and (
        not re.search(_BETWEEN + "|[（(]|[和及与]| ", joined) or re.fullmatch(r"[A-Za-z .'\-]+", joined)
    ):
        return [values], ""
    lines = [line for line in re.split(r"\s*\n\s*", cell) if line]
    if len(lines) > 1 and len("".join(lines)) <= 4 and all(len(normalize_name(line)) == 1 for line in lines):
        return [{**values, "name": "".join(lines)}], ""
    names = [
        _read_name(part) for part in re.split(r"[、，,；;/\n]|(?<=..)[和及与](?=..)", cell) if part.strip()
    ]
    if len(names) == 1 and _is_several(names[0]):
        names = names[0].split(" ")
    bare = [re.sub(r"[（(].*?[）)]$", "", name).strip() for name in names]
    if len(names) == 1 or not all(
        re.fullmatch(rf"{_HAN}{{2,4}}|{_HAN}+(?:[·•．‧・]{_HAN}+)+|[A-Za-z .]+", name) for name in bare
    ):
        return _from_words(values, cell, asked)
    parted: dict[str, list[str]] = {}
    for key in ("title", "mobile", "sex", "ethnicity", "plate"):
        if not values.get(key):
            continue
        parts = _parts(values[key], len(names), is_post=key == "title")
        if len(parts) == len(names):
            parted[key] = parts
        elif key in ("title", "mobile") and len(parts) > 1:
            return [
                {**values, "name": name} for name in bare
            ], f"一格里写了 {len(names)} 个人，{_WORDS[key]}有 {len(parts)} 个，对不上"
        elif key == "mobile" or (key == "title" and len(names) > 1 and not re.search(r"均|都", values[key])):
            return [
                {**values, "name": name} for name in bare
            ], f"一格里写了 {len(names)} 个人，{_WORDS[key]}只有 1 个"
    return [
        {**values, "name": name, **{key: parts[at] for key, parts in parted.items()}}
        for at, name in enumerate(names)
    ], ""


def _from_words(values: dict[str, str], cell: str, asked: list[Asked]) -> tuple[list[dict[str, str]], str]:
    """Read a name cell that holds more than a name: 张三（副局长）, 副局长张三 13800000000."""
    remark = re.search(r"[（(]([^（()）]*)[）)]$", cell.replace("\n", " "))
    if remark and not is_post(remark[1]) and not re.search(r"\d{7}", remark[1]):
        return [values], ""
    found = [one for one in read_tokens(cell.replace("\n", "；"), asked, with_units=False) if one.get("name")]
    if not found or not all(has_surname(one["name"]) or one.get("title") for one in found):
        return [values], ""
    if len(found) == 1:
        one = found[0]
        extra = {key: one[key] for key in ("title", "mobile") if one.get(key) and not values.get(key)}
        return [{**values, "name": one["name"], **extra}], ""
    if all(one.get("title") for one in found):
        made = [{**values, **{key: one.get(key, "") for key in ("name", "title", "mobile")}} for one in found]
        if values.get("mobile") and not any(one["mobile"] for one in made):
            # the numbers stand in a cell of their own: one for each, or it is asked whose they are
            numbers = _parts(values["mobile"], len(made), is_post=False)
            if len(numbers) != len(made):
                guess = [{**one, "mobile": values["mobile"]} for one in made]
                return guess, f"一格里写了 {len(made)} 个人，手机有 {len(numbers)} 个，对不上"
            made = [{**one, "mobile": number} for one, number in zip(made, numbers, strict=True)]
        return made, ""
    return [values], "一格里像是写了几个人"


def _parts(text: str, count: int, *, is_post: bool) -> list[str]:
    """Part a cell for so many people: at line breaks if these give the number, else at other marks."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == count:
        return lines
    parts = [part for part in re.split(r"[、，,；;/\n]", text) if part.strip()]
    if is_post and len(parts) != count:
        whole: list[str] = []
        for part in parts:
            if whole and re.search(r"(?:成员|委员|常委)$", whole[-1]):
                whole[-1] += f"、{part.strip()}"
            else:
                whole.append(part.strip())
        if len(whole) == count:
            return whole
    if not is_post and len(parts) != count:
        numbers = re.findall(r"1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}|0\d{2,3}-?\d{7,8}", text)
        if len(numbers) == count:
            return numbers
    return [part.strip() for part in parts]


def _is_several(name: str) -> bool:
    return bool(re.search(rf"{_HAN}{{2}}(?:{_BETWEEN}| ){_HAN}{{2}}", name))


_STAYS_AWAY = ("否", "不参加", "不参会", "请假", "不能", "不", "×", "✗", "✘", "╳", "x", "X", "N")


def _reply(values: Mapping[str, str], place: Place, sheet: _Sheet) -> Reply:
    known = {name: value for name, value in values.items() if name in Reply.__dataclass_fields__ and value}
    name = _read_name(known.get("name", ""))
    inside = re.search(r"[（(]([^（()）]*)[）)]$", name)
    if inside:
        name = name[: inside.start()].strip()
        known["note"] = "；".join(part for part in (known.get("note", ""), inside[1]) if part)
    name = re.sub(r"同志$", "", name)
    known["name"] = normalize_name(name) if name != NOBODY else name
    known["unit"] = plain_body(known.get("unit", ""))
    known["title"] = re.sub(r"\s*\n\s*", "、", known.get("title", "")).strip()
    known["mobile"] = _read_phone(known.get("mobile", "") or values.get("office_phone", ""))
    if known.get("note"):
        known["note"] = known["note"].replace("\n", " ")
    attends = plain(values.get("attends", ""))
    if attends in _STAYS_AWAY and name != NOBODY:
        known["note"] = "；".join(part for part in (known.get("note", ""), "不参加") if part)
    own = replace(sheet.common, **known, place=place)  # type: ignore[arg-type]  # fields of text only
    return replace(own, replaces=tuple(dict.fromkeys((*own.replaces, *replaced_names(own.note)))))


def _read_name(text: str) -> str:
    """Give 张三 for 张 三; the blank of Latin names stays, and one between what may be two people: 王五 赵六."""
    name = re.sub(r"\s+", " ", text.replace("　", " ")).strip()
    name = re.sub(r" ?([·•．・‧（()）]) ?", r"\1", name)
    if _is_several(name) and not _is_one(name):
        return name
    return re.sub(rf"(?<={_HAN}) (?={_HAN})", "", name)


def _is_one(name: str) -> bool:
    """Tell one name written with a blank (欧阳 修文) from two: a compound surname alone is no person."""
    parts = name.split(" ")
    return (
        len(parts) == 2
        and len(parts[0]) == 2
        and has_surname(parts[0] + parts[1][:1])
        and not has_surname(parts[0])
    )


def _read_phone(text: str) -> str:
    """Give 13800000000 for 138 0000 0000 and 13800000000.0; several numbers joined by 、."""
    text = unicodedata.normalize("NFKC", text.replace("、", "\n")).lstrip("'")
    if _is_dash(text):
        return ""
    numbers = [
        re.sub(r"\.0$|^\+?86[ \-]?(?=1)", "", part.strip())
        for part in re.split(r"[\n、，,;；/]+", text)
        if part.strip()
    ]
    return "、".join(
        re.sub(r"[ \-－]", "", part) if re.fullmatch(r"1[3-9]\d[ \-－]?\d{4}[ \-－]?\d{4}", part) else part
        for part in numbers
    )


def _is_name(text: str) -> bool:
    """Tell a name from a label, a sentence and what is no word."""
    return (
        text not in ERRORS
        and bool(re.search(r"[⺀-⻳一-鿿㐀-䶵A-Za-z\U00020000-\U0003134f]", text))
        and not re.match(r"=|填在工作表|(?:无|没有|暂无|待定|合计|小计)$|.{1,10}[:：]", text)
        and len(text) <= 30
        and not re.search(r"[。；！？\d]", text)
        and not field_of(text)
    )


# ---------------------------------------------------------------- labels and values


def _is_form(grid: Grid) -> bool:
    """Tell a form of labels and values: at least two labels, one of them of the person."""
    labels = {field_of(label) for label, _ in _labels(Grid(grid.place, grid.rows))}
    return bool(labels & {"name", "person"}) and len(labels - {""}) > 1


def _labels(grid: Grid) -> Iterator[tuple[str, str]]:
    """Give label and value wherever they stand: `单位：甲`, or in neighbouring cells; an empty value is given too."""
    for line in grid.lines:
        yield from _inline(line)
    for number, cells in grid.rows:
        position = 0
        while position < len(cells):
            cell = cells[position]
            if not cell:
                position += 1
                continue
            pairs = list(_inline(cell))
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
            elif position % 2 == 0 and len(plain(cell)) <= _SHORT and not re.search(r"[\d，。]", cell):
                yield cell, value  # a label that no reply keeps: 驾驶员
                position = following + 1
            else:
                position += 1


def _inline(text: str) -> Iterator[tuple[str, str]]:
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


def _outside_values(grid: Grid) -> dict[str, str]:
    """Give what stands around the table: unit, who filled it in, when."""
    values: dict[str, str] = {}
    header = _find_header(grid)
    body = range(header.first, len(grid.rows)) if header else range(0)
    inside = {
        number
        for position, (number, cells) in enumerate(grid.rows)
        if position in body and not _is_outer(cells)
    }
    rows = [row for row in grid.rows if row[0] not in inside]
    lines = [] if is_letter(grid.lines) or any("接龙" in line for line in grid.lines) else grid.lines
    for label, value in _labels(Grid(grid.place, rows, lines, grid.covered)):
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
        or (_is_unit_line(cells) and len([c for c in cells if c]) <= 2)
    )


def _read_pairs(sheet: _Sheet) -> None:
    """Read a form of labels and values; a second 姓名 begins the next person."""
    transposed = _transposed(sheet.grid)
    people = transposed or _labelled(sheet)
    for values in people:
        if not any(values.get(key) for key in ("name", "person", "title", "mobile", "note", "attends")):
            continue
        own = {**values, "unit": values.get("unit") or sheet.unit}
        if own.get("note") and _is_dash(own["note"]):
            own.pop("note")
        cells = [value for value in own.values() if value]
        if _rule_of_row(cells) == "样例":
            sheet.found.lines.leave_out("样例", sheet.grid.place, f"是样例：{_short(cells)}")
            continue
        if (
            not own.get("name")
            and not own.get("person")
            and not own.get("title")
            and not own.get("mobile")
            and not re.search(r"请假|不参|不派|无法|不能", own.get("note", "") + own.get("attends", ""))
        ):
            continue
        _take_row(sheet, own, sheet.grid.place, cells, ended=False)
    if not sheet.found.unit:
        sheet.found.unit = next((one["unit"] for one in people if one.get("unit")), "")


_SHORT = 6
"""A label that is none of ours is no longer than this."""
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


def _labelled(sheet: _Sheet) -> list[dict[str, str]]:
    people: list[dict[str, str]] = [{}]
    shared: dict[str, str] = {}
    for label, value in _labels(sheet.grid):
        name = field_of(label)
        if not name and value and plain(label) and not field_of(value) and len(plain(label)) <= _SHORT:
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


def _transposed(grid: Grid) -> list[dict[str, str]]:
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


# ---------------------------------------------------------------- chain messages and letters


def _read_chain(sheet: _Sheet, lines: Sequence[tuple[int, str]], named: str, *, rows: bool) -> None:
    carried, numbered = "", False
    corrected: set[str] = set()
    outside = sheet.unit or named
    for number, text in lines:
        line = read_line(text, sheet.asked)
        place = sheet.place(row=number) if rows else sheet.place(line=number)
        match line.kind:
            case "aside":
                sheet.found.lines.leave_out(line.why, place, f"没有算人（{line.why}）：{text[:40]}")
            case "unit":
                carried, numbered = line.unit, line.has_ordinal
            case "correction":
                corrected.add(line.unit)
                carried, numbered = line.unit, line.has_ordinal
                sheet.found.lines.leave_out("说要更正", place, f"“{line.unit}”说要更正：{text[:40]}")
            case "pending" | "elsewhere":
                sheet.found.lines.leave_out(line.why, place, f"“{line.unit}”{line.why}：{text[:40]}")
            case "unread":
                guess = dict(line.people[0]) if line.people else {}
                guess.setdefault("unit", line.unit or carried or outside)
                sheet.found.doubts.append(
                    _doubt(sheet, guess, place, text, line.why, "照“单位 姓名 职务 手机”写")
                )
            case _:
                _take_chain_line(
                    sheet,
                    line,
                    place,
                    text,
                    carried if not (numbered and line.has_ordinal) else "",
                    outside,
                    corrected,
                )


_CHANGES = re.compile(r"换成|换为|改成|改为|改派|变更为|调整为|更换为|重新报|以.{0,4}为准|更正")


def _read_chat(sheet: _Sheet, named: str) -> None:
    """Read a chat saved as text, message by message; a later message of one sender that changes an earlier one replaces it."""
    for message in messages(sheet.grid.lines):
        if message.number:
            said = f"{message.when} {message.sender}"
            sheet.found.lines.leave_out(
                "聊天记录的发送人和时间", sheet.place(line=message.number), f"是发送人和时间：{said}"
            )
        unit = unit_of_sender(message.sender, sheet.asked)
        kept = []
        for number, text in message.lines:
            if shows_picture(text):
                place = sheet.place(line=number)
                sheet.found.lines.leave_out(
                    "图片和文件", place, f"“{unit or message.sender}”发的图片、文件认不出字：{text[:40]}"
                )
                sheet.found.problems.append(
                    Problem(
                        place,
                        f"“{unit or message.sender}”发的图片、文件认不出字：{text[:40]}",
                        "请单位另报文字",
                    )
                )
            else:
                kept.append((number, text))
        corrects = any(_CHANGES.search(text) for _, text in kept)
        before = len(sheet.found.people)
        own = replace(sheet, unit=unit)
        _read_chain(own, kept, unit or named, rows=False)
        if corrects:
            sheet.found.people[before:] = [replace(one, corrects=True) for one in sheet.found.people[before:]]


def _take_chain_line(
    sheet: _Sheet, line: Line, place: Place, text: str, carried: str, outside: str, corrected: set[str]
) -> None:
    for one in line.people:
        values = {**one, "unit": one.get("unit") or line.unit or carried or outside}
        if line.kind == "leave" and not re.search(r"请假|不|无法|缺席|无人|未能", values.get("note", "")):
            values["note"] = " ".join(part for part in (values.get("note", ""), text) if part)
        made = _reply(values, place, sheet)
        again = values["unit"] in corrected or bool(re.search(r"更正|有误|以.{0,4}为准|改为|变更|原报", text))
        sheet.found.people.append(replace(made, corrects=made.corrects or again))
    said = re.search(r"\+(\d)|(\d|[一二两三四五六七八九])[人位]", text)
    if said and line.kind == "people":
        wanted = _NUMBERS.find((said[1] or said[2]).replace("两", "二")) % 10
        if wanted > len(line.people):
            sheet.found.problems.append(
                Problem(place, f"说有 {wanted} 人，只读出 {len(line.people)} 人：{text[:40]}", "请单位补报")
            )


_NUMBERS = "0123456789零一二三四五六七八九"


def _read_letter(sheet: _Sheet, named: str) -> None:
    letter: Letter = read_letter(sheet.grid.lines, sheet.asked)
    listed = [(one.unit, one.short) for one in sheet.asked]
    unit = letter.unit
    if not unit or (listed and named and find_body(unit, listed) is None):
        unit = named or unit
    day = _moment(letter.date)
    corrects = sheet.corrects or letter.corrects
    sheet.common = replace(
        sheet.common, at=_when(day, sheet.common.at) if day else sheet.common.at, corrects=corrects
    )
    sheet.corrects = sheet.corrects or letter.corrects
    sheet.found.unit = sheet.unit = unit
    place = sheet.place()
    for one in (*letter.people, *letter.leave):
        made = _reply({**one, "unit": unit}, place, sheet)
        away = one in letter.leave
        replaces = tuple(dict.fromkeys((*made.replaces, *letter.replaced))) if not away else ()
        sheet.found.people.append(replace(made, replaces=replaces, away=away))
    for sentence in letter.unread:
        sheet.found.doubts.append(
            _doubt(
                sheet,
                {"unit": unit},
                place,
                sentence,
                "信里这一句没有认出是谁参会",
                "请单位写明姓名、职务、手机",
            )
        )


_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _moment(text: str) -> datetime | None:
    if re.match(r"[二〇○零一]", text):
        text = _arabic(text)
    found = re.search(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D*(?:(\d{1,2})[:：时点](\d{1,2})?)?", text)
    if not found:
        return None
    try:
        return datetime(*(int(part) if part else 0 for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def _arabic(text: str) -> str:
    def small(part: str) -> str:
        tens, mark, ones = part.partition("十")
        if not mark:
            return part.translate(_NUMERALS)
        return (tens.translate(_NUMERALS) or "1") + (ones.translate(_NUMERALS) or "0")

    return "-".join(small(part) for part in re.split(r"[年月日]", text)[:3])
