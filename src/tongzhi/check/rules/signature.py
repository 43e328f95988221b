"""Organ, date and what follows them (7.3.5, 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import blanks_between, width
from tongzhi.anatomy.paper import MINUTES, ORDER, Paper
from tongzhi.anatomy.recognition import read_day
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.word.blocks import Paragraph


@rule("date-form", clause="7.3.5.4", strength="规定")
def date_form(paper: Paper) -> Iterator[Remark]:
    """成文日期用阿拉伯数字，年份标全称，月、日不编虚位。"""
    if paper.date is not None:
        yield from wrong_date(paper.date, paper.date.stripped)


def wrong_date(line: Paragraph, text: str) -> Iterator[Remark]:
    """Give what is wrong with the form of a date, with the date as it should be."""
    day = read_day(text)
    if day is None:
        if re.search(r"[×xX＊*_]|\d{4}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日", text) and not re.search(
            r"\d月\d+日", text
        ):
            yield Remark(line, f"日期未填全：“{text}”", "签发后填写成文日期", strength="待定")
        elif re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", text):
            yield Remark(line, f"没有“{text}”这一天", "改成真实的日期")
        return
    right = f"{day.year}年{day.month}月{day.day}日"
    if patterns.plain(text) != right:
        yield Remark(line, f"日期写成“{text}”", right)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: blanks to its left and right in 字 of a full line."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        return (self.left - self.right) / 2


def _place(paper: Paper, line: Paragraph) -> _Place | None:
    """Give the place of organ or date; `None` when tabs, frames or tables decide it."""
    if not line.in_body or "\t" in line.text or line.properties.get("frame") or "\n" in line.stripped:
        return None
    ruler = paper.ruler
    size = ruler.size(line)
    full = paper.ruler.section(line).text_width / (size * 20)
    lead = width(line.text[: len(line.text) - len(line.text.lstrip())])
    tail = width(line.text[len(line.text.rstrip()) :])
    shown = width(line.stripped)
    left, right = ruler.indent(line, "left") + ruler.indent(line, "first"), ruler.indent(line, "right")
    align = ruler.alignment(line)
    if align == "right":
        # trailing ideographic spaces hold their place in Word and LibreOffice, ASCII ones do not
        blank = right + tail
        return _Place(full - blank - shown, blank)
    if align == "center":
        # blanks typed before a centred line move it
        middle = (full - left - right - shown - lead - tail) / 2
        return _Place(left + middle + lead, right + middle + tail)
    return _Place(left + lead, full - left - lead - shown)


@rule("date-place", clause="7.3.5", strength="规定")
def date_place(paper: Paper) -> Iterator[Remark]:
    """成文日期右空四字（用印），或按不用印的排法右空二字、与署名错开二字。"""
    line = paper.date
    if line is None or paper.day is None or paper.kind in (MINUTES, ORDER):
        return
    place = _place(paper, line)
    if place is None:
        return
    repair = partial(_set_signature, paper)
    sealed = 2.9 <= place.right <= 5.1
    organ = paper.organs[-1] if len(paper.organs) == 1 else None
    at = _place(paper, organ) if organ is not None else None
    if sealed:
        return
    if at is not None and organ is not None:
        shift = place.left - at.left
        if abs(at.right - 2) <= 0.8 and abs(shift - 2) <= 0.9:
            return
        if abs(place.right - 2) <= 0.8 and (
            abs(shift - 2) <= 0.9 or width(organ.stripped) <= width(line.stripped) + 0.6
        ):
            return
        raised = width(organ.stripped) > 8 + width(line.stripped)
        if raised and place.right > 4 and abs(place.centre - at.centre) <= 1.2:
            return
    elif abs(place.right - 2) <= 0.8 or paper.organs:
        return
    yield Remark(
        line,
        f"成文日期右空约 {max(0.0, place.right):.0f} 字",
        "用印的右空四字；不用印的首字比署名首字右移二字",
        repair,
    )


@rule("organ-place", clause="7.3.5.1", strength="一般")
def organ_place(paper: Paper) -> Iterator[Remark]:
    """加盖印章的，署名在成文日期之上，以成文日期为准居中。"""
    if paper.date is None or paper.day is None or len(paper.organs) != 1 or paper.kind in (MINUTES, ORDER):
        return
    organ = paper.organs[0]
    at, day = _place(paper, organ), _place(paper, paper.date)
    if at is None or day is None or not 2.9 <= day.right <= 5.1:
        return
    if abs(at.right - 2) <= 0.8 and abs(day.left - at.left - 2) <= 0.9:
        return  # not sealed: the organ's first character is two before the date's
    if width(organ.stripped) > 8 + width(paper.date.stripped):
        return  # too long to be centred on a date four from the right
    if abs(at.centre - day.centre) > 1.3:
        side = "偏左" if at.centre < day.centre else "偏右"
        yield Remark(
            organ, f"署名比成文日期{side}约 {abs(at.centre - day.centre):.0f} 字", "以成文日期为准居中",
            partial(_set_signature, paper),
        )  # fmt: skip


def _set_signature(paper: Paper) -> None:
    """Set date and its one organ as for a sealed paper; as for an unsealed one when the paper is set so already."""
    assert paper.date is not None
    restyler = Restyler(paper)
    full = paper.standard.grid.characters
    of_date = width(paper.date.stripped)
    signature = paper.standard.signature
    if not paper.organs:
        restyler.placed(paper.date, align="right", right=signature.sealed_right)
        return
    organ = paper.organs[0]
    of_organ = width(organ.stripped)
    at = _place(paper, organ)
    assert at is not None
    if abs(at.right - signature.unsealed_right) <= 0.4 and of_organ > of_date:
        shift = signature.unsealed_shift
        restyler.placed(organ, align="right", right=signature.unsealed_right)
        restyler.placed(
            paper.date, align="left", left=full - signature.unsealed_right - of_organ + shift, right=-3
        )
        return
    blank = max(float(signature.sealed_right), (of_organ - of_date) / 2)
    if blank > signature.sealed_right:
        restyler.placed(organ, align="right")
        restyler.placed(paper.date, align="right", right=blank)
        return
    # both centred over one measure: the axis holds whatever the faces are
    left = full - 2 * blank - of_date
    restyler.placed(organ, align="center", left=left)
    restyler.placed(paper.date, align="center", left=left)


@rule("signature-gap", clause="7.3.5", strength="实务")
def signature_gap(paper: Paper) -> Iterator[Remark]:
    """署名与正文（附件说明）之间至少空一行；用印的空二至三行。"""
    last = paper.note[-1] if paper.note else paper.body[-1] if paper.body else None
    first = paper.organs[0] if paper.organs else paper.date
    if last is None or first is None or paper.kind in (MINUTES, ORDER):
        return
    lines = blanks_between(paper.ruler, last, first)
    if lines is not None and (lines < 0.35 or lines > 6):
        repair = partial(Restyler(paper).blank_before, first, 2)
        found = "署名紧接正文，没有空行" if lines < 0.35 else f"署名前空了约 {lines:.0f} 行"
        yield Remark(first, found, "不用印空一行，用印空二至三行", repair)


def _is_stamped(paper: Paper) -> bool:
    """Whether a person signs, with a blank line before the date (7.3.5.3)."""
    post = re.compile(r"(?:长|主任|书记|主席|经理)[\s　]+\S{1,8}$")
    return paper.kind == ORDER or any(post.search(line.stripped) for line in paper.organs)


@rule("organ-before-date", clause="7.3.5", strength="规定")
def organ_before_date(paper: Paper) -> Iterator[Remark]:
    """成文日期在发文机关署名之下一行，中间不空行。"""
    if paper.date is None or not paper.organs or _is_stamped(paper):
        return
    lines = blanks_between(paper.ruler, paper.organs[-1], paper.date)
    if lines is not None and lines > 0.9:
        repair = partial(Restyler(paper).blank_before, paper.date, 0)
        yield Remark(paper.date, f"署名与成文日期之间空了 {lines:.0f} 行", "日期在署名的下一行", repair)


SHORT_TEXT = 90
"""Characters of a last paragraph that may move to the signature's page: three lines."""


