"""The elements common to all official papers (GB/T 9704-2012; 党政机关公文处理工作条例 第九条)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import model_validator

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Day, PersonName, PersonNames, Phone, Pick, Text, Units, Yes
from tongzhi.patterns import compile_later

Carrier = Literal["红头文件", "信函", "电报"]
Urgency = Literal["特急", "加急", "特提", "平急"]
Secrecy = Literal["内部", "秘密", "机密", "绝密"]
Publicity = Literal["主动公开", "依申请公开", "不予公开"]


class SpeechPlace(Part):
    """Where a row stands in the speech: code points in the decoded text."""

    start: Count = labelled("起", example=120)
    end: Count = labelled("止", example=156)
    text: Text = labelled("原文", default="", example="各县区要在月底前完成排查。")
    file: Text = labelled("文件", default="")


class Grounded(Part):
    """A row that may come from a speech; one without sources was typed by hand."""

    task_id: Text = labelled("任务编号", default="", note="任务清单里的编号，来回编辑时靠它对应")
    sources: Annotated[list[SpeechPlace], AsList] = labelled(
        "来源", factory=list, note="讲话里的出处，手工填写的不用管"
    )


class Attachment(Part):
    """One attachment: its number and its title, exactly as on the attachment itself."""

    no: Count | None = labelled("序号", default=None, example=1)
    title: Text = labelled("名称", also=("标题", "附件名称"), example="参会回执")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 1.参会回执, 附件2：座次表 and a bare title."""
        found = re.match(r"(?:附件)?\s*(\d{1,2})?\s*[.．、：:]?\s*", text)
        rest = text[found.end() :] if found else text
        return {"序号": found[1] if found else None, "名称": rest} if rest else None


class DraftingSheet(Part):
    """发文稿纸: an own page that stays in the office."""

    drafter: Text = labelled("拟稿", default="", also=("拟稿人",), example="李某")
    reviewer: Text = labelled("核稿", default="", also=("核稿人",), example="王某")
    countersigned: Text = labelled("会签", default="")
    signed_by: Text = labelled("签发", default="", also=("签发人",))
    copies: Count | None = labelled("份数", default=None, example=40)
    publicity: Annotated[Publicity | None, Pick] = labelled("公开属性", default=None)


class Telegram(Part):
    """The head of a telegram (电报)."""

    to: Text = labelled("发往", default="", example="各县（市、区）人民政府")
    stamped_by: Text = labelled("签批盖章", default="", example="张某")
    grade: Annotated[Urgency | None, Pick] = labelled("等级", default=None, example="加急")
    number: Text = labelled("编号", default="", example="江政明电〔2026〕5号")


class Person(Part):
    """A person: name and post, never invented; 某, ** and × stay as written."""

    name: PersonName = labelled("姓名", example="张某")
    title: Text = labelled("职务", default="", example="市长")
    unit: Text = labelled("单位", default="")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 张某（市长）, 张某，市长 and 市长 张某; one word alone is the name."""
        bracketed = re.fullmatch(r"([^（(，,\s]+)\s*[（(]([^）)]+)[）)]", text)
        if bracketed:
            return {"姓名": bracketed[1], "职务": bracketed[2]}
        words = re.split(r"[，,\s　]+", text, maxsplit=1)
        if len(words) == 2:
            first, second = words
            return {"姓名": second, "职务": first} if is_post(first) else {"姓名": first, "职务": second}
        return {"姓名": text}

    @property
    def full(self) -> str:
        """Give unit, post and name in one: 市长 张某 reads 市长张某."""
        return f"{self.unit}{self.title}{self.name}"


_POST = compile_later(r"(?:书记|长|主任|委员|常委|主席|经理|总监|员|负责人|处|专家|工程师)(?:、.+)?$")


def is_post(text: str) -> bool:
    """Tell whether a text reads like a post (市长, 市应急管理局局长)."""
    return bool(_POST.search(text))


class SignOff(Part):
    """The signature as a data file may give it: unit and date."""

    unit: Text = labelled("单位", default="", also=("发文机关",))
    date: Day | None = labelled("日期", default=None, also=("成文日期",))

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 某县安委会办公室 2018年11月2日."""
        found = re.search(r"\d{4}\s*[年-].*$", text)
        return {"单位": text[: found.start()].strip(), "日期": found[0]} if found else {"单位": text}


