"""The same inputs, in any order and any number of times, give the same graph."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.canonical import graph_hash
from graph.database import Database
from graph.load import load
from graph.model import NodeRecord, Origin, Record
from graph.unload import unload
from tests.graph.worlds import at, origin, person, project, wipe, work

Source = tuple[Origin, Sequence[Record]]

# Two ids under one name, with records by name alone before, between and after; a chain of renames; a correction.
SOURCES: Mapping[str, Source] = {
    "by name": (
        origin("by-name", "2025-01-01"),
        [work(person("ann"), project("o/A"), at(1), merged_prs=3), work(person("bob"), project("o/a"), at(2), stars=1)],
    ),
    "first id": (
        origin("first", "2025-02-01"),
        [work(person("ann", 5), project("O/a", 7, language="Go"), at(1), commits=4)],
    ),
    "second id": (origin("second", "2025-03-01"), [project("o/A", 9, where=at(1), language="Rust")]),
    "rename": (
        origin("rename", "2024-12-01", "reference"),
        [project("o/B", former=["o/A0"], where=at(1)), project("o/C", former=["o/B"], where=at(2), license="MIT")],
    ),
    "old name": (origin("old", "2025-05-01"), [work(person("anna"), project("o/a0"), at(1), reviews=2)]),
    "login": (
        origin("login", "2025-04-01", "correction"),
        [person("anna", 5, former=["ann"], where=at(1)), project("o/C", 7, former=["o/A"], where=at(2))],
    ),
}


def hash_of(database: Database, sources: Iterable[Source], batch: int = 10_000) -> str:
    """The hash of a graph with these sources in this order."""
    wipe(database)
    for told_by, records in sources:
        load(database, told_by, records, batch=batch)
    return graph_hash(database)


@pytest.mark.parametrize("left_out", sorted(SOURCES))
def test_every_order_of_five_sources_with_shared_names_gives_one_graph(graph: Database, left_out: str) -> None:
    names = sorted(SOURCES.keys() - {left_out})
    orders = list(itertools.permutations(names))[::11]
    assert len({hash_of(graph, [SOURCES[name] for name in order]) for order in orders}) == 1


def test_loading_again_changes_nothing(graph: Database) -> None:
    once = hash_of(graph, SOURCES.values())
    assert all(load(graph, *source).already for source in SOURCES.values())
    assert graph_hash(graph) == once


def test_batches_of_one_give_the_same_graph(graph: Database) -> None:
    assert hash_of(graph, SOURCES.values(), batch=1) == hash_of(graph, SOURCES.values())


@pytest.mark.parametrize("taken_back", sorted(SOURCES))
def test_unloading_a_source_leaves_the_graph_of_the_others(graph: Database, taken_back: str) -> None:
    others = hash_of(graph, [source for name, source in SOURCES.items() if name != taken_back])
    hash_of(graph, SOURCES.values())
    unload(graph, SOURCES[taken_back][0].key)
    assert graph_hash(graph) == others


LOGINS = st.sampled_from(["ann", "Ann", "anna", "bob", "BOB", "b0b"])
REPOSITORIES = st.sampled_from(["o/a", "O/A", "o/b", "o/c", "p/a", "o/d"])
NUMBERS = st.one_of(st.none(), st.integers(1, 4))
FACTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={"language": st.sampled_from(["C", "Go"]), "openrank_12m_sum": st.floats(0, 9)}
)


@st.composite
def people(draw: st.DrawFn) -> NodeRecord:
    return person(draw(LOGINS), draw(NUMBERS), draw(st.lists(LOGINS, max_size=2)))


@st.composite
def projects(draw: st.DrawFn) -> NodeRecord:
    return project(draw(REPOSITORIES), draw(NUMBERS), draw(st.lists(REPOSITORIES, max_size=2)), **draw(FACTS))


@st.composite
def tables(draw: st.DrawFn) -> list[Record]:
    """Rows of a source: projects, contributions with overlapping periods, a fork."""
    rows: list[Record] = []
    for line in range(1, draw(st.integers(1, 5)) + 1):
        if draw(st.booleans()):
            counts: dict[str, Any] = {"commits": draw(st.integers(0, 12)), "activity": draw(st.floats(0, 3))}
            period = draw(st.sampled_from(["2025-04", "2025-05", "2025-02..2025-08"]))
            rows.append(work(draw(people()), draw(projects()), at(line), period, **counts))
        else:
            rows.append(draw(st.one_of(people(), projects())))
    return rows


METHODS = st.sampled_from(["correction", "git", "totals"])
WORLDS = st.lists(
    st.tuples(METHODS, st.sampled_from(["2025", "2025-04", "2025-06-01"]), tables()), min_size=2, max_size=4
).map(lambda found: [(origin(f"s{n}", as_of, method), rows) for n, (method, as_of, rows) in enumerate(found)])
REAL = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@REAL
@given(WORLDS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_world_is_the_same_in_any_order_and_in_any_batches(
    graph: Database, world: list[Source], random: Random, batch: int
) -> None:
    first = hash_of(graph, world)
    shuffled = random.sample(world, len(world))
    assert hash_of(graph, shuffled, batch) == first


@REAL
@given(WORLDS, st.integers(0, 3))
def test_any_world_without_one_of_its_sources_is_as_if_it_had_never_been_loaded(
    graph: Database, world: list[Source], which: int
) -> None:
    gone = world[which % len(world)]
    others = hash_of(graph, [source for source in world if source is not gone])
    hash_of(graph, world)
    unload(graph, gone[0].key)
    assert graph_hash(graph) == others
