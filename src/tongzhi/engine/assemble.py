"""A whole .docx → its compiled form: every part that can hold tags, all its problems at once.

Imports lxml and jinja2; shipped templates carry the result instead.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import TypedDict

from jinja2 import TemplateSyntaxError

from tongzhi.engine.additions import NONE, Additions
from tongzhi.engine.compiler import generate
from tongzhi.engine.grammar import check_tags, names_of, parser, refuse_deep, too_deep
from tongzhi.engine.links import LABEL, link_parts
from tongzhi.engine.markup import Site, parse_xml
from tongzhi.engine.mergefields import has_fields, without_source, write_tags
from tongzhi.engine.parts import read_attributes, read_relationships
from tongzhi.engine.program import FORMAT, PartForm, quote
from tongzhi.engine.source import Prepared, prepare_part
from tongzhi.engine.stops import Stop, refused_macros
from tongzhi.errors import Place, Problem, TemplateError
from tongzhi.word.package import CONTENT_TYPES, Entry

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_TEMPLATE = f"{_WORD}.template.main+xml"
_LABELS = {
    f"{_WORD}.header+xml": "页眉",
    f"{_WORD}.footer+xml": "页脚",
    f"{_WORD}.footnotes+xml": "脚注",
    f"{_WORD}.endnotes+xml": "尾注",
    f"{_WORD}.comments+xml": "批注",
    "application/vnd.openxmlformats-package.core-properties+xml": "文档属性",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": "自定义属性",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": "文档属性",
}
_DATA_ITEM = re.compile(r"customXml/item\d+\.xml")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0D\0O\0C|\0<\0!\0D\0O")
_FIELDS = re.compile(r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|MACROBUTTON)\b")
_WIDE_TAG = re.compile(r"(?:｛[｛{%％]|\{｛)[^｛｝{}]{1,40}(?:[%％｝}]｝|｝\})")
_HARMLESS = ("/hyperlink",)


class Form(TypedDict):
    """A compiled template as plain data; `sha256` is that of the .docx it was made from."""

    format: int
    sha256: str
    parts: list[PartForm]
    changed: dict[str, str]
    warnings: list[list[str]]


def assemble(
    data: bytes, entries: Mapping[str, Entry], file: str | None = None, added: Additions = NONE
) -> Form:
    """Compile every part of a template; tags may use the filters and functions that are `added`.

    Raises:
        TemplateError: with every problem of every part.
    """
    form = Form(format=FORMAT, sha256=hashlib.sha256(data).hexdigest(), parts=[], changed={}, warnings=[])
    types = _content_types(entries)
    _accept(types, entries, form)
    raws = {name: entry.read() for name, entry in entries.items() if name.endswith((".xml", ".rels"))}
    for name, raw in raws.items():
        if _DTD.search(raw[:4_000]) or _DTD.search(raw):
            raise TemplateError.one(f"部件 {name} 带有 DTD，不予打开", "用 Word 打开后另存为 .docx")
    form["warnings"] = [[found, instead] for found, instead in _warnings(entries, raws)]
    numbered = _numbered_styles(raws.get("word/styles.xml"))
    problems: list[Problem] = []
    parts = list(_parts(types, entries))
    parts[:0] = _take_links(
        raws, form
    )  # first, so that what the others add to the relationships comes on top
    _take_merge_fields(parts, raws, form)
    for name, label in parts:
        raw = raws.get(name, b"")
        if b"{" not in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        prepared = prepare_part(raw, name, numbered)
        if prepared is not None:
            problems += _compile(name, label, prepared, form, added)
    if problems:
        raise TemplateError([_in_file(problem, file) for problem in problems])
    return form


def _take_merge_fields(parts: Iterable[tuple[str, str]], raws: dict[str, bytes], form: Form) -> None:
    """Read the mail-merge fields of a template without tags as tags; beside tags they are told and stay."""
    names = [name for name, _ in parts if name.startswith("word/") and has_fields(raws.get(name, b""))]
    if not names:
        return
    merged = {name: write_tags(raws[name], name) for name in names}
    fields = list(dict.fromkeys(field for one in merged.values() for field in one.names))
    if not fields:
        return
    if any(_has_tags(raws.get(name, b"")) for name, _ in parts):
        found = f"模板里既有标签又有邮件合并域（{'、'.join(fields)[:60]}），域不会填"
        form["warnings"].append([found, f"把域改写成标签，如 {{{{ {fields[0]} }}}}"])
        return
    for name, one in merged.items():
        raws[name] = one.raw
        form["warnings"] += [[found, instead] for found, instead in one.lost]
    form["changed"].update(without_source(raws))


def _take_links(raws: dict[str, bytes], form: Form) -> list[tuple[str, str]]:
    """Take the relationships with tags in the addresses of links as parts; tags that cannot be filled are told."""
    taken = []
    for name, raw, left in list(link_parts(raws)):
        form["warnings"] += [
            [
                f"链接地址“{address[:60]}”里的标签用了循环里的名称，不会填，填好后点开仍是原样",
                "去掉这个链接，改用 {{r }} 填带 url_id 的 RichText",
            ]
            for address in left
        ]
        if raw != raws[name]:
            raws[name] = raw
            taken.append((name, LABEL))
    return taken


def _has_tags(raw: bytes) -> bool:
    """Tell whether a part has a tag, its text taken over the runs that Word has cut it into."""
    text = re.sub(rb"<[^>]*>", b"", raw)
    return b"{{" in text or b"{%" in text


def _in_file(problem: Problem, file: str | None) -> Problem:
    place = problem.place
    name = f"{file} {place.file}" if file else place.file
    return Problem(
        Place(name, place.sheet, place.row, place.line, place.field, place.paragraph),
        problem.found,
        problem.instead,
        problem.source,
    )


def _compile(
    name: str, label: str, prepared: Prepared, form: Form, added: Additions = NONE
) -> Iterable[Problem]:
    found = [*check_tags(prepared, added.filters), *prepared.problems]
    if not found:
        try:
            form["parts"].append(_part(name, label, prepared, added))
        except TemplateSyntaxError as error:
            number = prepared.lines.get(error.lineno)
            site = prepared.sites[number] if number is not None else prepared.sites[0]
            found.append((site, Stop("标签写法不对", "检查 if、for 与它们的结尾是否成对")))
        except Stop as reason:
            found.append((prepared.sites[0], reason))
        except RecursionError:
            found.append((prepared.sites[0], too_deep()))
    seen: set[int] = set()
    for site, stop in sorted(found, key=lambda pair: pair[0].paragraph):
        if id(site) in seen:
            continue
        seen.add(id(site))
        place = Place(file=label, paragraph=site.paragraph or None, field=quote(site.tag.text))
        yield Problem(place, stop.found, stop.instead, f"原段：{site.text}" if site.text else "")


def _part(name: str, label: str, prepared: Prepared, added: Additions) -> PartForm:
    tree = parser().parse(prepared.source)
    refuse_deep(tree)
    code = generate(tree, prepared)
    return PartForm(
        name=name,
        label=label,
        fixed=prepared.fixed,
        spots=[_spot(site, label) for site in prepared.sites],
        code=code.source if code else "",
        code_lines={str(line): site for line, site in code.sites.items()} if code else {},
        source=prepared.source,
        source_lines={str(line): site for line, site in prepared.lines.items()},
        names=sorted(names_of(tree) - set(added.functions)),
        repairs=[kind for kind in ("cells", "grid", "drawings") if getattr(prepared, kind)],
    )


def _spot(site: Site, label: str) -> list[object]:
    where = "row" if site.where == "block" and site.tag.level in ("tr", "tc") else site.where
    return [
        site.tag.text, site.tag.code, label, site.paragraph, site.text, where, site.run_style, site.paragraph_style,
    ]  # fmt: skip


def _content_types(entries: Mapping[str, Entry]) -> dict[str, str]:
    root = parse_xml(entries[CONTENT_TYPES].read(), CONTENT_TYPES)
    types: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for element in root:
        if isinstance(element.tag, str) and element.tag.endswith("}Override"):
            types[element.get("PartName", "").removeprefix("/")] = element.get("ContentType", "")
        elif isinstance(element.tag, str):
            defaults[element.get("Extension", "").lower()] = element.get("ContentType", "")
    for name in entries:
        types.setdefault(name, defaults.get(name.rpartition(".")[2].lower(), ""))
    return types


def _accept(types: Mapping[str, str], entries: Mapping[str, Entry], form: Form) -> None:
    for kind in types.values():
        if "macroEnabled" in kind:
            raise TemplateError([refused_macros(Place())])
    mains = [name for name, kind in types.items() if kind in (_MAIN, _TEMPLATE) and name in entries]
    if not mains:
        raise TemplateError.one("文件里没有 Word 正文", "请给 Word 的 .docx 文件，不是 Excel 或 PowerPoint")
    if types[mains[0]] == _TEMPLATE:
        listing = entries[CONTENT_TYPES].read().decode("utf-8-sig")
        form["changed"][CONTENT_TYPES] = listing.replace(_TEMPLATE, _MAIN)


def _parts(types: Mapping[str, str], entries: Mapping[str, Entry]) -> Iterable[tuple[str, str]]:
    counts: dict[str, int] = {}
    for name in entries:
        kind = types.get(name, "")
        if kind in (_MAIN, _TEMPLATE):
            yield name, "正文"
        elif kind in _LABELS:
            label = _LABELS[kind]
            counts[label] = counts.get(label, 0) + 1
            yield name, f"{label}{counts[label]}" if label in ("页眉", "页脚") else label
        elif _DATA_ITEM.fullmatch(name):
            yield name, "文档数据"


def _warnings(entries: Mapping[str, Entry], raws: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    for name in entries:
        if name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
            yield f"模板里有宏（{name}）", "另存为不带宏的 .docx"
        elif "/activeX/" in name or "/embeddings/oleObject" in name:
            yield f"模板里有嵌入的程序对象（{name}）", "不需要就删去"
    for name, raw in raws.items():
        if name.endswith(".rels"):
            for one in read_relationships(raw.decode("utf-8", errors="replace")):
                kind = one.get("Type", "")
                if one.get("TargetMode") == "External" and not kind.endswith(_HARMLESS):
                    what = kind.rpartition("/")[2]
                    yield (
                        f"模板引用外部内容（{what}：{one.get('Target', '')[:80]}）",
                        "打开文件时会去取，改为嵌入或删去",
                    )
        elif name.startswith("word/"):
            text = raw.decode("utf-8", errors="replace")
            for wide in _WIDE_TAG.finditer(re.sub("<[^>]*>", "", text) if "｛" in text else ""):
                yield f"“{wide[0]}”是全角花括号，不会当标签填", "改成半角的 {{ }} 或 {% %}"
            for words in re.findall(r"<w:instrText[^>]*>([^<]*)<", text):
                found = _FIELDS.search(words)
                if found:
                    yield f"模板里有会取外部内容的域 {found[1]}", "改为固定文字"


def _numbered_styles(raw: bytes | None) -> dict[str, str]:
    """Give paragraph style → list it numbers by."""
    if raw is None or b"<w:numId" not in raw:
        return {}
    found = {}
    for style in re.findall(r"<w:style\b.*?</w:style>", raw.decode("utf-8", errors="replace"), re.DOTALL):
        number = re.search(r'<w:numId\b[^>]*w:val="(\d+)"', style)
        if number:
            found[read_attributes(style[: style.index(">")]).get("w:styleId", "")] = number[1]
    return found
