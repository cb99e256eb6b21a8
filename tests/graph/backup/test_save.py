"""Saving: all of the graph, at one moment, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from graph.backup.container import opened
from graph.backup.save import save
from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import BadInputError, LockedError
from graph.load import load
from graph.version import data_version
from tests.graph.backup.conftest import NOW, SMALL, Saving
from tests.graph.worlds import lines, origin


def test_the_manifest_tells_what_is_in_it(rich: Database, saved: Saving) -> None:
    with opened(saved(rich)) as snapshot:
        told = snapshot.manifest
    assert (told.ossatlas, told.saved_at, told.format) == ("0.0.0", NOW, 1)
    assert (told.graph_hash, told.data_version) == (graph_hash(rich), data_version(rich))
    nodes = "MATCH (n) WHERE NOT n:Turn RETURN labels(n)[0] AS name, count(*) ORDER BY name"
    edges = "MATCH ()-[r]->() RETURN type(r) AS name, count(*) ORDER BY name"
    for kept, counted in ((told.nodes, nodes), (told.edges, edges)):
        assert [[name, count] for name, count in sorted(kept.items()) if count] == rich.read(counted).rows
    assert told.unfinished == ()


def test_what_is_not_ours_is_counted_and_left_out(graph: Database, tmp_path: Path) -> None:
    load(graph, origin("git"), lines(3))
    graph.write("MATCH (r:Repository {key: 'github:org/repo1'}) CREATE (r)-[:LIKES]->(:Stranger {key: 'x'})")
    graph.write("MATCH (r:Repository {key: 'github:org/repo1'}) CREATE (r)-[:HAS_TOPIC {key: 'y'}]->(:Stranger)")
    assert save(graph, tmp_path / "x.zip", SMALL).left_out == (2, 2)


def test_a_load_that_has_not_ended_is_named(graph: Database, saved: Saving) -> None:
    load(graph, origin("git"), lines(3))
    graph.write("MATCH (s:Snapshot) SET s.state = 'loading'")
    with opened(saved(graph)) as snapshot:
        assert snapshot.manifest.unfinished == (origin("git").key,)


def test_a_running_load_waits_and_its_next_batch_is_not_in_it(graph: Database, tmp_path: Path) -> None:
    load(graph, origin("git"), lines(4))
    begun: list[Thread] = []

    def write(_done: int, _total: int) -> None:
        if not begun:
            graph_of_another = "MERGE (t:Turn {key: 'write'}) SET t.taken = true CREATE (:Topic {key: 'late'})"
            begun.append(Thread(target=graph.write, args=(graph_of_another,)))
            begun[0].start()

    done = save(graph, tmp_path / "x.zip", SMALL, report=write)
    begun[0].join()
    assert "Topic" not in {name for name, count in done.manifest.nodes.items() if count}
    assert graph.read("MATCH (t:Topic) RETURN t.key").rows == [["late"]]


def test_what_is_written_by_others_meanwhile_is_said_and_no_file_is_left(graph: Database, tmp_path: Path) -> None:
    load(graph, origin("git"), lines(4))
    with pytest.raises(LockedError, match="something was written to the graph while it was being saved"):
        save(graph, tmp_path / "x.zip", SMALL, report=lambda *_: _written(graph))
    assert list(tmp_path.iterdir()) == []


def _written(database: Database) -> None:
    database.write("CREATE (:Topic {key: randomUUID()})")


def test_a_file_that_is_there_stays_but_with_force(graph: Database, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    file.write_text("mine")
    with pytest.raises(BadInputError, match="is there already"):
        save(graph, file, SMALL)
    assert file.read_text() == "mine"
    save(graph, file, SMALL, force=True)
    with opened(file) as snapshot:
        snapshot.check()


def test_progress_ends_at_all_there_is(rich: Database, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    done = save(rich, tmp_path / "x.zip", SMALL, report=lambda *at: seen.append(at))
    assert seen[-1] == (done.manifest.elements, done.manifest.elements)
