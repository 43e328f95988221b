"""督办单, 催办 and the ranking for a 通报: what is sent to those who are late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from tongzhi.errors import InputError
from tongzhi.ledger import store
from tongzhi.ledger.history import Change
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.stats import UNSET, Count, CountTable
from tongzhi.ledger.store import Stored
from tongzhi.model.item import Item, State
from tongzhi.model.law import quote_law
from tongzhi.zh.calendar import add_workdays

KINDS = ("提示", "督办", "催办", "约谈")
OPEN = "待定"
REPLY_WORKDAYS = 3
"""By so many workdays a slip asks for its answer, unless another day is given."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to one unit about its items."""

    kind: str
    number: str
    unit: str
    items: tuple[Item, ...]
    assigned_on: date | None
    follows: str
    times: int
    answer_by: date
    issued: date
    issuer: str
    signer: str

    def to_data(self) -> dict[str, Any]:
        """Give the values of a 督办单 (documents §5) under their labels; what nobody said is 待定."""
        data: dict[str, Any] = {
            "类型": self.paper_kind,
            "编号": self.number,
            "交办来源": "、".join(dict.fromkeys(item.found_by or "隐患排查" for item in self.items)),
            "来源日期": (self.assigned_on or self.issued).isoformat(),
            "前单编号": (self.follows or OPEN) if self.paper_kind in ("督办", "催办") else self.follows,
            "催办次数": self.times or None,
            "交办单位": self.issuer or OPEN,
            "承办单位": self.unit or OPEN,
            "协办单位": list(dict.fromkeys(item.support for item in self.items if item.support)),
            "交办事项": [{"事项": matter, "具体要求": item.measures} for item, matter in self._matters()],
            "办理时限": f"{self.answer_by.isoformat()} 18:00",
            "反馈形式": "书面情况，附佐证材料",
            "签发人": self.signer or OPEN,
            "发出时间": f"{self.issued.isoformat()} 09:00",
            "备注": self._demand(),
        }
        return {label: value for label, value in data.items() if value not in ("", None, [])}

    @property
    def paper_kind(self) -> str:
        """The kind of paper: a proposed talk is printed as the 催办 that proposes it."""
        return "催办" if self.kind == "约谈" else self.kind

    def _matters(self) -> list[tuple[Item, str]]:
        return [
            (
                item,
                (
                    f"{item.hazard_no} {item.entity}{item.location}：{item.description.rstrip('。')}"
                    f"（整改时限 {item.due or '未定'}，{self._late(item)}）"
                ),
            )
            for item in self.items
        ]

    def _late(self, item: Item) -> str:
        if item.due is None:
            return "时限未定"
        days = (self.issued - item.due).days
        if days > 0:
            return f"逾期{days}天"
        return f"还有{-days}天" if days else "今天到期"

    def _demand(self) -> str:
        demand = f"请于{self.answer_by.month}月{self.answer_by.day}日前报送办理情况和佐证材料；不能按期完成的说明原因，按程序申请延期。"
        if any(item.is_major for item in self.items):
            demand += "重大事故隐患未排除前，管控措施不得放松。"
        if self.kind == "约谈":
            demand += "已三次催办，建议约谈承办单位负责人。"
        return demand

    def to_text(self) -> str:
        """Give the words of the slip for a letter or a telephone call."""
        heads = {"提示": "提示单", "督办": "督办单", "催办": "催办通知", "约谈": "催办通知（建议约谈）"}
        lines = [
            f"{heads[self.kind]} {self.number}",
            f"{self.unit}：",
            "你单位承办的下列事项，办理情况如下：",
        ]
        lines += [f"{at}. {matter}" for at, (_, matter) in enumerate(self._matters(), 1)]
        lines.append(self._demand())
        if any(item.is_hazard for item in self.items) and self.kind != "提示":
            lines.append(f"依据：{quote_law('安全生产法', '第一百零二条')}")
        lines += [self.issuer, f"{self.issued.year}年{self.issued.month}月{self.issued.day}日"]
        return "\n".join(line for line in lines if line) + "\n"


