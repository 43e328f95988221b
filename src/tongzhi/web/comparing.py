"""Two versions of a paper on the page: every changed paragraph with what went and came, and the changes in substance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tongzhi.compare.align import edits
from tongzhi.compare.papers import compare
from tongzhi.compare.substance import find_differences
from tongzhi.write.files import write_file

if TYPE_CHECKING:
    from tongzhi.compare.markup import MarkedPair
    from tongzhi.compare.substance import Difference
    from tongzhi.web.office import Office
    from tongzhi.web.workspace import OfficeWork

MARKED = "花脸稿.docx"
GROUPS = {
    "时间和数字": ("clock", ("日期", "时限", "数字")),
    "单位和人": ("building", ("单位", "人名", "文号")),
    "要求": ("warn", ("要求放松", "要求加严")),
    "增删": ("plus", ("删去", "新增", "移动")),
    "文字": ("words", ("文字", "标点")),
}
"""Groups of changes as the page filters them: name → icon, and the kinds of `Difference` in it."""
_LONG = 60


def make_comparison(job: OfficeWork, office: Office) -> None:
    """Compare the two files of a job and keep what differs, with the marked-up paper.

    Raises:
        InputError: one of them cannot be read or compared.
        MissingToolError: one is a .doc or .wps and there is no office program.
    """
    state = job.state
    found = compare(job.file(f"{job.inputs.name}/{state['old']}"), job.source, office.day())
    write_file(job.result(MARKED), found.marked, force=True)
    rows, changes = [], []
    for number, pair in enumerate(found.pairs, 1):
        own = find_differences([pair])
        rows.append(_row(number, pair, own))
        changes += [{**one.to_json(), "at": number} for one in own]
    job.save(rows=rows, changes=changes, marked=MARKED)
    job.entitle(job.source.stem)
    job.tell(2, 2, f"{len(rows)} 处不同" if rows else "两稿没有不同")


def _row(number: int, pair: MarkedPair, changes: list[Difference]) -> dict[str, Any]:
    kinds = {one.kind for one in changes}
    return {
        "number": number,
        "place": pair.place,
        "short": re.sub(r"^第(\d+)段", r"\1 ", pair.place).strip(),
        "moved": pair.moved,
        "groups": [name for name, (_, own) in GROUPS.items() if kinds & set(own)],
        "parts": parts_of(pair),
    }


def parts_of(pair: MarkedPair) -> list[tuple[str, str]]:
    """Give a differing place in pieces, each with what became of it: same, del or ins; nothing of either version is left out."""
    old, new = pair.old or "", pair.new or ""
    if pair.moved:
        return [("same", new or old)]
    found: list[tuple[str, str]] = []
    done = 0
    for edit in edits(old, new):
        found += [
            ("same", new[done : edit.new[0]]),
            ("del", old[slice(*edit.old)]),
            ("ins", new[slice(*edit.new)]),
        ]
        done = edit.new[1]
    found.append(("same", new[done:]))
    return [(kind, words) for kind, words in found if words]


def counts_of(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Give how many differing places each group has."""
    return dict(Counter(group for row in rows for group in row["groups"]))


def substance_of(state: dict[str, Any]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Give the changes in substance by group: its name, its icon, and each change said in a line."""
    found = []
    for name, (icon, kinds) in GROUPS.items():
        own = [{**one, "said": say_change(one)} for one in state["changes"] if one["kind"] in kinds]
        if own:
            found.append((name, icon, own))
    return found


def say_change(change: dict[str, Any]) -> str:
    """Say a change in a line: what it was → what it is."""
    old, new = (_cut(change[name]) for name in ("old", "new"))
    if change["kind"] == "移动":
        return f"移动：{new}"
    if old and new:
        return f"{change['kind']}：{old} → {new}"
    return f"{change['kind']}：{'' if change['kind'] in ('删去', '新增') else '去掉 ' if old else '加上 '}{old or new}"


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG]}……"
