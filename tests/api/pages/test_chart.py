from __future__ import annotations

import pytest

from api.pages.chart import chart_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import BadInputError
from tests.api.conftest import BOTH
from viz.page_data import ChartPage


@pytest.fixture
def bundled(atlas: Database) -> Atlas:
    """The bundled atlas as pages ask it."""
    return Atlas(atlas, catalogue())


def page(atlas: Atlas, name: str, **given: object) -> ChartPage:
    """What the page of a chart shows."""
    return chart_data(atlas, atlas.catalogue.find(name), given)


def test_a_page_has_the_words_of_the_header_and_the_table_of_the_answer(bundled: Atlas) -> None:
    shown = page(bundled, "rank-race", top=5)
    query = bundled.catalogue.find("rank-race")
    assert (shown.panel.title, shown.panel.about, shown.cypher) == (query.title, query.about, query.text)
    assert shown.panel.table.rows == bundled.ask("rank-race", {"top": 5}).table.rows
    assert shown.parameters["top"] == 5


def test_a_way_to_look_is_a_link_and_the_usual_one_is_not_in_the_address(bundled: Atlas) -> None:
    (show,) = page(bundled, "rank-race", top=5, show="value").choices
    assert [(link.title, link.href) for link in show.links] == [
        ("rank", "/views/rank-race?top=5"), ("value", ""), ("log", "/views/rank-race?top=5&show=log"),
    ]  # fmt: skip


def test_its_files_are_of_the_same_question(bundled: Atlas) -> None:
    shown = page(bundled, "overlap-sets", repositories=BOTH, activity="any")
    asked = "?repositories=deepseek-ai%2FDeepEP%2Cdeepseek-ai%2FDeepGEMM&activity=any"
    assert [link.href for link in shown.files if link.title.startswith("Picture")] == [
        f"/views/overlap-sets.svg{asked}", f"/views/overlap-sets.png{asked}",
    ]  # fmt: skip
    assert shown.shared["page"] == f"/views/overlap-sets{asked}"


def test_without_what_it_needs_a_chart_shows_its_example(bundled: Atlas) -> None:
    assert page(bundled, "overlap-sets").parameters["repositories"] == BOTH.split(",")


def test_below_a_comparison_stand_the_charts_of_the_same_projects(bundled: Atlas) -> None:
    shown = page(bundled, "compare", repositories=BOTH)
    assert [panel.name for panel in shown.below] == [
        "openrank-series", "star-history", "growth", "project-origins", "project-origins", "overlap-sets",
    ]  # fmt: skip
    assert all("DeepEP" in panel.href for panel in shown.below)


def test_a_choice_that_there_is_not_is_said(bundled: Atlas) -> None:
    with pytest.raises(BadInputError, match="show is 'speed': expected rank or value or log"):
        page(bundled, "rank-race", show="speed")


def test_where_there_is_nothing_to_draw_views_of_other_measures_are_named(bundled: Atlas) -> None:
    assert [link.href for link in page(bundled, "trending").near] == [
        "/views/growth", "/views/momentum", "/views/rank-race",
    ]  # fmt: skip
    assert page(bundled, "growth").near == ()
