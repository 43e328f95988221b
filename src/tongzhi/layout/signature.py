"""Organ and date at the end, placed by their widths: sealed, unsealed, joint (7.3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tongzhi.engine.values import Blocks, Marked
from tongzhi.layout import styles as st
from tongzhi.layout.title import break_title
from tongzhi.layout.widths import count_zi
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, indent, paragraph, row, run, table

TINT = "FFF2CC"
KEEP = "<w:keepNext/>"
BLANK_DATE = "　　　　年　　月　　日"
"""The place of a date that is written in when the paper is signed."""
_DATE_OVERHANG = -3
"""Right indent of an unsealed date, so that wider substitute digits do not wrap it."""


def signature(organs: Sequence[str], day: str, s: Standard, *, sealed: bool) -> Blocks:
    """Give blank lines, organ(s) and date.

    Args:
        organs: the issuing organs, host first.
        day: the date as printed; its place stays blank when empty.
        s: the standard.
        sealed: leave the room of a seal and centre organ over date; else set both by 7.3.5.2.
    """
    # marked text equals plain text, so what is kept must also be told apart by its marks
    marks = tuple(isinstance(text, Marked) for text in (*organs, day))
    return _signature(tuple(organs), day or BLANK_DATE, s, sealed, marks)


@lru_cache(maxsize=256)
def _signature(
    organs: tuple[str, ...], shown: str, s: Standard, sealed: bool, _marks: tuple[bool, ...]
) -> Blocks:
    if sealed and len(organs) > 1:
        return Blocks(_joint_sealed(organs, shown, s))
    if sealed:
        return Blocks(_sealed(organs[0], shown, s))
    return Blocks(_unsealed(organs, shown, s))


def tinted(text: str) -> str:
    """Give a run of the text, tinted when the value is still to be confirmed."""
    return run(str(text), tint=TINT if isinstance(text, Marked) else "")


def blanks(count: int) -> str:
    """Give blank lines that stay with what follows them."""
    return paragraph(style=st.BLANK, props=KEEP) * count


def _line(text: str, style: str, placed: str, jc: str) -> str:
    return paragraph(tinted(text), style=style, props=placed + f'<w:jc w:val="{jc}"/>')


def _sealed(organ: str, day: str, s: Standard) -> str:
    lines = _organ_lines(organ, s.grid.characters - 2)
    organ_width, date_width = max(map(count_zi, lines)), count_zi(day)
    blank = max(float(s.signature.sealed_right), (organ_width - date_width) / 2)
    left = s.grid.characters - 2 * blank - date_width
    placed = indent(left=left, right=0, first=0, unit=s.zi)
    made = blanks(s.signature.sealed_blank_lines)
    for words in lines:
        made += _line(words, st.ORGAN, placed, "center")
    return made + _line(day, st.DATE, placed, "center")


def _organ_lines(organ: str, room: float) -> list[str]:
    if count_zi(organ) <= room:
        return [organ]
    lines = break_title(str(organ), room)
    return [Marked(words) for words in lines] if isinstance(organ, Marked) else lines


def _unsealed(organs: Sequence[str], day: str, s: Standard) -> str:
    whole, right, shift = s.grid.characters, s.signature.unsealed_right, s.signature.unsealed_shift
    date_width = count_zi(day)
    made = blanks(s.signature.unsealed_blank_lines)
    lines = [words for organ in organs for words in _organ_lines(organ, whole - right)]
    if count_zi(lines[-1]) > date_width:
        start = whole - right - count_zi(lines[-1]) + shift
        for words in lines:
            made += _line(words, st.ORGAN, indent(left=0, right=right, first=0, unit=s.zi), "right")
    else:
        start = whole - right - date_width
        for words in lines:
            left = min(start - shift, whole - right - count_zi(words))
            made += _line(words, st.ORGAN, indent(left=left, right=0, first=0, unit=s.zi), "left")
    placed = indent(left=start, right=_DATE_OVERHANG, first=0, unit=s.zi)
    return made + _line(day, st.DATE, placed, "left")


def _joint_sealed(organs: Sequence[str], day: str, s: Standard) -> str:
    """Give rows of organs, the date under the last; rows are one seal and a little apart."""
    per_row = min(s.signature.seals_per_row, len(organs))
    while per_row > 1 and max(map(count_zi, organs)) > s.grid.characters / per_row - 1:
        per_row -= 1
    width = s.page.area_width // per_row
    widths = [width] * per_row
    rows = ""
    centred = indent(left=0, right=0, first=0)
    between = -(-s.signature.seal // s.grid.pitch)
    for first in range(0, len(organs), per_row):
        group = list(organs[first : first + per_row])
        last = first + per_row >= len(organs)
        above = s.signature.sealed_blank_lines if first == 0 else between
        filler = per_row - len(group)
        cells = [CellFragment(blanks(1), align="top")] * filler
        for position, organ in enumerate(group):
            lines = _organ_lines(organ, s.grid.characters / per_row)
            content = blanks(above) + "".join(_line(words, st.ORGAN, centred, "center") for words in lines)
            if last and position == len(group) - 1:
                content += _line(day, st.DATE, centred, "center")
            cells.append(CellFragment(content, align="top"))
        rows += row(cells, widths)
    return table([rows], widths) + paragraph(style=st.TINY)
