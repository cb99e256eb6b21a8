from __future__ import annotations

import pytest

from tests.browser.conftest import Visit
from tests.browser.looking import serious

pytestmark = pytest.mark.browser

LOOKS = [(1280, "dark"), (390, "light")]
PAGES = ("home", "hostile", "empty", "repository", "query")
"""Pages full of hostile and long texts. The real application's pages are opened by `test_atlas`."""


@pytest.mark.parametrize("visit", LOOKS, indirect=True, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_quietly_within_its_width_and_axe_finds_nothing_serious(visit: Visit, name: str) -> None:
    page = visit.open(getattr(visit.site, name))
    assert page.locator("h1").count() >= 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious(page) == []


def test_the_api_reference_is_drawn_from_our_own_files(visit: Visit) -> None:
    page = visit.open(visit.site.docs)
    page.locator(".opblock-tag").first.click()
    page.locator(".opblock-summary-path").first.wait_for()
    assert "/healthz" in page.locator("#swagger").inner_text()


def test_the_search_box_completes_and_opens_a_page(visit: Visit) -> None:
    page = visit.open(visit.site.query)
    page.keyboard.press("/")
    page.keyboard.type("deep")
    page.locator('[role="option"]').first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/repositories/deepseek-ai/DeepEP")


def test_the_theme_is_remembered(visit: Visit) -> None:
    page = visit.open(visit.site.home)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="light and dark").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page = visit.open(visit.site.queries)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_table_sorts_by_its_column_and_says_so(visit: Visit) -> None:
    page = visit.open(visit.site.repository)
    table = page.locator("table[data-sortable]").first
    head = table.get_by_role("columnheader", name="merged PRs")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert table.locator("tbody tr").first.inner_text().startswith("fzyzcjy")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.open(visit.site.query)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
