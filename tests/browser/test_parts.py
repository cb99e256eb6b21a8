"""A network with too many nodes to be seen at once: its communities are one node each, until they are opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.browser import server
from tests.browser.answers import ASKED, VIEW, Document
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, looking, serious, spot, state_of
from tests.browser.test_large import DRIVERS, NO_WEBGL
from tests.viz.worlds import communities
from viz import pages
from viz.aggregate import asked
from viz.network import AtlasNetwork
from viz.page_data import NetworkPage, Picture
from viz.views import draw

pytestmark = pytest.mark.browser

WORLD = communities(40, 130)
FIRST = "part:repository:c0"
MEMBER = WORLD.nodes[0].key
WHOLE = "/parts?show=all"


def _document(given: Mapping[str, str]) -> Document:
    _, show = asked(given)
    return AtlasNetwork(draw(WORLD, view="collaboration", show=show), "Parts").data()


@pytest.fixture(scope="module")
def address() -> str:
    """Where the page of a network of 5,200 nodes stands."""
    picture = Picture(WORLD, query="parts", cypher="MATCH (n) RETURN n", view="collaboration")
    page = NetworkPage("Parts", "Who works with whom?", picture, data=f"{VIEW}/parts", whole=WHOLE)
    server.PAGES["/parts"] = pages.network_page(page)
    ASKED[f"{VIEW}/parts"] = _document
    return "/parts"


@pytest.fixture
def parts(visit: Visit) -> Iterator[Visit]:
    """A visit in which the graphics driver may speak of itself."""
    yield visit
    visit.console = [line for line in visit.console if DRIVERS not in line]


def test_groups_are_drawn_and_the_ribbon_says_so_and_how_to_see_all(parts: Visit, address: str) -> None:
    page = parts.open(address)
    assert page.evaluate(f"{STAGE}.picture.sigma.getGraph().order") == 40
    said = page.locator("[data-parts]")
    assert said.inner_text().startswith("5200 nodes are too many to be seen at once: most are drawn in groups.")
    assert said.get_by_role("link", name="draw all of them").get_attribute("href") == WHOLE
    assert page.locator("[data-group] b").first.inner_text() == "130"
    assert "130 repositories around project0-129" in {
        label["text"] for label in page.evaluate(f"[...{STAGE}.picture.labels().values()]")
    }
    assert serious(page) == []


def test_a_double_click_opens_a_group_and_its_menu_closes_it_again(parts: Visit, address: str) -> None:
    page = parts.open(address)
    before = looking(page)
    page.locator("[data-canvas]").dblclick(position=spot(page, FIRST))
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 39 + 130")
    assert state_of(page)["open"] == FIRST
    assert page.evaluate(f"{STAGE}.model.nodes.reduce((all, node) => all + (node.holds ?? 1), 0)") == len(WORLD.nodes)
    assert page.evaluate(f"{STAGE}.model.nodes.some((node) => node.id === '{FIRST}')") is False
    page.evaluate(f"{STAGE}.picture.focus('{MEMBER}')")
    page.locator("[data-canvas]").click(position=spot(page, MEMBER), button="right")
    page.get_by_role("menuitem", name="Back into its group").click()
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 40")
    assert looking(page) == before
    assert "open" not in state_of(page)
    assert page.evaluate(f"{STAGE}.picture.selected.node") == FIRST


def test_keys_open_and_close_a_group_and_undo_knows_of_it(parts: Visit, address: str) -> None:
    page = parts.open(f"{address}#node={FIRST}")
    page.locator("[data-canvas]").focus()
    page.keyboard.press("e")
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 39 + 130")
    assert page.locator(".said").inner_text() == "130 repositories around project0-129: 130 nodes are drawn now"
    page.evaluate(f"{STAGE}.select('{MEMBER}', '')")
    page.keyboard.press("c")
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 40")
    page.keyboard.press("Control+z")
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 39 + 130")


def test_the_address_brings_open_groups_back_in_their_places(parts: Visit, address: str) -> None:
    page = parts.open(f"{address}#open={FIRST}")
    page.locator("[data-parts]").wait_for()
    before = looking(page)
    assert len(before) == 39 + 130
    assert looking(parts.open(f"{address}#open={FIRST}")) == before


@pytest.mark.parametrize("visit", [(390, "dark")], indirect=True, ids=str)
def test_the_panel_of_a_group_names_its_largest_and_opens_it(parts: Visit, address: str) -> None:
    page = parts.open(f"{address}#node={FIRST}")
    panel = page.locator("[data-panel]")
    assert "owner0/project0-129" in panel.inner_text()
    panel.get_by_role("button", name="Expand").click()
    page.wait_for_function(f"() => {STAGE}.model.nodes.length === 39 + 130")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious(page) == []


def test_without_webgl_the_groups_are_drawn_all_the_same(parts: Visit, address: str) -> None:
    parts.page.add_init_script(NO_WEBGL)
    page = parts.open(address)
    assert page.evaluate(f"{STAGE}.picture.nodes.length") == 40
