"""通报: five kinds as sections of one template, each with its own skeleton."""

from __future__ import annotations

from tongzhi.layout import recipe as rc
from tongzhi.layout.circular import circular_values as prepare
from tongzhi.standard.gbt9704 import Standard

CARRIERS = ("红头文件", "信函", "电报")

_PROBLEMS = (
    ("序号", 2.2, "{{ 项.序号 }}"),
    ("单位及部位", 6, "{{ 项.单位 }}{% if 项.部位 %}{{ 项.部位 }}{% endif %}"),
    ("存在问题", 10, "{{ 项.问题 }}{% if 项.严重程度 %}（{{ 项.严重程度 }}）{% endif %}"),
    ("依据", 6, "{{ 项.依据 }}"),
    ("整改要求", 8, "{{ 项.整改要求 }}"),
    ("责任单位、责任人", 5.4, "{{ 项.责任单位 }}{% if 项.责任人 %}\n{{ 项.责任人 }}{% endif %}"),
    ("整改时限", 4.8, "{{ 项.时限 }}"),
)
_LEFT = frozenset((2, 3, 4))


def make(s: Standard, carrier: str = "红头文件") -> rc.Draft:
    """Lay out the circular; the kind decides which sections are printed."""
    body = (
        rc.text("{{ 开头段 }}")
        + rc.when("种类 == '事故'", _accident())
        + rc.when("种类 == '督查'", _inspection())
        + rc.when("种类 == '值班抽查'", _duty())
        + rc.when("种类 == '到会'", _attendance(s))
        + rc.when("种类 == '交办'", _assignment())
        + rc.when("工作要求", rc.heading1("工作要求") + rc.each("项", "工作要求", rc.point("项")))
        + rc.when("报送句", rc.text("{{ 报送句 }}"))
        + rc.when("结语", rc.text("{{ 结语 }}"))
        + rc.when(
            "联系人",
            rc.last_text(
                "联系人：{% for 人 in 联系人 %}{{ 人.职务 }}{{ 人.姓名 }}，电话：{{ 人.电话 }}"
                "{% if not loop.last %}；{% endif %}{% endfor %}。"
            ),
        )
    )
    return rc.official(s, "通报", body, _annexes(s), carrier)


def _accident() -> rc.Piece:
    facts = (
        "{{ 发生时间 }}，{{ 事故单位 }}在{{ 地点 }}发生一起事故。{{ 经过句 }}事故造成{{ 伤亡句 }}"
        "{% if 直接经济损失 %}，直接经济损失初步统计为{{ 直接经济损失 }}万元{% endif %}。"
    )
    return (
        rc.heading1("事故基本情况")
        + rc.text(facts)
        + rc.when("等级句", rc.text("{{ 等级句 }}"))
        + rc.when("初步原因", rc.text("{{ 原因句 }}"))
        + rc.when("领导批示", rc.text("{{ 批示句 }}"))
        + rc.heading1("暴露出的问题")
        + rc.each("项", "暴露问题", rc.point("项"))
        + rc.when("处理意见", rc.heading1("处理意见") + rc.block("处理意见段"))
    )


def _inspection() -> rc.Piece:
    return (
        rc.heading1("督查基本情况")
        + rc.text("{{ 督查时间 }}，{{ 督查组 }}采取{{ 方式 }}等方式，对{{ 对象及数量 }}开展督查。")
        + rc.when("总体情况", rc.block("总体情况段"))
        + rc.when("做法成效", rc.heading1("主要做法和成效") + rc.block("做法成效段"))
        + rc.heading1("存在的主要问题")
        + rc.each("组", "问题分组", rc.point("组"))
        + rc.heading1("整改要求")
        + rc.when("整改句", rc.text("{{ 整改句 }}"))
        + rc.when("处理意见", rc.heading1("处理意见") + rc.block("处理意见段"))
    )


def _duty() -> rc.Piece:
    facts = (
        "{{ 抽查时间 }}，采取{{ 方式 }}方式对{{ 抽查单位数 }}家单位值班值守情况进行了抽查。"
        "其中，值班值守正常的{{ 正常 }}家，不在岗或电话无人接听的{{ 不在岗 }}家。"
    )
    return (
        rc.heading1("抽查情况")
        + rc.text(facts)
        + rc.when(
            "问题单位",
            rc.heading1("存在的问题")
            + rc.each(
                "位",
                "问题单位",
                rc.text(
                    rc.SEVERAL
                    + "{{ 位.单位 }}{% if 位.带班领导 %}（{{ 位.带班领导 }}）{% endif %}：{{ 位.句 }}"
                ),
            ),
        )
        + rc.when("处理意见", rc.heading1("处理意见") + rc.block("处理意见段"))
    )


def _attendance(s: Standard) -> rc.Piece:
    columns = (
        ("序号", 2.4, "{{ loop.index }}"),
        ("单位", 9, "{{ 项.单位 }}"),
        ("应到", 2.8, "{{ 项.应到 }}"),
        ("实到", 2.8, "{{ 项.实到 }}"),
        ("请假", 2.8, "{{ 项.请假 }}"),
        ("缺席", 2.8, "{{ 项.缺席 }}"),
        ("迟到", 2.8, "{{ 项.迟到 }}"),
        ("替会", 2.8, "{{ 项.替会 }}"),
        ("备注", 6, "{{ 项.备注 }}"),
    )
    widths = rc.fit(tuple(width for _, width, _ in columns), s.page.area_width)
    rows = rc.head_row(tuple(label for label, _, _ in columns), widths)
    rows += rc.loop_row("项", "到会情况", tuple(words for _, _, words in columns), widths)
    return (
        rc.heading1("到会情况")
        + rc.text("{{ 到会句 }}")
        + rc.when("到会分单位", rc.grid(s, widths, rows))
        + rc.when("处理意见", rc.heading1("处理意见") + rc.block("处理意见段"))
    )


def _assignment() -> rc.Piece:
    return (
        rc.when(
            "存在问题",
            rc.heading1("存在的主要问题") + rc.each("组", "问题分组", rc.point("组")),
        )
        + rc.each("栏", "交办栏目", rc.heading1("{{ 栏.题 }}") + rc.each("项", "栏.事项", rc.point("项")))
        + rc.when(
            "交办事项 and not 交办栏目",
            rc.heading1("交办事项")
            + rc.each(
                "项",
                "交办事项",
                rc.text("{% if loop.length > 1 %}{{ 条 }}.{% endif %}{{ 项.题 }}{{ 项.文 }}"),
            ),
        )
        + rc.when("整改句", rc.heading1("整改要求") + rc.text("{{ 整改句 }}"))
    )


def _annexes(s: Standard) -> rc.Piece:
    widths = rc.fit(tuple(width for _, width, _ in _PROBLEMS), s.page.area_width)
    rows = rc.head_row(tuple(label for label, _, _ in _PROBLEMS), widths)
    rows += rc.loop_row("项", "存在问题", tuple(words for _, _, words in _PROBLEMS), widths, _LEFT)
    table = rc.when("页.种类 == '问题清单'", rc.grid(s, widths, rows))
    return rc.each("页", "附件页", rc.annex("{{ 页.标签 }}", "{{ 页.名称分行 }}", rc.blank() + table))


__all__ = ["CARRIERS", "make", "prepare"]
