"""The small forms and lists, a row of the table each; `small_form` reads them, `small_values` computes what they need."""

from __future__ import annotations

from tongzhi.layout import small_values as computed
from tongzhi.layout.small_form import Boxes, Caption, Each, Gap, Rows, SmallForm, When

FORMS: dict[str, SmallForm] = {
    "checklist": SmallForm(
        "安全检查表",
        (
            Boxes("""
                被检查单位 | 检查单位
                检查人=检查人名单 | 检查日期
                行业领域 | 上一级检查单位
            """),
            Gap(),
            Rows("检查内容", "序号 2 | 类别 5 | 检查内容=内容 10* | 结果 3 | 发现问题=问题 6* | 佐证 4"),
            Caption("{{ 合计句 }}"),
            When("短板", (Rows("短板", "短板类别=类别 4 | 短板 9* | 补齐措施 10* | 完成时限 6"), Gap())),
            Boxes("""
                检查意见 @900
                检查人签名=空 | 负责人签名=被检查单位负责人
            """),
        ),
        title="{document.heading}",
        numbered=("检查内容",),
        joined={"检查人名单": ("检查人", "、")},
        values=computed.checklist,
    ),
    "clue_transfer": SmallForm(
        "问题线索移交单",
        (
            Boxes("""
                编号 | 线索来源
                移送单位 | 接收单位
                接到日期 | 移送日期
                线索对象
                事实 @1800
                证据=证据说明
                依据
                移送意见 @900
                回复时限 | 联系人=联系
                接收人 | 接收日期
                办理结果 @1200
            """),
            Caption("{{ 保密说明 }}"),
        ),
        title="问题（举报）线索移交单",
        joined={"证据说明": ("证据", "；")},
        values=computed.clue_transfer,
    ),
    "duty_roster": SmallForm(
        "值班安排表",
        (
            Caption("填报单位：{{ 单位 }}\t报送时限：{{ 报送时限 }}", spread=True),
            Caption(
                "值班地点：{{ 值班地点 }}　固定电话：{{ 固定电话 }}　传真：{{ 传真 }}{% if 总带班领导 %}　总带班领导：{{ 总带班领导 }}{% endif %}"
            ),
            Rows(
                "值班安排",
                "日期={{ 日.日期 }}{% if 日.时段 %}\n{{ 日.时段 }}{% endif %} 6 | 星期 4 | 带班领导=带班 8 | 带班领导电话=带班电话 8 | 值班人员=值班 9 | 值班人员电话=值班电话 8 | 备班 5",
                loop="日",
                turned=True,
            ),
            Each("队", "应急队伍待命", "应急队伍待命：{{ 队 }}"),
            Each("车", "驾驶员车辆", "驾驶员、车辆：{{ 车 }}"),
            Each(
                "假",
                "请假备案",
                "请假备案：{{ 假.姓名 }}，{{ 假.起 }}至{{ 假.止 }}{% if 假.去向 %}，{{ 假.去向 }}{% endif %}{% if 假.电话 %}，电话{{ 假.电话 }}{% endif %}{% if 假.返岗所需时间 %}，返岗需{{ 假.返岗所需时间 }}{% endif %}",
            ),
            Caption("填报人：{{ 填报人 }}\t审核人：{{ 审核人 }}", spread=True),
        ),
        title="{document.heading}",
        turned=True,
        values=computed.duty_roster,
    ),
    "event_approval": SmallForm(
        "活动安全审批表",
        (
            Boxes("""
                活动名称
                主办单位 | 承办单位
                批准单位 | 类型
                活动时间=活动时段
                活动地点
                预计人数=预计 | 核定人数=核定
                临时搭建 | 搭建单位资质
                安全责任人 | 联系电话
                安全工作方案=方案说明 @640
                风险评估
                应急预案及演练
                安保人数=安保 | 保险
                现场指挥部
                公安许可=许可 | 申请日期
            """),
            Gap(),
            When("部门意见", (Rows("部门意见", "部门=单位 8 | 意见 11* | 签字 5 | 日期 5"), Gap())),
            Boxes("""
                属地意见 @640
                批准意见=空 @640
            """),
            Caption("谁批准谁负责，谁主办谁负责。时间、地点、规模变更的，重新报批。"),
        ),
        title="活动安全审批表",
        values=computed.event_approval,
    ),
    "field_matrix": SmallForm(
        "领域责任分工表",
        (
            Caption("单位：{{ 单位 }}"),
            Rows("分工", "序号 2 | 重点领域 5 | 分管领导 6 | 牵头单位 7 | 配合单位=配合 9* | 职责 10*"),
            Gap(),
        ),
        values=computed.field_matrix,
    ),
    "handover": SmallForm(
        "督办单",
        (
            Boxes("""
                类型=单名 | 编号
                交办来源=来源说明
                交办单位 | 承办单位
                协办单位
                办理时限 | 反馈形式
                签发人 | 发出时间
            """),
            Gap(),
            Rows("交办事项", "序号 2 | 交办事项=事项 13* | 具体要求 13*"),
            When("领导批示", (Caption("领导批示：{{ 领导批示 }}"),)),
            Gap(),
            Boxes("""
                签收人 | 签收时间
                办理情况 @1400
                佐证=佐证说明
                完成时间 | 承办负责人
                核查人 | 核查结论
                立行立改 | 是否销号
                延期
                备注
            """),
        ),
        title="{document.kind}单",
        numbered=("交办事项",),
        joined={"佐证说明": ("佐证", "；")},
        values=computed.handover,
    ),
    "hazard_request": SmallForm(
        "隐患治理申请审批表",
        (
            Boxes("""
                种类 | 编号
                申请单位 | 申请人
                隐患编号
                隐患描述 @900
                原时限 | 申请日期
                申请理由 @1200
            """),
            Gap(),
            When(
                "是延期",
                (Boxes("新时限 | =空\n临时管控措施 @900"),),
                (Boxes("完成日期 | 验收人\n证明材料=材料说明 @900"),),
            ),
            Gap(),
            Rows("审批意见", "审批单位=单位 8 | 意见 4 | 说明 9* | 签字 5 | 日期 5"),
        ),
        title="隐患治理{document.kind}申请审批表",
        joined={"材料说明": ("证明材料", "；")},
        values=computed.hazard_request,
    ),
    "incident_report": SmallForm(
        "事故信息报送单",
        (
            Boxes("""
                报送单位 | 报送类型
                报送时间 | 签发人
                接报时间 | 信息来源
                事发时间 | 事件类别
                事发地点
                事发单位概况 @640
                简要经过 @1200
                伤亡情况
                直接经济损失=损失 | 初步等级
                现场情况 @640
                发展趋势
                已采取措施 @640
                领导到位情况
                需协调事项
                初步原因
                报送用时
                联系人 | 电话
            """),
        ),
        title="突发事件信息报送单（{document.heading}）",
        values=computed.incident_report,
    ),
    "leave_record": SmallForm(
        "请假备案台账",
        (
            Caption("备案单位：{{ 备案单位 }}"),
            Rows(
                "请假人员",
                "序号 2 | 姓名 4 | 单位职务 8* | 起始日期 6 | 截止日期 6 | 去向 5 | 联系电话 6 | 返岗所需时间 4 | 代管人员 5 | 批准人 5 | 通讯抽查 5",
                turned=True,
            ),
            Caption("请假期间保持通讯畅通，遇有情况及时返岗。"),
        ),
        turned=True,
        numbered=("请假人员",),
    ),
    "liaison_list": SmallForm(
        "联络员表",
        (
            Caption("填报单位：{{ 填报单位 }}\t填报日期：{{ 填报日期 }}", spread=True),
            Rows(
                "联络员",
                "序号 2 | 单位 10* | 姓名 4 | 职务 6* | 办公电话 7 | 手机 7 | 政务系统账号 6 | 备注 4",
                turned=True,
            ),
            Caption("内部使用，请勿外传。"),
        ),
        turned=True,
        numbered=("联络员",),
    ),
    "listing_notice": SmallForm(
        "挂牌督办通知书",
        (
            Boxes("""
                字号 | 挂牌级别
                督办单位 | 签发人
                单位名称
                隐患描述 @1200
                依据
                治理完成期限 | 方案报备期限
                进展报告频次 | 日期
                防控措施 @900
                验收申请规则 @700
                延期申请规则 @700
                送达人 | 份数
                签收人 | 签收日期
            """),
            Caption("治理完成并经验收合格后摘牌。督办单位盖章："),
        ),
        title="重大事故隐患挂牌督办通知书",
    ),
    "rectify_order": SmallForm(
        "隐患整改通知书",
        (
            Boxes("""
                文号 | 检查单位
                被检查单位
                检查时间 | 检查地点
            """),
            Gap(),
            Rows("隐患", "序号 2 | 隐患 10* | 法律依据 7* | 整改要求 7* | 整改时限 5"),
            Gap(),
            Boxes("""
                法律依据
                整改要求 @900
                整改时限 | 复查时间
                临时措施
                逾期后果
                检查人员=检查人员名单 @700
                签收人 | 日期
            """),
            Caption("本通知书一式两份，一份送被检查单位，一份留存。"),
        ),
        title="隐患整改通知书",
        values=computed.rectify_order,
    ),
    "spot_check": SmallForm(
        "值班抽查记录表",
        (
            Caption(
                "抽查单位：{{ 抽查单位 }}　抽查时段：{{ 抽查时段 }}　方式：{{ 方式 }}　抽样办法：{{ 抽样办法 }}"
            ),
            Rows("抽查情况", "序号 2 | 单位 9* | 带班值班人员 5 | 抽查时间 6 | 结果 3 | 备注 4"),
            Caption("{{ 合计句 }}"),
            Caption("抽查人：{{ 抽查人名单 }}\t", spread=True),
        ),
        numbered=("抽查情况",),
        joined={"抽查人名单": ("抽查人", "、")},
        values=computed.spot_check,
    ),
    "statistics_table": SmallForm(
        "情况汇总表",
        (
            Caption("填报单位：{{ 填报单位 }}\t统计截止：{{ 截止日期 }}", spread=True),
            Rows(
                "各地情况",
                "单位 7 | 检查组数 4 | 检查单位数 4 | 排查隐患 4 | 重大隐患 4 | 已整改 4 | 整改率 4 | 停产停业 4 | 打非治违 4 | 罚款（万元）=罚款 4 | 曝光 4 | 约谈 4",
                turned=True,
                totals="合计",
            ),
            Gap(),
        ),
        turned=True,
        values=computed.statistics_table,
    ),
    "stop_notice": SmallForm(
        "停产停工停用通知单",
        (
            Boxes("""
                编号 | 发出单位
                单位名称
                重大隐患 @1200
                判定依据
                措施 | 起始时间
                停止范围
                人员转移=转移说明
                整改要求 @1200
                整改时限 | 日期
                临时管控措施
                恢复条件
                签发人 | 签收人
            """),
            Caption("依据：《中华人民共和国安全生产法》第六十五条第一款第三项。"),
        ),
        title="停产停工停用通知单",
        values=computed.stop_notice,
    ),
    "visit_log": SmallForm(
        "领导带队检查台账",
        (
            Caption("填报单位：{{ 填报单位 }}"),
            Rows(
                "检查情况",
                "序号 2 | 领导 5 | 分管领域 5 | 日期 6 | 企业或现场 9* | 发现问题 10* | 处置情况 9* | 跟踪落实 6*",
                turned=True,
            ),
            When("未检查", (Caption("还没有检查记录：{{ 未检查 }}"),)),
        ),
        turned=True,
        numbered=("检查情况",),
        values=computed.visit_log,
    ),
}
"""Template → the form."""
