"""The search box on the real application: slips, recent and suggested entries, one more seed; by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.looking import serious

pytestmark = pytest.mark.browser


def typed(page: Page, text: str, wanted: str) -> None:
    """Type into the search box, and wait until the list has what is wanted."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#found").get_by_role("option", name=wanted).first.wait_for()


def choose(page: Page, wanted: str) -> None:
    """Go down the list to an entry."""
    for _ in range(30):
        page.keyboard.press("ArrowDown")
        if wanted in page.locator('#found [aria-selected="true"]').inner_text():
            return
    raise AssertionError(wanted)


@pytest.mark.parametrize(
    ("text", "wanted", "address"),
    [
        ("pytroch", "pytorch/pytorch", "**/repositories/pytorch/pytorch"),
        ("\uff56\uff2c\uff2c\uff2d", "vllm-project/vllm", "**/repositories/vllm-project/vllm"),
        ("新加坡", "Singapore", "**/queries/country-footprint?country=Singapore"),
        ("智能体框架", "Agent Framework", "**/views/collaboration-network?*domain=Agent+Framework*"),
    ],
)
def test_a_slip_finds_what_was_meant_and_the_keyboard_opens_it(
    atlas_visit: Visit, text: str, wanted: str, address: str
) -> None:
    page = atlas_visit.open("/queries")
    typed(page, text, wanted)
    assert serious(page) == []
    choose(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_url(address, timeout=120_000)  # a page of a large project, cold
    assert page.locator("h1").count() == 1


def test_what_was_chosen_is_offered_again_until_it_is_cleared(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/queries")
    typed(page, "sglang", "sgl-project/sglang")
    page.keyboard.press("Enter")
    page.wait_for_url("**/repositories/sgl-project/sglang")
    page = atlas_visit.open("/queries")
    page.keyboard.press("/")
    options = page.locator("#found [role=option]")
    expect(page.locator("#found")).to_contain_text("To begin with")
    assert options.first.inner_text().startswith("sgl-project/sglang")
    assert page.evaluate("document.cookie") == ""
    choose(page, "Clear")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).not_to_contain_text("Recent")
    assert page.evaluate("localStorage.getItem('ossatlas.recent')") is None
    assert options.count() >= 5
    assert serious(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()


def test_hits_are_grouped_by_kind(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/queries")
    typed(page, "deepseek", "deepseek-ai/DeepEP")
    groups = page.locator("#found .group").all_inner_texts()
    assert "Repositories" in groups
    assert len(groups) == len(set(groups))


def test_a_hit_becomes_one_more_of_those_that_the_picture_is_about(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.overlap)
    typed(page, "flashmal", "deepseek-ai/FlashMLA")
    choose(page, "deepseek-ai/FlashMLA")
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("**FlashMLA**")
    page.locator("[data-canvas][data-drawn]").wait_for(state="attached")
    asked = page.locator("#p-repositories").input_value()
    assert asked == "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM,deepseek-ai/FlashMLA"
    typed(page, "flashmal", "deepseek-ai/FlashMLA")
    assert page.locator("#found .add").count() < page.locator("#found [role=option]").count()


def test_a_page_that_takes_one_offers_no_adding(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/views/project-contribution/github/deepseek-ai/DeepEP")
    typed(page, "deepgemm", "deepseek-ai/DeepGEMM")
    assert page.locator("#found .add").count() == 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("deepep", "**/repositories/deepseek-ai/DeepEP"),
        ("https://github.com/vllm-project/vllm/tree/main", "**/repositories/vllm-project/vllm"),
        ("github.com/sgl-project/sglang.git", "**/repositories/sgl-project/sglang"),
        ("vllm sglang", "**/views/overlap-network?repositories=vllm-project/vllm,sgl-project/sglang*"),
    ],
)
def test_enter_waits_for_the_list_and_opens_its_first_entry(atlas_visit: Visit, text: str, address: str) -> None:
    page = atlas_visit.open("/queries")
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url(address, timeout=120_000, wait_until="commit")


def test_two_names_are_offered_as_overlap_and_comparison(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/queries")
    typed(page, "deepep and deepgemm", "DeepEP and DeepGEMM: overlap")
    options = page.locator("#found [role=option]")
    assert options.all_inner_texts() == ["DeepEP and DeepGEMM: overlap", "DeepEP and DeepGEMM: compare"]
    options.last.click()
    page.wait_for_url("**/views/compare?repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM")


@pytest.mark.parametrize(
    ("text", "title", "href"),
    [
        ("deepep", "deepseek-ai/DeepEP", "/repositories/deepseek-ai/DeepEP"),
        ("fzyzcjy", "fzyzcjy", "/developers/fzyzcjy"),
        ("新加坡", "Singapore", "/queries/country-footprint?country=Singapore"),
        ("pytorch foundation", "PyTorch Foundation", "/queries/lineage?name=PyTorch+Foundation"),
    ],
)
def test_what_the_page_of_the_search_finds_are_links(atlas_visit: Visit, text: str, title: str, href: str) -> None:
    page = atlas_visit.open(f"/queries/search?text={text}")
    assert page.locator("td").get_by_role("link", name=title, exact=True).first.get_attribute("href") == href


def test_a_search_that_takes_long_or_fails_says_so_and_is_tried_again(visit: Visit) -> None:
    page = visit.open("/queries")
    waiting: list[Route] = []
    page.route("**/api/v1/search?*", lambda route: waiting.append(route))  # noqa: PLW0108 - no builtin can be awaited
    found = page.locator("#found")
    page.keyboard.press("/")
    page.keyboard.type("deepep")
    expect(found).to_have_attribute("aria-busy", "true")
    expect(found).to_have_text("Searching…")
    assert serious(page) == []
    waiting[0].fulfill(status=503, json={"detail": "the graph does not answer", "hint": "start it"})
    expect(found).to_contain_text("The search failed. The graph does not answer. Start it.")
    assert "Nothing found" not in found.inner_text()
    page.unroute("**/api/v1/search?*")
    found.get_by_role("option", name="Try again").click()
    expect(found).to_contain_text("deepseek-ai/DeepEP")
    visit.console.clear()
