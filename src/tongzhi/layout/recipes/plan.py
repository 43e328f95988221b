"""部署方案: the covering notice, the plan on a new page, its 任务分解表 across."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.engine.values import Marked
from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import attachment_values, remark, title_lines
from tongzhi.layout.prose import prose
from tongzhi.layout.sections import section_pieces, section_values
from tongzhi.layout.sentences import end_sentence, lead_and_rest, soft_date, split_units_text
from tongzhi.layout.tables import Column, filled_table
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.plan import Plan

CARRIERS = ("红头文件", "信函", "电报")


def make(s: Standard, carrier: str = "红头文件") -> rc.Draft:
    """Lay out notice and plan; without the notice the plan itself stands under the head."""
    contact = rc.last_text(
        "联系人：{% for 人 in 联系人 %}{{ 人.职务 }}{{ 人.姓名 }}，{{ 人.电话 }}"
        "{% if not loop.last %}；{% endif %}{% endfor %}。"
    )
    cover = (
        rc.when("联系人", rc.text("{{ 印发语 }}") + contact, rc.last_text("{{ 印发语 }}"))
        + rc.block("落款")
        + rc.when("附注", rc.plain("（{{ 附注 }}）", st.NOTE))
        + rc.new_page(rc.plain("{{ 方案名称分行 }}", st.TITLE))
        + rc.blank()
    )
    body = (
        rc.when("印发通知", cover)
        + _text()
        + rc.when("联系人 and not 印发通知", contact)
        + rc.when("附件说明", rc.block("附件说明"))
        + rc.when("not 印发通知", rc.block("落款"))
    )
    return rc.official(
        s, "部署方案", body, _annexes(s, letter=carrier == "信函"), carrier, closing_pieces=False
    )


def _text() -> rc.Piece:
    duty = (
        "（牵头单位：{{ 项.牵头单位 }}{% if 项.责任单位 %}；责任单位：{{ 项.责任单位 }}{% endif %}"
        "{% if 项.责任领导 %}；责任领导：{{ 项.责任领导 }}{% endif %}；完成时限：{{ 项.完成时限 }}）"
    )
    task = "{{ 项.任务句 }}{% if 项.工作措施 %}{{ 项.措施句 }}{% endif %}" + duty
    goals = rc.each("项", "工作目标", rc.text("{% if 多个目标 %}{{ 条 }}.{% endif %}{{ 项.句 }}"))
    usual = (
        rc.heading1("总体要求")
        + rc.when(
            "总体要求分节",
            rc.heading2("指导思想") + rc.block("总体要求段"),
            rc.block("总体要求段"),
        )
        + rc.heading2("工作目标")
        + goals
        + rc.when(
            "基本原则",
            rc.heading2("基本原则")
            + rc.each("则", "基本原则", rc.text("{% if 多条原则 %}{{ 条 }}.{% endif %}{{ 则 }}")),
        )
        + rc.heading2("整治范围")
        + rc.text(
            "{% for 项 in 整治范围 %}{{ 项.开头 }}{{ 项.对象 }}"
            "{% if 项.数量 or 项.数量 == 0 %}{{ 项.数量 }}{{ 项.单位 }}{% endif %}{{ 项.接 }}{% endfor %}。"
        )
    )
    tasks = rc.heading1("重点任务") + rc.each(
        "组",
        "任务分组",
        rc.when(
            "组.领域",
            rc.heading2("{{ 组.领域 }}") + rc.each("项", "组.任务", rc.text("{{ 条 }}." + task)),
            rc.each("项", "组.任务", rc.text("{{ 条 }}." + task)),
        ),
    )
    phases = rc.heading1("时间步骤") + rc.each(
        "段",
        "时间步骤",
        rc.item("{{ 段.名 }}{% if 段.期 %}（{{ 段.期 }}）{% endif %}。", "{{ 段.工作内容 }}"),
    )
    demands = (
        rc.heading1("工作要求")
        + rc.each("项", "工作要求", rc.item("{{ 项.题 }}", "{{ 项.文 }}"))
        + rc.item("{{ 末条.题 }}", "{{ 末条.文 }}", last=True)
    )
    return (
        rc.when("依据句", rc.text("{{ 依据句 }}"))
        + rc.when("章节", section_pieces() + rc.when("工作目标", rc.heading1("工作目标") + goals), usual)
        + rc.when("组织领导", rc.heading1("组织领导") + _leaders())
        + rc.when("not 章节", tasks)
        + rc.when("时间步骤", phases)
        + rc.when("末条", demands)
    )


def _leaders() -> rc.Piece:
    def people(label: str, group: str) -> rc.Piece:
        words = (
            "{% for 人 in 组织领导."
            + group
            + " %}{{ 人.全 }}{% if not loop.last %}、{% endif %}{% endfor %}。"
        )
        return rc.text(label + words)

    office = (
        "领导小组办公室设在{{ 组织领导.办公室设在 }}"
        "{% if 组织领导.办公室主任 %}，办公室主任由{{ 组织领导.办公室主任 }}担任{% endif %}"
        "{% if 组织领导.联络员 %}，联络员：{{ 组织领导.联络员 }}{% endif %}。"
    )
    group = (
        "{{ 班.名称 }}{% if 班.牵头单位 %}由{{ 班.牵头单位 }}牵头{% endif %}"
        "{% if 班.成员单位 %}，成员单位：{{ 班.成员单位 }}{% endif %}。{% if 班.职责 %}{{ 班.职责句 }}{% endif %}"
    )
    return (
        rc.text("成立工作领导小组，组成人员如下：")
        + people("组长：", "组长")
        + rc.when("组织领导.副组长", people("副组长：", "副组长"))
        + rc.when("组织领导.成员", people("成员：", "成员"))
        + rc.when("组织领导.办公室设在", rc.text(office))
        + rc.each("班", "工作专班", rc.text("{{ 条 }}." + group))
    )


def _annexes(s: Standard, *, letter: bool) -> rc.Piece:
    """The 任务分解表 in its own section, across when it has many columns; further attachments upright."""
    table = (
        rc.plain("{{ 页.标签 }}", st.ANNEX_LABEL)
        + rc.blank()
        + rc.plain("{{ 页.名称分行 }}", st.ANNEX_TITLE)
        + rc.blank()
        + rc.block("任务表")
        + rc.when("合计句", rc.plain("{{ 合计句 }}", st.TABLE_NOTE))
    )
    return rc.each(
        "页",
        "附件页",
        rc.when(
            "页.种类 == '任务分解表'",
            rc.when("任务表横排", rc.landscape(s, table, letter=letter), rc.upright(s, table, letter=letter)),
            rc.annex("{{ 页.标签 }}", "{{ 页.名称分行 }}", rc.blank()),
        ),
    )


def _scope(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give what is covered, field by field: the field opens its first object, 、 joins those of one field."""
    fields = list(dict.fromkeys(str(row["领域"]) for row in rows))
    ordered = sorted(rows, key=lambda row: fields.index(str(row["领域"])))
    found = []
    for index, row in enumerate(ordered):
        field = row["领域"]
        first = index == 0 or ordered[index - 1]["领域"] != field
        after = ordered[index + 1]["领域"] if index + 1 < len(ordered) else None
        opening = remark(f"{field}领域：", [field]) if first and field else ""
        joint = "" if after is None else "、" if after == field else "；"
        found.append({**row, "开头": opening, "接": joint})
    return found


