"""What the small forms print beyond their fields: sentences of counts, several values in one box."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tongzhi.papers.checklist import Checklist
    from tongzhi.papers.clue_transfer import ClueTransfer
    from tongzhi.papers.duty_roster import DutyRoster
    from tongzhi.papers.event_approval import EventApproval
    from tongzhi.papers.field_matrix import FieldMatrix
    from tongzhi.papers.handover import Handover
    from tongzhi.papers.hazard_request import HazardRequest
    from tongzhi.papers.incident_report import IncidentReport
    from tongzhi.papers.rectify_order import RectifyOrder
    from tongzhi.papers.spot_check import SpotCheck
    from tongzhi.papers.statistics_table import StatisticsTable
    from tongzhi.papers.stop_notice import StopNotice
    from tongzhi.papers.visit_log import VisitLog


def checklist(document: Checklist, _values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the count of results."""
    counts = document.counts
    total = f"共{len(document.items)}项，合格{counts['合格']}项，不合格{counts['不合格']}项，不涉及{counts['不涉及']}项。"
    return {"合计句": total, "空": ""}


def clue_transfer(document: ClueTransfer, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give who is to be called, and the reminder of secrecy."""
    return {
        "联系": f"{values['联系人']}　{values['联系电话']}",
        "保密说明": "举报人信息依法保密，不随本单移交。" if document.confidential else "",
    }


def duty_roster(document: DutyRoster, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the days with weekday, names and numbers."""
    days = zip(document.days, values["值班安排"], strict=True)
    return {"值班安排": [_day(day.weekday, row) for day, row in days]}


def _day(weekday: str, row: Mapping[str, Any]) -> dict[str, Any]:
    leader, staff = row["带班领导"], row["值班人员"]
    return {
        **row,
        "星期": weekday,
        "带班": f"{leader['姓名']}\n{leader['职务']}" if leader["职务"] else leader["姓名"],
        "带班电话": _phones(leader),
        "值班": "\n".join(f"{person['姓名']}{person['职务']}" for person in staff),
        "值班电话": "\n".join(_phones(person).replace("\n", "、") for person in staff),
    }


def _phones(person: Mapping[str, Any]) -> str:
    return "\n".join(str(person[name]) for name in ("办公电话", "手机") if person[name])


def event_approval(document: EventApproval, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give times, numbers with their unit, and the state of the permit."""
    permit = str(values["公安许可号"]) or ("不需要" if not document.permit_by else "")
    return {
        "活动时段": "至".join(str(part) for part in (values["活动时间"], values["结束时间"]) if part),
        "预计": f"{values['预计人数']}人",
        "核定": f"{values['场所核定人数']}人",
        "方案说明": "；".join((str(values["安全工作方案"]), *map(str, values["方案要素"]))),
        "安保": f"{values['安保人数']}人",
        "许可": permit,
        "空": "",
    }


def field_matrix(_document: FieldMatrix, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rows with their numbers and the supporting units of each in one."""
    rows = [
        {**row, "序号": row["序号"] or number, "配合": "、".join(map(str, row["配合单位"]))}
        for number, row in enumerate(values["分工"], 1)
    ]
    return {"分工": rows}


def handover(document: Handover, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the slip's name, and where the matter comes from."""
    follows = f"，跟{document.follows}" if document.follows else ""
    times = f"（第{document.times}次）" if document.times else ""
    return {
        "单名": f"{document.kind}单{times}",
        "来源说明": f"{values['交办来源']}（{values['来源日期']}）{follows}",
    }


def hazard_request(document: HazardRequest, values: Mapping[str, Any]) -> dict[str, Any]:
    """Say which half is printed; without opinions there are two blank rows to sign in."""
    blank = {"单位": "", "意见": "", "说明": "", "签字": "", "日期": ""}
    return {
        "是延期": document.kind == "延期",
        "审批意见": values["审批意见"] or [blank, blank],
        "空": "",
    }


def incident_report(document: IncidentReport, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the casualties in one line and the provisional grade."""
    missing = document.grade_with_missing
    grade = document.grade + (f"（计入失联为{missing}）" if missing != document.grade else "")
    casualties = f"死亡{document.dead}人、失联{document.missing}人、重伤{document.serious}人、轻伤{document.slight}人、被困{document.trapped}人"
    reason = f"（{values['数字变动原因']}）" if values["数字变动原因"] else ""
    return {
        "报送类型": document.heading,
        "伤亡情况": casualties + reason,
        "损失": f"初步估计{values['直接经济损失']}万元" if values["直接经济损失"] else "",
        "报送用时": document.limit_words,
        "初步等级": f"初步判断为{grade}事故",
    }


def rectify_order(_document: RectifyOrder, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the hazards numbered, each with its limit, and the inspectors with their cards."""
    rows = [
        {**row, "序号": row["序号"] or number, "整改时限": row["整改时限"] or values["整改时限"]}
        for number, row in enumerate(values["隐患"], 1)
    ]
    people = "；".join(f"{person['姓名']}（证件号{person['证件号']}）" for person in values["检查人员"])
    return {"隐患": rows, "检查人员名单": people}


def spot_check(document: SpotCheck, _values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the count."""
    counts = document.counts
    return {
        "合计句": f"共抽查{counts['抽查']}个单位，正常{counts['正常']}个，不在岗或未接{counts['不在岗或未接']}个。"
    }


def statistics_table(document: StatisticsTable, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rates and totals, recomputed from the rows."""
    keys = {
        "检查组数": "teams", "检查单位数": "checked", "排查隐患": "hazards", "重大隐患": "major", "已整改": "fixed", "停产停业": "stopped",
        "打非治违": "illegal", "罚款": "fined", "曝光": "exposed", "约谈": "talks",
    }  # fmt: skip
    totals = {label: document.total(name) for label, name in keys.items()} | {"整改率": document.total_rate}
    rows = [
        {**row, "整改率": figures.rate}
        for row, figures in zip(values["各地情况"], document.figures, strict=True)
    ]
    return {"各地情况": rows, "合计": totals}


def stop_notice(document: StopNotice, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give how many people were moved where."""
    where = f"至{values['转移去向']}" if document.where else ""
    return {"转移说明": f"转移{document.evacuated}人{where}" if document.evacuated else "无"}


def visit_log(document: VisitLog, _values: Mapping[str, Any]) -> dict[str, Any]:
    """Give who has not gone yet."""
    return {"未检查": "、".join(document.missing)}
