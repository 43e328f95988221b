"""The properties that a run or paragraph really has: defaults, theme faces, style chain, direct formatting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.word.markup import A, Element, attribute, integer, is_on, w

if TYPE_CHECKING:
    from collections.abc import Mapping

Properties = dict[str, Any]
"""Property name → value as one level (a style, a direct formatting) gives it."""

_SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_TOGGLES = ("b", "i", "vanish", "strike", "caps")
_INDENTS = (
    "left", "start", "right", "end", "hanging", "firstLine",
    "leftChars", "startChars", "rightChars", "endChars", "hangingChars", "firstLineChars",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """The faces that theme names such as `minorEastAsia` stand for."""

    faces: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> Theme:
        """Read `theme1.xml`."""
        faces: dict[str, str] = {}
        if root is None:
            return cls(faces)
        for kind in ("major", "minor"):
            scheme = root.find(f".//{{{A}}}{kind}Font")
            if scheme is None:
                continue
            latin = scheme.find(f"{{{A}}}latin")
            asian = scheme.find(f"{{{A}}}ea")
            hans = scheme.find(f"{{{A}}}font[@script='Hans']")
            faces[f"{kind}HAnsi"] = faces[f"{kind}Ascii"] = _typeface(latin)
            faces[f"{kind}EastAsia"] = _typeface(asian) or _typeface(hans)
        return cls(faces)


def _typeface(element: Element | None) -> str:
    return "" if element is None else str(element.get("typeface") or "")


def read_run_properties(element: Element | None, theme: Theme) -> Properties:
    """Give the properties that one `w:rPr` sets."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        if name == "rFonts":
            _read_faces(child, theme, found)
        elif name in ("sz", "spacing", "w", "position", "kern"):
            value = integer(attribute(child))
            if value is not None:
                found[name] = value
        elif name in _TOGGLES:
            found[name] = is_on(child)
        elif name == "color":
            found["color"] = attribute(child) or "auto"
            found["colorTheme"] = attribute(child, "themeColor")
        elif name == "shd":
            found["shd"] = (attribute(child, "fill") or "auto").upper()
        elif name in ("highlight", "u", "rStyle", "vertAlign"):
            found[name] = attribute(child)
    return found


def _read_faces(element: Element, theme: Theme, found: Properties) -> None:
    for slot, themed in _SLOTS.items():
        name = element.get(w(themed))
        face = theme.faces.get(str(name), "") if name else ""
        face = face or str(element.get(w(slot)) or "")
        if face:
            found[slot] = face
    hint = element.get(w("hint"))
    if hint:
        found["hint"] = str(hint)


