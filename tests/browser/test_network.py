from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, clashes, download, drawn, labels, state_of, under_walls
from tests.viz.worlds import HOSTILE, hostile, overlap

pytestmark = pytest.mark.browser

LYRIC = "github:@lyriczhao"


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize("name", ["overlap", "landscape", "hostile"])
def test_every_node_is_drawn_inside_the_canvas(visit: Visit, name: str) -> None:
    picture = drawn(visit.open(getattr(visit.site, name)))
    assert picture["inked"] > 500
    for place in picture["places"]:
        assert -1 <= place["x"] <= picture["width"] + 1
        assert -1 <= place["y"] <= picture["height"] + 1


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize("name", ["overlap", "landscape"])
def test_no_node_lies_under_heading_or_legend(visit: Visit, name: str) -> None:
    assert under_walls(visit.open(getattr(visit.site, name))) == []


def test_no_label_lies_on_another(visit: Visit) -> None:
    page = visit.open(visit.site.landscape)
    boxes = labels(page)
    assert len(boxes) >= 20
    assert clashes(boxes) == []


def test_an_important_node_among_large_marks_keeps_its_label(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    labelled = page.evaluate(f"""() => {{
        const {{ picture, model }} = {STAGE};
        const repositories = model.nodes.filter((n) => n.kind === 'Repository');
        for (const node of repositories) picture.put(node.id, picture.place('{LYRIC}'));
        return [...picture.chooseLabels(picture.view().scale).keys()];
    }}""")
    assert LYRIC in labelled


def test_a_click_on_a_node_opens_its_panel_and_fades_the_rest(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    place = next(p for p in drawn(page)["places"] if p["id"] == LYRIC)
    page.locator("[data-canvas]").click(position={"x": place["x"], "y": place["y"]})
    panel = page.locator("[data-panel]")
    panel.get_by_role("heading", name="LyricZhao").wait_for()
    assert panel.get_by_role("link", name="Open page").get_attribute("href") == "/developers/LyricZhao"
    assert "unknown" in panel.inner_text()
    assert page.evaluate(f"[...{STAGE}.picture.lit].sort()") == [
        LYRIC, "github:deepseek-ai/deepep", "github:deepseek-ai/deepgemm",
    ]  # fmt: skip
    assert state_of(page)["node"] == LYRIC
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert state_of(page) == {}


def test_an_edge_opens_its_evidence(visit: Visit) -> None:
    page = visit.open(f"{visit.site.overlap}#node={LYRIC}")
    page.get_by_role("button", name="Evidence: deepseek-ai/DeepEP, 12").click()
    panel = page.locator("[data-panel]")
    assert "2025-02..2025-08" in panel.inner_text()
    assert "deepseek-week" in panel.inner_text()
    assert state_of(page)["edge"] == f"{LYRIC}~github:deepseek-ai/deepep~CONTRIBUTED_TO"


def test_the_legend_hides_a_group_and_brings_it_back(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    button = page.get_by_role("button", name="developers in one")
    assert "2" in button.inner_text()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("[data-amount]").inner_text() == "4 of 6 nodes, 4 edges"
    assert page.evaluate(f"{STAGE}.picture.nodes.get('github:@sphish').hidden") is True
    button.click()
    assert page.locator("[data-amount]").inner_text() == "6 nodes, 6 edges"


def test_the_address_restores_the_same_picture(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    page.get_by_role("button", name="developers in one").click()
    page.locator("[data-canvas]").focus()
    page.keyboard.press("ArrowRight")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -240)
    page.wait_for_function("location.hash.includes('at=')")
    page.mouse.move(640, 780)
    before, address = page.evaluate(f"{STAGE}.picture.position()"), page.url
    other = visit.open(address.removeprefix(visit.site.address))
    after = other.evaluate(f"{STAGE}.picture.position()")
    assert after == pytest.approx(before, abs=0.06)
    assert other.locator("[data-panel] h2").inner_text() == "deepseek-ai/DeepEP"
    assert other.get_by_role("button", name="developers in one").get_attribute("aria-pressed") == "false"
    assert other.url == address


def test_the_table_holds_the_same_data_and_leads_back(visit: Visit) -> None:
    page = visit.open(f"{visit.site.overlap}#tab=table")
    view = page.locator('[data-view="table"]')
    assert view.locator("h2").all_inner_texts() == ["Repositories 2 rows", "Developers 4 rows", "Ties 6 rows"]
    view.get_by_label("Filter rows").fill("fzyzcjy")
    assert "1 of 4 rows" in view.inner_text()
    view.get_by_role("button", name="fzyzcjy").first.click()
    assert page.locator("[data-panel] h2").inner_text() == "fzyzcjy"


def test_tabs_follow_the_arrow_keys(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    page.get_by_role("tab", name="Picture").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="Table").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowRight")
    assert "RETURN 1" in page.locator('[data-view="cypher"]').inner_text()
    page.get_by_role("button", name="Copy", exact=True).click()
    page.locator(".said.seen").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "RETURN 1"


def test_the_keyboard_walks_through_the_nodes_and_it_is_said(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    page.locator("[data-canvas]").focus()
    page.keyboard.press("ArrowRight")
    assert "deepseek-ai/DeepEP, repository, 3 ties" in page.locator("#said").inner_text()
    page.keyboard.press("ArrowRight")
    assert "DeepGEMM" in page.locator("#said").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.hasAttribute('data-panel')")


def test_the_search_box_finds_nodes_of_the_picture(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    page.keyboard.press("/")
    page.keyboard.type("sphi")
    page.locator('[role="option"]').first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("[data-panel] h2").inner_text() == "sphish"


def test_a_link_is_copied_with_the_whole_state(visit: Visit) -> None:
    page = visit.open(f"{visit.site.overlap}#node={LYRIC}")
    page.get_by_role("button", name="Copy a link").click()
    page.locator(".said.seen").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert "at=" in copied


def test_the_exports_hold_the_answer(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    assert download(page, "Picture, PNG").startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(download(page, "Edges, CSV").decode())))
    network = overlap()
    titles = {node.key: node.title for node in network.nodes}
    expected = {(titles[e.source], titles[e.target], str(int(e.weight))) for e in network.edges}
    assert {(row["from"], row["to"], row["merged pull requests"]) for row in rows} == expected
    assert len(json.loads(download(page, "Network, JSON"))["nodes"]) == 6


def test_hostile_names_are_shown_as_they_are(visit: Visit) -> None:
    page = visit.open(f"{visit.site.hostile}#tab=table")
    texts = page.locator('[data-view="table"] td:first-child').all_text_contents()
    assert set(HOSTILE) <= set(texts)
    visit.open(f"{visit.site.hostile}#node={hostile().nodes[4].key[:60]}")
    sheet = download(page, "Nodes, CSV").decode()
    assert not re.search(r"(?m)^=HYPERLINK", sheet)
    assert "'=HYPERLINK(1)" in sheet


def test_a_text_that_a_spreadsheet_would_compute_is_guarded_behind_spaces_too(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    page.evaluate(f"() => {{ const [a, b] = {STAGE}.model.nodes; a.title = ' =1+1'; b.title = '\\n=1+1'; }}")
    sheet = download(page, "Nodes, CSV").decode()
    assert "' =1+1" in sheet
    assert "'\n=1+1" in sheet


def test_the_canvas_is_one_stop_of_the_keyboard_and_keeps_the_focus(visit: Visit) -> None:
    page = visit.open(visit.site.overlap)
    spot = drawn(page)["places"][0]
    page.locator("[data-canvas]").click(position={"x": spot["x"], "y": spot["y"]})
    assert page.evaluate("document.activeElement.hasAttribute('data-canvas')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-canvas]')") is None


def test_a_measure_that_is_a_fact_stands_once_in_the_table(visit: Visit) -> None:
    page = visit.open(f"{visit.site.overlap}#tab=table")
    page.evaluate(
        f"() => {{ for (const n of {STAGE}.model.nodes) n.facts.contributions = n.measure; {STAGE}.refill(); }}"
    )
    heads = page.locator("table.data").first.locator("thead th").all_inner_texts()
    assert [head for head in heads if "contributions" in head] == ["contributions"]
    assert not any("developers of" in head or "merged" in head for head in heads)


def test_a_home_page_s_picture_answers_too(visit: Visit) -> None:
    page = visit.open(visit.site.home)
    page.locator("[data-canvas]").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-panel] h2").inner_text() == "deepseek-ai/DeepEP"
    assert urlsplit(page.url).fragment == ""
