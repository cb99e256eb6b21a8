"""A network as a notebook frames it: in a sandbox, without a server."""

from __future__ import annotations

from typing import Any, cast

import pytest
from playwright.sync_api import Frame, Page, Position, expect

from api.answer import Answer
from api.notebook.network_answer import NetworkAnswer
from tests.browser.conftest import Visit
from tests.browser.looking import drawn, serious
from tests.viz import worlds

pytestmark = pytest.mark.browser


def framed(visit: Visit, answer: NetworkAnswer) -> Frame:
    """The frame with the picture, once it is drawn."""
    page = visit.page
    page.set_content(
        f'<!doctype html><html lang="en"><title>A notebook</title>{answer._repr_mimebundle_()["text/html"]}'
    )
    page.frame_locator("iframe").locator("[data-canvas][data-drawn]").wait_for(state="attached")
    return page.frames[1]


@pytest.mark.parametrize("visit", [(1280, "light"), (1280, "dark"), (390, "light")], indirect=True)
def test_every_node_is_drawn_and_tells_what_it_is(visit: Visit) -> None:
    network = worlds.overlap()
    frame = framed(visit, NetworkAnswer(Answer("overlap-network", "Who is in both", network)))
    picture = drawn(cast("Page", frame))
    assert {node["id"] for node in picture["places"]} == {node.key for node in network.nodes}
    assert picture["inked"] > 1000
    first: dict[str, Any] = picture["places"][0]
    frame.locator("[data-canvas]").click(position=Position(x=first["x"], y=first["y"]))
    panel = frame.locator("[data-panel]")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text(next(node.title for node in network.nodes if node.key == first["id"]))


def test_names_of_strangers_do_nothing(visit: Visit) -> None:
    framed(visit, NetworkAnswer(Answer("q", worlds.HOSTILE[0], worlds.hostile())))
    expect(visit.page.locator("iframe")).to_have_count(1)
    assert serious(visit.page) == []
