"""From a speech and a meeting to the papers that follow: plan, rectification list, minutes, county circulars.

Nothing is invented: a value is the speech's own words (stated, with its span), follows by a rule (derived), comes from the
map of departments (suggested), or reads 待定.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import field_names
from tongzhi.model.origins import Origin
from tongzhi.model.task import Deadline, Owner, Quantity, Task, TaskList
from tongzhi.model.types import read_due
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.resources import corpus_path
from tongzhi.write.names import safe_name
from tongzhi.zh.units import split_prefix

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.papers.meeting import Meeting

OPEN = "待定"
BARE = "讲话为原则要求，措施待细化"
FYI = "仅供了解"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the set: the name of its file without ending, its model, what its reader must be told."""

    name: str
    document: Document
    warnings: list[Problem]


@dataclass(frozen=True, slots=True)
class Material:
    """What the papers are drawn from."""

    text: str
    tasks: TaskList
    file: str = ""


def draft_papers(
    material: Material,
    meeting: Meeting,
    counties: Iterable[Mapping[str, Any]] = (),
    *,
    viewpoint: str = "",
    day: date,
    failed: dict[str, list[Problem]] | None = None,
) -> list[Paper]:
    """Draft every paper that follows the meeting.

    Args:
        material: the decoded text and its tasks (extracted, or edited by a person).
        meeting: the meeting.
        counties: one mapping per county, with at least 县区.
        viewpoint: the unit whose tasks come first; the rest is marked 仅供了解.
        day: the day that counts as today.
        failed: takes what is wrong with a county whose circular can't be made; the others are made.

    Raises:
        InputError: the speech holds no task, or a value of the meeting (or, without `failed`, a county) fits no paper.
    """
    if not material.tasks.actions:
        raise InputError.one(
            "讲话里没有刚性任务，没有可生成的文件",
            "核对讲话文件；或先 extract 出清单，补上任务后用 --tasks 交回",
        )
    titles = {title.strip() for task in material.tasks.tasks for title in task.section}
    settled = [
        _settled(task, meeting)
        for task in material.tasks.tasks
        if task.is_action or task.text.strip() not in titles  # a heading is spelled out by what follows
    ]
    material = replace(material, tasks=replace(material.tasks, tasks=tuple(settled)))
    actions = list(material.tasks.actions)
    own, others = part_tasks(material.tasks, viewpoint)
    papers = [
        _make("部署方案", "plan", _plan(material, meeting, own, others), day),
        *_rectification(material, meeting, [*own, *others], day),
        _make("会议纪要", "minutes", _minutes(material, meeting, [*own, *others]), day),
    ]
    named = [str(row["县区"]) for row in counties]
    for number, row in enumerate(counties, start=1):
        county = str(row["县区"])
        concerned = [task for task in actions if concerns(task, county, named)]
        if concerned:
            data = _circular(material, meeting, row, concerned)
            wanted = f"{number:03d}-{county}-任务交办通报"
            stem = safe_name(f"{wanted}.docx").removesuffix(".docx")
            try:
                papers.append(_make(f"通报/{stem}", "circular", data, day))
            except InputError as error:
                if failed is None:
                    raise
                failed[county] = error.problems
                continue
            if stem != wanted:
                note = Problem(Place(field="县区"), f"文件名“{wanted}”不能用", f"改成了“{stem}”")
                papers[-1].warnings.append(note)
    return papers


def _make(name: str, key: str, data: dict[str, Any], day: date) -> Paper:
    from tongzhi.papers.index import find_type

    kind = find_type(key)
    names = field_names(kind)
    checked = validate(
        kind, Source({names.get(label, label): value for label, value in data.items()}, {}, name), day
    )
    return Paper(name, checked.document, checked.warnings)


def part_tasks(tasks: TaskList, unit: str) -> tuple[list[Task], list[Task]]:
    """Part tasks into those that fall on `unit` and the rest; without a unit all are its own."""
    if not unit:
        return list(tasks.actions), []
    from tongzhi.extract.viewpoint import for_unit

    parted = for_unit(tasks, unit)
    return list(parted.mine), list(parted.others)


