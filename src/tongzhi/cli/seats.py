"""`tongzhi seats`: sign-in sheet, name cards, seating plan, handbook; and who came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, FOLDER, command, settings
from tongzhi.cli.office import load_office
from tongzhi.cli.output import say, tell, warn
from tongzhi.desk.attendance import (
    LEAVE_BOOK,
    attendance_data,
    read_with_leave,
    render_leave_book,
    render_sign_in_book,
)
from tongzhi.desk.data_files import render_data
from tongzhi.desk.handbook import handbook_changes
from tongzhi.desk.papers import render_cards, render_seats, render_sign_in
from tongzhi.desk.seats import below_platform, read_platform, size_hall
from tongzhi.desk.summary import read_leave, read_listed
from tongzhi.errors import Problem
from tongzhi.papers.handbook import Handbook
from tongzhi.read.paper import load_paper
from tongzhi.render.document import render
from tongzhi.write.files import write_file, write_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongzhi.desk.people import Reply
    from tongzhi.desk.seats import Filling, Hall, Side


@command(
    "seats",
    short_help="签到表、台签、座次表、会议手册、到会情况",
    examples=(
        "tongzhi seats 参会人员汇总.xlsx --notice 会议通知.yaml -o 会务",
        "tongzhi seats 参会人员汇总.xlsx --stage 张某,李某,王某 --columns 10 --filling 左起",
        "tongzhi seats 会务/签到表.xlsx --attendance 到会通报.yaml --title 全市安全生产工作会议",
    ),
)
@click.argument("summary", metavar="汇总", type=FILE)
@click.option(
    "-o", "--output", type=FOLDER, default=Path("会务"), metavar="文件夹", help="放在哪里，默认 会务"
)
@click.option("--notice", type=FILE, metavar="通知", help="会议通知的数据文件：另做会议手册")
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
@click.option(
    "--attendance",
    type=FILE,
    metavar="文件",
    help="会后：汇总处给记好到会的签到表，写出到会情况通报的数据文件（.yaml）",
)
def seats_command(
    summary: Path,
    output: Path,
    notice: Path | None,
    stage: str,
    rule: Side,
    rows: int | None,
    columns: int | None,
    filling: Filling,
    title: str,
    attendance: Path | None,
) -> int:
    """由参会人员汇总做出签到表、台签（A4 对折两面）和座次表（观众视角、台上视角）；给通知则另做会议手册。"""
    if attendance is not None:
        return _count(summary, attendance, title)
    listed, leave = read_listed(summary), read_leave(summary)
    people = listed.people
    warn(listed.problems)
    platform = read_platform(stage)
    below = [people[number] for number in below_platform([one.name for one in people], platform)]
    warn(
        Problem(one.place, f"“{one.name}”与主席台上的人同名，仍排在台下", "是同一人就只留一行")
        for one in below
        if one.name in platform
    )
    files = {
        output / "签到表.docx": render_sign_in(people, f"{title}签到表"),
        output / "签到表.xlsx": render_sign_in_book(people, f"{title}签到表"),
        output / "台签.docx": render_cards([*platform, *(person.name for person in below)]),
    }
    if leave:
        files[output / LEAVE_BOOK] = render_leave_book(leave)
    hall = None
    if below:
        hall = size_hall(len(below), rows, columns, filling)
        files[output / "座次表.docx"] = render_seats(platform, below, hall, rule, f"{title}座次表")
    if notice is not None:
        files |= _handbook(notice, output, below or people, hall, platform)
    write_files(files, force=settings().force)
    for path in files:
        say(f"已生成 {path}")
    if listed.waiting:
        tell(f"待核对的 {listed.waiting} 处没有给台签和座位；核对后在“待核对”的“确认”一格写 是，再做一次")
    return 1 if listed.problems else 0


def _handbook(
    notice: Path, output: Path, people: Sequence[Reply], hall: Hall | None, platform: Sequence[str]
) -> dict[Path, bytes]:

    office, day = load_office(), settings().day()
    checked = load_paper(Handbook, notice, office, day, handbook_changes(people, hall, platform))
    warn(checked.warnings)
    return {
        output / "会议手册.docx": render(checked.document),
        output / "会议手册.yaml": render_data(checked.document.to_data()),
    }


def _count(sign_in: Path, target: Path, title: str) -> int:

    seen, problems = read_with_leave(sign_in)
    data = attendance_data(seen, title, None)
    write_file(
        target,
        render_data(data, "到会情况通报的数据。补上发文机关等，再：tongzhi fill circular 这个文件"),
        force=settings().force,
    )
    totals = {name: sum(row[name] for row in data["到会情况"]) for name in ("应到", "实到", "请假", "缺席")}
    say("，".join(f"{name} {count} 人" for name, count in totals.items()))
    warn(problems)
    tell(f"已生成 {target}；补上发文机关等，再：tongzhi fill circular {target}")
    return 1 if problems else 0
