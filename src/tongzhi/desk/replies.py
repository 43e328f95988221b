"""参会人员汇总: returned replies matched with who was asked, and merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from tongzhi.desk.forms import read_people, shared_values
from tongzhi.desk.grids import Grid, read_all
from tongzhi.desk.people import Asked, Reply
from tongzhi.errors import Problem
from tongzhi.model.official import is_phone
from tongzhi.zh.names import Organisations, normalize_name


@dataclass(slots=True)
class Merged:
    """The outcome.

    Attributes:
        replies: in the official order of the units; each person once.
        missing: units that sent nothing.
        short: units that sent fewer people than asked, with how many came.
        wrong_level: replies whose post is below what was asked.
        doubled: people named more than once; the later return stands.
        leave: people for whom the unit asks for leave.
        late: replies filled in after the time limit.
        log: what replaced what.
        problems: files and rows that could not be used.
        unknown: units that were not asked.
    """

    replies: list[Reply] = field(default_factory=list)
    missing: list[Asked] = field(default_factory=list)
    short: list[tuple[Asked, int]] = field(default_factory=list)
    wrong_level: list[tuple[Reply, Asked]] = field(default_factory=list)
    doubled: list[Reply] = field(default_factory=list)
    leave: list[Reply] = field(default_factory=list)
    late: list[Reply] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def substitutes(self) -> list[Reply]:
        """Give those who come in someone's place."""
        return [reply for reply in self.replies if reply.is_substitute]


def merge_replies(
    paths: list[Path], asked: list[Asked], *, due: datetime | None = None, held: datetime | None = None
) -> Merged:
    """Read returned forms and merge them.

    Args:
        paths: the files (see `desk.grids.find_files`).
        asked: who was asked, in official order; empty when that is not known.
        due: by when replies were asked for.
        held: when the meeting begins.
    """
    grids, problems = read_all(paths)
    files: dict[Path, list[Grid]] = {}
    for path, grid in grids:
        files.setdefault(path, []).append(grid)
    replies: list[Reply] = []
    for path, own in files.items():
        shared, found, told = shared_values(own), list[Reply](), list[Problem]()
        for one in (one for grid in own for one in read_people(path, grid, asked, shared)):
            found.append(one) if isinstance(one, Reply) else told.append(one)
        problems += told
        if not any(grid.rows or grid.lines for grid in own):
            problems.append(Problem(own[0].place, "里面没有文字", "是图片就请单位另报一份文字的"))
        elif not found and not told:
            problems.append(
                Problem(own[0].place, "没有找到参会人员", "表头要有 姓名、职务、手机；接龙文字每行一人")
            )
        replies += found
    return settle(replies, asked, problems, due=due, held=held)


def settle(
    replies: list[Reply],
    asked: list[Asked],
    problems: list[Problem],
    *,
    due: datetime | None = None,
    held: datetime | None = None,
) -> Merged:
    """Match replies with who was asked; a later return of a unit replaces its earlier one."""
    merged = Merged(problems=list(problems))
    named: list[Reply] = []
    for reply in replies:
        match = find_asked(reply.unit, asked) if reply.unit else _unit_in_title(reply.title, asked)
        if not reply.unit and not match:
            merged.problems.append(Problem(reply.place, f"“{reply.name}”没有写单位", "在表上方写 单位：…"))
        named.append(replace(reply, unit=match.unit) if match else reply)
        if not match and reply.unit and asked and reply.unit not in merged.unknown:
            merged.unknown.append(reply.unit)
        if reply.mobile and not is_phone(reply.mobile):
            merged.problems.append(
                Problem(reply.place, f"“{reply.name}”的手机“{reply.mobile}”不像电话号码", "向本人核对")
            )
    kept = _without_doubles(_latest_return(named, merged), merged)
    merged.leave = _in_order([reply for reply in kept if reply.is_leave], asked)
    merged.replies = _in_order([reply for reply in kept if not reply.is_leave], asked)
    merged.late = [reply for reply in merged.replies if due and reply.filled_at and reply.filled_at > due]
    for reply in merged.replies:
        if held and reply.filled_at and reply.filled_at > held:
            said = f"“{reply.name}”的填报时间 {reply.filled_at:%Y-%m-%d %H:%M} 在会议之后"
            merged.problems.append(Problem(reply.place, said, "核对填报时间"))
    excused = {reply.unit for reply in merged.leave}
    for wanted in asked:
        count = sum(reply.unit == wanted.unit for reply in merged.replies)
        if count == 0 and wanted.unit in excused:
            continue
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


def find_asked(unit: str, asked: list[Asked]) -> Asked | None:
    """Find who was asked by a name as written: full, short, abbreviated (应急局), with or without 人民政府."""
    exact = [one for one in asked if unit in (one.unit, one.short)]
    if exact:
        return exact[0]
    full = _BODIES.full_name(unit)
    close = [
        one for one in asked if full and full in (_BODIES.full_name(one.unit), _BODIES.full_name(one.short))
    ]
    close = close or [
        one for one in asked if unit.endswith(one.unit) or one.unit.endswith((unit, full or unit))
    ]
    close = close or [one for one in asked if _core(unit) in (_core(one.unit), _core(one.short))]
    return close[0] if len(close) == 1 else None


@lru_cache(maxsize=4096)
def _core(unit: str) -> str:
    """Give 青川 for 青川县人民政府, 青川县 and 青川县政府."""
    core = re.sub(r"(?:人民政府|政府|县委|区委|市委)?(?:办公室)?$", "", unit)
    return core[:-1] if len(core) > 2 and core.endswith(("县", "区")) else core


def _unit_in_title(title: str, asked: list[Asked]) -> Asked | None:
    """Find the unit that a post begins with: 青川县副县长, 市应急管理局局长."""
    found = (find_asked(title[:end], asked) for end in range(len(title) - 1, 2, -1))
    return next((one for one in found if one), None)


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
    kept: dict[int, Reply] = {}
    named: dict[str, list[int]] = {}
    for number, reply in enumerate(replies):
        namesakes = named.setdefault(normalize_name(reply.name), [])
        twin = next((place for place in namesakes if _same(kept[place], reply)), None)
        if twin is None:
            kept[number] = reply
            namesakes.append(number)
            continue
        first = kept[twin]
        later, earlier = (
            (reply, first) if reply.place.file == first.place.file or reply.at > first.at else (first, reply)
        )
        kept[twin] = later
        merged.doubled.append(earlier)
        merged.log.append(
            f"{later.unit or earlier.unit} {later.name} 重复（{earlier.place}），保留{later.place}的一条"
        )
    for places in named.values():
        for one, other in combinations([kept[place] for place in places], 2):
            if one.unit == other.unit:
                merged.problems.append(
                    Problem(other.place, f"{other.unit}有两个“{other.name}”，手机不同", "是同一人就只留一行")
                )
    return list(kept.values())


def _same(one: Reply, other: Reply) -> bool:
    """Tell whether two of one name are one person."""
    if one.mobile and other.mobile:
        return one.mobile == other.mobile
    return one.unit == other.unit


def _in_order(replies: list[Reply], asked: list[Asked]) -> list[Reply]:
    order = {one.unit: position for position, one in enumerate(asked)}
    return sorted(replies, key=lambda reply: order.get(reply.unit, len(order)))
