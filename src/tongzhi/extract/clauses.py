"""The grammar of a clause: its force, its acts and objects, who is named, whether it tells or demands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tongzhi.extract.lexicon import Hit, grammar

_CUT = re.compile(r"[，,。；;：:！!？?\n\r]|…+|——|\s{1,}(?=[^\W\x00-\xff])")
_RESULT = re.compile(
    r"[^\W\x00-\xff](?:到位|完毕|完成|完(?![成善全整工])|清楚|上来|下来|下去|出来|起来|回去|回来|过来|出去|进去|上去|掉|齐(?!抓)|一遍|一次|一轮|一趟|一下|到户|到人|到岗|上墙|干净|走)"
)
_BA = re.compile(r"(?:把|将)(?=[^，。]{2,40}?[^\W\x00-\xff])")
_BY = re.compile(r"由(?=[\u4e00-\u9fff*]{2,20})(?!于|此|衷|上而下|下而上)")
_DAY = re.compile(
    r"(?:[\d一二三四五六七八九十两]+\s*(?:月|日|号|点|时|分|天|小时|个小时|分钟|周|个月|个工作日|个星期|年|季度)[^，。；]{0,6}?(?:之前|以前|之内|以内|前|内|底|起|之后|以后))"
    r"|今天|今晚|今夜|连夜|明天|明早|明晚|后天|本周|这周|下周|这个星期|下个星期|下星期|这个月|下个月|月底|月末|年底|年内|季度末|节前|节后|汛前|入汛前|会后|散会后|下班前|即日起|从现在起|当天|当日|当场|第一时间|立即|马上|立刻|即刻"
    r"|每(?:天|日|周|月|季度|年|半年|半个?月|学期|班|晚|餐|个?(?:月|星期|礼拜|小时))|按月|按季|逐日|定期|限期|限时"
)
_VAGUE = re.compile(r"抓紧|迅速|尽快|及时|尽早|早日|从速|火速|实时|随时")
_COUNT = re.compile(
    r"(?:\d[\d.,]*|[一二三四五六七八九十百千两几]+)(?:家|座|处|个|名|人|所|台|辆|艘|栋|户|条|项|套|份|支|组|公里|万元|元|亿元|%|％|吨|张|块|次|遍|轮|批|把|件|本|部|封|眼|口|只|间|层|起)"
)
_PAST = re.compile(r"(?:了(?!解|如指掌|断|却|结|不|得))")
_CONDITION = re.compile(
    r"^(?:一旦|凡是?|如果?|若|对于?|针对|按照|根据|围绕|结合|遇有?|发现|发生|出现|接到|在)"
)
_HEAD_SKIP = re.compile(
    r"^(?:同时|另外|此外|还有|而且|并且|并|且|也|还|再|就|都|又|那么?|所以|因此|为此|对此|然后|接着|下一步|今后|以后|往后|当前|目前|近期|现在|特别是|尤其是|具体来说|总之|同志们)+[，,、]?"
)


@dataclass(slots=True)
class Clause:
    """What a clause says, before anyone judges it."""

    start: int
    end: int
    text: str
    hits: list[Hit] = field(default_factory=list)
    grade: str = ""
    force: Hit | None = None
    acts: list[Hit] = field(default_factory=list)
    lights: list[Hit] = field(default_factory=list)
    duties: list[Hit] = field(default_factory=list)
    objects: list[Hit] = field(default_factory=list)
    abstracts: list[Hit] = field(default_factory=list)
    actors: list[Hit] = field(default_factory=list)
    telling: dict[str, Hit] = field(default_factory=dict)
    actor_first: bool = False
    bare: bool = False
    """Begins with its verb: an imperative, or the rest of a list of predicates."""
    marks: frozenset[str] = frozenset()


_RANK = {"ban": 6, "must": 5, "should": 4, "ask": 3, "plan": 2, "soft": 1}
_VERBAL = ("acts", "lights", "duties")


def read_clauses(text: str, start: int = 0) -> list[Clause]:
    """Cut a sentence into clauses and read each; offsets begin at `start`."""
    found = []
    position = 0
    for match in [*_CUT.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[position:end]
        if part.strip():
            found.append(_read_clause(part, start + position))
        position = match.end() if match else end
    return found


def _read_clause(text: str, start: int) -> Clause:
    clause = Clause(start, start + len(text), text)
    for hit in grammar().find(text):
        clause.hits.append(hit)
        for name in sorted(hit.classes):
            if name in _RANK:
                if _RANK[name] > _RANK.get(clause.grade, 0):
                    clause.grade, clause.force = name, hit
            elif name.startswith("tell-"):
                clause.telling.setdefault(name[5:], hit)
            elif name != "none":
                getattr(clause, name).append(hit)
    body = _HEAD_SKIP.sub("", text)
    offset = len(text) - len(body)
    first = next((hit for hit in clause.hits if hit.start >= offset), None)
    if first is not None and first.start == offset:
        clause.actor_first = "actors" in first.classes
        clause.bare = any(name in first.classes for name in _VERBAL) and not clause.actor_first
    clause.marks = frozenset(_read_marks(text))
    return clause


def _read_marks(text: str) -> list[str]:
    patterns = (
        ("result", _RESULT),
        ("ba", _BA),
        ("by", _BY),
        ("day", _DAY),
        ("vague", _VAGUE),
        ("count", _COUNT),
        ("le", _PAST),
        ("condition", _CONDITION),
    )
    return [name for name, pattern in patterns if pattern.search(text)]
