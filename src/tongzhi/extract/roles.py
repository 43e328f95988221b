"""What an owner is to a matter by the words beside it: 牵头, 配合, 负责, 督办; nothing where the text says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongzhi.model.task_slots import Role

Stretch = tuple[int, int]

_MUST = r"(?:等(?:部门|单位|地|科室|处室|企业)?)?[要应须可也都来再先](?:当|要|该)?|必须|务必|共同|一起|具体|全权|直接|主动|积极|密切|全力|做好"
_AFTER: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "牵头",
        re.compile(rf"(?:{_MUST}|负责|作为|[是为]){{0,3}}(?:总?牵[头个]|为主(?!题)|主责|主抓|抓总|打头)"),
    ),
    ("配合", re.compile(rf"(?:{_MUST}){{0,3}}(?:配合|协助|协同|协办)(?!的)")),
    ("配合", re.compile(rf"(?:{_MUST}){{0,3}}(?:参加|参与)(?=[，,。；;]|$)")),
    ("督办", re.compile(rf"(?:{_MUST}|负责|跟踪|挂牌|全程|逐项|逐件|专项|现场){{0,3}}(?:督办|督查|盯办)")),
    ("负责", re.compile(rf"(?:{_MUST}|分别|各自){{0,3}}负责(?!人|同志|任|的)")),
)
_LABEL = r"(?:单位|部门|人|科室|领导)?(?:[是为]|[：:]\s*)$"
_BEFORE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("牵头", re.compile(rf"(?:牵头|主办|主责){_LABEL}")),
    ("配合", re.compile(rf"(?:配合|协办|协同|会办|参加|参与){_LABEL}|(?:会同|联合)$")),
    ("督办", re.compile(rf"(?:督办|督查){_LABEL}")),
    ("负责", re.compile(r"(?:责任|承办|负责|落实)(?:单位|部门|人|科室|领导)(?:[是为]|[：:]\s*)$")),
)
_JOINT = re.compile(r"[、和及与]|以及|还有")
_WORDS = re.compile(
    rf"{_MUST}|负责|作为|总?牵头|为主|主责|主抓|抓总|配合|协助|协同|协办|参加|参与|督办|督查|跟踪|挂牌|全程|落实|组织|实施|由|请|会同|联合|单位|部门|责任|工作|[是为、和及与：:，,。；;！!\s（）()]"
)


def find_roles(text: str, spans: Sequence[Stretch]) -> list[Role | None]:
    """Give the role of each owner of a unit; those joined by 、 have it in common."""
    found: list[Role | None] = []
    for run in _runs(text, spans):
        found += [_role(text, run[0][0], run[-1][1])] * len(run)
    return found


def words_after(text: str, spans: Sequence[Stretch]) -> list[str]:
    """Give what follows each owner of a unit; those joined by 、 share what follows the last of them."""
    return [text[run[-1][1] :] for run in _runs(text, spans) for _ in run]


def _runs(text: str, spans: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    run: list[Stretch] = []
    for span in spans:
        if run and not _JOINT.fullmatch(text[run[-1][1] : span[0]].strip()):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def is_one_run(text: str, spans: Sequence[Stretch]) -> bool:
    """Tell whether owners are named together, as those of one matter are."""
    return sum(1 for _ in _runs(text, spans)) == 1


def _role(text: str, start: int, end: int) -> Role | None:
    for role, pattern in _AFTER:
        if pattern.match(text, end):
            return role
    return next((role for role, pattern in _BEFORE if pattern.search(text, 0, start)), None)


def says_only_who(text: str, spans: Sequence[Stretch]) -> bool:
    """Tell whether a clause, with its owners taken out, says no more than who leads or helps: 由甲局牵头."""
    rest, end = "", 0
    for start, stop in spans:
        rest += text[end:start]
        end = stop
    return len(_WORDS.sub("", rest + text[end:])) < _MATTER


_MATTER = 2
"""Characters that a matter has at least (水库)."""
