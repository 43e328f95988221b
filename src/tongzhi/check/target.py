"""What the layout of a paper should become: the standard's, or the accepted reading of it that the paper follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.sizes import Length, Mm

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.page import PageSection

COMPENSATED_TOP, COMPENSATED_BOTTOM = Mm(34.58), Mm(32.58)
"""The other reading of “37 mm”: margins so much smaller that the glyphs of line 1 start there (GB/T 33476.2)."""


@dataclass(frozen=True, slots=True)
class Margins:
    """White on each side in twips."""

    top: Length
    bottom: Length
    left: Length
    right: Length

    def fits(self, section: PageSection, tolerance: int) -> bool:
        """Whether a section has these margins."""
        return (
            abs(section.top - self.top) <= tolerance
            and abs(section.bottom - self.bottom) <= tolerance
            and abs(section.left + section.gutter - self.left) <= tolerance
            and abs(section.right - self.right) <= tolerance
        )


def readings(standard: Standard) -> tuple[Margins, ...]:
    """Give the margins that are right: as printed, and compensated."""
    page = standard.page
    plain = Margins(page.top, page.bottom, page.left, page.right)
    shift = Mm(37) - COMPENSATED_TOP
    return plain, Margins(
        Length(page.top - shift), Length(page.bottom - (Mm(35) - COMPENSATED_BOTTOM)), page.left, page.right
    )


def lines_of(height: int, pitch: float) -> int:
    """Give how many lines of `pitch` points fit a type area of `height` twips."""
    return int((height + 1) // (pitch * 20)) if pitch else 0


@dataclass(frozen=True, slots=True)
class Target:
    """Margins and pitch (twips) that repairs set."""

    margins: Margins
    pitch: int

    @classmethod
    def of(cls, paper: Paper) -> Target:
        """Keep a paper's own reading if it is a right one, else take the standard's; worked out once."""
        if paper not in _KNOWN:
            _KNOWN[paper] = cls._work_out(paper)
        return _KNOWN[paper]

    @classmethod
    def _work_out(cls, paper: Paper) -> Target:
        standard = paper.standard
        section = next((each for each in paper.document.sections if not each.landscape), None)
        found = readings(standard)
        tolerance = int(standard.page.margin_tolerance)
        margins = next(
            (each for each in found if section is not None and each.fits(section, tolerance)), found[0]
        )
        if section is None or (margins is found[0] and not margins.fits(section, tolerance)):
            return cls(margins, int(standard.grid.pitch))
        if standard.grid != GBT9704.grid:
            return cls(margins, int(standard.grid.pitch))
        own = common_pitch(paper)
        if own is not None and lines_of(section.text_height, own) == standard.grid.lines and own >= 28.5:
            return cls(margins, round(own * 20))
        most = section.text_height // standard.grid.lines
        return cls(margins, min(int(standard.grid.pitch), most) if margins is found[0] else most)


_KNOWN: WeakKeyDictionary[Paper, Target] = WeakKeyDictionary()


def common_pitch(paper: Paper) -> float | None:
    """Give the pitch in points that most of the text has, `None` when it cannot be told."""
    counts: dict[float, int] = {}
    for line in paper.body:
        pitch, certain = paper.ruler.line(line)
        if certain:
            counts[round(pitch, 2)] = counts.get(round(pitch, 2), 0) + len(line.text)
    return max(counts, key=lambda pitch: counts[pitch]) if counts else None
