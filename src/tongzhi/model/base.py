"""The base of every paper and of every record in it: Chinese labels, origins, rules."""

from __future__ import annotations

import pathlib as files
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import FunctionType
from typing import Any, ClassVar, Literal, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic.fields import FieldInfo

from tongzhi.model.origins import TYPED, Origin, split_origin

Level = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""Where a value stands in a document: field names and 0-based positions in lists."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a rule found: the field (English name, or a path into nested records), the fault, the remedy.

    `source` is the clause when a rule has several.
    """

    field: str | Path
    found: str
    instead: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that data alone can decide; runs when all fields it needs could be read."""

    name: str
    needs: tuple[str, ...]
    level: Level
    source: str


Check = Callable[[Any, date], Iterator[Wrong]]
_C = TypeVar("_C", bound=Check)


def rule(*needs: str, level: Level = "error", source: str = "") -> Callable[[_C], _C]:
    """Mark a method `(self, day) -> Iterator[Wrong]` as a rule.

    Args:
        needs: names of the fields it reads; it is skipped when one of them is wrong.
        level: a contradiction is an error, the merely unusual a warning.
        source: the law, clause or regulation the rule comes from, shown with the message.
    """

    def mark(method: _C) -> _C:
        method.__rule__ = Rule(method.__name__, needs, level, source)  # type: ignore[attr-defined]
        return method

    return mark


def labelled(
    label: str,
    *,
    default: Any = ...,
    factory: Callable[[], Any] | None = None,
    example: Any = None,
    also: tuple[str, ...] = (),
    note: str = "",
    **more: Any,
) -> Any:
    """Declare a field.

    Args:
        label: its Chinese name, as it stands in `documents.md`.
        default: its value when missing; without it the field is required.
        factory: makes the default (for lists).
        example: a value for the sample that `tongzhi new` writes.
        also: further names it answers to (整改时限 for 整改期限).
        note: how to fill it in, one line.
        more: constraints of pydantic (`min_length`, `ge`, …).
    """
    extra: Any = {"also": list(also), "note": note}
    examples = None if example is None else [example]
    if factory is not None:
        return Field(default_factory=factory, alias=label, examples=examples, json_schema_extra=extra, **more)
    return Field(default, alias=label, examples=examples, json_schema_extra=extra, **more)


