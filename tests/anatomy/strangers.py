"""Papers of other origins, as people make them: each a small file of its kind, none of them ours."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.shared import Pt

Cell = Sequence[Sequence[str]]
PROSE = "为切实加强全县安全生产工作，压实各级各有关部门责任，防范化解重大风险，现就有关事项作如下安排，请认真抓好落实。"


def save(document: docx.document.Document) -> bytes:
    """Give the file."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def typed(*lines: str, title: str = "", centred: bool = True, tables: Sequence[Cell] = ()) -> bytes:
    """Give a paper of plain paragraphs; `\\f` alone is a page break, `>` at the start aligns right."""
    document = docx.Document()
    if title:
        head = document.add_paragraph()
        head.alignment = ALIGN.CENTER if centred else None
        head.add_run(title).font.size = Pt(22)
    for line in lines:
        if line == "\f":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif line.startswith(">"):
            document.add_paragraph(line[1:]).alignment = ALIGN.RIGHT
        else:
            document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return save(document)


NOTICE = typed(
    "各乡镇人民政府，县直有关部门：", PROSE, "一、排查隐患", PROSE, ">云山县安全生产委员会办公室", ">2026年11月20日",
    title="关于开展冬季安全检查的通知",
)  # fmt: skip
REQUEST = typed(
    "县人民政府：", "因办公用房年久失修，拟于年内维修。" + PROSE, "妥否，请批示。", ">云山县应急管理局", ">2026年3月5日", "（联系人：王某，电话：0971-8230002）",
    title="云山县应急管理局关于维修办公用房的请示",
)  # fmt: skip
PLAN = typed(
    PROSE, "一、工作目标", "（一）压降事故。" + PROSE, "（二）整改隐患。" + PROSE, "二、工作步骤", PROSE,
    title="云山县冬春火灾防控工作方案",
)  # fmt: skip
ATTACHMENT = typed("附件2", "检查发现问题清单", PROSE, "一、矿山", PROSE)
SPEECH = typed(
    "（2026年11月20日）", "同志们：", "今天这次会议，主要任务是部署岁末年初工作。" + PROSE, "一、认清形势", PROSE, "二、压实责任", PROSE,
    title="在全县安全生产会议上的讲话",
)  # fmt: skip
SUMMARY = typed(PROSE, "一、主要做法", PROSE, "二、存在不足", PROSE, title="应急管理局2026年工作总结")
FORM = typed(
    title="安全生产培训报名表",
    tables=[[["姓名", ""], ["单位", ""], ["职务", ""], ["联系电话", ""], ["参加班次", "□第一期　□第二期"]]],
)
MINUTES = typed(
    title="办公会议记录",
    tables=[[["会议主题", "冬季安全检查"], ["会议时间", "2026年11月20日"], ["会议地点", "二楼会议室"], ["主持人", "王某"], ["参会人员", "李某、赵某"], ["会议内容", PROSE]]],
)  # fmt: skip
MINUTES_LINES = typed(
    "时间：2026年11月20日", "地点：二楼会议室", "主持：王某", "参加人员：李某、赵某", "记录：钱某", "1.通报检查情况。" + PROSE,
    title="党组会议纪要",
)  # fmt: skip
CONTRACT = typed(
    "合同编号：YS-2026-011", "甲方：云山县应急管理局", "乙方：云山安信技术有限公司", "依照有关法律，甲乙双方签订本合同。",
    "第一条　服务内容", "乙方为甲方提供隐患排查服务。", "第二条　费用", "甲方向乙方支付服务费。", "第三条　违约责任", "争议解决方式为诉讼。",
    title="技术服务合同",
)  # fmt: skip
THESIS = typed(
    "学　号：202600123", "指导教师：周某", "\f", "摘　要：本文研究尾矿库监测。", "关键词：尾矿库；监测", "Abstract: This paper studies tailings ponds.",
    "第一章　绪论", PROSE, "第二章　方法", PROSE, "图2-1　监测点", "图2-2　流程", "参考文献", "[1] 张某. 尾矿库安全[J].",
    title="尾矿库监测方法研究",
)  # fmt: skip
MANUAL = typed(
    "目录", *(f"1.{n} 第{n}节\t{n}" for n in range(1, 7)), *(f"1.{n} 安装第{n}部分" for n in range(1, 6)), "点击“下一步”按钮，完成安装。", "修订记录",
    title="隐患排查系统用户手册",
)  # fmt: skip
FOREIGN = typed(
    "Dear colleagues,",
    "The committee will hold its annual meeting on work safety on Friday; please send us your comments.",
    "Kind regards",
    title="Annual meeting",
)
RUSSIAN = typed(
    "Уважаемые коллеги! Совещание по охране труда состоится в пятницу, просим подтвердить участие."
)
LOOSE = typed("买菜", "交电费", "给老王回电话")

KINDS: dict[str, tuple[bytes, str]] = {
    "notice": (NOTICE, "公文"),
    "request": (REQUEST, "公文"),
    "plan": (PLAN, "附件"),
    "attachment": (ATTACHMENT, "附件"),
    "speech": (SPEECH, "内部文稿"),
    "summary": (SUMMARY, "内部文稿"),
    "form": (FORM, "表格"),
    "minutes in a table": (MINUTES, "会议记录"),
    "minutes in lines": (MINUTES_LINES, "会议记录"),
    "contract": (CONTRACT, "合同"),
    "thesis": (THESIS, "论文"),
    "manual": (MANUAL, "手册"),
    "English": (FOREIGN, "外文"),
    "Russian": (RUSSIAN, "外文"),
    "nothing in particular": (LOOSE, "其他"),
}
