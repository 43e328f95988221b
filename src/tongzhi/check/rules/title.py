"""The title (7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import blanks_between, has_chinese, same_face, width
from tongzhi.anatomy.paper import RED_HEAD, Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.layout.title import break_title
from tongzhi.model.finding import PRACTICE, REGULATION
from tongzhi.standard.gbt9704 import DOCUMENT_KINDS
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.segment import tag_words


@rule("title-face", clause="7.3.1", strength="一般")
def title_face(paper: Paper) -> Iterator[Remark]:
    """标题用小标宋体。"""
    restyler = Restyler(paper)
    for line in paper.title:
        for run, look in paper.ruler.formats(line):
            if has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.title):
                yield Remark(
                    line, f"标题是{look.asian}", paper.standard.faces.title, partial(restyler.title, line)
                )
                break


@rule("title-size", clause="7.3.1", strength="一般")
def title_size(paper: Paper) -> Iterator[Remark]:
    """标题用 2 号字（22 磅）。"""
    restyler = Restyler(paper)
    wanted = paper.standard.title.size.pt
    for line in paper.title:
        size = paper.ruler.size(line)
        if abs(size - wanted) > 0.1:
            yield Remark(line, f"标题是 {size:g} 磅", f"{wanted:g} 磅", partial(restyler.title, line))


@rule("title-centred", clause="7.3.1", strength="规定", scope="文稿")
def title_centred(paper: Paper) -> Iterator[Remark]:
    """标题居中排布，没有缩进。"""
    restyler = Restyler(paper)
    for line in paper.title:
        if paper.ruler.alignment(line) != "center":
            if paper.ruler.typed_indent(line) and paper.ruler.alignment(line) != "right":
                yield Remark(line, "标题靠空格居中", "居中", partial(restyler.title, line), strength="实务")
                continue
            yield Remark(line, "标题没有居中", "居中", partial(restyler.title, line))
        else:
            shift = (
                paper.ruler.indent(line, "left")
                + paper.ruler.indent(line, "first")
                - paper.ruler.indent(line, "right")
            )
            if abs(shift) > 0.9:
                yield Remark(
                    line,
                    f"标题带缩进，偏了约 {abs(shift) / 2:.1f} 字",
                    "居中，不缩进",
                    partial(restyler.title, line),
                )


@rule("title-bold", clause="7.3.1", strength="实务", source=PRACTICE, quiet=True)
def title_bold(paper: Paper) -> Iterator[Remark]:
    """排版时去掉标题的加粗（小标宋本身已粗）。"""
    restyler = Restyler(paper)
    for line in paper.title:
        if any(look.bold for _, look in paper.ruler.formats(line)):
            yield Remark(line, "标题加粗", "不加粗", partial(restyler.title, line))


@rule("title-gap", clause="7.3.1", strength="规定")
def title_gap(paper: Paper) -> Iterator[Remark]:
    """标题编排于红色分隔线下空二行（能量出且差得明显时才报）。"""
    if paper.kind != RED_HEAD or not paper.title or paper.doc_no is None or not paper.mark:
        return
    above = max(
        (line for line in (paper.doc_no, paper.rule, *paper.signers) if line is not None),
        key=lambda x: x.index,
    )
    lines = blanks_between(paper.ruler, above, paper.title[0])
    if lines is not None and paper.rule_seen and not 1.2 <= lines <= 3.2:
        repair = partial(Restyler(paper).blank_before, paper.title[0], paper.standard.title.blank_lines)
        yield Remark(paper.title[0], f"红线与标题之间空了约 {lines:.0f} 行", "空二行", repair)


@rule("title-shape", clause="7.3.1", strength="规定")
def title_shape(paper: Paper) -> Iterator[Remark]:
    """标题回行排成梯形或菱形，不成方形、沙漏形。"""
    lines = [part.strip() for line in paper.title for part in line.text.split("\n") if part.strip()]
    widths = [width(line) for line in lines]
    limit = (
        paper.standard.title_characters
        * paper.standard.title.size.pt
        / max(1.0, paper.ruler.size(paper.title[0]))
        if lines
        else 0
    )
    if len(lines) < 2 or max(widths) > limit:
        return
    if len(lines) >= 3 and any(
        widths[index] < widths[index - 1] - 0.9 and widths[index] < widths[index + 1] - 0.9
        for index in range(1, len(widths) - 1)
    ):
        shown = "、".join(f"{each:g}" for each in widths)
        yield Remark(
            paper.title[0], f"标题各行 {shown} 字，成沙漏形", "排成梯形或菱形", quote=" / ".join(lines)
        )
    elif max(widths) - min(widths) < 0.4:
        found = f"标题 {len(lines)} 行都是 {widths[0]:g} 字，成方形"
        yield Remark(paper.title[0], found, "排成梯形或菱形", quote=" / ".join(lines))


@rule("title-wrap", clause="7.3.1", strength="一般")
def title_wrap(paper: Paper) -> Iterator[Remark]:
    """标题由程序自动折行时，也要词意完整，不把一个词拆在两行。"""
    if len(paper.title) != 1 or "\n" in paper.title[0].stripped:
        return
    line = paper.title[0]
    text = line.stripped
    room = _room(paper, line)
    if width(text) <= room or re.search(r"[0-9A-Za-z“”]", text):
        return
    split = split_words(text, room)
    if split:
        narrow = find_room(text, paper.standard.title_characters)
        repair = partial(Restyler(paper).narrow_title, line, narrow) if narrow else None
        yield Remark(line, f"自动折行把“{split[0]}”拆在两行", " / ".join(break_title(text)), repair)


LEAST_REST = 4
"""Characters that a wrapped title leaves for its last line at least."""


def _room(paper: Paper, line: Paragraph) -> float:
    """Give how many of its characters fit a line of the title."""
    sides = paper.ruler.indent(line, "left") + paper.ruler.indent(line, "right")
    return paper.ruler.section(line).text_width / (paper.ruler.size(line) * 20) - sides


def wrap(text: str, room: float) -> list[int]:
    """Give the offsets at which text of full-width characters wraps in `room` characters."""
    return list(range(int(room), len(text), int(room)))


def split_words(text: str, room: float) -> list[str]:
    """Give the words that wrapping in `room` characters would part."""
    breaks = wrap(text, room)
    return [word.text for word in tag_words(text) if any(word.start < at < word.end for at in breaks)]


def find_room(text: str, room: float) -> float | None:
    """Give the widest measure in which the text wraps between words into lines that make no rectangle."""
    lines = len(wrap(text, room)) + 1
    for narrower in range(int(room), int(room) // 2, -1):
        breaks = wrap(text, narrower)
        last = len(text) - breaks[-1] if breaks else 0
        if len(breaks) + 1 == lines and LEAST_REST <= last < narrower and not split_words(text, narrower):
            return narrower + 0.1
    return None


@rule("title-line-width", clause="7.3.1", strength="一般")
def title_line_width(paper: Paper) -> Iterator[Remark]:
    """标题自己断行时，每行不超出版心。"""
    parts = [part.strip() for line in paper.title for part in line.text.split("\n") if part.strip()]
    if len(parts) < 2 or abs(paper.ruler.size(paper.title[0]) - paper.standard.title.size.pt) > 0.1:
        return
    limit = paper.standard.title_characters
    for line in paper.title:
        for part in filter(None, (piece.strip() for piece in line.text.split("\n"))):
            whole = part == line.stripped and not re.search(r"[0-9A-Za-z]", part)
            if width(part) <= limit + 0.3 or (whole and _wraps_well(paper, line)):
                continue
            narrow = find_room(part, limit) if whole else None
            repair = partial(Restyler(paper).narrow_title, line, narrow) if narrow else None
            found = f"标题一行 {width(part):g} 字，排不下会再折行"
            yield Remark(line, found, "每行至多 20 字", repair, quote=part)


def _wraps_well(paper: Paper, line: Paragraph) -> bool:
    """Whether a long line of the title wraps between words, with no rest of a few characters."""
    room = _room(paper, line)
    breaks = wrap(line.stripped, room) if room >= 1 else []
    return (
        bool(breaks)
        and len(line.stripped) - breaks[-1] >= LEAST_REST
        and not split_words(line.stripped, room)
    )


@rule("title-end-mark", clause="7.3.1", strength="实务", source=PRACTICE)
def title_end_mark(paper: Paper) -> Iterator[Remark]:
    """标题末尾不用标点。"""
    if paper.title and (found := re.search(r"[。，、；：！？.,;:!?]+$", paper.title_text)):
        yield Remark(paper.title[-1], f"标题末尾有“{found[0]}”", paper.title_text[: found.start()])


@rule("title-inner-mark", clause="7.3.1", strength="实务", source=PRACTICE)
def title_inner_mark(paper: Paper) -> Iterator[Remark]:
    """标题中除书名号、引号、括号、顿号外一般不用标点。"""
    inner = re.sub(r"《[^》]*》", "", paper.title_text)
    if found := re.search(r"[。，；：！？,;!?](?=.)", inner):
        near = inner[max(0, found.start() - 4) : found.end() + 4]
        yield Remark(
            paper.title[0], f"标题中有“{found[0]}”（…{near}…）", f"去掉“{found[0]}”，或改用书名号、引号、顿号"
        )


@rule("title-kind", clause="第九条", strength="一般", source=REGULATION)
def title_kind(paper: Paper) -> Iterator[Remark]:
    """标题由发文机关、事由和文种组成；有红头的公文要有法定文种。"""
    if paper.kind != RED_HEAD or not paper.mark or not paper.title:
        return
    text = re.sub(r"[（(][^（）()]*[）)]$", "", paper.title_text)
    if not text.endswith(tuple(DOCUMENT_KINDS)) and not patterns.KIND_END.search(text):
        yield Remark(paper.title[-1], "标题里没有文种", "以通知、通报、报告、请示、函等文种收尾")


@rule("title-organ", clause="第九条", strength="一般", source=REGULATION)
def title_organ(paper: Paper) -> Iterator[Remark]:
    """标题要有发文机关（红头已写明机关的不报）。"""
    kinds = "|".join(DOCUMENT_KINDS)
    if not paper.has_head and re.fullmatch(rf"关于.+的(?:{kinds})", paper.title_text):
        organ = paper.organs[0].stripped if paper.organs else "××"
        yield Remark(paper.title[0], "标题没有发文机关，也没有红头", f"{organ}{paper.title_text}")


@rule("title-matter", clause="第九条", strength="规定", source=REGULATION)
def title_matter(paper: Paper) -> Iterator[Remark]:
    """标题要有事由，不能只写文种。"""
    text = patterns.plain(paper.title_text)
    bare = re.fullmatch(
        rf"(?:.{{0,20}}?(?:政府|委员会|办公室|局|厅|部|公司|委|院|中心))?(?:紧急|重要)?({'|'.join(DOCUMENT_KINDS)})",
        text,
    )
    if (
        bare
        and bare[1] not in ("公告", "通告", "令", "命令", "公报", "决议", "纪要")
        and (paper.recipients or paper.doc_no)
    ):
        yield Remark(paper.title[0], f"标题“{text}”没有事由", f"写成“关于×××的{bare[1]}”")


@rule("title-double-kind", clause="第九条", strength="一般", source=REGULATION)
def title_double_kind(paper: Paper) -> Iterator[Remark]:
    """转发、批转通知的标题不叠用“的通知的通知”“关于转发…关于…”。"""
    text = paper.title_text
    if found := re.search(r"(的(?:通知|通报|函|意见|报告)[》”]?)的通知$", text):
        outer = re.search(r"关于(?:转发|批转|印发)(.*)$", text)
        if found[1].endswith("》"):
            return
        kept = re.sub(r"关于(转发|批转)(?=.*关于)", r"\1", text[: found.end(1)], count=1)
        if outer and found[1].startswith("的通知"):
            yield Remark(paper.title[-1], "标题叠用“的通知的通知”", kept)


@rule("title-double-about", clause="第九条", strength="一般", source=REGULATION)
def title_double_about(paper: Paper) -> Iterator[Remark]:
    """标题里只用一个“关于”（书名号里的不算）。"""
    text = re.sub(r"《[^》]*》", "", paper.title_text)
    if text.count("关于") > 1 and re.search(r"关于(?:转发|批转).*关于", text):
        right = re.sub(r"关于(转发|批转)", r"\1", paper.title_text, count=1)
        yield Remark(paper.title[0], "标题里有两个“关于”", right)
