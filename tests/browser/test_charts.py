"""The pages of charts in a real browser, over the bundled atlas."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from graph.database import Database
from tests.browser.conftest import Visit
from tests.browser.looking import serious
from tests.cypher.queries.told import asked
from viz import charts
from viz.vega.lines import DASH

FOUR = "repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM,deepseek-ai/FlashMLA"
ADDRESSES = {
    "overlap-sets": f"/views/overlap-sets?{FOUR}",
    "coverage": f"/views/coverage?{FOUR}",
    "landscape-map": "/views/landscape-map?taxonomy=llm-landscape-2025",
    "migration": "/views/migration?limit=30",
}
CHART = "document.querySelector('[data-chart-place]').chart"


def opened(visit: Visit, name: str, more: str = "") -> Page:
    """The page of a chart."""
    return visit.open(ADDRESSES.get(name, f"/views/{name}") + more)


MARKS = ", ".join(
    f".mark-{kind}" for kind in ("symbol path", "rect path", "line path", "text text", "area path", "shape path")
)


def inked(page: Page) -> dict[str, int]:
    """How many marks are drawn, and how many of them lie outside of the picture."""
    return dict(
        page.evaluate(
            """(kinds) => {
            const canvas = document.querySelector('[data-canvas]');
            const box = canvas.getBoundingClientRect();
            const places = [...canvas.querySelectorAll(kinds)].map((mark) => mark.getBoundingClientRect());
            const marks = places.filter((at) => at.width + at.height > 0);
            const beside = (at) => at.right < box.left - 2 || at.left > box.right + 2;
            const above = (at) => at.bottom < box.top - 2 || at.top > box.bottom + 2;
            return { marks: marks.length, outside: marks.filter((at) => beside(at) || above(at)).length };
        }""",
            MARKS,
        )
    )


@pytest.mark.parametrize("atlas_visit", [(1280, "light"), (390, "dark")], indirect=True)
def test_every_chart_is_drawn_within_its_page_and_accessible(atlas_visit: Visit) -> None:
    for name in charts.names():
        page = opened(atlas_visit, name)
        if not page.locator("[data-chart-place]").count():
            assert page.get_by_role("heading", name="Nothing to draw").is_visible(), name
            continue
        for chart in page.locator("[data-chart-place] [data-canvas]").all():
            label = chart.get_attribute("aria-label") or ""
            assert chart.get_attribute("role") == "img", name
            assert label.endswith("A table has the same values."), (name, label)
        found = inked(page)
        assert found["marks"] > 1, name
        assert found["outside"] == 0, name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert serious(page) == [], name


def test_the_table_has_the_rows_of_the_answer_and_its_filter_and_order_are_in_the_address(
    atlas_visit: Visit, atlas: Database
) -> None:
    page = opened(atlas_visit, "attention-and-collaboration")
    page.get_by_role("tab", name="Table").click()
    rows = page.locator("#view-table tbody tr")
    answer = asked(atlas, "attention-and-collaboration")
    assert [row.split("\t")[0] for row in rows.all_inner_texts()] == [str(row["repository"]) for row in answer]
    page.get_by_label("Filter rows").fill("vllm")
    assert rows.locator("visible=true").count() == 1
    page.locator('th[data-column="repository"] button').click()
    shown = page.locator("#view-table tbody").inner_text()
    page.reload()
    page.locator('th[data-column="repository"][aria-sort="ascending"]').wait_for()
    assert page.get_by_role("tab", name="Table").get_attribute("aria-selected") == "true"
    assert page.get_by_label("Filter rows").input_value() == "vllm"
    assert page.locator("#view-table tbody").inner_text() == shown
    page.evaluate("location.hash = 'tab=table'")
    page.wait_for_function("document.querySelectorAll('#view-table tbody tr[hidden]').length === 0")


def test_the_race_is_played_to_its_end_and_its_address_restores_the_month(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "rank-race")
    last = page.evaluate(f"{CHART}.frames.length - 1")
    whole = inked(page)["marks"]
    slider = page.get_by_role("slider", name="Month")
    slider.fill("2")
    assert page.evaluate(f"{CHART}.view.signal('frame')") == 2
    month = page.evaluate(f"{CHART}.frames[2]")
    assert page.url.endswith(f"#month={month}")
    assert month == "2024-11"
    page.wait_for_function("(n) => document.querySelectorAll('.mark-symbol path').length < n", arg=whole)
    page.reload()
    page.locator("[data-canvas][data-drawn]").wait_for(state="attached")
    assert page.evaluate(f"{CHART}.view.signal('frame')") == 2
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Pause").wait_for()
    page.wait_for_function(f"(last) => {CHART}.view.signal('frame') === last", arg=last)
    page.get_by_role("button", name="Play").wait_for()
    assert inked(page)["marks"] == whole


def test_a_click_on_the_legend_hides_a_group_and_the_address_keeps_it(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "momentum")
    before = inked(page)["marks"]
    button = page.locator("[data-group]").first
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    page.wait_for_function("(n) => document.querySelectorAll('.mark-symbol path').length < n", arg=before)
    page.reload()
    page.locator("[data-canvas][data-drawn]").wait_for(state="attached")
    assert button.get_attribute("aria-pressed") == "false"
    assert inked(page)["marks"] < before


def test_a_line_is_hidden_with_its_name_and_its_colour_stays_with_the_other(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "openrank-series", "?repositories=langgenius/dify,apache/spark")
    lines = "[...document.querySelectorAll('[data-canvas] .mark-line path')].map((line) => line.getAttribute('stroke'))"
    both = page.evaluate(lines)
    page.get_by_role("button", name="dify").click()
    page.wait_for_function(f"() => {lines}.length === 1")
    assert page.evaluate(lines) == [both[1]]
    words = page.locator("[data-canvas] .mark-text text").all_text_contents()
    assert ("spark" in words, "dify" in words) == (True, False)


READABLE = """() => {
    const found = {};
    for (const mark of document.querySelectorAll('[data-canvas] svg *')) {
        const item = mark.__data__;
        if (!item?.tooltip || item.isVoronoi || mark.getBoundingClientRect().width === 0) continue;
        mark.scrollIntoView({ block: 'center', inline: 'center' });
        const box = mark.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.__data__;
        if (hit === item || hit?.isVoronoi) (found[item.mark.name ?? item.mark.group?.mark.name] ??= []).push(mark);
    }
    for (const marks of Object.values(found)) marks[Math.floor(marks.length / 2)].dataset.read = '';
}"""
"""Names one mark of each kind that a pointer can reach."""


def test_a_pointer_over_a_mark_of_any_chart_reads_its_values(atlas_visit: Visit) -> None:
    for name in charts.names():
        page = opened(atlas_visit, name)
        if not page.locator("[data-chart-place]").count():
            continue
        page.evaluate(READABLE)
        marks = page.locator("[data-read]")
        assert marks.count(), name
        for mark in marks.all():
            page.mouse.move(0, 0)
            mark.hover(force=True)
            tip = page.locator(".tip:visible").first
            tip.wait_for()
            assert [words for words in tip.locator("dd").all_inner_texts() if words.strip()], name


def test_a_pointer_reaches_the_dated_events_of_a_chart(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "domain-curves")
    page.locator("[data-canvas] .mark-symbol path[fill='var(--soft)']").first.hover()
    tip = page.locator(".tip").first
    tip.wait_for(state="visible")
    assert "event" in tip.inner_text()
    assert "Events (diamonds): " in page.locator(".notes").inner_text()


def test_the_colours_follow_the_theme_without_a_reload(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "momentum")
    ink = "getComputedStyle(document.querySelector('[data-canvas] .role-axis-label text')).fill"
    light = page.evaluate(ink)
    page.get_by_label("Change between light and dark").click()
    assert page.evaluate(ink) != light


def test_the_chart_follows_the_size_of_the_window(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "momentum")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function("document.querySelector('[data-canvas] svg').getBoundingClientRect().width < 700")
    assert inked(page)["outside"] == 0


def test_a_way_to_look_is_one_click_and_a_new_address(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "domain-curves")
    page.get_by_role("navigation", name="Scale").get_by_role("link", name="log").click()
    page.locator("[data-canvas][data-drawn]").wait_for(state="attached")
    assert page.url.endswith("/views/domain-curves?scale=log")
    assert page.get_by_role("navigation", name="Scale").locator("[aria-current]").inner_text() == "log"


def test_the_comparison_shows_several_charts_of_the_same_projects(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "compare")
    page.wait_for_function("!document.querySelector('[data-canvas]:not([data-drawn])')")
    assert page.locator("[data-canvas]").count() > 4
    assert serious(page) == []


def test_the_keyboard_reaches_tabs_form_and_files(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "features")
    page.get_by_role("tab", name="Picture").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="Table").get_attribute("aria-selected") == "true"
    page.get_by_label("Export").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Picture, SVG").is_visible()


def test_where_nothing_is_drawn_the_page_says_why_and_what_to_load(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "quadrants", "?x=stars&y=nothing")
    assert "No project has a value of nothing beside the other measure" in page.locator(".empty").inner_text()
    page = opened(atlas_visit, "trending")
    assert page.locator(".empty code", has_text="ossatlas load github").count()


@pytest.mark.parametrize("atlas_visit", [(1280, "dark")], indirect=True)
def test_a_chart_of_the_dark_theme_is_dark_on_white_on_paper(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "growth", "?lang=zh")
    assert (
        page.locator("[data-canvas]").get_attribute("aria-label")
        == f"{page.locator('h1').inner_text()}。表格中有同样的数值。"
    )
    ink = "getComputedStyle(document.querySelector('[data-canvas] text')).fill"
    screen = page.evaluate(ink)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert max(map(int, re.findall(r"\d+", page.evaluate(ink))[:3])) < 110, "no pale labels on white paper"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(ink) == screen


@pytest.mark.parametrize("atlas_visit", [(390, "light")], indirect=True, ids=str)
@pytest.mark.parametrize("address", ["/views/domain-curves", f"/views/overlap-network?{FOUR}"])
def test_a_narrow_page_keeps_its_question_and_the_ways_through_the_site(atlas_visit: Visit, address: str) -> None:
    page = atlas_visit.open(address)
    assert page.locator(".heading .question").is_visible()
    ways = page.get_by_role("navigation", name="Main").get_by_role("link").locator("visible=true")
    assert {"Views", "Queries", "API"} <= set(ways.all_inner_texts())
    bar = page.locator("header.bar").bounding_box()
    assert bar
    inside = "(parts, low) => parts.every((part) => part.getBoundingClientRect().bottom <= low)"
    assert page.locator(".bar :is(a, button, input):visible").evaluate_all(inside, bar["y"] + bar["height"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_line_leaves_the_axis_and_what_is_told_as_dashed_is(atlas_visit: Visit) -> None:
    page = opened(atlas_visit, "domain-curves")
    top = page.evaluate(f"{CHART}.view.scale('y').domain()[1]")
    labels = page.locator(".role-axis-label text").all_text_contents()
    assert str(top) in [re.sub(r"\D", "", label) for label in labels]
    assert page.locator(".notes li", has_text="Dashed:").count() == 1
    drawn = "(all) => all.map((line) => line.getAttribute('stroke-dasharray'))"
    leaps = page.locator(".mark-rule.role-mark line[stroke-width='1.75']").evaluate_all(drawn)
    assert leaps
    assert set(leaps) == {",".join(map(str, DASH))}


OUTSIDE = """() => {
  const canvas = document.querySelector('[data-canvas]');
  const box = (mark) => mark.getBoundingClientRect();
  const marks = [...canvas.querySelectorAll('.mark-symbol path')].map(box);
  const texts = [...canvas.querySelectorAll('.mark-text.role-mark text')];
  const ranks = texts.filter((text) => /^\\d\\d$/.test(text.textContent));
  const level = (mark, at) => Math.abs(mark.top + mark.bottom - at.top - at.bottom) < 6;
  const holds = (mark, at) => mark.left < at.left && at.right < mark.right && level(mark, at);
  return [ranks.length, ranks.map(box).filter((at) => !marks.some((mark) => holds(mark, at))).length];
}"""


@pytest.mark.parametrize("atlas_visit", [(1280, "dark"), (390, "light")], indirect=True)
def test_a_rank_of_two_digits_stands_within_its_mark(atlas_visit: Visit) -> None:
    ranks, outside = opened(atlas_visit, "rank-race").evaluate(OUTSIDE)
    assert ranks > 1
    assert outside == 0
