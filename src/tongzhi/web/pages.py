"""The six things the page does, in the words of those who use it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebPage:
    """One of them: name, what it is for, its address, its icon, its name in two characters."""

    name: str
    about: str
    path: str
    icon: str
    short: str


PAGES = (
    WebPage("发会议通知", "填五项就能发", "/notice", "notice", "通知"),
    WebPage("收回执排会务", "汇总、台签、座次", "/desk", "reply", "回执"),
    WebPage("讲话出任务", "找任务，出文件", "/speech", "speech", "讲话"),
    WebPage("批量发文", "一份名册，一县一份", "/batch", "batch", "批量"),
    WebPage("核稿排版", "按国标核对、排好", "/check", "check", "核稿"),
    WebPage("督办台账", "从列单到销号", "/ledger", "ledger", "台账"),
)
HOME = WebPage("首页", "", "/", "home", "首页")
RAIL = (HOME, *PAGES)
ICON_OF = {
    "notice": "notice",
    "desk": "reply",
    "speech": "speech",
    "batch": "batch",
    "check": "check",
    "feedback": "reply",
    "compare": "words",
}
"""The icon of each kind of work."""
