"""参会人员汇总: returned replies read, matched with who was asked, and merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tongzhi.desk.grids import Grid, plain, read_all
from tongzhi.errors import Place, Problem
from tongzhi.model.official import is_phone
from tongzhi.zh.names import Organisations, is_same_person

FIELDS: dict[str, tuple[str, ...]] = {
    "unit": ("单位", "单位名称", "参会单位", "工作单位", "所在单位", "报送单位", "填报单位"),
    "name": ("姓名", "参会人员", "参会人", "参会人员姓名", "参加人员", "名字"),
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


@dataclass(frozen=True, slots=True)
class Reply:
    """One person who is coming, as a unit returned it.

    Attributes:
        place: file, sheet and row it was read from.
        at: when the form was filled in, else when the file was changed; a later return replaces an earlier one.
    """

    unit: str
    name: str
    title: str = ""
    mobile: str = ""
    sex: str = ""
    ethnicity: str = ""
    venue: str = ""
    speaks: str = ""
    plate: str = ""
    meals: str = ""
    note: str = ""
    filled_by: str = ""
    filled_phone: str = ""
    place: Place = field(default_factory=Place)
    at: datetime = datetime.min

    @property
    def is_substitute(self) -> bool:
        """Tell whether the person comes in someone's place (替会)."""
        return bool(re.search(r"替会|代会|代[^表]|替|受.{0,8}委托", self.note + self.title))


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked: a unit by its full name, and at what level (主要负责人, 分管负责人 …); `quota` people."""

    unit: str
    short: str = ""
    level: str = ""
    quota: int = 1


@dataclass(slots=True)
class Merged:
    """The outcome.

    Attributes:
        replies: in the official order of the units; each person once.
        missing: units that sent nothing.
        short: units that sent fewer people than asked, with how many came.
        wrong_level: replies whose post is below what was asked.
        doubled: people named more than once; the later return stands.
        log: what replaced what.
        problems: files and rows that could not be used.
        unknown: units that were not asked.
    """

    replies: list[Reply] = field(default_factory=list)
    missing: list[Asked] = field(default_factory=list)
    short: list[tuple[Asked, int]] = field(default_factory=list)
    wrong_level: list[tuple[Reply, Asked]] = field(default_factory=list)
    doubled: list[Reply] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def substitutes(self) -> list[Reply]:
        """Give those who come in someone's place."""
        return [reply for reply in self.replies if reply.is_substitute]


def merge_replies(paths: list[Path], asked: list[Asked]) -> Merged:
    """Read returned forms and merge them.

    Args:
        paths: the files (see `desk.grids.find_files`).
        asked: who was asked, in official order; empty when that is not known.
    """
    grids, problems = read_all(paths)
    replies: list[Reply] = []
    for path, grid in grids:
        found = list(_read_grid(path, grid, asked))
        if not found and (grid.rows or grid.lines):
            problems.append(
                Problem(grid.place, "没有找到参会人员", "表头要有 姓名、职务、手机；接龙文字每行一人")
            )
        replies += found
    return settle(replies, asked, problems)


def settle(replies: list[Reply], asked: list[Asked], problems: list[Problem]) -> Merged:
    """Match replies with who was asked; a later return of a unit replaces its earlier one."""
    merged = Merged(problems=list(problems))
    named: list[Reply] = []
    for reply in replies:
        if not reply.unit:
            merged.problems.append(Problem(reply.place, f"“{reply.name}”没有写单位", "在表上方写 单位：…"))
        match = _find_asked(reply.unit, asked)
        named.append(replace(reply, unit=match.unit) if match else reply)
        if not match and reply.unit and asked and reply.unit not in merged.unknown:
            merged.unknown.append(reply.unit)
        if reply.mobile and not is_phone(reply.mobile):
            merged.problems.append(
                Problem(reply.place, f"“{reply.name}”的手机“{reply.mobile}”不像电话号码", "向本人核对")
            )
    kept = _latest_return(named, merged)
    merged.replies = _in_order(_without_doubles(kept, merged), asked)
    for wanted in asked:
        count = sum(reply.unit == wanted.unit for reply in merged.replies)
        if count == 0:
            merged.missing.append(wanted)
        elif count < wanted.quota:
            merged.short.append((wanted, count))
        own = [reply for reply in merged.replies if reply.unit == wanted.unit]
        if own and wanted.level and not any(meets_level(reply.title, wanted.level) for reply in own):
            merged.wrong_level.append((own[0], wanted))
    return merged


_DEPUTY = re.compile(
    r"副(?!科|处|厅|研究|高|教授)|助理|党组成员|党委委员|总监|总工|二级|三级|四级|科长|科员|干事|主任科员|专员|秘书"
)


