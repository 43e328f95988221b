"""`tongzhi rsvp`: returned replies merged."""

from __future__ import annotations

from pathlib import Path

import click

from tongzhi.cli.base import FILE, command, refuse_ending, settings
from tongzhi.cli.office import load_office
from tongzhi.cli.output import say, tell, warn
from tongzhi.desk.asked import asked_by
from tongzhi.desk.forms import FAR
from tongzhi.desk.grids import find_files, passed_over
from tongzhi.desk.replies import merge_replies
from tongzhi.desk.summary import render_summary, summary_lines
from tongzhi.errors import InputError
from tongzhi.model import facts
from tongzhi.papers.notice import Notice
from tongzhi.read.account import gather
from tongzhi.read.paper import load_paper
from tongzhi.write.files import write_file


@command(
    "rsvp",
    short_help="汇总参会回执",
    examples=(
        "tongzhi rsvp 回执文件夹 --notice 会议通知.yaml",
        "tongzhi rsvp 回执文件夹 接龙.txt -o 参会人员汇总.xlsx",
    ),
)
@click.argument("folders", metavar="文件夹…", nargs=-1, required=True, type=FILE)
@click.option("--notice", type=FILE, metavar="通知", help="会议通知的数据文件：请了谁、什么级别")
@click.option(
    "-o",
    "--output",
    type=FILE,
    default=Path("参会人员汇总.xlsx"),
    metavar="文件",
    help="汇总表，默认 参会人员汇总.xlsx",
)
def rsvp_command(folders: tuple[Path, ...], notice: Path | None, output: Path) -> int:
    """把收回的回执（.xlsx .et .docx，接龙文字 .txt）汇总成一张表，说清谁没报、级别不符、重复、替会。"""
    refuse_ending(output, ".xlsx")
    office = load_office()
    paper = None
    if notice is not None:
        paper = load_paper(Notice, notice, office, settings().day()).document
    asked = asked_by(paper, office)
    files = [path for path in find_files(list(folders)) if path.resolve() != output.resolve()]
    due, held = (
        (facts.as_moment(paper.rsvp_due), facts.as_moment(paper.start, late=False)) if paper else (None, None)
    )
    merged = merge_replies(files, asked, due=due, held=held)
    unread = passed_over(list(folders))
    merged.problems += unread
    merged.files.meet(len(unread))
    merged.files.settle("读不了", len(unread))
    if not merged.replies and not merged.leave and not merged.doubts:
        raise InputError(merged.problems)
    title = f"{paper.meeting_name}参会人员汇总" if paper else "参会人员汇总"
    write_file(output, render_summary(merged, title), force=settings().force)
    for line in summary_lines(merged, len(asked)):
        say(line)
    far = [one.problem for one in merged.lines.told if one.rule == FAR]
    warn(gather([*far, *(doubt.problem for doubt in merged.doubts), *merged.problems]))
    if merged.doubts:
        tell(
            f"{len(merged.doubts)} 处待核对，在工作表“待核对”里；对的在“确认”一格写 是，seats 才给台签和座位"
        )
    tell(f"已生成 {output}")
    say(f"{merged.files.last_line()}；{merged.people.last_line()}")
    return 1 if merged.problems or merged.doubts else 0
