"""Small joints of sentences: full stops, the heading of a paragraph, dates that may break in a narrow cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tongzhi.engine.values import Marked
from tongzhi.layout.official import remark
from tongzhi.patterns import compile_later


def end_sentence(text: Any) -> str:
    """Give the text with a full stop, unless it is empty or ends already."""
    words = str(text).strip()
    if (
        not words
        or words[-1] in "。！？…"
        or (len(words) > 1 and words[-1] in "”）" and words[-2] in "。！？")
    ):
        return remark(words, [text])
    return remark(words.rstrip("；，、;,.") + "。", [text])


_NUMBER = compile_later(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、](?!\d)"
    r"|(?:第[一二三四五六七八九十]+[，,、：:]|[一二三四五六七八九十]是[，,：:]?|(?:首先|其次|再次|最后)[，,])"
    r"(?![^\n]*(?:第[二三四][，,、：:]|[二三四]是|其次[，,])))\s*"
)
"""A number, or the first of spoken ones (第一，一是) unless the paragraph itself counts on (一是…；二是…)."""


def drop_number(text: Any) -> str:
    """Give a paragraph without the number it begins with; the template counts anew."""
    return remark(_NUMBER.sub("", str(text).strip()), [text])


def lead_and_rest(text: Any, limit: int = 20) -> dict[str, str]:
    """Part a paragraph into its heading sentence (题, short) and what follows (文); without a heading 文 is all."""
    words = str(drop_number(text))
    lead, mark, rest = words.partition("。")
    if mark and not rest and len(lead) <= limit:
        return {"题": remark(words, [text]), "文": ""}
    if not mark or len(lead) > limit:
        return {"题": "", "文": remark(str(end_sentence(words)), [text])}
    return {"题": remark(lead + mark, [text]), "文": remark(str(end_sentence(rest)), [text])}


def points(found: list[dict[str, str]]) -> list[dict[str, str]]:
    """Give the points of a list; a single one has no heading of its own."""
    if len(found) != 1:
        return found
    only = found[0]
    return [{**only, "题": "", "文": remark(f"{only['题']}{only['文']}", [only["题"], only["文"]])}]


def before(limit: Any) -> str:
    """Give 于…前 for a date or time, a remark for 待定, nothing for nothing."""
    words = str(limit).strip()
    if not words:
        return ""
    return remark(f"于{words}前" if words[0].isdigit() else f"（时限：{words}）", [limit])


def split_units_text(units: Iterable[Any]) -> str:
    """Give a list of units as one text joined by 、."""
    found = list(units)
    return remark("、".join(str(unit) for unit in found), found)


def soft_date(text: Any) -> str:
    """Give a date that breaks after its year in a narrow cell of a table."""
    words = re.sub(r"^(\d{4}年)(?=\d)", "\\1\n", str(text))
    return Marked(words) if isinstance(text, Marked) else words
