"""Months and differences: the histogram, the window, what appeared and what left, with positions held; and failures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Page

from graph.model import Network
from tests.browser import server
from tests.browser.answers import FIELDS
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, looking, serious, shown, state_of
from tests.viz.worlds import communities, overlap
from viz import pages
from viz.page_data import NetworkPage, Picture

pytestmark = pytest.mark.browser

FROM_MAY = "#from=2025-05&to=2025-08"
READERS: dict[str, Callable[[Path], Any]] = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}


def handle(page: Page, name: str) -> None:
    """Give a handle of the window the focus."""
    page.get_by_role("slider", name=name).focus()


@pytest.mark.parametrize("visit", [(1280, "dark"), (390, "light")], indirect=True, ids=str)
def test_the_months_are_drawn_as_they_are_told(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.locator("[data-months] rect").first.wait_for(state="attached")
    tall = "(all) => all.map((bar) => Number(bar.getAttribute('height')))"
    heights = page.locator("[data-months] rect").evaluate_all(tall)
    assert heights == pytest.approx([4.0 * month for month in range(1, 9)])
    assert page.locator(".window").text_content() == "2025-01 \u2013 2025-08 36 contributions told by month"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious(page) == []


@pytest.mark.parametrize("network", [communities(), overlap()], ids=["no months", "some months"])
def test_where_no_edge_tells_of_months_there_is_no_window_and_the_page_says_why(visit: Visit, network: Network) -> None:
    why = "Ties count all months that were measured."
    picture = Picture(network, query="overlap-network")
    server.PAGES["/undated"] = pages.network_page(NetworkPage("Ties", "Which?", picture, fields=FIELDS, undated=why))
    page = visit.open("/undated")
    assert page.locator(".undated").inner_text() == why
    dated = any("period" in row for edge in network.edges for row in edge.evidence)
    if dated:
        page.locator("[data-months] .track").wait_for()
    assert page.locator("[data-months]").is_visible() == dated


def test_the_keyboard_chooses_a_window_and_the_data_change_with_places_held(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    before = looking(page)
    handle(page, "First month")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert page.get_by_role("slider", name="First month").get_attribute("aria-valuetext") == "2025-05"
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2025-05**")
    assert "deepseek-ai/EPLB" in shown(page)
    assert "RayWang96" not in shown(page)
    after = looking(page)
    both = before.keys() & after.keys()
    assert {key: after[key] for key in both} == {key: before[key] for key in both}
    assert state_of(page)["to"] == "2025-08"
    page.get_by_role("button", name="All months").click()
    page.wait_for_url(lambda address: "from=" not in address)
    assert looking(page) == before


def test_the_pointer_moves_the_nearer_handle(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    track = page.locator(".track")
    track.wait_for()
    box = track.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + 10, steps=4)
    page.mouse.up()
    page.wait_for_url("**to=2025-04**")
    assert "sphish" not in shown(page)


def test_two_periods_show_what_appeared_left_and_stayed(visit: Visit) -> None:
    page = visit.open(visit.site.whole + FROM_MAY)
    held = looking(page)
    page.get_by_label("Compare with an earlier period").select_option("3")
    page.wait_for_url("**back=3**")
    changes = dict(page.evaluate(f"{STAGE}.model.nodes.map((n) => [n.title, n.change])"))
    assert {title for title, change in changes.items() if change == "appeared"} == {"sphish", "deepseek-ai/EPLB"}
    assert {title for title, change in changes.items() if change == "left"} == {"RayWang96"}
    dashed = page.evaluate(f"{STAGE}.picture.edges.get().filter((e) => e.dashes).map((e) => e.id)")
    assert dashed == ["github:@raywang96~github:deepseek-ai/deepgemm~CONTRIBUTED_TO"]
    panel = page.locator("[data-panel]")
    assert panel.locator("h3").all_inner_texts() == [
        "appeared\n2 nodes, 2 ties", "left\n1 node, 1 tie", "stayed\n4 nodes, 4 ties",
    ]  # fmt: skip
    assert page.locator("[data-changes]").inner_text() == "2 appeared, 1 left, 4 stayed"
    assert {key: looking(page)[key] for key in held} == held
    assert serious(page) == []


def test_a_comparison_is_saved_as_a_graph_with_what_changed_and_the_weight_of_both_periods(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit.open(visit.site.whole + FROM_MAY)
    menu = page.locator("[data-menu] summary[aria-label]")
    menu.click()
    assert [page.locator(f"[data-export={form}]").is_visible() for form in READERS] == [False, False]
    page.keyboard.press("Escape")
    page.get_by_label("Compare with an earlier period").select_option("3")
    page.wait_for_url("**back=3**")
    drawn = page.evaluate(f"{STAGE}.model.edges.map((e) => [e.from, e.to, [e.change, e.before, e.now]])")
    page.evaluate(f"(title) => {{ {STAGE}.model.nodes[0].title = title }}", 'a<b>&"c"\u0001')
    for form, read in READERS.items():
        menu.click()
        with page.expect_download() as saved:
            page.locator(f"[data-export={form}]").click()
        saved.value.save_as(tmp_path / form)
        graph = read(tmp_path / form)
        changes = {node["label"]: node["change"] for _, node in graph.nodes(data=True)}
        assert {name for name, change in changes.items() if change == "left"} == {"RayWang96"}
        assert 'a<b>&"c"\N{REPLACEMENT CHARACTER}' in changes
        told = [[e["change"], e["weight_before"], e["weight_after"]] for _, _, e in graph.edges(data=True)]
        assert (graph.is_directed(), sorted(told)) == (True, sorted(change for _, _, change in drawn))


def test_who_was_only_cut_from_a_period_has_neither_come_nor_gone(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#from=2025-06&to=2025-08&back=3")
    changes = dict(page.evaluate(f"{STAGE}.model.nodes.map((n) => [n.title, n.change])"))
    assert changes["fzyzcjy"] == "stayed"
    assert {title for title, change in changes.items() if change == "left"} == {"RayWang96"}
    assert page.locator("[data-changes]").inner_text() == "2 appeared, 1 left, 4 stayed"
    page.locator("[data-changes]").click()
    assert page.locator("[data-panel] .cut").count() == 0


def test_a_period_that_is_cut_even_so_is_told_under_the_picture(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#from=2025-05&to=2025-08&back=5")
    told = "at least 0 appeared, 1 left, 3 stayed; 3 not known, as a period was cut"
    assert page.locator("[data-changes]").inner_text() == told
    legend = page.locator("[data-legend] li").all_inner_texts()
    assert [" ".join(entry.split()) for entry in legend] == ["left 1", "stayed 3", "not known 3"]
    page.locator("[data-changes]").click()
    assert page.locator("[data-panel] .cut").is_visible()
    assert serious(page) == []


def test_without_a_window_a_year_is_compared_with_the_year_before(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.get_by_label("Compare with an earlier period").select_option("12")
    page.wait_for_url("**back=12**")
    assert state_of(page)["from"] == "2025-05"
    assert any("from=2024-05&to=2024-08" in address for address in page.evaluate(f"[...{STAGE}.documents.kept.keys()]"))
    page.get_by_label("Compare with an earlier period").select_option("0")
    page.wait_for_url(lambda address: "back=" not in address)
    assert page.evaluate(f"{STAGE}.model.nodes.some((n) => n.change)") is False


def test_the_weight_of_both_periods_is_told_with_the_tie(visit: Visit) -> None:
    edge = "github:@sphish~github:deepseek-ai/deepep~CONTRIBUTED_TO"
    page = visit.open(f"{visit.site.whole}{FROM_MAY}&back=3&edge={edge}")
    assert "9 in the later period, 0 in the earlier one." in page.locator("[data-panel]").inner_text()


def test_months_that_cannot_be_had_are_told_and_the_picture_stays(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    before = looking(page)
    handle(page, "First month")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    notice = page.get_by_role("alert")
    assert notice.inner_text().startswith(
        "This could not be loaded, so the picture stays as it was. The graph does not answer. Start it."
    )
    assert notice.get_by_role("button", name="Try again").is_visible()
    assert looking(page) == before
    assert "from" not in state_of(page)
    assert page.get_by_role("button", name="Undo").is_disabled()
    assert serious(page) == []
    visit.console.clear()


def test_months_without_anything_say_so_and_lead_back(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#from=2025-08&to=2025-08")
    notice = page.get_by_role("alert")
    assert "Nothing was found in these months." in notice.inner_text()
    notice.get_by_role("button", name="All months").click()
    page.wait_for_url(lambda address: "from=" not in address)
    assert len(shown(page)) == 6


def test_a_question_without_months_has_no_slider(visit: Visit) -> None:
    page = visit.open(visit.site.landscape)
    assert page.locator("[data-months]").is_hidden()
