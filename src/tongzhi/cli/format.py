"""`tongzhi format`: sets untidy documents to GB/T 9704-2012; their text stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.check.folder import find_papers
from tongzhi.check.knowledge import read_house
from tongzhi.check.repair import format_document
from tongzhi.check.run import convert_all_old, is_plain
from tongzhi.cli.base import FILE, command, refuse_ending, settings
from tongzhi.cli.office import load_office
from tongzhi.cli.output import fail, tell
from tongzhi.cli.outputs import RESULTS, record_results
from tongzhi.errors import DONE, NOTHING, PARTLY, InputError, Place, TongzhiError
from tongzhi.write.files import STDOUT, refuse_existing, write_file

if TYPE_CHECKING:
    from tongzhi.anatomy.nature import Kind
    from tongzhi.check.repair import Formatted

ENDING = ".公文.docx"


@command(
    "format",
    short_help="按 GB/T 9704-2012 排版，文字不动",
    examples=(
        "tongzhi format 草稿.docx                     写成 草稿.公文.docx",
        "tongzhi format 草稿.docx -o 通知.docx --fix-text",
        "tongzhi format 材料文件夹/ -o 排好/",
    ),
)
@click.argument("files", metavar="文件或文件夹…", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", type=FILE, metavar="文件", help="写到哪里；几份时写文件夹")
@click.option("--fix-text", is_flag=True, help="同时修标点，逐条列出")
@click.option(
    "--revisions", "--track", is_flag=True, help="标点改动写成 Word 修订，可逐条接受（连同 --fix-text）"
)
@click.option(
    "--as",
    "kind",
    type=click.Choice(["公文", "内部文稿"]),
    help="当作哪一种材料排；不写就自己认，不是公文的不动",
)
@RESULTS
def format_command(
    files: tuple[Path, ...],
    output: Path | None,
    fix_text: bool,
    revisions: bool,
    kind: Kind | None,
    results: Path | None,
) -> int:
    """就地排版：页面、红头、标题、正文、落款、附件、版记、页码；文字、图表、脚注、批注、修订一概不动。"""
    found = find_papers(list(files))
    papers = [
        (path, folder)
        for path, folder in found
        if folder is None or not (path.name.endswith(ENDING) or is_plain(path))
    ]
    targets = _targets(papers, output, many=len(papers) > 1 or any(path.is_dir() for path in files))
    if output is not None and output != STDOUT and set(targets.values()) == {output}:
        refuse_ending(output, ".docx")
    refuse_existing([path for path in targets.values() if path != STDOUT], force=settings().force)
    standard, knowledge = read_house(load_office(needed=False))
    done: dict[Path, str] = {}
    reasons: dict[Path, str] = {}
    converted = convert_all_old(list(targets))
    for path, target in targets.items():
        try:
            made = format_document(
                converted.get(path, path),
                name=str(path),
                standard=standard,
                knowledge=knowledge,
                fix_text=fix_text or revisions,
                revisions=revisions,
                kind=kind,
            )
            if made.is_left_alone and output is None and not made.changes:
                tell(f"{path}：{_why_left(made)}")
                done[path] = "不是公文，没有排版"
                continue
            write_file(target, made.data, force=settings().force)
        except TongzhiError as error:
            if len(targets) == 1:
                raise
            fail(str(error))
            reasons[path] = str(error)
            continue
        done[path] = f"写成 {target}"
        _tell(path, target, made)
    record_results(results, done, reasons)
    if not reasons:
        return DONE
    return PARTLY if done else NOTHING


def _targets(papers: list[tuple[Path, Path | None]], output: Path | None, *, many: bool) -> dict[Path, Path]:
    """Give where each paper is written: beside it, under the given name, or in the given folder."""
    if output is None:
        return {path: path.with_name(f"{path.stem}{ENDING}") for path, _ in papers}
    if not many:
        path = papers[0][0]
        return {path: output / f"{path.stem}{ENDING}" if output.is_dir() else output}
    if output == STDOUT or output.is_file() or output.suffix.lower() == ".docx":
        raise InputError.one(
            f"有 {len(papers)} 份文件，-o 只写了一个文件名", "-o 写文件夹名", place=Place(file=str(output))
        )
    targets: dict[Path, Path] = {}
    taken: set[Path] = set()
    for path, folder in papers:
        inside = path.relative_to(folder).parent if folder is not None else Path()
        target = output / inside / f"{path.stem}{ENDING}"
        number = 2
        while target in taken:
            target = output / inside / f"{path.stem}-{number}{ENDING}"
            number += 1
        taken.add(target)
        targets[path] = target
    return targets


def _why_left(made: Formatted) -> str:
    signs = f"（{'、'.join(made.nature.signs)}）" if made.nature.signs else ""
    return f"像是{made.nature.said}{signs}，不是公文，版面没有动；要按公文排，加 --as 公文"


def _tell(path: Path, target: Path, made: Formatted) -> None:
    if made.is_left_alone:
        tell(f"{path}：{_why_left(made)}；照原样写成 {target}")
    elif made.nature.kind == "内部文稿":
        tell(f"{path}：像是内部文稿，只理顺缩进、标题和页码，字体行距不动；要按公文排，加 --as 公文")
    for rule in sorted(made.given_up):
        tell(f"  “{rule}”这一条没有排成，已退回原样，请人工看一看")
    _tell_repairs(path, target, made)


def _tell_repairs(path: Path, target: Path, made: Formatted) -> None:
    rules = len({each.rule for each in made.repaired})
    if made.repaired:
        tell(f"{path}：排好 {len(made.repaired)} 处（{rules} 条规则），写成 {target}")
    elif not made.is_left_alone:
        tell(f"{path}：版面原本符合要求，写成 {target}")
    for change in made.changes:
        instead = f"“{change.instead}”" if change.instead else "（删去）"
        tell(
            f"  改字 第{change.paragraph}段：“{change.found}”→{instead}（{change.clause}）：{_near(change.after)}"
        )
    errors = [each for each in made.left if each.is_error]
    if errors:
        tell(f"  还有 {len(errors)} 处要人改（tongzhi check {target} 看全部）：")
        for each in errors[:5]:
            tell(f"    {each}")


def _near(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "……"
