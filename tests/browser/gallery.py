"""Takes the pictures of the gallery in docs: `make gallery`, after `ossatlas demo --no-serve`."""

from __future__ import annotations

import base64
import logging
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from api.pages.gallery import view_families
from api.session import opened
from api.view_docs import DOCS, PICTURES, THEMES, WIDTHS, picture
from cypher.catalogue import catalogue
from tests.browser.atlas import serve_atlas
from tests.browser.conftest import WIDTHS as HEIGHTS
from tests.browser.conftest import chromium

log = logging.getLogger(__name__)

MOST = 60_000
"""Bytes of a picture."""
QUALITIES = (0.86, 0.78, 0.7, 0.6, 0.5, 0.4, 0.3)
SHARP = {1280: 1.0, 390: 1.5}
"""Pixels of the file for each of the page."""
PATIENCE = 120_000
ENCODED = """async ([text, quality]) => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
  let letters = "";
  for (let i = 0; i < bytes.length; i += 32768) letters += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return btoa(letters);
}"""


def views() -> dict[str, str]:
    """The page of each view's example, by its name."""
    links = (link for family in view_families(catalogue()) for link in family.queries)
    return {link.href.partition("?")[0].split("/")[2]: link.href for link in links}


def webp(page: Page, png: bytes) -> bytes:
    """The picture as WebP, as good as 60 KB allow; `page` is any open page, whose browser encodes it."""
    text = base64.b64encode(png).decode()
    found = b""
    for quality in QUALITIES:
        found = base64.b64decode(page.evaluate(ENCODED, [text, quality]))
        if len(found) <= MOST:
            break
    return found


def look(browser: Browser, theme: str, width: int) -> BrowserContext:
    """A context of that theme and width."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]}, color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=SHARP[width], reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(PATIENCE)
    return context


def take(page: Page, address: str) -> bytes:
    """A screenshot of the view at `address`, once it is drawn."""
    page.goto(address)
    if page.locator("[data-canvas]").count():
        page.locator("[data-canvas][data-drawn]").first.wait_for(state="attached")
    return page.screenshot(animations="disabled")


def taken(browser: Browser, site: str, wanted: list[str]) -> Iterator[Path]:
    """The files of all pictures of the views in `wanted`, as they are written."""
    with_ink = browser.new_page()
    for theme, width in product(THEMES, WIDTHS):
        context = look(browser, theme, width)
        page = context.new_page()
        for name, href in views().items():
            if not wanted or name in wanted:
                file = DOCS / picture(name, theme, width)
                file.write_bytes(webp(with_ink, take(page, site + href)))
                yield file
        context.close()


def main(wanted: list[str]) -> None:
    """Take the pictures of all views, or of those in `wanted`, from the Neo4j that the settings name."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    (DOCS / PICTURES).mkdir(parents=True, exist_ok=True)
    with opened() as database, serve_atlas(database) as site, chromium() as browser:
        for file in taken(browser, site.address, wanted):
            log.info("%s, %.0f KB", file.name, file.stat().st_size / 1000)


if __name__ == "__main__":
    main(sys.argv[1:])