def make_slips(
    conn: Connection,
    numbers: Sequence[str],
    step: LedgerStep,
    *,
    kind: str = "",
    issuer: str = "",
    signer: str = "",
    answer_by: date | None = None,
    record: bool = True,
) -> list[Slip]:
    """Give one slip per responsible unit for the items, and note in their history that they were urged.

    Args:
        conn: a writing connection.
        numbers: their 隐患编号.
        step: who and when.
        kind: 提示, 督办, 催办 or 约谈; by default the next rung for each unit's latest item.
        issuer: who sends it.
        signer: who signs it.
        answer_by: by when to answer; three workdays by default.
        record: off for a preview that leaves no trace.

    Raises:
        InputError: an item is not handed over yet, has no unit, or is cleared.
    """
    groups: dict[str, list[Stored]] = {}
    for number in dict.fromkeys(numbers):
        stored = store.find(conn, number, lock=True)
        if stored.item.state in (State.LISTED, State.CLEARED):
            word = "还没有交单" if stored.item.state is State.LISTED else "已经销号"
            raise InputError.one(f"{stored.item.hazard_no} {word}，不能督办", "只督办已交单、未销号的")
        groups.setdefault(stored.item.resp_unit, []).append(stored)
    slips = []
    for unit, members in groups.items():
        histories = [store.changes(conn, member.item.hazard_no) for member in members]
        rung = kind or max(
            (_next(member.item, past, step.day) for member, past in zip(members, histories, strict=True)),
            key=KINDS.index,
        )
        prefix = f"{rung if rung != '约谈' else '催办'}-{step.day.year}"
        numbering = store.Numbers(conn)
        number = numbering.next(prefix)
        slip = Slip(
            rung,
            number,
            unit,
            tuple(member.item for member in members),
            min((day for past in histories if (day := _assigned_on(past))), default=None),
            "；".join(filter(None, (_cite(past) for past in histories))),
            max(sum(change.action in ("催办", "约谈") for change in past) for past in histories)
            + (rung in ("催办", "约谈")),
            answer_by or add_workdays(step.day, REPLY_WORKDAYS),
            step.day,
            issuer,
            signer,
        )
        if record:
            numbering.save()
            for member in members:
                store.update(conn, member, member.item, step.sign, action=rung, note=number)
        slips.append(slip)
    return slips


def _next(item: Item, past: Sequence[Change], day: date) -> str:
    """Give the next rung of the ladder: 提示, 督办, 催办, and after the third 催办 约谈 (documents §5)."""
    urged = sum(change.action == "催办" for change in past)
    if urged >= 2:
        return "约谈" if urged >= 3 else "催办"
    if any(change.action == "督办" for change in past):
        return "催办"
    late = (day - item.due).days if item.due else 0
    return "督办" if late > 0 else "提示"


def _assigned_on(past: Sequence[Change]) -> date | None:
    last = next((change for change in reversed(past) if change.action == "交单"), None)
    return last.at.date() if last else None


def _cite(past: Sequence[Change]) -> str:
    """Give the slip that this one follows (documents §5: 督办 cites the 交办), else the handing-over itself."""
    slip = next((change for change in reversed(past) if change.action in KINDS), None)
    if slip is not None:
        return f"{slip.note}（{slip.hazard_no}）"
    day = _assigned_on(past)
    return f"{past[0].hazard_no}于{day}交办" if day else ""


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of a county in the ranking; equal shares hold the same place."""

    place: int
    count: Count


def rank(table: CountTable) -> list[Rank]:
    """Rank groups by their share of cleared items, then by fewer late ones; groups without items are left out."""
    rows = [row for row in table.rows if row.total and row.name != UNSET]
    rows.sort(key=lambda row: (-(row.rate or 0), row.overdue, row.name))
    ranks: list[Rank] = []
    for at, row in enumerate(rows, 1):
        last = ranks[-1] if ranks else None
        same = last is not None and (last.count.rate, last.count.overdue) == (row.rate, row.overdue)
        ranks.append(Rank(last.place if same and last else at, row))
    return ranks


RANK_HEADER = ("名次", "县（市、区）", "隐患总数", "已销号", "完成率", "未销号", "逾期", "重大未销号")


def rank_cells(row: Rank) -> list[str]:
    """Give the cells of a ranking row in the order of `RANK_HEADER`."""
    count = row.count
    return [
        str(row.place), count.name, str(count.total), str(count.cleared), f"{count.rate or 0:.1%}", str(count.open),
        str(count.overdue), str(count.major_open),
    ]  # fmt: skip
