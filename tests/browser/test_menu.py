"""What can be done with nodes and edges: the menu, expanding, seeds, pinning, hiding, selecting several."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, Position

from tests.browser.answers import NEW
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, choose, entry, keys_of, looking, place, serious, spot, state_of

pytestmark = pytest.mark.browser

LYRIC = "github:@lyriczhao"
SPHISH = "github:@sphish"
DEEPEP = "github:deepseek-ai/deepep"
TIE = f"{LYRIC}~{DEEPEP}~CONTRIBUTED_TO"
BROUGHT = {f"github:{name.lower()}" for name in NEW}


def menu_of(page: Page, key: str) -> None:
    """Open the menu of a node with the right button."""
    page.locator("[data-canvas]").click(position=spot(page, key), button="right")
    page.get_by_role("menu").wait_for()


def test_the_right_button_opens_a_node_s_menu_which_axe_finds_sound(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    menu_of(page, LYRIC)
    names = [item.split("\n")[0] for item in page.get_by_role("menuitem").all_inner_texts()]
    assert names == [
        "Expand", "Merge as a seed", "Pin", "Hide", "Zoom to it", "Open page", "Copy name", "Copy link",
    ]  # fmt: skip
    assert serious(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator(".said.seen").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/developers/LyricZhao")
    assert page.get_by_role("menu").count() == 0
    assert page.evaluate("document.activeElement.hasAttribute('data-canvas')")


@pytest.mark.parametrize("key", ["Shift+F10", "ContextMenu", "m"])
def test_the_keyboard_opens_the_menu_of_what_is_selected(visit: Visit, key: str) -> None:
    page = visit.open(f"{visit.site.whole}#node={LYRIC}")
    page.locator("[data-canvas]").focus()
    page.keyboard.press(key)
    assert page.get_by_role("menu").get_attribute("aria-label") == "LyricZhao"
    page.keyboard.press("Escape")
    assert page.get_by_role("menu").count() == 0


def test_an_expansion_brings_neighbours_around_the_node_and_the_rest_keeps_its_place(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    before = looking(page)
    menu_of(page, LYRIC)
    entry(page, "Expand")
    page.get_by_role("button", name="Collapse").wait_for()
    after = looking(page)
    assert after.keys() - before.keys() == BROUGHT
    assert {key: after[key] for key in before} == before
    middle = after[LYRIC]
    assert all(abs(after[key][0] - middle[0]) + abs(after[key][1] - middle[1]) < 400 for key in BROUGHT)
    assert page.locator("[data-amount]").inner_text() == "9 nodes, 9 edges"
    assert "repositories 5" in page.locator("[data-legend]").inner_text().replace("\n", " ")
    assert state_of(page)["open"] == LYRIC


def test_collapsing_takes_away_only_what_the_expansion_brought(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#node={LYRIC}")
    before = looking(page)
    page.get_by_role("button", name="Expand").click()
    page.get_by_role("button", name="Collapse").click()
    page.get_by_role("button", name="Expand").wait_for()
    assert looking(page) == before
    assert "open" not in state_of(page)


def test_what_an_expansion_brought_goes_with_its_node(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#open={LYRIC}&node={LYRIC}")
    before = looking(page)
    page.locator("[data-canvas]").focus()
    page.keyboard.press("Shift+ArrowUp")
    after = looking(page)
    for key in (LYRIC, *BROUGHT):
        assert after[key][1] < before[key][1] - 5
    assert after[SPHISH] == before[SPHISH]


def test_a_seed_joins_the_question(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#open={LYRIC}&node=github:deepseek-ai/3fs")
    before = looking(page)
    page.locator("[data-canvas]").focus()
    page.keyboard.press("s")
    page.wait_for_url("**seed=**")
    after = looking(page)
    assert page.evaluate(f"[...{STAGE}.model.seeds]") == ["github:deepseek-ai/3fs"]
    assert any("3FS" in address for address in page.evaluate(f"[...{STAGE}.documents.kept.keys()]"))
    assert {key: after[key] for key in before} == before


def test_a_dragged_node_stays_where_it_is_put_and_is_marked(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    start, box = spot(page, SPHISH), page.locator("[data-canvas]").bounding_box()
    assert box
    page.mouse.move(box["x"] + start["x"], box["y"] + start["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + start["x"] - 60, box["y"] + start["y"] + 90, steps=4)
    page.mouse.up()
    page.wait_for_url("**pins=**")
    end = spot(page, SPHISH)
    assert (end["x"], end["y"]) == pytest.approx((start["x"] - 60, start["y"] + 90), abs=1)
    assert page.evaluate(f"{STAGE}.model.pinned.has('{SPHISH}')")
    page.locator("[data-canvas]").focus()
    page.keyboard.press("Control+z")
    assert spot(page, SPHISH) == pytest.approx(start, abs=0.5)


def test_hidden_nodes_are_counted_and_come_back(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    menu_of(page, SPHISH)
    entry(page, "Hide")
    assert page.locator("[data-amount]").inner_text() == "5 of 6 nodes, 5 edges"
    assert page.locator("[data-left-out]").inner_text() == "1 hidden by hand. Show all"
    assert page.evaluate(f"{STAGE}.picture.nodes.get('{SPHISH}').hidden") is True
    assert "developers in one 1 of 2" in page.locator("[data-legend]").inner_text().replace("\n", " ")
    page.locator("[data-left-out]").get_by_role("button", name="Show all").click()
    assert page.locator("[data-amount]").inner_text() == "6 nodes, 6 edges"
    assert page.locator("[data-left-out]").is_hidden()


def test_an_edge_s_menu_shows_its_evidence_and_hides_it(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    ends = spot(page, LYRIC), spot(page, DEEPEP)
    middle = Position(x=(ends[0]["x"] + ends[1]["x"]) / 2, y=(ends[0]["y"] + ends[1]["y"]) / 2)
    page.locator("[data-canvas]").click(position=middle, button="right")
    entry(page, "Evidence")
    assert "2025-02..2025-08" in page.locator("[data-panel]").inner_text()
    page.locator("[data-panel]").get_by_role("button", name="Hide").click()
    assert page.evaluate(f"{STAGE}.picture.edges.get('{TIE}').hidden") is True
    assert "1 tie hidden by hand" in page.locator("[data-left-out]").inner_text()


def test_the_empty_canvas_s_menu_selects_all_and_shows_what_is_hidden(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#gone={SPHISH}")
    page.locator("[data-canvas]").click(position={"x": 600, "y": 620}, button="right")
    entry(page, "Show what is hidden")
    assert page.locator("[data-amount]").inner_text() == "6 nodes, 6 edges"
    page.locator("[data-canvas]").click(position={"x": 600, "y": 620}, button="right")
    entry(page, "Select all")
    assert page.locator("[data-panel] h2").inner_text() == "6 nodes"


def test_a_lasso_selects_several_to_copy_save_and_keep(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    inside = choose(page, {LYRIC, "github:@fzyzcjy"})
    assert inside == {LYRIC, "github:@fzyzcjy"}
    panel = page.locator("[data-panel]")
    panel.get_by_role("button", name="Copy names").click()
    page.locator(".said.seen").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "LyricZhao\nfzyzcjy"
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Save as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text())))
    assert [row["name"] for row in rows] == ["LyricZhao", "fzyzcjy"]
    panel.get_by_role("button", name="Keep only these").click()
    assert page.locator("[data-amount]").inner_text() == "2 of 6 nodes, 0 edges"


def test_several_are_pinned_where_they_are(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#many={LYRIC},{SPHISH}")
    before = place(page, LYRIC)
    page.locator("[data-panel]").get_by_role("button", name="Pin or unpin").click()
    assert keys_of(page, "pinned") == {LYRIC, SPHISH}
    assert place(page, LYRIC) == pytest.approx(before, abs=0.06)


@pytest.mark.parametrize("visit", [(390, "dark")], indirect=True, ids=str)
def test_a_long_touch_opens_the_menu_within_the_screen(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    at = spot(page, LYRIC)
    page.evaluate(
        """([x, y]) => {
            const canvas = document.querySelector('[data-canvas] canvas');
            const { left, top } = canvas.getBoundingClientRect();
            const how = { pointerType: 'touch', pointerId: 7, isPrimary: true, bubbles: true, button: 0, buttons: 1,
                          clientX: left + x, clientY: top + y };
            canvas.dispatchEvent(new PointerEvent('pointerdown', how));
        }""",
        [at["x"], at["y"]],
    )
    menu = page.get_by_role("menu")
    menu.wait_for()
    box = menu.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844


def test_a_double_click_zooms_to_a_node(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.evaluate(f"{STAGE}.picture.moveTo([0, 0, 0.5])")
    page.locator("[data-canvas]").dblclick(position=spot(page, LYRIC))
    page.wait_for_url("**at=**")
    assert page.evaluate(f"{STAGE}.picture.position()[2]") >= 1.2
    assert place(page, LYRIC) == pytest.approx(page.evaluate(f"{STAGE}.picture.position().slice(0, 2)"), abs=1)
