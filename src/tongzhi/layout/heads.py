"""What stands above the title: red head, letter, telegram, drafting sheet."""

from __future__ import annotations

from tongzhi.layout import styles as st
from tongzhi.layout.pages import NO_FOOTERS, section_break
from tongzhi.layout.pieces import Piece, blank, block, cell, each, fit, fixed_row, grid, plain, when
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import border, paragraph


def red_head(s: Standard, number: Piece = "") -> Piece:
    """The head above the red rule (7.2), and the blank lines down to the title; nothing for `--head 无`.

    Args:
        s: the standard.
        number: what stands between mark and rule instead of number and signers.
    """
    no_rule = "<w:pBdr>" + border("bottom", eighths=s.head.rule_width.eighths, colour="FFFFFF") + "</w:pBdr>"
    lines = (
        when("份号", plain("{{ 份号 }}", st.COPY_NO))
        + when("密级标注", plain("{{ 密级标注 }}", st.SECRECY))
        + when("紧急程度", plain("{{ 紧急程度 }}", st.SECRECY))
        + each("空行", "版头空行", blank())
    )
    number = number or when("签发人", block("上行文号"), plain("{{ 发文字号 }}", st.NUMBER))
    rule = when("红色", paragraph(style=st.RED_RULE), paragraph(style=st.RED_RULE, props=no_rule))
    return when(
        "版头",
        lines
        + block("发文机关标志")
        + blank(s.head.number_blank_lines)
        + number
        + rule
        + blank(s.title.blank_lines),
    )


def letter_head(s: Standard) -> Piece:
    """The elements under the first red rule of a letter (10.1); mark and rules hang in the first page's header."""
    flush = (
        when("份号", plain("{{ 份号 }}", st.COPY_NO))
        + when("密级标注", plain("{{ 密级标注 }}", st.SECRECY))
        + when("紧急程度", plain("{{ 紧急程度 }}", st.SECRECY))
    )
    number = plain("{{ 发文字号 }}", st.LETTER_NUMBER)
    return when("版头", number + flush + blank(s.letter.title_blank_lines))


def telegram_head(s: Standard) -> Piece:
    """The head of a telegram: mark, 发往 and 签批盖章, rule, 等级 and 编号 (practice; not in the standard)."""
    rule = when(
        "红色",
        paragraph(style=st.RED_RULE),
        paragraph(
            style=st.RED_RULE,
            props="<w:pBdr>" + border("bottom", eighths=12, colour="000000") + "</w:pBdr>",
        ),
    )
    sent = plain("发往：{{ 电报.发往 }}", st.TELEGRAM_LINE) + plain(
        "签批盖章：{{ 电报.签批盖章 }}", st.TELEGRAM_LINE
    )
    grade = plain("等级：{{ 电报.等级 }}\t编号：{{ 电报.编号 }}", st.TELEGRAM_LINE)
    return when(
        "版头",
        blank(3) + block("发文机关标志") + blank() + sent + grade + rule + blank(s.title.blank_lines),
    )


def drafting_sheet(s: Standard) -> Piece:
    """发文稿纸 as its own page in front, without page number; it stays in the office."""
    widths = fit((3, 6, 3, 6), s.page.area_width)
    label, value = st.CELL_LABEL, st.CELL_LEFT

    def pair(first: str, second: str) -> str:
        made = []
        for name in (first, second):
            made += [cell(name, label), cell("{{ 发文稿纸." + name + " }}", value)]
        return fixed_row(made, widths, 850)

    def wide(name: str, words: str, height: int = 850) -> str:
        return fixed_row([cell(name, label), cell(words, value, span=3)], widths, height)

    rows = (
        pair("签发", "会签")
        + pair("核稿", "拟稿")
        + fixed_row(
            [
                cell("发文字号", label),
                cell("{{ 发文字号 }}", value),
                cell("紧急程度", label),
                cell("{{ 紧急程度 }}", value),
            ],
            widths,
            850,
        )
        + pair("份数", "公开属性")
        + wide("标题", "{{ 标题 }}", 1400)
        + wide("主送", "{{ 主送全称 }}", 1400)
        + wide("抄送", "{{ 抄送 }}", 1100)
        + wide("附件", "{{ 附件目录 }}", 1100)
        + fixed_row(
            [
                cell("发文机关", label),
                cell("{{ 发文机关 }}", value),
                cell("成文日期", label),
                cell("{{ 成文日期 }}", value),
            ],
            widths,
            850,
        )
    )
    page = plain("{{ 发文机关 }}发文稿纸", st.SHEET_TITLE) + blank() + grid(s, widths, rows)
    return when("发文稿纸", page + section_break(s, NO_FOOTERS))
