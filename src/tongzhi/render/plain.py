"""A paper as plain text for a chat group: at most 300 characters, no markup; and the reminder before a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError
from tongzhi.model.facts import say_day
from tongzhi.model.types import is_open
from tongzhi.papers.meeting import Meeting
from tongzhi.papers.notice import Notice
from tongzhi.papers.notice_change import NoticeChange, say_moment

if TYPE_CHECKING:
    from tongzhi.model.base import Document

LIMIT = 300
"""Characters a group message may have (会议群通知)."""


def plain_text(document: Document) -> str:
    """Give the group message of a meeting notice, a change notice or a meeting.

    Raises:
        InputError: the paper is of a type that must not go to a chat group (hazards, slips, lists of people).
    """
    if isinstance(document, Notice):
        return _fit(_notice_lines(document))
    if isinstance(document, NoticeChange):
        return _fit(_change_lines(document))
    if isinstance(document, Meeting):
        return _fit(_meeting_lines(document))
    raise InputError.one(
        f"{document.label}不宜发到群里，没有文字版", "会议通知、会议变更通知和会议信息有；其他文件走公文系统"
    )


def reminder(document: Document, day: date) -> str:
    """Give the message that reminds people of a meeting: how many days are left, when, where, replies still due.

    Raises:
        InputError: the paper is no meeting notice.
    """
    if not isinstance(document, Notice):
        raise InputError.one(f"{document.label}没有提醒", "会议通知才有")
    left = ""
    if isinstance(document.start, datetime):
        days = (document.start.date() - day).days
        left = {0: "今天", 1: "明天", 2: "后天"}.get(days, f"{days}天后" if days > 0 else "已过")
    lines = [
        f"【提醒】{document.meeting_name}{left and f'（{left}）'}",
        f"时间：{_say(document.start)}",
        f"地点：{document.main_venue}",
    ]
    due = document.rsvp_due
    last = due.date() if isinstance(due, datetime) else due
    if isinstance(last, date) and last >= day:
        lines.append(
            f"还没报名的请于{_say(due)}前报送{f'（{document.rsvp_to}）' if document.rsvp_to else ''}"
        )
    if document.sign_in:
        lines.append(f"签到：{_say(document.sign_in)}")
    return _fit([(line, 0) for line in lines])


Lines = Sequence[tuple[str, int]]
"""Lines and how readily each may go when the message is too long; 0 stays."""


def _notice_lines(notice: Any) -> Lines:
    who = "；".join(
        f"{group.words}{f'（{group.count}人）' if group.count else ''}"
        for group in (*notice.attendees, *notice.branch_attendees)
    )
    lines = [
        (f"【会议通知】{notice.meeting_name}", 0),
        (f"时间：{_say(notice.start)}", 0),
        (f"地点：{notice.main_venue}{f'（{notice.form}）' if notice.form != '现场' else ''}", 0),
        (f"参会：{who}", 0),
        (f"内容：{'；'.join(item.item for item in notice.agenda)}", 2),
    ]
    if notice.rsvp_due:
        due = _say(notice.rsvp_due)
        lines.append((f"报名：{due}{'' if is_open(notice.rsvp_due) else '前'}", 0))
    if notice.sign_in:
        lines.append((f"签到：{_say(notice.sign_in)}", 3))
    if notice.leave_rule:
        no_substitute = "，不得替会" if notice.leave_rule.substitute_allowed is False else ""
        lines.append((f"请假：须{notice.leave_rule.who_approves}同意{no_substitute}", 1))
    return [*lines, (_contacts(notice.contact), 0), (notice.issuer, 1)]


def _change_lines(change: Any) -> Lines:
    word = {"改期": "会议改期", "变更": "会议变更", "取消": "会议取消", "补充": "会议补充通知"}[change.kind]
    lines = [(f"【{word}】{change.meeting_name}{'取消' if change.kind == '取消' else ''}", 0)]
    if change.kind == "取消" and change.meeting_start:
        lines.append((f"原定时间：{change.meeting_start}", 0))
    if change.reason:
        lines.append((f"原因：{change.reason}", 2))
    lines += [
        (f"{item.item}：{f'原定{item.old}，' if item.old else ''}改为{item.new}", 0)
        for item in change.changes
    ]
    lines += [(other, 3) for other in change.others]
    return [*lines, (_contacts(change.contact), 0), (change.issuer, 1)]


def _meeting_lines(meeting: Any) -> Lines:
    return [
        (f"【会议】{meeting.meeting_name}", 0),
        (f"时间：{_say(meeting.start)}", 0),
        (f"地点：{meeting.main_venue}{f'（{meeting.form}）' if meeting.form != '现场' else ''}", 0),
        (f"参会：{'；'.join(meeting.attendees)}" if meeting.attendees else "", 0),
        (_contacts(meeting.contact), 0),
    ]


def _contacts(people: Sequence[Any]) -> str:
    return "联系人：" + "；".join(f"{person.name} {person.phone}" for person in people) if people else ""


def _say(value: Any) -> str:

    if isinstance(value, datetime):
        return say_moment(value)
    return say_day(value) if isinstance(value, date) else str(value)


def _fit(lines: Lines) -> str:
    """Leave out the readiest lines until the message fits, then shorten the longest; name, time, place stay."""
    kept = [line for line in lines if line[0]]
    while _length(kept) > LIMIT and any(rank for _, rank in kept):
        kept.remove(max(kept, key=lambda line: line[1]))
    while _length(kept) > LIMIT:
        longest = max(range(3 if len(kept) > 3 else 0, len(kept)), key=lambda at: len(kept[at][0]))
        text = kept[longest][0].rstrip("…")
        excess = _length(kept) - LIMIT
        shortened = text[: max(8, len(text) - excess - 1)] + "…"
        if len(shortened) >= len(kept[longest][0]):
            break
        kept[longest] = (shortened, 0)
    return "\n".join(line for line, _ in kept)[:LIMIT]


def _length(lines: Lines) -> int:
    return len("\n".join(line for line, _ in lines))
