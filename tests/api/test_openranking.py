"""OpenRank in the graph by one call: months in turn, nothing twice, the newest value on each node."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.asking import queries
from api.openranking import chosen, ranked, ranked_within
from cypher.run import run as run_query
from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import BadInputError, NotFoundError
from graph.load import load, prepare
from graph.model import Table
from graph.openrank.presets import GLOBAL_2023_DOCS, GLOBAL_2026
from graph.openrank.stored import Written
from graph.unload import unload
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.sources.github.repository import Room
from tests.cypher.openrank_world import build, events
from tests.graph.worlds import origin, person, project
from tests.ingest.sources.github.stored import ID, small_store

NODES = "MATCH (n:{label}) WHERE n.openrank IS NOT NULL RETURN n.key, n.openrank, n.openrank_month, n.openrank_preset"
NEWEST = (
    "MATCH (n:{label})-[m:MEASURED {{preset: $series}}]->() WITH n, m ORDER BY m.period "
    "WITH n, last(collect(m)) AS m RETURN n.key, m.value, m.period, m.preset"
)


def run(database: Database, first: str | None = None, last: str | None = None) -> tuple[list[str], list[str]]:
    """Months that were solved, and sentences that were said."""
    told = list(ranked(database, GLOBAL_2026, first, last))
    solved = [month.period for month in told if isinstance(month, Written) and not month.already]
    return solved, [said for said in told if isinstance(said, str)]


def on_nodes(database: Database) -> list[str]:
    return sorted(
        str(row) for label in ("Repository", "Developer") for row in database.read(NODES.format(label=label)).rows
    )


def newest(database: Database, series: str) -> list[str]:
    found = [database.read(NEWEST.format(label=label), {"series": series}) for label in ("Repository", "Developer")]
    return sorted(str(row) for rows in found for row in rows.rows)


def test_a_measure_changes_nothing_of_what_is_loaded_and_is_not_done_twice(database: Database) -> None:
    build(database)
    before = graph_hash(database)
    assert run(database)[0] == ["2025-03", "2025-04", "2025-05"]
    assert run(database) == ([], [])
    assert graph_hash(database) == before
    assert on_nodes(database) == newest(database, "global-2026/1") != []
    list(ranked(database, GLOBAL_2023_DOCS, None, None))
    assert on_nodes(database) == newest(database, "global-2023-docs/1")
    assert run(database) == (
        [],
        ["the newest values of global-2026/1 stand at Repository.openrank and Developer.openrank"],
    )
    assert graph_hash(database) == before


def test_what_a_load_changes_is_done_again_and_later_months_are_named(database: Database) -> None:
    build(database)
    run(database)
    origin, records = events(seed=8, part="-more", pairs=5)
    load(database, origin, records, strict=True)
    solved, said = run(database, "2025-03", "2025-04")
    assert solved[-1] == "2025-04"
    assert "`ossatlas measure openrank --preset global-2026 --from 2025-05 --to 2025-05` does them again" in said[-1]
    assert run(database)[0] == ["2025-05"]
    assert run(database) == ([], [])


def test_months_between_are_solved_or_the_one_that_no_source_covers_is_named(database: Database) -> None:
    build(database)
    assert run(database, "2025-03", "2025-03")[0] == ["2025-03"]
    database.write("MATCH ()-[c:COVERED_BY {source: 'gharchive'}]->() SET c.covers_to = '2025-03'")
    database.write(
        "MATCH (r)-[c:COVERED_BY {source: 'gharchive'}]->(s) "
        "CREATE (r)-[:COVERED_BY {key: c.key + '-later', source: c.source, method: c.method, rank: c.rank, "
        "activities: c.activities, covers_from: '2025-05', covers_to: '2025-05'}]->(s)"
    )
    said = "and 2025-03 is in the series global-2026/1: no source covers 2025-04"
    with pytest.raises(NotFoundError, match=said):
        run(database, "2025-05", "2025-05")
    database.write("MATCH ()-[c:COVERED_BY {source: 'gharchive'}]->() SET c.covers_to = '2025-05'")
    assert run(database, "2025-05", "2025-05")[0] == ["2025-04", "2025-05"]


def test_measured_values_outlive_the_month_that_a_load_claimed(database: Database) -> None:
    build(database)
    before = graph_hash(database)
    run(database)
    database.write("MATCH (m:Month {key: '2025-04'}) SET m.snapshots = ['1||published:x:1']")
    assert graph_hash(database) != before
    database.write("CREATE (:Snapshot {key: 'published:x:1', source: 'published', state: 'complete'})")
    unload(database, "published")
    assert graph_hash(database) == before
    assert run(database) == ([], [])
    assert database.read("MATCH (:Month {key: '2025-04'})<-[m:MEASURED]-() RETURN count(m) > 0").rows == [[True]]


def test_months_that_nothing_covers_are_named_with_what_would_load_them(database: Database) -> None:
    build(database)
    with pytest.raises(
        NotFoundError, match="no source covers 2025-01, 2025-02; covered is from 2025-03 to 2025-05"
    ) as no:
        run(database, "2025-01", "2025-04")
    assert "ossatlas load gharchive" in no.value.hint
    assert "ossatlas load github" in no.value.hint
    unload(database, "gharchive")
    with pytest.raises(NotFoundError, match="nothing that is loaded counts issues"):
        run(database, "2025-03", "2025-04")


def test_what_cannot_be_measured_is_refused_in_one_sentence() -> None:
    assert chosen("global-2026", "2025-01", "2025-02") is GLOBAL_2026
    assert chosen("community", repository="acme/engine") is None
    with pytest.raises(BadInputError, match="community is of one repository: name it with --repository OWNER/NAME"):
        chosen("community")
    with pytest.raises(BadInputError, match="leave out --from and --to"):
        chosen("community", "2025-01", None, "acme/engine")
    with pytest.raises(BadInputError, match="community is always solved to its fixed point: leave out --freeze"):
        chosen("community", repository="acme/engine", freeze=True)
    assert chosen("global-2026", freeze=True) is GLOBAL_2026
    with pytest.raises(BadInputError, match="global-2026 is of all repositories: take --preset community"):
        chosen("global-2026", repository="acme/engine")
    with pytest.raises(BadInputError, match="2025-02 comes after 2025-01"):
        chosen("global-2026", "2025-02", "2025-01")
    with pytest.raises(BadInputError, match="April is not a month"):
        chosen("global-2026", None, "April")


def test_the_community_of_a_repository_is_measured_from_what_was_read_of_it(database: Database, tmp_path: Path) -> None:
    prepare(database)
    load(database, origin("github", method="api"), [person("ann", 1), person("ben", 2), project("acme/engine", ID)])
    desk = Desk(Identities.load(), tmp_path)
    with pytest.raises(NotFoundError, match="no issue or pull request of acme/engine has been read") as no:
        list(ranked_within(database, desk, "acme/engine"))
    assert "ossatlas load github acme/engine" in no.value.hint
    small_store(tmp_path / "github" / "store")
    Room.at(desk).names().put("acme/engine", id=ID)
    first, again = (list(ranked_within(database, desk, "acme/engine")) for _ in range(2))
    assert [month.period for month in first] == ["2024-01", "2024-02", "2024-03"]
    assert [month.already for month in again] == [True] * 3
    answer = run_query(
        database, queries().find("community-openrank"), {"repository": "acme/engine", "month": "2024-02"}
    )
    assert isinstance(answer, Table)
    [ben] = answer.records()
    assert (ben["developer"], ben["preset"]) == ("ben", f"community/1:github:{ID}")
    [[gaps]] = database.read("MATCH (s:Snapshot {covers_from: '2024-02', source: 'measure'}) RETURN s.gaps").rows
    assert "without being merged" in str(gaps)
