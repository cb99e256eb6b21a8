from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


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
