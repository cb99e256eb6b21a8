"""Pages in Chinese: none of our English is left on them, and the switch changes nothing but the language.

What is our English is not guessed: two words that follow each other in a text of ours, and do so on a Chinese page,
were forgotten. Names (of projects, people, domains, sources) are in no language and seldom two words of our own texts.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import WIDTHS, Visit
from tests.browser.looking import serious, state_of
from viz.language.headers import entries
from viz.language.words import words

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
NODE = "github:@lyriczhao"
COLD = 90_000
"""Milliseconds that a page may take which nobody has opened before, on a machine that is busy."""
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
NAMES = {
    ("open", "source"),
    ("language", "model"),
    ("deepseek", "week"),
    ("owner", "name"),
    ("neo", "j"),
    ("j", "browser"),
    ("ant", "group"),
}
"""Pairs that names have as well."""
READ = """() => {
  const found = [document.title];
  const apart = "script, style, code, pre, noscript, [data-cypher], [lang='en'], option";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest(apart) || found.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(apart)) return;
    for (const name of ["title", "aria-label", "placeholder"]) found.push(node.getAttribute(name) ?? "");
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}"""


@cache
def ours() -> frozenset[tuple[str, str]]:
    """Every two words that follow each other in one of our English texts, in small letters."""
    messages = [text for m in words("en").values() for text in ([m] if isinstance(m, str) else m.values())]
    texts = [*messages, *entries("zh")["texts"], *entries("zh")["patterns"]]
    return frozenset(pair for text in texts for pair in pairs(text)) - NAMES


def pairs(text: str) -> list[tuple[str, str]]:
    """The words of `text` with the word that follows each, placeholders and code left out."""
    plain = re.sub(r"\{\w+\}|`[^`]*`", " · ", text)
    return [pair for part in re.split(r"[^A-Za-z' ]", plain) for pair in pairwise(WORD.findall(part.lower()))]


def english(page: Page) -> list[str]:
    """The texts of the page in which English of ours is left."""
    return [text for text in page.evaluate(READ) if ours() & set(pairs(text))]


def in_chinese(visit: Visit) -> Visit:
    """The visit of one whose switch is at Chinese."""
    visit.page.set_default_navigation_timeout(COLD)
    visit.page.context.add_cookies([{"name": "lang", "value": "zh", "url": visit.site.address}])
    return visit


@pytest.mark.parametrize("name", PAGES)
def test_a_chinese_page_has_no_english_left_fits_and_is_accessible(atlas_visit: Visit, name: str) -> None:
    atlas_visit.missing = name == "error"
    page = in_chinese(atlas_visit).open(PAGES[name])
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert english(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert serious(page) == [], width


def test_what_opens_on_a_chinese_picture_is_chinese_too(atlas_visit: Visit) -> None:
    page = in_chinese(atlas_visit).open(f"{PAGES['network']}#node={NODE}")
    page.locator("[data-panel]:visible").wait_for()
    page.locator("[data-filters] summary").click()
    assert english(page) == []
    page.keyboard.press("Escape")
    page.locator('[data-tab="table"]').click()
    assert english(page) == []
    page.locator('[data-tab="picture"]').click()
    page.locator('[data-do="help"]').click()
    assert english(page) == []


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
