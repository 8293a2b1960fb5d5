"""What a search costs in a browser: bytes before the first hit, the time to it, and how long the page stands still.

`python -m bench.searching FOLDER [WORDS …]` opens a site that was built, in Debian's Chromium, from its files and from
a server, and prints a line a query. Times are of this machine; nothing is gated by them.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

QUERIES = ("agreement", "the", "co", "economic cooperation", "the president of the republic said that they will")
CHROMIUM = "/usr/bin/chromium"

_WATCH = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
  }).observe({ type: "longtask", buffered: true });
}"""
_ASK = """async (words) => {
  const input = document.querySelector(".or-search [name=words]");
  const list = document.querySelector(".or-search ol");
  const begun = performance.now();
  const found = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }));
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await Promise.race([found, new Promise((resolve) => setTimeout(resolve, 5000))]);
  return performance.now() - begun;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""


def main() -> None:
    """Measure each query in a window of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="*", default=QUERIES)
    asked = parser.parse_args()
    with sync_playwright() as playwright, _served(asked.folder) as served:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for address in (served, f"{asked.folder.resolve().as_uri()}/"):
            for words in asked.words:
                _tell(browser, address, words)
        browser.close()


def _tell(browser: Browser, address: str, words: str) -> None:
    page = browser.new_page()
    loaded: list[int] = []
    page.on(
        "response", lambda response: loaded.append(len(response.body())) if "onrecord/search/" in response.url else None
    )
    page.goto(f"{address}index.html")
    page.evaluate(_WATCH)
    before = sum(loaded)
    opened = _open(page)
    took = page.evaluate(_ASK, words)
    page.wait_for_timeout(300)
    count = page.locator(".or-search [role=status]").inner_text()
    line = f"{address[:5]} {words!r}: {before} B before, {opened + took:.0f} ms to the first hit, {sum(loaded) / 1000:.0f} KB in "
    sys.stdout.write(f"{line}{len(loaded)} files, stands still {page.evaluate('window.longest'):.0f} ms, {count}\n")
    page.close()


def _open(page: Page) -> float:
    begun: float = page.evaluate("performance.now()")
    page.keyboard.press("/")
    page.locator(".or-search[open]").wait_for()
    return float(page.evaluate("performance.now()")) - begun


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
