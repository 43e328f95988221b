"""Whether a paper agrees with itself: whom it addresses, what it passes on, phones, who leads and who helps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.model.official import split_units

_PLACE = re.compile(
    r"(?P<name>[一-鿿]{2,6}?(?P<kind>县|区|市|镇|乡|街道))(?=人民政府|政府|党委|委员会|管委会|办事处|安委|安全生产委员会|$)"
)
_YOU = re.compile(r"(?<![给让与和为对])(?P<you>[你贵](?P<kind>县|区|市|镇|乡|街道))(?![域间块别场亲里城址])")


@rule("addressed-kind", clause="主送与正文", strength="推算", source=PRACTICE)
def addressed_kind(paper: Paper) -> Iterator[Remark]:
    """主送一个县（区、市、乡镇）的，正文“你县”与它相符。"""
    if paper.recipients is None:
        return
    units = split_units(paper.recipients.stripped.rstrip("：:"))
    places = [match for unit in units if (match := _PLACE.search(unit))]
    kinds = {match["kind"] for match in places}
    if len(units) != len(places) or len(kinds) != 1 or not places or "各" in paper.recipients.text:
        return
    kind = kinds.pop()
    for line in paper.running:
        for match in _YOU.finditer(line.text):
            if (
                match["kind"] != kind
                and not quoted(line.text, match.start())
                and not (kind == "区" and match["kind"] == "市")
            ):
                right = corrected(line.text, *match.span(), match["you"][0] + kind)
                yield Remark(
                    line,
                    f"主送“{places[0][0]}”，正文写“{match['you']}”",
                    right,
                    quote=sentence(line.text, *match.span()),
                )


@rule("other-place", clause="主送与正文", strength="一般", source=PRACTICE)
def other_place(paper: Paper) -> Iterator[Remark]:
    """主送一个县（区、市）的，标题里的县名与它相同。"""
    if paper.recipients is None or not paper.title:
        return
    units = split_units(paper.recipients.stripped.rstrip("：:"))
    place = _PLACE.search(units[0]) if len(units) == 1 else None
    if place is None or "各" in units[0]:
        return
    named = re.search(r"(?:关于)?(?:交办|对|致|给|通报)(?P<name>[一-鿿]{2,5}[县区市])", paper.title_text)
    if (
        named
        and named["name"] != place["name"]
        and not named["name"].endswith(place["name"])
        and not re.match(r"全|各|有", named["name"])
    ):
        yield Remark(
            paper.recipients,
            f"标题写“{named['name']}”，主送“{place['name']}”",
            "核对是发给哪一个县（市、区）",
        )


_PASSED = re.compile(r"(?:关于)?(?:印发|转发|批转|下发|修订)《(?P<name>[^》]{4,60})》")
_NOW = re.compile(r"现将《(?P<name>[^》]{4,60})》[^。]{0,12}(?:印发|转发|批转|下发)给?")


def _plain(name: str) -> str:
    return re.sub(r"[\s（）()“”]|试行|征求意见稿|〈|〉|\d{4}年", "", name)


@rule("passed-on-name", clause="标题与附文", strength="推算", source=PRACTICE)
def passed_on_name(paper: Paper) -> Iterator[Remark]:
    """印发、转发的文件，标题、正文和所附文件的名称一致。"""
    titled = _PASSED.search(paper.title_text)
    if titled is None:
        return
    for line in paper.body[:3]:
        said = _NOW.search(line.text)
        if said and _plain(said["name"]) != _plain(titled["name"]):
            yield Remark(
                line,
                f"标题是《{titled['name']}》，正文写《{said['name']}》",
                f"《{titled['name']}》",
                quote=sentence(line.text, *said.span()),
            )
    for annex in paper.annexes:
        name = annex.name
        if (
            annex.label is None
            and name
            and len(name) >= 6
            and _plain(name) != _plain(titled["name"])
            and 75 <= ratio(_plain(name), _plain(titled["name"])) < 100
            and not _plain(name).endswith(_plain(titled["name"]))
            and not _plain(titled["name"]).endswith(_plain(name))
        ):
            yield Remark(annex.title[0], f"标题印发《{titled['name']}》，所附的是“{name}”", titled["name"])


_VENUE = re.compile(r"(?:地点|地址|会场)[：:]?[^。；\n]*?(?P<name>[一-鿿]{2,3}(?:县|区))(?!域|间|块|长)")


@rule("place-of-another", clause="残留", strength="一般", source=PRACTICE)
def place_of_another(paper: Paper) -> Iterator[Remark]:
    """县（区）机关发的文，地点写在别的县（区），像是套用时没有改。"""
    organs = [line.stripped for line in paper.organs] or ([paper.mark_text] if paper.mark_text else [])
    own = {
        match[1] for organ in organs if (match := re.match(r"(?:.{2,4}[省市])?([一-鿿]{2,3}[县区])", organ))
    }
    if len(own) != 1:
        return
    lines = [line for line in paper.body if line.in_body]
    for position, line in enumerate(lines):
        text = line.text
        if position and re.search(r"(?:地点|地址)$", lines[position - 1].stripped):
            text = "地点：" + text
        found = _VENUE.search(text)
        if (
            found is not None
            and found["name"] not in own
            and not any(found["name"].endswith(one) for one in own)
        ):
            said = f"署名是{next(iter(own))}的机关，地点写“{found['name']}”"
            yield Remark(line, said, "核对地点", quote=line.text[:60])


_PHONE = re.compile(r"(?:电话|手机|联系方式|传真|Tel)[^\d。；\n]{0,6}(?P<number>\d[\d\-－— ]{5,18}\d)")


@rule("phone-digits", clause="电话", strength="一般", source=PRACTICE)
def phone_digits(paper: Paper) -> Iterator[Remark]:
    """电话号码的位数：手机 11 位，固定电话 7 或 8 位（区号另加 3 或 4 位）。"""
    for line in paper.shown:
        for match in _PHONE.finditer(line.text):
            number = match["number"]
            digits = re.sub(r"\D", "", number)
            if digits.startswith("1") and not digits.startswith(("10", "11", "12")):
                right = len(digits) == 11 or len(digits) == 22
            elif digits.startswith("0"):
                right = 11 <= len(digits) <= 16
            elif digits.startswith(("400", "800")):
                right = len(digits) == 10
            else:
                right = len(digits) in (3, 5, 7, 8, 14, 15, 16) or bool(re.search(r"[-－—]\d{1,5}$", number))
            if not right:
                yield Remark(
                    line,
                    f"“{number.strip()}”是 {len(digits)} 位，不像电话号码",
                    "核对号码",
                    quote=sentence(line.text, *match.span()),
                )


_LEADS = re.compile(
    r"牵头(?:单位|部门)[：:](?P<lead>[^；;。）)\n]{2,40})[；;，,]?\s*(?:配合|责任|参加|协办)(?:单位|部门)[：:](?P<help>[^；;。）)\n]{2,120})"
)


@rule("lead-and-help", clause="分工", strength="一般", source=PRACTICE)
def lead_and_help(paper: Paper) -> Iterator[Remark]:
    """同一项任务里，一个单位不同时是牵头单位和配合单位，也不写两次。"""
    for line in paper.running:
        for match in _LEADS.finditer(line.text):
            lead, help_ = split_units(match["lead"]), split_units(match["help"])
            both = [unit for unit in lead if unit in help_]
            twice = [unit for unit, count in Counter(help_).items() if count > 1]
            for unit in both:
                yield Remark(line, f"“{unit}”既牵头又配合", "留一处", quote=match[0][:60])
            for unit in twice:
                yield Remark(line, f"“{unit}”写了两次", "只写一次", quote=match[0][:60])


_NAMES = re.compile(
    r"(?:出席|参加|参会|列席|请假|缺席|成员|出席人员|参加人员)[：:](?P<names>[一-鿿、，,　 ]{6,400})"
)


@rule("name-twice", clause="人名", strength="一般", source=PRACTICE)
def name_twice(paper: Paper) -> Iterator[Remark]:
    """同一份名单里一个人名不出现两次。"""
    for line in paper.shown:
        for match in _NAMES.finditer(line.text):
            names = [re.sub(r"[\s　]", "", name) for name in re.split(r"[、，,]", match["names"])]
            for name, count in Counter(names).items():
                if count > 1 and 2 <= len(name) <= 4 and not name.endswith(("某", "局", "委", "办")):
                    yield Remark(
                        line, f"名单里“{name}”出现了 {count} 次", "核对是否重复", quote=match[0][:60]
                    )


_HOURS = re.compile(
    r"(?<!\d)(?P<h1>\d{1,2})[:：](?P<m1>\d{2})\s*(?:至|到|—|－|-|~|～)\s*(?P<next>次日|翌日|第二天)?\s*(?P<h2>\d{1,2})[:：](?P<m2>\d{2})"
)


@rule("hours-reversed", clause="时刻", strength="一般", source=PRACTICE)
def hours_reversed(paper: Paper) -> Iterator[Remark]:
    """起止钟点，止不早于起（夜班跨日的除外）。"""
    for line in paper.shown:
        for match in _HOURS.finditer(line.text):
            first, last = (int(match[f"h{n}"]) * 60 + int(match[f"m{n}"]) for n in (1, 2))
            night = int(match["h1"]) >= 16 and int(match["h2"]) <= 10
            if last < first and not match["next"] and not night and int(match["h1"]) < 24:
                yield Remark(
                    line, f"“{match[0]}”止早于起", "核对起止时间", quote=sentence(line.text, *match.span())
                )
