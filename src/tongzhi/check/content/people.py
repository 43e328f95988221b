"""Names of the office's people and units, written with another character of the same sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.resources import corpus_path


@cache
def _sounds() -> dict[str, str]:
    """Give the commonest sound of each character (GB 2312), without tones."""
    found: dict[str, str] = {}
    for line in corpus_path("pinyin.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sound, characters = line.split("\t")
            found.update(dict.fromkeys(characters, sound))
    return found


_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


def sound_of(text: str) -> tuple[str, ...]:
    """Give the sounds of a text, a part a character; zh and z, ing and in and the like are one, unknown characters stand for themselves."""
    known = _sounds()
    return tuple(_blur(known.get(char, char)) for char in text)


def sounded_characters() -> Iterable[str]:
    """Give every character whose sound is known."""
    return _sounds()


def sound_of_characters(text: str) -> tuple[str, ...]:
    """Give the sounds of a text as they are, zh and z told apart; unknown characters stand for themselves."""
    known = _sounds()
    return tuple(known.get(char, char) for char in text)


def _blur(sound: str) -> str:
    for far, near in _NEAR:
        if sound.startswith(far) and not near.endswith("n"):
            sound = near + sound[len(far) :]
        elif near.endswith("n") and sound.endswith(far):
            sound = sound[: -len(far)] + near
    return sound


def near_names(text: str, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Give (place, as written, known name) of what sounds like a known name and is written otherwise.

    The first character must agree (a surname, the head of a place name), and so must half of all.
    """
    by_head: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name in names:
        if 2 <= len(name) <= 16:
            by_head.setdefault(name[0], []).append((name, sound_of(name)))
    if not by_head:
        return
    sounds = sound_of(text)
    for at, char in enumerate(text):
        for name, sound in by_head.get(char, ()):
            written = text[at : at + len(name)]
            alike = sum(a == b for a, b in zip(written, name, strict=False)) * 2 >= len(name)
            if written != name and alike and sounds[at : at + len(name)] == sound:
                yield at, written, name


LONG_TITLE = 10
"""Characters of a title in 《》 from which names in it are read too."""


def _in_long_title(text: str, at: int) -> bool:
    opening, closing = text.rfind("《", 0, at), text.find("》", at)
    return text.rfind("》", 0, at) < opening and closing - opening > LONG_TITLE


@rule("near-name", clause="人名与单位名", strength="一般", source="本单位名录")
def near_name(paper: Paper) -> Iterator[Remark]:
    """与本单位名录、领导分工里的名字同音而字不同（给了名录时）。"""
    names = {
        name
        for name in (*paper.knowledge.people, *paper.knowledge.units, *paper.knowledge.units.values())
        if name
    }
    if not names:
        return
    for line in paper.shown:
        for at, written, name in near_names(line.text, names):
            if (
                any(known != written and written in known for known in names)
                or written in names
                or (quoted(line.text, at) and not _in_long_title(line.text, at))
            ):
                continue
            if any(other in names for other in (line.text[at : at + size] for size in range(2, 17))):
                continue  # the text has a known, longer or shorter, name here
            right = corrected(line.text, at, at + len(written), name)
            yield Remark(
                line,
                f"“{written}”与名录里的“{name}”同音，字不同",
                right,
                quote=sentence(line.text, at, at + len(written)),
            )
