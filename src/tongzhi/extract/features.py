"""What the judge of a sentence looks at: dense signs of grammar and genre, and the words themselves."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from tongzhi.extract.clauses import Clause
from tongzhi.extract.outline import OutlineLine
from tongzhi.zh.segment import Word

Features = dict[str, float]

_DEMANDS = ("ban", "must", "should", "ask", "plan")
_QUOTE = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]?")
_STATISTIC = re.compile(
    r"\d+(?:\.\d+)?\s*[%％]|\d[\d,.]*\s*(?:起|亿元|万元|万户|公里|人次|万人|万处|亿)|同比|环比|百分之"
)
_DATE_PAST = re.compile(
    r"(?:19|20)\d\d年|\d{1,2}月\d{1,2}日(?!前|以前|之前|起|至|到)|上周|上个?月|昨|前天|去年|前年"
)
_QUESTION = re.compile(r"[？?]|[吗呢][。，]?$|什么|为什么|怎么|哪[里个些]|是不是|有没有|能不能")
_SLOGAN = re.compile(
    r"([^\W\x00-\xff]{2})(?:有责|负责|尽责)|越[^\W\x00-\xff]{1,6}越|不是[^。]{1,20}(?:而是|才是|，是)|没有[^。]{1,12}，(?:就|只)|[^\W\x00-\xff]{4}、[^\W\x00-\xff]{4}"
)
_YOU = re.compile(r"你们?|您|大家|诸位")
_OUR = re.compile(r"我们|咱们")
_I = re.compile(r"我(?!们|国|省|市|县|区|镇|乡|公司|局|院|校|厂|矿)")
_THEY = re.compile(r"他们?|她们?|它们?")
_TALK = re.compile(r"[吗呢吧啊嘛呀哦嗯呃啦唉哎]|这个|那个|就是说|其实|我觉得|然后|对吧|比如说|可能|应该是")
_REPORT = re.compile(
    r"会议(?:要求|指出|强调|认为|决定|明确|部署|研究)|(?:他|她|书记|市长|县长|省长|总理|主任|局长|董事长|总经理|[^\W\x00-\xff]{2,4})(?:要求|指出|强调)"
)
_RELAY = re.compile(
    r"(?:党中央|国务院|中央|省委|省政府|市委|总书记|[*]{2}书记|书记|省长|上级|批示|国务院安委会)[^。，]{0,24}(?:强调|指出|要求|批示|讲)"
)
_GOING = re.compile(r"正在|还在|仍在|尚在|目前在|在谋划|待研究|再研究|到时候再|另行")
_SUM = re.compile(
    r"\d[\d.]*(?:项|处|起|家|条|个|台|人|栋|户|%|％)|率\d|[一二三四五六七八九十百千万]{2,}(?:家|起|个|栋|条|台)"
)
_ADDRESS = re.compile(
    r"同志们|大家|各位|咱们|你们?|您|我(?!们|国|省|市|县|区|镇|乡|公司|集团|局|院|校|厂|矿)|[吗呢吧啊嘛哦嗯]"
)
_SPEECH = re.compile(r"同志们|各级各部门|(?:^|[，。])[一二三四五六七八]是|我们要|必须|务必")


_ADDRESSED = 0.25
"""Words to an audience per hundred characters; with fewer, 会议要求 gives the meeting's own order, not somebody else's."""


def count_genre(text: str) -> Features:
    """Give the signs of a text's genre: talk, report or manuscript; shares per hundred characters."""
    size = max(1, len(text)) / 100
    talk = len(_TALK.findall(text)) / size
    report = len(_REPORT.findall(text)) / size
    speech = len(_SPEECH.findall(text)) / size
    marks = len(re.findall(r"[。！？；]", text)) / size
    return {
        "talk": min(1.5, talk / 2),
        "report": min(1.5, report * 2),
        "speech": min(1.5, speech),
        "retold": float(report > 0 and len(_ADDRESS.findall(text)) / size < _ADDRESSED),
        "unmarked": 1.0 if marks < 0.4 else 0.0,
        "you": min(1.5, len(_YOU.findall(text)) / size),
        "i": min(1.5, len(_I.findall(text)) / size),
        "questions": min(1.5, text.count("？") / size * 2),
    }


def unit_features(line: OutlineLine, text: str, genre: Features) -> Features:
    """Give the signs of a whole unit; `text` is its words in Simplified script."""
    found: Features = {"bias": 1.0}
    _form(found, line, text)
    _sentence(found, text)
    for name, value in genre.items():
        found[f"g:{name}"] = value
        for key in ("ask", "I", "you", "our", "stat", "pastdate", "title", "heading"):
            if key in found:
                found[f"g:{name}*{key}"] = value
    return found


