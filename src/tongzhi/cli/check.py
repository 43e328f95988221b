"""`tongzhi check`: documents against GB/T 9704-2012, and the papers of a folder against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.check.between import FOLDER_RULES
from tongzhi.check.folder import check_files
from tongzhi.check.knowledge import read_house
from tongzhi.check.registry import examples, find_rule
from tongzhi.check.report import list_rules, print_report, to_json
from tongzhi.check.silence import rule_names
from tongzhi.cli.base import FILE, command
from tongzhi.cli.office import load_office
from tongzhi.cli.output import fail, say, tell, warn
from tongzhi.cli.outputs import RESULTS, record_results
from tongzhi.errors import DONE, PARTLY, InputError
from tongzhi.model.finding import LEVEL_WORDS, level_of

if TYPE_CHECKING:
    from tongzhi.anatomy.nature import Kind
    from tongzhi.check.folder import FolderReport


@command(
    "check",
    short_help="按 GB/T 9704-2012 核稿",
    examples=(
        "tongzhi check 通知.docx",
        "tongzhi check 会议材料/            一个会的几份文件互相对照",
        "tongzhi check 通知.docx --format json",
        "tongzhi check --rules",
        "tongzhi check --explain share               一条规则的依据和例子",
    ),
)
@click.argument("files", metavar="文件或文件夹…", type=FILE, nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="显示方式")
@click.option("--strict", is_flag=True, help="有提醒也算不通过")
@click.option("--as", "kind", type=click.Choice(["公文", "内部文稿"]), help="当作哪一种材料核；不写就自己认")
@click.option("--rules", "only_rules", is_flag=True, help="列出全部规则、条款和出处")
@click.option("--explain", metavar="规则", help="说明一条规则：说什么、依据、错的和对的例子")
@RESULTS
def check_command(
    files: tuple[Path, ...],
    form: str,
    strict: bool,
    kind: Kind | None,
    only_rules: bool,
    explain: str | None,
    results: Path | None,
) -> int:
    """核格式、核内容：哪一段、写成什么、应为什么、依据哪一条；拿不准的不报。"""
    if only_rules:
        _say_rules(form)
        return DONE
    if explain is not None:
        _explain(explain)
        return DONE
    if not files:
        raise InputError.one("没有给文件", "写文件或文件夹，如 tongzhi check 通知.docx")

    standard, knowledge = read_house(load_office(needed=False))
    report = check_files(list(files), standard=standard, knowledge=knowledge, kind=kind)
    say(to_json(report) if form == "json" else print_report(report))
    record_results(
        results, _states(report), {Path(name): str(error) for name, error in report.failed.items()}
    )
    warn(report.notes)
    for error in report.failed.values():
        fail(str(error))
    levels = {finding.level for finding in report.findings}
    if "open" in levels and form == "table":
        tell("提醒：有待定或未核定的内容，印发前要定下来。")
    wrong = "error" in levels or bool(report.failed) or (strict and "warning" in levels)
    return PARTLY if wrong else DONE


def _states(report: FolderReport) -> dict[Path, str]:
    """Give how many findings of each level a paper has."""
    states = {}
    for name, findings in report.files.items():
        counts = [(word, sum(one.level == level for one in findings)) for level, word in LEVEL_WORDS.items()]
        states[Path(name)] = "，".join(f"{word} {count}" for word, count in counts if count) or "没有发现问题"
    return states


def _say_rules(form: str) -> None:

    rows = list_rules()
    if form == "json":
        say(json.dumps({"schema": "tongzhi.rules/1", "rules": rows}, ensure_ascii=False, indent=1))
        return
    for row in rows:
        level = next(word for key, word in LEVEL_WORDS.items() if key == row["level"])
        say(f"{row['rule']}  {level}（{row['strength']}）  {row['source']} {row['clause']}")
        say(f"    {row['name']}：{row['says']}")
    say(f"共 {len(rows)} 条。规定、推算为错误；一般、推荐、可以、实务为提醒。")


def _explain(name: str) -> None:
    """Say of one rule what it looks for, how binding it is, by what source, with examples."""
    between = {key: one for one in FOLDER_RULES for key in (one.id, rule_names()[one.id])}
    rule = between[name] if name in between else find_rule(name)
    say(f"{rule.id}  {LEVEL_WORDS[level_of(rule.strength)]}（{rule.strength}）")
    say(f"{rule_names()[rule.id]}：{rule.says}")
    say(f"依据：{rule.source} {rule.clause}".rstrip())
    for wrong, right in examples().get(rule.id, ()):
        say(f"  错：{wrong}")
        say(f"  对：{right}")
