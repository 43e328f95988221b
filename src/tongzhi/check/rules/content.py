"""Dates, years and what title, head and text say of each other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import MINUTES, ORDER, TELEGRAM, Paper
from tongzhi.check.days import CLOCK, Mention, find_days, say, year_of
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import GBT9704, PRACTICE, REGULATION, Strength

_WEEK = "一二三四五六日"


@rule("weekday", clause="日期与星期", strength="规定", source=PRACTICE)
def weekday(paper: Paper) -> Iterator[Remark]:
    """日期与星期要对得上（年份能确定时）。"""
    year = year_of(paper)
    years = {int(stated) for line in paper.shown for stated in re.findall(r"(20\d\d)年", line.text)}
    years |= {year} if year else set()
    for line in paper.shown:
        text = line.text
        for mention in find_days(text, year):
            said = mention.weekday_number
            if said is None or mention.day is None or quoted(text, mention.start):
                continue
            day = mention.day if mention.year else _nearest_year(mention.day, paper.day)
            ahead = day != mention.day and _AHEAD.search(sentence(text, mention.start, mention.end))
            if day.weekday() != said and (ahead or not _fits_own_year(mention, said, years)):
                is_ = _WEEK[day.weekday()]
                right = mention.text.replace(mention.weekday, mention.weekday[:-1] + is_)
                yield Remark(
                    line,
                    f"{say(day)}是星期{is_}，写成“{mention.weekday}”",
                    corrected(text, mention.start, mention.end, right),
                    quote=sentence(text, mention.start, mention.end),
                )


def _fits_own_year(mention: Mention, said: int, years: Collection[int]) -> bool:
    """Tell whether a day without a year fits another year of the paper than that of the day before it.

    In 检查情况2027年1月5日前报……从12月10日（星期四）起 the second day is again of 2026, the year of the meeting.
    """
    if mention.year is not None:
        return False
    days = (patterns.make_date(year, mention.month, mention.dom) for year in years)
    return any(day is not None and day.weekday() == said for day in days)


_AHEAD = re.compile(r"放假|定于|请于|务于|拟于|将于|前(?:报|完成|反馈|送)|元旦|春节")
"""Words by which a day without a year lies ahead of the paper."""
LATE_MONTH, EARLY_MONTH = 10, 4
"""A paper issued from the one month on that names a day up to the other means the year after it, and the reverse."""


def _nearest_year(day: dt.date, issued: dt.date | None) -> dt.date:
    """Give a day without a stated year in the year it is meant (1月1日 in a paper of December is the next year's)."""
    if issued is None or day.year != issued.year or (day.month, day.day) == (2, 29):
        return day
    if issued.month >= LATE_MONTH and day.month <= EARLY_MONTH:
        return day.replace(year=day.year + 1)
    if issued.month <= EARLY_MONTH and day.month >= LATE_MONTH + 1:
        return day.replace(year=day.year - 1)
    return day


@rule("impossible-date", clause="日期", strength="规定", source=PRACTICE)
def impossible_date(paper: Paper) -> Iterator[Remark]:
    """没有的日子（2月30日、13月）。"""
    year = year_of(paper)
    for line in paper.shown:
        for mention in find_days(line.text, year):
            leap = patterns.make_date(2024, mention.month, mention.dom)
            if leap is None or (mention.year and mention.day is None):
                quote = sentence(line.text, mention.start, mention.end)
                yield Remark(line, f"没有“{mention.text}”这一天", "核对日期", quote=quote)
        for match in re.finditer(r"(?<!\d)(?:19|20)\d{2}年(?:1[3-9]|[2-9]\d|0{1,2})月", line.text):
            if not re.match(r"\s*\d{1,2}\s*日", line.text[match.end() :]):
                quote = sentence(line.text, *match.span())
                yield Remark(line, f"没有“{match[0]}”这个月", "核对日期", quote=quote)


@rule("clock", clause="时刻", strength="规定", source=PRACTICE)
def clock(paper: Paper) -> Iterator[Remark]:
    """上午、下午与 24 小时制不混用（“下午15:00”）。"""
    for line in paper.shown:
        text = line.text
        for match in re.finditer(r"(?<=日)\s*(?:2[5-9]|[3-9]\d)\s*[时点](?![间段长])", text):
            found = f"没有“{match[0].strip()}”这个时刻"
            yield Remark(line, found, "核对时刻", quote=sentence(text, *match.span()))
        for match in CLOCK.finditer(text):
            hour, part = int(match["hour"]), match["part"]
            late = part in ("下午", "傍晚", "晚上", "晚") and 13 <= hour <= 24
            early = part in ("凌晨", "早上", "早晨", "清晨", "上午") and 13 <= hour <= 24
            if not late and not early:
                if hour > 24:
                    yield Remark(
                        line, f"没有“{match[0]}”这个时刻", "核对时刻", quote=sentence(text, *match.span())
                    )
                continue
            right = f"{part}{hour - 12}{match['rest']}" if late else f"{hour}{match['rest']}"
            found = f"“{match[0]}”把{part}和 24 小时制混用"
            instead = corrected(text, match.start(), match.end(), right)
            strength: Strength = "规定" if paper.nature.is_official else "一般"
            yield Remark(line, found, instead, quote=sentence(text, *match.span()), strength=strength)


@rule("number-year", clause="7.2.5", strength="推算", source=GBT9704)
def number_year(paper: Paper) -> Iterator[Remark]:
    """发文字号的年份与成文日期一致。"""
    if paper.doc_no is None or paper.day is None:
        return
    match = patterns.DOC_NO.match(paper.doc_no.stripped)
    if match is None or not match["year"].isdigit() or len(match["year"]) != 4:
        return
    if int(match["year"]) != paper.day.year:
        found = f"发文字号是 {match['year']} 年，成文日期是 {paper.day.year} 年"
        yield Remark(paper.doc_no, found, f"〔{paper.day.year}〕，或改成文日期")


@rule("stale-year", clause="年份", strength="一般", source=PRACTICE)
def stale_year(paper: Paper) -> Iterator[Remark]:
    """像是去年留下的年份：要办的事定在成文日期之前的年份；同一届次、年度前后不一。"""
    if paper.day is None:
        return
    ahead = re.compile(r"定于|拟于|将于|截至|于此前|务必于|务于|请于|前(?:报送|完成|反馈|上报|报|将|返)")
    for line in paper.running:
        text = line.text
        for mention in find_days(text, paper.day.year):
            if mention.day is None or mention.year is None or mention.year >= paper.day.year:
                continue
            near = text[max(0, mention.start - 4) : mention.end + 8]
            if ahead.search(near) and not quoted(text, mention.start):
                right = mention.text.replace(str(mention.year), str(paper.day.year), 1)
                yield Remark(
                    line,
                    f"“{mention.text}”早于成文年份 {paper.day.year} 年，像是上一年留下的",
                    corrected(text, mention.start, mention.end, right),
                    quote=sentence(text, mention.start, mention.end),
                )


@rule("ordinal", clause="届次", strength="一般", source=PRACTICE)
def ordinal(paper: Paper) -> Iterator[Remark]:
    """标题与正文里同一会议的次数、年度要一致。"""
    pattern = re.compile(r"(?:(\d{4})年)?第([一二三四五六七八九十]+|\d+)(次|届)([一-鿿]{2,8}?会议)")
    said = pattern.search(paper.title_text)
    if said is None:
        return
    for line in paper.body:
        for found in pattern.finditer(line.text):
            if found[4] != said[4] or found[3] != said[3] or quoted(line.text, found.start()):
                continue
            differs = patterns.chinese_number(found[2]) != patterns.chinese_number(said[2])
            years = found[1] and said[1] and found[1] != said[1]
            past = re.search(r"上次|此前|去年|已经?召开|传达", line.text[: found.start()][-12:])
            if (differs or years) and not past:
                yield Remark(
                    line,
                    f"标题是“{said[0]}”，这里是“{found[0]}”",
                    corrected(line.text, found.start(), found.end(), said[0]),
                    quote=sentence(line.text, *found.span()),
                )


@rule("title-year", clause="年份", strength="一般", source=PRACTICE)
def title_year(paper: Paper) -> Iterator[Remark]:
    """标题写的年份早于成文年份，而文种是部署今后工作的，像是去年的旧题。"""
    if paper.day is None or not paper.title:
        return
    found = re.search(r"(20\d{2})年", re.sub(r"《[^》]*》", "", paper.title_text))
    if found is None or int(found[1]) >= paper.day.year:
        return
    title = paper.title_text
    future = re.search(r"召开|开展|做好|加强|工作方案|实施方案|工作要点|工作计划|安排", title)
    if future and not re.search(r"总结|情况|通报|考核|报告|结果|决算|表彰|评", title) and paper.day.month > 1:
        right = title.replace(found[1], str(paper.day.year), 1)
        yield Remark(paper.title[0], f"标题是 {found[1]} 年，成文日期是 {paper.day.year} 年", right)


_FILLER = re.compile(
    r"关于|召开|开展|进一步|加强|做好|切实|全面|深入|印发|转发|批转|组织|举办|认真|抓好|当前|近期|全国|全省|全市|全县|全区|全乡|全镇|"
    r"会议|工作|通知|通报|报告|请示|方案|紧急|有关|事项|情况|活动|专项|行动|实施|落实|推进|部署|强化|严格|安全|生产|管理|应对|防范|"
    r"岁末年初|今冬明春|元旦|春节|清明|五一|端午|中秋|国庆|节日|节后|节前|期间|汛期|冬季|春季|夏季|秋季|秋冬|年底|"
    r"上半年|下半年|季度|有序|各类|重点|领域|办公室|办公厅|人民|政府|委员会|应急|年度|情形|\d+年|第.{1,3}[次届]|电视|电话|视频|的|和|与|及|暨|等|在|对"
)


@rule("title-and-text", clause="第九条", strength="一般", source=REGULATION)
def title_and_text(paper: Paper) -> Iterator[Remark]:
    """标题说的事与正文说的事要是一回事（正文里完全找不到标题的事由时提醒）。"""
    if not paper.title or not paper.body:
        return
    matter = re.search(r"关于(.+)的", paper.title_text)
    text = "".join(line.text for line in paper.texts)
    if matter is None or len(text) < 60:
        return
    pieces = [piece for piece in _FILLER.split(re.sub(r"[《》“”（）]", "", matter[1])) if len(piece) >= 2]
    pairs = {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}
    marks = {mark for piece in pieces for mark in piece}
    other_words = sum(mark in text for mark in marks) * 2 >= len(
        marks
    )  # 强降雨 in the title, 暴雨、雨强 in the text
    if len(pairs) >= 2 and not other_words and not any(pair in text for pair in pairs):
        named = "、".join(pieces[:3])
        yield Remark(paper.title[0], f"标题说“{named}”，正文一处也没有提到", "核对标题与正文是否同一件事")


@rule("kind-and-text", clause="第八条", strength="一般", source=REGULATION)
def kind_and_text(paper: Paper) -> Iterator[Remark]:
    """标题的文种与正文用语一致（“现将……通报如下”“特此报告”）。"""
    kind = re.search(r"(通知|通报|报告|请示|函|批复|公告|通告|意见)$", paper.title_text)
    if kind is None:
        return
    said = re.compile(
        r"现将?[^。]{0,40}?(通知|通报|报告|请示|公告|通告|函告|批复)如下|^特此(通知|通报|报告|请示|函达|函告|批复|公告|通告)"
    )
    allowed = {"函": ("函告", "函达", "函"), "意见": ("通知",), "通报": ("通报",), "通知": ("通知",)}
    for line in paper.body:
        found = said.search(line.stripped)
        if found is None:
            continue
        word = found[1] or found[2]
        if word != kind[1] and word not in allowed.get(kind[1], ()):
            if kind[1] == "函" and word == "批复":
                continue
            yield Remark(
                line,
                f"标题是“{kind[1]}”，正文写“{found[0]}”",
                found[0].replace(word, kind[1]),
                quote=found[0],
            )


@rule("head-and-signature", clause="7.2.4", strength="推算", source=GBT9704)
def head_and_signature(paper: Paper) -> Iterator[Remark]:
    """发文机关标志与署名是同一机关（全称与规范化简称视为一致）。"""
    if not paper.mark or not paper.organs or paper.kind in (MINUTES, ORDER, TELEGRAM):
        return
    head = re.sub(r"(?:文件|函|（.*?）)$", "", paper.mark_text)
    organs = [patterns.plain(line.stripped) for line in paper.organs]
    if not head or any(_same_organ(head, organ) or organ in head for organ in organs):
        return
    if len(paper.organs) > 1:
        return
    found = f"红头是“{head}”，署名是“{organs[0]}”"
    yield Remark(paper.organs[0], found, f"署名写“{head}”，或改用署名机关的红头")


def _same_organ(one: str, other: str) -> bool:
    """Whether a short name can stand for a full one: its characters all come in the full one, in order."""
    short, full = sorted((_core(one), _core(other)), key=len)
    place = iter(full)
    return bool(short) and all(mark in place for mark in short)


def _core(name: str) -> str:
    return re.sub(r"中国共产党|中共|人民", "", name)


@rule("meeting-before-issue", clause="日期", strength="规定", source=PRACTICE)
def meeting_before_issue(paper: Paper) -> Iterator[Remark]:
    """会议通知的成文日期不晚于会议日期。"""
    if paper.day is None or not re.search(r"会.*通知", paper.title_text):
        return
    for line in paper.body:
        text = line.text
        if not re.search(
            r"会议时间|定于|兹定于|决定于|拟于|^[一二三四五六七八九十]、\s*时间|^时间", text.strip()
        ):
            continue
        mention = next(find_days(text, paper.day.year), None)
        if mention is None or mention.day is None or not _of_meeting(text, mention.start):
            continue
        if mention.day < paper.day and (mention.year is None or mention.year == paper.day.year):
            turn = mention.year is None and paper.day.month >= 11 and mention.month <= 2
            if not turn:
                found = f"会议定在 {say(mention.day)}，成文日期是 {say(paper.day)}"
                yield Remark(
                    line, found, "核对会议日期或成文日期", quote=sentence(text, mention.start, mention.end)
                )
        return


def _of_meeting(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    return not re.search(r"文件|精神|要求|根据|截至|以来|事故|发生", before)
