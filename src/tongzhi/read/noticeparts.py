"""Where the body of a typed notice stands, its sections, and the day it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tongzhi.read.flow import Flow, FlowLine, FlowTable
from tongzhi.read.saidtime import arabic

DATE_LINE = re.compile(
    r"(?:二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d{4}年\d{1,2}月\d{1,2}日)"
)

_HEADING = re.compile(r"[一二三四五六七八九十]+、\s*(.*)$")


def body_end(lines: Sequence[str]) -> int:
    """Give the position of the signature's date or of the first annex, whichever comes first after the title."""
    for position, line in enumerate(lines):
        bare = re.sub(r"\s", "", line)
        if position > 3 and (
            re.match(r"附件(?:\d*$|[：:])", bare) or DATE_LINE.fullmatch(bare) or bare == "年月日"
        ):
            return position
    return len(lines)


def read_sections(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Part the text at 一、二、三、; what stands on the heading's own line after a full stop or colon is text."""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _HEADING.match(line)
        if found:
            split = re.match(r"(.{2,14}?)[：:。](.+)$", found[1])
            heading, rest = (split[1], split[2]) if split else (found[1], "")
            parts.append((heading.strip("。：: "), [rest.strip()] if rest.strip() else []))
        elif parts:
            parts[-1][1].append(line)
    return parts


_WHOLE_DAY = re.compile(r"(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")


def day_near(found: dict[str, Any], flow: Flow) -> date | None:
    """Give the day of the paper: that of its signature, else the last whole day it states, else the year of its title."""
    issued = str(found.get("issued_on", ""))
    try:
        return date.fromisoformat(issued)
    except ValueError:
        texts = [arabic(item.text) for item in flow if isinstance(item, FlowLine)]
        for stated in reversed([day for text in texts for day in _WHOLE_DAY.findall(text)]):
            try:
                return date(*map(int, stated))
            except ValueError:
                continue
        year = re.search(r"(20\d{2})年?", str(found.get("title", "")))
        return date(int(year[1]), 7, 1) if year else None


def body_of(flow: Flow, found: dict[str, Any]) -> Flow:
    """Give what stands between the addressee (or the title) and the signature; a table above it may hold values too."""
    texts = [item.text if isinstance(item, FlowLine) else "" for item in flow]
    end = body_end(texts) if any(texts) else len(flow)
    start = 0
    title = re.sub(r"\s", "", str(found.get("title", "")))
    recipients = re.sub(r"[\s，,；;、]", "", "".join(found.get("recipients") or []))
    for at, text in enumerate(texts[:end]):
        bare = re.sub(r"\s", "", text)
        if bare and title and title.endswith(bare) and len(bare) > 2:
            start = max(start, at + 1)
        if recipients and bare and re.sub(r"[，,；;、：:]", "", bare) == recipients:
            start = at + 1
    organ = re.sub(r"\s", "", str(found.get("issuer", "")))
    while end > start and texts[end - 1] and re.sub(r"\s", "", texts[end - 1]) == organ:
        end -= 1
    above = [item for item in flow[:start] if isinstance(item, FlowTable)]
    return [*above, *flow[start:end]]
