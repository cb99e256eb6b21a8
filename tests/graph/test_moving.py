"""Claims and edges that follow a name to another node."""

from __future__ import annotations

from graph.database import Database
from graph.load import load
from graph.model import EdgeRecord
from graph.moving import Homes, Move
from tests.graph.worlds import at, names, origin, person, project, work

HOMES = Homes("Repository", {"github:o/a": Move("github:7", "github:9")})


def test_a_claim_belongs_where_its_name_leads() -> None:
    assert HOMES.of("Repository", "github:7", "github:o/a") == ("github:9", "github:o/a")
    assert HOMES.of("Repository", "github:7", "") == ("github:7", "")
    assert HOMES.of("Repository", "github:7", "github:o/b") == ("github:7", "github:o/b")
    assert HOMES.of("Developer", "github:7", "github:o/a") == ("github:7", "github:o/a")


def test_a_name_that_is_the_key_again_is_not_kept() -> None:
    back = Homes("Repository", {"github:o/a": Move("github:7", "github:o/a")})
    assert back.of("Repository", "github:7", "github:o/a") == ("github:o/a", "")


def test_contributions_by_name_follow_it_and_contributions_by_id_stay(graph: Database) -> None:
    load(graph, origin("first"), [work(person("ann"), project("o/a", 7), at(1), commits=1, source="by-id")])
    load(graph, origin("names"), [work(person("ann"), project("o/a"), at(1), commits=2, source="by-name")])
    assert names(graph) == ["github:7"]
    load(graph, origin("second"), [project("o/a", 9, where=at(1))])
    found = graph.read("MATCH ()-[r:CONTRIBUTED_TO]->(p) RETURN p.key, r.commits ORDER BY r.commits").rows
    assert found == [["github:7", 1], ["github:9", 2]]


def test_an_edge_between_two_names_that_both_move_is_moved_once(graph: Database) -> None:
    fork = EdgeRecord("FORK_OF", project("o/b", where=at(1)), project("o/a", where=at(1)), {"source": "s"}, at(1))
    load(graph, origin("s"), [fork])
    load(graph, origin("ids"), [project("o/a", 7, where=at(1)), project("o/b", 8, where=at(2))])
    assert graph.read("MATCH ()-[r:FORK_OF]->() RETURN r.key").rows == [["github:8|github:7|s"]]
