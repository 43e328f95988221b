"""Facts that several papers check: rest days, levels of government, grades of accidents, length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from tongzhi.model.base import Wrong
from tongzhi.model.types import OPEN_WORDS
from tongzhi.patterns import compile_later
from tongzhi.zh.typed import WEEKDAYS

RELIEF = "《整治形式主义为基层减负若干规定》（2024）"
"""The rules of 2024 that cut papers and meetings for the lower levels."""
ROUTING = "党政机关公文处理工作条例 第十六条"
MAX_CHARACTERS = 4000
"""Characters of a paper that deploys special work (规定 第二条)."""


def say_day(day: date) -> str:
    """Give a day as it is said without its year: 9月30日（星期三）."""
    return f"{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


def rest_day(day: date) -> str:
    """Give why `day` is no workday (星期六, 国庆节), empty when it is one."""
    from tongzhi.zh import calendar

    if calendar.is_workday(day):
        return ""
    return calendar.holiday_name(day) or f"星期{WEEKDAYS[day.weekday()]}"


def check_rest_day(field: str, label: str, value: Any) -> Iterator[Wrong]:
    """Say when a date falls on a rest day."""
    if not isinstance(value, date):
        return
    why = rest_day(value.date() if isinstance(value, datetime) else value)
    if why:
        yield Wrong(field, f"{label} {say_day(value)}是休息日（{why}）", "确需如此可不改")


def as_moment(value: Any, *, late: bool = True) -> datetime | None:
    """Give the moment of a date with or without a time; a date alone is its last or first minute."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time(23, 59) if late else time(0, 0))
    return None


_SHIFTS = ((time(8, 30), time(12, 0)), (time(14, 0), time(18, 0)))
"""Office hours that count as working hours."""


def working_hours(start: datetime, end: datetime, enough: float = 24.0) -> float:
    """Give the working hours between two moments; counting stops at `enough`."""
    from tongzhi.zh import calendar

    total, day = 0.0, start.date()
    while day <= end.date() and total < enough:
        if calendar.is_workday(day):
            for opens, closes in _SHIFTS:
                first = max(start, datetime.combine(day, opens))
                last = min(end, datetime.combine(day, closes))
                total += max(0.0, (last - first).total_seconds() / 3600)
        day += timedelta(days=1)
    return total


_COMMISSION = compile_later(
    r"安全生产委员会|安委会|安委办|领导小组|指挥部|专委会|专业委员会|联席会议|减灾委|协调小组"
)
_GOVERNMENT = compile_later(r"(?:人民)?政府(?:$|[（(、，])|党委$|(?:县|区|旗)委$|党工委$")
_LOWER = compile_later(r"县|区|旗|乡|镇|街道")
_OWN = compile_later(r"直属|组成部门|派出机构|各部门|各单位|办公室")
_DEPARTMENT = compile_later(r"(?:局|委员会|厅|支队|大队|委)$")


def is_commission(issuer: str) -> bool:
    """Tell whether an issuer is a coordinating body (议事协调机构) or its office."""
    return bool(_COMMISSION.search(issuer))


def is_department(issuer: str) -> bool:
    """Tell whether an issuer is a department, not a government, party committee or their general office."""
    return bool(_DEPARTMENT.search(issuer)) and not re.search(r"(?:市|县|区|州|省|旗|乡|镇|工|党)委$", issuer)


def is_office(issuer: str) -> bool:
    """Tell whether an issuer is an office (办公室) that needs somebody's authority."""
    return issuer.endswith(("办公室", "办公厅", "安委办", "政府办", "市委办", "县委办", "区委办"))


def lower_governments(units: Iterable[str]) -> list[str]:
    """Give the units that are party committees or governments of a lower level."""
    return [
        unit for unit in units
        if _GOVERNMENT.search(unit) and _LOWER.search(unit) and not _OWN.search(unit)
    ]  # fmt: skip


_MARKED = compile_later(r"^[\s　]*(?:\d{6}[\s　]+)?(绝密|机密|秘密)[\s　]*[★☆]")


def secrecy_mark(text: str) -> str:
    """Give the grade of a text headed 秘密★, 机密★ or 绝密★, else nothing."""
    if "密" not in text:
        return ""
    for line in text.lstrip("\ufeff").splitlines()[:20]:
        found = _MARKED.match(line)
        if found:
            return found[1]
    return ""


def duration_minutes(text: str) -> int | None:
    """Give the minutes of 半天, 一天, 2小时, 90分钟, 会期一天半; `None` when it cannot be read."""
    text = re.sub(r"^会期|[左右约大概　 ]", "", text)
    half_days = {
        "半天": 1,
        "一天": 2,
        "1天": 2,
        "一天半": 3,
        "1天半": 3,
        "两天": 4,
        "2天": 4,
        "三天": 6,
        "3天": 6,
    }
    if text in half_days:
        return half_days[text] * 240
    found = re.fullmatch(r"(?:(\d+(?:\.\d+)?|[一二两三四半])个?(半)?小时(半)?)?(?:(\d+)分钟?)?", text)
    if not text or found is None:
        return None
    hours = {"一": 1.0, "二": 2.0, "两": 2.0, "三": 3.0, "四": 4.0, "半": 0.5}
    whole = hours.get(found[1], 0.0) if found[1] in hours else float(found[1] or 0)
    return int((whole + (0.5 if found[2] or found[3] else 0)) * 60) + int(found[4] or 0)


