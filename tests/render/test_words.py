"""What a paper says where a value may be there or not: each in its words."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import docx
import pytest

from tongzhi.papers.index import find_type
from tongzhi.render.document import render
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)
MAJOR = {
    "隐患等级": "重大", "判定依据": "某标准第3条", "包保领导": "副县长", "停产停业": {"类型": "局部停产", "文号": "青应急停〔2026〕3号"},
    "撤离人员": {"人数": 12, "去向": "镇中学"}, "治理方案报备": "2026-11-22 市局",
}  # fmt: skip

ACCIDENT = {
    "种类": "事故", "事故单位": "某化工有限公司", "发生时间": "2026-11-20 14:35", "地点": "某镇", "简要经过": "检修时起火。", "伤亡": "死亡1人、受伤2人",
    "初步原因": "初步分析为未隔离，待调查。", "暴露问题": "审批走形式", "工作要求": "立即排查",
}  # fmt: skip


def row(**changes: Any) -> dict[str, Any]:
    return {"隐患": [{**sample_values(find_type("rectification"), DAY)["隐患"][0], **changes}]}


SAID: list[tuple[str, dict[str, Any], str]] = [
    ("circular", {"开头语": "近日，市安委会开展了督查，现将情况通报如下"}, "近日，市安委会开展了督查，现将情况通报如下。"),
    ("circular", {"存在问题": [{"单位": "甲公司", "问题": "未校验"}], "附件": [{"名称": "问题清单"}]}, "2026年12月25日"),
    ("circular", {**ACCIDENT, "领导批示": "立即组织救援，查明原因"}, "有关领导作出批示：“立即组织救援，查明原因”。"),
    ("circular", {**ACCIDENT, "领导批示": "市长批示：立即组织救援"}, "市长批示：立即组织救援。"),
    ("circular", {**ACCIDENT, "工作要求": [{"内容": "立即开展排查", "责任单位": "县应急局", "时限": "2026-12-10"}]}, "县应急局"),
    ("circular", {**ACCIDENT, "报送要求": {"内容": "排查情况", "时限": "2026-12-10", "报送至": "市安委办"}}, "请于2026年12月10日前将排查情况报送市安委办。"),
    ("circular", {**ACCIDENT, "报送要求": {"内容": "排查情况", "时限": "2026-12-10"}}, "请于2026年12月10日前报送排查情况。"),
    ("notice", {"密级": "秘密", "保密期限": "1年", "份号": "000001"}, "秘密★1年"),
    ("notice", {"发文机关标志": "临江市安全生产委员会\n办公室\n文件"}, "文件"),
    ("notice", {"发文机关标志": "临江市安全生产委员会办公室"}, "临江市安全生产委员会办公室"),
    ("notice", {"发文机关": "临江市人民政府", "抄送机关": "市委办公室"}, "临江市人民政府办公室"),
    ("notice", {"发文机关": "四川省人民政府", "抄送机关": "省委办公厅"}, "四川省人民政府办公厅"),
    ("notice", {"技术保障": {"调试开始": "2026-11-24 14:00", "调试结束": "2026-11-24 16:00", "联系人": "钱某", "电话": "0971-8230003"}}, "2026年11月24日（星期二）下午2:00—4:00"),
    ("notice", {"技术保障": {"调试开始": "待定", "调试结束": "2026-11-24 16:00", "联系人": "钱某", "电话": "0971-8230003"}}, "待定至2026年11月24日（星期二）下午4:00"),
    ("notice", {"请假要求": {"审批人": "市长", "允许替会": "是"}}, "可安排其他负责同志代会"),
    ("notice", {"请假要求": {"审批人": "市长", "允许替会": "否"}}, "不得自行安排他人替会"),
    ("notice", {"结束时间": "2026-11-25 11:30", "会期": None}, "上午9:00—11:30"),
    ("notice", {"结束时间": "2026-11-26 11:30", "会期": None}, "2026年11月25日（星期三）上午9:00—2026年11月26日（星期四）上午11:30"),
    ("notice", {"缘由": "现召开全市安全生产工作会议。", "批准依据": "经市委同意"}, "经市委同意，现召开全市安全生产工作会议"),
    ("notice", {"会期": "", "参会人员": [{"组别": "市安委会成员单位", "人数": {"值": 12, "出处": "建议"}}]}, "12"),
    ("plan", {"督导考核": "对工作不力的予以通报"}, "强化督导考核。对工作不力的予以通报。"),
    ("plan", {"信息报送": [{"内容": "排查汇总表", "频次": "每月", "时间": "25日前", "报送至": "市安委办", "方式": "政务邮箱", "联系人": "陈某"}]}, "每月25日前报送排查汇总表至市安委办（政务邮箱），联系人：陈某。"),
    ("plan", {"信息报送": [{"内容": "总结", "频次": "一次性", "时间": "2027年2月底前", "报送至": "市安委办"}]}, "2027年2月底前报送总结至市安委办。"),
    ("meeting", {"结束时间": "2026-11-25 11:30"}, "上午9:00—11:30"),
    ("meeting", {"会议时间": "待定", "结束时间": None}, "待定"),
    ("meeting", {"组织领导": {"组长": "张某（副市长）", "成员": "王某（市应急管理局局长）", "办公室设在": "市应急管理局"}}, "办公室设在市应急管理局"),
    ("rectification", row(**MAJOR), "局部停产（青应急停〔2026〕3号）"),
    ("rectification", row(**MAJOR), "转移12人至镇中学"),
    ("rectification", row(**{**MAJOR, "撤离人员": "12人"}), "转移12人"),
    ("minutes", {"议定事项": [{"事项": "全面排查尾矿库"}]}, "责任或时限未明确"),
    ("minutes", {"议定事项": [{"事项": "全面排查尾矿库", "责任单位": "市应急管理局"}]}, "责任单位：市应急管理局；责任或时限未明确"),
]  # fmt: skip


def text_of(key: str, changes: dict[str, Any]) -> str:
    kind = find_type(key)
    values = {**sample_values(kind, DAY), **changes}
    document = kind.model_validate({name: value for name, value in values.items() if value is not None})
    book = docx.Document(io.BytesIO(render(document)))
    return "".join(part.text or "" for part in book.element.body.iter() if part.tag.endswith("}t"))


@pytest.mark.parametrize("case", SAID, ids=[f"{key}-{words}" for key, _, words in SAID])
def test_value_is_said_in_its_words(case: tuple[str, dict[str, Any], str]) -> None:
    key, changes, words = case
    assert words in text_of(key, changes)
