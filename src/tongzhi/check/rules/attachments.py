"""附件说明 and the attachments themselves (7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import blanks_between, has_chinese, same_face
from tongzhi.anatomy.paper import Annex, NoteItem, Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.model.finding import PRACTICE
from tongzhi.word import edit
from tongzhi.word.blocks import Paragraph


@rule("note-gap", clause="7.3.4", strength="规定")
def note_gap(paper: Paper) -> Iterator[Remark]:
    """附件说明编排在正文下空一行。"""
    if not paper.note or not paper.body:
        return
    lines = blanks_between(paper.ruler, paper.body[-1], paper.note[0])
    if lines is not None and not 0.35 <= lines <= 2.1:
        repair = partial(
            Restyler(paper).blank_before, paper.note[0], paper.standard.signature.note_blank_lines
        )
        found = "附件说明紧接正文，没有空行" if lines < 0.35 else f"附件说明前空了约 {lines:.0f} 行"
        yield Remark(paper.note[0], found, "空一行", repair)


@rule("note-indent", clause="7.3.4", strength="规定")
def note_indent(paper: Paper) -> Iterator[Remark]:
    """附件说明左空二字；回行和以后各项与上一行附件名称的首字对齐。"""
    if not paper.note:
        return
    first = paper.note[0]
    start = paper.ruler.start(first)
    repair = partial(_set_note, paper)
    if paper.ruler.alignment(first) in ("center", "right"):
        yield Remark(first, "附件说明没有左空二字", "左空二字", None if "\t" in first.stripped else repair)
    elif start is not None and abs(start - 2) > 0.5:
        yield Remark(first, f"附件说明左空 {start:.1f} 字", "左空二字", repair)


@rule("note-alignment", clause="7.3.4", strength="规定")
def note_alignment(paper: Paper) -> Iterator[Remark]:
    """附件说明第二项起的序号与第一项对齐，回行与附件名称首字对齐。"""
    if len(paper.note) < 2 or not paper.items or len(paper.items) != len(paper.note):
        return
    for line in paper.note[1:]:
        start = paper.ruler.start(line)
        if "\t" in line.text or start is None:
            continue
        if patterns.NOTE_ITEM.match(line.stripped) and not 4.3 <= start <= 5.7:
            found = f"第二项起左空 {start:.1f} 字，没有与上一项对齐"
            yield Remark(line, found, "序号与上一项的序号对齐（左空五字）", partial(_set_note, paper))
            return


def _set_note(paper: Paper) -> None:
    restyler = Restyler(paper)
    several = len(paper.items) > 1
    for position, line in enumerate(paper.note):
        if "\t" in line.stripped:
            restyler.text_size(line)
            continue
        if "\n" in line.stripped:  # wrapped by hand: further items under the first one's number
            restyler.note(line, left=5, first=-3)
            continue
        item = patterns.NOTE_ITEM.match(line.stripped)
        label = patterns.ATTACHMENT_NOTE.match(line.stripped)
        numbered = bool(item) or bool(label and patterns.NOTE_ITEM.match(label["rest"]))
        name = 6.0 if several or numbered else 5.0
        if label is not None and position == 0:
            restyler.note(line, left=name, first=2 - name)
        elif item is not None:
            restyler.note(line, left=name, first=5 - name)
        elif label is not None:
            restyler.note(line, left=5, first=-3)
        else:
            restyler.note(line, left=name, first=0)


@rule("note-colon", clause="7.3.4", strength="规定")
def note_colon(paper: Paper) -> Iterator[Remark]:
    """“附件”二字后标全角冒号；有多个附件时用“1.”“2.”，写作“附件：1.×××”。"""
    for line in paper.note:
        match = patterns.ATTACHMENT_NOTE.fullmatch(line.stripped)
        if match is None:
            continue
        if match["colon"] == ":":
            yield Remark(line, "“附件”后是半角冒号", f"附件：{match['rest']}")
        elif match["no"]:
            no = patterns.chinese_number(match["no"]) or 1
            right = f"附件：{no}.{match['rest']}" if line is paper.note[0] else f"{no}.{match['rest']}"
            yield Remark(line, f"写成“附件{match['no']}：”", right)


@rule("note-numbers", clause="7.3.4", strength="规定")
def note_numbers(paper: Paper) -> Iterator[Remark]:
    """多个附件用阿拉伯数字标注顺序号，从 1 起不间断。"""
    numbers = [item.no for item in paper.items if item.no is not None]
    if (
        len(paper.items) > 1
        and len(numbers) == len(paper.items)
        and numbers != list(range(1, len(numbers) + 1))
    ):
        shown = "、".join(str(number) for number in numbers)
        yield Remark(paper.note[0], f"附件序号是 {shown}", "、".join(str(n + 1) for n in range(len(numbers))))
    elif len(paper.items) > 1 and len(paper.items) == len(paper.note) and not numbers:
        yield Remark(paper.note[0], "有多个附件，没有顺序号", f"附件：1.{paper.items[0].name}")
    for item in paper.items:
        found = re.search(r"\d{1,2}\s*[、．]", item.paragraph.stripped)
        if item.no is not None and found and item.paragraph.stripped.find(item.name) > found.start():
            yield Remark(item.paragraph, f"序号写成“{found[0]}”", f"{item.no}.")


@rule("note-single", clause="7.3.4", strength="推算")
def note_single(paper: Paper) -> Iterator[Remark]:
    """只有一个附件时不编顺序号。"""
    if len(paper.items) == 1 and paper.items[0].no is not None:
        yield Remark(paper.items[0].paragraph, "只有一个附件，编了序号", f"附件：{paper.items[0].name}")


@rule("note-end-mark", clause="7.3.4", strength="规定")
def note_end_mark(paper: Paper) -> Iterator[Remark]:
    """附件名称后不加标点符号。"""
    for item in paper.items:
        if found := re.search(r"[。；，、.;,]+$", item.name):
            yield Remark(item.paragraph, f"附件名称后有“{found[0]}”", item.name[: found.start()])


@rule("note-book-marks", clause="7.3.4", strength="实务", source=PRACTICE)
def note_book_marks(paper: Paper) -> Iterator[Remark]:
    """附件名称不加书名号。"""
    for item in paper.items:
        if re.fullmatch(r"《[^》]+》", item.name):
            yield Remark(item.paragraph, f"附件名称加了书名号“{item.name}”", item.name[1:-1])


def _labelled(paper: Paper) -> list[Annex]:
    return [annex for annex in paper.annexes if annex.label is not None]


@rule("annex-label", clause="7.3.7", strength="规定")
def annex_label(paper: Paper) -> Iterator[Remark]:
    """“附件”及顺序号顶格编排在版心左上角第一行，不加冒号，用阿拉伯数字。"""
    restyler = Restyler(paper)
    for annex in _labelled(paper):
        line = annex.label
        assert line is not None
        match = patterns.ANNEX_LABEL.fullmatch(line.stripped)
        if match is not None and match["colon"]:
            yield Remark(line, "附件标识后有冒号", line.stripped.rstrip("：:"))
        if match is not None and match["no"] and not match["no"].isdigit():
            yield Remark(line, f"附件序号是“{match['no']}”", f"附件{annex.no}")
        start = paper.ruler.start(line)
        repair = partial(restyler.flush, line, paper.standard.faces.heading1)
        if paper.ruler.alignment(line) in ("center", "right") or (start is not None and start > 0.4):
            yield Remark(line, "附件标识没有顶格", "版心左上角顶格", repair)


@rule("annex-label-face", clause="7.3.7", strength="规定")
def annex_label_face(paper: Paper) -> Iterator[Remark]:
    """“附件”二字及顺序号用 3 号黑体。"""
    restyler = Restyler(paper)
    wanted = paper.standard.faces.heading1
    for annex in _labelled(paper):
        line = annex.label
        assert line is not None
        for run, look in paper.ruler.formats(line):
            wrong = has_chinese(run.text) and not same_face(look.asian, wanted)
            if wrong or abs(look.size - paper.standard.body.size.pt) > 0.1:
                found = f"附件标识是{look.asian} {look.size:g} 磅"
                yield Remark(line, found, "黑体 16 磅（三号）", partial(restyler.flush, line, wanted))
                break


@rule("annex-page", clause="7.3.7", strength="规定")
def annex_page(paper: Paper) -> Iterator[Remark]:
    """附件另面编排。"""
    paragraphs = paper.document.paragraphs
    for annex in _labelled(paper):
        line = annex.label
        assert line is not None
        if not _starts_page(paragraphs, line):
            yield Remark(line, "附件没有另起一页", "附件另面编排", partial(_start_page, paper, line))


def _starts_page(paragraphs: list[Paragraph], line: Paragraph) -> bool:
    if line.properties.get("pageBreakBefore") or line.page_break:
        return True
    for before in reversed(paragraphs[: line.index - 1]):
        if before.page_break or before.section != line.section:
            return True
        if not before.is_blank:
            return False
    return True


def _start_page(paper: Paper, line: Paragraph) -> None:

    Restyler(paper).blank_before(line, 0)
    edit.switch_on(edit.paragraph_properties(line.element), "pageBreakBefore")


@rule("annex-title", clause="7.3.7", strength="规定")
def annex_title(paper: Paper) -> Iterator[Remark]:
    """附件标题居中编排在版心第三行。"""
    restyler = Restyler(paper)
    for annex in _labelled(paper):
        if not annex.title:
            continue
        line = annex.title[0]
        if paper.ruler.alignment(line) != "center" and not paper.ruler.typed_indent(line):
            yield Remark(line, "附件标题没有居中", "居中", partial(_set_titles, restyler, annex))
        assert annex.label is not None
        lines = blanks_between(paper.ruler, annex.label, line)
        if lines is not None and not 0.35 <= lines <= 1.8:
            repair = partial(restyler.blank_before, line, 1)
            yield Remark(line, f"附件标题在第 {round(lines) + 2} 行", "第三行（标识下空一行）", repair)


@rule("annex-title-face", clause="7.3.7", strength="实务")
def annex_title_face(paper: Paper) -> Iterator[Remark]:
    """附件格式要求同正文，标题用小标宋体。"""
    restyler = Restyler(paper)
    for annex in _labelled(paper):
        for line in annex.title:
            for run, look in paper.ruler.formats(line):
                if has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.title):
                    found = f"附件标题是{look.asian}"
                    yield Remark(
                        line, found, paper.standard.faces.title, partial(_set_titles, restyler, annex)
                    )
                    break


def _set_titles(restyler: Restyler, annex: Annex) -> None:
    for line in annex.title:
        restyler.title(line)


@rule("annex-missing", clause="7.3.7", strength="规定")
def annex_missing(paper: Paper) -> Iterator[Remark]:
    """附件说明列出的附件要附在正文之后（另装订的除外）。"""
    labelled = _labelled(paper)
    if not paper.items:
        return
    if not labelled:
        if not paper.annexes:
            found = "附件说明列出了附件，后面没有附件"
            yield Remark(paper.note[0], found, "补上附件；另行装订的核对附件标识", strength="一般")
        return
    have = {annex.no for annex in labelled}
    for item in paper.items:
        if item.no is not None and len(paper.items) > 1 and item.no not in have:
            yield Remark(item.paragraph, f"缺少附件{item.no}“{item.name}”", f"补上“附件{item.no}”及其正文")


@rule("annex-unlisted", clause="7.3.7", strength="规定")
def annex_unlisted(paper: Paper) -> Iterator[Remark]:
    """后附的附件都要列在附件说明里，序号一致。"""
    labelled = _labelled(paper)
    if not labelled or _passes_on(paper):
        return
    if not paper.items:
        line = labelled[0].label
        name = labelled[0].name
        assert line is not None
        if paper.title and paper.date is not None:
            yield Remark(line, "有附件，正文下没有附件说明", f"正文下空一行写“附件：{name or '附件名称'}”")
        return
    listed = {item.no for item in paper.items}
    for annex in labelled:
        assert annex.label is not None
        if len(paper.items) > 1 and annex.no is not None and annex.no not in listed:
            yield Remark(
                annex.label, f"附件{annex.no}没有列在附件说明里", f"附件说明增列“{annex.no}.{annex.name}”"
            )
        if len(paper.items) > 1 and annex.no is None:
            yield Remark(annex.label, "有多个附件，附件标识没有序号", "附件1、附件2……")
        if (
            len(paper.items) == 1
            and len(labelled) == 1
            and annex.no is not None
            and paper.items[0].no is None
        ):
            yield Remark(annex.label, f"只有一个附件，标识写成“附件{annex.no}”", "附件", strength="推算")


@rule("annex-name", clause="7.3.7", strength="规定")
def annex_name(paper: Paper) -> Iterator[Remark]:
    """附件顺序号和附件标题与附件说明的表述一致。"""
    labelled = _labelled(paper)
    for item in paper.items:
        annex = _match(item, labelled, len(paper.items))
        if annex is None or not annex.name:
            continue
        said, is_ = _bare(item.name), _bare(annex.name)
        if said != is_ and said and is_:
            yield Remark(
                annex.title[0], f"附件标题“{annex.name}”与附件说明“{item.name}”不一致",
                f"两处写法一致，如“{item.name}”",
            )  # fmt: skip


def _match(item: NoteItem, labelled: list[Annex], count: int) -> Annex | None:
    if count == 1:
        return labelled[0] if len(labelled) == 1 else None
    return next((annex for annex in labelled if annex.no == item.no), None)


def _bare(name: str) -> str:
    return re.sub(r"[《》。；;，,\s]|[（(](?:样式|样表|模板|式样|格式|征求意见稿|试行)[）)]$", "", name)


def _passes_on(paper: Paper) -> bool:
    return bool(re.search(r"(?:印发|转发|批转)", paper.title_text))


@rule("annex-reference", clause="7.3.4", strength="规定")
def annex_reference(paper: Paper) -> Iterator[Remark]:
    """正文提到的“附件N”要列在附件说明里。"""
    if not paper.body:
        return
    listed = {item.no for item in paper.items} | {annex.no for annex in paper.annexes}
    for line in paper.body:
        for found in re.finditer(r"(?:见|详见|按照|填写|填报|依据)?附件\s*(\d{1,2})(?!\d)", line.text):
            no = int(found[1])
            if (
                no not in listed
                and (len(paper.items) != 1 or no > 1 or paper.items[0].no is None)
                and no >= 1
            ):
                many = f"附件说明只列了 {len(paper.items)} 个附件" if paper.items else "没有附件说明"
                yield Remark(
                    line,
                    f"正文提到“附件{no}”，{many}",
                    f"补列附件{no}，或改正序号",
                    quote=_around(line.text, found),
                )
        if (
            not paper.items
            and not paper.annexes
            and (bare := re.search(r"[（(](?:详)?见附件[）)]", line.text))
        ):
            yield Remark(
                line,
                "正文写“见附件”，没有附件说明，也没有附件",
                "补上附件说明和附件",
                quote=_around(line.text, bare),
            )


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 15) : found.end() + 15].strip()


@rule("passed-on-annex", clause="第九条", strength="实务", source="党政机关公文处理工作条例")
def passed_on_annex(paper: Paper) -> Iterator[Remark]:
    """印发、转发、批转的文件不是附件：不写附件说明，也不标“附件”（两处都标的也有，只标一处不妥）。"""
    if not _passes_on(paper):
        return
    object_name = re.search(r"《([^》]+)》", paper.title_text)
    labelled = _labelled(paper)
    own = [annex for annex in labelled if object_name and _bare(annex.name) == _bare(object_name[1])]
    if own and not paper.items:
        line = own[0].label
        assert line is not None
        yield Remark(line, f"印发的《{_bare(own[0].name)}》标成了附件", "删去“附件”二字，另面起排印发的文件")
