"""参会人员汇总.xlsx: everyone who is coming, who did not reply, and what must be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongzhi.desk.people import Reply
from tongzhi.desk.replies import Merged
from tongzhi.desk.sheets import make_workbook
from tongzhi.errors import InputError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = "参会人员"
COLUMNS: dict[str, str] = {
    "单位": "unit", "姓名": "name", "性别": "sex", "民族": "ethnicity", "职务": "title", "手机": "mobile", "参会方式": "venue",
    "是否发言": "speaks", "车牌": "plate", "用餐/住宿": "meals", "备注": "note",
}  # fmt: skip
WIDTHS = {
    "单位": 28, "职务": 20, "手机": 16, "备注": 24, "来源": 34, "情况": 60, "要求": 20, "说明": 60, "保留": 34,
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
            ("替换记录", ["序号", "情况"], _numbered([[line] for line in merged.log])),
            ("待处理", ["序号", "情况"], _numbered([[str(problem)] for problem in merged.problems])),
        ],
        title=title,
        widths=WIDTHS,
    )


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
        ("替会", [f"{reply.unit} {reply.name}" for reply in merged.substitutes]),
        ("请假", [f"{reply.unit} {reply.name}" for reply in merged.leave]),
        ("迟报", [f"{reply.unit} {reply.name}" for reply in merged.late]),
        ("重复", [f"{reply.unit} {reply.name}" for reply in merged.doubled]),
        ("名单外单位", merged.unknown),
    ):
        if items:
            lines.append(f"{word} {len(items)}：{'、'.join(items)}")
    return lines


def read_leave(path: Path) -> list[Reply]:
    """Read the people on leave of a summary; none without such a sheet."""
    from tongzhi.desk.grids import read_grids

    for grid in read_grids(path):
        if grid.place.sheet == "请假" and grid.rows:
            heads = grid.rows[0][1]
            rows = [dict(zip(heads, cells, strict=False)) for _, cells in grid.rows[1:]]
            return [
                Reply(row.get("单位", ""), row["姓名"], row.get("职务", ""))
                for row in rows
                if row.get("姓名")
            ]
    return []


def read_summary(path: Path) -> list[Reply]:
    """Read the people of a summary, in their order there; edited ones too.

    Raises:
        InputError: the file is no summary, or a name in it is a formula without a result.
    """
    from tongzhi.desk.grids import as_text
    from tongzhi.read.roster import read_roster
    from tongzhi.read.tables import Fault

    roster = read_roster(path, PEOPLE if path.suffix.lower() == ".xlsx" else None, known=[*COLUMNS])
    people: list[Reply] = []
    faults: list[Problem] = []
    for row in roster.rows:
        name = row.values.get("姓名")
        if isinstance(name, Fault):
            faults.append(Problem(roster.place(row.number), f"姓名是 {name}，公式没有结果", "写上姓名"))
            continue
        values = {COLUMNS[label]: as_text(value) for label, value in row.values.items() if label in COLUMNS}
        if values.get("name"):
            people.append(Reply(**{"unit": "", **values}, place=roster.place(row.number)))  # type: ignore[arg-type]
    if faults:
        raise InputError(faults)
    if not people:
        raise InputError.one("表里没有参会人员", "要有 单位、姓名、职务 三列", place=Place(file=str(path)))
    return people
