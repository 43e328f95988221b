"""`tongzhi new`: a data file to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.given import read_assignments
from tongzhi.cli.office import load_office
from tongzhi.cli.output import tell, warn
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import field_names
from tongzhi.model.stale import blank_past, explain, find_stale
from tongzhi.papers.index import PROFILE, find_entry, load
from tongzhi.papers.notice import Notice
from tongzhi.papers.notice_change import say_value
from tongzhi.read.document import OLD_WORDS, TEXTS, by_label, read_paper
from tongzhi.read.profile import NAME, import_profile
from tongzhi.read.sources import read_source
from tongzhi.render.sample import office_values, sample_json, sample_values, sample_yaml
from tongzhi.write.files import STDOUT, write_file

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.papers.profile import Profile

ENDINGS = (".yaml", ".yml", ".json", ".xlsx")


@command(
    "new",
    short_help="生成带说明的填写文件（.yaml .json .xlsx）",
    examples=(
        "tongzhi new notice -o 通知.yaml",
        "tongzhi new rectification -o 整改清单.xlsx",
        "tongzhi new notice --from 去年的通知.docx -o 通知.yaml",
        "tongzhi new notice_change --from 通知.yaml --set 会议时间='2026-10-15 9:00' -o 改期.yaml",
        "tongzhi new profile --units 通讯录.xlsx",
        "tongzhi new profile --style-from 样本.docx",
    ),
)
@click.argument("kind", metavar="文种")
@click.option(
    "-o", "--output", type=FILE, metavar="文件", help=".yaml（不写时）、.json 或 .xlsx；- 为标准输出"
)
@click.option(
    "--from",
    "old",
    type=FILE,
    metavar="旧文件",
    help="取旧文件的内容，过时的标出来（.docx .doc .wps .txt .yaml .json .xlsx）",
)
@click.option("--set", "assignments", multiple=True, metavar="字段=值", help="填进一个字段，可写多次")
@click.option("--units", type=FILE, metavar="通讯录", help="new profile 时：从 Excel 通讯录取单位名录")
@click.option(
    "--style-from",
    "sample",
    type=FILE,
    metavar="样本",
    help="new profile 时：从一份排好版的公文学字体和格式（.docx .doc .wps）",
)
def new_command(
    kind: str,
    output: Path | None,
    old: Path | None,
    assignments: tuple[str, ...],
    units: Path | None,
    sample: Path | None,
) -> int:
    """生成一个文种的填写文件，带说明和例子；不改也能直接 fill。"""
    entry = find_entry(kind)
    document_type = load(entry)
    target = output or Path(NAME if entry is PROFILE else f"{entry.label}.yaml")
    if target != STDOUT and target.suffix.lower() not in ENDINGS:
        raise InputError.one(
            f"不能生成 {target.suffix or '没有后缀的'} 文件", "文件名以 .yaml、.json 或 .xlsx 结尾"
        )
    if units is not None and entry is not PROFILE:
        raise InputError.one("--units 只用于 new profile", "如 tongzhi new profile --units 通讯录.xlsx")
    if sample is not None and entry is not PROFILE:
        raise InputError.one(
            "--style-from 只用于 new profile", "如 tongzhi new profile --style-from 样本.docx"
        )
    office = None if entry is PROFILE else load_office()
    values, notes, left = _start(document_type, old, assignments, office)
    if units is not None:
        values, notes = import_profile(units)
    told = () if sample is None else _take_style(values, sample)
    write_file(target, _render(document_type, target, values, notes, left, office), force=settings().force)
    if target != STDOUT:
        tell(f"已生成 {target}")
        for line in told:
            tell(line)
        for label, note in notes.items():
            tell(f"待核：{label}：{note}")
        if old is not None and old.suffix.lower() in (".docx", ".doc", ".wps", ".rtf", ".txt", ".md"):
            tell(
                f"旧文件：取到 {len(values)} 项，其中要核对或重填的 {len(notes)} 项；没有归到哪一项的话 {len(left)} 处{'，列在文件末尾' if left else ''}"
            )
    return 0


def _take_style(values: dict[str, Any], sample: Path) -> list[str]:
    """Lay a sample's own layout into the values of a profile; give what to say of it."""
    from tongzhi.check.house import learn_style

    style = learn_style(sample)
    for group, learnt in (("字体", style.faces), ("格式", style.values)):
        kept = values.get(group)
        values[group] = {**(kept if isinstance(kept, dict) else {}), **learnt}
        for trait in style.traits:
            if trait.group == group and not trait.differs:
                values[group].pop(trait.name, None)
        if not values[group]:
            del values[group]
    same = len(style.traits) - len(style.deviations)
    lines = [f"学自 {sample.name}：量了 {len(style.traits)} 项，{same} 项与国标一致"]
    lines += [f"与国标不同：{trait}" for trait in style.deviations]
    if style.unseen:
        lines.append(f"样本里看不出：{'、'.join(style.unseen)}；要定就自己写")
    return lines


def _start(
    kind: type[Document], old: Path | None, assignments: tuple[str, ...], office: Profile | None
) -> tuple[dict[str, Any], dict[str, str], tuple[str, ...]]:
    """Give the values to start from and the remarks to them, by Chinese label; and what an old paper says besides."""
    day = settings().day()
    changes = read_assignments(assignments)
    if old is None:
        values = {**sample_values(kind, day), **office_values(kind, office)}
        return {**values, **by_label(changes, kind)}, {}, ()
    source = read_paper(old, kind) if old.suffix.lower() in (*OLD_WORDS, *TEXTS) else read_source(old, kind)
    if source.problems:
        raise InputError(list(source.problems))
    if not source.values:
        found = f"旧文件里没有认出{kind.label}的内容"
        warn([Problem(Place(file=str(old)), found, "各项自己填，或核对是不是这个文种")])
    adopted = kind.adopt(source.values, changes)
    values = by_label({**source.values, **changes} if adopted is None else dict(adopted), kind)
    if adopted is not None and kind.key == "notice_change" and not values.get("变更事项"):
        values["变更事项"] = _open_changes(source.values)
    if adopted is not None:
        return (
            values,
            {label: explain(found) for label, found in find_stale(kind, values, day).items()},
            source.left,
        )
    values, gone = blank_past(kind, values, day)
    notes = {label: f"旧：原来是 {was}，已过，填这次的" for label, was in gone.items()}
    for label, old_words in find_stale(kind, values, day).items():
        notes[label] = f"旧：{explain(old_words)}"
    for label, odd in source.odd.items():
        notes[label] = "；".join(part for part in (notes.get(label, ""), odd) if part)
    return values, notes, source.left


def _open_changes(old: dict[str, Any]) -> list[dict[str, str]]:
    """Give what most often changes, with 改为 still to be filled in."""
    names = field_names(Notice)
    was = {names.get(key, key): value for key, value in old.items()}
    return [
        {"事项": label, "原定": say_value(was[name]), "改为": "待定"}
        for name, label in (("start", "会议时间"), ("main_venue", "地点"))
        if was.get(name)
    ]


def _render(
    kind: type[Document],
    target: Path,
    values: dict[str, Any],
    notes: dict[str, str],
    left: tuple[str, ...],
    office: Profile | None,
) -> bytes:
    day = settings().day()
    if target.suffix.lower() == ".xlsx":
        from tongzhi.render.form import form_workbook

        return form_workbook(kind, values, notes, office, left)

    make = sample_json if target.suffix.lower() == ".json" else sample_yaml
    return make(kind, day, values, notes, left)
