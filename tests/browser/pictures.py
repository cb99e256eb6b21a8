"""Takes the pictures of the README: `.venv/bin/python -m tests.browser.pictures`, after `ossatlas demo --no-serve`."""

from __future__ import annotations

import logging
from pathlib import Path

from playwright.sync_api import Browser

from api.session import opened
from tests.browser.atlas import serve_atlas
from tests.browser.conftest import chromium
from tests.browser.png import small
from tests.browser.server import Site

log = logging.getLogger(__name__)

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = (1280, 800)
WANTED = {
    "home": ("home", "light"),
    "overlap": ("overlap", "light"),
    "landscape": ("landscape", "light"),
    "landscape-dark": ("landscape", "dark"),
    "repository": ("repository", "light"),
}
"""File name -> page and theme."""


def take(browser: Browser, site: Site, name: str) -> Path:
    """The file of a new picture of that name."""
    page_name, theme = WANTED[name]
    width, height = SIZE
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(site.address + getattr(site, page_name))
    page.locator("[data-canvas][data-drawn]").first.wait_for(state="attached")
    file = FOLDER / f"{name}.png"
    png = page.screenshot(animations="disabled")
    page.goto("about:blank")
    file.write_bytes(small(page, png))
    context.close()
    return file


def main() -> None:
    """Take all pictures from the Neo4j that the settings name."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with opened() as database, serve_atlas(database) as site, chromium() as browser:
        for name in WANTED:
            file = take(browser, site, name)
            log.info("%s, %.0f KB", file, file.stat().st_size / 1000)


if __name__ == "__main__":
    main()
