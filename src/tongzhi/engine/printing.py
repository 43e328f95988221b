"""How a value becomes bytes of the document, depending on where its tag stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.engine.escaping import (
    OPEN_TEXT,
    attribute_text,
    bare_text,
    checked,
    drop_bad,
    find_bad,
    find_special,
    flow,
    plain_text,
)
from tongzhi.engine.operators import describe, said
from tongzhi.engine.stops import FREE, Stop, spend
from tongzhi.engine.values import Blocks, InlineImage, Marked, RichText, Runs, SubDocument

if TYPE_CHECKING:
    from tongzhi.engine.state import RenderState

MOST_COLUMNS = 63
"""Columns of a Word table."""
MARK = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
"""The tint of values that a person should look at."""
_AFTER_SHADE = [
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
]
_AFTER = re.compile(rf"<w:(?:{'|'.join(_AFTER_SHADE)})\b|</w:rPr>")
_OLD_SHADE = re.compile(r"<w:shd\b[^>]*/>")


@dataclass(slots=True)
class PrintedSpot:
    """Where a tag stands, for printing and for messages; the plain data of a `Site`."""

    tag: str
    code: str
    label: str
    paragraph: int
    text: str
    where: str
    run: str
    style: str | None
    marked: str = field(default="", compare=False)

    def marked_run(self) -> str:
        """Give the run properties with the tint (ECMA-376 17.3.2.28 gives the order)."""
        if not self.marked:
            plain = _OLD_SHADE.sub("", self.run) or "<w:rPr></w:rPr>"
            plain = "<w:rPr></w:rPr>" if plain == "<w:rPr/>" else plain
            place = _AFTER.search(plain)
            assert place is not None
            self.marked = plain[: place.start()] + MARK + plain[place.start() :]
        return self.marked


def put(value: Any, spot: PrintedSpot, state: RenderState) -> bytes:
    """Give the bytes of `value` for the place of `spot`.

    Raises:
        Stop: the value cannot be printed there.
    """
    kind = value.__class__
    if kind is str:
        if len(value) < FREE and not find_special(value) and spot.where in ("text", "attribute", "plain"):
            return value.encode()  # type: ignore[no-any-return]  # it is a str
    elif value is None and spot.where not in ("colour", "span"):
        return b""
    match spot.where:
        case "text":
            xml = _in_text(value, spot, state)
        case "attribute":
            xml = attribute_text(_clean(said(value), spot, state))
        case "colour":
            xml = _as_colour(value, spot, state)
        case "span":
            xml = _as_span(value, spot, state)
        case "run":
            xml = _as_run(value, spot, state)
        case "block":
            xml = _as_block(value, spot, state)
        case "row":
            xml = _as_row(value)
        case _:
            xml = bare_text(_clean(said(value), spot, state))
    if len(xml) > FREE:
        spend(len(xml))
    return xml.encode()


def _as_colour(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    text = "" if value is None else _clean(said(value), spot, state).strip().removeprefix("#")
    if text in ("", "auto"):
        return "auto"
    if not re.fullmatch("[0-9A-Fa-f]{6}", text):
        raise Stop(f"{describe(value)}不是颜色", "写六位十六进制，如 FFFF00")
    return text.upper()


def _as_span(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    text = "1" if value is None else _clean(said(value), spot, state).strip()
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_COLUMNS:
        raise Stop(f"{describe(value)}不是列数", f"写 1 到 {MOST_COLUMNS} 的整数")
    return text


def _clean(text: str, spot: PrintedSpot, state: RenderState) -> str:
    if state.lenient and find_bad(text):
        state.warn_dropped(text, spot)
        return drop_bad("", text)
    return checked(text)


def _in_text(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    if isinstance(value, Marked):
        tinted = spot.marked_run()
        inside = flow(_clean(value, spot, state), tinted, spot.style)
        return f"</w:t></w:r><w:r>{tinted}{OPEN_TEXT}{inside}{_close(spot)}" if value else ""
    if isinstance(value, Blocks | SubDocument):
        raise Stop("整段的内容不能印在一行文字中间", f"写成 {{{{p {spot.code} }}}}，单独占一段")
    if isinstance(value, RichText | Runs | InlineImage):
        runs = _runs(value, spot, state)
        return f"</w:t></w:r>{runs}<w:r>{spot.run}{OPEN_TEXT}" if runs else ""
    return flow(_clean(said(value), spot, state), spot.run, spot.style)


def _close(spot: PrintedSpot) -> str:
    return f"</w:t></w:r><w:r>{spot.run}{OPEN_TEXT}"


def _runs(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    if isinstance(value, RichText):
        return _clean_rich(value, spot, state).xml(spot.style, state.link)
    if isinstance(value, Runs):
        return value.xml
    drawing = state.picture(value)
    return f"<w:r>{drawing}</w:r>"


def _clean_rich(value: RichText, spot: PrintedSpot, state: RenderState) -> RichText:
    if not state.lenient or not find_bad(str(value)):
        return value
    clean = RichText()
    clean.segments = [(_clean(text, spot, state), run, link) for text, run, link in value.segments]
    return clean


def _as_run(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    if isinstance(value, RichText | Runs | InlineImage):
        return _runs(value, spot, state)
    if isinstance(value, Blocks | SubDocument):
        raise Stop("整段的内容不能印在一行文字中间", f"写成 {{{{p {spot.code} }}}}，单独占一段")
    run = spot.marked_run() if isinstance(value, Marked) else spot.run
    text = _clean(said(value), spot, state)
    return plain_text(text, run, spot.style) if text else ""


def _as_block(value: Any, spot: PrintedSpot, state: RenderState) -> str:
    if isinstance(value, Blocks):
        return value.xml
    if isinstance(value, SubDocument):
        return state.document(value)
    if isinstance(value, list | tuple):
        return "".join(_as_block(one, spot, state) for one in value)
    if isinstance(value, RichText | Runs | InlineImage):
        return f"<w:p>{spot.style or ''}{_runs(value, spot, state)}</w:p>"
    runs = _as_run(value, spot, state)
    return f"<w:p>{spot.style or ''}{runs}</w:p>" if runs else ""


def _as_row(value: Any) -> str:
    if isinstance(value, Blocks):
        return value.xml
    if not said(value):
        return ""
    raise Stop("这个值不能代替表格的行或格子", "普通的值写成 {{ 名称 }}")
