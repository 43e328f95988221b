"""Who may write to whom, and what papers must not ask for (条例 十五—十七; 减负规定)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import MINUTES, RED_HEAD, Paper
from tongzhi.check.registry import Remark, quote, rule
from tongzhi.model.facts import frequent_report, is_commission, lower_governments
from tongzhi.model.finding import REGULATION, RELIEF
from tongzhi.model.official import split_units


def _kind(paper: Paper) -> str:
    found = re.search(r"(请示|报告|通知|通报|函|意见)$", paper.title_text)
    return found[1] if found else ""


@rule("upward-one-recipient", clause="第十五条", strength="规定", source=REGULATION)
def upward_one_recipient(paper: Paper) -> Iterator[Remark]:
    """请示原则上主送一个上级机关。"""
    if paper.recipients is None or _kind(paper) != "请示":
        return
    units = split_units(paper.recipients.stripped)
    if len(units) > 1:
        yield Remark(
            paper.recipients, f"请示主送了 {len(units)} 个机关", f"{units[0]}：（其他需要知道的用抄送）"
        )


@rule("upward-to-person", clause="第十五条", strength="规定", source=REGULATION)
def upward_to_person(paper: Paper) -> Iterator[Remark]:
    """除上级机关负责人直接交办事项外，不以本机关名义向上级机关负责人报送公文。"""
    if paper.recipients is None or _kind(paper) not in ("请示", "报告"):
        return
    if found := re.fullmatch(
        r".*?([一-鿿]{1,4}(?:副?(?:市长|县长|区长|省长|局长|主任|书记))).*", paper.recipients.stripped[:-1]
    ):
        yield Remark(paper.recipients, f"上行文主送个人“{found[1]}”", "主送上级机关")


@rule("request-in-report", clause="第十五条", strength="规定", source=REGULATION)
def request_in_report(paper: Paper) -> Iterator[Remark]:
    """不得在报告等非请示性公文中夹带请示事项。"""
    to_leaders = paper.recipients is not None and "领导" in paper.recipients.text
    if _kind(paper) != "报告" or to_leaders:  # a note to the heads of one's own office may ask
        return
    for line in paper.body:
        if found := re.search(
            r"(?:妥否|当否|可否|是否妥当)[，,]?\s*请.{0,4}(?:批示|批复|审批|指示|核准)|请(?:予|求)?(?:批准|批复|审批)",
            line.text,
        ):
            yield Remark(
                line, f"报告里夹带请示“{found[0]}”", "另行报请示；结尾写“特此报告”", quote=quote(line.text)
            )


@rule("request-end", clause="第十五条", strength="实务", source=REGULATION)
def request_end(paper: Paper) -> Iterator[Remark]:
    """请示结尾用“妥否，请批示”一类，不写“特此报告”。"""
    if _kind(paper) == "请示" and paper.body and "特此报告" in paper.body[-1].text:
        yield Remark(paper.body[-1], "请示结尾写“特此报告”", "妥否，请批示。")


@rule("request-contact", clause="附注", strength="实务", source="旧《国家行政机关公文处理办法》，今仍通行")
def request_contact(paper: Paper) -> Iterator[Remark]:
    """请示在附注处写联系人和电话。"""
    if _kind(paper) == "请示" and paper.date is not None and paper.kind == RED_HEAD and paper.mark:
        text = "".join(line.text for line in (*paper.remark, *paper.body))
        if not re.search(r"联\s*系\s*人|电\s*话", text):
            yield Remark(
                paper.date, "请示没有附注联系人和电话", "日期下一行写（联系人：×××，电话：××××××××）"
            )


@rule("commission-to-government", clause="第一条", strength="实务", source=RELIEF)
def commission_to_government(paper: Paper) -> Iterator[Remark]:
    """议事协调机构（安委会、安委办）不向下级党委、政府发号施令。"""
    if paper.recipients is None or (not paper.organs and not paper.mark):
        return
    issuer = paper.organs[0].stripped if paper.organs else re.sub("文件$", "", paper.mark_text)
    if not is_commission(issuer) or _kind(paper) not in ("通知", "通报", "意见"):
        return
    text = "".join(line.text for line in paper.body)
    if re.search(r"经.{0,12}同意", text):
        return
    for unit in lower_governments(split_units(paper.recipients.stripped)):
        right = re.sub(r"(?:人民)?政府.*$|党委$", "安委会", unit)
        yield Remark(paper.recipients, f"{issuer}直接向“{unit}”发文", f"改送“{right}”，或经政府同意并写明")
        return


@rule("length", clause="第二条", strength="一般", source=RELIEF)
def length(paper: Paper) -> Iterator[Remark]:
    """部署专项工作或具体任务的文件一般不超过 4000 字，其他一般不超过 5000 字（部署全面工作的除外）。"""
    if paper.kind == MINUTES or not paper.has_head or _kind(paper) not in ("通知", "意见", "通报"):
        return
    count = sum(len("".join(line.text.split())) for line in paper.body)
    special = re.search(r"专项|会议|检查|排查|整治|行动|具体", paper.title_text)
    limit = 4000 if special else 5000
    if count > limit and not re.search(r"全面工作|要点|规划|年度工作|政府工作", paper.title_text):
        yield Remark(paper.title[-1], f"正文约 {count} 字", f"一般不超过 {limit} 字")


@rule("frequent-reports", clause="第二条", strength="实务", source=RELIEF)
def frequent_reports(paper: Paper) -> Iterator[Remark]:
    """不要求每日、每周报表。"""
    for line in paper.body:
        if words := frequent_report(line.text):
            yield Remark(
                line, f"要求“{words}”", "确有法定依据再要求；否则合并、减少报送频次", quote=quote(line.text)
            )
