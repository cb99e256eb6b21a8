"""Sources that overlap, in any order and any number of times: one graph, and each source can be taken out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.load import prepare
from graph.unload import unload
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.run import load
from ingest.source import Dataset, find_source
from tests.conftest import wipe
from tests.ingest.sources.gharchive.archive import event, merged, write
from tests.ingest.sources.git.making import Made
from tests.ingest.sources.github.server.serving import GitHub, serving
from tests.ingest.sources.github.server.things import USER
from tests.ingest.sources.github.server.world import MAIN, NOW, QUICK, make_world
from tests.ingest.sources.opendigger.world import statics

ORDERS = 6
SOURCES = "MATCH (:Developer)-[c:CONTRIBUTED_TO]->(:Repository {key: $key}) RETURN DISTINCT c.source"
TODAY = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def github() -> Iterator[GitHub]:
    with serving(GitHub(make_world(9, QUICK), limits={"core": 100_000})) as served:
        yield served


@pytest.fixture
def told(github: GitHub, tmp_path: Path) -> dict[str, list[Dataset]]:
    """What six sources tell of one repository that was renamed, and of one person who was."""
    whose = next(one for one in github.world.repositories if f"{one.owner.login}/{one.name}" == MAIN)
    name, who = MAIN, next(account for account in github.world.accounts if account.kind == USER)
    login, ann, it, old = who.login, (who.id, who.login), (whose.id, name), (whose.id, "before/renamed")
    made = Made(tmp_path / "git", f"https://github.com/{name}.git")
    made.commit("first", f"Ann <{who.id}+{login}@users.noreply.github.com>", "2021-07-01")
    made.commit("Change (#3)", "Ben <22+ben@users.noreply.github.com>", "2021-07-22")
    made.write()
    hours = [
        write(tmp_path / "2021-07-21-6.json.gz", [event("PushEvent", ann, old), merged(3, (22, "ben"), ann, old)]),
        write(tmp_path / "2021-08-02-7.json.gz", [event("PushEvent", ann, it, "2021-08-02T07:00:00Z")]),
    ]
    statics(tmp_path / "series", {f"github/{name}/openrank.json": {"2021-07": 1.5, "2021-08": 2.5}})
    people = tmp_path / "people.csv"
    people.write_text(
        f"login,repository,month,commits,company\n{login},{name},2021-07,4,Red Hat\nben,{name},2021-07,1,\n"
    )
    names = tmp_path / "names.csv"
    names.write_text(f"repository,former_name,github_id\n{name},before/renamed,{whose.id}\n")
    ways = tmp_path / "people.txt"
    ways.write_text(f"{login}: ann!acme.example\n\tRed Hat until 2021-01-01\n\tNVIDIA from 2021-01-01\n")
    desk = Desk(
        Identities.load(), tmp_path / "desk", {"github": github.address}, token=lambda: "x" * 40, now=lambda: TODAY
    )
    opened = partial(_opened, desk)
    return {
        "names": opened("tables", names, source="names", as_of="2021-09"),
        "tables": opened("tables", people, source="people", method="totals", as_of="2021-09"),
        "git": opened("git", tmp_path / "git"),
        "gharchive": opened("gharchive", *hours, all=True),
        "opendigger": opened("opendigger", name, **{"from": str(tmp_path / "series"), "metrics": ("openrank",)}),
        "affiliations": opened("affiliations", ways),
        "github": _opened(_at(desk, NOW), "github", name),
    }


def _opened(desk: Desk, site: str, /, *named: Path | str, **options: object) -> list[Dataset]:
    return list(find_source(site).open(tuple(map(str, named)), desk, **options))


def _at(desk: Desk, now: datetime) -> Desk:
    return Desk(desk.identities, desk.folder, desk.addresses, token=desk.token, now=lambda: now)


def loaded(database: Database, told: dict[str, list[Dataset]], order: Sequence[str]) -> str:
    """The hash of a new graph after the sources were loaded in this order."""
    wipe(database)
    prepare(database)
    for source in order:
        for dataset in told[source]:
            load(database, dataset, strict=True)
    return graph_hash(database)


def test_overlapping_sources_in_any_order_make_the_same_graph(
    database: Database, told: dict[str, list[Dataset]]
) -> None:
    orders = Random(4).sample(list(permutations(told)), ORDERS)  # noqa: S311 - no secret
    hashes = {loaded(database, told, order) for order in orders}
    assert len(hashes) == 1
    assert loaded(database, told, [*orders[0], *orders[1]]) in hashes


def test_a_source_that_is_taken_out_leaves_what_the_others_tell(
    database: Database, told: dict[str, list[Dataset]]
) -> None:
    for gone, datasets in told.items():
        rest = [source for source in told if source != gone]
        without = loaded(database, told, rest)
        for dataset in datasets:
            load(database, dataset, strict=True)
            unload(database, dataset.origin.key)
        assert graph_hash(database) == without, gone


def test_they_all_mean_one_repository_and_one_person(database: Database, told: dict[str, list[Dataset]]) -> None:
    loaded(database, told, list(told))
    (row,) = database.read("MATCH (r:Repository) WHERE 'before/renamed' IN r.former_names RETURN r.key, r.name").rows
    found = database.read(SOURCES, {"key": row[0]}).rows
    assert {source for (source,) in found} >= {"git", "gharchive", "github", "people"}