def concerns(task: Task, county: str, counties: list[str]) -> bool:
    """Tell whether a task goes to a county: it names the county or no one, or is meant for all."""
    said = "".join(
        f"{owner.text}{''.join(owner.names)}"
        for owner in task.owners
        if owner.origin in ("stated", "context")
    )
    if not said:
        return not _names_other(task.text, county, counties)
    if _short(county) in said:
        return True
    if _names_other(said, county, counties):
        return False
    return any(word in said for word in _words("general-owners.txt"))


def _names_other(text: str, county: str, counties: list[str]) -> bool:
    others = [_short(other) for other in counties if other != county]
    return any(other in text for other in others) and _short(county) not in text


def _short(county: str) -> str:
    """Give the name of a county without 县/区/市 when two characters or more are left."""
    bare = re.sub(r"(?:自治县|县|区|市|旗)$", "", county)
    return bare if len(bare) > 1 else county


@cache
def _words(name: str) -> tuple[str, ...]:
    lines = corpus_path(f"draft/{name}").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


# --- values and their origins ------------------------------------------------------------------------------


def _skip(task: Task) -> int:
    """Give where the words of a task begin, after the time and the speaker of a transcript."""
    return 0 if "text" in task.typed else split_prefix(task.text)[0]


def _words_of(task: Task) -> str:
    return task.text[_skip(task) :]


def _said(task: Task) -> dict[str, Any]:
    start = task.source.start + _skip(task)
    return Origin("stated", "", start, task.source.end).as_data(_words_of(task))


def _derived(value: Any, rule: str) -> dict[str, Any]:
    return Origin("derived", rule).as_data(value)


def _sources(task: Task, file: str) -> list[dict[str, Any]]:
    source: dict[str, Any] = {"起": task.source.start, "止": task.source.end, "原文": task.text}
    if file:
        source["文件"] = file
    return [source]


_SPEAKER = ("我", "我本人", "本人")
_PRONOUNS = (
    *_SPEAKER,
    "你",
    "您",
    "你们",
    "咱们",
    "我们",
    "大家",
    "他们",
    "您们",
    "妳",
    "妳們",
    "你們",
    "我們",
    "咱們",
    "他們",
)


def _settled(task: Task, meeting: Meeting) -> Task:
    """Give the task with its lead first, and the speaker's name where the speech says 我本人."""
    named = (_speaker(meeting),) if meeting.speaker.name else ()
    owners = [replace(owner, names=named) if owner.text in _SPEAKER else owner for owner in task.owners]
    return replace(task, owners=tuple(_lead_first(owners, task)))


def _lead_first(owners: Iterable[Owner], task: Task) -> list[Owner]:
    """Give the owners with the one first who leads by the words beside it: 由市应急局牵头."""

    def rank(owner: Owner) -> int:
        if owner.source is None or owner.origin != "stated":
            return 2
        start, end = owner.source.start - task.source.start, owner.source.end - task.source.start
        if re.match(r"(?:总?牵头|为主)", task.text[end:]):
            return 0
        return 1 if task.text[:start].endswith("由") else 2

    return sorted(owners, key=rank)


def _owner(owner: Owner | None) -> Any:
    if owner is None:
        return OPEN
    if owner.text in _SPEAKER and owner.names:
        return _derived(owner.names[0], "讲话人")
    words = owner.text or "、".join(owner.names)
    if not words or words in _PRONOUNS:
        return OPEN
    if owner.origin in ("suggested", "owners-file"):
        basis = "责任部门对照表" if owner.origin == "suggested" else "责任单位对照"
        kind = Origin("suggested", basis) if owner.origin == "suggested" else Origin("derived", basis)
        return kind.as_data("、".join(owner.names) or words)
    span = owner.source
    if owner.origin == "context":  # right often enough to be offered, too seldom to be taken unseen
        return Origin(
            "suggested", "上文主语", span.start if span else None, span.end if span else None
        ).as_data(words)
    return Origin("stated", "", span.start if span else None, span.end if span else None).as_data(words)


def _due(task: Task) -> Any:
    """Give a time limit that the papers accept: a day, a recurring one as it stands, else 待定.

    The day that a work begins on (从今晚起24小时值班) is none.
    """
    deadline = task.due
    if deadline is None:
        return OPEN
    if deadline.date is not None:
        return _derived(deadline.date.isoformat(), f"原文“{deadline.text}”按会议日期推算")
    if deadline.kind == "recurring":
        words = _with_duty(deadline, task)
        try:
            read_due(words)
        except Exception:  # noqa: BLE001  pydantic's custom error has no public base of its own
            return OPEN
        return Origin("stated", "").as_data(words)
    return OPEN


