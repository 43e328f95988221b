"""The people of a row or a form: one, several in one cell, nobody, or a doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tongzhi.desk.chain import read_tokens, replaced_names
from tongzhi.desk.labels import field_of, plain
from tongzhi.desk.people import NOBODY, Asked, Doubt, Reply
from tongzhi.desk.reading import FormSheet, read_moment, shorten, when_filled
from tongzhi.errors import Place, Problem
from tongzhi.read.tables import ERRORS
from tongzhi.zh.bodies import plain_body
from tongzhi.zh.names import normalize_name
from tongzhi.zh.people import has_surname, is_post

_HAN = r"[㐀-䶵一-鿿\U00020000-\U0003134f]"

_NOBODY_COMES = re.compile(
    r"^(?:因.{1,20})?(?:请假|请[过了]假|不(?:能)?(?:参加|参会|出席|派)|无法参[加会]|缺席|无人参[加会]|不参)|^(?:无|没有|暂无|[-—－/\\]+)$"
)


def take_row(
    sheet: FormSheet, values: dict[str, str], place: Place, cells: Sequence[str], *, ended: bool
) -> None:
    """Take what a row says: people, a unit from which nobody comes, or a doubt. After the foot of a table (`ended`) a lone name is no person."""
    name = values.get("name", "")
    note = f"{values.get('note', '')} {values.get('attends', '')} {values.get('venue', '')}"
    if values.get("person") and not name:
        found = read_tokens(values["person"], sheet.asked)
        if found:
            for one in found:
                _take_person(sheet, {**values, **{key: value for key, value in one.items() if value}}, place)
            return
    if not name or _NOBODY_COMES.search(name):
        told = " ".join(part for part in (name, note.strip()) if part)
        if re.search(r"请假|请[过了](?:个)?假|告假|不参|不派|无法参|不能参|缺席|无人", told) or plain(
            values.get("attends", "")
        ) in (
            "否",
            "不参加",
        ):
            _take_person(
                sheet,
                {
                    **values,
                    "name": NOBODY,
                    "title": "" if is_dash(values.get("title", "")) else values.get("title", ""),
                    "mobile": "" if is_dash(values.get("mobile", "")) else values.get("mobile", ""),
                    "note": f"不参加：{told}",
                },
                place,
            )
        elif (
            (values.get("title") or values.get("mobile"))
            and not is_dash(values.get("title", ""))
            and not ended
        ):
            sheet.found.doubts.append(
                make_doubt(
                    sheet, values, place, shorten(cells), "这一行没有姓名", "补上姓名；没有人参会就写 无"
                )
            )
        elif not ended and name and not re.fullmatch(r"(?:无|没有|暂无|[-—－/\\]+)", name):
            sheet.found.doubts.append(
                make_doubt(sheet, values, place, shorten(cells), f"姓名格里是“{name[:20]}”", "补上姓名")
            )
        return
    if name in ERRORS or name.startswith("="):
        sheet.found.doubts.append(
            make_doubt(
                sheet,
                {**values, "name": ""},
                place,
                shorten(cells),
                f"姓名格里是“{name[:20]}”，不像姓名",
                "公式没有结果，补上姓名后重报",
            )
        )
        return
    if re.fullmatch(r"待定|未定|待报|稍后.*|另报.*", name):
        sheet.found.said = f"说人选{name}"
        sheet.found.unit = sheet.found.unit or values.get("unit", "")
        sheet.found.doubts.append(
            make_doubt(
                sheet, {**values, "name": ""}, place, shorten(cells), f"姓名格里是“{name}”", "等单位补上姓名"
            )
        )
        return
    if _MANY.search(name):
        sheet.found.doubts.append(
            make_doubt(
                sheet, {**values, "name": ""}, place, shorten(cells), f"姓名格里是“{name[:20]}”，说的是几个人",
                "要给他们座位就一人一行写上姓名",
            )
        )  # fmt: skip
        return
    if ended and not (values.get("title") or values.get("mobile")):
        sheet.found.lines.leave_out("表下的说明", place, f"是表下的话：{shorten(cells)}")
        return
    _take_person(sheet, values, place)


_MANY = re.compile(
    r"\d+\s*(?:人|名|位)|(?:负责|有关|相关|其他|全体)(?:同志|人员|领导|负责人|干部职工|人)|^各(?:县|市|区|镇|乡|街道|科室|部门|单位)"
)
"""A cell for a name that speaks of several people without naming them: 各县（市）局分管负责同志42人."""


def is_dash(text: str) -> bool:
    """Tell a cell that is filled with nothing: —, /, 无."""
    return bool(re.fullmatch(r"[-—－/\\\s无]*|0", text))


_BETWEEN = r"\s*[、，,；;/\n]\s*"


def _take_person(sheet: FormSheet, values: dict[str, str], place: Place) -> None:
    """Take the person of a row, or each of several that share its cells."""
    for key in ("title", "mobile"):
        if values.get(key) in ERRORS or values.get(key, "").startswith("="):
            sheet.found.problems.append(
                Problem(
                    place, f"“{values['name']}”的{_WORDS[key]}是 {values[key]}", "公式没有结果，补上后重报"
                )
            )
            values = {**values, key: ""}
    singles, doubt = _one_by_one(values, sheet.asked)
    if doubt:
        guess = {**values, "name": "、".join(one["name"] for one in singles)}
        sheet.found.doubts.append(
            make_doubt(
                sheet,
                guess,
                place,
                _joined(value for key, value in values.items() if key in ("unit", "name", "title", "mobile")),
                doubt,
                "一人一行，职务、手机各写各的",
            )
        )
        return
    for single in singles:
        one = make_reply(single, place, sheet)
        if one.is_leave is False and re.search(rf"请假.{{0,6}}由{_HAN}{{2,}}", one.note):
            sheet.found.problems.append(
                Problem(place, f"“{one.name}”的备注是“{one.note}”，来的不是本人", "把来的人写进姓名栏")
            )
        if one.name != NOBODY and not _is_name(one.name):
            guess = {**single, "name": ""}
            sheet.found.doubts.append(
                make_doubt(
                    sheet,
                    guess,
                    place,
                    _joined((single.get("unit", ""), one.name, single.get("title", ""))),
                    f"姓名格里是“{one.name[:20]}”，不像姓名",
                    "补上姓名",
                )
            )
            continue
        sheet.found.people.append(one)


def _joined(cells: Iterable[str]) -> str:
    """Give the filled cells of a row in one line, as a doubt quotes them."""
    return "，".join(cell for cell in cells if cell).replace("\n", " ")


_WORDS = {"title": "职务", "mobile": "手机"}


def make_doubt(
    sheet: FormSheet, values: Mapping[str, str], place: Place, text: str, why: str, instead: str = ""
) -> Doubt:
    """Make the doubt about words that were not understood, with the best guess at the person."""
    guess = Reply(
        values.get("unit", "") or sheet.unit, normalize_name(values.get("name", "")), values.get("title", "").replace("\n", "、"), _read_phone(values.get("mobile", "")),
        note=values.get("note", ""), place=place, at=sheet.common.at, corrects=sheet.corrects,
    )  # fmt: skip
    return Doubt(guess, text, why, instead)


def _one_by_one(values: dict[str, str], asked: list[Asked]) -> tuple[list[dict[str, str]], str]:
    """Part a cell that names several people, when what the row says of them parts in the same way; else say the doubt."""
    cell = values.get("name", "").strip()
    joined = _read_name(cell)
    if "\n" not in cell and (
        not re.search(_BETWEEN + "|[（(]|[和及与]| ", joined) or re.fullmatch(r"[A-Za-z .'\-]+", joined)
    ):
        return [values], ""
    lines = [line for line in re.split(r"\s*\n\s*", cell) if line]
    if len(lines) > 1 and len("".join(lines)) <= 4 and all(len(normalize_name(line)) == 1 for line in lines):
        return [{**values, "name": "".join(lines)}], ""
    names = [
        _read_name(part) for part in re.split(r"[、，,；;/\n]|(?<=..)[和及与](?=..)", cell) if part.strip()
    ]
    if len(names) == 1 and _is_several(names[0]):
        names = names[0].split(" ")
    bare = [re.sub(r"[（(].*?[）)]$", "", name).strip() for name in names]
    if len(names) == 1 or not all(
        re.fullmatch(rf"{_HAN}{{2,4}}|{_HAN}+(?:[·•．‧・]{_HAN}+)+|[A-Za-z .]+", name) for name in bare
    ):
        return _from_words(values, cell, asked)
    parted: dict[str, list[str]] = {}
    for key in ("title", "mobile", "sex", "ethnicity", "plate"):
        if not values.get(key):
            continue
        parts = _parts(values[key], len(names), is_post=key == "title")
        if len(parts) == len(names):
            parted[key] = parts
        elif key in ("title", "mobile") and len(parts) > 1:
            return [
                {**values, "name": name} for name in bare
            ], f"一格里写了 {len(names)} 个人，{_WORDS[key]}有 {len(parts)} 个，对不上"
        elif key == "mobile" or (key == "title" and len(names) > 1 and not re.search(r"均|都", values[key])):
            return [
                {**values, "name": name} for name in bare
            ], f"一格里写了 {len(names)} 个人，{_WORDS[key]}只有 1 个"
    return [
        {**values, "name": name, **{key: parts[at] for key, parts in parted.items()}}
        for at, name in enumerate(names)
    ], ""


def _from_words(values: dict[str, str], cell: str, asked: list[Asked]) -> tuple[list[dict[str, str]], str]:
    """Read a name cell that holds more than a name: 张三（副局长）, 副局长张三 13800000000."""
    remark = re.search(r"[（(]([^（()）]*)[）)]$", cell.replace("\n", " "))
    if remark and not is_post(remark[1]) and not re.search(r"\d{7}", remark[1]):
        return [values], ""
    found = [one for one in read_tokens(cell.replace("\n", "；"), asked, with_units=False) if one.get("name")]
    if not found or not all(has_surname(one["name"]) or one.get("title") for one in found):
        return [values], ""
    if len(found) == 1:
        one = found[0]
        extra = {key: one[key] for key in ("title", "mobile") if one.get(key) and not values.get(key)}
        return [{**values, "name": one["name"], **extra}], ""
    if all(one.get("title") for one in found):
        made = [{**values, **{key: one.get(key, "") for key in ("name", "title", "mobile")}} for one in found]
        if values.get("mobile") and not any(one["mobile"] for one in made):
            # the numbers stand in a cell of their own: one for each, or it is asked whose they are
            numbers = _parts(values["mobile"], len(made), is_post=False)
            if len(numbers) != len(made):
                guess = [{**one, "mobile": values["mobile"]} for one in made]
                return guess, f"一格里写了 {len(made)} 个人，手机有 {len(numbers)} 个，对不上"
            made = [{**one, "mobile": number} for one, number in zip(made, numbers, strict=True)]
        return made, ""
    return [values], "一格里像是写了几个人"


def _parts(text: str, count: int, *, is_post: bool) -> list[str]:
    """Part a cell for so many people: at line breaks if these give the number, else at other marks."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == count:
        return lines
    parts = [part for part in re.split(r"[、，,；;/\n]", text) if part.strip()]
    if is_post and len(parts) != count:
        whole: list[str] = []
        for part in parts:
            if whole and re.search(r"(?:成员|委员|常委)$", whole[-1]):
                whole[-1] += f"、{part.strip()}"
            else:
                whole.append(part.strip())
        if len(whole) == count:
            return whole
    if not is_post and len(parts) != count:
        numbers = re.findall(r"1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}|0\d{2,3}-?\d{7,8}", text)
        if len(numbers) == count:
            return numbers
    return [part.strip() for part in parts]


