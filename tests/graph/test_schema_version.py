"""Graphs of older schemas are brought up to ours by the next load; those of a newer one are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import schema
from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import StorageError
from graph.load import load, prepare
from graph.model import Record
from graph.schema_version import keep_version, written_by
from tests.graph.worlds import lines, origin, wipe

FIRST = Path(__file__).with_name("first_schema.cypher")
ROWS = 40
KNOWN = "SHOW {} YIELD name, labelsOrTypes, properties RETURN name, labelsOrTypes, properties ORDER BY name"


def known(graph: Database) -> list[list[object]]:
    return [row for what in ("CONSTRAINTS", "INDEXES") for row in graph.read(KNOWN.format(what)).rows]


def turn_back(graph: Database) -> None:
    """Give the graph the schema of the first loader."""
    for what, ours in (("CONSTRAINT", ""), ("INDEX", "WHERE type <> 'LOOKUP'")):
        for (name,) in graph.read(f"SHOW {what} YIELD name, type {ours} RETURN name").rows:
            graph.run_alone(f"DROP {what} {name} IF EXISTS")
    text = "".join(line for line in FIRST.read_text(encoding="utf-8").splitlines() if not line.startswith("//"))
    for statement in filter(None, text.split(";")):
        graph.run_alone(statement)
    graph.write(f"MATCH (turn:{schema.TURN_LABEL}) DELETE turn")


def test_a_load_goes_on_in_a_graph_of_the_first_schema_and_brings_it_up_to_ours(graph: Database) -> None:
    load(graph, origin("git"), lines(ROWS), batch=10)
    whole, ours = graph_hash(graph), known(graph)
    wipe(graph)
    with pytest.raises(IndexError):
        load(graph, origin("git"), breaking_off(), batch=10)
    turn_back(graph)
    assert known(graph) != ours
    assert written_by(graph) == 0
    prepare(graph)
    load(graph, origin("git"), lines(ROWS), batch=10)
    assert (graph_hash(graph), written_by(graph)) == (whole, schema.VERSION)
    assert known(graph) == ours


def breaking_off() -> Iterator[Record]:
    yield from lines(ROWS)[: ROWS // 2]
    raise IndexError


def test_a_graph_of_a_newer_schema_is_refused_and_left_as_it_is(graph: Database) -> None:
    keep_version(graph)
    graph.write(f"MATCH (turn:{schema.TURN_LABEL}) SET turn.schema = $newer", {"newer": schema.VERSION + 1})
    with pytest.raises(StorageError, match=f"is of schema {schema.VERSION + 1}; this ossatlas knows {schema.VERSION}"):
        prepare(graph)
    assert written_by(graph) == schema.VERSION + 1
