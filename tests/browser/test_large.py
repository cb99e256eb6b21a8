"""A network too large for vis-network: its data come after the page, and sigma draws it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from gzip import compress

import networkx as nx
import pytest

from graph.model import Edge, Network, Node
from tests.browser import server
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, clashes, labels, place, serious, spot, state_of
from viz import pages
from viz.addresses import STATIC_FOLDER
from viz.network import MANY, AtlasNetwork
from viz.page_data import NetworkPage, Picture
from viz.views import draw

pytestmark = pytest.mark.browser

COUNT = MANY + 100
DATA = "/api/v1/views/large"
FIRST = "github:made/r0"
DRIVERS = "GPU stall due to ReadPixels"
"""What Chromium's software rendering says of itself when a page with WebGL is shown; no page can avoid it."""
NO_WEBGL = """
const was = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.startsWith("webgl") ? null : was.call(this, kind, ...more);
};
"""


def _made() -> Network:
    graph = nx.barabasi_albert_graph(COUNT, 2, seed=3)
    nodes = tuple(
        Node(f"github:made/r{at}", "Repository", f"made/r{at}", float(graph.degree(at)), at % 5, {"stars": at})
        for at in graph
    )
    edges = tuple(
        Edge(nodes[a].key, nodes[b].key, "SHARES_DEVELOPERS", 1.0 + (a + b) % 7, {"developers": 1})
        for a, b in graph.edges
    )
    return Network(nodes, edges, "OpenRank", "shared developers")


@pytest.fixture(scope="module")
def address() -> str:
    """Where the page of a generated network stands."""
    network = _made()
    picture = Picture(network, query="large", cypher="MATCH (n) RETURN n", view="collaboration")
    server.PAGES["/large"] = pages.network_page(NetworkPage("Large", "Who works with whom?", picture, data=DATA))
    server.PAGES[DATA] = json.dumps(AtlasNetwork(draw(network, view="collaboration"), "Large").data())
    return "/large"


@pytest.fixture
def large(visit: Visit) -> Iterator[Visit]:
    """A visit in which the graphics driver may speak of itself."""
    yield visit
    visit.console = [line for line in visit.console if DRIVERS not in line]


def test_the_page_comes_without_its_data_and_sigma_draws_them(large: Visit, address: str) -> None:
    asked: list[str] = []
    large.page.on("request", lambda request: asked.append(request.url.removeprefix(large.site.address)))
    page = large.open(address)
    assert DATA in asked
    assert any(path.startswith("/static/large.js") for path in asked)
    assert len(server.PAGES["/large"]) < len(server.PAGES[DATA]) / 4
    assert page.evaluate(f"{STAGE}.picture.sigma.getGraph().order") == COUNT
    inside = page.evaluate(f"""() => {{
        const {{ picture, model }} = {STAGE};
        const {{ clientWidth, clientHeight }} = picture.element;
        const spots = model.nodes.map((node) => picture.spot(node.id));
        return spots.filter(({{ x, y }}) => x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight).length;
    }}""")
    assert inside == COUNT
    assert serious(page) == []


def test_small_networks_do_not_load_what_draws_large_ones(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open(visit.site.whole)
    assert not any("large.js" in url for url in asked)


def test_a_page_is_lighter_than_600_kilobytes_without_its_data(address: str) -> None:
    files = [STATIC_FOLDER / name for name in ("network.js", "large.js", "atlas.js", "theme.js", "atlas.css")]
    weight = sum(len(compress(file.read_bytes())) for file in files) + len(compress(server.PAGES[address].encode()))
    assert weight < 600 * 1024


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_a_click_selects_and_the_address_brings_it_back_to_the_pixel(large: Visit, address: str) -> None:
    page = large.open(address)
    page.evaluate(f"{STAGE}.picture.moveTo([31.4, -15.9, 0.8])")
    page.evaluate(f"{STAGE}.picture.focus('{FIRST}')")
    page.locator("[data-canvas]").click(position=spot(page, FIRST))
    page.wait_for_function(f"() => {STAGE}.picture.selected.node === '{FIRST}' && location.hash.includes('at=')")
    assert page.locator("[data-panel] h2").inner_text() == "made/r0"
    assert page.locator("[data-canvas].faded").count() == 1
    before, url = spot(page, FIRST), page.url
    page = large.open(url.removeprefix(large.site.address))
    after = spot(page, FIRST)
    assert page.evaluate(f"{STAGE}.picture.selected.node") == FIRST
    assert abs(before["x"] - after["x"]) < 1
    assert abs(before["y"] - after["y"]) < 1


def test_the_wheel_zooms_around_the_pointer_and_the_address_knows(large: Visit, address: str) -> None:
    page = large.open(address)
    scale = page.evaluate(f"{STAGE}.picture.view().scale")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -300)
    page.wait_for_function(f"() => {STAGE}.picture.view().scale > {scale} * 1.2 && location.hash.includes('at=')")
    assert "at" in state_of(page)


def test_no_label_lies_on_another_at_any_zoom(large: Visit, address: str) -> None:
    page = large.open(address)
    for scale in (0.1, 0.4, 1.5):
        page.evaluate(f"{STAGE}.picture.moveTo([0, 0, {scale}])")
        page.wait_for_function(f"() => !{STAGE}.picture.overlay.moving")
        boxes = labels(page)
        assert len(boxes) >= 20
        assert clashes(boxes) == []


