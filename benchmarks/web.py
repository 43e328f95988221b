"""Times of the page on a warm server: the first page, and a mayor's speech from the drop to its tasks on screen.

Run: python benchmarks/web.py [--rounds 20]. Aims: first page under 150 ms, speech under 1 s.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Callable
from pathlib import Path

from waitress import create_server

from tongzhi.resources import corpus_path
from tongzhi.web.app import Office, create_app
from tongzhi.web.guard import Guard

AIMS = {"first page": 0.150, "speech to tasks": 1.0}
MAYOR = 3200
"""Characters of a mayor's speech of half an hour."""


def measure(act: Callable[[], None], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return times


def form(values: dict[str, str], name: str, data: bytes) -> tuple[bytes, str]:
    edge = uuid.uuid4().hex
    body = io.BytesIO()
    for key, value in values.items():
        body.write(f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode())
    body.write(
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + data
    )
    body.write(f"\r\n--{edge}--\r\n".encode())
    return body.getvalue(), f"multipart/form-data; boundary={edge}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    speech = corpus_path("samples/city.txt").read_text(encoding="utf-8")
    for more in ("county", "enterprise"):
        speech += corpus_path(f"samples/{more}.txt").read_text(encoding="utf-8")
    speech = speech[:MAYOR]
    with tempfile.TemporaryDirectory() as folder:
        guard = Guard()
        app = create_app(Office(Path(folder)), guard)
        server = create_server(app, host="127.0.0.1", port=0, threads=8)
        threading.Thread(target=server.run, daemon=True).start()
        address = f"http://127.0.0.1:{server.effective_port}"
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        first = opener.open(f"{address}/?token={guard.token}").read().decode()
        found = re.search(r'name="form-key" content="([^"]+)"', first)
        assert found is not None
        body, kind = form({"form_key": found[1]}, "讲话.txt", speech.encode())

        def drop() -> None:
            request = urllib.request.Request(f"{address}/drop", body, {"Content-Type": kind})
            assert 'class="unit action"' in opener.open(request).read().decode()

        def home() -> None:
            opener.open(f"{address}/").read()

        drop()
        print(f"{len(speech)} characters, {rounds} rounds")
        for name, act in (("first page", home), ("speech to tasks", drop)):
            times = measure(act, rounds)
            print(
                f"{name}: median {statistics.median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms, aim {AIMS[name] * 1000:.0f} ms"
            )
        time.sleep(0.3)  # the server ends its last answer
        server.close()
        app.extensions["tongzhi.workspace"].close()


if __name__ == "__main__":
    main()
