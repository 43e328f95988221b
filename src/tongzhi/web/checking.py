"""A paper that is being checked: its findings in groups, what was accepted and ignored, the paper as it then is."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tongzhi.anatomy.recognition import recognise
from tongzhi.check.knowledge import read_house
from tongzhi.check.repair import format_document
from tongzhi.check.run import check, read_source
from tongzhi.check.silence import say_silenced, silenced_in
from tongzhi.model.finding import LEVEL_WORDS
from tongzhi.web.app import office
from tongzhi.web.preview import find_spots
from tongzhi.web.profile import load_office
from tongzhi.web.words import plain
from tongzhi.web.workspace import OfficeWork
from tongzhi.word.document import WordDocument
from tongzhi.write.files import write_file

if TYPE_CHECKING:
    from tongzhi.model.finding import Finding

BEFORE = "原件.docx"
GROUPS = {
    "版头": ("file", re.compile(r"版头|发文字号|发文机关标志|红色分隔线|份号|密级|紧急|签发")),
    "标题和主送": ("words", re.compile(r"标题|主送")),
    "正文": ("edit", re.compile(r"正文|层次|序号|字体|字号|缩进|附件|段落|首行")),
    "落款和版记": ("seat", re.compile(r"署名|成文日期|印章|版记|抄送|印发|附注")),
    "标点和数字": ("filter", re.compile(r"标点|全角|半角|引号|书名号|括号|数字|顿号|逗号")),
    "日期和机构": ("calendar", re.compile(r"日期|星期|时间|机构|单位|人名|职务|年份")),
    "页面": ("table", re.compile(r"页边|行距|页码|纸张|版心|行数|字数|每页|页面")),
    "其他": ("info", re.compile(r"")),
}
"""Groups of findings: name → icon, and the words of a finding or its rule that put it there; the first that fits."""
_FIRST = re.compile(r"标点|全角|半角|星期|机构改|页边距|页码|版心")


def key_of(finding: Finding) -> str:
    """Give the mark by which a finding is known when the paper is checked again."""
    return f"{finding.rule}|{finding.place.paragraph or 0}|{finding.place.field or ''}|{finding.found}"


def group_of(words: str) -> str:
    """Give the group of a finding by its words."""
    order = list(GROUPS)
    if _FIRST.search(words):
        order = ["标点和数字", "日期和机构", "页面", *order]
    return next(name for name in order if GROUPS[name][1].search(words))


def check_paper(job: OfficeWork) -> dict[str, Any]:
    """Check the document and keep what was found.

    Raises:
        InputError: it cannot be read.
    """
    data, _ = read_source(job.source)
    (job.out / BEFORE).write_bytes(data)
    standard, knowledge = read_house(load_office(office()))
    rows = [
        {
            "key": key_of(finding),
            "level": finding.level,
            "word": LEVEL_WORDS[finding.level],
            "where": f"第{finding.place.paragraph}段"
            if finding.place.paragraph
            else (finding.place.field or "全文"),
            "found": plain(finding.found),
            "instead": plain(finding.instead),
            "text": finding.text[:80],
            "clause": f"{finding.source} {finding.clause}".strip(),
            "repairable": finding.repairable,
            "group": group_of(f"{finding.place.field or ''} {finding.found}"),
        }
        for finding in check(data, name=job.source.name, standard=standard, knowledge=knowledge)
    ]
    rows.sort(key=lambda row: list(GROUPS).index(str(row["group"])))
    for number, row in enumerate(rows, 1):
        row["number"] = number
    paper = recognise(WordDocument(data, job.source.name), job.source.name, standard, knowledge)
    silent = say_silenced(silenced_in(paper)[0])
    job.save(silent=silent, findings=rows, accepted=[], ignored=[], fix_text=False, changes=[], after="")
    job.entitle(job.source.stem)
    tell(job)
    return job.state


def tell(job: OfficeWork) -> None:
    """Note how far the checking is."""
    state = job.state
    rows, done = state["findings"], len(state["accepted"]) + len(state.get("ignored", []))
    if not rows:
        job.tell(3, 3, "没有发现问题")
    else:
        job.tell(2, 3, f"{len(rows)} 处问题，处理了 {done} 处")


def choose(job: OfficeWork, keys: list[str], what: str, words: str) -> None:
    """Accept findings, ignore them, or take that back; one act.

    Args:
        job: the checked paper.
        keys: the findings.
        what: accept, ignore or back.
        words: what was done, as the user reads it.
    """

    def change(state: dict[str, Any]) -> None:
        can = {row["key"]: row["repairable"] for row in state["findings"]}
        accepted, ignored = set(state["accepted"]), set(state.get("ignored", []))
        for key in keys:
            accepted.discard(key)
            ignored.discard(key)
            if what == "accept" and can.get(key):
                accepted.add(key)
            elif what == "ignore" and key in can:
                ignored.add(key)
        state["accepted"] = [key for key in can if key in accepted]
        state["ignored"] = [key for key in can if key in ignored]

    job.change(change, act=words)
    format_accepted(job)
    tell(job)


def format_accepted(job: OfficeWork) -> None:
    """Make the document with what was accepted; the dropped file stays as it is."""
    state = job.state
    if "findings" not in state:
        return
    name = f"{job.source.stem}.公文.docx"
    wanted = set(state["accepted"])
    if not wanted and not state["fix_text"]:
        job.result(name).unlink(missing_ok=True)
        job.save(after="", changes=[])
        return
    standard, knowledge = read_house(load_office(office()))
    whole = wanted == {row["key"] for row in state["findings"] if row["repairable"]}
    made = format_document(
        (job.out / BEFORE).read_bytes(),
        name=job.source.name,
        standard=standard,
        knowledge=knowledge,
        fix_text=state["fix_text"],
        only=None if whole else (lambda finding: key_of(finding) in wanted),
    )
    write_file(job.result(name), made.data, force=True)
    changes = [f"第{one.paragraph}段：“{one.found}”改为“{one.instead or '（删去）'}”" for one in made.changes]
    job.save(after=name, changes=changes, left=len(made.left))


def spots(job: OfficeWork) -> list[dict[str, Any]]:
    """Give where findings stand on the page pictures of the original."""
    state = job.state
    wanted = {}
    for row in state["findings"]:
        quoted = re.findall(r"“([^”]{2,40})”", row["found"])
        wanted[row["key"]] = next((words for words in quoted if words in row["text"]), row["text"][:20])
    found = find_spots(job.out / BEFORE, job.pages, wanted)
    rows = {row["key"]: row for row in state["findings"]}
    return [
        {
            **asdict(spot),
            "number": rows[key]["number"],
            "level": rows[key]["level"],
            "said": rows[key]["found"],
        }
        for key, spot in found.items()
    ]
