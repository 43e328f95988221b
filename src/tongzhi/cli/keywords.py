"""`tongzhi keywords`: weighted domain keywords of a speech."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tongzhi.cli.base import FILE, command
from tongzhi.cli.office import read_office
from tongzhi.cli.output import say, tell
from tongzhi.extract.keywords import extract_keywords
from tongzhi.read.speech import read_speech


@command(
    "keywords",
    short_help="讲话的关键词",
    examples=("tongzhi keywords 讲话.docx", "tongzhi keywords 讲话.txt -n 30 --format json"),
)
@click.argument("speech", metavar="讲话", type=FILE)
@click.option(
    "-n",
    "--count",
    type=click.IntRange(1, 1000),
    default=20,
    show_default="20",
    metavar="个数",
    help="最多几个",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="格式，默认 table"
)
@click.option("--encoding", metavar="编码", help="文本的编码，认不出时写")
def keywords_command(speech: Path, count: int, form: str, encoding: str | None) -> int:
    """按权重列出讲话的领域关键词：词、权重、次数、第一次出现的位置。"""
    office = read_office()[1]
    read = read_speech(speech, encoding, allow_secret=bool(office and office.secret_machine))
    found = extract_keywords(read.text, count)
    if form == "json":
        say(json.dumps([word.to_json() for word in found], ensure_ascii=False, indent=1))
        return 0
    if not found:
        tell(f"{read.file}：没有找到关键词")
        return 0
    say("权重  次数  位置    关键词")
    for word in found:
        say(f"{word.weight:4.2f}  {word.count:4d}  {word.start:6d}  {word.word}")
    return 0
