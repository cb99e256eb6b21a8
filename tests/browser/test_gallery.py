"""The gallery on the first page: every view has its picture, which leads to it; quiet, light, and nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from api.pages.gallery import view_families
from cypher.catalogue import catalogue
from tests.browser.conftest import Visit
from tests.browser.looking import serious

pytestmark = pytest.mark.browser

HREFS = [link.href for family in view_families(catalogue()) for link in family.queries]
BROKEN = "[...document.images].filter((i) => i.checkVisibility() && !(i.complete && i.naturalWidth)).map((i) => i.src)"
SHIFTS = """() => new Promise((done) => new PerformanceObserver((list) => done(
  list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: "layout-shift", buffered: true }) ||
  setTimeout(() => done(0), 500))"""


def whole(page: Page) -> None:
    """Scroll through the page until all its pictures are there."""
    for image in page.locator(".exhibit img:visible").all():
        image.scroll_into_view_if_needed()
        image.evaluate("(i) => i.complete ? 0 : new Promise((done) => { i.onload = i.onerror = done; })")


@pytest.mark.parametrize("atlas_visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_every_view_has_its_picture_in_the_theme_and_leads_to_it(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.home)
    theme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').filter((e) => e.name.includes('words=none')).length"
    )
    assert loaded < len(HREFS), "pictures below the screen wait"
    whole(page)
    assert page.evaluate(BROKEN) == []
    asked = page.evaluate(
        "performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.includes('words=none'))"
    )
    assert {f"theme={theme}" in address for address in asked} == {True}
    assert [link.get_attribute("href") for link in page.locator(".exhibit").all()] == HREFS
    assert page.evaluate(SHIFTS) < 0.1
    assert serious(page) == []


@pytest.mark.parametrize("at", [0, len(HREFS) // 2, -1])
def test_an_entry_opens_its_view_by_keyboard(atlas_visit: Visit, at: int) -> None:
    page = atlas_visit.open("/views")
    page.locator(".exhibit").nth(at).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{HREFS[at]}")
    page.locator("[data-canvas][data-drawn]").first.wait_for(state="attached")


def test_the_bar_leads_to_views_queries_console_and_api(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.home)
    links = page.locator(".ways-bar a")
    assert [link.get_attribute("href") for link in links.all()] == ["/views", "/queries", "/console", "/docs"]
