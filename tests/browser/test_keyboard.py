"""Everything by keyboard: walking, selecting, moving, hiding, filtering, and the way from search to export."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, keys_of, place, serious, shown, spot

pytestmark = pytest.mark.browser


FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"


TWO = "#from=2025-05&to=2025-08&back=3"


def chosen(page: Page) -> list[str]:
    """The titles of what is selected, by name."""
    return sorted(page.evaluate(f"{STAGE}.chosen().map((id) => {STAGE}.model.node.get(id).title)"))


def canvas(visit: Visit, state: str = "") -> Page:
    """The page with the focus on its picture."""
    page = visit.open(visit.site.whole + state)
    page.locator("[data-canvas]").focus()
    return page


def test_the_question_mark_lists_the_keys_and_escape_closes_the_list(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys and hands")
    assert dialog.locator("dt").count() > 20
    assert "undo" in dialog.inner_text()
    assert serious(page) == []
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    page.get_by_role("button", name="Keys and hands").click()
    dialog.get_by_role("button", name="Close").click()
    assert page.get_by_role("dialog").count() == 0


def test_space_selects_several_while_arrows_walk(visit: Visit) -> None:
    page = canvas(visit)
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    assert chosen(page) == ["deepseek-ai/DeepEP"]
    page.keyboard.press("ArrowRight")
    assert "not selected, Space adds it" in page.locator("#said").inner_text()
    page.keyboard.press(" ")
    assert chosen(page) == ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]
    page.keyboard.press("k")
    assert shown(page) == {"deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"}
    page.keyboard.press("Shift+H")
    assert len(shown(page)) == 6
    page.keyboard.press("Control+a")
    assert len(chosen(page)) == 6
    page.keyboard.press("Escape")
    assert chosen(page) == []


def test_shift_and_arrows_move_a_node_and_ctrl_and_arrows_the_view(visit: Visit) -> None:
    page = canvas(visit, "#node=github:@sphish")
    before, view = spot(page, "github:@sphish"), page.evaluate(f"{STAGE}.picture.position()")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    after = spot(page, "github:@sphish")
    assert (after["x"], after["y"]) == pytest.approx((before["x"] - 24, before["y"] + 24), abs=1)
    assert keys_of(page, "pinned") == {"github:@sphish"}
    page.keyboard.press("Control+ArrowRight")
    moved = page.evaluate(f"{STAGE}.picture.position()")
    assert moved[0] > view[0]
    page.keyboard.press("p")
    assert keys_of(page, "pinned") == set()
    assert place(page, "github:@sphish") != pytest.approx([after["x"], after["y"]], abs=0.5)


def test_letters_expand_collapse_hide_and_focus(visit: Visit) -> None:
    page = canvas(visit, "#node=github:@lyriczhao")
    page.keyboard.press("e")
    page.get_by_role("button", name="Collapse").wait_for()
    assert "deepseek-ai/3FS" in shown(page)
    page.keyboard.press("c")
    assert "deepseek-ai/3FS" not in shown(page)
    page.keyboard.press("f")
    assert page.evaluate(f"{STAGE}.picture.position()[2]") >= 1.2
    page.keyboard.press("Delete")
    assert "LyricZhao" not in shown(page)
    assert page.locator("[data-panel]").is_hidden()


def test_from_search_to_export_without_a_mouse(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.keyboard.press("/")
    page.keyboard.type("lyric")
    page.locator('[role="option"]').first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("[data-panel] h2").inner_text() == "LyricZhao"
    page.keyboard.press("e")
    page.get_by_role("button", name="Collapse").wait_for()
    page.keyboard.press("m")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    assert keys_of(page, "pinned") == {"github:@lyriczhao"}
    walk(page, "Export")
    page.keyboard.press("Enter")
    walk(page, "Nodes, CSV", "Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert "LyricZhao" in Path(waiting.value.path()).read_text()


def walk(page: Page, name: str, key: str = "Shift+Tab") -> None:
    """Press a key until what has this name has the focus."""
    for _ in range(60):
        if page.evaluate(FOCUSED) == name:
            return
        page.keyboard.press(key)
    raise AssertionError(name)


def test_filters_are_reached_and_set_by_keys(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.locator("[data-filters] > summary").focus()
    page.keyboard.press("Enter")
    page.locator("[data-look=size]").wait_for()
    page.locator("[data-facet=countries] > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    assert page.evaluate("document.activeElement.value") in {"China", "Germany"}
    assert len(shown(page)) < 6
    page.keyboard.press("Escape")
    assert page.locator("[data-controls]").is_hidden()


def tabs_to(page: Page, name: str, most: int = 25) -> int:
    """How often Tab is pressed until what has this name has the focus."""
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return pressed
    raise AssertionError(name)


def test_export_is_near_from_the_start_of_the_page_and_from_the_picture(visit: Visit) -> None:
    page = visit.open(visit.site.whole + TWO)
    assert tabs_to(page, "Export") <= 25
    page.locator("[data-canvas]").focus()
    assert tabs_to(page, "Go to export") == 1
    assert serious(page) == []
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Export"


@pytest.mark.parametrize("state", [TWO, "#node=github:@lyriczhao"], ids=["difference", "node"])
def test_a_list_of_the_panel_is_one_stop_in_which_arrow_keys_walk(visit: Visit, state: str) -> None:
    page = visit.open(visit.site.whole + state)
    if "back" in state:
        page.locator("[data-changes]").click()
    first = page.locator("[data-panel] .ties").last.locator("button")
    assert page.locator("[data-panel] .ties button:not([tabindex='-1'])").count() == (
        page.locator("[data-panel] .ties:has(button)").count()
    )
    first.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.textContent") == first.last.text_content()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == first.last.text_content()
    assert serious(page) == []
