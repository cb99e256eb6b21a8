"""Pages in Chinese: none of our English is left on them, and the switch changes nothing but the language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from api.pages.gallery import view_families
from cypher.catalogue import catalogue
from graph.database import Database
from tests.browser.conftest import WIDTHS, Visit
from tests.browser.foreign import Names, english, names
from tests.browser.looking import serious, state_of
from tests.conftest import Shelf
from viz import addresses

pytestmark = pytest.mark.browser

BOTH = "repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"
PAGES = {
    "home": "/",
    "views": "/views",
    "queries": "/queries",
    "query": f"/queries/shared-developers?{BOTH}",
    "network": f"/views/overlap-network?{BOTH}",
    "landscape": "/views/collaboration-network",
    "chart": "/views/growth",
    "plane": "/views/momentum",
    "race": "/views/rank-race",
    "repository": "/repositories/deepseek-ai/DeepEP",
    "developer": "/developers/LyricZhao",
    "empty": "/views/overlap-network?repositories=mindverse/Second-Me",
    "error": "/views/nothing",
    "embedded": f"/embed/overlap-network?{BOTH}",
}
VIEWS = [link.href for family in view_families(catalogue()) for link in family.queries]
Known = Callable[[], Names]
NODE = "github:@lyriczhao"
COLD = 90_000
"""Milliseconds that a page may take which nobody has opened before, on a machine that is busy."""
READ = """() => {
  const found = [document.title];
  const apart = "script, style, code, pre, noscript, [data-cypher], [translate='no'], [lang='en'], option";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest(apart) || found.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(apart)) return;
    for (const name of ["title", "aria-label", "placeholder"]) found.push(node.getAttribute(name) ?? "");
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}"""


@pytest.fixture(scope="session")
def known(open_database: Database, shelf: Shelf) -> Callable[[], Names]:
    """The names that the bundled atlas holds, once it is loaded."""

    @cache
    def read() -> Names:
        assert shelf.holds == "atlas"
        return names(open_database)

    return read


def left(page: Page, known: Names) -> list[str]:
    """The texts of the page in which English of ours is left."""
    return english(page.evaluate(READ), known)


def in_chinese(visit: Visit) -> Visit:
    """The visit of one whose switch is at Chinese."""
    visit.page.set_default_navigation_timeout(COLD)
    visit.page.context.add_cookies([{"name": "lang", "value": "zh", "url": visit.site.address}])
    return visit


@pytest.mark.parametrize("name", PAGES)
def test_a_chinese_page_has_no_english_left_fits_and_is_accessible(atlas_visit: Visit, known: Known, name: str) -> None:
    atlas_visit.missing = name == "error"
    page = in_chinese(atlas_visit).open(PAGES[name])
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert left(page, known()) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert serious(page) == [], width


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_english_left_on_its_chinese_page(atlas_visit: Visit, known: Known, view: str) -> None:
    assert left(in_chinese(atlas_visit).open(view), known()) == []


@pytest.mark.parametrize("family", catalogue().families())
def test_no_query_has_english_left_on_its_chinese_page(atlas_visit: Visit, known: Known, family: str) -> None:
    visit = in_chinese(atlas_visit)
    for query in catalogue().families()[family]:
        if query.kind != "metric":
            page = visit.open(addresses.query(query.name, query.examples[0] if query.examples else {}))
            assert left(page, known()) == [], query.name


def test_what_opens_on_a_chinese_picture_is_chinese_too(atlas_visit: Visit, known: Known) -> None:
    page = in_chinese(atlas_visit).open(f"{PAGES['network']}#node={NODE}")
    page.locator("[data-panel]:visible").wait_for()
    page.locator("[data-filters] summary").click()
    assert left(page, known()) == []
    page.keyboard.press("Escape")
    page.locator('[data-tab="table"]').click()
    assert left(page, known()) == []
    page.locator('[data-tab="picture"]').click()
    page.locator('[data-do="help"]').click()
    assert left(page, known()) == []


def test_the_switch_keeps_address_and_state_and_is_remembered(atlas_visit: Visit) -> None:
    page = atlas_visit.open(f"{PAGES['network']}#node={NODE}")
    before, state = page.url, state_of(page)
    page.get_by_role("link", name="中文").click()
    page.locator("html[lang=zh-Hans] [data-canvas][data-drawn]").wait_for()
    assert (unquote(page.url), state_of(page)) == (unquote(before), state)
    page.locator("[data-panel]:visible").wait_for()
    assert atlas_visit.open("/queries").locator("h1").inner_text() == "查询"
    page.get_by_role("link", name="English").click()
    page.locator("html[lang=en]").wait_for()
    assert page.locator("h1").inner_text() == "Queries"


def test_a_language_in_the_address_gives_way_to_the_switch(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/queries?lang=zh")
    page.get_by_role("link", name="English").click()
    page.locator("html[lang=en]").wait_for()
    assert page.url.endswith("/queries")


def test_a_network_asked_for_again_has_its_legend_in_the_page_s_language(atlas_visit: Visit) -> None:
    page = in_chinese(atlas_visit).open(f"{PAGES['network']}#node={NODE}")
    page.locator("[data-canvas]").focus()
    with page.expect_response(lambda answer: "/api/v1/views/" in answer.url) as asked:
        page.keyboard.press("e")
    assert "lang=zh" in asked.value.url
    assert "开发者" in {group["title"] for group in asked.value.json()["kind_groups"]}
