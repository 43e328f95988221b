"""Labels and their values in papers typed by hand: `时间：…`, a heading with the value below, tables, several in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tongzhi.read.flow import Flow, FlowLine, FlowTable
from tongzhi.resources import corpus_path

ITEM = r"(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*[、.．]?|\d{1,2}\s*(?:[.．、]|[）)])|[①-⑳]|[◆◇●○■□▲△★☆※►▶•➤]|第[一二三四五六七八九十]+[、，]|[一二三四五六七八九十]是|[➢➤❖✦✧✪◎⊙◇▪▫∎☑✔√·]|[-—*#]{1,3}(?=\s*[㐀-鿿]))?\s*"
_TOP = re.compile(r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．])")
_SEPARATOR = r"[：:|｜┃│\t]"
LONGEST = 14


@dataclass(slots=True)
class LabelledEntry:
    """A label and what stands behind or below it.

    Attributes:
        name: the field the label stands for; empty for a heading that is none of the type's labels.
        label: as written.
        values: the lines of its value.
        tables: tables that follow it.
    """

    name: str
    label: str
    values: list[str] = field(default_factory=list)
    tables: list[FlowTable] = field(default_factory=list)
    is_numbered: bool = False
    """Whether the label bears a number of the first level (一、): then another such number ends it."""

    @property
    def text(self) -> str:
        """Its value in one line."""
        return "".join(self.values)


@dataclass(slots=True)
class Labelled:
    """The entries of a paper in their order, and the lines that belong to none."""

    entries: list[LabelledEntry] = field(default_factory=list)
    free: list[FlowLine] = field(default_factory=list)
    tables: list[FlowTable] = field(default_factory=list)

    def first(self, *fields: str) -> LabelledEntry | None:
        """Give the first entry of the fields that has a value, in the order of the fields."""
        return next(
            (
                entry
                for name in fields
                for entry in self.entries
                if entry.name == name and (entry.text or entry.tables)
            ),
            None,
        )

    def all(self, name: str) -> list[LabelledEntry]:
        """Give all entries of a field."""
        return [entry for entry in self.entries if entry.name == name]


@cache
def _labels(kind: str) -> dict[str, str]:
    lines = corpus_path("paper-labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {word: row[1] for row in rows if row[0] == kind for word in row[2].split()}


def plain_label(text: str) -> str:
    """Give a label without number, blanks, marks and remarks in brackets."""
    text = re.sub(rf"^{ITEM}", "", text.strip(" 　\t"))
    return re.sub(r"[\s　：:。*]|[（(【].*?[)）】]", "", text)


def label_of(kind: str, text: str) -> str:
    """Give the field of a type that a label names, empty when it names none."""
    bare = plain_label(text)
    if not bare or len(bare) > LONGEST:
        return ""
    known = _labels(kind)
    return (
        known.get(bare)
        or known.get(bare.removeprefix("会议"))
        or known.get(bare.removeprefix("本次会议"))
        or ""
    )


SCALARS = (
    "start",
    "when_where",
    "main_venue",
    "place",
    "meeting_name",
    "form",
    "chair",
    "recorder",
    "duration",
    "sign_in",
    "contact",
    "phone",
    "doc_no",
    "urgency",
)
"""Fields whose value is one line; what follows it belongs to them no more."""


_PLAIN_LISTS = ("agenda", "attendees", "branch_attendees", "main_attendees", "observers")
"""Lists whose items are no requests: 请各分会场提前调试 is none of the agenda, nor of the people."""


def read_labelled(flow: Flow, kind: str, *, elsewhere: re.Pattern[str] | None = None) -> Labelled:
    """Find the labels of a type and their values.

    Args:
        flow: the lines and tables of the body.
        kind: the type whose labels are known.
        elsewhere: lines that belong to no label whatever stands above them.
    """
    found = Labelled()
    current: LabelledEntry | None = None
    for item in flow:
        if isinstance(item, FlowTable):
            current = _take_table(item, kind, found, current)
            continue
        pieces = list(inline_labels(item.text, kind))
        if pieces:
            item.taken = True
            head, section = pieces[0][0], current
            if (opened := _opened_by(head, kind, found)) is not None:
                head, section, current = "", None, opened
            if head and (
                current is None or (elsewhere is not None and elsewhere.search(head)) or not current.name
            ):
                found.free.append(FlowLine(head))
            elif head and current is not None:
                _add(current, head, found)
            for _, name, label, value in pieces:
                if current is not None and _is_group(current, label, value):
                    current.values.append(f"{label}：{value}")
                    continue
                current = LabelledEntry(
                    name, label, [value] if value else [], is_numbered=bool(_TOP.match(item.text))
                )
                found.entries.append(current)
            if head and section is not None and section.name not in SCALARS:
                current = section  # a label inside a sentence ends no section
            continue
        heading = _heading(item.text, kind)
        inside = (
            current is not None and current.name and current.name not in SCALARS and not current.is_numbered
        )
        if heading is not None and not heading.name and inside:
            item.taken = True
            current.values.append(item.text)  # type: ignore[union-attr]  # inside says so
            continue
        if heading is not None and not heading.name and not heading.label:
            found.free.append(FlowLine(heading.text))  # a numbered paragraph is text, no heading
            current = None
            continue
        if heading is not None:
            item.taken = True
            current = heading
            current.is_numbered = bool(_TOP.match(item.text))
            found.entries.append(current)
            continue
        if current is not None and (
            (elsewhere is not None and elsewhere.search(item.text))
            or (current.name in _PLAIN_LISTS and item.text.startswith("请"))
        ):
            found.free.append(item)
            current = None if current.name in SCALARS or not current.name else current
            continue
        if current is None or (current.name in SCALARS and current.values):
            current = None
            found.free.append(item)
            continue
        item.taken = True
        current.values.append(item.text)
    return found


def _opened_by(head: str, kind: str, found: Labelled) -> LabelledEntry | None:
    """Take the label with which a line begins before others follow in it: 二是参会范围。主会场：甲；分会场：乙."""
    opened = _heading(head, kind) if head else None
    if opened is None or not opened.name:
        return None
    opened.is_numbered = bool(_TOP.match(head))
    found.entries.append(opened)
    return opened


def _is_group(current: LabelledEntry, label: str, value: str) -> bool:
    """Tell the people of a venue (主会场：各局局长), under 参会人员, from a place."""
    return (
        current.name.endswith("attendees")
        and label in ("主会场", "分会场")
        and not re.search(r"会议室|礼堂|楼|厅$", value)
    )


def _add(current: LabelledEntry, text: str, found: Labelled) -> None:
    if current.name in SCALARS and current.values:
        found.free.append(FlowLine(text))
    else:
        current.values.append(text)


def inline_labels(text: str, kind: str) -> Iterator[tuple[str, str, str, str]]:
    """Give the labels in a line with their values: what stands before it (of the first), field, label, value."""
    spots: list[tuple[int, int, str, str]] = []
    for found in re.finditer(rf"\s*{_SEPARATOR}+\s*", text):
        least = spots[-1][1] if spots else 0
        for start in range(max(least, found.start() - LONGEST - 6), found.start() - 1):
            if start and not re.match(r"[\s　；;。，,|｜（(、]", text[start - 1]):
                continue
            name = label_of(kind, text[start : found.start()])
            if name:
                spots.append((start, found.end(), name, text[start : found.start()]))
                break
    if not spots:
        return
    for number, (start, end, name, label) in enumerate(spots):
        stop = spots[number + 1][0] if number + 1 < len(spots) else len(text)
        before = text[:start].strip(" 　\t；;，,（(") if number == 0 else ""
        if re.fullmatch(ITEM, before):
            before = ""
        yield before, name, plain_label(label), text[end:stop].strip(" 　\t；;|｜").removesuffix("，")


def _heading(text: str, kind: str) -> LabelledEntry | None:
    """Read a line that is a label alone, a numbered heading, or a heading with its text after a full stop."""
    name = label_of(kind, text)
    if name:
        return LabelledEntry(name, plain_label(text))
    split = re.match(rf"({ITEM}[㐀-鿿、及和与（）()]{{2,{LONGEST}}})[。\s　]\s*(.+)$", text)
    if (
        split
        and (name := label_of(kind, split[1]))
        and (text.strip() != re.sub(rf"^{ITEM}", "", text) or "。" in text[: len(split[1]) + 1])
    ):
        return LabelledEntry(name, plain_label(split[1]), [split[2].strip()])
    top = _TOP.match(text)
    if top:
        rest = text[top.end() :].strip()
        head = re.match(r"([^。：:，；\d（(]{2,20}?)[。：:]\s*(.+)$", rest)
        if head:
            return LabelledEntry("", head[1], [head[2]])
        if len(rest) <= 24 and not re.search(r"[。，；]", rest):
            return LabelledEntry("", rest)
        return LabelledEntry("", "", [rest])
    return None


def _take_table(
    table: FlowTable, kind: str, found: Labelled, current: LabelledEntry | None
) -> LabelledEntry | None:
    """Read a table of labels and values; another one belongs to the label above it."""
    pairs = list(_pairs(table.rows, kind))
    if any(name for name, _, _ in pairs) and not _is_records(table.rows, kind):
        table.taken = True
        for name, label, value in pairs:
            found.entries.append(LabelledEntry(name, label, [line for line in value.split("\n") if line]))
        return None
    if current is not None and not current.values:
        table.taken = True
        current.tables.append(table)
        return None
    found.tables.append(table)
    return current


def _is_records(rows: Sequence[Sequence[str]], kind: str) -> bool:
    """Tell rows under a row of headings: 序号, 议程, 发言单位."""
    first = [cell for cell in rows[0] if cell] if rows else []
    return len(rows) > 1 and len(first) > 2 and plain_label(first[0]) in ("序号", "编号", "号") and bool(kind)


def _pairs(rows: Sequence[Sequence[str]], kind: str) -> Iterator[tuple[str, str, str]]:
    for row in rows:
        position = 0
        cells = list(row)
        while position < len(cells):
            cell = cells[position]
            inline = list(inline_labels(cell.replace("\n", " "), kind)) if cell else []
            if inline and inline[0][3]:
                for _, name, label, value in inline:
                    yield name, label, value
                position += 1
                continue
            following = cells[position + 1] if position + 1 < len(cells) else ""
            if (
                cell
                and len(plain_label(cell)) <= LONGEST
                and not re.search(r"[。，；\d]", plain_label(cell))
                and following
                and not label_of(kind, following)
            ):
                yield label_of(kind, cell), plain_label(cell), following
                position += 2
                continue
            if cell and not label_of(kind, cell):
                yield "", "", cell
            position += 1
