"""The panel, the table, the Cypher and the line of what was left out, of pages of our own making."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, serious, shown, state_of

pytestmark = pytest.mark.browser

LYRIC = "github:@lyriczhao"
DEEPEP = "github:deepseek-ai/deepep"


def saved(page: Page, name: str) -> list[dict[str, str]]:
    """The rows of the CSV file that the button of this name hands over."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text())))


def test_a_developer_has_employers_with_dates_and_source(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#node={LYRIC}")
    page.locator(".more-of h3").wait_for()
    assert page.locator(".more-of").inner_text() == "Employers\nDeepSeek\n2024-01 to now, profile"
    assert serious(page) == []


def test_a_repository_has_its_series_and_a_link_to_why(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#node={DEEPEP}")
    spark = page.locator(".spark")
    spark.wait_for()
    assert spark.locator("svg").get_attribute("aria-label") == "OpenRank from 1 in 2025-02 to 2.50 in 2025-04"
    assert spark.get_by_role("link", name="Why this score").get_attribute("href") == (
        "/queries/openrank-explain?repository=deepseek-ai%2FDeepEP&month=2025-04"
    )


def test_the_table_shows_what_the_picture_shows_and_saves_what_is_left(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#gone=github:@sphish&tab=table")
    view = page.locator('[data-view="table"]')
    assert "As in the picture: 5 of 6 nodes." in view.inner_text()
    view.get_by_role("button", name="Filter by column").nth(1).click()
    view.get_by_label("Filter countries").fill("china")
    assert "2 of 3 rows" in view.inner_text()
    view.get_by_role("columnheader", name="merged pull requests").get_by_role("button").nth(1).click()
    assert [row["name"] for row in saved(page, "Save Developers as CSV")] == ["LyricZhao", "fzyzcjy"]
    assert serious(page) == []


@pytest.fixture
def asked(visit: Visit) -> Page:
    """The table, filtered by words and by a column, and sorted twice by another."""
    page = visit.open(f"{visit.site.whole}#tab=table")
    view = page.locator('[data-view="table"]')
    view.get_by_label("Filter rows").fill("china")
    view.get_by_role("button", name="Filter by column").nth(1).click()
    view.get_by_label("Filter name").last.fill("y")
    for _ in range(2):
        view.get_by_role("columnheader", name="age").get_by_role("button").click()
    return page


def told(page: Page) -> tuple[list[str], str | None, str, str]:
    """The developers that are left in, their order, and the words that they are filtered by."""
    table = page.locator('[data-view="table"] section').nth(1)
    names = table.locator("tbody td:first-child").all_inner_texts()
    head = table.get_by_role("columnheader", name="age").get_attribute("aria-sort")
    return names, head, page.get_by_label("Filter rows").input_value(), table.get_by_label("Filter name").input_value()


def test_what_the_table_is_filtered_and_sorted_by_is_in_the_address_and_comes_back(visit: Visit, asked: Page) -> None:
    before, state = told(asked), state_of(asked)
    assert before == (["LyricZhao", "fzyzcjy"], "ascending", "china", "y")
    assert (state["filter"], state["sort"], state["column.Developer.title"]) == ("china", "Developer:age", "y")
    asked.locator("[data-share]").click()
    link = asked.evaluate("navigator.clipboard.readText()")
    assert link == asked.url
    assert told(visit.open(link.removeprefix(visit.site.address))) == before


def test_the_table_stays_filtered_and_sorted_when_the_picture_changes(asked: Page) -> None:
    before = told(asked)
    asked.evaluate(f"{STAGE}.acts.hide(['github:@sphish'])")
    assert told(asked) == before


def test_going_back_brings_the_tables_former_order(asked: Page) -> None:
    before = told(asked)
    asked.evaluate("location.hash = 'tab=table&sort=Developer:-age'")
    asked.locator("[aria-sort=descending]").wait_for()
    assert len(told(asked)[0]) == 4
    asked.go_back()
    asked.locator("[aria-sort=ascending]").wait_for()
    assert told(asked) == before


def test_the_table_follows_changes(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#tab=table")
    page.locator("[data-view=table]").get_by_role("button", name="sphish").first.click()
    page.locator("[data-panel]").get_by_role("button", name="Hide").click()
    assert "sphish" not in page.locator("[data-view=table]").inner_text()
    page.keyboard.press("Control+z")
    assert "sphish" in page.locator("[data-view=table]").inner_text()


def test_the_cypher_is_copied_with_its_parameters(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#tab=cypher")
    page.get_by_role("button", name="Copy with parameters").click()
    page.locator(".said.seen").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == ':params {repositories: ["github:deepseek-ai/deepep"]};\nRETURN 1;'


def test_what_is_left_out_is_told_by_reason_and_comes_back_at_once(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#gone=github:@sphish&hide=shared&only.countries=%3F")
    line = page.locator("[data-left-out]")
    assert line.inner_text() == "1 hidden by hand, 2 left out by filters. Show all"
    line.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 6


@pytest.mark.parametrize("visit", [(1280, "dark")], indirect=True, ids=str)
def test_paper_has_the_picture_and_its_table_and_no_bars(visit: Visit) -> None:
    page = visit.open(f"{visit.site.whole}#node={LYRIC}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not any(page.locator(part).first.is_visible() for part in (".bar", ".zoom", "[data-panel]", "[data-months]"))
    assert page.locator("[data-canvas]").is_visible()
    assert page.locator("[data-view=table] tbody td").first.is_visible()
    assert page.evaluate(f"{STAGE}.picture.look.paper") == "#fdfdfc"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.evaluate(f"{STAGE}.picture.look.paper") == "#101317"
    assert page.locator("[data-view=table]").is_hidden()


@pytest.mark.parametrize("state", [f"#node={LYRIC}", "#from=2025-05&to=2025-08&back=3"], ids=["node", "difference"])
def test_a_panel_leaves_the_buttons_of_the_picture_free(visit: Visit, state: str) -> None:
    page = visit.open(visit.site.whole + state)
    if "back" in state:
        page.locator("[data-changes]").click()
    assert page.locator("[data-panel]").is_visible()
    on_top = """(all) => all.every((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    })"""
    assert page.locator(".zoom button").evaluate_all(on_top)
    assert page.locator(".legend button").evaluate_all(on_top)
