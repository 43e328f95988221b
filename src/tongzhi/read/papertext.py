"""The text of a paper that somebody typed by hand → the values it states; nothing that it doesn't say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.anatomy.closing import read_day
from tongzhi.anatomy.patterns import CC, DOC_NO, PRINTED, SECRECY, plain
from tongzhi.anatomy.recognition import recognise
from tongzhi.model.base import bare_name, field_names
from tongzhi.model.shape import shapes
from tongzhi.read.document import plain_form
from tongzhi.read.flow import Flow, FlowLine, read_flow
from tongzhi.read.minutestext import read_minutes
from tongzhi.read.noticetext import read_notice
from tongzhi.read.plantext import read_circular, read_plan
from tongzhi.read.told import ReadValues, is_placed, sentences
from tongzhi.read.typedhead import fill_head
from tongzhi.word.blocks import Paragraph
from tongzhi.word.document import WordDocument
from tongzhi.zh.bodies import is_body

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.model.base import Document

Grid = list[list[str]]


@dataclass(slots=True)
class PaperText:
    """What a paper says: its lines outside tables, its tables, and the values found in them.

    `odd` are remarks on values by Chinese label, `left` what belongs to no field.
    """

    lines: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    plain: str = ""
    odd: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def read_values(data: bytes, kind: type[Document], name: str = "") -> PaperText:
    """Read the values of a paper of a known type from its visible text, by Chinese label.

    Raises:
        InputError: the file cannot be read.
    """
    page, paper = _read_page(data, name)
    page.plain = "".join(plain_form(line) for line in page.lines)
    page.plain += "".join(plain_form(cell) for grid in page.tables for row in grid for cell in row)
    labels = {shape.name: shape.label for shape in shapes(kind)}
    found = _common(paper, page.lines)
    flow = read_flow(paper.document)
    fill_head(flow, found)
    if "title" in found:
        found["title"] = _title(found["title"], found)
    special = _READERS.get(kind.key)
    told = special(flow, found) if special is not None else ReadValues()
    found |= told.values
    for key, rows in _rows(page.tables, kind).items():
        if len(rows) > len(found.get(key) or []) or kind.key not in _WHOLE:
            found[key] = rows
    page.values = {
        labels[key]: value for key, value in found.items() if key in labels and value not in ("", [], None)
    }
    page.odd = {labels[key]: value for key, value in told.odd.items() if key in labels}
    left = told.left if kind.key in _WHOLE else _unplaced(flow, told, found)
    page.left = [
        line
        for line in dict.fromkeys(left)
        if not is_placed(line, told, page.values) and not _is_frame(line, paper)
    ]
    return page


_WHOLE = ("notice", "minutes")
"""Types whose readers say themselves what they could not place."""


def _unplaced(flow: Flow, told: ReadValues, found: dict[str, Any]) -> list[str]:
    """Give the sentences, and rows of tables, whose words stand in no value."""
    lines = [sentence for item in flow if isinstance(item, FlowLine) for sentence in sentences(item)]
    lines += [
        "　".join(cell.replace("\n", "") for cell in row if cell)
        for item in flow
        if not isinstance(item, FlowLine)
        for row in item.rows
        if any(row)
    ]
    return [line for line in lines if not is_placed(line, told, found)]


def _is_frame(line: str, paper: Paper) -> bool:
    """Tell the lines that frame every paper: the mark, the imprint, the number of pages."""
    bare = plain(line)
    marks = [
        plain(paper.mark_text),
        *(plain(one.stripped) for one in paper.imprint),
        *(plain(one.stripped) for one in paper.mark),
    ]
    return bare in marks or bool(re.fullmatch(r"[—\-]*\d+[—\-]*|附件[：:]?\d*", bare))


def _read_page(data: bytes, name: str) -> tuple[PaperText, Paper]:

    page = PaperText()
    paper = recognise(WordDocument(data, name), name)
    for block in paper.document.blocks:
        if isinstance(block, Paragraph):
            page.lines += [line.strip() for line in block.full_text.split("\n") if line.strip(" 　\t")]
            continue
        cells: dict[tuple[int, int], list[str]] = {}
        for paragraph in block.paragraphs:
            cells.setdefault((paragraph.row, paragraph.column), []).append(paragraph.stripped)
        grid: dict[int, dict[int, str]] = {}
        for (row, column), texts in cells.items():
            grid.setdefault(row, {})[column] = "\n".join(text for text in texts if text)
        first = min((column for line in grid.values() for column in line), default=0)
        rows = [[line.get(at, "") for at in range(first, max(line) + 1)] for _, line in sorted(grid.items())]
        if all(len([cell for cell in row if cell]) <= 2 for row in rows) and _is_imprint(rows):
            page.lines += [cell for row in rows for cell in row if cell]
        else:
            page.tables.append(rows)
    return page, paper


def _is_imprint(rows: Grid) -> bool:
    return any(
        re.match(r"抄送[：:]|.*\d{4}年\d{1,2}月\d{1,2}日\s*印发", cell) for row in rows for cell in row
    )


def _common(paper: Paper, lines: Sequence[str]) -> dict[str, Any]:
    """Give what all official papers have, as the anatomy found it: number, title, addressees, signature, imprint."""
    found: dict[str, Any] = {}
    number = _number(paper)
    if paper.organs:
        found["issuer"] = plain(paper.organs[-1].stripped)
    if paper.urgency is not None:
        found["urgency"] = plain(paper.urgency.stripped)
    if paper.secrecy is not None and (grade := SECRECY.fullmatch(paper.secrecy.stripped)):
        found["secrecy"], found["secrecy_term"] = plain(grade["grade"]), plain(grade["term"])
    if paper.copy_no is not None and paper.copy_no.stripped.isdigit():
        found["copy_no"] = paper.copy_no.stripped
    if paper.title:
        found["title"] = _title(plain(paper.title_text), found)
    if number:
        found.setdefault("doc_no", number)
    if paper.recipients is not None:
        found["recipients"] = [
            part for part in _split_groups(paper.recipients.stripped.rstrip("：: ")) if part
        ]
    _read_end(paper, lines, found)
    return found


_BEFORE_TITLE = re.compile(
    r"(?P<head>.{2,60}?)(?P<title>关于.{4,}(?:通知|通报|函|方案|意见|报告|纪要|决定|请示|批复|公告|通告))"
)
_NUMBERED = re.compile(r"[〔\[（(【](?P<year>20\d\d)[〕\]）)】]第?(?P<no>\d+)号")
_FLAG = re.compile(r"(?:内部|传真)?明?电报?|(?:特急|加急|急件|特提|平急)+")


def _title(text: str, found: dict[str, Any]) -> str:
    """Give a title without the lines above it that nobody set apart: the issuer, the number, 内部明电."""
    cut = _BEFORE_TITLE.fullmatch(text)
    if cut is None:
        return text
    head = cut["head"]
    number = _NUMBERED.search(head)
    organ, code = head, ""
    if number is not None:
        if head[number.end() :]:
            return text
        before = head[: number.start()]
        issuer = str(found.get("issuer", ""))
        end = len(issuer) if issuer and before.startswith(issuer) else 0
        ends = [at for at in range(4, len(before)) if is_body(before[:at])]
        # the letters of a number begin with the place, as its office does: 青山县安委会办公室 青安委办
        alike = [at for at in ends if before[at] == before[0]]
        end = end or max(alike or ends, default=0)
        organ, code = before[:end], re.sub(r"^文件", "", before[end:])
    organ = organ.removesuffix("文件")
    if organ and not (organ == found.get("issuer") or is_body(organ) or _FLAG.fullmatch(organ)):
        return text
    if number is not None and code:
        found.setdefault("doc_no", f"{code}〔{number['year']}〕{number['no']}号")
    return cut["title"]


def _number(paper: Paper) -> str:
    """Give the number with the standard's brackets, empty when there is none or it is still open."""
    match = DOC_NO.match(plain(paper.doc_no.stripped)) if paper.doc_no is not None else None
    if match is None or not match["end"] or not match["year"].isdigit() or not match["open"]:
        return ""
    return f"{match['organ']}〔{match['year']}〕{match['number']}号"


