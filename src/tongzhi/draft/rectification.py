"""Values of the rectification list: old faults that the speech names, and what is there to be checked."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.days import fix_days
from tongzhi.draft.duty import Duty
from tongzhi.draft.dutymatters import MENDED
from tongzhi.draft.faults import mends, mends_all, named_faults
from tongzhi.draft.material import Material, core_of, derived, sources, task_ids
from tongzhi.draft.plan import Outline
from tongzhi.draft.rewrite import clauses_of, drop_tails
from tongzhi.draft.wordings import any_pattern
from tongzhi.model.origins import Origin
from tongzhi.model.task import Task
from tongzhi.model.task_slots import Quantity

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting

NOTHING_NAMED = "讲话没有点名具体隐患，本次不列整改清单。各单位对照本清单排查，查出的隐患逐件登记、对账销号"

_FORCES = re.compile(
    r"元|吨|人|员|干部|专家|次|%|(?<!露)天|小时|分钟|[组队班]$|会$|事$|起$|份|束|台次|路口|乡镇|县区|街道|通报|照片|防护服|物资|方面|环节|问题$"
)
_SENT = re.compile(
    r"(?:组成|成立|组建|抽调|安排|派出?|分到|买齐?|购置|采购|配[备齐]?|备足?|新?增设?|加到|储备|设立?|补装|安装|建成|新建|出|不少于|不低于|不超过|至少|每[一-鿿]{1,2}|覆盖|办好|做到|用)$"
)
"""Before a number: a force that is sent, a store that is laid in, or a limit, not what is there to be checked."""


def is_population(quantity: Quantity, task: Task) -> bool:
    """Tell objects that are there to be checked (114家非煤矿山企业) from forces, stores, limits, sums and measures."""
    if not isinstance(quantity.number, int) or quantity.number < 2:
        return False
    if _FORCES.search(quantity.object or quantity.unit) or _FORCES.search(quantity.unit):
        return False
    if quantity.source is None:
        return True
    return not _SENT.search(task.text[: max(0, quantity.source.start - task.source.start)])


def rectification_values(outline: Outline, material: Material, meeting: Meeting) -> dict[str, Any]:
    """Give the values of the list; nothing when the speech has neither faults nor objects to be checked."""
    stock, rows = list[dict[str, Any]](), list[dict[str, Any]]()
    titles = {
        id(one): point.lead.strip("。")
        for part in outline.sections
        for point in part.points
        if point.titled
        for one in point.sentences
    }
    chapters = {
        id(one): part.title for part in outline.sections for point in part.points for one in point.sentences
    }
    for duty in outline.duties:
        for one in duty.said:
            if one.task is None or one.kind not in (*ORDERS, "R"):
                continue
            named = _named_rows(one, duty, material, outline.ground.day)
            row = (
                None
                if named or named_faults(one.text)
                else _stock_row(one, one.task, duty, material, outline.ground.day)
            )
            if named:
                stock += named
            elif row:
                title = titles.get(id(one), "")
                stock.append({**row, "整改要求": str(row["整改要求"]).removeprefix(f"{title}：")})
            else:
                made = _check_rows(one, one.task, duty, material)
                for check in made:
                    if _POINTS.match(str(check["排查对象"])):
                        check["排查对象"] = chapters.get(id(one), "")
                made = [check for check in made if check["排查对象"]]
                title = titles.get(id(one), "")
                rows += [{**row, "领域": title} for row in made] if title else made
    stock = _distinct_faults([*_told_rows(outline, material), *stock])
    if not stock:
        rows = _with_fields(_distinct(rows), outline, titles, material)
    rows = _distinct(rows)
    if not stock and not rows:
        return {}
    kind = "问题整改清单" if stock else "排查整治任务清单"
    data = {
        "标题": derived(f"{core_of(meeting.meeting_name)}{kind}", "由会议名称得出"),
        "发文机关": meeting.issuer,
        "说明": "" if stock else NOTHING_NAMED,
        "存量问题": [{"序号": number, **row} for number, row in enumerate(stock, start=1)],
        "排查任务": [{"序号": number, **row} for number, row in enumerate(rows, start=1)],
        "检查要点": _questions(outline),
    }
    return {label: value for label, value in data.items() if value not in ("", [])}


_POINTS = re.compile(r"^(?:把|将|对)?[这那]")
"""Objects that only point to what was said before: 把这三百四十六处一处一处过一遍; the section's title names them."""


