"""The red mark at the head: its size, one organ or several, and the line with number and signers (7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tongzhi.engine.values import Blocks
from tongzhi.layout import styles as st
from tongzhi.layout.widths import count_zi
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, line, paragraph, row, run, size, table, tabs
from tongzhi.word.sizes import Length

GLYPH_TOP = 0.86
"""How far the glyphs of 小标宋 rise above the baseline, in parts of their size."""
BASELINE = 0.8
"""How far down an exact line its baseline lies."""
LINE = 4 / 3
"""Line of the mark in parts of its size."""
LETTER_HEADER = 1200
"""How far a letter's header stands from the edge of the sheet, in twips; the mark's line begins there."""
LINES_ABOVE = 3
"""Lines kept above the mark for 份号, 密级 and 紧急程度."""
TELEGRAM_MARK = "明传电报"


@dataclass(frozen=True, slots=True)
class Mark:
    """How a mark is set: size and narrowing of its glyphs in per cent."""

    size: Length
    scale: int

    @property
    def props(self) -> str:
        """Run properties: no gap between characters, narrowed where needed, size."""
        narrowed = f'<w:w w:val="{self.scale}"/>' if self.scale < 100 else ""
        return '<w:spacing w:val="0"/>' + narrowed + size(self.size)


def fit_mark(text: str, s: Standard, width: int | None = None) -> Mark:
    """Give the largest setting of the mark that fits the width (default: the type area less a little).

    The glyphs are narrowed first, down to what still looks right; then the size falls.
    """
    room = s.head.mark_width if width is None else width
    count = max(count_zi(text), 1)
    scale = min(100, int(room * 100 / (count * s.head.mark_size)))
    if scale >= s.head.mark_scale_least:
        return Mark(s.head.mark_size, scale)
    least = s.head.mark_scale_least
    smaller = Length(int(room * 100 / (count * least)) // 10 * 10)
    return Mark(smaller, least)


def lines_above(filled: int) -> list[int]:
    """Give the blank lines between the elements at the top left and the mark."""
    return list(range(max(0, LINES_ABOVE - filled)))


def mark_gap(mark: Length, *, above: int) -> int:
    """Give the white before the mark's line so that the glyphs' upper edge lies `above` twips lower.

    Args:
        mark: size of the glyphs.
        above: from where the paragraph would begin down to the wanted upper edge.
    """
    return max(0, round(above - (BASELINE * LINE - GLYPH_TOP) * mark))


def mark_block(names: Sequence[str], word: str, s: Standard, *, red: bool, letter: bool = False) -> Blocks:
    """Give the mark: one line, or for joint issue all names with 文件 to their right, vertically centred (7.2.4).

    Args:
        names: the organs as they stand in the mark, host first.
        word: 文件, or nothing.
        s: the standard.
        red: print it; else its place stays blank (for paper with a pre-printed head).
        letter: it hangs in the first page's header, 30 mm from the edge of the sheet (10.1).
    """
    return _mark_block(tuple(map(str, names)), word, s, red, letter)


@lru_cache(maxsize=256)
def _mark_block(names: tuple[str, ...], word: str, s: Standard, red: bool, letter: bool) -> Blocks:
    above = s.letter.mark_top - LETTER_HEADER if letter else s.head.mark_top - LINES_ABOVE * s.grid.pitch
    if len(names) == 1:
        text = names[0] + word
        mark = fit_mark(text, s)
        return Blocks(_line(text if red else "", mark, mark_gap(mark.size, above=above)))
    return Blocks(_joint(names, word, s, above, red=red))


def _line(text: str, mark: Mark, before: int, jc: str = "") -> str:
    pitch = round(mark.size * LINE)
    content = run(text, props=mark.props) if text else ""
    return paragraph(content, style=st.MARK, props=line(pitch, before=before) + jc)


def _joint(names: Sequence[str], word: str, s: Standard, above: int, *, red: bool) -> str:
    area = s.page.area_width
    word_mark = fit_mark(word, s, round(area * 0.22))
    beside = round(count_zi(word) * word_mark.size * word_mark.scale / 100) + 120
    longest = max(names, key=count_zi)
    sized = fit_mark(longest, s, s.head.mark_width - beside)
    wanted = Length(min(sized.size, round(s.head.mark_size * (0.75 if len(names) > 2 else 0.9))))
    mark = Mark(wanted, min(100, int((s.head.mark_width - beside) * 100 / (count_zi(longest) * wanted))))
    width = round(count_zi(longest) * mark.size * mark.scale / 100) + 60
    spread = '<w:jc w:val="distribute"/>'
    left = "".join(
        _line(name if red else "", mark, mark_gap(mark.size, above=above) if first == 0 else 0, spread)
        for first, name in enumerate(names)
    )
    cells = [CellFragment(left), CellFragment(_line(word if red else "", word_mark, 0))]
    widths = [width, beside]
    return table([row(cells, widths)], widths)


def number_line(number: str, signers: Sequence[str], s: Standard) -> Blocks:
    """Give number and 签发人 of an upward document, two names a line, the number on the last line (7.2.5, 7.2.6).

    Args:
        number: 发文字号, may be empty until it is given.
        signers: names as printed, in the order of the organs.
        s: the standard.
    """
    per_line = s.head.signers_per_line
    rows = [list(signers[first : first + per_line]) for first in range(0, len(signers), per_line)]
    right = s.page.area_width - s.zi * s.head.signer_right_blank
    names = max(count_zi("　".join(line_names)) for line_names in rows)
    start = right - round((names + 4) * s.zi)
    made = ""
    for position, line_names in enumerate(rows):
        last = position == len(rows) - 1
        label = "签发人：" if position == 0 else ""
        stops = tabs(("clear", right), ("left", start), ("left", start + 4 * s.zi))
        content = run((number if last else "") + "\t" + (label or "\t"))
        content += run("　".join(line_names), style=st.KAI)
        made += paragraph(content, style=st.NUMBER_UP, props=stops)
    return Blocks(made)
