"""A task list as JSON, Markdown, CSV, a workbook, a Word table, a table for the screen, or the speech's own text."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping

from tongzhi.model.speech_notes import Sentence
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import COLUMNS, KINDS, Cells, say_open, show_rows, show_sentence, show_task
from tongzhi.render.markdown import markdown_cell, markdown_text
from tongzhi.zh.units import in_one_line

FORMATS = {
    "json": ".json", "md": ".md", "csv": ".csv", "xlsx": ".xlsx", "docx": ".docx", "table": ".txt", "text": ".txt",
}  # fmt: skip
"""Format → the ending of its files."""

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def render_tasks(
    tasks: TaskList, form: str, *, text: str = "", requirements: bool = False, explain: bool = False
) -> bytes:
    """Give a task list in one of `FORMATS`.

    Args:
        tasks: the list.
        form: the format's name.
        text: the decoded speech, for `text`.
        requirements: whether the general requirements are listed too.
        explain: whether the verdict on every sentence is given.
    """
    if form == "text":
        return text.encode()
    if form == "json":
        record = tasks.to_json(requirements=requirements, explain=explain)
        return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
    if form == "xlsx":
        from tongzhi.render.taskbook import render_workbook

        return render_workbook(tasks, requirements=requirements)
    if form == "docx":
        from tongzhi.render.taskdoc import render_document

        return render_document(tasks, requirements=requirements, explain=explain)
    make = {"md": _markdown, "csv": _csv, "table": _table}[form]
    return make(tasks, requirements, explain)


def listed(tasks: TaskList, *, requirements: bool) -> tuple[Task, ...]:
    """Give the tasks that a list shows, each with a row for every part."""
    return tasks.tasks if requirements else tasks.actions


def rejected(tasks: TaskList, shown: Iterable[Task]) -> list[Sentence]:
    """Give the sentences that became no task of the list."""
    spans = [(task.source.start, task.source.end) for task in shown]
    found, at = [], 0
    spans.sort()
    for sentence in sorted(tasks.sentences, key=lambda one: one.source.start):
        while at < len(spans) and spans[at][1] <= sentence.source.start:
            at += 1
        if at == len(spans) or spans[at][0] >= sentence.source.end:
            found.append(sentence)
    return found


def _rows(tasks: TaskList, requirements: bool, explain: bool) -> list[Cells]:
    shown = listed(tasks, requirements=requirements)
    rows = show_rows(shown)
    if explain:
        rows.extend(show_sentence(one, number) for number, one in enumerate(rejected(tasks, shown), start=1))
    return rows


def guard(cell: str) -> str:
    """Give a cell that a spreadsheet will not take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_MARKS) else cell


def _csv(tasks: TaskList, requirements: bool, explain: bool) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in _rows(tasks, requirements, explain):
        writer.writerow([guard(row[column]) for column in COLUMNS])
    return stream.getvalue().encode("utf-8-sig")


_IN_MARKDOWN = (
    "采用", "编号", "类别", "任务", "内容", "责任单位", "时限", "到期日", "数量", "领域", "备注", "出处", "责任来源",
)  # fmt: skip
DATA_COMMENT = "tongzhi.tasks"
"""The comment at the end of a Markdown list that carries provenance starts with this word."""


