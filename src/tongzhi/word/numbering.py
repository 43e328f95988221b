"""Automatic numbers: what Word prints before a paragraph of a list, and the indents that come with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongzhi.word.markup import Element, attribute, integer, w
from tongzhi.word.styles import Properties, read_paragraph_properties

_DIGITS = "〇一二三四五六七八九"
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "chineseLegalSimplified",
            "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand", "koreanCounting")  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(slots=True)
class Level:
    """One level of a list."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    paragraph: Properties = field(default_factory=dict)


class Numbering:
    """The lists of a document. `label` counts: call it once per paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[int, dict[int, Level]] = {}
        self._lists: dict[int, int] = {}
        self._counts: dict[int, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstract = {
            integer(attribute(element, "abstractNumId")): {
                integer(attribute(level, "ilvl")) or 0: _read_level(level)
                for level in element.iterfind(w("lvl"))
            }
            for element in root.iterfind(w("abstractNum"))
        }
        for element in root.iterfind(w("num")):
            number = integer(attribute(element, "numId"))
            source = integer(attribute(element.find(w("abstractNumId"))))
            if number is None or source is None:
                continue
            levels = dict(abstract.get(source, {}))
            own = False
            for override in element.iterfind(w("lvlOverride")):
                own = True
                index = integer(attribute(override, "ilvl")) or 0
                replaced = override.find(w("lvl"))
                base = levels.get(index, Level()) if replaced is None else _read_level(replaced)
                start = integer(attribute(override.find(w("startOverride"))))
                levels[index] = Level(
                    base.kind, base.text, base.start if start is None else start, base.suffix, base.paragraph
                )
            self._levels[number] = levels
            # instances of one abstract list go on counting together unless one starts anew
            self._lists[number] = -number if own else source

    def level(self, number: int, index: int) -> Level | None:
        """Give a level of a list, `None` when the list is unknown."""
        return self._levels.get(number, {}).get(index)

    def label(self, number: int, index: int) -> str:
        """Count one paragraph of a level that there is, and give the number printed before it (`一、`)."""
        levels = self._levels[number]
        counts = self._counts.setdefault(self._lists[number], {})
        counts[index] = counts.get(index, levels[index].start - 1) + 1
        for deeper in [other for other in counts if other > index]:
            del counts[deeper]
        text = levels[index].text
        for other in range(9, -1, -1):
            if f"%{other + 1}" in text:
                level = levels.get(other, Level())
                text = text.replace(f"%{other + 1}", print_number(counts.get(other, level.start), level.kind))
        return "" if levels[index].kind in ("bullet", "none") else text


def _read_level(element: Element) -> Level:
    kind = attribute(element.find(w("numFmt"))) or "decimal"
    start = integer(attribute(element.find(w("start"))))
    return Level(
        kind,
        attribute(element.find(w("lvlText"))) or "",
        1 if start is None else start,
        attribute(element.find(w("suff"))) or "tab",
        read_paragraph_properties(element.find(w("pPr"))),
    )


def print_number(value: int, kind: str) -> str:
    """Print a count in one of Word's number formats; unknown formats give digits."""
    if kind in _CHINESE:
        return _chinese(value)
    if kind.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if kind == "decimalZero":
        return f"{value:02d}"
    if kind in ("upperLetter", "lowerLetter") and value >= 1:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if kind == "upperLetter" else letter.lower()
    if kind == "ideographTraditional" and 1 <= value <= 10:
        return _STEMS[value - 1]
    if kind == "decimalFullWidth":
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    return str(value)


def _chinese(value: int) -> str:
    if value < 0 or value > 99:
        return "".join(_DIGITS[int(digit)] for digit in str(abs(value)))
    tens, units = divmod(value, 10)
    if tens == 0:
        return _DIGITS[units] if units else "零"
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")
