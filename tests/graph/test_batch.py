"""Records gathered into claims."""

from __future__ import annotations

import pytest

from graph.batch import gathered
from graph.errors import AtlasError
from graph.keys import coded
from graph.model import EdgeRecord, NodeRecord
from tests.graph.worlds import at, origin, person, project, work


def test_what_several_records_say_of_a_node_is_one_claim() -> None:
    batch = gathered([project("o/a", language="Go"), work(person("ann"), project("o/a", license="MIT"))], origin("s"))
    (claim,) = batch.nodes["Repository"].values()
    assert (claim["language"], claim["license"]) == ("Go", "MIT")
    assert len(batch.edges) == 1


def test_different_ways_to_know_a_node_stay_apart() -> None:
    batch = gathered([project("o/a", 7), project("o/a"), project("O/A")], origin("s"))
    assert [ref.key for ref in batch.nodes["Repository"]] == ["github:7", "github:o/a"]


def test_an_edge_to_the_snapshot_of_another_load_is_a_defect() -> None:
    snapshot = NodeRecord(coded("Snapshot", "other"), {}, at(1))
    with pytest.raises(AtlasError, match="another Snapshot, other"):
        gathered(
            [EdgeRecord("NOT_COVERED_BY", project("o/a"), snapshot, {"source": "s", "note": "x"}, at(1))], origin("s")
        )


def test_nothing_gathered_is_empty() -> None:
    assert (gathered([], origin("s")).nodes, gathered([], origin("s")).edges) == ({}, [])
