"""A notice as a piece of work: what is typed, what is suggested until somebody agrees, what is wrong so far, the page beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Problem
from tongzhi.fill import fill
from tongzhi.model.base import is_blank
from tongzhi.model.origins import split_origin
from tongzhi.papers.notice import Notice
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate
from tongzhi.web.form import Control, make_controls, show_value
from tongzhi.web.look import full_day_of
from tongzhi.web.preview import page_html
from tongzhi.web.profile import load_office, office_with
from tongzhi.web.words import say_all

if TYPE_CHECKING:
    from markupsafe import Markup

    from tongzhi.web.office import Office

FIVE = ("meeting_name", "start", "main_venue", "attendees", "rsvp_due")
ONCE = ("issuer", "contact")
"""Asked for too as long as the office profile does not know them."""
WIDE = ("meeting_name", "attendees")
"""Of these, what takes the whole width."""
GROUPS = {
    "版头": ("issuer", "issuer_mark", "doc_no", "copy_no", "secrecy", "urgency", "title", "recipients"),
    "会议": ("purpose", "approved_by", "form", "end", "duration", "sign_in", "agenda", "chair", "materials", "speakers", "branch_venues"),
    "参会": ("attendees", "branch_attendees", "observers", "relay", "rsvp_to", "leave_rule", "discipline", "others"),
    "技术保障": ("tech",),
    "落款": (),
}  # fmt: skip
"""The folded groups of the form and the fields of each; what is named nowhere stands in the last."""


@dataclass(slots=True)
class NoticeDraft:
    """How far a notice is.

    Attributes:
        main: the controls shown first.
        groups: the folded ones, by the name of their group.
        wrong: what is wrong, for the whole of the form.
        document: the notice when nothing is wrong.
        warnings: what is merely unusual.
        offered: what is suggested, by label, as it stands in the form.
    """

    main: list[Control]
    groups: dict[str, list[Control]]
    wrong: list[str]
    first_wrong: Control | None
    document: Notice | None
    warnings: list[str]
    offered: dict[str, Any] = field(default_factory=dict)


def look_at(
    office: Office,
    values: Mapping[str, Any],
    *,
    touched: set[str] | None,
    stale: Mapping[str, list[str]] | None = None,
) -> NoticeDraft:
    """Check what is typed so far.

    Args:
        office: where the page works.
        values: by label.
        touched: the fields that were left; only their errors are shown. `None` shows all.
        stale: what of last time's values is out of date.
    """
    day, profile = office.day(), office_with(office, str(values.get("发文机关", "")))
    problems: list[Problem] = []
    document, warnings = None, list[str]()
    source = Source(dict(values), {}, "")
    try:
        source = assemble(Notice, source, profile, day=day)
        checked = validate(Notice, source, day, profile)
        document, warnings = checked.document, say_all(checked.warnings)
    except InputError as error:
        problems = list(error.problems)
    shown = dict(source.values)
    controls, rest = make_controls(Notice, shown, problems=problems, stale=stale)
    offered = {
        control.shape.label: split_origin(shown.get(control.shape.name))[0]
        for control in controls
        if _is_offered(shown.get(control.shape.name))
    }
    if touched is not None:
        for control in controls:
            if control.shape.name not in touched:
                _hush(control)
        rest = []
    first = [
        *FIVE,
        *(
            name
            for name in ONCE
            if profile is None
            or (name == "contact" and not profile.contact)
            or (name == "issuer" and load_office(office) is None)
        ),
    ]
    main = [control for name in first for control in controls if control.shape.name == name]
    groups: dict[str, list[Control]] = {name: [] for name in GROUPS}
    for control in controls:
        if control not in main:
            groups[
                next((name for name, fields in GROUPS.items() if control.shape.name in fields), "落款")
            ].append(control)
    for control in controls:
        control.brief = control.shape.name in (*FIVE, *ONCE)
        control.wide = control.shape.name in WIDE
    wrong = [control for control in controls if control.has_error]
    said = [f"“{control.shape.label}”要改" for control in wrong] + rest
    return NoticeDraft(main, groups, said, wrong[0] if wrong else None, document, warnings, offered)


def _is_offered(value: Any) -> bool:
    if isinstance(value, Mapping):
        _, origin = split_origin(value)
        if origin is not None:
            return origin.kind in ("suggested", "derived")
        return any(_is_offered(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_is_offered(inner) for inner in value)
    return False


def _hush(control: Control) -> None:
    control.errors = []
    for part in control.inner:
        _hush(part)


def without_offers(values: Mapping[str, Any], offered: Mapping[str, Any], agreed: set[str]) -> dict[str, Any]:
    """Give what a person has typed: what still stands as it was suggested is none of it, until somebody agrees."""
    kept = {}
    for label, value in values.items():
        if label in offered and label not in agreed and _same(value, offered[label]):
            continue
        kept[label] = value
    return kept


def _same(one: Any, other: Any) -> bool:
    return _words(one) == _words(other)


def _words(value: Any) -> str:
    value, _ = split_origin(value)
    if isinstance(value, Mapping):
        return "|".join(words for inner in value.values() if (words := _words(inner)))
    if isinstance(value, list | tuple):
        return "|".join(words for inner in value if (words := _words(inner)))
    return "" if is_blank(value) else "".join(str(value).split())


def preview(document: Notice) -> Markup:
    """Give the notice as it will look, at once."""
    return page_html(fill(document).data)


@dataclass(frozen=True, slots=True)
class Old:
    """One value of last time's notice beside this time's."""

    label: str
    name: str
    old: str
    control: Control
    why: str
    kind: str


def say_marks(marks: Sequence[str]) -> list[str]:
    """Say in a person's words what shows that a value is last time's: the day in full, a year only where no day says it."""
    found: list[str] = []
    for mark in marks:
        kind, _, words = mark.partition(" ")
        if kind == "日期" and " " not in words:
            found.append(f"写着 {full_day_of(words).partition('（')[0]}")
        elif kind == "年份":
            year = "".join(re.findall(r"\d{4}", words)) or words
            if not any(other.startswith("日期") and year in other for other in marks):
                found.append(f"写着 {year} 年")
        elif kind == "姓名":
            found.append(f"人可能换了：{words}")
        else:
            found.append(mark)
    return list(dict.fromkeys(found))


def compare_old(
    values: Mapping[str, Any], old: Mapping[str, Any], stale: Mapping[str, list[str]], draft: NoticeDraft
) -> list[Old]:
    """Give last time's values beside this time's, stale ones first, then what may have changed, then what stays."""
    controls = [*draft.main, *(control for group in draft.groups.values() for control in group)]
    found = []
    for control in controls:
        control.brief = True
        label = control.shape.label
        before = show_value(old.get(label))
        if not before:
            continue
        marks = stale.get(label, [])
        now = show_value(values.get(label))
        if marks:
            kind = "stale"
        elif label in ("联系人", "参会人员", "地点", "主送机关"):
            kind = "look"
        else:
            kind = "same"
        why = "、".join(say_marks(marks)) if marks else ("可能变了，看一眼" if kind == "look" else "照旧")
        if marks and now and now != before:
            why = f"改过了（{why}）"
        found.append(Old(label, control.shape.name, before, control, why, kind))
    order = {"stale": 0, "look": 1, "same": 2}
    return sorted(found, key=lambda one: order[one.kind])
