"""The people whom the words of a reply's line make: which post, number and remark belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.zh.names import normalize_name


@dataclass(slots=True)
class LineToken:
    """A word of a line and what it is: unit, name, title, mobile or note."""

    kind: str
    text: str
    joined: bool = False
    """Whether 、 stands before it."""


_HALF = re.compile(r"(?:党组|党委|党工委|班子|领导)成员$|委员$|常委$")


def people_of(tokens: Sequence[LineToken]) -> list[dict[str, str]]:
    """Give the people whom the words name, each with unit, post, number and remarks."""
    unit = next((token.text for token in tokens if token.kind == "unit"), "")
    names = [token for token in tokens if token.kind == "name"]
    titles, numbers, notes = (
        [token.text for token in tokens if token.kind == kind] for kind in ("title", "mobile", "note")
    )
    if not names:
        return []
    order = [token.kind for token in tokens if token.kind in ("name", "title", "mobile")]
    block = order[: len(names)] == ["name"] * len(names) or _are_together(order, len(names))
    people: list[dict[str, list[str]]]
    if len(names) == 1:
        numbers, others = _own_numbers(tokens)
        people = [{"title": _whole_titles(titles), "mobile": numbers, "note": [*notes, *others]}]
    elif block:
        parted = _one_each(titles, len(names))
        people = [
            {
                "title": [parted[at]] if parted else [],
                "mobile": [numbers[at]] if len(numbers) == len(names) else numbers if at == 0 else [],
                "note": notes + ([] if parted or not titles else ["、".join(titles)]) if at == 0 else [],
            }
            for at in range(len(names))
        ]
    else:
        people = _in_turn(tokens, len(names))
        if order[-len(numbers) :] == ["mobile"] * len(numbers) and len(numbers) == len(names):
            for one, number in zip(people, numbers, strict=True):
                one["mobile"] = [number]
    found: list[dict[str, str]] = []
    for name, held in zip(names, people, strict=True):
        values = {"unit": unit, "name": normalize_name(name.text)}
        values |= {kind: "、".join(dict.fromkeys(held.get(kind, []))) for kind in ("title", "mobile")}
        values["note"] = " ".join(held.get("note", []))
        found.append({kind: value for kind, value in values.items() if value})
    return found


def _own_numbers(tokens: Sequence[LineToken]) -> tuple[list[str], list[str]]:
    """Part the numbers of a person from those of somebody named beside: 联络员小李 13800000000."""
    own, others = list[str](), list[str]()
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.kind == "mobile":
            is_other = before is not None and before.kind == "note" and _BESIDE.match(before.text)
            (others if is_other else own).append(token.text)
    return own, others


_BESIDE = re.compile(r"联络员|联系人|经办人|填报人|司机|驾驶员")


def _are_together(order: Sequence[str], count: int) -> bool:
    first = order.index("name")
    return list(order[first : first + count]) == ["name"] * count


def _whole_titles(titles: list[str]) -> list[str]:
    return ["、".join(dict.fromkeys(titles))] if titles else []


def _one_each(titles: list[str], count: int) -> list[str]:
    """Give each of several people a post: 副局长、科长; 党组成员 goes with the post after it."""
    parts = [part for title in titles for part in re.split(r"[、，,]", title)]
    whole: list[str] = []
    for part in parts:
        if whole and _HALF.search(whole[-1].split("、")[-1]):
            whole[-1] += f"、{part}"
        else:
            whole.append(part)
    for held in (titles, whole, parts):
        if len(held) == count:
            return held
    return []


def _in_turn(tokens: Sequence[LineToken], count: int) -> list[dict[str, list[str]]]:
    """Give each person what stands around the name: the post before or after it, the number after it."""
    kinds = [token.kind for token in tokens if token.kind in ("name", "title")]
    title_first = bool(kinds) and kinds[0] == "title"
    people: list[dict[str, list[str]]] = [{} for _ in range(count)]
    at = -1
    waiting: list[str] = []
    for number, token in enumerate(tokens):
        if token.kind == "name":
            at += 1
            people[at].setdefault("title", []).extend(waiting)
            waiting = []
        elif token.kind == "title":
            after = next((held.kind for held in tokens[number + 1 :] if held.kind in ("name", "title")), "")
            if (
                at < 0
                or (title_first and people[at].get("title") and after == "name")
                or (title_first and after == "name")
            ):
                waiting.append(token.text)
            else:
                people[at].setdefault("title", []).append(token.text)
        elif token.kind in ("mobile", "note"):
            people[max(at, 0)].setdefault(token.kind, []).append(token.text)
    for one in people:
        if "title" in one:
            one["title"] = _whole_titles(one["title"])
    return people
