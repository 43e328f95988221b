"""Addressee and text (7.3.2, 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from weakref import WeakKeyDictionary

from tongzhi.anatomy import patterns
from tongzhi.anatomy.levels import face_ranges, may_be_text, read_heading
from tongzhi.anatomy.measure import blanks_between, has_chinese, same_face
from tongzhi.anatomy.paper import LETTER, ORDER, Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import TINT, Restyler
from tongzhi.word.blocks import Paragraph, Table, outer_blanks


def running_texts(paper: Paper) -> tuple[Paragraph, ...]:
    """The paragraphs of running text that rules of layout speak of; worked out once a paper."""
    if paper not in _TEXTS:
        _TEXTS[paper] = tuple(_running_texts(paper))
    return _TEXTS[paper]


_TEXTS: WeakKeyDictionary[Paper, tuple[Paragraph, ...]] = WeakKeyDictionary()


def _running_texts(paper: Paper) -> Iterator[Paragraph]:
    labels = _labels_of_tables(paper)
    largest = max((paper.ruler.size(line) for line in paper.body), default=0)
    for line in paper.body:
        beside = not paper.has_head and (id(line) in labels or _is_facts(paper, line, largest))
        if is_running(paper, line) and not beside:
            yield line
    untidy = _untidy_size(paper)
    for annex in paper.annexes:
        for line in annex.body:
            told = len(line.stripped) >= 30 or read_heading(line) is not None
            told = told or paper.ruler.size(line) == untidy
            if is_running(paper, line) and told and id(line) not in labels:
                yield line


def _untidy_size(paper: Paper) -> float | None:
    """Give the size that most of the text has when it is not the standard's: then it tells text from other lines.

    A form, which has its facts and a table but no addressee, date or headings, has none.
    """
    is_form = not (paper.has_head or paper.recipients or paper.date or any(map(read_heading, paper.body)))
    if is_form:
        return None
    counts: dict[float, int] = {}
    for line in paper.body:
        size = paper.ruler.size(line)
        counts[size] = counts.get(size, 0) + len(line.stripped)
    common = max(counts, key=lambda size: counts[size]) if counts else None
    return None if common == paper.standard.body.size.pt else common


def _is_facts(paper: Paper, line: Paragraph, largest: float) -> bool:
    """A line of facts in small print beside larger text in a paper without a head (时间：…　主持人：…)."""
    size = paper.ruler.size(line)
    small = size <= paper.standard.body.size.pt - 2 and largest > size
    return small and "：" in line.text and not _is_sentence(line)  # a sentence with a label is text


def _labels_of_tables(paper: Paper) -> set[int]:
    """Lines that belong to a table (单位：, 填报人：, 注：): smaller than the text, or short, right above or below it."""
    found: set[int] = set()
    blocks = paper.document.blocks
    untidy = _untidy_size(paper)
    for position, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        for side in (blocks[max(0, position - 8) : position][::-1], blocks[position + 1 : position + 9]):
            for line in side:
                if not isinstance(line, Paragraph):
                    break
                size = paper.ruler.size(line)
                small = size <= paper.standard.body.size.pt - 2 and size != untidy
                label = size != untidy or _is_label(paper, line)
                short = len(line.stripped) <= 24 and label and (size != untidy or read_heading(line) is None)
                if not (small or short):
                    break
                found.add(id(line))
    return found


def _is_label(paper: Paper, line: Paragraph) -> bool:
    """Whether a short line of the text's own size beside a table belongs to it: a caption, a unit, who fills it in."""
    if not line.stripped or paper.ruler.alignment(line) in ("center", "right"):
        return True
    return bool(
        re.match(
            r"(?:单位|填报|填表|制表|审核|负责人|联系人|注|备注|说明|表\s*\d|续表|报送|附)", line.stripped
        )
        or re.search(r"\S[ 　]{3,}\S", line.stripped)
    )


_GREETING = re.compile(r"(?:同志们|各位|尊敬的|女士们|朋友们)[^。]{0,20}[：:！!]")


def is_running(paper: Paper, line: Paragraph) -> bool:
    """Whether a paragraph is plain text: no picture, equation, centred line, frame or landscape page."""
    if not line.in_body or "frame" in line.properties:
        return False
    if (line.pictures or line.equation) and len(line.stripped) < 6:
        return False
    if paper.ruler.alignment(line) in ("center", "right") or "\t" in line.stripped:
        return False
    return not paper.ruler.section(line).landscape


