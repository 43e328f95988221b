"""How the elements of a paper are written: the forms that recognition and rules share."""

from __future__ import annotations

import re
from datetime import date

from tongzhi.standard.gbt9704 import DOCUMENT_KINDS

CHINESE_DIGITS = "〇○零一二三四五六七八九十"
BLANK = " \t\u3000\u00a0"

COPY_NO = re.compile(r"(?:N[oO]\.?\s*)?\d{1,8}")
SECRECY = re.compile(r"(?P<grade>绝\s*密|机\s*密|秘\s*密)(?P<star>\s*[★☆*＊]\s*)?(?P<term>.{0,8})")
URGENCY = re.compile(r"(?:特\s*急|加\s*急|特\s*提|平\s*急|紧\s*急|急\s*件)")
DOC_NO = re.compile(
    r"(?P<organ>[一-鿿（）()A-Za-z]{1,20}?)\s*(?P<open>[〔\[\(（【﹝［「<〈]?)\s*(?P<year>\d{2,4}|[" + CHINESE_DIGITS + r"]{2,4})\s*"
    r"(?P<close>[〕\]\)）】﹞］」>〉]?)\s*(?P<ordinal>第?)\s*(?P<number>\d{1,6})\s*(?P<end>号?)"
)  # fmt: skip
DOC_NO_OPEN = re.compile(
    r"[一-鿿（）()A-Za-z×]{0,20}\s*〔[\d\s×xXＸ]*〕\s*(?:第(?=[\s×xXＸ_＿]*号))?[\s×xXＸ_＿]*号(?P<signer>签发人.*)?"
)
"""A number that is still to be given."""
DOC_NO_HINT = re.compile(
    r"[\[【（(<〈]?(?:此处|请|点此)?(?:填写|输入|填|写)?(?:发文字号|发文号|文号)[\]】）)>〉]?号?"
)
"""Where a template says that the number goes."""
OTHER_FILE = re.compile(
    r"(?:标|价|购|商|判|选|响应|申报|申请|技术|商务|资格|预审|体系|程序|质量|证明|说明|评审|设计|管理|制度|标准|配置|学习|会议|考试|附件)文件$"
)
"""Files that are no organ's papers (招标文件, 报价文件, 会议文件), though their title ends as a mark does."""
ISSUE_NO = re.compile(
    r"[（(〔\[]?\s*(?:\d{4}\s*年\s*)?第?\s*[\d"
    + CHINESE_DIGITS
    + r"]+\s*[期次号]\s*[）)〕\]]?|〔\d{4}〕\s*\d+\s*号|第[\s×xXＸ_＿]*[期号]"
)
SIGNER = re.compile(r"签\s*发\s*人\s*(?P<colon>[：:]?)(?P<names>.*)")

DATE = re.compile(
    r"(?P<year>\d{2,4}|[〇○Ｏ零一二三四五六七八九]{4}|\d{1,3}[×xXＸ＊*_]{1,3}|[×xXＸ＊*_ \u3000]{0,8})\s*年\s*"
    r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九]|[×xX＊*_ \u3000]{0,4})\s*月\s*"
    r"(?P<day>\d{1,2}|[一二三]?十?[一二三四五六七八九]?|[×xX＊*_ \u3000]{0,4})\s*[日号]?"
)
SHORT_DATE = re.compile(
    r"(?P<year>\d{4})\s*(?P<mark>[-－./．／])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<day>\d{1,2})\s*日?"
)

ANNEX_LABEL = re.compile(
    r"(?:(?P<doc_no>\S*〔\d{4}〕\d+号)\s*)?附\s*[件表]\s*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,3})?\s*(?P<colon>[：:]?)"
)
ATTACHMENT_NOTE = re.compile(
    r"附\s*件\s*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?P<colon>[：:])\s*(?P<rest>.*)", re.DOTALL
)
NOTE_ITEM = re.compile(r"(?P<no>\d{1,2})\s*(?P<mark>[.．、])\s*(?P<name>.+)", re.DOTALL)

