from __future__ import annotations

import json
import math

from graph.model import Column, Table
from tests.viz.worlds import COVERAGE, HOSTILE, hostile, overlap
from viz.exports.json import export


def test_a_table_tells_columns_rows_and_coverage() -> None:
    table = Table((Column("login", "str", "who"), Column("n", "float", "how much")), [("a", math.nan)], COVERAGE)
    body = json.loads(export(table))
    assert body["columns"][0] == {"name": "login", "type": "str", "about": "who"}
    assert body["rows"] == [{"login": "a", "n": None}]
    assert body["coverage"]["sources"] == ["deepseek-week"]
    assert body["cut"] is False


def test_a_network_tells_nodes_edges_and_evidence() -> None:
    body = json.loads(export(overlap()))
    assert len(body["nodes"]) == 6
    assert body["edges"][0]["evidence"][0]["period"] == "2025-02..2025-08"
    assert body["size_means"] == "merged pull requests"


def test_hostile_names_come_back_as_they_were() -> None:
    assert {node["title"] for node in json.loads(export(hostile()))["nodes"]} == set(HOSTILE)
