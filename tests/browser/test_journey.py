"""The real application with all bundled data, as somebody new would use it."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.browser.conftest import Visit
from tests.browser.looking import STAGE, download, looking, serious, state_of

pytestmark = pytest.mark.browser

CONNECTS = "/networks/overlap-network?repositories=vllm-project/vllm,sgl-project/sglang&activity=any&limit=60"


def test_who_connects_two_projects_how_it_was_a_year_before_exported_and_shared(atlas_visit: Visit) -> None:
    page = atlas_visit.open(CONNECTS)
    before = looking(page)
    page.get_by_label("Compare with an earlier period").select_option("12")
    page.wait_for_url("**back=12**")
    changes = page.evaluate(f"{STAGE}.model.nodes.map((node) => node.change)")
    assert {"appeared", "left", "stayed"} == set(changes)
    after = looking(page)
    both = before.keys() & after.keys()
    assert {key: after[key] for key in both} == {key: before[key] for key in both}
    assert serious(page) == []
    rows = list(csv.DictReader(io.StringIO(download(page, "Nodes, CSV").decode())))
    assert {row["change"] for row in rows} == set(changes)
    assert len(rows) == len(changes)
    address, drawn = page.url, looking(page)
    page = atlas_visit.open(address.removeprefix(atlas_visit.site.address))
    assert looking(page) == drawn
    assert state_of(page)["back"] == "12"


@pytest.mark.parametrize(("back", "more", "people"), [("", 810, [67]), ("&back=12", 920, [67, 24])])
def test_a_year_of_two_projects_is_told_by_its_own_numbers(
    atlas_visit: Visit, back: str, more: int, people: list[int]
) -> None:
    asked = "repositories=vllm-project/vllm,sgl-project/sglang"
    page = atlas_visit.open(f"/views/overlap-network?{asked}#from=2025-06&to=2026-05{back}")
    assert page.locator("[data-cut] span").inner_text() == f"{more} more were found than are drawn."
    found = re.findall(r"(\d+) developers", page.locator("[data-answer]").inner_text())
    assert list(map(int, found)) == people


def test_a_repository_of_which_nothing_is_known_in_some_months_is_not_lost_in_silence(atlas_visit: Visit) -> None:
    page = atlas_visit.open(f"{atlas_visit.site.overlap}#from=2025-05&to=2025-08")
    told = page.locator("[data-missing]").inner_text()
    assert told.startswith("deepseek-ai/DeepGEMM: no source tells of merged_prs from 2025-05 to 2025-08")


def test_a_project_is_expanded_on_the_map_and_a_developer_s_employers_are_told(atlas_visit: Visit) -> None:
    page = atlas_visit.open(atlas_visit.site.landscape)
    before = looking(page)
    page.evaluate(f"{STAGE}.acts.expand({STAGE}.model.nodes.find((n) => n.facts.name === 'vllm-project/vllm').id)")
    page.wait_for_url("**open=**")
    after = looking(page)
    assert {key: after[key] for key in before} == before
    assert 0 < len(after) - len(before) <= 15
    person = page.evaluate(f"{STAGE}.model.nodes.find((n) => n.brought && n.kind === 'Developer').id")
    page.evaluate(f"{STAGE}.acts.selectNode('{person}')")
    page.locator(".more-of h3").wait_for()
    assert serious(page) == []
