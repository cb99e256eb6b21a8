"""The version of the data changes with what queries may answer, and only then."""

from __future__ import annotations

import re

from graph.database import Database
from graph.forget import forget
from graph.load import load
from graph.unload import unload
from graph.version import data_version, loaded_version
from tests.graph.worlds import lines, origin


def test_loads_measures_and_requests_to_be_forgotten_change_the_version(graph: Database) -> None:
    seen = [data_version(graph)]
    load(graph, origin("git"), lines(3))
    seen.append(data_version(graph))
    measured = loaded_version(graph)
    graph.write("CREATE (:Snapshot {key: 'measure:leiden:1', source: 'measure', state: 'complete'})")
    seen.append(data_version(graph))
    assert loaded_version(graph) == measured
    forget(graph, "dev1")
    seen.append(data_version(graph))
    unload(graph, "git")
    seen.append(data_version(graph))
    assert len(set(seen)) == len(seen)
    assert all(re.fullmatch(r"[0-9a-f]{16}", version) for version in seen)


def test_loading_the_same_again_keeps_the_version(graph: Database) -> None:
    load(graph, origin("git"), lines(3))
    before = data_version(graph)
    load(graph, origin("git"), lines(3))
    assert data_version(graph) == before
