"""A run of text and the face, size and colour it really has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree

from tongzhi.word.markup import Element, w
from tongzhi.word.styles import Properties, Styles, merge_run, read_paragraph_properties, read_run_properties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongzhi.word.blocks import Paragraph

REMEMBERED = 4096
"""Formats that are kept of papers with the same styles."""
DEFAULT_HALF_POINTS = 20
"""Size of text that nothing sets (Word's own default)."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What a run looks like. Size in points, spacing in twips, `scale` of widths in per cent; `color` RRGGBB or `auto`."""

    asian: str
    latin: str
    size: float
    bold: bool
    color: str
    shade: str
    spacing: int
    hidden: bool
    underline: str
    hint: str
    scale: int = 100

    @property
    def is_red(self) -> bool:
        """Whether the text is a clear red."""
        return is_red(self.color)

    @property
    def is_black(self) -> bool:
        """Whether the text is black or so near it that nobody sees the difference."""
        return is_black(self.color)


def is_red(color: str) -> bool:
    """Tell a clear red (FF0000, C00000, the Y80 M80 of 5.2.4) from other colours."""
    parts = _parts(color)
    return parts is not None and parts[0] >= 0xB0 and max(parts[1], parts[2]) <= 0x60


def is_black(color: str) -> bool:
    """Tell black from other colours; `auto` counts as black."""
    parts = _parts(color)
    return parts is None or max(parts) <= 0x33


def _parts(color: str) -> tuple[int, int, int] | None:
    if len(color) != 6:
        return None
    try:
        value = int(color, 16)
    except ValueError:
        return None
    return value >> 16, value >> 8 & 255, value & 255


@dataclass(slots=True)
class Run:
    """One `w:r` that shows text: its element, its text, and where the text starts in the paragraph."""

    element: Element
    text: str
    start: int
    inserted: bool = False
    field: str = ""
    look: RunFormat | None = None

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    @property
    def properties(self) -> Element | None:
        """Its `w:rPr`."""
        return self.element.find(w("rPr"))


def resolve_run(element: Element | None, paragraph_run: Properties, styles: Styles) -> RunFormat:
    """Give the format of a run from its `w:rPr` and the run properties of its paragraph's style."""
    merged: Properties = dict(styles.default_run)
    merge_run(merged, paragraph_run)
    direct = read_run_properties(element, styles.theme)
    key = direct.get("rStyle")
    if key:
        merge_run(merged, styles.chain(key)[0], toggle=True)
    merge_run(merged, direct)
    latin = str(merged.get("ascii") or merged.get("hAnsi") or "Times New Roman")
    return RunFormat(
        asian=str(merged.get("eastAsia") or latin),
        latin=latin,
        size=merged.get("sz", DEFAULT_HALF_POINTS) / 2,
        bold=bool(merged.get("b")),
        color=str(merged.get("color") or "auto").upper().replace("AUTO", "auto"),
        shade=str(merged.get("shd") or "auto"),
        spacing=int(merged.get("spacing", 0)),
        hidden=bool(merged.get("vanish")),
        underline=str(merged.get("u") or "none"),
        hint=str(merged.get("hint") or ""),
        scale=int(merged.get("w") or 100),
    )


class RunFormats:
    """Gives formats of runs and properties of paragraphs; equal `w:rPr` under equal styles, and equal `w:pPr`, are read once."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._known: dict[tuple[str | None, bytes], RunFormat] = {}
        self._paragraphs: dict[bytes, Properties] = {}

    @cached_property
    def plain(self) -> RunFormat:
        """The format of a run without any properties in the default style."""
        return resolve_run(
            None, self.styles.chain(self.styles.default_style.get("paragraph"))[0], self.styles
        )

    def format(self, run: Run, paragraph: Paragraph) -> RunFormat:
        """Give the format of a run of a paragraph."""
        if run.look is None:
            run.look = self.of(run.properties, paragraph.style)
        return run.look

    def of(self, properties: Element | None, style: str | None) -> RunFormat:
        """Give the format that a `w:rPr` has under a paragraph style."""
        key = (style, b"" if properties is None else etree.tostring(properties, with_tail=False))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[key] = resolve_run(properties, self.styles.chain(style)[0], self.styles)
        return found

    def paragraph(self, properties: Element | None) -> Mapping[str, Any]:
        """Give the properties that a `w:pPr` sets."""
        if properties is None:
            return {}
        key = etree.tostring(properties, with_tail=False)
        found = self._paragraphs.get(key)
        if found is None:
            if len(self._paragraphs) >= REMEMBERED:
                self._paragraphs.clear()
            found = self._paragraphs[key] = read_paragraph_properties(properties)
        return found
