"""`tongzhi extract`: the task list of a speech."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tongzhi.cli.base import FILE, Day, command, settings
from tongzhi.cli.office import read_office
from tongzhi.cli.output import say, tell
from tongzhi.cli.outputs import (
    RESULTS,
    choose_format,
    place_results,
    record_results,
    run_each,
    tell_places,
)
from tongzhi.errors import InputError
from tongzhi.extract.speech import list_tasks
from tongzhi.read.speech import find_speeches, read_speech
from tongzhi.render.tasklist import render_tasks

FORMATS = {
    "json": ".json", "md": ".md", "csv": ".csv", "xlsx": ".xlsx", "docx": ".docx", "table": ".txt", "text": ".txt",
}  # fmt: skip


@command(
    "extract",
    short_help="从讲话里找出任务",
    examples=(
        "tongzhi extract 讲话.docx",
        "tongzhi extract 讲话.docx --date 2026-09-28 -o 任务清单.xlsx",
        "tongzhi extract 讲话.txt --all --explain",
        "tongzhi extract 讲话文件夹 --format json -o 结果",
    ),
)
@click.argument("speeches", metavar="讲话…", type=FILE, nargs=-1, required=True)
@click.option(
    "-o", "--output", type=FILE, metavar="文件", help="写到文件（按后缀定格式）；几份讲话时写文件夹"
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), help="格式；不写则按 -o 的后缀，屏幕上是表格"
)
@click.option("--date", "day", type=Day(), metavar="日期", help="会议日期，用来算“明天”“月底前”是哪一天")
@click.option("--owners", type=FILE, metavar="文件", help="领域、单位简称对应的责任单位（.yaml）")
@click.option("--all", "everything", is_flag=True, help="原则要求也列出")
@click.option("--explain", is_flag=True, help="逐句说明为什么是任务、为什么不是")
@click.option("--encoding", metavar="编码", help="文本的编码，认不出时写，如 gb18030")
@RESULTS
def extract_command(
    speeches: tuple[Path, ...],
    output: Path | None,
    form: str | None,
    day: date | None,
    owners: Path | None,
    everything: bool,
    explain: bool,
    encoding: str | None,
    results: Path | None,
) -> int:
    """列出讲话里的任务：做什么、谁来做、什么时候、多少、哪个领域，每条都能在原文找到。"""
    chosen = choose_format(output, form, FORMATS, "table")
    if output is None and chosen in ("xlsx", "docx"):
        raise InputError.one(f"{chosen} 不能显示在屏幕上", f"加 -o 任务清单.{chosen}")
    files = find_speeches(speeches)
    many = len(files) > 1 or any(path.is_dir() for path in speeches)
    owners_map, office = read_office(owners)

    def make(path: Path) -> bytes:

        speech = read_speech(path, encoding, allow_secret=bool(office and office.secret_machine))
        if chosen == "text":
            return speech.text.encode("utf-8", "surrogatepass")
        tasks = list_tasks(speech, meeting_date=day, owners=owners_map, profile=office)
        if not tasks.tasks:
            tell(f"{speech.file}：没有找到任务")
        elif not tasks.actions and not everything:
            tell(f"{speech.file}：没有刚性任务，有 {len(tasks.requirements)} 项原则要求，加 --all 可看")
        return render_tasks(tasks, chosen, text=speech.text, requirements=everything, explain=explain)

    each = run_each(files, make)
    record_results(results, dict.fromkeys(each.made, "已提取"), each.reasons)
    if output is None and many:
        _show_all(each.made, chosen)
    else:
        places = place_results(
            each, output, ending=FORMATS[chosen], label="任务清单", many=many, force=settings().force
        )
        tell_places(places)
    return each.exit_code


def _show_all(made: dict[Path, bytes], form: str) -> None:
    """Write the results of several speeches to standard output, each under its name; JSON as one list."""
    if form == "json":
        say("[" + ",\n".join(data.decode().rstrip() for data in made.values()) + "]")
        return
    for path, data in made.items():
        if form != "text":
            say(f"# {path}")
        say(data.decode("utf-8-sig", "surrogatepass"))
