"""`tongzhi feedback`: task feedback out to the units and in again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, FOLDER, Day, group, settings
from tongzhi.cli.office import load_office
from tongzhi.cli.output import say, tell, warn
from tongzhi.desk.data_files import render_data
from tongzhi.desk.feedback import (
    UNSETTLED,
    form_files,
    items_of,
    items_of_plan,
    merge_returns,
    part_by_list,
    progress_by_unit,
    render_returns,
    render_unsettled,
    split_items,
)
from tongzhi.desk.grids import find_files, passed_over
from tongzhi.errors import InputError, Place
from tongzhi.papers.plan import Plan
from tongzhi.read.account import Account
from tongzhi.read.paper import load_paper
from tongzhi.read.profile import load_profile
from tongzhi.read.tasklist import read_tasklist
from tongzhi.write.files import write_files

if TYPE_CHECKING:
    from datetime import date

    from tongzhi.desk.feedback import FeedbackItem


@group("feedback", short_help="任务反馈表：分发与回收")
def feedback_command() -> None:
    """把任务分解成一单位一张反馈表；收回后汇总，列出未反馈的单位，出进展通报。"""


@feedback_command.command("split", examples=("tongzhi feedback split 任务清单.xlsx -o 反馈表",))
@click.argument("tasks", metavar="任务清单", type=FILE)
@click.option(
    "-o", "--output", type=FOLDER, default=Path("反馈表"), metavar="文件夹", help="放在哪里，默认 反馈表"
)
def split_command(tasks: Path, output: Path) -> int:
    """由任务清单（.xlsx .json .csv）或部署方案（.yaml .docx）生成每个单位的任务反馈表。

    只给单位名录里有的单位出表；名录里没有的、没有写责任单位的，各占一行列在 待定责任单位.xlsx。
    """
    items = _items(tasks)
    if not items:
        raise InputError.one("清单里没有要反馈的任务", "核对 采用 和 类别 两列", place=Place(file=str(tasks)))
    listed, others = part_by_list(items, load_profile(settings().profile_path()))
    forms = form_files(split_items(listed))
    files = {output / name: data for name, data in forms.items()}
    if others:
        files[output / UNSETTLED] = render_unsettled(others)
    write_files(files, force=settings().force)
    say(f"已生成 {len(forms)} 张反馈表，放在 {output}")
    account = Account("项")
    account.meet(len(items))
    account.settle("进反馈表", len(listed))
    if others:
        names = list(dict.fromkeys(item.unit for item in others))
        shown = "、".join(names[:6]) + (f"等 {len(names)} 个" if len(names) > 6 else "")
        tell(f"提醒：单位名录里没有：{shown}；这些任务列在 {output / UNSETTLED}，定了单位再分")
        account.settle("待定责任单位", len(others))
    tell(account.last_line())
    return 0


@feedback_command.command(
    "merge", examples=("tongzhi feedback merge 收回 --tasks 任务清单.xlsx --circular 进展通报.yaml",)
)
@click.argument("folders", metavar="文件夹…", nargs=-1, required=True, type=FILE)
@click.option(
    "--tasks", required=True, type=FILE, metavar="任务清单", help="发出反馈表时用的任务清单或部署方案"
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    default=Path("反馈汇总.xlsx"),
    metavar="文件",
    help="汇总表，默认 反馈汇总.xlsx",
)
@click.option("--circular", type=FILE, metavar="文件", help="另写一份进展通报的数据文件（.yaml）")
@click.option("--meeting", "meeting_name", default="", metavar="会议名称", help="写进进展通报的会议名称")
@click.option("--upto", type=Day(), metavar="日期", help="统计截止，默认今天")
def merge_command(
    folders: tuple[Path, ...],
    tasks: Path,
    output: Path,
    circular: Path | None,
    meeting_name: str,
    upto: date | None,
) -> int:
    """汇总收回的反馈表：各任务进展、未反馈单位、替换记录。"""
    files = [
        path
        for path in find_files(list(folders))
        if path.resolve() not in (output.resolve(), tasks.resolve()) and path.name != UNSETTLED
    ]
    listed, others = part_by_list(_items(tasks), load_profile(settings().profile_path()))
    returned = merge_returns(files, listed)
    if others:
        tell(f"提醒：{len(others)} 项的责任单位还没有定，没有发出反馈表")
    returned.problems += passed_over(list(folders))
    if returned.problems and not any(answer for _, answer in returned.answers):
        raise InputError(returned.problems)
    day = upto or settings().day()
    made = {output: render_returns(returned, day)}
    if circular is not None:
        made[circular] = _circular(progress_by_unit(returned, day), meeting_name or "待定", day)
    write_files(made, force=settings().force)
    heard = sum(answer is not None for _, answer in returned.answers)
    say(f"已反馈 {heard}/{len(returned.answers)} 项")
    if returned.silent:
        say(f"未反馈单位 {len(returned.silent)}：{'、'.join(returned.silent)}")
    warn(returned.problems)
    for path in made:
        tell(f"已生成 {path}")
    return 1 if returned.problems else 0


def _items(path: Path) -> list[FeedbackItem]:

    if path.suffix.lower() in (".yaml", ".yml", ".docx"):
        return items_of_plan(load_paper(Plan, path, load_office(), settings().day()).document.tasks)

    return items_of(read_tasklist(path))


def _circular(rows: list[dict[str, str | int]], meeting: str, upto: date) -> bytes:

    data = {"会议名称": meeting, "统计截止": upto.isoformat(), "各单位进展": rows}
    return render_data(data, "进展通报的数据。补上发文机关等，再：tongzhi fill progress_circular 这个文件")
