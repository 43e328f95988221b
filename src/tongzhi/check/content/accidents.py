"""What a paper says of one accident: its grade, its casualties, its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import yaml

from tongzhi.anatomy.paper import Paper
from tongzhi.check.days import find_days, year_of
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import running, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.resources import corpus_path

_DEATHS = re.compile(
    r"(?:造成|致使?|导致)[^。；\d]{0,12}(?P<dead>\d{1,3})人(?:死亡|遇难)(?:[、，,]?(?:另有)?(?P<hurt>\d{1,3})人(?:受|重|轻)?伤)?(?P<rest>[^。；]{0,60})"
)
_GRADE = re.compile(
    r"(?:属|系|是一起|构成|认定为|定性为)(?:一起)?(?:生产安全)?(?P<grade>特别重大|重大|较大|一般)(?:生产安全)?(?:责任)?事故"
)
_TOGETHER = re.compile(r"伤亡(?:人数)?(?:共计|合计|共|总计)(?P<all>\d{1,3})人")


@cache
def _grades() -> tuple[tuple[str, int], ...]:
    """Give (grade, deaths from which it holds), gravest first."""
    rows = yaml.safe_load(corpus_path("accident-grades.yaml").read_text(encoding="utf-8"))["等级"]
    return tuple((row["名称"].removesuffix("事故"), int(row["死亡起"])) for row in rows)


@rule("accident-grade", clause="事故等级", strength="一般", source="生产安全事故报告和调查处理条例第三条")
def accident_grade(paper: Paper) -> Iterator[Remark]:
    """写的事故等级不低于死亡人数所定的等级（伤亡共几人与死、伤人数相符）。"""
    order = [name for name, _ in _grades()]
    for line in running(paper):
        for match in _DEATHS.finditer(line.text):
            dead = int(match["dead"])
            quote = sentence(line.text, *match.span())
            least = next(name for name, limit in _grades() if dead >= limit)
            said = _GRADE.search(match["rest"])
            if said is not None and order.index(said["grade"]) > order.index(least):
                found = f"死亡{dead}人，写“{said['grade']}事故”"
                yield Remark(line, found, f"死亡{dead}人至少是{least}事故", quote=quote)
            together = _TOGETHER.search(match["rest"])
            if together is not None and match["hurt"] and int(together["all"]) != dead + int(match["hurt"]):
                found = f"死亡{dead}人、受伤{match['hurt']}人，合计写“{together['all']}人”"
                yield Remark(line, found, f"{dead + int(match['hurt'])}人", quote=quote)


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
