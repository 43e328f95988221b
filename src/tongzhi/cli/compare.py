"""`tongzhi compare`: what changed between two versions, as a list and as a marked-up paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, command, refuse_ending, settings
from tongzhi.cli.output import say, tell
from tongzhi.compare.papers import compare
from tongzhi.errors import DONE
from tongzhi.write.files import STDOUT, refuse_existing, write_file

if TYPE_CHECKING:
    from tongzhi.compare.papers import Comparison

MOST = 40
"""Lines that go on one screen; the rest stands in the marked-up paper and in --json."""


@command(
    "compare",
    short_help="比对两稿：花脸稿和改动清单",
    examples=(
        "tongzhi compare 送审稿.docx 改后稿.docx",
        "tongzhi compare 送审稿.docx 改后稿.docx -o 花脸稿.docx",
        "tongzhi compare 旧.yaml 新.yaml --json",
    ),
)
@click.argument("old", metavar="旧稿", type=FILE)
@click.argument("new", metavar="新稿", type=FILE)
@click.option("-o", "--output", type=FILE, metavar="花脸稿.docx", help="写出带修订标记的花脸稿（新稿的版式）")
@click.option("--json", "as_json", is_flag=True, help="改动清单用 JSON 显示")
def compare_command(old: Path, new: Path, output: Path | None, as_json: bool) -> int:
    """比对两稿：数字、日期、单位、时限、要求的轻重变了什么，哪些事项没有了；花脸稿里接受全部修订即新稿，拒绝全部即旧稿。"""
    if output is not None and output != STDOUT:
        refuse_ending(output, ".docx")
        refuse_existing([output], force=settings().force)
    made = compare(old, new, settings().day())
    if output is not None:
        write_file(output, made.marked, force=settings().force)
    if output != STDOUT:
        say(json.dumps(made.to_json(), ensure_ascii=False, indent=1) if as_json else _table(made))
    if output is not None and output != STDOUT and not as_json:
        tell(f"花脸稿写成 {output}：接受全部修订是新稿，拒绝全部修订是旧稿。")
    return DONE


def _table(made: Comparison) -> str:
    if not made.differences:
        return "两稿文字相同。"
    lines = []
    for one in made.differences[:MOST]:
        words = one.why if one.old or one.new else ""
        shown = (
            words
            if one.kind not in ("删去", "新增", "文字", "移动")
            else f"{_short(one.old)} → {_short(one.new)}"
            if one.old and one.new
            else _short(one.old or one.new)
        )
        lines.append(f"{one.place}  {one.kind}：{shown}")
    if len(made.differences) > MOST:
        lines.append(f"……还有 {len(made.differences) - MOST} 处，见花脸稿（-o）或 --json")
    counts: dict[str, int] = {}
    for one in made.differences:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    lines.append(
        f"共 {made.places} 处不同：" + "，".join(f"{kind} {count}" for kind, count in counts.items())
    )
    return "\n".join(lines)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 36 else text[:36] + "……"
