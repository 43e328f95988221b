"""`tongzhi tidy`: 录音整理稿, readable text beside the raw recognition."""

from __future__ import annotations

from pathlib import Path

import click

from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.office import read_office
from tongzhi.cli.output import tell
from tongzhi.cli.outputs import choose_format, place_results, run_each, tell_places
from tongzhi.read.speech import find_speeches, read_speech
from tongzhi.render.transcript import render_transcript
from tongzhi.zh.transcript import DOUBT, tidy_transcript

FORMATS = {"docx": ".docx", "md": ".md", "txt": ".txt"}


@command(
    "tidy",
    short_help="录音转写整理稿",
    examples=(
        "tongzhi tidy 转写.txt -o 整理稿.docx",
        "tongzhi tidy 会议.srt -o 整理稿.md",
        "tongzhi tidy 转写.txt",
    ),
)
@click.argument("transcripts", metavar="转写稿…", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", type=FILE, metavar="文件", help=".docx .md .txt；几份时写文件夹；不写则显示")
@click.option("--encoding", metavar="编码", help="文本的编码，认不出时写")
def tidy_command(transcripts: tuple[Path, ...], output: Path | None, encoding: str | None) -> int:
    """去口头语和重复、加标点、没听准处标〔?〕，与原文并排；不增一字，不换次序。"""
    several = len(transcripts) > 1 or any(path.is_dir() for path in transcripts)
    form = choose_format(output, None, FORMATS, "docx" if several and output else "txt", has_option=False)
    files = find_speeches(transcripts)
    office = read_office()[1]
    secret = bool(office and office.secret_machine)
    known = [name for unit in office.units for name in (unit.name, unit.short)] if office else []
    known += [leader.name for leader in office.leaders] if office else []

    def make(path: Path) -> bytes:
        speech = read_speech(path, encoding, allow_secret=secret)
        passages = tidy_transcript(speech.text, speech.cues, known)
        doubts = sum(one.tidy.count(DOUBT) for one in passages)
        if doubts:
            tell(f"{speech.file}：{doubts} 处没有听准，已标{DOUBT}，请对照录音核实")
        return render_transcript(passages, form, speech.file)

    results = run_each(files, make)
    many = len(files) > 1 or any(path.is_dir() for path in transcripts)
    places = place_results(
        results, output, ending=FORMATS[form], label="整理稿", many=many, force=settings().force
    )
    tell_places(places)
    return results.exit_code
