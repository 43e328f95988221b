"""`tongzhi seats`: sign-in sheet, name cards and seating plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.output import say

if TYPE_CHECKING:
    from tongzhi.desk.seats import Filling, Side


@command(
    "seats",
    short_help="签到表、台签、座次表",
    examples=(
        "tongzhi seats 参会人员汇总.xlsx -o 会务",
        "tongzhi seats 参会人员汇总.xlsx --stage 张某,李某,王某 --columns 10 --filling 左起",
    ),
)
@click.argument("summary", metavar="汇总", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("会务"), metavar="文件夹", help="放在哪里，默认 会务")
@click.option("--stage", default="", metavar="姓名,姓名", help="主席台就座的人，按职务从高到低")
@click.option(
    "--rule", type=click.Choice(("左为上", "右为上")), default="左为上", help="主席台哪一边为上，默认左为上"
)
@click.option("--rows", type=click.IntRange(1, 200), metavar="排", help="台下几排")
@click.option("--columns", type=click.IntRange(1, 60), metavar="列", help="一排几座")
@click.option(
    "--filling",
    type=click.Choice(("居中", "左起", "右起", "蛇形")),
    default="居中",
    help="一排从哪里坐起，默认居中",
)
@click.option("--title", default="", metavar="会议名称", help="印在表头的会议名称")
def seats_command(
    summary: Path,
    output: Path,
    stage: str,
    rule: Side,
    rows: int | None,
    columns: int | None,
    filling: Filling,
    title: str,
) -> int:
    """由参会人员汇总做出签到表、台签（A4 对折两面）和座次表（观众视角、台上视角）。"""
    import re

    from tongzhi.desk.papers import render_cards, render_seats, render_sign_in
    from tongzhi.desk.seats import size_hall
    from tongzhi.desk.summary import read_summary
    from tongzhi.write.files import write_files

    people = read_summary(summary)
    platform = [name for name in re.split(r"[,，、\s]+", stage) if name]
    below = [person for person in people if person.name not in platform]
    files = {
        output / "签到表.docx": render_sign_in(people, f"{title}签到表"),
        output / "台签.docx": render_cards([*platform, *(person.name for person in below)]),
    }
    if below:
        hall = size_hall(len(below), rows, columns, filling)
        files[output / "座次表.docx"] = render_seats(platform, below, hall, rule, f"{title}座次表")
    write_files(files, force=settings().force)
    for path in files:
        say(f"已生成 {path}")
    return 0
