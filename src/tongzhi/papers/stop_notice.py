"""停产停业停用通知: a major hazard that cannot be put right at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Wrong, labelled, rule
from tongzhi.model.types import Count, Day, Moment, PersonName, Pick, Text, Yes

LAW = "安全生产法 第六十五条第三项"


class StopNotice(Document):
    """停产停工停用通知单."""

    key, label, template = "stop_notice", "停产停工停用通知单", "stop_notice.docx"

    number: Text = labelled("编号", also=("文号",), example="青安停〔2026〕3号")
    issuer: Text = labelled("发出单位", also=("发文机关",), example="青川县应急管理局")
    unit: Text = labelled("单位名称", also=("被通知单位",), example="青川县某矿业有限公司")
    hazard: Text = labelled(
        "重大隐患", also=("隐患描述",), example="3号尾矿库排洪涵洞淤堵约三分之一，短时间内不能整改到位"
    )
    basis: Text = labelled("判定依据", example="金属非金属矿山重大事故隐患判定标准")
    kind: Annotated[Literal["局部停产", "全部停产", "停工", "停用"], Pick] = labelled(
        "措施", also=("停产停业",), example="局部停产"
    )
    scope: Text = labelled("停止范围", example="3号尾矿库停止放矿")
    from_on: Moment = labelled("起始时间", example="2026-09-26 18:00")
    people_at_risk: Yes = labelled("危险区域有人员", default=False)
    evacuated: Count | None = labelled("转移人数", default=None, ge=0)
    where: Text = labelled("转移去向", default="")
    measures: Text = labelled("整改要求", example="清淤并加固涵洞")
    due: Day = labelled("整改时限", example="2026-10-30")
    interim: Text = labelled("临时管控措施", example="24小时专人盯守，降低库水位")
    resume: Text = labelled("恢复条件", default="整改完成并经审查同意后方可恢复生产经营和使用")
    issued_on: Day = labelled("日期", also=("成文日期",), example="2026-09-26")
    signed_by: PersonName = labelled("签发人", default="")
    received_by: PersonName = labelled("签收人", default="")

    @rule("people_at_risk", "evacuated", "where", source=LAW)
    def check_evacuated(self, _day: date) -> Iterator[Wrong]:
        """People in the danger zone are moved out."""
        if self.people_at_risk and (self.evacuated is None or not self.where):
            yield Wrong("evacuated", "危险区域有人员，没有写转移人数和去向", "写明人数和安置地点")

    @rule("due", "issued_on")
    def check_due(self, _day: date) -> Iterator[Wrong]:
        """The limit isn't before the notice."""
        if self.due < self.issued_on:
            yield Wrong("due", f"整改时限 {self.due} 早于日期 {self.issued_on}", "核对两个日期")
