"""Numbers of headings, counted while a document is printed, so that a left-out section leaves no gap."""

from __future__ import annotations

from tongzhi.zh.numbers import to_chinese


class Ordinal:
    """A number that counts on each time it is printed, and starts its lower ones again."""

    __slots__ = ("_below", "_chinese", "_number")

    def __init__(self, *, chinese: bool, below: Ordinal | None = None) -> None:
        """Count 一, 二 or 1, 2; `below` starts again with every step."""
        self._number = 0
        self._chinese = chinese
        self._below = below

    def __str__(self) -> str:
        """Give the next number."""
        self._number += 1
        if self._below is not None:
            self._below.restart()
        return to_chinese(self._number) if self._chinese else str(self._number)

    def restart(self) -> None:
        """Begin with 1 again."""
        self._number = 0
        if self._below is not None:
            self._below.restart()


def heading_numbers() -> dict[str, Ordinal]:
    """Give 章 (printed as 一、), 节 (（一）) and 条 (1.) of one document."""
    item = Ordinal(chinese=False)
    section = Ordinal(chinese=True, below=item)
    return {"章": Ordinal(chinese=True, below=section), "节": section, "条": item}
