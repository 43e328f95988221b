"""One thing under two spellings in one paper: people, firms, meeting rooms, titles of papers and laws."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.basis import laws
from tongzhi.check.content.homophones import corpus_words
from tongzhi.check.content.people import near_names
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.people import has_surname

_FIRM = re.compile(
    r"(?=(?P<name>[一-鿿]{2,6}(?:有限公司|有限责任公司|集团|煤矿|铁矿|矿业|建材厂|化工厂|纸厂|机械厂|家具厂|鞋厂|厂|加油站|养老院|幼儿园|项目部|水库|大桥|酒店|宾馆|商场|大厦|小区)))"
)
_APART = frozenset(
    "东西南北中上下左右前后内外新老大小一二三四五六七八九十甲乙丙丁高低公私男女总分省市县区镇乡村"
)
"""Characters by which two names of one kind differ of right (东湖小区, 西湖小区)."""


LEAST_TITLE = 8
"""Characters of a title from which one wrong character is told."""
LEAST_USES = 2
"""Uses of one spelling beside which a single other one is a slip."""
LONG_NAME = 4
"""Characters of a name proper from which even one use of each spelling is told, outside of tables."""


def _one_wrong(one: str, other: str) -> int | None:
    """Give where two names of one length differ in one character only."""
    if len(one) != len(other):
        return None
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return wrong[0] if len(wrong) == 1 else None


@rule("firm-spelled-twice", clause="人名与单位名", strength="一般", source=PRACTICE)
def firm_spelled_twice(paper: Paper) -> Iterator[Remark]:
    """同一家单位、同一处地点的名字前后一致（只差一个字的两种写法；同一句里并列的两家不报）。"""
    places: dict[str, list[tuple[Paragraph, int]]] = {}
    for line in paper.shown:
        for match in _FIRM.finditer(line.text):
            places.setdefault(match["name"], []).append((line, match.start()))
    counts = Counter({name: len(where) for name, where in places.items()})
    told: set[int] = set()
    for name, count in sorted(counts.items(), key=lambda item: (item[1], -len(item[0]))):
        for other in counts:
            at = _one_wrong(name, other)
            if at is None or count != 1 or at >= len(name) - 1:
                continue
            line, start = places[name][0]
            alone = counts[other] < LEAST_USES and (line.table is not None or _proper(name) < LONG_NAME)
            first = places[other][0][0]
            if (
                alone
                or id(line) in told
                or id(first) in told
                or not _is_slip(name, other, at, sentence(line.text, start, start))
            ):
                continue
            told.add(id(line))
            right = corrected(line.text, start, start + len(name), other)
            found = f"这里是“{name}”，别处写“{other}”"
            yield Remark(line, found, right, quote=sentence(line.text, start, start + len(name)))


def _proper(name: str) -> int:
    """Give how long the name is without what tells its kind."""
    return len(re.sub(r"(?:有限|责任|公司|集团|厂|站|院|园|部|库|桥|店|馆|场|厦|区|矿|业)+$", "", name))


def _is_slip(name: str, other: str, at: int, text: str) -> bool:
    """Whether one spelling is likely a slip for the other: the name proper is long enough, and both are not listed together."""
    if _proper(name) < LONG_NAME - 1 or at >= _proper(name) or at == 0:
        return False
    return not ({name[at], other[at]} <= _APART or other in text)


_NAMED = re.compile(
    r"(?:联系人|主持人?|记录人?|出席|参加|列席|请假|组长|副组长|成员|签发人?|局长|县长|市长|区长|镇长|乡长|主任|书记)[：:]?(?P<names>[一-鿿]{3}(?:、[一-鿿]{3})*)(?![一-鿿])"
)


@rule("person-spelled-twice", clause="人名与单位名", strength="一般", source=PRACTICE)
def person_spelled_twice(paper: Paper) -> Iterator[Remark]:
    """同一个人的名字前后一致（姓同、音同而字不同的三字名）。"""
    names = {
        name
        for line in paper.shown
        for match in _NAMED.finditer(line.text)
        for name in match["names"].split("、")
        if has_surname(name)
    }
    for line in paper.shown:
        for at, written, name in near_names(line.text, names):
            if written in names and written < name:
                continue  # both stand behind a label: told once
            right = corrected(line.text, at, at + len(written), name)
            found = f"“{written}”与别处的“{name}”同音，字不同"
            yield Remark(line, found, right, quote=sentence(line.text, at, at + len(written)))


_ROOM = re.compile(r"(?P<name>[一-鿿\d]{2,16}(?:会议室|会议厅|礼堂|报告厅|多功能厅|指挥大厅))")
_LABEL = re.compile(r"^.*?(?:地点|在|于|到|至|设)[：:]?")


@rule("place-spelled-twice", clause="时间地点", strength="一般", source=PRACTICE)
def place_spelled_twice(paper: Paper) -> Iterator[Remark]:
    """会场的名字前后一致（“市行政中心第二会议室”“市政务中心第二会议室”）。"""
    seen: list[str] = []
    for line in paper.shown:
        for match in _ROOM.finditer(line.text):
            name = _LABEL.sub("", match["name"])
            if len(name) < 6:
                continue
            near = next(
                (one for one in seen if one[-5:] == name[-5:] and 0 < Levenshtein.distance(one, name) <= 2),
                None,
            )
            if near is not None and not (near.endswith(name) or name.endswith(near)):
                found = f"这里是“{name}”，前面写“{near}”"
                yield Remark(line, found, "核对会场", quote=sentence(line.text, *match.span()))
            seen.append(name)


_TITLE = re.compile(r"《(?P<name>[^《》]{8,60})》")
_DIFFERS = re.compile(
    r"[\d〔〕一二三四五六七八九十上下东南西北]|征求|试行|暂行|送审|草案|修订|实施|省|市|县|区"
)
"""What two titles differ by of right: years, numbers, 征求意见稿, places."""


@rule("title-spelled-twice", clause="依据", strength="一般", source=PRACTICE)
def title_spelled_twice(paper: Paper) -> Iterator[Remark]:
    """同一文件的名称前后一致；引用的法律、法规名称与表里的一致（只差一两个字的提醒）。"""
    known = [
        name
        for name in {**laws(), **dict.fromkeys(corpus_words("law-names.txt"))}
        if len(name) >= LEAST_TITLE and "-" not in name
    ]
    titles: list[str] = []
    passed = [titled] if (titled := _passed_on(paper)) else []
    for line in paper.shown:
        for match in _TITLE.finditer(line.text):
            name = re.sub(r"\s", "", match["name"])
            if name in laws() or name in known:
                continue
            if (real := _real_law(name)) and not quoted_draft(line.text, match.end()):
                found = f"没有《{name}》，像是《{real}》"
                yield Remark(line, found, f"《{real}》", quote=sentence(line.text, *match.span()))
                continue
            if (
                near := _near_title(name, known)
                or _near_title(name, titles)
                or _near_title(name, passed, far=2)
            ):
                found = f"“《{name}》”与“《{near}》”只差一两个字"
                yield Remark(line, found, f"《{near}》", quote=sentence(line.text, *match.span()))
            elif name not in titles:
                titles.append(name)


_LAW = re.compile(r"中华人民共和国(?P<core>[一-鿿]{2,14})法")
MOST_ADDED = 2
"""Characters that the name of a law may have too many or too few."""


def quoted_draft(text: str, end: int) -> bool:
    """Whether the title is of a law that is only being drafted (《……法》（草案）)."""
    return bool(re.match(r"[（(]?(?:草案|征求意见|修订草案|送审)", text[end:]))


def _real_law(name: str) -> str:
    """Give the national law that an unknown 《中华人民共和国……法》 is likely meant for: the same with a word too many or too few."""
    said = _LAW.fullmatch(name)
    if said is None:
        return ""
    core = said["core"]
    for law in corpus_words("law-names.txt"):
        known = _LAW.fullmatch(law)
        if known is None or law == name:
            continue
        short, long = sorted((core, known["core"]), key=len)
        added = len(long) - len(short)
        if 0 < added <= MOST_ADDED and len(short) >= MOST_ADDED and _is_within(short, long):
            return law
        if not added and len(core) > 3 and sum(a != b for a, b in zip(core, known["core"], strict=True)) == 1:
            return law
    return ""


def _is_within(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _passed_on(paper: Paper) -> str:
    """Give the title of what a notice passes on without 《》 (转发省应急厅关于……的通知)."""
    passed = re.match(
        r"(?:.{0,24}?关于)?(?:转发|批转)(?P<name>[^《》]{8,60}的(?:通知|意见|通报|函|决定))(?:的通知)?$",
        paper.title_text,
    )
    return passed["name"] if passed else ""


def _near_title(name: str, titles: Iterable[str], far: int = 1) -> str:
    """Give the title that a name differs from by a character or two of no meaning of their own."""
    for title in titles:
        if title == name or abs(len(title) - len(name)) > 1:
            continue
        if Levenshtein.distance(title, name) > far:
            continue
        edits = Levenshtein.editops(title, name)
        changed = "".join(
            (title[e.src_pos : e.src_pos + 1] if e.tag != "insert" else "")
            + (name[e.dest_pos : e.dest_pos + 1] if e.tag != "delete" else "")
            for e in edits
        )
        if not _DIFFERS.search(changed):
            return title
    return ""
