"""What the speech counts: objects that are there to be checked (114家非煤矿山企业)."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.model.task import Quantity, Task, TaskList

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


def counts_something(task: Task) -> bool:
    """Tell whether a task counts objects that are there to be checked."""
    return any(_is_population(quantity, task) for quantity in task.quantities)


def bare_fields(tasks: TaskList) -> list[Task]:
    """Give the requirements of fields without a single action, one a field and all that count something.

    A field that a speech numbers has its section in the plan, its owner and its limit, even if only a principle was said.
    """
    acted = {task.field for task in tasks.actions}
    wanted = [
        task for task in tasks.requirements if task.field not in (None, "其他") and task.field not in acted
    ]
    first = {task.field: task for task in reversed(wanted)}
    return [task for task in wanted if task is first[task.field] or counts_something(task)]


def scope(tasks: list[Task]) -> list[dict[str, Any]]:
    """Give what is to be covered (整治范围): the counted objects, each once; without any the fields."""
    rows = [
        {
            "领域": task.field or "",
            "对象": quantity.object,
            "数量": quantity.number,
            "单位": quantity.unit,
        }
        for task, quantity in _counted(tasks)
    ]
    fields = dict.fromkeys(task.field for task in tasks if task.field)
    return rows or [{"对象": f"{field}领域"} for field in fields]


def populations(tasks: list[Task]) -> list[dict[str, Any]]:
    """Give a check line (排查底数) for each counted population."""
    rows = [
        {
            "领域": task.field or "",
            "对象": quantity.object,
            "应查": quantity.number,
            "已查": 0,
            "单位": quantity.unit,
        }
        for task, quantity in _counted(tasks)
    ]
    return [{label: value for label, value in row.items() if value != ""} for row in rows]


def _counted(tasks: list[Task]) -> list[tuple[Task, Quantity]]:
    """Give the populations, each once by its words, with the task that names it first."""
    found: dict[str, tuple[Task, Quantity]] = {}
    for task in tasks:
        for quantity in task.quantities:
            if _is_population(quantity, task):
                found.setdefault(quantity.text, (task, quantity))
    return list(found.values())
