"""How fast a speech is read: a fresh `tongzhi extract` beside stock jieba, and growth with length.

    python benchmarks/extract.py [SPEECH] [--runs 9] [--growth]

SPEECH defaults to the first shipped sample. The peer is `python -c "import jieba; jieba.lcut('安全')"` with its
cache warm; the share should stay below 0.85.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tongzhi.resources import corpus_path

ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""As where it is installed: modules are compiled once, not at every start."""
PEER = "import jieba; jieba.lcut('安全')"


def seconds(command: list[str]) -> tuple[float, float]:
    """Give wall time and processor time; the latter tells more on a busy machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(speech: Path, runs: int) -> None:
    ours = [sys.executable, "-m", "tongzhi", "extract", str(speech), "--format", "json"]
    peer = [sys.executable, "-c", PEER]
    for command in (ours, peer):
        seconds(command)
    pairs = [(seconds(ours), seconds(peer)) for _ in range(runs)]
    for index, name in enumerate(("wall", "processor")):
        left = statistics.median(pair[0][index] for pair in pairs)
        right = statistics.median(pair[1][index] for pair in pairs)
        print(f"{name:10s} extract {left:.3f} s   jieba {right:.3f} s   share {left / right:.2f}")


def grow(speech: Path) -> None:
    from tongzhi.extract.tasks import extract_tasks

    text = speech.read_text("utf-8")
    extract_tasks(text)
    for size in (100_000, 400_000, 1_700_000):
        long = (text + "\n") * (size // len(text) + 1)
        start = time.perf_counter()
        extract_tasks(long)
        used = time.perf_counter() - start
        print(
            f"{len(long.encode()) / 1e6:5.1f} MB {used:7.1f} s   {used / len(long) * 1e6:6.1f} µs a character"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speech", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    speech = options.speech or min((corpus_path("samples")).glob("*.txt"))
    compare(speech, options.runs)
    if options.growth:
        grow(speech)


if __name__ == "__main__":
    main()
