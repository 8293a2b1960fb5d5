"""`mkdocs serve` as a process of its own, on a project whose files a test changes."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

PATIENCE = 30
"""In seconds: how long a test waits for what must come; none of them tells how long it took."""


@dataclass
class Server:
    """A server of a project, and what it says."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def log(self) -> str:
        return (self.folder / "serve.log").read_text(encoding="utf-8")

    def html(self, path: str) -> str:
        try:
            with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:  # noqa: S310  our own address
                return str(answer.read(), "utf-8")
        except HTTPError as fault:
            return str(fault.code)
        except (URLError, ConnectionError):
            return ""

    def wait_for(self, path: str, words: str, *, is_there: bool = True) -> str:
        """Give the page as soon as it has the words, or has them no more."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            html = self.html(path)
            if html and (words in html) == is_there:
                return html
            assert self.process.poll() is None, self.log
            time.sleep(0.1)
        raise AssertionError(f"{words!r} in {path}: not {is_there}\n{self.log}")

    def epoch(self) -> str:
        found = re.search(r"livereload\((\d+),", self.html(""))
        assert found is not None
        return found[1]

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a folder while the block runs; a server that ended by itself is a failure."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield Server(folder, port, process)
        assert process.poll() is None
    finally:
        process.terminate()  # an interrupt is ignored by what a shell runs in the background
        process.wait(PATIENCE)
