"""参会人员汇总.xlsx: everyone who is coming, who did not reply, and what must be asked again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tongzhi.desk.formtables import read_table
from tongzhi.desk.grids import read_grids
from tongzhi.desk.people import NOBODY, Doubt, Reply
from tongzhi.desk.replies import Merged
from tongzhi.desk.sheets import make_workbook
from tongzhi.errors import InputError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from tongzhi.desk.grids import FormGrid

PEOPLE, DOUBTS = "参会人员", "待核对"
COLUMNS: dict[str, str] = {
    "单位": "unit", "姓名": "name", "性别": "sex", "民族": "ethnicity", "职务": "title", "手机": "mobile", "参会方式": "venue",
    "是否发言": "speaks", "车牌": "plate", "用餐/住宿": "meals", "备注": "note",
}  # fmt: skip
WIDTHS = {
    "单位": 28, "职务": 20, "手机": 16, "备注": 24, "来源": 34, "情况": 60, "要求": 20, "说明": 60, "保留": 34, "原文": 40, "为什么待核对": 40,
}  # fmt: skip


def render_summary(merged: Merged, title: str = "参会人员汇总") -> bytes:
    """Give the workbook; every row names the file it came from."""
    people = [
        [
            number,
            *(getattr(reply, name) for name in COLUMNS.values()),
            "是" if reply.is_substitute else "",
            str(reply.place),
        ]
        for number, reply in enumerate(merged.replies, start=1)
    ]
    return make_workbook(
        [
            (PEOPLE, ["序号", *COLUMNS, "替会", "来源"], people),
            (
                "未报送单位",
                ["序号", "单位", "要求"],
                _numbered([[one.unit, one.level] for one in merged.missing]),
            ),
            (
                "未报齐",
                ["序号", "单位", "应报人数", "已报人数"],
                _numbered([[one.unit, one.quota, count] for one, count in merged.short]),
            ),
            (
                "级别不符",
                ["序号", "单位", "姓名", "职务", "要求", "来源"],
                _numbered(
                    [[r.unit, r.name, r.title, one.level, str(r.place)] for r, one in merged.wrong_level]
                ),
            ),
            (
                "级别待问",
                ["序号", "单位", "姓名", "职务", "要求", "来源"],
                _numbered(
                    [[r.unit, r.name, r.title, one.level, str(r.place)] for r, one in merged.doubted_level]
                ),
            ),
            (
                DOUBTS,
                ["确认", *COLUMNS, "原文", "为什么待核对", "来源"],
                [
                    [
                        "",
                        *(getattr(doubt.guess, name) for name in COLUMNS.values()),
                        doubt.text,
                        _why(doubt),
                        str(doubt.guess.place),
                    ]
                    for doubt in merged.doubts
                ],
            ),
            (
                "替会",
                ["序号", "单位", "姓名", "职务", "备注", "来源"],
                _numbered([[r.unit, r.name, r.title, r.note, str(r.place)] for r in merged.substitutes]),
            ),
            (
                "请假",
                ["序号", "单位", "姓名", "职务", "备注", "来源"],
                _numbered([[r.unit, r.name, r.title, r.note, str(r.place)] for r in merged.leave]),
            ),
            (
                "迟报",
                ["序号", "单位", "姓名", "填报时间", "来源"],
                _numbered(
                    [[r.unit, r.name, f"{r.filled_at:%Y-%m-%d %H:%M}", str(r.place)] for r in merged.late]
                ),
            ),
            (
                "重复",
                ["序号", "单位", "姓名", "手机", "来源"],
                _numbered([[r.unit, r.name, r.mobile, str(r.place)] for r in merged.doubled]),
            ),
            ("名单外单位", ["序号", "单位"], _numbered([[unit] for unit in merged.unknown])),
            (
                "空白回执",
                ["序号", "单位", "来源"],
                _numbered([[unit, str(place)] for unit, place in merged.blank]),
            ),
            ("替换记录", ["序号", "情况"], _numbered([[line] for line in merged.log])),
            ("待处理", ["序号", "情况"], _numbered([[str(problem)] for problem in merged.problems])),
            (
                "没有算人的行",
                ["序号", "规则", "来源", "情况"],
                _numbered(
                    [[one.rule, str(one.problem.place), one.problem.found] for one in merged.lines.told]
                ),
            ),
        ],
        title=title,
        widths=WIDTHS,
        choices={"确认": ("是",)},
    )


def _why(doubt: Doubt) -> str:
    return f"{doubt.why}；{doubt.instead}" if doubt.instead else doubt.why


def _numbered(rows: list[list[object]]) -> list[list[object]]:
    return [[number, *row] for number, row in enumerate(rows, start=1)]


def summary_lines(merged: Merged, asked: int) -> list[str]:
    """Give the state in a few lines, worst first."""
    units = len({reply.unit for reply in merged.replies if reply.unit})
    lines = [f"回执 {units}/{asked}" if asked else f"回执 {units} 个单位", f"参会 {len(merged.replies)} 人"]
    for word, items in (
        ("未报送", [one.unit for one in merged.missing]),
        ("未报齐", [f"{one.unit}（{count}/{one.quota}）" for one, count in merged.short]),
        ("级别不符", [f"{one.unit} {reply.name}" for reply, one in merged.wrong_level]),
        (
            "级别待问",
            [
                f"{one.unit} {reply.name}（{reply.title}，要求{one.level}）"
                for reply, one in merged.doubted_level
            ],
        ),
        ("替会", [f"{reply.unit} {reply.name}" for reply in merged.substitutes]),
        ("请假", [f"{reply.unit} {reply.name}" for reply in merged.leave if reply.name != NOBODY]),
        ("不参加", [reply.unit for reply in merged.leave if reply.name == NOBODY]),
        *(
            (
                rule,
                [
                    str(one.problem.found).split("”")[0].lstrip("“")
                    for one in merged.lines.told
                    if one.rule == rule
                ],
            )
            for rule in ("说已另报", "说以后再报")
        ),
        ("空白回执", [unit or str(place) for unit, place in merged.blank]),
        ("待核对", [doubt.guess.unit or str(doubt.guess.place) for doubt in merged.doubts]),
        ("迟报", [f"{reply.unit} {reply.name}" for reply in merged.late]),
        ("重复", [f"{reply.unit} {reply.name}" for reply in merged.doubled]),
        ("名单外单位", merged.unknown),
    ):
        if items:
            lines.append(f"{word} {len(items)}：{'、'.join(items)}")
    return lines


def read_leave(path: Path) -> list[Reply]:
    """Read the people on leave of a summary; none without such a sheet."""
    for grid in read_grids(path):
        if grid.place.sheet == "请假" and grid.rows:
            heads = grid.rows[0][1]
            rows = [dict(zip(heads, cells, strict=False)) for _, cells in grid.rows[1:]]
            return [
                Reply(row.get("单位", ""), row["姓名"], row.get("职务", ""), note=row.get("备注", ""))
                for row in rows
                if row.get("姓名") and row["姓名"] != NOBODY
            ]
    return []


@dataclass(frozen=True, slots=True)
class Listed:
    """The people of a summary.

    Attributes:
        people: in their order there; those of 待核对 that were confirmed follow their unit.
        waiting: how many of 待核对 nobody has confirmed.
        problems: rows that are left out, each with the reason.
    """

    people: list[Reply]
    waiting: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_summary(path: Path) -> list[Reply]:
    """Read the people of a summary, see `read_listed`."""
    return read_listed(path).people


def read_listed(path: Path) -> Listed:
    """Read the people of a summary, edited or typed by hand, whatever its sheet and columns are called.

    Of a summary of ours the sheet 参会人员 counts, and of 待核对 the rows whose 确认 says 是.

    Raises:
        InputError: nobody stands in the file, or a name in it is a formula without a result.
    """
    grids = read_grids(path)
    ours = [grid for grid in grids if grid.place.sheet == PEOPLE]
    problems: list[Problem] = []
    people: list[Reply] = []
    for grid in ours or grids:
        found = read_table(grid)
        faults = [doubt.problem for doubt in found.doubts if "公式没有结果" in doubt.instead]
        if faults:
            raise InputError(faults)
        people += found.people
        problems += [*(doubt.problem for doubt in found.doubts), *found.problems]
    confirmed, waiting = _confirmed(grids) if ours else ([], 0)
    for one in confirmed:
        own = [at for at, held in enumerate(people) if held.unit == one.unit]
        people.insert(own[-1] + 1 if own else len(people), one)
    if not people:
        raise InputError(
            [Problem(Place(file=str(path)), "表里没有参会人员", "要有 单位、姓名、职务 三列"), *problems]
        )
    return Listed(people, waiting, problems)


def _confirmed(grids: list[FormGrid]) -> tuple[list[Reply], int]:
    """Give the rows of 待核对 that somebody confirmed, and how many others there are."""
    for grid in grids:
        if grid.place.sheet == DOUBTS and len(grid.rows) > 1:
            heads = grid.rows[0][1]
            marked = [
                row
                for row in grid.rows[1:]
                if dict(zip(heads, row[1], strict=False)).get("确认", "") in ("是", "对", "√", "✓", "Y", "y")
            ]
            found = read_table(
                replace(
                    grid,
                    rows=[
                        (grid.rows[0][0], heads[1 : 1 + len(COLUMNS)]),
                        *((number, cells[1 : 1 + len(COLUMNS)]) for number, cells in marked),
                    ],
                )
            )
            return found.people, len(grid.rows) - 1 - len(marked)
    return [], 0