def prepare(document: Plan, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give titles, sentences, the tasks by field, the annexes."""
    name = values["方案名称"]
    inner = str(name).translate(str.maketrans("《》", "〈〉"))
    cover = f"关于印发《{inner}》的通知"
    approved = values["批准依据"]
    sending = (
        values["印发语"]
        or (f"{approved}，" if approved else "") + f"现将《{inner}》印发给你们，请认真贯彻执行。"
    )
    title = remark(cover, [name]) if document.cover else name
    tasks = [_task(number, entry) for number, entry in enumerate(values["重点任务"], 1)]
    general = str(values["总体要求"])
    demands = _demands(values)
    found: dict[str, Any] = {
        "标题": title,
        "标题分行": title_lines(title, s),
        "方案名称分行": title_lines(name, s),
        "印发语": end_sentence(remark(str(sending), [sending, name, approved])),
        "依据句": values["开头语"] or _basis(values["起草依据"]),
        "章节": section_values(values["章节"]),
        "总体要求段": prose(values["总体要求"], s),
        "总体要求分节": not general.lstrip().startswith(("（一）", "(一)")),
        "工作目标": [{**goal, "句": _goal(goal)} for goal in values["工作目标"]],
        "多个目标": len(document.goals) > 1,
        "基本原则": [end_sentence(text) for text in values["基本原则"]],
        "多条原则": len(document.principles) > 1,
        "整治范围": _scope(values["整治范围"]),
        "组织领导": _leadership(values["组织领导"]),
        "工作专班": [
            {**group, "成员单位": split_units_text(group["成员单位"]), "职责句": end_sentence(group["职责"])}
            for group in values["工作专班"]
        ],
        "重点任务": tasks,
        "任务分组": _by_field(tasks),
        "时间步骤": [_phase(phase) for phase in values["时间步骤"]],
        "工作要求": demands[:-1] if demands else [],
        "末条": demands[-1] if demands else {},
        **_table(document, tasks, s),
        "合计句": _notes(document, tasks),
    }
    return found | attachment_values(list(document.annexes), s)


def _task(number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    remarks = "；".join(
        str(part) for part in (entry["督办单位"] and f"督办：{entry['督办单位']}", entry["备注"]) if part
    )
    return {
        **entry,
        "序号": entry["序号"] or number,
        "任务句": end_sentence(entry["重点任务"]),
        "措施句": end_sentence(entry["工作措施"]),
        "责任单位": split_units_text(entry["责任单位"]),
        "时限": entry["时间要求"] or soft_date(entry["完成时限"]),
        "说明": remarks,
    }


def _by_field(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Group the tasks by field in the order of their first task; one group without a name if none has a field."""
    if not any(task["重点领域"] for task in tasks):
        return [{"领域": "", "任务": tasks}]
    groups: dict[str, list[dict[str, Any]]] = {}
    for task in tasks:
        groups.setdefault(str(task["重点领域"] or "综合"), []).append(task)
    return [
        {"领域": f"{field}领域" if field not in ("综合", "其他") else f"{field}事项", "任务": found}
        for field, found in groups.items()
    ]


def _basis(entries: list[dict[str, Any]]) -> str:
    if not entries:
        return ""
    named = []
    for entry in entries:
        number = f"（{entry['文号']}）" if entry["文号"] else ""
        title = str(entry["文件名称"])
        named.append(
            f"{entry['发文机关']}《{title}》{number}"
            if not title.startswith("《")
            else f"{entry['发文机关']}{title}{number}"
        )
    flat = [value for entry in entries for value in entry.values()]
    return remark(f"根据{'、'.join(named)}要求，结合实际，制定本方案。", flat)


def _goal(goal: Mapping[str, Any]) -> str:
    basis = f"（基数：{goal['基数']}）" if goal["基数"] else ""
    by = f"{goal['完成时限']}前，" if goal["完成时限"] and "待定" not in str(goal["完成时限"]) else ""
    return remark(f"{by}{goal['指标']}{goal['目标']}{basis}。", goal.values())


def _leadership(group: Any) -> Any:
    if not group:
        return group
    found = dict(group)
    for name in ("组长", "副组长", "成员"):
        found[name] = [
            {**person, "全": remark(f"{person['单位']}{person['职务']}{person['姓名']}", person.values())}
            for person in group[name]
        ]
    return found


def _phase(phase: Mapping[str, Any]) -> dict[str, Any]:
    name = str(phase["阶段"])
    start, end = str(phase["开始"]), str(phase["结束"])
    span = "—".join(part for part in (start, end) if part)
    if start[:5] == end[:5] and start[4:5] == "年":
        span = f"{start}—{end[5:]}"
    if start and not start[0].isdigit() and end:
        span = f"{start}至{end}"
    return {
        **phase,
        "名": remark(name if name.endswith(("阶段", "步")) else f"{name}阶段", [phase["阶段"]]),
        "期": remark(span, [phase["开始"], phase["结束"]]),
        "工作内容": end_sentence(phase["工作内容"]),
    }


def _demands(values: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give 工作要求 with 督导考核 and 信息报送 as further points."""
    found = [lead_and_rest(text) for text in values["工作要求"]]
    if values["督导考核"]:
        found.append({"题": "强化督导考核。", "文": end_sentence(values["督导考核"])})
    if values["信息报送"]:
        said = [_report(report) for report in values["信息报送"]]
        found.append({"题": "做好信息报送。", "文": remark("".join(said), said)})
    return found


def _report(report: Mapping[str, Any]) -> str:
    when = f"{report['频次']}{report['时间']}"
    to = f"{report['报送至']}" if report["报送至"] else ""
    how = f"（{report['方式']}）" if report["方式"] else ""
    who = f"，联系人：{report['联系人']}" if report["联系人"] else ""
    words = f"{when}报送{report['内容']}" + (f"至{to}" if to else "") + how + who + "。"
    return remark(words, report.values())


_HELPED = 3
"""Supporters have a column of their own when one row in so many has any."""


_UPRIGHT = 5
"""Columns of a drafted 任务分解表 up to which it stands on upright pages, so that the imprint fits under it."""


def _table(document: Plan, tasks: list[dict[str, Any]], s: Standard) -> dict[str, Any]:
    """Give the 任务分解表 with the columns that hold something; a plan typed by hand shows 状态 as soon as one moves."""
    by_hand = not document.sections

    def texts(name: str) -> list[Any]:
        return [task[name] for task in tasks]

    helped = sum(bool(task["责任单位"]) for task in tasks)
    shared = by_hand or bool(helped)
    own_column = by_hand or _HELPED * helped >= len(tasks)
    moved = any(str(task["状态"]) != "未启动" for task in tasks)
    lead = [_lead(task, own_column=own_column) for task in tasks]
    label = "牵头单位" if by_hand else "牵头单位（责任单位）" if shared else "责任单位"
    columns = (
        Column("序号", 2.4 if by_hand else 2.2, texts("序号")),
        Column("重点领域", 4.2, texts("重点领域") if by_hand else []),
        Column("重点任务", 14 if by_hand else 18, texts("重点任务"), left=True),
        Column("工作措施", 6, texts("工作措施"), left=True),
        Column("责任领导", 4.5, texts("责任领导")),
        Column(label, 6.4 if by_hand else 7, lead),
        Column("责任单位" if by_hand else "配合单位", 6.4, texts("责任单位") if own_column else []),
        Column("完成时限" if shared else "时间要求", 5 if by_hand else 6, texts("时限")),
        Column("成果形式", 4.5, texts("成果形式")),
        Column("进展", 3, texts("进展")),
        Column("状态", 3.9, texts("状态") if moved else []),
        Column("备注", 4.4, texts("说明")),
    )
    shown = [column for column in columns if any(str(text) for text in column.texts)]
    across = by_hand or len(shown) > _UPRIGHT
    whole = s.page.area_height if across else s.page.area_width
    return {"任务表": filled_table(s, shown, whole, balance=not by_hand), "任务表横排": across}


def _lead(task: Mapping[str, Any], *, own_column: bool) -> Any:
    """Give who leads, with the person; the few that support, when they have no column of their own."""
    more = [str(task["责任人"]) if task["责任人"] else ""]
    if not own_column and task["责任单位"]:
        more.append(f"{task['责任单位']}配合")
    said = "；".join(part for part in more if part)
    return (
        remark(f"{task['牵头单位']}（{said}）", [task["牵头单位"], task["责任人"]])
        if said
        else task["牵头单位"]
    )


def _notes(document: Plan, tasks: list[dict[str, Any]]) -> str:
    """Give the line under the table: the sum by field, or what an empty and a marked cell mean."""
    if not document.sections:
        counts = "，".join(f"{field}{count}项" for field, count in document.count_by_field)
        return f"合计{len(document.tasks)}项：{counts}。"
    notes = ["空格为讲话未规定时间" if any(not task["时限"] for task in tasks) else ""]
    if any(isinstance(task[name], Marked) for task in tasks for name in ("牵头单位", "责任单位")):
        notes.append("标〔建议〕的为责任部门对照表或上文推得")
    said = "；".join(note for note in notes if note)
    return f"注：{said}。" if said else ""
