"""Findings as text for a screen and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.anatomy.paper import NO_HEAD
from tongzhi.check.registry import Rule, rules
from tongzhi.model.finding import LEVEL_WORDS, Finding, Level, level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongzhi.anatomy.nature import Nature
    from tongzhi.check.folder import Report

SCHEMA = "tongzhi.findings/1"
SHOWN_PLACES = 6
"""Numbers of paragraphs that one line lists."""
_LEVELS: tuple[Level, ...] = ("error", "warning", "open")


def count_levels(findings: Iterable[Finding]) -> dict[str, int]:
    """Give how many findings each level has."""
    counts = Counter(finding.level for finding in findings)
    return {level: counts[level] for level in _LEVELS}


def _say_counts(findings: list[Finding]) -> str:
    counts = count_levels(findings)
    said = [f"{LEVEL_WORDS[level]} {counts[level]}" for level in _LEVELS if counts[level]]
    return "，".join(said) or "没有发现问题"


def print_report(report: Report) -> str:
    """Give the report for a screen: files one after the other, like findings gathered, a summary at the end."""
    blocks = []
    for name, findings in report.files.items():
        lines = [f"{name}（{_say_kind(report, name)}）：{_say_counts(findings)}"]
        if note := _say_scope(report.natures[name]):
            lines.append(note)
        lines += list(_print_findings(findings))
        blocks.append("\n".join(lines))
    if report.between:
        lines = [f"各文件之间：{_say_counts(report.between)}"]
        for finding in report.between:
            file = Path(finding.place.file or "").name
            lines += _print_one(finding, f"{file} 第{finding.place.paragraph}段")
        blocks.append("\n".join(lines))
    if len(report.files) + len(report.failed) > 1:
        blocks.append(_summary(report))
    return "\n\n".join(blocks)


def _say_kind(report: Report, name: str) -> str:
    """Say what kind of paper it is: for an official one its form, for others the kind, how sure, and the signs."""
    nature = report.natures[name]
    if nature.kind == "公文":
        form = report.kinds[name]
        return "公文，没有红头" if form == NO_HEAD else f"公文，{form}格式"
    if not nature.signs:
        return nature.said
    return f"{nature.said}，把握{nature.confidence}：{'、'.join(nature.signs)}"


def _say_scope(nature: Nature) -> str:
    if nature.is_official:
        return ""
    if nature.kind == "内部文稿":
        return "  不是公文，版式只提几处要紧的；按公文核，加 --as 公文。"
    return "  不是公文，只核内容，不核版式；按公文核，加 --as 公文。"


def _summary(report: Report) -> str:
    with_errors = sum(any(each.is_error for each in found) for found in report.files.values())
    clean = sum(not found for found in report.files.values())
    text = f"共 {len(report.files) + len(report.failed)} 份：{with_errors} 份有错误，{clean} 份没有问题"
    if report.failed:
        text += f"，{len(report.failed)} 份读不了"
    return f"{text}；合计：{_say_counts(report.findings)}"


def _print_findings(findings: list[Finding]) -> Iterator[str]:
    gathered: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.rule, _without_quote(finding.found), finding.instead)
        gathered.setdefault(key, []).append(finding)
    for same in gathered.values():
        numbers = list(dict.fromkeys(str(each.place.paragraph) for each in same if each.place.paragraph))
        where = f"第{'、'.join(numbers[:SHOWN_PLACES])}段" if numbers else ""
        if len(numbers) > SHOWN_PLACES:
            where += f"等 {len(numbers)} 段"
        element = same[0].place.field or ""
        yield from _print_one(same[0], " ".join(part for part in (where, element) if part))


def _without_quote(words: str) -> str:
    """Leave out the quoted words that tell like findings of many paragraphs apart (正文“……”是宋体)."""
    head, mark, rest = words.partition("“")
    if mark and head in ("正文", "标题"):
        return head + rest.partition("”")[2]
    return words


def _print_one(finding: Finding, where: str) -> list[str]:
    lines = [
        f"  {LEVEL_WORDS[finding.level]} {where}：{finding.found}"
        if where
        else f"  {LEVEL_WORDS[finding.level]} {finding.found}"
    ]
    if finding.text:
        lines.append(f"       原文：{finding.text}")
    if finding.instead:
        lines.append(f"       应为：{finding.instead}")
    source = f"{finding.source} {finding.clause}".strip()
    repair = "，format 可排好" if finding.repairable else ""
    lines.append(f"       依据：{source}（{finding.strength}）[{finding.rule}]{repair}")
    return lines


def to_json(report: Report) -> str:
    """Give the report as JSON (see docs/check.md)."""
    files: list[dict[str, Any]] = [
        {
            "file": name,
            "kind": report.kinds[name],
            "nature": {
                "kind": report.natures[name].kind,
                "confidence": report.natures[name].confidence,
                "signs": list(report.natures[name].signs),
            },
            "summary": count_levels(findings),
            "findings": [finding.to_json() for finding in findings],
        }
        for name, findings in report.files.items()
    ]
    files += [
        {"file": name, "error": "；".join(str(problem) for problem in error.problems)}
        for name, error in report.failed.items()
    ]
    whole = {
        "schema": SCHEMA,
        "summary": count_levels(report.findings),
        "files": files,
        "between": [finding.to_json() for finding in report.between],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def list_rules() -> list[dict[str, str]]:
    """Give every rule that speaks: id, level, strength, source, clause, what it says."""
    from tongzhi.check.folder import FOLDER_RULES, FolderRule

    spoken: list[Rule | FolderRule] = [each for each in rules() if not each.quiet]
    spoken += FOLDER_RULES
    return [
        {
            "rule": each.id,
            "level": level_of(each.strength),
            "strength": each.strength,
            "source": each.source,
            "clause": each.clause,
            "says": each.says,
        }
        for each in spoken
    ]
