"""Groups, terms and stages that are announced and then named one by one; what 以上四项 counts; tables that the text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number

_KINDS = "组|期|批|片|阶段|轮|场|档|班|队"
_NUMBER = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_PARTED = re.compile(
    rf"(?:分为|分成|分|编为|编成|组成|成立|派出)(?P<count>{_NUMBER})个?[一-鿿]{{0,4}}?(?P<kind>{_KINDS})(?!织|长|员|别|建)"
)
_NAMED = re.compile(
    rf"第(?P<no>[一二三四五六七八九十]{{1,2}}|\d{{1,2}})[一-鿿]{{0,4}}?(?P<kind>{_KINDS})(?!织|长|员|别|建)"
)
LEAST_NAMED = 2
"""Groups named from which they are taken for all."""


@rule("groups-named", clause="数字", strength="一般", source=PRACTICE)
def groups_named(paper: Paper) -> Iterator[Remark]:
    """说分几组（期、批、阶段），后面“第一组、第二组……”就编到几。"""
    lines = [line for line in paper.body if line.in_body]
    for position, line in enumerate(lines):
        for match in _PARTED.finditer(line.text):
            count = parse_number(match["count"].replace("两", "二"))
            named = _numbers(line.text[match.end() :], match["kind"])
            for below in lines[position + 1 : position + 1 + 8]:
                if named and not _numbers(below.text, match["kind"]):
                    break
                named += _numbers(below.text, match["kind"])
            whole = sorted(set(named)) == list(range(1, max(named, default=0) + 1))
            if count is not None and len(set(named)) >= LEAST_NAMED and whole and max(named) != count:
                found = f"说“{match[0]}”，后面编到第{max(named)}{match['kind']}"
                yield Remark(line, found, "核对数量", quote=sentence(line.text, *match.span()))


def _numbers(text: str, kind: str) -> list[int]:
    return [int(parse_number(one["no"]) or 0) for one in _NAMED.finditer(text) if one["kind"] == kind]


_ABOVE = re.compile(
    rf"(?:以上|上述)(?P<count>{_NUMBER})(?:个方面|项|条|个|点|类|种)(?:的?(?:内容|任务|事项|问题|措施|要求|工作|意见|建议|原则|情形|条件|环节|培训))"
)
_INLINE = re.compile(r"(?:^|[。；，：:\s])(?P<no>[一二三四五六七八九十]{1,2})是")


@rule("count-above", clause="数字", strength="一般", source=PRACTICE)
def count_above(paper: Paper) -> Iterator[Remark]:
    """“以上四项”，上面列的就是四项（列法看不清时不报）。"""
    for lines in (paper.body, *(annex.body for annex in paper.annexes)):
        for position, line in enumerate(lines):
            for match in _ABOVE.finditer(line.text):
                count = parse_number(match["count"].replace("两", "二"))
                listed = _inline(line.text[: match.start()]) or _listed_above(lines, position)
                if (
                    count is not None
                    and listed >= LEAST_NAMED
                    and listed != count
                    and not quoted(line.text, match.start())
                ):
                    found = f"说“{match[0]}”，上面列出的是 {listed} 项"
                    yield Remark(
                        line, found, "改数，或补（删）项目", quote=sentence(line.text, *match.span())
                    )


def _inline(text: str) -> int:
    numbers = [int(parse_number(one["no"]) or 0) for one in _INLINE.finditer(text)]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0


def _listed_above(lines: list[Paragraph], position: int) -> int:
    """Count the numbered paragraphs right above one that is not numbered: all of one level, back to their first."""
    if patterns.level_of(lines[position].full_text):
        return 0
    level = 0
    for line in reversed(lines[:position]):
        own = patterns.level_of(line.full_text)
        if not own:
            return 0
        level = level or own
        if own > level:
            continue
        number = patterns.LEVELS[level - 1].match(line.full_text)
        if own < level or number is None:
            return 0
        if line is lines[position - 1]:
            last = patterns.chinese_number(number["no"]) or 0
        if patterns.chinese_number(number["no"]) == 1:
            return last
    return 0


_CAPTION = re.compile(r"^\s*(?P<kind>表|图)\s*(?P<no>\d{1,2})(?![\d.、．-])(?:[\s　:：.]|(?=[一-鿿]))")
_REFERS = re.compile(r"(?P<kind>表|图)(?P<no>\d{1,2})(?![\d.．-])")
_REFERRING = re.compile(r"(?:见|如|及|和|由|从|、|（|至|与|按|以)$|表\d{1,2}(?:、|和|至)?$")


@rule("no-such-table", clause="表图", strength="一般", source=PRACTICE)
def no_such_table(paper: Paper) -> Iterator[Remark]:
    """正文提到的“表1”“图2”，文中要有（文中的表图编了号时才核）。"""
    captions = {
        (match["kind"], match["no"])
        for line in paper.everything
        if (match := _CAPTION.match(line.text)) is not None and len(line.stripped) <= 40
    }
    kinds = {kind for kind, _ in captions}
    for line in paper.running:
        if _CAPTION.match(line.text) and len(line.stripped) <= 40:
            continue
        for match in _REFERS.finditer(line.text):
            known = (match["kind"], match["no"]) in captions
            if match["kind"] in kinds and not known and _REFERRING.search(line.text[: match.start()]):
                yield Remark(
                    line, f"文中没有“{match[0]}”", "核对表图的编号", quote=sentence(line.text, *match.span())
                )