def clause_features(clauses: Sequence[Clause], words: Sequence[Word], genre: Features) -> list[Features]:
    """Give the signs of each clause of a unit; force and actor reach from one clause to the next."""
    found = []
    scope, owner = "", False
    retold = genre.get("retold", 0.0) > 0
    index = 0
    for place, clause in enumerate(clauses):
        row: Features = {}
        inside = []
        while index < len(words) and words[index].start < clause.end:
            if words[index].start >= clause.start:
                inside.append(words[index])
            index += 1
        _clause(row, clause, scope, owner=owner, retold=retold)
        _pairs(row, clause)
        _words(row, inside)
        if "count" in row and not {"demand", "day", "ba", "by"} & row.keys():
            row["only-counts"] = 1.0
        row["at:first" if place == 0 else "at:later"] = 1.0
        _talk(row, clause.text)
        if place == len(clauses) - 1:
            row["at:last"] = 1.0
        for name, value in genre.items():
            for key in ("demand", "act", "duty", "light", "told", "act+day", "actor1", "bare"):
                if key in row:
                    row[f"g:{name}*{key}"] = value
        if clause.grade in _DEMANDS:
            scope = clause.grade
        elif ("report" in clause.telling and not retold) or "past" in clause.telling:
            scope = "told"
        elif "report" in clause.telling:
            scope = "order"
        owner = owner or clause.actor_first
        found.append(row)
    return found


_ASKED = re.compile(r"[？?][”」』\"]?$")
_TOLD = re.compile(
    r"(?:刚才|刚刚|方才|昨天|昨日|昨晚|前天|前不久|去年|前年|上周|上个?月|上半年|今年以来|入[春夏秋冬汛]以来|近年来|近日|日前|截至目前|据统计)"
)


_VERB_FIRST = re.compile(
    r"(?:要|全面|切实|认真|严格|科学|精准|深入|积极|抓紧|加快|加大|加强|强化|完善|提高|提升|落实|做好|抓好|压实|压紧|突出|聚焦|坚持|推进|开展|组织|保障|全力|确保|建立|健全|防范|排查|整治|清理|健|把|进一步|扎实|大力|依法|狠抓|紧盯|守住|增强|统一|深化|优化|推动|持续|坚决|广泛|充分|严防|注重|着力|努力)"
)


def is_telling(line: OutlineLine, text: str, clauses: Sequence[Features]) -> bool:
    """Tell whether a unit plainly asks or tells: a question, a past day, a cry, and nowhere a demand or a day."""
    if line.quoted:
        return True
    if any("demand" in row or "day" in row for row in clauses):
        return False
    if _is_title(line, text, clauses):
        return True
    short = len(text.strip("。！，、 ")) <= 4 and not any("act" in row or "light" in row for row in clauses)
    return bool(short or _ASKED.search(text) or _TOLD.match(text) or (line.heading and line.level == 0))


_LONGEST_TITLE = 16


def _is_title(line: OutlineLine, text: str, clauses: Sequence[Features]) -> bool:
    """Tell a bare numbered title (（五）旅游和大型活动。) from an opener that demands (（五）紧盯大型活动。)."""
    return (
        line.level > 0
        and not line.item
        and len(text) <= _LONGEST_TITLE
        and not any(mark in text for mark in "，,要谁")
        and not any({"act", "light", "duty"} & row.keys() for row in clauses)
    )


_BANS = re.compile(r"严禁|禁止|不得|不准|不许")


def is_banning(clauses: Sequence[Clause]) -> bool:
    """Tell whether a clause plainly bans an act or a thing (严禁携带火种, 不得擅自复工), and not an attitude."""
    return any(
        clause.grade == "ban"
        and clause.force is not None
        and bool(_BANS.match(clause.force.word))
        and bool(clause.acts or clause.objects)
        and not (clause.abstracts or clause.telling)
        for clause in clauses
    )


