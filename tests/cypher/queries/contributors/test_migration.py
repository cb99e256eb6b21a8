from __future__ import annotations

from graph.database import Database
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
