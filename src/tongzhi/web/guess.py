"""What a dropped file is, by what stands in it; its name only decides where its contents leave it open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.desk.grids import read_grids
from tongzhi.errors import TongzhiError
from tongzhi.model.facts import secrecy_mark
from tongzhi.read.speech import find_head_date
from tongzhi.web.look import full_day
from tongzhi.web.words import say

if TYPE_CHECKING:
    from tongzhi.desk.grids import FormGrid

KINDS = {
    "speech": "讲话", "notice": "旧通知，照着改", "desk": "回执", "batch": "名册，一县一份发文", "ledger": "列入台账", "check": "要核对的公文", "compare": "两稿比对",
    "office": "本单位通讯录", "none": "先不用",
}  # fmt: skip
"""What a file may be used for, in the order in which it is offered."""
ICONS = {"speech": "speech", "notice": "notice", "desk": "reply", "batch": "table", "ledger": "ledger", "check": "check", "compare": "words", "office": "people", "none": "file"}  # fmt: skip
TABLES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".jsonl")
TEXTS = (".txt", ".md", ".srt", ".vtt")
WORDS = (".docx", ".doc", ".wps", ".rtf")

_NAMED = (
    ("desk", ("回执", "接龙", "报名", "反馈表")),
    ("ledger", ("整改清单", "隐患清单", "任务清单", "台账", "督办")),
    ("batch", ("名册", "县区", "花名册", "名单")),
    ("office", ("通讯录", "单位名录")),
    ("speech", ("讲话", "发言", "录音", "速记", "转写", "文字稿", "讲稿")),
    ("notice", ("会议通知", "会议的通知", "开会通知")),
)
_SPOKEN = re.compile(
    r"同志们|各位(?:领导|同志|代表)?[：:，,！!]|(?:会|会议|活动)上的(?:讲话|发言|致辞)|下面，?我(?:讲|就|强调)"
)
_CALLED = re.compile(r"关于(?:召开|举行|参加).{2,60}(?:会|会议|培训|视频会)的?(?:预备)?通知")
_PEOPLE = {"姓名", "参会人员", "参会人", "参加人员"}
_WHO = {"姓名", "参会人员", "参会人", "参加人员", "参会领导", "与会领导", "与会人员", "出席人员", "参会同志"}
_POST = {"职务", "职务职级", "现任职务", "手机", "手机号", "手机号码", "联系方式", "联系电话", "电话"}
_ANSWERED = re.compile(
    r"(?:参加|参会|出席|到会|与会|请假|列席|替会|不能(?:参加|到会))[^\n]{0,12}(?:[。，；！,]|$)|^(?:收到|已收到)",
    re.MULTILINE,
)
"""What people write back to a notice."""
SHORT_REPLY, SHORT_TEXT = 160, 60
"""Characters up to which a text without a word of a speech may be an answer to a notice, and up to which only the user can say."""
LONG_FORM = 60
"""Rows from which a table of people is a roster rather than a form that one unit filled in."""
_ITEMS = {"隐患编号", "隐患描述", "整改责任单位", "整改责任人", "整改措施", "隐患部位", "到期日", "任务"}
_UNITS = {
    "县区",
    "区县",
    "主送机关",
    "主送单位",
    "主送",
    "乡镇",
    "街道",
    "单位",
    "单位名称",
    "企业名称",
    "受检单位",
    "被检查单位",
}
_FOUND = {"存在问题", "问题", "问题描述", "整改时限", "整改期限", "整改要求", "隐患"}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be.

    Attributes:
        kind: one of `KINDS`; empty when only the user can say; `secret` when it must not be opened here; `bad` when it can't be read.
        why: what in the file says so.
        choices: what is offered first when the user must say.
        day: the meeting's day, of a speech.
    """

    kind: str
    why: str
    choices: tuple[str, ...] = ()
    day: date | None = None


def recognise(path: Path, *, allow_secret: bool = False) -> Guess:
    """Tell what a file is.

    Args:
        path: the file, under the name it was dropped with.
        allow_secret: whether papers with a secrecy grade may be read on this machine.
    """
    ending = path.suffix.lower()
    if ending not in (*TABLES, *TEXTS, *WORDS):
        return Guess("bad", "这种文件读不了；请另存为 Word、Excel 或文本再放进来")
    if path.stat().st_size == 0:
        return Guess("bad", "文件是空的，里面什么都没有")
    if ending == ".jsonl":
        return Guess("batch", "一行一条的名册")
    try:
        grids = [] if ending in (".srt", ".vtt", ".rtf") else read_grids(path)
    except TongzhiError as error:
        return Guess("bad", say(error.problems[0]) if error.problems else "打不开")
    lines = [line for grid in grids[:1] for line in grid.lines]
    head = "\n".join(lines[:12])
    secret = secrecy_mark(head)
    if secret and not allow_secret:
        return Guess("secret", f"首页标着“{secret}”，没有打开，也没有留下。请到涉密机上处理")
    if ending in TABLES:
        return _table(path.stem, grids)
    return _text(path, ending, lines, grids)