def _form(found: Features, line: OutlineLine, text: str) -> None:
    if line.heading:
        found["heading"] = 1.0
    found[f"level{line.level}"] = 1.0
    for limit in (6, 12, 20, 40, 80, 140):
        if len(text) <= limit:
            found[f"len<={limit}"] = 1.0
    if line.unit.opens_line:
        found["opens"] = 1.0
    if line.level and not line.item and len(text) <= 20 and "，" not in text:
        found["title"] = 1.0
        found["title-verb" if _VERB_FIRST.match(text) else "title-noun"] = 1.0
    if line.heading and line.level:
        found[f"heading{line.level}"] = 1.0
        if re.search(r"[再更]", text):
            found["heading-again"] = 1.0
    if line.quoted:
        found["in-quote"] = 1.0
    for mark, name in (("！!", "end!"), ("：:", "end:"), ("？?", "end?")):
        if text.endswith(tuple(mark)):
            found[name] = 1.0
    if line.section:
        found["in-section"] = 1.0


def _sentence(found: Features, text: str) -> None:
    quoted = sum(len(part) for part in _QUOTE.findall(text))
    found["quoted"] = quoted / max(1, len(text))
    for name, pattern in (
        ("stat", _STATISTIC),
        ("pastdate", _DATE_PAST),
        ("ask", _QUESTION),
        ("slogan", _SLOGAN),
        ("you", _YOU),
        ("our", _OUR),
        ("I", _I),
        ("they", _THEY),
        ("reports", _REPORT),
        ("talk", _TALK),
        ("relay", _RELAY),
        ("going", _GOING),
        ("sums", _SUM),
    ):
        hits = len(pattern.findall(text))
        if hits:
            found[name] = 1.0
            if hits > 1:
                found[f"{name}2"] = 1.0


def _clause(row: Features, clause: Clause, scope: str, *, owner: bool, retold: bool) -> None:
    demand = clause.grade in _DEMANDS
    telling = {"order" if retold and kind == "report" else kind for kind in clause.telling}
    told = any(kind in telling for kind in ("past", "fact", "report")) or "le" in clause.marks
    verbs = [
        name
        for name, hits in (("act", clause.acts), ("light", clause.lights), ("duty", clause.duties))
        if hits
    ]
    things = [name for name, hits in (("obj", clause.objects), ("abs", clause.abstracts)) if hits]
    actor = "actor1" if clause.actor_first else "actor" if clause.actors else ""
    force = clause.grade or (f"scope-{scope}" if scope else "free")
    signs = {f"force:{force}", *verbs, *things, *clause.marks}
    if demand:
        signs.add("demand")
    if told:
        signs.add("told" if demand else "told-only")
    if clause.bare:
        signs.add("bare")
    if owner and not actor:
        signs.add("owner-before")
    if actor:
        signs |= {actor, f"{actor}+{force}", *(f"{actor}+{mark}" for mark in clause.marks)}
    for verb in verbs or ["none"]:
        signs.add(f"{verb}+{force}")
        signs |= {f"{verb}+{thing}" for thing in things}
        signs |= {f"{verb}+{mark}" for mark in clause.marks}
        if actor:
            signs.add(f"{actor}+{verb}")
        if told and not demand:
            signs.add(f"told+{verb}")
        if clause.bare:
            signs.add(f"bare+{verb}")
    signs |= {f"tell-{kind}" for kind in telling}
    if not verbs and not things:
        signs.add("empty")
    if "duty" in verbs and "act" not in verbs and "obj" not in things:
        signs.add("general")
    if len(clause.text) <= 4:
        signs.add("short4")
    elif len(clause.text) <= 8:
        signs.add("short8")
    elif len(clause.text) > 25:
        signs.add("long")
    for sign in signs:
        row[sign] = 1.0


_TALKED = (
    ("promise", re.compile(r"(?:我|我们|咱们|本[部局署会处组校院]|这边|那边)[^，。]{0,6}?(?:[会再来先]|去|回去|可以|负责|后续)(?!觉得|认为|发现|看到|有)")),
    ("request", re.compile(r"(?:请|麻烦|拜托|要麻烦|劳烦|可否|能否|能不能|可不可以|是不是可以)")),
    ("later", re.compile(r"会后|后续|之后|回去|回头|下次|下[个一]?(?:周|礼拜|星期|月)|明[天早晚]|后天|届时|到时|接下来|\d+[月日号]|[一二三四五六七八九十]+[月号]")),
    ("hedge", re.compile(r"可能|或许|也许|如果|假如|假设|万一|要是|是不是|好像|应该是|大概|说不定|不一定")),
    ("habit", re.compile(r"通常|一般|往往|基本上|平常|平时|每次都|都会|总是|一直")),
    ("inside", re.compile(r"今天(?:会议|的会)|(?:请|由)[^，。]{1,12}(?:报告|说明|发言|分享|补充|介绍|致词|致辞)|接着请|先请|下面请|第\d+页|简报|各位")),
    ("already", re.compile(r"已经|已[^，。]{0,4}(?:完|好|过|了)|刚刚|刚才|上次|之前|当时|原本|曾")),
)  # fmt: skip
"""How talk promises, asks, puts off, doubts; what is done in the meeting itself and what was done before."""


