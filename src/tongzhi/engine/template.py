"""A Word template: compiled once, filled as often as wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from tongzhi.engine.additions import NONE, Additions, make_additions
from tongzhi.engine.missing import KINDS, Probe
from tongzhi.engine.parts import Parts
from tongzhi.engine.program import Program
from tongzhi.engine.shipped import find_shipped
from tongzhi.engine.state import RenderState
from tongzhi.engine.stops import LIMITS, METER, Limits, Meter, refused_macros
from tongzhi.engine.values import SubDocument, read_source
from tongzhi.errors import LimitError, Place, Problem, TemplateError, TongzhiError
from tongzhi.word.package import (
    Archive,
    Deflate,
    Entry,
    deflated,
    fast_deflate,
    pack_parts,
    read_entries,
    write_whole,
)

if TYPE_CHECKING:
    from tongzhi.engine.assemble import Form
    from tongzhi.engine.outline import Members

MACRO_ENDINGS = (".docm", ".dotm")
MissingNames = Literal["error", "blank", "keep"]


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A filled document and what was noticed on the way."""

    data: bytes
    warnings: list[Problem] = field(default_factory=list)


class Template:
    """A .docx or .dotx with docxtpl's tags: its path, its bytes, or the open file.

    `missing` says what a name without a value does when it is printed or looped over: `error`, `blank`, or `keep`
    (the tag is printed again). Safe to share between threads while nothing is replaced in it; it can be pickled
    and is not compiled again then.

    `filters` are added to ours, `functions` may be called in tags, each by its name; a function comes before a value
    of the same name. What they give is escaped like any value. To be pickled they must be functions of a module.

    Raises:
        InputError: the file cannot be read or is no .docx.
        TemplateError: with every problem of the template.
        LimitError: it would inflate too far.
    """

    def __init__(
        self,
        source: Path | str | bytes | BinaryIO,
        missing: MissingNames = "error",
        *,
        limits: Limits = LIMITS,
        deflate: Deflate | None = None,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        self._added = make_additions(filters, functions)
        if missing not in KINDS:
            raise TemplateError.one(f"missing 不能是“{missing}”", "写 error、blank 或 keep")
        path = Path(source) if isinstance(source, str | Path) else None
        if path is not None and path.suffix.lower() in MACRO_ENDINGS:
            raise TemplateError([refused_macros(Place(file=path.name))])
        data = read_source(source, "模板")
        self.name = path.name if path else ""
        try:
            entries = read_entries(data)
            form = find_shipped(path, data) if path else None
            if form is None:
                from tongzhi.engine.assemble import assemble

                form = assemble(data, entries, self.name or None, self._added)
        except TongzhiError as error:
            raise _with_file(error, self.name) from error
        self._start(data, entries, form, missing, limits, deflate)

    def _start(
        self,
        data: bytes,
        entries: dict[str, Entry],
        form: Form,
        missing: MissingNames,
        limits: Limits,
        deflate: Deflate | None,
    ) -> None:
        self.limits = limits
        self.missing = missing
        self.fingerprint = form["sha256"]
        """SHA-256 of the template file, in hexadecimal."""
        self._data = data
        self._form = form
        self._deflate = deflate or fast_deflate()
        self._replaced: dict[str, bytes] = {}
        self._entries = entries
        self._programs = [Program(part, KINDS[missing], self._added) for part in form["parts"]]
        self._replace({name: text.encode() for name, text in form["changed"].items()})

    def _replace(self, changed: Mapping[str, bytes]) -> None:
        """Take other parts from now on; what no tag changes is laid out anew."""
        self._entries = self._entries | {
            name: deflated(name, raw, self._deflate) for name, raw in changed.items()
        }
        changing = [program.name for program in self._programs]
        fixed = [entry for name, entry in self._entries.items() if name not in changing]
        self._archive = Archive(fixed, changing, self._deflate)
        self._open_parts: Callable[[], Parts] = partial(Parts, self._entries)

    def __reduce__(self) -> tuple[Any, ...]:
        state = (self._data, self._form, self.missing, self.limits, self.name, self._replaced, self._added)
        return (_revive, state)

    @property
    def warnings(self) -> list[Problem]:
        """What a template brings along that its receiver should know: macros, external targets, no tags at all."""
        place = Place(file=self.name or None)
        said = [Problem(place, found, instead) for found, instead in self._form["warnings"]]
        if not self._programs:
            said.append(self._untagged(place))
        return said

    def _untagged(self, place: Place) -> Problem:
        """Say that there is nothing to fill, and how mail-merge fields are written here when the template has some."""
        main = self._entries.get("word/document.xml")
        text = main.read().decode("utf-8", "replace") if isinstance(main, Entry) else ""
        merged = re.findall(r"MERGEFIELD\s+\"?([^\s\"<\\]+)", text) or re.findall(r"«([^«»<]{1,30})»", text)
        if merged:
            names = "、".join(dict.fromkeys(merged))
            return Problem(
                place,
                f"模板里没有标签，只有邮件合并域（{names[:60]}），填的内容不会出现",
                f"把域改写成标签，如 {{{{ {merged[0]} }}}}",
            )
        return Problem(place, "模板里没有标签，填的内容不会出现", "在要填的地方写 {{ 名称 }}")

    def refuse_untagged(self) -> None:
        """Raise TemplateError when the template asks for nothing: every paper of a batch would be the same."""
        if not self._programs:
            raise TemplateError([self._untagged(Place(file=self.name or None))])

    def variables(self) -> set[str]:
        """Give the names that the template asks the data for."""
        return {name for program in self._programs for name in program.names}

    def fields(self) -> dict[str, dict[str, Any]]:
        """Give name → how it is used: `parts` where, `items` the fields of its items or itself, `optional`."""
        from tongzhi.engine.outline import outline

        return outline(self._form["parts"])

    def check(
        self, names: Iterable[str] | None = None, *, printed: bool = False, members: Members | None = None
    ) -> list[Problem]:
        """Give what keeps the template from being filled: names not among `names`, calls, costs over the limits.

        Args:
            names: what the data will have.
            printed: the values come from files, so that dates are text: methods of dates are refused too.
            members: what values consist of, for those of which it is known.
        """
        from tongzhi.engine.outline import hopeless_calls, unknown_members, unknown_names

        problems = unknown_names(self._form["parts"], set(names)) if names is not None else []
        problems += unknown_members(self._form["parts"], members) if members else []
        problems += hopeless_calls(self._form["parts"], set(self._added.functions), printed=printed)
        problems += self._trial()
        return [_in_file(problem, self.name) for problem in problems]

    def _trial(self) -> list[Problem]:
        """Fill with stand-ins, loops once round and then not at all, to see whether a limit is met."""
        found: dict[str, Problem] = {}
        for kind in (Probe, KINDS["blank"]):
            for part in self._form["parts"]:
                program = Program(part, kind, self._added.stand_ins())
                meter = Meter(self.limits)
                token = METER.set(meter)
                try:
                    program.run({}, RenderState(self._open_parts, lenient=True), meter)
                except LimitError as error:
                    found |= {str(problem): problem for problem in error.problems}
                except TemplateError:
                    continue  # a stand-in is no real value; only costs are looked for
                finally:
                    METER.reset(token)
        return list(found.values())

    def render(
        self, context: Mapping[str, Any], path: Path | str | None = None, *, lenient: bool = False
    ) -> bytes | None:
        """Fill the template: into the file `path`, or give the bytes.

        Raises:
            TemplateError: a name is missing or a value cannot be printed; says part, paragraph, tag.
            LimitError: the template takes too long or prints too much.
        """
        data = self.fill(context, lenient=lenient).data
        if path is None:
            return data
        write_whole(Path(path), data)
        return None

    def fill(self, context: Mapping[str, Any], *, lenient: bool = False) -> FilledTemplate:
        """Fill the template and give the bytes with the warnings.

        Raises:
            TemplateError, LimitError: as `render`.
        """
        if not isinstance(context, dict):
            context = dict(context)
        meter = Meter(self.limits)
        state = RenderState(self._open_parts, lenient=lenient)
        token = METER.set(meter)
        outputs = []
        try:
            for program in self._programs:
                state.part = program.name
                outputs.append(program.run(context, state, meter))
                if program.name.endswith(".rels"):
                    state.relations[program.name] = outputs[-1].decode()
        except TongzhiError as error:
            raise _with_file(error, self.name) from error
        finally:
            METER.reset(token)
        if state.parts is None:
            return FilledTemplate(self._archive.pack(outputs), state.warnings)
        return FilledTemplate(self._pack_grown(outputs, state.parts), state.warnings)

    def _pack_grown(self, outputs: list[bytes], parts: Parts) -> bytes:
        """Pack a file whose other parts grew too: pictures, links, lists, inserted documents."""
        whole: dict[str, bytes | Entry] = {**self._entries}
        whole |= {name: text.encode() for name, text in parts.changed.items()}
        whole |= parts.media
        for program, output in zip(self._programs, outputs, strict=True):
            if program.name not in parts.changed:  # relationships grew after they were filled
                whole[program.name] = output
        return pack_parts(whole, self._deflate)

    def replace_picture(self, name: str, image: Any) -> None:
        """Put `image` (path, bytes or open file) in place of every picture called `name` in all later fillings.

        `name` is the picture's file name, title or alternative text, as Word shows them; its size stays.

        Raises:
            TemplateError: there is no such picture.
        """
        from tongzhi.engine.media import replace_picture

        changed = replace_picture(self._entries, name, read_source(image, "图片"))
        self._replaced |= changed
        self._replace(changed)

    def new_subdoc(self, path: Any) -> Any:
        """Give `SubDocument(path)`; docxtpl's name for it."""
        return SubDocument(path)

    def build_url_id(self, url: str) -> str:
        """Give the address itself, which `RichText(url_id=…)` takes; docxtpl's name for it."""
        return url


def _revive(
    data: bytes,
    form: Form,
    missing: MissingNames,
    limits: Limits,
    name: str,
    replaced: dict[str, bytes],
    added: Additions = NONE,
) -> Template:
    template = Template.__new__(Template)
    template._added = added  # noqa: SLF001  a constructor
    template.name = name
    template._start(data, read_entries(data), form, missing, limits, None)  # noqa: SLF001  a constructor
    template._replaced = replaced  # noqa: SLF001
    template._replace(replaced)
    return template


def _with_file(error: TongzhiError, name: str) -> TongzhiError:
    """Give the error with the template's name in each of its places."""
    return type(error)([_in_file(problem, name) for problem in error.problems])


def _in_file(problem: Problem, name: str) -> Problem:
    place = problem.place
    if not name or (place.file or "").startswith(name) or "/" in (place.file or ""):
        return problem
    file = f"{name} {place.file}" if place.file else name
    return Problem(
        Place(file, place.sheet, place.row, place.line, place.field, place.paragraph),
        problem.found,
        problem.instead,
        problem.source,
    )
