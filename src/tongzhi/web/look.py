"""What every page shows the same way: icons, days, the moment of the last saving, theme."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, request
from markupsafe import Markup

ICONS = Path(__file__).parent / "static" / "icons.svg"
THEME, LETTERS = "tongzhi_theme", "tongzhi_letters"
"""Cookies that the page's own script sets: the theme chosen, and letters as shortcuts switched off."""
WEEK = "一二三四五六日"

_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::\d\d)?)?")
_HALVES = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    found = re.findall(
        r'<symbol id="i-([a-z]+)" viewBox="([^"]+)">(.*?)</symbol>',
        ICONS.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    return {name: (box, inner) for name, box, inner in found}


def icon(name: str, size: str = "") -> Markup:
    """Give an icon of the set as SVG within the page, so that it takes the colour of its words."""
    box, inner = _symbols()[name]
    css = f"icon {size}".strip()
    return Markup(  # noqa: S704  our own file
        f'<svg class="{css}" viewBox="{box}" aria-hidden="true" focusable="false">{inner}</svg>'
    )


def say_day(day: date | None, today: date | None = None) -> str:
    """Give a day as one says it, 9月16日（二）; the year only when it is another one than today's."""
    if day is None:
        return ""
    year = "" if today is None or day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日（{WEEK[day.weekday()]}）"


def full_day(day: date | None) -> str:
    """Give a day in full, 2025年9月16日（星期二）."""
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEK[day.weekday()]}）" if day else ""


def full_day_of(text: str) -> str:
    """Give an ISO day in full; what is none stays as it is."""
    try:
        return full_day(date.fromisoformat(text))
    except ValueError:
        return text


def say_moment(text: str, *, weekday: bool = False) -> str:
    """Give an ISO day or moment as it is spoken; anything else as it stands, or nothing when the weekday is wanted."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return "" if weekday else text
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return "" if weekday else text
    said = f"{day.year}年{day.month}月{day.day}日"
    if weekday:
        said += f"（星期{WEEK[day.weekday()]}）"
    if found[4] is None:
        return said
    hour = int(found[4])
    half = next(word for before, word in _HALVES if hour < before)
    return f"{said}{half}{hour if hour <= 12 else hour - 12}:{found[5]}"


def clock(moment: datetime) -> str:
    """Give the time of day, 14:03."""
    return f"{moment.hour}:{moment.minute:02d}"


def install(app: Flask) -> None:
    """Make the helpers known to the templates."""
    app.jinja_env.globals.update(icon=icon, full_day=full_day, say_day=say_day, full_day_of=full_day_of)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def look() -> dict[str, Any]:
        theme = request.cookies.get(THEME, "")
        return {
            "theme": theme if theme in ("dark", "light") else "",
            "letters": request.cookies.get(LETTERS, "") != "off",
            "here": request.path,
        }
