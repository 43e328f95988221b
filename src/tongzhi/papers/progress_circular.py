"""进展通报: how far each unit has come with the tasks of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Part, Wrong, labelled, rule
from tongzhi.model.official import Official
from tongzhi.model.types import AsList, Count, Day, Text, Texts


class UnitProgress(Part):
    """One unit: how many tasks it has, how many are done, late, or not reported."""

    line = "单位"

    unit: Text = labelled("单位", example="青川县")
    total: Count = labelled("任务数", ge=0, example=8)
    done: Count = labelled("已完成", default=0, ge=0, example=5)
    running: Count = labelled("推进中", default=0, ge=0, example=2)
    late: Count = labelled("逾期", default=0, ge=0, example=0)
    silent: Count = labelled("未反馈", default=0, ge=0, example=1)

    @property
    def rate(self) -> float:
        """Give the share of tasks that are done, 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @rule("total", "done", "running", "late", "silent")
    def check_sum(self, _day: date) -> Iterator[Wrong]:
        """The parts make up the whole."""
        if self.done + self.running + self.late + self.silent > self.total:
            yield Wrong("total", f"{self.unit}各项合计多于任务数 {self.total}", "核对数字")


class ProgressCircular(Official):
    """进展通报."""

    key, label, template, rows = "progress_circular", "进展通报", "progress_circular.docx", "units"

    meeting_name: Text = labelled("会议名称", also=("来源",), example="全市安全生产工作会议")
    title: Text = labelled(
        "标题",
        default="",
        note="不写则由会议名称得出",
        example="关于全市安全生产工作会议任务落实进展情况的通报",
    )
    upto: Day = labelled("统计截止", also=("截止日期",), example="2026-10-25")
    units: Annotated[list[UnitProgress], AsList] = labelled(
        "各单位进展", min_length=1,
        example=[{"单位": "青川县", "任务数": 8, "已完成": 5, "推进中": 2, "未反馈": 1}, {"单位": "剑阁县", "任务数": 8, "已完成": 4, "推进中": 4}],
    )  # fmt: skip
    problems: Texts = labelled("存在问题", factory=list, example=["个别单位未按时反馈。"])
    demands: Texts = labelled("工作要求", factory=list, example=["未反馈的单位于10月28日前补报。"])

    @property
    def ranked(self) -> list[UnitProgress]:
        """Give the units by the share of tasks done, best first; equal ones keep their order."""
        return sorted(self.units, key=lambda unit: -unit.rate)

    @property
    def totals(self) -> dict[str, int]:
        """Give the sums of the columns."""
        names = {"任务数": "total", "已完成": "done", "推进中": "running", "逾期": "late", "未反馈": "silent"}
        return {label: sum(getattr(unit, name) for unit in self.units) for label, name in names.items()}

    @rule("units")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """One row a unit."""
        names = [unit.unit for unit in self.units]
        for position, name in enumerate(names):
            if names.index(name) != position:
                yield Wrong(("units", position, "unit"), f"“{name}”写了两次", "合并成一行")
