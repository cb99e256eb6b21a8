"""What a page says is of the answer that is drawn: in other months, and of two periods; and so are its files."""

from __future__ import annotations

import csv
import io
import json

import pytest
from playwright.sync_api import Page

from tests.browser.answers import GAP
from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, download, serious

pytestmark = pytest.mark.browser

PLAIN, MAY, TWO = "", "#from=2025-05&to=2025-08", "#from=2025-05&to=2025-08&back=3"
CUT, LACKING = "#from=2025-06&to=2025-08", "#from=2025-04&to=2025-08"
NOW, THEN = "2025-05 to 2025-08", "2025-02 to 2025-05"

HEARD = """() => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText, fill } = prototype;
    Object.assign(window, { words: [], fills: [] });
    prototype.fillText = function (text, ...where) {
        window.words.push(text);
        return fillText.call(this, text, ...where);
    };
    prototype.fill = function (...how) {
        window.fills.push(this.fillStyle);
        return fill.apply(this, how);
    };
}"""
"""Listens to what is written on canvases, and in which colours shapes are filled."""


def told(page: Page) -> tuple[str, str]:
    """The finding, and what the ribbon says that the answer rests on."""
    answer = " ".join(page.locator("[data-answer]").inner_text().split())
    return answer, page.locator("[data-rests] summary").inner_text()


@pytest.mark.parametrize(
    ("state", "answer", "rests"),
    [
        (PLAIN, "Two.", "2025-02 to 2025-08, from deepseek-week"),
        (MAY, f"{NOW}: 3 developers.", f"{NOW}, from deepseek-week"),
        (TWO, f"{NOW}: 3 developers. {THEN}: 3 developers.", f"{NOW}, against {THEN}, from deepseek-week"),
        ("#from=2024-05&to=2025-12", "2025-02 to 2025-08: 3 developers.", "2025-02 to 2025-08, from deepseek-week"),
    ],
)
def test_finding_and_coverage_are_of_what_is_drawn(visit: Visit, state: str, answer: str, rests: str) -> None:
    page = visit.open(visit.site.whole + state)
    assert told(page) == (answer, rests)
    if state:
        page.get_by_role("button", name="All months").click()
        page.wait_for_url(lambda address: "from=" not in address)
    assert told(page) == ("Two.", "2025-02 to 2025-08, from deepseek-week")


@pytest.mark.parametrize(
    ("state", "line"),
    [(MAY, ""), (CUT, "1 more was found than is drawn."), (f"{CUT}&back=6", "More were found than are drawn.")],
)
def test_what_is_left_out_is_that_of_what_is_drawn(visit: Visit, state: str, line: str) -> None:
    page = visit.open(visit.site.whole + state)
    cut = page.locator("[data-cut]")
    assert (cut.inner_text().strip() if cut.is_visible() else "") == line


def test_who_was_asked_for_and_is_not_there_is_said_with_the_reason(visit: Visit) -> None:
    page = visit.open(visit.site.whole + LACKING)
    missing = page.locator("[data-missing]")
    assert missing.inner_text() == GAP.replace("`", "")
    assert missing.locator("code").count() == 1
    page.locator("[data-rests] summary").click()
    assert GAP.replace("`", "") in page.locator(".coverage-body").inner_text()
    assert serious(page) == []
    page.get_by_role("button", name="All months").click()
    page.wait_for_url(lambda address: "from=" not in address)
    assert missing.is_hidden()


@pytest.mark.parametrize(
    ("state", "params", "row"),
    [
        (PLAIN, [""], "not set"),
        (MAY, [', from: "2025-05", to: "2025-08"'], "2025-05"),
        (TWO, [', from: "2025-05", to: "2025-08"', ', from: "2025-02", to: "2025-05"'], "2025-05, against 2025-02"),
    ],
)
def test_the_cypher_is_that_of_what_is_drawn(visit: Visit, state: str, params: list[str], row: str) -> None:
    page = visit.open(f"{visit.site.whole}{state or '#'}&tab=cypher")
    texts = [f':params {{repositories: ["github:deepseek-ai/deepep"]{more}}};\nRETURN 1;' for more in params]
    assert page.locator("#cypher-both").text_content() == "\n\n".join(texts)
    assert page.locator("[data-parameter=from]").inner_text() == row
    link = page.locator("[data-of-catalogue] a").get_attribute("href") or ""
    assert ("from=2025-05" in link) == bool(state)


def test_files_of_two_periods_say_what_appeared_left_and_stayed(visit: Visit) -> None:
    page = visit.open(visit.site.whole + TWO)
    nodes = list(csv.DictReader(io.StringIO(download(page, "Nodes, CSV").decode())))
    assert {row["name"]: row["change"] for row in nodes}["RayWang96"] == "left"
    edges = list(csv.DictReader(io.StringIO(download(page, "Edges, CSV").decode())))
    assert {(row["change"], row["in the later period"], row["in the earlier period"]) for row in edges} >= {
        ("left", "0", "4"), ("appeared", "9", "0"),
    }  # fmt: skip
    document = json.loads(download(page, "Network, JSON"))
    assert {edge["change"] for edge in document["edges"]} == {"appeared", "left", "stayed"}
    page.get_by_role("tab", name="Table").click()
    assert "change" in page.locator("[data-view=table] thead").first.inner_text()


def test_the_menu_says_that_files_of_the_server_are_not_compared(visit: Visit) -> None:
    page = visit.open("/views/whole-shared" + TWO)
    assert page.locator("[data-as-asked]").text_content() == f"As asked for: {NOW} alone, not compared"


def test_the_picture_as_a_file_names_what_was_asked_and_both_periods(visit: Visit) -> None:
    page = visit.open(visit.site.whole + TWO)
    page.evaluate(HEARD)
    download(page, "Picture, PNG")
    words = page.evaluate("window.words")
    assert "repositories: deepseek-ai/DeepEP, deepseek-ai/DeepGEMM" in words
    assert {"appeared 2", "left 1", "stayed 4"} <= set(words)
    assert any(f"deepseek-week  ·  {NOW}, against {THEN}" in text for text in words)
    changes = {name: color.lower() for name, color in page.evaluate(f"{STAGE}.model.data.palette.changes").items()}
    assert changes["appeared"] in page.evaluate("window.fills")
    assert changes["left"] not in page.evaluate("window.fills"), "what left is an outline, in the legend too"
