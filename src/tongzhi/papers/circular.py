"""通报: the type that a data file names; it is one of five kinds (`papers.circular_kinds`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from tongzhi.model.base import Wrong, field_names, is_blank, label_of, rule
from tongzhi.model.origins import split_origin
from tongzhi.model.types import is_open
from tongzhi.papers.circular_kinds import (
    AccidentCircular,
    AnyCircular,
    AssignmentCircular,
    AttendanceCircular,
    DutyCheckCircular,
    InspectionCircular,
)

KINDS: dict[str, type[AnyCircular]] = {
    model.word: model
    for model in (
        AccidentCircular,
        InspectionCircular,
        DutyCheckCircular,
        AttendanceCircular,
        AssignmentCircular,
    )
}
"""What 种类 says → the model of that kind."""
_GUESSED = (AccidentCircular, DutyCheckCircular, AttendanceCircular, InspectionCircular, AssignmentCircular)
"""The kinds in the order in which the fields that are filled are tried for one."""


class Circular(
    AssignmentCircular, AttendanceCircular, DutyCheckCircular, InspectionCircular, AccidentCircular
):
    """通报."""

    key, label, template, rows = "circular", "通报", "circular.docx", "problems"
    other_rows = ("items", "posts", "attendance")
    row_needs: ClassVar[Mapping[str, str]] = {"due": "rectify"}
    gathered = ("inspected_on", "team", "method", "targets")
    dated_texts = ("inspected_on",)
    sampled = (
        "issuer", "county", "recipients", "inspected_on", "team", "method", "targets", "overview", "problems", "rectify", "attachments",
    )  # fmt: skip

    behind = (
        "problems", "rectify", "due", "handling", "checked_on", "checked", "normal", "unanswered", "posts", "meeting_name",
        "meeting_day", "attendance", "source_kind", "items", "closing", "demands", "report_back", "contact", "county_leader",
    )  # fmt: skip

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Fill 种类, 标题 and 主送机关 where the other fields settle them."""
        return _derive(cls, data)

    @classmethod
    def required_by_kind(cls) -> list[dict[str, Any]]:
        """Give the part of the JSON Schema that says which fields each kind requires."""
        labels = {name: label_of(field, name) for name, field in cls.model_fields.items()}
        return [
            {
                "if": {"properties": {labels["kind"]: {"const": kind}}, "required": [labels["kind"]]},
                "then": {"required": [labels[name] for name in model.needs if name not in model.replaced]},
            }
            for kind, model in KINDS.items()
        ]

    @classmethod
    def required_words(cls) -> dict[str, str]:
        """Give what each kind requires, in words; 或 where another field may stand for one."""
        labels = {name: label_of(field, name) for name, field in cls.model_fields.items()}
        return {
            kind: "、".join(
                model.replaced[name][1] if name in model.replaced else labels[name] for name in model.needs
            )
            for kind, model in KINDS.items()
        }

    @rule("kind")
    def check_required(self, _day: date) -> Iterator[Wrong]:
        """The kind decides which fields must be there."""
        model = KINDS[self.kind]
        for name in model.needs:
            other = model.replaced.get(name, ("", ""))[0]
            if name not in self.__dict__ or (other and not is_blank(self.__dict__.get(other, True))):
                continue  # it is there, but cannot be read; or another stands for it
            if is_blank(getattr(self, name)):
                field = type(self).model_fields[name]
                example = field.examples[0] if field.examples else ""
                shown = f"，写成例如：{example}" if isinstance(example, str) and example else ""
                yield Wrong(name, f"没有填写（{self.kind}通报必填）", f"补上{label_of(field, name)}{shown}")


def _derive(cls: type[Circular], data: Mapping[str, Any]) -> dict[str, Any]:
    names, fields = field_names(cls), cls.__pydantic_fields__
    known = {key: key if key in fields else str(names.get(key, key)) for key in data}
    given = {known[key]: split_origin(value)[0] for key, value in data.items() if not is_blank(value)}
    made: dict[str, Any] = {}
    kind = given.get("kind")
    if kind is None:
        kind = next((model.word for model in _GUESSED if any(hint in given for hint in model.hints)), None)
        if kind is not None:
            made["kind"] = {"值": kind, "出处": "推算", "依据": "所填的字段"}
    if "title" not in given and isinstance(kind, str):
        title = KINDS.get(kind, AssignmentCircular).make_title(given)
        made["title"] = {"值": title, "出处": "推算", "依据": "种类"}
    county = str(given.get("county", "")).strip()
    if "recipients" not in given and county and not is_open(county):
        government = "政府" in str(given.get("issuer", ""))
        unit = f"{county}{'人民政府' if government else '安全生产委员会'}"
        made["recipients"] = {"值": [unit], "出处": "推算", "依据": "县区和发文机关"}
    kept = {key: value for key, value in data.items() if known[key] not in made}
    return {**kept, **made}
