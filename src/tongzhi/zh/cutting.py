"""Where speech without full stops is cut: at pauses, before a new subject or order, after what closes a sentence.

A pause is a blank, a comma of a text that has hardly a full stop, or a line break. Each possible cut is scored by
what stands before and behind it; `corpus/cutting.json` holds the weights (`benchmarks/cuts.py` fits and measures
them), `corpus/cutting.tsv` the words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tongzhi.resources import corpus_path
from tongzhi.zh.segment import word_starts
from tongzhi.zh.vocabulary import CN_COUNT, CN_NUMERALS, HAN, STOPS, one_of, people

_PAUSE = re.compile(r"[，,]\s*|(?<=[^\s])[ \t\u3000]+|[\r\n]+\s*|…+|——")
_WINDOW = 26
_SPARSE = 150
"""More characters a full stop than this: the marks of the text do not part its sentences."""
_FLOOD = 240
"""A sentence longer than this with many commas is a flood even in a text that has full stops."""
_MANY = 8
_ROW, _BARE_ROW = 100, 36
"""In a text with hardly any full stops, longer stretches than these, with and without commas, are rows."""
_LONG = 24
"""An unmarked stretch longer than this may hold several sentences."""
_LONGEST = 400
_FIGURES = frozenset(CN_NUMERALS + "0123456789")


@cache
def _words(name: str) -> str:
    lines = corpus_path("cutting.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return one_of(word for found, words in rows if found == name for word in words.split())


@cache
def _matter() -> re.Pattern[str]:
    # 第二批, 第三天 count; they open nothing
    return re.compile(
        rf"(?:[嗯啊呃好那][，, ]*){{0,3}}{_words('换题')}(?![天年季届名批轮阶章条款十百人位期座家次])"
    )


def opens_matter(text: str) -> bool:
    """Say whether a sentence turns to another matter: 第二个事, 接下来, 另外."""
    return _matter().match(text) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    behind: tuple[tuple[str, re.Pattern[str]], ...]
    """Looked for at the start of what follows the cut."""
    before: tuple[tuple[str, re.Pattern[str]], ...]
    """Looked for at the end of what stands before it."""
    inner: re.Pattern[str]
    """Where a stretch without pauses may be cut at all."""


@cache
def _patterns() -> _Patterns:
    body = rf"(?:各(?:有关|相关)?[^\W\x00-\xff]{{1,6}}|[^\W\x00-\xff]{{1,7}}?{one_of(w for w in people('单位尾') if w not in ('所', '部', '院', '处', '组', '站', '会'))})"
    surname = f"[{''.join(people('姓'))}]"
    person = rf"(?:[老小]{surname}|{surname}[^\W\x00-\xff]{{0,2}}?{one_of(w for w in people('称呼') if len(w) > 1)})"
    pronoun, order, verb = _words("人称"), _words("令词"), _words("动令")
    day = rf"(?:{_words('时间起')}|[0-9{CN_NUMERALS}]{{1,4}}(?:月|号|点))"
    # 第四天, 第二批 count; they open nothing
    opener = rf"{_words('起句')}(?![天年季届名批轮阶章条款十百个人位期])"
    listed = rf"(?:[（(][{CN_COUNT}]{{1,2}}[)）]|第?[{CN_COUNT}]{{1,2}}(?:、|是(?!个))|[0-9]{{1,2}}[、.．](?![0-9]))"
    behind = (
        ("listed", listed),
        ("opener", opener),
        ("joint", _words("转句")),
        ("answer", _words("应答")),
        ("pronoun", pronoun),
        ("this", _words("指示")),
        ("day", day),
        ("person", person),
        ("body", body),
        ("body-order", rf"(?:{body}|{person}|{pronoun})[{HAN}0-9]{{0,12}}?{order}"),
        ("day-order", rf"{day}[{HAN}0-9]{{0,14}}?(?:前|内|开始|起|{order})"),
        ("verb", verb),
        (
            "resumes",
            rf"(?:的|了|地|得|着|过|等|[{CN_NUMERALS}0-9]{{0,4}}(?:月|日|号|点|分|个|家|座|条|项)|以前|之前|以内|之内|前|内)",
        ),
        ("soon-order", rf"[{HAN}0-9]{{0,12}}?(?:要|必须|务必|一律|不得|负责|牵头|给我)"),
    )
    before = (
        ("asked", r"(?:吗|呢|吧|没有|行不行|对不对|是不是|有没有|怎么办|哪里|什么时候|多少|几[个点号])$"),
        ("particle", r"(?:了|啊|嘛|呀|哈|啦)$"),
        ("de", r"的$"),
        ("closed", rf"{_words('收尾')}$"),
        ("dangling", rf"{_words('悬空')}$"),
        ("figure", rf"[0-9{CN_NUMERALS}]$"),
        (
            "day-end",
            rf"(?:[0-9{CN_NUMERALS}]+(?:月|日|号|点|分|天|周)|之?前|以内|之内|今天|明天|后天|开始|的时候)$",
        ),
        ("topic", r"(?:呢|这个|这一块|的话|方面|问题|事情|这边)$"),
        (
            "body-end",
            rf"(?:{one_of(people('单位尾'))}|{one_of(w for w in people('称呼') if len(w) > 1)}|{pronoun})$",
        ),
        ("answer-all", rf"^(?:{_words('应答')})+$"),
    )
    inner = (
        rf"(?={listed}|{opener}|{_words('转句')}|{_words('应答')}(?:{pronoun}|的|{body})|{pronoun}|{person}|{body}[{HAN}0-9]{{0,12}}?{order}"
        rf"|(?:{day})|{_words('指示')}|(?:把|请|不要|不得|严禁|必须))"
    )
    return _Patterns(
        tuple((name, re.compile(form)) for name, form in behind),
        tuple((name, re.compile(form)) for name, form in before),
        re.compile(inner),
    )


def cut_signs(text: str, last: int, at: int, resume: int, pause: str) -> dict[str, float]:
    """Give the signs of a possible cut: `last` is the cut before it, what follows begins at `resume`."""
    patterns = _patterns()
    before, window = text[max(last, at - _WINDOW) : at].rstrip("，, "), text[resume : resume + _WINDOW]
    signs = {"bias": 1.0, pause: 1.0}
    for name, pattern in patterns.behind:
        if pattern.match(window):
            signs[f">{name}"] = 1.0
    for name, pattern in patterns.before:
        if pattern.search(before):
            signs[f"<{name}"] = 1.0
    size = at - last
    for limit in (3, 6, 10, 16, 24, 40, 60):
        if size <= limit:
            signs[f"len<={limit}"] = 1.0
    following = _PAUSE.search(text, resume)
    ahead = (following.start() if following else len(text)) - resume
    for limit in (3, 6, 10):
        if ahead <= limit:
            signs[f"ahead<={limit}"] = 1.0
    for width in (1, 2, 3):
        signs[f"<{before[-width:]}"] = signs[f">{window[:width]}"] = 1.0
    return signs


@cache
def shipped_weights() -> Mapping[str, float]:
    """Give the weights of `corpus/cutting.json`."""
    record = json.loads(corpus_path("cutting.json").read_text("utf-8"))
    return {str(name): float(value) for name, value in record["weights"].items()}


def candidates(text: str, *, pauses: bool) -> Iterator[tuple[int, int, str]]:
    """Give the possible cuts of a stretch: where it ends, where the next begins, the kind of pause."""
    edges = [0]
    found: list[tuple[int, int, str]] = []
    for match in _PAUSE.finditer(text):
        mark = match.group()
        # a comma stays with what it closes
        found.append((match.start() + len(mark.rstrip()), match.end(), "pause"))
        edges.append(match.end())
    edges.append(len(text))
    rest = []
    for start, end in pairwise(edges):
        if end - start > _LONG:
            rest += [
                (match.start(), match.start(), "none")
                for match in _patterns().inner.finditer(text, start + 4, end - 3)
                if start + 4 <= match.start()
            ]
    yield from sorted([*(found if pauses else ()), *rest])


def find_cuts(
    text: str,
    *,
    sparse: bool,
    joined: bool = False,
    cautious: bool = True,
    weights: Mapping[str, float] | None = None,
) -> list[tuple[int, int]]:
    """Give the stretches that a sentence without inner full stops is cut into, blanks at their ends left out.

    Args:
        text: the sentence; a row of what recognition gave, or an ordinary one, which stays whole.
        sparse: whether its text has hardly any full stops.
        joined: whether its lines were joined, so that numbered headings may run on inside it.
        cautious: whether only what is plainly run together is cut.
        weights: of the signs, other than those that ship.
    """
    size = len(text)
    commas = text.count("，") + text.count(",")
    cuts: list[tuple[int, int]] = _listed_cuts(text) if joined else []
    if cautious and not _is_row(text, commas, sparse=sparse):
        return _whole(text, cuts)
    edges: frozenset[int] | None = None
    used = shipped_weights() if weights is None else weights
    last = 0
    for at, resume, pause in candidates(text, pauses=True):
        if at <= last or at - last < 2 or (size - resume < 2 and pause == "none"):
            continue
        if pause == "none":
            if edges is None:
                # no word is cut in two: only a row without pauses needs its words
                edges = word_starts(text)
            if at not in edges or (text[at - 1] in _FIGURES and text[at] in _FIGURES):
                continue
        if pause != "none" and opens_matter(text[resume : resume + _WINDOW]):
            cuts.append((at, resume))
            last = resume
            continue
        signs = cut_signs(text, last, at, resume, pause)
        if sum(value * used.get(name, 0.0) for name, value in signs.items()) > 0:
            cuts.append((at, resume))
            last = resume
    return _whole(text, sorted(set(cuts)))


def is_sparse(pieces: Sequence[str]) -> bool:
    """Say whether the lines of a text have hardly any full stops, as recognition leaves them."""
    size = sum(map(len, pieces))
    return size > sum(piece.count(mark) for piece in pieces for mark in STOPS) * _SPARSE


def _is_row(text: str, commas: int, *, sparse: bool) -> bool:
    """Whether a stretch is a row of sentences: long, without full stops, with pauses or with no marks at all."""
    size = len(text)
    if size > _LONG and sum("\u3400" <= char <= "\u9fff" for char in text) * 2 < size:
        return False  # addresses, code
    if size > _FLOOD and commas >= _MANY:
        return True
    return sparse and size > (_ROW if commas else _BARE_ROW)


_INLINE = re.compile(
    rf"(?<=[{HAN}0-9])(?<!第)(?=[（(][{CN_COUNT}]{{1,2}}[)）][^\W\x00-\xff])(?<![条款项则])"
    rf"|(?<=[^\W\x00-\xff])(?=[{CN_COUNT}]{{1,2}}、(?![{CN_NUMERALS}几])[^\W\x00-\xff]{{2,20}}，)(?<![{CN_NUMERALS}第之反])"
)
"""A numbered heading that runs on behind the words before it: …过筛子（一）危险化学品."""


_HEADED = re.compile(
    rf"(?:第?[{CN_COUNT}]{{1,2}}、|[（(][{CN_COUNT}]{{1,2}}[)）])[^\W\x00-\xff]{{2,16}}?(?:，[^\W\x00-\xff]{{2,12}}?)?"
    rf"(?=(?:各[级县地部单乡镇街有]|[省市县区镇乡]级|[市县区省](?![级里委政])[^\W\x00-\xff]{{1,6}}?[局委办部])[^\W\x00-\xff]{{0,10}}?(?:要|必须|应当|负责|牵头))"
)
"""A numbered heading and the subject of its first sentence: 三、把责任压实，谁的孩子谁抱走|市级分管领导要…"""


def _listed_cuts(text: str) -> list[tuple[int, int]]:
    headed = _HEADED.match(text)
    if headed:
        return [(headed.end(), headed.end())]
    if "（" not in text and "(" not in text and "、" not in text:
        return []
    return [(match.start(), match.start()) for match in _INLINE.finditer(text)]


def _whole(text: str, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found, position = [], 0
    for at, resume in [*cuts, (len(text), len(text))]:
        start, end = position, at
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        while end - start > _LONGEST * 3:
            stop = _stop_before(text, start, start + _LONGEST)
            found.append((start, stop))
            start = stop
            while start < end and text[start].isspace():
                start += 1
        if end > start:
            found.append((start, end))
        position = max(position, resume)
    return found


def _stop_before(text: str, start: int, end: int) -> int:
    """Give where to cut a stretch that is too long: at its last pause before `end`."""
    last = max(text.rfind(mark, start + 1, end) for mark in "，, 、\n")
    return last + 1 if last > start else end
