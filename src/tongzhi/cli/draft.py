"""`tongzhi draft`: from a speech to the papers that follow the meeting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, FOLDER, command, settings
from tongzhi.cli.output import fail, say, tell, warn
from tongzhi.draft.keep import keep_hand_made, read_earlier
from tongzhi.draft.whole_set import make_set
from tongzhi.errors import PARTLY
from tongzhi.write.files import refuse_existing, write_files

if TYPE_CHECKING:
    from tongzhi.draft.whole_set import DraftSet


@command(
    "draft",
    short_help="从讲话到会后全套文件",
    examples=(
        "tongzhi draft 讲话.docx --meeting 会议.yaml -o 会后",
        "tongzhi draft 讲话.docx --meeting 会议.yaml --roster 县区名册.xlsx --as 市应急管理局 -o 会后",
        "tongzhi draft 讲话.docx --meeting 会议.yaml --tasks 会后/任务清单.xlsx -o 会后 --force",
        "tongzhi draft 讲话.docx --meeting 会议.yaml --decisions 会后/定稿单.xlsx -o 会后 --force",
    ),
)
@click.argument("speech", metavar="讲话", type=FILE)
@click.option(
    "--meeting", required=True, type=FILE, metavar="会议", help="会议信息（tongzhi new meeting 可生成）"
)
@click.option("--roster", type=FILE, metavar="名册", help="县区名册，每县一份交办通报")
@click.option("--tasks", type=FILE, metavar="任务清单", help="改好的任务清单（.xlsx .json .csv），以它为准")
@click.option("--decisions", type=FILE, metavar="定稿单", help="填好的定稿单.xlsx，照它定稿")
@click.option("--as", "viewpoint", metavar="单位", help="谁的任务排在前面，其余标“仅供了解”")
@click.option("-o", "--output", type=FOLDER, metavar="文件夹", help="放在哪里；不写则为 讲话名-会后")
@click.option("--owners", type=FILE, metavar="文件", help="领域、单位简称对应的责任单位")
@click.option("--encoding", metavar="编码", help="讲话文件的编码，认不出时写")
def draft_command(
    speech: Path,
    meeting: Path,
    roster: Path | None,
    tasks: Path | None,
    decisions: Path | None,
    viewpoint: str | None,
    output: Path | None,
    owners: Path | None,
    encoding: str | None,
) -> int:
    """生成部署方案（附任务分解表）、整改清单、会议纪要和各县区交办通报，每份旁边有数据文件。"""
    folder = output or Path(f"{speech.stem}-会后")
    earlier = read_earlier(folder)
    refuse_existing([folder / name for name in earlier.written], force=settings().force)
    made = make_set(
        speech,
        meeting,
        roster=roster,
        tasks=tasks or earlier.tasks,
        decided=decisions or earlier.decided,
        viewpoint=viewpoint or "",
        owners=owners,
        encoding=encoding,
        profile=settings().profile_path(),
        day=settings().day(),
        lenient=settings().lenient,
    )
    kept = keep_hand_made(made, earlier, tasks_given=tasks is not None)
    write_files({folder / name: data for name, data in kept.files.items()}, force=settings().force)
    show_set(made, folder)
    if kept.count:
        tell(f"上一次手改的 {kept.count} 处内容保留在新的一份里")
    warn(kept.notes)
    return PARTLY if made.failed else 0


def show_set(made: DraftSet, folder: Path) -> None:
    """Print what was made and what is still open."""
    say(f"已放在 {folder}：")
    for line in made.summary:
        say(f"  {line}")
    warn(made.warnings)
    for problem in made.failed:
        fail(str(problem))
    if made.suggested:
        tell(
            f"有 {made.suggested} 处建议值待确认（文中标〔建议〕）；在 定稿单.xlsx 的“定为”一栏填好，用 --decisions 交回"
        )