def _with_fields(
    rows: list[dict[str, Any]], outline: Outline, titles: dict[int, str], material: Material
) -> list[dict[str, Any]]:
    """Add a row for each numbered field of the speech that has none, in the order of the speech."""
    order = list(dict.fromkeys(titles.values()))
    if len(order) < _FIELDS:
        return rows
    there = {row.get("领域") for row in rows}
    for duty in outline.duties:
        title = titles.get(id(duty.said[0]), "")
        if title and title not in there:
            there.add(title)
            row = {
                "任务编号": task_ids(duty.said),
                "来源": sources(duty.said, material.text, material.file),
                "领域": title,
                "排查整治内容": duty.matter.removeprefix(f"{title}：").rstrip("。"),
                "责任单位": _unit(duty),
                "时限": duty.when,
            }
            rows.append({label: value for label, value in row.items() if value not in ("", [])})
    return sorted(rows, key=lambda row: order.index(row["领域"]) if row.get("领域") in order else len(order))


_FIELDS = 3
"""Numbered fields from which each has its row in the list."""


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(f"{row.get('应查数', '')}{row.get('排查对象', row.get('领域', ''))}", row)
    return list(found.values())


_CONDITIONAL = re.compile(r"[^，。；]{0,4}?的(?:，|一律|立即|要|马上|当场|当班|不得|限|今|明|\d)")
"""After a fault: only a case that may turn up (无证的一律关停), not a fault that has been found."""
_NAMED = re.compile(
    r"[一-鿿*＊]{2,10}(?:镇|乡|街道|社区|村|小区|公司|厂|矿|学校|小学|中学|医院|商场|市场|大厦|隧道|大桥|水库|路段|码头|浮桥|景区|酒店|电站|泵站|尾矿库)"
)


def _named_rows(one: Utterance, duty: Duty, material: Material, day: date | None) -> list[dict[str, Any]]:
    """Give a line for each place whose fault an order names, when the row of the table is to put it right."""
    said = duty.spoken or one.text
    found = [fault for fault in named_faults(one.text) if fault.place in said or fault.place in one.text]
    found = [fault for fault in found if fault.fault[:4] in duty.matter or fault.fault[:4] in said]
    if not found or not MENDED.search(duty.matter):
        return []
    lead = "|".join(map(re.escape, duty.leads)) or "$^"
    demand = "，".join(
        part.strip("，；。")
        for part in clauses_of(duty.matter)
        if not any(one.fault[:4] in part for one in found)
    )
    demand = re.sub(rf"^(?:[这那][几两三四五六七八九十\d]+[处项个件条])?(?:{lead})", "", demand)
    return [
        _row_of(fault.place, fix_days(fault.fault, day), demand or duty.matter, duty, [one], material)
        for fault in found
    ]


def _told_rows(outline: Outline, material: Material) -> list[dict[str, Any]]:
    """Give a line for each place whose fault is only told, when some order says to put it, or all that was named, right."""
    orders = [(duty, one) for duty in outline.duties for one in duty.said if one.task is not None]
    texts = [one.text for _, one in orders]
    every = mends_all(texts)
    rows = []
    for one in outline.sentences:
        if one.kind in (*ORDERS, "R", "Q", "T") or one.task is not None:
            continue
        for fault in named_faults(one.text):
            at = next((number for number, text in enumerate(texts) if mends(text, fault)), every)
            if at is None:
                continue
            duty, order = orders[at]
            rows.append(
                _row_of(
                    fault.place,
                    fix_days(fault.fault, outline.ground.day),
                    duty.matter,
                    duty,
                    [one, order],
                    material,
                )
            )
    return rows


def _row_of(
    place: str, fault: str, demand: str, duty: Duty, said: list[Utterance], material: Material
) -> dict[str, Any]:
    row = {
        "任务编号": task_ids(said),
        "来源": sources(said, material.text, material.file),
        "对象": place,
        "存在问题": fault,
        "整改要求": drop_tails(demand).rstrip("。"),
        "责任单位": _unit(duty),
        "时限": duty.when,
    }
    return {label: value for label, value in row.items() if value not in ("", [])}


