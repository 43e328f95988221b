"""Names of bodies and persons: addressees and copies, old names, the office's own address list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import GBT9704, PRACTICE
from tongzhi.model.official import split_units
from tongzhi.zh.old_names import old_names

_SURE = old_names(sure=True)
_OLD = re.compile("|".join(sorted(map(re.escape, _SURE), key=len, reverse=True)))
_HISTORY = re.compile(r"原[一-鿿]{0,6}$|（原$|时任|曾任|更名前")


@rule("old-name", clause="机构名称", strength="一般", source=PRACTICE)
def old_name(paper: Paper) -> Iterator[Remark]:
    """机构改革前的旧名称（书名号、引号里和“原”字后的不报）。"""
    for line in paper.shown:
        for found in _OLD.finditer(line.text):
            start = found.start()
            if quoted(line.text, start) or _HISTORY.search(line.text[:start]):
                continue
            if found[0] == "旅游局" and line.text[max(0, start - 3) : start] in ("文化和", "广电和"):
                continue
            new = _SURE[found[0]]
            right = corrected(line.text, found.start(), found.end(), new)
            yield Remark(line, f"“{found[0]}”是旧名称", right, quote=sentence(line.text, *found.span()))


@rule("addressed-and-copied", clause="7.4.2", strength="一般", source=GBT9704)
def addressed_and_copied(paper: Paper) -> Iterator[Remark]:
    """同一机关不同时在主送和抄送里。"""
    if paper.recipients is None or paper.cc is None:
        return
    names = "".join(line.stripped for line in paper.imprint if line is not paper.printed)
    copied = split_units(patterns.CC.sub(lambda found: found["names"], names).rstrip("。"))
    addressed = set(split_units(paper.recipients.stripped))
    for unit in copied:
        if unit in addressed:
            rest = "，".join(other for other in copied if other != unit)
            yield Remark(
                paper.cc, f"“{unit}”既在主送又在抄送", f"抄送：{rest}。" if rest else "删去抄送里的这一家"
            )


@rule("recipient-twice", clause="7.3.2", strength="一般", source=GBT9704)
def recipient_twice(paper: Paper) -> Iterator[Remark]:
    """主送机关不重复。"""
    if paper.recipients is None:
        return
    seen: set[str] = set()
    for unit in split_units(paper.recipients.stripped):
        if unit in seen:
            yield Remark(paper.recipients, f"“{unit}”写了两次", "只写一次")
        seen.add(unit)


@rule("recipient-marks", clause="7.3.2", strength="一般", source=GBT9704)
def recipient_marks(paper: Paper) -> Iterator[Remark]:
    """主送机关：同类之间用顿号，不同类之间用逗号，不用分号和半角标点。"""
    if paper.recipients is None:
        return
    text = re.sub(r"[（(][^（）()]*[）)]", "", paper.recipients.stripped[:-1])
    if found := re.search(r"[；;,/]|[ 　](?=\S)", text):
        mark = found[0]
        if mark in " 　" and not re.search(r"\S{3,}[ 　]+\S{3,}", text):
            return
        right = re.sub(r"[；;,/]", "，", paper.recipients.stripped[:-1])
        right = re.sub(r"[ 　]+", "、", right)
        word = "空格" if mark in " 　" else f"“{mark}”"
        yield Remark(paper.recipients, f"主送机关之间用了{word}", f"{right}：")


_LOWER = re.compile(
    r"各?(?:区县|县区|县|区|旗|乡镇|乡|镇|街道|市州|市)[^，、]*(?:人民政府|政府|党委|管委会|办事处)"
)
_DEPARTMENT = re.compile(
    r"(?:直属|直各|有关|组成|政府各|直有关).{0,6}(?:部门|单位|机构)|各部门|各委办局|各委、办、局"
)
_COMPANY = re.compile(r"企业|公司|集团")


def _rank(unit: str) -> int | None:
    """Give the place of a kind of addressee: lower governments, departments, companies."""
    for rank, pattern in ((1, _DEPARTMENT), (0, _LOWER), (2, _COMPANY)):
        if pattern.search(unit):
            return rank
    return None


@rule("recipient-order", clause="7.3.2", strength="实务", source=PRACTICE)
def recipient_order(paper: Paper) -> Iterator[Remark]:
    """主送机关先下级政府，再部门，后企业。"""
    if paper.recipients is None:
        return
    units = split_units(paper.recipients.stripped)
    ranks = [_rank(re.sub(r"[（(][^（）()]*[）)]", "", unit)) for unit in units]
    known = [(rank, unit) for rank, unit in zip(ranks, units, strict=True) if rank is not None]
    for (rank, unit), (after, other) in pairwise(known):
        if after < rank:
            yield Remark(paper.recipients, f"“{unit}”排在“{other}”之前", "先下级政府，再部门，后企业")
            return


@rule("short-name", clause="单位名录", strength="实务", source="本单位名录")
def short_name(paper: Paper) -> Iterator[Remark]:
    """主送、抄送和署名里的名称与本单位名录一致（给了名录时）。"""
    units = paper.knowledge.units
    if not units:
        return
    shorts = {short: full for full, short in units.items() if short}
    lines = [line for line in (paper.recipients, paper.cc) if line is not None]
    for line in lines:
        text = patterns.CC.sub(lambda found: found["names"], line.stripped).rstrip("：:。")
        for unit in split_units(text):
            near = _nearest(unit, units)
            if unit in shorts and unit not in units:
                yield Remark(line, f"“{unit}”是简称", shorts[unit])
            elif near:
                yield Remark(line, f"名录里没有“{unit}”", near)


def _nearest(unit: str, units: dict[str, str]) -> str:
    """Give the listed name that a unit differs from by a slip of one or two characters."""
    if unit in units or len(unit) < 6:
        return ""

    near = [full for full in units if 0 < Levenshtein.distance(unit, full) <= (1 if len(unit) < 9 else 2)]
    return near[0] if len(near) == 1 and near[0][:2] == unit[:2] else ""


@rule("post", clause="领导分工", strength="一般", source="本单位名录")
def post(paper: Paper) -> Iterator[Remark]:
    """人名前后的职务与本单位的领导分工一致（给了分工时）。"""
    for name, title in paper.knowledge.people.items():
        if not name or not title:
            continue
        pattern = re.compile(
            rf"([一-鿿]{{0,10}}?(?:书记|市长|县长|区长|镇长|乡长|主任|局长|主席|部长|秘书长|总经理|董事长|处长|科长))(?:、[一-鿿]{{2,10}})?{re.escape(name)}(?!同志的)"
        )
        for line in paper.running:
            for found in pattern.finditer(line.text):
                said = found[1]
                if not _agrees(said, title):
                    yield Remark(
                        line,
                        f"“{found[0]}”的职务与分工表不符",
                        f"{title}{name}",
                        quote=sentence(line.text, *found.span()),
                    )


def _agrees(said: str, title: str) -> bool:
    parts = [part for part in re.split(r"[、，,/]", title) if part]
    return any(
        (part.endswith(said[-len(part) :]) or said.endswith(part))
        and ("副" in part or not said.endswith(f"副{part}"))
        for part in parts
    )
