"""The head of a paper: everything above its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import LETTER, MINUTES, ORDER, RED_HEAD, TELEGRAM, Paper
from tongzhi.word.blocks import Paragraph, is_line, line_colors
from tongzhi.word.runs import is_red

if TYPE_CHECKING:
    from tongzhi.word.styles import Border

MAX_HEAD_LINES = 24
TELEGRAM_ENDS = ("电报", "明电", "发电")
"""How the mark of a telegram ends."""
LETTER_MARK_LIMIT = 34
"""Longest name of an organ that a mark holds, in characters."""


def read_head(paper: Paper, lines: list[Paragraph]) -> int:
    """Recognise the head; gives the index of the first line after it."""
    boxes = [box for box in paper.document.boxes if box.index <= MAX_HEAD_LINES]
    for box in boxes:
        if box.stripped:
            _take(paper, box)
    last = -1
    for index, line in enumerate(lines):
        if line.is_blank and not _shows_line(line):
            continue
        taken = _take(paper, line) if line.stripped else False
        taken |= _take_rule(paper, line)
        if taken or (line.table is not None and _is_telegram_form(paper, line)):
            last = index
        elif line.stripped or line.label or line.equation:  # a badge or another picture is passed over
            break
    if not _is_head(paper):
        _forget(paper)
        return 0
    _read_rule(paper, lines[: last + 3])
    paper.kind = _kind(paper)
    return last + 1


def _take(paper: Paper, line: Paragraph) -> bool:
    text = line.stripped
    joined = patterns.plain(text)
    number = patterns.DOC_NO.match(text)
    if number is not None and _is_number(number, text):
        paper.doc_no = paper.doc_no or line
        if "签发人" in joined:
            paper.signers.append(line)
        return True
    opened = patterns.DOC_NO_OPEN.fullmatch(joined) or (paper.mark and patterns.DOC_NO_HINT.fullmatch(joined))
    if opened:
        paper.doc_no = paper.doc_no or line
        if opened.groupdict().get("signer"):
            paper.signers.append(line)
        return True
    if patterns.SIGNER.match(text):
        paper.signers.append(line)
        return True
    if paper.signers and paper.ruler.alignment(line) != "center" and len(joined) <= 12 and not paper.rule:
        paper.signers.append(line)
        return True
    if patterns.COPY_NO.fullmatch(text) and not paper.mark:
        paper.copy_no = paper.copy_no or line
        return True
    if patterns.SECRECY.fullmatch(text) and (len(joined) <= 10):
        paper.secrecy = paper.secrecy or line
        return True
    if patterns.URGENCY.fullmatch(text):
        paper.urgency = paper.urgency or line
        return True
    if paper.mark and patterns.ISSUE_NO.fullmatch(joined):
        paper.issue_no = paper.issue_no or line
        return True
    if _is_mark(paper, line, joined):
        paper.mark.append(line)
        return True
    if paper.mark and joined in ("待定", "第待定期", "文号待定"):
        return True
    return bool(paper.mark) and _is_minutes(paper) and _is_minutes_line(line, text, joined)


def _is_minutes_line(line: Paragraph, text: str, joined: str) -> bool:
    """The line of organ and date under the mark of minutes; the date may still be blank."""
    dated = bool(patterns.PRINTED.fullmatch(text)) or bool(re.search(r"年\s*\d*\s*月\s*\d*\s*日$", text))
    undated = "\t" in line.text and bool(patterns.ORGAN_END.search(joined))
    return (dated or undated) and len(joined) <= 40


def _is_number(match: re.Match[str], text: str) -> bool:
    rest = text[match.end() :].strip()
    if rest and not patterns.SIGNER.match(rest):
        return False
    return bool(match["open"] or match["close"] or match["end"]) and not text.startswith("第")


def _is_mark(paper: Paper, line: Paragraph, joined: str) -> bool:
    if not joined or len(joined) > LETTER_MARK_LIMIT or any(mark in joined for mark in "。：，；《"):
        return False
    looks = [look for _, look in paper.ruler.formats(line)]
    if looks and all(is_red(look.color) for look in looks):
        return True
    if paper.doc_no is not None or paper.mark:
        return False
    big = bool(looks) and max(look.size for look in looks) >= 30
    ends = joined.endswith(("文件", "明传电报", "传真电报", "明电")) and not patterns.OTHER_FILE.search(
        joined
    )
    return (ends and len(joined) <= 30) or (big and bool(patterns.ORGAN_END.search(joined)))


def _is_minutes(paper: Paper) -> bool:
    return paper.mark_text.endswith("纪要")


MAX_FORM_CELL = 24
"""Characters of a cell of the form under a telegram's mark (发电单位, 签批盖章, 等级, 明电)."""


def _is_telegram_form(paper: Paper, line: Paragraph) -> bool:
    return paper.mark_text.endswith(TELEGRAM_ENDS) and len(line.stripped) <= MAX_FORM_CELL


def _shows_line(line: Paragraph) -> bool:
    return any(name in line.properties for name in ("border.bottom", "border.top")) or bool(line.pictures)


def _take_rule(paper: Paper, line: Paragraph) -> bool:
    if any(is_line(picture) for picture in line.pictures):
        paper.rule_seen = True
        return True
    if line.is_blank:
        return _border(line) is not None
    return False


def _border(line: Paragraph) -> Border | None:
    for name in ("border.bottom", "border.top", "border.between"):
        border = line.properties.get(name)
        if border is not None and border.is_drawn:
            found: Border = border
            return found
    return None


def _read_rule(paper: Paper, lines: list[Paragraph]) -> None:
    for line in lines:
        border = _border(line)
        if border is not None and paper.rule is None:
            paper.rule, paper.rule_seen = line, True
        for picture in line.pictures:
            if is_line(picture) and any(is_red(color) for color in line_colors(picture)):
                paper.rule_seen = True
        if line.table is not None and paper.rule_seen is None:
            paper.rule_seen = True  # rules of a table cannot be told from here
    drawn = any(line.pictures for line in lines) or any(
        box.index <= lines[-1].index for box in paper.document.boxes
    )
    if paper.rule_seen is None and not drawn:
        paper.rule_seen = False


def _is_head(paper: Paper) -> bool:
    """A head has a mark; without one, a number or grade above the title still counts as head elements."""
    if paper.mark:
        return True
    return bool(paper.doc_no or paper.secrecy or paper.urgency or paper.signers)


def _forget(paper: Paper) -> None:
    paper.copy_no = paper.secrecy = paper.urgency = paper.doc_no = paper.issue_no = None
    paper.mark, paper.signers, paper.rule, paper.rule_seen = [], [], None, None


def _kind(paper: Paper) -> str:
    mark = paper.mark_text
    if mark.endswith("纪要"):
        return MINUTES
    if mark.endswith(TELEGRAM_ENDS):
        return TELEGRAM
    if mark.endswith(("命令", "令")):
        return ORDER
    if paper.mark and not mark.endswith("文件") and _looks_like_letter(paper):
        return LETTER
    return RED_HEAD


def _looks_like_letter(paper: Paper) -> bool:
    """A letter has its number flush right, or its first rule above the number; else a bare name is a head too."""
    if any(
        (border := line.properties.get("border.bottom")) is not None and "hin" in border.kind
        for line in paper.mark
    ):
        return True
    if paper.doc_no is not None and paper.ruler.alignment(paper.doc_no) == "right" and not paper.signers:
        return True
    return paper.rule is not None and paper.doc_no is not None and paper.rule.index < paper.doc_no.index
