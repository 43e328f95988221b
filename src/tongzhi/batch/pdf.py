"""A .pdf beside every document, many at one start of the office program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tongzhi.batch.folder import BatchFolder
from tongzhi.batch.run import Here, Processes, in_chunks
from tongzhi.batch.whole import TEMPORARY, fingerprint
from tongzhi.office import to_pdf
from tongzhi.write.files import unwritable

CHUNK = 40
"""Documents that one start of the office program converts: long enough to forget its start, short enough to lose."""


def make_pdfs(folder: BatchFolder, documents: Sequence[Path], jobs: int) -> list[Path]:
    """Give the .pdf of every document; those that an earlier run made from the same bytes are kept.

    Raises:
        MissingToolError: neither LibreOffice nor WPS nor Word is there.
        InputError: a document can't be converted, or the folder can't be written.
    """
    known = folder.read_state()
    sources = {path: fingerprint(path.read_bytes()) for path in documents}
    waiting = [path for path in documents if not _is_whole(path, sources[path], known)]
    workers = Processes(jobs) if jobs > 1 and len(waiting) > CHUNK else Here()
    for done in workers.run(partial(_start, folder.path), in_chunks(waiting, CHUNK)):
        folder.keep((path.name, sources[path.with_suffix(".docx")], digest) for path, digest in done)
    return [path.with_suffix(".pdf") for path in documents]


def _is_whole(document: Path, source: str, known: dict[str, tuple[str, str]]) -> bool:
    target = document.with_suffix(".pdf")
    entry = known.get(target.name)
    try:
        return entry is not None and entry[0] == source and fingerprint(target.read_bytes()) == entry[1]
    except OSError:
        return False


def _start(folder: Path) -> Callable[[list[Path]], list[tuple[Path, str]]]:
    return partial(_convert, folder)


def _convert(folder: Path, documents: list[Path]) -> list[tuple[Path, str]]:

    work = folder / f"{TEMPORARY}{documents[0].stem[:20]}-pdf.tmp"
    try:
        made = []
        for path in to_pdf(documents, work):
            target = folder / path.name
            digest = fingerprint(path.read_bytes())
            path.replace(target)
            made.append((target, digest))
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return made