def _is_several(name: str) -> bool:
    return bool(re.search(rf"{_HAN}{{2}}(?:{_BETWEEN}| ){_HAN}{{2}}", name))


_STAYS_AWAY = ("否", "不参加", "不参会", "请假", "不能", "不", "×", "✗", "✘", "╳", "x", "X", "N")


def make_reply(values: Mapping[str, str], place: Place, sheet: FormSheet) -> Reply:
    """Make the reply of one person from the values of a row, with what holds for the whole sheet."""
    known = {
        name: value
        for name, value in values.items()
        if name in Reply.__dataclass_fields__ and name != "filled_at" and value
    }
    name = _read_name(known.get("name", ""))
    inside = re.search(r"[（(]([^（()）]*)[）)]$", name)
    if inside:
        name = name[: inside.start()].strip()
        if not known.get("title") and is_post(inside[1]):
            known["title"] = inside[1]
        else:
            known["note"] = "；".join(part for part in (known.get("note", ""), inside[1]) if part)
    name = re.sub(r"同志$", "", name)
    known["name"] = normalize_name(name) if name != NOBODY else name
    known["unit"] = plain_body(known.get("unit", ""))
    known["title"] = re.sub(r"\s*\n\s*", "、", known.get("title", "")).strip()
    known["mobile"] = _read_phone(known.get("mobile", "") or values.get("office_phone", ""))
    if known.get("note"):
        known["note"] = known["note"].replace("\n", " ")
    attends = plain(values.get("attends", ""))
    if attends in _STAYS_AWAY and name != NOBODY:
        known["note"] = "；".join(part for part in (known.get("note", ""), "不参加") if part)
    own = replace(sheet.common, **known, place=place)  # type: ignore[arg-type]  # fields of text only
    if filled := read_moment(values.get("filled_at", "")):  # a form on the net notes when each row was sent
        own = replace(own, filled_at=filled, at=when_filled(filled, own.at))
    return replace(own, replaces=tuple(dict.fromkeys((*own.replaces, *replaced_names(own.note)))))


