"""领导带队检查台账: which leader looked at which field, where, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Day, Text, Texts


class Visit(Part):
    """One visit on site."""

    no: Count | None = labelled("序号", default=None)
    leader: Text = labelled("领导", also=("姓名",), example="副市长李某")
    field: Text = labelled("分管领域", also=("领域",), example="矿山")
    on: Day = labelled("日期", example="2026-10-09")
    place: Text = labelled("企业或现场", also=("单位", "地点"), example="青川县某矿业有限公司")
    found: Text = labelled("发现问题", default="", example="排洪涵洞淤堵")
    handled: Text = labelled("处置情况", default="", example="现场交办，限期清淤")
    followed_up: Text = labelled("跟踪落实", default="")


class VisitLog(Document):
    """领导带队检查台账."""

    key, label, template, rows = "visit_log", "领导带队检查台账", "visit_log.docx", "visits"

    title: Text = labelled("标题", default="领导干部带队检查安全生产台账")
    unit: Text = labelled("填报单位", also=("发文机关",), example="临江市安全生产委员会办公室")
    leaders: Texts = labelled("应检查领导", factory=list, note="用来核对谁还没有去", example=["副市长李某"])
    visits: Annotated[list[Visit], AsList] = labelled(
        "检查情况", min_length=1,
        example=[{"领导": "副市长李某", "分管领域": "矿山", "日期": "2026-10-09", "企业或现场": "青川县某矿业有限公司", "发现问题": "排洪涵洞淤堵",
                  "处置情况": "现场交办，限期清淤"}],
    )  # fmt: skip

    @property
    def missing(self) -> list[str]:
        """Give the leaders without a visit."""
        gone = {visit.leader for visit in self.visits}
        return [leader for leader in self.leaders if leader not in gone]

    @rule("leaders", "visits", level="warning")
    def check_cover(self, _day: date) -> Iterator[Wrong]:
        """Every leader goes."""
        if self.missing:
            yield Wrong("visits", f"还没有检查记录：{'、'.join(self.missing)}", "补上，或提醒本人")

    @rule("visits", level="warning")
    def check_step(self, _day: date) -> Iterator[Wrong]:
        """What was found is handled: a visit alone is no duty done."""
        for position, visit in enumerate(self.visits):
            if visit.found and not visit.handled:
                yield Wrong(
                    ("visits", position, "handled"),
                    f"{visit.place}发现问题，没有写处置情况",
                    "写怎么处置、谁跟踪",
                )
