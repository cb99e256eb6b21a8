"""A person who asked to be forgotten is gone under every name and id, and stays away."""

from __future__ import annotations

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import NotFoundError
from graph.forget import forget
from graph.load import load
from graph.model import NodeRecord
from tests.graph.worlds import at, names, origin, person, project, wipe, work

ANNA = person("anna", 5, former=["ann"], where=at(1))


def people(database: Database) -> list[str]:
    return names(database, "Developer")


def everything(database: Database) -> str:
    """Every label, key and property of the graph as one text."""
    nodes = database.read("MATCH (n) WHERE NOT n:Snapshot RETURN labels(n), properties(n)").rows
    return str([*nodes, *database.read("MATCH ()-[r]->() RETURN type(r), properties(r)").rows])


@pytest.fixture
def world(graph: Database) -> Database:
    """Anna, once ann, with id 5, and bob; both work on o/a."""
    load(
        graph, origin("names"), [work(person("ann"), project("o/a"), at(1)), work(person("bob"), project("o/a"), at(2))]
    )
    load(graph, origin("ids"), [ANNA, person("bob", 6, where=at(2))])
    return graph


@pytest.mark.parametrize("typed", ["anna", "ann", "@Anna"])
def test_a_person_goes_under_every_name_and_id(world: Database, typed: str) -> None:
    assert forget(world, typed) == 3
    assert people(world) == ["github:6"]
    assert "ann" not in everything(world)
    assert "github:5" not in everything(world)


@pytest.mark.parametrize(
    "record", [person("anna"), person("ann"), person("anna", 5), person("new-login", 5), person("x", former=["ann"])]
)
def test_later_loads_do_not_bring_the_person_back(world: Database, record: NodeRecord) -> None:
    forget(world, "anna")
    before = people(world)
    done = load(world, origin("later"), [work(record, project("o/a"), at(1)), person("zoe", where=at(2))])
    assert done.rows_in == 2
    assert people(world) == sorted([*before, "github:@zoe"])


def test_a_name_that_is_learned_after_the_request_is_barred_too(world: Database) -> None:
    forget(world, "anna")
    load(world, origin("by-name"), [person("new-login", where=at(1))])
    assert "github:@new-login" in people(world)
    load(world, origin("by-id"), [person("new-login", 5, where=at(1))])
    load(world, origin("by-name-again"), [person("new-login", where=at(1))])
    assert people(world) == ["github:6"]
    assert "new-login" not in everything(world)


def test_the_list_holds_no_name(world: Database) -> None:
    forget(world, "anna")
    listed = [str(key) for (key,) in world.read("MATCH (f:Forgotten) RETURN f.key").rows]
    assert [len(key) for key in listed] == [64, 64, 64]


def test_someone_else_who_has_a_former_login_by_now_stays(world: Database) -> None:
    load(world, origin("others"), [person("ann", 9, where=at(1))])
    forget(world, "anna")
    assert people(world) == ["github:6", "github:9"]
    load(world, origin("again"), [person("ann", 9, where=at(1)), person("anna", 5, where=at(2))])
    assert people(world) == ["github:6", "github:9"]


def test_loading_after_the_request_is_like_forgetting_after_loading(world: Database) -> None:
    forget(world, "anna")
    after = graph_hash(world)
    listed = world.read("MATCH (f:Forgotten) RETURN f.key").rows
    wipe(world)
    world.write("UNWIND $listed AS f CREATE (:Forgotten {key: f[0]})", {"listed": listed})
    load(
        world, origin("names"), [work(person("ann"), project("o/a"), at(1)), work(person("bob"), project("o/a"), at(2))]
    )
    load(world, origin("ids"), [ANNA, person("bob", 6, where=at(2))])
    assert graph_hash(world) == after


def test_an_unknown_login_is_not_found(world: Database) -> None:
    with pytest.raises(NotFoundError, match="no developer 'nobody-at-all'"):
        forget(world, "nobody-at-all")