@rule("signature-together", clause="7.3.5.5", strength="实务", quiet=True)
def signature_together(paper: Paper) -> Iterator[Remark]:
    """排版时使署名、署名前的空行与成文日期同在一页。"""
    if paper.date is None or not paper.date.in_body:
        return
    loose = [line for line in paper.organs if line.in_body and not line.properties.get("keepNext")]
    if loose:
        # the only paragraph of text stays on page 1, which must show some (7.3.3)
        last = paper.body[-1] if len(paper.body) > 1 and not paper.note else None
        if last is not None and last.in_body and len(last.stripped) <= SHORT_TEXT and not last.pictures:
            loose = [
                last,
                *loose,
            ]  # a short last paragraph goes along, so that no page holds a signature alone
        repair = partial(Restyler(paper).keep_with_next, loose)
        yield Remark(loose[0], "署名与日期可能分在两页", "与下段同页", repair)


@rule("text-missing", clause="7.3.5.5", strength="实务")
def text_missing(paper: Paper) -> Iterator[Remark]:
    """不写“此页无正文”；排不下时调整行距、字距。"""
    for line in paper.body:
        if re.search(r"[（(]?此页无正文[）)]?", line.stripped) and len(line.stripped) <= 12:
            yield Remark(line, "写了“此页无正文”", "删去，调整行距、字距使署名、日期与正文同页")


@rule("remark-form", clause="7.3.6", strength="规定")
def remark_form(paper: Paper) -> Iterator[Remark]:
    """附注居左空二字，加圆括号，编排在成文日期下一行。"""
    restyler = Restyler(paper)
    for line in paper.remark:
        start = paper.ruler.start(line)
        repair = partial(restyler.remark, line)
        if paper.ruler.alignment(line) in ("center", "right") or (start is not None and abs(start - 2) > 0.6):
            yield Remark(line, "附注没有左空二字", "左空二字", repair)
        if line.stripped[0] == "(" or not line.stripped.endswith("）"):
            yield Remark(line, "附注没有用全角圆括号括起", "（" + line.stripped.strip("（()）") + "）")