def test_keys_go_from_node_to_node_and_zoom(large: Visit, address: str) -> None:
    page = large.open(address)
    page.locator("[data-canvas]").focus()
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate(f"{STAGE}.picture.selected.node")
    assert chosen
    scale = page.evaluate(f"{STAGE}.picture.view().scale")
    page.keyboard.press("+")
    page.wait_for_function(f"() => {STAGE}.picture.view().scale > {scale}")
    page.keyboard.press("Escape")
    assert page.evaluate(f"{STAGE}.picture.selected.node") == ""


def test_the_legend_hides_a_group_and_undo_brings_it_back(large: Visit, address: str) -> None:
    page = large.open(address)
    page.locator("[data-group]").first.click()
    assert page.evaluate(f"{STAGE}.picture.sigma.getGraph().order") < COUNT
    page.keyboard.press("Control+z")
    assert page.evaluate(f"{STAGE}.picture.sigma.getGraph().order") == COUNT


def test_a_node_can_be_dragged_and_stays_where_it_was_put(large: Visit, address: str) -> None:
    page = large.open(address)
    page.evaluate(f"{STAGE}.picture.focus('{FIRST}')")
    box = page.locator("[data-canvas]").bounding_box()
    assert box
    at, before = spot(page, FIRST), place(page, FIRST)
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + at["x"] + 60, box["y"] + at["y"] + 40, steps=4)
    page.mouse.up()
    page.wait_for_function(f"() => {STAGE}.model.pinned.has('{FIRST}')")
    after = place(page, FIRST)
    assert after[0] > before[0] + 10
    assert after[1] > before[1] + 10


def test_the_table_is_the_twin_of_the_picture(large: Visit, address: str) -> None:
    page = large.open(address)
    page.get_by_role("tab", name="Table").click()
    assert page.locator("[data-view=table]").get_by_text(f"{COUNT} rows").first.is_visible()


def test_a_long_table_shows_a_thousand_rows_at_a_time_and_filters_and_sorts_all_of_them(
    large: Visit, address: str
) -> None:
    page = large.open(address)
    page.get_by_role("tab", name="Table").click()
    nodes = page.locator("[data-view=table] section").first
    assert nodes.locator("tbody tr").count() == 1000
    nodes.get_by_role("button", name=f"Show {COUNT - 1000} more of {COUNT - 1000}").click()
    assert nodes.locator("tbody tr").count() == COUNT
    page.get_by_label("Filter rows").fill(f"made/r{COUNT - 1}")
    assert nodes.locator("tbody tr").all_inner_texts()[0].startswith(f"made/r{COUNT - 1}")
    assert f"1 of {COUNT} rows" in nodes.inner_text()
    page.get_by_label("Filter rows").fill("")
    nodes.get_by_role("columnheader", name="stars").get_by_role("button").click()
    assert nodes.locator("tbody tr").first.inner_text().startswith(f"made/r{COUNT - 1}")
    assert nodes.get_by_role("columnheader", name="stars").get_attribute("aria-sort") == "descending"


def test_without_webgl_it_is_said_and_the_table_is_there(large: Visit, address: str) -> None:
    large.page.add_init_script(NO_WEBGL)
    page = large.open(address)
    assert "no WebGL" in page.get_by_role("alert").first.inner_text()
    page.get_by_role("tab", name="Table").click()
    assert page.locator("[data-view=table] tbody tr").count() > 0


def test_while_the_view_moves_the_drawn_picture_is_moved_and_at_rest_drawn_anew(large: Visit, address: str) -> None:
    page = large.open(address)
    page.wait_for_function(f"() => !{STAGE}.picture.overlay.moving")
    renders, moved = page.evaluate(f"""async () => {{
        const {{ picture }} = {STAGE};
        let renders = 0;
        picture.sigma.on("afterRender", () => (renders += 1));
        const [x, y, scale] = picture.position();
        for (let step = 1; step <= 20; step += 1) {{
            picture.moveTo([x + step / scale, y, scale]);
            await new Promise(requestAnimationFrame);
        }}
        const moved = document.querySelector(".sigma-nodes").style.transform;
        return [renders, moved];
    }}""")
    assert renders == 0
    assert moved == "translate(-20px, 0px) scale(1)"
    page.wait_for_function("() => document.querySelector('.sigma-nodes').style.transform === ''")


def test_every_kind_has_its_shape_from_afar(large: Visit, address: str) -> None:
    page = large.open(address)
    drawn = page.evaluate(f"""() => {{
        const {{ picture, model }} = {STAGE};
        const graph = picture.sigma.getGraph();
        const number = (node) => graph.getNodeAttribute(picture.numbers.get(node.id), "shape");
        return [...new Set(model.nodes.map((node) => `${{node.shape}} ${{number(node)}}`))];
    }}""")
    assert drawn == ["square 1"]
    picture = page.evaluate(f"""() => {{
        const {{ picture }} = {STAGE};
        picture.fit(true);
        picture.sigma.render();
        const gl = picture.sigma.webGLContexts.nodes;
        const seen = new Uint8Array(4 * gl.drawingBufferWidth * gl.drawingBufferHeight);
        gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, seen);
        let inked = 0;
        for (let at = 3; at < seen.length; at += 4) inked += Number(seen[at] > 0);
        return inked;
    }}""")
    assert picture > COUNT