_DUTY = re.compile(r"(?:不间断)?(?:专人)?(?:值班|值守|待命|在岗|监测|巡查)")


def _with_duty(deadline: Deadline, task: Task) -> str:
    """Give 24小时值班 for 24小时, which alone would read as a term."""
    if deadline.source is None or not deadline.text.endswith("小时"):
        return deadline.text
    duty = _DUTY.match(task.text, deadline.source.end - task.source.start)
    return deadline.text + (duty.group() if duty else "")


def _due_note(task: Task) -> str:
    """Give the words of the deadlines that are no day to be done by, so that they are not lost."""
    words = [one.text for one in task.deadlines if one.date is None or one.starts]
    return f"原文时限：{'、'.join(words)}" if words else ""


# --- the papers --------------------------------------------------------------------------------------------


def _common(meeting: Meeting) -> dict[str, Any]:
    data: dict[str, Any] = {"发文机关": meeting.issuer}
    if meeting.recipients:
        data["主送机关"] = list(meeting.recipients)
    return data


def _speaker(meeting: Meeting) -> str:
    person = meeting.speaker
    return f"{person.name}{person.title}" if person.name else OPEN


def _core(name: str) -> str:
    """Give the name of a meeting without the word for its form: 全市安全生产电视电话会议 → 全市安全生产."""
    bare = re.sub(r"(?:电视电话|视频|电话|现场|紧急|专题|调度|部署|推进|动员|工作)*(?:会议|会)$", "", name)
    return bare if len(bare) >= 2 else name


def _plan(material: Material, meeting: Meeting, own: list[Task], others: list[Task]) -> dict[str, Any]:
    bare = bare_fields(material.tasks)
    requirements = [task for task in material.tasks.requirements if task not in bare]
    general, rest = _general(requirements)
    data = {
        **_common(meeting),
        "方案名称": _derived(f"{_core(meeting.meeting_name)}重点任务工作方案", "由会议名称得出"),
        "起草依据": [{"文件名称": f"{_speaker(meeting)}在{meeting.meeting_name}上的讲话"}],
        "总体要求": "".join(_words_of(task) for task in general) or OPEN,
        "工作目标": [goal.to_data() for goal in meeting.goals] or find_goals(material) or [{"指标": OPEN}],
        "整治范围": _scope([*own, *others, *bare]) or [{"对象": OPEN}],
        "组织领导": meeting.leadership.to_data()
        if meeting.leadership
        else {"组长": [{"姓名": OPEN}], "办公室设在": OPEN},
        "重点任务": [_plan_task(task, material.file) for task in own]
        + [_plan_task(task, material.file, note=FYI) for task in others]
        + [_plan_task(task, material.file, note=BARE) for task in bare],
        "时间步骤": [phase.to_data() for phase in meeting.phases]
        or [{"阶段": OPEN, "开始": OPEN, "结束": OPEN}],
        "工作要求": [_words_of(task) for task in rest] or [OPEN],
    }
    for number, task in enumerate(data["重点任务"], start=1):
        task["序号"] = number
    return data


def bare_fields(tasks: TaskList) -> list[Task]:
    """Give the requirements of fields without a single action, one a field and all that count something.

    A field that a speech numbers has its section in the plan, its owner and its limit, even if only a principle was said.
    """
    acted = {task.field for task in tasks.actions}
    wanted = [
        task for task in tasks.requirements if task.field not in (None, "其他") and task.field not in acted
    ]
    first = {task.field: task for task in reversed(wanted)}
    return [task for task in wanted if task is first[task.field] or _scope_counts(task)]


def _scope_counts(task: Task) -> bool:
    return any(_is_population(quantity, task) for quantity in task.quantities)


def _general(requirements: list[Task]) -> tuple[list[Task], list[Task]]:
    """Part the requirements: the first three under a heading and without redactions are the 总体要求."""
    fit = [task for task in requirements if task.section and not re.search(r"[*＊×]", task.text)]
    head = fit[:3] or requirements[:1]
    return head, [task for task in requirements if task not in head]


