"""会议通知, with 参会回执 and 请假报备单 as attachments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import remark
from tongzhi.layout.printing import print_span
from tongzhi.layout.recipes.forms import leave_form, rsvp_form
from tongzhi.layout.sentences import before, lead_and_rest, points
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.notice import Notice

CARRIERS = ("红头文件", "信函", "电报")

_GROUPS = (
    "{% for 组 in GROUPS %}{{ 组.组别 }}{{ 组.职务级别 }}"
    "{% if 组.单位 %}（{{ 组.单位 }}）{% endif %}{% if 组.人数 %}{{ 组.人数 }}人{% endif %}"
    "{% if not loop.last %}；{% endif %}{% endfor %}。"
)


def make(s: Standard, carrier: str = "红头文件") -> rc.Draft:
    """Lay out the notice: cause, time and place, agenda, who attends, what else, contact."""
    return rc.official(s, "会议通知", _body(), annex_pages(s), carrier)


def _body() -> rc.Piece:
    time = (
        "{{ 会议时段 }}{% if 会期 %}，会期{{ 会期 }}{% endif %}。"
        "{% if 签到时间 %}请参会人员{{ 签到说明 }}签到入场。{% endif %}"
    )
    return (
        rc.text("{{ 缘由段 }}现将有关事项通知如下：")
        + rc.heading1("会议时间和地点")
        + rc.item("会议时间。", time)
        + rc.item("会议地点。", "{% if 会议形式 != '现场' %}主会场：{% endif %}{{ 地点 }}。")
        + rc.when("分会场", _branches())
        + rc.when("会议形式 != '现场'", rc.item("会议形式。", "会议以{{ 会议形式说明 }}形式召开。"))
        + rc.heading1("会议内容")
        + rc.each("项", "会议内容", rc.point("项"))
        + rc.when("主持人", rc.text("会议由{{ 主持人.单位 }}{{ 主持人.职务 }}{{ 主持人.姓名 }}主持。"))
        + rc.heading1("参会人员")
        + _attendance()
        + rc.heading1("有关事项")
        + _matters()
        + rc.last_text(
            "联系人：{% for 人 in 联系人 %}{{ 人.职务 }}{{ 人.姓名 }}，电话：{{ 人.电话 }}"
            "{% if not loop.last %}；{% endif %}{% endfor %}。"
        )
    )


def _branches() -> rc.Piece:
    """Branch venues in one sentence, or one line each when they name persons."""
    short = rc.item(
        "分会场。",
        "{% for 场 in 分会场 %}{{ 场.地区 }}{% if 场.会场 %}：{{ 场.会场 }}{% endif %}"
        "{% if not loop.last %}；{% endif %}{% endfor %}。",
    )
    long = rc.item("分会场。", "") + rc.each(
        "场",
        "分会场",
        rc.text(
            "{{ 条 }}.{{ 场.地区 }}{% if 场.会场 %}：{{ 场.会场 }}{% endif %}"
            "{% if 场.负责人 %}，负责人{{ 场.负责人 }}{% endif %}"
            "{% if 场.技术联系人 %}，技术联系人{{ 场.技术联系人 }}{% endif %}。"
        ),
    )
    return rc.when("分会场逐个列出", long, short)


def _attendance() -> rc.Piece:
    main = _GROUPS.replace("GROUPS", "参会人员")
    branch = _GROUPS.replace("GROUPS", "分会场参会人员")
    guests = "{{ 列席 }}。"
    return rc.when(
        "分会场参会人员 or 列席",
        rc.item("{% if 分会场参会人员 %}主会场{% else %}参会人员{% endif %}。", main)
        + rc.when("分会场参会人员", rc.item("分会场。", branch))
        + rc.when("列席", rc.item("列席人员。", guests)),
        rc.text(main),
    )


def _matters() -> rc.Piece:
    reply = "请各参会单位{{ 回执期限 }}将{{ 回执名称 }}报送{{ 报送方式 }}。"
    leave = (
        "参会人员因故不能参会的，须{{ 请假期限 }}向{{ 请假要求.审批人 }}请假"
        "{% if 请假要求.形式 %}（{{ 请假要求.形式 }}）{% endif %}"
        "{% if 请假要求.报备单位 %}，经批准后报{{ 请假要求.报备单位 }}备案{% endif %}"
        "{% if 替会说明 %}，{{ 替会说明 }}{% endif %}。"
    )
    papers = (
        "{% for 件 in 会议材料 %}{{ 件.单位 }}的{{ 件.材料 }}{% if 件.份数 %}（{{ 件.份数 }}）{% endif %}{{ 件.期限 }}报送"
        "{% if 件.报送至 %}{{ 件.报送至 }}{% endif %}{% if not loop.last %}；{% endif %}{% endfor %}。"
    )
    speeches = (
        "{% for 位 in 发言单位 %}{{ 位.单位 }}作{{ 位.形式 }}发言{% if 位.时长 %}（{{ 位.时长 }}分钟以内）{% endif %}"
        "{% if not loop.last %}；{% endif %}{% endfor %}。"
    )
    relay = "{% for 代 in 代通知责任 %}{{ 代.通知对象 }}由{{ 代.单位 }}负责通知{% if not loop.last %}；{% endif %}{% endfor %}。"
    tech = (
        "{% if 调试时段 %}请各会场于{{ 调试时段 }}"
        "参加联网调试{% if 技术保障.开通时间 %}，{% endif %}{% endif %}"
        "{% if 技术保障.开通时间 %}于{{ 技术保障.开通时间 }}开通视频系统{% endif %}"
        "{% if 技术保障.联系人 %}。技术联系人：{{ 技术保障.联系人 }}{% if 技术保障.电话 %}，电话：{{ 技术保障.电话 }}{% endif %}{% endif %}。"
    )
    return (
        rc.when("回执截止", rc.item("报名回执。", reply))
        + rc.when("请假要求", rc.item("请假要求。", leave))
        + rc.when("会议材料", rc.item("会议材料。", papers))
        + rc.when("发言单位", rc.item("会议发言。", speeches))
        + rc.when("代通知责任", rc.item("代为通知。", relay))
        + rc.when("技术保障", rc.item("技术保障。", tech))
        + rc.when("会议纪律", rc.item("会议纪律。", "{{ 纪律说明 }}"))
        + rc.each("事项", "其他事项", rc.item("{{ 事项.题 }}", "{{ 事项.文 }}"))
    )


def annex_pages(s: Standard) -> rc.Piece:
    """One page for every attachment; our own forms are printed, others keep their page for what is put in."""
    forms = rc.when("页.种类 == '回执'", rsvp_form(s)) + rc.when("页.种类 == '请假'", leave_form(s))
    return rc.each("页", "附件页", rc.annex("{{ 页.标签 }}", "{{ 页.名称分行 }}", rc.blank() + forms))


def prepare(document: Notice, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the sentences that depend on several values."""
    del s
    return {
        "缘由段": remark(_purpose(values), [values["缘由"], values["批准依据"]]),
        "回执期限": before(values["回执截止"]),
        "请假期限": before(values["请假要求"]["截止时间"]) if values["请假要求"] else "",
        "会议材料": [{**entry, "期限": before(entry["报送时限"])} for entry in values["会议材料"]],
        "调试时段": _test_time(document, values),
        "会议时段": _when(document, values),
        "签到说明": values["签到时间"],
        "会议形式说明": {
            "视频": "视频会议",
            "电视电话": "电视电话会议",
            "现场+视频": "现场和视频相结合的",
        }.get(document.form, document.form),
        "分会场逐个列出": any(venue.head or venue.tech_contact for venue in document.branch_venues),
        "会议内容": [
            {**entry, **line} for entry, line in zip(values["会议内容"], points(_agenda(values)), strict=True)
        ],
        "回执名称": next(
            (page["名称"] for page in values["附件页"] if page["种类"] == "回执"), "参会人员名单"
        ),
        "替会说明": _substitutes(document),
        "纪律说明": _sentences(values["会议纪律"]),
        "其他事项": [lead_and_rest(text, 15) for text in values["其他事项"]],
    }


