"""Bytes of a text file as text: byte order mark, strict UTF-8, else the candidate that reads most like Chinese."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from tongzhi.errors import InputError, Place
from tongzhi.read.strict import refuse_half_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_SURE, _APART = 0.35, 0.12
"""Share of common characters from which a reading is believed, and how far it must lead the next."""

_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运县镇乡村局委办厅组查督检改排险隐患责落整防火汛矿危消急预案值班企单街送级辖域严违停罚库坝坡燃煤校园景票证照册签"
    "並來個們傳兒內兩冊別則動務區卻員問單嚴國園報場壩學實將對導師帶幾庫廳張強後從應戰據數於時書會東條業樣機檢權氣決沒無爭為爾現產當發確礦種籤級組結給統經縣總罰義聲聽與萬處術裏裡見規覺觀計記設許話該認說論證識變讓責資軍轄辦這進運過達違還邊鄉鎮長門開間關隊險隱難電預領頭題類馬體麼點"
    "，。、；：！？“”‘’（）《》〈〉「」『』—…·　"
)
_KINDS = (
    (b"%PDF", "PDF 文件", "用 Word 打开后另存为 .docx，或复制文字存成 .txt"),
    (b"PK\x03\x04", "压缩包或 Office 文件", "文件名的后缀要与内容一致，如 .docx"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件", "文件名的后缀改回 .doc 或 .wps"),
    (b"\x89PNG", "图片", "先识别成文字"),
    (b"\xff\xd8\xff", "图片", "先识别成文字"),
    (b"ID3", "录音", "先转写成文字"),
    (b"RIFF", "录音或视频", "先转写成文字"),
    (b"{\\rtf", "RTF 文件", "用 Word 打开后另存为 .docx"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and the encoding it was read in."""

    text: str
    encoding: str


SPEECH = "请给 .txt .md .docx .srt .vtt 的讲话"
TABLE = "用 WPS 或 Excel 打开后另存为 .xlsx"
"""What to give instead of a file that is no text."""


def decode(data: bytes, name: str, encoding: str | None = None, instead: str = SPEECH) -> Decoded:
    """Give the text of a file; line ends stay as they are.

    Args:
        data: the bytes.
        name: of the file, for messages.
        encoding: by its name, where it can't be told.
        instead: what to give when it is no text.

    Raises:
        InputError: it is empty, binary, cut off, not in the given encoding, or its encoding is unclear.
    """
    place = Place(file=name)
    if encoding:
        return _decode_as(data, encoding, place)
    for mark, found in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], found, place)
    for magic, kind, remedy in _KINDS:
        if data.startswith(magic):
            raise InputError.one(f"这是{kind}，不是文本", remedy, place=place)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # a file cut off in transit ends within a character
        whole = data[: error.start]
        if error.reason == "unexpected end of data" and error.end == len(data) and not whole.isascii():
            raise _cut_off(place) from error
    else:
        if not _is_binary(text):
            return Decoded(text, "utf-8")
    refuse_half_bytes(data, name)
    return _guess(data, place, instead)


def _decode_as(data: bytes, encoding: str, place: Place) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except LookupError as error:
        raise InputError.one(
            f"没有“{encoding}”这种编码", "常用的有 utf-8、gb18030、big5、utf-16", place=place
        ) from error
    except UnicodeDecodeError as error:
        found = f"不是 {encoding} 编码（第{error.start + 1}个字节读不通），或文件残缺"
        raise InputError.one(found, "换一种 --encoding，或重新拷贝一份", place=place) from error
    return Decoded(text.removeprefix("\ufeff"), name)


def _guess(data: bytes, place: Place, instead: str) -> Decoded:
    scored = sorted(((_score(data, name), name) for name in _CANDIDATES), reverse=True)
    (best, name), (second, _) = scored[0], scored[1]
    if best >= _SURE and best - second >= _APART:
        return _decode_as(data, name, place)
    if best < 0 and any(_score(data[:-1], name) >= _SURE for name in _CANDIDATES):
        raise _cut_off(place)
    if best < 0 or (best < _SURE and _is_binary(data.decode("latin-1"))):
        at = _nul_line(data)
        if at:
            raise InputError.one(
                "这一行有空字符（U+0000），不是文字", f"删去它；或{instead}", place=replace(place, line=at)
            )
        raise InputError.one("这不是文本文件，或内容已损坏", instead, place=place)
    raise InputError.one(
        "认不准文字编码",
        "用 --encoding 写明，如 --encoding gb18030（Windows 简体）或 big5（繁体）",
        place=place,
    )


def _nul_line(data: bytes) -> int:
    """Give the line of the first null character of what is a text but for it; 0 when it is none."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return 0
    at = text.find("\0")
    return text.count("\n", 0, at) + 1 if at >= 0 and not _is_binary(text.replace("\0", "")) else 0


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    controls = sum(char < " " and char not in "\t\r\n\f\v" for char in sample)
    return "\0" in sample or controls * 20 > len(sample)


def _cut_off(place: Place) -> InputError:
    return InputError.one("文件末尾残缺，最后一个字不完整", "重新拷贝或下载一份", place=place)


def _score(data: bytes, encoding: str) -> float:
    """Give the share of common characters among all that are not ASCII; -1 if it cannot be read so at all."""
    try:
        text = data[:400_000].decode(encoding)
    except UnicodeDecodeError as error:
        if len(data) <= 400_000 or error.start < 399_990:
            return -1
        text = data[: error.start].decode(encoding)
    if any(char < " " and char not in "\t\r\n\f" for char in text[:20_000]):
        return -1
    wide = [char for char in text if char > "\x7f"]
    return sum(char in _COMMON for char in wide) / len(wide) if wide else 0