def _text(path: Path, ending: str, lines: list[str], grids: list[FormGrid]) -> Guess:
    text = "\n".join(lines)
    title = next((line for line in lines[:8] if len(line) > 3), "")
    day = find_head_date(text)
    cells = {_plain(cell) for grid in grids for _, row in grid.rows[:4] for cell in row}
    if "接龙" in text[:200] or ("回执" in (title + path.stem) and (cells & _PEOPLE or len(text) < 600)):
        where = "“接龙”" if "接龙" in text[:200] else "“回执”"
        return Guess("desk", f"写着{where}，有参会人员" if cells & _PEOPLE else f"写着{where}")
    if ending in (".srt", ".vtt"):
        return Guess("speech", "带时间的字幕", day=day)
    called = _CALLED.search(text[:800].replace("\n", ""))
    if called and len(text) < 20000 and not _SPOKEN.search(text[:300]):
        return Guess("notice", f"像是会议通知：{called[0][:40]}")
    if cells & _ITEMS and len(cells & _ITEMS) >= 2:
        return Guess("ledger", f"有表，写着{_quoted(sorted(cells & _ITEMS)[:3])}")
    spoken = _SPOKEN.search(text[:2500])
    size = len("".join(text.split()))
    if not spoken and size < SHORT_REPLY and _ANSWERED.search(text):
        return Guess("desk", f"像是一条回复：{title[:24]}")
    if not spoken and ending in TEXTS and size < SHORT_TEXT and not _named(path.stem):
        return Guess("", f"拿不准：只有 {size} 字。用来做什么？", ("speech", "desk", "none"))
    if spoken or (ending in TEXTS and _named(path.stem) in ("", "speech")):
        why = f"写着“{spoken[0].strip('：:，,！!')}”" if spoken else "是一篇文字"
        return Guess("speech", f"{why}{'，会议是' + _day(day) if day else ''}", day=day)
    named = _named(path.stem)
    if named and named not in ("batch", "office"):
        return Guess(named, f"文件名写着“{path.stem[:20]}”", day=day)
    return Guess("check", f"像是公文：{title[:30]}" if title else "是一份文件")


def _table(stem: str, grids: list[FormGrid]) -> Guess:
    best: tuple[int, list[str], int] = (0, [], 0)
    for grid in grids:
        for at, (_, row) in enumerate(grid.rows[:8]):
            names = [_plain(cell) for cell in row if cell.strip()]
            known = len(
                set(names)
                & (
                    _PEOPLE
                    | _ITEMS
                    | _UNITS
                    | _FOUND
                    | {"职务", "手机", "全称", "简称", "编号", "内容", "责任单位", "时限"}
                )
            )
            if known > best[0]:
                best = (
                    known,
                    names,
                    sum(any(cell.strip() for cell in cells) for _, cells in grid.rows[at + 1 :]),
                )
    _, names, count = best
    have, named = set(names), _named(stem)
    shown = f"{count} 行，有{_quoted(names[:4])}" if names else "一张表"
    reply = any(
        "回执" in line or "回执" in "".join(cells)
        for grid in grids
        for line in (grid.lines[:3] or [""])
        for _, cells in grid.rows[:2]
    )
    form = {
        re.sub(r"\s", "", _plain(cell)) for grid in grids for _, row in grid.rows[:12] for cell in row[:8]
    }
    long = max((len(grid.rows) for grid in grids), default=0)
    if long < LONG_FORM and form & _WHO and form & _POST and not form & (_FOUND | _ITEMS):
        return Guess("desk", f"像填好的回执，有{_quoted(sorted(form & (_WHO | _POST))[:3])}")
    if {"全称", "简称"} <= have:
        return Guess("office", shown)
    if (
        have & _PEOPLE
        and ("职务" in have or "手机" in have)
        and (reply or named == "desk" or not have & _FOUND)
    ):
        return Guess("desk", shown)
    if ({"编号", "内容"} <= have and have & {"类别", "任务", "责任单位"}) or len(have & _ITEMS) >= 3:
        return Guess("ledger", shown)
    if have & _UNITS and have & _FOUND:
        return Guess("", f"拿不准：{shown}。用来做什么？", ("batch", "ledger", "none"))
    if named in ("desk", "ledger", "office"):
        return Guess(named, shown)
    return Guess("batch", shown)


def _named(stem: str) -> str:
    return next((kind for kind, words in _NAMED if any(word in stem for word in words)), "")


def _plain(cell: str) -> str:
    return re.sub(r"[\s*＊:：（(].*|\s", "", cell.strip())


def _quoted(names: list[str]) -> str:
    return "".join(f"“{name[:12]}”" for name in names)


def _day(day: date | None) -> str:

    return full_day(day)
