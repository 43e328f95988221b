"""What a paper says of one accident: its grade, its casualties, its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import yaml

from tongzhi.anatomy.paper import Paper
from tongzhi.check.days import find_days, year_of
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.resources import corpus_path

_DEATHS = re.compile(
    r"(?:造成|致使?|导致)[^。；\d]{0,12}(?P<dead>\d{1,3})人(?:死亡|遇难)(?:[、，,]?(?:另有)?(?P<hurt>\d{1,3})人(?:受|重|轻)?伤)?(?P<rest>[^。；]{0,60})"
)
_GRADE = re.compile(
    r"(?:属|系|是一起|构成|认定为|定性为)(?:一起)?(?:生产安全)?(?P<grade>特别重大|重大|较大|一般)(?:生产安全)?(?:责任)?事故"
)
_LOSS = re.compile(r"直接经济损失(?:约|近|达|为|共计|共)?(?P<loss>\d+(?:\.\d+)?)(?P<scale>万|亿)?元")
_TITLED = re.compile(r"(?P<grade>特别重大|重大|较大|一般)[一-鿿]{2,10}事故")
_TOGETHER = re.compile(r"伤亡(?:人数)?(?:共计|合计|共|总计)(?P<all>\d{1,3})人")


@cache
def _rows() -> tuple[dict[str, int | str], ...]:
    return tuple(yaml.safe_load(corpus_path("accident-grades.yaml").read_text(encoding="utf-8"))["等级"])


def _grades(by: str = "死亡起") -> tuple[tuple[str, int], ...]:
    """Give (grade, number from which it holds), gravest first; `by` 死亡起, 重伤起 or 损失起 (in 万元)."""
    return tuple((str(row["名称"]).removesuffix("事故"), int(row[by])) for row in _rows())


@rule("accident-grade", clause="事故等级", strength="一般", source="生产安全事故报告和调查处理条例第三条")
def accident_grade(paper: Paper) -> Iterator[Remark]:
    """写的事故等级不低于死亡人数所定的等级（伤亡共几人与死、伤人数相符）。"""
    order = [name for name, _ in _grades()]
    for line in paper.running:
        for match in _DEATHS.finditer(line.text):
            dead = int(match["dead"])
            quote = sentence(line.text, *match.span())
            least = next(name for name, limit in _grades() if dead >= limit)
            lost = _lost(line.text, match)
            by_loss = next(name for name, limit in _grades("损失起") if (lost or 0) >= limit)
            said = _GRADE.search(match["rest"])
            if said is not None and order.index(said["grade"]) > order.index(least):
                found = f"死亡{dead}人，写“{said['grade']}事故”"
                yield Remark(line, found, f"死亡{dead}人至少是{least}事故", quote=quote)
            elif said is not None and order.index(said["grade"]) > order.index(by_loss):
                found = f"直接经济损失{lost}万元，写“{said['grade']}事故”"
                yield Remark(line, found, f"这样的损失至少是{by_loss}事故，核对数字", quote=quote)
            elif said is not None and lost is not None and match["hurt"]:
                # all three signs are given: the grade is the gravest of them, and no graver
                by_hurt = next(name for name, limit in _grades("重伤起") if int(match["hurt"]) >= limit)
                gravest = min((least, by_loss, by_hurt), key=order.index)
                if order.index(said["grade"]) < order.index(gravest):
                    found = f"死亡{dead}人、受伤{match['hurt']}人、损失{lost}万元，写“{said['grade']}事故”"
                    yield Remark(line, found, f"按条例第三条是{gravest}事故", quote=quote)
            together = _TOGETHER.search(match["rest"])
            if together is not None and match["hurt"] and int(together["all"]) != dead + int(match["hurt"]):
                found = f"死亡{dead}人、受伤{match['hurt']}人，合计写“{together['all']}人”"
                yield Remark(line, found, f"{dead + int(match['hurt'])}人", quote=quote)


def _lost(text: str, match: re.Match[str]) -> Decimal | None:
    """Give the direct loss told behind the casualties, in 万元."""
    found = _LOSS.search(text, match.start(), match.end() + 60)
    if found is None:
        return None
    scales = {"万": Decimal(1), "亿": Decimal(10_000), None: Decimal("0.0001")}
    return Decimal(found["loss"]) * scales[found["scale"]]


@rule("titled-grade", clause="事故等级", strength="一般", source=PRACTICE)
def titled_grade(paper: Paper) -> Iterator[Remark]:
    """标题和正文写的事故等级一致（标题只提一起事故时才核）。"""
    titled = list(_TITLED.finditer(paper.title_text))
    if len(titled) != 1:
        return
    for line in paper.body:
        said = _GRADE.search(line.text)
        if said is not None and said["grade"] != titled[0]["grade"]:
            found = f"标题是“{titled[0]['grade']}”事故，正文写“{said['grade']}”"
            yield Remark(line, found, "核对事故等级", quote=sentence(line.text, *said.span()))
            return


_NAMED_DAY = re.compile(r"“(?P<month>\d{1,2})[·•.．](?P<day>\d{1,2})”[^，。；]{0,16}事故")


@rule("accident-day", clause="日期", strength="一般", source=PRACTICE)
def accident_day(paper: Paper) -> Iterator[Remark]:
    """标题里“11·3”事故，正文写的发生日期也是 11 月 3 日（标题只提一起事故时才核）。"""
    named = list(_NAMED_DAY.finditer(paper.title_text))
    if len(named) != 1:
        return
    month, day = int(named[0]["month"]), int(named[0]["day"])
    for line in paper.body:
        first = next(find_days(line.text, year_of(paper)), None)
        if first is None:
            continue
        after = line.text[first.end : first.end + 40]
        happened = re.match(r"[^。；“]{0,40}?发生", after)
        if happened and (first.month, first.dom) != (month, day) and f"{month}月{day}日" not in line.text:
            found = f"标题是“{month}·{day}”，正文写{first.month}月{first.dom}日发生"
            yield Remark(line, found, "核对事故日期", quote=sentence(line.text, first.start, first.end))
        return  # only the first day of the text tells when it happened
