"""The sentences of a 通报, kind by kind, and its problems as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout.official import attachment_values, remark
from tongzhi.layout.prose import prose
from tongzhi.layout.sentences import before, end_sentence, lead_and_rest, points, soft_date
from tongzhi.standard.gbt9704 import Standard
from tongzhi.zh.numbers import to_chinese

if TYPE_CHECKING:
    from tongzhi.papers.circular import Circular

PROBLEM_LIST = "问题清单"


def circular_values(document: Circular, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the sentences of each kind, the problems by unit, the annexes."""
    problems = [
        _problem(number, document, values, entry) for number, entry in enumerate(values["存在问题"], 1)
    ]
    names = [entry["名称"] for entry in values["附件"]]
    if problems and not any(PROBLEM_LIST in str(name) for name in names):
        names = [PROBLEM_LIST, *names]
    prose_of = {f"{name}段": prose(values[name], s) for name in ("总体情况", "做法成效", "处理意见")}
    return {
        **prose_of,
        **attachment_values(names, s),
        "开头段": _opening(document, values),
        "存在问题": problems,
        "问题分组": points(_by_unit(problems)),
        "整改句": _rectify(document, values),
        "经过句": end_sentence(values["简要经过"]),
        "伤亡句": document.casualties.words if document.casualties else "待定",
        "等级句": _grade(document),
        "原因句": end_sentence(values["初步原因"]),
        "批示句": _instructions(values["领导批示"]),
        "暴露问题": points([lead_and_rest(text) for text in values["暴露问题"]]),
        "问题单位": [{**post, "句": end_sentence(post["情况"])} for post in values["问题单位"]],
        "到会句": _attended(document, values),
        "到会分单位": len(document.attendance) > 1 or any(row.unit for row in document.attendance),
        "交办事项": [_item(entry) for entry in values["交办事项"]],
        "交办栏目": _grouped(values["交办事项"]),
        "工作要求": points([_demand(entry) for entry in values["工作要求"]]),
        "报送句": _report_back(values["报送要求"]),
    }


def _opening(document: Circular, values: Mapping[str, Any]) -> str:
    if values["开头语"]:
        return str(end_sentence(values["开头语"]))
    approved = f"{values['批准依据']}，" if values["批准依据"] else ""
    tail = {
        "事故": "现将事故情况及有关要求通报如下：",
        "督查": "现将督查情况通报如下：",
        "值班抽查": "现将抽查情况通报如下：",
        "到会": "现将到会情况通报如下：",
        "交办": "现将有关事项交办如下：",
    }[document.kind]
    if document.kind == "交办":
        source = values["交办来源"]
        lead = f"为落实{source}部署要求，" if source else ""
        return remark(f"{lead}{approved}{tail}", [source, values["批准依据"]])
    if document.kind == "到会":
        day = f"{values['会议日期']}召开的" if values["会议日期"] else ""
        return remark(
            f"{approved}现将{day}{values['会议名称']}到会情况通报如下：",
            [values["会议名称"], values["会议日期"]],
        )
    return remark(f"{approved}{tail}", [values["批准依据"]])


def _problem(
    number: int, document: Circular, values: Mapping[str, Any], entry: Mapping[str, Any]
) -> dict[str, Any]:
    due = entry["整改时限"] or values["整改时限"]
    if not due and document.rectify:
        due = values["整改要求"]["时限"]
    unit, place = str(entry["单位"] or ""), str(entry["部位"] or "")
    if not unit and not place:
        unit = values["县区"]
    return {
        **entry,
        "序号": entry["序号"] or number,
        "单位": unit,
        # 某厂某厂仓库 says the unit twice
        "部位": place.removeprefix(unit) if unit else entry["部位"],
        "时限": soft_date(due),
        "时限全": due,
    }


