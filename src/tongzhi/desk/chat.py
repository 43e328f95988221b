"""A chat saved as text: who wrote when, and what; a message without its unit is that of its sender's unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tongzhi.desk.people import Asked
from tongzhi.zh.bodies import Listed, find_body, head_body

_DAY = r"(?:\d{2,4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?"
_TIME = r"(?:凌晨|早上|上午|中午|下午|晚上)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_SENDERS = (
    re.compile(rf"(?P<when>{_DAY}\s*(?:星期.\s*|周.\s*)?{_TIME})\s+(?P<who>\S.{{0,24}}?)[:：]?"),
    re.compile(rf"(?P<who>\S.{{0,24}}?)\s+(?P<when>(?:{_DAY}|昨天|今天|星期.|周.)?\s*{_TIME})[:：]?"),
)
_PICTURE = re.compile(
    r"[\[【(（](?:图片|照片|文件|语音|视频|表情|动画表情|链接|位置|名片)[^\]】)）]{0,30}[\]】)）]|见上图|如图"
)
_ENDS = ("", "局", "委", "办", "中心", "公司", "镇", "乡", "县", "街道", "区", "旗", "市")


@dataclass(slots=True)
class Message:
    """What one sender wrote at one moment.

    Attributes:
        number: the line in which the sender stands, from 1.
        sender: as it stands there.
        when: the moment as it stands there.
        lines: number and text of what was written.
    """

    number: int
    sender: str
    when: str
    lines: list[tuple[int, str]] = field(default_factory=list)


def _head(line: str) -> tuple[str, str] | None:
    for shape in _SENDERS:
        found = shape.fullmatch(line.strip())
        if found is not None and not re.search(r"会议|时间|[。；，]", found["who"]):
            return found["who"].strip(), found["when"].strip()
    return None


def is_chat(lines: Sequence[str]) -> bool:
    """Tell a chat saved as text: at least two lines hold a sender and a time and nothing else."""
    return sum(_head(line) is not None for line in lines) >= 2


def messages(lines: Sequence[str]) -> list[Message]:
    """Part a chat into its messages; what stands before the first sender is a message of nobody."""
    made = [Message(0, "", "")]
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is not None:
            made.append(Message(number, *head))
        else:
            made[-1].lines.append((number, line))
    return [message for message in made if message.number or message.lines]


def unit_of_sender(sender: str, asked: Iterable[Asked]) -> str:
    """Give the unit that the name of a sender tells (公安局办公室, 教体局小刘, 住建-王); empty when it tells none for sure."""
    listed: Listed = [(one.unit, one.short) for one in asked]
    pieces = [piece for piece in re.split(r"[-—_·|｜/\s　（()）【】:：]+", sender) if len(piece) > 1]
    for piece in pieces:
        head, _ = head_body(piece, listed)
        if head:
            return _full(head, listed)
        for end in range(min(len(piece), 8), 1, -1):
            for ending in _ENDS:
                if full := _full(piece[:end] + ending, listed):
                    return full
    return ""


def _full(name: str, listed: Listed) -> str:
    found = find_body(name, listed)
    return list(listed)[found.index][0] if found is not None and found.sure else ""


def shows_picture(text: str) -> bool:
    """Tell a message that says what cannot be read here: a picture, a file."""
    return _PICTURE.search(text) is not None
