"""What the headings and labels of reply forms mean: 参会人姓名, 与会领导, 现任职务, 移动电话."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tongzhi.resources import corpus_path

LONGEST = 14
"""A text longer than this, remarks in brackets left out, is no label."""

NUMBERS = ("序号", "编号", "序", "号")


def plain(label: str) -> str:
    """Give a label without blanks, marks and notes in brackets, for comparing."""
    text = unicodedata.normalize("NFKC", label)
    return re.sub(r"[\s:*/]|[(【\[].*?[)】\]]", "", text)


@cache
def _table() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    lines = corpus_path("reply-labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(
        (row[0], tuple(row[1].split()), tuple(row[2].split()) if len(row) > 2 else ()) for row in rows
    )


@cache
def field_of(label: str) -> str:
    """Give the field a label stands for, empty when it is no label of a reply form.

    Fields: those of a reply (unit, name, title, mobile …), `person` for a column that holds name and post together,
    `attends` (是否参会), `office_phone`, `filled_by`, `filled_phone`, `filled_at`, and `other` for what a reply does not keep.
    """
    if re.search(r"[:：]\s*\S", label.strip()):
        return ""
    bare = plain(label)
    bare = re.sub(r"^\d{1,2}[.、]?|^[一二三四五六七八九十]、|\d{1,2}$", "", bare)
    if not bare or len(bare) > LONGEST or re.search(r"\d{3}|[。，；]", bare):
        return ""
    if bare in NUMBERS:
        return "other"
    if bare in (
        "县",
        "县区",
        "区县",
        "市县",
        "镇街",
        "县市",
        "乡镇",
        "厅局",
        "委办局",
        "部委",
        "学校",
        "医院",
        "园区",
        "市州",
        "州市",
        "师团",
        "公司",
    ):
        return "unit"
    for field, words, unless in _table():
        if field == "note" and bare in words:
            return field
        if (
            field != "note"
            and any(word in bare for word in words)
            and not any(word in bare for word in unless)
        ):
            return field if _is_label(bare, words) else ""
    return ""


def _is_label(bare: str, words: tuple[str, ...]) -> bool:
    """Tell a label from a value that holds its word: 领导 is a label, 市领导张三 is none; a body is no label of a unit."""
    longest = max((len(word) for word in words if word in bare), default=0)
    return len(bare) - longest <= 6 and not re.search(
        r"[县区市].*(?:局|办|委)$|公司$|^市|^县|^区", bare.replace("县区", "").replace("县市区", "")
    )
