"""Asking the proving queries on a small world."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.catalogue import Catalogue
from cypher.query import Budget, Query
from cypher.run import keyed, run
from graph.database import Database
from graph.errors import BadInputError, NotFoundError, QueryTimeoutError
from graph.model import Network, Table
from tests.cypher.sample import WHOLE, sample


@pytest.fixture
def contributors(proving: Catalogue) -> Query:
    return proving.find("contributor-table")


def ask(database: Database, query: Query, **values: object) -> Table:
    answer = run(database, query, values)
    assert isinstance(answer, Table)
    return answer


def test_a_table_answers_in_the_order_that_was_asked(world: Database, contributors: Query) -> None:
    answer = ask(world, contributors, repositories="acme/wheels,acme/engine")
    assert answer.records() == [
        {"developer": "Ann", "merged_prs": [2, 3], "sources": ["git", "table"]},
        {"developer": "bob", "merged_prs": [0, 1], "sources": ["table"]},
    ]
    assert not answer.cut


def test_values_narrow_the_answer(world: Database, contributors: Query) -> None:
    both = ask(world, contributors, repositories=["acme/wheels", "acme/engine"], mode="all")
    assert [row[0] for row in both.rows] == ["Ann"]
    april = ask(world, contributors, repositories="acme/engine", **{"from": "2025-04"})
    assert [row[0] for row in april.rows] == ["bob"]


def test_a_former_name_means_the_repository_that_it_became(world: Database, contributors: Query) -> None:
    bound = contributors.bind({"repositories": "Acme/Motor"})
    assert keyed(world, contributors, bound)["repositories"] == ["github:acme/engine"]


def test_two_names_of_one_repository_count_once(world: Database, contributors: Query) -> None:
    bound = contributors.bind({"repositories": "acme/motor,acme/engine,acme/wheels"})
    assert keyed(world, contributors, bound)["repositories"] == ["github:acme/engine", "github:acme/wheels"]


def test_bounds_hold_for_what_is_meant_and_not_for_what_is_typed(world: Database, contributors: Query) -> None:
    param = contributors.params[0]
    two = replace(contributors, params=(replace(param, low=2), *contributors.params[1:]))
    with pytest.raises(BadInputError, match=r"repositories: found 1 .github:acme/engine., expected 2 to 20"):
        run(world, two, {"repositories": "acme/motor,acme/engine"})


def test_an_unknown_name_is_not_found_with_near_ones(world: Database, contributors: Query) -> None:
    world.run_alone("CALL db.awaitIndexes()")
    with pytest.raises(NotFoundError, match="no repository 'acme/engin'; near are acme/engine"):
        run(world, contributors, {"repositories": "acme/engin"})


def test_the_limit_tells_whether_rows_were_left_out(world: Database, contributors: Query) -> None:
    one = ask(world, contributors, repositories="acme/engine", limit=1)
    two = ask(world, contributors, repositories="acme/engine", limit=2)
    assert (len(one.rows), one.cut) == (1, True)
    assert (len(two.rows), two.cut) == (2, False)


def test_the_budget_caps_rows_even_below_the_limit(world: Database, contributors: Query) -> None:
    capped = ask(world, replace(contributors, budget=Budget(5, 1)), repositories="acme/engine", limit=2)
    assert (len(capped.rows), capped.cut) == (1, True)


def test_the_budget_ends_a_query_that_takes_too_long(world: Database) -> None:
    slow = sample(
        WHOLE.replace("// kind: table", "// kind: table\n// budget: 0.2 s").replace(
            "MATCH (r:Repository {language: $language})",
            "MATCH (r:Repository) WHERE r.language = $language\nOR reduce(s = 0, n IN range(1, 20000000) | s + n) < 0",
        )
    )
    with pytest.raises(QueryTimeoutError):
        run(world, slow, {"language": "C"})


def test_a_table_says_what_it_rests_on(world: Database, contributors: Query) -> None:
    coverage = ask(world, contributors, repositories="acme/wheels").coverage
    assert coverage.sources == ("git",)
    assert [snapshot["title"] for snapshot in coverage.snapshots] == ["Histories"]


def test_an_answer_without_rows_rests_on_no_source(world: Database, contributors: Query) -> None:
    answer = ask(world, contributors, repositories="acme/alone")
    assert answer.rows == []
    assert answer.coverage.sources == ()


def test_a_graph_answers_with_a_network(world: Database, proving: Catalogue) -> None:
    network = run(world, proving.find("contributor-network"), {"repository": "acme/engine", "limit": 2})
    assert isinstance(network, Network)
    assert [node.title for node in network.nodes] == ["acme/engine", "robot", "Ann"]
    assert [edge.weight for edge in network.edges] == [90.0, 3.0]
    assert network.edges[1].evidence == ({"period": "2025-03", "merged_prs": 3, "source": "table"},)
    assert network.cut
    assert network.size_means == "merged pull requests"
    assert network.coverage.sources == ("table",)


def test_a_metric_streams_from_a_projection_that_is_gone_afterwards(world: Database, proving: Catalogue) -> None:
    answer = run(world, proving.find("shared-groups"), {})
    assert isinstance(answer, Table)
    groups = {record["repository"]: record["community"] for record in answer.records()}
    assert groups["acme/engine"] == groups["acme/wheels"]
    assert "acme/alone" not in groups  # a projection has no isolated nodes
    assert world.read("CALL gds.graph.list() YIELD graphName RETURN graphName").rows == []


def test_the_projection_is_gone_when_the_query_fails(world: Database, proving: Catalogue) -> None:
    metric = proving.find("shared-groups")
    broken = replace(metric, text=metric.text.replace("'developers'", "'nothing'"))
    with pytest.raises(BadInputError):
        run(world, broken, {})
    assert world.read("CALL gds.graph.list() YIELD graphName RETURN graphName").rows == []


def test_a_query_whose_measure_was_not_run_says_so(world: Database, contributors: Query) -> None:
    needing = replace(contributors, needs=("leiden",))
    with pytest.raises(BadInputError, match="contributor-table needs `leiden`: run `ossatlas measure leiden` first"):
        run(world, needing, {"repositories": "acme/engine"})
