"""检查表: self-check of an enterprise, check of an area, check of a trade from level to level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Grounded
from tongzhi.model.types import AsList, Count, Day, PersonName, PersonNames, Pick, Text

GROUPS = ("制度是否建立并落实", "设备是否配备并运行", "人员是否到位并尽责")
"""The three points that inspections ask for."""


class CheckItem(Grounded):
    """One question of the check."""

    line = "内容"

    no: Count | None = labelled("序号", default=None)
    group: Text = labelled("类别", default="", example=GROUPS[0])
    item: Text = labelled("内容", also=("检查内容", "检查项"), example="安全生产责任制是否建立并落实到岗")
    basis: Text = labelled("依据", default="", example="《安全生产法》第四条")
    result: Annotated[Literal["合格", "不合格", "不涉及"] | None, Pick] = labelled("结果", default=None)
    finding: Text = labelled("问题", default="", also=("发现问题",))
    evidence: Text = labelled("佐证", default="")

    @rule("result", "finding")
    def check_finding(self, _day: date) -> Iterator[Wrong]:
        """A failed point says what was wrong."""
        if self.result == "不合格" and not self.finding:
            yield Wrong("finding", "结果是不合格，没有写问题", "写明部位和缺陷")


class Shortage(Part):
    """One gap: in people, material, technology, investment or facilities."""

    line = "短板"

    kind: Annotated[Literal["人员", "物资", "技术", "投入", "设施"], Pick] = labelled("类别", example="设施")
    gap: Text = labelled("短板", example="消防水源不足")
    action: Text = labelled("补齐措施", default="", example="新建消防水池")
    due: Day | None = labelled("完成时限", default=None)


class Checklist(Document):
    """检查表（企业自查、属地检查、行业检查）."""

    key, label, template, rows = "checklist", "安全检查表", "checklist.docx", "items"

    kind: Annotated[Literal["企业自查", "属地检查", "行业检查"], Pick] = labelled("种类", example="企业自查")
    title: Text = labelled("标题", default="", note="不写则由种类和领域得出")
    field: Text = labelled("行业领域", default="", also=("领域",), example="危险化学品")
    unit: Text = labelled("被检查单位", also=("单位", "企业名称"), example="青川县某化工有限公司")
    checked_by: Text = labelled("检查单位", example="青川县某化工有限公司安全环保部")
    checkers: PersonNames = labelled("检查人", min_length=1, example=["王某", "周某"])
    checked_on: Day = labelled("检查日期", example="2026-10-12")
    upper: Text = labelled("上一级检查单位", default="", note="行业检查由上而下逐级进行")
    items: Annotated[list[CheckItem], AsList] = labelled(
        "检查内容", min_length=1, also=("检查项",),
        example=[{"类别": GROUPS[0], "内容": "安全生产责任制是否建立并落实到岗"}, {"类别": GROUPS[1], "内容": "可燃气体报警器是否配备并正常运行"},
                 {"类别": GROUPS[2], "内容": "专职安全管理人员是否到位并履职"}],
    )  # fmt: skip
    shortages: Annotated[list[Shortage], AsList] = labelled("短板", factory=list)
    opinion: Text = labelled("检查意见", default="")
    head: PersonName = labelled("被检查单位负责人", default="")

    @property
    def heading(self) -> str:
        """Give the title as printed."""
        return self.title or f"{self.field}安全生产{self.kind}表"

    @property
    def counts(self) -> dict[str, int]:
        """Give how many points passed and failed."""
        return {
            word: sum(item.result == word for item in self.items) for word in ("合格", "不合格", "不涉及")
        }

    @rule("kind", "checkers", level="warning", source="安全生产法 第六十七条")
    def check_two(self, _day: date) -> Iterator[Wrong]:
        """An authority sends two people."""
        if self.kind != "企业自查" and len(self.checkers) < 2:
            yield Wrong("checkers", "只有 1 名检查人", "执法检查应有 2 人以上，并出示证件")

    @rule("items", level="warning")
    def check_groups(self, _day: date) -> Iterator[Wrong]:
        """The three points of inspection are all asked."""
        said = "".join(item.group + item.item for item in self.items)
        missing = [group for group in GROUPS if group[:2] not in said]
        if missing:
            yield Wrong("items", f"检查内容没有涉及：{'、'.join(missing)}", "制度、设备、人员三方面都要查")

    @rule("items", level="warning")
    def check_zero(self, _day: date) -> Iterator[Wrong]:
        """A check that found nothing at all is looked at again."""
        if self.items and all(item.result in ("合格", "不涉及") for item in self.items):
            yield Wrong("items", "全部合格，零问题", "复核一遍：不允许发现不了问题")
