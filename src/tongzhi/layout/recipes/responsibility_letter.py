"""安全生产责任书: text by headings, and two sides that sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.responsibility_letter import ResponsibilityLetter


def make(s: Standard) -> rc.Draft:
    """Lay out the letter."""
    numbered = "（{{ 节 }}）{{ 条文 }}"
    body = (
        rc.title()
        + rc.text("甲方：{{ 甲方 }}")
        + rc.text("乙方：{{ 乙方 }}")
        + rc.text(
            "为落实安全生产责任，甲方与乙方签订{{ 考核期 }}安全生产责任书，期限自{{ 开始日期 }}至{{ 截止日期 }}。"
        )
        + rc.heading1("事故控制指标")
        + rc.each("项", "事故控制指标", rc.text("（{{ 节 }}）{{ 项.指标 }}{{ 项.控制数 }}。"))
        + rc.heading1("工作目标")
        + rc.each("条文", "工作目标", rc.text(numbered))
        + rc.heading1("职责")
        + rc.each("条文", "职责", rc.text(numbered))
        + rc.heading1("考核和奖惩")
        + rc.text("{{ 考核办法 }}{{ 奖惩 }}")
        + rc.heading1("附则")
        + rc.text("{{ 责任人变更 }}本责任书一式{{ 份数 }}份，双方各执一份。")
        + rc.blank()
        + sh.form(
            s,
            (
                sh.Box("甲方（盖章）", "", height=1300),
                sh.Box("乙方（盖章）", "", height=1300),
                sh.one("签订日期"),
                sh.one("签订日期"),
            ),
        )
    )
    return rc.Draft("安全生产责任书", body)


def prepare(_document: ResponsibilityLetter, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the title lines and each passage with its full stop."""
    names = ("工作目标", "职责")
    return {
        "标题分行": title_lines(values["标题"], s),
        **{name: [f"{str(text).rstrip('。')}。" for text in values[name]] for name in names},
    }