def meets_level(title: str, level: str) -> bool:
    """Tell whether a post satisfies the level asked for: 主要负责人 is no deputy, 负责人 is no clerk."""
    if not title:
        return False
    if (
        re.search(r"主要负责|主要领导|党政主要|一把手|正职|县长|区长|市长|局长(?!.*副)", level)
        and "分管" not in level
    ):
        return not _DEPUTY.search(re.sub(r"[（(].*?[）)]", "", title))
    if re.search(r"分管|负责(?:人|同志)|领导", level):
        return not re.search(r"科员|干事|办事员|工作人员|秘书|司机|主任科员", title)
    return True


def _find_asked(unit: str, asked: list[Asked]) -> Asked | None:
    if not unit:
        return None
    exact = [one for one in asked if unit in (one.unit, one.short)]
    if exact:
        return exact[0]
    full = _BODIES.full_name(unit)
    close = [
        one for one in asked if full and full in (_BODIES.full_name(one.unit), _BODIES.full_name(one.short))
    ]
    close = close or [one for one in asked if unit.endswith(one.unit) or one.unit.endswith(unit)]
    return close[0] if len(close) == 1 else None


_BODIES = Organisations()


def _latest_return(replies: list[Reply], merged: Merged) -> list[Reply]:
    """Of several returns of one unit keep the last; the others are logged."""
    by_file: dict[str, dict[str, datetime]] = {}
    for reply in replies:
        if reply.unit:
            files = by_file.setdefault(reply.unit, {})
            key = reply.place.file or ""
            files[key] = max(files.get(key, datetime.min), reply.at)
    winners: dict[str, str] = {}
    for unit, files in by_file.items():
        ordered = sorted(files, key=lambda name, files=files: (files[name], name))  # type: ignore[misc]
        winners[unit] = ordered[-1]
        for earlier in ordered[:-1]:
            merged.log.append(f"{unit}：以“{ordered[-1]}”为准，替换先前的“{earlier}”")
    return [reply for reply in replies if not reply.unit or winners[reply.unit] == (reply.place.file or "")]


def _without_doubles(replies: list[Reply], merged: Merged) -> list[Reply]:
    kept: list[Reply] = []
    for reply in replies:
        twin = next((one for one in kept if _same(one, reply)), None)
        if twin is None:
            kept.append(reply)
        else:
            merged.doubled.append(reply)
            merged.log.append(
                f"{reply.unit or twin.unit} {reply.name} 重复（{reply.place}），保留{twin.place}的一条"
            )
    return kept


def _same(one: Reply, other: Reply) -> bool:
    if not is_same_person(one.name, other.name):
        return False
    if one.mobile and other.mobile:
        return one.mobile == other.mobile
    return one.unit == other.unit


def _in_order(replies: list[Reply], asked: list[Asked]) -> list[Reply]:
    order = {one.unit: position for position, one in enumerate(asked)}
    return sorted(replies, key=lambda reply: order.get(reply.unit, len(order)))


def _read_grid(path: Path, grid: Grid, asked: list[Asked]) -> Iterator[Reply]:
    changed = datetime.fromtimestamp(path.stat().st_mtime)
    outside = _outside_values(grid)
    filled = _moment(outside.get("filled_at", "")) or changed
    common = {
        "filled_by": outside.get("filled_by", ""),
        "filled_phone": outside.get("filled_phone", ""),
        "at": filled,
    }
    header = _find_header(grid)
    if header is not None:
        yield from _table_rows(grid, header, outside.get("unit", "") or _unit_of_file(path, asked), common)
    elif grid.rows:
        single = _labelled_values(grid)
        if single.get("name"):
            yield _reply(
                {**single, "unit": single.get("unit") or outside.get("unit", "")}, grid.place, common
            )
    else:
        for number, line in enumerate(grid.lines, start=1):
            values = read_chain_line(line, asked)
            if values:
                place = Place(file=grid.place.file, line=number)
                yield _reply({**values, "unit": values.get("unit") or outside.get("unit", "")}, place, common)


def _unit_of_file(path: Path, asked: list[Asked]) -> str:
    """Find the unit in the name of the file (参会回执-青川县.xlsx) when the form does not say it."""
    hits = [one for one in asked if one.unit in path.stem or (one.short and one.short in path.stem)]
    return hits[0].unit if len(hits) == 1 else ""


def _reply(values: dict[str, str], place: Place, common: dict[str, object]) -> Reply:
    known = {name: value for name, value in values.items() if name in Reply.__dataclass_fields__}
    known["name"] = re.sub(r"[\s　]", "", known.get("name", ""))
    return replace(Reply(**known, place=place), **common)  # type: ignore[arg-type]


