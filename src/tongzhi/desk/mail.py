"""A letter saved from the mail program: its head, and the older letter quoted below it, are no reply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongzhi.desk.chat import unit_of_sender
from tongzhi.desk.people import Asked

_HEAD = re.compile(
    r"[>＞\s]*(?:发件人|发送人|发送时间|发送日期|时间|日期|收件人|抄送人?|密送|主\s*题|附\s*件|From|Sent|Date|To|Cc|Bcc|Subject|Attachments?)\s*[:：](?P<value>.*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[>＞\s]*(?:发件人|发送人|From|主\s*题|Subject)\s*[:：]", re.IGNORECASE)
_SENDER = re.compile(r"[>＞\s]*(?:发件人|发送人|From)\s*[:：]\s*(?P<who>[^<＜\[]+)", re.IGNORECASE)
_QUOTE = re.compile(
    r"[-—_=*\s]*(?:原始邮件|原邮件|原始信息|转发的?邮件(?:信息)?|转发邮件|回复的?邮件|Original Message|Forwarded message)[-—_=*\s]*"
    r"|(?:在|于)?.{4,60}(?:写道|来信)\s*[:：]|On .{4,80}wrote:",
    re.IGNORECASE,
)
_SAYS = re.compile(r"1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}|参会|参加|出席|请假|报送如下")


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter without its frame.

    Attributes:
        lines: what the sender wrote.
        sender: as the head gives it; empty when it gives none.
        head: how many lines were its head.
        quoted: how many lines were the older letter below it.
    """

    lines: list[str]
    sender: str
    head: int
    quoted: int

    def unit(self, asked: Iterable[Asked]) -> str:
        """Give the unit that the sender's name tells; empty when it tells none for sure."""
        return unit_of_sender(self.sender, asked)


def read_mail(lines: Sequence[str]) -> Mail | None:
    """Part a letter saved as text from its head and what it quotes; `None` for other texts.

    What stands below the mark of a quotation is the letter itself when nothing is said above it: it was passed on.
    """
    if sum(_NAMED.match(line) is not None for line in lines[:8]) < 2:
        return None
    mark = next((at for at, line in enumerate(lines) if _QUOTE.fullmatch(line.strip())), len(lines))
    own, head, sender = _body(lines[:mark])
    if mark < len(lines) and not any(_SAYS.search(line) for line in own):
        below, more, passed_on = _body(lines[mark + 1 :])
        return Mail([*own, *below], passed_on or sender, head + more + 1, 0)
    return Mail(own, sender, head, len(lines) - mark)


def _body(lines: Sequence[str]) -> tuple[list[str], int, str]:
    sender = next((found["who"].strip(' "“”') for line in lines if (found := _SENDER.match(line))), "")
    own = [line for line in lines if not _HEAD.fullmatch(line)]
    return own, len(lines) - len(own), sender
