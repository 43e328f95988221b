"""The six things the page does, in the words of those who use it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One of them: name, what it is for, its address."""

    name: str
    about: str
    path: str

    @property
    def address(self) -> str:
        """Give the address."""
        return self.path


PAGES = (
    Page("发会议通知", "填五项就能发，带参会回执", "/notice"),
    Page("收回执排会务", "汇总回执，签到表、台签、座次", "/desk"),
    Page("讲话出任务", "从讲话里找出任务，出全套文件", "/speech"),
    Page("批量发文", "一份名册，一县一份", "/batch"),
    Page("核稿排版", "按国标核对，一键排好", "/check"),
    Page("督办台账", "列单、交单、办单、清单，跟到销号", "/ledger"),
)
