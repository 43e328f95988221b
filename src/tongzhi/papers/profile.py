"""本单位: what an office sets up once, so that a notice needs only name, time, place, who, and reply by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, PrivateAttr, WithJsonSchema

from tongzhi.errors import InputError, Problem
from tongzhi.model.base import Document, Part, Wrong, field_names, is_blank, labelled, rule
from tongzhi.model.official import Contact
from tongzhi.model.types import AsList, Count, Day, PersonName, Phone, Text, Texts, Yes, read_text, wrong
from tongzhi.papers.index import find_type


class Issuer(Part):
    """A name under which the office issues papers."""

    line: ClassVar[str] = "名称"

    name: Text = labelled(
        "名称", also=("全称", "单位名称", "机关名称", "发文机关"), example="临江市安全生产委员会办公室"
    )
    code: Text = labelled(
        "代字",
        default="",
        also=(
            "机关代字",
            "发文代字",
            "文号代字",
            "发文字号代字",
            "字号",
            "文号",
            "公文代字",
            "发文字",
            "机关字",
        ),
        example="临安办发",
    )
    next_number: Count = labelled(
        "下一文号",
        default=1,
        also=("下一号", "起始号", "起号", "起始文号", "下一个文号", "下一个号", "下一编号", "文号起始"),
        ge=1,
        note="发文字号写“自动”时取用，用过的记在 文号登记.csv",
        example=12,
    )
    year: Count | None = labelled("年份", default=None, note="下一文号属于哪一年；换年从 1 起", example=2026)
    mark: Text = labelled("发文机关标志", default="", note="不写则为名称加“文件”")

    def next_doc_no(self, year: int, used: int = 0) -> str:
        """Give the next document number: 临安办发〔2026〕12号; empty without a 代字.

        Args:
            year: the year of issue; a new year starts with 1.
            used: the highest number that the register holds for the year.
        """
        first = self.next_number if self.year in (None, year) else 1
        return f"{self.code}〔{year}〕{max(first, used + 1)}号" if self.code else ""


class Unit(Part):
    """One organisation of the address list."""

    name: Text = labelled(
        "全称",
        also=("单位全称", "名称", "单位名称", "单位", "机构", "机构名称", "规范全称", "全名"),
        example="青川县人民政府",
    )
    short: Text = labelled(
        "简称",
        default="",
        also=("单位简称", "规范化简称", "规范简称", "统一简称", "短名", "别名", "通用简称"),
        example="青川县",
    )
    level: Text = labelled(
        "级别",
        default="",
        also=("类别", "类型", "分类", "层级", "组别", "单位类别", "单位类型", "性质"),
        note="县区、市直部门、乡镇、企业……",
        example="县区",
    )
    contact: PersonName = labelled(
        "联系人", default="", also=("联络员", "联络人", "联系人姓名", "联络员姓名")
    )
    phone: Phone = labelled("电话", default="", also=("联系电话", "办公电话", "手机", "联系方式", "手机号"))
    note: Text = labelled("备注", default="")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 青川县人民政府（青川县）."""
        found = re.fullmatch(r"(.+?)\s*[（(]([^）)]+)[）)]", text)
        return {"全称": found[1], "简称": found[2]} if found else {"全称": text}


class Leader(Part):
    """A leader and the fields he is in charge of."""

    name: PersonName = labelled("姓名", example="李某")
    title: Text = labelled("职务", default="", example="副市长")
    fields: Texts = labelled(
        "分管领域",
        factory=list,
        also=("分管", "领域", "分管工作", "负责领域", "分管事项", "分工"),
        example=["矿山", "危险化学品"],
    )
    phone: Phone = labelled("电话", default="", also=("联系电话", "手机", "办公电话"))


class Room(Part):
    """A meeting room."""

    line: ClassVar[str] = "名称"

    name: Text = labelled("名称", also=("会议室",), example="市政府三楼会议室")
    seats: Count | None = labelled(
        "座位数", default=None, also=("座位", "座席", "容量", "可容纳人数", "人数"), ge=0, example=80
    )
    address: Text = labelled("地址", default="")


