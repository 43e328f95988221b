"""One hazard of a rectification list (隐患整改台账 row) and what must hold for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from tongzhi.model import facts
from tongzhi.model.base import Part, Wrong, field_names, labelled, rule
from tongzhi.model.official import Grounded, is_phone
from tongzhi.model.types import (
    AmountOrOpen,
    AsList,
    Count,
    Day,
    DayOrOpen,
    DueDay,
    Pick,
    Text,
    Texts,
    Yes,
    YesOrOpen,
    is_open,
)

LAW_65 = "安全生产法 第六十五条第三项"
FoundBy = Literal[
    "企业自查", "部门检查", "督导组暗访", "上级交办", "群众举报", "媒体曝光", "专家检查", "事故倒查", "待定"
]
Category = Literal["人", "物", "环", "管", "现场管理", "基础管理", "待定"]
StopKind = Literal["无", "局部停产", "全部停产", "停工", "停用"]


class Responsible(Part):
    """A person who answers for the rectification, with a telephone."""

    name: Text = labelled("姓名", example="王某")
    phone: Text = labelled("电话", default="", also=("联系电话", "手机"), example="13800000002")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 王某 13800000002 and a bare name."""
        found = re.search(r"[\s　，,（(]*((?:0\d{2,3}[-－—])?[\d×*]{7,11})[）)]?$", text)
        return (
            {"姓名": text[: found.start()], "电话": found[1]} if found and found.start() else {"姓名": text}
        )

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if self.phone and not is_phone(self.phone) and not is_open(self.phone):
            yield Wrong("phone", f"电话“{self.phone}”不像座机或手机号", "核对号码，如 13800000000")


class StopOrder(Part):
    """停产停业、停工、停用."""

    line = "类型"

    kind: Annotated[StopKind, Pick] = labelled("类型", example="局部停产")
    doc_no: Text = labelled("文号", default="", example="青应急停〔2026〕3号")
    on: Day | None = labelled("日期", default=None, example="2026-09-26")


