"""督办单, 交办单, 提示单 and 催办单: one matter handed to one unit, and its way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from tongzhi.model import facts
from tongzhi.model.base import Document, Wrong, labelled, rule
from tongzhi.model.official import Grounded
from tongzhi.model.types import AsList, Count, Day, PersonName, Pick, Text, Texts, When, Yes

Kind = Literal["提示", "交办", "督办", "催办"]


class Matter(Grounded):
    """One matter of a slip."""

    line = "事项"

    no: Count | None = labelled("序号", default=None, example=1)
    matter: Text = labelled("事项", also=("交办事项", "内容"), example="对辖区尾矿库开展隐患排查，建立台账")
    requirement: Text = labelled("具体要求", also=("要求",), default="", example="逐库排查，重大隐患立即上报")


class Handover(Document):
    """督办单（交办单、提示单、催办单）."""

    key, label, template, rows = "handover", "督办单", "handover.docx", "items"

    kind: Annotated[Kind, Pick] = labelled("类型", note="提示、交办、督办 或 催办", example="交办")
    number: Text = labelled("编号", also=("单号",), example="临安督〔2026〕12号")
    source: Text = labelled(
        "交办来源", also=("来源",), note="会议、批示、检查或举报", example="全市安全生产工作会议"
    )
    source_on: Day = labelled("来源日期", also=("交办日期",), example="2026-09-30")
    follows: Text = labelled(
        "前单编号", default="", note="督办、催办必填：它跟着哪一张单子", example="临安交〔2026〕8号"
    )
    times: Count | None = labelled("催办次数", default=None, ge=1, note="第几次催办")
    issuer: Text = labelled("交办单位", also=("发文机关", "督办单位"), example="临江市安全生产委员会办公室")
    unit: Text = labelled("承办单位", also=("责任单位",), example="青川县安全生产委员会")
    support: Texts = labelled("协办单位", factory=list, also=("协办",))
    items: Annotated[list[Matter], AsList] = labelled(
        "交办事项", min_length=1, also=("事项", "督办事项"),
        example=[{"事项": "对辖区尾矿库开展隐患排查，建立台账", "具体要求": "逐库排查，重大隐患立即上报"}],
    )  # fmt: skip
    due: When = labelled("办理时限", also=("时限", "完成时限"), example="2026-10-30 18:00")
    feedback: Text = labelled("反馈形式", note="书面报告、佐证材料", example="书面报告，附整改前后照片")
    instructions: Text = labelled("领导批示", default="", note="逐字引用或不写")
    signed_by: PersonName = labelled("签发人", example="李某")
    issued_at: When = labelled("发出时间", also=("成文日期", "交办时间"), example="2026-10-09 09:00")
    received_by: PersonName = labelled("签收人", default="")
    received_at: When | None = labelled("签收时间", default=None)
    handling: Text = labelled("办理情况", default="")
    evidence: Texts = labelled("佐证", factory=list, also=("佐证材料",))
    done_at: When | None = labelled("完成时间", default=None)
    head: PersonName = labelled("承办负责人", default="")
    verifier: PersonName = labelled("核查人", default="")
    verdict: Text = labelled("核查结论", default="")
    cleared: Yes = labelled("是否销号", default=False)
    extension: Text = labelled("延期", default="")
    at_once: Yes = labelled("立行立改", default=False, note="现场能解决的当场解决")
    remark: Text = labelled("备注", default="")

    @rule("due", "issued_at")
    def check_due(self, _day: date) -> Iterator[Wrong]:
        """The time limit lies after the day the slip went out."""
        due, issued = facts.as_moment(self.due), facts.as_moment(self.issued_at, late=False)
        if due and issued and due <= issued:
            yield Wrong("due", f"办理时限 {self.due} 不晚于发出时间 {self.issued_at}", "核对两个时间")

    @rule("kind", "follows")
    def check_follows(self, _day: date) -> Iterator[Wrong]:
        """督办 and 催办 cite the slip that they follow."""
        if self.kind in ("督办", "催办") and not self.follows:
            yield Wrong("follows", f"{self.kind}单没有写前单编号", "写它所跟的交办单编号；没有写 待定")

    @rule("kind", "times", level="warning")
    def check_third(self, _day: date) -> Iterator[Wrong]:
        """The third 催办 calls for a talk."""
        if self.kind == "催办" and (self.times or 0) >= 3:
            yield Wrong("times", f"已是第 {self.times} 次催办", "建议约谈承办单位")

    @rule("verifier", "head", "cleared", "verdict")
    def check_clearing(self, _day: date) -> Iterator[Wrong]:
        """What is cleared was checked by somebody other than its handler."""
        if self.cleared and not (self.verifier and self.verdict):
            yield Wrong("cleared", "写了销号，没有核查人或核查结论", "先核查，再销号")
        if self.verifier and self.verifier == self.head:
            yield Wrong("verifier", f"核查人与承办负责人都是“{self.verifier}”", "换一个人核查")

    @rule("at_once", "done_at", "evidence")
    def check_evidence(self, _day: date) -> Iterator[Wrong]:
        """What was put right on the spot is shown by evidence."""
        if self.at_once and self.done_at is not None and not self.evidence:
            yield Wrong("evidence", "立行立改已完成，没有佐证", "附整改前后照片或书面材料的名称")

    @rule("issued_at", "received_at")
    def check_received(self, _day: date) -> Iterator[Wrong]:
        """Nothing is received before it went out."""
        received = facts.as_moment(self.received_at)
        issued = facts.as_moment(self.issued_at, late=False)
        if received and issued and received < issued:
            yield Wrong(
                "received_at", f"签收时间 {self.received_at} 早于发出时间 {self.issued_at}", "核对两个时间"
            )

    @rule("issued_at", "source_on")
    def check_source(self, _day: date) -> Iterator[Wrong]:
        """What gave rise to the slip came before it."""
        issued = facts.as_moment(self.issued_at)
        if issued and self.source_on > issued.date():
            yield Wrong(
                "source_on", f"来源日期 {self.source_on} 晚于发出时间 {self.issued_at}", "核对两个日期"
            )

    @rule("unit", "issuer", "support")
    def check_units(self, _day: date) -> Iterator[Wrong]:
        """The unit that handles the matter is neither the one that hands it over nor a supporting one."""
        if self.unit == self.issuer:
            yield Wrong("unit", f"承办单位与交办单位都是“{self.unit}”", "写实际承办的单位")
        if self.unit in self.support:
            yield Wrong("support", f"“{self.unit}”既是承办单位又是协办单位", "从协办单位里删去")

    @rule("issued_at", "done_at")
    def check_done(self, _day: date) -> Iterator[Wrong]:
        """Nothing is finished before it was handed over."""
        done, issued = facts.as_moment(self.done_at), facts.as_moment(self.issued_at, late=False)
        if done and issued and done < issued:
            yield Wrong("done_at", f"完成时间 {self.done_at} 早于发出时间 {self.issued_at}", "核对两个时间")

    @property
    def is_late(self) -> bool:
        """Tell whether it was finished after its limit."""
        done, due = facts.as_moment(self.done_at, late=False), facts.as_moment(self.due)
        return isinstance(done, datetime) and due is not None and done > due
