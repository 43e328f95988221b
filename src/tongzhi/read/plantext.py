"""A plan, or a circular of an inspection, typed by hand → its values: chapters, tasks with their units, problems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tongzhi.anatomy import patterns
from tongzhi.read.flow import Flow, FlowLine
from tongzhi.read.noticeparts import read_sections
from tongzhi.read.saidtime import DAY, arabic, find_said
from tongzhi.read.told import ReadValues

_ITEM = re.compile(r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s*[.．、]|[①-⑳])\s*")
_BESIDE = re.compile(r"(?<=[。；])\s*(?=[（(][一二三四五六七八九十]{1,2}[）)])")
"""Where items stand beside each other in one paragraph: （一）加强领导。（二）严格执法。"""
_PAIRS = {
    "牵头单位": r"牵头(?:责任)?(?:单位|部门)|责任牵头单位|主责单位",
    "责任单位": r"(?:责任|配合|协办|参与|参加)(?:[（(]配合[）)])?(?:单位|部门)",
    "责任人": r"责任人",
    "责任领导": r"(?:责任|分管|包保|牵头)领导",
    "完成时限": r"(?:完成|办理|整改|办结)?(?:时限|期限|时间)(?:要求)?",
    "成果形式": r"成果(?:形式)?|工作成果",
}
_PAIR = re.compile(
    r"[（(]?(?:"
    + "|".join(f"(?P<{chr(97 + at)}>{shape})" for at, shape in enumerate(_PAIRS.values()))
    + r")[：:]\s*(?P<value>[^；;。）)]+)[；;。）)]?"
)


def _lines(flow: Flow) -> list[str]:
    return [item.text for item in flow if isinstance(item, FlowLine)]


def _items(passage: Sequence[str]) -> Iterator[str]:
    """Give the numbered items of a passage, each with the lines below it; the lead before the first is none."""
    held: list[str] = []
    for line in (piece for whole in passage for piece in _BESIDE.split(whole)):
        if _is_end(line):
            break
        if _ITEM.match(line):
            if held:
                yield "".join(held)
            held = [_ITEM.sub("", line, count=1)]
        elif held:
            held.append(line)
    if held:
        yield "".join(held)


def _is_end(line: str) -> bool:
    """Whether the text of a paper is over: its attachment note, its signature or date."""
    text = line.strip()
    if patterns.ATTACHMENT_NOTE.match(text) or patterns.DATE.fullmatch(text):
        return True
    return (
        not re.search(r"[。；，：、]", text)
        and bool(patterns.ORGAN_END.search(text))
        and not _ITEM.match(text)
    )


def _task(text: str) -> dict[str, Any]:
    """Read 高层建筑整治。牵头单位：甲；责任单位：乙、丙；完成时限：2025年12月31日前。"""
    row: dict[str, Any] = {}

    def take(found: re.Match[str]) -> str:
        label = next(label for at, label in enumerate(_PAIRS) if found[chr(97 + at)])
        value = found["value"].strip()
        if label == "完成时限":
            said = find_said(value)
            if said is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", said.value):
                row[label] = said.value
            else:
                row["时间要求"] = value
        elif label == "责任单位":
            row[label] = [part for part in re.split(r"[、，,]", value) if part]
        else:
            row[label] = value
        return ""

    rest = _PAIR.sub(take, text)
    row["重点任务"] = re.sub(r"[（(][）)]", "", rest).strip(" 　。；，")
    if "牵头单位" not in row and len(row.get("责任单位", [])) == 1:
        row["牵头单位"] = row.pop("责任单位")[0]
    return row


def read_plan(flow: Flow, _found: dict[str, Any]) -> ReadValues:
    """Read the chapters of a plan; what is no task, aim, phase or demand is left to be told."""
    values: dict[str, Any] = {}
    marks: set[str] = set()
    lines = _lines(flow)
    for line in lines:
        bare = re.sub(r"\s", "", line)
        if re.fullmatch(r"[^。，：]{6,60}方案", bare) and "关于印发" not in bare:
            values["title"] = bare
    for heading, passage in read_sections(lines):
        items = list(_items(passage))
        if re.search(r"总体要求|指导思想", heading) and passage:
            values["general_requirements"] = "".join(passage)
        elif re.search(r"目标", heading) and passage:
            values["goals"] = items or list(passage)
        elif (
            re.search(r"重点任务|主要任务|工作任务|任务分工|整治重点|重点内容|工作措施|主要措施", heading)
            and items
        ):
            values["tasks"] = [_task(item) for item in items]
            marks |= {_plain(sentence) for line in passage for sentence in re.findall(r"[^。]+。?", line)}
        elif re.search(r"工作要求|保障措施|组织保障|有关要求", heading) and passage:
            values["requirements"] = items or list(passage)
        if heading and passage:
            marks.add(_plain(heading))
            marks |= {_plain(f"{mark}、{heading}") for mark in "一二三四五六七八九十"}
    return ReadValues(values, marks=marks)


def read_circular(flow: Flow, found: dict[str, Any]) -> ReadValues:
    """Read the circular of an inspection: county, when, who, how many places, the problems, by when they end."""
    told = ReadValues()
    lines = _lines(flow)
    title = str(found.get("title", ""))
    if county := re.search(
        r"关于(?:对)?(?P<where>[㐀-鿿]{1,8}?(?:县|区|市|旗|镇|乡|街道|开发区|园区))(?!.{0,2}委|政府)", title
    ):
        told.values["county"] = county["where"]
    if re.search(r"督查|督导|检查|暗访|巡查|抽查", title + "".join(lines[:12])):
        told.values["kind"] = "值班抽查" if "值班" in title else "督查"
    _read_opening(lines, told)
    for heading, passage in read_sections(lines):
        items = list(_items(passage))
        if re.search(r"总体情况|基本情况|整体情况|总体评价", heading) and passage:
            told.values["overview"] = "".join(passage)
        elif re.search(r"问题|隐患|不足", heading) and items:
            told.values["problems"] = [_problem(item) for item in items]
            told.marks |= {
                _plain(sentence) for line in passage for sentence in re.findall(r"[^。]+。?", line)
            }
        elif re.search(r"整改要求|工作要求|有关要求|下步|下一步", heading) and passage:
            _read_demand(passage, items, told)
        if heading and passage:
            told.marks |= {_plain(f"{mark}、{heading}") for mark in "一二三四五六七八九十"}
    return told


_WHEN = (
    rf"{DAY}(?:\s*(?:至|—|－|-|~|～|到)\s*(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日)?".replace("?P<y>", "?:")
    .replace("?P<m>", "?:")
    .replace("?P<d>", "?:")
)
_OPENING = re.compile(
    rf"(?P<when>{_WHEN})[，,]?\s*(?P<team>[㐀-鿿\d]{{1,24}}?组|[㐀-鿿\d]{{2,20}}?(?:队|办|局|委|人员)(?=对|采|通|于|在|组织|开展|，))(?:采取(?P<method>[^，。]{{2,30}})(?:的)?(?:方式|形式|办法)[，,]?)?[^。]*?对[^。]*?(?P<targets>(?:\d+|[一二三四五六七八九十]+)(?:家|个|处|所)[㐀-鿿（）、\d]{{1,24}}?)(?:进行|开展|实施|安全)"
)


def _read_opening(lines: Sequence[str], told: ReadValues) -> None:
    """Read 2025年10月13日至15日，第二督查组对你县6家企业进行了督查."""
    for line in lines[:14]:
        text = arabic(line)
        hit = _OPENING.search(text)
        if hit is None:
            continue
        told.values |= {"inspected_on": hit["when"], "team": hit["team"], "targets": hit["targets"]}
        if hit["method"]:
            told.values["method"] = hit["method"]
        told.marks |= {_plain(sentence) for sentence in re.findall(r"[^。]+。?", line)}
        return


def _problem(text: str) -> dict[str, Any]:
    """Read 苍洱水泥厂：皮带廊无防护栏。 as unit and problem; without a unit the words stay whole."""
    parted = re.match(r"(?P<unit>[^，。；：:]{2,30}?)\s*[：:。]\s*(?P<rest>.+)$", text)
    if parted is None or re.search(r"问题|不到位|不足|不力|存在", parted["unit"]):
        return {"问题": text.strip("。； ")}
    return {"单位": parted["unit"].strip(), "问题": parted["rest"].strip("。； ")}


def _read_demand(passage: Sequence[str], items: Sequence[str], told: ReadValues) -> None:
    for line in passage:
        for sentence in re.findall(r"[^。]+。?", arabic(line)):
            due = re.search(rf"{DAY}[^。]{{0,6}}?前[^。]{{0,30}}", sentence)
            said = find_said(sentence[due.start() :]) if due else None
            if said is not None and "rectify" not in told.values and re.match(r"\d{4}-", said.value):
                to = re.search(r"报(?:送|告|至|回)+(?:至)?([^，。；]{2,20}?)(?=[，。；]|$)", sentence)
                told.values["rectify"] = {
                    "时限": said.value[:10],
                    **({"报送至": to[1]} if to else {}),
                    "内容": sentence.strip("。 "),
                }
                told.marks.add(_plain(sentence))
    told.values["demands"] = [{"内容": item.strip("。； ")} for item in items] if items else []


def _plain(text: str) -> str:
    return re.sub(r"[\s　。，；：:、,;（）()'\"\[\]{}]", "", text)
