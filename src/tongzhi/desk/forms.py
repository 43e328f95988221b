"""Read one returned file: which of its sheets count, what stands in them, and what is said of an earlier reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tongzhi.desk.chat import is_chat
from tongzhi.desk.formlabels import has_labels, is_form, names_by_label
from tongzhi.desk.formpairs import read_pairs
from tongzhi.desk.formtables import cells_above, find_header, outside_values, read_rows
from tongzhi.desk.formtexts import read_chain, read_chat, read_letter_sheet
from tongzhi.desk.grids import FormGrid
from tongzhi.desk.letters import is_letter, read_letter
from tongzhi.desk.mail import read_mail
from tongzhi.desk.people import Asked, Reply
from tongzhi.desk.reading import FileReading, FormSheet, read_moment, when_filled
from tongzhi.errors import Place
from tongzhi.zh.bodies import find_body, is_body
from tongzhi.zh.names import normalize_name
from tongzhi.zh.people import has_surname, people_in

FAR = "表外的格"
"""Rule by which cells are left out that stand far from the table."""

_CORRECTS = re.compile(
    r"更正|变更|最新|修改|更换|新版|调整后|以此为准|第[二三2３3]次|重报|重新报|改版|终版|定稿"
)


def read_file(path: Path, grids: Sequence[FormGrid], asked: list[Asked]) -> FileReading:
    """Read every table and text of a returned file."""
    total = FileReading()
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
        if len(grids) > 1 and find_header(grid) is None:
            shared = {**outside_values(grid), **shared}
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
        outside = {**shared, **outside_values(grid)}
        filled = read_moment(outside.get("filled_at", ""))
        gone, is_rest_kept = _said_of_change([*own.lines[:6], *cells_above(own)])
        common = Reply(
            "",
            "",
            replaces=gone,
            adds=is_rest_kept and not gone,
            filled_by=outside.get("filled_by", ""),
            filled_phone=outside.get("filled_phone", ""),
            at=when_filled(filled, changed),
            filled_at=filled,
            corrects=corrects,
        )
        sheet = FormSheet(own, asked, outside.get("unit", ""), common, corrects, FileReading())
        _read_grid(sheet, named)
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


def _without_old(grids: Sequence[FormGrid], total: FileReading) -> list[FormGrid]:
    """Leave out sheets that by their name are old, examples or guides, when another sheet is left."""
    kept = [grid for grid in grids if not (grid.place.sheet and _OLD.search(grid.place.sheet))]
    if not kept or not any(find_header(grid) or is_form(grid) for grid in kept):
        return list(grids)
    for grid in grids:
        if grid not in kept:
            total.lines.leave_out(
                "旧的或作样子的工作表", grid.place, f"工作表“{grid.place.sheet}”按名称不是这次的名单，没有读"
            )
    return kept


def _read_grid(sheet: FormSheet, named: str) -> None:
    grid = sheet.grid
    named = _unit_of_name(grid.place.sheet or "", sheet.asked) or named
    header = find_header(grid)
    if header is not None:
        sheet.unit = sheet.unit or _unit_above(grid, header.first, sheet.asked) or named
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        read_rows(sheet, header)
    elif grid.rows and is_form(grid):
        sheet.unit = sheet.unit or _unit_above(grid, len(grid.rows), sheet.asked) or named
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        read_pairs(sheet)
    elif grid.rows:
        if _is_guide(grid):
            sheet.found.lines.leave_out("填表说明", grid.place, "是填表说明，不是名单")
            return
        lines = [(number, " ".join(cell for cell in cells if cell)) for number, cells in grid.rows]
        read_chain(sheet, [(number, line) for number, line in lines if line], named, rows=True)
    elif grid.lines:
        _read_text(sheet, named)


def _is_guide(grid: FormGrid) -> bool:
    """Tell a sheet that explains how to fill in the others."""
    first = " ".join(cell for _, cells in grid.rows[:2] for cell in cells if cell)
    return bool(
        re.search(r"说明|须知|注意事项|填报要求|下拉|字典|代码表", f"{grid.place.sheet or ''} {first}")
    )


def _read_text(sheet: FormSheet, named: str) -> None:
    mail = read_mail(sheet.grid.lines)
    if mail is not None:
        place = sheet.grid.place
        sheet.found.lines.leave_out("邮件的信头", place, "是邮件的信头，不是名单", count=mail.head)
        if mail.quoted:
            reason = "是引用的原信，没有读"
            sheet.found.lines.leave_out("引用的原信", place, reason, count=mail.quoted)
        sheet.grid = replace(sheet.grid, lines=mail.lines)
        named = mail.unit(sheet.asked) or named
    lines = sheet.grid.lines
    if is_chat(lines):
        read_chat(sheet, named)
    elif has_labels(lines) and (not is_letter(lines) or names_by_label(lines)):
        sheet.unit = sheet.unit or named or (read_letter(lines).unit if is_letter(lines) else "")
        sheet.found.unit = sheet.unit
        sheet.found.has_form = True
        read_pairs(sheet)
    elif is_letter(lines):
        read_letter_sheet(sheet, named)
    else:
        read_chain(sheet, list(enumerate(lines, start=1)), named, rows=False)


def _read_lines_around(
    path: Path,
    grids: Sequence[FormGrid],
    asked: list[Asked],
    total: FileReading,
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
    sheet = FormSheet(FormGrid(Place(file=path.name), [], lines), asked, "", common, corrects, FileReading())
    read_letter_sheet(sheet, named)
    total.add(sheet.found)


def _unit_above(grid: FormGrid, rows: int, asked: list[Asked]) -> str:
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
    return _unit_of_name(path.stem, asked)


def _unit_of_name(stem: str, asked: list[Asked]) -> str:
    """Find the unit in the name of a file or sheet."""
    hits = {one.unit for one in asked if one.unit in stem or (one.short and one.short in stem)}
    if len(hits) == 1:
        return hits.pop()
    listed = [(one.unit, one.short) for one in asked]
    bare = re.sub(
        r"参会|参加|回执|回复|人员|名单|报名|表|[（(].*?[)）]|附件\d*|复?函|请假|更正|最新|会议|反馈|报送|[\d\-_—.\s]+",
        " ",
        stem,
    )
    for word in [word for word in bare.split() if len(word) > 1]:
        found = find_body(word, listed) if listed else None
        if found is not None and found.sure:
            return listed[found.index][0]
    return ""