def is_blank(value: Any) -> bool:
    """Tell whether a value counts as not given: nothing, blanks, an empty list or record."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or (isinstance(value, list | dict | tuple) and not value)


class Part(BaseModel):
    """A record with Chinese labels; knows the origin of each of its values."""

    model_config = ConfigDict(extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True)

    line: ClassVar[str] = ""
    """The field that a plain text stands for, when one is given instead of a record."""

    _origins: dict[str, Origin] = PrivateAttr(default_factory=dict)

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Give the values that a plain text stands for, or `None` when only a record will do."""
        return {cls.line: text} if cls.line else None

    @classmethod
    def write_line(cls, values: Mapping[str, str]) -> str:
        """Give the plain text that `read_line` reads back to the same values, empty when only a record will do.

        Args:
            values: what is given, by label.
        """
        return values[cls.line] if values.keys() == {cls.line} else ""

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the values as they are to be read; a record whose fields settle others fills them in here."""
        return data

    @model_validator(mode="wrap")
    @classmethod
    def _take(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, str | int | float) and not isinstance(data, bool):
            data = cls.read_line(str(data).strip()) or data
        if not isinstance(data, Mapping):
            return handler(data)
        data = cls.prepare(data)
        names, fields = field_names(cls), cls.__pydantic_fields__
        values: dict[str, Any] = {}
        origins: dict[str, Origin] = {}
        for key, given in data.items():
            name = key if key in fields else names.get(key, str(key))
            value = given
            if type(given) is dict:
                value, origin = split_origin(given)
                if origin is not None and not is_blank(value):
                    origins[name] = origin
            if is_blank(value) and name in fields:
                continue
            values[name] = value
        made = handler(values)
        if origins:
            made._origins = origins  # noqa: SLF001
        return made

    @property
    def origins(self) -> dict[str, Origin]:
        """Give the origins that are known, by English field name; a value without one was typed."""
        private = self.__pydantic_private__  # the attribute itself is looked up by name, slowly, at each call
        return private["_origins"] if private else {}

    def origin(self, name: str) -> Origin:
        """Give the origin of the field `name`."""
        return self._origins.get(name, TYPED)

    def settle(self) -> int:
        """Confirm every suggested value here and below; gives how many there were."""
        count = 0
        for part, _ in walk(self):
            for name, origin in list(part.origins.items()):
                if origin.is_open:
                    part.origins[name] = TYPED
                    count += 1
        return count

    def to_data(self) -> dict[str, Any]:
        """Give the record as a data file holds it: Chinese labels, ISO dates, origins beside their values."""
        data: dict[str, Any] = {}
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if is_blank(value) or (
                value == field.get_default(call_default_factory=True) and name not in self.model_fields_set
            ):
                continue
            plain = plain_value(value)
            origin = self._origins.get(name)
            data[field.alias or name] = plain if origin is None or origin == TYPED else origin.as_data(plain)
        return data


class Document(Part):
    """A paper: a model, a template, and nothing else."""

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    template: ClassVar[str] = ""
    own: ClassVar[files.Path | None] = None
    """The template of a type that the office has made itself; it lies beside the type's description."""

    rows: ClassVar[str] = ""
    """The list whose fields the columns of a roster or form fill when several rows make one document."""

    row_key: ClassVar[str] = ""
    """The field by which the rows of a roster belong to one document; by default the county or unit."""

    other_rows: ClassVar[tuple[str, ...]] = ()
    """Lists that the columns of a roster may fill in place of `rows`."""

    row_needs: ClassVar[Mapping[str, str]] = {}
    """Field of the listed records → field of the paper that would be printed for it.

    When the paper has that one, a row may not leave the first blank in a column of its own: it would be filled silently.
    """

    gathered: ClassVar[tuple[str, ...]] = ()
    """Texts of which the rows of one document may hold several; they are printed one after the other."""

    by_name: ClassVar[bool] = False
    """Columns are taken by their names alone, each row is a paper, values are printed as they are given."""

    dated_texts: ClassVar[tuple[str, ...]] = ()
    """Texts that hold a day; a date of a spreadsheet is printed in them as 2026年12月1日."""

    sampled: ClassVar[tuple[str, ...]] = ()
    """Fields beyond the required ones that the sample of `tongzhi new` fills in."""
    is_ahead: ClassVar[bool] = False
    """The paper is about what is to come, so the dates of its sample lie in the future."""

    _office: Any = PrivateAttr(default=None)
    _silenced: tuple[str, ...] = PrivateAttr(default=())

    @property
    def silenced(self) -> tuple[str, ...]:
        """Give the names of rules that are not checked in the paper, as its data has them."""
        return self._silenced

    def silence(self, names: Iterable[str]) -> None:
        """Say which rules are not checked in the paper."""
        self._silenced = tuple(names)

    @property
    def office(self) -> Any:
        """Give the office profile that the paper is checked against, `None` without one."""
        return self._office

    def belong_to(self, office: Any) -> None:
        """Say whose paper it is: rules may then read the address list, rooms and limits of the profile."""
        self._office = office

    @classmethod
    def complete(cls, values: Mapping[str, Any], office: Any) -> dict[str, Any]:  # noqa: ARG003  types override it
        """Give values, by English name, that follow from those given; only for fields that are still empty.

        Args:
            values: what is known, by English field name where known.
            office: the office profile, or `None`.
        """
        return {}

    @classmethod
    def adopt(
        cls,
        values: Mapping[str, Any],  # noqa: ARG003  types override it
        changes: Mapping[str, Any],  # noqa: ARG003
    ) -> Mapping[str, Any] | None:
        """Give the values of this type when the data is that of another paper, else `None`.

        Args:
            values: what the data file says.
            changes: what was given beside it (`--set`).
        """
        return None


class Names(dict[str, str]):
    """Every name of the fields of a record → the English one; brackets, blanks and case do not matter."""

    def get(self, key: Any, default: Any = None) -> Any:
        """Give the English name for a name as written."""
        found = super().get(key)
        return found if found is not None else super().get(bare_name(str(key)), default)

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None


_BARE = str.maketrans(
    {"（": "(", "）": ")", "／": "/", "　": None, " ": None, "\t": None, "：": None, ":": None, "*": None}
)


def bare_name(name: str) -> str:
    """Give a field name without blanks and in lower case, with half-width brackets."""
    return name.translate(_BARE).casefold()