GRADES = ("一般", "较大", "重大", "特别重大")


def accident_grade(deaths: int, injured: int = 0, loss: float = 0) -> str:
    """Give the provisional grade of an accident (生产安全事故报告和调查处理条例 第三条).

    Args:
        deaths: people dead (with the missing, for the second provisional grade).
        injured: people seriously injured, acute poisoning included.
        loss: direct loss in 万元.
    """
    rows = ((deaths, (3, 10, 30)), (injured, (10, 50, 100)), (loss, (1000, 5000, 10000)))
    return GRADES[max(sum(value >= limit for limit in limits) for value, limits in rows)]


_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def is_credit_code(code: str) -> bool:
    """Tell whether a 统一社会信用代码 has 18 characters and the right last one (GB 32100-2015)."""
    if len(code) != 18 or any(mark not in _CREDIT for mark in code):
        return False
    total = sum(_CREDIT.index(mark) * weight for mark, weight in zip(code, _WEIGHTS, strict=False))
    return _CREDIT[(31 - total % 31) % 31] == code[-1]


_REDACTED = compile_later(r"\*{2,}|＊{2,}|[X×ｘＸ]{2,}|×|某")
_COVERED = compile_later(r"\*{2,}|＊{2,}|[XＸ]{2,}|×+")
_LEFT_OVER = compile_later(r"\{\{|\{%|□|待补|【[^】]{0,20}】")


def is_redacted(text: str) -> bool:
    """Tell whether a text holds a redaction (**, XX, ×, 某), which stays as it is written."""
    return bool(_REDACTED.search(text))


def left_over(text: str) -> str:
    """Give the first mark in a text that must be gone before issue: {{, □, 待补, 【…】."""
    found = _LEFT_OVER.search(text)
    return found[0] if found else ""


def redaction(text: str) -> str:
    """Give the first redaction in a text that a reader must know of before issue: **, XX, ×."""
    found = _COVERED.search(text)
    return found[0] if found else ""


@cache
def _unsettled() -> re.Pattern[str]:
    return re.compile("|".join((*OPEN_WORDS, _LEFT_OVER.pattern, _COVERED.pattern)))


def may_be_unsettled(texts: str) -> bool:
    """Tell whether any of many texts, joined, holds an open value, a mark left over or a redaction.

    It is made of the very patterns that are asked for each text, so that it never says no where one of them says yes.
    """
    return _unsettled().search(texts) is not None


_FREQUENT = compile_later(
    r"日报告|日报制|每日(?:报|上报)|每天(?:报|上报)|每周.{0,6}报(?![名警考销])|(?<![《一-鿿])周报|一日一报|一周一报"
    r"|(?<!\d)(?<!\d\s)(?<![民济明放治制人年方汉京州海江])日报(?=$|[告制表单送，。、；”及和])"
)
_REPORT_BACK = compile_later(r"贯彻落实情况.{0,20}(?:报|送)|报送?.{0,12}贯彻落实情况")


def frequent_report(text: str) -> str:
    """Give the words that demand a daily or weekly report, else nothing."""
    found = _FREQUENT.search(text)
    return found[0] if found else ""


def report_back(text: str) -> str:
    """Give the words that demand a report on 贯彻落实情况, else nothing."""
    found = _REPORT_BACK.search(text)
    return found[0] if found else ""


def compact(text: str) -> str:
    """Give a text for comparison: without blanks and closing marks."""
    return re.sub(r"[\s　，。；：、,.;:]", "", text)


FIELDS = (
    "危险化学品", "烟花爆竹", "民用爆炸物品", "矿山", "煤矿", "非煤矿山", "尾矿库", "道路交通", "道路运输", "水上交通", "渔船",
    "铁路", "民航", "铁路民航", "邮政", "消防", "森林防火", "森林草原防火", "建筑施工", "房屋使用", "自建房", "城镇燃气", "燃气",
    "特种设备", "旅游", "文旅", "大型活动", "食品安全", "药品", "疫情防控", "公共卫生", "校园", "工贸", "电力", "能源", "农业机械",
    "农机", "水利", "防汛", "防汛抗旱", "地质灾害", "自然灾害", "城市运行", "民政", "医疗", "宗教", "体育", "商贸", "园区",
    "职业健康", "值班应急", "宣传舆情", "督查问责", "其他",
)  # fmt: skip
"""The fields of work safety, with the finer and the older names that lists use."""
