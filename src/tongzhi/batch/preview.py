"""What a batch would do: what each column was taken for, and the first document as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongzhi.batch.maker import Maker
from tongzhi.batch.order import recipe_of
from tongzhi.errors import Problem, TongzhiError
from tongzhi.word.text import read_text

if TYPE_CHECKING:
    from tongzhi.batch.columns import RosterColumn
    from tongzhi.batch.order import Order
    from tongzhi.batch.planned import BatchPlan
    from tongzhi.model.base import Document


@dataclass(slots=True)
class Preview:
    """What a batch would do.

    Attributes:
        text: the columns, the count of documents, and the first of them.
        problems: what is wrong with rows.
        usable: how many rows would give a document, or are rightly skipped.
    """

    text: str
    problems: list[Problem] = field(default_factory=list)
    usable: int = 0


def preview(order: Order, plan: BatchPlan) -> Preview:
    """Validate every row, write nothing, and show what would be made.

    Raises:
        InputError: the template is missing.
        TemplateError: it can't be filled.
    """
    maker = Maker(recipe_of(order, plan))
    shown = Preview("")
    first: tuple[str, Document] | None = None
    made = skipped = 0
    for job in plan.jobs():
        try:
            document, _ = maker.document(job)
        except TongzhiError as error:
            shown.problems += error.problems
            continue
        shown.usable += 1
        if document is None:
            skipped += 1
            continue
        made += 1
        first = first or (job.name, document)
    parts = [_columns(plan), f"将生成 {made} 份" + (f"，跳过 {skipped} 份（没有问题）" if skipped else "")]
    if first is not None:
        parts += [f"第一份：{first[0]}", _text(maker, first[1])]
    shown.text = "\n".join(parts)
    return shown


def _columns(plan: BatchPlan) -> str:
    lines = []
    for sheet, columns in plan.columns.items():
        lines.append(f"工作表“{sheet}”各列：" if sheet else "各列：")
        lines += [f"  {column.header} → {_meaning(column)}" for column in columns]
    return "\n".join(lines)


def _meaning(column: RosterColumn) -> str:
    if column.slot is None:
        return {"文件名": "可用于文件名"}.get(column.how, column.label or "没有用到")
    return column.label + ("" if column.how == "同名" else f"（{column.how}）")


def _text(maker: Maker, document: Document) -> str:

    return read_text(maker.render(document))
