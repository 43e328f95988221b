"""Names of people and of organisations: one spelling for the same person, short and full names of the same body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from tongzhi.resources import corpus_path

DOT = "·"
"""U+00B7, the dot of GB/T 15834-2011 4.14 between the parts of a name."""

_DOTS = "•．‧・∙⋅᛫･●•"
_BLANKS = " \t\u3000\u00a0\u2002\u2003"
_DOTS_TO_DOT = str.maketrans(dict.fromkeys(_DOTS, DOT))
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_PERSON = re.compile(rf"[{_HAN}]{{1,30}}(?:{DOT}[{_HAN}]{{1,30}}){{0,6}}|[A-Za-z][A-Za-z.'\- ]{{1,60}}")
_MASKED = re.compile(r"[*＊×Xx某]+")


def normalize_name(name: str) -> str:
    """Give a person's name as data: blanks between Han characters out, every look-alike dot as U+00B7.

    `张　三` is `张三`, `阿依古丽•买买提` is `阿依古丽·买买提`; a name in Latin letters keeps its blanks.
    """
    name = name.strip(_BLANKS).translate(_DOTS_TO_DOT)
    if re.fullmatch(r"[\x00-\x7f]+", name):
        return re.sub(r"\s+", " ", name)
    return re.sub(rf"(?<=[{_HAN}{DOT}])[{_BLANKS}]+(?=[{_HAN}{DOT}])", "", name)


def is_same_person(one: str, other: str) -> bool:
    """Say whether two spellings are one name."""
    return normalize_name(one) == normalize_name(other)


def is_person_name(text: str) -> bool:
    """Say whether a text can be a person's name: Han characters with dots, of any length in use, or Latin letters."""
    return _PERSON.fullmatch(normalize_name(text)) is not None


def is_redacted(text: str) -> bool:
    """Say whether a name is blotted out (`**`, XX, 某); it stays as it stands and is never filled."""
    return _MASKED.search(text) is not None


def space_name(name: str) -> str:
    """Give a name as lists print it: two Han characters take the room of three (张　三), others stay."""
    name = normalize_name(name)
    return f"{name[0]}\u3000{name[1]}" if re.fullmatch(rf"[{_HAN}]{{2}}", name) else name


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    lines = corpus_path("organisations.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    full = dict(rows)
    short: dict[str, str] = {}
    for key, name in rows:
        # the first row of a body gives its usual short name
        short.setdefault(name, key)
    return full, short


_LEVEL = rf"(?:国家|全国|省|市|县|区|旗|州|盟|镇|乡|街道|[{_HAN}*＊×]{{1,8}}?(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|自治县|区|旗|新区|开发区|镇|乡|街道))"
_PLACED = re.compile(rf"(?P<place>{_LEVEL})?(?P<body>.+)")


@dataclass(frozen=True, slots=True)
class Organisations:
    """An office's own address list, full name → short names, over what bodies are commonly called.

    `place` (青川县) takes the stead of a bare 县 or 市 in front of a body.
    """

    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Iterable[str]]], place: str = "") -> Organisations:
        """Make it from rows of full name and short names, in official order."""
        return cls({full: tuple(shorts) for full, shorts in rows}, place)

    def full_name(self, text: str) -> str | None:
        """Give the full name of a body (市应急局 → 青川市应急管理局 or 市应急管理局); `None` if it is not known."""
        text = text.strip(_BLANKS)
        for full, shorts in self.listed.items():
            if text == full or text in shorts:
                return full
        for full in self.listed:
            if self._expand(text) == full or full.endswith(self._expand(text) or "\0"):
                return full
        return self._expand(text)

    def _expand(self, text: str) -> str | None:
        names, shorts = _known()
        if text in names:
            return self._with_place("", names[text])
        if text in shorts:
            return self._with_place("", text)
        match = _PLACED.fullmatch(text)
        while match and match["place"]:
            body, place = match["body"], match["place"]
            if body in names or body in shorts:
                return self._with_place(place, names.get(body, body))
            nested = _PLACED.fullmatch(body)
            if not nested or not nested["place"]:
                return None
            match = re.compile(rf"(?P<place>{re.escape(place + nested['place'])})(?P<body>.+)").fullmatch(
                text
            )
        return None

    def _with_place(self, place: str, body: str) -> str:
        if self.place and place and len(place) <= 2 and self.place.endswith(place):
            return self.place + body
        return place + body

    def short_name(self, full: str) -> str:
        """Give the usual short name of a body; the name itself if it has none."""
        if self.listed.get(full):
            return self.listed[full][0]
        _, shorts = _known()
        for body, short in sorted(shorts.items(), key=lambda pair: -len(pair[0])):
            if full.endswith(body):
                return full.removesuffix(body) + short
        return full


COMMON = Organisations()
"""What bodies are commonly called, without an address list."""
