"""OpenDigger in the real graph: renamed ids are one node, closures can be asked for, the order changes nothing."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.load import prepare
from ingest.run import load
from ingest.source import Dataset
from tests.conftest import wipe
from tests.ingest.sources.opendigger.world import desk, label_folder, opened, real, statics

LABELS = {
    "companies/acme/index": """
name: Acme
type: Company
data:
  labels: [anvil]
  platforms: [{name: GitHub, orgs: [{id: 9, name: acme}], repos: [{id: 1, name: acme/old-tool}]}]
""",
    "companies/acme/anvil": "name: Anvil\ndata: {platforms: [{name: GitHub, repos: [{id: 2, name: acme/anvil}]}]}",
    "technology/tools": """
name: Tools
name_zh: 工具
type: Tech-0
data:
  labels: [':companies/acme/anvil']
  platforms: [{name: GitHub, repos: [{id: 1, name: acme/tool}, {id: 1, name: acme/tool}]}]
""",
}
SUMS = (
    "repo_id,repo_name,platform,total_openrank\n1,acme/tool,GitHub,5.5\n1,acme/tool,Gitee,2.5\n2,acme/anvil,GitHub,1\n"
)
FILES = {
    "github/acme/tool/openrank.json": {"2025-01": 1.5, "2025-03": 2},
    "gitee/acme/tool/openrank.json": {"2025-01": 7},
}
_CLOSURE = """
MATCH (:Domain {key: $key})<-[:PART_OF*0..]-(:Domain)<-[:IN_DOMAIN]-(r:Repository)
RETURN DISTINCT r.key AS key ORDER BY key
"""


@pytest.fixture
def graph(database: Database) -> Database:
    """A clean graph with its constraints."""
    prepare(database)
    return database


def datasets(tmp_path: Path) -> list[Dataset]:
    """Labels, sums and series that speak of the same repositories by different names."""
    label_folder(tmp_path / "labeled_data", LABELS)
    (tmp_path / "sums.csv").write_text(SUMS)
    folder = statics(tmp_path / "static", FILES)
    at = desk(tmp_path)
    told = opened(at, f"{tmp_path}/labeled_data/", f"{tmp_path}/sums.csv", as_of="2025-08-31")
    return told + opened(at, "acme/tool", "gitee:acme/tool", **{"from": str(folder), "metrics": ("openrank",)})


def keys(graph: Database, statement: str, **given: object) -> list[object]:
    return [row[0] for row in graph.read(statement, given).rows]


def test_an_id_under_several_names_is_one_node_with_all_that_was_said_of_any(graph: Database, tmp_path: Path) -> None:
    for dataset in datasets(tmp_path):
        assert load(graph, dataset).rows_refused == 0
    assert keys(graph, "MATCH (r:Repository) RETURN r.key ORDER BY r.key") == ["gitee:1", "github:1", "github:2"]
    (row,) = graph.read("MATCH (r:Repository {key: 'github:1'}) RETURN r.name, r.former_names, r.openrank_12m_sum").rows
    assert row == ["acme/tool", ["acme/old-tool"], 5.5]
    measured = (
        "MATCH (:Repository {key: $key})-[m:MEASURED]->(:Month) RETURN m.period + ' ' + m.value ORDER BY m.period"
    )
    assert keys(graph, measured, key="github:1") == ["2025-01 1.5", "2025-03 2.0"]
    assert keys(graph, measured, key="gitee:1") == ["2025-01 7.0"]
    assert keys(graph, _CLOSURE, key="opendigger/companies/acme") == ["github:1", "github:2"]
    assert keys(graph, _CLOSURE, key="opendigger/technology/tools") == ["github:1", "github:2"]


def test_the_order_of_loading_changes_nothing(graph: Database, tmp_path: Path) -> None:
    found = set[str]()
    for turn in range(3):
        told = datasets(tmp_path)
        Random(turn).shuffle(told)  # noqa: S311 - an order, not a secret
        for dataset in (*told, told[0]):
            load(graph, dataset)
        found.add(graph_hash(graph))
        graph.run_alone("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS")
    assert len(found) == 1


def test_a_newer_reading_takes_the_place_of_the_former(graph: Database, tmp_path: Path) -> None:
    for content in ({"2025-01": 1}, {"2025-01": 2, "2025-02": 3}):
        folder = statics(tmp_path / "static", {"github/a/b/openrank.json": content})
        (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(folder), "metrics": ("openrank",)})
        load(graph, dataset)
    assert keys(graph, "MATCH (:Repository)-[m:MEASURED]->() RETURN m.value ORDER BY m.period") == [2.0, 3.0]
    assert len(keys(graph, "MATCH (s:Snapshot) RETURN s.key")) == 1


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_real_50_000_are_loaded_in_time_with_other_platforms_apart(graph: Database, tmp_path: Path) -> None:
    (dataset,) = opened(desk(tmp_path), real("top50000_repos_total_openrank.csv.gz"), as_of="2025-08-31")
    load(graph, dataset)
    wipe(graph)
    began = time.perf_counter()
    load(graph, dataset)
    # 20 seconds are promised for an engine that is warm; one that others use at the same time gets thrice that.
    assert time.perf_counter() - began < 60
    assert keys(graph, "MATCH (r:Repository) WHERE r.openrank_12m_sum > 0 RETURN count(*)") == [49_616]
    assert keys(graph, "MATCH (r:Repository {platform: 'gitee'}) RETURN count(*)") != [0]
