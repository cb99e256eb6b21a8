"""Undo and redo of every change, by button and by key."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, looking

pytestmark = pytest.mark.browser

LYRIC = "github:@lyriczhao"
STEPS = {
    "expand": f"acts.expand('{LYRIC}')",
    "hide": f"acts.hide(['{LYRIC}'])",
    "hide an edge": f"acts.hideEdge({STAGE}.model.edges[0].id)",
    "pin": f"acts.pin(['{LYRIC}'])",
    "move": f"hand.select('{LYRIC}', ''), {STAGE}.acts.nudge(30, 10)",
    "keep only": f"acts.keepOnly(['{LYRIC}'])",
    "seed": f"acts.seed('{LYRIC}')",
    "legend": "acts.toggle('single')",
    "filter": "change('x', () => ({ only: { countries: ['China'] }, weight: 3 }))",
    "look": "change('x', () => ({ color: 'countries', size: 'ties' }))",
    "months": "change('x', () => ({ from: '2025-05', to: '2025-08' }), true)",
    "difference": "change('x', () => ({ from: '2025-05', to: '2025-08', back: 3 }), true)",
}
DRAWN = f"""() => {{
    const {{ picture }} = {STAGE};
    const nodes = picture.nodes.get().map((n) => [n.id, n.size, n.hidden, {STAGE}.model.node.get(n.id).color]);
    return JSON.stringify([nodes.sort(), picture.edges.get().map((e) => [e.id, e.hidden, e.dashes]).sort()]);
}}"""


def test_every_change_is_taken_back_and_done_again(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    for name, step in STEPS.items():
        before, places = page.evaluate(DRAWN), looking(page)
        page.evaluate(f"async () => {{ await ({STAGE}.{step}); }}")
        after, moved = page.evaluate(DRAWN), looking(page)
        assert (after, moved) != (before, places) or name == "pin", name
        page.evaluate(f"{STAGE}.undo()")
        assert (page.evaluate(DRAWN), looking(page)) == (before, places), name
        page.evaluate(f"{STAGE}.redo()")
        assert (page.evaluate(DRAWN), looking(page)) == (after, moved), name
        page.evaluate(f"{STAGE}.undo()")


def test_buttons_and_keys_undo_and_say_what(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    undo, redo = page.get_by_role("button", name="Undo"), page.get_by_role("button", name="Redo")
    assert undo.is_disabled()
    page.locator("[data-legend]").get_by_role("button", name="developers in one").click()
    assert undo.get_attribute("title") == "Undo: hide developers in one"
    undo.click()
    assert page.locator("#said").inner_text() == "Undone: hide developers in one"
    page.locator("[data-share]").focus()
    page.keyboard.press("Control+Shift+Z")
    assert page.locator("[data-amount]").inner_text() == "4 of 6 nodes, 4 edges"
    page.keyboard.press("Control+z")
    assert page.locator("[data-amount]").inner_text() == "6 nodes, 6 edges"
    assert redo.is_enabled()


def test_a_new_change_after_undo_forgets_what_was_taken_back(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.evaluate(f"{STAGE}.acts.hide(['{LYRIC}'])")
    page.evaluate(f"{STAGE}.undo()")
    page.evaluate(f"{STAGE}.acts.toggle('single')")
    assert page.get_by_role("button", name="Redo").is_disabled()


def test_keys_in_a_text_field_are_the_field_s(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    page.evaluate(f"{STAGE}.acts.hide(['{LYRIC}'])")
    page.locator("#search").focus()
    page.keyboard.type("?")
    page.keyboard.press("Control+z")
    assert page.get_by_role("dialog").count() == 0
    assert page.locator("[data-amount]").inner_text().startswith("5 of 6")
