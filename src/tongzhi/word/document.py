"""A Word document as parts, resolved paragraphs and sections; the one door through which checker and repair read."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from tongzhi.errors import InputError, Place, TongzhiError
from tongzhi.word import markup
from tongzhi.word.blocks import Paragraph, Table, box_contents, read_blocks
from tongzhi.word.markup import Element, is_on, parse_xml, w
from tongzhi.word.numbering import Numbering
from tongzhi.word.package import pack_parts, read_parts, zlib_deflate
from tongzhi.word.page import PageSection, read_sections
from tongzhi.word.runs import RunFormats
from tongzhi.word.styles import Properties, Styles, Theme, merge_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFFICE_DOCUMENT = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part: its kind (`footer`), its target as a part name, whether it lies outside."""

    key: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Story:
    """One header or footer: its part, kind (default, even, first) and paragraphs."""

    part: str
    kind: str
    root: Element
    paragraphs: list[Paragraph] = field(default_factory=list)


class WordDocument:
    """An opened .docx. Roots of parts are parsed once; `save` writes back those named in `touched`."""

    def __init__(self, data: bytes, name: str | None = None) -> None:
        """Open the document.

        Raises:
            InputError: no .docx, damaged, locked by a password, or hostile.
        """
        self.name = name
        self.parts = _open(data, name)
        self.strict = False
        self.touched: set[str] = set()
        self._told: dict[str, list[Story]] = {}
        self._roots: dict[str, Element] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.main = self._find_main()

    def _find_main(self) -> str:
        if "_rels/.rels" not in self.parts:
            raise self._damaged("缺少关系表")
        for relationship in self.relationships("").values():
            if relationship.kind == _OFFICE_DOCUMENT and relationship.target in self.parts:
                found = relationship.target
                break
        else:
            raise self._damaged("里面没有正文")
        self.strict = markup.STRICT in self.parts[found][:4000]
        if self.root(found).find(w("body")) is None:
            raise InputError.one(
                "这不是 Word 文档（可能是表格或演示文稿）", "请给 .docx 文件", place=Place(file=self.name)
            )
        return found

    def _damaged(self, found: str) -> InputError:
        return InputError.one(
            f"文件已损坏或不是 .docx（{found}）",
            "用 Word 或 WPS 打开后另存一份再试",
            place=Place(file=self.name),
        )

    def root(self, part: str) -> Element:
        """Give the root of a part, parsed once."""
        if part not in self._roots:
            self._roots[part] = parse_xml(_usual(self.parts[part]), part, self.name)
        return self._roots[part]

    def add_part(self, part: str, data: bytes) -> None:
        """Put a new part into the document, or replace one."""
        self.parts[part] = data
        self._roots.pop(part, None)
        self._told.clear()

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Give the relationships of a part by id; `''` is the package itself."""
        if part not in self._relationships:
            folder, base = posixpath.split(part)
            name = posixpath.join(folder, "_rels", f"{base}.rels")
            found: dict[str, Relationship] = {}
            if name in self.parts:
                for element in self.root(name):
                    if not isinstance(element.tag, str):
                        continue
                    key = str(element.get("Id") or "")
                    target = str(element.get("Target") or "")
                    external = element.get("TargetMode") == "External"
                    kind = str(element.get("Type") or "").rpartition("/")[2]
                    if not external:
                        target = (
                            target[1:]
                            if target.startswith("/")
                            else posixpath.normpath(posixpath.join(folder, target))
                        )
                    found[key] = Relationship(key, kind, target, external)
            self._relationships[part] = found
        return self._relationships[part]

    def forget_relationships(self, part: str) -> None:
        """Have the relationships of a part read anew after a change."""
        self._told.clear()
        self._relationships.pop(part, None)

    def related(self, kind: str) -> str | None:
        """Give the part of a kind (`styles`, `numbering`) that the main part refers to."""
        for relationship in self.relationships(self.main).values():
            if relationship.kind == kind and relationship.target in self.parts:
                return relationship.target
        return None

    def _related_root(self, kind: str) -> Element | None:
        part = self.related(kind)
        return None if part is None else self.root(part)

    @cached_property
    def body(self) -> Element:
        """The `w:body`."""
        found = self.root(self.main).find(w("body"))
        assert found is not None
        return found

    @property
    def styles(self) -> Styles:
        """Its styles."""
        return self.runs.styles

    @cached_property
    def runs(self) -> RunFormats:
        """What gives the format of a run; papers of one template, whose styles are the same bytes, share it."""
        parts = [self.related(kind) for kind in ("styles", "theme")]
        if any(part in self._roots for part in parts):  # which may have been changed since
            return RunFormats(Styles(self._related_root("styles"), Theme.read(self._related_root("theme"))))
        try:
            return _read_styles(*(b"" if part is None else self.parts[part] for part in parts))
        except InputError:  # read again, to be told with the file's name
            return RunFormats(Styles(self._related_root("styles"), Theme.read(self._related_root("theme"))))

    @cached_property
    def settings(self) -> Element | None:
        """The root of `settings.xml`."""
        return self._related_root("settings")

    def add_section(self) -> None:
        """Give a body without a section one at its end."""
        etree.SubElement(self.body, w("sectPr"))
        self.reread_sections()

    def reread_sections(self) -> None:
        """Have the sections read anew after a change."""
        self._told.clear()
        self.__dict__.pop("sections", None)

    def forget_settings(self) -> None:
        """Have the settings looked up anew after a part was added."""
        self._told.clear()
        self.__dict__.pop("settings", None)

    @property
    def even_and_odd(self) -> bool:
        """Whether even pages have footers of their own."""
        return self.settings is not None and bool(is_on(self.settings.find(w("evenAndOddHeaders"))))

    @cached_property
    def sections(self) -> list[PageSection]:
        """Its sections."""
        return read_sections(self.body)

    @cached_property
    def blocks(self) -> list[Paragraph | Table]:
        """Paragraphs and tables of the body in reading order, properties and numbers resolved."""
        blocks = read_blocks(self.body)
        numbering = Numbering(self._related_root("numbering"))
        for block in blocks:
            for paragraph in [block] if isinstance(block, Paragraph) else block.paragraphs:
                self._resolve(paragraph, numbering)
        return blocks

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The body's own paragraphs, empty ones included."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @cached_property
    def boxes(self) -> list[Paragraph]:
        """Paragraphs in text boxes, with the number of the paragraph that anchors the box."""
        found: list[Paragraph] = []
        for block in self.blocks:
            for host in [block] if isinstance(block, Paragraph) else block.paragraphs:
                found.extend(self._box(host))
        return found

    def _box(self, host: Paragraph) -> Iterator[Paragraph]:
        for content in box_contents(host):
            for block in read_blocks(content):
                for paragraph in [block] if isinstance(block, Paragraph) else block.paragraphs:
                    paragraph.index, paragraph.box, paragraph.section = host.index, True, host.section
                    self._resolve(paragraph, None)
                    yield paragraph

    def _resolve(self, paragraph: Paragraph, numbering: Numbering | None) -> None:
        direct = self.runs.paragraph(paragraph.element.find(w("pPr")))
        style = paragraph.style or self.styles.default_style.get("paragraph")
        paragraph.style = style
        of_style = self.styles.chain(style)[1]
        merged: Properties = dict(self.styles.default_paragraph)
        number = direct.get("numId", of_style.get("numId"))
        depth = direct.get("ilvl", of_style.get("ilvl", 0)) or 0
        level = numbering.level(number, depth) if numbering is not None and number else None
        if level is not None and "numId" not in direct:
            merge_paragraph(merged, level.paragraph)
        merge_paragraph(merged, of_style)
        if level is not None and "numId" in direct:
            merge_paragraph(merged, level.paragraph)
        merge_paragraph(merged, direct)
        paragraph.properties = merged
        if level is not None and numbering is not None and number:
            paragraph.number = (number, depth)
            if paragraph.stripped or paragraph.pictures:
                paragraph.label = numbering.label(number, depth)

    def footers(self, section: PageSection) -> list[Story]:
        """Give the footers that pages of a section show (even ones only if they are switched on)."""
        return self._stories(section.footers, section)

    def headers(self, section: PageSection) -> list[Story]:
        """Give the headers that pages of a section show."""
        return self._stories(section.headers, section)

    def _stories(self, references: dict[str, str], section: PageSection) -> list[Story]:
        said = repr((sorted(references.items()), section.title_page))
        if said not in self._told:
            self._told[said] = list(self._tell(references, section))
        return self._told[said]

    def _tell(self, references: dict[str, str], section: PageSection) -> Iterator[Story]:
        for kind, key in sorted(references.items()):
            if (kind == "even" and not self.even_and_odd) or (kind == "first" and not section.title_page):
                continue
            relationship = self.relationships(self.main).get(key)
            if relationship is None or relationship.target not in self.parts:
                continue
            root = self.root(relationship.target)
            story = Story(relationship.target, kind, root)
            for block in read_blocks(root):
                for host in [block] if isinstance(block, Paragraph) else block.paragraphs:
                    self._resolve(host, None)
                    story.paragraphs.extend([host, *self._box(host)])
            yield story

    def stories(self, kind: str) -> Iterator[Element]:
        """Give the roots of further texts: `footnotes`, `endnotes`, `comments`, `header`, `footer`."""
        for relationship in self.relationships(self.main).values():
            if relationship.kind == kind and relationship.target in self.parts:
                yield self.root(relationship.target)

    def save(self) -> bytes:
        """Give the document as bytes: touched parts written anew, all others as they were; always the same bytes."""
        for part in sorted(self.touched):
            self.parts[part] = etree.tostring(
                self.root(part), xml_declaration=True, encoding="UTF-8", standalone=True
            )
        return pack_parts(self.parts, zlib_deflate())


@lru_cache(maxsize=16)
def _read_styles(styles: bytes, theme: bytes) -> RunFormats:
    """Read the styles and faces of two parts as they lie in the package; empty for a part that is not there.

    Raises:
        InputError: one of them is damaged.
    """
    roots = [
        parse_xml(_usual(data), part) if data else None
        for data, part in ((styles, "styles"), (theme, "theme"))
    ]
    return RunFormats(Styles(roots[0], Theme.read(roots[1])))


def _usual(data: bytes) -> bytes:
    return _loosen(data) if markup.STRICT in data[:4000] else data


_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"


def as_document(data: bytes) -> bytes:
    """Give a Word template (.dotx) as a document: Word opens no .docx that says it is a template; others as they are."""
    parts = _open(data, None)
    types = parts.get("[Content_Types].xml", b"")
    if _TEMPLATE_TYPE not in types:
        return data
    parts["[Content_Types].xml"] = types.replace(_TEMPLATE_TYPE, b"wordprocessingml.document.main+xml")
    return pack_parts(parts, zlib_deflate())


def _open(data: bytes, name: str | None) -> dict[str, bytes]:
    try:
        return read_parts(data)
    except TongzhiError as error:
        error.problems = [replace(problem, place=Place(file=name)) for problem in error.problems]
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError.one(
                "文件加了打开密码，读不了", "在 Word 或 WPS 里去掉密码后另存再试", place=Place(file=name)
            ) from error
        raise


def _loosen(data: bytes) -> bytes:
    """Turn the names of a “Strict Open XML” part into the usual ones."""
    usual = b"http://schemas.openxmlformats.org/"
    for name in (b"wordprocessingml", b"drawingml"):
        data = data.replace(markup.STRICT + name + b"/", usual + name + b"/2006/")
    return data.replace(markup.STRICT + b"officeDocument/", usual + b"officeDocument/2006/")
