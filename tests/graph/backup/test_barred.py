"""Who of a snapshot is on the list of the forgotten, under any name; `test_restore.py` restores without them."""

from __future__ import annotations

import pytest

from graph.backup.barred import barred_in
from graph.backup.container import opened
from graph.database import Database
from graph.keys import digest
from graph.load import load
from tests.graph.backup.conftest import Saving
from tests.graph.worlds import at, origin, person, project, work


@pytest.mark.parametrize("name", ["github:5", "github:@anna", "github:@ann"])
def test_any_name_or_id_bars_all_of_a_person(graph: Database, saved: Saving, name: str) -> None:
    load(graph, origin("ids"), [person("anna", 5, former=["ann"], where=at(1)), person("bob", 6, where=at(2))])
    load(graph, origin("work"), [work(person("ann"), project("o/a"), at(1))])
    with opened(saved(graph)) as snapshot:
        barred = barred_in(snapshot, {digest(f"Developer:{name}")})
        nobody = barred_in(snapshot, {digest("Developer:github:@zoe")})
    assert barred.nodes == {"github:5"}
    assert barred.names == {"github:5", "github:@anna", "github:@ann"}
    assert barred.logins == {"anna", "ann"}
    assert not nobody.nodes | nobody.names | nobody.logins


def test_who_was_listed_when_it_was_saved_and_is_in_it_stays(graph: Database, saved: Saving) -> None:
    load(graph, origin("ids"), [person("bob", 6, where=at(2))])
    listed = digest("Developer:github:@bob")
    graph.write("CREATE (:Forgotten {key: $key})", {"key": listed})
    with opened(saved(graph)) as snapshot:
        assert not barred_in(snapshot, {listed}).nodes