def _read_name(text: str) -> str:
    """Give 张三 for 张 三; the blank of Latin names stays, and one between what may be two people: 王五 赵六."""
    name = re.sub(r"\s+", " ", text.replace("　", " ")).strip()
    name = re.sub(r" ?([·•．・‧（()）]) ?", r"\1", name)
    if _is_several(name) and not _is_one(name):
        return name
    return re.sub(rf"(?<={_HAN}) (?={_HAN})", "", name)


def _is_one(name: str) -> bool:
    """Tell one name written with a blank (欧阳 修文) from two: a compound surname alone is no person."""
    parts = name.split(" ")
    return (
        len(parts) == 2
        and len(parts[0]) == 2
        and has_surname(parts[0] + parts[1][:1])
        and not has_surname(parts[0])
    )


def _read_phone(text: str) -> str:
    """Give 13800000000 for 138 0000 0000 and 13800000000.0; several numbers joined by 、."""
    text = unicodedata.normalize("NFKC", text.replace("、", "\n")).lstrip("'")
    text = re.sub(r"(?<=\d)\s*[—–―‐‑−]+\s*(?=\d)", "-", text)
    if is_dash(text):
        return ""
    numbers = [
        re.sub(r"\.0$|^\+?86[ \-]?(?=1)", "", part.strip())
        for part in re.split(r"[\n、，,;；/]+", text)
        if part.strip()
    ]
    return "、".join(
        re.sub(r"[ \-－]", "", part) if re.fullmatch(r"1[3-9]\d[ \-－]?\d{4}[ \-－]?\d{4}", part) else part
        for part in numbers
    )


def _is_name(text: str) -> bool:
    """Tell a name from a label, a sentence and what is no word."""
    return (
        text not in ERRORS
        and bool(re.search(r"[⺀-⻳一-鿿㐀-䶵A-Za-z\U00020000-\U0003134f]", text))
        and not re.match(r"=|填在工作表|(?:无|没有|暂无|待定|合计|小计)$|.{1,10}[:：]", text)
        and len(text) <= 30
        and not re.search(r"[。；！？\d]", text)
        and not field_of(text)
    )