@rule("recipients-flush", clause="7.3.2", strength="规定")
def recipients_flush(paper: Paper) -> Iterator[Remark]:
    """主送机关居左顶格，回行仍顶格。"""
    line = paper.recipients
    if line is None or not line.in_body:
        return
    repair = partial(Restyler(paper).flush, line)
    start = paper.ruler.start(line)
    align = paper.ruler.alignment(line)
    if align in ("center", "right"):
        yield Remark(line, "主送机关没有顶格", "居左顶格", repair)
    elif start is not None and start > 0.4:
        yield Remark(line, f"主送机关缩进了 {start:.1f} 字", "居左顶格", repair)
    elif abs(paper.ruler.indent(line, "left")) > 0.4:
        yield Remark(line, "主送机关回行没有顶格", "回行仍顶格", repair)


@rule("recipients-gap", clause="7.3.2", strength="规定")
def recipients_gap(paper: Paper) -> Iterator[Remark]:
    """主送机关编排于标题下空一行。"""
    if paper.recipients is None or not paper.title or paper.subtitle:
        return
    lines = blanks_between(paper.ruler, paper.title[-1], paper.recipients)
    if lines is not None and not 0.35 <= lines <= 2.1:
        repair = partial(Restyler(paper).blank_before, paper.recipients, paper.standard.title.blank_after)
        found = "标题与主送机关之间没有空行" if lines < 0.35 else f"标题与主送机关之间空了约 {lines:.0f} 行"
        yield Remark(paper.recipients, found, "空一行", repair)


@rule("recipients-colon", clause="7.3.2", strength="规定")
def recipients_colon(paper: Paper) -> Iterator[Remark]:
    """最后一个主送机关名称后标全角冒号。"""
    line = paper.recipients
    if line is not None and not line.stripped.endswith("："):
        last = line.stripped[-1]
        found = f"主送机关末尾是“{last}”" if not last.isalnum() else "主送机关末尾没有冒号"
        yield Remark(line, found, line.stripped.rstrip(":，,。.；;、") + "：")


@rule("recipients-face", clause="5.2.2", strength="一般")
def recipients_face(paper: Paper) -> Iterator[Remark]:
    """主送机关用 3 号仿宋体。"""
    if paper.recipients is not None:
        yield from _wrong_look(paper, paper.recipients, partial(Restyler(paper).flush, paper.recipients))


@rule("text-face", clause="5.2.2", strength="一般")
def text_face(paper: Paper) -> Iterator[Remark]:
    """正文用仿宋体；第一层标题黑体，第二层楷体。"""
    restyler = Restyler(paper)
    for line in running_texts(paper):
        ranges = face_ranges(paper, line)
        for start, end, face in ranges:
            if remark := _wrong_range(paper, restyler, line, (start, end, face), ranges):
                yield remark
                break


def _wrong_range(
    paper: Paper,
    restyler: Restyler,
    line: Paragraph,
    part: tuple[int, int, str],
    ranges: list[tuple[int, int, str]],
) -> Remark | None:
    start, end, wanted = part
    body = paper.standard.faces.body
    for run, look in paper.ruler.formats(line, start, end):
        own = run.text[max(0, start - run.start) : end - run.start]
        if not has_chinese(own) or look.shade == TINT or run.field == "math":
            continue
        allowed = {wanted} if same_face(wanted, body) is False else {body}
        if not any(same_face(look.asian, each) for each in allowed):
            if same_face(wanted, body) and _may_differ(paper, line, look.asian):
                continue
            if same_face(look.asian, body) and may_be_text(line):
                continue
            what = "标题" if not same_face(wanted, body) else "正文"
            clause = "7.3.3" if what == "标题" else None
            repair = partial(restyler.body, line, ranges)
            return Remark(line, f"{what}“{own.strip()[:12]}”是{look.asian}", wanted, repair, clause=clause)
    return None


def _may_differ(paper: Paper, line: Paragraph, face: str) -> bool:
    """Words in 黑体 or 楷体 inside a paragraph are a label or emphasis (时间：, 一是…), which no clause forbids."""
    faces = paper.standard.faces
    if not (same_face(face, faces.heading1) or same_face(face, faces.heading2)):
        return False
    looks = [look for run, look in paper.ruler.formats(line) if has_chinese(run.text)]
    if any(same_face(look.asian, faces.body) for look in looks):
        return True
    # a whole short line without a number may be a heading of its own kind
    return (len(line.stripped) <= 30 and not line.stripped.endswith("。")) or bool(
        re.match(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]|^第.{1,3}[章节条]", line.full_text)
    )