def _markdown(tasks: TaskList, requirements: bool, explain: bool) -> bytes:
    rows = _rows(tasks, requirements, explain)
    lines = [f"# 任务清单{markdown_text(_origin(tasks))}", ""]
    lines.append("勾选、改字、增删或调换行后，可用 `tongzhi draft --tasks` 交回；改过的格记为“填写”。")
    lines += ["", _pipe(_IN_MARKDOWN), _pipe(["---"] * len(_IN_MARKDOWN))]
    for row in rows:
        ticked = row | {"采用": "[x]" if row["采用"] == "是" else "[ ]"}
        lines.append(_pipe(ticked[column] for column in _IN_MARKDOWN))
    lines += ["", *map(markdown_text, _open_lines(tasks, "- "))]
    if explain:
        lines += ["", "## 逐句说明", "", *map(_item, map(markdown_text, _verdicts(tasks)))]
    data = {
        "meeting_date": tasks.meeting_date.isoformat() if tasks.meeting_date else None,
        "source": tasks.source.to_json(),
        "open": [item.to_json() for item in tasks.open],
        "keywords": [word.to_json() for word in tasks.keywords],
        "rows": {row["编号"]: json.loads(row["原始数据"]) for row in rows},
    }
    # “-->” inside would end the comment; JSON reads \u003e as the same mark
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(">", "\\u003e")
    lines += ["", f"<!-- {DATA_COMMENT} {packed} -->", ""]
    return "\n".join(lines).encode()


def _pipe(cells: Iterable[str]) -> str:
    return "| " + " | ".join(markdown_cell(cell) for cell in cells) + " |"


def _origin(tasks: TaskList) -> str:
    return f"（{tasks.source.file}）" if tasks.source.file else ""


def _open_lines(tasks: TaskList, lead: str) -> list[str]:
    return [f"{lead}{say_open(item)}" for item in tasks.open]


def _item(line: str) -> str:
    return f"  - {line.strip()}" if line.startswith(" ") else f"- {line}"


def _verdicts(tasks: TaskList) -> list[str]:
    found = []
    for one in tasks.sentences:
        number = f" {one.task}" if one.task else ""
        found.append(
            f"{KINDS[one.kind]}{number}｜{'、'.join(one.why) or '没有任务特征'}｜{in_one_line(one.text)}"
        )
        found += [f"    {slot.slot}“{in_one_line(slot.text)}”：{slot.how}" for slot in one.slots]
    return found


_ON_SCREEN: Mapping[str, int] = {"编号": 8, "任务": 26, "内容": 50, "责任单位": 20, "时限": 18, "领域": 10}
"""Columns of the screen table and their widths in half-width characters."""


def _table(tasks: TaskList, requirements: bool, explain: bool) -> bytes:
    shown = listed(tasks, requirements=requirements)
    if not shown:
        lines = ["没有找到任务。"]
    else:
        lines = [_screen_row({column: column for column in _ON_SCREEN}), _rule()]
        for task in (row for one in shown for row in one.rows()):
            cells = show_task(task)
            if cells["到期日"]:
                cells["时限"] += f"（{cells['到期日']}）"
            if not task.is_action:
                cells["编号"] += " 要求"
            lines += [_screen_row(cells), ""]
    parts = len(tasks.lines())
    rows = f"（按单位分为 {parts} 行）" if parts > len(tasks.actions) else ""
    counts = f"任务 {len(tasks.actions)} 项{rows}，原则要求 {len(tasks.requirements)} 项"
    lines.append(counts + ("" if requirements or not tasks.requirements else "（加 --all 列出）"))
    lines += _open_lines(tasks, "")
    if explain:
        lines += ["", "逐句说明（类别｜依据｜句子）：", *_verdicts(tasks)]
    return ("\n".join(lines) + "\n").encode()


def _rule() -> str:
    return "  ".join("-" * width for width in _ON_SCREEN.values())


def _screen_row(cells: Mapping[str, str]) -> str:
    wrapped = [_wrap(cells[column], width) for column, width in _ON_SCREEN.items()]
    height = max(map(len, wrapped))
    lines = []
    for at in range(height):
        parts = [
            _pad(piece[at] if at < len(piece) else "", width)
            for piece, width in zip(wrapped, _ON_SCREEN.values(), strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _wrap(text: str, width: int) -> list[str]:
    lines, current, used = [], "", 0
    for char in text.replace("\n", " ").replace("\t", " "):
        room = _width(char)
        if used + room > width:
            lines.append(current)
            current, used = "", 0
        current, used = current + char, used + room
    return [*lines, current]
