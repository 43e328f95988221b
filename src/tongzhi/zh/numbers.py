"""Chinese numerals and figures: 二百一十三 ↔ 213, 二〇二〇 ↔ 2020, 3.5万 → 35000."""

from __future__ import annotations

import re

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **dict(zip("０１２３４５６７８９", range(10), strict=True)),
    **dict(zip("0123456789", range(10), strict=True)),
    "○": 0, "Ｏ": 0, "两": 2, "兩": 2, "俩": 2, "幺": 1, "貳": 2, "參": 3, "陸": 6, "廿": 20, "卅": 30,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

CHINESE = "零〇○一二三四五六七八九十百千万亿两"
"""The characters that numbers in running text are written with."""

FIGURE = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[万亿]?"
NUMBER = rf"(?:{FIGURE}|[{CHINESE}廿卅兩]+)"
"""Regular expression for a number in figures or Chinese numerals."""

_FIGURE = re.compile(rf"({FIGURE})")
_ZERO = re.compile(
    r"(?<=[0-9〇零一二三四五六七八九])[OoОоΟ○](?=[0-9〇零一二三四五六七八九])"
    r"|(?<=[〇零一二三四五六七八九])0(?=[〇零一二三四五六七八九])"
)


def plain_zeros(text: str) -> str:
    """Give the text with Latin, Cyrillic and drawn zeros inside a number as 〇 (二О二六, 2O26); its length stays."""
    if not any(mark in text for mark in "OoОоΟ○0"):
        return text
    return _ZERO.sub(lambda found: "0" if text[found.start() - 1].isascii() else "〇", text)


_TO_ASCII = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def parse_number(text: str) -> int | float | None:
    """Give the number that `text` writes in figures or Chinese numerals; `None` if it is none.

    `二〇二〇` read digit by digit is 2020; `半` is 0.5; `三点五` is 3.5; `2.6万` is 26000.
    """
    text = text.strip()
    if _FIGURE.fullmatch(text):
        return _figure(text)
    if text == "半":
        return 0.5
    whole, dot, part = text.partition("点")
    if dot:
        number, digits = _integer(whole), [_DIGITS.get(mark) for mark in part]
        if number is None or not digits or any(digit is None or digit > 9 for digit in digits):
            return None
        return float(f"{number}.{''.join(str(digit) for digit in digits)}")
    return _integer(text)


def _figure(text: str) -> int | float:
    plain = text.translate(_TO_ASCII).replace(",", "")
    scale = _MYRIADS.get(plain[-1], 1)
    plain = plain.rstrip("万亿")
    if "." not in plain:
        return int(plain) * scale
    whole, _, part = plain.partition(".")
    scaled = int(whole + part) * scale
    quotient, rest = divmod(scaled, 10 ** len(part))
    return scaled / 10 ** len(part) if rest else (quotient if scale > 1 else float(plain))


def _integer(text: str) -> int | None:
    if not text or any(mark not in _DIGITS and mark not in _TENS and mark not in _MYRIADS for mark in text):
        return None
    if len(text) > 1 and all(mark in _DIGITS and _DIGITS[mark] < 10 for mark in text):
        return int("".join(str(_DIGITS[mark]) for mark in text))
    total = section = 0
    digit: int | None = None
    last_unit = 10
    for mark in text:
        if mark in _DIGITS:
            value = _DIGITS[mark]
            if value >= 20:
                section += value
                digit = None
                continue
            if digit:
                return None
            digit = value
            last_unit = 10 if value == 0 else last_unit
        elif mark in _TENS:
            last_unit = _TENS[mark]
            section += (1 if digit is None else digit) * last_unit
            digit = None
        else:
            section += digit or 0
            total = (total + section) * _MYRIADS[mark] if _MYRIADS[mark] > 10**4 else total + section * 10**4
            last_unit, section, digit = _MYRIADS[mark], 0, None
    if digit:
        # 三百五 and 两万三 leave the last unit out: 350, 23000
        section += digit * (last_unit // 10 if last_unit > 10 else 1)
    return total + section


_PLAIN = "零一二三四五六七八九"


def to_chinese(number: int) -> str:
    """Write a whole number in Chinese numerals: 213 → 二百一十三, 10 → 十.

    Raises:
        ValueError: it is negative or not below 10**12.
    """
    if not 0 <= number < 10**12:
        raise ValueError(number)
    if number == 0:
        return "零"
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    written = ""
    for value, unit in groups:
        if value:
            gap = "零" if written and value < 1000 else ""
            written += gap + _below_myriad(value) + unit
        elif written and not written.endswith("零") and number % 10**4 and unit == "万":
            written += "零"
    written = written.replace("零零", "零")
    return written.removeprefix("一") if written.startswith("一十") else written


def _below_myriad(number: int) -> str:
    written, pending = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            written += ("零" if pending and written else "") + _PLAIN[digit] + unit
            pending = False
        else:
            pending = True
    return written


def to_digits(number: int) -> str:
    """Write a number digit by digit with 〇 for zero, as years are printed: 2020 → 二〇二〇."""
    return str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
