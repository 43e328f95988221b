"""贯彻落实情况报告: what a lower level did about a meeting, reported upwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Wrong, labelled, rule
from tongzhi.model.official import Contact, Official
from tongzhi.model.types import AsList, PersonNames, Text, Texts, Units


class ImplementationReport(Official):
    """贯彻落实情况报告（上行文）."""

    key, label, template = "implementation_report", "贯彻落实情况报告", "implementation_report.docx"

    issuer: Text = labelled("发文机关", also=("发文单位", "报告单位"), example="青川县安全生产委员会")
    recipients: Units = labelled("主送机关", min_length=1, also=("主送",), example=["临江市安全生产委员会"])
    signers: PersonNames = labelled("签发人", min_length=1, example=["赵某"])
    doc_no: Text = labelled(
        "发文字号", default="", also=("文号",), note="签发前可空", example="青安委〔2026〕9号"
    )
    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    title: Text = labelled("标题", example="关于贯彻落实全市安全生产工作会议精神情况的报告")
    opening: Text = labelled("开头语", default="", note="不写则自动拟定")
    relayed: Texts = labelled(
        "传达学习", min_length=1, example=["10月9日，县政府召开常务会议，传达学习会议精神。"]
    )
    studied: Texts = labelled(
        "研究部署", min_length=1, example=["县安委会印发工作方案，逐项明确责任单位和完成时限。"]
    )
    measures: Texts = labelled("工作措施", min_length=1, example=["组织6个督导组，对42家企业开展检查。"])
    problems: Texts = labelled("存在问题", factory=list, example=["基层专业力量不足。"])
    next_steps: Texts = labelled(
        "下步打算", min_length=1, also=("下一步打算",), example=["对未整改到位的隐患挂账督办，逐项销号。"]
    )
    contact: Annotated[list[Contact], AsList] = labelled("联系人", factory=list)

    @rule("recipients", source="党政机关公文处理工作条例 第十五条")
    def check_one(self, _day: date) -> Iterator[Wrong]:
        """An upward paper has one addressee."""
        if len(self.recipients) > 1:
            yield Wrong(
                "recipients", f"上行文写了 {len(self.recipients)} 个主送机关", "只主送一个上级机关，其余抄送"
            )

    @rule(
        "relayed", "studied", "measures", "problems", "next_steps", source="党政机关公文处理工作条例 第十五条"
    )
    def check_request(self, _day: date) -> Iterator[Wrong]:
        """A report holds no request."""
        for name in ("relayed", "studied", "measures", "problems", "next_steps"):
            for position, text in enumerate(getattr(self, name)):
                if re.search(r"(?:恳请|请求|特此请示|请予(?:支持|批准)|请批复)", text):
                    yield Wrong((name, position), f"报告里有请示事项：“{text[:24]}”", "另写请示")
