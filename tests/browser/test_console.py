"""The console on the real application: an editor that completes, answers in three shapes, and its address."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.looking import serious

pytestmark = pytest.mark.browser

LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
COUNTED = "MATCH (r:Repository) WHERE r.degree > 0 RETURN r.name AS name, r.degree AS degree LIMIT 5"


def opened(visit: Visit, path: str = "/console") -> Page:
    page = visit.open(path)
    page.locator("form[data-ready]").wait_for()
    return page


def write(page: Page, statement: str) -> None:
    """Write a statement in place of the one that is there."""
    page.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(statement)


def run(page: Page, statement: str) -> None:
    """Run a statement by the keyboard, and wait for what it tells."""
    write(page, statement)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("[data-found]")).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("atlas_visit", LOOKS, indirect=True, ids=str)
def test_a_statement_is_shown_as_table_network_and_chart(atlas_visit: Visit) -> None:
    page = opened(atlas_visit)
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-answered] tbody tr")).to_have_count(25)
    assert serious(page) == []
    page.locator("[data-shape=network]").click()
    page.locator(".stage [data-canvas][data-drawn]").wait_for()
    assert page.evaluate("document.querySelector('.stage').atlas.model.nodes.length") > 1
    run(page, COUNTED)
    page.locator("[data-shape=chart]").click()
    page.locator("[data-chart-place] [data-drawn] svg").wait_for()
    page.locator("[data-axis=kind]").select_option("points")
    expect(page.locator("[data-found]")).to_have_attribute("aria-busy", "false")
    page.locator("[data-chart-place] [data-drawn] svg").wait_for()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_editor_completes_from_the_schema_and_colours(atlas_visit: Visit) -> None:
    page = opened(atlas_visit)
    write(page, "MATCH (r:Repo")
    page.keyboard.press("Control+Space")
    option = page.locator(".cm-tooltip-autocomplete li", has_text="Repository").first
    option.click()
    page.keyboard.type(") RETURN r.name LIMIT 1")
    assert (
        page.evaluate("document.querySelector('[data-editor]').shadowRoot.querySelectorAll('.c-keyword').length") >= 3
    )
    expect(page.locator(".cm-content")).to_contain_text("MATCH (r:Repository")


def test_what_is_refused_is_said_and_its_place_is_marked(atlas_visit: Visit) -> None:
    atlas_visit.refused = True
    page = opened(atlas_visit)
    marked = page.locator(".cm-lintRange-error")
    for statement in ("MATCH (n)\nRETRUN n", "RETRUN 1 AS one"):
        run(page, statement)
        expect(page.get_by_role("alert")).to_contain_text("Invalid input 'RETRUN'")
        expect(marked).to_have_text("RETRUN")
        page.keyboard.type("x")
        expect(marked).to_have_count(0)
    run(page, "MATCH (n) DETACH DELETE n")
    expect(page.get_by_role("alert")).to_contain_text("more than read")
    page.locator("[data-parameters]").evaluate("(field) => { field.value = '{' }")
    page.locator("button[type=submit]").click()
    expect(page.locator("[data-doing]")).to_contain_text("no JSON")


def test_the_address_and_the_history_hold_the_statement(atlas_visit: Visit) -> None:
    page = opened(atlas_visit)
    page.locator("[data-given] summary").click()
    page.locator("[data-parameters]").fill('{"n": 2}')
    run(page, "UNWIND range(1, $n) AS x RETURN x")
    expect(page.locator("[data-answered] tbody tr")).to_have_count(2)
    address = page.url
    again = opened(atlas_visit, address.removeprefix(atlas_visit.site.address))
    expect(again.locator(".cm-content")).to_have_text("UNWIND range(1, $n) AS x RETURN x")
    assert again.locator("[data-parameters]").input_value() == '{"n":2}'
    write(again, "RETURN 1")
    again.locator("summary", has_text="History").click()
    again.locator("[data-history] button").first.click()
    expect(again.locator("[data-history]")).to_be_hidden()
    expect(again.locator(".cm-content")).to_have_text("UNWIND range(1, $n) AS x RETURN x")


def test_the_answer_on_the_page_is_saved_whatever_is_written_meanwhile(atlas_visit: Visit, tmp_path: Path) -> None:
    page = opened(atlas_visit)
    run(page, COUNTED)
    address = page.url
    page.locator("th[data-column=degree] button").click()
    assert page.url == f"{address}&sort=-degree"
    write(page, "RETURN 1 AS one")
    expect(page.locator("[data-former]")).to_be_visible()
    page.locator("[data-shape=chart]").click()
    page.locator("[data-chart-place] [data-drawn] svg").wait_for()
    with page.expect_download() as saved:
        page.locator("[data-save=parquet]").click()
    saved.value.save_as(tmp_path / "answer.parquet")
    assert pq.read_table(tmp_path / "answer.parquet").num_rows == 5
    write(page, COUNTED)
    expect(page.locator("[data-former]")).to_be_hidden()
    with page.expect_download() as made:
        page.locator("[data-make-query]").click()
    made.value.save_as(tmp_path / "my_query.cypher")
    assert "// returns degree: float" in (tmp_path / "my_query.cypher").read_text("utf-8")


def test_a_statement_that_takes_long_can_be_stopped(atlas_visit: Visit) -> None:
    page = opened(atlas_visit)
    run(page, "RETURN 1 AS one")
    write(page, "UNWIND range(1, 3000000000) AS x RETURN count(x)")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("[data-seconds]")).to_have_text("1 s")
    page.locator("[data-stop]").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile(r"Stopped after [1-9]\.\d s: there is no answer\."))
    expect(page.locator("[data-answered]")).to_have_count(0)
    expect(page.locator("[data-stop]")).to_be_hidden()
    run(page, "RETURN 2 AS two")
    expect(page.locator("[data-answered] td")).to_have_text("2")


def test_what_a_query_copies_runs_where_it_is_pasted(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/queries/shared-developers?repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM")
    copied = page.locator("#cypher-both").text_content() or ""
    page = opened(atlas_visit)
    run(page, copied)
    expect(page.locator("[data-answered] tbody tr")).to_have_count(4)
    assert '"repositories": ["github:' in page.locator("[data-parameters]").input_value()


def test_a_view_leads_to_the_console_with_its_statement(atlas_visit: Visit) -> None:
    atlas_visit.page.add_init_script("Object.defineProperty(navigator, 'platform', {value: 'MacIntel'})")
    page = atlas_visit.open("/views/overlap-network?repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM#tab=cypher")
    page.locator("#tab-cypher").click()
    page.locator("[data-in-console]").click()
    page.locator("form[data-ready]").wait_for()
    expect(page.locator("[data-keys]")).to_have_text("⌘ ↵")
    page.locator("button[type=submit]").click()
    page.locator("[data-answered]").wait_for()
    assert "github:" in page.locator("[data-parameters]").input_value()
