"""Free text of several paragraphs: headings of the four levels get their faces (7.3.3)."""

from __future__ import annotations

import re

from tongzhi.engine.values import Blocks, Marked
from tongzhi.layout import styles as st
from tongzhi.layout.signature import KEEP, TINT
from tongzhi.layout.widths import count_zi
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import paragraph, run

_NUMERAL = "〇零一二三四五六七八九十百"
_LEVELS = (
    (re.compile(rf"[{_NUMERAL}]+、"), st.HEADING1, st.HEI),
    (re.compile(rf"[（(][{_NUMERAL}]+[）)]"), st.HEADING2, st.KAI),
    (re.compile(r"\d{1,2}[.．]\s*(?!\d)"), st.HEADING3, ""),
    (re.compile(r"[（(]\d{1,2}[）)]"), st.HEADING4, ""),
)
_SENTENCE_END = re.compile(r"[。！？；]")
_HEADING_LIMIT = 45
LINES_KEPT = 10
"""A last paragraph of at most so many lines is kept with organ and date, so that the date never stands alone."""


def prose(text: str, s: Standard, *, last: bool = False) -> Blocks:
    """Give one paragraph per line of the text.

    Args:
        text: lines; 一、 （一） 1. （1） at their beginning make headings, the rest of such a line runs on.
        s: the standard.
        last: whether organ and date follow; a short last paragraph is then kept with them.
    """
    tint = TINT if isinstance(text, Marked) else ""
    lines = [words.strip(" \t　") for words in str(text).splitlines()]
    lines = [words for words in lines if words]
    made = ""
    for position, words in enumerate(lines):
        kept = last and position == len(lines) - 1 and count_zi(words) <= LINES_KEPT * s.grid.characters
        made += _paragraph(words, tint, KEEP if kept else "")
    return Blocks(made)


def _paragraph(words: str, tint: str, props: str) -> str:
    for pattern, style, face in _LEVELS:
        if pattern.match(words) is None:
            continue
        end = _SENTENCE_END.search(words)
        is_heading = (end is None or end.end() == len(words)) and count_zi(words) <= _HEADING_LIMIT
        if is_heading and style in (st.HEADING1, st.HEADING2):
            return paragraph(run(words, tint=tint), style=style, props=props)
        if face and end is not None and count_zi(words[: end.end()]) <= _HEADING_LIMIT:
            lead, rest = words[: end.end()], words[end.end() :]
            both = run(lead, style=face, tint=tint) + (run(rest, tint=tint) if rest else "")
            return paragraph(both, style=st.TEXT, props=props)
        break
    return paragraph(run(words, tint=tint), style=st.TEXT, props=props)
