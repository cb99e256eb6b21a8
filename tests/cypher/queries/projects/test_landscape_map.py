from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from tests.cypher.queries.told import asked, column, mapped


def test_every_project_of_the_landscape_is_on_the_map_known_or_not(atlas: Database) -> None:
    rows = asked(atlas, "landscape-map")
    assert len(rows) == len(asked(atlas, "landscape")) == 135
    assert {row["layer"] for row in rows} == {"Application", "Infrastructure"}
    assert any(row["growth"] is None for row in rows)


def test_growth_is_that_of_the_quarter(atlas: Database) -> None:
    told = {row["repository"]: row["growth"] for row in asked(atlas, "landscape-map") if row["growth"] is not None}
    quarter = {
        row["name"]: row["relative"] for row in asked(atlas, "growth", by="quarter") if row["relative"] is not None
    }
    assert told
    for name, growth in told.items():
        assert abs(float(str(growth)) - float(str(quarter[name]))) < 1e-9


def test_a_tree_without_layers_and_domains_is_shown_by_its_top_and_its_leaves(atlas: Database) -> None:
    rows = asked(atlas, "landscape-map", taxonomy="llm-stack")
    assert rows
    assert None not in column(rows, "layer")
    assert None not in column(rows, "domain")


def test_only_the_domain_that_is_asked_for(atlas: Database) -> None:
    rows = asked(atlas, "landscape-map", domain="ai kernel library")
    assert {row["domain"] for row in rows} == {"AI Kernel Library"}


def mapped_as(projects: Database, **values: object) -> list[dict[str, object]]:
    return asked(projects, "landscape-map", taxonomy="mapped", **values)


def test_as_of_a_month_it_is_the_twelve_months_that_end_in_it(projects: Database) -> None:
    rows = mapped_as(projects, month="2025-03")
    assert column(rows, "repository", "openrank_12m", "mean_month", "growth") == [
        ("m/grown", 210.0, 17.5, 0.5),
        ("m/dateless", None, None, None),
        ("m/late", None, 6.0, None),
        ("m/short", None, pytest.approx(20 / 3), None),
    ]
    assert mapped(mapped_as(projects), "repository", "openrank_12m")["m/dateless"] == 240.0


def test_as_of_a_month_who_was_created_later_is_not_there_and_a_short_series_has_no_sum(projects: Database) -> None:
    rows = mapped_as(projects, month="2024-12")
    assert column(rows, "repository", "openrank_12m", "mean_month", "month", "growth") == [
        ("m/dateless", None, None, None, None),
        ("m/grown", None, 13.0, "2024-12", 1.0),
        ("m/short", None, None, None, None),
    ]


@pytest.mark.parametrize(("by", "grown", "short"), [("month", 0.0, 1.0), ("quarter", 0.5, None), ("year", 2.0, None)])
def test_growth_is_by_the_definition_that_is_asked_for(
    projects: Database, by: str, grown: float, short: float | None
) -> None:
    found = mapped(mapped_as(projects, by=by), "repository", "growth")
    assert (found["m/grown"], found["m/short"]) == (grown, short)


@pytest.mark.parametrize(
    ("asked_for", "names", "left_out"),
    [
        ({"min_growth": 0.2}, ["m/grown"], 3),
        ({"min_growth": 0.2, "by": "month"}, ["m/late", "m/short"], 1),
        ({"year": "2024"}, ["m/short"], 1),
        ({"year": "2023", "min_growth": 0.2}, ["m/grown"], 1),
        ({"year": "2024-07"}, ["m/short"], 1),
        ({"month": "2025-03"}, ["m/dateless", "m/grown", "m/late", "m/short"], 0),
    ],
)
def test_who_is_not_known_to_fit_is_left_out_and_counted(
    projects: Database, asked_for: dict[str, object], names: list[str], left_out: int
) -> None:
    rows = mapped_as(projects, **asked_for)
    assert sorted(map(str, column(rows, "repository"))) == names
    assert set(column(rows, "left_out")) == {left_out}


def test_where_nobody_is_left_it_says_of_how_many_it_is_not_known(projects: Database) -> None:
    values = {"taxonomy": "mapped", "year": "2023", "min_growth": 3.0}
    told = run(projects, catalogue().find("landscape-map"), values)
    assert told.coverage.gaps == (
        "`year` leaves out 1 of 4 projects, as their date of creation is not known",
        "`min_growth` leaves out 3 of 4 projects, as their growth is not known",
    )
