from __future__ import annotations

import json

import pytest

from cypher.catalogue import catalogue
from graph.errors import BadInputError, NotFoundError
from tests.viz.charts.answers import answer
from viz import charts
from viz.vega.compiled import vega
from viz.vega.theme import THEMES

EVIL = '</script><img src=x onerror=alert(1)>"\u202e🦀/' + "x" * 300
SAMPLES: dict[str, dict[str, object]] = {
    "attention-and-collaboration": {"repository": "o/r", "stars": 10, "openrank": 2.0, "lead": 1, "preset": "p"},
    "compare": {"repository": "o/r", "openrank": 2.0, "stars": 10, "contributors": 3},
    "coverage": {"repository": "o/r", "source": "git", "spans": ["2025-01..2025-03"]},
    "developer-countries": {"country": "Germany", "code": "DE", "developers": 3, "share": 1.0, "all_developers": 3},
    "domain-curves": {"domain": "Kernels", "period": "2025-01", "value": 1.0, "how": "published for the domain"},
    "features": {"feature": "Agents", "repository": "o/r", "level": "partial"},
    "graveyard": {"repository": "o/r", "created": "2023", "last_commit": "2024-05"},
    "growth": {"name": "o/r", "relative": 0.2, "definition": "a month over the one before"},
    "landscape-map": {"project": "R", "repository": "o/r", "layer": "L", "domain": "D", "openrank_12m": 5.0},
    "migration": {"from_repository": "o/r", "to_repository": "o/s", "developers": 2, "examples": ["a"]},
    "momentum": {"repository": "o/r", "size": 4.0, "momentum": 0.1, "quadrant": "large and rising"},
    "openrank-series": {"repository": "o/r", "month": "2025-01", "openrank": 2.0, "preset": "p", "source": "s"},
    "overlap-sets": {"repositories": ["o/r", "o/s"], "developers": 2, "totals": [3, 4], "logins": ["a", "b"]},
    "project-origins": {"repository": "o/r", "name": "ACME", "developers": 2, "share": 0.5, "all_developers": 4},
    "quadrants": {
        "repository": "o/r",
        "x": 2.0,
        "y": 3.0,
        "quadrant": "high x and high y",
        "x_parts": 2.0,
        "y_parts": 3.0,
    },
    "rank-race": {"repository": "o/r", "month": "2025-01", "rank": 1, "value": 2.0, "of": 1, "preset": "p"},
    "star-history": {"repository": "o/r", "month": "2025-01", "stars": 20},
    "technique-adoption": {"technique": "MoE", "projects": 1, "names": ["o/r"], "domains": ["D"]},
    "trending": {"repository": "o/r", "gained": 20, "created": "2025"},
}


def test_each_chart_is_of_a_table_of_the_catalogue_and_has_a_sample_here() -> None:
    assert {catalogue().find(name).kind for name in charts.names()} == {"table"}
    assert set(charts.names()) == set(SAMPLES)


@pytest.mark.parametrize("name", charts.names())
def test_each_chart_is_drawn_by_the_browser_without_a_request_or_a_style_of_its_own(name: str) -> None:
    drawn = charts.draw(name, answer(name, SAMPLES[name]))
    text = json.dumps(vega(drawn))
    assert '"url"' not in text
    assert "vega-lite" not in text


@pytest.mark.parametrize("name", charts.names())
def test_each_chart_is_drawn_without_rows_too(name: str) -> None:
    assert vega(charts.draw(name, answer(name)))["marks"]


@pytest.mark.parametrize("name", charts.names())
def test_names_of_the_data_stay_text_in_a_file(name: str) -> None:
    row = {key: EVIL if isinstance(value, str) and "o/r" in value else value for key, value in SAMPLES[name].items()}
    drawn = charts.svg(name, answer(name, row), title=EVIL)
    assert "<img" not in drawn
    assert "<script" not in drawn
    assert "onerror=" not in drawn.replace("onerror=alert(1)&gt;", "")


@pytest.mark.parametrize("theme", THEMES)
def test_a_file_has_the_colours_of_its_theme_and_no_name_of_one(theme: str) -> None:
    drawn = charts.svg("trending", answer("trending", SAMPLES["trending"]), theme, title="What is trending")
    assert THEMES[theme]["var(--paper)"] in drawn
    assert "var(--" not in drawn
    assert "opendigger" in drawn


def test_a_choice_is_one_of_those_that_there_are() -> None:
    assert charts.chosen("star-history", {"scale": "log"}) == {"scale": "log", "align": "calendar"}
    with pytest.raises(BadInputError, match="scale is 'cubic': expected linear or log"):
        charts.chosen("star-history", {"scale": "cubic"})


def test_a_table_without_a_chart_says_which_have_one() -> None:
    with pytest.raises(NotFoundError, match=r"no chart of the query 'events'.*rank-race"):
        charts.draw("events", answer("events"))


def test_a_cut_is_said_below_the_chart() -> None:
    row = SAMPLES["trending"]
    assert "More rows were found than are drawn." in charts.rests_on(answer("trending", row, cut=True))
    assert charts.rests_on(answer("trending", row)) == ("ossatlas: 2024-09 to 2025-08, opendigger",)
