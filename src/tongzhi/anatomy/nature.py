"""What kind of paper a Word file is, told from several signs, and how sure that is.

The signs of an official paper are its parts as they were recognised (mark, number, addressees, signature, imprint);
those of the other kinds are words and shapes, which stand with their weights in `corpus/anatomy/signs.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tongzhi.anatomy import patterns
from tongzhi.resources import corpus_path
from tongzhi.standard.gbt9704 import DOCUMENT_KINDS
from tongzhi.word.runs import is_red

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph

Kind = Literal["公文", "附件", "内部文稿", "表格", "会议记录", "合同", "论文", "手册", "外文", "其他"]
Confidence = Literal["大", "中", "小"]

LAID_OUT: frozenset[Kind] = frozenset(("公文", "附件"))
"""Kinds that follow the layout of official papers: the papers, and plans or attachments without a head."""
SAID: dict[Kind, str] = {
    "公文": "公文",
    "附件": "附件或方案（没有红头）",
    "内部文稿": "内部文稿",
    "表格": "表格、表单",
    "会议记录": "会议记录（不是纪要格式）",
    "合同": "合同、协议",
    "论文": "论文、报告书",
    "手册": "手册、技术文档",
    "外文": "外文材料",
    "其他": "一般材料",
}
LEAST = 3.0
"""Points below which no kind is believed."""
TITLE_POINTS = 3
"""Points that only the title or the label of a plan or attachment gives."""
SURE, LIKELY = (8.0, 4.0), (5.0, 1.5)
"""Points, and lead over the next kind, from which a kind is sure or likely."""
OPENING = 30
"""Shown lines among which a title is looked for."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What kind of paper it is: the kind, how sure (大, 中, 小), and the signs that tell."""

    kind: Kind = "其他"
    confidence: Confidence = "小"
    signs: tuple[str, ...] = ()

    @property
    def is_official(self) -> bool:
        """Whether it follows the layout of official papers."""
        return self.kind in LAID_OUT

    @property
    def said(self) -> str:
        """The kind in words for a user."""
        return SAID[self.kind]


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: Kind
    place: str
    pattern: re.Pattern[str]
    points: float
    least: int
    said: str


@cache
def _signs() -> tuple[_Sign, ...]:
    found = []
    for row in corpus_path("anatomy/signs.tsv").read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            kind, place, pattern, points, least, said = row.split("\t")
            assert kind in SAID
            found.append(_Sign(kind, place, re.compile(pattern), float(points), int(least), said))
    return tuple(found)


def judge(paper: Paper) -> Nature:
    """Give the kind of a recognised paper."""
    lines = [line.full_text for line in paper.everything if line.full_text]
    if _foreign(lines):
        return Nature("外文", "大", ("汉字很少",))
    points: dict[Kind, list[tuple[float, str]]] = {}
    for kind, score, said in [*_official(paper), *_by_words(paper, lines), *_by_shape(paper, lines)]:
        points.setdefault(kind, []).append((score, said))
    if not any(score >= TITLE_POINTS for score, _ in points.get("附件", ())):
        points.pop("附件", None)  # numbered text alone is no plan: it has neither a plan's title nor a label
    totals = {kind: sum(score for score, _ in signs) for kind, signs in points.items()}
    ranked = sorted(totals, key=lambda kind: -totals[kind])
    if not ranked or totals[ranked[0]] < LEAST:
        return Nature()
    best = ranked[0]
    lead = totals[best] - (totals[ranked[1]] if len(ranked) > 1 else 0.0)
    told = tuple(said for _, said in sorted(points[best], key=lambda sign: -sign[0]) if said)
    return Nature(best, _confidence(totals[best], lead), told[:4])


def _confidence(total: float, lead: float) -> Confidence:
    if total >= SURE[0] and lead >= SURE[1]:
        return "大"
    return "中" if total >= LIKELY[0] and lead >= LIKELY[1] else "小"


_HAN = re.compile(r"[㐀-鿿]")
_LETTER = re.compile(r"[A-Za-zÀ-ɏͰ-ԯ؀-ۿ぀-ヿ가-힯]")


def _foreign(lines: list[str]) -> bool:
    """Whether the running text is of another language: few Chinese characters beside many letters of others."""
    text = "".join(line for line in lines if not re.search(r"[;{}]\s*$", line))
    letters = len(_LETTER.findall(text))
    # a Latin word of five letters says about what a Chinese character and a half say
    return letters >= 40 and len(_HAN.findall(text)) * 6 < letters


