"""The text layer of a PDF as paragraphs; a scan, which has none, is refused with a word on what to do."""

from __future__ import annotations

import re

from tongzhi.errors import InputError, LimitError, Place

MAX_PAGES = 600
LEAST_TEXT = 8
"""Characters a page on the average from which a PDF has a text layer; a scan has a page number at most."""
LEAST_FULL = 18
"""Characters from which a printed line may fill the page."""
_ENDS = re.compile(r"[。！？：；!?;:…”）)》]$")
_STARTS = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[章节条]|附\s*件|抄\s*送|联系人"
)
_PAGE_NUMBER = re.compile(r"[—–\-－\s]*\d{1,4}[—–\-－\s]*|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?")


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF, whatever the file is called."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, name: str | None = None) -> list[str]:
    """Give the paragraphs of a PDF's text layer, lines joined where a sentence runs on, page numbers left out.

    Raises:
        InputError: it is damaged, locked by a password, or a scan without text.
        LimitError: it has too many pages.
    """
    import pypdfium2

    place = Place(file=name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError.one(
            "PDF 打不开，已损坏或加了密码", "去掉密码，或用生成它的程序重新导出", place=place
        ) from error
    try:
        if len(document) > MAX_PAGES:
            raise LimitError.one(
                f"PDF 有 {len(document)} 页，超过 {MAX_PAGES} 页", "拆成几份再试", place=place
            )
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_bounded().replace("\r", ""))
            text.close()
            page.close()
    finally:
        document.close()
    if sum(len(re.sub(r"\s", "", page)) for page in pages) < LEAST_TEXT * max(1, len(pages)):
        raise InputError.one(
            "PDF 里没有文字，是扫描件或图片",
            "先用文字识别（OCR）软件转成 Word，或向来文单位要 .docx",
            place=place,
        )
    return _join([line.strip() for page in pages for line in page.split("\n")])


def _join(lines: list[str]) -> list[str]:
    """Put the printed lines of one paragraph together: a full line that ends no sentence runs on."""
    shown = [line for line in lines if line and not _PAGE_NUMBER.fullmatch(line)]
    widest = max((len(line) for line in shown), default=0)
    found: list[str] = []
    full = False
    for line in shown:
        if found and full and not _STARTS.match(line):
            found[-1] += line
        else:
            found.append(line)
        runs_on = len(line) >= max(LEAST_FULL, widest * 0.8)
        full = line[-1] in "，、" or (runs_on and not (_ENDS.search(line) and len(line) < widest - 1))
    return found
