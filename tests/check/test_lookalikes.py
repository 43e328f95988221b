"""Lawful look-alikes: what a rule of content must be silent of, beside the slip it is for."""

from __future__ import annotations

import pytest
from tests.anatomy.strangers import PROSE, typed

from tongzhi.anatomy.nature import Kind
from tongzhi.check.repair import format_document
from tongzhi.check.run import check
from tongzhi.zh.prose import is_prose

LAWFUL: dict[str, tuple[str, ...]] = {
    "blank-to-fill": ("【作品名称】隐患排查软件", "【标签】安全", "【关键字】排查，整治"),
    "markup": ("* 删去不适用的部分。", "* 注：本表一式两份。", "# 中、英文本不符的，以英文本为准。"),
    "ranges": ("如图3-1所示。", "见表4-2为准。", "附图2-3是平面图。", "联系电话：0971-8230001转办公室"),
    "frequent-reports": ("每月20日报月度进度。", "每月 20 日报送报表。", "该文刊于《人民日报》头版。", "据法治日报载，情况属实。", "每周报名一次。"),
    "clock": ("施工避开夜间22:00至次日6:00。", "晚上8时召开。", "下午2:30开会。", "上午9:00—11:30。"),
    "tag": ("См. «пакет» в спецификации.", "载«人民日报»。", "集合记作{{1,2},{3}}。"),
    "redaction": ("2**3表示2的3次方。", "型号为STM32F10XXX。", "文件名为xxx.docx即可。", "密钥以**kwargs传入。"),
    "pairs": ("仅以下情况可调价：1）甲方变更；2）政策调整。", "b）检索功能。", "三）加强领导。", "流转：》张三》李四》王五签字。", "点击“文件》打印”。", "iv）其他情形。"),
    "marks": (
        "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, 1993.",
        "Уважаемые коллеги, «Совещание» состоится в пятницу.",
        "个人贡献率=(个人工作量/全组工作量)*w1",
        "第一章　概述................................12",
        "一、总则……………………………………3",
        "一、总则\t3",
        "for (i=0; i<n; i++) { 求和(i); }",
        'print("你好, 世界")',
        "// 求和, 再求平均",
        "Please refer to 《安全生产法》, Article 3, for the duties of the entity.",
    ),
    "dotted-date": ("版本号为2.3.1。", "执行GB/T 2023.5标准。"),
    "wide-digits": ("共3项。",),
    "short-year": ("历时12年3个月。",),
    "mixed-units": ("装机5千瓦。", "占3百分点。"),
    "fixed-words": ("本周3项任务。",),
    "old-name": ("学习《环境保护局工作规则》。", "原安监局的档案移交。"),
    "impossible-date": ("满30日。", "3月30日。", "2月29日（闰年）。"),
    "open-item": ("对待定点医院要公平。",),
    "unit": (),
    "share": ("厂区占地66000平方米，建筑面积36000平方米，绿化面积占总面积的30%。", "共有企业200家，停产企业50家，外资企业占总数的12%。", "排查隐患120处，督促销号30处，燃气隐患占40%。"),
    "parts-and-total": ("上线的项目有3个，分别为订餐系统，会议室申请，正在开发的项目3个，负责维护的项目4个。", "成立专班5个，分别是矿山、危化，另派督导组2个，下设工作组4个。", "建成站点6个，分别为城东、城西，在建站点2个，拟建站点3个。"),
}  # fmt: skip
SLIPS = {
    "blank-to-fill": "请于【　　】前报送。", "ranges": "自3月1日-5日检查。", "frequent-reports": "实行日报制。", "clock": "请于下午15:00报送。",
    "tag": "请{{ 单位 }}落实。", "redaction": "请**县落实。", "pairs": "学习《安全生产法。", "marks": "各县区要抓紧,不得拖延。",
    "dotted-date": "定于2026.11.23召开。", "wide-digits": "共３项。", "short-year": "自26年3月起。", "mixed-units": "共5千人。", "fixed-words": "定于星期3召开。",
    "old-name": "请市安监局落实。", "impossible-date": "定于2月30日召开。", "open-item": "地点待定。", "share": "共排查隐患200处，其中重大隐患50处，占隐患总数的30%。", "parts-and-total": "成立专班5个，分别为矿山2个、危化1个。",
}  # fmt: skip
KIND: Kind = "公文"


def told(rule: str, *lines: str) -> list[str]:
    paper = typed(
        "各乡镇人民政府：",
        PROSE,
        *lines,
        PROSE,
        ">云山县安委会办公室",
        ">2026年11月20日",
        title="关于开展检查的通知",
    )
    return [finding.found for finding in check(paper, kind=KIND) if finding.rule == rule]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in LAWFUL.items() for line in lines])
def test_a_lawful_look_alike_is_passed_over(rule: str, line: str) -> None:
    assert told(rule, line) == []


@pytest.mark.parametrize("rule", SLIPS)
def test_the_slip_beside_it_is_told(rule: str) -> None:
    assert told(rule, SLIPS[rule])


def test_a_list_of_markdown_is_told_and_a_lone_note_is_not() -> None:
    assert told("markup", "- 排查隐患", "- 整改隐患")
    assert told("markup", "## 总体要求")


def test_a_quotation_over_paragraphs_is_a_pair() -> None:
    assert told("pairs", "会议指出：“要压实责任。", "“要排查隐患。”") == []
    assert told("pairs", "会议指出：“要压实责任。", "要排查隐患。")


@pytest.mark.parametrize("line", [*LAWFUL["marks"], "int j=0; //使q指向head,继续", "Dear Sir, 您好"])
def test_fix_text_leaves_foreign_sentences_code_and_contents_alone(line: str) -> None:
    made = format_document(
        typed("各乡镇人民政府：", PROSE, line, title="关于检查的通知"), fix_text=True, kind=KIND
    )
    assert made.changes == []


def test_prose_is_told_from_the_rest() -> None:
    assert is_prose("按GB/T 9704-2012的要求,统一用A4纸。")
    assert is_prose("安装MySQL,再配置my.cnf。")
    assert not is_prose("Hello, world.")
    assert not is_prose("")


@pytest.mark.parametrize(
    "text",
    [
        "会议（上午9:00）在三楼召开。",
        "版本（2.1）已经印发。",
        "全市会议（2026年11月25日（星期三）上午9:00）按时召开。",
    ],
)
def test_a_bracket_after_a_clock_or_a_number_closes_one(text: str):
    paper = typed("关于召开会议的通知", "各县区：", text, "特此通知。")
    assert [one for one in check(paper) if one.rule == "pairs"] == []
