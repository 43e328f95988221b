"""Lengths as Word counts them: twips (1/20 pt), with points, millimetres and 字号 on the way in and out."""

from __future__ import annotations

from typing import Self

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4


class Length(int):
    """A length in twips, Word's unit for pages, indents and lines."""

    def __reduce__(self) -> tuple[type[Length], tuple[int]]:
        """Travel to other processes as twips: `Mm(5)` made anew from its twips would be another length."""
        return Length, (int(self),)

    @property
    def pt(self) -> float:
        """The length in points."""
        return self / TWIPS_PER_POINT

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / TWIPS_PER_MM

    @property
    def half_points(self) -> int:
        """The length in half-points, as `w:sz` of a face is written."""
        return round(self / 10)

    @property
    def eighths(self) -> int:
        """The length in eighths of a point, as `w:sz` of a border is written."""
        return round(self * 8 / TWIPS_PER_POINT)


class Pt(Length):
    """A length given in points."""

    def __new__(cls, points: float) -> Self:
        """Round to whole twips."""
        return super().__new__(cls, round(points * TWIPS_PER_POINT))


class Mm(Length):
    """A length given in millimetres."""

    def __new__(cls, millimetres: float) -> Self:
        """Round to whole twips."""
        return super().__new__(cls, round(millimetres * TWIPS_PER_MM))


HAO: dict[str, Pt] = {
    "初号": Pt(42),
    "小初": Pt(36),
    "一号": Pt(26),
    "小一": Pt(24),
    "二号": Pt(22),
    "小二": Pt(18),
    "三号": Pt(16),
    "小三": Pt(15),
    "四号": Pt(14),
    "小四": Pt(12),
    "五号": Pt(10.5),
    "小五": Pt(9),
}
"""字号 → size."""


def name_size(size: Length) -> str:
    """Give the 字号 of a size, else its points: 三号, 20磅."""
    for name, known in HAO.items():
        if known == size:
            return name
    return f"{size.pt:g}磅"
