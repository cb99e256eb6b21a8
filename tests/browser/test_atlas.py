"""The real application with all bundled data, in a real browser."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import PAGES
from tests.browser.conftest import WIDTHS, Visit
from tests.browser.looking import STAGE, drawn, serious, state_of, under_walls

pytestmark = pytest.mark.browser

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
NETWORKS = ("home", "overlap", "landscape", "repository")
LYRIC = "github:@lyriczhao"
VLLM = "vllm-project/vllm"


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"docs"}))
def test_a_page_is_quiet_within_its_width_and_accessible_in_both_themes_and_widths(
    atlas_visit: Visit, name: str
) -> None:
    atlas_visit.missing = name == "error"
    page = atlas_visit.open(getattr(atlas_visit.site, name))
    assert page.locator("h1").count() == 1
    for width, theme in LOOKS:
        page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        page.emulate_media(color_scheme=theme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, theme)
        assert serious(page) == [], (width, theme)


def test_the_api_reference_lists_the_routes_from_our_own_files(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.docs)
    page.locator("#operations-tag-names").click()
    expect(page.locator("#swagger")).to_contain_text("/api/v1/search")


@pytest.mark.parametrize("atlas_visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_is_drawn_whole_and_clear_of_heading_and_legend(atlas_visit: Visit, name: str) -> None:
    page = atlas_visit.open(getattr(atlas_visit.site, name))
    picture = drawn(page)
    assert len(picture["places"]) > 20
    assert picture["inked"] > 2000
    for place in picture["places"]:
        assert -1 <= place["x"] <= picture["width"] + 1
        assert -1 <= place["y"] <= picture["height"] + 1
    assert under_walls(page) == []


def test_the_first_screen_answers_its_question_and_a_name_shows_its_node(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.home)
    names = page.locator(".answer a").all_inner_texts()
    assert sorted(names) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]
    page.locator(".answer").get_by_role("link", name="LyricZhao").click()
    assert page.locator("[data-panel] h2").inner_text() == "LyricZhao"
    page.locator("[data-panel]").get_by_role("link", name="Open page").click()
    page.wait_for_url("**/developers/LyricZhao")


def test_the_wheel_over_the_first_picture_scrolls_the_page(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.home)
    page.evaluate("() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")  # fitted
    before = page.evaluate(f"{STAGE}.picture.vis.getScale()")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 100")
    assert page.evaluate(f"{STAGE}.picture.vis.getScale()") == before


def test_the_address_restores_selection_hidden_groups_tab_and_place(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.landscape)
    hidden = page.locator("[data-legend] [data-group]").nth(2)
    hidden.click()
    page.evaluate(f"{STAGE}.acts.selectNode({STAGE}.model.nodes.find((n) => n.facts.name === '{VLLM}').id)")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -240)
    page.wait_for_function("location.hash.includes('at=')")
    place, address = page.evaluate(f"{STAGE}.picture.position()"), page.url
    page.get_by_role("tab", name="Table").click()
    assert state_of(page).keys() == {"node", "hide", "at", "tab"}
    other = atlas_visit.open(page.url.removeprefix(atlas_visit.site.address))
    assert other.locator('[data-view="table"]').is_visible()
    other = atlas_visit.open(address.removeprefix(atlas_visit.site.address))
    assert other.evaluate(f"{STAGE}.picture.position()") == pytest.approx(place, abs=0.06)
    link = other.locator("[data-panel]").get_by_role("link", name="Open page")
    assert link.get_attribute("href") == f"/repositories/{VLLM}"
    assert other.locator("[data-legend] [data-group]").nth(2).get_attribute("aria-pressed") == "false"


def test_an_edge_tells_what_a_developer_did_and_who_says_so(atlas_visit: Visit) -> None:
    page = atlas_visit.open(f"{atlas_visit.site.overlap}#node={LYRIC}")
    page.get_by_role("button", name="Evidence: deepseek-ai/DeepEP, 12").click()
    assert "deepseek-week" in page.locator("[data-panel]").inner_text()


@pytest.mark.parametrize("atlas_visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize("state", ["selected", "#tab=table", "#tab=cypher"])
def test_axe_finds_nothing_serious_in_panel_table_and_cypher(atlas_visit: Visit, state: str) -> None:
    page = atlas_visit.open(atlas_visit.site.landscape + state.removeprefix("selected"))
    if state == "selected":
        page.locator("[data-canvas]").press("ArrowRight")
        assert page.locator("[data-panel] h2").is_visible()
    assert serious(page) == []


@pytest.mark.parametrize(
    ("typed", "chosen", "path", "query"),
    [
        ("deepe", "deepseek-ai/DeepEP", "/repositories/deepseek-ai/DeepEP", {}),
        ("fzyz", "fzyzcjy", "/developers/fzyzcjy", {}),
        ("pytorch found", "PyTorch Foundation", "/queries/lineage", {"name": ["PyTorch Foundation"]}),
        (
            "coding assis",
            "llm-landscape-2025 domain",
            "/views/collaboration-network",
            {"taxonomy": ["llm-landscape-2025"], "domain": ["Coding Assistant"], "isolated": ["true"]},
        ),
    ],
)
def test_the_keyboard_completes_a_name_and_its_page_opens(
    atlas_visit: Visit, typed: str, chosen: str, path: str, query: dict[str, list[str]]
) -> None:
    page = atlas_visit.open(atlas_visit.site.queries)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    option = page.get_by_role("option").filter(has=page.get_by_text(chosen, exact=True)).first
    option.wait_for()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    assert urlsplit(page.url).path == path
    assert parse_qs(urlsplit(page.url).query) == query
    assert page.locator(".empty, .failed").count() == 0


def test_a_long_list_in_a_cell_is_folded_and_opens(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.query)
    folded = page.locator("td details.rest").first
    assert folded.locator("summary").inner_text().startswith("… and ")
    folded.locator("summary").click()
    assert folded.locator("a").first.is_visible()


def test_every_item_of_a_fact_has_a_line_of_its_own(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.repository)
    lines = page.locator(".facts .lines").filter(has_text="llm-landscape-2025").locator("li")
    assert lines.count() >= 3
    assert all(line.is_visible() for line in lines.all())


def test_a_network_without_nodes_names_what_was_asked_and_leads_on(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.empty)
    assert "Nothing to draw" in page.locator(".empty").inner_text()
    assert page.locator(".asked").get_by_role("link", name="mindverse/Second-Me").is_visible()
    assert page.get_by_role("tab").count() == 0
    page.locator(".empty").get_by_role("link", name="what is loaded").click()
    assert page.get_by_role("heading", name="What is loaded").is_visible()


def test_an_unknown_repository_says_so_and_names_near_ones(atlas_visit: Visit) -> None:
    atlas_visit.missing = True
    page = atlas_visit.open("/repositories/deepseek-ai/DeepEPP")
    assert "deepseek-ai/DeepEP" in page.locator("main").inner_text()
    assert page.locator("main").inner_text().startswith("404")