def _plan_task(task: Task, file: str, note: str = "") -> dict[str, Any]:
    owners = list(task.owners)
    row: dict[str, Any] = {
        "任务编号": task.id,
        "来源": _sources(task, file),
        "重点领域": task.field or "",
        "重点任务": _said(task),
        "牵头单位": _owner(owners[0] if owners else None),
        "完成时限": _due(task),
    }
    helpers = [owner for owner in owners[1:] if owner.text not in _PRONOUNS]
    supporters = [word for owner in helpers for word in (owner.names or (owner.text,)) if word]
    if supporters and all(owner.origin in ("suggested", "context") for owner in helpers):
        basis = "责任部门对照表" if helpers[0].origin == "suggested" else "上文主语"
        row["责任单位"] = Origin("suggested", basis).as_data(supporters)
    elif supporters:
        row["责任单位"] = supporters
    if task.quantities:
        row["成果形式"] = ""
    remark = "；".join(part for part in (note, _due_note(task)) if part)
    if remark:
        row["备注"] = remark
    return {label: value for label, value in row.items() if value != ""}


def _scope(tasks: list[Task]) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for task in tasks:
        for quantity in task.quantities:
            if not _is_population(quantity, task):
                continue
            rows.setdefault(
                quantity.text,
                {
                    "领域": task.field or "",
                    "对象": quantity.object,
                    "数量": quantity.number,
                    "单位": quantity.unit,
                },
            )
    if rows:
        return list(rows.values())
    fields = list(dict.fromkeys(task.field for task in tasks if task.field))
    return [{"对象": f"{field}领域"} for field in fields]


_FORCES = re.compile(r"元|吨|人|员|干部|专家|次|%|天|小时|[组队班]$|会$|事$|起$|通报|照片|防护服|物资")
_SENT = re.compile(
    r"(?:组成|成立|组建|抽调|派出?|配[备齐]?|备足?|新?增设?|加到|储备|设立?|补装|安装|建成|新建|出|不少于|不低于|不超过|至少|每[\u4e00-\u9fff]{1,2}|覆盖)$"
)
"""Before a number: a force that is sent, a store that is laid in, or a limit, not what is there to be checked."""


def _is_population(quantity: Quantity, task: Task) -> bool:
    """Tell objects that are there to be checked (114家非煤矿山企业) from forces, stores, limits, sums and measures."""
    if not isinstance(quantity.number, int) or quantity.number < 2 or not quantity.object:
        return False
    if _FORCES.search(quantity.object) or _FORCES.search(quantity.unit):
        return False
    if quantity.source is None:
        return True
    return not _SENT.search(task.text[: max(0, quantity.source.start - task.source.start)])


_GOAL = re.compile(
    r"(?P<what>[一-鿿“”]{2,12}?(?:事故|死亡|伤亡|起数|人数|总量|火灾|损失)[一-鿿]{0,6}?)"
    r"(?P<how>(?:继续|持续|同比|实现|明显|大幅|分别)*(?:下降|减少|零增长|为零|零发生)(?:\d[\d.]*%|百分之[一-鿿]{1,4})?(?:以上)?)"
    r"|(?P<ban>(?:坚决)?(?:杜绝|遏制)(?:发生)?(?P<event>(?:重特大|特别重大|重大|较大)[一-鿿]{0,4}?事故))"
)

_AIM = re.compile(r"目标|实现|确保|力争|力求|致力|努力|争取|务必|必须|坚决|(?<![重主需只])要")
_TOLD = re.compile(
    r"虽然|尽管|有所|同比|环比|以来|相比|比去年|较去年|[前上]\d*[半个一二三四五六七八九十]*[年月季]|[了过]$"
)


def _is_aimed_at(text: str, start: int) -> bool:
    """Tell whether what stands at `start` is wanted, by the words before it in its sentence, and not told as a fact."""
    before = re.split(r"[。！？!?；;\n]", text[:start])[-1]
    return bool(_AIM.search(before)) and not _TOLD.search(before)


