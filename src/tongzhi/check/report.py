"""Findings as text for a screen and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.anatomy.paper import NO_HEAD
from tongzhi.check.between import FOLDER_RULES, FolderRule
from tongzhi.check.registry import CheckRule, rules
from tongzhi.check.silence import rule_names, say_silenced
from tongzhi.model.finding import LEVEL_WORDS, Finding, Level, level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongzhi.anatomy.nature import Nature
    from tongzhi.check.folder import FolderReport

SCHEMA = "tongzhi.findings/1"
SHOWN_PLACES = 6
"""Numbers of paragraphs that one line lists."""
SHOWN_EXAMPLES, SHOWN_FORMS = 2, 2
"""Examples of one rule that are written out, and forms of one that a line of repairs names."""
SHOWN_WIDTH = 70
"""Characters up to which a quotation and its correction share a line."""
_LEVELS: tuple[Level, ...] = ("error", "warning", "open")


def count_levels(findings: Iterable[Finding]) -> dict[str, int]:
    """Give how many findings each level has."""
    counts = Counter(finding.level for finding in findings)
    return {level: counts[level] for level in _LEVELS}


def _say_counts(findings: list[Finding]) -> str:
    counts = count_levels(findings)
    said = [f"{LEVEL_WORDS[level]} {counts[level]}" for level in _LEVELS if counts[level]]
    return "，".join(said) or "没有发现问题"


def print_report(report: FolderReport) -> str:
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
    silent = say_silenced({rule for rules_ in report.silenced.values() for rule in rules_})
    blocks += [silent] if silent else []
    return "\n\n".join(blocks)


def _say_kind(report: FolderReport, name: str) -> str:
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


def _summary(report: FolderReport) -> str:
    with_errors = sum(any(each.is_error for each in found) for found in report.files.values())
    clean = sum(not found for found in report.files.values())
    text = f"共 {len(report.files) + len(report.failed)} 份：{with_errors} 份有错误，{clean} 份没有问题"
    if report.failed:
        text += f"，{len(report.failed)} 份读不了"
    return f"{text}；合计：{_say_counts(report.findings)}"


def _print_findings(findings: list[Finding]) -> Iterator[str]:
    """Say what a person must change, then what `format` will set: findings of one rule are one group."""
    for repairable, heading in ((False, "要人改的"), (True, "format 会排好的")):
        groups: dict[tuple[str, str], list[Finding]] = {}
        for finding in findings:
            if finding.repairable is repairable:
                groups.setdefault((finding.rule, finding.level), []).append(finding)
        if not groups:
            continue
        count = sum(map(len, groups.values()))
        yield f"  {heading}（{len(groups)} 类 {count} 处）："
        for same in groups.values():
            yield from _print_repairs(same) if repairable else _print_group(same)


def _places(findings: list[Finding]) -> str:
    numbers = list(dict.fromkeys(str(each.place.paragraph) for each in findings if each.place.paragraph))
    if len(numbers) > SHOWN_PLACES:
        return f"第{'、'.join(numbers[: SHOWN_PLACES // 2])}…{numbers[-1]}段，共 {len(numbers)} 段"
    return f"第{'、'.join(numbers)}段" if numbers else ""


def _where(finding: Finding, places: str) -> str:
    return " ".join(part for part in (finding.place.field or "", places) if part)


def _source(finding: Finding) -> str:
    return f"（{finding.source} {finding.clause}，{finding.strength}）[{finding.rule}]".replace(" ，", "，")


def _print_repairs(same: list[Finding]) -> Iterator[str]:
    """Say in one line what is found and what `format` makes of it; further forms of it are only counted."""
    first = same[0]
    forms = list(dict.fromkeys(_without_quote(each.found) for each in same))
    found = "；".join(forms[:SHOWN_FORMS]) + ("等" if len(forms) > SHOWN_FORMS else "")
    wanted = list(dict.fromkeys(each.instead for each in same if each.instead))
    instead = f"，排成{'；'.join(wanted[:SHOWN_FORMS])}" if wanted else ""
    yield f"  {LEVEL_WORDS[first.level]} {_where(first, _places(same))}：{found}{instead}{_source(first)}"


def _print_group(same: list[Finding]) -> Iterator[str]:
    gathered: dict[tuple[str, str], list[Finding]] = {}
    for finding in same:
        gathered.setdefault((finding.found, finding.instead), []).append(finding)
    shown = dict(list(gathered.items())[:SHOWN_EXAMPLES])
    for alike in shown.values():
        yield from _print_one(alike[0], _where(alike[0], _places(alike)))
    rest = [finding for finding in same if (finding.found, finding.instead) not in shown]
    if rest:
        yield f"       同类还有 {len(rest)} 处（{_places(rest)}），--format json 看全部"


def _without_quote(words: str) -> str:
    """Leave out the quoted words that tell like findings of many paragraphs apart (正文“……”是宋体)."""
    head, mark, rest = words.partition("“")
    if mark and head in ("正文", "标题"):
        return head + rest.partition("”")[2]
    return words


def _print_one(finding: Finding, where: str) -> list[str]:
    lines = [
        f"  {LEVEL_WORDS[finding.level]} {f'{where}：' if where else ''}{finding.found}{_source(finding)}"
    ]
    quote = finding.text if finding.text and finding.text not in finding.found else ""
    parts = [f"原文：{quote}"] if quote else []
    parts += [f"应为：{finding.instead}"] if finding.instead else []
    if parts:
        joined = " → ".join(parts)
        lines += [f"       {joined}"] if len(joined) <= SHOWN_WIDTH else [f"       {part}" for part in parts]
    return lines


def to_json(report: FolderReport) -> str:
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
            "silenced": sorted(report.silenced.get(name, ())),
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
    """Give every rule that speaks: id, Chinese name, level, strength, source, clause, what it says."""
    spoken: list[CheckRule | FolderRule] = [each for each in rules() if not each.quiet]
    spoken += FOLDER_RULES
    names = rule_names()
    return [
        {
            "rule": each.id,
            "name": names[each.id],
            "level": level_of(each.strength),
            "strength": each.strength,
            "source": each.source,
            "clause": each.clause,
            "says": each.says,
        }
        for each in spoken
    ]