@rule("text-size", clause="5.2.2", strength="一般")
def text_size(paper: Paper) -> Iterator[Remark]:
    """正文用 3 号字（16 磅）。"""
    restyler = Restyler(paper)
    wanted = paper.standard.body.size.pt
    for line in running_texts(paper):
        for _run, look in paper.ruler.formats(line):
            if abs(look.size - wanted) > 0.1 and look.shade != TINT and _run.field != "math":
                repair = partial(restyler.body, line, face_ranges(paper, line))
                yield Remark(line, f"字号 {look.size:g} 磅", f"{wanted:g} 磅（三号）", repair)
                break
    for line in paper.attendance:
        sizes = {look.size for run, look in paper.ruler.formats(line) if run.field != "math"}
        label = patterns.ATTENDANCE.match(line.stripped)
        if label is None or not is_running(paper, line) or all(abs(size - wanted) <= 0.1 for size in sizes):
            continue
        ends = line.text.index(line.stripped) + label.end("colon")
        faces = [(0, ends, paper.standard.faces.heading1), (ends, len(line.text), paper.standard.faces.body)]
        found = f"字号 {max(sizes):g} 磅"
        yield Remark(
            line, found, f"{wanted:g} 磅（三号）", partial(restyler.body, line, faces), clause="10.3"
        )


@rule("text-indent", clause="7.3.3", strength="规定", scope="文稿")
def text_indent(paper: Paper) -> Iterator[Remark]:
    """每个自然段左空二字，回行顶格。"""
    restyler = Restyler(paper)
    wanted = paper.standard.body.indent
    continued = _continued(paper)
    for line in running_texts(paper):
        if line.number is not None or id(line) in continued or _GREETING.fullmatch(line.stripped):
            continue
        typed = paper.ruler.typed_indent(line)
        first = paper.ruler.indent(line, "first")
        left = paper.ruler.indent(line, "left")
        repair = partial(restyler.body, line, face_ranges(paper, line))
        if typed is None:
            continue
        start = left + first + typed
        if not paper.nature.is_official and (left > 0.4 or not _is_sentence(line) or not _sets_in(paper)):
            continue  # an internal paper has its own lists and lines of facts: only plain text is set in
        if abs(start - wanted) > 0.45:
            yield Remark(line, f"段首空 {max(0.0, start):.1f} 字", f"左空{wanted}字", repair)
        elif left > 0.9:
            yield Remark(line, f"回行缩进 {left:.1f} 字", "回行顶格", repair)


def _sets_in(paper: Paper) -> bool:
    """Whether a paper sets its paragraphs in: most do. One in blocks stays in blocks, lest it become a patchwork."""
    texts = [line for line in paper.body if _is_sentence(line) and line.in_body and line.number is None]
    return 2 * sum((paper.ruler.start(line) or 0) > 1 for line in texts) > len(texts)


def _is_sentence(line: Paragraph) -> bool:
    return len(line.stripped) >= 20 and "。" in line.text


def _continued(paper: Paper) -> set[int]:
    """Paragraphs that go on after a picture, table or equation, or are the line of a list of facts: cannot tell."""
    found: set[int] = set()
    before = None
    for line in paper.document.paragraphs:
        if before is not None and before.equation:
            found.add(id(line))
        before = line
    return found if paper.kind != ORDER else found | {id(line) for line in paper.body}


@rule("typed-indent", clause="7.3.3", strength="实务", quiet=True, scope="文稿")
def typed_indent(paper: Paper) -> Iterator[Remark]:
    """排版时把靠空格打出来的缩进换成段落缩进。"""
    restyler = Restyler(paper)
    for line in running_texts(paper):
        if any(outer_blanks(line)):
            yield Remark(
                line, "段首是空格", "段落缩进", partial(restyler.body, line, face_ranges(paper, line))
            )


@rule("first-page-text", clause="7.3.3", strength="规定")
def first_page_text(paper: Paper) -> Iterator[Remark]:
    """公文首页必须显示正文。"""
    if not paper.title or not paper.body or not paper.has_head or paper.kind == LETTER:
        return
    first = paper.body[0]
    last = paper.recipients or paper.title[-1]
    if first.properties.get("pageBreakBefore") or first.section != last.section or last.page_break:
        yield Remark(first, "正文从第二页开始", "首页必须显示正文，去掉前面的分页")


def _wrong_look(paper: Paper, line: Paragraph, repair: partial[None]) -> Iterator[Remark]:
    body, size = paper.standard.faces.body, paper.standard.body.size.pt
    for run, look in paper.ruler.formats(line):
        if look.shade == TINT:
            continue
        if has_chinese(run.text) and not same_face(look.asian, body):
            yield Remark(line, f"是{look.asian}", body, repair)
            return
        if abs(look.size - size) > 0.1:
            yield Remark(line, f"字号 {look.size:g} 磅", f"{size:g} 磅（三号）", repair)
            return


@rule("end-parts-face", clause="5.2.2", strength="一般")
def end_parts_face(paper: Paper) -> Iterator[Remark]:
    """附件说明、署名、日期、附注用 3 号仿宋体。"""
    restyler = Restyler(paper)
    dates = [paper.date] if paper.date is not None else []
    for line in [*paper.note, *paper.organs, *dates, *paper.remark]:
        yield from _wrong_look(paper, line, partial(restyler.text_size, line))
