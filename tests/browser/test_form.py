"""The form of a question: names are completed, failures keep what was typed, addresses say no more than was asked."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import Visit
from tests.browser.looking import serious

pytestmark = pytest.mark.browser


def test_a_name_in_the_form_is_completed_where_the_cursor_is(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.overlap)
    page.get_by_text("Change the question").click()
    field = page.locator("#p-repositories")
    field.press("End")
    field.press_sequentially(",flashm")
    option = page.locator("#p-repositories-found").get_by_role("option", name="deepseek-ai/FlashMLA")
    option.wait_for()
    assert serious(page) == []
    field.press("ArrowDown")
    field.press("Enter")
    assert field.input_value() == "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM,deepseek-ai/FlashMLA"
    assert option.is_hidden()
    field.press("Enter")
    page.wait_for_url("**FlashMLA**")
    asked = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    assert asked["repositories"] == ["deepseek-ai/DeepEP,deepseek-ai/DeepGEMM,deepseek-ai/FlashMLA"]
    assert all(values != [""] for values in asked.values())


def test_the_form_of_a_page_about_one_repository_asks_about_another(atlas_visit: Visit) -> None:
    page = atlas_visit.open("/views/project-contribution/github/deepseek-ai/DeepEP")
    page.get_by_text("Change the question").click()
    page.locator("#p-repository").fill("deepseek-ai/DeepGEMM")
    page.locator("#p-repository").press("Enter")
    page.wait_for_url("**repository=**")
    assert page.locator(".asked").inner_text().startswith("repository deepseek-ai/DeepGEMM")


@pytest.mark.parametrize("atlas_visit", [(1280, "light"), (390, "dark")], indirect=True, ids=str)
@pytest.mark.parametrize(
    ("address", "kept", "corrected"),
    [
        ("/views/compare?repositories=deepseek-ai/DeepEPP,vllm-project/vllm&from=2025-02", "DeepEPP,", "compare"),
        ("/views/project-contribution/github/deepseek-ai/DeepEPP", "deepseek-ai/DeepEPP", "github/deepseek-ai/DeepEP"),
        ("/queries/repository-profile?repository=deepseek-ai/DeepEPP", "deepseek-ai/DeepEPP", "repository-profile"),
    ],
)
def test_a_name_that_there_is_not_stays_in_the_form_and_near_ones_correct_it(
    atlas_visit: Visit, address: str, kept: str, corrected: str
) -> None:
    atlas_visit.missing = True
    page = atlas_visit.open(address)
    assert kept in page.locator(".failed [data-names]").first.input_value()
    assert serious(page) == []
    page.locator("[data-near]").get_by_role("link", name="deepseek-ai/DeepEP", exact=True).click()
    page.wait_for_url(lambda address: "DeepEPP" not in address)
    assert corrected in page.url
    assert ("from=2025-02" in page.url) == ("from=" in address)
    assert page.locator(".failed").count() == 0


def test_too_many_names_stay_in_the_form_and_all_of_them_are_told(atlas_visit: Visit) -> None:
    names = [f"a/{letter}" for letter in "bcdefgh"]
    page = atlas_visit.open(f"/views/compare?repositories={','.join(names)}")
    assert f"found 7 ({', '.join(names)})" in page.locator(".failed").inner_text()
    assert page.locator("#p-repositories").input_value() == ",".join(names)
    atlas_visit.console.clear()
