"""The task list as a Word table across the page, set after GB/T 9704-2012 clause 8 (A4 型的表格，横排)."""

from __future__ import annotations

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import OPEN, say_open, show_task
from tongzhi.render.tasklist import listed, rejected
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.fragments import CellFragment, run
from tongzhi.zh.units import in_one_line

_LABELS = ("序号", "任务", "具体内容", "责任单位", "完成时限", "领域", "完成情况")
_SHARES = (1.6, 4.6, 10.0, 4.4, 3.6, 2.6, 3.0)
_TINT = "FFF2CC"
_REASONS = ("类别", "句子", "依据")


def render_document(
    tasks: TaskList, *, requirements: bool = False, explain: bool = False, standard: Standard = GBT9704
) -> bytes:
    """Give a .docx: title, the table with a column to tick, and what the speech leaves open."""
    shown = listed(tasks, requirements=requirements)
    body = rc.plain("任务清单", st.TITLE) + rc.blank() + _table(shown, standard)
    notes = [f"{say_open(item)}。" for item in tasks.open]
    if any(one.origin == "suggested" for task in shown for one in task.owners):
        notes.append("带底色的责任单位是按对照表建议的，需核对。")
    body += "".join(rc.text(run(_clean(note))) for note in notes)
    if explain:
        body += rc.text("未列为任务的句子：") + _rejected(tasks, shown, standard)
    return pack(rc.Draft("任务清单", body, turned=True), standard)


def _clean(text: str) -> str:
    return "".join(char if char >= " " or char == "\n" else " " for char in text)


def _table(shown: tuple[Task, ...], s: Standard) -> str:
    widths = rc.fit(_SHARES, int(s.page.area_height))
    rows = rc.head_row(_LABELS, widths)
    for number, task in enumerate((row for one in shown for row in one.rows()), start=1):
        cells = show_task(task)
        day = task.due.date if task.due else None
        due = cells["时限"] + (f"\n{day.year}年{day.month}月{day.day}日" if day else "")
        words = [str(number), cells["任务"], cells["内容"], cells["责任单位"], due, cells["领域"], "□"]
        tinted = not all(one.is_sure for one in task.owners)
        rows += rc.fixed_row([_cell(word, at, tinted=tinted) for at, word in enumerate(words)], widths)
    if not shown:
        rows += rc.fixed_row([_cell(OPEN if at == 1 else "", at) for at in range(len(_LABELS))], widths)
    return rc.grid(s, widths, rows)


def _cell(words: str, column: int, *, tinted: bool = False) -> CellFragment:
    style = st.CELL if column in (0, 5, 6) else st.CELL_LEFT
    tint = _TINT if tinted and column == 3 else ""
    return rc.cell(run(_clean(words), tint=tint) if words else "", style)


def _rejected(tasks: TaskList, shown: tuple[Task, ...], s: Standard) -> str:
    widths = rc.fit((2.0, 20.0, 8.0), int(s.page.area_height))
    rows = rc.head_row(_REASONS, widths)
    for one in rejected(tasks, shown):
        kind = "要求" if one.kind == "requirement" else "其他"
        rows += rc.fixed_row(
            [_cell(kind, 0), _cell(in_one_line(one.text), 1), _cell("、".join(one.why) or "没有任务特征", 2)],
            widths,
        )
    return rc.grid(s, widths, rows)
