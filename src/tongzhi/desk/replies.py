"""参会人员汇总: returned replies matched with who was asked, and merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path

from tongzhi.desk.forms import read_file
from tongzhi.desk.grids import FormGrid, read_all
from tongzhi.desk.levels import meets_level
from tongzhi.desk.people import NOBODY, Asked, Doubt, Reply
from tongzhi.desk.reading import FileReading
from tongzhi.errors import Place, Problem
from tongzhi.model.official import is_phone
from tongzhi.read.account import Account
from tongzhi.zh.bodies import Match, find_body
from tongzhi.zh.names import normalize_name


@dataclass(slots=True)
class Merged:
    """The outcome.

    Attributes:
        replies: in the official order of the units; each person once.
        missing: units that sent nothing.
        short: units that sent fewer people than asked, with how many came.
        wrong_level: replies whose post is below what was asked.
        doubted_level: replies whose post may or may not be what was asked.
        doubled: people named more than once; the later return stands.
        leave: people for whom the unit asks for leave, and units that send nobody.
        late: replies filled in after the time limit.
        log: what replaced what.
        replaced: people of an earlier return, or in whose place somebody comes.
        doubts: what looks like a reply and was not understood, each with a guess; nobody of these has a seat.
        blank: forms in which nobody is written.
        problems: files and rows that could not be used.
        unknown: units that were not asked.
        lines: rows and lines that are no people, by the rule that left them out.
        files: the account of the files.
        people: the account of the people.
    """

    replies: list[Reply] = field(default_factory=list)
    missing: list[Asked] = field(default_factory=list)
    short: list[tuple[Asked, int]] = field(default_factory=list)
    wrong_level: list[tuple[Reply, Asked]] = field(default_factory=list)
    doubted_level: list[tuple[Reply, Asked]] = field(default_factory=list)
    doubled: list[Reply] = field(default_factory=list)
    leave: list[Reply] = field(default_factory=list)
    late: list[Reply] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    replaced: list[Reply] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    blank: list[tuple[str, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    lines: Account = field(default_factory=lambda: Account("行"))
    files: Account = field(default_factory=lambda: Account("个文件"))
    people: Account = field(default_factory=lambda: Account("人"))

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
    files: dict[Path, list[FormGrid]] = {}
    for path, grid in grids:
        files.setdefault(path, []).append(grid)
    merged = Merged(problems=problems)
    merged.files.meet(len(paths))
    merged.files.settle("读不了", len(paths) - len(files))
    replies: list[Reply] = []
    for path, own in files.items():
        found = read_file(path, own, asked)
        _judge_file(found, own, merged, asked)
        replies += found.people
        merged.doubts += found.doubts
        merged.problems += found.problems
        merged.lines.add(found.lines)
    _settle(merged, replies, asked, due=due, held=held)
    return merged


def _judge_file(found: FileReading, grids: Sequence[FormGrid], merged: Merged, asked: list[Asked]) -> None:
    """Note what became of a file as a whole."""
    place = grids[0].place
    unit = _full_name(found.unit, asked)
    if found.people:
        merged.files.settle("不参加" if all(one.is_leave for one in found.people) else "有参会人员")
    elif found.doubts:
        merged.files.settle("待核对")
    elif not any(grid.rows or grid.lines for grid in grids):
        merged.files.settle("读不了")
        merged.problems.append(Problem(place, "里面没有文字", "是图片就请单位另报一份文字的"))
    elif found.has_form:
        merged.files.settle("空白回执")
        merged.blank.append((unit, place))
        merged.problems.append(
            Problem(
                place,
                f"是空白回执，里面没有填人{f'（{unit}）' if unit else ''}",
                "没有找到参会人员，请单位填好再报",
            )
        )
    elif found.lines.aside:
        merged.files.settle("没有参会人员")
        merged.problems.append(Problem(place, "没有找到参会人员", "核对是不是回执"))
    else:
        merged.files.settle("没有认出")
        text = next(
            (
                line
                for grid in grids
                for line in (*grid.lines, *(" ".join(c for c in cells if c) for _, cells in grid.rows))
                if line
            ),
            "",
        )
        instead = "表头要有 姓名、职务、手机；接龙文字每行一人"
        merged.doubts.append(Doubt(Reply(unit, "", place=place), text[:60], "没有找到参会人员", instead))


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
    _settle(merged, replies, asked, due=due, held=held)
    return merged


def _settle(
    merged: Merged, replies: list[Reply], asked: list[Asked], *, due: datetime | None, held: datetime | None
) -> None:
    merged.people.meet(
        sum(one.name != NOBODY for one in replies) + sum(bool(doubt.guess.name) for doubt in merged.doubts)
    )
    merged.doubts = [
        replace(doubt, guess=replace(doubt.guess, unit=_full_name(doubt.guess.unit, asked)))
        for doubt in merged.doubts
    ]
    named = [one for reply in replies if (one := _with_unit(reply, asked, merged)) is not None]
    kept = _without_doubles(_latest_return(named, merged), merged)
    merged.leave = _in_order([reply for reply in kept if reply.is_leave], asked)
    merged.replies = _in_order([reply for reply in kept if not reply.is_leave], asked)
    merged.late = [reply for reply in merged.replies if due and reply.filled_at and reply.filled_at > due]
    for reply in merged.replies:
        if held and reply.filled_at and reply.filled_at > held:
            said = f"“{reply.name}”的填报时间 {reply.filled_at:%Y-%m-%d %H:%M} 在会议之后"
            merged.problems.append(Problem(reply.place, said, "核对填报时间"))
    _compare(merged, asked)
    for fate, people in (
        ("参会", merged.replies),
        ("请假或不参加", merged.leave),
        ("被后报的替换", merged.replaced),
        ("重复", merged.doubled),
    ):
        merged.people.settle(fate, sum(one.name != NOBODY for one in people))
    merged.people.settle("待核对", sum(bool(doubt.guess.name) for doubt in merged.doubts))


def _compare(merged: Merged, asked: list[Asked]) -> None:
    """Compare who comes with who was asked: nobody, too few, of a lower level."""
    excused = {reply.unit for reply in merged.leave}
    for wanted in asked:
        own = [reply for reply in merged.replies if reply.unit == wanted.unit]
        if not own and wanted.unit not in excused:
            merged.missing.append(wanted)
        elif own and len(own) < wanted.quota:
            merged.short.append((wanted, len(own)))
        if not own or not wanted.level:
            continue
        answers = [meets_level(reply.title, wanted.level, wanted.unit) for reply in own]
        if True in answers:
            continue
        if None in answers:
            merged.doubted_level.append((own[answers.index(None)], wanted))
        else:
            merged.wrong_level.append((own[0], wanted))


def _with_unit(reply: Reply, asked: list[Asked], merged: Merged) -> Reply | None:
    """Give a reply under the full name of its unit; a unit that is only guessed, or none, makes it a doubt."""
    if reply.mobile and not is_phone(reply.mobile):
        merged.problems.append(
            Problem(reply.place, f"“{reply.name}”的手机“{reply.mobile}”不像电话号码", "向本人核对")
        )
    listed = [(one.unit, one.short) for one in asked]
    found: Match | None = find_body(reply.unit, listed) if reply.unit else None
    if not reply.unit and (begun := _unit_in_title(reply.title, asked)):
        return replace(reply, unit=begun.unit)
    if found is not None and found.sure:
        return replace(reply, unit=asked[found.index].unit)
    text = "，".join(part for part in (reply.unit, reply.name, reply.title, reply.mobile) if part)
    if not reply.unit and not asked:
        merged.problems.append(Problem(reply.place, f"“{reply.name}”没有写单位", "在表上方写 单位：…"))
        return reply
    if not reply.unit:
        merged.doubts.append(Doubt(reply, text, f"“{reply.name}”没有写单位", "在表上方写 单位：…"))
        return None
    if found is not None:
        guess = replace(reply, unit=asked[found.index].unit)
        merged.doubts.append(
            Doubt(guess, text, f"单位“{reply.unit}”不在名单里，像是“{guess.unit}”", "核对后在“确认”一格写 是")
        )
        return None
    if asked and reply.unit not in merged.unknown:
        merged.unknown.append(reply.unit)
    return reply


def find_asked(unit: str, asked: Sequence[Asked]) -> Asked | None:
    """Find who was asked by a name as written: full, short, abbreviated (应急局), with or without 人民政府."""
    found = find_body(unit, [(one.unit, one.short) for one in asked])
    return asked[found.index] if found is not None and found.sure else None


def _full_name(unit: str, asked: Sequence[Asked]) -> str:
    found = find_asked(unit, asked) if unit else None
    return found.unit if found else unit


def _unit_in_title(title: str, asked: list[Asked]) -> Asked | None:
    """Find the unit that a post begins with: 青川县副县长, 市应急管理局局长."""
    found = (find_asked(title[:end], asked) for end in range(len(title) - 1, 2, -1))
    return next((one for one in found if one), None)


_ADDS = re.compile(r"补报|增报|补充|增加|另增|追加|新增")


def _latest_return(replies: list[Reply], merged: Merged) -> list[Reply]:
    """Of several returns of one unit keep the last; what the others say is logged, by name.

    A return that says whose place is taken changes only these people; one that says that it adds, adds.
    """
    units: dict[str, dict[str, list[Reply]]] = {}
    for reply in replies:
        if reply.unit:
            units.setdefault(reply.unit, {}).setdefault(reply.place.file or "", []).append(reply)
    kept: set[int] = set()
    for unit, files in units.items():
        sorted_files = sorted(files, key=partial(_lateness, files))
        current: list[Reply] = []
        before = ""
        for name in sorted_files:
            news = _within(files[name], merged)
            gone = [one for one in current if any(_is_named(one, other) for other in news)]
            swaps = bool(gone) and len(gone) < len(current) and all(one.replaces for one in news)
            if swaps:
                _log_swap(unit, gone, news, name, merged)
                current = [one for one in current if one not in gone]
            elif (
                current
                and not _ADDS.search(name)
                and not any(one.adds or _ADDS.search(one.note) for one in news)
            ):
                merged.log.append(f"{unit}：以“{name}”为准，替换先前的“{before}”{_left_out(current, news)}")
                merged.replaced += current
                current = []
            current += news
            before = name
        kept |= {id(one) for one in current}
    return [reply for reply in replies if id(reply) in kept or not reply.unit]


def _lateness(files: Mapping[str, list[Reply]], name: str) -> tuple[bool, datetime, str]:
    """Order the returns of one unit: one that says it corrects comes after the others, then by time, then by name."""
    return any(one.corrects for one in files[name]), max(one.at for one in files[name]), name


def _within(replies: list[Reply], merged: Merged) -> list[Reply]:
    """Settle what a file itself corrects: 气象局改一下, 替某某."""
    kept: list[Reply] = []
    for reply in replies:
        if reply.corrects and any(not one.corrects for one in kept):
            gone = [one for one in kept if not one.corrects and (not reply.replaces or _is_named(one, reply))]
        else:
            gone = [one for one in kept if _is_named(one, reply)]
        if gone:
            _log_swap(reply.unit, gone, [reply], reply.place.file or "", merged)
            kept = [one for one in kept if one not in gone]
        kept.append(reply)
    return kept


def _is_named(one: Reply, other: Reply) -> bool:
    return normalize_name(one.name) in other.replaces


def _log_swap(unit: str, gone: list[Reply], news: list[Reply], name: str, merged: Merged) -> None:
    was = "、".join(_say(one) for one in gone)
    merged.log.append(f"{unit}：{'、'.join(one.name for one in news)} 代替先前报的 {was}（{name}）")
    merged.replaced += gone


def _say(one: Reply) -> str:
    return f"{one.name} {one.mobile}".strip()


def _left_out(before: list[Reply], news: list[Reply]) -> str:
    """Say who of the earlier return does not stand in the later one, or stood there otherwise."""
    now = {(normalize_name(one.name), one.mobile) for one in news}
    gone = [_say(one) for one in before if (normalize_name(one.name), one.mobile) not in now]
    return f"（先前报的是 {'、'.join(gone)}）" if gone else ""


def _without_doubles(replies: list[Reply], merged: Merged) -> list[Reply]:
    kept: dict[int, Reply] = {}
    named: dict[str, list[int]] = {}
    for number, reply in enumerate(replies):
        if reply.name == NOBODY:
            kept[number] = reply
            continue
        namesakes = named.setdefault(normalize_name(reply.name), [])
        twin = next((place for place in namesakes if _same(kept[place], reply)), None)
        if twin is None:
            kept[number] = reply
            namesakes.append(number)
            continue
        first = kept[twin]
        later, earlier = (
            (reply, first)
            if (reply.place.file == first.place.file and not _sent_again(first, reply)) or reply.at > first.at
            else (first, reply)
        )
        kept[twin] = later
        merged.doubled.append(earlier)
        former = f"，手机原写 {earlier.mobile}" if earlier.mobile not in ("", later.mobile) else ""
        merged.log.append(
            f"{later.unit or earlier.unit} {later.name} 重复（{earlier.place}{former}），保留{later.place}的一条"
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
    if one.mobile and other.mobile and not _sent_again(one, other):
        return one.mobile == other.mobile
    return one.unit == other.unit


def _sent_again(one: Reply, other: Reply) -> bool:
    """Tell whether a form on the net was sent twice for one person: each row has its own moment, post and unit are the same."""
    return (
        None not in (one.filled_at, other.filled_at)
        and one.filled_at != other.filled_at
        and (one.unit, one.title) == (other.unit, other.title)
    )


def _in_order(replies: list[Reply], asked: list[Asked]) -> list[Reply]:
    order = {one.unit: position for position, one in enumerate(asked)}
    return sorted(replies, key=lambda reply: order.get(reply.unit, len(order)))
