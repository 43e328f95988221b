"""Further sheets of a roster: a list of the document, or more rows of the same list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tongzhi.batch.columns import How, RosterColumn, match_columns, tell_columns
from tongzhi.batch.fieldnames import Fields, main_field, record_of
from tongzhi.batch.planned import BatchPlan, Joined, header_of, plain_key, sample_rows
from tongzhi.errors import Problem
from tongzhi.model.base import Document, label_of
from tongzhi.read.headers import plain_name
from tongzhi.read.roster import Roster


def says_the_list(columns: Sequence[RosterColumn], rows: str, fields: Fields) -> bool:
    """Tell whether columns say what the rows list."""
    record = record_of(fields.kind.model_fields[rows]) if rows else None
    main = main_field(record) if record else ""
    return any(
        column.slot and column.slot.field == rows and column.slot.inner in ("", main) for column in columns
    )


@dataclass(frozen=True, slots=True)
class FurtherSheet:
    """A further sheet that fills a list of the document, and its column of the unit."""

    roster: Roster
    header: str


def take_sheet(
    kind: type[Document], other: Roster, key: str, plan: BatchPlan, mapping: Mapping[str, str] | None
) -> FurtherSheet | None:
    """Take a further sheet for a list of the document, if it is keyed by the same units.

    A sheet that lists the same as the roster itself (each township has its own) goes on with it.
    """
    fields = Fields(kind, plan.rows)
    target = _list_of(fields, other)
    matched = match_columns(kind, other.headers, plan.rows, mapping, sample_rows(other))
    header = header_of(matched, key)
    if (
        header
        and says_the_list(plan.columns[plan.roster.sheet], plan.rows, fields)
        and says_the_list(matched, plan.rows, fields)
    ):
        plan.columns[other.sheet] = matched
        plan.notes += other.notes + tell_columns(matched, other.place())
        plan.account.add(other.account)
        plan.notes.append(
            Problem(
                other.place(),
                f"与“{plan.roster.sheet or '前一张表'}”是同样的表，{len(other.rows)} 行一起用了",
                "只要一张就用 --sheet 写明",
            )
        )
        plan.roster = replace(plan.roster, rows=Joined(plan.roster.rows, other.rows))
        return None
    if not target or not header:
        plan.notes.append(Problem(other.place(), "这个工作表没有用到", "它要有县区一列和清单的各列"))
        plan.account.leave_out("没有用到的工作表", other.place(), "这个工作表没有用到")
        return None
    inner = fields.inner.get(target, {})
    columns = []
    for column, heading in zip(matched, other.headers, strict=True):
        meant = inner.get(plain_name(heading.path[-1]))
        if column.header == header:
            columns.append(RosterColumn(column.header, None, "同名", label_of(kind.model_fields[key], key)))
        elif meant is not None:
            how: How = "同名" if meant.is_label else "别名"
            columns.append(RosterColumn(column.header, meant.slot, how, meant.label))
        elif column.slot and column.slot.field == target:
            columns.append(column)
        else:
            columns.append(
                replace(column, slot=None, second=None, how="文件名" if column.how == "文件名" else "未用")
            )
    plan.columns[other.sheet] = columns
    plan.notes += other.notes + tell_columns(columns, other.place())
    return FurtherSheet(other, header)


def _list_of(fields: Fields, other: Roster) -> str:
    """Give the list that a further sheet fills: the one it is named after, else the one with most of its columns."""
    named = fields.top.get(plain_name(other.sheet)) or fields.top.get(
        plain_name(other.sheet.removesuffix("清单").removesuffix("表"))
    )
    if named and named.slot.many:
        return named.slot.field
    leaves = {plain_name(header.path[-1]) for header in other.headers}
    lists = [
        name
        for name in fields.inner
        if fields.inner[name] and next(iter(fields.inner[name].values())).slot.many
    ]
    scored = [
        (
            len(leaves & {*fields.inner[name], plain_name(label_of(fields.kind.model_fields[name], name))}),
            name == fields.rows,
            name,
        )
        for name in lists
    ]
    score, _, best = max(scored, default=(0, False, ""))
    return best if score else ""


def attach_rows(plan: BatchPlan, header: str, other: FurtherSheet) -> None:
    """Put the rows of a further sheet to the document of their unit; those of no unit are told."""
    where: dict[str, int] = {}
    for index, group in enumerate(plan.groups):
        first = plan.roster.rows[group if isinstance(group, int) else group[0]]
        if header in first.values:
            where.setdefault(plain_key(first.values[header]), index)
    plan.account.meet(len(other.roster.rows))
    plan.account.add(other.roster.account)
    for row in other.roster.rows:
        value = row.values.get(other.header)
        position = where.get(plain_key(value)) if value is not None else None
        if position is None:
            plan.account.settle("没有用到")
            found = (
                f"“{value}”不在名册里，这一行没有用到" if value is not None else "没有写单位，这一行没有用到"
            )
            plan.notes.append(
                Problem(other.roster.place(row.number, other.header), found, "名称与名册写成一样")
            )
        else:
            plan.items.setdefault(position, []).append(row)
