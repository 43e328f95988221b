"""Widths, places and heights of paragraphs as far as they can be told without rendering."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING

from tongzhi.standard.gbt9704 import EQUAL_FACES
from tongzhi.word.blocks import Paragraph, Table, mark_properties, outer_blanks
from tongzhi.word.document import WordDocument
from tongzhi.word.page import PageSection
from tongzhi.word.runs import Run, RunFormat

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper

_FAMILY_WORDS = {
    "仿宋_GB2312": ("仿宋", "fangsong", "fang song"),
    "方正小标宋简体": ("小标宋", "xiaobiaosong", "中宋", "zhongsong"),
    "楷体_GB2312": ("楷", "kai"),
    "黑体": ("黑体", "simhei", "heiti", "hei"),
    "宋体": ("宋体", "simsun", "stsong", "书宋"),
}


@cache
def family(face: str) -> str:
    """Give the standard's name of a face (FangSong → 仿宋_GB2312), or the face itself."""
    low = face.casefold().strip()
    for name, others in EQUAL_FACES.items():
        if low == name.casefold() or low in {other.casefold() for other in others}:
            return name
    for name, words in _FAMILY_WORDS.items():
        if any(word in low for word in words):
            return name
    return face.strip()


def same_face(face: str, wanted: str) -> bool:
    """Whether two names stand for the same design."""
    return face.casefold() == wanted.casefold() or family(face) == family(wanted)


