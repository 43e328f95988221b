"""Names of bodies as people write them: is this one, and which of an address list is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from tongzhi.resources import corpus_path
from tongzhi.zh.names import COMMON

_HAN = "㐀-鿿豈-﫿\U00020000-\U000323af"


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines = corpus_path("body-endings.txt").read_text(encoding="utf-8").splitlines()
    long, short = (tuple(line.split()) for line in lines if line and not line.startswith("#"))
    return long, short


def is_body(text: str) -> bool:
    """Tell whether a word is the name of a body by its ending: 市残联, 县人武部, 国网临江供电公司; 王会 is none."""
    text = plain_body(text)
    if not re.fullmatch(rf"[{_HAN}A-Za-z0-9（）()]{{2,40}}", text):
        return False
    long, short = _endings()
    if re.search(r"[参与到赴开][会]$", text):
        return False
    if any(text.endswith(ending) and len(text) > len(ending) for ending in long):
        return True
    if text in long:
        return True
    if re.fullmatch(r"[省市县区州旗镇乡].", text):
        return text.endswith(("委", "办", "院"))
    return len(text) > 2 and text.endswith(short)


def plain_body(text: str) -> str:
    """Give a body's name without blanks, remarks in brackets, and what stands around it: 农业农村局（盖章）."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\s+|\((?:盖?章|公章|盖单位公?章|签章|加盖公章|全称)\)", "", text)
    text = re.sub(r"^(?:报送|填报|参会|参加)?单位[:：]", "", text)
    return text.strip("，,。.、:：;；*-—_").replace("(", "（").replace(")", "）")


@dataclass(frozen=True, slots=True)
class Match:
    """Which body of a list is meant.

    Attributes:
        index: its place in the list.
        sure: no other can be meant; else it is the likeliest, to be asked about.
    """

    index: int
    sure: bool


Listed = Sequence[tuple[str, str]]
"""Full and short names, in official order."""


def find_body(name: str, listed: Listed) -> Match | None:
    """Find which body of an address list a name as written means.

    Sure are: the full or short name, what bodies are commonly called (市应急局), an ending that only one has (教育局),
    a county by its government or its office (青川县政府办), and letters of one name only, in their order (人社局). The
    likeliest of several, or one with a wrong letter, is a guess.
    """
    return _find(plain_body(name), tuple(listed))


@lru_cache(maxsize=8192)
def _find(name: str, listed: tuple[tuple[str, str], ...]) -> Match | None:
    if len(name) < 2 or not listed:
        return None
    for sought in dict.fromkeys((name, re.sub(r"（[^（）]*）$", "", name), present_name(name))):
        for finder in (_exact, _expanded, _ending, _government, _lettered):
            found = finder(sought, listed)
            if len(found) == 1:
                return Match(found[0], sure=True)
            if found:
                return None
    return _similar(name, listed)


_FORMER = (
    ("环境保护", "生态环境"), ("环保", "生态环境"), ("国土资源", "自然资源"), ("国土", "自然资源"), ("安监", "应急管理"),
    ("工商", "市场监督管理"), ("质监", "市场监督管理"), ("食药监", "市场监督管理"), ("卫计", "卫生健康"), ("旅游", "文化和旅游"),
)  # fmt: skip
"""What fields of work are still called, and what the bodies for them are called since 2018."""


def present_name(name: str) -> str:
    """Give the name that a body bears today when people still call it by its former field: 环保分局 is 生态环境分局."""
    for old, new in _FORMER:
        found = re.match(
            rf"([{_HAN}]{{0,6}}?){old}((?:分局|局|所|站|大队|支队|委|委员会|办|办公室)(?:[{_HAN}]{{0,4}}))$",
            name,
        )
        if found and new not in name:
            return f"{found[1]}{new}{found[2]}"
    return name


def _exact(name: str, listed: Listed) -> list[int]:
    return [
        at for at, names in enumerate(listed) if name in (plain_body(names[0]), plain_body(names[1]) or None)
    ]


def _expanded(name: str, listed: Listed) -> list[int]:
    full = COMMON.full_name(name)
    if not full:
        return []
    return [
        at
        for at, names in enumerate(listed)
        if full in (COMMON.full_name(names[0]), COMMON.full_name(names[1]) if names[1] else None, names[0])
    ]


def _ending(name: str, listed: Listed) -> list[int]:
    if len(name) < 3:
        return []
    full = COMMON.full_name(name)
    bare = re.sub(r"^[省市县区州旗]", "", name)
    forms = [form for form in (name, full, bare) if form and len(form) > 2]
    return [
        at
        for at, names in enumerate(listed)
        if any(names[0].endswith(form) or (names[1] and names[1].endswith(form)) for form in forms)
        or (len(names[0]) > 3 and name.endswith(names[0]))
    ]


