"""What the judge of a sentence looks at: dense signs of grammar and genre, and the words themselves."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from tongzhi.extract.clauses import Clause
from tongzhi.extract.outline import Line
from tongzhi.zh.segment import Word

Features = dict[str, float]

_DEMANDS = ("ban", "must", "should", "ask", "plan")
_QUOTE = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]?")
_STATISTIC = re.compile(r"\d+(?:\.\d+)?\s*[%％]|\d[\d,.]*\s*(?:起|亿元|万元|万户|公里|人次|万人|万处|亿)|同比|环比|百分之")
_DATE_PAST = re.compile(r"(?:19|20)\d\d年|\d{1,2}月\d{1,2}日(?!前|以前|之前|起|至|到)|上周|上个?月|昨|前天|去年|前年")
_QUESTION = re.compile(r"[？?]|[吗呢][。，]?$|什么|为什么|怎么|哪[里个些]|是不是|有没有|能不能")
_SLOGAN = re.compile(r"([\u4e00-\u9fff]{2})(?:有责|负责|尽责)|越[\u4e00-\u9fff]{1,6}越|不是[^，]{1,12}[，]?(?:而是|是)|[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{4}")
_YOU = re.compile(r"你们?|您|大家|诸位")
_OUR = re.compile(r"我们|咱们")
_I = re.compile(r"我(?!们|国|省|市|县|区|镇|乡|公司|局|院|校|厂|矿)")
_THEY = re.compile(r"他们?|她们?|它们?")
_TALK = re.compile(r"[吗呢吧啊嘛呀哦嗯呃啦唉哎]|这个|那个|就是说|其实|我觉得|然后|对吧|比如说|可能|应该是")
_REPORT = re.compile(r"会议(?:要求|指出|强调|认为|决定|明确|部署|研究)|(?:他|她|书记|市长|县长|省长|总理|主任|局长|董事长|总经理|[\u4e00-\u9fff]{2,4})(?:要求|指出|强调)")
_SPEECH = re.compile(r"同志们|各级各部门|(?:^|[，。])[一二三四五六七八]是|我们要|必须|务必")


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
        "unmarked": 1.0 if marks < 0.4 else 0.0,
        "you": min(1.5, len(_YOU.findall(text)) / size),
        "i": min(1.5, len(_I.findall(text)) / size),
        "questions": min(1.5, text.count("？") / size * 2),
    }


def unit_features(
    line: Line, text: str, clauses: Sequence[Clause], words: Sequence[Word], genre: Features
) -> Features:
    """Give all features of a unit; `text` is its words in Simplified script."""
    found: Features = {}
    _form(found, line, text)
    _sentence(found, text)
    for index, clause in enumerate(clauses):
        _clause(found, clause, index, len(clauses))
    for name in list(found):
        if name.startswith("k:"):
            found[name] = math.log1p(found[name])
    _words(found, words)
    for name, value in genre.items():
        found[f"g:{name}"] = value
        for key in ("force", "act", "past", "ask", "should+act", "act+day", "I", "you", "our"):
            if found.get(key):
                found[f"g:{name}*{key}"] = value
    found["bias"] = 1.0
    return found


def _form(found: Features, line: Line, text: str) -> None:
    found["heading"] = float(line.heading)
    found[f"level{line.level}"] = 1.0
    size = len(text)
    for limit in (6, 12, 20, 40, 80, 140):
        if size <= limit:
            found[f"len<={limit}"] = 1.0
    found["opens"] = float(line.unit.opens_line)
    if line.level and size <= 20 and "，" not in text:
        found["title"] = 1.0
    if text.endswith(("！", "!")):
        found["end!"] = 1.0
    if text.endswith(("：", ":")):
        found["end:"] = 1.0
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
    ):
        hits = len(pattern.findall(text))
        if hits:
            found[name] = 1.0
            found[f"k:{name}"] = float(hits)


def _clause(found: Features, clause: Clause, index: int, count: int) -> None:
    def note(name: str) -> None:
        found[name] = 1.0
        found["k:" + name] = found.get("k:" + name, 0.0) + 1.0

    demand = clause.grade in _DEMANDS
    told = any(kind in clause.telling for kind in ("past", "fact", "report")) or "le" in clause.marks
    verbs = [
        name for name, hits in (("act", clause.acts), ("light", clause.lights), ("duty", clause.duties)) if hits
    ]
    things = [name for name, hits in (("obj", clause.objects), ("abs", clause.abstracts)) if hits]
    actor = "actor1" if clause.actor_first else "actor" if clause.actors else ""
    for verb in verbs:
        note(verb)
        for thing in things:
            note(f"{verb}+{thing}")
        if clause.grade:
            note(f"{clause.grade}+{verb}")
        if actor:
            note(f"{actor}+{verb}")
        for mark in clause.marks:
            note(f"{verb}+{mark}")
        if told and not demand:
            note(f"told+{verb}")
        if clause.bare:
            note(f"bare+{verb}")
    for thing in things:
        note(thing)
    if clause.grade:
        note(clause.grade)
        if demand:
            found["force"] = 1.0
        if not verbs:
            note(f"{clause.grade}+none")
    if actor:
        note(actor)
        if clause.grade:
            note(f"{actor}+{clause.grade}")
    for mark in clause.marks:
        note(mark)
        if actor:
            note(f"{actor}+{mark}")
    for kind in clause.telling:
        note(f"tell-{kind}")
    if told:
        note("told")
        if not demand:
            note("told-only")
    if clause.bare:
        note("bare")
    if demand and clause.acts and clause.objects:
        note("demand+act+obj")
    if clause.acts and not told and (demand or clause.bare or actor == "actor1") and (
        {"day", "count", "result"} & clause.marks
    ):
        note("act-fixed")
    if index == 0:
        for kind in clause.telling:
            found[f"first:tell-{kind}"] = 1.0
        if clause.grade:
            found[f"first:{clause.grade}"] = 1.0
        for verb in verbs:
            found[f"first:{verb}"] = 1.0
        if actor:
            found[f"first:{actor}"] = 1.0
        if clause.bare:
            found["first:bare"] = 1.0
    if index == count - 1:
        if clause.grade:
            found[f"last:{clause.grade}"] = 1.0
        for verb in verbs:
            found[f"last:{verb}"] = 1.0
        if told:
            found["last:told"] = 1.0


_KEEP = ("v", "n", "d", "a", "p", "r", "y", "u", "i", "l", "t", "j", "z", "c", "b", "f", "m")


def _words(found: Features, words: Sequence[Word]) -> None:
    previous = "<"
    for word in words:
        text = word.text
        if not text.strip() or word.tag[0] in "xw":
            previous = "|"
            continue
        if word.tag[0] in _KEEP and not text[0].isdigit():
            found["w:" + text] = 1.0
            if previous in "<|" and word.tag[0] in "vdpr":
                found["s:" + text] = 1.0
        found["t:" + word.tag[:2]] = 1.0
        previous = text


def context_features(scores: Sequence[tuple[float, float]], lines: Sequence[Line], index: int) -> Features:
    """Give what the neighbours' first judgement tells: (action, task) logits around a unit."""
    line = lines[index]
    found: Features = {"bias": 1.0}
    mean_a = sum(a for a, _ in scores) / len(scores)
    mean_t = sum(t for _, t in scores) / len(scores)
    found["self-a"], found["self-t"] = scores[index]
    found["mean-a"], found["mean-t"] = mean_a, mean_t
    for step in (-2, -1, 1, 2):
        other = index + step
        if 0 <= other < len(scores):
            found[f"a{step}"], found[f"t{step}"] = scores[other]
            if lines[other].paragraph == line.paragraph:
                found[f"same-a{step}"], found[f"same-t{step}"] = scores[other]
        else:
            found[f"none{step}"] = 1.0
    block = [scores[i] for i in range(len(lines)) if lines[i].section == line.section and abs(i - index) <= 12]
    found["block-a"] = sum(a for a, _ in block) / len(block)
    found["block-t"] = sum(t for _, t in block) / len(block)
    title = float(line.level > 0 and "，" not in line.words and len(line.words) <= 24)
    found["title"] = title
    following = scores[index + 1] if index + 1 < len(scores) else (0.0, 0.0)
    found["title*next-a"], found["title*next-t"] = title * following[0], title * following[1]
    found["place"] = index / len(scores)
    found["early"] = float(index < 4)
    found["late"] = float(index >= len(scores) - 3)
    return found
