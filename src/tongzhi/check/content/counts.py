"""What a paper announces against what it lists: three tasks and four items, attachments, rows of a name list."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import quoted, sentence
from tongzhi.model.finding import GBT9704, PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number, to_chinese

_COUNT = r"(?P<count>[二两三四五六七八九十]{1,2}|[2-9]|1\d)"
_ANNOUNCED = re.compile(
    rf"(?P<these>以下|如下|下列|下述|这|抓好|做好|做到|突出|重点|提出|强调|讲|作出|采取|落实|坚持|把握|开展|完成)?[^，。；：、]{{0,6}}?{_COUNT}(?:个|项|条|点|大|方面|件|类|种|处|起)(?:重点|火灾|安全|突出|主要|一般|重大|违法|事故|共性)*(?:方面|重点|工作|任务|措施|要求|意见|问题|事项|建议|环节|举措|事情|事|场所|情形|行为|隐患|区域|领域|部位|对象|企业|人员|材料|阶段|步骤|原则)(?:的)?(?:工作|任务|要求|意见|措施)?"
)
_THESE = re.compile(r"以下|如下|下列|下述|抓好|做好|做到|突出|提出|强调|讲|谈|作出|采取|落实|坚持|把握")
"""Words that announce a list, where others stand before them (我讲三点意见)."""
_IS = re.compile(r"(?:^|[。；，：:！？、\s])(?P<no>[一二三四五六七八九十]{1,2})是")
_FIRSTS = re.compile(r"(?:^|[。；，：:\s])第(?P<no>[一二三四五六七八九十])[，、是]")


def _inline(text: str) -> list[int]:
    """Give the numbers of 一是…二是… (or 第一，第二，) in a text, in order."""
    for pattern in (_IS, _FIRSTS):
        found = [int(parse_number(match["no"]) or 0) for match in pattern.finditer(text)]
        if len(found) >= 2 and found[0] == 1:
            return found
    return []


def _level(line: Paragraph) -> int | None:
    text = line.full_text.lstrip()
    return next((level for level, pattern in enumerate(patterns.LEVELS) if pattern.match(text)), None)


def _listed(lines: Sequence[Paragraph], position: int) -> int:
    """Count the numbered paragraphs right below one: all of one level, until a higher one or the end."""
    own = _level(lines[position])
    following = [_level(line) for line in lines[position + 1 :]]
    if not following or following[0] is None or (own is not None and following[0] <= own):
        return 0
    level, count = following[0], 0
    for one in following:
        if one is not None and one < level:
            break
        count += one == level
    return count


@rule("announced-count", clause="数字", strength="推算", source=PRACTICE)
def announced_count(paper: Paper) -> Iterator[Remark]:
    """说有几项（三项任务、四点要求），列出来的就是几项（列法看不清时不报）。"""
    lines = [line for line in paper.body if line.in_body]
    for position, line in enumerate(lines):
        text = line.text
        for match in _ANNOUNCED.finditer(text):
            if quoted(text, match.start()) or match["count"] == "十":
                continue
            these = match["these"] or _THESE.search(match[0])
            count = int(parse_number(match["count"]) or 0)
            rest = text[match.end() :]
            inside = _inline(rest)
            ends = re.fullmatch(r"[：:。]?\s*", rest) is not None
            if inside:
                close = re.match(r"[：:。，]?[^。]{0,8}[：:。，]?\s*(?:一是|第一)", rest)
                listed = max(inside) if close else 0
            elif ends and (these or rest.strip() in ("：", ":")):
                listed = _listed(lines, position)
            else:
                listed = 0
            if listed >= 2 and listed != count:
                found = f"说“{match[0]}”，列出的是 {listed} 项"
                yield Remark(line, found, "改数，或补（删）项目", quote=sentence(text, *match.span()))


@rule("inline-numbers", clause="7.3.3", strength="推算", source=GBT9704)
def inline_numbers(paper: Paper) -> Iterator[Remark]:
    """段内的“一是、二是、三是”依次编排，不跳号、不重号。"""
    for line in paper.running:
        found = _inline(line.text)
        for before, after in itertools.pairwise(found):
            if after != before + 1 and after != 1:
                said = f"“{_say(before)}是”后面是“{_say(after)}是”"
                yield Remark(line, said, f"{_say(before + 1)}是", quote=line.text[:60])
                break


def _say(number: int) -> str:

    return to_chinese(number)


@rule("attachment-count", clause="7.3.4", strength="推算", source=GBT9704)
def attachment_count(paper: Paper) -> Iterator[Remark]:
    """正文、附件说明写的附件份数与列出的附件相符。"""
    if not paper.items:
        return
    pattern = re.compile(
        r"附件(?:共|：|:)?\s*(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*[份件个]|(?P<other>\d{1,2}|[一二两三四五六七八九十]{1,3})[个份件]附件"
    )
    for line in (*paper.body, *paper.note):
        for match in pattern.finditer(line.text):
            count = parse_number(match["count"] or match["other"])
            if count is not None and count != len(paper.items):
                yield Remark(
                    line,
                    f"写“{match[0]}”，附件说明列了 {len(paper.items)} 个",
                    "核对附件",
                    quote=sentence(line.text, *match.span()),
                )


@rule("rows-and-count", clause="数字", strength="一般", source=PRACTICE)
def rows_and_count(paper: Paper) -> Iterator[Remark]:
    """正文说名单（清单）共几家（处、项、人），所附的那一张表就是几行。"""
    tables = _numbered_tables(paper)
    if len(tables) != 1:
        return
    pattern = re.compile(
        r"(?P<number>\d{1,4})(?:家|处|个|项|名|座|户|条|起)[^，。；]{0,16}(?:[，（(][^。；]{0,6})?(?:名单|清单|明细|目录)?(?:附后|见附件|见附表|见下表)|(?:名单|清单|附表|下表)[^。；\d]{0,8}(?:共|列|计)[^。；\d]{0,4}(?P<other>\d{1,4})(?:家|处|个|项|名|座|户|条|起)"
    )
    for line in paper.body:
        if not line.in_body:
            continue
        for match in pattern.finditer(line.text):
            number = int(match["number"] or match["other"])
            if number != tables[0]:
                yield Remark(
                    line,
                    f"写“{match[0]}”，所附的表有 {tables[0]} 行",
                    "核对数量或补全表格",
                    quote=sentence(line.text, *match.span()),
                )


def _numbered_tables(paper: Paper) -> list[int]:
    """Give how many numbered rows each table with a column 序号 has."""
    found = []
    for _, grid in paper.grids:
        heads = [cell.text.strip() if cell else "" for cell in grid[0]] if grid else []
        if heads and heads[0] in ("序号", "编号"):
            found.append(sum(1 for row in grid[1:] if row[0] is not None and row[0].text.strip().isdigit()))
    return found


_QUOTED_COUNT = re.compile(
    r"“(?P<count>[两三四五六七八九]|十[一二三]?)个(?P<word>[一-鿿]{2,4})”[：:，,]?(?:即|就是|做到)?(?P<list>[^。；：:“”\n]{4,160})"
)


@rule("quoted-count", clause="数字", strength="推算", source=PRACTICE)
def quoted_count(paper: Paper) -> Iterator[Remark]:
    """“五个到位”后面逐个写出来的，就是五个（每个都带这个词时才数）。"""
    for line in paper.running:
        for match in _QUOTED_COUNT.finditer(line.text):
            pieces = [piece.strip() for piece in re.split(r"[、，,]", match["list"]) if piece.strip()]
            word = match["word"]
            count = int(parse_number(match["count"].replace("两", "二")) or 0)
            ends = match.end() >= len(line.text) or line.text[match.end()] in "。；"
            every = len(pieces) >= 2 and all(word in piece for piece in pieces)
            if every and ends and len(pieces) != count:
                found = f"说“{match['count']}个{word}”，写出来的是 {len(pieces)} 个"
                yield Remark(line, found, "改数，或补（删）项目", quote=sentence(line.text, *match.span()))


_COUNT_OF_NAMES = (
    r"(?P<count>[二两三四五六七八九十]{1,2}|[2-9]|[1-3]\d)(?P<unit>条|个|家|座|名|所|处|种|项|户|辆|台|人)"
)
_IN_BRACKETS = re.compile(
    rf"(?<![\d.第—－-]){_COUNT_OF_NAMES}(?P<noun>[一-鿿]{{0,8}})[（(](?P<list>[^（）()。；：\d]{{4,100}}|[A-Z]\d+[^（）()。；：]{{3,80}})[）)]"
)
_COUNT_ALONE = re.compile(rf"[（(]?共{_COUNT_OF_NAMES}[）)]?")


@rule("names-and-count", clause="数字", strength="一般", source=PRACTICE)
def names_and_count(paper: Paper) -> Iterator[Remark]:
    """括号里、“（共几个）”下面逐个写出名字的，就是那么多个（带“等”字的不数）。"""
    lines = [line for line in paper.running if line.table is None]
    for position, line in enumerate(lines):
        for match in _IN_BRACKETS.finditer(line.text):
            yield from _named_so_many(line, match, match["list"])
        alone = _COUNT_ALONE.fullmatch(line.stripped)
        if alone is not None and position + 1 < len(lines):
            yield from _named_so_many(line, alone, lines[position + 1].stripped.rstrip("。"))


def _named_so_many(line: Paragraph, match: re.Match[str], names: str) -> Iterator[Remark]:
    pieces = [piece.strip() for piece in names.split("、") if piece.strip()]
    plain = not re.search(r"等|[，,；：和及与至]|以上|以下|分别|含|包括|其中", names)
    count = parse_number(match["count"].replace("两", "二"))
    if (
        plain
        and len(pieces) > 1
        and count is not None
        and count != len(pieces)
        and max(map(len, pieces)) <= LONGEST_NAME
    ):
        found = f"写“{match['count']}{match['unit']}”，写出来的是 {len(pieces)} 个"
        yield Remark(line, found, "核对数量或名单", quote=line.text[:60])


LONGEST_NAME = 20
"""Characters of a name in a list; longer ones are descriptions, which may hold 、 of their own."""