def find_goals(material: Material) -> list[dict[str, Any]]:
    """Find aims that can be measured (事故总量继续下降, 杜绝发生重特大事故) in the speech's own words, each once."""
    rows: dict[str, dict[str, Any]] = {}
    for found in _GOAL.finditer(material.text):
        if not found["ban"] and not _is_aimed_at(material.text, found.start("how")):
            continue
        name = (found["what"] or found["event"]).lstrip("“，、也就是即")
        target = found["how"] or found["ban"].removesuffix(found["event"])
        rows.setdefault(
            name, {"指标": Origin("stated", "", found.start(), found.end()).as_data(name), "目标": target}
        )
    return list(rows.values())


def _rectification(material: Material, meeting: Meeting, tasks: list[Task], day: date) -> list[Paper]:
    chosen = [task for task in tasks if any(word in task.text for word in _words("rectify-words.txt"))]
    if not chosen:
        return []
    data: dict[str, Any] = {
        "标题": _derived(f"{_core(meeting.meeting_name)}问题隐患整改清单", "由会议名称得出"),
        "发文机关": meeting.issuer,
        "排查底数": _populations([*chosen, *bare_fields(material.tasks)]),
        "隐患": [_hazard(task, number, material.file) for number, task in enumerate(chosen, start=1)],
    }
    return [_make("整改清单", "rectification", {label: value for label, value in data.items() if value}, day)]


def _populations(tasks: list[Task]) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for task in tasks:
        for quantity in task.quantities:
            if _is_population(quantity, task):
                rows.setdefault(
                    quantity.text,
                    {
                        "领域": task.field or "",
                        "对象": quantity.object,
                        "应查": quantity.number,
                        "已查": 0,
                        "单位": quantity.unit,
                    },
                )
    return [{label: value for label, value in row.items() if value != ""} for row in rows.values()]


def _hazard(task: Task, number: int, file: str) -> dict[str, Any]:
    deadline = task.due
    row = {
        "序号": number,
        "任务编号": task.id,
        "来源": _sources(task, file),
        "隐患编号": OPEN,
        "所属地区": OPEN,
        "行业领域": task.field or OPEN,
        "单位名称": "、".join(quantity.text for quantity in task.quantities) or OPEN,
        "隐患部位": OPEN,
        "隐患描述": OPEN,
        "隐患等级": OPEN,
        "发现日期": OPEN,
        "发现方式": OPEN,
        "检查单位": OPEN,
        "是否立即整改": "是" if deadline and deadline.text in ("立即", "立刻", "马上") else OPEN,
        "整改措施": _said(task),
        "整改责任单位": _owner(task.owners[0] if task.owners else None),
        "整改责任人": {"姓名": OPEN},
        "监管责任单位": OPEN,
        "监管责任人": OPEN,
        "整改资金": OPEN,
        "整改时限": _derived(deadline.date.isoformat(), f"原文“{deadline.text}”按会议日期推算")
        if deadline and deadline.date
        else OPEN,
        "临时管控措施": OPEN,
        "应急预案": OPEN,
        "整改进展": "未启动",
        "备注": _due_note(task),
    }
    return {label: value for label, value in row.items() if value != ""}


def _minutes(material: Material, meeting: Meeting, tasks: list[Task]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "纪要名称": _derived(f"{meeting.meeting_name}纪要", "由会议名称得出"),
        "期号": OPEN,
        "制发机关": meeting.issuer,
        "会议名称": meeting.meeting_name,
        "时间": _moment(meeting.start),
        "结束时间": _moment(meeting.end) if meeting.end else None,
        "地点": meeting.main_venue,
        "主持人": meeting.chair.to_data(),
        "出席": list(meeting.attendees) or [OPEN],
        "列席": list(meeting.observers),
        "请假": [{"姓名": name} for name in meeting.absent],
        "议题": [meeting.meeting_name],
        "概述": [f"{_speaker(meeting)}出席会议并讲话。"] if meeting.speaker.name else [],
        "会议要点": [_point(block, material.file) for block in _passages(material.tasks.requirements)],
        "议定事项": [_decision(task, number, material.file) for number, task in enumerate(tasks, start=1)],
        "分送": list(meeting.recipients) or [OPEN],
        "核稿": OPEN,
        "签发": OPEN,
    }
    return {label: value for label, value in data.items() if value not in (None, [])}


