from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.errors import BadInputError
from graph.model import Table
from tests.cypher.queries.told import asked, column

PERIODS = {"first": "2024-01..2024-12", "second": "2025-01..2025-06"}
PLACES = ["m/left", "m/middle", "m/right"]


def test_flows_join_the_main_project_of_one_period_with_that_of_the_next(people: Database) -> None:
    (flow,) = asked(people, "migration", repositories=PLACES, **PERIODS)
    assert (flow["from_repository"], flow["to_repository"], flow["developers"]) == ("m/left", "m/right", 3)
    assert flow["examples"] == ["u2", "u1", "u4"]
    assert flow["sources"] == ["gharchive"]


def test_those_who_stayed_are_a_flow_of_a_project_to_itself(people: Database) -> None:
    rows = asked(people, "migration", repositories=PLACES, stayed=True, **PERIODS)
    assert column(rows, "from_repository", "to_repository", "developers") == [
        ("m/left", "m/right", 3), ("m/left", "m/left", 1),
    ]  # fmt: skip


def test_the_sums_of_a_flow_are_of_all_flows_also_those_that_are_not_returned(people: Database) -> None:
    asks = {"repositories": PLACES, "stayed": True, **PERIODS}
    (flow,) = asked(people, "migration", limit=1, **asks)
    assert (flow["developers"], flow["from_all"], flow["to_all"], flow["flows"]) == (3, 4, 3, 2)


def test_from_where_a_history_ends_nobody_goes_and_the_answer_names_the_project(people: Database) -> None:
    query, places = catalogue().find("migration"), [*PLACES, "m/ended"]
    answer = run(people, query, {"repositories": places, **PERIODS})
    assert isinstance(answer, Table)
    assert column(answer.records(), "from_repository") == ["m/left"]
    assert answer.coverage.gaps[0] == (
        "left out, for no source tells of any contribution in both 2024-01..2024-12 and 2025-01..2025-06: "
        "m/ended (git covers 2024-01 to 2024-07)"
    )


def test_the_source_of_both_periods_is_told_and_none_where_there_is_none(people: Database) -> None:
    rows = asked(people, "migration-sources", repositories=["m/left", "m/ended"], **PERIODS)
    assert column(rows, "repository", "source") == [("m/ended", None), ("m/left", "gharchive")]
    earlier = {"first": "2024-01..2024-03", "second": "2024-04..2024-12"}
    assert column(asked(people, "migration-sources", repositories=["m/ended", "m/left"], **earlier), "source") == [
        "git", "gharchive",
    ]  # fmt: skip


@pytest.mark.parametrize("second", ["2023-01..2023-12", "2024-01..2024-12", "2024-12..2025-06"])
def test_the_second_period_comes_after_the_first(people: Database, second: str) -> None:
    with pytest.raises(BadInputError, match=rf"found 2024-01\.\.2024-12 and {second}, expected a second period after"):
        asked(people, "migration", first="2024-01..2024-12", second=second)
