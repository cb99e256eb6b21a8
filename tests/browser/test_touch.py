"""Fingers: a long touch opens the menu of what is under it, a short one selects it, in small and large pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, spot
from tests.browser.test_large import DRIVERS, FIRST, address

pytestmark = pytest.mark.browser
__all__ = ["address"]


class Finger:
    """A finger on the picture."""

    def __init__(self, page: Page, key: str) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        box = page.locator("[data-canvas]").bounding_box()
        assert box
        at = spot(page, key)
        self.at = {"x": box["x"] + at["x"], "y": box["y"] + at["y"]}

    def down(self) -> None:
        self.session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [self.at]})

    def move(self, by: int) -> None:
        self.at["x"] += by
        self.session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [self.at]})

    def up(self) -> None:
        self.session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def touched(visit: Visit) -> Iterator[Visit]:
    """A visit in which the graphics driver may speak of itself."""
    yield visit
    visit.console = [line for line in visit.console if DRIVERS not in line]


@pytest.mark.parametrize("visit", [(390, "light")], indirect=True, ids=str)
def test_a_long_touch_opens_the_menu_of_a_small_picture(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    finger = Finger(page, "github:@lyriczhao")
    finger.down()
    page.get_by_role("menu").wait_for()
    finger.up()
    assert page.get_by_role("menu").get_attribute("aria-label") == "LyricZhao"


@pytest.mark.parametrize("visit", [(390, "light")], indirect=True, ids=str)
def test_a_long_touch_opens_the_menu_of_a_large_picture_and_lifting_does_not_close_it(
    touched: Visit, address: str
) -> None:
    page = touched.open(address)
    page.evaluate(f"{STAGE}.picture.focus('{FIRST}')")
    finger = Finger(page, FIRST)
    finger.down()
    page.get_by_role("menu").wait_for()
    finger.up()
    assert page.get_by_role("menu").get_attribute("aria-label") == "made/r0"
    assert page.evaluate(f"{STAGE}.picture.selected.node") == FIRST


@pytest.mark.parametrize("visit", [(390, "light")], indirect=True, ids=str)
def test_a_short_touch_selects_and_a_moving_one_moves_the_view(touched: Visit, address: str) -> None:
    page = touched.open(address)
    page.evaluate(f"{STAGE}.picture.focus('{FIRST}')")
    finger = Finger(page, FIRST)
    before = spot(page, FIRST)
    finger.down()
    for _ in range(6):
        finger.move(12)
    finger.up()
    page.wait_for_function(f"(x) => {STAGE}.picture.spot('{FIRST}').x > x + 30", arg=before["x"])
    assert page.evaluate(f"{STAGE}.picture.selected.node") == ""
    page.evaluate(f"{STAGE}.picture.focus('{FIRST}')")
    finger = Finger(page, FIRST)
    finger.down()
    finger.up()
    page.wait_for_function(f"() => {STAGE}.picture.selected.node === '{FIRST}'")
    assert page.get_by_role("menu").count() == 0
