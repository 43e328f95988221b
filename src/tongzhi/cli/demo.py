"""`tongzhi demo`: the main job on a shipped speech, meeting file and county roster."""

from __future__ import annotations

from pathlib import Path

import click

from tongzhi.cli.base import FOLDER, command, settings
from tongzhi.cli.draft import show_set
from tongzhi.cli.output import say
from tongzhi.draft.keep import RECORD, first_record
from tongzhi.draft.whole_set import make_set
from tongzhi.resources import corpus_path
from tongzhi.write.files import write_files


@command(
    "demo",
    short_help="用自带的讲话、会议和县区名册走一遍全程",
    examples=("tongzhi demo", "tongzhi demo -o D:\\演示"),
)
@click.option(
    "-o", "--output", type=FOLDER, default=Path("演示"), metavar="文件夹", help="放在哪里，默认 演示"
)
def demo_command(output: Path) -> int:
    """用自带的一篇讲话、一份会议信息和一份县区名册，做出任务清单、部署方案、整改清单、纪要和各县区通报。"""
    samples = {
        "讲话.txt": corpus_path("samples/city.txt"),
        "会议.yaml": corpus_path("samples/city-meeting.yaml"),
        "县区名册.csv": corpus_path("samples/counties.csv"),
    }
    made = make_set(
        samples["讲话.txt"],
        samples["会议.yaml"],
        roster=samples["县区名册.csv"],
        profile=settings().profile_path(),
        day=settings().day(),
        lenient=settings().lenient,
    )

    made.files[RECORD] = first_record(made)
    inputs = {f"输入/{name}": path.read_bytes() for name, path in samples.items()}
    files = {output / name: data for name, data in {**inputs, **made.files}.items()}
    write_files(files, force=settings().force)
    show_set(made, output)
    say(f"输入文件在 {output / '输入'}。接下来可以：")
    say(f"  打开 {output / '部署方案.docx'} 看版式；改 {output / '任务清单.xlsx'} 后：")
    say(
        f"  tongzhi draft {output / '输入' / '讲话.txt'} --meeting {output / '输入' / '会议.yaml'} "
        f"--tasks {output / '任务清单.xlsx'} -o {output} --force"
    )
    return 0
