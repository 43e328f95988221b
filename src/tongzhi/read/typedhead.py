"""The parts of a paper that the anatomy leaves open, found by their words: of pages typed into a table, without a layout."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.model.types import read_day
from tongzhi.read.flow import Flow, FlowLine
from tongzhi.read.saidtime import arabic

_KINDS = "通知|通报|方案|纪要|报告|请示|意见|函|清单|计划"
_NUMBER = re.compile(r"([㐀-鿿（）()]{2,14})[〔\[［【(（](\d{4})[〕\]］】)）]\s*第?\s*(\d+)\s*号")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def fill_head(flow: Flow, found: dict[str, Any]) -> None:
    """Add title, number, addressees, organ and date that are missing from `found`, where the lines show them plainly."""
    lines = [item.text for item in flow if isinstance(item, FlowLine)]
    title_at = _find_title(lines, found)
    if "doc_no" not in found:
        for line in lines[: (title_at or 0) + 1] or lines[:6]:
            if (hit := _NUMBER.search(line.replace(" ", ""))) and not re.search(r"[。，]", line):
                organ = hit[1]
                if "文件" in organ:
                    organ = organ.split("文件")[-1]
                found["doc_no"] = f"{organ}〔{hit[2]}〕{hit[3]}号"
                break
    if "recipients" not in found and title_at is not None and title_at + 1 < len(lines):
        addressed = lines[title_at + 1]
        if re.search(r"[：:]$", addressed) and not re.search(r"。", addressed):
            found["recipients"] = [
                part.strip()
                for part in re.split(r"[，,；](?![^（(]*[）)])", addressed.rstrip("：: "))
                if part.strip()
            ]
    if "issued_on" not in found:
        for at in range(len(lines) - 1, max(0, len(lines) - 8), -1):
            text = arabic(re.sub(r"\s", "", lines[at]))
            hit = re.fullmatch(rf"(?:([㐀-鿿（）()]{{3,30}}?))?({_DATE.pattern})", text)
            if hit is None:
                continue

            try:
                found["issued_on"] = read_day(hit[2]).isoformat()
            except ValueError:
                continue
            organ = hit[1] or re.sub(r"\s", "", lines[at - 1] if at else "")
            if "issuer" not in found and re.fullmatch(r"[㐀-鿿（）()·]{3,40}", organ):
                found["issuer"] = organ
            break


def _find_title(lines: list[str], found: dict[str, Any]) -> int | None:
    known = re.sub(r"\s", "", str(found.get("title", "")))
    for start, first in enumerate(lines[:25]):
        bare = re.sub(r"\s", "", first)
        if known:
            if known.endswith(bare) and len(bare) > 3:
                return start
            continue
        if bare.endswith(("：", ":", "。", "文件")) or _NUMBER.search(bare) or len(bare) < 3:
            continue
        joined = ""
        for position in range(start, min(start + 5, len(lines))):
            if lines[position].endswith(("。", "：", "；")):
                break
            joined += re.sub(r"\s", "", lines[position])
            if len(joined) >= 6 and re.search(rf"(?:{_KINDS})(?:（[^）]+）)?$", joined):
                found["title"] = joined
                return position
    return None
