"""版记: the lines of 抄送 and 印发 at the very end, in the text, a table or text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import MINUTES

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph


def imprint_start(paper: Paper, lines: list[Paragraph]) -> int:
    """Give the index of the first line of the 版记, the number of lines when there is none."""
    start = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 60), -1):
        line = lines[index]
        if line.is_blank:
            continue
        text = line.stripped
        if _is_imprint(paper, text, line, has_more=start < len(lines)) or (
            line.in_body and start < len(lines) and _continues_copies(lines, index)
        ):
            start = index
        elif line.in_body and (start < len(lines) or index < len(lines) - 12):
            break
    return start


def _boxed(paper: Paper) -> list[Paragraph]:
    found = []
    for box in paper.document.boxes:
        printed = patterns.PRINTED.fullmatch(box.stripped)
        if patterns.CC.match(box.stripped) or (printed is not None and printed["end"]):
            found.append(box)
    return found


def _continues_copies(lines: list[Paragraph], index: int) -> bool:
    """Whether a line goes on with the bodies of a 抄送 line above it, wrapped by hand."""
    for before in reversed(lines[max(0, index - 3) : index]):
        if before.is_blank or before.stripped.endswith("。"):
            return False
        if patterns.CC.match(before.stripped):
            return True
    return False


def _is_imprint(paper: Paper, text: str, line: Paragraph, *, has_more: bool) -> bool:
    copied = patterns.CC.match(text)
    if copied is not None and copied["label"].replace(" ", "") not in ("报", "送", "发"):
        return copied["label"][0] != "主" or has_more
    if copied is not None:
        return has_more or paper.kind == MINUTES
    printed = patterns.PRINTED.fullmatch(text)
    if printed is None:
        return False
    return bool(printed["end"]) or (line.table is not None and bool(printed["organ"].strip()) and has_more)


def read_imprint(paper: Paper, lines: list[Paragraph]) -> None:
    """Read the lines of the 版记; text boxes near the end that hold one count too."""
    for line in [*lines, *_boxed(paper)]:
        if not line.stripped:
            continue
        text = line.stripped
        paper.imprint.append(line)
        copied = patterns.CC.match(text)
        if copied is not None and copied["label"][0] != "主" and paper.cc is None:
            paper.cc = line
        printed = patterns.PRINTED.fullmatch(text)
        if printed is not None and (printed["end"] or paper.printed is None):
            paper.printed = line