def read_paragraph_properties(element: Element | None) -> Properties:
    """Give the properties that one `w:pPr` sets (indents and line heights in twips)."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        if name == "ind":
            _read_indents(child, found)
        elif name == "spacing":
            _read_spacing(child, found)
        elif name in ("jc", "pStyle", "textAlignment"):
            found[name] = attribute(child)
        elif name in (
            "keepNext",
            "pageBreakBefore",
            "snapToGrid",
            "widowControl",
            "autoSpaceDE",
            "autoSpaceDN",
        ):
            found[name] = is_on(child)
        elif name == "outlineLvl":
            found[name] = integer(attribute(child))
        elif name == "numPr":
            _read_numbering(child, found)
        elif name == "pBdr":
            for side in child:
                if isinstance(side.tag, str):
                    found[f"border.{side.tag.rpartition('}')[2]}"] = Border.read(side)
        elif name == "framePr":
            found["frame"] = attribute(child, "dropCap") in (None, "none")
        elif name == "tabs":
            found["tabs"] = _read_tabs(child)
    return found


def _read_indents(element: Element, found: Properties) -> None:
    for name in _INDENTS:
        value = integer(attribute(element, name))
        if value is None:
            continue
        name = name.replace("start", "left").replace("end", "right")  # noqa: PLW2901
        if name.startswith("hanging"):
            found[name.replace("hanging", "first")] = -value
        else:
            found[name.replace("firstLine", "first")] = value


def _read_spacing(element: Element, found: Properties) -> None:
    for name in ("before", "after", "beforeLines", "afterLines", "line"):
        value = integer(attribute(element, name))
        if value is not None:
            found[name] = value
    rule = attribute(element, "lineRule")
    if rule or "line" in found:
        found["lineRule"] = rule or found.get("lineRule") or "auto"
    for name in ("beforeAutospacing", "afterAutospacing"):
        if attribute(element, name) is not None:
            found[name] = attribute(element, name) not in ("0", "false", "off")


def _read_numbering(element: Element, found: Properties) -> None:
    number = integer(attribute(element.find(w("numId"))))
    if number is not None:
        found["numId"] = number
    level = integer(attribute(element.find(w("ilvl"))))
    if level is not None:
        found["ilvl"] = level


def _read_tabs(element: Element) -> tuple[tuple[str, int], ...]:
    stops = []
    for tab in element.iterfind(w("tab")):
        position = integer(attribute(tab, "pos"))
        if position is not None:
            stops.append((attribute(tab) or "left", position))
    return tuple(stops)


@dataclass(frozen=True, slots=True)
class Border:
    """One line of a paragraph's or cell's border; width in points."""

    kind: str
    width: float
    space: float
    color: str

    @classmethod
    def read(cls, element: Element) -> Border:
        """Read one `w:top`, `w:bottom` …"""
        return cls(
            attribute(element) or "none",
            (integer(attribute(element, "sz")) or 0) / 8,
            float(integer(attribute(element, "space")) or 0),
            (attribute(element, "color") or "auto").upper(),
        )

    @property
    def is_drawn(self) -> bool:
        """Whether a line is seen at all."""
        return self.kind not in ("none", "nil")


@dataclass(slots=True)
class Style:
    """One style with its own properties, before its parents' are added."""

    key: str
    kind: str
    name: str
    parent: str | None
    run: Properties
    paragraph: Properties


class Styles:
    """The styles of a document; resolves a chain once and remembers it."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self.theme = theme
        self.default_run: Properties = {}
        self.default_paragraph: Properties = {}
        self.styles: dict[str, Style] = {}
        self.default_style: dict[str, str] = {}
        self._chains: dict[str | None, tuple[Properties, Properties]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        defaults = root.find(w("docDefaults"))
        if defaults is not None:
            run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
            self.default_run = read_run_properties(run, self.theme)
            self.default_paragraph = read_paragraph_properties(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))
        for element in root.iterfind(w("style")):
            key, kind = attribute(element, "styleId") or "", attribute(element, "type") or "paragraph"
            self.styles[key] = Style(
                key,
                kind,
                (attribute(element.find(w("name"))) or key),
                attribute(element.find(w("basedOn"))),
                read_run_properties(element.find(w("rPr")), self.theme),
                read_paragraph_properties(element.find(w("pPr"))),
            )
            if attribute(element, "default") in ("1", "true", "on"):
                self.default_style[kind] = key

    def name(self, key: str | None) -> str:
        """Give the name of a style (`heading 1`), the default paragraph style's for `None`."""
        style = self.styles.get(key or self.default_style.get("paragraph", ""))
        return style.name if style else ""

    def chain(self, key: str | None) -> tuple[Properties, Properties]:
        """Give run and paragraph properties of a style with all its parents, without the defaults."""
        if key not in self._chains:
            self._chains[key] = self._resolve(key)
        return self._chains[key]

    def _resolve(self, key: str | None) -> tuple[Properties, Properties]:
        line: list[Style] = []
        while key and key in self.styles and self.styles[key] not in line:
            line.append(self.styles[key])
            key = self.styles[key].parent
        run: Properties = {}
        paragraph: Properties = {}
        for style in reversed(line):
            merge_run(run, style.run, toggle=True)
            merge_paragraph(paragraph, style.paragraph)
        return run, paragraph


def merge_run(base: Properties, over: Properties, *, toggle: bool = False) -> None:
    """Lay the properties of a nearer level over those of a farther one."""
    for name, value in over.items():
        if toggle and name in _TOGGLES and value and base.get(name):
            base[name] = False
        else:
            base[name] = value


def merge_paragraph(base: Properties, over: Mapping[str, Any]) -> None:
    """Lay paragraph properties of a nearer level over those of a farther one.

    An indent in characters of a farther level still beats a nearer one in twips, as in Word.
    """
    base.update(over)
