"""A narrow screen: what is selected lies in the free room, the heading gives way, and labels have theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.browser import server
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, clashes, labels, spot
from tests.browser.test_large import DRIVERS, address
from tests.viz.worlds import communities
from viz import pages
from viz.network import CROWDED
from viz.page_data import NetworkPage, Picture

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("visit", [(390, "light")], indirect=True, ids=str)]
__all__ = ["address"]

FOLD = "[data-fold]"
FOUND = "Eight projects hold them together, and each of these shares developers with all of the others around it."
COVERED = """(key) => {
    const { x, y } = document.querySelector('.stage').atlas.picture.spot(key);
    const canvas = document.querySelector('[data-canvas]').getBoundingClientRect();
    const lines = (part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return [...range.getClientRects()];
    };
    const boxes = [...document.querySelectorAll('.heading > *')].flatMap(lines);
    const panel = document.querySelector('[data-panel]').getBoundingClientRect();
    const [left, top] = [canvas.left + x, canvas.top + y];
    const inside = ({ left: l, top: t, right, bottom }) => left > l && left < right && top > t && top < bottom;
    return [...boxes, panel].some(inside) || !inside(canvas);
}"""
"""Whether a node lies under words of the heading, under the panel, or beside the canvas."""


@pytest.fixture
def phone(visit: Visit) -> Iterator[Visit]:
    """A visit in which the graphics driver may speak of itself."""
    yield visit
    visit.console = [line for line in visit.console if DRIVERS not in line]


@pytest.fixture(params=["few", "many", "large"])
def network(request: pytest.FixtureRequest, address: str) -> str:
    """Where the page of a network of this size stands, each with a finding of several lines."""
    if request.param == "large":
        return address
    world = communities(4, 6 if request.param == "few" else CROWDED // 4)
    page = NetworkPage("Landscape", "Which projects share developers?", Picture(world), answer=FOUND)
    server.PAGES["/phone"] = pages.network_page(page)
    return "/phone"


def farthest(page: Page) -> list[str]:
    """The nodes that are seen highest, lowest, leftmost and rightmost."""
    keys: list[str] = page.evaluate(f"""() => {{
        const {{ picture, model }} = {STAGE};
        const by = (side) => [...model.nodes].sort((a, b) => picture.spot(a.id)[side] - picture.spot(b.id)[side]);
        return ['x', 'y'].flatMap((side) => [by(side)[0].id, by(side).at(-1).id]);
    }}""")
    return keys


def test_what_is_selected_lies_beside_heading_and_panel(phone: Visit, network: str) -> None:
    page = phone.open(network)
    for key in farthest(page):
        page.evaluate(f"(key) => {STAGE}.select(key, '')", key)
        assert not page.evaluate(COVERED, key), key
        page.evaluate(f"{STAGE}.select('', '')")


def test_what_the_keyboard_selects_lies_there_too(phone: Visit, network: str) -> None:
    page = phone.open(network)
    page.locator("[data-canvas]").focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        assert not page.evaluate(COVERED, page.evaluate(f"{STAGE}.picture.selected.node"))


def test_and_what_an_address_selects_that_was_made_on_a_wide_screen(phone: Visit, network: str) -> None:
    key = farthest(phone.open(network))[2]
    at = page_at(phone.page, key)
    for state in (f"#node={key}", f"#node={key}&at={at}"):
        page = phone.open(network + state)
        assert page.locator("[data-panel]").is_visible()
        assert not page.evaluate(COVERED, key)


def page_at(page: Page, key: str) -> str:
    """A view in which a node stands at the foot of the picture, as the address has it."""
    by = spot(page, key)["y"] - page.evaluate(f"{STAGE}.picture.element.clientHeight") + 30
    x, y, scale = page.evaluate(f"(by) => {{ {STAGE}.pan(0, by); return {STAGE}.picture.position(); }}", by)
    return f"{x:.1f},{y:.1f},{scale:.4f}"


def test_while_a_panel_is_open_the_heading_is_one_line_until_a_tap_opens_it(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    texts = page.locator(".heading > :is(.asked, .question, .answer)")
    assert not page.locator(FOLD).is_visible()
    assert all(text.is_visible() for text in texts.all())
    page.evaluate(f"{STAGE}.select('github:@sphish', '')")
    assert not any(text.is_visible() for text in texts.all())
    assert page.locator(FOLD).inner_text().startswith("Two.")
    assert page.locator(FOLD).bounding_box()["height"] < 32  # type: ignore[index]
    page.locator(FOLD).click()
    assert all(text.is_visible() for text in texts.all())
    page.evaluate(f"{STAGE}.select('github:@lyriczhao', '')")
    assert not any(text.is_visible() for text in texts.all())
    page.keyboard.press("Escape")
    assert all(text.is_visible() for text in texts.all())


def test_over_many_marks_the_heading_is_one_line_from_the_beginning(visit: Visit) -> None:
    world = communities(4, CROWDED // 4)
    many = NetworkPage("Landscape", "Which projects share developers?", Picture(world), answer=FOUND)
    server.PAGES["/many"] = pages.network_page(many)
    page = visit.open("/many")
    assert page.locator(FOLD).is_visible()
    assert not page.locator(".answer").is_visible()
    page.locator(FOLD).click()
    assert page.locator(".answer").inner_text() == FOUND


def test_many_labels_are_drawn_and_none_lies_on_another_or_beyond_the_edge(phone: Visit, network: str) -> None:
    page = phone.open(network)
    page.wait_for_function(f"() => !{STAGE}.picture.overlay?.moving")
    width, height = page.evaluate(f"[{STAGE}.picture.element.clientWidth, {STAGE}.picture.element.clientHeight]")
    boxes = labels(page)
    assert len(boxes) >= {"/large": 50}.get(network, 20)
    assert clashes(boxes) == []
    assert all(left >= 0 and top >= 0 and right <= width and bottom <= height for left, top, right, bottom in boxes)


def test_the_label_of_what_is_selected_lies_inside_the_frame_whatever_its_length(visit: Visit) -> None:
    world = communities(4, 6)
    name = "a-company/a-project-whose-name-goes-on-and-on-and-on"
    first = replace(world.nodes[0], title=name)
    named = replace(world, nodes=(first, *world.nodes[1:]))
    server.PAGES["/named"] = pages.network_page(NetworkPage("Landscape", "Which?", Picture(named)))
    page = visit.open("/named")
    page.evaluate(f"(key) => {STAGE}.select(key, '')", first.key)
    at = spot(page, first.key)
    page.evaluate(f"(by) => {STAGE}.picture.pan(by, 0)", at["x"] - 300)
    page.wait_for_function(f"(key) => Math.abs(300 - {STAGE}.picture.spot(key).x) < 2", arg=first.key)
    box = page.evaluate(f"(key) => [...{STAGE}.picture.labels.keys()].indexOf(key)", first.key)
    left, _, right, _ = labels(page)[box]
    assert right - left > 300
    assert left >= 0
    assert right <= page.evaluate(f"{STAGE}.picture.element.clientWidth")