def _test_time(document: Notice, values: Mapping[str, Any]) -> str:
    tech, printed = document.tech, values["技术保障"]
    if tech is None:
        return ""
    given = [printed["调试开始"], printed["调试结束"]]
    if isinstance(tech.test_start, datetime) and isinstance(tech.test_end, datetime):
        return remark(print_span(tech.test_start, tech.test_end), given)
    return remark("至".join(str(part) for part in given if part), given)


def _substitutes(document: Notice) -> str:
    allowed = document.leave_rule.substitute_allowed if document.leave_rule else None
    if allowed is None:
        return ""
    return "可安排其他负责同志代会" if allowed else "不得自行安排他人替会"


def _when(document: Notice, values: Mapping[str, Any]) -> str:
    given = [values["会议时间"], values["结束时间"]]
    if isinstance(document.start, datetime) and isinstance(document.end, datetime):
        return remark(print_span(document.start, document.end), given)
    return remark("—".join(str(part) for part in given if part), given)


def _purpose(values: Mapping[str, Any]) -> str:
    purpose = str(values["缘由"]).strip()
    approved = str(values["批准依据"]).strip("，。 ")
    if approved and approved not in purpose:
        before, word, after = purpose.partition("决定")
        if word:
            purpose = (
                f"{before.rstrip('，')}，{approved}，决定{after}" if before else f"{approved}，决定{after}"
            )
        else:
            purpose = f"{approved}，{purpose}"
    for tail in ("现将有关事项通知如下", "现就有关事项通知如下", "现通知如下"):
        purpose = purpose.partition(tail)[0]
    purpose = purpose.rstrip("，。：； ")
    return purpose + "。" if purpose else ""


def _agenda(values: Mapping[str, Any]) -> list[dict[str, str]]:
    found = []
    for entry in values["会议内容"]:
        about = "，".join(_about(entry))
        words = str(entry["事项"]).rstrip("。；") + (f"（{about}）" if about else "") + "。"
        found.append({"题": remark(words, entry.values()), "文": ""})
    return found


def _about(entry: Mapping[str, Any]) -> list[str]:
    said = [str(entry["发言人"])] if entry["发言人"] else []
    return [*said, f"{entry['时长']}分钟"] if entry["时长"] else said


def _sentences(texts: list[str]) -> str:
    joined = "；".join(str(text).rstrip("。；;") for text in texts) + "。"
    return remark(joined, texts)
