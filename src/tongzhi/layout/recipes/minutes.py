"""会议纪要 (10.3): 期号, organ and date over the red rule, text, 出席 and 请假 after it, no seal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.mark import mark_block
from tongzhi.layout.official import remark
from tongzhi.layout.printing import print_span
from tongzhi.layout.prose import prose
from tongzhi.layout.sections import section_pieces, section_values
from tongzhi.layout.sentences import drop_number, end_sentence
from tongzhi.layout.widths import count_zi
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import paragraph, run

if TYPE_CHECKING:
    from tongzhi.papers.minutes import Minutes

_HEADING_LIMIT = 25
"""Decisions whose first sentences have at most so many characters have them as headings, 一、 in 黑体."""


def make(s: Standard) -> rc.Draft:
    """Lay out the minutes."""
    decision = paragraph(
        run("{% if 短题 %}{% if 多项 %}{{ 章 }}、{% endif %}{{ 项.题 }}{% endif %}", style=st.HEI)
        + run(
            "{% if not 短题 %}{% if 多项 %}{{ 条 }}.{% endif %}{{ 项.题 }}{% endif %}{{ 项.文 }}"
            "{% if 项.责任 %}（{{ 项.责任 }}）{% endif %}"
        ),
        style=st.TEXT,
    )
    usual = (
        rc.when("多个议题", rc.text("会议议题：{{ 议题句 }}"))
        + rc.when("概述", rc.block("概述段"))
        + rc.each("点", "会议要点", rc.text("{{ 点.提法 }}，{{ 点.句 }}"))
        + rc.text("会议议定以下事项：")
        + rc.each("项", "议定事项", decision)
    )
    body = rc.text("{{ 开头段 }}") + rc.when("章节", section_pieces(numbered=False), usual)
    people = (
        rc.blank()
        + rc.when("出席", _people("出席：", "{{ 出席句 }}。"))
        + rc.when("请假", _people("请假：", "{{ 请假句 }}。"))
        + rc.when("列席", _people("列席：", "{{ 列席句 }}。"))
        + rc.when("记录人", _people("记录：", "{{ 记录人 }}。"))
        + rc.when("核稿 or 签发", rc.plain("核稿：{{ 核稿 }}　　　　签发：{{ 签发 }}", st.NOTE))
    )
    people = rc.when("出席 or 请假 or 列席 or 记录人 or 核稿 or 签发", people)
    front = rc.drafting_sheet(s) + rc.red_head(s, number=_issue_line()) + rc.title()
    annexes = rc.each("页", "附件页", rc.annex("{{ 页.标签 }}", "{{ 页.名称分行 }}", rc.blank()))
    return rc.Draft(
        "会议纪要",
        front + body + rc.when("附件说明", rc.block("附件说明")) + people + annexes + rc.imprint(s, "分送"),
        restart=True,
    )


def _issue_line() -> rc.Piece:
    return (
        rc.plain("{{ 期号 }}", st.NUMBER)
        + rc.blank()
        + rc.plain("{{ 制发机关 }}\t{{ 成文日期 }}", st.ISSUE_LINE)
    )


def _people(label: str, words: str) -> rc.Piece:
    return paragraph(run(label, style=st.HEI) + run(words), style=st.ATTENDANCE)


def prepare(document: Minutes, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the opening, the lists of people, the decisions with unit and time."""
    mark = document.mark or f"{document.issuer}会议纪要"
    absent = [
        remark(
            f"{entry['职务']}{entry['姓名']}" + (f"（{entry['原因']}）" if entry["原因"] else ""),
            entry.values(),
        )
        for entry in values["请假"]
    ]
    when = _when(document, values)
    chair = values["主持人"] or {"单位": "", "职务": "", "姓名": ""}
    decisions = [_decision(entry) for entry in values["议定事项"]]
    topics = [str(topic).rstrip("。；") for topic in values["议题"]]
    name = values["会议名称"] or values["纪要名称"].removesuffix("纪要")
    opening = (
        f"{when}，{chair['单位']}{chair['职务']}{chair['姓名']}在{values['地点']}主持召开{name}"
        + (f"，{topics[0]}" if len(topics) == 1 and topics[0] not in str(name) else "")
        + "。现将会议议定事项纪要如下："
    )
    sources = [values["时间"], values["结束时间"], *chair.values(), values["地点"], *values["议题"]]
    return {
        "发文机关标志": mark_block([mark], "", s, red=bool(values["红色"])),
        "签发人": "",
        "开头段": values["开头语"] or remark(opening, sources),
        "章节": section_values(values["章节"]),
        "多个议题": len(topics) > 1,
        "议题句": remark("；".join(topics) + "。", values["议题"]),
        "概述段": prose(remark("\n".join(str(end_sentence(t)) for t in values["概述"]), values["概述"]), s),
        "会议要点": [
            {**point, "句": end_sentence(drop_number(point["内容"]))} for point in values["会议要点"]
        ],
        "议定事项": decisions,
        "短题": all(decision["题"] for decision in decisions),
        "多项": len(document.decisions) > 1,
        "出席句": _people_text(values["出席"]),
        "列席句": _people_text(values["列席"]),
        "请假句": _people_text(absent),
    }


def _when(document: Minutes, values: Mapping[str, Any]) -> str:
    if isinstance(document.start, datetime) and isinstance(document.end, datetime):
        return print_span(document.start, document.end)
    return str(values["时间"]) + (f"—{values['结束时间']}" if values["结束时间"] else "")


def _people_text(people: list[Any]) -> str:
    joined = [str(words).rstrip("。；") for words in people]
    mark = "；" if any("、" in words or "，" in words for words in joined) else "、"
    return remark(mark.join(joined), people)


def _matter(text: Any) -> dict[str, str]:
    """Give the first sentence as heading, what follows as text; a long first sentence is all text."""
    whole = str(end_sentence(text))
    lead, mark, rest = whole.partition("。")
    if count_zi(lead) > _HEADING_LIMIT:
        return {"题": "", "文": remark(whole, [text])}
    return {"题": remark(lead + mark, [text]), "文": remark(rest, [text])}


def _decision(entry: Mapping[str, Any]) -> dict[str, Any]:
    parts = [
        entry["责任单位"] and f"责任单位：{entry['责任单位']}",
        entry["责任人"] and f"责任人：{entry['责任人']}",
        entry["时限"] and f"完成时限：{entry['时限']}",
        entry["成果"] and f"成果：{entry['成果']}",
    ]
    known = [entry[name] for name in ("责任单位", "责任人", "时限", "成果")]
    shown = "；".join(str(part) for part in parts if part)
    if not entry["责任单位"] or not entry["时限"]:
        shown = f"{shown}；责任或时限未明确" if shown else "责任或时限未明确"
    return {**entry, **_matter(entry["事项"]), "责任": remark(shown, known)}