def _find_header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """Find the row of headings: it names the person and at least one thing more."""
    for position, (_, cells) in enumerate(grid.rows):
        columns: dict[int, str] = {}
        for column, cell in enumerate(cells):
            name = next((name for name, words in FIELDS.items() if plain(cell) in words), "")
            if name and name not in columns.values():
                columns[column] = name
        if "name" in columns.values() and len(columns) > 1 and not _is_pair_row(cells, columns):
            return position, columns
    return None


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
        if not values.get("name") or re.match(r"(?:例|示例|如)[:：]", values["name"]):
            continue
        last_unit = values.get("unit") or last_unit
        values["unit"] = values.get("unit") or unit or last_unit
        place = Place(file=grid.place.file, sheet=grid.place.sheet, row=number)
        yield _reply(values, place, common)


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


def _labelled_values(grid: Grid) -> dict[str, str]:
    values: dict[str, str] = {}
    for label, value in _labels(grid):
        name = next((name for name, words in FIELDS.items() if label in words), "")
        if name and name not in values and plain(value) not in _ALL_LABELS:
            values[name] = value
    return values


def _moment(text: str) -> datetime | None:
    found = re.search(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D*(?:(\d{1,2})[:：时点](\d{1,2})?)?", text)
    if not found:
        return None
    try:
        return datetime(*(int(part) if part else 0 for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|1[3-9][\d*×]{9}|0\d{2,3}-?\d{7,8}|\d{3,4}-\d{7,8})(?!\d)")
_POST = re.compile(
    r"(?:党组|党委|党工委)?(?:副|常务副|第一|代|执行)?(?:县长|区长|市长|镇长|乡长|局长|主任|书记|处长|科长|部长|院长|校长|所长|站长|"
    r"大队长|支队长|队长|经理|总经理|董事长|厂长|矿长|委员|主席|秘书长|调研员|总工程师|科员|干事|负责人|会长|行长|社长|台长|政委|教导员|"
    r"安全总监|总监|组长|工程师)"
)
_ORDINAL = re.compile(r"^\s*(?:[（(]?\d{1,3}[）)]?\s*[.．、，:：)）]?|[#*•·\-]+)\s*")


def read_chain_line(line: str, asked: Iterable[Asked] = ()) -> dict[str, str]:
    """Read one line of a chain message (接龙): `3. 青川县 张三 副县长 13800000000`; empty when it names nobody."""
    has_ordinal = bool(_ORDINAL.match(line)) and not line.strip().startswith("0")
    rest = _ORDINAL.sub("", line, count=1)
    phone = _PHONE.search(rest)
    values: dict[str, str] = {}
    if phone:
        values["mobile"] = phone[0]
        rest = rest.replace(phone[0], " ", 1)
    rest = re.sub(r"(?:电话|手机|联系方式)[:：]?", " ", rest)
    tokens = [token for token in re.split(r"[\s　,，、;；|/+]+|(?:单位|姓名|职务)[:：]", rest) if token]
    notes = []
    for token in tokens:
        if not values.get("unit") and (_is_unit(token, asked)):
            values["unit"] = token
        elif not values.get("title") and _POST.search(token):
            _take_post(token, values)
        elif not values.get("name") and re.fullmatch(
            r"[一-鿿㐀-䶵\U00020000-\U0003134f]{2,4}|[一-鿿·•．・‧]{3,25}", token
        ):
            values["name"] = token
        else:
            notes.append(token)
    if notes:
        values["note"] = " ".join(notes)
    enough = values.get("name") and (phone or values.get("title") or (has_ordinal and values.get("unit")))
    return values if enough else {}


def _take_post(token: str, values: dict[str, str]) -> None:
    """Part 张三副县长 or 县应急局局长 into what belongs to whom."""
    post = _POST.search(token)
    assert post is not None
    before = token[: post.start()]
    if (
        not values.get("name")
        and re.fullmatch(r"[一-鿿]{2,3}", before)
        and not re.search(r"[局委办县区市镇乡部院]$", before)
    ):
        values["name"] = before
        values["title"] = token[post.start() :]
    else:
        values["title"] = token


def _is_unit(token: str, asked: Iterable[Asked]) -> bool:
    if any(token in (one.unit, one.short) for one in asked):
        return True
    return bool(
        re.search(
            r"(?:县|区|市|镇|乡|街道|局|委|办|办公室|中心|公司|集团|厂|矿|大队|支队|学校|医院|政府|银行|协会|管委会)$",
            token,
        )
    ) and not re.fullmatch(r"[一-鿿]{2}", token)
