"""The share dialog, the page to be framed and pictures by their address, in a real browser."""

from __future__ import annotations

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, serious

pytestmark = pytest.mark.browser
PIECES = ("link", "markdown", "embed", "cite", "bibtex")


def opened(visit: Visit, path: str = "/views/shared?repositories=deepseek-ai/DeepEP") -> Page:
    page = visit.open(path)
    page.locator("[data-share]").click()
    expect(page.locator("dialog.share")).to_be_visible()
    return page


def piece(page: Page, name: str) -> str:
    return page.locator(f"#share-{name}").input_value()


def test_every_piece_has_the_host_that_the_reader_sees(visit: Visit) -> None:
    page, host = opened(visit), visit.site.address
    assert piece(page, "link").startswith(f"{host}/views/shared?repositories=deepseek-ai/DeepEP#")
    shown, led = re.findall(r"\(([^)]*)\)", piece(page, "markdown"))
    assert shown == f"{host}/views/shared.svg?repositories=deepseek-ai/DeepEP"
    assert led == f"{host}/views/shared?repositories=deepseek-ai/DeepEP"
    assert f'src="{host}/embed/shared?repositories=deepseek-ai/DeepEP"' in piece(page, "embed")
    assert piece(page, "cite").endswith(f"{host}/views/shared?repositories=deepseek-ai/DeepEP")
    assert rf"\url{{{host}/views/shared?" in piece(page, "bibtex")


def test_the_window_and_the_comparison_are_in_every_piece(visit: Visit) -> None:
    page, host = opened(visit, "/views/whole-shared#from=2025-05&to=2025-08&back=3"), visit.site.address
    asked = "repositories=deepseek-ai/DeepEP&from=2025-05&to=2025-08"
    shown, led = re.findall(r"\(([^)]*)\)", piece(page, "markdown"))
    assert (shown, led) == (f"{host}/views/shared.svg?{asked}", f"{host}/views/shared?{asked}#back=3")
    assert piece(page, "cite").endswith(f"{host}/views/shared?{asked}#back=3")
    assert rf"\url{{{host}/views/shared?{asked}#back=3}}" in piece(page, "bibtex")
    embed = unescape(piece(page, "embed"))
    assert f'src="{host}/embed/shared?{asked}#' in embed
    assert "back=3" in embed


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_is_copied_and_it_is_said(visit: Visit, name: str) -> None:
    page = opened(visit)
    page.locator(f'[data-piece="{name}"]').click()
    expect(page.locator(f'[data-piece="{name}"]')).to_have_text("Copied")
    expect(page.locator("dialog [role=status]")).to_have_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == piece(page, name)


def test_the_link_restores_what_was_selected(visit: Visit) -> None:
    page = visit.open("/views/shared")
    page.evaluate(f"() => {STAGE}.select('github:@lyriczhao', '')")
    page.locator("[data-share]").click()
    link = piece(page, "link")
    page = visit.open(link.removeprefix(visit.site.address))
    expect(page.locator("[data-panel]")).to_contain_text("LyricZhao")


def test_the_picture_of_the_markdown_is_there(visit: Visit) -> None:
    page = opened(visit)
    address = re.findall(r"\(([^)]*)\)", piece(page, "markdown"))[0]
    assert page.evaluate("async (a) => (await fetch(a)).headers.get('content-type')", address) == "image/svg+xml"


def test_the_dialog_is_of_the_keyboard_too(visit: Visit) -> None:
    page = visit.open("/views/shared")
    page.locator("[data-share]").focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-piece="link"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator('[data-piece="link"]')).to_have_text("Copied")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.share")).to_have_count(0)
    expect(page.locator("[data-share]")).to_be_focused()


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_the_dialog_fits_and_is_accessible(visit: Visit) -> None:
    page = opened(visit)
    box = page.locator("dialog.share").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]
    assert serious(page) == []


def test_a_hostile_title_is_text_in_every_piece(visit: Visit) -> None:
    page = opened(visit, "/views/nasty?text=a(b)c")
    found = page.evaluate(
        """() => {
            const made = new DOMParser().parseFromString(document.querySelector('#share-embed').value, 'text/html');
            return [...made.body.querySelectorAll('*')].map((element) => element.tagName);
        }"""
    )
    assert found == ["IFRAME"]
    title, shown, led = re.fullmatch(r"\[!\[(.*)\]\((\S*)\)\]\((\S*)\)", piece(page, "markdown")).groups()  # type: ignore[union-attr]
    assert not re.search(r"(?<!\\)[\[\]<>`*!]", title)
    assert "(" not in shown + led
    assert led == f"{visit.site.address}/views/nasty?text=a%28b%29c"


def test_the_menu_offers_files_as_on_the_screen_and_as_asked_for(visit: Visit) -> None:
    page = visit.open("/views/shared")
    page.locator("[data-menu] summary[aria-label=Export]").click()
    link = page.get_by_role("link", name="Picture, SVG")
    expect(link).to_have_attribute("href", "/views/shared.svg?repositories=deepseek-ai/DeepEP")
    with page.expect_download() as saved:
        link.click()
    assert saved.value.suggested_filename == "shared.svg"


@pytest.mark.parametrize("visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
def test_a_page_to_be_framed_is_the_picture_without_the_bar(visit: Visit) -> None:
    page = visit.open("/embed/shared")
    expect(page.locator("header.bar")).to_have_count(0)
    stage = page.locator(".stage").bounding_box()
    assert stage
    assert (stage["y"], stage["width"]) == (0, page.viewport_size["width"])  # type: ignore[index]
    expect(page.locator("a.whole")).to_have_attribute("href", "/views/shared?repositories=deepseek-ai/DeepEP")
    assert page.evaluate("() => document.querySelector('base').target") == "_blank"
    assert serious(page) == []


@pytest.mark.parametrize("name", ["shared", "nasty"])
def test_a_picture_opened_by_itself_runs_and_loads_nothing(visit: Visit, name: str) -> None:
    visit.missing = True  # the browser asks for an icon, as a picture names none
    visit.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    visit.page.goto(f"{visit.site.address}/views/{name}.svg")
    assert visit.page.evaluate("() => document.documentElement.tagName") == "svg"
    assert visit.page.evaluate("() => document.scripts?.length ?? 0") == 0


@pytest.mark.parametrize("name", ["shared", "nasty"])
def test_no_label_of_a_picture_lies_over_another_as_the_browser_sets_it(visit: Visit, name: str) -> None:
    visit.missing = True
    visit.page.goto(f"{visit.site.address}/views/{name}.svg")
    over = visit.page.evaluate(
        """() => {
            const boxes = [...document.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
            const meet = (a, b) =>
                a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b))).length;
        }"""
    )
    assert over == 0
