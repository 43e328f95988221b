"""会议变更通知: quotes the notice it changes, then 原定 and 改为 for every changed item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import remark
from tongzhi.layout.printing import print_if_moment
from tongzhi.layout.sentences import end_sentence
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.notice_change import NoticeChange

CARRIERS = ("红头文件", "信函", "电报")


def make(s: Standard, carrier: str = "红头文件") -> rc.Draft:
    """Lay out the notice of change."""
    change = "{{ 项.事项 }}：{% if 项.原定 %}原定{{ 项.原定 }}，{% endif %}{{ 项.变 }}。"
    body = (
        rc.text("{{ 开头段 }}")
        + rc.each("项", "变更条目", rc.text("{% if loop.length > 1 %}{{ 章 }}、{% endif %}" + change))
        + rc.each("句", "其他事项", rc.text("{{ 句 }}"))
        + rc.when("尾句", rc.text("{{ 尾句 }}"))
        + rc.last_text(
            "联系人：{% for 人 in 联系人 %}{{ 人.职务 }}{{ 人.姓名 }}，电话：{{ 人.电话 }}"
            "{% if not loop.last %}；{% endif %}{% endfor %}。"
        )
    )
    annexes = rc.each("页", "附件页", rc.annex("{{ 页.标签 }}", "{{ 页.名称分行 }}", rc.blank()))
    return rc.official(s, "会议变更通知", body, annexes, carrier)


def prepare(document: NoticeChange, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the opening sentence by kind: 改期, 变更, 取消, 补充."""
    del s
    fields = {name: field.alias or name for name, field in type(document).model_fields.items()}
    kind = str(document.kind)
    title, number = values["原通知标题"], values["原发文字号"]
    quoted = f"《{str(title).strip('《》')}》" + (f"（{number}）" if number else "")
    reason = str(values["原因"]).rstrip("，。")
    because = (
        f"{reason}，"
        if reason.startswith(("因", "由于", "根据", "经"))
        else (f"因{reason}，" if reason else "")
    )
    name = values["会议名称"]
    said = {
        "取消": f"{because}原定召开的{name}取消。{quoted}同时废止。",
        "补充": f"{because}现就{quoted}补充通知如下：",
    }.get(kind, f"{because}现将{quoted}有关事项变更如下：")
    others = [end_sentence(text) for text in values["其他事项"]]
    quiet = kind == "取消" or any("不变" in str(text) or "按原通知" in str(text) for text in others)
    return {
        "开头段": remark(said, [title, number, values["原因"], name]),
        "变更条目": [
            {
                **entry,
                "原定": print_if_moment(entry["原定"]),
                "变": remark(
                    f"改为{print_if_moment(entry['改为'])}"
                    if entry["原定"]
                    else print_if_moment(entry["改为"]),
                    [entry["改为"]],
                ),
            }
            for entry in values[fields["changes"]]
        ],
        "其他事项": others,
        "尾句": "" if quiet else "其他事项按原通知执行。",
    }
