"""The prepared values that all official papers share: head, title lines, addressees, signature, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from tongzhi.engine.values import Marked
from tongzhi.layout.addressees import join_units, leaves_text_on_first_page
from tongzhi.layout.attachments import annex_label, attachment_note
from tongzhi.layout.mark import TELEGRAM_MARK, lines_above, mark_block, number_line
from tongzhi.layout.signature import BLANK_DATE, signature
from tongzhi.layout.title import break_title
from tongzhi.model.base import label_of
from tongzhi.model.official import Official
from tongzhi.standard.gbt9704 import SECRECY_GRADES, Standard


def official_values(document: Official, values: Mapping[str, Any], head: str, s: Standard) -> dict[str, Any]:
    """Give what the templates of official papers ask for beside the printed fields.

    Args:
        document: the paper.
        values: its printed values by Chinese label.
        head: 套红, 留白 or 无.
        s: the standard.
    """
    common = common_labels(document, values)
    given = {**values, **common}
    return {
        **common,
        **_head_values(document, given, head, s),
        **_address_values(given, head, s),
        **_closing_values(document, given, s),
        **_imprint_values(document, given),
    }


def common_labels(document: Official, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the common elements under their common labels, where a type calls them otherwise (分送 for 抄送机关)."""
    return {label: values[own] for label, own in _labels(type(document)) if label not in values}


@cache
def _labels(kind: type[Official]) -> tuple[tuple[str, str], ...]:
    """Give the common label and the type's own label of each common element."""
    return tuple(
        (label_of(field, name), label_of(kind.model_fields[name], name))
        for name, field in Official.model_fields.items()
    )


def _head_values(document: Official, values: Mapping[str, Any], head: str, s: Standard) -> dict[str, Any]:
    grade = _grade(document)
    filled = sum(map(bool, (values["份号"], grade, values["紧急程度"])))
    names, word = _mark(document)
    signers = [_spaced(name) for name in values["签发人"]]
    telegram = {"发往": "", "签批盖章": "", "等级": "", "编号": "", **(values["电报"] or {})}
    if document.carrier == "电报":
        telegram["发往"] = telegram["发往"] or join_units(values["主送机关"])
        telegram["等级"] = telegram["等级"] or values["紧急程度"]
        telegram["编号"] = telegram["编号"] or values["发文字号"]
    return {
        "版头": head != "无",
        "红色": head == "套红",
        "密级标注": grade,
        "版头空行": lines_above(filled),
        "发文机关标志": mark_block(names, word, s, red=head == "套红", letter=document.carrier == "信函"),
        "签发人": signers,
        "上行文号": number_line(values["发文字号"], signers, s) if signers else "",
        "电报": telegram,
    }


def _grade(document: Official) -> str:
    if document.secrecy in SECRECY_GRADES and document.secrecy_term:
        return f"{document.secrecy}★{document.secrecy_term}"
    return document.secrecy or ""


def _mark(document: Official) -> tuple[list[str], str]:
    """Give the names in the mark and the word after them: full name + 文件; a letter has the host's name alone."""
    if document.mark:
        lines = document.mark.split("\n")
        if len(lines) > 1 and lines[-1].strip() == "文件":
            return lines[:-1], "文件"
        return [document.mark.replace("\n", "")], ""
    if document.carrier == "信函":
        return [document.issuer], ""
    if document.carrier == "电报":
        return [document.issuer], TELEGRAM_MARK
    return document.organs, "文件"


def _spaced(name: str) -> str:
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def title_lines(title: str, s: Standard) -> str:
    """Give the title with a line break where its lines end."""
    return remark("\n".join(break_title(str(title), int(s.title_characters))), [title])


def _address_values(values: Mapping[str, Any], head: str, s: Standard) -> dict[str, Any]:
    title = title_lines(values["标题"], s)
    addressees = remark(join_units(map(str, values["主送机关"])), values["主送机关"])
    stays = leaves_text_on_first_page(addressees, title.count("\n") + 1, s, head=head != "无")
    return {
        "标题分行": title,
        "主送全称": addressees,
        "主送": addressees if stays else "",
        "版记主送": "" if stays else addressees,
    }


def _closing_values(document: Official, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    organs = [values["发文机关"], *values["联合发文机关"]]
    note = str(values["附注"]).strip()
    return {
        **attachment_values([entry["名称"] for entry in values["附件"]], s),
        "落款": signature(organs, str(values["成文日期"]), s, sealed=document.sealed),
        "附注": re.sub(r"^[（(](.*)[）)]$", r"\1", note),
    }


def attachment_values(names: list[str], s: Standard) -> dict[str, Any]:
    """Give 附件说明, the list for the drafting sheet and the beginning of each attachment's page, all from one list."""
    return {
        "附件说明": attachment_note(names, s),
        "附件目录": "\n".join(f"{number}.{name}" for number, name in enumerate(names, 1)),
        "附件页": [annex_page(number, len(names), name, s) for number, name in enumerate(names, 1)],
    }


def annex_page(number: int, count: int, name: str, s: Standard) -> dict[str, Any]:
    """Give what the page of an attachment begins with: label, title, and which of our forms it is, if any."""
    kinds = ("回执", "请假", "任务分解表", "问题清单", "整改清单")
    return {
        "标签": annex_label(number, count),
        "名称": name,
        "名称分行": title_lines(name, s),
        "种类": next((kind for kind in kinds if kind in name), ""),
    }


def _imprint_values(document: Official, values: Mapping[str, Any]) -> dict[str, Any]:
    copied = remark(join_units(map(str, values["抄送机关"])), values["抄送机关"])
    printer = values["印发机关"] or _printer(document.issuer)
    return {
        "抄送": copied,
        "印发机关": printer,
        "印发日期": values["印发日期"] or values["成文日期"] or BLANK_DATE,
        "版记": True,
    }


def _printer(issuer: str) -> str:
    """Give the office that prints for an organ: a government's 办公厅 or 办公室, else the organ itself (7.4.3)."""
    if not issuer.endswith("人民政府"):
        return issuer
    high = re.match(r"(?:国务院|.{2,6}(?:省|自治区)人民政府|(?:北京|上海|天津|重庆)市人民政府)", issuer)
    return issuer + ("办公厅" if high else "办公室")


def remark(text: str, sources: Iterable[Any]) -> str:
    """Give the text tinted when one of the values it was made of is still to be confirmed."""
    return Marked(text) if any(isinstance(value, Marked) for value in sources) else text


__all__ = ["annex_page", "attachment_values", "official_values", "remark", "title_lines"]