class Evacuated(Part):
    """People moved out of danger."""

    count: Count = labelled("人数", ge=0, example=12)
    where: Text = labelled("去向", default="", also=("安置地点",), example="镇中心小学")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 12人 and 12人，镇中心小学."""
        found = re.match(r"(\d+)\s*人?[，,、\s]*", text)
        return {"人数": found[1], "去向": text[found.end() :]} if found else None


class Filing(Part):
    """A filing or a review: when, with whom, under which number."""

    on: Day | None = labelled("日期", default=None, example="2026-09-28")
    to: Text = labelled("报备单位", default="", also=("单位",), example="市应急管理局")
    doc_no: Text = labelled("文号", default="")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 2026-09-28 市应急管理局."""
        found = re.match(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?", text)
        return (
            {"日期": found[0], "报备单位": text[found.end() :].strip("，, ")} if found else {"报备单位": text}
        )


class Extension(Part):
    """延期."""

    applied_on: Day = labelled("申请日期", example="2026-10-20")
    reason: Text = labelled("原因", example="设备到货推迟")
    new_due: Day = labelled("新时限", also=("延期至",), example="2026-11-30")
    approved_by: Text = labelled("批准人", default="", also=("审批人",), example="县应急管理局")
    agreed: Yes | None = labelled("是否同意", default=None, example="是")


class Listing(Part):
    """挂牌督办."""

    level: Text = labelled("级别", default="", example="市级")
    unit: Text = labelled("督办单位", example="市安委会办公室")
    doc_no: Text = labelled("文号", default="")
    on: Day | None = labelled("日期", default=None, also=("挂牌日期",))
    due: Day | None = labelled("期限", default=None, also=("督办期限",))
    delisted_on: Day | None = labelled("摘牌日期", default=None)


_SCALE = re.compile(r"([1-6一二三四五六ⅠⅡⅢⅣⅤⅥI]|I{2,3}|I?VI?)\s*级(?:隐患)?")
"""Local scales of four or six levels; the first is the gravest."""


class Hazard(Grounded):
    """One row of the list."""

    no: Count | None = labelled("序号", default=None, example=1)
    hazard_no: Text = labelled("隐患编号", also=("编号",), example="DJ-FKS-2020-017")
    region: Text = labelled(
        "所属地区", also=("所属地区/乡镇", "地区", "县区", "乡镇", "所属乡镇"), example="青川县"
    )
    field: Text = labelled("行业领域", also=("领域", "重点领域"), example="非煤矿山")
    entity: Text = labelled(
        "单位名称", also=("企业名称", "单位", "隐患单位"), note="登记的全称", example="青川县某矿业有限公司"
    )
    credit_code: Text = labelled("统一社会信用代码", default="")
    location: Text = labelled(
        "隐患部位", also=("隐患部位/地点", "隐患地点", "部位", "地点"), example="3#尾矿库排洪涵洞"
    )
    description: Text = labelled(
        "隐患描述", also=("隐患内容", "问题描述", "问题", "隐患"), example="排洪涵洞淤堵约1/3"
    )
    category: Annotated[Category | None, Pick] = labelled(
        "隐患类别", default=None, also=("类别",), example="现场管理"
    )
    level: Annotated[Literal["一般", "重大", "待定"], Pick] = labelled(
        "隐患等级", also=("等级", "隐患级别"), example="一般"
    )
    local_level: Text = labelled("原等级", default="", note="各地 1—4 级等原来的写法")
    basis: Text = labelled("判定依据", default="", note="重大隐患必填：标准名称和条款")
    found_on: DayOrOpen = labelled(
        "发现日期", also=("检查日期", "检查时间", "发现时间"), example="2026-09-26"
    )
    found_by: Annotated[FoundBy, Pick] = labelled(
        "发现方式", also=("来源方式", "发现方式/来源", "发现来源"), example="督导组暗访"
    )
    found_ref: Text = labelled(
        "来源文号", default="", also=("交办文号", "举报编号"), note="上级交办、群众举报必填"
    )
    inspect_unit: Text = labelled("检查单位", also=("检查单位、检查人", "inspector"), example="市应急管理局")
    inspectors: Texts = labelled("检查人", factory=list, also=("检查人员",), example=["李某"])
    fix_now: YesOrOpen = labelled("是否立即整改", also=("立即整改",), example="否")
    measures: Text = labelled("整改措施", also=("措施", "整改要求"), example="清淤并加固")
    resp_unit: Text = labelled("整改责任单位", also=("责任单位",), example="青川县某矿业有限公司")
    resp_person: Responsible = labelled(
        "整改责任人", also=("责任人",), example={"姓名": "王某", "电话": "13800000002"}
    )
    oversight_unit: Text = labelled(
        "监管责任单位",
        default="",
        also=("督促责任单位", "监管（督促）责任单位", "监管单位", "oversight"),
        example="青川县应急管理局",
    )
    oversight_person: Text = labelled("监管责任人", default="", also=("督促责任人",), example="赵某")
    sponsor: Text = labelled(
        "包保领导", default="", also=("挂钩领导", "包保（挂钩）领导"), note="重大隐患必填"
    )
    funds: AmountOrOpen = labelled(
        "整改资金",
        also=("整改资金（万元）", "资金", "资金（万元）"),
        note="万元；不需要写 0",
        example="12.50",
    )
    funds_source: Text = labelled("资金来源", default="", example="企业自筹")
    due: DueDay = labelled("整改时限", also=("整改期限", "完成时限", "时限"), example="2026-10-31")
    interim_control: Text = labelled(
        "临时管控措施", default="", also=("管控措施", "防控措施"), example="停止放矿、专人盯守"
    )
    stop_order: StopOrder | None = labelled(
        "停产停业", default=None, also=("停产停业/停工/停用", "停产停工停用")
    )
    evacuated: Evacuated | None = labelled("撤离人员", default=None, also=("撤离/转移人员", "转移人员"))
    emergency_plan: Text = labelled("应急预案", also=("预案",), example="现场处置方案")
    plan_filed: Filing | None = labelled("治理方案报备", default=None)
    progress: Text = labelled("整改进展", also=("进展",), note="0—100 或一句话", example="正在清淤")
    done_on: Day | None = labelled("整改完成日期", default=None, also=("完成日期",))
    photo_before: Texts = labelled("整改前照片", factory=list)
    photo_after: Texts = labelled("整改后照片", factory=list)
    verify_unit: Text = labelled("复查单位", default="", also=("验收单位", "复查（验收）单位"))
    verifier: Text = labelled("复查人", default="", also=("验收人", "复查（验收）人"))
    verified_on: Day | None = labelled("复查日期", default=None, also=("验收日期",))
    verdict: Annotated[Literal["合格", "不合格"] | None, Pick] = labelled(
        "复查结论", default=None, also=("验收结论", "结论")
    )
    resume_ok: Filing | None = labelled("恢复生产审查", default=None)
    closed_on: Day | None = labelled("销号日期", default=None)
    closed_by: Text = labelled("审批人", default="", also=("销号审批人",))
    extension: Annotated[list[Extension], AsList] = labelled("延期", factory=list)
    listed: Listing | None = labelled("挂牌督办", default=None)
    overdue_action: Text = labelled("逾期处置", default="", note="通报、约谈、立案")
    remark: Text = labelled("备注", default="")

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Turn a level of a local scale (2级) into 一般 or 重大, as a suggestion; the original is kept."""
        names = field_names(cls)
        for key, value in data.items():
            found = (
                _SCALE.fullmatch(value.strip())
                if names.get(key) == "level" and isinstance(value, str)
                else None
            )
            if found:
                level = "重大" if found[1] in "1一ⅠI" else "一般"
                basis = f"由原等级“{value.strip()}”换算"
                return {"原等级": value.strip(), **data, key: {"值": level, "出处": "建议", "依据": basis}}
        return data

    @property
    def current_due(self) -> date | str:
        """Give the time limit in force, extensions that were agreed included."""
        agreed = [item.new_due for item in self.extension if item.agreed]
        return agreed[-1] if agreed else self.due

    def is_overdue(self, day: date) -> bool:
        """Tell whether the limit has passed and the hazard is not closed."""
        due = self.current_due
        return isinstance(due, date) and due < day and self.closed_on is None

    @rule("found_on", "due")
    def check_found(self, day: date) -> Iterator[Wrong]:
        """Found not later than today, due not before it was found."""
        if isinstance(self.found_on, date) and self.found_on > day:
            yield Wrong("found_on", f"发现日期 {self.found_on} 在今天（{day}）之后", "核对年月日")
        if isinstance(self.found_on, date) and isinstance(self.due, date) and self.due < self.found_on:
            yield Wrong("due", f"整改时限 {self.due} 早于发现日期 {self.found_on}", "核对两个日期")

    @rule("due", level="warning")
    def check_rest_day(self, _day: date) -> Iterator[Wrong]:
        """A limit on a rest day is unusual."""
        yield from facts.check_rest_day("due", "整改时限", self.due)

    @rule("field", level="warning")
    def check_field(self, _day: date) -> Iterator[Wrong]:
        """The field is one of the known ones."""
        if not is_open(self.field) and not any(
            known in self.field or self.field in known for known in facts.FIELDS
        ):
            yield Wrong(
                "field",
                f"“{self.field}”不是常用的行业领域",
                "如 危险化学品、非煤矿山、消防、道路交通、建筑施工",
            )

    @rule("description", "entity", "location")
    def check_description(self, _day: date) -> Iterator[Wrong]:
        """At least 8 characters that name an object and its defect; a place that is more than the unit."""
        text = facts.compact(self.description)
        if not is_open(self.description):
            if text in ("无", "正常", "存在隐患", "有隐患", "无隐患", "存在安全隐患", "未发现隐患", "良好"):
                yield Wrong(
                    "description",
                    f"隐患描述“{self.description}”没有说清是什么隐患",
                    "写明部位和缺陷，如 排洪涵洞淤堵约1/3",
                )
            elif len(re.sub(r"[^一-鿿𠀀-𲎯\d]", "", text)) < 8:
                yield Wrong(
                    "description",
                    f"隐患描述“{self.description}”不足 8 个字",
                    "写明部位和缺陷，如 排洪涵洞淤堵约三分之一",
                )
        if self.location == self.entity and not is_open(self.location):
            yield Wrong("location", "隐患部位只写了单位名称", "写到具体部位，如 3#尾矿库排洪涵洞")

    @rule("measures")
    def check_measures(self, _day: date) -> Iterator[Wrong]:
        """Concrete measures; 加强管理 alone is none."""
        if re.fullmatch(
            r"(?:进一步|切实|继续)?(?:加强|强化|加大)(?:安全|日常|现场)?(?:管理|监管|教育|力度|检查|巡查)",
            facts.compact(self.measures),
        ):
            yield Wrong("measures", f"整改措施“{self.measures}”不具体", "写做什么，如 清淤并加固")

    @rule("progress")
    def check_progress(self, _day: date) -> Iterator[Wrong]:
        """A number is between 0 and 100."""
        found = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*%?", self.progress)
        if found and not 0 <= float(found[1]) <= 100:
            yield Wrong("progress", f"整改进展“{self.progress}”超出 0—100", "写 0 到 100 的数，或一句话")

    @rule("funds")
    def check_funds(self, _day: date) -> Iterator[Wrong]:
        """Funds are not negative."""
        if not isinstance(self.funds, str) and self.funds < 0:
            yield Wrong("funds", f"整改资金 {self.funds} 是负数", "不需要资金写 0")

    @rule("found_by", "found_ref")
    def check_reference(self, _day: date) -> Iterator[Wrong]:
        """What was handed down or reported has a reference number."""
        if self.found_by in ("上级交办", "群众举报") and not self.found_ref:
            yield Wrong(
                "found_ref",
                f"发现方式是“{self.found_by}”，没有来源文号",
                "写交办文号或举报编号；还不知道写 待定",
            )

    @rule("credit_code", level="warning", source="GB 32100-2015")
    def check_credit_code(self, _day: date) -> Iterator[Wrong]:
        """18 characters with a check character."""
        code = self.credit_code.upper()
        if code and not facts.is_redacted(code) and not is_open(code) and not facts.is_credit_code(code):
            yield Wrong("credit_code", f"统一社会信用代码“{self.credit_code}”校验不通过", "核对 18 位代码")

    @rule("level", "basis", "sponsor", "interim_control", "stop_order", "fix_now", source=LAW_65)
    def check_major(self, _day: date) -> Iterator[Wrong]:
        """A major hazard has a basis, a leader in charge, interim control, and a stop order unless made safe now."""
        if self.level != "重大":
            return
        for name, value, example in (
            ("basis", self.basis, "写判定标准的名称和条款"),
            ("sponsor", self.sponsor, "写包保的领导，如 副县长某某"),
            ("interim_control", self.interim_control, "写管控措施，如 停止放矿、专人盯守"),
        ):
            if not value:
                label = type(self).model_fields[name].alias
                yield Wrong(name, f"重大隐患没有填写{label}", f"{example}；还不知道写 待定")
        if self.fix_now is False and (self.stop_order is None or self.stop_order.kind == "无"):
            yield Wrong(
                "stop_order",
                "重大隐患不能立即整改，停产停业不能为“无”",
                "写 局部停产、全部停产、停工 或 停用",
            )

    @rule("level", "plan_filed", "stop_order", "evacuated", level="warning")
    def check_major_papers(self, _day: date) -> Iterator[Wrong]:
        """A major hazard has a filed plan; a stop order asks whether people must move."""
        if self.level == "重大" and self.plan_filed is None:
            yield Wrong("plan_filed", "重大隐患没有写治理方案报备", "写报备日期和单位")
        if self.stop_order and self.stop_order.kind != "无" and self.evacuated is None:
            yield Wrong("evacuated", "已责令停产停用，没有写撤离人员", "危险区域无人写 0人")

    @rule("interim_control", "found_on", "due", "closed_on", "extension")
    def check_interim(self, day: date) -> Iterator[Wrong]:
        """Interim control when the limit is more than 15 days off or has passed."""
        if self.interim_control or self.closed_on or self.level == "重大":
            return
        if self.is_overdue(day):
            yield Wrong(
                "interim_control",
                f"整改时限 {self.current_due} 已过未销号，没有临时管控措施",
                "写管控措施，如 专人盯守",
            )
        elif (
            isinstance(self.found_on, date)
            and isinstance(self.due, date)
            and self.due - self.found_on > timedelta(days=15)
        ):
            yield Wrong(
                "interim_control",
                "整改时限超过 15 天，没有临时管控措施",
                "写管控措施，如 专人盯守；还不知道写 待定",
            )

    @rule("due", "closed_on", "overdue_action", "extension", level="warning")
    def check_overdue(self, day: date) -> Iterator[Wrong]:
        """What is overdue was acted upon."""
        if self.is_overdue(day) and not self.overdue_action:
            yield Wrong(
                "overdue_action",
                f"整改时限 {self.current_due} 已过未销号，没有写逾期处置",
                "如 通报、约谈、立案",
            )

    @rule("resp_unit", "oversight_unit")
    def check_oversight(self, _day: date) -> Iterator[Wrong]:
        """Nobody oversees itself."""
        if self.oversight_unit and self.oversight_unit == self.resp_unit and not is_open(self.resp_unit):
            yield Wrong(
                "oversight_unit",
                f"监管责任单位与整改责任单位都是“{self.resp_unit}”",
                "监管责任单位写上级或主管部门",
            )

    @rule("resp_person")
    def check_person(self, _day: date) -> Iterator[Wrong]:
        """A person answers, not a unit."""
        if re.search(r"(?:公司|局|厂|矿|学校|医院|政府|委员会|部门|办公室|中心)$", self.resp_person.name):
            yield Wrong(
                ("resp_person", "name"),
                f"整改责任人“{self.resp_person.name}”是单位，不是人",
                "写具体的人和电话",
            )

    @rule("resp_person", level="warning")
    def check_person_phone(self, _day: date) -> Iterator[Wrong]:
        """The person can be reached."""
        if not self.resp_person.phone and not is_open(self.resp_person.name):
            yield Wrong(("resp_person", "phone"), f"整改责任人“{self.resp_person.name}”没有电话", "补上电话")

    @rule("found_on", "done_on", "verified_on", "closed_on")
    def check_order(self, day: date) -> Iterator[Wrong]:
        """发现 ≤ 完成 ≤ 复查 ≤ 销号 ≤ 今天."""
        steps = (
            ("发现日期", self.found_on),
            ("整改完成日期", self.done_on),
            ("复查日期", self.verified_on),
            ("销号日期", self.closed_on),
        )
        names = {"整改完成日期": "done_on", "复查日期": "verified_on", "销号日期": "closed_on"}
        last: tuple[str, date] | None = None
        for label, value in steps:
            if not isinstance(value, date):
                continue
            if last and value < last[1]:
                yield Wrong(names[label], f"{label} {value} 早于{last[0]} {last[1]}", "核对两个日期")
            if value > day and label in names:
                yield Wrong(names[label], f"{label} {value} 在今天（{day}）之后", "核对年月日")
            last = (label, value)

    @rule(
        "closed_on",
        "closed_by",
        "verified_on",
        "verdict",
        "verifier",
        "verify_unit",
        "stop_order",
        "resume_ok",
    )
    def check_closing(self, _day: date) -> Iterator[Wrong]:
        """Closed only after acceptance; after a stop order, only after the review for resuming."""
        if self.closed_on is None:
            return
        if self.verdict != "合格" or self.verified_on is None:
            yield Wrong(
                "closed_on", "没有复查合格就写了销号日期", "先写复查日期和复查结论 合格；不能跳过验收"
            )
        if not (self.verify_unit and self.verifier):
            yield Wrong("verifier", "已销号，没有写复查单位和复查人", "补上")
        if not self.closed_by:
            yield Wrong("closed_by", "已销号，没有写审批人", "补上")
        if self.stop_order and self.stop_order.kind != "无" and self.resume_ok is None:
            yield Wrong("resume_ok", "责令停产停用后销号，没有恢复生产审查", f"写审查日期和文号（{LAW_65}）")

    @rule("done_on", "verified_on", "verdict")
    def check_steps(self, _day: date) -> Iterator[Wrong]:
        """No verdict without a finished rectification."""
        if self.verified_on and not self.done_on:
            yield Wrong("done_on", "写了复查日期，没有整改完成日期", "补上整改完成日期")
        if self.verdict and not self.verified_on:
            yield Wrong("verified_on", "写了复查结论，没有复查日期", "补上复查日期")

    @rule("verdict", "extension", level="warning")
    def check_failed(self, _day: date) -> Iterator[Wrong]:
        """A failed check starts the work again, with a new limit."""
        if self.verdict == "不合格" and not self.extension:
            yield Wrong("verdict", "复查不合格，没有新的时限", "退回整改，在“延期”里写新时限")

    @rule("verifier", "resp_person")
    def check_verifier(self, _day: date) -> Iterator[Wrong]:
        """Nobody accepts his own work."""
        if (
            self.verifier
            and self.verifier == self.resp_person.name
            and not is_open(self.verifier)
            and "某" not in self.verifier
        ):
            yield Wrong("verifier", f"复查人与整改责任人都是“{self.verifier}”", "复查人换成别人")

    @rule("extension", "due")
    def check_extension(self, _day: date) -> Iterator[Wrong]:
        """An extension is applied for before the limit, to a later day."""
        due = self.due
        for position, item in enumerate(self.extension):
            if isinstance(due, date) and item.applied_on > due and self.verdict != "不合格":
                yield Wrong(
                    ("extension", position, "applied_on"),
                    f"延期申请 {item.applied_on} 晚于时限 {due}",
                    "延期要在到期前申请",
                )
            if isinstance(due, date) and item.new_due <= due:
                yield Wrong(
                    ("extension", position, "new_due"),
                    f"新时限 {item.new_due} 不晚于原时限 {due}",
                    "核对两个日期",
                )
            due = item.new_due if item.agreed else due
