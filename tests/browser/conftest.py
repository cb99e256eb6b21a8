"""A browser and a site to open. `site` is the one place that knows where pages come from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from graph.database import Database
from tests.absent import absent
from tests.browser.atlas import serve_atlas
from tests.browser.server import Site, serve

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDTHS = {1280: 800, 390: 844}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The site under test."""
    with serve() as found:
        yield found


@pytest.fixture(scope="session")
def atlas_site(browser: Browser, open_database: Database) -> Iterator[Site]:
    """The real application over the Neo4j of this test run; without a browser nothing is started."""
    assert browser.is_connected()
    with serve_atlas(open_database) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system; without one these tests skip, but never where CI is set."""
    with chromium() as running:
        yield running


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium or Chrome of the system, running while the context lasts."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        absent(f"no browser: none of {', '.join(NAMES)} is on PATH")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield running
        running.close()


class Visit:
    """A page with all that went wrong on it: console messages, errors, and requests to other hosts."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.console: list[str] = []
        self.elsewhere: list[str] = []
        self.missing = False
        """Whether the page itself may be absent, of which the browser tells on the console."""
        self.refused = False
        """Whether the server may refuse what the page asks, of which the browser tells as well."""
        self.page.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        if not address.startswith((self.site.address, "data:", "blob:")):
            self.elsewhere.append(address)

    def open(self, path: str) -> Page:
        """The page at `path`, once its picture (if it has one) is drawn."""
        self.page.goto("about:blank")
        self.page.goto(self.site.address + path)
        if self.page.locator("[data-canvas]").count():
            self.page.locator("[data-canvas][data-drawn]").first.wait_for(state="attached")
        return self.page

    def check(self) -> None:
        """Fail where anything was logged or asked of another host."""
        told = {"status of 404"} if self.missing else {"status of 403", "status of 422"} if self.refused else set()
        assert [line for line in self.console if not any(words in line for words in told)] == []
        assert self.elsewhere == []


@pytest.fixture
def visit(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit at 1280 pixels in light, or at the `look` (width, theme) that a test is given."""
    yield from visiting(browser, site, getattr(request, "param", (1280, "light")))


@pytest.fixture
def atlas_visit(browser: Browser, atlas_site: Site, atlas: Database, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit to the real application with the bundled atlas."""
    assert atlas
    yield from visiting(browser, atlas_site, getattr(request, "param", (1280, "light")))


def visiting(browser: Browser, site: Site, look: tuple[int, str]) -> Iterator[Visit]:
    """A visit in a context of its own, checked at its end."""
    width, theme = look
    options: dict[str, Any] = {
        "viewport": {"width": width, "height": WIDTHS[width]},
        "color_scheme": theme,
        "reduced_motion": "reduce",
    }
    context = browser.new_context(**options, permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    context.set_default_timeout(30_000)
    made = Visit(context, site)
    yield made
    made.check()
    context.close()
