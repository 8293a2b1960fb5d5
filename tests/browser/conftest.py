"""The demo in Debian's Chromium: its website, served, and its offline bundle, opened from files without a network.

Every test that uses `page` runs on both. A page that asks another host or reports an error fails.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.build import check_project
from onrecord.making import Order, make_products
from onrecord.products import plan_products
from tests.browser.themed import write_themed

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demo; the addresses are those of files, so that it can be read without a server too."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder to this machine alone, and give the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def products(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make everything but the website."""
    folder = tmp_path_factory.mktemp("products")
    checked = check_project(ROOT)
    made = [each for each in plan_products(checked.dossier.title) if each.name != "site"]
    make_products(Order(project=ROOT, checked=checked), made, folder)
    return folder


@pytest.fixture(scope="session")
def bundle_folder(products: Path) -> Path:
    """Give the offline bundle."""
    return products / "offline"


@pytest.fixture(scope="session", params=["site", "bundle"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Say where the demo is: served, or in files."""
    if request.param == "bundle":
        yield f"{request.getfixturevalue('bundle_folder').as_uri()}/"
        return
    with served(request.getfixturevalue("site_folder")) as address:
        yield address


@pytest.fixture(scope="session")
def themed_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a project that uses what the theme can do and the demo does not."""
    project = tmp_path_factory.mktemp("themed") / "project"
    write_themed(project)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    with served(project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def options() -> dict[str, object]:
    """How the window is opened; a test module may say otherwise."""
    return {}


@pytest.fixture
def page(browser: Browser, address: str, options: dict[str, object]) -> Iterator[Page]:
    """A window on the demo."""
    context = browser.new_context(**{"base_url": address, "viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]  # options of several types
    context.set_offline(address.startswith("file:"))
    page = context.new_page()
    page.set_default_timeout(5_000)
    elsewhere: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(address) else elsewhere.append(request.url))
    page.on("pageerror", lambda error: errors.append(error.message))
    if address.startswith("file:"):
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert [url for url in elsewhere if not url.startswith(("data:", "blob:"))] == []
    assert errors == []