def is_wide(character: str) -> bool:
    """Whether a character takes one 字; quotes, dashes and × do in Chinese text."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’—…×·〔〕℃①②③④⑤⑥⑦⑧⑨⑩"


def width(text: str) -> float:
    """Give the width of text in 字: full-width 1, digits and Latin 0.5."""
    return sum(1.0 if is_wide(character) else 0.5 for character in text)


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one (not a mark)."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or ord(character) >= 0x20000


def has_chinese(text: str) -> bool:
    """Whether there is a Chinese character in the text."""
    return any(is_chinese(character) for character in text)


class Ruler:
    """Measures paragraphs of one document; indents in 字 of the paragraph's own size, heights in points."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self._size: dict[int, float] = {}

    def format(self, run: Run, paragraph: Paragraph) -> RunFormat:
        """Give the format of a run."""
        return self.document.runs.format(run, paragraph)

    def formats(
        self, paragraph: Paragraph, start: int = 0, end: int | None = None
    ) -> list[tuple[Run, RunFormat]]:
        """Give the runs that show something between two offsets of a paragraph, with their formats."""
        stop = len(paragraph.text) if end is None else end
        return [
            (run, self.format(run, paragraph))
            for run in paragraph.runs
            if run.text.strip() and run.end > start and run.start < stop
        ]

    def all_formats(self, paragraph: Paragraph) -> list[tuple[Run, RunFormat]]:
        """Give every run of a paragraph with its format, runs of blanks too."""
        return [(run, self.format(run, paragraph)) for run in paragraph.runs]

    def size(self, paragraph: Paragraph) -> float:
        """Give the size that most of a paragraph's text has; of its mark when it is empty."""
        key = id(paragraph)
        if key not in self._size:
            counts: dict[float, int] = {}
            for run, look in self.formats(paragraph):
                counts[look.size] = counts.get(look.size, 0) + len(run.text)
            self._size[key] = (
                max(counts, key=lambda size: counts[size]) if counts else self._mark_size(paragraph)
            )
        return self._size[key]

    def _mark_size(self, paragraph: Paragraph) -> float:
        return self.document.runs.of(mark_properties(paragraph), paragraph.style).size

    def section(self, paragraph: Paragraph) -> PageSection:
        """Give the section a paragraph stands in."""
        sections = self.document.sections
        return sections[min(paragraph.section, len(sections) - 1)]

    def alignment(self, paragraph: Paragraph) -> str:
        """Give left, center, right or both; the newer words `start` and `end` are the older ones."""
        value = str(paragraph.properties.get("jc") or "left")
        return {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both"}.get(
            value, value
        )

    def indent(self, paragraph: Paragraph, side: str) -> float:
        """Give an indent (left, right, first) in 字 of the paragraph's size; `first` is negative when it hangs."""
        chars = paragraph.properties.get(f"{side}Chars")
        if chars:
            return float(chars) / 100
        size = self.size(paragraph) or 16.0
        return float(paragraph.properties.get(side) or 0) / (size * 20)

    def typed_indent(self, paragraph: Paragraph) -> float | None:
        """Give the typed blanks before the text in 字; `None` when a tab stands there."""
        lead = paragraph.text[: outer_blanks(paragraph)[0]]
        return None if "\t" in lead else width(lead)

    def start(self, paragraph: Paragraph) -> float | None:
        """Give how far the first line starts from the type area in 字 (flush or justified text), or `None`."""
        typed = self.typed_indent(paragraph)
        if typed is None or self.alignment(paragraph) not in ("left", "both"):
            return None
        return self.indent(paragraph, "left") + self.indent(paragraph, "first") + typed

    def line(self, paragraph: Paragraph) -> tuple[float, bool]:
        """Give the height of a line in points and whether it is certain (exact, or one line of the grid)."""
        value, rule = paragraph.properties.get("line"), paragraph.properties.get("lineRule", "auto")
        if value and rule == "exact":
            return value / 20, True
        section = self.section(paragraph)
        size = self.size(paragraph)
        on_grid = section.has_line_grid and paragraph.properties.get("snapToGrid") is not False
        factor = (value or 240) / 240 if rule == "auto" else 1.0
        if on_grid:
            pitch = section.line_pitch / 20
            lines = max(1, -(-round(size * 1.15 * 100) // round(pitch * 100)))
            return pitch * lines * factor, size * 1.35 < pitch
        natural = size * 1.3 * factor
        return (max(natural, value / 20) if value and rule == "atLeast" else natural), False

    def outer(self, paragraph: Paragraph) -> tuple[float, float]:
        """Give the space before and after a paragraph in points."""
        found = []
        for name in ("before", "after"):
            if paragraph.properties.get(f"{name}Autospacing"):
                found.append(14.0)
                continue
            lines = paragraph.properties.get(f"{name}Lines")
            found.append(
                lines / 100 * self.line(paragraph)[0] if lines else (paragraph.properties.get(name) or 0) / 20
            )
        return found[0], found[1]


def gap(ruler: Ruler, above: Paragraph, below: Paragraph) -> float | None:
    """Give the space between two paragraphs in points; `None` where a page break, table or drawing lies between."""
    if not (above.in_body and below.in_body) or above.index >= below.index or above.section != below.section:
        return None
    if above.page_break or below.page_break or below.properties.get("pageBreakBefore"):
        return None
    total = max(ruler.outer(above)[1], ruler.outer(below)[0])
    blocks = dropwhile(lambda block: block is not above, ruler.document.blocks)
    for block in islice(takewhile(lambda block: block is not below, blocks), 1, None):
        if not isinstance(block, Paragraph) or block.page_break or block.pictures or block.equation:
            return None
        if not block.is_blank or block.properties.get("frame"):
            return None
        before, after = ruler.outer(block)
        total += ruler.line(block)[0] + max(before, 0) + max(after, 0)
    return total


def blanks_between(ruler: Ruler, above: Paragraph, below: Paragraph) -> float | None:
    """Give the space between two paragraphs in lines of the text."""
    space = gap(ruler, above, below)
    return None if space is None else space / 28.95


def rise(height: float, size: float, *, exact: bool) -> float:
    """Give how far the glyphs of a line of `size` stand below its top, in points.

    On an exact line the baseline lies 80 % down, and the glyphs rise 0.86 of their size above it.
    """
    return max(0.0, height * 0.8 - size * 0.86) if exact else (height - size) / 2


def space_above(paper: Paper) -> tuple[float, bool] | None:
    """Give the points from the type area's top to the mark, and whether they are certain; `None`: cannot tell."""
    total, certain = 0.0, True
    mark = paper.mark[0]
    for block in takewhile(lambda block: block is not mark, paper.document.blocks):
        if isinstance(block, Table) or block.pictures or block.properties.get("frame"):
            return None
        height, exact = paper.ruler.line(block)
        certain = certain and exact
        total += height + sum(paper.ruler.outer(block))
    return total, certain