def _talk(row: Features, text: str) -> None:
    found = [name for name, pattern in _TALKED if pattern.search(text)]
    for name in found:
        row[f"talk:{name}"] = 1.0
        for other in found:
            if name < other:
                row[f"talk:{name}+{other}"] = 1.0
        for verb in ("act", "light", "demand"):
            if verb in row:
                row[f"talk:{name}+{verb}"] = 1.0


_KINDS = (("acts", "act"), ("lights", "light"), ("duties", "duty"), ("objects", "obj"), ("abstracts", "abs"))


def _pairs(row: Features, clause: Clause) -> None:
    """Verb and what follows it: act>obj, light>act, duty>abs; near ones tell more."""
    before: list[str] = []
    end = -99
    for hit in clause.hits:
        kinds = [short for name, short in _KINDS if name in hit.classes]
        if not kinds:
            continue
        for first in before:
            for second in kinds:
                row[f"{first}>{second}"] = 1.0
                if hit.start - end <= 1:
                    row[f"{first}>>{second}"] = 1.0
        before, end = kinds, hit.end
    if before:
        for kind in before:
            row[f"ends:{kind}"] = 1.0


_KEEP = ("v", "n", "d", "a", "p", "r", "y", "u", "i", "l", "t", "j", "z", "c", "b", "f", "m")


def _words(row: Features, words: Sequence[Word]) -> None:
    tags = []
    previous = ""
    for word in words:
        text = word.text
        if not text.strip() or word.tag[0] in "xw":
            continue
        if word.tag[0] in _KEEP and not text[0].isdigit():
            row["w:" + text] = 1.0
            if not previous and word.tag[0] in "vdpr":
                row["s:" + text] = 1.0
        tags.append(word.tag[0])
        previous = text
    for tag in set(tags):
        row["t:" + tag] = 1.0
    row["p:" + "".join(tags[:2])] = 1.0
    row["e:" + "".join(tags[-2:])] = 1.0


_REACH = 12
"""How many units around one count as its block."""
_SHORT, _NO_LONGER = 3.0, 0.01
"""A text of so many units more than one is short to a third; below a hundredth it counts as none."""


def context_rows(
    scores: Sequence[tuple[float, float]], lines: Sequence[OutlineLine], part: range | None = None
) -> list[Features]:
    """Give what the first judgements (action, task) of all units tell about the surroundings of each one in `part`."""
    size = max(1, len(scores))
    means = sum(a for a, _ in scores) / size, sum(t for _, t in scores) / size
    return [_context(scores, lines, index, means) for index in part or range(len(scores))]


def _context(
    scores: Sequence[tuple[float, float]],
    lines: Sequence[OutlineLine],
    index: int,
    means: tuple[float, float],
) -> Features:
    line = lines[index]
    found: Features = {"bias": 1.0, "mean-a": means[0], "mean-t": means[1]}
    found["self-a"], found["self-t"] = scores[index]
    for step in (-2, -1, 1, 2):
        other = index + step
        if 0 <= other < len(scores):
            found[f"a{step}"], found[f"t{step}"] = scores[other]
            if lines[other].paragraph == line.paragraph:
                found[f"same-a{step}"], found[f"same-t{step}"] = scores[other]
        else:
            found[f"none{step}"] = 1.0
    near = range(max(0, index - _REACH), min(len(scores), index + _REACH + 1))
    block = [scores[i] for i in near if lines[i].section == line.section]
    found["block-a"] = sum(a for a, _ in block) / len(block)
    found["block-t"] = sum(t for _, t in block) / len(block)
    title = float(line.level > 0 and not line.item and "，" not in line.words and len(line.words) <= 24)
    following = scores[index + 1] if index + 1 < len(scores) else (0.0, 0.0)
    short = math.exp(-(len(scores) - 1) / _SHORT)
    if short > _NO_LONGER:  # few sentences tell little of their surroundings: each must stand for itself
        found["short"] = short
        for key in ("self-a", "self-t", "mean-a", "mean-t"):
            found[f"short*{key}"] = short * found[key]
    found["title"] = title
    found["title*next-a"], found["title*next-t"] = title * following[0], title * following[1]
    found["place"] = index / len(scores)
    found["early"] = float(index < 4)
    found["late"] = float(index >= len(scores) - 3)
    return found
