"""The texts that rules of content read, and how they quote and correct a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph

_END = re.compile(r"[。！？；\n]")


_SENTENCE = re.compile(r"[^。！？\n]+")


def sentences(paper: Paper, pattern: re.Pattern[str] = _SENTENCE) -> Iterator[tuple[Paragraph, str]]:
    """Give the sentences of running text (or the pieces that another pattern makes) with their paragraphs."""
    for line in paper.running:
        for match in pattern.finditer(line.text):
            yield line, match[0]


def sentence(text: str, start: int, end: int) -> str:
    """Give the sentence that holds a range of a text."""
    before = [match.end() for match in _END.finditer(text, 0, start)]
    after = _END.search(text, end)
    return text[before[-1] if before else 0 : after.end() if after else len(text)].strip()


def corrected(text: str, start: int, end: int, words: str) -> str:
    """Give the sentence with `words` in the place of the range."""
    whole = sentence(text, start, end)
    at = text.find(whole, max(0, start - len(whole)))
    if at < 0 or at > start:
        return words
    return whole[: start - at] + words + whole[end - at :]


def quoted(text: str, position: int) -> bool:
    """Whether a place lies inside 《》 or “”."""
    for opening, closing in ("《》", "“”"):
        if text.rfind(opening, 0, position) > text.rfind(closing, 0, position):
            return True
    return False
