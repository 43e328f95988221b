"""录音整理稿: the tidied passages beside the raw text, as a Word table, Markdown or plain text."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.render.markdown import markdown_cell, markdown_text
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.fragments import run
from tongzhi.zh.transcript import DOUBT, NOTICE, SpokenPassage

FORMATS = {"docx": ".docx", "md": ".md", "txt": ".txt"}
_LABELS = ("原始转写", "整理稿")
_NO_WORDS = "（无实义，略）"


def render_transcript(passages: Sequence[SpokenPassage], form: str, title: str = "") -> bytes:
    """Give the document in one of `FORMATS`; `title` is the name of the recording."""
    if form == "docx":
        return _document(passages, title)
    lines = [f"录音整理稿{f'（{title}）' if title else ''}", NOTICE, _count(passages), ""]
    if form == "md":
        lines = [f"# {markdown_text(lines[0])}", "", f"> {NOTICE}", "", lines[2], ""]
        lines += [f"| {' | '.join(_LABELS)} |", "| --- | --- |"]
        lines += [
            f"| {markdown_cell(one.raw.strip())} | {markdown_cell(said(one).strip())} |" for one in passages
        ]
    else:
        for one in passages:
            lines += [f"原：{one.raw.strip()}", f"整：{said(one)}", ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def said(passage: SpokenPassage) -> str:
    """Give the tidied words, after the speaker if one is known."""
    words = passage.tidy or _NO_WORDS
    return f"{passage.speaker}：{words}" if passage.speaker else words


def _count(passages: Sequence[SpokenPassage]) -> str:
    doubts = sum(one.tidy.count(DOUBT) for one in passages)
    return f"共{len(passages)}段；标{DOUBT}的{doubts}处没有听准，请对照录音核实。"


def _document(passages: Sequence[SpokenPassage], title: str) -> bytes:

    widths = rc.fit((1.0, 1.0), int(GBT9704.page.area_width))
    rows = rc.head_row(_LABELS, widths)
    for one in passages:
        raw = one.raw.strip() if not one.time or one.time in one.raw else f"{one.time} {one.raw.strip()}"
        cells = [rc.cell(run(raw), st.CELL_LEFT), rc.cell(_marked(said(one)), st.CELL_LEFT)]
        rows += rc.fixed_row(cells, widths)
    heading = rc.plain("录音整理稿", st.TITLE)
    about = [f"（{NOTICE}）", *([f"录音：{title}"] if title else []), _count(passages)]
    body = heading + "".join(rc.text(run(line)) for line in about) + rc.grid(GBT9704, widths, rows)
    return pack(rc.Draft("录音整理稿", body), GBT9704)


def _marked(text: str) -> str:
    """Give runs in which the doubtful places are tinted."""
    pieces = text.split(DOUBT)
    runs = [run(piece) if piece else "" for piece in pieces]
    return run(DOUBT, tint="FFF2CC").join(runs)
