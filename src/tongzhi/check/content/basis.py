"""The basis a paper names: laws, regulations and standards that are repealed, amended, or have no such article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.tables import read_rows
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number, to_chinese


@dataclass(frozen=True, slots=True)
class Law:
    """A law, regulation, rule or standard as `corpus/check/laws.tsv` knows it.

    Attributes:
        name: the full name, or the number of a standard.
        state: 有效, 修改, 废止 or 更名.
        since: the day from which the state holds.
        now: the name that stands in its place (废止, 更名), or what the amendment was (修改).
        articles: how many it has; 0 if not known.
        source: where that is laid down.
    """

    name: str
    state: str
    since: dt.date
    now: str
    articles: int
    source: str


@cache
def laws() -> dict[str, Law]:
    """Give the table by every name that a thing goes by."""
    found: dict[str, Law] = {}
    for row in read_rows("laws.tsv"):
        name, state, since, now, articles, also, source = row
        law = Law(name, state, dt.date.fromisoformat(since), now, int(articles or 0), source)
        for one in (name, *filter(None, also.split("|"))):
            found[one] = law
    return found


_NAMED = re.compile(
    r"《(?P<name>[^《》]{2,40}(?:《[^《》]{2,30}》[^《》]{0,20})?)》(?P<edition>[（(](?P<year>\d{4})(?:年?(?:版|修[正订改](?:本|版)?)|年)[）)])?(?P<rest>第[一二三四五六七八九十百千零〇两\d]{1,9}条)?"
)
_STANDARD = re.compile(r"(?<![A-Za-z])(?:GB|AQ)(?:\s*/\s*T)?\s*\d{3,5}(?:\.\d+)?\s*[-－—]\s*\d{4}")
_PAST = re.compile(
    r"原《?$|不再[^，。；]{0,6}《?$|停止(?:执行|使用)《?$|废止|已被|代替|取代|修订为|失效|旧版"
)


def _named(paper: Paper) -> Iterator[tuple[Paragraph, re.Match[str], Law]]:
    for line in paper.shown:
        for match in _NAMED.finditer(line.text):
            law = laws().get(match["name"].replace("(", "（").replace(")", "）"))
            if law is not None:
                yield line, match, law


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether the paper itself says that the thing is gone (原…, …已废止)."""
    return bool(
        _PAST.search(text[max(0, match.start() - 8) : match.start()] + "《")
        or _PAST.search(text[match.end() : match.end() + 10])
    )


@rule("repealed-basis", clause="依据", strength="推算", source=PRACTICE)
def repealed_basis(paper: Paper) -> Iterator[Remark]:
    """引用的法律、法规、规章、标准在成文时已经废止或改名（表在 corpus/check/laws.tsv；表外的不报）。"""
    day = paper.day or dt.date.max
    for line, match, law in _named(paper):
        if law.state in ("废止", "更名") and day >= law.since and not _is_told(line.text, match):
            found = f"《{match['name']}》自{law.since.year}年{law.since.month}月{law.since.day}日起{law.state}（{law.source}）"
            yield Remark(line, found, law.now, quote=sentence(line.text, *match.span()))
    for line in paper.shown:
        for match in _STANDARD.finditer(line.text):
            standard = laws().get(re.sub(r"\s", "", match[0]).replace("－", "-").replace("—", "-"))
            if standard is not None and day >= standard.since and not _is_told(line.text, match):
                found = f"{match[0]} 自{standard.since.year}年{standard.since.month}月{standard.since.day}日起由新版代替（{standard.source}）"
                yield Remark(line, found, standard.now, quote=sentence(line.text, *match.span()))


@rule("old-edition", clause="依据", strength="一般", source=PRACTICE)
def old_edition(paper: Paper) -> Iterator[Remark]:
    """引用了修改以前的版本（《安全生产法》（2014年修正））。"""
    for line, match, law in _named(paper):
        current = re.match(r"(\d{4})年", law.now)
        if (
            law.state == "修改"
            and match["year"]
            and current
            and int(match["year"]) < int(current[1])
            and (paper.day or dt.date.max) >= law.since
        ):
            found = f"《{match['name']}》引的是 {match['year']} 年的版本，{law.now}（{law.source}）"
            yield Remark(line, found, "改引现行版本，核对条文序号", quote=sentence(line.text, *match.span()))


@rule("no-such-article", clause="依据", strength="推算", source=PRACTICE)
def no_such_article(paper: Paper) -> Iterator[Remark]:
    """引用的条文序号超出该法的条数。"""
    for line, match, law in _named(paper):
        number = parse_number(match["rest"][1:-1]) if match["rest"] else None
        if law.articles and number is not None and number > law.articles:
            found = f"《{match['name']}》共 {law.articles} 条，没有{match['rest']}"
            yield Remark(
                line, found, f"核对条文序号（{law.source}）", quote=sentence(line.text, *match.span())
            )


_ORDER = re.compile(
    r"[（(](?:中华人民共和国)?(?P<organ>国务院|[一-鿿]{2,12}(?:部|总局|署|局|委员会|委))令第?(?P<number>\d{1,4}|[一二三四五六七八九十百零〇]{1,6})号"
)
_OF_ORDER = re.compile(
    r"^(?:原)?(?P<organ>[一-鿿]{2,14}?)令第(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,6})号$"
)


@rule("order-of-law", clause="依据", strength="一般", source=PRACTICE)
def order_of_law(paper: Paper) -> Iterator[Remark]:
    """法规、规章名称后面写的令号与表里的一致（表在 corpus/check/laws.tsv；机关不同的可能是另一次修改，不报）。"""
    for line, match, law in _named(paper):
        said = _ORDER.match(line.text, match.end())
        known = _OF_ORDER.match(law.source)
        if said is None or known is None or law.state in ("废止", "更名"):
            continue
        same_organ = said["organ"].endswith(known["organ"]) or known["organ"].endswith(said["organ"])
        if same_organ and parse_number(said["number"]) != parse_number(known["number"]):
            found = f"《{match['name']}》是{law.source}，写成“{said['organ']}令第{said['number']}号”"
            yield Remark(line, found, "核对令号和版本", quote=sentence(line.text, *match.span()))


@rule("article-form", clause="依据", strength="实务", source=PRACTICE)
def article_form(paper: Paper) -> Iterator[Remark]:
    """引用法律条文，条的序号用汉字（第三十六条）。"""
    for line in paper.shown:
        for match in re.finditer(r"[法例定]》第(\d{1,3})条", line.text):
            right = f"第{to_chinese(int(match[1]))}条"
            yield Remark(
                line, f"“第{match[1]}条”用了阿拉伯数字", right, quote=sentence(line.text, *match.span())
            )
