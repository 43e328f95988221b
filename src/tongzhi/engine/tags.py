"""Tags in the text of a template: where each begins and ends, and what stands in it.

A tokenizer, because `%`, `}` and quotes inside literals must not end a tag. What Word and Chinese input methods
change while someone types is read as it was meant: curly quotes that open and close a literal, full-width
brackets and commas, non-breaking blanks. Inside a literal every character stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tongzhi.engine.stops import Stop

CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
LEVELS = ("tr", "tc", "p", "r")
"""What a tag can replace besides itself: its row, cell, paragraph or run."""

_OPENER = re.compile(r"\{[{%#]")
_DOUBLE, _SINGLE = '"“”„‟＂', "'‘’‚‛＇"
_OPENING, _CLOSING = "“„‘‚", "”’"
_STRAIGHT = "\"'＂＇"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_FULL_WIDTH = str.maketrans(
    dict(zip("（）［］｛｝，：｜＝＜＞＋－＊／％！．～", "()[]{},:|=<>+-*/%!.~", strict=True))
    | dict.fromkeys("\u00a0\u3000\u2002\u2003\u2009\u200b\t\n\r", " ")
)
ESCAPES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}", "{_#": "{#", "#_}": "#}"}
"""How a template writes braces that are no tag."""
find_escapes = re.compile("|".join(map(re.escape, ESCAPES))).finditer
_LEVEL = re.compile(r"(tr|tc|p|r)(?=\s|$)")


@dataclass(slots=True)
class Tag:
    """One tag: `kind` is `{{`, `{%` or `{#`, `code` what stands inside as jinja2 reads it."""

    text: str
    kind: str
    code: str
    level: str = ""
    joins_before: bool = False
    joins_after: bool = False
    problem: Stop | None = field(default=None, compare=False)

    @property
    def keyword(self) -> str:
        """The first word of a `{% %}`, else nothing."""
        return self.code.split(maxsplit=1)[0] if self.kind == "{%" and self.code else ""

    @property
    def rest(self) -> str:
        """What follows the keyword."""
        parts = self.code.split(maxsplit=1)
        return parts[1] if len(parts) > 1 else ""


@dataclass(frozen=True, slots=True)
class TagSpan:
    """A tag and where it stands in the text: code points from `start` to before `end`."""

    start: int
    end: int
    tag: Tag


def find_tags(text: str, *, whole: bool = True) -> tuple[list[TagSpan], int | None]:
    """Give the tags of `text`, and where one begins that does not end in it.

    With `whole` the unfinished one, if any, is the last of the spans and carries its problem.
    """
    spans: list[TagSpan] = []
    position = 0
    while True:
        opener = _OPENER.search(text, position)
        if not opener:
            return spans, None
        start, kind = opener.start(), opener[0]
        end = _end(text, start + 2, kind)
        if end is None:
            if not whole:
                return spans, start
            tag = Tag(text[start : start + 60], kind, "")
            tag.problem = _unfinished(tag.text, kind)
            spans.append(TagSpan(start, len(text), tag))
            return spans, start
        spans.append(TagSpan(start, end, read_tag(text[start:end], kind)))
        position = end


def _unfinished(text: str, kind: str) -> Stop:
    closer = CLOSERS[kind]
    instead = (
        f"“｝”是全角，改成半角的 {closer}"
        if "｝" in text
        else f"补上 {closer}，或把 {kind} 写成 {{_{kind[1]}"
    )
    return Stop(f"标签没有写完，缺少 {closer}", instead)


def _end(text: str, start: int, kind: str) -> int | None:
    closer = CLOSERS[kind]
    if kind == "{#":
        found = text.find(closer, start)
        return found + 2 if found >= 0 else None
    for loose in (False, True):
        end = _scan(text, start, closer, loose=loose)
        if end is not None:
            return end
    found = text.find(closer, start)
    return found + 2 if found >= 0 and not _OPENER.search(text, start, found) else None


def _scan(text: str, start: int, closer: str, *, loose: bool) -> int | None:
    depth: list[str] = []
    position = start
    while position < len(text):
        mark = text[position]
        if mark in _DOUBLE or mark in _SINGLE:
            after = _after_literal(text, position, loose=loose)
            if after is None:
                return None
            position = after
            continue
        if not depth and text.startswith(closer, position):
            return position + 2
        if _OPENER.match(text, position):
            return None
        plain = mark.translate(_FULL_WIDTH)
        if plain in "([{":
            depth.append(plain)
        elif plain in _PAIRS:
            if not depth or depth[-1] != _PAIRS[plain]:
                return None
            depth.pop()
        position += 1
    return None


def _after_literal(text: str, start: int, *, loose: bool) -> int | None:
    """Give the place after the literal that opens at `start`; nested curly quotes belong to it."""
    opener = text[start]
    family = _DOUBLE if opener in _DOUBLE else _SINGLE
    straight = opener in _STRAIGHT
    depth = 1
    position = start + 1
    while position < len(text):
        mark = text[position]
        if mark == "\\":
            position += 2
            continue
        if mark in family:
            if loose:
                return position + 1
            if straight:
                if mark == opener:
                    return position + 1
            elif opener in _OPENING and mark in _OPENING:
                depth += 1
            elif mark not in _STRAIGHT:
                depth -= 1
                if not depth:
                    return position + 1
        position += 1
    return None


def read_tag(text: str, kind: str) -> Tag:
    """Read a whole tag: its level (`{%p`), its joining marks (`{%-`), its code with plain quotes."""
    inside = text[2:-2]
    if kind == "{#":
        found = _LEVEL.match(inside)
        return Tag(text, kind, "", found[1] if found and found[1] != "r" else "")
    before = inside[:1] in ("-", "+") and inside[:1]
    inside = inside[1:] if before else inside
    after = inside[-1:] in ("-", "+") and inside[-1:]
    inside = inside[:-1] if after else inside
    level = ""
    found = _LEVEL.match(inside)
    if found and inside[found.end() :].strip():
        level = found[1]
        inside = inside[found.end() :]
    return Tag(text, kind, plain_code(inside).strip(), level, before == "-", after == "-")


def plain_code(code: str) -> str:
    """Give the code with straight quotes around literals and half-width marks outside them."""
    out = []
    position = 0
    while position < len(code):
        mark = code[position]
        if mark in _DOUBLE or mark in _SINGLE:
            after = _after_literal(code, position, loose=False) or _after_literal(code, position, loose=True)
            if after is None:
                out.append(code[position:])
                break
            out.append(_literal(code[position:after]))
            position = after
            continue
        out.append(mark.translate(_FULL_WIDTH))
        position += 1
    return "".join(out)


def _literal(text: str) -> str:
    text = re.sub(r"\r\n?|\n", r"\\n", text)  # each tag is one line of the source that is compiled
    if text[0] in "\"'" and text[-1] == text[0]:
        return text
    quote = '"' if text[0] in _DOUBLE else "'"
    inside = re.sub(rf"(?<!\\){quote}", rf"\\{quote}", text[1:-1])
    return f"{quote}{inside}{quote}"


def unescape_braces(text: str) -> str:
    """Give static text with `{_{ }_}` and `{_% %_}` as the marks they stand for."""
    return (
        re.sub("|".join(map(re.escape, ESCAPES)), lambda found: ESCAPES[found[0]], text)
        if "_" in text
        else text
    )