_GOVERNMENT = re.compile(r"(?:人民政府|政府|府|县委|区委|市委|旗委|党委|委)?(?:办公室|办事处|办公厅|办)?$")


def _government(name: str, listed: Listed) -> list[int]:
    core = _core(name)
    if not core:
        return []
    return [at for at, names in enumerate(listed) if core in (_core(names[0]), _core(names[1]))]


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """Give 青川 for 青川县人民政府, 青川县, 青川县委办公室, 中共青川县委; empty for other bodies."""
    name = name.removeprefix("中共")
    core = _GOVERNMENT.sub("", name, count=1)
    if name.endswith(("县委", "区委", "市委", "旗委")):
        core = name[:-1]
    if re.search(r"(?:局|会|部|院|公司|队|中心|处|厅|社)$", core):
        return ""
    if len(core) > 2 and re.search(r"[县区市旗镇乡]$|街道$", core):
        core = re.sub(r"(?:街道|[县区市旗镇乡])$", "", core)
    elif core == name and re.search(r"办$|委$", name):
        return ""
    return core if len(core) >= 2 else ""


def _lettered(name: str, listed: Listed) -> list[int]:
    """Find the bodies whose name holds the letters of a short one in their order, beginning with its first: 卫健委."""
    place = _place(listed)
    bare = name.removeprefix(place)
    bare = bare if bare == name else bare or name
    short = re.sub(r"^[省市县区州旗](?=..)", "", bare)
    if len(short) < 2 or len(short) > 12:
        return []
    first: list[int] = []
    within: list[int] = []
    for at, names in enumerate(listed):
        rest = names[0].removeprefix(place)
        rest = re.sub(r"^[省市县区州旗](?=...)", "", rest) if rest != names[0] else rest
        if not _in_order(short, rest) or not _same_end(short, rest):
            continue
        (first if rest.startswith(short[0]) else within).append(at)
    if first or within:
        return first or within
    # the level before a short name may belong to it: 市监局 is 市场监督管理局
    if short != bare:
        return [
            at
            for at, names in enumerate(listed)
            if _in_order(bare, rest := names[0].removeprefix(place))
            and rest.startswith(bare[0])
            and _same_end(bare, rest)
        ]
    return []


_ENDS = (
    ("局",),
    ("委", "委员会"),
    ("办", "办公室"),
    ("公司",),
    ("支队", "队"),
    ("大队", "队"),
    ("厅",),
    ("院",),
    ("会",),
    ("中心",),
    ("部",),
)


def _same_end(short: str, full: str) -> bool:
    """Tell whether a short and a full name end as bodies of one kind do: 委 and 委员会, not 局 and 委员会."""
    for ends in _ENDS:
        if short.endswith(ends):
            return full.endswith(ends) or (ends[0] == "委" and full.endswith("委员会"))
    return True


def _in_order(short: str, full: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=64)
def _place_of(names: tuple[str, ...]) -> str:
    counted: dict[str, int] = {}
    for name in names:
        if found := re.match(rf"[{_HAN}]{{1,6}}?(?:市|县|区|州|旗|省)", name):
            counted[found[0]] = counted.get(found[0], 0) + 1
    best = max(counted, key=lambda place: counted[place], default="")
    return best if counted.get(best, 0) > 1 else ""


def _place(listed: Listed) -> str:
    """Give the place that most names of a list begin with: 临江市."""
    return _place_of(tuple(names[0] for names in listed))


def _similar(name: str, listed: Listed) -> Match | None:
    """Give the likeliest body for a name that none has: one wrong letter, one left out."""
    place = _place(listed)
    scored: list[tuple[float, int]] = []
    for at, names in enumerate(listed):
        forms = {names[0], names[1], names[0].removeprefix(place)} - {""}
        scored.append((max(fuzz.ratio(name, form) for form in forms), at))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if scored[0][0] < 66 or (len(scored) > 1 and scored[1][0] > scored[0][0] - 5):
        return None
    return Match(scored[0][1], sure=False)


def head_body(text: str, listed: Listed = ()) -> tuple[str, str]:
    """Part the body with which a run begins from the rest: 气象局副局长张三 → 气象局, 副局长张三; empty when none does."""
    for end in range(len(text), 1, -1):
        head = text[:end]
        found = find_body(head, listed) if listed else None
        if found is not None and found.sure and (is_body(head) or head in _names(listed)):
            return head, text[end:]
    return "", text


def _names(listed: Iterable[tuple[str, str]]) -> set[str]:
    return {name for names in listed for name in names if name}
