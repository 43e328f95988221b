"""接龙: one line of a chain message, one person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tongzhi.desk.people import Asked

_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|1[3-9][\d*×]{9}|0\d{2,3}-?\d{7,8}|\d{3,4}-\d{7,8})(?!\d)")
_POST = re.compile(
    r"(?:党组|党委|党工委)?(?:副|常务副|第一|代|执行)?(?:县长|区长|市长|镇长|乡长|局长|主任|书记|处长|科长|部长|院长|校长|所长|站长|"
    r"大队长|支队长|队长|经理|总经理|董事长|厂长|矿长|委员|主席|秘书长|调研员|总工程师|科员|干事|负责人|会长|行长|社长|台长|政委|教导员|"
    r"安全总监|总监|组长|工程师)"
)
_ORDINAL = re.compile(r"^\s*(?:[（(]?\d{1,3}[）)]?\s*[.．、，:：)）]?|[#*•·\-]+)\s*")


_SPLIT_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[ \-－](\d{4})[ \-－](\d{4})(?!\d)")
NOBODY = "未写姓名"
"""Stands for the name when a unit asks for leave without naming anybody."""


def read_chain_line(line: str, asked: Iterable[Asked] = ()) -> dict[str, str]:
    """Read one line of a chain message (接龙): `3. 青川县 张三 副县长 13800000000`; empty when it names nobody."""
    has_ordinal = bool(_ORDINAL.match(line)) and not line.strip().startswith("0")
    rest = _SPLIT_MOBILE.sub(r"\1\2\3", _ORDINAL.sub("", line, count=1))
    phone = _PHONE.search(rest)
    values: dict[str, str] = {}
    if phone:
        values["mobile"] = phone[0]
        rest = rest.replace(phone[0], " ", 1)
    rest = re.sub(r"(?:电话|手机|联系方式)[:：]?", " ", rest)
    tokens = [
        token for token in re.split(r"(?:单位|姓名|职务)[:：]|[\s　,，、;；:：|/+（）()]+", rest) if token
    ]
    notes = []
    for token in tokens:
        if re.search(r"请假|替会|代会|参会|不参加", token):
            notes.append(token)
        elif not values.get("unit") and (_is_unit(token, asked)):
            values["unit"] = token
        elif not values.get("title") and _POST.search(token):
            _take_post(token, values)
        elif not values.get("name") and re.fullmatch(
            r"[一-鿿㐀-䶵\U00020000-\U0003134f]{2,4}|[一-鿿·•．・‧]{3,25}", token
        ):
            values["name"] = token
        else:
            notes.append(token)
    if notes:
        values["note"] = " ".join(notes)
    if values.get("unit") and not values.get("name") and "请假" in values.get("note", ""):
        values["name"] = NOBODY
    enough = values.get("name") and (phone or values.get("title") or (has_ordinal and values.get("unit")))
    return values if enough else {}


def _take_post(token: str, values: dict[str, str]) -> None:
    """Part 张三副县长 or 县应急局局长 into what belongs to whom."""
    post = _POST.search(token)
    assert post is not None
    before, after = token[: post.start()], token[post.end() :]
    if not before and not values.get("name") and re.fullmatch(r"[一-鿿]{2,3}", after):
        values["title"], values["name"] = post[0], after
        return
    if (
        not values.get("name")
        and re.fullmatch(r"[一-鿿]{2,3}", before)
        and not re.search(r"[局委办县区市镇乡部院]$", before)
    ):
        values["name"] = before
        values["title"] = token[post.start() :]
    else:
        values["title"] = token


def _is_unit(token: str, asked: Iterable[Asked]) -> bool:
    if any(token in (one.unit, one.short) for one in asked):
        return True
    return bool(
        re.search(
            r"(?:县|区|市|镇|乡|街道|局|委|办|办公室|中心|公司|集团|厂|矿|大队|支队|学校|医院|政府|银行|协会|管委会)$",
            token,
        )
    ) and not re.fullmatch(r"[一-鿿]{2}", token)