class OwnerRow(Part):
    """Who leads a field, and who supports."""

    field: Text = labelled("领域", also=("机构", "名称"), example="矿山")
    lead: Text = labelled("牵头单位", also=("责任单位",), example="市应急管理局")
    support: Texts = labelled("配合单位", factory=list, example=["市自然资源局"])


def _owner_rows(value: Any) -> Any:
    """Read a mapping 领域: 牵头单位 (or a list: first leads, the rest support) as rows."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, list) else [value]
    rows = []
    for field, units in value.items():
        if isinstance(units, Mapping):
            rows.append({"领域": field, **units})
            continue
        names = units if isinstance(units, list) else re.split(r"[、，,；;]", str(units or ""))
        names = [str(name).strip() for name in names if str(name).strip()]
        rows.append({"领域": field, "牵头单位": names[0] if names else "", "配合单位": names[1:]})
    return rows


def _unit_rows(value: Any) -> Any:
    """Read 县区: [甲县, 乙县] (by level) and 青川县人民政府: 青川县 (full name: short) as rows; several in a text by 、."""
    if isinstance(value, str):
        return [name.strip() for name in re.split(r"[、，,；;\n]", value) if name.strip()]
    if not isinstance(value, Mapping):
        return value if isinstance(value, list) else [value]
    rows: list[Any] = []
    for key, held in value.items():
        if isinstance(held, Mapping):
            rows.append({"全称": str(key), **held})
        elif isinstance(held, list):
            rows += [
                {**one, "级别": one.get("级别", key)}
                if isinstance(one, Mapping)
                else {**(Unit.read_line(str(one)) or {}), "级别": key}
                for one in held
            ]
        else:
            rows.append({"全称": str(key), "简称": str(held or "")})
    return rows


_UNITS = WithJsonSchema(
    {
        "anyOf": [
            {"type": "array", "items": {"anyOf": [{"type": "object"}, {"type": "string"}]}},
            {"type": "object", "additionalProperties": {"type": ["string", "array", "object"]}},
        ]
    }
)
_OWNERS = WithJsonSchema(
    {
        "anyOf": [
            {"type": "object", "additionalProperties": {"type": ["string", "array", "object"]}},
            {"type": "array", "items": {"type": "object"}},
        ]
    }
)


def _values(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise wrong("应是“名称: 值”的样子", "每项一行，如 正文: 仿宋_GB2312")
    return {str(key).strip(): read_text(item) for key, item in value.items() if not is_blank(item)}


def _nested(value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, Mapping) or not all(isinstance(item, Mapping) for item in value.values()):
        raise wrong("应按文种分项写", "如 会议通知: {批准依据: 经市政府同意}")
    return {str(key).strip(): dict(item) for key, item in value.items()}


_PLAIN = WithJsonSchema({"type": "object", "additionalProperties": {"type": ["string", "number"]}})
Values = Annotated[dict[str, str], BeforeValidator(_values), _PLAIN]
Nested = Annotated[
    dict[str, dict[str, Any]],
    BeforeValidator(_nested),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "object"}}),
]


class Region(Part):
    """Where the office is, and what its calendar knows beyond the national one."""

    line: ClassVar[str] = "名称"

    name: Text = labelled("名称", example="临江市")
    flood_season: Text = labelled("汛期", default="", example="6月1日—9月30日")
    fire_season: Text = labelled("森林防火期", default="", example="10月1日—次年5月31日")
    days_off: Annotated[list[Day], AsList] = labelled("另行放假", factory=list)
    work_days: Annotated[list[Day], AsList] = labelled("另行上班", factory=list)


class Profile(Document):
    """本单位.yaml."""

    key, label = "profile", "本单位"
    sampled = ("issuers", "contact", "units", "leaders", "rooms", "owners", "region", "secret_machine")

    name: Text = labelled(
        "单位名称",
        also=("单位", "本单位", "本单位名称", "单位全称", "机关名称", "名称"),
        example="临江市安全生产委员会办公室",
    )
    issuers: Annotated[list[Issuer], AsList] = labelled(
        "发文机关",
        factory=list,
        also=("发文单位", "制发机关", "发文机关列表", "发文名义"),
        example=[{"名称": "临江市安全生产委员会办公室", "代字": "临安办发", "下一文号": 12, "年份": 2026}],
    )
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人",
        factory=list,
        also=("联络人", "联络员", "联系人列表", "会务联系人", "联系方式", "经办", "经办人"),
        example=[{"姓名": "陈某", "电话": "0971-8230001"}],
    )
    units: Annotated[list[Unit], BeforeValidator(_unit_rows), _UNITS] = labelled(
        "单位名录", factory=list, also=("名录", "单位列表", "单位名单", "通讯录", "成员单位", "单位通讯录"), note="按本单位通讯录的顺序",
        example=[
            {"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"},
            {"全称": "白水县人民政府", "简称": "白水县", "级别": "县区"},
            {"全称": "临江市应急管理局", "简称": "市应急管理局", "级别": "市直部门"},
        ],
    )  # fmt: skip
    leaders: Annotated[list[Leader], AsList] = labelled(
        "领导分工",
        factory=list,
        also=("领导", "领导名单", "分管领导", "领导班子", "班子分工"),
        example=[{"姓名": "李某", "职务": "副市长", "分管领域": ["矿山", "危险化学品"]}],
    )
    rooms: Annotated[list[Room], AsList] = labelled(
        "会议室",
        factory=list,
        also=("会场", "会议室列表"),
        example=[{"名称": "市政府三楼会议室", "座位数": 80}],
    )
    owners: Annotated[list[OwnerRow], BeforeValidator(_owner_rows), _OWNERS] = labelled(
        "责任单位对照",
        factory=list,
        also=("责任单位", "部门对照", "职责对照", "领域对照", "责任分工"),
        note="领域: 牵头单位、配合单位",
        example={"矿山": "市应急管理局、市自然资源局", "消防": "市消防救援支队"},
    )
    faces: Values = labelled(
        "字体",
        factory=dict,
        also=("字体设置",),
        note="正文、标题、一级标题、二级标题、页码；不写则用国标字体",
        example={"标题": "方正小标宋简体", "正文": "仿宋_GB2312"},
    )
    format: Values = labelled(
        "格式", factory=dict, also=("版式", "格式设置", "页面"), note="上边距、行距、页码位置等；不写则按国标"
    )
    region: Region | None = labelled(
        "地区", default=None, also=("所在地区", "行政区划", "所在地"), example="临江市"
    )
    unchecked: Texts = labelled(
        "核稿不查",
        factory=list,
        also=("不查的规则", "不核的规则"),
        note="核稿时不查的规则，写规则名或中文名，见 tongzhi check --rules",
        example=["用词建议"],
    )
    limits: Values = labelled("限额", factory=dict, note="模板秒数、输出兆数")
    secret_machine: Yes = labelled(
        "涉密机",
        default=False,
        also=("是否涉密机", "涉密计算机"),
        note="是否准许在本机制作涉密公文",
        example="否",
    )
    presets: Nested = labelled(
        "默认值",
        factory=dict,
        also=("常用值",),
        note="按文种写常用值",
        example={"会议通知": {"会议纪律": ["请提前10分钟入场，手机关闭或调至静音"]}},
    )

    _used: dict[tuple[str, int], int] = PrivateAttr(default_factory=dict)
    _faults: dict[str, list[Problem]] = PrivateAttr(default_factory=dict)
    _register: Path | None = PrivateAttr(default=None)

    @property
    def faults(self) -> list[Problem]:
        """Give what is wrong in the file; these entries are not used."""
        return list(dict.fromkeys(problem for found in self._faults.values() for problem in found))

    def remember_faults(self, faults: Mapping[str, list[Problem]]) -> None:
        """Take over what is wrong in the file, by the field it stands in."""
        self._faults = dict(faults)

    def need(self, *names: str) -> None:
        """Stop where a command needs an entry that is wrong in the file.

        Args:
            names: English names of the entries.

        Raises:
            InputError: something is wrong in one of them.
        """
        found = [problem for name in names for problem in self._faults.get(name, [])]
        if found:
            raise InputError(found)

    @property
    def main_issuer(self) -> str:
        """Give the organ that issues papers unless another is named."""
        return self.issuers[0].name if self.issuers else self.name

    def issuer_named(self, name: str) -> Issuer | None:
        """Give the issuer of a name."""
        return next((issuer for issuer in self.issuers if issuer.name == name), None)

    def next_doc_no(self, issuer: str, year: int) -> str:
        """Give the next document number of an issuer, empty when it has no 代字."""
        found = self.issuer_named(issuer or self.main_issuer)
        return found.next_doc_no(year, self._used.get((found.code, year), 0)) if found else ""

    def remember_numbers(self, used: Mapping[tuple[str, int], int], register: Path | None = None) -> None:
        """Take over the highest numbers used so far, by 代字 and year, from the register, and where that is."""
        self._used = dict(used)
        self._register = register

    @property
    def register(self) -> Path | None:
        """Give where the register of numbers is, `None` for a profile without a file."""
        return self._register

    def counties(self) -> list[Unit]:
        """Give the counties of the address list, in official order."""
        return [unit for unit in self.units if re.search(r"县|区|旗|县级市", unit.level)]

    def full_name(self, name: str) -> str:
        """Give the full name of a short one; an unknown name as it is."""
        return next((unit.name for unit in self.units if name in (unit.short, unit.name)), name)

    def order_of(self, name: str) -> int:
        """Give the place of a unit in the address list; unknown ones come last."""
        for position, unit in enumerate(self.units):
            if name in (unit.name, unit.short):
                return position
        return len(self.units)

    def seats(self, room: str) -> int | None:
        """Give the seats of a room, `None` when it is unknown."""
        return next((found.seats for found in self.rooms if found.name in room or room in found.name), None)

    def leader_of(self, field: str) -> Leader | None:
        """Give the leader in charge of a field."""
        return next((leader for leader in self.leaders if field in leader.fields), None)

    @property
    def owners_map(self) -> dict[str, list[str]]:
        """Give 领域 → units, the leading one first."""
        return {row.field: [row.lead, *row.support] for row in self.owners}

    @property
    def short_names(self) -> dict[str, str]:
        """Give short → full names, in official order."""
        return {unit.short: unit.name for unit in self.units if unit.short}

    def contact_values(self) -> list[dict[str, Any]]:
        """Give the contacts as a data file holds them."""
        return [contact.to_data() for contact in self.contact]

    def defaults(self, kind: type[Document]) -> dict[str, Any]:
        """Give the values that lie under those of every paper of a type, by English name."""
        names = field_names(kind)
        known = {
            "issuer": self.main_issuer,
            "contact": self.contact_values(),
            "counties": [unit.short or unit.name for unit in self.counties()],
        }
        values: dict[str, Any] = {
            name: value for name, value in known.items() if name in kind.model_fields and value
        }
        issuer = self.issuer_named(self.main_issuer)
        if "mark" in kind.model_fields and issuer and issuer.mark:
            values["mark"] = issuer.mark
        for key in (kind.label, kind.key):
            for name, value in self.presets.get(key, {}).items():
                values[names.get(name, name)] = value
        return values

    @rule("units", level="warning")
    def check_units(self, _day: date) -> Iterator[Wrong]:
        """Names of the address list are distinct."""
        seen: dict[str, int] = {}
        for position, unit in enumerate(self.units):
            for name in {unit.name, unit.short} - {""}:
                first = seen.setdefault(name, position)
                if first != position:
                    yield Wrong(("units", position), f"“{name}”与第{first + 1}项重名", "全称、简称各不相同")

    @rule("presets")
    def check_presets(self, _day: date) -> Iterator[Wrong]:
        """Presets name types and fields that exist."""
        for key, values in self.presets.items():
            names = field_names(find_type(key))
            for name in values:
                if name not in names:
                    yield Wrong("presets", f"{key}没有字段“{name}”", "用 tongzhi types 看有哪些字段")