LEVELS = (
    re.compile(r"(?P<no>[一二三四五六七八九十]{1,4})\s*(?P<mark>[、，,.．])"),
    re.compile(r"[（(]\s*(?P<no>[一二三四五六七八九十]{1,4})\s*[）)](?P<mark>[、，,.．]?)"),
    re.compile(r"(?P<no>\d{1,3})(?P<mark>[.．、])(?!\d)"),
    re.compile(r"[（(]\s*(?P<no>\d{1,3})\s*[）)](?P<mark>[、，,.．]?)"),
)
"""一、 （一） 1. （1）, right or nearly so (7.3.3)."""

CC = re.compile(
    r"(?P<label>抄\s*送|分\s*送|主\s*送|抄\s*报|报|送|发)\s*(?P<colon>[：:])\s*(?P<names>.*)", re.DOTALL
)
PRINTED = re.compile(
    r"(?P<organ>.*?)\s*(?P<date>(?:\d{2,4}|[〇○零一二三四五六七八九]{4}|(?<!\S)|[×xX＊_]{1,4})\s*年[^年月]{1,6}月[^月日]{1,6}日)"
    r"\s*(?P<end>印\s*发|印\s*制|印)?"
)
ATTENDANCE = re.compile(
    r"(?P<label>出\s*席|列\s*席|请\s*假|缺\s*席|参\s*加|记\s*录|主\s*持|分\s*送|发\s*送)(?:人员|人|单位|领导)?\s*(?P<colon>[：:])"
)

ORGAN_END = re.compile(
    r"(?:政府|委员会|办公室|办公厅|办|局|委|厅|部|院|署|处|科|公司|集团|中心|总站|站|队|学校|学院|大学|医院|指挥部|领导小组|工会|协会|"
    r"检察院|法院|党组|党委|总工会|联合会|银行|分行|支队|大队|管委会|管理处|服务中心|社|厂|矿|所|组|联盟|妇联|联社|街道|镇|乡)"
    r"(?:[（(][^（）()]{1,30}[）)])?$"
)
RECIPIENT_WORD = re.compile(
    r"各|政府|委|局|办|部门|公司|单位|院|厅|中心|站|队|学校|企业|机关|集团|有关|乡|镇|街道|县|区|科室|处|组|党|会|所|部|室"
)
KIND_END = re.compile(
    "(?:"
    + "|".join(sorted(DOCUMENT_KINDS, key=len, reverse=True))
    + r"|方案|办法|规定|要点|计划|总结|细则|意见稿|制度|规则|清单|台账|预案|通则|讲话|提纲|议程|须知|责任书|公约|汇报|简报|规划|纲要|章程|条例|表|名单|一览|手册|主持词)"
    r"(?:[（(][^（）()]{1,16}[）)])?$"
)


def make_date(year: int, month: int, day: int) -> date | None:
    """Give the day, `None` when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plain(text: str) -> str:
    """Give text without any blanks, for comparing names and titles."""
    return "".join(text.split()).replace("\u3000", "")


def chinese_number(text: str) -> int | None:
    """Read 一 … 九十九; digits pass; `None` when it is no number."""
    if text.isdigit():
        return int(text)
    digits = {mark: value for value, mark in enumerate("零一二三四五六七八九")}
    if not text or any(mark not in digits and mark != "十" for mark in text):
        return None
    if "十" not in text:
        return digits[text] if len(text) == 1 else None
    tens, _, units = text.partition("十")
    if len(tens) > 1 or len(units) > 1:
        return None
    return (digits[tens] if tens else 1) * 10 + (digits[units] if units else 0)


def to_chinese(value: int) -> str:
    """Print 1 … 99 as 一 … 九十九."""
    tens, units = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "一二三四五六七八九"[tens - 1] + "十"
    return head + ("一二三四五六七八九"[units - 1] if units else "")


def level_of(text: str) -> int:
    """Give the level 1-4 that a paragraph's number claims, 0 for none."""
    for level, pattern in enumerate(LEVELS, start=1):
        if pattern.match(text):
            return level
    return 0