_PASSAGE = 160
"""Characters of a passage of the minutes from which the next sentence begins a new one."""


def _passages(requirements: Iterable[Task]) -> list[list[Task]]:
    """Part the requirements into passages: what stands under one heading of the speech, in paragraphs of some length."""
    found: list[list[Task]] = []
    for task in requirements:
        block = found[-1] if found else None
        if (
            block is None
            or block[-1].section[:1] != task.section[:1]
            or sum(len(one.text) for one in block) >= _PASSAGE
        ):
            found.append([task])
        else:
            block.append(task)
    return found


def _point(block: list[Task], file: str) -> dict[str, Any]:
    """Give a passage of the minutes: the sentences as they were said, one after the other."""
    words = [_said(task) for task in block]
    text = words[0] if len(block) == 1 else _derived(_one_passage(words), "讲话原句依次连排")
    return {
        "提法": "会议强调",
        "内容": text,
        "任务编号": block[0].id if len(block) == 1 else "",
        "来源": [source for task in block for source in _sources(task, file)],
    }


def _one_passage(words: list[dict[str, Any]]) -> str:
    from tongzhi.layout.sentences import drop_number, end_sentence

    return "".join(str(end_sentence(drop_number(word["值"]))) for word in words)


def _moment(value: datetime | str) -> str:
    return value if isinstance(value, str) else value.strftime("%Y-%m-%d %H:%M")


def _decision(task: Task, number: int, file: str) -> dict[str, Any]:
    return {
        "序号": number,
        "任务编号": task.id,
        "来源": _sources(task, file),
        "事项": _said(task),
        "责任单位": _owner(task.owners[0] if task.owners else None),
        "时限": _due(task),
    }


def _circular(
    material: Material, meeting: Meeting, row: Mapping[str, Any], tasks: list[Task]
) -> dict[str, Any]:
    from tongzhi.papers.circular import Circular

    county = str(row["县区"])
    data: dict[str, Any] = {
        "种类": "交办",
        "发文机关": meeting.issuer,
        "县区": county,
        "会议名称": meeting.meeting_name,
        "交办来源": f"{_speaker(meeting)}在{meeting.meeting_name}上的讲话",
        "联系人": [contact.to_data() for contact in meeting.contact],
        "交办事项": [_assigned(task, number, material.file) for number, task in enumerate(tasks, start=1)],
    }
    names = field_names(Circular)
    taken = {names.get(label) for label in data}
    known = {label: value for label, value in row.items() if label in names and names.get(label) not in taken}
    return {**known, **data}


def _assigned(task: Task, number: int, file: str) -> dict[str, Any]:
    row = {
        "序号": number,
        "任务编号": task.id,
        "来源": _sources(task, file),
        "事项": _said(task),
        "重点领域": task.field or "",
        "具体要求": _due_note(task),
        "责任单位": _owner(task.owners[0] if task.owners else None),
        "办理时限": _due(task),
    }
    return {label: value for label, value in row.items() if value != ""}


def edited(tasks: TaskList, kept: TaskList) -> TaskList:
    """Give the edited list with what a workbook does not hold (keywords, open items) from the extracted one."""
    return replace(
        kept, keywords=tasks.keywords, open=tasks.open, source=tasks.source, meeting_date=tasks.meeting_date
    )


def paper_files(papers: list[Paper], *, head: Any = "套红", lenient: bool = False) -> dict[str, bytes]:
    """Give the files of the set: each paper as .docx, and beside it its data as .yaml.

    Args:
        papers: the papers.
        head: as in `fill`.
        lenient: drop characters that Word cannot hold.
    """
    from tongzhi.fill import fill
    from tongzhi.render.data import dump_data

    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"{paper.name}.docx"] = fill(paper.document, head=head, lenient=lenient).data
        files[f"{paper.name}.yaml"] = dump_data(paper.document)
    return files


def count_open(papers: list[Paper]) -> tuple[int, int]:
    """Give how many values of the papers read 待定, and how many are suggestions to be confirmed."""
    from tongzhi.model.base import open_values, texts_of
    from tongzhi.model.types import is_open

    pending = sum(is_open(text) for paper in papers for _, text in texts_of(paper.document))
    return pending, sum(len(open_values(paper.document)) for paper in papers)
