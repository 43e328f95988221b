"""整改清单: hazards, each with who puts it right, by what means, by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.hazard_laws import Broken
from tongzhi.model.item import label_of
from tongzhi.model.official import Attachment, Grounded
from tongzhi.model.types import AsList, Count, Day, PersonName, Text, Texts
from tongzhi.papers.hazard import Hazard


class Population(Part):
    """How many objects are declared to exist, so that forgotten ones show."""

    field: Text = labelled("领域", default="", also=("行业领域",), example="矿山")
    objects: Text = labelled("对象", example="尾矿库")
    declared: Count = labelled("应查", also=("应查数", "应排查"), ge=0, example=202)
    checked: Count = labelled("已查", also=("已查数", "已排查"), ge=0, example=180)
    unit: Text = labelled("单位", default="", also=("量词",), example="座")

    @rule("declared", "checked")
    def check_sum(self, _day: date) -> Iterator[Wrong]:
        """Not more are checked than exist."""
        if self.checked > self.declared:
            yield Wrong(
                "checked", f"{self.objects}已查 {self.checked}，多于应查 {self.declared}", "核对两个数"
            )

    @rule("declared", "checked", level="warning")
    def check_rest(self, _day: date) -> Iterator[Wrong]:
        """What is not checked yet is told."""
        if self.checked < self.declared:
            yield Wrong(
                "checked",
                f"{self.objects}已查 {self.checked} / 应查 {self.declared}，还差 {self.declared - self.checked}",
                "",
            )


class Stock(Grounded):
    """What the speech says is at fault and orders to be put right (存量问题): one line of the list."""

    line: ClassVar[str] = "对象"

    no: Count | None = labelled("序号", default=None)
    objects: Text = labelled("对象", example="开过整改通知单的餐饮用户")
    number: Text = labelled("数量", default="", example="2864家")
    fault: Text = labelled("存在问题", default="", example="通知单上的问题没有改")
    demand: Text = labelled("整改要求", default="", example="全部复查一遍，没改的立即停止用气")
    unit: Text = labelled("责任单位", default="", also=("牵头单位",), example="市商务局")
    when: Text = labelled("时限", default="", example="9月21日前")


class Inspection(Grounded):
    """What is there to be checked: named or counted objects, and what they are checked for."""

    line: ClassVar[str] = "排查对象"

    no: Count | None = labelled("序号", default=None)
    field: Text = labelled("领域", default="", also=("重点领域",), example="矿山")
    objects: Text = labelled("排查对象", default="", also=("对象",), example="尾矿库")
    number: Text = labelled("应查数", default="", also=("数量",), example="202座")
    matter: Text = labelled("排查整治内容", default="", also=("检查要点",), example="隐患排查整治和值班值守")
    unit: Text = labelled("责任单位", default="", example="市应急管理局")
    when: Text = labelled("时限", default="", example="9月26日前")


class Rectification(Document):
    """整改清单（台账）."""

    key, label, template, rows = "rectification", "整改清单", "rectification.docx", "items"
    sampled = ("title", "issuer", "issued_on", "items")

    title: Text = labelled(
        "标题",
        default="安全生产隐患整改清单",
        also=("名称", "清单名称"),
        example="临江市安全生产隐患整改清单",
    )
    issuer: Text = labelled(
        "发文机关",
        default="",
        also=("填报单位", "编制单位", "制表单位"),
        example="临江市安全生产委员会办公室",
    )
    issued_on: Day | None = labelled(
        "填报日期", default=None, also=("成文日期", "编制日期", "制表日期"), example="2026-09-30"
    )
    drafter: PersonName = labelled("填报人", default="", also=("制表人",))
    reviewer: PersonName = labelled("审核人", default="", also=("审核",))
    attachment_no: Text = labelled("附件序号", default="", note="作附件时写，如 附件2")
    populations: Annotated[list[Population], AsList] = labelled("排查底数", factory=list, also=("应查已查",))
    opening: Text = labelled("说明", default="", note="标题下的一段话")
    stock: Annotated[list[Stock], AsList] = labelled("存量问题", factory=list)
    inspections: Annotated[list[Inspection], AsList] = labelled("排查任务", factory=list)
    questions: Texts = labelled("检查要点", factory=list, note="是否…、有没有…，逐条")
    items: Annotated[list[Hazard], AsList] = labelled(
        "隐患", factory=list, also=("隐患清单", "整改事项", "隐患列表", "清单", "整改清单"),
        example=[
            {
                "隐患编号": "QC-FKS-2026-001", "所属地区": "青川县", "行业领域": "非煤矿山", "单位名称": "青川县某矿业有限公司",
                "隐患部位": "3号尾矿库排洪涵洞", "隐患描述": "排洪涵洞淤堵约三分之一，影响汛期泄洪", "隐患类别": "现场管理",
                "隐患等级": "一般", "发现日期": "2026-09-26", "发现方式": "督导组暗访", "检查单位": "市应急管理局",
                "检查人": ["李某", "周某"], "是否立即整改": "否", "整改措施": "清淤并加固涵洞，汛前完成验收",
                "整改责任单位": "青川县某矿业有限公司", "整改责任人": {"姓名": "王某", "电话": "13800000002"},
                "监管责任单位": "青川县应急管理局", "监管责任人": "赵某", "整改资金": "12.50", "整改时限": "2026-10-30",
                "临时管控措施": "停止放矿，专人盯守", "应急预案": "尾矿库现场处置方案", "整改进展": "正在清淤",
            }
        ],
    )  # fmt: skip
    attachments: Annotated[list[Attachment], AsList] = labelled("附件", factory=list)

    @property
    def totals(self) -> dict[str, int]:
        """Give the totals: 总数, 重大, 已销号, 逾期 is left to the day of printing."""
        return {
            "总数": len(self.items),
            "重大": sum(item.level == "重大" for item in self.items),
            "已销号": sum(item.closed_on is not None for item in self.items),
        }

    @property
    def done_rate(self) -> str:
        """Give 完成率 = 已销号 / 总数, in per cent with one place."""
        totals = self.totals
        return f"{totals['已销号'] * 100 / totals['总数']:.1f}%" if totals["总数"] else "0.0%"

    def count_by(self, name: str) -> list[tuple[str, int]]:
        """Give how many hazards share each value of a field (`region`, `field`, `level`), most first."""
        counts: dict[str, int] = {}
        for item in self.items:
            value = str(getattr(item, name))
            counts[value] = counts.get(value, 0) + 1
        return sorted(counts.items(), key=lambda pair: -pair[1])

    @rule("items", "stock", "inspections")
    def check_rows(self, _day: date) -> Iterator[Wrong]:
        """A list has rows: hazards, old faults, or what is to be checked."""
        if not (self.items or self.stock or self.inspections):
            yield Wrong("items", "没有填写", "逐项写隐患；没有点名的隐患写 排查任务")

    @rule("items")
    def check_numbers(self, _day: date) -> Iterator[Wrong]:
        """Hazard numbers are unique; row numbers run from 1."""
        seen: dict[str, int] = {}
        for position, item in enumerate(self.items):
            if item.hazard_no and not facts.is_redacted(item.hazard_no) and item.hazard_no != "待定":
                first = seen.setdefault(item.hazard_no, position)
                if first != position:
                    yield Wrong(
                        ("items", position, "hazard_no"),
                        f"隐患编号“{item.hazard_no}”与第{first + 1}项重复",
                        "每项一个编号",
                    )
        numbers = [item.no for item in self.items if item.no is not None]
        if numbers and numbers != list(range(1, len(self.items) + 1)):
            yield Wrong("items", "序号不连续", "从 1 起依次编号，或都不写")

    @rule("items", level="warning")
    def tell_records(self, day: date) -> Iterator[Wrong]:
        """What the records of a ledger were left without is told once for each field, not row by row."""
        found: dict[str, dict[int, Broken]] = {}
        for position, item in enumerate(self.items):
            for each in item.lacking(day):
                found.setdefault(each.key, {}).setdefault(position, each)
        for key, rows in found.items():
            first, example = next(iter(rows.items()))
            if len(rows) == 1:
                yield Wrong("items", f"第{first + 1}项 {label_of(key)}：{example.found}", example.instead)
                continue
            listed = "、".join(str(position + 1) for position in list(rows)[:_LISTED])
            more = f" 等 {len(rows)} 项" if len(rows) > _LISTED else "项"
            said = f"{label_of(key)}要核对：第{listed}{more}；如第{first + 1}项，{example.found}"
            yield Wrong("items", said, example.instead)

    @rule("items")
    def check_two_dues(self, _day: date) -> Iterator[Wrong]:
        """One hazard has one time limit."""
        yield from self._two_dues(records=False)

    @rule("items", level="warning")
    def tell_two_dues(self, _day: date) -> Iterator[Wrong]:
        """A ledger may hold two numbers for one hazard; it is told."""
        found = list(self._two_dues(records=True))
        if found:
            more = f"（这样的有 {len(found)} 处）" if len(found) > 1 else ""
            yield Wrong(found[0].field, f"{found[0].found}{more}", found[0].instead)

    def _two_dues(self, *, records: bool) -> Iterator[Wrong]:
        for position, first, item in self._repeated():
            if item.is_record is records and item.due != self.items[first].due:
                yield Wrong(
                    ("items", position, "due"),
                    f"与第{first + 1}项是同一隐患，整改时限却是 {item.due} 和 {self.items[first].due}",
                    "合并，只留一个时限",
                )

    @rule("items", level="warning")
    def check_repeats(self, _day: date) -> Iterator[Wrong]:
        """The same unit, place and description stand once."""
        found = list(self._repeated())
        if not found:
            return
        pairs = "、".join(f"第{position + 1}项同第{first + 1}项" for position, first, _ in found[:_LISTED])
        more = f" 等 {len(found)} 处" if len(found) > _LISTED else ""
        yield Wrong(
            ("items", found[0][0], "description"),
            f"单位、部位、描述相同：{pairs}{more}",
            "是同一隐患就合并成一项",
        )

    def _repeated(self) -> Iterator[tuple[int, int, Hazard]]:
        seen: dict[str, int] = {}
        for position, item in enumerate(self.items):
            if item.entity == item.location == "待定":
                continue
            mark = facts.compact(f"{item.entity}|{item.location}|{item.description}")
            first = seen.setdefault(mark, position)
            if first != position:
                yield position, first, item

    @rule("items", "issuer")
    def check_oversight(self, _day: date) -> Iterator[Wrong]:
        """A ledger of a government names who oversees each hazard."""
        yield from self._unseen(records=False)

    @rule("items", "issuer", level="warning")
    def tell_oversight(self, _day: date) -> Iterator[Wrong]:
        """Where the ledger does not say who oversees an open hazard, it is told."""
        yield from self._unseen(records=True)

    def _unseen(self, *, records: bool) -> Iterator[Wrong]:
        if not _is_public(self.issuer):
            return
        for position, item in enumerate(self.items):
            if item.is_record is not records or (records and item.state == "清单"):
                continue
            lacking = [
                label
                for label, value in (
                    ("监管责任单位", item.oversight_unit),
                    ("监管责任人", item.oversight_person),
                )
                if not value
            ]
            if lacking:
                yield Wrong(
                    ("items", position, "oversight_unit"),
                    f"没有填写{'、'.join(lacking)}",
                    "政府部门的清单要写明；还不知道写 待定",
                )

    @rule("items", level="warning")
    def check_regions(self, _day: date) -> Iterator[Wrong]:
        """Regions stand in the address list."""
        known = self.office.counties() if self.office is not None else []
        if not known:
            return
        for position, item in enumerate(self.items):
            if item.region != "待定" and not any(
                item.region.startswith((c.name, c.short or c.name)) for c in known
            ):
                yield Wrong(
                    ("items", position, "region"), f"“{item.region}”不在单位名录里", "写全称，或补进名录"
                )


_LISTED = 10
"""So many rows are named in one message."""


def _is_public(issuer: str) -> bool:
    return (
        facts.is_commission(issuer)
        or facts.is_department(issuer)
        or "政府" in issuer
        or issuer.endswith("办公室")
    )
