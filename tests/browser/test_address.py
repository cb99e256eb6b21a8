"""The address holds the whole state: opening it again draws the same picture to the pixel."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, keys_of, looking, state_of

pytestmark = pytest.mark.browser

LYRIC = "github:@lyriczhao"
SPHISH = "github:@sphish"
STATES = {
    "selection": f"hand.select('{LYRIC}', '')",
    "several": f"hand.choose(['{LYRIC}', '{SPHISH}'])",
    "edge": f"hand.select('', {STAGE}.model.edges[1].id)",
    "pinned": f"hand.select('{LYRIC}', ''), {STAGE}.acts.nudge(37, -21)",
    "hidden": f"acts.hide(['{SPHISH}'])",
    "kept": f"acts.keepOnly(['{SPHISH}', 'github:deepseek-ai/deepep'])",
    "edge hidden": f"acts.hideEdge({STAGE}.model.edges[2].id)",
    "expanded": f"acts.expand('{LYRIC}')",
    "expanded and moved": f"acts.expand('{LYRIC}').then(() => {STAGE}.acts.nudge(0, 60))",
    "seed": f"acts.expand('{LYRIC}').then(() => {STAGE}.acts.seed('github:deepseek-ai/3fs'))",
    "filters": "change('', () => ({ only: { countries: ['China', '?'], organizations: ['DeepSeek'] }, weight: 4 }))",
    "looks": "change('', () => ({ color: 'countries', size: 'ties', hide: ['countries:China'] }))",
    "period": "change('', () => ({ from: '2025-05', to: '2025-08' }), true)",
    "difference": "change('', () => ({ from: '2025-05', to: '2025-08', back: 3 }), true)",
    "view": "picture.moveTo([31.4, -15.9, 2.7183]), document.querySelector('.stage').atlas.keepPlace()",
    "table": "tab('table')",
}
SEEN = f"""() => {{
    const {{ picture, model, work }} = {STAGE};
    const seen = model.nodes.filter((n) => model.visible(n.id)).map((n) => {{
        const at = picture.spot(n.id);
        return [n.id, Math.round(at.x), Math.round(at.y), n.size, n.color];
    }});
    const edges = model.edges.filter((e) => model.seen(e)).map((e) => [e.id, e.change]);
    const held = Object.keys(work.held).length, chosen = [...picture.chosen].sort();
    return JSON.stringify({{ seen: seen.sort(), edges: edges.sort(), held, chosen, selected: picture.selected,
        tab: document.querySelector('.stage').dataset.showing,
        panel: document.querySelector('[data-panel] h2')?.textContent }});
}}"""


def again(visit: Visit, page: Page) -> Page:
    """The page of the address that is shown now, opened anew."""
    return visit.open(page.url.removeprefix(visit.site.address))


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_every_state_comes_back_to_the_pixel(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    for name, step in STATES.items():
        page = visit.open(visit.site.whole)
        page.evaluate(f"async () => {{ await ({STAGE}.{step}); }}")
        before, address = json.loads(page.evaluate(SEEN)), page.url
        page = again(visit, page)
        after = json.loads(page.evaluate(SEEN))
        pairs = list(zip(before.pop("seen"), after.pop("seen"), strict=True))
        assert [one[:1] + one[3:] for one, _ in pairs] == [other[:1] + other[3:] for _, other in pairs], name
        assert all(one[1:3] == pytest.approx(other[1:3], abs=1) for one, other in pairs), (name, pairs)
        assert after == before, name
        assert page.url == address, name


def test_a_state_of_everything_at_once_comes_back(visit: Visit) -> None:
    page = visit.open(visit.site.whole)
    for step in ("expanded", "pinned", "hidden", "looks", "period"):
        page.evaluate(f"async () => {{ await ({STAGE}.{STATES[step]}); }}")
    places, gone, address = looking(page), keys_of(page, "gone"), page.url
    page = again(visit, page)
    assert looking(page) == places
    assert keys_of(page, "gone") == gone
    assert page.url == address
    assert len(address) < 2000


def test_going_back_to_an_older_address_restores_it(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#gone={SPHISH}")
    page.evaluate(f"location.hash = 'node={LYRIC}'")
    page.locator("[data-panel] h2").get_by_text("LyricZhao").wait_for()
    assert keys_of(page, "gone") == set()


def test_long_states_are_shortened_and_still_restored(visit: Visit) -> None:
    page = visit.open(visit.site.landscape)
    page.evaluate(f"{STAGE}.acts.hide({STAGE}.model.nodes.slice(0, 39).map((n) => n.id))")
    assert len(page.url) < 2000
    gone = keys_of(page, "gone")
    assert len(gone) == 39
    assert keys_of(again(visit, page), "gone") == gone


def test_an_address_that_stays_too_long_leaves_pins_out_and_says_so(visit: Visit) -> None:
    page = visit.open(visit.site.landscape)
    page.evaluate(f"{STAGE}.acts.pin({STAGE}.model.nodes.map((n) => n.id))")
    page.evaluate(f"{STAGE}.acts.hide({STAGE}.model.nodes.map((n) => n.id))")
    page.evaluate(f"{STAGE}.change('', () => ({{ cut: {STAGE}.model.edges.map((e) => e.id) }}))")
    many = "Array.from({ length: 60 }, (_, i) => 'a license ' + i)"
    page.evaluate(f"{STAGE}.change('', () => ({{ only: {{ license: {many} }} }}))")
    assert len(page.url) < 2000
    assert "pins" not in state_of(page)
    assert "too long" in page.locator("#said").inner_text()


NONSENSE = ["#gone=nobody&pins=nobody,1,2&open=nobody", "#at=a,b,c&weight=x&back=-3", "#only.countries=,&color=nothing"]


@pytest.mark.parametrize("state", NONSENSE)
def test_an_address_with_nonsense_draws_what_it_can(visit: Visit, state: str) -> None:
    page = visit.open(visit.site.whole + state)
    assert len(looking(page)) == 6
