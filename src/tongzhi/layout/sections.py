"""Sections of a paper that follows a speech: titles, what they open with, their points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tongzhi.layout.official import remark
from tongzhi.layout.pieces import Piece, each, heading1, item, text, when
from tongzhi.layout.sentences import end_sentence


def section_pieces(*, numbered: bool = True) -> Piece:
    """Give the loop over the sections; `numbered` points have （一） before them where there are several."""
    plain = text("{{ 项.题 }}{{ 项.文 }}")
    points = when("部.多条", item("{{ 项.题 }}", "{{ 项.文 }}"), plain) if numbered else plain
    return each(
        "部",
        "章节",
        when("部.标题", heading1("{{ 部.标题 }}"))
        + when("部.段首", text("{{ 部.段首 }}"))
        + each("项", "部.条目", points),
    )


def section_values(sections: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the sections as the pieces ask for them: 标题, 段首, 条目 with 题 and 文, and whether there are several."""
    return [
        {
            "标题": section["标题"],
            "段首": section["段首"]
            if str(section["段首"]).endswith(("：", "。"))
            else end_sentence(section["段首"]),
            "条目": [{"题": point["小标题"], "文": _ended(point["内容"])} for point in section["条目"]],
            "多条": len(section["条目"]) > 1,
        }
        for section in sections
    ]


def _ended(words: Any) -> str:
    return remark(str(words), [words]) if str(words).endswith("：") else end_sentence(words)