def _split_groups(line: str) -> list[str]:
    parts, depth, last = [], 0, 0
    for position, mark in enumerate(line):
        depth += (mark in "（(") - (mark in "）)")
        if mark in "，,；" and depth <= 0:
            parts.append(line[last:position].strip())
            last = position + 1
    return [*parts, line[last:].strip()]


def _read_end(paper: Paper, lines: Sequence[str], found: dict[str, Any]) -> None:
    """Take over signature, attachments and imprint; contacts are read out of the lines."""
    if paper.day is not None:
        found["issued_on"] = paper.day.isoformat()
    if paper.organs:
        found["issuer"] = plain(paper.organs[-1].stripped)
    if paper.cc is not None:
        names = CC.sub(lambda match: match["names"], paper.cc.stripped).rstrip("。")
        found["cc"] = _split_groups(names)
    printed = PRINTED.fullmatch(paper.printed.stripped) if paper.printed is not None else None
    if printed is not None and (day := read_day(plain(printed["date"]))) is not None:
        found["printer"], found["printed_on"] = printed["organ"].strip(), day.isoformat()
    if paper.items:
        found["attachments"] = [item.name.rstrip("。；; ") for item in paper.items]
    people = re.findall(
        r"联系人[：:]\s*([一-鿿·某*×]{1,6})[，,、；;\s（(]*(?:联系)?(?:电话|手机|方式)?[：:\s]*([\d×*][\d×*\-－—转]{5,})",
        "\n".join(lines),
    )
    if people:
        found["contact"] = [{"姓名": name, "电话": phone} for name, phone in dict.fromkeys(people)]


_READERS: dict[str, Callable[[Flow, dict[str, Any]], ReadValues]] = {
    "notice": read_notice,
    "minutes": read_minutes,
    "plan": read_plan,
    "circular": read_circular,
}


def _rows(tables: Sequence[Grid], kind: type[Document]) -> dict[str, Any]:
    """Read the tables whose header names the fields of one of the type's lists."""
    found: dict[str, Any] = {}
    for shape in shapes(kind):
        if shape.kind != "records" or shape.record is None or shape.name in ("sources", "attachments"):
            continue
        names = field_names(shape.record)
        for grid in tables:
            for at, header in enumerate(grid[:4]):
                columns = [names.get(bare_name(cell.replace("\n", ""))) for cell in header]
                if len([name for name in columns if name]) < max(
                    2, len([cell for cell in header if cell]) // 2 + 1
                ):
                    continue
                labels = {inner.name: inner.label for inner in shapes(shape.record)}
                rows = [
                    {
                        labels[name]: _one_line(cell)
                        for name, cell in zip(columns, row, strict=False)
                        if name and cell
                    }
                    for row in grid[at + 1 :]
                ]
                rows = [
                    row
                    for row in rows
                    if len(row) >= 2 and not any(cell in ("合计", "小计") for cell in row.values())
                ]
                if rows and len(rows) > len(found.get(shape.name, [])):
                    found[shape.name] = rows
                break
    return found


def _one_line(cell: str) -> str:
    """Give a cell whose date was broken into two lines in one."""
    return re.sub(r"(?<=[年月])\n", "", cell)
