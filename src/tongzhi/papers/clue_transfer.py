"""问题（举报）线索移交单: a lead handed to the authority that must look into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Wrong, labelled, rule
from tongzhi.model.official import is_phone
from tongzhi.model.types import Day, PersonName, Phone, Pick, Text, Texts, Yes

LAW = "安全生产法 第六十九条、第七十三条"


class ClueTransfer(Document):
    """问题（举报）线索移交单."""

    key, label, template = "clue_transfer", "问题线索移交单", "clue_transfer.docx"

    number: Text = labelled("编号", also=("移交编号",), example="临安线索〔2026〕5号")
    source: Annotated[Literal["举报", "督导", "检查", "信访", "媒体", "其他"], Pick] = labelled(
        "线索来源", also=("来源",), example="举报"
    )
    received_on: Day = labelled("接到日期", also=("发现日期",), example="2026-10-10")
    sender: Text = labelled("移送单位", also=("移交单位",), example="临江市安全生产委员会办公室")
    receiver: Text = labelled("接收单位", example="青川县应急管理局")
    subject: Text = labelled("线索对象", also=("被反映单位",), example="青川县某矿业有限公司")
    facts: Text = labelled("事实", also=("主要事实", "问题事实"), example="反映该公司3号尾矿库擅自加高扩容。")
    evidence: Texts = labelled("证据", min_length=1, also=("证据材料",), example=["现场照片4张"])
    basis: Text = labelled("依据", example="《安全生产法》第六十九条")
    opinion: Text = labelled(
        "移送意见", default="", also=("办理要求",), example="请依法核查处理，并书面反馈。"
    )
    sent_on: Day = labelled("移送日期", also=("移交日期", "成文日期"), example="2026-10-12")
    reply_by: Day = labelled("回复时限", also=("反馈时限",), example="2026-11-11")
    confidential: Yes = labelled("举报人保密", default=True, note="举报人姓名、电话不写进本单")
    contact: PersonName = labelled("联系人", example="陈某")
    phone: Phone = labelled("联系电话", also=("电话",), example="0971-8230001")
    received_by: PersonName = labelled("接收人", default="")
    received_at: Day | None = labelled("接收日期", default=None)
    result: Text = labelled("办理结果", default="")

    @rule("received_on", "sent_on", "reply_by", "received_at")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """Found, sent, received, answered: in this order."""
        if self.sent_on < self.received_on:
            yield Wrong("sent_on", f"移送日期 {self.sent_on} 早于接到日期 {self.received_on}", "核对两个日期")
        if self.reply_by <= self.sent_on:
            yield Wrong("reply_by", f"回复时限 {self.reply_by} 不晚于移送日期 {self.sent_on}", "核对两个日期")
        if self.received_at and self.received_at < self.sent_on:
            yield Wrong(
                "received_at", f"接收日期 {self.received_at} 早于移送日期 {self.sent_on}", "核对两个日期"
            )

    @rule("sender", "receiver", "subject")
    def check_sides(self, _day: date) -> Iterator[Wrong]:
        """A lead goes to another authority, never to the unit it is about."""
        if self.sender == self.receiver:
            yield Wrong("receiver", f"移送单位和接收单位都是“{self.sender}”", "接收单位写有权处理的部门")
        if self.receiver == self.subject:
            yield Wrong("receiver", f"线索移交给了被反映的“{self.subject}”", "移交有权处理的部门")

    @rule("facts", "source", "confidential", level="warning", source=LAW)
    def check_informant(self, _day: date) -> Iterator[Wrong]:
        """Who reported is kept secret."""
        if (
            self.source == "举报"
            and self.confidential
            and any(w in self.facts for w in ("举报人姓名", "举报人系", "举报人："))
        ):
            yield Wrong("facts", "事实里写了举报人", "删去，另行保存")

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if not is_phone(self.phone):
            yield Wrong("phone", f"联系电话“{self.phone}”不像座机或手机号", "核对号码")