@cache
def field_names(part: type[BaseModel]) -> Names:
    """Give every name a field answers to (English, Chinese, further) → its English name."""
    names = Names()
    for name, field in part.model_fields.items():
        for known in (name, label_of(field, name), *also_of(field)):
            names.setdefault(known, name)
    for known, name in list(names.items()):
        names.setdefault(bare_name(known), name)
    return names


def label_of(field: FieldInfo, name: str = "") -> str:
    """Give the Chinese label of a field."""
    return field.alias or name


def also_of(field: FieldInfo) -> list[str]:
    """Give the further names a field answers to."""
    extra = field.json_schema_extra
    return [str(name) for name in extra.get("also", [])] if isinstance(extra, dict) else []  # type: ignore[union-attr]


def note_of(field: FieldInfo) -> str:
    """Give the line that says how to fill a field in."""
    extra = field.json_schema_extra
    return str(extra.get("note", "")) if isinstance(extra, dict) else ""


@cache
def rules_of(part: type[Part]) -> tuple[tuple[Rule, Check], ...]:
    """Give the rules of a record, in the order they were written, base classes first."""
    found: dict[str, tuple[Rule, Check]] = {}
    for base in reversed(part.__mro__):
        for name, member in list(vars(base).items()):
            mark = getattr(member, "__rule__", None) if isinstance(member, FunctionType) else None
            if mark is not None:
                found[name] = (mark, member)
            elif name in found:
                del found[name]
    return tuple(found.values())


@cache
def _holders(part: type[Part]) -> tuple[str, ...]:
    """Give the fields that may hold records; a paper has many that never do."""
    return tuple(name for name, field in part.model_fields.items() if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    inner = get_args(annotation)
    if inner:
        return any(_may_hold(part) for part in inner)
    return annotation is Any or (isinstance(annotation, type) and issubclass(annotation, BaseModel))


def walk(part: Part, path: Path = ()) -> Iterator[tuple[Part, Path]]:
    """Give the record and every record in it, with the path to each."""
    yield part, path
    given = part.__dict__
    for name in _holders(type(part)):
        value = given.get(name)
        if not value:
            continue
        if isinstance(value, Part):
            yield from walk(value, (*path, name))
        elif isinstance(value, list):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(item, (*path, name, position))


def check_rules(
    part: Part, day: date, unread: frozenset[str] = frozenset()
) -> Iterator[tuple[Rule, Path, Wrong]]:
    """Run the rules of a record and of all records in it.

    Args:
        part: the record.
        day: the day that counts as today.
        unread: English names of top-level fields that could not be read; rules that need one are skipped.
    """
    for record, path in walk(part):
        for mark, method in rules_of(type(record)):
            if unread and not path and unread.intersection(mark.needs):
                continue
            try:
                findings = list(method(record, day))
            except AttributeError:
                if not unread:
                    raise
                continue  # it reads, through a property, a field that is wrong
            for found in findings:
                where = found.field if isinstance(found.field, tuple) else (found.field,)
                yield mark, (*path, *where), found


def joined_texts(part: Part) -> str:
    """Give all texts in the record and below as one, a line each: one search in it costs less than one in each."""
    found: list[str] = []
    for record, _ in walk(part):
        for value in record.__dict__.values():
            if type(value) is str:
                found.append(value)
            elif type(value) is list:
                found += [item for item in value if type(item) is str]
    return "\n".join(found)


def texts_of(part: Part) -> Iterator[tuple[Path, str]]:
    """Give every text in the record and below, with its path."""
    for record, path in walk(part):
        for name in type(record).model_fields:
            value = record.__dict__.get(name)
            if isinstance(value, str):
                yield (*path, name), value
            elif isinstance(value, list):
                for position, item in enumerate(value):
                    if isinstance(item, str):
                        yield (*path, name, position), item


def open_values(part: Part) -> list[tuple[Path, Origin]]:
    """Give every value that a person must still confirm."""
    return [
        ((*path, name), origin)
        for record, path in walk(part)
        for name, origin in record.origins.items()
        if origin.is_open
    ]


def plain_value(value: Any) -> Any:
    """Give a value as a data file writes it: records by label, ISO dates, numbers as text where they have decimals."""
    if isinstance(value, Part):
        return value.to_data()
    if isinstance(value, list):
        return [plain_value(item) for item in value]
    if isinstance(value, str | int | float | bool):
        return value
    if hasattr(value, "isoformat"):
        text: str = value.isoformat()
        return text.replace("T", " ").removesuffix(":00") if "T" in text else text
    return str(value)
