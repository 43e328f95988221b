"""Why a render stops: raised without a place inside the engine, given one at its border."""

from __future__ import annotations

import time
from contextvars import ContextVar
from dataclasses import dataclass

from tongzhi.errors import Place, Problem


class Stop(Exception):  # noqa: N818  it is a reason, turned into a TongzhiError at the border
    """What was found and what to write instead; the border adds part, paragraph and tag."""

    def __init__(self, found: str, instead: str = "") -> None:
        super().__init__(found, instead)
        self.found = found
        self.instead = instead


class MissingName(Stop):
    """A name that the data lacks was printed or looped over."""

    def __init__(self, path: str, owner: object = None) -> None:
        super().__init__(f"数据里没有“{path}”")
        self.path = path
        self.owner = owner


class BadText(Stop):
    """A value holds a character that Word cannot hold; `value` is the text, `position` counts from 0."""

    def __init__(self, value: str, position: int) -> None:
        code = ord(value[position])
        super().__init__(
            f"第 {position + 1} 个字符是 U+{code:04X}，Word 存不下", "删去这个字符，或加 --lenient 自动去掉"
        )
        self.value = value
        self.position = position


class OverLimit(Stop):
    """The template costs more time or space than it may."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one render may cost: seconds, bytes of output, rounds of all loops together."""

    seconds: float = 2.0
    output: int = 50_000_000
    rounds: int = 2_000_000


LIMITS = Limits()
EARLY = 0.9
"""Share of the time after which to stop, so that the whole ends within the limit."""
CHECK_EVERY = 64
"""Rounds of a loop between two looks at the clock."""


class Meter:
    """What one render has cost so far."""

    __slots__ = ("_deadline", "_limits", "_rounds", "_spent")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._deadline = time.monotonic() + EARLY * limits.seconds
        self._spent = 0
        self._rounds = 0

    def check(self) -> None:
        """Raise OverLimit when the time is up."""
        if time.monotonic() > self._deadline:
            raise OverLimit(f"模板运行超过 {self._limits.seconds:g} 秒", "减少循环层数或数据行数")

    def spend(self, size: int) -> None:
        """Count `size` bytes of text made.

        Raises:
            OverLimit: it is too much, or the time is up.
        """
        self._spent += size
        if self._spent > self._limits.output:
            raise OverLimit(
                f"模板产生的内容超过 {self._limits.output // 1_000_000} MB", "减少循环或重复的内容"
            )
        self.check()

    def enter(self, rounds: int, size: int) -> None:
        """Count a loop of `rounds` that prints `size` fixed bytes in each.

        Raises:
            OverLimit: it is too much, or the time is up.
        """
        self._rounds += rounds
        if self._rounds > self._limits.rounds:
            raise OverLimit(f"循环总共超过 {self._limits.rounds} 次", "减少循环层数或数据行数")
        self.spend(rounds * size)


METER: ContextVar[Meter | None] = ContextVar("tongzhi.engine.meter", default=None)
"""The meter of the running render, for operators and filters that make much text at once."""
FREE = 4_096
"""Texts up to this many characters are not counted."""


def spend(size: int) -> None:
    """Count `size` characters of text made by an operator or filter of the running render."""
    if size > FREE:
        meter = METER.get()
        if meter is not None:
            meter.spend(size)
        elif size > LIMITS.output:
            raise OverLimit(f"模板产生的内容超过 {LIMITS.output // 1_000_000} MB", "减少重复的内容")


def refused_macros(place: Place) -> Problem:
    """Give why a file with macros is no template."""
    return Problem(
        place,
        "这是带宏的模板（.docm 或 .dotm），不予使用：宏会随文件发给每个收件人",
        "在 Word 里另存为不带宏的 .docx",
    )