def _by_unit(problems: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Group the problems by the unit they were found at; without units each stands alone."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for problem in problems:
        groups.setdefault(str(problem["单位"] or problem["部位"] or ""), []).append(problem)
    if len(groups) == 1 and len(problems) > 1:
        return [{"题": "", "文": remark(_say([problem]) + "。", problem.values())} for problem in problems]
    return [
        {
            "题": f"{unit}。" if unit else "",
            # a place that stands in for the unit is not said again
            "文": remark(
                _say(found if found[0]["单位"] else [{**p, "部位": ""} for p in found]) + "。",
                [v for p in found for v in p.values()],
            ),
        }
        for unit, found in groups.items()
    ]


def _say(problems: list[dict[str, Any]]) -> str:
    said = []
    for number, problem in enumerate(problems, 1):
        text = f"{problem['部位']}{problem['问题']}".rstrip("。；")
        basis = f"，不符合{problem['依据']}规定" if problem["依据"] else ""
        mark = f"{to_chinese(number)}是" if len(problems) > 1 else ""
        said.append(f"{mark}{text}{basis}")
    return "；".join(said)


def _rectify(document: Circular, values: Mapping[str, Any]) -> str:
    demand = values["整改要求"]
    if not demand:
        due = values["整改时限"]
        return remark(f"请{before(due)}完成整改。", [due]) if due and document.problems else ""
    unit = f"由{demand['单位']}负责，" if demand["单位"] else ""
    text = str(demand["内容"]).rstrip("。；，")
    due = f"{before(demand['时限'])}完成整改" if demand["时限"] else "按清单所列时限完成整改"
    to = f"，整改情况报送{demand['报送至']}" if demand["报送至"] else ""
    return remark(f"{unit}{text + '，' if text else ''}{due}{to}。", demand.values())


def _grade(document: Circular) -> str:
    grade = document.grade or document.computed_grade
    if not grade:
        return ""
    other = document.grade_with_missing
    more = f"；如失联人员确认死亡，则为{other}事故" if other and other != grade and not document.grade else ""
    return (
        f"按照《生产安全事故报告和调查处理条例》，初步判定为{grade}事故{more}，最终等级以事故调查结论为准。"
    )


def _instructions(text: Any) -> str:
    words = str(text).strip()
    if not words:
        return ""
    quoted = words if "批示" in words else f"有关领导作出批示：“{words.strip('“”')}”"
    return remark(str(end_sentence(quoted)), [text])


def _attended(document: Circular, values: Mapping[str, Any]) -> str:
    rows = document.attendance
    total = {
        name: sum(getattr(row, name) for row in rows)
        for name in ("due", "present", "leave", "absent", "late", "substitute")
    }
    words = (
        f"会议应到{total['due']}人，实到{total['present']}人，请假{total['leave']}人，缺席{total['absent']}人"
    )
    words += f"，迟到{total['late']}人" if total["late"] else ""
    words += f"，替会{total['substitute']}人" if total["substitute"] else ""
    return remark(words + "。", [value for row in values["到会情况"] for value in row.values()])


def _duty_text(*parts: tuple[str, Any]) -> str:
    return remark(
        "；".join(f"{label}：{value}" for label, value in parts if value), [value for _, value in parts]
    )


def _item(entry: Mapping[str, Any]) -> dict[str, Any]:
    duty = _duty_text(
        ("责任单位", entry["责任单位"]),
        ("责任人", entry["责任人"]),
        ("办理时限", entry["办理时限"]),
        ("反馈形式", entry["反馈形式"]),
    )
    demand = str(end_sentence(entry["具体要求"])) + (f"（{duty}）" if duty else "")
    return {
        **entry,
        "题": end_sentence(entry["事项"]),
        "文": remark(demand, [entry["具体要求"], duty]),
    }


def _grouped(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the matters under the heading of each; nothing when none has one."""
    if not any(entry["栏目"] for entry in entries):
        return []
    groups: dict[str, list[dict[str, str]]] = {}
    for entry in entries:
        groups.setdefault(str(entry["栏目"]), []).append(
            lead_and_rest(_item(entry)["题"] + _item(entry)["文"])
        )
    return [{"题": title, "事项": points(found)} for title, found in groups.items()]


def _demand(entry: Mapping[str, Any]) -> dict[str, str]:
    found = lead_and_rest(entry["内容"])
    duty = _duty_text(("责任单位", entry["单位"]), ("时限", entry["时限"]))
    if duty:
        key = "文" if found["文"] else "题"
        found[key] = remark(f"{found[key]}（{duty}）", [found[key], duty])
    return found


def _report_back(entry: Any) -> str:
    if not entry:
        return ""
    due = before(entry["时限"])
    to = entry["报送至"]
    return remark(
        f"请{due}将{entry['内容']}报送{to}。" if to else f"请{due}报送{entry['内容']}。", entry.values()
    )
