"""`tongzhi doctor`: which optional parts are there, and what to install."""

from __future__ import annotations

from tongzhi.cli.base import command
from tongzhi.cli.output import say
from tongzhi.diagnosis import diagnose


@command("doctor", short_help="看看这台机器还缺什么", examples=("tongzhi doctor",))
def doctor_command() -> int:
    """看看 LibreOffice、WPS、字体等可选部分在不在，缺了装什么；不联网。"""
    for part in diagnose():
        say(f"{'✓' if part.found else '×'} {part.name}：{part.state}")
        if part.advice:
            say(f"    {part.advice}")
    return 0
