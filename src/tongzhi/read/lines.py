"""What a line below a header is: a row of data, a sum, words around the table, a small heading, a header again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from tongzhi.read.headers import Header, is_heading, plain_name
from tongzhi.read.meanings import is_outside, is_total, meaning_of, says_nothing_found
from tongzhi.read.tables import MergedSpan, is_empty

ROW, NOTHING, TOTAL, OUTSIDE, HEADING, REPEATED, OTHER = (
    "",
    "没有问题的单位",
    "合计行",
    "表外的话",
    "小标题",
    "重复的表头",
    "另一张表的表头",
)
REASONS = {
    NOTHING: "说没有问题，没有当作一行数据",
    TOTAL: "是合计行，没有当作一行数据",
    OUTSIDE: "是表外的话（说明、填报人、签字），没有当作一行数据",
    HEADING: "只有一格，当作小标题，不是一行数据",
}
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[组类部章]|\d+[、.．]"
)
_GROUP = re.compile(r"(?:组|类|部分|领域|方面|片区?|清单|情况|问题|隐患|台账|行业)$")
_SHORT = 24
_COUNT = re.compile(r"[\d.,，%％\-—/ ]+(?:[条项处个家件份人万元]|万元)?|[㐀-鿿]{0,4}\d[^，。；]{0,8}")


class Sorter:
    """Sorts the lines of one table.

    Args:
        headers: its columns.
        spans: its merged ranges.
        known: plain names a heading may have, besides what has a known meaning.
    """

    def __init__(
        self, headers: Sequence[Header], spans: Sequence[MergedSpan], known: Collection[str] = ()
    ) -> None:
        self.headers, self.spans, self.known = headers, spans, known
        self._names = {plain_name(header.path[-1]) for header in self.headers}
        self._first = min((header.column for header in self.headers), default=0)
        self._wide = {span.top: span.right - span.left + 1 for span in self.spans if span.top == span.bottom}
        self._tall = [(span.top, span.bottom) for span in spans if span.bottom > span.top]
        meant = {header.column: meaning_of(header.path[-1]) for header in headers}
        self._said = {column for column, word in meant.items() if word in ("问题", "任务")}
        self._listed = {column for column, word in meant.items() if word in ("县区", "单位名称")}
        self._outside = False

    def sort(self, number: int, cells: Sequence[Any]) -> str:
        """Say what a line is, by its cells as they stand (merged cells above not filled in)."""
        held = [(column, cell) for column, cell in enumerate(cells) if not is_empty(cell)]
        if not held:
            return ROW
        kind = self._sort(number, held)
        self._outside = kind == OUTSIDE or (self._outside and kind == HEADING)
        return OUTSIDE if kind == HEADING and self._outside else kind

    def _sort(self, number: int, held: list[tuple[int, Any]]) -> str:
        words = [cell for _, cell in held]
        if self._is_sum(words):
            return TOTAL
        if (
            len(self.headers) > 2
            and len(held) <= 4
            and all(isinstance(cell, str) and is_outside(cell) for cell in words)
        ):
            return OUTSIDE
        if len(held) > 1 and all(is_heading(cell) for cell in words):
            plain = {plain_name(cell) for cell in words}
            if plain <= self._names:
                return REPEATED
            meant = sum(name in self.known or bool(meaning_of(name)) for name in plain)
            if meant >= 3 and meant * 2 > len(plain) and not any(len(cell) > 15 for cell in words):
                return OTHER
        if len(held) == 1 and len(self.headers) > 2 and isinstance(words[0], str):
            return self._alone(number, *held[0])
        return ROW

    def _is_sum(self, words: list[Any]) -> bool:
        sums = [cell for cell in words if is_total(cell)]
        if not sums:
            return False
        if any(is_total(cell) for cell in words[:2]) and not any(
            isinstance(cell, str) and len(cell) > _SHORT for cell in words
        ):
            return True
        others = [cell for cell in words if not is_total(cell)]
        return all(not isinstance(cell, str) or _COUNT.fullmatch(cell.strip()) for cell in others)

    def _alone(self, number: int, column: int, cell: str) -> str:
        """Sort a line with one cell only."""
        wide = self._wide.get(number, 1) >= 3
        if not wide and (
            column > self._first + 1
            or column in self._said
            or (column in self._listed and not _NUMBERED.match(cell) and not _GROUP.search(cell))
            or any(top < number <= bottom for top, bottom in self._tall)
        ):
            return ROW
        said = re.split(r"[:：]", cell)
        if len(said) == 2 and len(said[0]) <= 15 and says_nothing_found(said[1]):
            return NOTHING
        if len(cell) > _SHORT and not (_NUMBERED.match(cell) and wide):
            return OUTSIDE
        return HEADING