def _official(paper: Paper) -> Iterator[tuple[Kind, float, str]]:
    red = any(is_red(look.color) for line in paper.mark for _, look in paper.ruler.formats(line))
    named = re.search(rf"文件$|纪要$|电报$|明电$|令$|简报$|{patterns.ORGAN_END.pattern}", paper.mark_text)
    if paper.mark and (paper.doc_no is not None or paper.mark_text.endswith("文件") or (red and named)):
        yield "公文", 5, "有发文机关标志"
    elif red:
        yield "公文", 1, ""  # a red line that names no organ: a heading in colour
    if paper.doc_no is not None:
        yield "公文", 4, "有发文字号"
    if paper.signers or paper.urgency or paper.secrecy:
        yield "公文", 2, "有签发人、密级或紧急程度"
    title = re.sub(r"[（(][^（）()]*[）)]$", "", patterns.plain(paper.title_text)).rstrip("。；，、")
    kinds = "|".join(DOCUMENT_KINDS)
    if re.search(rf"关于.+的?(?:{kinds})$", title):
        yield "公文", 4, f"标题是“关于……的{title[-2:]}”" if title[-1] not in "令函" else "标题有文种"
    elif re.search(r"(?:通知|通告|公告|公报|决定|批复|通报|议案|决议)$", title):
        yield "公文", 3, f"标题的文种是{title[-2:]}"
    elif title.endswith(DOCUMENT_KINDS):
        yield "公文", 1, "标题像有文种"
    if paper.recipients is not None and patterns.RECIPIENT_WORD.search(paper.recipients.stripped):
        yield "公文", 2, "有主送机关"
    if paper.date is not None:
        yield "公文", 2 if paper.organs else 1, "有署名和成文日期" if paper.organs else "有成文日期"
    if paper.imprint and (paper.cc is not None or paper.printed is not None):
        yield "公文", 3, "有版记"
    if paper.note:
        yield "公文", 1, ""
    if any(
        re.search(
            r"(?:通知|通报|报告|公告|函告|函复|批复)如下|^特此(?:通知|通报|报告|函|公告)", line.stripped
        )
        for line in paper.body
    ):
        yield "公文", 1.5, "有“通知如下”一类用语"
    first = paper.annexes[0] if paper.annexes and not paper.title and not paper.body else None
    if first is not None and first.label is not None:
        yield "附件", 4, "开头标着“附件”"


def _titles(paper: Paper) -> list[str]:
    """Give the lines near the start that may be a title: recognised, centred, or clearly larger than the text."""
    shown = [line for line in paper.everything if line.stripped and line.table is None][:OPENING]
    sizes = sorted(paper.ruler.size(line) for line in paper.body if line.stripped)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    found = [patterns.plain(paper.title_text), *(patterns.plain(annex.name) for annex in paper.annexes[:1])]
    for position, line in enumerate(shown):
        stands_out = (
            paper.ruler.alignment(line) == "center" or paper.ruler.size(line) > usual + 2 or position == 0
        )
        if stands_out and len(line.stripped) <= 60:
            found.append(patterns.plain(line.stripped))
    return [text for text in found if text]


def _by_words(paper: Paper, lines: list[str]) -> Iterator[tuple[Kind, float, str]]:
    titles = _titles(paper)
    text = "\n".join(lines)
    is_notice = bool(re.search(r"(?:通知|通报|函|请示)$", patterns.plain(paper.title_text)))
    for sign in _signs():
        if sign.kind == "会议记录" and (is_notice or paper.kind == "纪要"):
            continue  # a notice names time, place and people too; minutes in their own form are official
        if sign.kind == "表格" and sign.place == "title" and is_notice:
            continue  # the title of a form that goes with it
        if sign.place == "title":
            count = sum(bool(sign.pattern.search(title)) for title in titles)
        elif sign.place == "line":
            count = sum(bool(sign.pattern.search(line)) for line in lines)
        else:
            count = len(sign.pattern.findall(text))
        if count >= sign.least:
            yield sign.kind, sign.points, sign.said


def _is_text(line: Paragraph) -> bool:
    return len(line.stripped) >= 20 and "。" in line.text


def _by_shape(paper: Paper, lines: list[str]) -> Iterator[tuple[Kind, float, str]]:
    imprint = {id(line) for line in paper.imprint}
    inside = [line for line in paper.everything if line.table is not None and id(line) not in imprint]
    cells = sum(len(line.stripped) for line in inside)
    whole = sum(map(len, lines)) or 1
    if cells / whole >= 0.85:
        yield "表格", 5, "文字几乎都在表格里"
    elif cells / whole >= 0.55:
        yield "表格", 3.5, "文字大半在表格里"
    elif cells > sum(len(line.stripped) for line in paper.body if _is_text(line)) and not any(
        map(patterns.level_of, lines)
    ):
        yield "表格", 2.5, "除了表格没有成段的文字"
    levels = [line.properties.get("outlineLvl") for line in paper.document.paragraphs if line.stripped]
    styled = sum(level is not None and level < 9 for level in levels)
    numbered = sum(bool(patterns.level_of(line)) for line in lines)
    if styled >= 6 and styled > numbered:
        yield "手册", 1.5, "用了多级标题样式"
    if sum(bool(line.pictures) for line in paper.document.paragraphs) >= 6:
        yield "手册", 1, "图很多"