class Contact(Part):
    """A person to call."""

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 陈某 0971-8230001 and 陈某，电话：13800000000."""
        found = re.search(
            r"(?:，|,|：|:|电话|手机|联系电话|\s|　)*([\d×*＊Xx][\d×*＊Xx\-－—转 、/]{5,})$", text
        )
        if not found:
            return None
        name = re.sub(r"^联系人[：:]?", "", text[: found.start()]).strip(" ，,：:（(")
        return {"姓名": name, "电话": found[1].strip()} if name else None

    @classmethod
    def write_line(cls, values: Mapping[str, str]) -> str:
        """Write 陈某 0971-8230001."""
        if "姓名" not in values or values.keys() - {"姓名", "电话"}:
            return ""
        return " ".join(values[label] for label in ("姓名", "电话") if label in values)

    name: PersonName = labelled("姓名", also=("联系人",), example="陈某")
    title: Text = labelled("职务", default="")
    phone: Phone = labelled("电话", also=("联系电话", "手机"), example="0971-8230001")

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """Landline 0区号-7/8位 with an optional extension, or an 11-digit mobile number."""
        if not is_phone(self.phone):
            yield Wrong(
                "phone", f"电话“{self.phone}”不像座机或手机号", "核对号码，如 0971-8230001 或 13800000000"
            )


_PHONE = compile_later(r"(?:(?:0\d{2,3}[-－— ]?)?\d{7,8}(?:\s*[转\-－]\s*\d{1,6})?|1[3-9]\d{9})")


def is_phone(text: str) -> bool:
    """Tell whether the text is one phone number, or several joined by 、 or blanks; × and * pass."""
    if re.search(r"[×*＊xX]", text):
        return True
    return all(_PHONE.fullmatch(part.strip()) for part in re.split(r"[、，,/;；]", text) if part.strip())


_DOC_NO = compile_later(r"[一-鿿（）()]{2,12}[〔](?P<year>\d{4})[〕](?P<number>[1-9]\d*)号")


class Official(Document):
    """A paper with head, addressee, signature and imprint."""

    copy_no: Text = labelled("份号", default="", note="需要时写 6 位数字", example="000001")
    secrecy: Annotated[Secrecy | None, Pick] = labelled(
        "密级", default=None, note="秘密及以上不得在未经批准的机器上制作"
    )
    secrecy_term: Text = labelled("保密期限", default="", example="1年")
    urgency: Annotated[Urgency | None, Pick] = labelled(
        "紧急程度", default=None, note="特急 或 加急；电报可为 特提 特急 加急 平急", example="加急"
    )
    carrier: Annotated[Carrier, Pick] = labelled(
        "公文载体", default="红头文件", note="红头文件、信函 或 电报", example="红头文件"
    )
    publicity: Annotated[Publicity | None, Pick] = labelled(
        "公开属性", default=None, note="主动公开、依申请公开 或 不予公开"
    )
    issuer: Text = labelled("发文机关", also=("发文单位", "制发机关"), example="临江市安全生产委员会办公室")
    joint_issuers: Units = labelled(
        "联合发文机关", factory=list, note="联合行文时写其他机关，主办机关写在发文机关"
    )
    mark: Text = labelled("发文机关标志", default="", note="不写则为发文机关加“文件”")
    doc_no: Text = labelled(
        "发文字号", default="", also=("文号",), note="签发前可空", example="临安办发〔2026〕12号"
    )
    signers: PersonNames = labelled("签发人", factory=list, note="上行文必填")
    title: Text = labelled("标题", example="关于召开全市安全生产工作会议的通知")
    recipients: Units = labelled(
        "主送机关",
        factory=list,
        also=("主送",),
        note="同类单位写在一行，用顿号隔开",
        example=["各县（市、区）安全生产委员会", "市安委会成员单位"],
    )
    attachments: Annotated[list[Attachment], AsList] = labelled(
        "附件", factory=list, example=[{"名称": "参会回执"}]
    )
    sealed: Yes = labelled("用印", default=True, note="加盖公章写 是")
    issued_on: Day | None = labelled("成文日期", default=None, note="签发前可空", example="2026-09-28")
    note: Text = labelled("附注", default="")
    cc: Units = labelled("抄送机关", factory=list, also=("抄送", "分送"))
    printer: Text = labelled("印发机关", default="")
    printed_on: Day | None = labelled("印发日期", default=None)
    drafting_sheet: DraftingSheet | None = labelled("发文稿纸", default=None)
    telegram: Telegram | None = labelled("电报", default=None)
    sign_off: SignOff | None = labelled("落款", default=None, note="不写则由发文机关和成文日期自动生成")

    @model_validator(mode="after")
    def _date_from_sign_off(self) -> Self:
        if self.sign_off is not None and self.sign_off.date and self.issued_on is None:
            self.issued_on = self.sign_off.date
        return self

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

    @rule("sign_off", "issuer", "issued_on")
    def check_sign_off(self, _day: date) -> Iterator[Wrong]:
        """The paper is signed by its issuer, on its date."""
        if self.sign_off is None:
            return
        unit = self.sign_off.unit
        if unit and self.issuer and unit not in self.organs:
            yield Wrong("sign_off", f"落款单位“{unit}”与发文机关“{self.issuer}”不一致", "两处写同一个全称")
        if self.sign_off.date and self.issued_on and self.sign_off.date != self.issued_on:
            yield Wrong("sign_off", "落款日期与成文日期不一致", "只在成文日期写一次")

    @rule("issued_on", level="warning")
    def check_issue_day(self, day: date) -> Iterator[Wrong]:
        """A date in the future is flagged."""
        if self.issued_on and self.issued_on > day:
            yield Wrong(
                "issued_on", f"成文日期 {self.issued_on} 在今天（{day}）之后", "签发当日再填，或核对年月日"
            )

    @rule("urgency", "carrier", source="GB/T 9704-2012 7.2.3")
    def check_urgency(self, _day: date) -> Iterator[Wrong]:
        """特提 and 平急 belong to telegrams."""
        if self.urgency in ("特提", "平急") and self.carrier != "电报":
            yield Wrong("urgency", f"“{self.urgency}”只用于电报", "写 特急 或 加急，或把公文载体改为 电报")

    @rule("carrier", "telegram", level="warning")
    def check_telegram(self, _day: date) -> Iterator[Wrong]:
        """A telegram has its own head: 发往、签批盖章、等级、编号."""
        if self.carrier != "电报":
            if self.telegram is not None:
                yield Wrong(
                    "telegram", "公文载体不是电报，“电报”里的内容不会印出", "把公文载体改为 电报，或删去"
                )
            return
        head = self.telegram or Telegram()
        parts = {
            "发往": head.to,
            "签批盖章": head.stamped_by,
            "等级": head.grade or self.urgency,
            "编号": head.number,
        }
        empty = [label for label, value in parts.items() if not value]
        if empty:
            yield Wrong("telegram", f"电报报头还缺 {'、'.join(empty)}", "在“电报”下补上；签发前可空")

    @rule("secrecy", "secrecy_term", source="保守国家秘密法；党政机关公文处理工作条例 第九条")
    def check_secrecy(self, _day: date) -> Iterator[Wrong]:
        """A paper with a secrecy grade is made only on a machine that the office profile allows."""
        if self.office is not None and self.office.secret_machine:
            return
        if self.secrecy in ("秘密", "机密", "绝密"):
            yield Wrong(
                "secrecy",
                f"这份公文标了“{self.secrecy}”，本机未获准制作涉密公文",
                "到涉密机上制作；确为涉密机的，在本单位.yaml 写 涉密机: 是",
            )

    @rule("doc_no", "issuer", level="warning")
    def check_issuer(self, _day: date) -> Iterator[Wrong]:
        """安委会 and 安委办 are two issuers: the commission, and its office."""
        if not self.doc_no or not self.issuer:
            return
        by_office = "安办" in self.doc_no or "安委办" in self.doc_no
        if by_office and self.issuer.endswith(("安全生产委员会", "安委会")):
            yield Wrong(
                "issuer",
                f"发文字号“{self.doc_no}”是安委办的，发文机关写的是安委会",
                "两者是两个机关，核对后改一处",
            )
        elif (
            not by_office
            and "安委" in self.doc_no
            and self.issuer.endswith(("安全生产委员会办公室", "安委办", "安委会办公室"))
        ):
            yield Wrong(
                "doc_no",
                f"发文字号“{self.doc_no}”是安委会的，发文机关写的是安委办",
                "两者是两个机关，核对后改一处",
            )

    @rule("attachments")
    def check_attachments(self, _day: date) -> Iterator[Wrong]:
        """Attachments are numbered from 1 without a gap, and none is named twice."""
        numbers = [item.no for item in self.attachments if item.no is not None]
        if numbers and numbers != list(range(1, len(self.attachments) + 1)):
            yield Wrong(
                "attachments",
                f"附件序号是 {'、'.join(map(str, numbers))}，不连续或有缺",
                "从 1 起依次编号，或都不写",
            )
        titles = [item.title for item in self.attachments]
        for title in sorted({title for title in titles if titles.count(title) > 1}):
            yield Wrong("attachments", f"附件“{title}”写了两次", "只留一个")

    @rule("issuer", "recipients", level="warning", source=f"{facts.ROUTING}；{facts.RELIEF}")
    def check_routing(self, _day: date) -> Iterator[Wrong]:
        """议事协调机构 and departments give no orders to lower party committees and governments."""
        lower = facts.lower_governments(unit for line in self.recipients for unit in split_units(line))
        if not lower or "政府同意" in self.authority or "授权" in self.authority:
            return
        body = (
            "议事协调机构"
            if facts.is_commission(self.issuer)
            else "部门"
            if facts.is_department(self.issuer)
            else ""
        )
        if body:
            yield Wrong(
                "recipients",
                f"“{self.issuer}”是{body}，一般不向下级党委、政府（{lower[0]}）下达指令",
                "改由政府办公室按授权发，或主送下级安委会、部门，或写明“经政府同意”",
            )

    @property
    def authority(self) -> str:
        """Give the words by which a higher organ has agreed; papers that have such a field say which."""
        return ""


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
    "Person",
    "Publicity",
    "Secrecy",
    "SignOff",
    "SpeechPlace",
    "Telegram",
    "Urgency",
    "is_phone",
    "is_post",
    "split_units",
]