def _distinct_faults(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(f"{row['对象']}{row['存在问题']}", row)
    return list(found.values())


def _stock_row(
    one: Utterance, task: Task, duty: Duty, material: Material, day: date | None
) -> dict[str, Any] | None:
    """Give a line for named or counted objects that are at fault and ordered to be put right; all three must be said."""
    text = one.text
    fault = re.search(rf"(?P<what>[^，。；]{{0,24}}?(?:{any_pattern('faults.txt').pattern}))", text)
    mended = MENDED.search(text)
    if (
        fault is None
        or mended is None
        or (_CONDITIONAL.match(text, fault.end()) and not re.match(r"\d+(?:家|处|座|户|个|栋)", text))
        or re.search(r"^(?:一旦|如|凡|遇|发现)|隐患排查|排查[^，。]{0,4}隐患|重大隐患", text)
    ):
        return None
    counted = next(
        (q for q in task.quantities if isinstance(q.number, int) and not _FORCES.search(q.unit)), None
    )
    named = _NAMED.search(text)
    if counted is not None and re.search(r"(?:问题|隐患|条)$", counted.object or counted.unit):
        return None  # 余下25条问题: which they are is not said
    if counted is None and (named is None or (duty.leads and named[0] in duty.leads)):
        return None
    wrong = _fault(text, fault["what"], counted)
    if re.search(r"\d月|\d日|[月日底]前|(?:换|更换|清退|淘汰)[^，]{0,3}不合格", wrong):
        return None  # 10月底前换掉不合格的…: what is to be done, no fault of what is counted
    if re.fullmatch(r"[^，]{0,6}(?:没有|未|尚未)(?:整改|改|完成整改)的?(?:隐患|问题)?", wrong):
        return None
    if _MERE.fullmatch(_fault(text, fault["what"], counted)):
        return None
    objects = (
        (counted.object or _counted_case(text, counted) or _around(text, counted))
        if counted is not None
        else named[0]
        if named
        else ""
    )
    if not objects or re.search(r"[说讲]的|^[这那]|这[两几]|那[两几]", objects):
        return None
    row = {
        "任务编号": task_ids([one]),
        "来源": sources([one], material.text, material.file),
        "对象": objects,
        "数量": _number(counted) if counted is not None else "",
        "存在问题": fix_days(_fault(text, fault["what"], counted), day),
        "整改要求": drop_tails(duty.matter).rstrip("。"),
        "责任单位": _unit(duty),
        "时限": duty.when,
    }
    return {label: value for label, value in row.items() if value not in ("", [])}


def _counted_case(text: str, counted: Quantity) -> str:
    """Give whom a bare number counts by what is wrong with them: 没有第二出口的 in 1268家没有第二出口的."""
    found = re.match(rf"{re.escape(counted.text)}(?P<case>[^，。；]{{3,20}}的)，", text)
    return found["case"] if found else ""


_MERE = re.compile(
    r"[^，]{0,4}?(?:隐患|问题|缺陷)(?:整改)?|[^，]{0,6}?(?:发现|查出|存在|排查出)的?(?:[^，]{0,4}?)(?:隐患|问题|缺陷)"
)
"""Faults that nobody has named: 发现的问题, 重大隐患."""


def _fault(text: str, found: str, counted: Quantity | None) -> str:
    """Give what is wrong in the speech's words: up to the object that is at fault, from what is done to it."""
    start = text.find(found)
    if counted is not None and (case := _counted_case(text, counted)):
        return case.removesuffix("的")
    if counted is not None and counted.text in text:
        stop = max(start + len(found), text.find(counted.text) + len(counted.text))
        found = re.split(r"[。；]", text[start:stop])[0]
    words = re.split(r"(?:把|将|对)(?=[^把将对]{4,}$)", found)[-1]
    return words.strip("，、的")


def _counted_object(text: str, counted: Quantity) -> str:
    """Give what a bare number counts, up to what is done to it: 散煤销售点 in 对全县37家散煤销售点逐家查一遍."""
    found = re.search(
        rf"{re.escape(counted.text)}(?P<what>[一-鿿“”]{{2,14}}?)(?=逐|都|全部|要|再|进行|开展|重新|一律|[过走查扫试测审核]一?遍|的(?:[一-鿿]{{2,8}}(?:进行|逐|都|查|过))|，|。|；|$)",
        text,
    )
    return found["what"] if found else _around(text, counted)


def _around(text: str, counted: Quantity) -> str:
    """Give the clause that a bare number stands in: 剩余39公里 in 39公里老旧管道."""
    parts = clauses_of(text)
    at = next((number for number, part in enumerate(parts) if counted.text in part), None)
    if at is None:
        return ""
    clause = parts[at]
    if at and re.fullmatch(rf"(?:一共|共计?|总共)?{re.escape(counted.text)}，?", clause):
        clause = parts[at - 1]
    return clause.strip("，；：。") if len(clause) <= 24 else ""


def _number(quantity: Quantity) -> str:
    words = quantity.text.removesuffix(quantity.object) if quantity.object else quantity.text
    return words or quantity.text


def _check_rows(one: Utterance, task: Task, duty: Duty, material: Material) -> list[dict[str, Any]]:
    """Give a line for each counted object that is to be checked, else for the objects of a numbered field."""
    checks = any_pattern("check-verbs.txt")
    counted = [q for q in task.quantities if is_population(q, task) and (q.object or q.unit)]
    counted = [q for q in counted if not re.search(r"(?:隐患|问题)$", q.object)]
    if not checks.search(one.text):
        return []
    base = {
        "任务编号": task_ids([one]),
        "来源": sources([one], material.text, material.file),
        "领域": task.field if task.field != "其他" else "",
        "排查整治内容": _what(duty),
        "责任单位": _unit(duty),
        "时限": duty.when,
    }
    rows = [
        {**base, "排查对象": q.object or _counted_object(one.text, q), "应查数": _number(q)} for q in counted
    ]
    if not rows:
        objects = _objects(one.text) or _objects(duty.matter)
        rows = [{**base, "排查对象": objects}] if objects else []
    return [
        {label: value for label, value in row.items() if value not in ("", [], None)}
        for row in rows
        if row["排查对象"]
    ]


_OBJECTS = re.compile(
    r"(?:^|[，。；])(?:要|必须|都|重点|全面)?(?:对|把|将)(?P<what>[^，。；]{3,40}?)(?:等)?(?:，|(?:都|再|逐|进行|开展|突击|纳入|免费|突查|夜查|全部|一律|摸|全面|加强|组织|集中|过|走|查|试|扫|检|测|核|审)(?=[一-鿿]))"
)


def _objects(text: str) -> str:
    found = _OBJECTS.search(text)
    if found is None or re.search(
        r"会议|行程|安排|数据|台账|伤情|情况|工作|办法|名单|方案|报告|责任|隐患|问题|本辖区|领域",
        found["what"],
    ):
        return ""
    return found["what"].removeprefix("全市").removesuffix("都")


def _what(duty: Duty) -> str:
    """Give the clause that says what is checked, with those after it that say what to look at (看坝体、看排洪)."""
    checks = any_pattern("check-verbs.txt")
    parts = clauses_of(duty.matter)
    at = next((number for number, part in enumerate(parts) if checks.search(part)), None)
    if at is None:
        words = duty.matter
    else:
        looks = takewhile(_LOOKS.match, parts[at + 1 :])
        words = "".join([parts[at], *looks])
    return re.sub(r"^(?:都|也|就)?(?:要|必须)?(?=[一-鿿]{4})", "", words.strip("，；：。"))


_LOOKS = re.compile(r"(?:重点|主要|着重)?(?:[看查]|检查|核对|核验)(?!处|出|封)")
"""What follows a check and says at what it looks."""


def _unit(duty: Duty) -> Any:
    words = "、".join(duty.leads)
    return Origin("suggested", duty.basis).as_data(words) if duty.basis and words else words


_QUESTION = re.compile(r"(?P<q>(?:[^，、。；：“”把查看]{0,22}(?:是否|有没有|是不是)[^，、。；等]{2,22}))")


def _questions(outline: Outline) -> list[str]:
    """Give what the orders ask to be looked at, in their words: 各项制度是否建立并落实."""
    found: list[str] = []
    for one in outline.sentences:
        if one.kind not in ORDERS or one.heading:
            continue
        for match in _QUESTION.finditer(one.text):
            words = match["q"].strip("的一二三个再")
            if 6 <= len(words) <= 34 and words not in found:
                found.append(words)
    return found[:10] if len(found) > 1 else []
