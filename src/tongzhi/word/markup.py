"""Names of Word's XML and its safe parser: no DTD, no entities, no network."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tongzhi.errors import InputError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = etree._Element  # noqa: SLF001  lxml has no public name for its element type

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = b"http://purl.oclc.org/ooxml/"


@cache
def w(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """Give the full name of a relationship attribute."""
    return f"{{{R}}}{name}"


MC_ALTERNATE = f"{{{MC}}}AlternateContent"
MC_CHOICE = f"{{{MC}}}Choice"
MC_FALLBACK = f"{{{MC}}}Fallback"
MATH_TEXT = f"{{{M}}}t"


def parse_xml(data: bytes, part: str, file: str | None = None) -> Element:
    """Give the root of one part.

    Raises:
        InputError: it is no XML, or it declares a DTD (which Word never writes and attacks need).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError.one(
            f"文件已损坏（{part} 读不出来）", "用 Word 或 WPS 打开后另存一份再试", place=Place(file=file)
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError.one(
            f"文件里有不该有的 DTD 声明（{part}），可能有害，未读",
            "用 Word 或 WPS 另存一份再试",
            place=Place(file=file),
        )
    return root


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Give a `w:` attribute of an element that may be missing."""
    if element is None:
        return None
    value = element.get(w(name))
    return None if value is None else str(value)


def integer(text: str | None) -> int | None:
    """Read a whole number; LibreOffice and WPS also write `12.0` and `12pt`-like values, which are cut."""
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        if text.endswith("pt"):
            return round(float(text[:-2]) * 20)
        return round(float(text))
    except (ValueError, OverflowError):
        return None


def is_on(element: Element | None) -> bool | None:
    """Read an on/off property: `None` when it is not given."""
    if element is None:
        return None
    return attribute(element) not in ("0", "false", "off", "none")


def children(element: Element) -> Iterator[Element]:
    """Give the child elements, with the wrappers that mean nothing to a reader taken away."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag == MC_ALTERNATE:
            yield from children(_alternative(child))
        else:
            yield child


def _alternative(element: Element) -> Element:
    found = element.find(MC_CHOICE)
    if found is None:
        found = element.find(MC_FALLBACK)
    return element if found is None else found
