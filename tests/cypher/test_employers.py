"""Which employer answers for a window: a correction, then rank, what is dated and holds longest in it, the newest."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import load, prepare
from graph.model import EdgeRecord, NodeRecord, Origin, Record, Table, Where
from ingest import records
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

WHERE = Where("some.txt", 1)
PEOPLE = ("ann", "bob", "cat", "dan", "eve", "fay", "gil", "release-bot")
NODES = Nodes(Identities.load())


def origin(source: str, as_of: str, method: str = "reference") -> Origin:
    return Origin(source, method, source, source, "", source, as_of)


def at(name: str) -> NodeRecord:
    return records.organization(name, WHERE, kind="company")


def works(
    who: str, where: str, source: str = "cncf", rank: int = 2, since: str | None = None, until: str | None = None
) -> EdgeRecord:
    person = NODES.developer(who, WHERE)
    edge = records.affiliation(person, at(where), source, rank=rank, confidence=1.0, raw=where, where=WHERE)
    return records.dated(edge, since, until)


def contributions() -> list[Record]:
    told = origin("git", "2024-06", "git")
    months = ("2018-03", "2020-03", "2022-03")
    pairs = [Pair(who, "acme/engine", month, {"commits": 1}) for who in PEOPLE for month in months]
    covered = [Covered("acme/engine", ("2018-01", "2023-12"), ("commits",))]
    return [*pair_records(pairs, NODES, told), *coverage_records(covered, NODES, told)]


LISTED = [
    works("ann", "Acme", since="2018-01-01", until="2020-01-01"),
    works("ann", "Bolt", since="2020-01-01", until="2022-01-01"),
    works("ann", "Acme", since="2022-01-01"),
    works("bob", "Acme", until="2019-01-01"),
    works("cat", "Acme", since="2019-01-01"),
    works("dan", "Acme", since="2019-01-01", until="2021-01-01"),
    works("eve", "Acme", since="2017-01-01"),
    works("fay", "Acme", rank=3),
]
TABLE = [works("bob", "Cog", "table"), works("dan", "Cog", "table"), works("fay", "Cog", "table")]
NEWER = [works("bob", "Dyn", "profile"), works("gil", "Cog", "profile")]
OLD = works("gil", "Acme", "profiles")
PROFILES = [replace(OLD, props={**OLD.props, "read_on": "2024-01-02"})]
CORRECTED = [works("eve", "Right", "corrections", 1), works("dan", "Right", "corrections", 1, "2022-01-01")]


@pytest.fixture
def world(database: Database) -> Database:
    prepare(database)
    load(database, origin("git", "2024-06", "git"), contributions())
    load(database, origin("cncf", "2024-01-01"), LISTED)
    load(database, origin("table", "2024-02-01"), TABLE)
    load(database, origin("profile", "2024-03-01"), NEWER)
    load(database, origin("profiles", "2024-05-01"), PROFILES)
    load(database, origin("corrections", "2010-01-01", "correction"), CORRECTED)
    return database


def employers(database: Database, **window: object) -> dict[str, list[str]]:
    asked = {"repository": "acme/engine", "activity": "commits", **window}
    answer = run(database, catalogue().find("project-contributors"), asked)
    assert isinstance(answer, Table)
    return {str(row["developer"]): sorted(cast("list[str]", row["organizations"])) for row in answer.records()}


def test_the_employer_of_the_window_answers_a_correction_first_and_machines_can_be_asked_for(world: Database) -> None:
    now = employers(world)
    assert now == {
        "ann": ["Acme"],  # the stint that has not ended
        "bob": ["Dyn"],  # the newest reading; Acme ended
        "cat": ["Acme"],
        "dan": ["Right"],
        "eve": ["Right"],  # before all that is dated, however old the file of corrections is
        "fay": ["Cog"],  # what is stated before what is guessed
        "gil": ["Cog"],  # the newest reading: the other profile is older than the newest of its dataset
    }
    early = employers(world, **{"from": "2018-01", "to": "2018-12"})
    assert early == {
        "ann": ["Acme"],
        "bob": ["Acme"],  # dated, and holds in the window: before the undated
        "cat": [],  # began after the window
        "dan": ["Cog"],  # the correction began later, the stint too
        "eve": ["Right"],
        "fay": ["Cog"],
        "gil": ["Cog"],
    }
    middle = employers(world, **{"from": "2020-01", "to": "2021-12"})
    assert (middle["ann"], middle["bob"], middle["cat"], middle["dan"]) == (["Bolt"], ["Dyn"], ["Acme"], ["Acme"])
    longest = employers(world, **{"from": "2019-11", "to": "2020-12"})
    assert longest["ann"] == ["Bolt"]
    late = employers(world, **{"from": "2022-01", "to": "2022-12"})
    assert (late["ann"], late["dan"]) == (["Acme"], ["Right"])
    # Machines stay in the graph and are left out of answers until they are asked for.
    assert "release-bot" in employers(world, bots=True)
    assert world.read("MATCH (d:Developer {bot: true}) RETURN d.login, d.bot_reason").rows == [
        ["release-bot", "ends in -bot"]
    ]
