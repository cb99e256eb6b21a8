"""Restoring: the graph that was saved, to the last property, also when it was interrupted."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.backup.container import opened
from graph.backup.parts import PARTS
from graph.backup.restore import restore
from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import BadInputError, LockedError
from graph.forget import forget
from graph.load import load
from graph.reset import reset
from graph.version import data_version
from tests.graph.backup.conftest import Saving, contents
from tests.graph.worlds import lines, names, origin, person, wipe


class Stopped(Exception):  # noqa: N818 - an interrupt, not an error
    pass


def interrupted(database: Database, file: Path, steps: int) -> None:
    """Restore until `steps` groups of rows are in."""
    seen: list[int] = []

    def stop(done: int, _total: int) -> None:
        seen.append(done)
        if len(seen) == steps:
            raise Stopped

    with pytest.raises(Stopped):
        restore(database, file, report=stop)


def test_every_node_edge_and_property_comes_back(rich: Database, saved: Saving) -> None:
    before, told = contents(rich), (graph_hash(rich), data_version(rich))
    file = saved(rich)
    wipe(rich)
    seen: list[tuple[int, int]] = []
    done = restore(rich, file, report=lambda *at: seen.append(at))
    assert contents(rich) == before
    assert (graph_hash(rich), data_version(rich)) == told
    assert (done.manifest.graph_hash, done.left_out) == (told[0], 0)
    assert seen[-1][0] == seen[-1][1]
    assert rich.read("MATCH (t:Turn {key: 'restore'}) RETURN t").rows == []


def test_a_restored_graph_saves_to_the_same_parts(rich: Database, saved: Saving) -> None:
    with opened(saved(rich)) as first:
        wipe(rich)
        restore(rich, first.path)
        with opened(saved(rich, "again.zip")) as second:
            assert second.manifest.parts == first.manifest.parts


def test_loads_go_on_from_a_restored_graph(graph: Database, saved: Saving) -> None:
    load(graph, origin("git"), lines(9))
    file = saved(graph)
    wipe(graph)
    restore(graph, file)
    assert load(graph, origin("git"), lines(9)).already
    load(graph, origin("next", "2025-02-01"), lines(12))
    after = graph_hash(graph)
    wipe(graph)
    load(graph, origin("git"), lines(9))
    load(graph, origin("next", "2025-02-01"), lines(12))
    assert graph_hash(graph) == after


def test_an_interrupted_one_goes_on_where_it_stopped(rich: Database, saved: Saving) -> None:
    other = saved(rich, "other.zip")
    rich.write("CREATE (:Topic {key: 'last'})")
    before, file = contents(rich), saved(rich)
    wipe(rich)
    interrupted(rich, file, 5)
    with pytest.raises(BadInputError, match="a part of a snapshot, whose restore was interrupted"):
        saved(rich, "half.zip")
    with pytest.raises(BadInputError, match="a part of another snapshot"):
        restore(rich, other)
    seen: list[int] = []
    restore(rich, file, report=lambda done, _total: seen.append(done))
    with opened(file) as snapshot:
        groups = sum(len(snapshot.groups(part)) for part in PARTS)
    assert len(seen) == groups - 5
    assert contents(rich) == before


def test_after_a_reset_it_begins_anew(rich: Database, saved: Saving) -> None:
    before, file = contents(rich), saved(rich)
    wipe(rich)
    interrupted(rich, file, 9)
    reset(rich)
    restore(rich, file)
    assert contents(rich) == before


def test_a_graph_that_holds_something_is_left_alone_but_with_replace(rich: Database, saved: Saving) -> None:
    before, file = contents(rich), saved(rich)
    wipe(rich)
    load(rich, origin("other"), lines(3))
    other = contents(rich)
    with pytest.raises(BadInputError, match="is not empty") as refused:
        restore(rich, file)
    assert "--replace" in refused.value.hint
    assert contents(rich) == other
    restore(rich, file, replace=True)
    assert contents(rich) == before


def test_one_that_is_there_already_is_left_as_it_is(rich: Database, saved: Saving) -> None:
    file = saved(rich)
    before = rich.last_commit()
    assert restore(rich, file).already
    assert rich.last_commit() == before
    rich.write("MATCH (r:Repository) WITH r LIMIT 1 SET r.language = 'another'")
    with pytest.raises(BadInputError, match="is not empty"):
        restore(rich, file)


def test_other_peoples_labels_do_not_count(graph: Database, saved: Saving) -> None:
    load(graph, origin("git"), lines(3))
    file, before = saved(graph), graph_hash(graph)
    wipe(graph)
    graph.write("CREATE (:Stranger {name: 'not ours'})")
    restore(graph, file)
    assert graph_hash(graph) == before


@pytest.mark.parametrize(
    "statement",
    ["MATCH (r:Repository) SET r.language = 'Go'", "CREATE (:Topic {key: randomUUID()})", "MATCH (t:Turn) DELETE t"],
)
def test_what_others_write_meanwhile_is_said(graph: Database, saved: Saving, statement: str) -> None:
    load(graph, origin("git"), lines(30))
    file = saved(graph)
    wipe(graph)
    with pytest.raises(LockedError, match="meanwhile"):
        restore(graph, file, report=lambda *_: _write(graph, statement))


def _write(database: Database, statement: str) -> None:
    database.write(statement)


@pytest.mark.parametrize("typed", ["ann", "bob"])
def test_who_was_forgotten_after_it_was_saved_stays_forgotten(rich: Database, saved: Saving, typed: str) -> None:
    file = saved(rich)
    forget(rich, typed)
    after = [each for each in contents(rich) if "Forgotten" not in each]
    restore(rich, file, replace=True)
    assert [each for each in contents(rich) if "Forgotten" not in each] == after
    assert f"'{typed}'" not in str(after)
    load(rich, origin("later"), [person(typed)])
    assert f"github:@{typed}" not in names(rich, "Developer")


def test_who_was_forgotten_before_it_was_saved_stays_forgotten(rich: Database, saved: Saving) -> None:
    file = saved(rich)
    wipe(rich)
    restore(rich, file)
    load(rich, origin("later"), [person("zoe")])
    assert "github:@zoe" not in names(rich, "Developer")


def test_an_interrupted_restore_holds_nobody_who_was_forgotten(rich: Database, saved: Saving) -> None:
    file = saved(rich)
    forget(rich, "bob")
    reset(rich)
    with opened(file) as snapshot:
        groups = sum(len(snapshot.groups(part)) for part in PARTS)
    interrupted(rich, file, groups)
    assert not {"github:@bob", "github:6"} & set(names(rich, "Developer"))
    assert "'bob'" not in str([each for each in contents(rich) if "SHARES_DEVELOPERS" not in each])
    assert restore(rich, file).left_out == 1
    assert "'bob'" not in str(contents(rich))
