"""Filters and looks: what is left in, what sizes and colours mean, and the legend that counts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, keys_of, serious, shown, state_of
from viz.legend import COMMUNITY_COLORS, RAMP

pytestmark = pytest.mark.browser

REPOSITORIES = {"deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"}


def opened(visit: Visit, state: str = "") -> Page:
    """The page with its panel of filters open."""
    page = visit.open(visit.site.whole + state)
    page.get_by_text("Filter and look").click()
    page.locator("[data-look=size]").wait_for()
    return page


def legend(page: Page) -> dict[str, str]:
    """The legend's entries with their counts."""
    entries = page.locator("[data-legend] [data-group]").all()
    return {entry.locator("span").inner_text(): entry.locator("b").inner_text() for entry in entries}


def tick(page: Page, facet: str, value: str) -> None:
    """Tick a value of a filter, which is opened for it."""
    box = page.locator(f'[data-facet="{facet}"]')
    if not box.evaluate("(element) => element.open"):
        box.locator("summary").click()
    box.get_by_label(value).check()


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_the_panel_of_filters_is_within_the_screen_and_sound(visit: Visit) -> None:
    page = opened(visit)
    page.locator('[data-facet="countries"] summary').click()
    box = page.locator("[data-controls]").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.evaluate("innerWidth")
    assert serious(page) == []


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize("panel", ["Filter and look", "Change the question"])
def test_opening_and_closing_a_panel_of_the_heading_leaves_the_picture_where_it_is(visit: Visit, panel: str) -> None:
    page = visit.open(visit.site.whole)
    before = places(page)
    for _ in range(2):
        page.get_by_text(panel).click()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert places(page) == before


def places(page: Page) -> list[list[float]]:
    """Where the nodes are seen on the screen, in pixels."""
    spots = f"{STAGE}.model.nodes.map((node) => Object.values({STAGE}.picture.spot(node.id)))"
    found: list[list[float]] = page.evaluate(spots)
    return found


def test_a_country_leaves_in_who_is_there_and_what_has_no_country(visit: Visit) -> None:
    page = opened(visit)
    tick(page, "countries", "China")
    assert shown(page) == {"LyricZhao", "fzyzcjy", *REPOSITORIES}
    assert "2 left out by filters" in page.locator("[data-left-out]").inner_text()
    assert state_of(page)["only.countries"] == "China"
    assert page.locator("[data-used]").inner_text().strip() == "· 1"
    tick(page, "countries", "Germany")
    assert "sphish" in shown(page)


def test_unknown_is_a_value_to_filter_by(visit: Visit) -> None:
    page = opened(visit)
    tick(page, "organizations", "unknown")
    assert shown(page) == {"fzyzcjy", "RayWang96", *REPOSITORIES}
    assert legend(page)["developers in several"] == "1 of 2"


def test_the_least_weight_hides_light_ties_and_who_has_no_other(visit: Visit) -> None:
    page = opened(visit)
    number = page.get_by_label("least weight", exact=True)
    number.fill("8")
    number.press("Enter")
    assert shown(page) == {"LyricZhao", "fzyzcjy", "sphish", "deepseek-ai/DeepEP"}
    assert page.locator("[data-amount]").inner_text() == "4 of 6 nodes, 3 edges"
    assert page.locator("[data-least]").input_value() == "2"
    page.locator("[data-least]").focus()
    page.keyboard.press("Home")
    assert page.locator("[data-amount]").inner_text() == "6 nodes, 6 edges"


def test_clearing_brings_all_back_and_can_be_taken_back(visit: Visit) -> None:
    page = opened(visit, "#only.countries=Germany&weight=3&size=same")
    assert page.locator("[data-used]").inner_text().strip() == "· 3"
    page.get_by_role("button", name="Clear filters and looks").click()
    assert len(shown(page)) == 6
    assert page.get_by_role("button", name="Clear filters and looks").is_disabled()
    page.get_by_role("button", name="Undo").click()
    assert shown(page) == {"sphish", *REPOSITORIES}


def test_colours_by_a_fact_in_words_have_a_legend_that_counts_and_hides(visit: Visit) -> None:
    page = opened(visit)
    page.locator("[data-look=color]").select_option("countries")
    assert legend(page) == {"repositories": "2", "China": "2", "Germany": "1", "countries unknown": "1"}
    colors = page.evaluate(f"{STAGE}.model.nodes.map((n) => [n.title, n.color])")
    assert dict(colors)["LyricZhao"] == COMMUNITY_COLORS[0]
    assert dict(colors)["sphish"] == COMMUNITY_COLORS[1]
    page.keyboard.press("Escape")
    page.locator("[data-legend]").get_by_role("button", name="China").click()
    assert shown(page) == {"sphish", "RayWang96", *REPOSITORIES}
    assert state_of(page)["hide"] == "countries:China"


def test_colours_by_a_number_go_from_few_to_many(visit: Visit) -> None:
    page = opened(visit)
    page.locator("[data-look=color]").select_option("merged_prs")
    colors = dict(page.evaluate(f"{STAGE}.model.nodes.map((n) => [n.title, n.color])"))
    assert colors["RayWang96"] == RAMP[0]
    assert colors["LyricZhao"] == RAMP[-1]
    assert set(legend(page)) == {"repositories", "4", "9", "16"}


def test_sizes_follow_a_measure_by_area(visit: Visit) -> None:
    page = opened(visit)
    page.locator("[data-look=size]").select_option("ties")
    sizes = dict(page.evaluate(f"{STAGE}.model.nodes.map((n) => [n.title, n.size])"))
    assert (sizes["deepseek-ai/DeepEP"] / sizes["fzyzcjy"]) ** 2 == pytest.approx(3 / 2)
    assert page.locator("[data-area]").inner_text() == "area: ties in this picture"
    page.locator("[data-look=size]").select_option("same")
    assert len(set(page.evaluate(f"{STAGE}.model.nodes.map((n) => n.size)"))) == 1


def test_filters_and_looks_hold_for_what_an_expansion_brings(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#open=github:@lyriczhao&only.countries=China&color=kind")
    assert {"deepseek-ai/3FS", "LyricZhao"} <= shown(page)
    assert keys_of(page, "filtered") == {"github:@sphish", "github:@raywang96"}
    assert legend(page) == {"developers": "2 of 4", "repositories": "5"}


def test_the_legend_of_communities_counts_what_is_shown(visit: Visit) -> None:
    page = visit.open(visit.site.landscape)
    first = page.locator("[data-legend] [data-group]").first
    count = first.locator("b").inner_text()
    first.click()
    assert first.get_attribute("aria-pressed") == "false"
    assert first.locator("b").inner_text() == count
    assert page.locator("[data-amount]").inner_text().startswith("32 of 40 nodes")
