"""The elements common to all official papers (GB/T 9704-2012; 党政机关公文处理工作条例 第九条)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Day, Text, Texts, Yes

Carrier = Literal["红头文件", "信函", "电报"]
Urgency = Literal["特急", "加急", "特提", "平急"]
Secrecy = Literal["内部", "秘密", "机密", "绝密"]
Publicity = Literal["主动公开", "依申请公开", "不予公开"]


class Source(Part):
    """Where a row stands in the speech: code points in the decoded text."""

    start: Count = labelled("起", example=120)
    end: Count = labelled("止", example=156)
    text: Text = labelled("原文", default="", example="各县区要在月底前完成排查。")
    file: Text = labelled("文件", default="")


class Grounded(Part):
    """A row that may come from a speech; one without sources was typed by hand."""

    task_id: Text = labelled("任务编号", default="", note="任务清单里的编号，来回编辑时靠它对应")
    sources: Annotated[list[Source], AsList] = labelled(
        "来源", factory=list, note="讲话里的出处，手工填写的不用管"
    )


class Attachment(Part):
    """One attachment: its number and its title, exactly as on the attachment itself."""

    no: Count | None = labelled("序号", default=None, example=1)
    title: Text = labelled("名称", example="参会回执")


class DraftingSheet(Part):
    """发文稿纸: an own page that stays in the office."""

    drafter: Text = labelled("拟稿", default="", example="李某")
    reviewer: Text = labelled("核稿", default="", example="王某")
    countersigned: Text = labelled("会签", default="")
    signed_by: Text = labelled("签发", default="")
    copies: Count | None = labelled("份数", default=None, example=40)
    publicity: Publicity | None = labelled("公开属性", default=None)


class Telegram(Part):
    """The head of a telegram (电报)."""

    to: Text = labelled("发往", default="", example="各县（市、区）人民政府")
    stamped_by: Text = labelled("签批盖章", default="", example="张某")
    grade: Urgency | None = labelled("等级", default=None, example="加急")
    number: Text = labelled("编号", default="", example="江政明电〔2026〕5号")


class Contact(Part):
    """A person to call."""

    name: Text = labelled("姓名", also=("联系人",), example="陈某")
    title: Text = labelled("职务", default="")
    phone: Text = labelled("电话", also=("联系电话", "手机"), example="0971-8230001")

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """Landline 0区号-7/8位 with an optional extension, or an 11-digit mobile number."""
        if not is_phone(self.phone):
            yield Wrong(
                "phone", f"电话“{self.phone}”不像座机或手机号", "核对号码，如 0971-8230001 或 13800000000"
            )


_PHONE = re.compile(r"(?:(?:0\d{2,3}[-－— ]?)?\d{7,8}(?:\s*[转\-－]\s*\d{1,6})?|1[3-9]\d{9})")


def is_phone(text: str) -> bool:
    """Tell whether the text is one phone number, or several joined by 、 or blanks; × and * pass."""
    if re.search(r"[×*＊xX]", text):
        return True
    return all(_PHONE.fullmatch(part.strip()) for part in re.split(r"[、，,/;；]", text) if part.strip())


_DOC_NO = re.compile(r"[一-鿿（）()]{2,12}[〔](?P<year>\d{4})[〕](?P<number>[1-9]\d*)号")


class Official(Document):
    """A paper with head, addressee, signature and imprint."""

    copy_no: Text = labelled("份号", default="", note="需要时写 6 位数字", example="000001")
    secrecy: Secrecy | None = labelled("密级", default=None, note="秘密及以上不得在未经批准的机器上制作")
    secrecy_term: Text = labelled("保密期限", default="", example="1年")
    urgency: Urgency | None = labelled(
        "紧急程度", default=None, note="特急 或 加急；电报可为 特提 特急 加急 平急", example="加急"
    )
    carrier: Carrier = labelled(
        "公文载体", default="红头文件", note="红头文件、信函 或 电报", example="红头文件"
    )
    publicity: Publicity | None = labelled("公开属性", default=None, note="主动公开、依申请公开 或 不予公开")
    issuer: Text = labelled("发文机关", also=("发文单位", "制发机关"), example="临江市安全生产委员会办公室")
    joint_issuers: Texts = labelled(
        "联合发文机关", factory=list, note="联合行文时写其他机关，主办机关写在发文机关"
    )
    mark: Text = labelled("发文机关标志", default="", note="不写则为发文机关加“文件”")
    doc_no: Text = labelled(
        "发文字号", default="", also=("文号",), note="签发前可空", example="临安办发〔2026〕12号"
    )
    signers: Texts = labelled("签发人", factory=list, note="上行文必填")
    title: Text = labelled("标题", example="关于召开全市安全生产工作会议的通知")
    recipients: Texts = labelled(
        "主送机关",
        factory=list,
        also=("主送",),
        note="同类单位写在一行，用顿号隔开",
        example=["各县（市、区）人民政府", "市直有关部门"],
    )
    attachments: Annotated[list[Attachment], AsList] = labelled("附件", factory=list)
    sealed: Yes = labelled("用印", default=True, note="加盖公章写 是")
    issued_on: Day | None = labelled("成文日期", default=None, note="签发前可空", example="2026-09-28")
    note: Text = labelled("附注", default="")
    cc: Texts = labelled("抄送机关", factory=list, also=("抄送", "分送"))
    printer: Text = labelled("印发机关", default="")
    printed_on: Day | None = labelled("印发日期", default=None)
    drafting_sheet: DraftingSheet | None = labelled("发文稿纸", default=None)
    telegram: Telegram | None = labelled("电报", default=None)

    @property
    def organs(self) -> list[str]:
        """Give the issuing organs, host first."""
        return [self.issuer, *self.joint_issuers]

    @rule("doc_no", "issued_on", source="GB/T 9704-2012 7.2.5")
    def check_doc_no(self, _day: date) -> Iterator[Wrong]:
        """代字〔年份〕N号: six-corner brackets, four-digit year, no zero padding, no 第."""
        if not self.doc_no or re.search(r"[×*＊]|〔\s*〕|XX", self.doc_no):
            return
        found = _DOC_NO.fullmatch(self.doc_no)
        if found is None:
            yield Wrong(
                "doc_no",
                f"发文字号“{self.doc_no}”写法不对",
                "写成 代字〔2026〕12号：六角括号、四位年份、不加“第”、不补零",
            )
        elif self.issued_on and int(found["year"]) != self.issued_on.year:
            yield Wrong(
                "doc_no",
                f"发文字号年份 {found['year']} 与成文日期 {self.issued_on.year} 年不一致",
                "两处改成同一年",
            )

    @rule("recipients", "cc", source="GB/T 9704-2012 7.4.2")
    def check_copies(self, _day: date) -> Iterator[Wrong]:
        """A unit is not addressed and copied at once."""
        main = {unit for line in self.recipients for unit in split_units(line)}
        for unit in (unit for line in self.cc for unit in split_units(line)):
            if unit in main:
                yield Wrong("cc", f"“{unit}”既在主送又在抄送", "只留一处")

    @rule("printed_on", "issued_on")
    def check_printing(self, _day: date) -> Iterator[Wrong]:
        """A paper is printed on or after the day it is dated."""
        if self.printed_on and self.issued_on and self.printed_on < self.issued_on:
            yield Wrong("printed_on", "印发日期早于成文日期", "改成成文日期当天或之后")

    @rule("copy_no", "secrecy", source="党政机关公文处理工作条例 第九条")
    def check_copy_no(self, _day: date) -> Iterator[Wrong]:
        """份号 has six digits; a paper with a secrecy grade carries one."""
        if self.copy_no and not re.fullmatch(r"\d{6}", self.copy_no):
            yield Wrong("copy_no", f"份号“{self.copy_no}”不是 6 位数字", "写成 000001 的样子")
        if self.secrecy in ("秘密", "机密", "绝密") and not self.copy_no:
            yield Wrong("copy_no", "涉密公文缺少份号", "写成 000001 的样子")


def split_units(line: str) -> list[str]:
    """Part a line of addressees at 、 and ， outside brackets: 各县（市、区）、市直部门 gives two."""
    parts, depth, last = [], 0, 0
    for position, mark in enumerate(line):
        if mark in "（(":
            depth += 1
        elif mark in "）)":
            depth = max(0, depth - 1)
        elif mark in "、，,；;" and depth == 0:
            parts.append(line[last:position])
            last = position + 1
    parts.append(line[last:])
    return [part.strip(" 　:：") for part in parts if part.strip(" 　:：")]


__all__ = [
    "Attachment",
    "Carrier",
    "Contact",
    "DraftingSheet",
    "Grounded",
    "Official",
    "Publicity",
    "Secrecy",
    "Source",
    "Telegram",
    "Urgency",
    "is_phone",
    "split_units",
]
