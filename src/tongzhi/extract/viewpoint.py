"""A task list as one office sees it: what falls on it, and what it only needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongzhi.extract.owners import has_name
from tongzhi.model.task import Task, TaskList

_ALL = re.compile(
    r"^(?:各级各部门|各级|各部门|各单位|各级党委政府|各地各部门|各成员单位|各有关部门|各相关部门|各级各部门各企业|大家)"
)
_LEVELS = (
    (
        re.compile(r"[县区市旗]$|(?:县|区|市)(?:人民)?政府$|县委|区委"),
        re.compile(r"各县|各区|各地|各市|各级政府|各级党委"),
    ),
    (
        re.compile(r"(?:镇|乡|街道|街道办事处)(?:人民政府|政府)?$"),
        re.compile(r"各乡|各镇|各街道|乡镇|街道|各地"),
    ),
    (re.compile(r"(?:村|社区|村委会|居委会)$"), re.compile(r"各村|各社区|村组|村")),
    (
        re.compile(r"(?:局|委|办|厅|部|中心|支队|大队|委员会|办公室)$"),
        re.compile(r"(?:有关|相关|行业|主管|监管|职能)部门|市直|县直|区直|省直"),
    ),
    (re.compile(r"(?:公司|厂|矿|集团|企业)$"), re.compile(r"企业|生产经营单位|公司|矿山")),
)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Tasks that fall on an office, by name first, then as one of a group (各县区); the rest for information."""

    mine: tuple[Task, ...]
    others: tuple[Task, ...]


def for_unit(tasks: TaskList, unit: str) -> Viewpoint:
    """Part the actions of a list by whether they fall on the office `unit`, each part in the speech's order."""
    named, grouped, others = [], [], []
    for task in tasks.actions:
        if has_name([owner for owner in task.owners if owner.origin != "suggested"], unit):
            named.append(task)
        elif has_name(task.owners, unit) or any(_covers(owner.text, unit) for owner in task.owners):
            grouped.append(task)
        else:
            others.append(task)
    return Viewpoint((*named, *grouped), tuple(others))


def _covers(group: str, unit: str) -> bool:
    if _ALL.match(group):
        return True
    return any(kind.search(unit) and names.search(group) for kind, names in _LEVELS)
